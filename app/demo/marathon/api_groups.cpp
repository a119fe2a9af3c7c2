// /v2/groups: read, create, replace, scale, roll back, delete.
#include "app/demo/marathon/api.h"

#include "app/demo/marathon/app_info.h"
#include "app/demo/marathon/app_model.h"
#include "app/demo/marathon/group_manager.h"
#include "app/demo/marathon/group_update.h"
#include "app/demo/marathon/json_text.h"
#include "app/demo/marathon/path_id.h"
#include "app/demo/marathon/pod_status.h"
#include "app/demo/marathon/raml_types.h"

#include <algorithm>
#include <cmath>

namespace mesoscope::demo::marathon {

namespace {

struct GroupEmbeds {
    bool apps = true;
    bool pods = true;
    bool groups = true;
    Embeds ofApps;
};

GroupEmbeds groupEmbeds(const Query& query) {
    const auto names = query.all("embed");
    GroupEmbeds embeds;
    if (names.empty())
        return embeds;
    const auto has = [&](const char* name) { return std::find(names.begin(), names.end(), name) != names.end(); };
    embeds.apps = has("group.apps");
    embeds.pods = has("group.pods");
    embeds.groups = has("group.groups");
    std::vector<std::string> ofApps;
    std::copy_if(names.begin(), names.end(), std::back_inserter(ofApps),
                 [](const std::string& name) { return name.rfind("group.apps.", 0) == 0; });
    embeds.ofApps = appEmbeds(ofApps);
    return embeds;
}

void appendList(std::string& out, const char* key, bool wanted, const std::function<void()>& elements) {
    out += "\"";
    out += key;
    out += "\":[";
    if (wanted)
        elements();
    out += "],";
}

void comma(std::string& out) {
    if (out.back() != '[')
        out += ',';
}

/// Written straight as text: the whole tree with tasks has hundreds of megabytes.
void appendGroup(std::string& out, const Core& core, const Group& group, Millis version, const GroupEmbeds& embeds) {
    out += "{\"id\":" + compact(Json(group.id)) + ",";
    appendList(out, "apps", embeds.apps, [&] {
        for (const auto& [id, app] : group.apps) {
            comma(out);
            out += appInfoText(core, *app, embeds.ofApps);
        }
    });
    appendList(out, "pods", embeds.pods, [&] {
        for (const auto& [id, pod] : group.pods) {
            comma(out);
            out += compact(podStatus(core, *pod));
        }
    });
    appendList(out, "groups", embeds.groups, [&] {
        for (const auto& [id, child] : group.groups) {
            comma(out);
            appendGroup(out, core, *child, version, embeds);
        }
    });
    out += "\"dependencies\":" + compact(Json(group.dependencies)) + ",\"version\":\"" + isoText(version) + "\"";
    if (isTopLevel(group.id) && group.enforceRole)
        out += std::string(",\"enforceRole\":") + (*group.enforceRole ? "true" : "false");
    out += '}';
}

Response groupResponse(const Call& call, const Group& group, Millis version) {
    std::string text;
    appendGroup(text, call.core, group, version, groupEmbeds(call.query));
    return textResponse(200, "application/json", std::move(text));
}

Refusal unknownGroup(const std::string& id) {
    return notFound("Group '" + id + "' does not exist");
}

Response showGroup(const Call& call, const std::string& id, const Root& root) {
    const GroupPtr group = findGroup(root.tree, id);
    if (!group)
        throw unknownGroup(id);
    return groupResponse(call, *group, root.version);
}

Response showApps(const Call& call, const std::string& id) {
    std::string text = "[";
    const Embeds embeds = groupEmbeds(call.query).ofApps;
    if (const GroupPtr group = findGroup(call.core.groups->root().tree, id))
        eachSpec(*group, [&](const SpecPtr& app) {
            if (app->pod)
                return;
            comma(text);
            text += appInfoText(call.core, *app, embeds);
        });
    return textResponse(200, "application/json", text + "]");
}

Response showVersions(const Call& call, const std::string& id) {
    if (!findGroup(call.core.groups->root().tree, id))
        throw unknownGroup(id);
    Json versions = Json::array();
    for (const auto& [version, root] : call.core.groups->versions())
        if (findGroup(root.tree, id))
            versions.push_back(isoText(version));
    return jsonResponse(200, versions);
}

Response showVersion(const Call& call, const std::string& id, const std::string& text) {
    const Root* root = call.core.groups->rootAt(timeStampOf(text));
    if (!root)
        throw unknownGroup(id);
    return showGroup(call, id, *root);
}

Response readRoute(const Call& call) {
    requireJsonAccepted(call);
    const auto& tail = call.tail;
    const std::size_t length = tail.size();
    const auto head = [&](std::size_t drop) {
        return idOf(std::vector<std::string>(tail.begin(), tail.end() - static_cast<std::ptrdiff_t>(drop)));
    };
    if (length >= 1 && tail[length - 1] == "apps")
        return showApps(call, head(1));
    if (length >= 1 && tail[length - 1] == "versions")
        return showVersions(call, head(1));
    if (length >= 2 && tail[length - 2] == "versions")
        return showVersion(call, head(2), percentDecode(tail[length - 1], false));
    return showGroup(call, idOf(tail), call.core.groups->root());
}

Response writeRoute(const Call& call, const std::string& rootPath, bool create) {
    const Json raw = parseRaml(groupUpdateType(), parseBody(call.request.body));
    const std::string target = member(raw, "id") ? canonicalPath(textOf(raw, "id"), rootPath) : rootPath;
    const GroupUpdater updater(call.core, call.query.flag("force"));
    const Json update = updater.normalized(raw, target, create ? rootPath : target);
    const GroupPtr tree = call.core.groups->root().tree;
    if (create && findGroup(tree, target))
        throw refusal(409, "Group " + target + " is already created. Use PUT to change this group.");
    if (create && findApp(tree, target))
        throw refusal(409, "An app with the path " + target + " already exists.");
    const Millis version = call.core.nextVersion();
    if (!create && call.query.flag("dryRun")) {
        Root after;
        after.version = version;
        after.tree = updater.applied(call.core.groups->root(), target, update, version);
        return jsonResponse(200, Json{{"steps", stepsJson(makePlan("", call.core.groups->root(), after, version))}});
    }
    const Plan plan =
        call.core.groups->update(parentOf(rootPath), version, call.query.flag("force"), [&](const Root& root) {
            GroupPtr after = updater.applied(root, target, update, version);
            updater.checkModels(root.tree, after);
            return after;
        });
    return create ? deploymentResult(call.core, plan, 201, target) : deploymentResult(call.core, plan);
}

Response patchRoute(const Call& call, const std::string& id) {
    const Json update = parseRaml(groupPartialUpdateType(), parseBody(call.request.body));
    if (!isTopLevel(id)) {
        Violations violations;
        violations.add("/", "Path needs to be top-level");
        throw invalidObject(violations);
    }
    const GroupPtr tree = call.core.groups->root().tree;
    const GroupPtr group = findGroup(tree, id);
    if (!group)
        throw unknownGroup(id);
    auto changed = std::make_shared<Group>(*group);
    changed->enforceRole = update.value("enforceRole", false);
    call.core.groups->patch(withGroup(tree, changed));
    Response response;
    response.reason = reasonPhrase(200);
    return response;
}

Response deleteRoute(const Call& call, const std::string& id) {
    const Plan plan = call.core.groups->update(parentOf(id), call.core.nextVersion(), call.query.flag("force"),
                                               [&](const Root& root) {
                                                   if (!findGroup(root.tree, id))
                                                       throw refusal(404, "Group '" + id + "' does not exist");
                                                   return withoutGroup(root.tree, id);
                                               });
    return deploymentResult(call.core, plan);
}

} // namespace

Response groupsRoute(const Call& call) {
    if (call.is("GET"))
        return readRoute(call);
    const std::string id = idOf(call.tail);
    if (call.is("POST") || call.is("PUT")) {
        requireJsonAccepted(call);
        return writeRoute(call, id, call.is("POST"));
    }
    if (call.is("PATCH") && !call.tail.empty())
        return patchRoute(call, id);
    if (call.is("DELETE"))
        return deleteRoute(call, id);
    throw methodNotAllowed();
}

} // namespace mesoscope::demo::marathon
