// The apps that a demo Swan runs when it begins: those of the population, told in Swan's words.
#include "app/demo/swan/swan.h"

#include <algorithm>

namespace mesoscope::demo::swan {

namespace {

using marathon::member;
using marathon::numberOf;
using marathon::textOf;

constexpr int firstProxyPort = 7000;

std::string lastPart(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

std::string firstPart(const std::string& path) {
    return path.substr(1, path.find('/', 1) - 1);
}

Json proxyOf(const Json& document, const std::string& name, int port) {
    const Json* prefix = member(document, "labels", "urlprefix");
    if (!prefix)
        return Json{{"enabled", false}, {"proxies", Json::array()}};
    return Json{
        {"enabled", true},
        {"proxies",
         Json::array({Json{{"alias", name + ".example.com"}, {"listen", std::to_string(port)}, {"sticky", false}}})}};
}

Json healthCheckOf(const Json& check) {
    return Json{{"protocol", "http"},
                {"path", textOf(check, "path")},
                {"portName", "http"},
                {"delaySeconds", 1},
                {"gracePeriodSeconds", numberOf(check, "gracePeriodSeconds", 30)},
                {"intervalSeconds", numberOf(check, "intervalSeconds", 10)},
                {"timeoutSeconds", numberOf(check, "timeoutSeconds", 5)},
                {"consecutiveFailures", numberOf(check, "maxConsecutiveFailures", 3)}};
}

/// An app of the population as somebody would have sent it to Swan.
Json versionOf(const std::string& id, const Json& document, int proxyPort) {
    const std::string name = lastPart(id);
    const Json& docker = document["container"]["docker"];
    Json version{{"name", name}, {"cmd", textOf(document, "cmd")}};
    for (const char* key : {"cpus", "mem", "disk", "instances"})
        version[key] = numberOf(document, key);
    version["runAs"] = firstPart(id);
    version["container"] = Json{
        {"type", "DOCKER"},
        {"docker",
         Json{{"image", textOf(docker, "image")},
              {"network", "bridge"},
              {"portMappings",
               Json::array({Json{{"name", "http"}, {"protocol", "tcp"}, {"containerPort", 80}, {"hostPort", 0}}})}}},
        {"volumes", Json::array()}};
    version["env"] = document["env"];
    version["labels"] = document["labels"];
    if (const auto& checks = marathon::listOf(document, "healthChecks"); !checks.empty())
        version["healthCheck"] = healthCheckOf(checks[0]);
    version["proxy"] = proxyOf(document, name, proxyPort);
    version["kill"] = Json{{"duration", 3}};
    version["restart"] = Json{{"retries", 3}};
    version["update"] = Json{{"delay", 1}, {"onFailure", "stop"}};
    return version;
}

} // namespace

void Swan::adopt(const std::vector<InitialApp>& apps) {
    const auto lock = world_.lock();
    for (const InitialApp& app : apps)
        adoptApp(app);
    ++changes_;
}

void Swan::adoptApp(const InitialApp& initial) {
    const Json version =
        versionOf(initial.id, Json::parse(initial.document), firstProxyPort + static_cast<int>(apps_.size()));
    auto app = std::make_unique<App>();
    app->name = textOf(version, "name");
    app->runAs = textOf(version, "runAs");
    app->cluster = options_.cluster;
    app->id = app->name + ".default." + app->runAs + "." + app->cluster;
    app->created = app->updated = world_.now() - 3600;
    const std::string stored = storeVersion(*app, version);
    for (std::size_t i = 0; i < initial.placement.size(); ++i) {
        const Agent& agent = *world_.agents()[initial.placement[i]];
        auto instance = std::make_unique<Instance>();
        instance->index = static_cast<int>(i);
        instance->id = newTaskId(*app, instance->index);
        instance->version = stored;
        instance->status = "TASK_RUNNING";
        instance->ip = agent.hostname;
        instance->agentId = agent.id;
        instance->healthy = member(version, "healthCheck") ? "healthy" : "unset";
        instance->ports = agent.freePorts(1);
        instance->created = instance->updated = world_.now() - initial.ageSeconds[i];
        instance->launched = true;
        TaskInfo info;
        info.id = instance->id;
        info.spec = taskSpec(*app, stored);
        info.ports = instance->ports;
        world_.placeRunning(frameworkId_, agent.index, std::move(info), initial.ageSeconds[i]);
        app->instances.push_back(std::move(instance));
    }
    const std::string id = app->id;
    apps_[id] = std::move(app);
}

std::vector<Service> Swan::services() {
    std::vector<Service> result;
    for (const auto& [id, app] : apps_) {
        if (app->versions.empty())
            continue;
        const Json& version = app->versions.rbegin()->second;
        const Json* prefix = member(version, "labels", "urlprefix");
        if (!prefix || !prefix->is_string())
            continue;
        Service service;
        service.name = app->id;
        service.app = "/" + app->id;
        service.prefix = prefix->get<std::string>();
        service.tags = {"urlprefix-" + service.prefix};
        for (const auto& instance : app->instances)
            if (instance->status == "TASK_RUNNING" && instance->healthy != "unhealthy" && !instance->ports.empty())
                service.instances.push_back({instance->id, instance->ip, instance->ports[0]});
        result.push_back(std::move(service));
    }
    return result;
}

} // namespace mesoscope::demo::swan
