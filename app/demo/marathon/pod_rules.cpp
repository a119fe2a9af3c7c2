#include "app/demo/marathon/pod_rules.h"

#include "app/demo/marathon/path_id.h"
#include "app/demo/marathon/raml_types.h"

#include <algorithm>
#include <set>

namespace mesoscope::demo::marathon {

namespace {

bool hasMode(const Json& pod, const char* mode) {
    const Json& networks = listOf(pod, "networks");
    return std::any_of(networks.begin(), networks.end(),
                       [&](const Json& network) { return textOf(network, "mode") == mode; });
}

bool hasVolumeOf(const Json& pod, const char* kind) {
    const Json& volumes = listOf(pod, "volumes");
    return std::any_of(volumes.begin(), volumes.end(), [&](const Json& volume) { return volume.contains(kind); });
}

void checkHealth(const Json& container, const std::string& path, Violations& violations) {
    const Json* check = member(container, "healthCheck");
    if (!check)
        return;
    const std::string place = path + "/healthCheck";
    const int timeout = (*check)["timeoutSeconds"].get<int>();
    const int interval = (*check)["intervalSeconds"].get<int>();
    if (timeout >= interval)
        violations.add(place + "/timeoutSeconds",
                       "got " + std::to_string(timeout) + ", expected less than " + std::to_string(interval));
    int kinds = 0;
    for (const char* kind : {"http", "tcp", "exec"}) {
        const Json* probe = member(*check, kind);
        kinds += probe != nullptr;
        if (!probe || std::string(kind) == "exec")
            continue;
        const Json& endpoints = listOf(container, "endpoints");
        const std::string name = textOf(*probe, "endpoint");
        if (std::none_of(endpoints.begin(), endpoints.end(),
                         [&](const Json& endpoint) { return textOf(endpoint, "name") == name; }))
            violations.add(place + "/" + kind + "/endpoint", "contained in the container endpoints");
    }
    if (kinds != 1)
        violations.add(place, "Only one of http, tcp, or command may be specified");
}

void checkEndpoints(const Json& pod, const Json& container, const std::string& path, Violations& violations) {
    const Json& endpoints = listOf(container, "endpoints");
    for (std::size_t i = 0; i < endpoints.size(); ++i) {
        const std::string place = indexedPath(path + "/endpoints", i) + "/containerPort";
        const bool given = member(endpoints[i], "containerPort");
        if (hasMode(pod, "host") && given)
            violations.add(place, "is not allowed when using host-mode networking");
        if (hasMode(pod, "container") && !given)
            violations.add(place, "is required when using container-mode networking");
    }
}

void checkMounts(const Json& pod, const Json& container, const std::string& path, Violations& violations) {
    std::set<std::string> names;
    for (const auto& volume : listOf(pod, "volumes"))
        names.insert(textOf(volume, "name"));
    const Json& mounts = listOf(container, "volumeMounts");
    for (std::size_t i = 0; i < mounts.size(); ++i)
        if (!names.count(textOf(mounts[i], "name")))
            violations.add(indexedPath(path + "/volumeMounts", i) + "/name",
                           "Referenced Volume in VolumeMount should exist");
}

void checkContainers(const Json& pod, Violations& violations) {
    std::multiset<std::string> containerNames;
    std::multiset<std::string> endpointNames;
    std::multiset<int> containerPorts;
    std::multiset<int> hostPorts;
    const auto repeated = [](const auto& set) { return std::adjacent_find(set.begin(), set.end()) != set.end(); };
    const Json& containers = listOf(pod, "containers");
    for (std::size_t i = 0; i < containers.size(); ++i) {
        const std::string path = indexedPath("/containers", i);
        containerNames.insert(textOf(containers[i], "name"));
        for (const auto& endpoint : listOf(containers[i], "endpoints")) {
            endpointNames.insert(textOf(endpoint, "name"));
            if (numberOf(endpoint, "containerPort") != 0)
                containerPorts.insert(static_cast<int>(numberOf(endpoint, "containerPort")));
            if (numberOf(endpoint, "hostPort") != 0)
                hostPorts.insert(static_cast<int>(numberOf(endpoint, "hostPort")));
        }
        checkEndpoints(pod, containers[i], path, violations);
        checkHealth(containers[i], path, violations);
        checkMounts(pod, containers[i], path, violations);
    }
    if (repeated(containerNames))
        violations.add("/containers", "container names must be unique");
    if (repeated(endpointNames))
        violations.add("/", "endpoint names must be unique");
    if (repeated(containerPorts))
        violations.add("/", "container ports must be unique");
    if (repeated(hostPorts))
        violations.add("/", "host ports must be unique");
}

void checkVolumesOf(const Json& pod, Violations& violations) {
    const Json& volumes = listOf(pod, "volumes");
    std::multiset<std::string> names;
    for (std::size_t i = 0; i < volumes.size(); ++i) {
        const std::string name = textOf(volumes[i], "name");
        names.insert(name);
        bool used = false;
        for (const auto& container : listOf(pod, "containers"))
            for (const auto& mount : listOf(container, "volumeMounts"))
                used |= textOf(mount, "name") == name;
        if (!used)
            violations.add(indexedPath("/volumes", i), "volume must be referenced by at least one container");
    }
    if (std::adjacent_find(names.begin(), names.end()) != names.end())
        violations.add("/volumes", "volume names must be unique");
}

void checkPodNetworks(const Json& pod, const MarathonOptions& options, Violations& violations) {
    const Json& networks = listOf(pod, "networks");
    for (const auto& network : networks)
        if (textOf(network, "mode") == "container" && !member(network, "name") && options.defaultNetworkName.empty())
            violations.add("/networks", "Network name must be specified when container network is selected.");
    const int kinds = hasMode(pod, "host") + hasMode(pod, "container/bridge") + hasMode(pod, "container");
    if (kinds > 1)
        violations.add("/networks",
                       "May specify a single host network, single bridge network, or else 1-to-n container networks");
}

} // namespace

void checkPod(const Json& pod, const MarathonOptions& options) {
    Violations violations;
    const auto parts = segments(textOf(pod, "id"));
    if (textOf(pod, "id").substr(0, 1) != "/")
        violations.add("/id", "Path needs to be absolute");
    if (parts.empty())
        violations.add("/id", "Path must contain at least one path element");
    checkContainers(pod, violations);
    checkVolumesOf(pod, violations);
    checkPodNetworks(pod, options, violations);
    throwIfInvalid(violations);
}

Json normalizePod(Json pod, const MarathonOptions& options, const RoleSettings& roles) {
    pod["id"] = canonicalPath(textOf(pod, "id"));
    if (!hasMode(pod, "container"))
        for (auto& container : pod["containers"])
            if (container.contains("endpoints"))
                for (auto& endpoint : container["endpoints"])
                    if (!member(endpoint, "hostPort"))
                        endpoint["hostPort"] = 0;
    if (pod.contains("networks"))
        for (auto& network : pod["networks"])
            if (textOf(network, "mode") == "container" && !member(network, "name"))
                network["name"] = options.defaultNetworkName;
    if (!member(pod, "scaling"))
        pod["scaling"] = Json{{"instances", 1}, {"kind", "fixed"}};
    const bool resident = hasVolumeOf(pod, "persistent");
    Json scheduling = pod.value("scheduling", Json::object());
    if (!member(scheduling, "backoff"))
        scheduling["backoff"] = Json{{"backoff", 1.0}, {"backoffFactor", 1.15}, {"maxLaunchDelay", 300.0}};
    if (!member(scheduling, "upgrade"))
        scheduling["upgrade"] =
            Json{{"minimumHealthCapacity", resident ? 0.5 : 1.0}, {"maximumOverCapacity", resident ? 0.0 : 1.0}};
    if (!member(scheduling, "placement"))
        scheduling["placement"] = Json::object();
    if (!member(scheduling, "killSelection"))
        scheduling["killSelection"] = "YOUNGEST_FIRST";
    if (!member(scheduling, "unreachableStrategy")) {
        if (resident)
            scheduling["unreachableStrategy"] = "disabled";
        else
            scheduling["unreachableStrategy"] = Json{{"inactiveAfterSeconds", 0}, {"expungeAfterSeconds", 0}};
    }
    pod["scheduling"] = scheduling;
    if (!member(pod, "executorResources"))
        pod["executorResources"] = Json{{"cpus", 0.1}, {"mem", 32.0}, {"disk", 10.0}};
    if (!member(pod, "role"))
        pod["role"] = roles.defaultRole;
    if (!roles.allows(textOf(pod, "role"))) {
        Violations violations;
        violations.add("/role", roles.refusalOf(textOf(pod, "role")));
        throw invalidObject(violations);
    }
    pod.erase("version");
    return writeRaml(podType(), pod);
}

} // namespace mesoscope::demo::marathon
