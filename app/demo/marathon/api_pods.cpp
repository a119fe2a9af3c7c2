// /v2/pods: read, create, change, delete, status, versions, kills of instances.
#include "app/demo/marathon/api.h"

#include "app/demo/marathon/deployments.h"
#include "app/demo/marathon/group_manager.h"
#include "app/demo/marathon/json_text.h"
#include "app/demo/marathon/path_id.h"
#include "app/demo/marathon/pod_rules.h"
#include "app/demo/marathon/pod_status.h"
#include "app/demo/marathon/raml_types.h"
#include "app/demo/marathon/tracker.h"

#include <algorithm>
#include <set>

namespace mesoscope::demo::marathon {

namespace {

const char* const instancePattern = "must fully match regular expression '^(.+)\\.(instance-|marathon-)([^\\.]+)$'";

Refusal unknownPod(const std::string& id) {
    return notFound("Pod '" + id + "' does not exist");
}

std::vector<SpecPtr> allPods(const Core& core) {
    std::vector<SpecPtr> pods;
    eachSpec(*core.groups->root().tree, [&](const SpecPtr& spec) {
        if (spec->pod)
            pods.push_back(spec);
    });
    return pods;
}

SpecPtr podOr404(const Call& call, const std::string& id) {
    const SpecPtr pod = findPod(call.core.groups->root().tree, id);
    if (!pod)
        throw unknownPod(id);
    return pod;
}

void publish(const Call& call, const char* type) {
    call.core.events.publish(type, Json{{"clientIp", call.request.remoteAddress}, {"uri", call.path}});
}

VersionInfo onlyVersion(Millis version) {
    VersionInfo info;
    info.version = version;
    info.onlyVersion = true;
    return info;
}

Response createPod(const Call& call) {
    const Json raw = parseRaml(podType(), parseBody(call.request.body));
    checkPod(raw, call.core.options);
    const std::string id = canonicalPath(textOf(raw, "id"));
    const Millis version = call.core.nextVersion();
    const SpecPtr pod =
        makePod(normalizePod(raw, call.core.options, call.core.groups->rolesFor(id, false)), onlyVersion(version));
    const Plan plan = call.core.groups->update(parentOf(id), version, call.query.flag("force"), [&](const Root& root) {
        if (findPod(root.tree, id))
            throw refusal(409, "A pod with id [" + id + "] already exists.");
        return withSpec(root.tree, pod);
    });
    publish(call, "pod_created_event");
    Response response = jsonResponse(201, podDocument(*pod));
    response.headers.emplace_back("Location", absoluteUrl(call.core, id));
    response.headers.emplace_back("Marathon-Deployment-Id", plan.id);
    return response;
}

Response changePod(const Call& call, const std::string& id) {
    const Json raw = parseRaml(podType(), parseBody(call.request.body));
    checkPod(raw, call.core.options);
    if (canonicalPath(textOf(raw, "id")) != id)
        return textResponse(400, "application/json",
                            "\n{\"message\": \"'" + id + "' does not match definition's id ('" + textOf(raw, "id") +
                                "')\" }\n          ");
    const Millis version = call.core.nextVersion();
    const SpecPtr pod =
        makePod(normalizePod(raw, call.core.options, call.core.groups->rolesFor(id, call.query.flag("force"))),
                onlyVersion(version));
    const Plan plan = call.core.groups->update(parentOf(id), version, call.query.flag("force"), [&](const Root& root) {
        const SpecPtr current = findPod(root.tree, id);
        return withSpec(root.tree, current ? withVersion(pod, current->versionInfo) : pod);
    });
    publish(call, "pod_updated_event");
    Response response = jsonResponse(200, podDocument(*pod));
    response.headers.emplace_back("Marathon-Deployment-Id", plan.id);
    return response;
}

Response deletePod(const Call& call, const std::string& id) {
    podOr404(call, id);
    const Plan plan = call.core.groups->update(parentOf(id), call.core.nextVersion(), call.query.flag("force"),
                                               [&](const Root& root) { return withoutSpec(root.tree, id); });
    publish(call, "pod_deleted_event");
    Response response;
    response.status = 202;
    response.reason = reasonPhrase(202);
    response.headers.emplace_back("Location", absoluteUrl(call.core, "/" + plan.id));
    response.headers.emplace_back("Marathon-Deployment-Id", plan.id);
    return response;
}

Response showPod(const Call& call, const std::string& id) {
    const SpecPtr pod = findPod(call.core.groups->root().tree, id);
    if (!pod)
        throw notFound("{\"message\": \"pod with " + id + " does not exist\"}");
    return jsonResponse(200, podDocument(*pod));
}

Response showStatus(const Call& call, const std::string& id) {
    if (id != "/")
        return jsonResponse(200, podStatus(call.core, *podOr404(call, id)));
    Json all = Json::array();
    for (const auto& pod : allPods(call.core))
        all.push_back(podStatus(call.core, *pod));
    return jsonResponse(200, all);
}

Response showVersions(const Call& call, const std::string& id, const std::string& version) {
    if (version.empty()) {
        podOr404(call, id);
        Json versions = Json::array();
        for (const Millis time : call.core.groups->specVersions(id))
            versions.push_back(isoText(time));
        return jsonResponse(200, versions);
    }
    const SpecPtr pod = call.core.groups->specAt(id, timeStampOf(version));
    if (!pod || !pod->pod)
        throw unknownPod(id);
    return jsonResponse(200, podDocument(*pod));
}

Json killInstances(const Call& call, const std::string& podId, const std::set<std::string>& ids) {
    Json killed = Json::array();
    std::vector<std::string> victims;
    for (const Instance* instance : call.core.instances.of(podId)) {
        if (!ids.count(instance->id))
            continue;
        killed.push_back(podInstanceJson(*instance));
        victims.push_back(instance->id);
    }
    for (const auto& id : victims) {
        Instance* instance = call.core.instances.find(id);
        if (call.query.flag("wipe"))
            call.core.tracker->wipe(*instance);
        else
            call.core.tracker->kill(*instance);
    }
    return killed;
}

Response killOne(const Call& call, const std::string& podId, const std::string& instanceId) {
    if (!isInstanceId(instanceId)) {
        Violations violations;
        violations.add("/", instancePattern);
        throw invalidObject(violations);
    }
    podOr404(call, podId);
    const Json killed = killInstances(call, podId, {instanceId});
    if (killed.empty())
        throw notFound("Task '" + instanceId + "' does not exist");
    return jsonResponse(200, killed[0]);
}

Response killMany(const Call& call, const std::string& podId) {
    const Json body = parseBody(call.request.body);
    Violations parse;
    std::set<std::string> ids;
    if (!body.is_array())
        parse.add("", "error.expected.jsarray");
    for (std::size_t i = 0; body.is_array() && i < body.size(); ++i) {
        if (body[i].is_string())
            ids.insert(body[i].get<std::string>());
        else
            parse.add("(" + std::to_string(i) + ")", "error.expected.jsstring");
    }
    if (!parse.empty())
        throw invalidJson(parse);
    Violations violations;
    std::size_t index = 0;
    for (const auto& id : ids) {
        if (!isInstanceId(id))
            violations.add("(" + std::to_string(index) + ")", instancePattern);
        ++index;
    }
    throwIfInvalid(violations);
    podOr404(call, podId);
    return jsonResponse(200, killInstances(call, podId, ids));
}

/// "/a/b::status" split into id and the part behind the colons.
std::pair<std::string, std::string> splitColons(const std::vector<std::string>& tail) {
    std::string joined;
    for (const auto& part : tail)
        joined += "/" + part;
    const std::size_t colons = joined.find("::");
    if (colons == std::string::npos)
        return {idOf(tail), ""};
    return {idOf(segments(joined.substr(0, colons))), joined.substr(colons + 2)};
}

Response collection(const Call& call) {
    if (call.is("GET")) {
        requireJsonAccepted(call);
        Json pods = Json::array();
        for (const auto& pod : allPods(call.core))
            pods.push_back(podDocument(*pod));
        return jsonResponse(200, pods);
    }
    if (!call.is("POST"))
        throw methodNotAllowed();
    requireJsonBody(call);
    return createPod(call);
}

Response suffixed(const Call& call, const std::string& id, const std::string& suffix) {
    const bool get = call.is("GET");
    const std::size_t slash = suffix.find('/');
    const std::string name = suffix.substr(0, slash);
    const std::string rest =
        slash == std::string::npos ? std::string() : percentDecode(suffix.substr(slash + 1), false);
    if (name == "status" && get)
        return showStatus(call, id);
    if (name == "versions" && get)
        return showVersions(call, id, rest);
    if (name == "instances" && call.is("DELETE"))
        return rest.empty() ? killMany(call, id) : killOne(call, id, rest);
    throw methodNotAllowed();
}

} // namespace

Response podsRoute(const Call& call) {
    if (call.tail.empty())
        return collection(call);
    const auto [id, suffix] = splitColons(call.tail);
    requireJsonAccepted(call);
    if (!suffix.empty())
        return suffixed(call, id, suffix);
    if (call.is("GET"))
        return showPod(call, id);
    if (call.is("DELETE"))
        return deletePod(call, id);
    if (!call.is("PUT"))
        throw methodNotAllowed();
    requireJsonBody(call);
    return changePod(call, id);
}

} // namespace mesoscope::demo::marathon
