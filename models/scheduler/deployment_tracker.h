// Follows deployments from the moment they are seen until they end: when each step began, what each instance did, and
// since when nothing moves. Fed with what a Scheduler's signals bring; values out. One thread; times are this program's
// wall clock (ms since the epoch). Marathon tells neither pairs of old and new instances nor batches: both are left to
// the reader, marked as inferred.
#pragma once

#include "models/scheduler/types.h"

#include <map>

namespace mesoscope::scheduler {

/// One instance's way through a deployment; 0: did not happen (yet).
struct InstanceTimeline {
    QString appId;
    QString instanceId;
    QString host;
    QString agentId;
    bool isNew = false;    ///< of the version that the deployment brings; else it is to be replaced
    qint64 waitingMs = 0;  ///< scheduled: waits for an offer
    qint64 launchedMs = 0; ///< an agent took it
    qint64 runningMs = 0;
    qint64 healthyMs = 0;
    qint64 endedMs = 0;
    QString endState; ///< TASK_KILLED, TASK_FAILED, …
    friend bool operator==(const InstanceTimeline&, const InstanceTimeline&) = default;
};

struct StepSpan {
    int index = 0; ///< from 1
    QList<DeploymentAction> actions;
    qint64 startedMs = 0;
    qint64 endedMs = 0;
    friend bool operator==(const StepSpan&, const StepSpan&) = default;
};

struct DeploymentRecord {
    Deployment deployment; ///< as last seen
    QList<StepSpan> steps;
    QList<InstanceTimeline> instances; ///< in the order of their first moment
    qint64 startedMs = 0;
    qint64 endedMs = 0; ///< 0: running
    bool succeeded = false;
    QString reason; ///< why it failed
    qint64 lastProgressMs = 0;
    friend bool operator==(const DeploymentRecord&, const DeploymentRecord&) = default;
};

class DeploymentTracker {
public:
    /// Ended ones are kept up to this number.
    explicit DeploymentTracker(int keep = 200) : keep_(keep) {}

    /// Scheduler::deploymentsChanged. One that vanished without deploymentEnded() ended with an unknown outcome.
    void deploymentsChanged(const QList<DeploymentPtr>& running, qint64 nowMs);
    void instanceMoved(const InstanceMoment& moment);
    void deploymentEnded(const QString& id, bool succeeded, const QString& reason, qint64 nowMs);
    /// Instances that were there before, so that replaced ones appear from the beginning.
    void instancesKnown(const QString& appId, const QList<Instance>& instances);

    const DeploymentRecord* find(const QString& id) const;
    /// Running ones first (stuck ones before the others), then ended ones, newest first.
    QList<DeploymentRecord> records(qint64 nowMs) const;

    /// No progress for so long counts as stuck.
    static constexpr qint64 stuckAfterMs = 120'000;
    static bool isStuck(const DeploymentRecord& record, qint64 nowMs);

private:
    void take(const Deployment& d, qint64 nowMs);
    void end(DeploymentRecord& record, bool succeeded, const QString& reason, qint64 nowMs);
    void forgetOldest();

    std::map<QString, DeploymentRecord> records_;
    QHash<QString, QList<Instance>> known_;
    int keep_;
};

/// "No progress for 14 minutes": with the cause that whyWaiting() found, when one is given.
QString stallSentence(const DeploymentRecord& record, qint64 nowMs, const QString& cause = {});

} // namespace mesoscope::scheduler
