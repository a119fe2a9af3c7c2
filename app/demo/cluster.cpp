#include "app/demo/cluster.h"

#include "app/demo/fabio/fabio.h"
#include "app/demo/marathon_server.h"
#include "app/demo/mesos/agents.h"
#include "app/demo/mesos/master.h"
#include "app/demo/scenarios/churn.h"
#include "app/demo/scenarios/scenario.h"
#include "app/demo/world/population.h"

#include <algorithm>
#include <stdexcept>

namespace mesoscope::demo {

struct Cluster::Impl {
    explicit Impl(const Options& options);
    ~Impl();
    void listen(const Options& options);

    World world;
    marathon::Marathon marathon;
    fabio::Fabio fabio;
    EventHub hub;
    Agents agents;
    std::array<std::unique_ptr<Master>, 2> masters;
    std::array<int, 2> masterPorts{};
    MarathonServer marathonServer;
    HttpServer gateway;
    HttpServer metrics;
    std::unique_ptr<Churn> churn;
    std::unique_ptr<Scenario> scenario;
};

namespace {

marathon::MarathonOptions marathonOptions() {
    marathon::MarathonOptions options;
    options.mesosRole = "*";
    return options;
}

} // namespace

Cluster::Impl::Impl(const Options& options)
    : world({options.seed, options.manualClock}), marathon(world, marathonOptions()), fabio(world),
      hub(world, [this] { return agents.port(); }), agents(world, [this] { return masterPorts[0]; }),
      marathonServer(marathon),
      gateway("gateway", [this](const auto& request, auto& response) { fabio.handleApi(request, response); }),
      metrics("gateway's metrics",
              [this](const auto& request, auto& response) { fabio.handleMetrics(request, response); }) {
    populateAgents(world, options.agents);
    marathon.adopt(populateApps(world, options.apps, options.tasks));
    fabio.refresh();
    if (options.rate > 0)
        churn = std::make_unique<Churn>(world, options.rate);
    scenario = makeScenario(options.scenario, {world, marathon, fabio});
    listen(options);
}

void Cluster::Impl::listen(const Options& options) {
    agents.listen();
    const bool two = options.scenario == "leader-failover";
    for (int i = 0; i < (two ? 2 : 1); ++i) {
        const auto leader = [this] { return masterPorts[static_cast<std::size_t>(std::max(world.leader(), 0))]; };
        masters[static_cast<std::size_t>(i)] =
            std::make_unique<Master>(world, hub, i, Master::Ports{[this] { return agents.port(); }, leader});
        masters[static_cast<std::size_t>(i)]->listen(i == 0 ? options.masterPort : 0);
        masterPorts[static_cast<std::size_t>(i)] = masters[static_cast<std::size_t>(i)]->port();
    }
    marathonServer.listen(options.schedulerPort);
    gateway.listen(options.gatewayPort);
    metrics.listen(0);
    scenario->start();
    world.start();
}

Cluster::Impl::~Impl() {
    world.stop();
    hub.closeAll();
    for (const auto& master : masters)
        if (master)
            master->stop();
    agents.stop();
    marathonServer.stop();
    gateway.stop();
    metrics.stop();
}

Cluster::Cluster(const Options& options) {
    const std::vector<std::string> names = scenarioNames();
    if (std::find(names.begin(), names.end(), options.scenario) == names.end()) {
        std::string known;
        for (const std::string& name : names)
            known += (known.empty() ? "" : ", ") + name;
        throw std::runtime_error("There is no scenario called " + options.scenario + ". Choose one of: " + known + ".");
    }
    impl_ = std::make_unique<Impl>(options);
}

Cluster::~Cluster() = default;

Endpoints Cluster::endpoints() const {
    Endpoints e;
    e.master = impl_->masters[0]->url();
    e.standby = impl_->masters[1] ? impl_->masters[1]->url() : std::string();
    e.scheduler = impl_->marathonServer.url();
    e.gateway = impl_->gateway.url();
    e.metrics = impl_->metrics.url() + "/metrics";
    return e;
}

void Cluster::advance(double seconds) {
    impl_->world.advance(seconds);
}

std::map<std::string, int> Cluster::requestCounts() const {
    std::map<std::string, int> all = impl_->masters[0]->requestCounts();
    for (const auto& [what, count] : impl_->agents.requestCounts())
        all["agents " + what] += count;
    for (const auto& [what, count] : impl_->marathonServer.requestCounts())
        all["scheduler " + what] += count;
    for (const auto& [what, count] : impl_->gateway.requestCounts())
        all["gateway " + what] += count;
    for (const auto& [what, count] : impl_->metrics.requestCounts())
        all["metrics " + what] += count;
    return all;
}

World& Cluster::world() {
    return impl_->world;
}

} // namespace mesoscope::demo
