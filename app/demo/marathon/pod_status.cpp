#include "app/demo/marathon/pod_status.h"

#include <algorithm>

namespace mesoscope::demo::marathon {

namespace {

Json containerConditions(const Instance& instance, std::size_t index, const Json& definition) {
    Json conditions = Json::array();
    if (!member(definition, "healthCheck"))
        return conditions;
    const auto healthy = instance.healthy();
    const std::string since = isoText(instance.tasks[index].since);
    conditions.push_back(Json{{"name", "healthy"},
                              {"lastChanged", since},
                              {"lastUpdated", since},
                              {"value", healthy == true ? "true" : "false"},
                              {"reason", healthy ? "health-reported-by-mesos" : "health-unreported-by-mesos"}});
    return conditions;
}

Json endpointsOf(const Instance& instance, const Json& definition, std::size_t& port) {
    Json endpoints = Json::array();
    for (const auto& endpoint : listOf(definition, "endpoints")) {
        Json entry{{"name", endpoint["name"]}};
        if (member(endpoint, "hostPort") && port < instance.ports.size())
            entry["allocatedHostPort"] = instance.ports[port++];
        if (member(definition, "healthCheck") && instance.healthy())
            entry["healthy"] = *instance.healthy();
        endpoints.push_back(std::move(entry));
    }
    return endpoints;
}

Json containerStatus(const Instance& instance, std::size_t index, const Json& definition, std::size_t& port) {
    const TaskRun& task = instance.tasks[index];
    const std::string state = task.state.empty() ? "TASK_STAGING" : task.state;
    const bool over = isTerminal(conditionOf(state)) && !task.state.empty();
    const std::string since = isoText(task.since ? task.since : instance.stagedAt);
    Json status{{"name", definition["name"]},
                {"status", state},
                {"statusSince", since},
                {"conditions", containerConditions(instance, index, definition)}};
    if (!over)
        status["containerId"] = instance.taskId(index);
    status["endpoints"] = over ? Json(Json::array()) : endpointsOf(instance, definition, port);
    if (!over)
        status["resources"] = definition["resources"];
    status["lastUpdated"] = since;
    status["lastChanged"] = since;
    return status;
}

std::string instanceStatusText(const Instance& instance) {
    switch (instance.condition) {
    case Condition::Running:
        return instance.spec->healthChecks.empty() || instance.healthy() == true ? "STABLE" : "DEGRADED";
    case Condition::Staging:
    case Condition::Starting:
        return "STAGING";
    case Condition::Unreachable:
    case Condition::UnreachableInactive:
        return "DEGRADED";
    case Condition::Killing:
        return "PENDING";
    default:
        return "PENDING";
    }
}

Json addressesOf(const Instance& instance) {
    Json addresses = Json::array();
    for (const auto& task : instance.tasks)
        if (!task.ip.empty() && (task.state == "TASK_RUNNING" || task.state == "TASK_STARTING"))
            addresses.push_back(task.ip);
    Json networks = Json::array();
    if (!addresses.empty())
        networks.push_back(Json{{"addresses", addresses}});
    return networks;
}

Json instanceStatus(const Instance& instance) {
    const std::string since = isoText(instance.since);
    const std::string text = instanceStatusText(instance);
    Json status{{"id", instance.id}, {"status", text}, {"statusSince", since}};
    if (text == "DEGRADED" && instance.condition == Condition::Running)
        status["message"] = "at least one container is not healthy";
    status["conditions"] = Json::array();
    status["agentHostname"] = instance.agent->hostname;
    status["agentId"] = instance.agent->id;
    status["agentRegion"] = instance.agent->region;
    status["agentZone"] = instance.agent->zone;
    const Resources& sum = instance.spec->resources;
    status["resources"] = Json{{"cpus", sum.cpus}, {"mem", sum.mem}, {"disk", sum.disk}, {"gpus", sum.gpus}};
    status["networks"] = addressesOf(instance);
    Json containers = Json::array();
    std::size_t port = 0;
    const Json& definitions = listOf(instance.spec->spec, "containers");
    for (std::size_t i = 0; i < instance.tasks.size(); ++i)
        containers.push_back(containerStatus(instance, i, definitions[i], port));
    status["containers"] = std::move(containers);
    status["specReference"] =
        "/v2/pods" + instance.spec->id + "::versions/" + isoTextNanos(instance.spec->versionInfo.version);
    status["localVolumes"] = Json::array();
    status["lastUpdated"] = since;
    status["lastChanged"] = since;
    status["role"] = instance.spec->role;
    return status;
}

Json terminationOf(const Instance& instance) {
    for (std::size_t i = 0; i < instance.tasks.size(); ++i) {
        const TaskRun& task = instance.tasks[i];
        if (task.state != "TASK_FAILED")
            continue;
        return Json{
            {"instanceID", instance.id},
            {"startedAt", isoText(instance.startedAt)},
            {"terminatedAt", isoText(task.since)},
            {"message", task.message},
            {"containers", Json::array({Json{{"containerId", instance.taskId(i)}, {"lastKnownState", "TaskFailed"}}})}};
    }
    return nullptr;
}

} // namespace

Json podStatus(const Core& core, const RunSpec& pod) {
    Json instances = Json::array();
    Json terminated = Json::array();
    int stable = 0;
    Millis since = pod.versionInfo.version;
    for (const Instance* instance : core.instances.of(pod.id)) {
        since = std::max(since, instance->since);
        if (!instance->launched() || instance->condition == Condition::Scheduled ||
            instance->condition == Condition::Provisioned)
            continue;
        stable += instanceStatusText(*instance) == "STABLE" && instance->goal == Goal::Running;
        instances.push_back(instanceStatus(*instance));
        if (Json termination = terminationOf(*instance); !termination.is_null())
            terminated.push_back(std::move(termination));
    }
    Json definition = podDocument(pod);
    if (const Json* placement = member(definition, "scheduling", "placement"); placement && placement->empty())
        definition["scheduling"].erase("placement");
    return withPlainNumbers(Json{{"id", pod.id},
                                 {"spec", definition},
                                 {"status", stable >= pod.instances ? "STABLE" : "DEGRADED"},
                                 {"statusSince", isoText(since)},
                                 {"instances", instances},
                                 {"terminationHistory", terminated},
                                 {"lastUpdated", isoText(core.now())},
                                 {"lastChanged", isoText(since)}});
}

Json podInstanceJson(const Instance& instance) {
    Json state{{"condition", conditionText(instance.condition)}, {"since", isoText(instance.since)}};
    if (instance.startedAt > 0)
        state["activeSince"] = isoText(instance.startedAt);
    if (const auto healthy = instance.healthy())
        state["healthy"] = *healthy;
    state["goal"] = goalText(instance.goal);
    Json result{{"instanceId", instance.id}, {"state", state}};
    if (instance.agent)
        result["agentInfo"] = Json{{"host", instance.agent->hostname},
                                   {"agentId", instance.agent->id},
                                   {"region", instance.agent->region},
                                   {"zone", instance.agent->zone},
                                   {"attributes", Json::array()}};
    result["runSpecVersion"] = isoText(instance.spec->versionInfo.version);
    if (instance.spec->unreachableDisabled)
        result["unreachableStrategy"] = "disabled";
    else
        result["unreachableStrategy"] =
            Json{{"inactiveAfterSeconds", static_cast<std::int64_t>(instance.spec->inactiveAfter)},
                 {"expungeAfterSeconds", static_cast<std::int64_t>(instance.spec->expungeAfter)}};
    return result;
}

} // namespace mesoscope::demo::marathon
