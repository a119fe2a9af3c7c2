// Reads what the effect of a command hangs on and no snapshot holds: definitions of old versions, a group as it was.
// What was read is kept, because versions never change. Thread: the session thread. Ownership: the session's worker.
#pragma once

#include "models/cluster/action.h"
#include "models/cluster/store.h"
#include "models/scheduler/scheduler.h"

#include <QObject>

#include <functional>

namespace mesoscope::cluster {

class EffectReader : public QObject {
    Q_OBJECT
public:
    EffectReader(Store& store, const scheduler::DeploymentTracker& tracker, scheduler::Scheduler& scheduler,
                 QObject* parent = nullptr);

    struct Reading {
        scheduler::EffectInput input;
        /// The version that it is about is not there any more.
        std::optional<base::Error> vanished;
        /// The steps that the server would take, by its own word; or why it would refuse. Neither: it was not asked.
        std::optional<QList<QList<scheduler::DeploymentAction>>> plan;
        std::optional<base::Error> planRefused;
    };
    using Done = std::function<void(const Reading&)>;
    /// At once when nothing has to be read; later when the server has answered, also when it refused.
    void read(const scheduler::Command& command, const Snapshot& snapshot, Done done);
    /// What the four ways back of a deployment hang on.
    void readWaysBack(const scheduler::DeploymentRecord& record, const Snapshot& snapshot, Done done);

private:
    struct Pending {
        Reading reading;
        QHash<QString, QString> previous; ///< version before, by app
        int left = 1;
        Done done;
    };
    using PendingPtr = std::shared_ptr<Pending>;

    PendingPtr begin(const Snapshot& snapshot, const QStringList& apps, Done done) const;
    void settle(const PendingPtr& pending);
    void wantDefinition(const PendingPtr& pending, const QString& app, const QString& version);
    void wantPrevious(const PendingPtr& pending, const QString& app, const QString& than);
    void wantGroup(const PendingPtr& pending, const QString& group, const QString& version);
    void wantGroupBefore(const PendingPtr& pending, const QString& group, const QString& than);
    void wantPlan(const PendingPtr& pending, const scheduler::Command& command);
    void wantBefore(const PendingPtr& pending, const scheduler::DeploymentRecord& record);
    scheduler::AppPtr known(const QString& app, const QString& version) const;

    Store& store_;
    const scheduler::DeploymentTracker& tracker_;
    scheduler::Scheduler& scheduler_;
    QHash<QString, scheduler::AppPtr> definitions_;   ///< by app and version
    QHash<QString, QList<scheduler::AppPtr>> groups_; ///< by group and version
};

} // namespace mesoscope::cluster
