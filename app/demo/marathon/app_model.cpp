#include "app/demo/marathon/app_model.h"

#include "app/demo/marathon/raml_types.h"

#include <algorithm>
#include <set>

namespace mesoscope::demo::marathon {

namespace {

constexpr double longestSeconds = 9223372036.0;

std::string joined(const Json& list) {
    std::string result;
    for (const auto& entry : list)
        result += (result.empty() ? "" : ",") + entry.get<std::string>();
    return result;
}

std::string some(const Json& object, const char* key) {
    const Json* value = member(object, key);
    return value ? "Some(" + (value->is_string() ? value->get<std::string>() : compact(*value)) + ")" : "None";
}

std::string scalaText(const Json& check) {
    const Json* command = member(check, "command");
    return "AppHealthCheck(" +
           (command ? "Some(AppCommandCheck(" + textOf(*command, "value") + "))" : std::string("None")) + "," +
           compact(check["gracePeriodSeconds"]) + "," + some(check, "ignoreHttp1xx") + "," +
           compact(check["intervalSeconds"]) + "," + compact(check["maxConsecutiveFailures"]) + "," +
           some(check, "path") + "," + some(check, "port") + "," + some(check, "portIndex") + "," +
           textOf(check, "protocol") + "," + textOf(check, "ipProtocol") + "," + compact(check["timeoutSeconds"]) +
           "," + compact(check["delaySeconds"]) + ")";
}

void convertConstraints(const Json& app) {
    static const std::set<std::string> operators = {"UNIQUE", "CLUSTER", "GROUP_BY", "LIKE", "UNLIKE", "MAX_PER", "IS"};
    for (const auto& constraint : listOf(app, "constraints"))
        if (!operators.count(constraint[1].get<std::string>()))
            throw refusal(500, "illegal constraint specification " + joined(constraint));
}

void convertCommandCheck(Json& check) {
    if (member(check, "path") || member(check, "port"))
        throw refusal(500, "Invalid combination of HealthCheck parameters in " + scalaText(check));
    if (textOf(check, "protocol") != "COMMAND")
        throw refusal(500, "illegal protocol " + textOf(check, "protocol") + " specified with command");
    check.erase("portIndex");
    check["ipProtocol"] = "IPv4";
}

void convertHealthCheck(Json& check) {
    check.erase("ignoreHttp1xx");
    if (member(check, "command"))
        return convertCommandCheck(check);
    const std::string protocol = textOf(check, "protocol");
    if (protocol == "COMMAND")
        throw refusal(500, "illegal protocol COMMAND for non-command health check");
    const bool http = protocol == "HTTP" || protocol == "HTTPS";
    if (http)
        check["ignoreHttp1xx"] = false;
    if (http || protocol == "TCP") {
        check["ipProtocol"] = "IPv4";
        check["delaySeconds"] = 15;
    }
    if (protocol == "TCP" || protocol == "MESOS_TCP")
        check.erase("path");
}

void convertCheck(const Json& app) {
    const Json* check = member(app, "check");
    if (!check)
        return;
    const Json* http = member(*check, "http");
    if ((http != nullptr) + (member(*check, "tcp") != nullptr) + (member(*check, "exec") != nullptr) != 1)
        throw refusal(500, "illegal RAML Check: expected one of http, tcp or exec checks");
    if (http && textOf(*http, "scheme") == "HTTPS")
        throw refusal(500, "HTTPS (of class mesosphere.marathon.raml.HttpScheme$Https$)");
}

void convertPersistent(Json& info) {
    if (!member(info, "type"))
        info["type"] = member(info, "profileName") ? "mount" : "root";
    for (auto& constraint : info["constraints"]) {
        while (constraint.size() > 3)
            constraint.erase(constraint.size() - 1);
        if (constraint.size() != 3 || constraint[0] != "path" || constraint[1] != "LIKE")
            throw refusal(500, "illegal volume constraint " + joined(constraint));
    }
}

void convertCsi(Json& info) {
    static const std::set<std::string> modes = {"SINGLE_NODE_WRITER",      "SINGLE_NODE_READER_ONLY",
                                                "MULTI_NODE_READER_ONLY",  "MULTI_NODE_SINGLE_WRITER",
                                                "MULTI_NODE_MULTI_WRITER", "UNKNOWN"};
    Json& capability = info["options"]["capability"];
    const std::string access = textOf(capability, "accessType");
    if (access == "block") {
        capability.erase("fsType");
        capability.erase("mountFlags");
    } else if (access != "mount") {
        throw refusal(500, access + " (of class java.lang.String)");
    } else if (!member(capability, "fsType")) {
        throw refusal(500, "fsType must be specified with mount access type CSI volumes. This is a bug. Validation "
                           "should have prevented this");
    }
    if (!modes.count(textOf(capability, "accessMode")))
        throw refusal(500, "CSI options.access.mode is invalid. This is a bug. Validation should have prevented this.");
}

bool hasCapability(const Json& external) {
    const Json* capability = member(external, "options", "capability");
    return capability && capability->is_object();
}

void convertVolumes(Json& container) {
    for (auto& volume : container["volumes"]) {
        if (volume.contains("persistent"))
            convertPersistent(volume["persistent"]);
        else if (volume.contains("external") && hasCapability(volume["external"]))
            convertCsi(volume["external"]);
    }
}

void convertContainer(Json& app) {
    if (!member(app, "container"))
        return;
    Json& container = app["container"];
    convertVolumes(container);
    const bool docker = textOf(container, "type") == "DOCKER";
    if (docker)
        container.erase("linuxInfo");
    else if (member(container, "docker"))
        container["docker"]["privileged"] = false;
    if (const Json* seccomp = member(container, "linuxInfo", "seccomp"); seccomp && seccomp->empty())
        container["linuxInfo"].erase("seccomp");
}

void convertStrategies(Json& app) {
    const bool volumes = hasVolume(app, "persistent") || hasVolume(app, "external");
    if (!member(app, "upgradeStrategy"))
        app["upgradeStrategy"] =
            Json{{"maximumOverCapacity", volumes ? 0.0 : 1.0}, {"minimumHealthCapacity", volumes ? 0.5 : 1.0}};
    const Json& unreachable = app["unreachableStrategy"];
    for (const char* key : {"inactiveAfterSeconds", "expungeAfterSeconds"})
        if (numberOf(unreachable, key) > longestSeconds)
            throw refusal(422, "requirement failed: Duration is limited to +-(2^63-1)ns (ca. 292 years)");
    if (hasVolume(app, "persistent"))
        app["residency"] = Json{{"relaunchEscalationTimeoutSeconds", 3600}, {"taskLostBehavior", "WAIT_FOREVER"}};
    else
        app.erase("residency");
}

const Json& volumesOf(const Json& app) {
    static const Json none = Json::object();
    const Json* container = member(app, "container");
    return listOf(container ? *container : none, "volumes");
}

// Model rules.

void checkModelPorts(const Json& app, Violations& violations) {
    const Json& definitions = listOf(app, "portDefinitions");
    for (std::size_t i = 0; i < definitions.size(); ++i)
        if (const int port = definitions[i]["port"].get<int>(); port < 0)
            violations.add(indexedPath("/portDefinitions", i) + "/port",
                           "got " + std::to_string(port) + ", expected 0 or more");
    std::multiset<std::string> names;
    for (const auto& network : listOf(app, "networks"))
        if (textOf(network, "mode") == "container")
            names.insert(textOf(network, "name"));
    if (std::set<std::string>(names.begin(), names.end()).size() != names.size())
        violations.add("/networks", "Duplicate networks are not allowed");
}

bool addressesPort(const Json& app, const Json& check) {
    if (const Json* index = member(check, "portIndex"))
        return static_cast<std::size_t>(index->get<int>()) < portCount(app);
    return member(check, "port") || portCount(app) == 1;
}

void checkModelChecks(const Json& app, Violations& violations) {
    const Json& checks = listOf(app, "healthChecks");
    for (std::size_t i = 0; i < checks.size(); ++i)
        if (textOf(checks[i], "protocol") != "COMMAND" && !addressesPort(app, checks[i]))
            violations.add(
                indexedPath("/healthChecks", i),
                "Health check port indices must address an element of the ports array or container port mappings.");
    const Json* check = member(app, "check");
    if (!check)
        return;
    if (isDocker(app))
        violations.add("/", "AppDefinition must not use 'checks' if using docker");
    const Json* probe = member(*check, "http") ? member(*check, "http") : member(*check, "tcp");
    if (probe && !addressesPort(app, *probe))
        violations.add("/check/get",
                       "check port index must address an element of the ports array or container port mappings.");
}

void checkModelCommand(const Json& app, Violations& violations) {
    const bool image = isDocker(app) || member(app, "container", "docker");
    if (!member(app, "cmd") && listOf(app, "args").empty() && !image)
        violations.add("/", "AppDefinition must either contain one of 'cmd' or 'args', and/or a 'container'.");
}

void checkLinuxInfo(const Json& app, Violations& violations) {
    const Json* linuxInfo = member(app, "container", "linuxInfo");
    if (!linuxInfo)
        return;
    if (const Json* seccomp = member(*linuxInfo, "seccomp")) {
        const bool profile = member(*seccomp, "profileName");
        const bool unconfined = (*seccomp)["unconfined"].get<bool>();
        if (profile && unconfined)
            violations.add("/container/linuxInfo/seccomp",
                           "Seccomp unconfined can NOT be true when Profile is defined");
        else if (!profile && !unconfined)
            violations.add("/container/linuxInfo/seccomp",
                           "Seccomp unconfined must be true when Profile is NOT defined");
    }
    const Json* ipc = member(*linuxInfo, "ipcInfo");
    if (ipc && textOf(*ipc, "mode") == "SHARE_PARENT" && member(*ipc, "shmSize"))
        violations.add("/container/linuxInfo/ipcInfo", "ipcInfo shmSize can NOT be set when mode is SHARE_PARENT");
}

void checkModelStrategies(const Json& app, Violations& violations) {
    const Json& strategy = app["upgradeStrategy"];
    const bool single = textOf(app["labels"], "MARATHON_SINGLE_INSTANCE_APP") == "true";
    bool wrong = false;
    for (const char* key : {"minimumHealthCapacity", "maximumOverCapacity"}) {
        if (single && numberOf(strategy, key) != 0) {
            violations.add(std::string("/upgradeStrategy/") + key,
                           "got " + javaDouble(numberOf(strategy, key)) + ", expected 0.0");
            wrong = true;
        }
    }
    if (wrong)
        violations.add("/isSingleInstance", "must be false");
    const Json& unreachable = app["unreachableStrategy"];
    const auto inactive = static_cast<std::int64_t>(numberOf(unreachable, "inactiveAfterSeconds"));
    const auto expunge = static_cast<std::int64_t>(numberOf(unreachable, "expungeAfterSeconds"));
    if (inactive > expunge)
        violations.add("/unreachableStrategy/inactiveAfterSeconds",
                       "inactiveAfterSeconds (" + std::to_string(inactive) +
                           ") must be less or equal to expungeAfterSeconds, which is " + std::to_string(expunge));
}

void checkModelCsi(const Json& app, Violations& violations) {
    const Json& volumes = volumesOf(app);
    bool unshared = false;
    bool anyCsi = false;
    bool allSingleWriters = true;
    for (std::size_t i = 0; i < volumes.size(); ++i) {
        if (!volumes[i].contains("external") || !hasCapability(volumes[i]["external"]))
            continue;
        anyCsi = true;
        const std::string mode = textOf(volumes[i]["external"]["options"]["capability"], "accessMode");
        const bool readOnly = textOf(volumes[i], "mode") == "RO";
        unshared |= mode.rfind("SINGLE_NODE", 0) == 0;
        allSingleWriters &= mode == "MULTI_NODE_SINGLE_WRITER" && !readOnly;
        if (!readOnly && mode.find("READER_ONLY") != std::string::npos)
            violations.add(indexedPath("/container/volumes", i) + "/volume",
                           "CSI volume must be mounted readonly with a read-only access mode");
    }
    const int instances = static_cast<int>(numberOf(app, "instances"));
    const std::string got = "got " + std::to_string(instances) + ", expected 1 or less while ";
    if (anyCsi && instances > 1 && unshared)
        violations.add("/instances", got + "non-shareable CSI volumes are defined");
    else if (anyCsi && instances > 1 && allSingleWriters)
        violations.add("/instances", got + "a multi-node single-writer volume is defined mounted as read/write");
}

void checkModelVolumes(const Json& app, Violations& violations) {
    const Json& volumes = volumesOf(app);
    for (std::size_t i = 0; i < volumes.size(); ++i) {
        const std::string path = indexedPath("/container/volumes", i) + "/volume";
        if (const Json* profile = member(volumes[i], "persistent", "profileName");
            profile && profile->get<std::string>().empty())
            violations.add(path + "/persistent/profileName", "must not be empty");
        const Json* external = member(volumes[i], "external");
        if (!external || hasCapability(*external))
            continue;
        if (textOf(*external, "provider") == "csi")
            throw refusal(500, "Bug. CSIVolumeValidator applied to DVDI external volume");
        if (isMesosEngine(app) && member(*external, "size") && numberOf(*external, "size") == 0)
            violations.add(path + "/external/size", "got 0, expected more than 0");
    }
    checkModelCsi(app, violations);
}

} // namespace

Json toStored(Json app) {
    convertConstraints(app);
    if (app.contains("healthChecks"))
        for (auto& check : app["healthChecks"])
            convertHealthCheck(check);
    convertCheck(app);
    convertContainer(app);
    convertStrategies(app);
    app.erase("version");
    app.erase("versionInfo");
    return writeRaml(appType(), app);
}

void checkStored(const Json& stored, const MarathonOptions&, const RoleSettings& roles) {
    Violations violations;
    checkModelCommand(stored, violations);
    checkModelPorts(stored, violations);
    checkModelChecks(stored, violations);
    checkLinuxInfo(stored, violations);
    checkModelStrategies(stored, violations);
    checkModelVolumes(stored, violations);
    if (hasVolume(stored, "persistent")) {
        const std::string role = textOf(stored, "role");
        if (role == "*")
            violations.add("/role", "Resident apps cannot have the role *");
        if (roles.previousRole && *roles.previousRole != role && !roles.forceRoleUpdate)
            violations.add("/role", "It is not possible to change the role for existing reservations. If you proceed "
                                    "with this change, all existing instances will "
                                    "continue to run under the previous role, " +
                                        *roles.previousRole +
                                        ". Only new instances will be allocated with the new role, " + role +
                                        ". In order to continue, retry your request with ?force=true");
    }
    throwIfInvalid(violations);
}

std::string unwritableReason(const Json& stored) {
    const Json* exec = member(stored, "check", "exec");
    const Json* argv = exec ? member(*exec, "command", "argv") : nullptr;
    if (!argv)
        return "";
    std::string list;
    for (const auto& word : *argv)
        list += (list.empty() ? "" : ", ") + word.get<std::string>();
    return "ArgvList(List(" + list + ")) (of class mesosphere.marathon.state.ArgvList)";
}

} // namespace mesoscope::demo::marathon
