#include "app/demo/marathon/run_spec.h"

#include "app/demo/marathon/app_model.h"
#include "app/demo/marathon/violations.h"

#include <algorithm>
#include <set>

namespace mesoscope::demo::marathon {

namespace {

using Sorted = nlohmann::json;

Sorted sorted(const Json& value) {
    if (value.is_object()) {
        Sorted result = Sorted::object();
        for (const auto& [key, item] : value.items())
            result[key] = sorted(item);
        return result;
    }
    if (value.is_array()) {
        Sorted result = Sorted::array();
        for (const auto& item : value)
            result.push_back(sorted(item));
        return result;
    }
    if (value.is_number())
        return value.get<double>();
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_boolean())
        return value.get<bool>();
    return nullptr;
}

/// Lists that are sets: their order is no change.
void sortSets(Sorted& document) {
    for (const char* key : {"constraints", "healthChecks", "dependencies", "acceptedResourceRoles"})
        if (document.contains(key) && document[key].is_array())
            std::sort(document[key].begin(), document[key].end());
}

std::string configKeyOf(const Json& spec, bool pod) {
    Sorted document = sorted(spec);
    for (const char* key : {"instances", "executorResources", "version", "versionInfo"})
        document.erase(key);
    if (pod)
        document.erase("scaling");
    sortSets(document);
    return document.dump(-1, ' ', false, Sorted::error_handler_t::replace);
}

std::vector<std::string> textList(const Json& list) {
    std::vector<std::string> result;
    for (const auto& entry : list)
        result.push_back(entry.get<std::string>());
    return result;
}

std::string commandOf(const Json& app) {
    std::string command = textOf(app, "cmd");
    for (const auto& argument : listOf(app, "args"))
        command += (command.empty() ? "" : " ") + argument.get<std::string>();
    return command;
}

void readUnreachable(RunSpec& spec, const Json* strategy) {
    if (!strategy)
        return;
    spec.unreachableDisabled = strategy->is_string();
    spec.inactiveAfter = numberOf(*strategy, "inactiveAfterSeconds");
    spec.expungeAfter = numberOf(*strategy, "expungeAfterSeconds");
}

std::vector<int> hostPortsOf(const Json& app) {
    std::vector<int> ports;
    if (const Json* mappings = member(app, "container", "portMappings")) {
        for (const auto& mapping : *mappings)
            if (member(mapping, "hostPort"))
                ports.push_back(mapping["hostPort"].get<int>());
        return ports;
    }
    const bool fixed = app.value("requirePorts", false);
    for (const auto& definition : listOf(app, "portDefinitions"))
        ports.push_back(fixed ? definition["port"].get<int>() : 0);
    return ports;
}

void readApp(RunSpec& app) {
    const Json& spec = app.spec;
    app.instances = spec["instances"].get<int>();
    app.resources = {numberOf(spec, "cpus"), numberOf(spec, "mem"), numberOf(spec, "disk"),
                     static_cast<int>(numberOf(spec, "gpus"))};
    app.hostPorts = hostPortsOf(spec);
    app.containers = {{"app", app.resources, commandOf(spec), app.hostPorts.size()}};
    for (const auto& constraint : listOf(spec, "constraints"))
        app.constraints.push_back(textList(constraint));
    app.minimumHealthCapacity = numberOf(spec["upgradeStrategy"], "minimumHealthCapacity", 1);
    app.maximumOverCapacity = numberOf(spec["upgradeStrategy"], "maximumOverCapacity", 1);
    app.backoffSeconds = numberOf(spec, "backoffSeconds", 1);
    app.backoffFactor = numberOf(spec, "backoffFactor", 1.15);
    app.maxLaunchDelay = numberOf(spec, "maxLaunchDelaySeconds", 300);
    readUnreachable(app, member(spec, "unreachableStrategy"));
    app.oldestFirst = textOf(spec, "killSelection") == "OLDEST_FIRST";
    if (member(spec, "taskKillGracePeriodSeconds"))
        app.killGrace = spec["taskKillGracePeriodSeconds"].get<int>();
    for (const auto& check : listOf(spec, "healthChecks"))
        app.healthChecks.push_back(check);
    if (!listOf(spec, "readinessChecks").empty())
        app.readinessCheck = spec["readinessChecks"][0];
    app.resident = hasVolume(spec, "persistent");
}

Json podHealthCheck(const Json& check) {
    Json result = check;
    result["protocol"] = member(check, "http") ? "MESOS_HTTP" : member(check, "tcp") ? "MESOS_TCP" : "COMMAND";
    result["portIndex"] = 0;
    return result;
}

void readPodContainer(RunSpec& pod, const Json& container) {
    const Json& wanted = container["resources"];
    ContainerSpec entry{textOf(container, "name"),
                        {numberOf(wanted, "cpus"), numberOf(wanted, "mem"), numberOf(wanted, "disk"),
                         static_cast<int>(numberOf(wanted, "gpus"))},
                        "",
                        0};
    if (const Json* command = member(container, "exec", "command"))
        entry.command = textOf(*command, "shell");
    for (const auto& endpoint : listOf(container, "endpoints"))
        if (member(endpoint, "hostPort")) {
            pod.hostPorts.push_back(endpoint["hostPort"].get<int>());
            ++entry.ports;
        }
    if (const Json* check = member(container, "healthCheck"))
        pod.healthChecks.push_back(podHealthCheck(*check));
    pod.resources.cpus += entry.resources.cpus;
    pod.resources.mem += entry.resources.mem;
    pod.resources.disk += entry.resources.disk;
    pod.resources.gpus += entry.resources.gpus;
    pod.containers.push_back(std::move(entry));
}

void readPodScheduling(RunSpec& pod, const Json& scheduling) {
    if (const Json* backoff = member(scheduling, "backoff")) {
        pod.backoffSeconds = numberOf(*backoff, "backoff", 1);
        pod.backoffFactor = numberOf(*backoff, "backoffFactor", 1.15);
        pod.maxLaunchDelay = numberOf(*backoff, "maxLaunchDelay", 300);
    }
    if (const Json* upgrade = member(scheduling, "upgrade")) {
        pod.minimumHealthCapacity = numberOf(*upgrade, "minimumHealthCapacity", 1);
        pod.maximumOverCapacity = numberOf(*upgrade, "maximumOverCapacity", 1);
    }
    if (const Json* placement = member(scheduling, "placement"))
        for (const auto& constraint : listOf(*placement, "constraints")) {
            std::vector<std::string> parts = {textOf(constraint, "fieldName"), textOf(constraint, "operator")};
            if (member(constraint, "value"))
                parts.push_back(textOf(constraint, "value"));
            pod.constraints.push_back(std::move(parts));
        }
    readUnreachable(pod, member(scheduling, "unreachableStrategy"));
    pod.oldestFirst = textOf(scheduling, "killSelection") == "OLDEST_FIRST";
}

void readPod(RunSpec& pod) {
    const Json& spec = pod.spec;
    pod.instances = member(spec, "scaling") ? spec["scaling"]["instances"].get<int>() : 1;
    const Json executor = spec.value("executorResources", Json::object());
    pod.resources = {numberOf(executor, "cpus"), numberOf(executor, "mem"), numberOf(executor, "disk"), 0};
    for (const auto& container : listOf(spec, "containers"))
        readPodContainer(pod, container);
    if (member(spec, "scheduling"))
        readPodScheduling(pod, spec["scheduling"]);
}

std::shared_ptr<RunSpec> makeSpec(Json stored, const VersionInfo& versionInfo, bool pod) {
    auto spec = std::make_shared<RunSpec>();
    spec->spec = std::move(stored);
    spec->pod = pod;
    spec->id = textOf(spec->spec, "id");
    spec->role = textOf(spec->spec, "role");
    spec->versionInfo = versionInfo;
    for (const auto& dependency : listOf(spec->spec, "dependencies"))
        spec->dependencies.push_back(dependency.get<std::string>());
    if (pod)
        readPod(*spec);
    else
        readApp(*spec);
    spec->configKey = configKeyOf(spec->spec, pod);
    return spec;
}

/// Puts version (and versionInfo) behind the key after which they stand in answers.
Json withVersionKeys(const Json& spec, const VersionInfo& info, const std::vector<const char*>& before, bool withInfo) {
    Json result = Json::object();
    bool done = false;
    const auto insert = [&] {
        result["version"] = isoText(info.version);
        if (withInfo && !info.onlyVersion)
            result["versionInfo"] = Json{{"lastScalingAt", isoText(info.lastScaling)},
                                         {"lastConfigChangeAt", isoText(info.lastConfigChange)}};
        done = true;
    };
    for (const auto& [key, value] : spec.items()) {
        if (!done &&
            std::any_of(before.begin(), before.end(), [&, name = key](const char* next) { return name == next; }))
            insert();
        result[key] = value;
    }
    if (!done)
        insert();
    return result;
}

} // namespace

bool RunSpec::hasMarathonChecks() const {
    return std::any_of(healthChecks.begin(), healthChecks.end(), [](const Json& check) {
        const std::string protocol = textOf(check, "protocol");
        return protocol == "HTTP" || protocol == "HTTPS" || protocol == "TCP";
    });
}

bool RunSpec::hasAgentChecks() const {
    return std::any_of(healthChecks.begin(), healthChecks.end(), [](const Json& check) {
        const std::string protocol = textOf(check, "protocol");
        return protocol == "COMMAND" ||
               (protocol.rfind("MESOS_", 0) == 0 && (member(check, "portIndex") || member(check, "port")));
    });
}

std::string RunSpec::label(const std::string& name) const {
    const Json* labels = member(spec, "labels");
    return labels ? textOf(*labels, name.c_str()) : std::string();
}

SpecPtr makeApp(Json stored, const VersionInfo& versionInfo) {
    return makeSpec(std::move(stored), versionInfo, false);
}

SpecPtr makePod(Json stored, const VersionInfo& versionInfo) {
    return makeSpec(std::move(stored), versionInfo, true);
}

SpecPtr withVersion(const SpecPtr& spec, const VersionInfo& versionInfo) {
    auto copy = std::make_shared<RunSpec>(*spec);
    copy->versionInfo = versionInfo;
    copy->shownText.clear();
    return copy;
}

SpecPtr withInstances(const SpecPtr& spec, int instances) {
    auto copy = std::make_shared<RunSpec>(*spec);
    copy->instances = instances;
    copy->shownText.clear();
    if (spec->pod)
        copy->spec["scaling"]["instances"] = instances;
    else
        copy->spec["instances"] = instances;
    return copy;
}

std::vector<int> servicePorts(const RunSpec& app) {
    std::vector<int> ports;
    if (const Json* mappings = member(app.spec, "container", "portMappings")) {
        for (const auto& mapping : *mappings)
            ports.push_back(mapping["servicePort"].get<int>());
        if (!ports.empty())
            return ports;
    }
    for (const auto& definition : listOf(app.spec, "portDefinitions"))
        ports.push_back(definition["port"].get<int>());
    return ports;
}

SpecPtr withServicePorts(const SpecPtr& app, const std::vector<int>& ports) {
    Json spec = app->spec;
    const Json* mappings = member(spec, "container", "portMappings");
    if (mappings && !mappings->empty()) {
        for (std::size_t i = 0; i < ports.size(); ++i)
            spec["container"]["portMappings"][i]["servicePort"] = ports[i];
    } else {
        for (std::size_t i = 0; i < ports.size(); ++i)
            spec["portDefinitions"][i]["port"] = ports[i];
    }
    return makeApp(std::move(spec), app->versionInfo);
}

Json appDocument(const RunSpec& app) {
    if (const std::string reason = unwritableReason(app.spec); !reason.empty())
        throw refusal(500, reason);
    return withVersionKeys(app.spec, app.versionInfo, {"killSelection"}, true);
}

Json podDocument(const RunSpec& pod) {
    return withVersionKeys(pod.spec, pod.versionInfo, {"user", "environment", "containers"}, false);
}

} // namespace mesoscope::demo::marathon
