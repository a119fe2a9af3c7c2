// /v2/apps: list, create, change, restart, delete, versions.
#include "app/demo/marathon/api.h"

#include "app/demo/marathon/app_info.h"
#include "app/demo/marathon/app_model.h"
#include "app/demo/marathon/app_normalize.h"
#include "app/demo/marathon/deployments.h"
#include "app/demo/marathon/group_manager.h"
#include "app/demo/marathon/json_text.h"
#include "app/demo/marathon/label_selector.h"
#include "app/demo/marathon/path_id.h"
#include "app/demo/marathon/raml_types.h"

#include <algorithm>
#include <cctype>
#include <optional>

namespace mesoscope::demo::marathon {

namespace {

const Embeds listEmbeds = {Embed::Counts, Embed::Deployments};
const Embeds oneEmbeds = {Embed::Counts, Embed::Tasks, Embed::LastTaskFailure, Embed::Deployments};

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool containsText(const std::string& text, const std::string& part) {
    return lower(text).find(lower(part)) != std::string::npos;
}

Embeds with(Embeds embeds, const Embeds& more) {
    embeds.insert(more.begin(), more.end());
    return embeds;
}

Refusal appMissing(const std::string& id) {
    return refusal(404, "App '" + id + "' does not exist");
}

/// The JSON text of a list of apps under one key.
Response appListResponse(const Core& core, const std::string& key, const std::vector<SpecPtr>& apps,
                         const Embeds& embeds) {
    std::string body = "{\"" + key + "\":[";
    for (const auto& app : apps) {
        if (body.back() != '[')
            body += ',';
        body += appInfoText(core, *app, embeds);
    }
    return textResponse(200, "application/json", body + "]}");
}

Labels labelsOf(const RunSpec& app) {
    Labels labels;
    for (const auto& [key, value] : app.spec["labels"].items())
        labels[key] = value.get<std::string>();
    return labels;
}

Response listApps(const Call& call) {
    std::optional<LabelSelector> selector;
    if (call.query.has("label"))
        selector.emplace(call.query.value("label"));
    const std::string id = call.query.value("id");
    const std::string cmd = call.query.value("cmd");
    std::vector<SpecPtr> apps;
    eachSpec(*call.core.groups->root().tree, [&](const SpecPtr& app) {
        if (app->pod || (!id.empty() && !containsText(app->id, id)) ||
            (!cmd.empty() && !containsText(textOf(app->spec, "cmd"), cmd)))
            return;
        if (!selector || selector->matches(labelsOf(*app)))
            apps.push_back(app);
    });
    return appListResponse(call.core, "apps", apps, with(appEmbeds(call.query.all("embed")), listEmbeds));
}

void publishPost(const Call& call, const RunSpec& app) {
    if (call.core.events.anyListener())
        call.core.events.publish(
            "api_post_event",
            Json{{"clientIp", call.request.remoteAddress}, {"uri", call.path}, {"appDefinition", appDocument(app)}});
}

Response createApp(const Call& call) {
    const Json parsed = parseRaml(appType(), parseBody(call.request.body));
    const std::string id = canonicalPath(textOf(parsed, "id"));
    const RoleSettings roles = call.core.groups->rolesFor(id, false);
    const Json stored = toStored(normalizeApp(parsed, call.core.options, roles));
    checkStored(stored, call.core.options, roles);
    const Millis version = call.core.nextVersion();
    VersionInfo info;
    info.version = version;
    info.onlyVersion = true;
    const SpecPtr app = makeApp(stored, info);
    const Plan plan = call.core.groups->update(parentOf(id), version, call.query.flag("force"), [&](const Root& root) {
        if (findApp(root.tree, id))
            throw refusal(409, "An app with id [" + id + "] already exists.");
        return withSpec(root.tree, app);
    });
    Json body = appDocument(*app);
    for (const char* counter : {"tasksStaged", "tasksRunning", "tasksHealthy", "tasksUnhealthy"})
        body[counter] = 0;
    body["deployments"] = Json::array({Json{{"id", plan.id}}});
    publishPost(call, *app);
    Response response = jsonResponse(201, body);
    response.headers.emplace_back("Location", absoluteUrl(call.core, id));
    response.headers.emplace_back("Marathon-Deployment-Id", plan.id);
    return response;
}

/// One app update: what was sent and how far it is prepared.
struct AppUpdate {
    std::string id;
    /// The document as sent, for apps that turn out to be new.
    Json raw;
    /// Set for partial updates.
    std::optional<Json> partial;
    /// Set for complete definitions.
    std::optional<Json> complete;
    RoleSettings roles;
};

SpecPtr storedApp(const Call& call, const Json& normalized, const RoleSettings& roles, const VersionInfo& info) {
    const Json stored = toStored(normalized);
    checkStored(stored, call.core.options, roles);
    return makeApp(stored, info);
}

VersionInfo newInfo(Millis version) {
    VersionInfo info;
    info.version = version;
    info.onlyVersion = true;
    return info;
}

/// What the update makes of the app as it is now.
SpecPtr applyUpdate(const Call& call, const AppUpdate& update, const SpecPtr& current, bool allowCreation,
                    Millis version) {
    if (!current && !allowCreation)
        throw appMissing(update.id);
    if (current && update.partial && member(*update.partial, "version")) {
        const SpecPtr old = call.core.groups->specAt(update.id, timeStampOf(textOf(*update.partial, "version")));
        if (!old)
            throw appMissing(update.id);
        return old;
    }
    const VersionInfo info = current ? current->versionInfo : newInfo(version);
    if (update.complete)
        return storedApp(call, *update.complete, update.roles, info);
    if (current)
        return storedApp(call,
                         normalizeApp(mergeUpdate(current->spec, *update.partial), call.core.options, update.roles),
                         update.roles, info);
    Json fresh = parseRaml(appType(), update.raw);
    fresh.erase("executorResources");
    return storedApp(call, normalizeApp(fresh, call.core.options, update.roles), update.roles, info);
}

AppUpdate readComplete(const Call& call, const std::string& id, Json body) {
    if (!body.is_object()) {
        Violations violations;
        violations.add("", "error.expected.jsobject");
        throw invalidJson(violations);
    }
    body["id"] = id;
    AppUpdate update{id, body, {}, {}, call.core.groups->rolesFor(id, call.query.flag("force"))};
    Json app = normalizeApp(parseRaml(appType(), body), call.core.options, update.roles);
    app.erase("executorResources");
    update.complete = std::move(app);
    return update;
}

AppUpdate readPartial(const Call& call, const std::string& id, const Json& body, const SpecPtr& existing) {
    AppUpdate update{id, body, {}, {}, call.core.groups->rolesFor(id, call.query.flag("force"))};
    update.partial = normalizeUpdate(parseRaml(appType(), body, true), call.core.options);
    // The merged app has to be good before anything else is looked at.
    normalizeApp(mergeUpdate(existing->spec, *update.partial), call.core.options, update.roles);
    return update;
}

Response changeApp(const Call& call, const std::string& id, bool partial, bool allowCreation) {
    const SpecPtr existing = findApp(call.core.groups->root().tree, id);
    const Json body = parseBody(call.request.body);
    const AppUpdate update = existing && partial ? readPartial(call, id, body, existing) : readComplete(call, id, body);
    const Millis version = call.core.nextVersion();
    const Plan plan = call.core.groups->update(parentOf(id), version, call.query.flag("force"), [&](const Root& root) {
        return withSpec(root.tree, applyUpdate(call, update, findApp(root.tree, id), allowCreation, version));
    });
    const SpecPtr result = findApp(plan.target.tree, id);
    publishPost(call, *result);
    return existing ? deploymentResult(call.core, plan) : deploymentResult(call.core, plan, 201, id);
}

std::vector<AppUpdate> readUpdates(const Call& call, bool partial) {
    const Json body = parseBody(call.request.body);
    Violations violations;
    if (!body.is_array())
        violations.add("", "error.expected.jsarray");
    std::vector<Json> parsed;
    for (std::size_t i = 0; body.is_array() && i < body.size(); ++i)
        parsed.push_back(readRaml(appType(), body[i], "(" + std::to_string(i) + ")", violations, partial));
    if (!violations.empty())
        throw invalidJson(violations);
    std::vector<AppUpdate> updates;
    for (std::size_t i = 0; i < parsed.size(); ++i) {
        if (!member(parsed[i], "id"))
            throw refusal(422, "requirement failed: App Update must have app id set");
        const std::string id = canonicalPath(textOf(parsed[i], "id"));
        AppUpdate update{id, body[i], {}, {}, call.core.groups->rolesFor(id, call.query.flag("force"))};
        if (partial) {
            update.partial = normalizeUpdate(parsed[i], call.core.options);
        } else {
            update.complete = normalizeApp(parsed[i], call.core.options, update.roles);
            update.complete->erase("executorResources");
        }
        updates.push_back(std::move(update));
    }
    return updates;
}

Response changeApps(const Call& call, bool partial, bool allowCreation) {
    const std::vector<AppUpdate> updates = readUpdates(call, partial);
    const Millis version = call.core.nextVersion();
    const Plan plan = call.core.groups->update("/", version, call.query.flag("force"), [&](const Root& root) {
        GroupPtr tree = root.tree;
        for (const auto& update : updates)
            tree = withSpec(tree, applyUpdate(call, update, findApp(tree, update.id), allowCreation, version));
        return tree;
    });
    return deploymentResult(call.core, plan);
}

Response deleteApp(const Call& call, const std::string& id) {
    const Plan plan = call.core.groups->update(parentOf(id), call.core.nextVersion(), call.query.flag("force", true),
                                               [&](const Root& root) {
                                                   if (!findApp(root.tree, id))
                                                       throw appMissing(id);
                                                   return withoutSpec(root.tree, id);
                                               });
    return deploymentResult(call.core, plan);
}

Response restartApp(const Call& call, const std::string& id) {
    const Plan plan = call.core.groups->update(parentOf(id), call.core.nextVersion(), call.query.flag("force"),
                                               [&](const Root& root) {
                                                   const SpecPtr app = findApp(root.tree, id);
                                                   if (!app)
                                                       throw appMissing(id);
                                                   VersionInfo info = app->versionInfo;
                                                   info.none = true;
                                                   return withSpec(root.tree, withVersion(app, info));
                                               });
    return deploymentResult(call.core, plan);
}

Response showGroupApps(const Call& call, const std::string& groupId) {
    const GroupPtr group = findGroup(call.core.groups->root().tree, groupId);
    if (!group)
        throw notFound("Group '" + groupId + "' does not exist");
    std::vector<SpecPtr> apps;
    eachSpec(*group, [&](const SpecPtr& app) {
        if (!app->pod)
            apps.push_back(app);
    });
    return appListResponse(call.core, "*", apps, with(appEmbeds(call.query.all("embed")), oneEmbeds));
}

Response showApp(const Call& call, std::vector<std::string> tail) {
    if (tail.back() == "*") {
        tail.pop_back();
        return showGroupApps(call, idOf(tail));
    }
    const std::string id = idOf(tail);
    const SpecPtr app = findApp(call.core.groups->root().tree, id);
    if (!app)
        throw notFound("App '" + id + "' does not exist");
    const Embeds embeds = with(appEmbeds(call.query.all("embed")), oneEmbeds);
    return textResponse(200, "application/json", "{\"app\":" + appInfoText(call.core, *app, embeds) + "}");
}

Response showVersions(const Call& call, const std::string& id) {
    if (!findApp(call.core.groups->root().tree, id))
        throw notFound("App '" + id + "' does not exist");
    Json versions = Json::array();
    for (const Millis version : call.core.groups->specVersions(id))
        versions.push_back(isoText(version));
    return jsonResponse(200, Json{{"versions", versions}});
}

Response showVersion(const Call& call, const std::string& id, const std::string& text) {
    const Millis version = timeStampOf(text);
    const SpecPtr app = call.core.groups->specAt(id, version);
    if (!app || app->pod)
        throw notFound("App '" + id + "' does not exist in version " + isoText(version));
    return jsonResponse(200, appDocument(*app));
}

Response collection(const Call& call) {
    if (call.is("GET")) {
        requireJsonAccepted(call);
        return listApps(call);
    }
    const bool post = call.is("POST");
    const bool put = call.is("PUT");
    if (!post && !put && !call.is("PATCH"))
        throw methodNotAllowed();
    requireJsonBody(call);
    if (post)
        return createApp(call);
    return changeApps(call, !put || call.query.flag("partialUpdate", true), put);
}

Response oneApp(const Call& call, const std::vector<std::string>& tail) {
    if (call.is("GET")) {
        requireJsonAccepted(call);
        return showApp(call, tail);
    }
    const std::string id = idOf(tail);
    if (call.is("DELETE"))
        return deleteApp(call, id);
    const bool put = call.is("PUT");
    if (!put && !call.is("PATCH"))
        throw methodNotAllowed();
    requireJsonBody(call);
    return changeApp(call, id, !put || call.query.flag("partialUpdate", true), put);
}

} // namespace

Response appsRoute(const Call& call) {
    const auto& tail = call.tail;
    const std::size_t length = tail.size();
    const auto head = [&](std::size_t drop) {
        return std::vector<std::string>(tail.begin(), tail.end() - static_cast<std::ptrdiff_t>(drop));
    };
    if (length == 0)
        return collection(call);
    if (length >= 2 && tail[length - 1] == "restart") {
        if (call.is("DELETE"))
            return deleteApp(call, idOf(tail));
        if (!call.is("POST"))
            throw methodNotAllowed();
        return restartApp(call, idOf(head(1)));
    }
    const auto joined = [](const std::vector<std::string>& parts) {
        std::string result;
        for (const auto& part : parts)
            result += "/" + part;
        return result;
    };
    if (length >= 2 && tail[length - 1] == "tasks")
        return appTasksRoute(call, joined(head(1)), "");
    if (length >= 3 && tail[length - 2] == "tasks")
        return appTasksRoute(call, joined(head(2)), percentDecode(tail[length - 1], false));
    const bool versions = length >= 2 && tail[length - 1] == "versions";
    const bool version = length >= 3 && tail[length - 2] == "versions";
    if (versions || version) {
        if (!call.is("GET"))
            throw methodNotAllowed();
        requireJsonAccepted(call);
        return versions ? showVersions(call, idOf(head(1)))
                        : showVersion(call, idOf(head(2)), percentDecode(tail[length - 1], false));
    }
    return oneApp(call, tail);
}

} // namespace mesoscope::demo::marathon
