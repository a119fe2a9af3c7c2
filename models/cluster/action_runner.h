// Carries actions to their outcome: checks, sends once, then follows what the cluster says.
// Thread: the session thread. Ownership: the session's worker; references outlive it.
#pragma once

#include "models/base/clock.h"
#include "models/cluster/action.h"
#include "models/cluster/store.h"
#include "models/master/link.h"
#include "models/scheduler/scheduler.h"

#include <QObject>

#include <list>

namespace mesoscope::cluster {

/// The operator call (JSON body of POST /api/v1) for one agent.
QByteArray agentCall(const AgentCommand& command, const QString& agentId);

class ActionRunner : public QObject {
    Q_OBJECT
public:
    /// scheduler and master may be null when the connection has none.
    ActionRunner(Store& store, const base::Clock& clock, scheduler::Scheduler* scheduler, master::Link* master,
                 QObject* parent = nullptr);

    /// Sends it; progress goes into the store under this id.
    void start(ActionId id, const Action& action, const Snapshot& snapshot);
    /// Looks at the picture and moves running actions on. Called after every publish.
    void observe(const Snapshot& snapshot);
    void deploymentEnded(const QString& deploymentId, bool succeeded, const QString& reason);
    bool hasRunning() const { return !running_.empty(); }

private:
    struct Running {
        Action action;
        ActionProgress progress;
        QStringList left;   ///< agents whose call has not been made yet
        qint64 takenMs = 0; ///< when the server took it
        bool deploymentSeen = false;
        QString versionBefore;
        QHash<QString, QString> versionsBefore; ///< of every app it touches; empty: there was none
    };

    void sendScheduler(Running& running);
    void sendNextAgent(ActionId id);
    void sendMaster(Running& running);
    void taken(ActionId id, const scheduler::CommandResult& result);
    void refused(ActionId id, const base::Error& error);
    void finish(Running& running, ActionPhase phase, const QString& detail);
    void follow(Running& running, const Snapshot& snapshot);
    void followDeployment(Running& running, const Snapshot& snapshot);
    void followKill(Running& running);
    void followAgents(Running& running, const Snapshot& snapshot);
    void reconcile(Running& running, const Snapshot& snapshot);
    bool tookEffect(const Running& running, const Snapshot& snapshot) const;
    std::optional<scheduler::Conflict> conflictWith(const Action& action) const;
    QHash<QString, QString> versionsOf(const QStringList& apps) const;
    Running* find(ActionId id);
    void drop();

    Store& store_;
    const base::Clock& clock_;
    scheduler::Scheduler* scheduler_;
    master::Link* master_;
    std::list<Running> running_;
    QHash<QString, scheduler::ChangeSeen> changes_; ///< the last one of each app
};

} // namespace mesoscope::cluster
