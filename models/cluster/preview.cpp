#include "models/cluster/preview.h"

#include "models/cluster/action_text.h"
#include "models/cluster/drain_impact.h"
#include "models/cluster/room.h"
#include "models/scheduler/compose_file.h"

#include <QDateTime>
#include <QLocale>
#include <QMap>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <unordered_set>

namespace mesoscope::cluster {

namespace {

using scheduler::Command;

QString number(double value) {
    return QLocale().toString(value, 'g', 6);
}

/// A definition that was not read yet tells of no resources, which is not the same as none.
bool needsAreKnown(const scheduler::App& app) {
    return app.cpus > 0 || app.mem > 0 || !app.document.isEmpty();
}

QString resources(const scheduler::App& app, int instances) {
    if (!needsAreKnown(app))
        return ActionText::tr("resources that are not known yet");
    return ActionText::tr("%1 CPU and %2 MiB of memory").arg(number(app.cpus * instances), number(app.mem * instances));
}

QString subject(const QStringList& targets, const char* several) {
    return targets.size() == 1 ? targets.front() : ActionText::tr(several, nullptr, int(targets.size()));
}

QString schedulerTitle(const Command& c) {
    const QString target = c.targets.value(0);
    switch (c.verb) {
    case Command::Verb::Deploy:
        if (scheduler::createsCompose(c))
            return target.isEmpty() ? ActionText::tr("Create apps from a compose file")
                                    : ActionText::tr("Create the compose file %1").arg(target);
        return target.isEmpty() ? ActionText::tr("Deploy the document") : ActionText::tr("Deploy %1").arg(target);
    case Command::Verb::Scale:
        return ActionText::tr("Scale %1 to %2").arg(target).arg(c.instances);
    case Command::Verb::ScaleGroup:
        return c.everyApp ? ActionText::tr("Scale every app of %1 to %2").arg(target).arg(c.instances)
                          : ActionText::tr("Scale group %1 by %2").arg(target, number(c.factor));
    case Command::Verb::Restart:
        return ActionText::tr("Restart %1").arg(target);
    case Command::Verb::Suspend:
        return ActionText::tr("Suspend %1").arg(target);
    case Command::Verb::KillTasks:
        return ActionText::tr("Kill %1").arg(
            subject(c.targets, QT_TRANSLATE_N_NOOP("mesoscope::cluster::ActionText", "%Ln task(s)")));
    case Command::Verb::Destroy:
        return ActionText::tr("Destroy %1").arg(target);
    case Command::Verb::DestroyGroup:
        return ActionText::tr("Destroy group %1").arg(target);
    case Command::Verb::ResetDelay:
        return ActionText::tr("Reset the launch delay of %1").arg(target);
    case Command::Verb::DeployVersion:
        return ActionText::tr("Deploy version %2 of %1").arg(target, c.version);
    case Command::Verb::RevertDeployment:
        return ActionText::tr("Cancel deployment %1 and revert").arg(target);
    case Command::Verb::StopDeployment:
        return ActionText::tr("Stop deployment %1 half-way").arg(target);
    case Command::Verb::RevertGroup:
        return ActionText::tr("Revert group %1 to %2").arg(target, c.version);
    case Command::Verb::Start:
        return ActionText::tr("Start %1").arg(target);
    case Command::Verb::Canary:
        return ActionText::tr("Canary of %1").arg(target);
    case Command::Verb::SetWeights:
        return ActionText::tr("Shift traffic to the canary of %1").arg(target);
    }
    return target;
}

QString agentTitle(const AgentCommand& c) {
    const QString who = subject(c.agentIds, QT_TRANSLATE_N_NOOP("mesoscope::cluster::ActionText", "%Ln agent(s)"));
    switch (c.verb) {
    case AgentCommand::Verb::Drain:
        return ActionText::tr("Drain %1").arg(who);
    case AgentCommand::Verb::Deactivate:
        return ActionText::tr("Deactivate %1").arg(who);
    case AgentCommand::Verb::Reactivate:
        return ActionText::tr("Reactivate %1").arg(who);
    case AgentCommand::Verb::MarkGone:
        return ActionText::tr("Mark %1 gone").arg(who);
    }
    return who;
}

QString masterTitle(const MasterCommand& c) {
    switch (c.verb) {
    case MasterCommand::Verb::Teardown:
        return ActionText::tr("Tear down framework %1").arg(c.frameworkId);
    case MasterCommand::Verb::SetWeights:
        return ActionText::tr("Set the weight of %1").arg(c.weights.value(0).role);
    case MasterCommand::Verb::SetQuota:
        return ActionText::tr("Set the quota of %1").arg(c.quota.value(0).role);
    case MasterCommand::Verb::SetMaintenance:
        return ActionText::tr("Change the maintenance schedule");
    }
    return {};
}

const scheduler::App* appOf(const Snapshot& snapshot, const QString& id) {
    const Slot slot = snapshot.findApp(id);
    return slot == noSlot ? nullptr : snapshot.apps[slot].app.get();
}

/// The living instances of an app with their agents, as constraints see them.
QList<scheduler::Instance> placedOf(const Snapshot& snapshot, const QString& id) {
    QList<scheduler::Instance> placed;
    for (Slot i = 0; i < snapshot.tasks.size(); ++i) {
        const TaskRow& task = snapshot.tasks[i];
        if (!task.live() || task.app == 0 || snapshot.text(task.app) != id)
            continue;
        scheduler::Instance instance;
        instance.appId = id;
        instance.agentId = snapshot.text(task.agentId);
        placed.append(instance);
    }
    return placed;
}

QString roomSentence(int places, int more, bool constrained) {
    if (places >= more)
        return constrained
                   ? ActionText::tr("There is room for all of them now, also by the constraints; host ports are "
                                    "decided by the scheduler.")
                   : ActionText::tr("There is room for all of them now; host ports are decided by the scheduler.");
    return constrained
               ? ActionText::tr("There is room for %Ln of them now, by resources and constraints; the rest will wait.",
                                nullptr, places)
               : ActionText::tr("There is room for %Ln of them now; the rest will wait.", nullptr, places);
}

/// Where more instances could go now; the scheduler decides by offers.
QString roomFor(const Snapshot& snapshot, const scheduler::App& app, int more) {
    std::vector<scheduler::AgentRoom> rooms = roomOf(snapshot);
    if (rooms.empty())
        return ActionText::tr("Whether there is room is not known: no agent is known.");
    const QList<scheduler::Instance> placed =
        app.constraints.isEmpty() ? QList<scheduler::Instance>() : placedOf(snapshot, app.id);
    return roomSentence(scheduler::takePlaces(app, rooms, placed, more), more, !app.constraints.isEmpty());
}

/// All apps of a group one after the other, each taking its room from those behind it.
QString roomForAll(const Snapshot& snapshot, const QList<scheduler::AppEffect>& touched) {
    std::vector<scheduler::AgentRoom> rooms = roomOf(snapshot);
    int more = 0;
    int places = 0;
    bool constrained = false;
    for (const scheduler::AppEffect& e : touched) {
        const scheduler::App* app = appOf(snapshot, e.app);
        const int wanted = e.instancesAfter - e.instancesBefore;
        if (!app || wanted <= 0)
            continue;
        constrained |= !app->constraints.isEmpty();
        more += wanted;
        places += scheduler::takePlaces(
            *app, rooms, app->constraints.isEmpty() ? QList<scheduler::Instance>() : placedOf(snapshot, app->id),
            wanted);
    }
    return more == 0 ? QString() : roomSentence(places, more, constrained);
}

void scaleEffects(const Snapshot& snapshot, const scheduler::App& app, int instances, Preview& p) {
    const int change = instances - app.instances;
    if (change == 0) {
        p.effects
            << ActionText::tr("%1 already wants %Ln instance(s); nothing will change.", nullptr, instances).arg(app.id);
        return;
    }
    if (change > 0) {
        p.effects << ActionText::tr("Starts %Ln more instance(s) of %1", nullptr, change).arg(app.id) +
                         ActionText::tr(" (%1 → %2); they need %3.")
                             .arg(app.instances)
                             .arg(instances)
                             .arg(resources(app, change));
        if (needsAreKnown(app))
            p.effects << roomFor(snapshot, app, change);
        return;
    }
    p.effects << ActionText::tr("Kills %Ln instance(s) of %1", nullptr, -change).arg(app.id) +
                     ActionText::tr(" (%1 → %2); the scheduler chooses which.").arg(app.instances).arg(instances);
    if (instances == 0)
        p.warnings << ActionText::tr("No instance of %1 will be left.").arg(app.id);
}

void restartEffects(const scheduler::App& app, Preview& p) {
    const int n = app.instances;
    const auto [floor, peak] = scheduler::dipOf(n, app.minimumHealthCapacity, app.maximumOverCapacity);
    p.dip = scheduler::Dip{floor, peak};
    p.dipInstances = n;
    p.effects
        << ActionText::tr("Replaces %Ln instance(s) of %1, new ones first as far as allowed.", nullptr, n).arg(app.id);
    if (peak > n)
        p.effects << ActionText::tr("Needs room for %Ln more instance(s) at its peak", nullptr, peak - n) +
                         QStringLiteral(": %1.").arg(resources(app, peak - n));
    if (floor < n)
        p.warnings << ActionText::tr("Capacity dips: never fewer than %1 of %2 instances run.").arg(floor).arg(n);
    if (!app.hasHealthChecks)
        p.warnings << ActionText::tr("%1 has no health check: a new instance counts as soon as it runs.").arg(app.id);
}

void destroyEffects(const Snapshot& snapshot, const QStringList& ids, Preview& p) {
    int instances = 0;
    for (const QString& id : ids) {
        if (const scheduler::App* app = appOf(snapshot, id))
            instances += app->instances;
    }
    p.effects << ActionText::tr("Removes %Ln app(s)", nullptr, int(ids.size())) + QStringLiteral(": ") +
                     ids.mid(0, 8).join(QStringLiteral(", ")) + (ids.size() > 8 ? QStringLiteral(" …") : QString());
    p.effects << ActionText::tr("Kills %Ln instance(s).", nullptr, instances);
    p.effects << ActionText::tr(
        "The scheduler forgets the definition and its versions; this program keeps every version that it saw.");
}

/// How many of these tasks belong to which app. One pass over the tasks, however many are asked for.
std::map<StringId, int> targetsByApp(const Snapshot& snapshot, const QStringList& targets) {
    std::unordered_set<std::string> wanted;
    for (const QString& id : targets)
        wanted.insert(id.toStdString());
    std::map<StringId, int> counts;
    std::string id;
    for (Slot slot = 0; slot < snapshot.tasks.size() && !wanted.empty(); ++slot) {
        const TaskRow& task = snapshot.tasks[slot];
        if (task.id == 0)
            continue;
        id = snapshot.view(task.id);
        if (wanted.erase(id) > 0 && task.app != 0)
            ++counts[task.app];
    }
    return counts;
}

void killEffects(const Snapshot& snapshot, const Command& c, Preview& p) {
    QMap<QString, int> perApp;
    int unknown = int(c.targets.size());
    const std::map<StringId, int> counts = targetsByApp(snapshot, c.targets);
    for (const auto& [app, count] : counts) {
        perApp[snapshot.text(app)] += count;
        unknown -= count;
    }
    for (auto it = perApp.cbegin(); it != perApp.cend(); ++it)
        p.effects << ActionText::tr("Kills %Ln instance(s) of %1.", nullptr, it.value()).arg(it.key());
    if (unknown > 0)
        p.warnings << ActionText::tr("%Ln task(s) are not known to belong to an app of this scheduler.", nullptr,
                                     unknown);
    if (c.killAndScale)
        p.effects << ActionText::tr("They are not replaced: the wanted number of instances falls by as many.");
    else if (c.killAndWipe)
        p.effects << ActionText::tr(
            "Their reservations and persistent volumes are destroyed with them; new instances start elsewhere.");
    else
        p.effects << ActionText::tr("Each is started again, on this or another agent.");
    if (c.killAndWipe)
        p.warnings << ActionText::tr("Data on local persistent volumes is lost.");
}

void groupScaleEffects(const Snapshot& snapshot, const Command& c, Preview& p) {
    scheduler::EffectInput input;
    for (const QString& id : appsTouched(snapshot, {c, {}})) {
        const Slot slot = snapshot.findApp(id);
        if (slot != noSlot)
            input.apps << snapshot.apps[slot].app;
    }
    p.touched = scheduler::effectsOf(c, input);
    int before = 0;
    int after = 0;
    for (const scheduler::AppEffect& e : std::as_const(p.touched)) {
        before += e.instancesBefore;
        after += e.instancesAfter;
        if (e.instancesAfter == 0)
            p.warnings << ActionText::tr("No instance of %1 will be left.").arg(e.app);
    }
    if (p.touched.isEmpty()) {
        p.effects << ActionText::tr("Every app of the group has as many instances already; nothing will change.");
        return;
    }
    p.effects << ActionText::tr("Scales %Ln app(s) of the group", nullptr, int(p.touched.size())) +
                     ActionText::tr(": %1 → %2 instances in all.").arg(before).arg(after);
    if (const QString room = roomForAll(snapshot, p.touched); !room.isEmpty())
        p.effects << room;
}

void deploymentEffects(const Snapshot& snapshot, const Command& c, Preview& p) {
    const auto it = std::find_if(snapshot.deployments.cbegin(), snapshot.deployments.cend(),
                                 [&](const auto& d) { return d->id == c.targets.value(0); });
    const QStringList apps = it == snapshot.deployments.cend() ? QStringList() : (*it)->affectedApps;
    const QString list = apps.isEmpty() ? ActionText::tr("nothing known any more") : apps.join(QStringLiteral(", "));
    if (c.verb == Command::Verb::RevertDeployment) {
        p.effects
            << ActionText::tr("Starts a new, forced deployment back to the state before it. It touches: %1.").arg(list);
        return;
    }
    p.effects << ActionText::tr("Ends it where it is; no new deployment starts. It touches: %1.").arg(list);
    p.warnings << ActionText::tr("Old instances that were not replaced yet stay: the apps remain half old, half new.");
}

void lockWarning(const Snapshot& snapshot, const QStringList& apps, bool force, Preview& p) {
    QStringList locked;
    for (const QString& id : apps) {
        const scheduler::App* app = appOf(snapshot, id);
        if (app && !app->deployments.isEmpty())
            locked << id;
    }
    if (locked.isEmpty())
        return;
    const QString list = locked.mid(0, 5).join(QStringLiteral(", "));
    p.warnings << (force ? ActionText::tr("A running deployment of %1 is cancelled by this.").arg(list)
                         : ActionText::tr(
                               "A running deployment holds %1: the scheduler will refuse unless it is overridden.")
                               .arg(list));
}

/// What the file creates; what is wrong with it is the scheduler's to say.
void composeEffects(const Command& c, Preview& p) {
    const auto file = scheduler::readComposeFile(c.document);
    if (!file)
        return;
    int instances = 0;
    for (const scheduler::ComposeService& service : file->services)
        instances += service.instances;
    p.effects << ActionText::tr("Creates %Ln app(s), one after the other", nullptr, int(file->services.size())) +
                     QStringLiteral(": ") + scheduler::composeOrder(*file);
    p.effects << ActionText::tr("Starts %Ln instance(s) in all.", nullptr, instances);
}

void schedulerEffects(const Snapshot& snapshot, const Command& c, Preview& p) {
    const QString target = c.targets.value(0);
    const scheduler::App* app = appOf(snapshot, target);
    switch (c.verb) {
    case Command::Verb::Deploy:
        if (scheduler::createsCompose(c))
            return composeEffects(c, p);
        p.effects << (app ? ActionText::tr(
                                "Replaces the definition of %1; what changed decides whether its instances restart.")
                                .arg(target)
                          : ActionText::tr("Creates what the document describes."));
        break;
    case Command::Verb::Scale:
        if (app)
            scaleEffects(snapshot, *app, c.instances, p);
        break;
    case Command::Verb::Suspend:
        if (app)
            scaleEffects(snapshot, *app, 0, p);
        break;
    case Command::Verb::Restart:
        if (app)
            restartEffects(*app, p);
        break;
    case Command::Verb::KillTasks:
        killEffects(snapshot, c, p);
        break;
    case Command::Verb::Destroy:
    case Command::Verb::DestroyGroup:
        destroyEffects(snapshot, appsTouched(snapshot, {c, {}}), p);
        break;
    case Command::Verb::ScaleGroup:
        groupScaleEffects(snapshot, c, p);
        break;
    case Command::Verb::ResetDelay:
        p.effects << ActionText::tr(
            "The scheduler tries to launch at once instead of waiting for the back-off to end.");
        break;
    case Command::Verb::DeployVersion:
        p.effects << ActionText::tr("Goes back to the stored definition %2 of %1 as a new version (now %3).")
                         .arg(target, c.version, app ? app->version : ActionText::tr("unknown"));
        break;
    case Command::Verb::RevertGroup:
        p.effects << ActionText::tr("Puts every app of the group back to its state at %1.").arg(c.version);
        break;
    case Command::Verb::Start:
    case Command::Verb::Canary:
    case Command::Verb::SetWeights:
        break;
    case Command::Verb::RevertDeployment:
    case Command::Verb::StopDeployment:
        deploymentEffects(snapshot, c, p);
        return;
    }
    if (!app && (c.verb == Command::Verb::Scale || c.verb == Command::Verb::Restart ||
                 c.verb == Command::Verb::Suspend || c.verb == Command::Verb::Destroy))
        p.refusal = base::Error{base::ErrorKind::Refused,
                                ActionText::tr("%1 is not an app of this cluster.").arg(target),
                                ActionText::tr("Check the id; it begins with a slash."),
                                {},
                                0};
    lockWarning(snapshot, appsTouched(snapshot, {c, {}}), c.force, p);
}

/// Services that find room elsewhere are effects, the others warnings; the largest losses are named.
void impactEffects(const QList<ServiceImpact>& impact, Preview& p) {
    constexpr int named = 12;
    int more = 0;
    for (const ServiceImpact& service : impact) {
        if (service.app.isEmpty())
            continue;
        const bool fits = service.verdict == ServiceImpact::Verdict::Fits;
        QStringList& list = fits ? p.effects : p.warnings;
        if (list.size() > named) {
            ++more;
            continue;
        }
        const QString loses =
            ActionText::tr("%1 loses %2 of %3 instances").arg(service.app).arg(service.lost).arg(service.total);
        if (service.lost >= service.total)
            p.warnings << ActionText::tr("Every instance of %1 is there.").arg(service.app);
        switch (service.verdict) {
        case ServiceImpact::Verdict::Fits:
            list << ActionText::tr("%1; the rest of the cluster takes them.").arg(loses);
            break;
        case ServiceImpact::Verdict::PartFits:
            list << ActionText::tr("%1; only %2 of them find room elsewhere (%3).")
                        .arg(loses)
                        .arg(service.fits)
                        .arg(service.reason);
            break;
        case ServiceImpact::Verdict::NoRoom:
            list << ActionText::tr("%1; there is no room for them elsewhere (%2).").arg(loses, service.reason);
            break;
        case ServiceImpact::Verdict::Pinned:
            list << ActionText::tr("%1; their volumes stay there, so they start again only there.").arg(loses);
            break;
        case ServiceImpact::Verdict::Unknown:
            list << ActionText::tr("%1.").arg(loses);
            break;
        }
    }
    if (more > 0)
        p.effects << ActionText::tr("and %Ln more service(s)", nullptr, more);
}

void agentEffects(const Snapshot& snapshot, const AgentCommand& c, Preview& p) {
    std::vector<Slot> drained;
    int tasks = 0;
    for (const QString& id : c.agentIds) {
        const Slot slot = snapshot.findAgent(id.toStdString());
        if (slot == noSlot) {
            p.refusal = base::Error{base::ErrorKind::Refused,
                                    ActionText::tr("%1 is not an agent of this cluster.").arg(id),
                                    ActionText::tr("Give the agent's id or its host name as the master lists them."),
                                    {},
                                    0};
            return;
        }
        drained.push_back(slot);
        tasks += int(snapshot.agents[slot].tasks);
    }
    if (c.verb == AgentCommand::Verb::Reactivate) {
        p.effects << ActionText::tr("%Ln agent(s) send offers again.", nullptr, int(c.agentIds.size()));
        return;
    }
    if (c.verb == AgentCommand::Verb::Deactivate) {
        p.effects << ActionText::tr("No new tasks are placed there; %Ln running task(s) stay.", nullptr, tasks);
        return;
    }
    p.effects << ActionText::tr("%Ln task(s) are killed there.", nullptr, tasks);
    impactEffects(drainImpact(snapshot, drained), p);
    if (c.verb == AgentCommand::Verb::MarkGone || c.markGone)
        p.warnings << ActionText::tr("An agent marked gone never comes back under its id; its data is given up.");
}

const FrameworkRow* frameworkOf(const Snapshot& snapshot, const QString& id) {
    if (!snapshot.frameworks)
        return nullptr;
    const auto it = std::find_if(snapshot.frameworks->begin(), snapshot.frameworks->end(),
                                 [&id](const FrameworkRow& row) { return row.id == id; });
    return it == snapshot.frameworks->end() ? nullptr : &*it;
}

const RoleRow* roleOf(const Snapshot& snapshot, const QString& name) {
    if (!snapshot.roles)
        return nullptr;
    const auto it = std::find_if(snapshot.roles->begin(), snapshot.roles->end(),
                                 [&name](const RoleRow& row) { return row.name == name; });
    return it == snapshot.roles->end() ? nullptr : &*it;
}

QString amountsText(const master::Scalars& s) {
    return ActionText::tr("%1 CPU, %2 MiB of memory, %3 MiB of disk")
        .arg(number(s.cpus), number(s.mem), number(s.disk));
}

void teardownEffects(const Snapshot& snapshot, const QString& id, Preview& p) {
    const FrameworkRow* framework = frameworkOf(snapshot, id);
    if (!framework || framework->completed) {
        p.refusal = base::Error{base::ErrorKind::Refused,
                                ActionText::tr("%1 is not a running framework of this cluster.").arg(id),
                                ActionText::tr("Give the framework's id as the master lists it."),
                                {},
                                0};
        return;
    }
    p.title = ActionText::tr("Tear down framework %1").arg(framework->name);
    p.effects << ActionText::tr("Ends %1 with all its tasks: %Ln task(s) are killed.", nullptr, int(framework->tasks))
                     .arg(framework->name);
    QMap<QString, int> perApp;
    for (Slot t = 0; t < snapshot.tasks.size(); ++t) {
        const TaskRow& task = snapshot.tasks[t];
        if (task.live() && task.app != 0 && task.framework < snapshot.frameworks->size() &&
            &(*snapshot.frameworks)[task.framework] == framework)
            ++perApp[snapshot.text(task.app)];
    }
    if (!perApp.isEmpty())
        p.warnings << ActionText::tr("Every instance of %Ln app(s) ends", nullptr, int(perApp.size())) +
                          QStringLiteral(": ") + QStringList(perApp.keys().mid(0, 6)).join(QStringLiteral(", ")) +
                          (perApp.size() > 6 ? QStringLiteral(" …") : QString());
    p.warnings << ActionText::tr("It can't come back under its id: its scheduler has to begin anew.");
}

void weightEffects(const Snapshot& snapshot, const QList<master::Weight>& weights, Preview& p) {
    for (const master::Weight& weight : weights) {
        const RoleRow* role = roleOf(snapshot, weight.role);
        p.effects << ActionText::tr("Role %1: weight %2 → %3. Its fair share of what is offered changes with it.")
                         .arg(weight.role, role ? number(role->weight) : ActionText::tr("unknown"),
                              number(weight.weight));
        if (weight.weight <= 0)
            p.refusal = base::Error{base::ErrorKind::Refused, ActionText::tr("A weight is larger than 0."), {}, {}, 0};
    }
}

void quotaEffects(const Snapshot& snapshot, const MasterCommand& c, Preview& p) {
    master::Scalars guaranteed;
    for (const RoleRow& role : snapshot.roles ? *snapshot.roles : std::vector<RoleRow>()) {
        const bool replaced = std::any_of(c.quota.cbegin(), c.quota.cend(),
                                          [&role](const master::Quota& q) { return q.role == role.name; });
        if (!replaced && role.guarantee)
            guaranteed += *role.guarantee;
    }
    for (const master::Quota& quota : c.quota) {
        const RoleRow* role = roleOf(snapshot, quota.role);
        guaranteed += quota.guarantee;
        p.effects << ActionText::tr("Role %1 is guaranteed %2.").arg(quota.role, amountsText(quota.guarantee));
        p.effects << (quota.limit ? ActionText::tr("It never gets more than %1.").arg(amountsText(*quota.limit))
                                  : ActionText::tr("It has no limit."));
        if (role && quota.limit && (role->allocated.cpus > quota.limit->cpus || role->allocated.mem > quota.limit->mem))
            p.warnings << ActionText::tr("It holds %1 now, more than the limit: nothing is taken away, but it gets no "
                                         "more offers until it holds less.")
                              .arg(amountsText(role->allocated));
        if (quota.limit && (quota.guarantee.cpus > quota.limit->cpus || quota.guarantee.mem > quota.limit->mem))
            p.warnings << ActionText::tr("The guarantee is larger than the limit: the master will refuse it.");
    }
    const master::Scalars& total = snapshot.totals.total;
    if (guaranteed.cpus > total.cpus || guaranteed.mem > total.mem || guaranteed.disk > total.disk)
        p.warnings << (c.force ? ActionText::tr("All guarantees together are more than the cluster has.")
                               : ActionText::tr("All guarantees together are more than the cluster has: the master "
                                                "will refuse it."));
}

QString windowText(const master::MaintenanceWindow& window) {
    const auto time = [](qint64 ms) {
        return QDateTime::fromMSecsSinceEpoch(ms).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    };
    QStringList machines;
    for (const master::Machine& m : window.machines.mid(0, 5))
        machines << (m.hostname.isEmpty() ? m.ip : m.hostname);
    if (window.machines.size() > 5)
        machines << QStringLiteral("…");
    const QString names = machines.join(QStringLiteral(", "));
    return window.durationMs < 0 ? ActionText::tr("%1 from %2 on").arg(names, time(window.startMs))
                                 : ActionText::tr("%1 from %2 to %3")
                                       .arg(names, time(window.startMs), time(window.startMs + window.durationMs));
}

void maintenanceEffects(const Snapshot& snapshot, const QList<master::MaintenanceWindow>& schedule, Preview& p) {
    std::vector<Slot> agents;
    for (const master::MaintenanceWindow& window : schedule) {
        if (snapshot.maintenance.contains(window))
            continue;
        p.effects << ActionText::tr("New window: %1.").arg(windowText(window));
        for (const master::Machine& machine : window.machines) {
            const Slot slot = snapshot.findAgent(machine.hostname.toStdString());
            if (slot != noSlot)
                agents.push_back(slot);
        }
        if (window.startMs <= snapshot.atMs)
            p.warnings << ActionText::tr("It begins in the past: it is in force at once.");
    }
    for (const master::MaintenanceWindow& window : snapshot.maintenance) {
        if (!schedule.contains(window))
            p.effects << ActionText::tr("Cancelled: %1.").arg(windowText(window));
    }
    if (p.effects.isEmpty())
        p.effects << ActionText::tr("Nothing changes.");
    if (!agents.empty()) {
        p.effects << ActionText::tr("Schedulers are asked to leave these machines; those that do not answer keep their "
                                    "tasks. If all leave:");
        impactEffects(drainImpact(snapshot, agents), p);
    }
}

void masterEffects(const Snapshot& snapshot, const MasterCommand& c, Preview& p) {
    switch (c.verb) {
    case MasterCommand::Verb::Teardown:
        return teardownEffects(snapshot, c.frameworkId, p);
    case MasterCommand::Verb::SetWeights:
        return weightEffects(snapshot, c.weights, p);
    case MasterCommand::Verb::SetQuota:
        return quotaEffects(snapshot, c, p);
    case MasterCommand::Verb::SetMaintenance:
        return maintenanceEffects(snapshot, c.schedule, p);
    }
}

std::optional<base::Error> staleness(const Snapshot& snapshot, base::SourceKind kind) {
    const base::SourceStatus* source = snapshot.source(kind);
    const QString name = kind == base::SourceKind::Master ? ActionText::tr("master") : ActionText::tr("scheduler");
    if (!source)
        return base::Error{base::ErrorKind::Refused,
                           ActionText::tr("No %1 is connected.").arg(name),
                           ActionText::tr("Connect with its address first."),
                           {},
                           0};
    if (source->state == base::SourceState::Live)
        return std::nullopt;
    return base::Error{base::ErrorKind::Refused,
                       ActionText::tr("The %1 is not live; what is shown may be old.").arg(name),
                       ActionText::tr("Wait until it is live again, or read everything again with F5."),
                       source->problem.serverText, 0};
}

} // namespace

QByteArray masterCall(const MasterCommand& command) {
    switch (command.verb) {
    case MasterCommand::Verb::Teardown:
        return master::teardownCall(command.frameworkId);
    case MasterCommand::Verb::SetWeights:
        return master::updateWeightsCall(command.weights);
    case MasterCommand::Verb::SetQuota:
        return master::updateQuotaCall(command.quota, command.force);
    case MasterCommand::Verb::SetMaintenance:
        return master::updateMaintenanceCall(command.schedule);
    }
    return {};
}

bool isFulfilled(const Snapshot& snapshot, const MasterCommand& command) {
    switch (command.verb) {
    case MasterCommand::Verb::Teardown: {
        const FrameworkRow* framework = frameworkOf(snapshot, command.frameworkId);
        return !framework || framework->completed;
    }
    case MasterCommand::Verb::SetWeights:
        return std::all_of(command.weights.cbegin(), command.weights.cend(), [&](const master::Weight& weight) {
            const RoleRow* role = roleOf(snapshot, weight.role);
            return role && role->weight == weight.weight;
        });
    case MasterCommand::Verb::SetQuota:
        return std::all_of(command.quota.cbegin(), command.quota.cend(), [&](const master::Quota& quota) {
            const RoleRow* role = roleOf(snapshot, quota.role);
            return role && role->guarantee.value_or(master::Scalars()) == quota.guarantee && role->limit == quota.limit;
        });
    case MasterCommand::Verb::SetMaintenance:
        return snapshot.maintenance == command.schedule;
    }
    return false;
}

QString actionTitle(const Action& action) {
    if (const auto* command = std::get_if<Command>(&action.command))
        return schedulerTitle(*command);
    if (const auto* command = std::get_if<MasterCommand>(&action.command))
        return masterTitle(*command);
    return agentTitle(std::get<AgentCommand>(action.command));
}

namespace {

QString planWord(const QString& action) {
    if (action.startsWith(QLatin1String("Start")))
        return ActionText::tr("start %1");
    if (action.startsWith(QLatin1String("Stop")))
        return ActionText::tr("stop %1");
    return action.startsWith(QLatin1String("Restart")) ? ActionText::tr("restart %1") : ActionText::tr("scale %1");
}

} // namespace

QString planSentence(const QList<QList<scheduler::DeploymentAction>>& plan) {
    constexpr qsizetype mostSteps = 8;
    constexpr qsizetype mostActions = 6;
    if (plan.isEmpty())
        return ActionText::tr("The server's own plan (asked without doing it) has no step: nothing would change.");
    QStringList steps;
    for (const QList<scheduler::DeploymentAction>& step : plan.mid(0, mostSteps)) {
        QStringList actions;
        for (const scheduler::DeploymentAction& a : step.mid(0, mostActions))
            actions << planWord(a.action).arg(a.app);
        if (step.size() > mostActions)
            actions << ActionText::tr("%Ln more", nullptr, int(step.size() - mostActions));
        steps << actions.join(QStringLiteral(", "));
    }
    if (plan.size() > mostSteps)
        steps << QStringLiteral("…");
    return ActionText::tr("The server's own plan (asked without doing it), %Ln step(s)", nullptr, int(plan.size())) +
           QStringLiteral(": ") + steps.join(QStringLiteral(" → "));
}

QStringList appsTouched(const Snapshot& snapshot, const Action& action) {
    const auto* command = std::get_if<Command>(&action.command);
    if (!command || command->targets.isEmpty() || scheduler::createsCompose(*command))
        return {};
    const bool group = command->verb == Command::Verb::DestroyGroup || command->verb == Command::Verb::ScaleGroup ||
                       command->verb == Command::Verb::RevertGroup;
    if (!group)
        return command->verb == Command::Verb::KillTasks ? QStringList() : command->targets;
    QStringList ids;
    // Apps of one compose file have its name as the second part of theirs.
    const QString& name = command->targets.front();
    const bool compose = has(snapshot.capabilities, scheduler::Capability::Compose) && !name.contains(QLatin1Char('/'));
    const QString prefix = command->targets.front() == QStringLiteral("/")
                               ? QStringLiteral("/")
                               : command->targets.front() + QLatin1Char('/');
    for (Slot i = 0; i < snapshot.apps.size(); ++i) {
        const scheduler::AppPtr& app = snapshot.apps[i].app;
        if (app && (compose ? app->id.section(QLatin1Char('.'), 1, 1) == name : app->id.startsWith(prefix)))
            ids << app->id;
    }
    ids.sort();
    return ids;
}

namespace {

/// What had to be read first: versions before and after of everything that is touched.
void addTouched(const Command& c, const scheduler::EffectInput& input, Preview& p) {
    if (p.touched.isEmpty())
        p.touched = scheduler::effectsOf(c, input);
}

} // namespace

Preview previewOf(const Snapshot& snapshot, const Action& action, const scheduler::EffectInput& input) {
    Preview p;
    p.title = actionTitle(action);
    const auto* command = std::get_if<Command>(&action.command);
    if (command) {
        schedulerEffects(snapshot, *command, p);
        addTouched(*command, input, p);
    } else if (const auto* wide = std::get_if<MasterCommand>(&action.command)) {
        masterEffects(snapshot, *wide, p);
    } else {
        agentEffects(snapshot, std::get<AgentCommand>(action.command), p);
    }
    if (snapshot.readOnly)
        p.refusal = base::Error{base::ErrorKind::Refused,
                                ActionText::tr("This connection is read-only."),
                                ActionText::tr("Connect without the read-only flag to change the cluster."),
                                {},
                                0};
    else if (!p.refusal)
        p.refusal = staleness(snapshot, command ? base::SourceKind::Scheduler : base::SourceKind::Master);
    return p;
}

} // namespace mesoscope::cluster
