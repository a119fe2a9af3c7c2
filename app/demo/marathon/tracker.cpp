#include "app/demo/marathon/tracker.h"

#include "app/demo/marathon/deployments.h"
#include "app/demo/marathon/group_manager.h"
#include "app/demo/marathon/health.h"
#include "app/demo/marathon/launcher.h"
#include "app/demo/marathon/path_id.h"

#include <algorithm>
#include <set>

namespace mesoscope::demo::marathon {

namespace {

constexpr Millis expungeInterval = 5000;

bool needsTask(Condition condition) {
    return condition == Condition::Scheduled || isTerminal(condition);
}

/// Lost, starting, then running ones; among running by the app's selection.
int killRank(const Instance& instance) {
    switch (instance.condition) {
    case Condition::Unreachable:
    case Condition::UnreachableInactive:
        return 0;
    case Condition::Scheduled:
        return 1;
    case Condition::Provisioned:
    case Condition::Staging:
        return 2;
    case Condition::Starting:
        return 3;
    default:
        return 4;
    }
}

} // namespace

TaskTracker::TaskTracker(Core& core) : core_(core) {
    core_.mesos.listen([this](const TaskUpdate& update) {
        handle(update);
        core_.settle();
    });
    core_.after(expungeInterval, [this] { expungeLost(); });
}

std::shared_ptr<const AgentInfo> TaskTracker::agentInfo(const AgentView& agent) {
    auto& info = agents_[agent.id];
    if (!info)
        info = std::make_shared<const AgentInfo>(
            AgentInfo{agent.id, agent.hostname, agent.region, agent.zone, agent.attributes});
    return info;
}

void TaskTracker::publishChange(const Instance& instance) {
    if (!core_.events.anyListener())
        return;
    Json agentId = nullptr;
    Json host = nullptr;
    if (instance.agent) {
        agentId = instance.agent->id;
        host = instance.agent->hostname;
    }
    core_.events.publish("instance_changed_event",
                         Json{{"instanceId", instance.id},
                              {"condition", conditionText(instance.condition)},
                              {"runSpecId", instance.spec->id},
                              {"agentId", agentId},
                              {"host", host},
                              {"runSpecVersion", isoText(instance.spec->versionInfo.version)}});
}

void TaskTracker::setCondition(Instance& instance, Condition condition) {
    instance.condition = condition;
    instance.since = core_.now();
    publishChange(instance);
    core_.deployments->touch(instance.spec->id);
}

void TaskTracker::schedule(const SpecPtr& spec, int count) {
    for (int i = 0; i < count; ++i) {
        // A stopped resident instance is resumed with its reservation before a new one is made.
        const auto& existing = core_.instances.of(spec->id);
        const auto stopped = std::find_if(existing.begin(), existing.end(), [](const Instance* instance) {
            return instance->goal == Goal::Stopped && needsTask(instance->condition);
        });
        Instance& instance = stopped != existing.end() ? **stopped : core_.instances.create(spec, core_.now());
        instance.spec = spec;
        instance.goal = Goal::Running;
        setCondition(instance, Condition::Scheduled);
    }
    core_.launcher->enqueue(spec->id);
}

void TaskTracker::launch(Instance& instance, const SpecPtr& spec, std::size_t offer, const std::vector<int>& ports) {
    ++instance.incarnation;
    instance.spec = spec;
    std::vector<LaunchRequest> requests;
    std::size_t port = 0;
    for (std::size_t i = 0; i < spec->containers.size(); ++i) {
        LaunchRequest request{instance.taskId(i), i, {}};
        for (std::size_t p = 0; p < spec->containers[i].ports && port < ports.size(); ++p)
            request.ports.push_back(ports[port++]);
        requests.push_back(std::move(request));
    }
    instance.agent = agentInfo(core_.mesos.offerAt(offer));
    core_.mesos.launch(offer, *spec, requests);
    instance.ports = ports;
    instance.stagedAt = core_.now();
    instance.startedAt = 0;
    instance.killRequested = false;
    instance.ready = false;
    instance.readiness = nullptr;
    instance.tasks.assign(spec->containers.size(), TaskRun{});
    instance.health.assign(spec->healthChecks.size(), HealthResult{});
    reserveVolumes(instance);
    setCondition(instance, Condition::Provisioned);
}

void TaskTracker::reserveVolumes(Instance& instance) {
    const RunSpec& spec = *instance.spec;
    if (!spec.resident || !instance.localVolumes.empty())
        return;
    for (const auto& volume : listOf(spec.spec["container"], "volumes")) {
        if (!volume.contains("persistent"))
            continue;
        const std::string uuid = core_.instances.nextUuid(core_.now());
        const std::string path = textOf(volume, "containerPath");
        instance.localVolumes.push_back(Json{{"runSpecId", spec.id},
                                             {"containerPath", path},
                                             {"uuid", uuid},
                                             {"persistenceId", safePath(spec.id) + "#" + path + "#" + uuid}});
    }
}

void TaskTracker::forget(Instance& instance) {
    const std::string specId = instance.spec->id;
    core_.deployments->touch(specId);
    core_.instances.erase(instance.id);
    core_.launcher->enqueue(specId);
}

void TaskTracker::retire(Instance& instance, Goal goal) {
    if (instance.goal == goal)
        return;
    instance.goal = goal;
    if (needsTask(instance.condition) || instance.condition == Condition::UnreachableInactive) {
        if (goal == Goal::Stopped && instance.launched())
            return core_.deployments->touch(instance.spec->id);
        return forget(instance);
    }
    publishChange(instance);
    kill(instance);
}

void TaskTracker::kill(Instance& instance) {
    core_.deployments->touch(instance.spec->id);
    if (needsTask(instance.condition) || instance.killRequested)
        return;
    // A lost agent hears nothing; the task stays as it is.
    if (instance.condition == Condition::Unreachable) {
        if (instance.goal == Goal::Decommissioned)
            forget(instance);
        return;
    }
    instance.killRequested = true;
    for (std::size_t i = 0; i < instance.tasks.size(); ++i)
        core_.mesos.kill(instance.taskId(i), instance.spec->killGrace);
}

void TaskTracker::wipe(Instance& instance) {
    const std::string specId = instance.spec->id;
    instance.goal = Goal::Decommissioned;
    publishChange(instance);
    if (instance.condition != Condition::Unreachable && !needsTask(instance.condition) && !instance.killRequested)
        for (std::size_t i = 0; i < instance.tasks.size(); ++i)
            core_.mesos.kill(instance.taskId(i), instance.spec->killGrace);
    instance.condition = Condition::Killed;
    publishChange(instance);
    forget(instance);
    balance(specId);
}

void TaskTracker::balance(const std::string& specId) {
    const SpecPtr spec = findSpec(core_.groups->root().tree, specId);
    if (!spec || core_.deployments->isLocked(specId))
        return;
    int counted = 0;
    for (const Instance* instance : core_.instances.of(specId))
        counted += instance->counts();
    if (counted < spec->instances)
        schedule(spec, spec->instances - counted);
    else if (counted > spec->instances)
        for (Instance* victim : victims(specId, counted - spec->instances, {}))
            retire(*victim, spec->resident ? Goal::Stopped : Goal::Decommissioned);
}

std::vector<Instance*> TaskTracker::victims(const std::string& specId, int count,
                                            const std::vector<std::string>& first) const {
    std::vector<Instance*> candidates;
    for (Instance* instance : core_.instances.of(specId))
        if (instance->goal == Goal::Running && instance->condition != Condition::UnreachableInactive)
            candidates.push_back(instance);
    candidates = killOrder(std::move(candidates), first);
    candidates.resize(std::min(candidates.size(), static_cast<std::size_t>(std::max(0, count))));
    return candidates;
}

std::vector<Instance*> TaskTracker::killOrder(std::vector<Instance*> candidates,
                                              const std::vector<std::string>& first) const {
    const std::set<std::string> chosen(first.begin(), first.end());
    const auto before = [&](const Instance* left, const Instance* right) {
        const bool leftChosen = chosen.count(left->id);
        const bool rightChosen = chosen.count(right->id);
        if (leftChosen != rightChosen)
            return leftChosen;
        if (left->killRequested != right->killRequested)
            return left->killRequested;
        if (killRank(*left) != killRank(*right))
            return killRank(*left) < killRank(*right);
        return left->spec->oldestFirst ? left->startedAt < right->startedAt : left->startedAt > right->startedAt;
    };
    std::stable_sort(candidates.begin(), candidates.end(), before);
    return candidates;
}

void TaskTracker::publishStatus(const Instance& instance, std::size_t container, const TaskUpdate& update) {
    if (!core_.events.anyListener())
        return;
    Json ips = Json::array();
    if (!instance.tasks[container].ip.empty() && update.state != "TASK_UNREACHABLE")
        ips.push_back(Json{{"ipAddress", instance.tasks[container].ip}, {"protocol", "IPv4"}});
    core_.events.publish("status_update_event", Json{{"slaveId", instance.agent ? instance.agent->id : ""},
                                                     {"taskId", update.taskId},
                                                     {"taskStatus", update.state},
                                                     {"message", update.message},
                                                     {"appId", instance.spec->id},
                                                     {"host", instance.agent ? instance.agent->hostname : ""},
                                                     {"ipAddresses", ips},
                                                     {"ports", instance.ports},
                                                     {"version", isoText(instance.spec->versionInfo.version)}});
}

Condition TaskTracker::combined(const Instance& instance) const {
    // A pod fails as a whole when one container does; it runs when all do.
    Condition worst = Condition::Running;
    for (const auto& task : instance.tasks) {
        const Condition condition = task.state.empty() ? Condition::Provisioned : conditionOf(task.state);
        if (isTerminal(condition))
            return condition;
        if (condition == Condition::Killing || condition == Condition::Unreachable ||
            condition == Condition::UnreachableInactive)
            return condition;
        worst = std::min(worst, condition);
    }
    return worst;
}

void TaskTracker::handle(const TaskUpdate& update) {
    Instance* instance = core_.instances.find(instanceIdOf(update.taskId));
    if (!instance)
        return unknownTask(update);
    for (std::size_t i = 0; i < instance->tasks.size(); ++i)
        if (instance->taskId(i) == update.taskId)
            return applyState(*instance, i, update);
}

void TaskTracker::unknownTask(const TaskUpdate& update) {
    const std::string id = instanceIdOf(update.taskId);
    if (id.empty() || !(isTerminal(conditionOf(update.state)) || update.state == "TASK_UNREACHABLE" ||
                        update.state == "TASK_RUNNING"))
        return;
    const std::size_t marker = id.rfind(".instance-");
    core_.events.publish("unknown_instance_terminated_event",
                         Json{{"instanceId", id},
                              {"runSpecId", pathOfSafe(id.substr(0, marker))},
                              {"condition", conditionText(conditionOf(update.state))}});
    if (update.state == "TASK_RUNNING")
        core_.mesos.kill(update.taskId, {});
}

void TaskTracker::applyState(Instance& instance, std::size_t container, const TaskUpdate& update) {
    TaskRun& task = instance.tasks[container];
    task.state = update.state;
    task.since = core_.now();
    task.message = update.message;
    if (!update.ip.empty())
        task.ip = update.ip;
    else if (update.state == "TASK_KILLING")
        task.ip.clear();
    const Condition before = instance.condition;
    const Condition after = combined(instance);
    if (update.state == "TASK_RUNNING" && instance.startedAt == 0)
        instance.startedAt = core_.now();
    publishStatus(instance, container, update);
    if (update.state == "TASK_LOST")
        rememberFailure(instance, update);
    if (isTerminal(after) && !isTerminal(before))
        return ended(instance, update);
    if (after == Condition::Unreachable && before != Condition::Unreachable) {
        setCondition(instance, Condition::Unreachable);
        instance.unreachableSince = core_.now();
        return lost(instance);
    }
    if (after == Condition::Unreachable || after == Condition::UnreachableInactive)
        return lost(instance);
    if (after != before)
        setCondition(instance, after);
    if (after == Condition::Running && before != Condition::Running) {
        core_.health->started(instance);
        if (before == Condition::UnreachableInactive)
            balance(instance.spec->id);
    }
    if (update.healthy && instance.condition == Condition::Running)
        core_.health->reported(instance, container, *update.healthy);
}

void TaskTracker::rememberFailure(const Instance& instance, const TaskUpdate& update) {
    static const std::set<std::string> abnormal = {
        "TASK_FAILED", "TASK_ERROR", "TASK_LOST", "TASK_DROPPED", "TASK_GONE", "TASK_GONE_BY_OPERATOR", "TASK_UNKNOWN"};
    const bool sick = update.state == "TASK_KILLED" && core_.health->wasKilledAsSick(instance.id);
    if (instance.spec->pod || (!abnormal.count(update.state) && !sick))
        return;
    core_.lastFailures[instance.spec->id] = Json{
        {"appId", instance.spec->id},
        {"host", instance.agent->hostname},
        {"message", sick ? "Task was killed since health check failed. Reason: " + core_.health->killReason(instance.id)
                         : update.message},
        {"state", update.state == "TASK_GONE_BY_OPERATOR" ? std::string("TASK_GONE") : update.state},
        {"taskId", update.taskId},
        {"timestamp", isoText(core_.now())},
        {"version", isoText(instance.spec->versionInfo.version)},
        {"slaveId", instance.agent->id}};
}

void TaskTracker::ended(Instance& instance, const TaskUpdate& update) {
    rememberFailure(instance, update);
    core_.health->stopped(instance);
    const Condition condition = conditionOf(update.state);
    if (condition != Condition::Killed)
        core_.launcher->failed(*instance.spec);
    // The other containers of a pod go with the one that ended.
    for (std::size_t i = 0; i < instance.tasks.size(); ++i)
        if (!isTerminal(conditionOf(instance.tasks[i].state)) && instance.taskId(i) != update.taskId)
            core_.mesos.kill(instance.taskId(i), 0);
    setCondition(instance, condition);
    instance.killRequested = false;
    const std::string specId = instance.spec->id;
    if (instance.goal == Goal::Decommissioned)
        forget(instance);
    else if (instance.goal == Goal::Running && !findSpec(core_.groups->root().tree, specId))
        forget(instance);
    else
        core_.launcher->enqueue(specId);
}

void TaskTracker::becomeInactive(Instance& instance) {
    if (instance.condition == Condition::UnreachableInactive)
        return;
    setCondition(instance, Condition::UnreachableInactive);
    const std::string specId = instance.spec->id;
    if (instance.spec->expungeAfter <= 0)
        forget(instance);
    else
        inactive_.insert(instance.id);
    balance(specId);
}

void TaskTracker::lost(Instance& instance) {
    core_.health->stopped(instance);
    if (instance.goal != Goal::Running)
        return forget(instance);
    if (instance.spec->unreachableDisabled)
        return;
    // The first delay is no timer: it is looked at when Mesos reports the task again.
    if (static_cast<double>(core_.now() - instance.unreachableSince) >= instance.spec->inactiveAfter * 1000)
        becomeInactive(instance);
}

void TaskTracker::expungeLost() {
    const std::set<std::string> waiting = inactive_;
    for (const auto& id : waiting) {
        Instance* instance = core_.instances.find(id);
        const bool still = instance && instance->condition == Condition::UnreachableInactive;
        const bool due = still && static_cast<double>(core_.now() - instance->unreachableSince) >=
                                      instance->spec->expungeAfter * 1000;
        if (due)
            forget(*instance);
        if (due || !still)
            inactive_.erase(id);
    }
    core_.settle();
    core_.after(expungeInterval, [this] { expungeLost(); });
}

std::string TaskTracker::adopt(const SpecPtr& spec, const InitialTask& task, std::shared_ptr<const AgentInfo> agent) {
    Instance& instance = core_.instances.create(spec, task.startedAt);
    instance.condition = Condition::Running;
    instance.since = task.startedAt;
    instance.incarnation = 1;
    instance.tasks.assign(spec->containers.size(), TaskRun{"TASK_RUNNING", task.startedAt, "", task.ip});
    instance.agent = std::move(agent);
    instance.stagedAt = task.startedAt - 1200;
    instance.startedAt = task.startedAt;
    instance.ports = task.ports;
    instance.health.assign(spec->healthChecks.size(),
                           HealthResult{true, true, 0, task.startedAt + 1000, task.startedAt + 1000, {}, "", false});
    instance.ready = true;
    return instance.taskId();
}

} // namespace mesoscope::demo::marathon
