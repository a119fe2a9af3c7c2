#include "app/demo/cluster.h"

#include "app/demo/fabio/fabio.h"
#include "app/demo/marathon_server.h"
#include "app/demo/mesos/agents.h"
#include "app/demo/mesos/master.h"
#include "app/demo/scenarios/churn.h"
#include "app/demo/scenarios/scenario.h"
#include "app/demo/swan_server.h"
#include "app/demo/world/population.h"

#include <algorithm>
#include <stdexcept>

namespace mesoscope::demo {

namespace {

/// Stops and starts listeners for scenarios: that waits for connections, which may wait for the world's lock, so it
/// must not happen on the clock's thread.
class Helper {
public:
    Helper() : thread_([this] { run(); }) {}
    ~Helper() {
        post({});
        thread_.join();
    }
    void post(std::function<void()> job) {
        const std::lock_guard guard(mutex_);
        jobs_.push_back(std::move(job));
        wake_.notify_all();
    }
    void waitUntilIdle() {
        std::unique_lock guard(mutex_);
        wake_.wait(guard, [this] { return jobs_.empty(); });
    }

private:
    void run() {
        std::unique_lock guard(mutex_);
        for (;;) {
            wake_.wait(guard, [this] { return !jobs_.empty(); });
            const std::function<void()> job = jobs_.front();
            if (!job)
                return;
            guard.unlock();
            job();
            guard.lock();
            jobs_.pop_front();
            wake_.notify_all();
        }
    }

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> jobs_;
    std::thread thread_;
};

} // namespace

struct Cluster::Impl {
    explicit Impl(const Options& options);
    ~Impl();
    void makeScheduler(const Options& options);
    void listen(const Options& options);
    void startMasters(const Options& options);

    World world;
    std::unique_ptr<marathon::Marathon> marathon;
    std::unique_ptr<swan::Swan> swan;
    fabio::Fabio fabio;
    EventHub hub;
    Agents agents;
    std::array<std::unique_ptr<Master>, 2> masters;
    std::array<int, 2> masterPorts{};
    std::unique_ptr<MarathonServer> marathonServer;
    std::unique_ptr<SwanServer> swanServer;
    HttpServer gateway;
    HttpServer metrics;
    std::unique_ptr<Churn> churn;
    std::unique_ptr<Scenario> scenario;
    std::atomic<bool> open = true;
    Helper helper;
};

namespace {

marathon::MarathonOptions marathonOptions() {
    marathon::MarathonOptions options;
    options.mesosRole = "*";
    return options;
}

} // namespace

Cluster::Impl::Impl(const Options& options)
    : world({options.seed, options.manualClock}), fabio(world), hub(world, [this] { return agents.port(); }),
      agents(world, [this] { return masterPorts[0]; }),
      gateway("gateway", [this](const auto& request, auto& response) { fabio.handleApi(request, response); }),
      metrics("gateway's metrics",
              [this](const auto& request, auto& response) { fabio.handleMetrics(request, response); }) {
    populateAgents(world, options.agents);
    makeScheduler(options);
    fabio.refresh();
    if (options.rate > 0)
        churn = std::make_unique<Churn>(world, options.rate, options.rateSeconds);
    const auto kill = [this](int number) {
        helper.post([master = masters[static_cast<std::size_t>(number)].get()] { master->stop(); });
    };
    const auto revive = [this](int number) {
        const auto n = static_cast<std::size_t>(number);
        helper.post([master = masters[n].get(), port = masterPorts[n]] { master->listen(port); });
    };
    scenario = makeScenario(options.scenario, {world, marathon.get(), fabio, kill, revive});
    listen(options);
}

void Cluster::Impl::makeScheduler(const Options& options) {
    if (options.scheduler == "swan") {
        swan = std::make_unique<swan::Swan>(world, swan::SwanOptions{"demo", ""});
        world.setServiceSource(swan.get());
        swan->adopt(populateApps(world, options.apps, options.tasks));
        swanServer = std::make_unique<SwanServer>(*swan);
        return;
    }
    marathon = std::make_unique<marathon::Marathon>(world, marathonOptions());
    marathon->adopt(populateApps(world, options.apps, options.tasks));
    marathonServer = std::make_unique<MarathonServer>(*marathon);
}

void Cluster::Impl::listen(const Options& options) {
    agents.listen();
    startMasters(options);
    if (swanServer)
        swanServer->listen(options.schedulerPort);
    else
        marathonServer->listen(options.schedulerPort);
    gateway.listen(options.gatewayPort);
    metrics.listen(0);
    scenario->start();
    world.start();
    // What a small world does within a blink when it is asked would take seconds here.
    constexpr std::size_t large = 50000;
    if (world.tasks().size() >= large)
        helper.post([this] { hub.measure(open); });
}

void Cluster::Impl::startMasters(const Options& options) {
    const std::size_t count = options.scenario == "leader-failover" ? 2 : 1;
    const auto leader = [this] { return masterPorts[static_cast<std::size_t>(world.namedLeader())]; };
    for (std::size_t i = 0; i < count; ++i) {
        masters[i] = std::make_unique<Master>(world, hub, static_cast<int>(i),
                                              Master::Ports{[this] { return agents.port(); }, leader});
        masters[i]->listen(i == 0 ? options.masterPort : 0);
        masterPorts[i] = masters[i]->port();
    }
}

Cluster::Impl::~Impl() {
    open = false;
    world.stop();
    helper.waitUntilIdle();
    hub.closeAll();
    for (const auto& master : masters)
        if (master)
            master->stop();
    agents.stop();
    if (swanServer)
        swanServer->stop();
    if (marathonServer)
        marathonServer->stop();
    gateway.stop();
    metrics.stop();
}

namespace {

void requireOneOf(const std::vector<std::string>& names, const std::string& wanted, const char* what) {
    if (std::find(names.begin(), names.end(), wanted) != names.end())
        return;
    std::string known;
    for (const std::string& name : names)
        known += (known.empty() ? "" : ", ") + name;
    throw std::runtime_error(std::string("There is no ") + what + " called " + wanted + ". Choose one of: " + known +
                             ".");
}

} // namespace

Cluster::Cluster(const Options& options) {
    requireOneOf(scenarioNames(), options.scenario, "scenario");
    requireOneOf(schedulerNames(), options.scheduler, "scheduler");
    impl_ = std::make_unique<Impl>(options);
}

Cluster::~Cluster() = default;

Endpoints Cluster::endpoints() const {
    Endpoints e;
    e.master = impl_->masters[0]->url();
    e.standby = impl_->masters[1] ? impl_->masters[1]->url() : std::string();
    e.scheduler = impl_->swanServer ? impl_->swanServer->url() : impl_->marathonServer->url();
    e.schedulerSystem = impl_->swanServer ? "swan" : "marathon";
    e.gateway = impl_->gateway.url();
    e.metrics = impl_->metrics.url() + "/metrics";
    return e;
}

void Cluster::advance(double seconds) {
    impl_->world.advance(seconds);
    impl_->helper.waitUntilIdle();
}

std::map<std::string, int> Cluster::requestCounts() const {
    std::map<std::string, int> all = impl_->masters[0]->requestCounts();
    for (const auto& [what, count] : impl_->agents.requestCounts())
        all["agents " + what] += count;
    for (const auto& [what, count] :
         impl_->swanServer ? impl_->swanServer->requestCounts() : impl_->marathonServer->requestCounts())
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
