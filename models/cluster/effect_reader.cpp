#include "models/cluster/effect_reader.h"

namespace mesoscope::cluster {

using scheduler::AppPtr;
using Verb = scheduler::Command::Verb;

namespace {

/// A deployment of hundreds of apps does not ask the server hundreds of questions.
constexpr int mostPrevious = 8;
constexpr qsizetype mostKept = 500;

QString keyOf(const QString& id, const QString& version) {
    return id + QLatin1Char('@') + version;
}

bool isIn(const QString& app, const QString& group) {
    return group == QLatin1String("/") || app.startsWith(group + QLatin1Char('/'));
}

QList<AppPtr> appsOf(const Snapshot& snapshot, const std::function<bool(const QString&)>& wanted) {
    QList<AppPtr> out;
    for (Slot slot = 0; slot < snapshot.apps.size(); ++slot) {
        const AppPtr& app = snapshot.apps[slot].app;
        if (app && wanted(app->id))
            out.append(app);
    }
    return out;
}

} // namespace

EffectReader::EffectReader(Store& store, const scheduler::DeploymentTracker& tracker, scheduler::Scheduler& scheduler,
                           QObject* parent)
    : QObject(parent), store_(store), tracker_(tracker), scheduler_(scheduler) {}

EffectReader::PendingPtr EffectReader::begin(const Snapshot& snapshot, const QStringList& apps, Done done) const {
    auto pending = std::make_shared<Pending>();
    pending->done = std::move(done);
    pending->reading.input.deployments = snapshot.deployments;
    for (const QString& id : apps) {
        if (const AppPtr app = store_.appPtr(id))
            pending->reading.input.apps.append(app);
    }
    return pending;
}

AppPtr EffectReader::known(const QString& app, const QString& version) const {
    const AppPtr now = store_.appPtr(app);
    return now && now->version == version ? now : definitions_.value(keyOf(app, version));
}

/// The last answer hands the input over.
void EffectReader::settle(const PendingPtr& pending) {
    if (--pending->left > 0)
        return;
    pending->reading.input.previousVersion = [previous = pending->previous](const QString& app) {
        return previous.value(app);
    };
    pending->reading.input.definition = [this](const QString& app, const QString& version) {
        return known(app, version);
    };
    pending->done(pending->reading);
}

void EffectReader::wantDefinition(const PendingPtr& pending, const QString& app, const QString& version) {
    if (version.isEmpty() || known(app, version))
        return;
    ++pending->left;
    scheduler_.versionDocument(app, version, this,
                               [this, pending, app, version](const base::Result<QByteArray>& document) {
                                   if (definitions_.size() > mostKept)
                                       definitions_.clear();
                                   if (const AppPtr then = document ? scheduler_.definitionOf(*document) : nullptr)
                                       definitions_.insert(keyOf(app, version), then);
                                   constexpr int notFound = 404;
                                   if (!document && document.error().httpStatus == notFound)
                                       pending->reading.vanished = document.error();
                                   settle(pending);
                               });
}

void EffectReader::wantPrevious(const PendingPtr& pending, const QString& app, const QString& than) {
    ++pending->left;
    scheduler_.versions(app, this, [this, pending, app, than](const base::Result<QStringList>& versions) {
        const QString before = versions ? scheduler::newestBefore(*versions, than) : QString();
        if (!before.isEmpty()) {
            pending->previous.insert(app, before);
            wantDefinition(pending, app, before);
        }
        settle(pending);
    });
}

void EffectReader::wantGroup(const PendingPtr& pending, const QString& group, const QString& version) {
    pending->reading.input.groupVersion = version;
    const QString key = keyOf(group, version);
    if (groups_.contains(key)) {
        pending->reading.input.groupThen = groups_.value(key);
        return;
    }
    ++pending->left;
    scheduler_.groupAt(group, version, this, [this, pending, key](const base::Result<QList<AppPtr>>& then) {
        if (then) {
            if (groups_.size() > 20)
                groups_.clear();
            groups_.insert(key, *then);
            pending->reading.input.groupThen = *then;
        } else {
            pending->reading.input.groupVersion.clear();
        }
        settle(pending);
    });
}

void EffectReader::wantGroupBefore(const PendingPtr& pending, const QString& group, const QString& than) {
    if (group == QLatin1String("/") || !has(scheduler_.capabilities(), scheduler::Capability::Groups))
        return;
    ++pending->left;
    scheduler_.groupVersions(group, this, [this, pending, group, than](const base::Result<QStringList>& versions) {
        const QString before = versions ? scheduler::newestBefore(*versions, than) : QString();
        if (!before.isEmpty())
            wantGroup(pending, group, before);
        settle(pending);
    });
}

/// Only what is planned without being done; a scheduler that cannot do that says so without asking its server.
void EffectReader::wantPlan(const PendingPtr& pending, const scheduler::Command& command) {
    ++pending->left;
    scheduler_.dryRun(command, this,
                      [this, pending](const base::Result<QList<QList<scheduler::DeploymentAction>>>& plan) {
                          if (plan)
                              pending->reading.plan = *plan;
                          else if (plan.error().kind == base::ErrorKind::Status)
                              pending->reading.planRefused = plan.error();
                          settle(pending);
                      });
}

/// What the deployment changed, as far as it was watched; else what the server lists before it.
void EffectReader::wantBefore(const PendingPtr& pending, const scheduler::DeploymentRecord& record) {
    int asked = 0;
    for (const QString& app : record.deployment.affectedApps) {
        if (const AppPtr before = record.before.value(app)) {
            pending->previous.insert(app, before->version);
            definitions_.insert(keyOf(app, before->version), before);
        } else if (store_.appPtr(app) && ++asked <= mostPrevious) {
            wantPrevious(pending, app, record.deployment.version);
        }
    }
}

void EffectReader::readWaysBack(const scheduler::DeploymentRecord& record, const Snapshot& snapshot, Done done) {
    const QStringList& touched = record.deployment.affectedApps;
    const QString group = scheduler::commonGroup(touched);
    const PendingPtr pending = begin(snapshot, {}, std::move(done));
    pending->reading.input.apps = appsOf(snapshot, [&](const QString& id) {
        return touched.contains(id) || (group != QLatin1String("/") && isIn(id, group));
    });
    wantBefore(pending, record);
    wantGroupBefore(pending, group, record.deployment.version);
    settle(pending);
}

void EffectReader::read(const scheduler::Command& command, const Snapshot& snapshot, Done done) {
    const QString target = command.targets.value(0);
    PendingPtr pending;
    switch (command.verb) {
    case Verb::ScaleGroup:
    case Verb::DestroyGroup:
    case Verb::RevertGroup:
        pending = begin(snapshot, {}, std::move(done));
        pending->reading.input.apps = appsOf(snapshot, [&](const QString& id) { return isIn(id, target); });
        if (command.verb == Verb::RevertGroup)
            wantGroup(pending, target, command.version);
        if (command.verb != Verb::DestroyGroup)
            wantPlan(pending, command);
        break;
    case Verb::RevertDeployment:
    case Verb::StopDeployment: {
        const scheduler::DeploymentRecord* record = tracker_.find(target);
        pending = begin(snapshot, record ? record->deployment.affectedApps : QStringList(), std::move(done));
        if (record && command.verb == Verb::RevertDeployment)
            wantBefore(pending, *record);
        break;
    }
    default:
        pending = begin(snapshot, command.verb == Verb::KillTasks ? QStringList() : command.targets, std::move(done));
        if (command.verb == Verb::DeployVersion)
            wantDefinition(pending, target, command.version);
        if (command.verb == Verb::Deploy)
            wantPlan(pending, command);
        break;
    }
    settle(pending);
}

} // namespace mesoscope::cluster
