// Puts the demo Marathon behind an HTTP listener: requests, answers and event streams as they go over the wire.
#pragma once

#include "app/demo/http/server.h"
#include "app/demo/marathon/marathon.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace mesoscope::demo::marathon {

/// As the schedulers read it: names of headers in small letters.
Request requestOf(const httplib::Request& request);

/// The handler of an HttpServer. Both the Marathon and the server must outlive the requests.
class MarathonListener {
public:
    explicit MarathonListener(Marathon& marathon);
    ~MarathonListener();
    MarathonListener(const MarathonListener&) = delete;
    MarathonListener& operator=(const MarathonListener&) = delete;

    void serve(const HttpServer& server, const httplib::Request& request, httplib::Response& response);
    /// Ends all event streams.
    void endStreams();

    struct Stream;

private:
    void stream(const HttpServer& server, const Marathon::StreamDecision& decision, const std::string& remoteAddress,
                httplib::Response& response);

    Marathon& marathon_;
    std::mutex mutex_;
    std::vector<std::weak_ptr<Stream>> streams_;
};

} // namespace mesoscope::demo::marathon
