#include "app/demo/marathon/app_normalize.h"

#include "app/demo/marathon/path_id.h"

#include <algorithm>

namespace mesoscope::demo::marathon {

namespace {

Json defaultPortMappings() {
    return Json::array({Json{{"containerPort", 0},
                             {"labels", Json::object()},
                             {"name", "default"},
                             {"protocol", "tcp"},
                             {"servicePort", 0}}});
}

Json defaultPortDefinitions() {
    return Json::array({Json{{"port", 0}, {"name", "default"}, {"protocol", "tcp"}}});
}

Json portDefinitionsOf(const Json& numbers) {
    Json result = Json::array();
    for (const auto& number : numbers)
        result.push_back(Json{{"port", number}, {"protocol", "tcp"}});
    return result;
}

bool offHost(const Json& networks) {
    return std::any_of(networks.begin(), networks.end(),
                       [](const Json& network) { return textOf(network, "mode") != "host"; });
}

bool hasMode(const Json& networks, const char* mode) {
    return std::any_of(networks.begin(), networks.end(),
                       [&](const Json& network) { return textOf(network, "mode") == mode; });
}

bool looksLikeArchive(const std::string& uri) {
    const std::string path = uri.substr(0, uri.find_first_of("?#"));
    for (const char* ending : {".tgz", ".tar.gz", ".tbz2", ".tar.bz2", ".txz", ".tar.xz", ".zip", ".gz"}) {
        const std::string suffix(ending);
        if (path.size() >= suffix.size() && path.compare(path.size() - suffix.size(), suffix.size(), suffix) == 0)
            return isUri(uri);
    }
    return false;
}

void migrateUris(Json& app) {
    const Json uris = listOf(app, "uris");
    app.erase("uris");
    if (uris.empty())
        return;
    if (!listOf(app, "fetch").empty())
        throw refusal(500, "cannot specify both uris and fetch fields");
    Json fetch = Json::array();
    for (const auto& uri : uris)
        fetch.push_back(Json{{"uri", uri},
                             {"extract", looksLikeArchive(uri.get<std::string>())},
                             {"executable", false},
                             {"cache", false}});
    app["fetch"] = fetch;
}

Json network(const char* mode, const std::string& name, const Json& labels) {
    Json result = Json::object();
    if (!name.empty())
        result["name"] = name;
    result["mode"] = mode;
    result["labels"] = labels;
    return result;
}

Json translatedNetwork(const std::string& type, const Json* ipAddress, const MarathonOptions& options) {
    const Json labels = ipAddress ? ipAddress->value("labels", Json::object()) : Json::object();
    const std::string name = ipAddress ? textOf(*ipAddress, "networkName") : std::string();
    if (type == "HOST")
        return network("host", "", Json::object());
    if (type == "BRIDGE" || (type.empty() && name == options.mesosBridgeName))
        return network("container/bridge", "", labels);
    if (type == "USER" || type.empty())
        return network("container", name, labels);
    throw refusal(500, "unsupported docker network type " + type);
}

/// The networks that the deprecated fields ask for; hasCanonical: "networks" was given beside them.
void migrateNetworks(Json& app, bool hasCanonical, const MarathonOptions& options) {
    const Json* ipAddress = member(app, "ipAddress");
    const Json* docker = member(app, "container", "docker");
    const std::string type = docker ? textOf(*docker, "network") : std::string();
    if (!ipAddress && type.empty())
        return;
    if (hasCanonical)
        throw refusal(500, "cannot mix deprecated and canonical network APIs");
    app["networks"] = Json::array({translatedNetwork(type, ipAddress, options)});
}

void migrateDockerMappings(Json& container) {
    const Json* docker = member(container, "docker");
    if (!docker || !member(*docker, "portMappings"))
        return;
    const Json old = (*docker)["portMappings"];
    const bool given = member(container, "portMappings");
    if (given && !old.empty())
        throw refusal(500, "cannot specify both portMappings and docker.portMappings");
    if (!given)
        container["portMappings"] = old;
    container["docker"].erase("portMappings");
}

void migrateDiscovery(Json& container, const Json* ipAddress) {
    const Json* discovery = ipAddress ? member(*ipAddress, "discovery") : nullptr;
    if (!discovery || listOf(*discovery, "ports").empty())
        return;
    if (textOf(container, "type") != "MESOS")
        throw refusal(500, "ipAddress.discovery.ports do not apply for container type " + textOf(container, "type"));
    if (member(container, "portMappings"))
        throw refusal(500, "container.portMappings and ipAddress.discovery.ports must not both be set");
    Json mappings = Json::array();
    for (const auto& port : listOf(*discovery, "ports"))
        mappings.push_back(Json{{"containerPort", port["number"]},
                                {"labels", port.value("labels", Json::object())},
                                {"name", port["name"]},
                                {"protocol", port["protocol"]},
                                {"servicePort", 0}});
    container["portMappings"] = mappings;
}

/// The container with everything deprecated inside translated; made up when only an IP address was asked for.
void migrateContainer(Json& app) {
    if (!member(app, "container")) {
        if (!member(app, "ipAddress"))
            return;
        app["container"] = Json{{"type", "MESOS"}, {"volumes", Json::array()}};
    }
    Json& container = app["container"];
    migrateDockerMappings(container);
    migrateDiscovery(container, member(app, "ipAddress"));
    if (member(container, "docker"))
        container["docker"].erase("network");
}

void applyMappings(Json& app, std::size_t definitions) {
    if (!member(app, "container"))
        return;
    Json& container = app["container"];
    if (!offHost(app["networks"])) {
        container.erase("portMappings");
        return;
    }
    if (!member(container, "portMappings"))
        container["portMappings"] = defaultPortMappings();
    while (container["portMappings"].size() < definitions) {
        Json padding = defaultPortMappings()[0];
        padding.erase("name");
        container["portMappings"].push_back(padding);
    }
}

void defaultPortIndices(Json& app) {
    if (!app.contains("healthChecks"))
        return;
    for (auto& check : app["healthChecks"])
        if (textOf(check, "protocol") != "COMMAND" && !member(check, "port") && !member(check, "portIndex"))
            check["portIndex"] = 0;
}

void defaultStatusCodes(Json& app) {
    if (!app.contains("readinessChecks"))
        return;
    for (auto& check : app["readinessChecks"])
        if (!member(check, "httpStatusCodesForReady"))
            check["httpStatusCodesForReady"] = Json::array({200});
}

void migrateDeprecated(Json& app, const MarathonOptions& options) {
    migrateUris(app);
    migrateNetworks(app, !listOf(app, "networks").empty(), options);
    const bool definitionsSent = !listOf(app, "portDefinitions").empty();
    if (member(app, "ports") && !member(app, "portDefinitions"))
        app["portDefinitions"] = portDefinitionsOf(app["ports"]);
    const std::size_t definitions = listOf(app, "portDefinitions").size();
    migrateContainer(app);
    applyMappings(app, definitions);
    if (offHost(app["networks"]))
        app.erase("portDefinitions");
    else if (!member(app, "portDefinitions"))
        app["portDefinitions"] = defaultPortDefinitions();
    const Json* mappings = member(app, "container", "portMappings");
    if (definitionsSent || (mappings && !mappings->empty()))
        defaultPortIndices(app);
    if (hasVolume(app, "persistent") && !member(app, "residency"))
        app["residency"] = Json{{"relaunchEscalationTimeoutSeconds", 3600}, {"taskLostBehavior", "WAIT_FOREVER"}};
    defaultStatusCodes(app);
    for (const char* old : {"uris", "ipAddress", "ports"})
        app.erase(old);
    app["id"] = canonicalPath(textOf(app, "id"));
}

void nameNetworks(Json& networks, const MarathonOptions& options) {
    for (auto& entry : networks) {
        if (textOf(entry, "mode") != "container" || member(entry, "name"))
            continue;
        if (options.defaultNetworkName.empty())
            throw refusal(500, "Network name must be specified when container network is selected.");
        entry = network("container", options.defaultNetworkName, entry.value("labels", Json::object()));
    }
}

void bridgeHostPorts(Json& container, const Json& networks) {
    if (!hasMode(networks, "container/bridge") || !member(container, "portMappings"))
        return;
    for (auto& mapping : container["portMappings"])
        if (!member(mapping, "hostPort"))
            mapping["hostPort"] = 0;
}

/// An app off the host network always has a container with mappings.
void networkedContainer(Json& app, const Json& networks) {
    if (!member(app, "container") && offHost(networks))
        app["container"] = Json{{"type", "MESOS"}, {"volumes", Json::array()}, {"portMappings", defaultPortMappings()}};
    if (member(app, "container"))
        bridgeHostPorts(app["container"], networks);
}

void fillCanonical(Json& app, const MarathonOptions& options) {
    if (listOf(app, "networks").empty())
        app["networks"] = Json::array({network("host", "", Json::object())});
    nameNetworks(app["networks"], options);
    networkedContainer(app, app["networks"]);
    if (!member(app, "unreachableStrategy")) {
        if (hasVolume(app, "persistent"))
            app["unreachableStrategy"] = "disabled";
        else
            app["unreachableStrategy"] = Json{{"inactiveAfterSeconds", 0}, {"expungeAfterSeconds", 0}};
    }
    if (offHost(app["networks"]))
        app["requirePorts"] = false;
}

void resolveDependencies(Json& app, const std::string& base) {
    if (!app.contains("dependencies"))
        return;
    Json resolved = Json::array();
    for (const auto& dependency : app["dependencies"]) {
        Json path = canonicalPath(dependency.get<std::string>(), base);
        if (std::find(resolved.begin(), resolved.end(), path) == resolved.end())
            resolved.push_back(path);
    }
    app["dependencies"] = resolved;
}

} // namespace

Json normalizeApp(Json app, const MarathonOptions& options, const RoleSettings& roles, const std::string& base) {
    Violations deprecated;
    checkDeprecated(app, deprecated);
    throwIfInvalid(deprecated);
    migrateDeprecated(app, options);
    if (!member(app, "role"))
        app["role"] = roles.defaultRole;
    Violations canonical;
    checkCanonical(app, options, roles, canonical);
    throwIfInvalid(canonical);
    fillCanonical(app, options);
    resolveDependencies(app, base);
    return app;
}

Json normalizeUpdate(Json update, const MarathonOptions& options) {
    const bool networksGiven = member(update, "networks");
    migrateUris(update);
    migrateNetworks(update, networksGiven, options);
    if (!member(update, "portDefinitions") && member(update, "ports"))
        update["portDefinitions"] = portDefinitionsOf(update["ports"]);
    migrateContainer(update);
    for (const char* old : {"uris", "ipAddress", "ports"})
        update.erase(old);
    defaultPortIndices(update);
    defaultStatusCodes(update);
    Violations violations;
    checkUpdateVersion(update, violations);
    throwIfInvalid(violations);
    if (member(update, "networks")) {
        nameNetworks(update["networks"], options);
        const Json networks = update["networks"];
        networkedContainer(update, networks);
    }
    resolveDependencies(update, "/");
    return update;
}

Json mergeUpdate(const Json& stored, const Json& update) {
    Json merged = stored;
    merged.erase("executorResources");
    merged.erase("resourceLimits");
    for (const auto& [key, value] : update.items())
        if (key != "id" && key != "version" && key != "versionInfo" && !value.is_null())
            merged[key] = value;
    return merged;
}

} // namespace mesoscope::demo::marathon
