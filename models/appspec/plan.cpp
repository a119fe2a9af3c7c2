#include "models/appspec/plan.h"

#include "models/appspec/app_fields.h"

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
        agent.placed = 0;
    if (restart)
        return;
    for (auto it = instances.begin(); it != instances.end(); ++it) {
        if (it.key() >= 0 && it.key() < int(agents.size()))
            agents[size_t(it.key())].placed = it.value();
    }
}

} // namespace

Plan planOf(const PlanInput& input) {
    Plan plan;
    const JsonTree tree = JsonTree::parse(input.document);
    marathon::Options options = input.options;
    if (!options.world)
        options.world = marathon::World::of(input.running, options.settings);
    // A document that is saved replaces what runs; POST would refuse an id that exists.
    if (options.request.kind == marathon::Request::Kind::Automatic && tree.root().is(JsonValue::Kind::Object) &&
        !tree.root().member("apps").isValid() && !tree.root().member("groups").isValid()) {
        const QString id = PathId::parse(tree.root().member("id").toString()).canonical().toString();
        if (options.world->app(id)) {
            options.request.kind = marathon::Request::Kind::ReplaceApp;
            options.request.id = id;
        }
    }
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
        one.diff.id = *app.id;
        if (!running) {
            one.diff.kind = ChangeKind::Added;
        } else {
            const JsonTree old = JsonTree::parse(documents.value(*app.id, "{}"));
            one.diff = diffApps(old.root(), written.value(*app.id), old, tree);
            one.diff.id = *app.id;
            if (one.impact.kind == ChangeClass::Nothing && !one.diff.changes.isEmpty())
                one.impact.kind = ChangeClass::Unnoticed;
        }
        one.toPlace =
            one.impact.kind == ChangeClass::Restart ? std::max(1, one.impact.moreInstances) : one.impact.moreInstances;
        if (one.impact.kind == ChangeClass::Restart && one.impact.moreInstances == 0)
            one.toPlace = 0; // each new one takes the place of an old one
        if (!agents.empty()) {
            setPlaced(agents, input.instances.value(*app.id), one.impact.kind == ChangeClass::Restart);
            one.forecast = forecast(agents, ForecastRequest::of(app, one.toPlace));
            plan.fits = plan.fits && one.fits();
        }
        if (weight(one.impact.kind) > weight(plan.kind))
            plan.kind = one.impact.kind;
        plan.apps.append(std::move(one));
    }
    plan.steps = stepsOf(before, result.apps);
    return plan;
}

} // namespace mesoscope::appspec
