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

bool isEnd(const QString& state) {
    for (const char* s : {"TASK_KILLED", "TASK_FAILED", "TASK_FINISHED", "TASK_ERROR", "TASK_LOST", "TASK_GONE",
                          "TASK_GONE_BY_OPERATOR", "TASK_DROPPED"}) {
        if (state == QLatin1String(s))
            return true;
    }
    return false;
}

InstanceTimeline& timelineOf(DeploymentRecord& record, const InstanceMoment& m) {
    for (InstanceTimeline& t : record.instances) {
        if (t.instanceId == m.instanceId)
            return t;
    }
    InstanceTimeline t;
    t.appId = m.appId;
    t.instanceId = m.instanceId;
    t.isNew = m.version == record.deployment.version;
    record.instances.append(t);
    return record.instances.last();
}

/// An instance keeps its id when it is started again; then its times begin anew.
void beginAgain(InstanceTimeline& t) {
    if (t.endedMs == 0)
        return;
    t.launchedMs = t.runningMs = t.healthyMs = t.endedMs = 0;
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
    if (isEnd(m.state)) {
        t.endedMs = m.atMs;
        t.endState = m.state;
    }
}

} // namespace

void DeploymentTracker::deploymentsChanged(const QList<DeploymentPtr>& running, qint64 nowMs) {
    QStringList ids;
    for (const DeploymentPtr& d : running) {
        ids.append(d->id);
        take(*d, nowMs);
    }
    for (auto& [id, record] : records_) {
        if (record.endedMs == 0 && !ids.contains(id))
            end(record, false, tr("It ended while nobody watched."), nowMs);
    }
    forgetOldest();
}

void DeploymentTracker::take(const Deployment& d, qint64 nowMs) {
    DeploymentRecord& record = records_[d.id];
    const bool isNew = record.startedMs == 0;
    const bool resumed = record.endedMs != 0; // a new leader begins the same deployment again
    record.deployment = d;
    record.startedMs = isNew ? (d.firstSeenMs != 0 ? d.firstSeenMs : nowMs) : record.startedMs;
    record.lastProgressMs =
        std::max(record.lastProgressMs, d.lastProgressMs != 0 ? d.lastProgressMs : record.startedMs);
    if (resumed) {
        record.endedMs = 0;
        record.reason.clear();
    }
    if (isNew) {
        for (const QString& app : d.affectedApps)
            instancesKnown(app, known_.value(app));
    }
    const bool sameStep = !record.steps.isEmpty() && record.steps.last().index == d.currentStep;
    if (d.currentStep == 0 || sameStep)
        return;
    if (!record.steps.isEmpty() && record.steps.last().endedMs == 0)
        record.steps.last().endedMs = nowMs;
    record.steps.append({d.currentStep, d.currentActions, nowMs, 0});
    record.lastProgressMs = std::max(record.lastProgressMs, nowMs);
}

void DeploymentTracker::instancesKnown(const QString& appId, const QList<Instance>& instances) {
    known_.insert(appId, instances);
    for (auto& [id, record] : records_) {
        if (record.endedMs != 0 || !record.deployment.affectedApps.contains(appId))
            continue;
        for (const Instance& i : instances) {
            const QString instanceId = i.taskId.section(QStringLiteral("._app."), 0, 0);
            InstanceTimeline& t =
                timelineOf(record, {appId, instanceId, i.taskId, i.host, i.agentId, i.version, {}, {}, 0});
            t.host = i.host;
            t.agentId = i.agentId;
            t.launchedMs = t.launchedMs == 0 ? i.stagedMs : t.launchedMs;
            t.runningMs = t.runningMs == 0 ? i.startedMs : t.runningMs;
        }
    }
}

void DeploymentTracker::instanceMoved(const InstanceMoment& m) {
    for (auto& [id, record] : records_) {
        if (record.endedMs != 0 || !record.deployment.affectedApps.contains(m.appId))
            continue;
        note(timelineOf(record, m), m);
        record.lastProgressMs = std::max(record.lastProgressMs, m.atMs);
    }
}

void DeploymentTracker::end(DeploymentRecord& record, bool succeeded, const QString& reason, qint64 nowMs) {
    record.endedMs = nowMs;
    record.succeeded = succeeded;
    record.reason = reason;
    if (!record.steps.isEmpty() && record.steps.last().endedMs == 0)
        record.steps.last().endedMs = nowMs;
}

void DeploymentTracker::deploymentEnded(const QString& id, bool succeeded, const QString& reason, qint64 nowMs) {
    const auto found = records_.find(id);
    if (found != records_.end()) // refused changes end deployments that never were
        end(found->second, succeeded, reason, found->second.endedMs != 0 ? found->second.endedMs : nowMs);
}

void DeploymentTracker::forgetOldest() {
    while (int(records_.size()) > keep_) {
        auto oldest = records_.end();
        for (auto it = records_.begin(); it != records_.end(); ++it) {
            if (it->second.endedMs != 0 && (oldest == records_.end() || it->second.endedMs < oldest->second.endedMs))
                oldest = it;
        }
        if (oldest == records_.end())
            return;
        records_.erase(oldest);
    }
}

const DeploymentRecord* DeploymentTracker::find(const QString& id) const {
    const auto found = records_.find(id);
    return found == records_.end() ? nullptr : &found->second;
}

bool DeploymentTracker::isStuck(const DeploymentRecord& r, qint64 nowMs) {
    return r.endedMs == 0 && nowMs - r.lastProgressMs >= stuckAfterMs;
}

QList<DeploymentRecord> DeploymentTracker::records(qint64 nowMs) const {
    QList<DeploymentRecord> out;
    for (const auto& [id, record] : records_)
        out.append(record);
    const auto rank = [&](const DeploymentRecord& r) { return isStuck(r, nowMs) ? 0 : r.endedMs == 0 ? 1 : 2; };
    std::stable_sort(out.begin(), out.end(), [&](const DeploymentRecord& a, const DeploymentRecord& b) {
        if (rank(a) != rank(b))
            return rank(a) < rank(b);
        return a.endedMs != 0 ? a.endedMs > b.endedMs : a.startedMs > b.startedMs;
    });
    return out;
}

QString stallSentence(const DeploymentRecord& record, qint64 nowMs, const QString& cause) {
    const int minutes = int((nowMs - record.lastProgressMs) / 60'000);
    const QString since = tr("No progress for %n minute(s)", minutes);
    return cause.isEmpty() ? since + QLatin1Char('.') : since + QStringLiteral(": ") + cause;
}

} // namespace mesoscope::scheduler
