#include "app/demo/marathon/deployments.h"

#include "app/demo/marathon/group_manager.h"
#include "app/demo/marathon/health.h"
#include "app/demo/marathon/launcher.h"
#include "app/demo/marathon/path_id.h"
#include "app/demo/marathon/tracker.h"

#include <algorithm>
#include <cmath>

namespace mesoscope::demo::marathon {

namespace {

const char* const lockText = "App is locked by one or more deployments. Override with the option '?force=true'. View "
                             "details at '/v2/deployments/<DEPLOYMENT_ID>'.";
const char* const cancelText = "The upgrade has been cancelled";

Json planJson(const Plan& plan) {
    return Json{{"id", plan.id}, {"steps", stepsJson(plan)}, {"version", isoText(plan.version)}};
}

bool overlaps(const std::set<std::string>& left, const std::set<std::string>& right) {
    return std::any_of(left.begin(), left.end(), [&](const std::string& id) { return right.count(id) > 0; });
}

} // namespace

Deployments::Deployments(Core& core) : core_(core) {}

void Deployments::publish(const char* type, const Running& deployment) const {
    if (!core_.events.anyListener())
        return;
    core_.events.publish(type, Json{{"plan", planJson(deployment.plan)},
                                    {"currentStep", stepJson(deployment.plan.steps[deployment.step])}});
}

void Deployments::reserve(const Plan& plan, bool force) {
    const std::set<std::string> wanted = plan.affected();
    Json blocking = Json::array();
    for (const auto& deployment : running_)
        if (overlaps(wanted, deployment.affected))
            blocking.push_back(Json{{"id", deployment.plan.id}});
    if (blocking.empty())
        return;
    if (!force) {
        core_.events.publish("deployment_failed",
                             Json{{"id", plan.id}, {"plan", planJson(plan)}, {"reason", lockText}});
        Refusal locked = refusal(409, lockText);
        locked.body["deployments"] = blocking;
        throw locked;
    }
    for (const auto& entry : blocking)
        cancel(entry["id"].get<std::string>());
}

void Deployments::start(const Plan& plan) {
    if (plan.steps.empty()) {
        core_.events.publish("deployment_success", Json{{"id", plan.id}, {"plan", planJson(plan)}});
        return;
    }
    Running deployment;
    deployment.plan = plan;
    deployment.affected = plan.affected();
    running_.push_back(std::move(deployment));
    beginStep(running_.back());
    progress(running_.back());
}

void Deployments::announceChecks(const Action& action) {
    if (action.kind == ActionKind::Stop) {
        for (std::size_t i = 0; i < action.spec->healthChecks.size(); ++i)
            core_.events.publish("remove_health_check_event", Json{{"appId", action.spec->id}});
        announced_.erase(action.spec->id);
        return;
    }
    Millis& known = announced_[action.spec->id];
    if (known == action.spec->versionInfo.version)
        return;
    known = action.spec->versionInfo.version;
    for (const auto& check : action.spec->healthChecks)
        core_.events.publish("add_health_check_event",
                             Json{{"appId", action.spec->id}, {"healthCheck", check}, {"version", isoText(known)}});
}

void Deployments::beginStep(Running& deployment) {
    const auto& step = deployment.plan.steps[deployment.step];
    deployment.done.assign(step.size(), false);
    deployment.begun.assign(step.size(), false);
    deployment.restarts.assign(step.size(), Restart{});
    deployment.dirty = true;
    publish("deployment_info", deployment);
    for (const auto& action : step)
        announceChecks(action);
}

bool Deployments::isReady(const Instance& instance, const RunSpec& spec) const {
    if (instance.condition != Condition::Running || instance.killRequested)
        return false;
    if (!spec.healthChecks.empty() && instance.healthy() != true)
        return false;
    return !spec.readinessCheck || instance.ready;
}

bool Deployments::advanceStop(const Action& action, bool begun) {
    if (!begun) {
        const auto instances = core_.instances.of(action.spec->id);
        std::vector<std::string> ids;
        for (const Instance* instance : instances)
            ids.push_back(instance->id);
        for (const auto& id : ids)
            if (Instance* instance = core_.instances.find(id))
                core_.tracker->retire(*instance, Goal::Decommissioned);
        core_.launcher->forget(*action.spec);
    }
    const auto& left = core_.instances.of(action.spec->id);
    const bool over = std::none_of(left.begin(), left.end(),
                                   [](const Instance* instance) { return instance->goal == Goal::Decommissioned; });
    if (over) {
        core_.events.publish("app_terminated_event", Json{{"appId", action.spec->id}});
        if (!findSpec(core_.groups->root().tree, action.spec->id))
            core_.lastFailures.erase(action.spec->id);
    }
    return over;
}

bool Deployments::advanceScale(const Action& action) {
    const std::string& id = action.spec->id;
    int counted = 0;
    int ready = 0;
    bool dying = false;
    for (const Instance* instance : core_.instances.of(id)) {
        counted += instance->counts();
        ready += instance->counts() && isReady(*instance, *action.spec);
        dying |= instance->goal != Goal::Running && !isTerminal(instance->condition);
    }
    if (counted > action.scaleTo) {
        for (Instance* victim : core_.tracker->victims(id, counted - action.scaleTo, action.toKill))
            core_.tracker->retire(*victim, action.spec->resident ? Goal::Stopped : Goal::Decommissioned);
        return false;
    }
    if (counted < action.scaleTo) {
        core_.tracker->schedule(action.spec, action.scaleTo - counted);
        return false;
    }
    return ready >= action.scaleTo && !dying;
}

Deployments::Restart Deployments::restartFigures(const RunSpec& spec, int oldInstances) const {
    // With checks only proven health counts, and checks of Marathon itself never do here; without, all are taken as
    // healthy.
    int healthy = 0;
    const auto& instances = core_.instances.of(spec.id);
    for (const Instance* instance : instances) {
        const RunSpec& own = *instance->spec;
        const bool considered = own.healthChecks.empty() || (!own.hasMarathonChecks() && instance->healthy() == true);
        healthy += instance->goal == Goal::Running && considered;
    }
    const int minHealthy = static_cast<int>(std::ceil(spec.instances * spec.minimumHealthCapacity - 1e-9));
    Restart figures;
    figures.oldInstances = oldInstances;
    figures.maxCapacity = static_cast<int>(std::floor(spec.instances * (1 + spec.maximumOverCapacity) + 1e-9));
    figures.killsAtOnce = std::max(0, healthy - minHealthy);
    if (minHealthy == figures.maxCapacity && figures.maxCapacity <= healthy) {
        if (spec.resident)
            figures.killsAtOnce += 1;
        else
            figures.maxCapacity += 1;
    }
    // What a cancelled deployment left over goes first.
    const int present = static_cast<int>(instances.size());
    if (spec.instances < present)
        figures.killsAtOnce = std::max(figures.killsAtOnce, present - spec.instances);
    return figures;
}

bool Deployments::advanceRestart(const Action& action, bool begun, Restart& figures) {
    const RunSpec& spec = *action.spec;
    std::vector<Instance*> idle;
    std::vector<Instance*> old;
    int fresh = 0;
    int ready = 0;
    int oldPresent = 0;
    for (Instance* instance : core_.instances.of(spec.id)) {
        if (instance->spec->versionInfo.version == spec.versionInfo.version) {
            fresh += instance->counts();
            ready += instance->counts() && isReady(*instance, spec);
        } else if (instance->toLaunch()) {
            idle.push_back(instance);
        } else if (!isTerminal(instance->condition)) {
            ++oldPresent;
            if (instance->goal == Goal::Running)
                old.push_back(instance);
        }
    }
    const Goal goal = spec.resident ? Goal::Stopped : Goal::Decommissioned;
    for (Instance* instance : idle)
        core_.tracker->retire(*instance, goal);
    if (!begun)
        figures = restartFigures(spec, static_cast<int>(old.size()));
    const int killed = figures.oldInstances - static_cast<int>(old.size());
    const int kills = std::min(static_cast<int>(old.size()), figures.killsAtOnce + ready - killed);
    const auto victims = core_.tracker->killOrder(old);
    for (int i = 0; i < kills; ++i)
        core_.tracker->retire(*victims[static_cast<std::size_t>(i)], goal);
    const int start = std::min(spec.instances - fresh, figures.maxCapacity - oldPresent - fresh);
    if (start > 0)
        core_.tracker->schedule(action.spec, start);
    return ready >= spec.instances && oldPresent == 0;
}

bool Deployments::advance(Running& deployment, std::size_t index) {
    const Action action = deployment.plan.steps[deployment.step][index];
    const bool begun = deployment.begun[index];
    deployment.begun[index] = true;
    switch (action.kind) {
    case ActionKind::Start:
        return true;
    case ActionKind::Stop:
        return advanceStop(action, begun);
    case ActionKind::Scale:
        return advanceScale(action);
    case ActionKind::Restart:
        break;
    }
    return advanceRestart(action, begun, deployment.restarts[index]);
}

void Deployments::progress(Running& deployment) {
    while (deployment.dirty) {
        deployment.dirty = false;
        const std::size_t actions = deployment.done.size();
        for (std::size_t i = 0; i < actions; ++i)
            if (!deployment.done[i])
                deployment.done[i] = advance(deployment, i);
        if (!std::all_of(deployment.done.begin(), deployment.done.end(), [](bool done) { return done; }))
            continue;
        publish("deployment_step_success", deployment);
        if (++deployment.step == deployment.plan.steps.size())
            return;
        beginStep(deployment);
    }
}

void Deployments::touch(const std::string& specId) {
    ++core_.changes;
    for (auto& deployment : running_)
        if (deployment.affected.count(specId))
            deployment.dirty = true;
}

void Deployments::settle() {
    if (settling_)
        return;
    settling_ = true;
    for (auto it = running_.begin(); it != running_.end();) {
        const auto current = it++;
        if (current->step < current->plan.steps.size())
            progress(*current);
        if (current->step >= current->plan.steps.size())
            finish(current, "");
    }
    settling_ = false;
}

void Deployments::finish(std::list<Running>::iterator position, const std::string& failure) {
    Json fields{{"id", position->plan.id}, {"plan", planJson(position->plan)}};
    if (!failure.empty())
        fields["reason"] = failure;
    running_.erase(position);
    core_.events.publish(failure.empty() ? "deployment_success" : "deployment_failed", std::move(fields));
}

bool Deployments::isLocked(const std::string& specId) const {
    return std::any_of(running_.begin(), running_.end(),
                       [&](const Running& deployment) { return deployment.affected.count(specId) > 0; });
}

Json Deployments::referencesOf(const std::string& specId) const {
    Json result = Json::array();
    for (const auto& deployment : running_)
        if (deployment.affected.count(specId))
            result.push_back(Json{{"id", deployment.plan.id}});
    return result;
}

Json Deployments::list() const {
    Json result = Json::array();
    for (const auto& deployment : running_) {
        Json apps = Json::array();
        Json pods = Json::array();
        std::set<std::string> seen;
        for (const auto& step : deployment.plan.steps)
            for (const auto& action : step)
                if (seen.insert(action.spec->id).second)
                    (action.spec->pod ? pods : apps).push_back(action.spec->id);
        Json current = Json::array();
        if (deployment.step < deployment.plan.steps.size())
            for (const auto& action : deployment.plan.steps[deployment.step]) {
                Json entry = actionJson(action);
                entry["readinessCheckResults"] = core_.health->readinessResults(action.spec->id);
                current.push_back(std::move(entry));
            }
        result.push_back(Json{{"id", deployment.plan.id},
                              {"steps", stepsJson(deployment.plan)},
                              {"version", isoText(deployment.plan.version)},
                              {"affectedApps", apps},
                              {"affectedPods", pods},
                              {"currentActions", current},
                              {"currentStep", std::min(deployment.step + 1, deployment.plan.steps.size())},
                              {"totalSteps", deployment.plan.steps.size()}});
    }
    return result;
}

const Plan* Deployments::find(const std::string& id) const {
    for (const auto& deployment : running_)
        if (deployment.plan.id == id)
            return &deployment.plan;
    return nullptr;
}

void Deployments::cancel(const std::string& id) {
    for (auto it = running_.begin(); it != running_.end(); ++it)
        if (it->plan.id == id)
            return finish(it, cancelText);
}

GroupPtr Deployments::reverted(const Plan& plan, const Root& now) const {
    GroupPtr tree = now.tree;
    std::set<std::string> ids;
    for (const auto& source : {plan.original.tree, plan.target.tree})
        eachSpec(*source, [&](const SpecPtr& spec) {
            if (findSpec(plan.original.tree, spec->id) != findSpec(plan.target.tree, spec->id))
                ids.insert(spec->id);
        });
    for (const auto& id : ids) {
        const SpecPtr before = findSpec(plan.original.tree, id);
        tree = before ? withSpec(tree, before) : withoutSpec(tree, id);
    }
    std::vector<std::string> added;
    eachGroup(plan.target.tree, [&](const GroupPtr& group) {
        if (!findGroup(plan.original.tree, group->id))
            added.push_back(group->id);
    });
    std::sort(added.begin(), added.end(),
              [](const std::string& left, const std::string& right) { return left > right; });
    for (const auto& id : added) {
        const GroupPtr group = findGroup(tree, id);
        if (group && group->apps.empty() && group->pods.empty() && group->groups.empty())
            tree = withoutGroup(tree, id);
    }
    eachGroup(plan.original.tree, [&](const GroupPtr& group) {
        if (findGroup(tree, group->id))
            return;
        auto back = std::make_shared<Group>(*group);
        back->apps.clear();
        back->pods.clear();
        back->groups.clear();
        tree = withGroup(tree, back);
    });
    return tree;
}

void Deployments::clear() {
    running_.clear();
}

} // namespace mesoscope::demo::marathon
