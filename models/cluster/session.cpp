#include "models/cluster/session.h"

#include "models/base/come_back.h"
#include "models/cluster/guest.h"
#include "models/cluster/session_worker.h"

#include <QPointer>
#include <QThread>

namespace mesoscope::cluster {

namespace {

SnapshotPtr emptySnapshot() {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->strings = std::make_shared<base::StringPool>();
    snapshot->frameworks = std::make_shared<const std::vector<FrameworkRow>>();
    snapshot->roles = std::make_shared<const std::vector<RoleRow>>();
    snapshot->routes = std::make_shared<const QList<gateway::Route>>();
    snapshot->traffic = std::make_shared<const QList<gateway::ServiceTraffic>>();
    snapshot->watchedInstances = std::make_shared<const QList<scheduler::Instance>>();
    return snapshot;
}

} // namespace

struct Session::Private {
    Connection connection;
    Mailbox mailbox;
    SnapshotPtr current = emptySnapshot();
    QThread thread;
    SessionWorker* worker = nullptr;
    quint64 lastId = 0;

    template<typename Function>
    void post(Function function) {
        QMetaObject::invokeMethod(worker, std::move(function), Qt::QueuedConnection);
    }
};

Session::Session(Connection connection, const base::Clock& clock, int publishMs, QObject* parent)
    : Session(std::move(connection), clock, publishMs, makeSourceFactory(), parent) {}

Session::Session(Connection connection, const base::Clock& clock, int publishMs, std::unique_ptr<SourceFactory> factory,
                 QObject* parent)
    : QObject(parent), d_(std::make_unique<Private>()) {
    d_->connection = std::move(connection);
    d_->worker = new SessionWorker(d_->connection, clock, publishMs, std::move(factory), d_->mailbox);
    d_->worker->moveToThread(&d_->thread);
    d_->thread.setObjectName(QStringLiteral("session"));
    connect(&d_->thread, &QThread::finished, d_->worker, &QObject::deleteLater);
    connect(d_->worker, &SessionWorker::posted, this, &Session::updated, Qt::QueuedConnection);
    d_->thread.start();
    d_->post([worker = d_->worker] { worker->start(); });
}

Session::~Session() {
    disconnect(d_->worker, nullptr, this, nullptr);
    d_->thread.quit();
    d_->thread.wait();
}

const Connection& Session::connection() const {
    return d_->connection;
}

const SnapshotPtr& Session::current() const {
    return d_->current;
}

Update Session::take() {
    Update update = d_->mailbox.take();
    if (update.snapshot)
        d_->current = update.snapshot;
    return update;
}

quint64 Session::addProjection(std::unique_ptr<Projection> projection) {
    const quint64 id = ++d_->lastId;
    std::shared_ptr<Projection> shared = std::move(projection);
    d_->post([worker = d_->worker, id, shared] { worker->addProjection(id, shared); });
    return id;
}

void Session::changeProjection(quint64 id, std::function<void(Projection&)> change) {
    d_->post([worker = d_->worker, id, change = std::move(change)] { worker->changeProjection(id, change); });
}

void Session::setProjectionShown(quint64 id, bool shown) {
    d_->post([worker = d_->worker, id, shown] { worker->setProjectionShown(id, shown); });
}

void Session::removeProjection(quint64 id) {
    d_->post([worker = d_->worker, id] { worker->removeProjection(id); });
}

void Session::resync() {
    d_->post([worker = d_->worker] { worker->resync(); });
}

void Session::watchApp(const QString& appId) {
    d_->post([worker = d_->worker, appId] { worker->watchApp(appId); });
}

void Session::preview(const Action& action, QObject* context, std::function<void(const Preview&)> done) {
    auto back = base::comeBack<Preview>(this, context, std::move(done));
    d_->post([worker = d_->worker, action, back = std::move(back)] { worker->preview(action, back); });
}

void Session::waysBack(const scheduler::DeploymentRecordPtr& record, QObject* context,
                       std::function<void(const QList<WayBackOffer>&)> done) {
    auto back = base::comeBack<QList<WayBackOffer>>(this, context, std::move(done));
    d_->post([worker = d_->worker, record, back = std::move(back)] { worker->waysBack(record, back); });
}

ActionId Session::perform(const Action& action) {
    const ActionId id = ++d_->lastId;
    d_->post([worker = d_->worker, id, action] { worker->perform(id, action); });
    return id;
}

void Session::host(Guest* guest) {
    guest->moveToThread(&d_->thread);
    connect(&d_->thread, &QThread::finished, guest, &QObject::deleteLater);
    d_->post([worker = d_->worker, guest = QPointer<Guest>(guest)] {
        if (guest)
            worker->welcome(*guest);
    });
}

namespace {

template<typename T>
base::Result<T> noScheduler() {
    return tl::unexpected(
        base::Error{base::ErrorKind::Refused, QStringLiteral("No scheduler is connected."), {}, {}, 0});
}

} // namespace

void Session::versions(const QString& appId, QObject* context, std::function<void(base::Result<QStringList>)> done) {
    auto back = base::comeBack<base::Result<QStringList>>(this, context, std::move(done));
    d_->post([worker = d_->worker, appId, back = std::move(back)] {
        if (worker->scheduler())
            worker->scheduler()->versions(appId, worker, back);
        else
            back(noScheduler<QStringList>());
    });
}

void Session::versionDocument(const QString& appId, const QString& version, QObject* context,
                              std::function<void(base::Result<QByteArray>)> done) {
    auto back = base::comeBack<base::Result<QByteArray>>(this, context, std::move(done));
    d_->post([worker = d_->worker, appId, version, back = std::move(back)] {
        if (worker->scheduler())
            worker->scheduler()->versionDocument(appId, version, worker, back);
        else
            back(noScheduler<QByteArray>());
    });
}

void Session::groupVersions(const QString& groupId, QObject* context,
                            std::function<void(base::Result<QStringList>)> done) {
    auto back = base::comeBack<base::Result<QStringList>>(this, context, std::move(done));
    d_->post([worker = d_->worker, groupId, back = std::move(back)] {
        if (worker->scheduler())
            worker->scheduler()->groupVersions(groupId, worker, back);
        else
            back(noScheduler<QStringList>());
    });
}

void Session::unusedOffers(const QString& appId, QObject* context,
                           std::function<void(base::Result<QList<scheduler::UnusedOffer>>)> done) {
    using Offers = QList<scheduler::UnusedOffer>;
    auto back = base::comeBack<base::Result<Offers>>(this, context, std::move(done));
    d_->post([worker = d_->worker, appId, back = std::move(back)] {
        if (worker->scheduler())
            worker->scheduler()->unusedOffers(appId, worker, back);
        else
            back(noScheduler<Offers>());
    });
}

void Session::composes(QObject* context, std::function<void(base::Result<QList<scheduler::Compose>>)> done) {
    using Composes = QList<scheduler::Compose>;
    auto back = base::comeBack<base::Result<Composes>>(this, context, std::move(done));
    d_->post([worker = d_->worker, back = std::move(back)] {
        if (worker->scheduler())
            worker->scheduler()->composes(worker, back);
        else
            back(noScheduler<Composes>());
    });
}

void Session::gatewayAgents(QObject* context, std::function<void(base::Result<QList<scheduler::GatewayAgent>>)> done) {
    using Agents = QList<scheduler::GatewayAgent>;
    auto back = base::comeBack<base::Result<Agents>>(this, context, std::move(done));
    d_->post([worker = d_->worker, back = std::move(back)] {
        if (worker->scheduler())
            worker->scheduler()->gatewayAgents(worker, back);
        else
            back(noScheduler<Agents>());
    });
}

} // namespace mesoscope::cluster
