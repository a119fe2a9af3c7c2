#include "models/scheduler/deployment_tracker.h"

#include <QCoreApplication>

#include <algorithm>

namespace mesoscope::scheduler {

namespace {

QString tr(const char* text, int n = -1) {
    return QCoreApplication::translate("Deployments", text, nullptr, n);
}

bool isRunning(const QString& state) {
    return state == QLatin1String("TASK_RUNNING") || state == QLatin1String("Running");
}

bool isLaunch(const QString& state) {
    for (const char* s : {"TASK_STAGING", "TASK_STARTING", "Provisioned", "Staging", "Starting"}) {
        if (state == QLatin1String(s))
            return true;
    }
    return false;
}

bool isKill(const QString& state) {
    return state == QLatin1String("TASK_KILLING") || state == QLatin1String("Killing");
}

bool isEnd(const QString& state) {
    for (const char* s : {"TASK_KILLED", "TASK_FAILED", "TASK_FINISHED", "TASK_ERROR", "TASK_LOST", "TASK_GONE",
                          "TASK_GONE_BY_OPERATOR", "TASK_DROPPED"}) {
        if (state == QLatin1String(s))
            return true;
    }
    return false;
}

/// An instance keeps its id when it is started again; then its times begin anew.
void beginAgain(InstanceTimeline& t) {
    if (t.endedMs == 0)
        return;
    t.launchedMs = t.runningMs = t.healthyMs = t.killingMs = t.endedMs = 0;
    t.endState.clear();
}

void note(InstanceTimeline& t, const InstanceMoment& m) {
    if (!m.host.isEmpty())
        t.host = m.host;
    if (!m.agentId.isEmpty())
        t.agentId = m.agentId;
    const auto first = [&](qint64& when) { when = when == 0 ? m.atMs : when; };
    if (m.state == QLatin1String("Scheduled"))
        first(t.waitingMs);
    if (isLaunch(m.state)) {
        beginAgain(t);
        first(t.launchedMs);
    }
    if (isRunning(m.state))
        first(t.runningMs);
    if (m.healthy.value_or(false))
        first(t.healthyMs);
    if (isKill(m.state))
        first(t.killingMs);
    if (isEnd(m.state)) {
        t.endedMs = m.atMs;
        t.endState = m.state;
    }
}

QString instanceIdOf(const Instance& i) {
    return i.taskId.section(QStringLiteral("._app."), 0, 0);
}

/// Old and new instances of a scale may name the same version; then only the scheduler's moments tell them apart.
bool namesTell(const Deployment& d) {
    return std::none_of(d.currentActions.begin(), d.currentActions.end(), [](const DeploymentAction& a) {
        return a.action.startsWith(QLatin1String("scaling")); // Swan
    });
}

/// Only checks that passed from the beginning on tell when an instance became healthy.
qint64 healthySince(const Instance& i) {
    qint64 since = 0;
    for (const HealthResult& h : i.health) {
        if (!h.alive || h.firstSuccessMs == 0)
            return 0;
        since = std::max(since, h.firstSuccessMs);
    }
    return since;
}

} // namespace

void DeploymentTracker::touch(Entry& entry) {
    entry.shared.reset();
    dirty_ = true;
}

InstanceTimeline& DeploymentTracker::timelineOf(Entry& entry, const InstanceMoment& m) {
    const auto place = entry.places.constFind(m.instanceId);
    if (place != entry.places.constEnd()) {
        InstanceTimeline& known = entry.record.instances[*place];
        // The master, who may have told of it first, knows no versions.
        if (!m.version.isEmpty() && !entry.created.contains(m.appId))
            known.isNew = m.version == entry.record.deployment.version;
        return known;
    }
    InstanceTimeline t;
    t.appId = m.appId;
    t.instanceId = m.instanceId;
    t.isNew = entry.created.contains(m.appId) || (!m.version.isEmpty() && m.version == entry.record.deployment.version);
    entry.places.insert(m.instanceId, entry.record.instances.size());
    entry.record.instances.append(t);
    return entry.record.instances.last();
}

void DeploymentTracker::deploymentsChanged(const QList<DeploymentPtr>& running, qint64 nowMs) {
    QStringList ids;
    fresh_.clear();
    for (const DeploymentPtr& d : running) {
        ids.append(d->id);
        take(*d, nowMs);
    }
    for (auto& [id, entry] : entries_) {
        if (entry.record.endedMs == 0 && !ids.contains(id)) {
            end(entry, false, tr("It ended while nobody watched."), nowMs);
            entry.record.outcomeKnown = false;
        }
    }
    forgetOldest();
}

void DeploymentTracker::begin(Entry& entry, qint64 nowMs) {
    DeploymentRecord& record = entry.record;
    const Deployment& d = record.deployment;
    record.startedMs = d.firstSeenMs != 0 ? d.firstSeenMs : nowMs;
    fresh_.append(d.id);
    for (const QList<DeploymentAction>& step : d.steps) {
        for (const DeploymentAction& action : step) {
            if (action.action == QLatin1String("creating") && !definitions_.contains(action.app))
                entry.created.append(action.app);
        }
    }
    for (const QString& app : d.affectedApps)
        know(entry, app, known_.value(app));
}

/// The definition of the deployment's version is what it brings, the one before it is what it changes.
void DeploymentTracker::takeDefinitions(Entry& entry) {
    DeploymentRecord& record = entry.record;
    for (const QString& app : record.deployment.affectedApps) {
        const Definitions known = definitions_.value(app);
        if (!known.now)
            continue;
        const bool brought = known.now->version == record.deployment.version;
        if (brought)
            record.after.insert(app, known.now);
        if (!record.before.contains(app) && (!brought || known.before))
            record.before.insert(app, brought ? known.before : known.now);
    }
}

void DeploymentTracker::take(const Deployment& d, qint64 nowMs) {
    Entry& entry = entries_[d.id];
    DeploymentRecord& record = entry.record;
    const DeploymentRecord before = record;
    const bool isNew = record.startedMs == 0;
    const bool resumed = record.endedMs != 0; // a new leader begins the same deployment again
    record.deployment = d;
    if (isNew)
        begin(entry, nowMs);
    takeDefinitions(entry);
    record.lastProgressMs =
        std::max(record.lastProgressMs, d.lastProgressMs != 0 ? d.lastProgressMs : record.startedMs);
    if (resumed) {
        record.endedMs = 0;
        record.outcomeKnown = false;
        record.reason.clear();
    }
    const bool sameStep = !record.steps.isEmpty() && record.steps.last().index == d.currentStep;
    if (d.currentStep != 0 && !sameStep) {
        if (!record.steps.isEmpty() && record.steps.last().endedMs == 0)
            record.steps.last().endedMs = nowMs;
        record.steps.append({d.currentStep, d.currentActions, nowMs, 0});
        record.lastProgressMs = std::max(record.lastProgressMs, nowMs);
    }
    if (record.lastProgressMs != before.lastProgressMs)
        record.cause.clear();
    if (isNew || !(record == before))
        touch(entry);
}

void DeploymentTracker::know(Entry& entry, const QString& appId, const QList<Instance>& instances) {
    const bool tells = namesTell(entry.record.deployment);
    for (const Instance& i : instances) {
        const QString version = tells ? i.version : QString();
        InstanceTimeline& t =
            timelineOf(entry, {appId, instanceIdOf(i), i.taskId, i.host, i.agentId, version, {}, {}, 0});
        t.host = i.host;
        t.agentId = i.agentId;
        t.launchedMs = t.launchedMs == 0 ? i.stagedMs : t.launchedMs;
        t.runningMs = t.runningMs == 0 ? i.startedMs : t.runningMs;
        t.healthyMs = t.healthyMs == 0 ? healthySince(i) : t.healthyMs;
    }
    if (!instances.isEmpty())
        touch(entry);
}

void DeploymentTracker::instancesKnown(const QString& appId, const QList<Instance>& instances) {
    known_.insert(appId, instances);
    for (auto& [id, entry] : entries_) {
        if (entry.record.endedMs == 0 && entry.record.deployment.affectedApps.contains(appId))
            know(entry, appId, instances);
    }
}

void DeploymentTracker::appKnown(const AppPtr& app) {
    Definitions& known = definitions_[app->id];
    if (known.now && known.now->version == app->version)
        return;
    known.before = known.now;
    known.now = app;
    for (auto& [id, entry] : entries_) {
        if (entry.record.endedMs != 0 || !entry.record.deployment.affectedApps.contains(app->id))
            continue;
        takeDefinitions(entry);
        touch(entry);
    }
}

void DeploymentTracker::instanceMoved(const InstanceMoment& m) {
    for (auto& [id, entry] : entries_) {
        if (entry.record.endedMs != 0 || !entry.record.deployment.affectedApps.contains(m.appId))
            continue;
        note(timelineOf(entry, m), m);
        entry.record.lastProgressMs = std::max(entry.record.lastProgressMs, m.atMs);
        entry.record.cause.clear();
        touch(entry);
    }
}

void DeploymentTracker::setCause(const QString& id, const QString& cause) {
    const auto found = entries_.find(id);
    if (found == entries_.end() || found->second.record.cause == cause)
        return;
    found->second.record.cause = cause;
    touch(found->second);
}

void DeploymentTracker::end(Entry& entry, bool succeeded, const QString& reason, qint64 nowMs) {
    DeploymentRecord& record = entry.record;
    record.endedMs = nowMs;
    record.succeeded = succeeded;
    record.outcomeKnown = true;
    record.reason = reason;
    record.cause.clear();
    if (!record.steps.isEmpty() && record.steps.last().endedMs == 0)
        record.steps.last().endedMs = nowMs;
    touch(entry);
}

void DeploymentTracker::deploymentEnded(const QString& id, bool succeeded, const QString& reason, qint64 nowMs) {
    const auto found = entries_.find(id);
    if (found == entries_.end()) // refused changes end deployments that never were
        return;
    const qint64 known = found->second.record.endedMs;
    end(found->second, succeeded, reason, known != 0 ? known : nowMs);
}

void DeploymentTracker::forgetOldest() {
    while (int(entries_.size()) > keep_) {
        auto oldest = entries_.end();
        for (auto it = entries_.begin(); it != entries_.end(); ++it) {
            const qint64 ended = it->second.record.endedMs;
            if (ended != 0 && (oldest == entries_.end() || ended < oldest->second.record.endedMs))
                oldest = it;
        }
        if (oldest == entries_.end())
            return;
        entries_.erase(oldest);
        dirty_ = true;
    }
}

const DeploymentRecord* DeploymentTracker::find(const QString& id) const {
    const auto found = entries_.find(id);
    return found == entries_.end() ? nullptr : &found->second.record;
}

bool DeploymentTracker::isStuck(const DeploymentRecord& r, qint64 nowMs) {
    return r.endedMs == 0 && nowMs - r.lastProgressMs >= stuckAfterMs;
}

QStringList DeploymentTracker::stuck(qint64 nowMs) const {
    QStringList out;
    for (const auto& [id, entry] : entries_) {
        if (isStuck(entry.record, nowMs))
            out.append(id);
    }
    return out;
}

namespace {

/// Stuck, running, ended; the newest of each first.
bool goesBefore(const DeploymentRecord& a, const DeploymentRecord& b, qint64 nowMs) {
    const auto rank = [nowMs](const DeploymentRecord& r) {
        return DeploymentTracker::isStuck(r, nowMs) ? 0 : r.endedMs == 0 ? 1 : 2;
    };
    if (rank(a) != rank(b))
        return rank(a) < rank(b);
    return a.endedMs != 0 ? a.endedMs > b.endedMs : a.startedMs > b.startedMs;
}

} // namespace

QList<DeploymentRecord> DeploymentTracker::records(qint64 nowMs) const {
    QList<DeploymentRecord> out;
    for (const auto& [id, entry] : entries_)
        out.append(entry.record);
    std::stable_sort(out.begin(), out.end(), [nowMs](const auto& a, const auto& b) { return goesBefore(a, b, nowMs); });
    return out;
}

QList<DeploymentRecordPtr> DeploymentTracker::published(qint64 nowMs) {
    QList<DeploymentRecordPtr> out;
    for (auto& [id, entry] : entries_) {
        if (!entry.shared)
            entry.shared = std::make_shared<const DeploymentRecord>(entry.record);
        out.append(entry.shared);
    }
    std::stable_sort(out.begin(), out.end(),
                     [nowMs](const auto& a, const auto& b) { return goesBefore(*a, *b, nowMs); });
    dirty_ = false;
    return out;
}

// --- words -----------------------------------------------------------------------------------------------------------

namespace {

using What = Blockade::What;

/// Where an instance stands now.
std::pair<What, qint64> standing(const InstanceTimeline& t, bool checked) {
    if (t.endedMs != 0)
        return {What::Nothing, 0};
    if (!t.isNew)
        return t.killingMs != 0 ? std::pair(What::Kill, t.killingMs) : std::pair(What::Nothing, qint64(0));
    if (t.launchedMs == 0)
        return {What::Offers, t.waitingMs};
    if (t.runningMs == 0)
        return {What::Staging, t.launchedMs};
    if (checked && t.healthyMs == 0)
        return {What::Health, t.runningMs};
    return {What::Nothing, 0};
}

} // namespace

Blockade blockadeOf(const DeploymentRecord& record, const QList<QueueEntryPtr>& waiting) {
    QHash<int, Blockade> found;
    const auto add = [&found](What what, int instances, qint64 sinceMs) {
        Blockade& b = found[int(what)];
        b.what = what;
        b.instances += instances;
        b.sinceMs = b.sinceMs == 0 ? sinceMs : std::min(b.sinceMs, sinceMs);
    };
    for (const InstanceTimeline& t : record.instances) {
        const AppPtr app = record.after.value(t.appId, record.before.value(t.appId));
        const auto [what, sinceMs] = standing(t, app && app->hasHealthChecks);
        if (what != What::Nothing && what != What::Offers)
            add(what, 1, sinceMs);
    }
    for (const QueueEntryPtr& entry : waiting) {
        if (entry->count > 0 && record.deployment.affectedApps.contains(entry->appId))
            add(What::Offers, entry->count, std::max(entry->sinceMs, record.startedMs));
    }
    for (const ReadinessResult& r : record.deployment.readiness) {
        if (!r.ready)
            add(What::Readiness, 1, record.lastProgressMs);
    }
    // What nobody can hurry comes first: without an offer nothing else matters.
    for (const What what : {What::Offers, What::Kill, What::Staging, What::Readiness, What::Health}) {
        const auto it = found.constFind(int(what));
        if (it != found.constEnd())
            return *it;
    }
    return {};
}

QString sentenceOf(const Blockade& b) {
    switch (b.what) {
    case What::Offers:
        return tr("%Ln instance(s) without an offer", b.instances);
    case What::Staging:
        return tr("%Ln instance(s) still staging", b.instances);
    case What::Health:
        return tr("%Ln instance(s) not healthy yet", b.instances);
    case What::Readiness:
        return tr("%Ln instance(s) not ready yet", b.instances);
    case What::Kill:
        return tr("%Ln old instance(s) still ending", b.instances);
    case What::Nothing:
        break;
    }
    return {};
}

QString stallSentence(const DeploymentRecord& record, qint64 nowMs, const QString& cause) {
    const int minutes = int((nowMs - record.lastProgressMs) / 60'000);
    const QString since = tr("No progress for %Ln minute(s)", minutes);
    return cause.isEmpty() ? since + QLatin1Char('.') : since + QStringLiteral(": ") + cause;
}

} // namespace mesoscope::scheduler
