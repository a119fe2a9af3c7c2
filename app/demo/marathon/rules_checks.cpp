// Rules about health and readiness checks.
#include "app/demo/marathon/app_rules.h"

#include <algorithm>
#include <set>

namespace mesoscope::demo::marathon {

namespace {

bool isOneOf(const std::string& text, std::initializer_list<const char*> list) {
    return std::any_of(list.begin(), list.end(), [&](const char* entry) { return text == entry; });
}

bool addressesPort(const Json& app, const Json& check) {
    const std::size_t ports = portCount(app);
    if (const Json* index = member(check, "portIndex"))
        return static_cast<std::size_t>(index->get<int>()) < ports;
    return member(check, "port") || ports == 1;
}

void checkReadiness(const Json& app, Violations& violations) {
    const Json& checks = listOf(app, "readinessChecks");
    if (checks.size() > 1)
        violations.add("/readinessChecks/size", "got " + std::to_string(checks.size()) + ", expected 1 or less");
    std::set<std::string> names;
    const Json* mappings = member(app, "container", "portMappings");
    for (const auto& port : mappings ? *mappings : listOf(app, "portDefinitions"))
        names.insert(textOf(port, "name"));
    for (std::size_t i = 0; i < checks.size(); ++i) {
        const std::string path = indexedPath("/readinessChecks", i);
        const std::string name = textOf(checks[i], "portName");
        if (!names.count(name))
            violations.add(path + "/portName", "No port definition reference for portName " + name);
        const int timeout = checks[i]["timeoutSeconds"].get<int>();
        const int interval = checks[i]["intervalSeconds"].get<int>();
        if (timeout >= interval)
            violations.add(path + "/timeoutSeconds",
                           "got " + std::to_string(timeout) + ", expected less than " + std::to_string(interval));
    }
}

} // namespace

void checkHealthChecks(const Json& app, Violations& violations) {
    const Json& checks = listOf(app, "healthChecks");
    int mesosChecks = 0;
    for (std::size_t i = 0; i < checks.size(); ++i) {
        const std::string protocol = textOf(checks[i], "protocol");
        const std::string path = indexedPath("/healthChecks", i);
        const bool mesos = isOneOf(protocol, {"MESOS_HTTP", "MESOS_HTTPS", "MESOS_TCP"});
        mesosChecks += mesos;
        if (!member(checks[i], "command") && isOneOf(protocol, {"HTTP", "HTTPS", "TCP"}) &&
            !addressesPort(app, checks[i]))
            violations.add(
                path,
                "Health check port indices must address an element of the ports array or container port mappings.");
        if (textOf(checks[i], "ipProtocol") == "IPv6" && !(isDocker(app) && mesos))
            violations.add(path,
                           "IPv6 can only be used for container type DOCKER and Mesos http/https/tcp health checks");
    }
    if (mesosChecks > 1)
        violations.add("/", "AppDefinition can contain at most one Mesos health check");
    checkReadiness(app, violations);
}

} // namespace mesoscope::demo::marathon
