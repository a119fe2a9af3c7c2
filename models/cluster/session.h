// One connected cluster. The object lives on the GUI thread; behind it one session thread owns the connections, the
// store and the projections. Only immutable values cross.
#pragma once

#include "models/base/clock.h"
#include "models/cluster/action.h"
#include "models/cluster/snapshot.h"
#include "models/net/endpoint.h"
#include "models/scheduler/compose.h"

#include <QObject>

#include <functional>
#include <memory>

namespace mesoscope::cluster {

class Guest;
class SourceFactory;

enum class SchedulerSystem : quint8 { Marathon, Swan };

struct Connection {
    QString name;                  ///< shown in the header
    QString environment;           ///< "PROD", "DEMO", …; free text
    QString colour;                ///< #RRGGBB of the cluster's own colour; empty: a default
    bool protectedCluster = false; ///< ask for the typed name
    bool readOnly = false;
    std::optional<net::Endpoint> master;
    std::optional<net::Endpoint> scheduler;
    SchedulerSystem schedulerSystem = SchedulerSystem::Marathon;
    std::optional<net::Endpoint> gateway;
    QUrl gatewayMetrics; ///< fabio's Prometheus listener
};

/// What take() hands over: the newest snapshot, what changed since the last one taken, and the newest result of each
/// projection that produced one.
struct Update {
    SnapshotPtr snapshot;
    Diff diff;
    std::vector<std::pair<quint64, std::shared_ptr<const void>>> projections;
};

class Session : public QObject {
    Q_OBJECT
public:
    /// Starts at once. `clock` must outlive the session. publishMs: smallest distance of two hand-overs (16 for a
    /// window; commands may want 0).
    explicit Session(Connection connection, const base::Clock& clock, int publishMs = 16, QObject* parent = nullptr);
    /// With other sources than the real ones (tests).
    Session(Connection connection, const base::Clock& clock, int publishMs, std::unique_ptr<SourceFactory> factory,
            QObject* parent = nullptr);
    ~Session() override; ///< closes all connections and joins the thread; nothing is emitted afterwards

    const Connection& connection() const;
    /// The snapshot last taken; never null.
    const SnapshotPtr& current() const;

    /// Empties the mailbox; call in answer to updated(). Returns an empty update (null snapshot) when there is none.
    Update take();

    /// Runs on the session thread with every snapshot from now on (at once with the current one).
    quint64 addProjection(std::unique_ptr<Projection> projection);
    /// Replaces what the projection computes (sort column, filter) by running `change` on it in the session thread.
    void changeProjection(quint64 id, std::function<void(Projection&)> change);
    /// Whether somebody looks at the result. What nobody looks at is computed only every few seconds, from all that
    /// changed meanwhile; becoming shown computes it at once, and the update that brings it has an entry for the id in
    /// any case: null when nothing changed. Shown from the start.
    void setProjectionShown(quint64 id, bool shown);
    void removeProjection(quint64 id);

    void resync();
    void watchApp(const QString& appId);

    /// Computed on the session thread; `done` runs on the GUI thread, never after `context` died.
    void preview(const Action& action, QObject* context, std::function<void(const Preview&)> done);
    /// The four ways back of a deployment, in their fixed order, with what each touches: of one that is followed as it
    /// is now, of another (recorded by an earlier run) as it is given. Empty without a scheduler.
    void waysBack(const scheduler::DeploymentRecordPtr& record, QObject* context,
                  std::function<void(const QList<WayBackOffer>&)> done);
    /// Progress and outcome appear in Snapshot::actions under the returned id.
    ActionId perform(const Action& action);

    /// App versions that the scheduler keeps, and their documents.
    void versions(const QString& appId, QObject* context, std::function<void(base::Result<QStringList>)> done);
    void versionDocument(const QString& appId, const QString& version, QObject* context,
                         std::function<void(base::Result<QByteArray>)> done);
    /// Versions of a group that the scheduler keeps.
    void groupVersions(const QString& groupId, QObject* context, std::function<void(base::Result<QStringList>)> done);
    /// The last offers that a waiting app did not take. Heavy for the server: only when a user asks.
    void unusedOffers(const QString& appId, QObject* context,
                      std::function<void(base::Result<QList<scheduler::UnusedOffer>>)> done);

    /// Compose files with their apps, and the scheduler's own agents; only when a user asks.
    void composes(QObject* context, std::function<void(base::Result<QList<scheduler::Compose>>)> done);
    void gatewayAgents(QObject* context, std::function<void(base::Result<QList<scheduler::GatewayAgent>>)> done);

    /// Takes the guest to the session thread and keeps it until somebody calls its deleteLater(), at the latest until
    /// the session ends.
    void host(Guest* guest);

Q_SIGNALS:
    /// At most one is pending at any time ("latest wins"); answer with take().
    void updated();

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

} // namespace mesoscope::cluster
