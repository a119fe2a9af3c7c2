// /v2/tasks and /v2/apps/{id}/tasks: lists and kills.
#include "app/demo/marathon/api.h"

#include "app/demo/marathon/app_info.h"
#include "app/demo/marathon/deployments.h"
#include "app/demo/marathon/group_manager.h"
#include "app/demo/marathon/json_text.h"
#include "app/demo/marathon/path_id.h"
#include "app/demo/marathon/tracker.h"

#include <algorithm>
#include <set>

namespace mesoscope::demo::marathon {

namespace {

/// What the real parser of task ids says; empty when the id is well-formed.
std::string idFault(const std::string& text) {
    if (isInstanceId(instanceIdOf(text)))
        return "";
    const std::size_t split = text.find_last_of("._");
    if (split == std::string::npos || split == 0 || split + 1 == text.size())
        return "taskId " + text + " no valid identifier (of class java.lang.String)";
    const std::string uuid = text.substr(split + 1);
    if (uuid.size() > 36)
        return "Failure(java.lang.IllegalArgumentException: UUID string too large) (of class scala.util.Failure)";
    if (std::count(uuid.begin(), uuid.end(), '-') != 4)
        return "Failure(java.lang.IllegalArgumentException: Invalid UUID string: " + uuid +
               ") (of class scala.util.Failure)";
    return "";
}

void requireOneWay(const Call& call) {
    if (call.query.flag("scale") && call.query.flag("wipe"))
        throw refusal(400, "You cannot use scale and wipe at the same time.");
}

std::vector<Instance*> listed(const Core& core, const std::string& appId) {
    std::vector<Instance*> result;
    for (Instance* instance : core.instances.of(appId))
        if (instance->launched() && instance->condition != Condition::Scheduled)
            result.push_back(instance);
    return result;
}

/// Fewer instances by those that are really up, as one deployment.
Response killAndScale(const Call& call, const std::map<std::string, std::vector<Instance*>>& victims) {
    KillLists lists;
    std::map<std::string, int> fewer;
    for (const auto& [appId, instances] : victims)
        for (const Instance* instance : instances) {
            if (!instance->active() || instance->killRequested || instance->goal != Goal::Running)
                continue;
            ++fewer[appId];
            lists[appId].push_back(instance->id);
        }
    const Millis version = call.core.nextVersion();
    const Plan plan = call.core.groups->update(
        "/", version, call.query.flag("force"),
        [&](const Root& root) {
            GroupPtr tree = root.tree;
            for (const auto& [appId, count] : fewer)
                if (const SpecPtr app = findSpec(tree, appId))
                    tree = withSpec(tree, withInstances(app, std::max(0, app->instances - count)));
            return tree;
        },
        lists);
    return deploymentResult(call.core, plan);
}

void killAll(const Call& call, const std::vector<Instance*>& victims) {
    std::vector<std::string> ids;
    for (const Instance* victim : victims)
        ids.push_back(victim->id);
    for (const auto& id : ids) {
        Instance* instance = call.core.instances.find(id);
        if (!instance)
            continue;
        if (call.query.flag("wipe"))
            call.core.tracker->wipe(*instance);
        else
            call.core.tracker->kill(*instance);
    }
}

Json taskList(const Core& core, const std::vector<Instance*>& instances) {
    Json tasks = Json::array();
    for (const Instance* instance : instances)
        tasks.push_back(taskJson(core, *instance, false));
    return tasks;
}

Response killTasks(const Call& call, const std::string& appId) {
    requireOneWay(call);
    if (!findApp(call.core.groups->root().tree, appId))
        throw notFound("App '" + appId + "' does not exist");
    const std::string host = call.query.value("host");
    std::vector<Instance*> victims = listed(call.core, appId);
    const bool none = call.core.instances.of(appId).empty();
    if (!host.empty() && host != "*")
        victims.erase(std::remove_if(victims.begin(), victims.end(),
                                     [&](const Instance* instance) {
                                         return !instance->agent || instance->agent->hostname != host;
                                     }),
                      victims.end());
    if (call.query.flag("scale")) {
        if (none)
            throw refusal(404, "Path '" + appId + "' does not exist");
        return killAndScale(call, {{appId, victims}});
    }
    const Json tasks = taskList(call.core, victims);
    killAll(call, victims);
    return jsonResponse(200, Json{{"tasks", tasks}});
}

Response killTask(const Call& call, const std::string& appId, const std::string& taskId) {
    requireOneWay(call);
    if (!findApp(call.core.groups->root().tree, appId))
        throw notFound("App '" + appId + "' does not exist");
    if (const std::string fault = idFault(taskId); fault.rfind("Failure", 0) == 0)
        throw refusal(500, fault);
    Instance* instance = call.core.instances.find(instanceIdOf(taskId));
    if (!instance || instance->spec->id != appId || instance->taskId() != taskId)
        throw notFound("Task '" + taskId + "' does not exist");
    if (call.query.flag("scale"))
        return killAndScale(call, {{appId, {instance}}});
    const Json task = taskJson(call.core, *instance, false);
    killAll(call, {instance});
    return jsonResponse(200, Json{{"task", task}});
}

std::vector<std::string> idsToKill(const Call& call) {
    const Json body = parseBody(call.request.body);
    Violations violations;
    const auto ids = body.is_object() ? body.find("ids") : body.end();
    if (!body.is_object())
        violations.add("", compact(body) + " is not an object");
    else if (ids == body.end())
        violations.add("", "'ids' is undefined on object: " + compact(body));
    else if (!ids->is_array())
        violations.add("", "error.expected.jsarray");
    std::vector<std::string> result;
    if (violations.empty())
        for (std::size_t i = 0; i < ids->size(); ++i) {
            if ((*ids)[i].is_string())
                result.push_back((*ids)[i].get<std::string>());
            else
                violations.add("(" + std::to_string(i) + ")", "error.expected.jsstring");
        }
    if (!violations.empty())
        throw invalidJson(violations);
    return result;
}

Response killListed(const Call& call) {
    requireOneWay(call);
    std::map<std::string, std::vector<Instance*>> byApp;
    std::vector<Instance*> victims;
    for (const auto& id : idsToKill(call)) {
        if (const std::string fault = idFault(id); !fault.empty())
            throw refusal(400, "Invalid task id '" + id + "'. [" + fault + "]");
        Instance* instance = call.core.instances.find(instanceIdOf(id));
        if (!instance || instance->taskId() != id || instance->spec->pod)
            continue;
        byApp[instance->spec->id].push_back(instance);
        victims.push_back(instance);
    }
    if (call.query.flag("scale"))
        return killAndScale(call, byApp);
    const Json tasks = taskList(call.core, victims);
    killAll(call, victims);
    return jsonResponse(200, Json{{"tasks", tasks}});
}

bool wantedState(const Instance& instance, const std::set<std::string>& wanted) {
    if (wanted.empty())
        return true;
    const std::string state = instance.stateText();
    return (wanted.count("running") && state == "TASK_RUNNING") || (wanted.count("staging") && state == "TASK_STAGING");
}

Response allTasks(const Call& call) {
    std::set<std::string> wanted;
    for (const char* name : {"status", "status[]"})
        for (const auto& value : call.query.all(name))
            if (value == "running" || value == "staging")
                wanted.insert(value);
    std::string body = "{\"tasks\":[";
    eachSpec(*call.core.groups->root().tree, [&](const SpecPtr& app) {
        if (app->pod)
            return;
        for (const Instance* instance : listed(call.core, app->id)) {
            if (!wantedState(*instance, wanted))
                continue;
            if (body.back() != '[')
                body += ',';
            appendTask(body, call.core, *instance, true);
        }
    });
    return textResponse(200, "application/json", body + "]}");
}

Response showAppTasks(const Call& call, const std::string& idTail) {
    const auto tree = call.core.groups->root().tree;
    Json tasks = Json::array();
    if (idTail.size() >= 2 && idTail.compare(idTail.size() - 2, 2, "/*") == 0) {
        const std::string id = idOf(segments(idTail.substr(0, idTail.size() - 2)));
        const GroupPtr group = findGroup(tree, id);
        if (!group)
            throw notFound("Group '" + id + "' does not exist");
        eachSpec(*group, [&](const SpecPtr& app) {
            if (!app->pod)
                for (auto& task : tasksOf(call.core, app->id))
                    tasks.push_back(std::move(task));
        });
        return jsonResponse(200, Json{{"tasks", tasks}});
    }
    const std::string id = idOf(segments(idTail));
    if (!findApp(tree, id))
        throw notFound("App '" + id + "' does not exist");
    return jsonResponse(200, Json{{"tasks", tasksOf(call.core, id)}});
}

} // namespace

Response appTasksRoute(const Call& call, const std::string& idTail, const std::string& taskId) {
    const bool get = call.is("GET");
    if ((!get && !call.is("DELETE")) || (get && !taskId.empty()))
        throw methodNotAllowed();
    requireJsonAccepted(call);
    if (get)
        return showAppTasks(call, idTail);
    const std::string id = idOf(segments(idTail));
    return taskId.empty() ? killTasks(call, id) : killTask(call, id, taskId);
}

Response tasksRoute(const Call& call) {
    if (call.tail.empty()) {
        if (!call.is("GET"))
            throw methodNotAllowed();
        requireJsonAccepted(call);
        return allTasks(call);
    }
    if (call.tail.size() != 1 || call.tail[0] != "delete")
        throw refusal(500, "URI not found");
    if (!call.is("POST"))
        throw methodNotAllowed();
    requireJsonBody(call);
    return killListed(call);
}

} // namespace mesoscope::demo::marathon
