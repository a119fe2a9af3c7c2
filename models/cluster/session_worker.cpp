#include "models/cluster/session_worker.h"

#include "models/cluster/preview.h"

namespace mesoscope::cluster {

SessionWorker::SessionWorker(Connection connection, const base::Clock& clock, int publishMs,
                             std::unique_ptr<SourceFactory> factory, Mailbox& mailbox)
    : connection_(std::move(connection)), clock_(clock), publishMs_(publishMs), factory_(std::move(factory)),
      mailbox_(mailbox) {}

SessionWorker::~SessionWorker() = default;

void SessionWorker::start() {
    store_ = std::make_unique<Store>(clock_);
    store_->setReadOnly(connection_.readOnly);
    publishTimer_ = std::make_unique<QTimer>();
    publishTimer_->setSingleShot(true);
    publishTimer_->setTimerType(Qt::PreciseTimer);
    connect(publishTimer_.get(), &QTimer::timeout, this, &SessionWorker::publish);
    // Rates decay and outcomes settle without any event.
    secondTimer_ = std::make_unique<QTimer>();
    connect(secondTimer_.get(), &QTimer::timeout, this, [this] {
        if (actions_ && actions_->hasRunning() && current_)
            actions_->observe(*current_);
        if (store_->dirty())
            changed();
    });
    secondTimer_->start(1000);
    connectScheduler(); // first: it knows which tasks are whose
    connectMaster();
    connectGateway();
    actions_ = std::make_unique<ActionRunner>(*store_, clock_, scheduler_.get(), master_.get());
    publish();
}

void SessionWorker::connectMaster() {
    if (!connection_.master)
        return;
    masterClient_ = std::make_unique<net::HttpClient>(clock_);
    masterClient_->setReadOnly(connection_.readOnly);
    master_ = factory_->master(connection_, *masterClient_, clock_, *store_);
    store_->setSource(master_->status());
    connect(master_.get(), &master::Link::statusChanged, this, [this] {
        store_->setSource(master_->status());
        changed();
    });
    connect(master_.get(), &master::Link::batchDelivered, this, &SessionWorker::changed);
    master_->start();
}

void SessionWorker::connectScheduler() {
    if (!connection_.scheduler)
        return;
    schedulerClient_ = std::make_unique<net::HttpClient>(clock_);
    schedulerClient_->setReadOnly(connection_.readOnly);
    scheduler_ = factory_->scheduler(connection_, *schedulerClient_, clock_);
    scheduler::Scheduler* s = scheduler_.get();
    store_->setAppResolver([s](std::string_view taskId) { return s->appOfTask(taskId); });
    store_->setSource(s->status());
    store_->setCapabilities(s->capabilities());
    connect(s, &scheduler::Scheduler::statusChanged, this, [this] {
        store_->setSource(scheduler_->status());
        store_->setCapabilities(scheduler_->capabilities());
        changed();
    });
    connect(s, &scheduler::Scheduler::appsChanged, this, [this](const auto& apps, const auto& removed, bool complete) {
        store_->setApps(apps, removed, complete);
        changed();
    });
    connect(s, &scheduler::Scheduler::deploymentsChanged, this, [this](const auto& running) {
        store_->setDeployments(running);
        changed();
    });
    connect(s, &scheduler::Scheduler::queueChanged, this, [this](const auto& waiting) {
        store_->setQueue(waiting);
        changed();
    });
    connect(s, &scheduler::Scheduler::instancesChanged, this, [this](const QString& app, const auto& instances) {
        store_->setInstances(app, instances);
        changed();
    });
    connect(s, &scheduler::Scheduler::instanceHealthChanged, this, [this](const QString& id, bool healthy) {
        store_->setInstanceHealth(id, healthy);
        changed();
    });
    connect(s, &scheduler::Scheduler::eventSeen, this,
            [this](const QString& type, const QString& object, const QString& text) {
                store_->note(type, object, text);
                changed();
            });
    s->start();
}

void SessionWorker::connectGateway() {
    if (!connection_.gateway)
        return;
    gatewayClient_ = std::make_unique<net::HttpClient>(clock_);
    gatewayClient_->setReadOnly(connection_.readOnly);
    gateway_ = factory_->gateway(connection_, *gatewayClient_, clock_);
    if (!gateway_)
        return;
    store_->setSource(gateway_->status());
    connect(gateway_.get(), &gateway::Gateway::statusChanged, this, [this] {
        store_->setSource(gateway_->status());
        changed();
    });
    connect(gateway_.get(), &gateway::Gateway::routesChanged, this, [this](const auto& routes) {
        store_->setRoutes(routes);
        changed();
    });
    connect(gateway_.get(), &gateway::Gateway::trafficChanged, this, [this](const auto& traffic) {
        store_->setTraffic(traffic);
        changed();
    });
    gateway_->start();
}

void SessionWorker::changed() {
    if (publishTimer_->isActive())
        return;
    const qint64 waited = sincePublish_.isValid() ? sincePublish_.elapsed() : publishMs_;
    publishTimer_->start(int(std::max<qint64>(0, publishMs_ - waited)));
}

void SessionWorker::publish() {
    sincePublish_.start();
    Diff diff;
    current_ = store_->publish(diff);
    std::vector<std::pair<quint64, std::shared_ptr<const void>>> results;
    for (auto& [id, entry] : projections_) {
        if (auto result = entry->project(current_, diff))
            results.emplace_back(id, std::move(result));
    }
    if (mailbox_.post(current_, diff, std::move(results)))
        Q_EMIT posted();
    if (actions_)
        actions_->observe(*current_);
}

void SessionWorker::addProjection(quint64 id, std::shared_ptr<Projection> projection) {
    projections_[id] = std::move(projection);
    changeProjection(id, [](Projection&) {});
}

void SessionWorker::changeProjection(quint64 id, const std::function<void(Projection&)>& change) {
    const auto it = projections_.find(id);
    if (it == projections_.end())
        return;
    change(*it->second);
    if (!current_)
        return;
    Diff all;
    all.everything = true;
    if (auto result = it->second->project(current_, all)) {
        if (mailbox_.post(current_, Diff{}, {{id, std::move(result)}}))
            Q_EMIT posted();
    }
}

void SessionWorker::removeProjection(quint64 id) {
    projections_.erase(id);
}

void SessionWorker::resync() {
    if (master_)
        master_->resync();
    if (scheduler_)
        scheduler_->resync();
    if (gateway_)
        gateway_->resync();
}

void SessionWorker::watchApp(const QString& appId) {
    store_->setWatchedApp(appId);
    if (scheduler_)
        scheduler_->watchApp(appId);
    changed();
}

void SessionWorker::addRequests(const Action& action, Preview& preview) {
    if (const auto* command = std::get_if<scheduler::Command>(&action.command)) {
        if (!scheduler_)
            return;
        const base::Result<net::RequestSummary> request = scheduler_->describe(*command);
        if (request)
            preview.requests << *request;
        else if (!preview.refusal)
            preview.refusal = request.error();
        return;
    }
    if (!master_)
        return;
    const auto& command = std::get<AgentCommand>(action.command);
    for (const QString& agent : command.agentIds) {
        const cluster::Slot slot = current_->findAgent(agent.toStdString());
        preview.requests << master_->describe(
            agentCall(command, slot == noSlot ? agent : current_->text(current_->agents[slot].id)));
    }
}

Preview SessionWorker::preview(const Action& action) {
    Preview result = previewOf(*current_, action);
    addRequests(action, result);
    return result;
}

void SessionWorker::perform(ActionId id, const Action& action) {
    // Decided on the newest picture, not on the one that happened to be published last.
    if (store_->dirty())
        publish();
    actions_->start(id, action, *current_);
    changed();
}

} // namespace mesoscope::cluster
