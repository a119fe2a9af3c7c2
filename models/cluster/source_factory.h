// How a session gets its sources; tests put fakes here.
#pragma once

#include "models/cluster/session.h"
#include "models/gateway/gateway.h"
#include "models/master/link.h"
#include "models/scheduler/scheduler.h"

#include <memory>

namespace mesoscope::net {
class HttpClient;
}

namespace mesoscope::cluster {

/// All functions are called on the session thread; what they return lives and dies there.
class SourceFactory {
public:
    virtual ~SourceFactory() = default;
    virtual std::unique_ptr<master::Link> master(const Connection& connection, net::HttpClient& client,
                                                 const base::Clock& clock, master::StateSink& sink) = 0;
    virtual std::unique_ptr<scheduler::Scheduler> scheduler(const Connection& connection, net::HttpClient& client,
                                                            const base::Clock& clock) = 0;
    virtual std::unique_ptr<gateway::Gateway> gateway(const Connection& connection, net::HttpClient& client,
                                                      const base::Clock& clock) = 0;
};

/// The real ones: Mesos, Marathon or Swan, fabio.
std::unique_ptr<SourceFactory> makeSourceFactory();

} // namespace mesoscope::cluster
