// Rules about containers, networks and ports.
#include "app/demo/marathon/app_rules.h"

#include <algorithm>
#include <set>

namespace mesoscope::demo::marathon {

namespace {

std::size_t countMode(const Json& networks, const char* mode) {
    return static_cast<std::size_t>(std::count_if(
        networks.begin(), networks.end(), [&](const Json& network) { return textOf(network, "mode") == mode; }));
}

void checkNetworkNames(const Json& networks, Violations& violations) {
    std::multiset<std::string> names;
    int unnamed = 0;
    bool hostDecorated = false;
    bool bridgeNamed = false;
    for (const auto& network : networks) {
        const std::string name = textOf(network, "name");
        const std::string mode = textOf(network, "mode");
        if (!name.empty())
            names.insert(name);
        unnamed += name.empty() && mode == "container";
        hostDecorated |= mode == "host" && (!name.empty() || !listOf(network, "labels").empty() ||
                                            (member(network, "labels") && !network["labels"].empty()));
        bridgeNamed |= mode == "container/bridge" && !name.empty();
    }
    if (hostDecorated)
        violations.add("/networks", "Host networks may not have names or labels");
    if (bridgeNamed)
        violations.add("/networks", "Bridge networks may not have names");
    if (unnamed > 1 || std::set<std::string>(names.begin(), names.end()).size() != names.size())
        violations.add("/networks", "Duplicate networks are not allowed");
}

void checkNetworks(const Json& app, const MarathonOptions& options, Violations& violations) {
    const Json& networks = listOf(app, "networks");
    checkNetworkNames(networks, violations);
    const std::size_t host = countMode(networks, "host");
    const std::size_t bridge = countMode(networks, "container/bridge");
    const std::size_t container = countMode(networks, "container");
    if (host > 1 || bridge > 1 || (host > 0) + (bridge > 0) + (container > 0) > 1)
        violations.add("/networks",
                       "May specify a single host network, single bridge network, or else 1-to-n container networks");
    const bool nameless = std::any_of(networks.begin(), networks.end(), [](const Json& network) {
        return textOf(network, "mode") == "container" && !member(network, "name");
    });
    if (nameless && options.defaultNetworkName.empty())
        violations.add("/networks", "Network name must be specified when container network is selected.");
    if (isDocker(app) && container > 1)
        violations.add("/", "may only specify a single container network when using the Docker container engine");
}

void checkMappings(const Json& app, Violations& violations) {
    const Json* mappings = member(app, "container", "portMappings");
    if (!mappings)
        return;
    checkPortNames(*mappings, "/container/portMappings", violations);
    const Json& networks = listOf(app, "networks");
    std::vector<std::string> names;
    std::string list;
    for (const auto& network : networks)
        if (const std::string name = textOf(network, "name"); !name.empty()) {
            names.push_back(name);
            list += (list.empty() ? "" : ",") + name;
        }
    for (std::size_t i = 0; i < mappings->size(); ++i) {
        const Json& mapping = (*mappings)[i];
        const std::string path = indexedPath("/container/portMappings", i);
        const Json& wanted = listOf(mapping, "networkNames");
        if (countMode(networks, "container") > 1 && member(mapping, "hostPort") && wanted.size() != 1)
            violations.add(path, "networkNames must be a single item list when hostPort is specified and more than 1 "
                                 "container network is defined");
        for (std::size_t j = 0; j < wanted.size(); ++j)
            if (std::find(names.begin(), names.end(), wanted[j].get<std::string>()) == names.end())
                violations.add(indexedPath(path + "/networkNames", j), "is not one of (" + list + ")");
    }
}

void checkDocker(const Json& app, const MarathonOptions& options, Violations& violations) {
    const Json* docker = member(app, "container", "docker");
    if (isDocker(app)) {
        if (!docker)
            violations.add("/container/docker", "not defined");
        else if (member(*docker, "pullConfig"))
            violations.add("/container/docker/pullConfig", "pullConfig is not supported with Docker containerizer");
        return;
    }
    if (!docker || !member(*docker, "pullConfig"))
        return;
    if (!options.enabledFeatures.count("secrets")) {
        violations.add("/container/docker/pullConfig", "must be empty");
        violations.add("/container/docker/pullConfig", featureMissing("secrets"));
    }
    const Json* secrets = member(app, "secrets");
    if (!secrets || !secrets->contains(textOf((*docker)["pullConfig"], "secret")))
        violations.add("/container/docker/pullConfig", "pullConfig.secret must refer to an existing secret");
}

void checkDefinitions(const Json& app, Violations& violations) {
    const Json& definitions = listOf(app, "portDefinitions");
    checkPortNames(definitions, "/portDefinitions", violations);
    std::multiset<int> fixed;
    for (const auto& definition : definitions)
        if (const int port = definition["port"].get<int>(); port != 0)
            fixed.insert(port);
    if (std::set<int>(fixed.begin(), fixed.end()).size() != fixed.size())
        violations.add("/portDefinitions", "Ports must be unique.");
}

} // namespace

void checkPortNames(const Json& ports, const std::string& path, Violations& violations) {
    std::multiset<std::string> names;
    for (const auto& port : ports)
        if (member(port, "name"))
            names.insert(textOf(port, "name"));
    if (std::set<std::string>(names.begin(), names.end()).size() != names.size())
        violations.add(path, "Port names must be unique.");
}

void checkContainer(const Json& app, const MarathonOptions& options, Violations& violations) {
    if (member(app, "container")) {
        checkMappings(app, violations);
        checkVolumes(app, options, violations);
        checkDocker(app, options, violations);
    }
    checkDefinitions(app, violations);
    checkNetworks(app, options, violations);
}

} // namespace mesoscope::demo::marathon
