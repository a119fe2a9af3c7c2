// A demo Swan: a second scheduler on the world with Swan's HTTP interface, its asynchronous operations and their locks.
//
// Public functions take the world's lock themselves and may be called from any thread.
#pragma once

#include "app/demo/marathon/message.h"
#include "app/demo/swan/compose.h"
#include "app/demo/swan/swan_version.h"
#include "app/demo/world/population.h"
#include "app/demo/world/world.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mesoscope::demo::swan {

using marathon::Request;
using marathon::Response;

struct SwanOptions {
    std::string cluster = "unnamed";
    std::string address = "127.0.0.1:9999";
};

class Swan : public ServiceSource, private FrameworkListener {
public:
    Swan(World& world, const SwanOptions& options);
    ~Swan() override;
    Swan(const Swan&) = delete;
    Swan& operator=(const Swan&) = delete;

    /// host:port under which clients reach it, once it is known.
    void setAddress(const std::string& address);
    /// Apps that run already: no offers, no operations, no events. /shop/checkout becomes
    /// checkout.default.shop.CLUSTER.
    void adopt(const std::vector<InitialApp>& apps);
    Response handle(const Request& request);
    /// Frames of GET /v1/events, with catchUp first one for every instance that serves; the listener runs under the
    /// world's lock.
    int subscribe(std::function<void(const std::string& frame)> listener, bool catchUp = false);
    void unsubscribe(int id);

    std::vector<Service> services() override;
    std::uint64_t servicesVersion() const override { return changes_; }

private:
    struct Instance {
        std::string id;
        int index = 0;
        std::string version;
        std::string status = "pending";
        std::string errmsg;
        std::string ip;
        std::string agentId;
        std::string healthy = "unset";
        std::vector<int> ports;
        double weight = 100;
        int retries = 0;
        int maxRetries = 3;
        Json histories = nullptr;
        double created = 0;
        double updated = 0;
        bool launched = false;
        bool dying = false;
    };
    enum class StepKind { Launch, Kill, Pause };
    struct Step {
        StepKind kind = StepKind::Launch;
        int index = 0;
        std::string version;
        double weight = 100;
        double seconds = 0;
    };
    struct App {
        std::string id;
        std::string name;
        std::string runAs;
        std::string cluster;
        std::string operation = "noop";
        std::string errmsg;
        std::map<std::string, Json> versions;
        std::vector<std::unique_ptr<Instance>> instances;
        std::deque<Step> steps;
        /// What the current step waits for.
        std::string waitingFor;
        /// Until the task has ended; otherwise its first status is enough.
        bool waitingForEnd = false;
        bool updating = false;
        bool deleting = false;
        std::string after = "noop";
        double created = 0;
        double updated = 0;
    };

    struct Compose {
        std::string id;
        ComposeWish wish;
        ComposeFile file;
        std::string yaml;
        std::string operation = "noop";
        std::string errmsg;
        std::size_t next = 0; ///< service to create
        double created = 0;
        double updated = 0;
    };

    void resourceOffers(const std::vector<Offer>& offers) override;
    void statusUpdate(const Task& task, const Status& status) override;

    Response route(const Request& request, const std::vector<std::string>& path, const marathon::Query& query);
    Response appsRoute(const Request& request, const std::vector<std::string>& path, const marathon::Query& query);
    Response appRoute(const Request& request, App& app, const std::vector<std::string>& path,
                      const marathon::Query& query);
    Response tasksRoute(const Request& request, App& app, const std::vector<std::string>& path);
    Response versionsRoute(const Request& request, App& app, const std::vector<std::string>& path);
    Response agentsRoute(const Request& request, const std::vector<std::string>& path, const marathon::Query& query);
    Response composeRoute(const Request& request, const std::vector<std::string>& path, const marathon::Query& query);
    Response listComposes(const marathon::Query& query);
    Response createCompose(const Request& request, const marathon::Query& query);
    Response deleteCompose(Compose& compose);
    Compose& findCompose(const std::string& idOrName);
    std::vector<App*> appsOf(const Compose& compose);
    void continueCompose(Compose& compose);
    void tellComposes();
    Json composeJson(const Compose& compose) const;
    Json machineJson(const Agent& agent) const;
    App& launchApp(const Json& version, const std::string& compose);
    void requireFreeProxies(const Json& version) const;
    Response createApp(const Request& request, const marathon::Query& query);
    Response scale(const Request& request, App& app);
    Response canary(const Request& request, App& app);
    Response weights(const Request& request, App& app);
    Response rollback(App& app, const std::string& version);

    App& find(const std::string& id, int status);
    void requireIdle(const App& app) const;
    void begin(App& app, const std::string& operation, std::deque<Step> steps, const std::string& after = "noop");
    void advance(App& app);
    void finish(App& app);
    void removeApp(App& app);
    Instance& addInstance(App& app, int index, const std::string& version, double weight);
    Instance* byIndex(App& app, int index);
    std::pair<App*, Instance*> findTask(const std::string& taskId);
    void killInstance(Instance& instance);
    void reschedule(App& app, Instance& instance);
    void publish(const App& app, const Instance& instance, bool healthy);
    std::vector<std::string> frames(const App& app, const Instance& instance, bool healthy, int targetPort) const;
    void adoptApp(const InitialApp& initial);
    std::string storeVersion(App& app, const Json& version);
    std::shared_ptr<const TaskSpec> taskSpec(const App& app, const std::string& version);
    std::string newTaskId(const App& app, int index);
    Json appJson(const App& app) const;
    Json taskJson(const Instance& instance) const;
    Json proxyJson(const App& app) const;
    std::string currentVersion(const App& app) const;

    World& world_;
    SwanOptions options_;
    std::string frameworkId_;
    std::map<std::string, std::unique_ptr<App>> apps_;
    std::map<std::string, Compose> composes_;
    std::map<int, std::function<void(const std::string&)>> listeners_;
    std::map<std::string, std::shared_ptr<const TaskSpec>> specs_;
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
    int lastListener_ = 0;
    std::uint64_t serial_ = 0;
    std::uint64_t lastVersion_ = 0;
    std::uint64_t changes_ = 0;
};

} // namespace mesoscope::demo::swan
