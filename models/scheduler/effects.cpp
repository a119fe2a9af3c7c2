#include "models/scheduler/effects.h"

#include "models/base/iso_time.h"
#include "models/scheduler/scheduler.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>
#include <cmath>

namespace mesoscope::scheduler {

using Verb = Command::Verb;
using Kind = AppEffect::Kind;

namespace {

QString tr(const char* text, int n = -1) {
    return QCoreApplication::translate("Effects", text, nullptr, n);
}

bool isIn(const QString& app, const QString& group) {
    return group == QLatin1String("/") || app.startsWith(group + QLatin1Char('/'));
}

AppPtr find(const QList<AppPtr>& apps, const QString& id) {
    const auto found = std::find_if(apps.begin(), apps.end(), [&](const AppPtr& a) { return a->id == id; });
    return found == apps.end() ? nullptr : *found;
}

QString target(const Command& c) {
    return c.targets.value(0);
}

AppEffect effect(Kind kind, const App& app, int after) {
    AppEffect e;
    e.kind = kind;
    e.app = app.id;
    e.versionBefore = app.version;
    e.imageBefore = e.imageAfter = app.image;
    e.instancesBefore = app.instances;
    e.instancesAfter = after;
    e.abortsDeployment = app.deployments.value(0);
    return e;
}

void add(QList<AppEffect>& out, AppEffect e, const QString& versionAfter = {}) {
    e.versionAfter = versionAfter;
    out.append(e);
}

/// The change of an app to another of its definitions.
AppEffect toDefinition(const App& now, const AppPtr& then, const QString& version) {
    AppEffect e = effect(Kind::Replaced, now, then ? then->instances : now.instances);
    e.versionAfter = version;
    e.imageAfter = then ? then->image : QString();
    const bool scaledOnly = then && now.lastConfigChangeMs != 0 && now.lastConfigChangeMs == then->lastConfigChangeMs;
    if (scaledOnly)
        e.kind = Kind::Scaled;
    return e;
}

AppPtr definitionOf(const EffectInput& in, const QString& app, const QString& version) {
    return in.definition && !version.isEmpty() ? in.definition(app, version) : nullptr;
}

int scaled(const Command& c, int instances) {
    return c.everyApp ? c.instances : int(std::ceil(instances * c.factor - 1e-9));
}

void addGroup(const Command& c, const EffectInput& in, QList<AppEffect>& out) {
    for (const AppPtr& app : in.apps) {
        if (!isIn(app->id, target(c)))
            continue;
        if (c.verb == Verb::DestroyGroup)
            add(out, effect(Kind::Destroyed, *app, 0));
        else if (const int after = scaled(c, app->instances); after != app->instances)
            add(out, effect(Kind::Scaled, *app, after));
    }
}

/// A group goes back in time: apps change, come back, and vanish.
void addGroupRevert(const Command& c, const EffectInput& in, QList<AppEffect>& out) {
    for (const AppPtr& then : in.groupThen) {
        const AppPtr now = find(in.apps, then->id);
        if (!now) {
            AppEffect e = effect(Kind::Created, *then, then->instances);
            e.versionBefore.clear();
            e.imageBefore.clear();
            e.instancesBefore = 0;
            add(out, e, then->version);
        } else if (now->version != then->version) {
            out.append(toDefinition(*now, then, then->version));
        }
    }
    for (const AppPtr& now : in.apps) {
        if (isIn(now->id, target(c)) && !in.groupThen.isEmpty() && !find(in.groupThen, now->id))
            add(out, effect(Kind::Destroyed, *now, 0));
    }
}

void addDeployment(const Command& c, const EffectInput& in, QList<AppEffect>& out) {
    const auto found = std::find_if(in.deployments.begin(), in.deployments.end(),
                                    [&](const DeploymentPtr& d) { return d->id == target(c); });
    if (found == in.deployments.end())
        return;
    for (const QString& id : (*found)->affectedApps) {
        const AppPtr app = find(in.apps, id);
        if (!app)
            continue;
        const QString before = in.previousVersion ? in.previousVersion(id) : QString();
        const bool stop = c.verb == Verb::StopDeployment;
        AppEffect e = stop ? effect(Kind::Stopped, *app, app->instances)
                           : toDefinition(*app, definitionOf(in, id, before), before);
        e.abortsDeployment = (*found)->id;
        add(out, e, stop ? app->version : before);
    }
}

void addApp(const Command& c, const App& app, const EffectInput& in, QList<AppEffect>& out) {
    switch (c.verb) {
    case Verb::Scale:
        return add(out, effect(Kind::Scaled, app, c.instances));
    case Verb::Suspend:
        return add(out, effect(Kind::Scaled, app, 0));
    case Verb::Restart:
        return add(out, effect(Kind::Replaced, app, app.instances));
    case Verb::DeployVersion:
        return out.append(toDefinition(app, definitionOf(in, app.id, c.version), c.version));
    case Verb::Destroy:
        return add(out, effect(Kind::Destroyed, app, 0));
    default:
        return;
    }
}

} // namespace

Dip dipOf(int n, double minimumHealthCapacity, double maximumOverCapacity) {
    constexpr double dust = 1e-9; // 10 × 0.1 must not become 2
    Dip d;
    d.floor = int(std::ceil(n * minimumHealthCapacity - dust));
    d.peak = int(std::floor(n * (1 + maximumOverCapacity) + dust));
    if (d.floor == n && d.peak == n && n > 0)
        ++d.peak;
    return d;
}

QList<AppEffect> effectsOf(const Command& c, const EffectInput& in) {
    QList<AppEffect> out;
    switch (c.verb) {
    case Verb::ScaleGroup:
    case Verb::DestroyGroup:
        addGroup(c, in, out);
        break;
    case Verb::RevertGroup:
        addGroupRevert(c, in, out);
        break;
    case Verb::RevertDeployment:
    case Verb::StopDeployment:
        addDeployment(c, in, out);
        break;
    default:
        if (const AppPtr app = find(in.apps, target(c)))
            addApp(c, *app, in, out);
        break;
    }
    std::sort(out.begin(), out.end(), [](const AppEffect& a, const AppEffect& b) { return a.app < b.app; });
    return out;
}

namespace {

QString sentence(const AppEffect& e) {
    switch (e.kind) {
    case Kind::Destroyed:
        return tr("%1 is destroyed with its %Ln instance(s).", e.instancesBefore).arg(e.app);
    case Kind::Created:
        return tr("%1 comes back with %Ln instance(s).", e.instancesAfter).arg(e.app);
    case Kind::Replaced:
        return tr("All %Ln instance(s) of %1 are replaced.", e.instancesBefore).arg(e.app);
    case Kind::Stopped:
        return tr("%1 stays as it is now.").arg(e.app);
    case Kind::Scaled:
        return tr("%1 goes from %2 to %3 instances.").arg(e.app).arg(e.instancesBefore).arg(e.instancesAfter);
    case Kind::Unchanged:
        break;
    }
    return {};
}

} // namespace

QStringList sentencesOf(const QList<AppEffect>& effects) {
    QStringList destroyed;
    QStringList others;
    for (const AppEffect& e : effects)
        (e.kind == Kind::Destroyed ? destroyed : others).append(sentence(e));
    for (const AppEffect& e : effects) {
        if (!e.abortsDeployment.isEmpty() && e.kind != Kind::Stopped)
            others.append(tr("The running deployment of %1 is cancelled.").arg(e.app));
    }
    return destroyed + others;
}

// --- the four ways back ----------------------------------------------------------------------------------------------

namespace {

Command commandOf(Verb verb, const QString& what, const QString& version = {}) {
    Command c;
    c.verb = verb;
    c.targets = {what};
    c.version = version;
    return c;
}

/// After its end others may have changed the same apps: who goes back before it goes back before those as well.
QString withWhatCameLater(const QString& effect, const DeploymentRecord& r, const EffectInput& in) {
    const bool later =
        r.endedMs != 0 && r.deployment.versionMs != 0 &&
        std::any_of(in.apps.begin(), in.apps.end(), [&](const AppPtr& app) {
            return r.deployment.affectedApps.contains(app->id) && app->versionMs > r.deployment.versionMs;
        });
    return later ? effect + QLatin1Char(' ') + tr("What was changed after this deployment is undone with it.") : effect;
}

WayBack oldVersion(const DeploymentRecord& r, const EffectInput& in) {
    WayBack w;
    w.title = tr("Deploy an old version");
    w.effect = withWhatCameLater(tr("A new deployment, forward to an old definition. It touches one app."), r, in);
    const QString app = r.deployment.affectedApps.value(0);
    const QString version = in.previousVersion ? in.previousVersion(app) : QString();
    w.command = commandOf(Verb::DeployVersion, app, version);
    w.command.force = r.endedMs == 0;
    const AppPtr now = find(in.apps, app);
    const bool there = now && now->version == version;
    w.possible = r.deployment.affectedApps.size() == 1 && !version.isEmpty() && now && !there;
    if (!w.possible)
        w.whyNot = r.deployment.affectedApps.size() > 1 ? tr("The deployment touches several apps; choose one of them.")
                   : there ? tr("%1 runs the version from before this deployment.").arg(app)
                   : !now  ? tr("%1 is not there any more; its page keeps what it was.").arg(app)
                           : tr("No version before this deployment is known.");
    return w;
}

WayBack ofDeployment(Verb verb, const DeploymentRecord& r) {
    WayBack w;
    const bool revert = verb == Verb::RevertDeployment;
    w.title = revert ? tr("Cancel and revert") : tr("Stop half-way");
    w.effect = revert ? tr("A new deployment undoes what this one changed, always with force, so it may abort others.")
                      : tr("Starts nothing and undoes nothing: the new definition stays, old and new instances run "
                           "side by side.");
    w.command = commandOf(verb, r.deployment.id);
    w.possible = r.endedMs == 0;
    if (!w.possible)
        w.whyNot = tr("It has ended; nothing runs that could be cancelled.");
    return w;
}

WayBack wholeGroup(const DeploymentRecord& r, const EffectInput& in) {
    WayBack w;
    const QString group = commonGroup(r.deployment.affectedApps);
    w.title = tr("Revert a group");
    w.effect = withWhatCameLater(tr("The whole group %1 goes back in time, with every app in it.").arg(group), r, in);
    w.command = commandOf(Verb::RevertGroup, group, in.groupVersion);
    w.command.force = r.endedMs == 0;
    w.possible = group != QLatin1String("/") && !in.groupVersion.isEmpty();
    if (!w.possible)
        w.whyNot = group == QLatin1String("/") ? tr("The apps share no group but the root.")
                                               : tr("The group's state before is not known.");
    return w;
}

} // namespace

QString commonGroup(const QStringList& apps) {
    QString group = apps.value(0).section(QLatin1Char('/'), 0, -2);
    for (const QString& app : apps) {
        while (!group.isEmpty() && !isIn(app, group))
            group = group.section(QLatin1Char('/'), 0, -2);
    }
    return group.isEmpty() ? QStringLiteral("/") : group;
}

QString newestBefore(const QStringList& versions, const QString& than) {
    const auto older = [](const QString& a, const QString& b) {
        const qint64 at = base::msFromIso(a.toStdString());
        const qint64 bt = base::msFromIso(b.toStdString());
        return at != bt ? at < bt : a < b;
    };
    QString best;
    for (const QString& v : versions) {
        if (older(v, than) && (best.isEmpty() || older(best, v)))
            best = v;
    }
    return best;
}

QList<WayBack> waysBack(const DeploymentRecord& record, const EffectInput& in) {
    QList<WayBack> ways = {oldVersion(record, in), ofDeployment(Verb::RevertDeployment, record),
                           ofDeployment(Verb::StopDeployment, record), wholeGroup(record, in)};
    for (WayBack& way : ways) {
        if (way.possible)
            way.effects = effectsOf(way.command, in);
    }
    return ways;
}

// --- room, conflicts, plans ------------------------------------------------------------------------------------------

namespace {

int byResources(const App& app, const AgentRoom& a) {
    double fit = 1e6;
    const auto limit = [&](double wanted, double has) {
        fit = wanted > 0 ? std::min(fit, std::floor(has / wanted + 1e-9)) : fit;
    };
    limit(app.cpus, a.cpus);
    limit(app.mem, a.mem);
    limit(app.disk, a.disk);
    limit(app.gpus, a.gpus);
    return int(std::max(0.0, fit));
}

} // namespace

namespace {

void take(AgentRoom& a, const App& app) {
    a.cpus -= app.cpus;
    a.mem -= app.mem;
    a.disk -= app.disk;
    a.gpus -= app.gpus;
}

} // namespace

int placesFor(const App& app, std::span<const AgentRoom> agents, const QList<Instance>& placed, int wanted) {
    std::vector<AgentRoom> copy(agents.begin(), agents.end());
    return takePlaces(app, copy, placed, wanted);
}

int takePlaces(const App& app, std::span<AgentRoom> agents, const QList<Instance>& placed, int wanted) {
    QHash<QString, const AgentRoom*> byId;
    for (const Instance& i : placed)
        byId.insert(i.agentId, nullptr);
    for (const AgentRoom& a : agents) {
        if (byId.isEmpty())
            break;
        if (const auto wantedAgent = byId.find(a.id); wantedAgent != byId.end())
            *wantedAgent = &a;
    }
    QList<QHash<QString, int>> counts(app.constraints.size());
    const auto place = [&](const AgentRoom& a) {
        for (qsizetype i = 0; i < counts.size(); ++i)
            ++counts[i][fieldOf(a, app.constraints.at(i).field)];
    };
    for (const Instance& i : placed) {
        if (const AgentRoom* a = byId.value(i.agentId))
            place(*a);
    }
    const auto allowed = [&](const AgentRoom& a) {
        for (qsizetype i = 0; i < counts.size(); ++i) {
            if (!meets(app.constraints.at(i), a, counts.at(i), app.instances + wanted))
                return false;
        }
        return true;
    };
    int found = 0;
    for (AgentRoom& a : agents) {
        if (found == wanted)
            break;
        const int most = a.usable ? byResources(app, a) : 0;
        for (int k = 0; k < most && found < wanted && allowed(a); ++k) {
            place(a);
            take(a, app);
            ++found;
        }
    }
    return found;
}

std::optional<Conflict> conflictOf(const QString& seen, qint64 seenMs, const AppPtr& now) {
    if (seen.isEmpty() || (now && now->version == seen))
        return std::nullopt;
    Conflict c;
    c.seen = seen;
    if (!now) {
        c.kind = Conflict::Kind::Gone;
        return c;
    }
    c.now = now->version;
    c.changedMs = now->versionMs;
    c.deployments = now->deployments;
    const bool onlyScaled = now->lastConfigChangeMs != 0 && seenMs != 0 && now->lastConfigChangeMs <= seenMs;
    c.kind = onlyScaled ? Conflict::Kind::Scaled : Conflict::Kind::Changed;
    return c;
}

namespace {

QString whatHappened(const Conflict& c, const QString& app) {
    const QString from = c.by.isEmpty() ? QString() : tr(" from %1").arg(c.by);
    switch (c.kind) {
    case Conflict::Kind::Gone:
        return tr("%1 was destroyed meanwhile.").arg(app);
    case Conflict::Kind::Scaled:
        return tr("%1 was scaled meanwhile%2: it is at version %3 now, you looked at %4.")
            .arg(app, from, c.now, c.seen);
    case Conflict::Kind::Changed:
        break;
    }
    return tr("%1 was changed meanwhile%2: it is at version %3 now, you looked at %4.").arg(app, from, c.now, c.seen);
}

} // namespace

QString sentenceOf(const Conflict& c, const QString& app) {
    QString text = whatHappened(c, app);
    if (!c.deployments.isEmpty())
        text +=
            QLatin1Char(' ') + tr("Deployment %1 runs because of it.").arg(c.deployments.join(QStringLiteral(", ")));
    if (c.by.isEmpty() && c.kind != Conflict::Kind::Gone)
        text += QLatin1Char(' ') + tr("Who sent it is not known: the server tells it only while it happens.");
    return text;
}

namespace {

struct RunningPlan {
    QPointer<Scheduler> scheduler;
    QList<Command> commands;
    QPointer<QObject> context;
    std::function<void(int)> step;
    std::function<void(const PlanOutcome&)> finished;
    PlanOutcome outcome;
};

void sendNext(const std::shared_ptr<RunningPlan>& plan) {
    if (!plan->scheduler || !plan->context)
        return;
    if (plan->outcome.done == plan->commands.size())
        return plan->finished(plan->outcome);
    if (plan->step)
        plan->step(plan->outcome.done);
    plan->scheduler->perform(plan->commands.at(plan->outcome.done), plan->context,
                             [plan](const base::Result<CommandResult>& result) {
                                 if (!result) {
                                     plan->outcome.failure = result.error();
                                     return plan->finished(plan->outcome);
                                 }
                                 ++plan->outcome.done;
                                 if (!result->deploymentId.isEmpty())
                                     plan->outcome.deployments.append(result->deploymentId);
                                 sendNext(plan);
                             });
}

} // namespace

void runPlan(Scheduler& scheduler, const QList<Command>& plan, QObject* context, std::function<void(int)> step,
             std::function<void(const PlanOutcome&)> finished) {
    sendNext(std::make_shared<RunningPlan>(
        RunningPlan{&scheduler, plan, context, std::move(step), std::move(finished), {}}));
}

} // namespace mesoscope::scheduler
