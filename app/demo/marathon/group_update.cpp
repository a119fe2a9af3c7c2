#include "app/demo/marathon/group_update.h"

#include "app/demo/marathon/api.h"
#include "app/demo/marathon/app_model.h"
#include "app/demo/marathon/app_normalize.h"
#include "app/demo/marathon/group_manager.h"
#include "app/demo/marathon/path_id.h"

#include <algorithm>
#include <cmath>

namespace mesoscope::demo::marathon {

namespace {

const char* const enforceText = "enforceRole cannot be modified in a request that adds, removes or modifies services; "
                                "please make these changes in separate requests.";

bool modifiesServices(const Json& update) {
    if (member(update, "version") || member(update, "scaleBy") || member(update, "apps"))
        return true;
    const Json& groups = listOf(update, "groups");
    return std::any_of(groups.begin(), groups.end(), modifiesServices);
}

std::string childId(const Json& group) {
    if (!member(group, "id"))
        throw refusal(500, "None.get");
    return textOf(group, "id");
}

VersionInfo onlyVersion(Millis version) {
    VersionInfo info;
    info.version = version;
    info.onlyVersion = true;
    return info;
}

} // namespace

Json GroupUpdater::visitApp(Json app, const std::string& groupPath, const std::string& defaultRole,
                            bool enforceRole) const {
    const std::string id = canonicalPath(textOf(app, "id"), groupPath);
    RoleSettings roles;
    roles.defaultRole = defaultRole;
    roles.validRoles = {defaultRole};
    roles.forceRoleUpdate = force_;
    if (!enforceRole && !roles.allows(core_.options.mesosRole))
        roles.validRoles.push_back(core_.options.mesosRole);
    if (const SpecPtr existing = findSpec(core_.groups->root().tree, id))
        if (!roles.allows(existing->role))
            roles.validRoles.push_back(existing->role);
    app["id"] = id;
    return normalizeApp(std::move(app), core_.options, roles, groupPath);
}

Json GroupUpdater::visitGroup(Json group, const std::string& path, const std::string& defaultRole,
                              bool enforceForApps) const {
    if (member(group, "groups"))
        for (auto& child : group["groups"]) {
            const std::string childPath = canonicalPath(childId(child), path);
            const bool enforce = child.value("enforceRole", false);
            const std::string top = enforce ? topName(childPath) : core_.options.mesosRole;
            child = visitGroup(child, childPath, path == "/" ? top : defaultRole, enforce);
            child["enforceRole"] = enforce;
        }
    if (member(group, "apps"))
        for (auto& app : group["apps"])
            app = visitApp(app, path, defaultRole, enforceForApps);
    return group;
}

Json GroupUpdater::normalized(const Json& raw, const std::string& target, const std::string& base) const {
    Json update = raw;
    if (!member(raw, "version") && !member(raw, "scaleBy")) {
        const bool own = raw.value("enforceRole", false);
        std::string role = core_.options.mesosRole;
        bool enforce = target == "/" ? false : own;
        if (isTopLevel(target) && own)
            role = topName(target);
        if (target != "/" && !isTopLevel(target)) {
            const GroupPtr top = findGroup(core_.groups->root().tree, "/" + topName(target));
            if (top && top->enforceRole.value_or(false))
                role = topName(target);
        }
        update = visitGroup(update, target, role, enforce);
        update["enforceRole"] = enforce;
    }
    Violations violations;
    checkNesting(update, base, modifiesServices(raw), "", violations);
    throwIfInvalid(violations);
    return update;
}

void GroupUpdater::checkNesting(const Json& group, const std::string& base, bool servicesModified,
                                const std::string& path, Violations& violations) const {
    const std::string id = member(group, "id") ? canonicalPath(textOf(group, "id"), base) : base;
    if (!isTopLevel(id) && group.value("enforceRole", false))
        violations.add(path + "/enforceRole",
                       "enforceRole can only be set for top-level groups, and " + id + " is not top-level");
    for (const char* key : {"version", "scaleBy"}) {
        const bool others = std::any_of(group.items().begin(), group.items().end(),
                                        [&](const auto& item) { return item.key() != key && !item.value().is_null(); });
        if (member(group, key) && others)
            violations.add(path + "/" + key, "not allowed in conjunction with other properties.");
    }
    const Json& apps = listOf(group, "apps");
    for (std::size_t i = 0; i < apps.size(); ++i)
        if (parentOf(textOf(apps[i], "id")) != id)
            violations.add(indexedPath(path + "/apps", i) + "/id", "Identifier is not child of '" + id + "'");
    const Json& groups = listOf(group, "groups");
    for (std::size_t i = 0; i < groups.size(); ++i)
        checkNesting(groups[i], id, servicesModified, indexedPath(path + "/groups", i), violations);
    if (!servicesModified || !member(group, "id"))
        return;
    const GroupPtr stored = findGroup(core_.groups->root().tree, id);
    const std::optional<bool> wanted =
        member(group, "enforceRole") ? std::optional<bool>(group["enforceRole"].get<bool>()) : std::nullopt;
    if (stored && stored->enforceRole != wanted)
        violations.add(path + "/enforceRole", enforceText);
}

SpecPtr GroupUpdater::storedApp(const Json& app, Millis version) const {
    return makeApp(toStored(app), onlyVersion(version));
}

GroupPtr GroupUpdater::created(const Json& update, const std::string& id, Millis version) const {
    auto group = std::make_shared<Group>();
    group->id = id;
    for (const auto& app : listOf(update, "apps")) {
        const SpecPtr stored = storedApp(app, version);
        group->apps[stored->id] = stored;
    }
    for (const auto& child : listOf(update, "groups")) {
        const std::string childPath = canonicalPath(childId(child), id);
        group->groups[childPath] = created(child, childPath, version);
    }
    for (const auto& dependency : listOf(update, "dependencies"))
        group->dependencies.push_back(canonicalPath(dependency.get<std::string>(), id));
    if (isTopLevel(id))
        group->enforceRole = update.value("enforceRole", false);
    return group;
}

GroupPtr GroupUpdater::executed(const Json& update, const GroupPtr& current, Millis version) const {
    auto group = std::make_shared<Group>(*current);
    if (member(update, "groups")) {
        group->groups.clear();
        for (const auto& child : update["groups"]) {
            const std::string id = canonicalPath(childId(child), current->id);
            const auto existing = current->groups.find(id);
            group->groups[id] = existing == current->groups.end() ? created(child, id, version)
                                                                  : executed(child, existing->second, version);
        }
    }
    if (member(update, "apps")) {
        group->apps.clear();
        for (const auto& app : update["apps"]) {
            const SpecPtr stored = storedApp(app, version);
            group->apps[stored->id] = stored;
        }
    } else {
        for (auto& [id, app] : group->apps)
            app = withVersion(app, onlyVersion(version));
    }
    if (member(update, "dependencies")) {
        group->dependencies.clear();
        for (const auto& dependency : update["dependencies"])
            group->dependencies.push_back(canonicalPath(dependency.get<std::string>(), current->id));
    }
    if (isTopLevel(current->id))
        group->enforceRole = update.value("enforceRole", false);
    return group;
}

GroupPtr GroupUpdater::applied(const Root& root, const std::string& target, const Json& update, Millis version) const {
    GroupPtr current = findGroup(root.tree, target);
    if (!current) {
        auto empty = std::make_shared<Group>();
        empty->id = target;
        current = empty;
    }
    if (member(update, "version")) {
        const Millis wanted = timeStampOf(textOf(update, "version"));
        const Root* old = core_.groups->rootAt(wanted);
        const GroupPtr group = old ? findGroup(old->tree, target) : nullptr;
        if (!group)
            throw refusal(422, "Group " + target + " not available in version " + isoText(wanted));
        return withGroup(root.tree, group);
    }
    if (member(update, "scaleBy")) {
        const double factor = numberOf(update, "scaleBy");
        const GroupPtr scaled = mapSpecs(current, [&](const SpecPtr& spec) -> SpecPtr {
            const int wanted = static_cast<int>(std::ceil(spec->instances * factor));
            return spec->pod || wanted == spec->instances ? spec : withInstances(spec, wanted);
        });
        return withGroup(root.tree, scaled);
    }
    return withGroup(root.tree, executed(update, current, version));
}

void GroupUpdater::checkModels(const GroupPtr& before, const GroupPtr& after) const {
    Violations violations;
    eachSpec(*after, [&](const SpecPtr& spec) {
        if (spec->pod || findApp(before, spec->id) == spec)
            return;
        try {
            RoleSettings roles;
            checkStored(spec->spec, core_.options, roles);
        } catch (const Refusal& refused) {
            if (refused.status != 422)
                throw;
            for (const auto& entry : listOf(refused.body, "details"))
                for (const auto& text : entry["errors"])
                    violations.add("/apps/" + spec->id, text.get<std::string>());
        }
    });
    throwIfInvalid(violations);
}

} // namespace mesoscope::demo::marathon
