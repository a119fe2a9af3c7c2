#include "app/demo/swan/swan.h"

#include "app/demo/marathon/path_id.h"
#include "app/demo/swan/answers.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

namespace mesoscope::demo::swan {

namespace {

using marathon::compact;
using marathon::listOf;
using marathon::member;
using marathon::numberOf;
using marathon::textOf;

std::vector<Json> proxiesOf(const Json& version) {
    std::vector<Json> result;
    const Json* proxy = member(version, "proxy");
    if (proxy && proxy->value("enabled", false))
        for (const auto& entry : listOf(*proxy, "proxies"))
            result.push_back(entry);
    return result;
}

double pauseOf(const Json& version) {
    const Json* update = member(version, "update");
    return update ? numberOf(*update, "delay") : 0;
}

} // namespace

Swan::Swan(World& world, const SwanOptions& options) : world_(world), options_(options) {
    const auto lock = world_.lock();
    FrameworkInfo info;
    info.name = "swan";
    info.hostname = "127.0.0.1";
    info.webuiUrl = "http://" + options.address;
    frameworkId_ = world_.registerFramework(info, this, false);
}

Swan::~Swan() {
    const auto lock = world_.lock();
    *alive_ = false;
    if (Framework* framework = world_.findFramework(frameworkId_))
        framework->listener = nullptr;
}

void Swan::setAddress(const std::string& address) {
    const auto lock = world_.lock();
    options_.address = address;
}

int Swan::subscribe(std::function<void(const std::string& frame)> listener, bool catchUp) {
    const auto lock = world_.lock();
    for (const auto& [id, app] : apps_)
        for (const auto& instance : app->instances)
            if (catchUp && instance->status == "TASK_RUNNING")
                for (const std::string& frame : frames(*app, *instance, true, 0))
                    listener(frame);
    listeners_[++lastListener_] = std::move(listener);
    return lastListener_;
}

void Swan::unsubscribe(int id) {
    const auto lock = world_.lock();
    listeners_.erase(id);
}

Response Swan::handle(const Request& request) {
    const std::size_t question = request.target.find('?');
    const std::vector<std::string> path = marathon::segments(request.target.substr(0, question));
    const marathon::Query query(question == std::string::npos ? std::string() : request.target.substr(question + 1));
    const auto lock = world_.lock();
    Response response;
    try {
        response = route(request, path, query);
    } catch (const Refusal& refusal) {
        response = plain(refusal.status, refusal.text);
    } catch (const Json::exception& failure) {
        response = plain(400, failure.what());
    }
    response.headers.emplace_back("Access-Control-Allow-Origin", "*");
    response.headers.emplace_back("Access-Control-Allow-Headers",
                                  "Origin, X-Requested-With, Content-Type, Accept, X-Registry-Auth");
    response.headers.emplace_back("Access-Control-Allow-Methods", "HEAD, GET, POST, DELETE, PUT, OPTIONS");
    return response;
}

Response Swan::route(const Request& request, const std::vector<std::string>& path, const marathon::Query& query) {
    const bool get = request.method == "GET";
    const auto is = [&](std::initializer_list<const char*> wanted) {
        return path.size() == wanted.size() && std::equal(path.begin(), path.end(), wanted.begin());
    };
    if (get && is({"ping"}))
        return json(200, "pong");
    if (get && is({"version"}))
        return json(200, Json{{"version", ""},
                              {"commit", ""},
                              {"build_time", ""},
                              {"go_version", "go1.19.8"},
                              {"os", "linux"},
                              {"arch", "amd64"}});
    if (path.size() < 2 || path[0] != "v1")
        return notFoundPage();
    if (path[1] == "apps")
        return appsRoute(request, path, query);
    if (path[1] == "agents")
        return agentsRoute(request, path, query);
    if (get && is({"v1", "leader"}))
        return json(200, Json{{"leader", options_.address}});
    if (get && is({"v1", "framework"}))
        return json(200, Json{{"ID", frameworkId_}});
    if (get && is({"v1", "stats"}))
        return marathon::textResponse(200, "", "");
    if (path[1] == "compose-ng")
        return composeRoute(request, path, query);
    if (get && is({"v1", "compose"}))
        return json(200, Json::array());
    if (get && is({"v1", "fullsync"})) {
        return json(200, Json::array());
    }
    if (request.method == "POST" && is({"v1", "purge"})) {
        for (const auto& [id, app] : apps_)
            removeApp(*app);
        return empty(204);
    }
    return notFoundPage();
}

Swan::App& Swan::find(const std::string& id, int status) {
    const auto found = apps_.find(id);
    if (found == apps_.end())
        throw Refusal{status, "find app " + id + " got error: zk: node does not exist"};
    return *found->second;
}

void Swan::requireIdle(const App& app) const {
    if (app.operation != "noop")
        throw Refusal{423, "app status is " + app.operation + ", operation not allowed."};
}

Response Swan::appsRoute(const Request& request, const std::vector<std::string>& path, const marathon::Query& query) {
    if (path.size() == 2 && request.method == "POST")
        return createApp(request, query);
    if (path.size() == 2) {
        if (request.method != "GET")
            return notFoundPage();
        Json list = Json::array();
        const std::string labels = query.value("labels");
        const std::string fields = query.value("fields");
        for (const auto& [id, app] : apps_) {
            const Json newest = app->versions.rbegin()->second;
            const std::size_t equals = labels.find('=');
            const Json* map = member(newest, "labels");
            if (!labels.empty() &&
                (!map || textOf(*map, labels.substr(0, equals).c_str()) !=
                             (equals == std::string::npos ? "" : labels.substr(labels.find_last_of('=') + 1))))
                continue;
            if (!fields.empty() && fields.rfind("runAs==", 0) == 0 && app->runAs != fields.substr(7))
                continue;
            list.push_back(appJson(*app));
        }
        return json(200, list);
    }
    const std::string id = marathon::percentDecode(path[2], false);
    const bool whole = path.size() == 3;
    if (whole && request.method == "DELETE" && !apps_.count(id))
        throw Refusal{404, "app " + id + " not exists"};
    const bool list = path.size() >= 4 && (path[3] == "tasks" || path[3] == "versions") && request.method == "GET";
    if (list && !apps_.count(id))
        throw Refusal{500, "zk: node does not exist"};
    const bool clean = (whole && request.method == "GET") || (path.size() == 4 && path[3] == "reset");
    return appRoute(request, find(id, clean ? 404 : 500), path, query);
}

Response Swan::createApp(const Request& request, const marathon::Query& query) {
    if (request.header("content-type") != "application/json")
        throw Refusal{400, "Content-Type must be 'application/json'"};
    const Json version = decode(request.body);
    checkVersion(version);
    const std::string compose = query.value("compose").empty() ? "default" : query.value("compose");
    return json(201, Json{{"id", launchApp(version, compose).id}});
}

Swan::App& Swan::launchApp(const Json& version, const std::string& compose) {
    auto app = std::make_unique<App>();
    app->name = textOf(version, "name");
    app->runAs = textOf(version, "runAs");
    app->cluster = textOf(version, "cluster").empty() ? options_.cluster : textOf(version, "cluster");
    app->id = app->name + "." + compose + "." + app->runAs + "." + app->cluster;
    if (apps_.count(app->id))
        throw Refusal{409, "app " + app->id + " has already exists"};
    requireFreeProxies(version);
    app->created = app->updated = world_.now();
    App& stored = *app;
    apps_[app->id] = std::move(app);
    const std::string id = storeVersion(stored, version);
    std::deque<Step> steps;
    for (int i = 0; i < static_cast<int>(numberOf(version, "instances")); ++i)
        steps.push_back({StepKind::Launch, i, id, 100, 0});
    begin(stored, "creating", std::move(steps));
    return stored;
}

void Swan::requireFreeProxies(const Json& version) const {
    for (const auto& wanted : proxiesOf(version))
        for (const auto& [id, other] : apps_)
            for (const auto& taken : proxiesOf(other->versions.rbegin()->second)) {
                if (textOf(taken, "listen") == textOf(wanted, "listen"))
                    throw Refusal{409, "proxy.Listen " + textOf(wanted, "listen") + " conflict to app " + id};
                if (!textOf(wanted, "alias").empty() && textOf(taken, "alias") == textOf(wanted, "alias"))
                    throw Refusal{409, "proxy.Alias " + textOf(wanted, "alias") + " conflict to app " + id};
            }
}

std::string Swan::storeVersion(App& app, const Json& version) {
    const auto nanos = static_cast<std::uint64_t>(world_.now() * 1e6) * 1000;
    lastVersion_ = std::max(nanos, lastVersion_ + 1000);
    const std::string id = std::to_string(lastVersion_);
    app.versions[id] = storedVersion(version, id);
    return id;
}

std::string Swan::newTaskId(const App& app, int index) {
    char text[24];
    const std::uint64_t mixed = (++serial_ + 77) * 0x9e3779b97f4a7c15ULL;
    std::snprintf(text, sizeof text, "%012llx", static_cast<unsigned long long>(mixed >> 16));
    return std::string(text) + "." + std::to_string(index) + "." + app.id;
}

Swan::Instance& Swan::addInstance(App& app, int index, const std::string& version, double weight) {
    auto instance = std::make_unique<Instance>();
    instance->id = newTaskId(app, index);
    instance->index = index;
    instance->version = version;
    instance->weight = weight;
    const Json& document = app.versions[version];
    instance->healthy = member(document, "healthCheck") ? "unhealthy" : "unset";
    if (const Json* restart = member(document, "restart"))
        instance->maxRetries = static_cast<int>(numberOf(*restart, "retries", 3));
    instance->created = instance->updated = world_.now();
    app.instances.push_back(std::move(instance));
    world_.revive(frameworkId_);
    return *app.instances.back();
}

Swan::Instance* Swan::byIndex(App& app, int index) {
    for (const auto& instance : app.instances)
        if (instance->index == index && !instance->dying)
            return instance.get();
    return nullptr;
}

std::pair<Swan::App*, Swan::Instance*> Swan::findTask(const std::string& taskId) {
    // A task's id is RANDOM.INDEX.APP.
    const std::size_t index = taskId.find('.');
    const std::size_t name = index == std::string::npos ? index : taskId.find('.', index + 1);
    const auto app = name == std::string::npos ? apps_.end() : apps_.find(taskId.substr(name + 1));
    if (app != apps_.end())
        for (const auto& instance : app->second->instances)
            if (instance->id == taskId)
                return {app->second.get(), instance.get()};
    return {nullptr, nullptr};
}

void Swan::begin(App& app, const std::string& operation, std::deque<Step> steps, const std::string& after) {
    app.operation = operation;
    app.errmsg.clear();
    app.steps = std::move(steps);
    app.after = after;
    app.waitingFor.clear();
    app.updated = world_.now();
    advance(app);
}

void Swan::killInstance(Instance& instance) {
    instance.dying = true;
    if (instance.launched)
        world_.kill(frameworkId_, instance.id);
}

void Swan::advance(App& app) {
    while (app.waitingFor.empty()) {
        if (app.steps.empty())
            return finish(app);
        const Step step = app.steps.front();
        app.steps.pop_front();
        if (step.kind == StepKind::Launch) {
            app.waitingFor = addInstance(app, step.index, step.version, step.weight).id;
            app.waitingForEnd = false;
        } else if (step.kind == StepKind::Kill) {
            Instance* victim = byIndex(app, step.index);
            if (!victim)
                continue;
            const std::string id = victim->id;
            killInstance(*victim);
            app.waitingForEnd = victim->launched;
            if (victim->launched)
                app.waitingFor = id;
            else
                std::erase_if(app.instances, [&](const auto& instance) { return instance->id == id; });
        } else if (step.seconds > 0) {
            app.waitingFor = "pause";
            world_.schedule(step.seconds, [this, still = alive_, id = app.id] {
                const auto found = *still ? apps_.find(id) : apps_.end();
                if (found == apps_.end() || found->second->waitingFor != "pause")
                    return;
                found->second->waitingFor.clear();
                advance(*found->second);
            });
        }
    }
}

void Swan::finish(App& app) {
    app.updated = world_.now();
    if (app.deleting) {
        apps_.erase(app.id);
        return tellComposes();
    }
    std::string after = app.after;
    if (after == "canary_unfinished") {
        const std::string newest = app.versions.rbegin()->first;
        const bool done = std::all_of(app.instances.begin(), app.instances.end(),
                                      [&](const auto& instance) { return instance->version == newest; });
        after = done ? "noop" : after;
    }
    app.operation = after;
    app.updating = after == "canary_unfinished";
    tellComposes();
}

void Swan::removeApp(App& app) {
    app.deleting = true;
    app.updating = false;
    std::deque<Step> steps;
    for (const auto& instance : app.instances)
        steps.push_back({StepKind::Kill, instance->index, "", 0, 0});
    // Deleting answers at once; the work follows.
    app.operation = "deleting";
    app.steps = std::move(steps);
    app.waitingFor = "pause";
    world_.schedule(0.05, [this, still = alive_, id = app.id] {
        const auto found = *still ? apps_.find(id) : apps_.end();
        if (found == apps_.end())
            return;
        found->second->waitingFor.clear();
        advance(*found->second);
    });
}

std::string Swan::currentVersion(const App& app) const {
    std::string newest;
    for (const auto& instance : app.instances)
        newest = std::max(newest, instance->version);
    return newest.empty() ? app.versions.rbegin()->first : newest;
}

Response Swan::appRoute(const Request& request, App& app, const std::vector<std::string>& path,
                        const marathon::Query& query) {
    const std::string& method = request.method;
    if (path.size() == 3) {
        if (method == "GET")
            return json(200, appJson(app));
        if (method == "DELETE") {
            removeApp(app);
            return empty(204);
        }
        if (method != "PUT")
            return notFoundPage();
        requireIdle(app);
        const Json version = decode(request.body);
        checkVersion(version);
        const std::string id = storeVersion(app, version);
        std::deque<Step> steps;
        std::set<int> indexes;
        for (const auto& instance : app.instances)
            indexes.insert(instance->index);
        for (const int index : indexes) {
            steps.push_back({StepKind::Kill, index, "", 0, 0});
            steps.push_back({StepKind::Launch, index, id, 100, 0});
            steps.push_back({StepKind::Pause, 0, "", 0, pauseOf(version)});
        }
        app.updating = true;
        begin(app, "updating", std::move(steps));
        return accepted();
    }
    const std::string& what = path[3];
    if (what == "tasks")
        return tasksRoute(request, app, path);
    if (what == "versions")
        return versionsRoute(request, app, path);
    if (what == "proxy" && method == "GET")
        return json(200, path.size() == 5 ? Json::object() : proxyJson(app));
    if (what == "dns" && method == "GET")
        return json(200, Json::object());
    if (path.size() != 4)
        return notFoundPage();
    if (what == "reset" && method == "POST") {
        const std::string previous = app.operation;
        app.operation = "noop";
        app.steps.clear();
        app.waitingFor.clear();
        app.updating = false;
        return json(200, Json{{"current", "noop"}, {"previous", previous}});
    }
    if (what == "scale" && method == "POST")
        return scale(request, app);
    if (what == "canary" && method == "PUT")
        return canary(request, app);
    if (what == "weights" && method == "PUT")
        return weights(request, app);
    if (method != "POST" || (what != "start" && what != "stop" && what != "rollback"))
        return notFoundPage();
    requireIdle(app);
    if (what == "rollback")
        return rollback(app, query.value("version"));
    std::deque<Step> steps;
    if (what == "stop") {
        for (const auto& instance : app.instances)
            steps.push_back({StepKind::Kill, instance->index, "", 0, 0});
        begin(app, "stopping", std::move(steps));
        return accepted();
    }
    const std::string version = app.versions.rbegin()->first;
    for (int i = 0; i < static_cast<int>(numberOf(app.versions[version], "instances")); ++i)
        steps.push_back({StepKind::Launch, i, version, 100, 0});
    begin(app, "starting", std::move(steps));
    return accepted();
}

Response Swan::scale(const Request& request, App& app) {
    const Json body = decode(request.body, "decode scale param error: ");
    requireIdle(app);
    const int goal = static_cast<int>(numberOf(body, "instances"));
    if (goal < 0)
        throw Refusal{400, "the goal count can't be negative"};
    const int current = static_cast<int>(app.instances.size());
    if (goal == current)
        return marathon::textResponse(304, "", "");
    const std::string running = currentVersion(app);
    Json copy = app.versions[running];
    copy["instances"] = goal;
    storeVersion(app, copy);
    std::deque<Step> steps;
    for (int i = current; i < goal; ++i)
        steps.push_back({StepKind::Launch, i, running, 100, 0});
    for (int i = current - 1; i >= goal; --i)
        steps.push_back({StepKind::Kill, i, "", 0, 0});
    begin(app, goal > current ? "scaling_up" : "scaling_down", std::move(steps));
    return accepted();
}

Response Swan::canary(const Request& request, App& app) {
    const Json body = decode(request.body);
    if (app.operation != "noop" && app.operation != "canary_unfinished")
        requireIdle(app);
    const Json* version = member(body, "version");
    if (app.operation == "noop" && !version)
        throw Refusal{400, "new version required on canary update begin"};
    std::string id = app.versions.rbegin()->first;
    if (app.operation == "noop")
        id = storeVersion(app, *version);
    const double value = numberOf(body, "value");
    if (value <= 0 || value > 1)
        throw Refusal{400, "canary value must between (0, 1]"};
    const int more = static_cast<int>(numberOf(body, "instances", 1));
    const int total = static_cast<int>(app.instances.size());
    const auto already = static_cast<int>(std::count_if(app.instances.begin(), app.instances.end(),
                                                        [&](const auto& instance) { return instance->version == id; }));
    const int goal = std::min(total, already + more);
    const double weight =
        value >= 1 || goal == total ? 100 : std::round((total - goal) * 100 * value / (goal * (1 - value)));
    std::deque<Step> steps;
    for (int i = already; i < goal; ++i) {
        steps.push_back({StepKind::Kill, i, "", 0, 0});
        steps.push_back({StepKind::Launch, i, id, weight, 0});
        steps.push_back({StepKind::Pause, 0, "", 0, numberOf(body, "delay", 5)});
    }
    app.updating = true;
    begin(app, "canary_updating", std::move(steps), "canary_unfinished");
    return accepted();
}

Response Swan::weights(const Request& request, App& app) {
    const double value = numberOf(decode(request.body), "value");
    if (value <= 0 || value > 1)
        throw Refusal{400, "Invalid value. value must be between 0 and 1.(0 < value <= 1)"};
    if (app.operation != "canary_unfinished")
        throw Refusal{423, "app status is " + app.operation + ", operation not allowed."};
    const std::string newest = app.versions.rbegin()->first;
    const auto total = static_cast<double>(app.instances.size());
    const auto fresh = static_cast<double>(std::count_if(
        app.instances.begin(), app.instances.end(), [&](const auto& instance) { return instance->version == newest; }));
    const double weight =
        value >= 1 || fresh == 0 ? 100 : std::round((total - fresh) * 100 * value / (fresh * (1 - value)));
    for (const auto& instance : app.instances)
        if (instance->version == newest)
            instance->weight = weight;
    return accepted();
}

Response Swan::rollback(App& app, const std::string& version) {
    if (!version.empty() && !app.versions.count(version))
        throw Refusal{500, "zk: node does not exist"};
    std::string target = version;
    if (target.empty()) {
        const auto current = app.versions.find(currentVersion(app));
        if (current == app.versions.begin())
            throw Refusal{500, "no more versions to rollback"};
        target = std::prev(current)->first;
    }
    std::deque<Step> steps;
    for (auto instance = app.instances.rbegin(); instance != app.instances.rend(); ++instance) {
        steps.push_back({StepKind::Kill, (*instance)->index, "", 0, 0});
        steps.push_back({StepKind::Launch, (*instance)->index, target, 100, 0});
    }
    app.updating = true;
    begin(app, "rollbacking", std::move(steps));
    return accepted();
}

Response Swan::tasksRoute(const Request& request, App& app, const std::vector<std::string>& path) {
    if (path.size() == 4) {
        if (request.method == "DELETE") {
            for (const auto& instance : app.instances)
                killInstance(*instance);
            return empty(204);
        }
        Json tasks = Json::array();
        for (const auto& instance : app.instances)
            tasks.push_back(taskJson(*instance));
        return json(200, tasks);
    }
    const auto [owner, instance] = findTask(path[4]);
    if (owner != &app)
        throw Refusal{request.method == "DELETE" ? 404 : 500, "task " + path[4] + " not exist"};
    if (path.size() == 6 && path[5] == "weight" && request.method == "PUT") {
        instance->weight = numberOf(decode(request.body), "weight");
        return accepted();
    }
    if (path.size() != 5)
        return notFoundPage();
    if (request.method == "GET")
        return json(200, taskJson(*instance));
    if (request.method == "DELETE") {
        // Killed from outside it is started again.
        world_.kill(frameworkId_, instance->id);
        return empty(204);
    }
    if (request.method == "PUT") {
        const Json version = decode(request.body);
        checkVersion(version);
        const std::string id = storeVersion(app, version);
        const int index = instance->index;
        world_.kill(frameworkId_, instance->id);
        addInstance(app, index, id, 100);
    }
    return accepted();
}

Response Swan::versionsRoute(const Request& request, App& app, const std::vector<std::string>& path) {
    if (path.size() == 4 && request.method == "POST") {
        if (request.header("content-type") != "application/json")
            throw Refusal{400, "Content-Type must be 'application/json'"};
        const Json version = decode(request.body);
        checkVersion(version);
        return json(200, Json{{"id", storeVersion(app, version)}});
    }
    if (request.method != "GET")
        return notFoundPage();
    if (path.size() == 5) {
        const auto found = app.versions.find(path[4]);
        if (found == app.versions.end())
            throw Refusal{500, "zk: node does not exist"};
        return json(200, found->second);
    }
    Json list = Json::array();
    for (auto version = app.versions.rbegin(); version != app.versions.rend(); ++version)
        list.push_back(version->second);
    return json(200, list);
}

Response Swan::agentsRoute(const Request& request, const std::vector<std::string>& path, const marathon::Query& query) {
    if (path.size() == 3 && path[2] == "query_id") {
        if (!query.has("ips"))
            throw Refusal{400, "query parameter ips required"};
        const std::string ips = "," + query.value("ips") + ",";
        for (const auto& agent : world_.agents())
            if (ips.find("," + agent->ip + ",") != std::string::npos)
                return marathon::textResponse(200, "text/plain; charset=utf-8", agent->id);
        throw Refusal{404, "not found matched mesos slaves"};
    }
    if (path.size() == 3 && path[2] == "networks")
        return request.method == "GET" ? json(200, Json::object()) : notFoundPage();
    if (path.size() == 2) {
        if (request.method != "GET")
            return notFoundPage();
        Json all = Json::object();
        for (const auto& agent : world_.agents())
            if (agent->state == AgentState::Active)
                all[agent->id] = machineJson(*agent);
        return json(200, all);
    }
    for (const auto& agent : world_.agents())
        if (agent->id == path[2] && path.size() == 3 && request.method == "GET")
            return json(200, machineJson(*agent));
    // The gateway and the name service of its agents do not run in the demonstration.
    throw Refusal{path.size() > 3 ? 404 : 500, "no such agent: " + path[2]};
}

Json Swan::machineJson(const Agent& agent) const {
    const auto running = static_cast<int>(agent.tasks.size());
    const double share = agent.total.cpus > 0 ? agent.allocated.cpus / agent.total.cpus : 0;
    return Json{
        {"hostname", agent.hostname},
        {"os", "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\n"},
        {"uptime", "86400.000000"},
        {"unixtime", static_cast<std::int64_t>(world_.now())},
        {"loadavg", share * agent.total.cpus},
        {"cpu", Json{{"processor", static_cast<int>(agent.total.cpus)},
                     {"physical", static_cast<int>(agent.total.cpus)},
                     {"used", share * 100}}},
        {"memory", Json{{"total", static_cast<std::int64_t>(agent.total.mem * 1048576)},
                        {"used", static_cast<std::int64_t>(agent.allocated.mem * 1048576)}}},
        {"containers", Json{{"total", running}, {"running", running}, {"stopped", 0}, {"killed", 0}, {"paused", 0}}},
        {"ips", Json::object()},
        {"listenings", agent.usedPorts.empty() ? std::vector<int>{5051} : agent.usedPorts}};
}

Json Swan::taskJson(const Instance& instance) const {
    const bool started = instance.launched && instance.status.rfind("TASK_", 0) == 0;
    Json ports = nullptr;
    if (!instance.ports.empty())
        ports = instance.ports;
    return Json{{"id", instance.id},
                {"name", instance.id.substr(instance.id.find('.') + 1)},
                {"ip", instance.ip},
                {"ports", ports},
                {"healthy", instance.healthy},
                {"weight", instance.weight},
                {"agentId", instance.agentId},
                {"version", instance.version},
                {"status", instance.status},
                {"errmsg", instance.errmsg},
                {"opstatus", ""},
                {"container_id", started ? "0000" + instance.id.substr(0, 12) : ""},
                {"container_name", started ? "/mesos-" + instance.agentId + "." + instance.id.substr(0, 12) : ""},
                {"retries", instance.retries},
                {"maxRetries", instance.maxRetries},
                {"histories", instance.histories},
                {"created", timeText(instance.created)},
                {"updated", timeText(instance.updated)}};
}

Json Swan::appJson(const App& app) const {
    std::map<std::string, int> states;
    std::set<std::string> versions;
    std::map<std::string, int> health;
    for (const auto& instance : app.instances) {
        ++states[instance->status];
        ++health[instance->healthy];
        versions.insert(instance->version);
    }
    if (versions.empty() && !app.versions.empty())
        versions.insert(app.versions.rbegin()->first);
    const std::string newest = currentVersion(app);
    Json details = nullptr;
    int progress = -1;
    if (app.updating) {
        details = Json::object();
        progress = 0;
        for (const auto& instance : app.instances) {
            details[instance->id] = instance->version == newest;
            progress += instance->version == newest;
        }
    }
    Json counts = Json::object();
    for (const auto& [state, count] : states)
        counts[state] = count;
    return Json{{"id", app.id},
                {"name", app.name},
                {"runAs", app.runAs},
                {"cluster", app.cluster},
                {"operationStatus", app.operation},
                {"progress", progress},
                {"progress_details", details},
                {"task_count", app.instances.size()},
                {"currentVersion", versions},
                {"version_count", app.versions.size()},
                {"status", states.count("TASK_RUNNING") ? "available" : "unavailable"},
                {"tasks_status", counts},
                {"health", Json{{"total", app.instances.size()},
                                {"healthy", health["healthy"]},
                                {"unhealthy", health["unhealthy"]},
                                {"unset", health["unset"]}}},
                {"errmsg", app.errmsg},
                {"created", timeText(app.created)},
                {"updated", timeText(app.updated)}};
}

Json Swan::proxyJson(const App& app) const {
    Json list = Json::array();
    const Json& version = app.versions.rbegin()->second;
    for (const auto& proxy : proxiesOf(version)) {
        Json backends = Json::array();
        for (const auto& instance : app.instances)
            if (instance->status == "TASK_RUNNING" && !instance->ports.empty())
                backends.push_back(Json{{"clean_name", instance->id.substr(instance->id.find('.') + 1)},
                                        {"id", instance->id},
                                        {"ip", instance->ip},
                                        {"port", instance->ports[0]},
                                        {"scheme", "http"},
                                        {"target_port", 80},
                                        {"version", ""},
                                        {"weihgt", instance->weight}});
        list.push_back(Json{{"alias", textOf(proxy, "alias")},
                            {"backends", backends},
                            {"listen", ":" + textOf(proxy, "listen")},
                            {"name", app.id},
                            {"sticky", proxy.value("sticky", false)},
                            {"target", "80"}});
    }
    return list;
}

std::shared_ptr<const TaskSpec> Swan::taskSpec(const App& app, const std::string& version) {
    auto& known = specs_[app.id + "@" + version];
    if (known)
        return known;
    const Json& document = app.versions.at(version);
    auto spec = std::make_shared<TaskSpec>();
    spec->name = app.id;
    spec->app = "/" + app.id;
    spec->command = textOf(document, "cmd");
    spec->resources = {numberOf(document, "cpus"), numberOf(document, "mem"), numberOf(document, "disk"),
                       numberOf(document, "gpus")};
    if (const Json* labels = member(document, "labels"))
        for (const auto& [key, value] : labels->items())
            spec->labels.push_back({key, value.is_string() ? value.get<std::string>() : compact(value)});
    Container container;
    container.docker = true;
    container.image = textOf(document["container"]["docker"], "image");
    container.networkMode = textOf(document["container"]["docker"], "network");
    spec->container = container;
    if (member(document, "healthCheck")) {
        HealthCheck check;
        check.type = HealthCheck::Type::Http;
        check.delaySeconds = 1;
        check.intervalSeconds = std::max(1.0, numberOf(document["healthCheck"], "intervalSeconds", 10));
        spec->healthCheck = check;
    }
    known = spec;
    return known;
}

void Swan::resourceOffers(const std::vector<Offer>& offers) {
    std::deque<std::pair<App*, Instance*>> waiting;
    for (const auto& [id, app] : apps_)
        for (const auto& instance : app->instances)
            if (!instance->launched && !instance->dying)
                waiting.emplace_back(app.get(), instance.get());
    for (const auto& offer : offers) {
        const auto fits = std::find_if(waiting.begin(), waiting.end(), [&](const auto& entry) {
            return offer.resources.contains(taskSpec(*entry.first, entry.second->version)->resources);
        });
        if (fits == waiting.end()) {
            world_.decline(frameworkId_, offer.id);
            continue;
        }
        auto [app, instance] = *fits;
        waiting.erase(fits);
        const Agent& agent = *world_.agents()[offer.agent];
        TaskInfo info;
        info.id = instance->id;
        info.spec = taskSpec(*app, instance->version);
        const Json& docker = app->versions[instance->version]["container"]["docker"];
        info.ports = agent.freePorts(listOf(docker, "portMappings").size());
        instance->launched = true;
        instance->ip = agent.hostname;
        instance->agentId = agent.id;
        instance->ports = info.ports;
        world_.launch(frameworkId_, offer.id, {info});
    }
    if (waiting.empty())
        world_.suppress(frameworkId_);
}

std::vector<std::string> Swan::frames(const App& app, const Instance& instance, bool healthy, int targetPort) const {
    std::vector<std::string> result;
    const auto version = app.versions.find(instance.version);
    if (version == app.versions.end())
        return result;
    const std::string type = healthy ? "task_healthy" : "task_unhealthy";
    for (const auto& proxy : proxiesOf(version->second)) {
        const Json event{{"type", type},
                         {"app_id", app.id},
                         {"app_alias", textOf(proxy, "alias")},
                         {"app_listen", textOf(proxy, "listen")},
                         {"app_sticky", proxy.value("sticky", false)},
                         {"version_id", ""},
                         {"app_version", ""},
                         {"task_id", instance.id},
                         {"task_ip", instance.ip},
                         {"task_port", instance.ports.empty() ? 0 : instance.ports[0]},
                         {"target_port", targetPort},
                         {"weihgt", instance.weight},
                         {"gateway", true}};
        result.push_back("event: " + type + "\ndata: " + compact(marathon::withPlainNumbers(event)) + "\n\n");
    }
    return result;
}

void Swan::publish(const App& app, const Instance& instance, bool healthy) {
    if (listeners_.empty())
        return;
    for (const std::string& frame : frames(app, instance, healthy, 80))
        for (const auto& [id, listener] : listeners_)
            listener(frame);
}

void Swan::reschedule(App& app, Instance& instance) {
    const Json old = taskJson(instance);
    const int retries = instance.retries + 1;
    const int most = std::max(3, instance.maxRetries);
    Json histories = instance.histories.is_null() ? Json(Json::array()) : instance.histories;
    histories.push_back(old);
    const int index = instance.index;
    const std::string version = instance.version;
    const double weight = instance.weight;
    const std::string id = instance.id;
    std::erase_if(app.instances, [&](const auto& entry) { return entry->id == id; });
    Instance& next = addInstance(app, index, version, weight);
    next.status = "retrying";
    next.retries = retries;
    next.maxRetries = most;
    next.histories = histories;
    if (app.waitingFor == id)
        app.waitingFor = next.id;
}

void Swan::statusUpdate(const Task& task, const Status& status) {
    const auto [app, instance] = findTask(task.id());
    if (!app)
        return;
    ++changes_;
    instance->status = std::string(toString(status.state));
    instance->errmsg = status.message;
    if (status.state == TaskState::Running) {
        instance->retries = 0;
        if (status.healthy >= 0 || instance->healthy == "unset") {
            const bool healthy = status.healthy != 0;
            if (instance->healthy != "unset")
                instance->healthy = healthy ? "healthy" : "unhealthy";
            publish(*app, *instance, healthy);
        }
    }
    const std::string id = instance->id;
    const bool awaited = app->waitingFor == id;
    if (isTerminal(status.state)) {
        publish(*app, *instance, false);
        const bool again = !instance->dying && instance->retries < instance->maxRetries &&
                           (app->operation == "noop" || app->operation == "creating" || app->operation == "starting" ||
                            app->operation == "scaling_up");
        if (again)
            return reschedule(*app, *instance);
        if (instance->dying)
            std::erase_if(app->instances, [&](const auto& entry) { return entry->id == id; });
    }
    if (!awaited || (app->waitingForEnd && !isTerminal(status.state)))
        return;
    app->waitingFor.clear();
    advance(*app);
}

} // namespace mesoscope::demo::swan
