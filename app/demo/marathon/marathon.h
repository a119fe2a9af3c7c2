// The demo cluster's Marathon 1.11: a framework on the world with the whole HTTP interface, free of sockets.
//
// All functions take the world's lock themselves and may be called from any thread.
#pragma once

#include "app/demo/marathon/message.h"
#include "app/demo/marathon/options.h"
#include "app/demo/world/population.h"
#include "app/demo/world/world.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace mesoscope::demo::marathon {

class Marathon : public ServiceSource {
public:
    /// Registers a framework with the world and offers itself as its source of services.
    Marathon(World& world, const MarathonOptions& options);
    ~Marathon() override;
    Marathon(const Marathon&) = delete;
    Marathon& operator=(const Marathon&) = delete;

    /// host:port under which clients reach it; call before requests come when it is not known at construction.
    void setAddress(const std::string& address);
    /// Apps that run already: no offers, no deployments, no events.
    void adopt(const std::vector<InitialApp>& apps);
    Response handle(const Request& request);

    /// How GET /v2/events is answered.
    struct StreamDecision {
        /// Stream with the headers of answer; otherwise answer is the whole (error) answer.
        bool stream = false;
        Response answer;
        /// Event types wanted; empty and !filtered: all.
        std::vector<std::string> types;
        bool filtered = false;
    };
    StreamDecision openStream(const Request& request);
    /// One frame as it goes over the wire (CR LF). The listener runs under the world's lock: it must only queue.
    using FrameListener = std::function<void(const std::string& frame)>;
    /// Sends event_stream_attached to all, the new one included; returns the id for unsubscribe().
    int subscribe(const StreamDecision& decision, const std::string& remoteAddress, FrameListener listener);
    void unsubscribe(int id, const std::string& remoteAddress);
    /// Called when open event streams have to end (leadership given up).
    void onStreamsMustEnd(std::function<void()> callback);
    static std::string heartbeat() { return "\r\n"; }

    std::vector<Service> services() override;
    std::uint64_t servicesVersion() const override;
    std::string frameworkId() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mesoscope::demo::marathon
