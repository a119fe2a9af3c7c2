// What runs on the session thread: sources in, snapshots and projections out.
#pragma once

#include "models/cluster/action_runner.h"
#include "models/cluster/effect_reader.h"
#include "models/cluster/guest.h"
#include "models/cluster/mailbox.h"
#include "models/cluster/source_factory.h"
#include "models/cluster/store.h"
#include "models/cluster/usage_reader.h"
#include "models/net/http_client.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <map>

namespace mesoscope::cluster {

class SessionWorker : public QObject {
    Q_OBJECT
public:
    /// Created on the GUI thread and moved to the session thread before anything else is called.
    SessionWorker(Connection connection, const base::Clock& clock, int publishMs,
                  std::unique_ptr<SourceFactory> factory, Mailbox& mailbox);
    ~SessionWorker() override;

    // All of these on the session thread.
    void start();
    void addProjection(quint64 id, std::shared_ptr<Projection> projection);
    void changeProjection(quint64 id, const std::function<void(Projection&)>& change);
    void setProjectionShown(quint64 id, bool shown);
    void removeProjection(quint64 id);
    void resync();
    void watchApp(const QString& appId);
    /// At once, or when the server has told what the effect hangs on.
    void preview(const Action& action, std::function<void(const Preview&)> done);
    /// Empty for a deployment that is not known.
    void waysBack(const scheduler::DeploymentRecordPtr& record, std::function<void(const QList<WayBackOffer>&)> done);
    void perform(ActionId id, const Action& action);
    void welcome(Guest& guest);
    scheduler::Scheduler* scheduler() { return scheduler_.get(); }

Q_SIGNALS:
    /// The mailbox was empty and now is not.
    void posted();

private:
    struct Projected {
        std::shared_ptr<Projection> projection;
        bool shown = true;
        Diff missed; ///< since it was computed last; only while it is not shown
        QElapsedTimer sinceComputed;
        qint64 costNs = 0; ///< of the last time

        bool rests() const; ///< hidden, and computed not long ago
    };
    std::shared_ptr<const void> compute(Projected& entry, const Diff& diff);
    void connectMaster();
    void connectScheduler();
    void connectGateway();
    void changed();  ///< hand over soon
    void streamed(); ///< a stream told of single tasks: soon, or calmly when it says little
    void publishWithin(int distanceMs);
    void publish();
    void computeHidden(const Diff& diff);
    void addRequests(const Action& action, Preview& preview);
    void followScheduler();
    void seedDeployments();
    void publishDeployments();
    void explainStuck();
    QString causeOf(const scheduler::DeploymentRecord& record, std::span<const scheduler::AgentRoom> rooms) const;

    Connection connection_;
    const base::Clock& clock_;
    const int publishMs_;
    std::unique_ptr<SourceFactory> factory_;
    Mailbox& mailbox_;

    std::unique_ptr<Store> store_;
    std::unique_ptr<net::HttpClient> masterClient_;
    std::unique_ptr<net::HttpClient> schedulerClient_;
    std::unique_ptr<net::HttpClient> gatewayClient_;
    std::unique_ptr<master::Link> master_;
    std::unique_ptr<scheduler::Scheduler> scheduler_;
    std::unique_ptr<gateway::Gateway> gateway_;
    std::unique_ptr<ActionRunner> actions_;
    scheduler::DeploymentTracker tracker_;
    std::unique_ptr<EffectReader> effects_;
    std::unique_ptr<UsageReader> usage_; ///< null without a master

    std::unique_ptr<QTimer> publishTimer_;
    std::unique_ptr<QTimer> secondTimer_;
    int publishCostMs_ = 1; ///< of the latest hand-over, rounded up
    QElapsedTimer sincePublish_;
    bool calm_ = false; ///< the last hand-over held little
    QElapsedTimer sinceDeployments_;
    QElapsedTimer sinceExplained_;
    std::map<quint64, Projected> projections_;
    QList<QPointer<Guest>> guests_;
    SnapshotPtr current_;
};

} // namespace mesoscope::cluster
