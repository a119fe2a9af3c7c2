// Rules about deprecated fields: they run on the document as it was sent.
#include "app/demo/marathon/app_rules.h"

#include <algorithm>
#include <set>

namespace mesoscope::demo::marathon {

namespace {

bool filled(const Json& app, const char* key) {
    const Json* list = member(app, key);
    return list && !list->empty();
}

void checkOldDocker(const Json& app, Violations& violations) {
    const Json* docker = member(app, "container", "docker");
    if (!docker)
        return;
    const std::string path = "/container/docker/";
    if (member(*docker, "credential"))
        violations.add(path + "credential", "must be empty");
    if (!isMesosEngine(app))
        return;
    if (member(*docker, "network"))
        violations.add(path + "network", "must be empty");
    if (!listOf(*docker, "parameters").empty())
        violations.add(path + "parameters", "must be empty");
    if (member(*docker, "portMappings"))
        violations.add(path + "portMappings", "must be empty");
}

void checkUris(const Json& app, Violations& violations) {
    const Json& uris = listOf(app, "uris");
    for (std::size_t i = 0; i < uris.size(); ++i)
        if (!isUri(uris[i].get<std::string>()))
            violations.add(indexedPath("/uris", i), "URI has invalid syntax.");
    if (!uris.empty() && filled(app, "fetch"))
        violations.add("/uris", "may not be set in conjunction with fetch");
}

void checkPorts(const Json& app, Violations& violations) {
    const Json* ports = member(app, "ports");
    const Json* definitions = member(app, "portDefinitions");
    std::multiset<int> fixed;
    Json defined = Json::array();
    for (const auto& port : listOf(app, "ports"))
        if (port != 0)
            fixed.insert(port.get<int>());
    if (std::set<int>(fixed.begin(), fixed.end()).size() != fixed.size())
        violations.add("/", "ports must be unique");
    if (member(app, "ipAddress") && (filled(app, "ports") || filled(app, "portDefinitions")))
        violations.add("/", "cannot specify both an IP address and port");
    if (!ports || !definitions)
        return;
    for (const auto& definition : *definitions)
        defined.push_back(definition["port"]);
    if (defined != *ports)
        violations.add("/", "cannot specify both ports and port definitions");
}

} // namespace

void checkDeprecated(const Json& app, Violations& violations) {
    checkOldDocker(app, violations);
    const Json* docker = member(app, "container", "docker");
    if (docker && member(*docker, "portMappings"))
        checkPortNames((*docker)["portMappings"], "/app.container.flatMap(_.docker.flatMap(_.portMappings))",
                       violations);
    if (isDocker(app) && member(app, "ipAddress", "discovery"))
        violations.add("/ipAddress", "ipAddress/discovery is not allowed for Docker containers");
    checkUris(app, violations);
    const bool networks = filled(app, "networks");
    if (networks && docker && member(*docker, "network"))
        violations.add("/", "must not specify both container.docker.network and networks");
    if (networks && member(app, "ipAddress"))
        violations.add("/", "must not specify both networks and ipAddress");
    checkPorts(app, violations);
}

void checkUpdateVersion(const Json& update, Violations& violations) {
    if (!member(update, "version"))
        return;
    for (const auto& [key, value] : update.items())
        if (key != "version" && key != "id" && key != "versionInfo" && !value.is_null())
            return violations.add("/", "The 'version' field may only be combined with the 'id' field.");
}

} // namespace mesoscope::demo::marathon
