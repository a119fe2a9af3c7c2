#include "app/demo/marathon/group_manager.h"

#include "app/demo/marathon/deployments.h"
#include "app/demo/marathon/path_id.h"

#include <algorithm>
#include <set>

namespace mesoscope::demo::marathon {

namespace {

constexpr std::size_t rememberedVersions = 50;

bool sameSpec(const RunSpec& left, const RunSpec& right) {
    const auto executor = [](const RunSpec& spec) {
        const Json* resources = member(spec.spec, "executorResources");
        return resources ? compact(*resources) : std::string();
    };
    return left.configKey == right.configKey && left.instances == right.instances && executor(left) == executor(right);
}

VersionInfo nextInfo(const SpecPtr& before, const RunSpec& after, Millis version) {
    if (!before)
        return {version, version, version, false, false};
    const VersionInfo& old = before->versionInfo;
    if (before->isUpgradeTo(after))
        return {version, version, version, false, false};
    if (before->isOnlyScaleChangeTo(after))
        return {version, version, old.lastConfigChange, false, false};
    if (after.versionInfo.none)
        return {version, old.lastScaling, version, false, false};
    return old;
}

void checkNames(const GroupPtr& group, const std::string& path, Violations& violations) {
    for (const auto& [id, child] : group->groups) {
        if (group->apps.count(id))
            violations.add(path, "Groups and Applications may not have the same identifier.");
        if (group->pods.count(id))
            violations.add(path, "Groups and Pods may not have the same identifier.");
    }
    for (const auto& [id, app] : group->apps)
        if (group->pods.count(id))
            violations.add(path, "Applications and Pods may not share the same id");
}

bool isUniqueVolume(const Json& volume) {
    const Json& external = volume["external"];
    const Json* mode = member(external, "options", "capability");
    if (!mode || !mode->is_object())
        return !external.value("shared", false);
    const std::string access = textOf(*mode, "accessMode");
    return access.rfind("SINGLE_NODE", 0) == 0 ||
           (access == "MULTI_NODE_SINGLE_WRITER" && textOf(volume, "mode") == "RW");
}

/// Names of external volumes with the apps that use them.
std::map<std::string, std::vector<std::string>> volumeUsers(const GroupPtr& tree) {
    std::map<std::string, std::vector<std::string>> users;
    eachSpec(*tree, [&](const SpecPtr& spec) {
        if (const Json* container = spec->pod ? nullptr : member(spec->spec, "container"))
            for (const auto& volume : listOf(*container, "volumes"))
                if (volume.contains("external") && isUniqueVolume(volume))
                    users[textOf(volume["external"], "provider") + "/" + textOf(volume["external"], "name")].push_back(
                        spec->id);
    });
    return users;
}

void checkVolumeUsers(const GroupPtr& group, const std::string& path,
                      const std::map<std::string, std::vector<std::string>>& users, Violations& violations) {
    std::size_t index = 0;
    for (const auto& [id, app] : group->apps) {
        const Json* container = member(app->spec, "container");
        for (const auto& volume : container ? listOf(*container, "volumes") : Json::array()) {
            if (!volume.contains("external"))
                continue;
            const std::string name = textOf(volume["external"], "name");
            std::string others;
            const auto found = users.find(textOf(volume["external"], "provider") + "/" + name);
            for (const auto& other : found == users.end() ? std::vector<std::string>() : found->second)
                if (other != id)
                    others += (others.empty() ? "" : ", ") + other;
            if (!others.empty())
                violations.add(indexedPath(path + "/apps", index) + "/container",
                               "Volume name '" + name + "' in " + id +
                                   " conflicts with volume(s) of same name in app(s): " + others);
        }
        ++index;
    }
    index = 0;
    for (const auto& [id, child] : group->groups)
        checkVolumeUsers(child, indexedPath(path + "/groups", index++), users, violations);
}

std::set<int> fixedHostPorts(const RunSpec& app) {
    std::set<int> ports;
    if (const Json* mappings = member(app.spec, "container", "portMappings")) {
        for (const auto& mapping : *mappings)
            if (member(mapping, "hostPort"))
                ports.insert(mapping["hostPort"].get<int>());
        return ports;
    }
    for (const auto& definition : listOf(app.spec, "portDefinitions"))
        ports.insert(definition["port"].get<int>());
    return ports;
}

Json persistentVolumesOf(const RunSpec& app) {
    Json result = Json::array();
    if (const Json* container = member(app.spec, "container"))
        for (const auto& volume : listOf(*container, "volumes"))
            if (volume.contains("persistent"))
                result.push_back(volume);
    return result;
}

void checkResidentUpdate(const RunSpec& before, const RunSpec& after, Violations& violations) {
    static const std::string resources = "Services with persistent volumes configured may not change resource "
                                         "requirements. If you need to make this change, please create a new service.";
    if (persistentVolumesOf(before) != persistentVolumesOf(after))
        violations.add("/app(0)", "Persistent volumes can not be changed!");
    for (const char* key : {"cpus", "mem", "disk", "gpus"})
        if (numberOf(before.spec, key) != numberOf(after.spec, key))
            violations.add(std::string("/app(0)/") + key, resources);
    if (before.spec.value("requirePorts", false) != after.spec.value("requirePorts", false))
        violations.add("/app(0)/requirePorts", resources);
    if (fixedHostPorts(before) != fixedHostPorts(after))
        violations.add("/app(0)", "Services with persistent volumes configured may not change host ports. If you need "
                                  "to make this change, please create a new service.");
}

} // namespace

GroupManager::GroupManager(Core& core) : core_(core) {
    root_.version = 0;
    versions_[0] = root_;
}

const Root* GroupManager::rootAt(Millis version) const {
    const auto found = versions_.find(version);
    return found == versions_.end() ? nullptr : &found->second;
}

std::vector<Millis> GroupManager::specVersions(const std::string& id) const {
    std::vector<Millis> result;
    const auto found = specVersions_.find(id);
    if (found != specVersions_.end())
        for (const auto& [version, spec] : found->second)
            result.push_back(version);
    return result;
}

SpecPtr GroupManager::specAt(const std::string& id, Millis version) const {
    const auto found = specVersions_.find(id);
    if (found == specVersions_.end())
        return nullptr;
    const auto spec = found->second.find(version);
    return spec == found->second.end() ? nullptr : spec->second;
}

RoleSettings GroupManager::rolesFor(const std::string& appId, bool forceRoleUpdate) const {
    RoleSettings settings;
    settings.defaultRole = core_.options.mesosRole;
    settings.forceRoleUpdate = forceRoleUpdate;
    settings.validRoles = {settings.defaultRole};
    if (parentOf(appId) == "/")
        return settings;
    const std::string top = topName(appId);
    const GroupPtr group = findGroup(root_.tree, "/" + top);
    if (group && group->enforceRole.value_or(false)) {
        settings.defaultRole = top;
        settings.validRoles = {top};
    } else if (!settings.allows(top)) {
        settings.validRoles.push_back(top);
    }
    if (const SpecPtr existing = findSpec(root_.tree, appId)) {
        settings.previousRole = existing->role;
        if (!settings.allows(existing->role))
            settings.validRoles.push_back(existing->role);
    }
    return settings;
}

GroupPtr GroupManager::withServicePortsAssigned(const GroupPtr& from, const GroupPtr& to) const {
    if (from == to)
        return to;
    std::vector<SpecPtr> open;
    eachSpec(*to, [&](const SpecPtr& spec) {
        if (spec->pod)
            return;
        const SpecPtr before = findApp(from, spec->id);
        if (before == spec || (before && !before->isUpgradeTo(*spec)))
            return;
        const auto ports = servicePorts(*spec);
        if (std::find(ports.begin(), ports.end(), 0) != ports.end())
            open.push_back(spec);
    });
    if (open.empty())
        return to;
    std::set<int> used;
    for (const auto& tree : {from, to})
        eachSpec(*tree, [&](const SpecPtr& spec) {
            if (!spec->pod)
                for (const int port : servicePorts(*spec))
                    used.insert(port);
        });
    int next = core_.options.localPortMin;
    const auto takeFree = [&] {
        while (used.count(next))
            ++next;
        if (next > core_.options.localPortMax)
            throw refusal(500, "All ports in the range [" + std::to_string(core_.options.localPortMin) + "-" +
                                   std::to_string(core_.options.localPortMax) + "] are already in use");
        return next++;
    };
    std::vector<SpecPtr> assigned;
    for (const auto& spec : open) {
        auto ports = servicePorts(*spec);
        std::vector<int> reusable;
        if (const SpecPtr before = findApp(from, spec->id))
            for (const int port : servicePorts(*before))
                if (port >= core_.options.localPortMin && port <= core_.options.localPortMax &&
                    std::find(ports.begin(), ports.end(), port) == ports.end())
                    reusable.push_back(port);
        std::size_t reused = 0;
        for (int& port : ports)
            if (port == 0)
                port = reused < reusable.size() ? reusable[reused++] : takeFree();
        assigned.push_back(withServicePorts(spec, ports));
    }
    return withSpecs(to, assigned);
}

GroupPtr GroupManager::withVersions(const GroupPtr& from, const GroupPtr& to, Millis version) const {
    if (from == to)
        return to;
    return mapSpecs(to, [&](const SpecPtr& spec) -> SpecPtr {
        const SpecPtr before = spec->pod ? findPod(from, spec->id) : findApp(from, spec->id);
        if (before == spec)
            return spec;
        const VersionInfo info = nextInfo(before, *spec, version);
        if (before && sameSpec(*before, *spec) && info == before->versionInfo)
            return before;
        return withVersion(spec, info);
    });
}

void GroupManager::checkRoot(const GroupPtr& tree) const {
    Violations violations;
    if (!dependencyDepths(tree))
        violations.add("/", "Dependency graph has cyclic dependencies.");
    std::size_t index = 0;
    checkNames(tree, "/", violations);
    eachGroup(tree, [&](const GroupPtr& group) {
        if (group != tree)
            checkNames(group, indexedPath("/groups", index++), violations);
    });
    const auto users = volumeUsers(tree);
    if (!users.empty())
        checkVolumeUsers(tree, "", users, violations);
    throwIfInvalid(violations);
}

void GroupManager::checkPlan(const Plan& plan) const {
    Violations violations;
    eachSpec(*plan.target.tree, [&](const SpecPtr& spec) {
        const SpecPtr before = findApp(plan.original.tree, spec->id);
        if (before && !spec->pod && before != spec && (before->resident || spec->resident))
            checkResidentUpdate(*before, *spec, violations);
    });
    throwIfInvalid(violations);
}

void GroupManager::remember(const Root& root, const Root& before) {
    versions_[root.version] = root;
    while (versions_.size() > rememberedVersions)
        versions_.erase(versions_.begin());
    eachSpec(*root.tree, [&](const SpecPtr& spec) {
        if (findSpec(before.tree, spec->id) == spec)
            return;
        auto& known = specVersions_[spec->id];
        known[spec->versionInfo.version] = spec;
        while (known.size() > rememberedVersions)
            known.erase(known.begin());
    });
}

Plan GroupManager::apply(Millis version, bool force, const Change& change, const KillLists& toKill) {
    if (core_.deployments->count() >= static_cast<std::size_t>(core_.options.maxRunningDeployments))
        throw refusal(403, "Max number (" + std::to_string(core_.options.maxRunningDeployments) +
                               ") of running deployments is achieved. Wait for existing deployments to complete or "
                               "cancel oneusing force=true parameter. You can increase max "
                               "deployment number by using --max_running_deployments parameter");
    const Root before = root_;
    Root after;
    after.version = version;
    after.tree = withServicePortsAssigned(before.tree, change(before));
    after.tree = withVersions(before.tree, after.tree, version);
    if (after.tree != before.tree)
        checkRoot(after.tree);
    Plan plan = makePlan(core_.newId(), before, after, version, toKill);
    checkPlan(plan);
    core_.deployments->reserve(plan, force);
    ++core_.changes;
    root_ = after;
    remember(after, before);
    if (defaultVersion_ == 0)
        defaultVersion_ = version + 1;
    core_.deployments->start(plan);
    return plan;
}

Plan GroupManager::update(const std::string& eventGroup, Millis version, bool force, const Change& change,
                          const KillLists& toKill) {
    try {
        Plan plan = apply(version, force, change, toKill);
        core_.events.publish("group_change_success", Json{{"groupId", eventGroup}, {"version", isoText(version)}});
        return plan;
    } catch (const Refusal& refused) {
        core_.events.publish(
            "group_change_failed",
            Json{{"groupId", eventGroup}, {"version", isoText(version)}, {"reason", textOf(refused.body, "message")}});
        throw;
    }
}

void GroupManager::patch(const GroupPtr& tree) {
    ++core_.changes;
    root_.tree = tree;
}

void GroupManager::adopt(const std::vector<SpecPtr>& specs, Millis version) {
    Root after;
    after.version = version;
    after.tree = withServicePortsAssigned(root_.tree, withSpecs(root_.tree, specs));
    const Root before = root_;
    root_ = after;
    remember(after, before);
    defaultVersion_ = version + 1;
}

} // namespace mesoscope::demo::marathon
