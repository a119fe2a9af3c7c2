#include "models/cluster/source_factory.h"

#include "models/gateway/fabio/fabio.h"
#include "models/master/mesos_link.h"
#include "models/scheduler/marathon/marathon.h"
#include "models/scheduler/swan/swan.h"

namespace mesoscope::cluster {

namespace {

class RealSources final : public SourceFactory {
public:
    std::unique_ptr<master::Link> master(const Connection& connection, net::HttpClient& client,
                                         const base::Clock& clock, master::StateSink& sink) override {
        return master::makeMesosLink(client, clock, sink, *connection.master);
    }

    std::unique_ptr<scheduler::Scheduler> scheduler(const Connection& connection, net::HttpClient& client,
                                                    const base::Clock& clock) override {
        if (connection.schedulerSystem == SchedulerSystem::Swan)
            return scheduler::makeSwan(client, clock, *connection.scheduler);
        return scheduler::makeMarathon(client, clock, *connection.scheduler);
    }

    std::unique_ptr<gateway::Gateway> gateway(const Connection& connection, net::HttpClient& client,
                                              const base::Clock& clock) override {
        return gateway::makeFabio(client, clock, *connection.gateway, connection.gatewayMetrics);
    }
};

} // namespace

std::unique_ptr<SourceFactory> makeSourceFactory() {
    return std::make_unique<RealSources>();
}

} // namespace mesoscope::cluster
