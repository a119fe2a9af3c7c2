// Rules about the canonical app document.
#include "app/demo/marathon/app_rules.h"

#include "app/demo/marathon/path_id.h"

#include <algorithm>
#include <array>

namespace mesoscope::demo::marathon {

namespace {

const char* const commandText = "AppDefinition must either contain one of 'cmd' or 'args', and/or a 'container'.";
const char* const segmentPattern =
    "must fully match regular expression "
    "'^(([a-z0-9]|[a-z0-9][a-z0-9\\-]*[a-z0-9])\\.)*([a-z0-9]|[a-z0-9][a-z0-9\\-]*[a-z0-9])|(\\.|\\.\\.)$'";
const char* const reservedText =
    "must not end with any of the following reserved keywords: restart, tasks, versions, ., ..";

bool isReserved(const std::string& segment) {
    static const std::array<const char*, 5> words = {"restart", "tasks", "versions", ".", ".."};
    return std::any_of(words.begin(), words.end(), [&](const char* word) { return segment == word; });
}

void checkPath(const std::string& path, const std::string& place, Violations& violations) {
    const auto parts = segments(path);
    if (!std::all_of(parts.begin(), parts.end(), isLegalSegment))
        violations.add(place, segmentPattern);
    if (!parts.empty() && isReserved(parts.back()))
        violations.add(place, reservedText);
}

void checkId(const Json& app, Violations& violations) {
    const std::string id = textOf(app, "id");
    checkPath(id, "/id", violations);
    if (segments(id).empty()) {
        violations.add("/id", "Path must contain at least one path element");
        violations.add("/", "must not be root");
    }
    const Json& dependencies = listOf(app, "dependencies");
    for (std::size_t i = 0; i < dependencies.size(); ++i)
        checkPath(dependencies[i].get<std::string>(), indexedPath("/dependencies", i), violations);
}

void checkCommand(const Json& app, Violations& violations) {
    const bool cmd = member(app, "cmd");
    const bool args = !listOf(app, "args").empty();
    const Json* container = member(app, "container");
    const bool runnable = container && (isMesosEngine(app) || member(*container, "docker"));
    if (cmd == args && !(!cmd && !args && runnable))
        violations.add("/", commandText);
    if (cmd && textOf(app, "cmd").size() < 2)
        violations.add("/", "must not be an empty string");
}

void checkEnvironment(const Json& app, const MarathonOptions& options, Violations& violations) {
    const bool enabled = options.enabledFeatures.count("secrets");
    const Json* secrets = member(app, "secrets");
    if (secrets && !secrets->empty() && !enabled)
        violations.add("/secrets", featureMissing("secrets"));
    if (secrets && enabled && secrets->contains(""))
        violations.add("/secrets/keys(0)", "must not be empty");
    const Json* env = member(app, "env");
    if (!env)
        return;
    std::size_t index = 0;
    bool references = false;
    for (const auto& [name, value] : env->items()) {
        if (name.empty())
            violations.add(indexedPath("/env/keys", index), "must not be empty");
        ++index;
        if (!value.is_object())
            continue;
        references = true;
        if (enabled && (!secrets || !secrets->contains(textOf(value, "secret"))))
            violations.add("/env/" + name + "/secret", "references an undefined secret");
    }
    if (references && !enabled)
        violations.add("/env",
                       "use of secret-references in the environment requires the secrets feature to be enabled");
}

void checkLimit(const Json& limits, const char* name, double requested, Violations& violations) {
    const Json* limit = member(limits, name);
    if (!limit)
        return;
    const std::string path = std::string("/resourceLimits/") + name;
    if (limit->is_string() && limit->get<std::string>() != "unlimited")
        violations.add(path, "'" + limit->get<std::string>() +
                                 "' is an invalid resource limit. It must be 'unlimited' or a number");
    else if (limit->is_number() && limit->get<double>() < requested)
        violations.add(path, "resource limit must be greater than or equal to requested resource (" +
                                 javaDouble(requested) + ")");
}

void checkResources(const Json& app, const MarathonOptions& options, Violations& violations) {
    if (const Json* limits = member(app, "resourceLimits")) {
        checkLimit(*limits, "cpus", numberOf(app, "cpus"), violations);
        checkLimit(*limits, "mem", numberOf(app, "mem"), violations);
    }
    if (numberOf(app, "gpus") > 0) {
        if (isDocker(app))
            violations.add("/", "GPU resources only work with the Mesos containerizer");
        if (!options.enabledFeatures.count("gpu_resources"))
            violations.add("/", featureMissing("gpu_resources"));
    }
    const Json& fetch = listOf(app, "fetch");
    for (std::size_t i = 0; i < fetch.size(); ++i)
        if (!isUri(textOf(fetch[i], "uri")))
            violations.add(indexedPath("/fetch", i) + "/uri", "URI has invalid syntax.");
}

void expectZero(const Json& strategy, const char* name, Violations& violations) {
    if (numberOf(strategy, name) != 0)
        violations.add(std::string("/upgradeStrategy/") + name,
                       "got " + javaDouble(numberOf(strategy, name)) + ", expected 0.0");
}

void checkMigration(const Json& labels, Violations& violations) {
    const std::string version = textOf(labels, "DCOS_MIGRATION_API_VERSION");
    const bool complete = version == "v1" && !textOf(labels, "DCOS_PACKAGE_FRAMEWORK_NAME").empty() &&
                          !textOf(labels, "DCOS_MIGRATION_API_PATH").empty();
    if (!version.empty() && !complete)
        violations.add("/", "DCOS_PACKAGE_FRAMEWORK_NAME and DCOS_MIGRATION_API_PATH must be defined when using "
                            "DCOS_MIGRATION_API_VERSION");
}

void checkStrategies(const Json& app, Violations& violations) {
    const Json labels = app.value("labels", Json::object());
    checkMigration(labels, violations);
    const bool single = textOf(labels, "MARATHON_SINGLE_INSTANCE_APP") == "true";
    if (single && numberOf(app, "instances") > 1)
        violations.add("/", "Single instance app may only have one instance");
    const Json* strategy = member(app, "upgradeStrategy");
    if (strategy && single) {
        expectZero(*strategy, "minimumHealthCapacity", violations);
        expectZero(*strategy, "maximumOverCapacity", violations);
    }
    if (!member(app, "residency"))
        return;
    if (strategy)
        expectZero(*strategy, "maximumOverCapacity", violations);
    const Json* unreachable = member(app, "unreachableStrategy");
    if (unreachable && !unreachable->is_string())
        violations.add("/", "unreachableStrategy must be disabled for resident tasks");
}

} // namespace

void checkCanonical(const Json& app, const MarathonOptions& options, const RoleSettings& roles,
                    Violations& violations) {
    checkContainer(app, options, violations);
    checkCommand(app, violations);
    checkHealthChecks(app, violations);
    checkResources(app, options, violations);
    checkEnvironment(app, options, violations);
    checkStrategies(app, violations);
    for (const auto& constraint : listOf(app, "constraints"))
        checkConstraint(constraint, violations);
    const std::string role = textOf(app, "role");
    if (!roles.allows(role))
        violations.add("/role", roles.refusalOf(role));
    checkAcceptedRoles(app, role, violations);
    checkId(app, violations);
}

} // namespace mesoscope::demo::marathon
