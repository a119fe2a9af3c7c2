// Follows deployments from the moment they are seen until they end: when each step began, what each instance did, what
// blocks and since when nothing moves. Fed with what a Scheduler's signals bring; values out. One thread; times are
// this program's wall clock (ms since the epoch). Marathon tells neither pairs of old and new instances nor batches:
// both are left to the reader, marked as inferred.
#pragma once

#include "models/scheduler/types.h"

#include <map>
#include <memory>

namespace mesoscope::scheduler {

/// One instance's way through a deployment; 0: did not happen (yet).
struct InstanceTimeline {
    QString appId;
    QString instanceId;
    QString host;
    QString agentId;
    bool isNew = false;    ///< of the version that the deployment brings; else it was there before
    qint64 waitingMs = 0;  ///< scheduled: waits for an offer
    qint64 launchedMs = 0; ///< an agent took it
    qint64 runningMs = 0;
    qint64 healthyMs = 0;
    qint64 killingMs = 0; ///< its end was asked for
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
    /// The definitions that it changes, where they were seen: before, and what it brings.
    QMap<QString, AppPtr> before;
    QMap<QString, AppPtr> after;
    qint64 startedMs = 0;
    qint64 endedMs = 0; ///< 0: running
    bool succeeded = false;
    bool outcomeKnown = false; ///< else it ended while nobody watched
    QString reason;            ///< why it failed
    qint64 lastProgressMs = 0;
    QString cause; ///< what it waits for in words, worked out when nothing moves
    friend bool operator==(const DeploymentRecord&, const DeploymentRecord&) = default;
};
using DeploymentRecordPtr = std::shared_ptr<const DeploymentRecord>;

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
    /// Every definition that is seen: the one before a deployment's version is what it changes.
    void appKnown(const AppPtr& app);
    void appGone(const QString& appId) { definitions_.remove(appId); }
    /// What a deployment waits for, in words.
    void setCause(const QString& id, const QString& cause);

    const DeploymentRecord* find(const QString& id) const;
    /// Running ones first (stuck ones before the others), then ended ones, newest first.
    QList<DeploymentRecord> records(qint64 nowMs) const;
    /// The same as shared values; those that did not change are the same pointers as before.
    QList<DeploymentRecordPtr> published(qint64 nowMs);
    /// Whether published() would give something new.
    bool dirty() const { return dirty_; }
    /// Deployments that were not known before the last deploymentsChanged().
    const QStringList& fresh() const { return fresh_; }
    /// Ids of those that do not move.
    QStringList stuck(qint64 nowMs) const;

    /// No progress for so long counts as stuck.
    static constexpr qint64 stuckAfterMs = 120'000;
    static bool isStuck(const DeploymentRecord& record, qint64 nowMs);

private:
    struct Entry {
        DeploymentRecord record;
        QHash<QString, qsizetype> places; ///< of instances, by id
        QStringList created;              ///< apps that nobody knew before: all their instances are new
        DeploymentRecordPtr shared;       ///< null: changed since it was published
    };
    struct Definitions {
        AppPtr before;
        AppPtr now;
    };
    void take(const Deployment& d, qint64 nowMs);
    void begin(Entry& entry, qint64 nowMs);
    void takeDefinitions(Entry& entry);
    void end(Entry& entry, bool succeeded, const QString& reason, qint64 nowMs);
    void know(Entry& entry, const QString& appId, const QList<Instance>& instances);
    void touch(Entry& entry);
    InstanceTimeline& timelineOf(Entry& entry, const InstanceMoment& moment);
    void forgetOldest();

    std::map<QString, Entry> entries_;
    QHash<QString, QList<Instance>> known_;
    QHash<QString, Definitions> definitions_;
    QStringList fresh_;
    int keep_;
    bool dirty_ = false;
};

/// What holds a running deployment up now, as far as events and lists tell.
struct Blockade {
    enum class What : quint8 { Nothing, Offers, Staging, Health, Readiness, Kill };
    What what = What::Nothing;
    int instances = 0;
    qint64 sinceMs = 0; ///< of the one that waits longest
    friend bool operator==(const Blockade&, const Blockade&) = default;
};
/// `waiting`: the launch queue's entries of its apps.
Blockade blockadeOf(const DeploymentRecord& record, const QList<QueueEntryPtr>& waiting);
/// "3 instances wait for an offer"; empty for Nothing.
QString sentenceOf(const Blockade& blockade);

/// "No progress for 14 minutes": with the cause that whyWaiting() found, when one is given.
QString stallSentence(const DeploymentRecord& record, qint64 nowMs, const QString& cause = {});

} // namespace mesoscope::scheduler
