// The implementation behind makeMarathon(); see marathon.h for its manners. Private to this folder.
#pragma once

#include "models/net/backoff.h"
#include "models/net/http_client.h"
#include "models/net/rate_meter.h"
#include "models/net/sse_parser.h"
#include "models/scheduler/marathon/agenda.h"
#include "models/scheduler/marathon/events.h"
#include "models/scheduler/marathon/requests.h"

#include <QTimer>

#include <deque>

namespace mesoscope::scheduler::marathon {

class MarathonScheduler final : public Scheduler {
    Q_OBJECT
public:
    MarathonScheduler(net::HttpClient& http, const base::Clock& clock, net::Endpoint endpoint, const MarathonPace& pace,
                      QObject* parent);

    void start() override;
    void resync() override;
    const base::SourceStatus& status() const override;
    Capabilities capabilities() const override;
    void watchApp(const QString& appId) override;
    base::Result<net::RequestSummary> describe(const Command& command) const override;
    QStringList warnings(const Command& command) const override;
    void perform(const Command& command, QObject* context,
                 std::function<void(base::Result<CommandResult>)> done) override;
    void versions(const QString& appId, QObject* context, std::function<void(base::Result<QStringList>)> done) override;
    void versionDocument(const QString& appId, const QString& version, QObject* context,
                         std::function<void(base::Result<QByteArray>)> done) override;
    AppPtr definitionOf(const QByteArray& document) const override;
    void unusedOffers(const QString& appId, QObject* context,
                      std::function<void(base::Result<QList<UnusedOffer>>)> done) override;
    void groupVersions(const QString& groupId, QObject* context,
                       std::function<void(base::Result<QStringList>)> done) override;
    void groupAt(const QString& groupId, const QString& version, QObject* context,
                 std::function<void(base::Result<QList<AppPtr>>)> done) override;
    void dryRun(const Command& command, QObject* context,
                std::function<void(base::Result<QList<QList<DeploymentAction>>>)> done) override;
    QString appOfTask(std::string_view taskId) const override;
    QString frameworkId() const override { return info_.frameworkId; }

private:
    using Answer = base::Result<net::Response>;
    using Done = std::function<void(base::Result<CommandResult>)>;

    // connection
    void connectNow();
    void infoArrived(const Answer& answer);
    void openStream();
    void streamOpened(const net::Response& head);
    void streamBytes(std::string_view bytes);
    void streamEnded(const base::Error& why);
    void connectionLost(const base::Error& why);
    void failForGood(const base::Error& why);
    void becomeLive();
    void tick();
    void setState(base::SourceState state, const base::Error& problem = {});
    void noteNews();

    // reading
    void readEverything();
    void fetchDue();
    void fetch(const Due& due);
    QByteArray pathOf(const Due& due) const;
    void arrived(const Due& due, const Answer& answer);
    void appsArrived(const QByteArray& body);
    void appArrived(const QString& id, const net::Response& answer);
    void podsArrived(const net::Response& answer);
    void groupsArrived(const QByteArray& body);
    void deploymentsArrived(const QByteArray& body);
    void queueArrived(const QByteArray& body);
    void readFailed(const base::Error& why);
    AppPtr merged(const AppPtr& app) const;
    void removeApp(const QString& id);
    void publishDeployments();
    void publishInstances();
    Facts facts() const;
    void countApps();

    // events
    void onEvent(const net::SseEvent& raw);
    void follow(const Event& event);

    // commands
    void commandAnswered(const Command& command, const Answer& answer, const Done& done);
    void afterCommand(const Command& command);
    void reconcile(const Command& command, const base::Error& lost, QObject* context, const Done& done);
    void reconcileKill(const Command& command, const base::Error& lost, QObject* context, const Done& done);
    void reconcileGroup(const Command& command, const base::Error& lost, QObject* context, const Done& done);
    void reconcileDeployment(const Command& command, const base::Error& lost, QObject* context, const Done& done);
    /// A heavy read that somebody asked for: waits until no other heavy one runs.
    void sendHeavy(const net::Request& request, QObject* context, std::function<void(const Answer&)> done);
    void sendWaiting();

    net::Request request(const QByteArray& path) const;
    net::Request request(const net::RequestSummary& summary) const;
    Knowledge knowledge() const;
    bool isPod(const QString& id) const;

    net::HttpClient& http_;
    const base::Clock& clock_;
    net::Endpoint endpoint_;
    MarathonPace pace_;
    mutable base::SourceStatus status_;
    mutable net::RateMeter eventRate_;

    QTimer timer_;
    Agenda agenda_;
    net::Backoff backoff_;
    net::HttpStream stream_;
    net::SseParser sse_;
    std::unique_ptr<QObject> epoch_; ///< dies with the connection and takes its requests along
    qsizetype url_ = 0;
    qint64 lastByteMs_ = 0;
    qint64 toldNewsMs_ = 0;      ///< the last news that statusChanged() told of
    qint64 retryAtMs_ = 0;       ///< monotonic; 0: none
    qint64 streamAgainAtMs_ = 0; ///< monotonic; 0: none
    bool streaming_ = false;
    bool reading_ = false; ///< the stream is open, or known not to be had
    bool appsComplete_ = false;
    bool deploymentsComplete_ = false;
    bool deploymentsDirty_ = false;
    bool instancesDirty_ = false;

    ServerInfo info_;
    QHash<QString, AppPtr> apps_;
    bool someAppLacksTasks_ = false; ///< of apps_, as of the last appsChanged
    bool hasPods_ = false;
    QHash<QString, Group> groups_;
    QList<QueueEntryPtr> queue_;
    EventPicture picture_;
    QString watched_;
    std::deque<std::function<void()>> heavyWaiting_;
    int heavyAsked_ = 0; ///< heavy reads under way that somebody asked for
};

} // namespace mesoscope::scheduler::marathon
