// What was deployed and what happened, as a session saw it, kept over a restart of this program: deployments with the
// moments of their instances, and the events that were told. SQLite, the file of the versions; bounded. Thread: the one
// that opened it (the history thread); the values may go anywhere.
#pragma once

#include "models/cluster/snapshot.h"
#include "models/scheduler/deployment_tracker.h"

#include <QSet>

namespace mesoscope::history {

class Database;

class Chronicle {
public:
    /// Of each cluster; the oldest go.
    static constexpr int mostDeployments = 200;
    static constexpr int mostEvents = 20'000;

    static base::Result<std::unique_ptr<Chronicle>> open(const QString& file, const QString& cluster);
    ~Chronicle();
    Chronicle(const Chronicle&) = delete;
    Chronicle& operator=(const Chronicle&) = delete;

    /// One that is known already gains what is new; what an earlier run saw of it stays.
    base::Result<void> keepDeployments(const QList<scheduler::DeploymentRecordPtr>& records);
    base::Result<void> keepEvents(const QList<cluster::EventNote>& events);

    /// Newest first.
    base::Result<QList<scheduler::DeploymentRecordPtr>> deployments() const;
    base::Result<QList<cluster::EventNote>> eventsOf(const QString& object, int limit) const;

private:
    Chronicle(std::unique_ptr<Database> database, QString cluster);
    base::Result<void> keepOne(const scheduler::DeploymentRecord& record);
    base::Result<void> prune(const char* table, const char* order, int most);

    std::unique_ptr<Database> database_;
    QString cluster_;
    int sincePruned_ = 0; ///< events
};

/// What earlier runs kept, beside what the present one follows. GUI thread.
class KeptDeployments {
public:
    void set(const QList<scheduler::DeploymentRecordPtr>& kept);
    /// The followed ones (with what an earlier run saw of the same), then those that are only kept. One that was
    /// running when it was written and is not followed any more ended unseen; before the running ones are known nothing
    /// can be said of it and it is left out.
    QList<scheduler::DeploymentRecordPtr> beside(const QList<scheduler::DeploymentRecordPtr>& followed,
                                                 bool runningKnown);
    /// Whether beside() gave it although nothing follows it now.
    bool isOnlyKept(const QString& id) const { return onlyKept_.contains(id); }

private:
    struct Joined {
        scheduler::DeploymentRecordPtr followed;
        scheduler::DeploymentRecordPtr both;
    };
    QList<scheduler::DeploymentRecordPtr> kept_;
    QHash<QString, Joined> joined_;
    QHash<QString, scheduler::DeploymentRecordPtr> ended_;
    QSet<QString> onlyKept_;
};

/// Collects what a session brings, a little at a time, and hands it over on the session's thread.
class ChronicleFollower final : public cluster::Projection {
public:
    using Keep = std::function<void(const QList<scheduler::DeploymentRecordPtr>&, const QList<cluster::EventNote>&)>;
    explicit ChronicleFollower(Keep keep) : keep_(std::move(keep)) {}
    ~ChronicleFollower() override; ///< hands over what is left

    std::shared_ptr<const void> project(const cluster::SnapshotPtr& snapshot, const cluster::Diff& diff) override;

private:
    void collectDeployments(const cluster::Snapshot& snapshot);
    void collectEvents(const cluster::Snapshot& snapshot);
    void handOver(qint64 nowMs);

    Keep keep_;
    QHash<QString, scheduler::DeploymentRecordPtr> seen_;
    QHash<QString, scheduler::DeploymentRecordPtr> changed_;
    QList<cluster::EventNote> events_;
    std::optional<cluster::EventNote> last_;
    qint64 handedMs_ = 0;
};

} // namespace mesoscope::history
