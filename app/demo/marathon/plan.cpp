#include "app/demo/marathon/plan.h"

#include "app/demo/marathon/violations.h"

namespace mesoscope::demo::marathon {

namespace {

const char* kindText(ActionKind kind) {
    switch (kind) {
    case ActionKind::Start:
        return "Start";
    case ActionKind::Stop:
        return "Stop";
    case ActionKind::Scale:
        return "Scale";
    case ActionKind::Restart:
        break;
    }
    return "Restart";
}

void addStep(Plan& plan, std::vector<Action> actions) {
    if (!actions.empty())
        plan.steps.push_back(std::move(actions));
}

std::optional<Action> changeAction(const SpecPtr& before, const SpecPtr& after, const KillLists& toKill) {
    if (!before)
        return Action{ActionKind::Scale, after, after->instances, {}};
    if (before->isOnlyScaleChangeTo(*after) || after->instances == 0) {
        const auto kills = toKill.find(after->id);
        return Action{ActionKind::Scale, after, after->instances,
                      kills == toKill.end() ? std::vector<std::string>() : kills->second};
    }
    if (before->needsRestartTo(*after))
        return Action{ActionKind::Restart, after, after->instances, {}};
    return {};
}

} // namespace

std::set<std::string> Plan::affected() const {
    std::set<std::string> ids;
    for (const auto& step : steps)
        for (const auto& action : step)
            ids.insert(action.spec->id);
    return ids;
}

Plan makePlan(const std::string& id, const Root& original, const Root& target, Millis version,
              const KillLists& toKill) {
    Plan plan{id, original, target, {}, version};
    if (original.tree == target.tree)
        return plan;
    std::vector<Action> stops;
    std::vector<Action> starts;
    std::vector<SpecPtr> changed;
    eachSpec(*original.tree, [&](const SpecPtr& spec) {
        if (!findSpec(target.tree, spec->id))
            stops.push_back({ActionKind::Stop, spec, 0, {}});
    });
    eachSpec(*target.tree, [&](const SpecPtr& spec) {
        const SpecPtr before = findSpec(original.tree, spec->id);
        if (!before)
            starts.push_back({ActionKind::Start, spec, 0, {}});
        if (before != spec)
            changed.push_back(spec);
    });
    addStep(plan, std::move(stops));
    addStep(plan, std::move(starts));
    if (changed.empty())
        return plan;
    const auto depths = dependencyDepths(target.tree);
    if (!depths)
        throw refusal(500, "Boxed Exception");
    std::map<int, std::vector<Action>> layers;
    for (const auto& spec : changed) {
        const auto depth = depths->find(spec->id);
        if (const auto action = changeAction(findSpec(original.tree, spec->id), spec, toKill))
            layers[depth == depths->end() ? 1 : depth->second].push_back(*action);
    }
    for (auto& [depth, actions] : layers)
        addStep(plan, std::move(actions));
    return plan;
}

Json actionJson(const Action& action) {
    return Json{{"action", std::string(kindText(action.kind)) + (action.spec->pod ? "Pod" : "Application")},
                {action.spec->pod ? "pod" : "app", action.spec->id}};
}

Json stepJson(const std::vector<Action>& step) {
    Json actions = Json::array();
    for (const auto& action : step)
        actions.push_back(actionJson(action));
    return Json{{"actions", actions}};
}

Json stepsJson(const Plan& plan) {
    Json steps = Json::array();
    for (const auto& step : plan.steps)
        steps.push_back(stepJson(step));
    return steps;
}

} // namespace mesoscope::demo::marathon
