#include "models/appspec/plan.h"

#include "models/appspec/app_fields.h"
#include "models/appspec/effects.h"

#include <QMap>

#include <algorithm>

namespace mesoscope::appspec {
namespace {

int weight(ChangeClass kind) {
    switch (kind) {
    case ChangeClass::Nothing:
        return 0;
    case ChangeClass::Unnoticed:
        return 1;
    case ChangeClass::Scale:
        return 2;
    case ChangeClass::NewApp:
        return 3;
    case ChangeClass::Restart:
        return 4;
    case ChangeClass::Removed:
        return 5;
    }
    return 0;
}

/// Instances of the new version alone count for constraints, so a restart begins with none.
void setPlaced(std::vector<ForecastAgent>& agents, const QHash<int, int>& instances, bool restart) {
    for (ForecastAgent& agent : agents)
        agent.placed = agent.held = 0;
    for (auto it = instances.begin(); it != instances.end(); ++it) {
        if (it.key() < 0 || it.key() >= int(agents.size()))
            continue;
        ForecastAgent& agent = agents[size_t(it.key())];
        agent.held = it.value();
        agent.placed = restart ? 0 : it.value();
    }
}

/// How many instances the upgrade has to find new room for.
int toPlace(const Impact& impact, bool resident) {
    if (resident && impact.kind == ChangeClass::Restart)
        return std::min(impact.before, impact.after); // each comes back to its volumes
    return impact.moreInstances;
}

QList<RackCount> racksOf(const std::vector<ForecastAgent>& agents, const std::vector<Reject>& reasons,
                         const ForecastResult& forecast, const QByteArray& field) {
    if (field.isEmpty())
        return {};
    QMap<QString, RackCount> racks;
    const auto rackOf = [&](const ForecastAgent& agent) -> RackCount& {
        const QByteArray* const name = agent.field(field);
        return racks[name ? QString::fromUtf8(*name) : QString()];
    };
    for (size_t i = 0; i < agents.size(); ++i) {
        RackCount& rack = rackOf(agents[i]);
        ++rack.agents;
        rack.canTake += reasons[i] == Reject::None;
        rack.runsNow += agents[i].held;
    }
    for (const ForecastResult::Placement& placement : forecast.placements)
        rackOf(agents[size_t(placement.agent)]).willTake += placement.count;
    QList<RackCount> list;
    for (auto it = racks.begin(); it != racks.end(); ++it) {
        it->name = it.key();
        list.append(*it);
    }
    return list;
}

void place(AppPlan& plan, const marathon::App& app, std::vector<ForecastAgent>& agents, const PlanInput& input) {
    const bool restart = plan.impact.kind == ChangeClass::Restart;
    setPlaced(agents, input.instances.value(*app.id), restart);
    ForecastRequest request = ForecastRequest::of(app, plan.toPlace);
    request.onlyHeld = restart && app.isResident() && !input.instances.value(*app.id).isEmpty();
    plan.forecast = forecast(agents, request);
    const std::vector<Reject> reasons = reasonsFor(agents, request);
    plan.canTakeOne = int(std::count(reasons.begin(), reasons.end(), Reject::None));
    plan.racks = racksOf(agents, reasons, plan.forecast, input.rack);
}

void explain(AppPlan& plan, const JsonValue& before, const JsonValue& after) {
    for (const Change& change : std::as_const(plan.diff.changes)) {
        plan.titles.append(changeTitle(change));
        plan.effects.append(changeEffect(change, before, after, plan.impact));
    }
}

} // namespace

Plan planOf(const PlanInput& input) {
    Plan plan;
    const JsonTree tree = JsonTree::parse(input.document);
    marathon::Options options = input.options;
    if (!options.world)
        options.world = marathon::World::of(input.running, options.settings, {}, input.pods);
    // A document that is saved replaces what runs; POST would refuse an id that exists.
    if (options.request.kind == marathon::Request::Kind::Automatic && tree.root().is(JsonValue::Kind::Object) &&
        !tree.root().member("apps").isValid() && !tree.root().member("groups").isValid()) {
        const QString id = PathId::parse(tree.root().member("id").toString()).canonical().toString();
        if (options.world->app(id)) {
            options.request.kind = marathon::Request::Kind::ReplaceApp;
            options.request.id = id;
        }
    }
    options.groupAsSent = true;
    const marathon::Result result = marathon::validate(tree, options);
    plan.problems = result.problems;
    plan.valid = result.valid;
    if (!plan.valid)
        return plan;

    QHash<QString, QByteArray> documents;
    for (const QByteArray& text : input.running) {
        const JsonTree running = JsonTree::parse(text);
        for (const NamedApp& app : appsOf(running))
            documents.insert(app.id, QByteArray(app.value.raw().data(), qsizetype(app.value.raw().size())));
    }
    QHash<QString, JsonValue> written;
    for (const NamedApp& app : appsOf(tree))
        written.insert(app.id, app.value);

    std::vector<marathon::App> before;
    std::vector<ForecastAgent> agents = input.agents;
    for (const marathon::App& app : result.apps) {
        const marathon::App* const running = options.world->app(*app.id);
        if (running)
            before.push_back(*running);
        AppPlan one;
        one.impact = impactOf(running, &app);
        one.perInstance = perInstance(app);
        one.diff.id = *app.id;
        if (!running) {
            one.diff.kind = ChangeKind::Added;
        } else {
            const JsonTree old = JsonTree::parse(documents.value(*app.id, "{}"));
            one.diff = diffApps(old.root(), written.value(*app.id), old, tree);
            one.diff.id = *app.id;
            if (one.impact.kind == ChangeClass::Nothing && !one.diff.changes.isEmpty())
                one.impact.kind = ChangeClass::Unnoticed;
            explain(one, old.root(), written.value(*app.id));
        }
        one.course = courseOf(one.impact);
        one.toPlace = toPlace(one.impact, app.isResident());
        if (!agents.empty()) {
            place(one, app, agents, input);
            plan.fits = plan.fits && one.fits();
        }
        if (weight(one.impact.kind) > weight(plan.kind))
            plan.kind = one.impact.kind;
        plan.apps.append(std::move(one));
    }
    for (const QString& id : result.removed) {
        const marathon::App& gone = *options.world->app(id);
        before.push_back(gone);
        AppPlan one;
        one.impact = impactOf(&gone, nullptr);
        one.diff.id = id;
        one.diff.kind = ChangeKind::Removed;
        plan.kind = ChangeClass::Removed;
        plan.apps.append(std::move(one));
    }
    plan.steps = stepsOf(before, result.apps);
    return plan;
}

} // namespace mesoscope::appspec
