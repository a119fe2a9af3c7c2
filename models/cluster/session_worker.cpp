#include "models/cluster/session_worker.h"

#include "models/cluster/action_text.h"
#include "models/cluster/preview.h"
#include "models/cluster/room.h"

#include <array>

namespace mesoscope::cluster {

namespace {

/// How often what nobody looks at is computed: often enough that a page which is turned to has little to catch up with,
/// seldom enough that it takes no more than a small share of the processor.
constexpr qint64 hiddenMs = 3000;
constexpr qint64 hiddenLongestMs = 30'000;
constexpr qint64 hiddenShare = 3000; ///< one three thousandth

/// A window hears of a few of the master's events a quarter of a second apart (the first of them at once): each
/// hand-over costs as much as many events, and nobody sees the difference. Whole answers of the scheduler and what the
/// user does are not held back so: they come as soon as hand-overs leave three quarters of the time to other work.
constexpr int windowMs = 16;
constexpr int calmMs = 250;
constexpr int shareOfPublish = 4;
constexpr qint64 calmEventsPerSecond = 120;

/// A deployment of thousands of instances moves a thousand times a second; its record is copied only so often.
constexpr qint64 deploymentsEveryMs = 100;
constexpr qint64 explainEveryMs = 10'000;

/// The lane of an event in one word, from the scheduler's own name of it.
QString kindOfEvent(const QString& type) {
    static constexpr std::array<std::pair<const char*, const char*>, 12> kinds{{{"status_update", "task"},
                                                                                {"instance_changed", "task"},
                                                                                {"unknown_instance", "task"},
                                                                                {"app_terminated", "app"},
                                                                                {"health", "health"},
                                                                                {"failed_health", "health"},
                                                                                {"unhealthy", "health"},
                                                                                {"task_", "health"},
                                                                                {"deployment", "deployment"},
                                                                                {"group_change", "change"},
                                                                                {"api_post", "change"},
                                                                                {"pod_", "change"}}};
    for (const auto& [prefix, kind] : kinds) {
        if (type.startsWith(QLatin1String(prefix)))
            return QLatin1String(kind);
    }
    return QStringLiteral("scheduler");
}

} // namespace

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
        explainStuck();
        if (usage_ && current_)
            usage_->tick(*current_);
        if (tracker_.dirty())
            changed();
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
    usage_ = std::make_unique<UsageReader>(*masterClient_, clock_, *connection_.master, *store_);
    store_->setSource(master_->status());
    connect(master_.get(), &master::Link::statusChanged, this, [this] {
        store_->setSource(master_->status());
        changed();
    });
    connect(master_.get(), &master::Link::batchDelivered, this, &SessionWorker::streamed);
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
        for (const scheduler::AppPtr& app : apps)
            tracker_.appKnown(app);
        for (const QString& id : removed)
            tracker_.appGone(id);
        changed();
    });
    followScheduler();
    connect(s, &scheduler::Scheduler::queueChanged, this, [this](const auto& waiting) {
        store_->setQueue(waiting);
        changed();
    });
    connect(s, &scheduler::Scheduler::instancesChanged, this, [this](const QString& app, const auto& instances) {
        store_->setInstances(app, instances);
        tracker_.instancesKnown(app, instances);
        changed();
    });
    connect(s, &scheduler::Scheduler::instanceHealthChanged, this, [this](const QString& id, bool healthy) {
        store_->setInstanceHealth(id, healthy);
        streamed();
    });
    connect(s, &scheduler::Scheduler::eventSeen, this,
            [this](const QString& type, const QString& object, const QString& text) {
                store_->note(kindOfEvent(type), object, text);
                streamed();
            });
    s->start();
}

/// Deployments and what instances do in them.
void SessionWorker::followScheduler() {
    scheduler::Scheduler* s = scheduler_.get();
    effects_ = std::make_unique<EffectReader>(*store_, tracker_, *s);
    connect(s, &scheduler::Scheduler::deploymentsChanged, this, [this](const auto& running) {
        store_->setDeployments(running);
        tracker_.deploymentsChanged(running, clock_.wallMs());
        seedDeployments();
        changed();
    });
    connect(s, &scheduler::Scheduler::instanceMoved, this, [this](const scheduler::InstanceMoment& moment) {
        tracker_.instanceMoved(moment);
        streamed();
    });
    connect(s, &scheduler::Scheduler::deploymentEnded, this, [this](const QString& id, bool ok, const QString& reason) {
        tracker_.deploymentEnded(id, ok, reason, clock_.wallMs());
        changed();
    });
}

/// Instances that a deployment finds, by the master's word: they stand in its picture before anything happens to them.
void SessionWorker::seedDeployments() {
    constexpr qsizetype mostApps = 20;
    for (const QString& id : tracker_.fresh()) {
        const scheduler::DeploymentRecord* record = tracker_.find(id);
        if (!record)
            continue;
        const QStringList apps = record->deployment.affectedApps.mid(0, mostApps);
        for (const QString& app : apps)
            tracker_.instancesKnown(app, store_->instancesOf(app));
    }
}

void SessionWorker::publishDeployments() {
    if (!tracker_.dirty() || (sinceDeployments_.isValid() && sinceDeployments_.elapsed() < deploymentsEveryMs))
        return;
    sinceDeployments_.start();
    store_->setDeploymentLog(tracker_.published(clock_.wallMs()));
}

/// The cause behind each deployment that does not move, as "Why is it waiting?" finds it.
void SessionWorker::explainStuck() {
    if (!current_ || (sinceExplained_.isValid() && sinceExplained_.elapsed() < explainEveryMs))
        return;
    const QStringList stuck = tracker_.stuck(clock_.wallMs());
    if (stuck.isEmpty())
        return;
    sinceExplained_.start();
    const std::vector<scheduler::AgentRoom> rooms = roomOf(*current_);
    for (const QString& id : stuck)
        tracker_.setCause(id, causeOf(*tracker_.find(id), rooms));
}

QString SessionWorker::causeOf(const scheduler::DeploymentRecord& record,
                               std::span<const scheduler::AgentRoom> rooms) const {
    const auto& actions = record.deployment.currentActions;
    for (const scheduler::DeploymentAction& action : actions) {
        const Slot slot = current_->findApp(action.app);
        if (slot == noSlot)
            continue;
        scheduler::WhyInput input;
        input.app = current_->apps[slot].app;
        input.entry = current_->apps[slot].waiting;
        input.deployments = current_->deployments;
        if (current_->watchedApp == action.app && current_->watchedInstances)
            input.instances = *current_->watchedInstances;
        input.agents = rooms;
        if (input.entry)
            input.quotas = quotasOf(*current_, scheduler::roleOf(*input.app, *input.entry));
        input.nowMs = current_->atMs;
        const scheduler::Why why = scheduler::whyWaiting(input);
        const bool explains = why.cause != scheduler::WaitCause::Nothing &&
                              why.cause != scheduler::WaitCause::Unknown &&
                              why.cause != scheduler::WaitCause::OtherDeployment;
        if (explains)
            return why.sentence;
    }
    return {};
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
    connect(gateway_.get(), &gateway::Gateway::overridesChanged, this, [this](const auto& overrides) {
        store_->setOverrides(overrides);
        changed();
    });
    connect(gateway_.get(), &gateway::Gateway::trafficChanged, this, [this](const auto& traffic) {
        store_->setTraffic(traffic);
        changed();
    });
    gateway_->start();
}

void SessionWorker::changed() {
    publishWithin(publishMs_ > windowMs ? publishMs_ : std::min(publishMs_, shareOfPublish * publishCostMs_));
}

void SessionWorker::streamed() {
    publishWithin(calm_ ? std::max(calmMs, publishMs_) : publishMs_);
}

/// Sooner when something else was to come later.
void SessionWorker::publishWithin(int distanceMs) {
    const qint64 waited = sincePublish_.isValid() ? sincePublish_.elapsed() : distanceMs;
    const int left = int(std::max<qint64>(0, distanceMs - waited));
    if (!publishTimer_->isActive() || publishTimer_->remainingTime() > left)
        publishTimer_->start(left);
}

void SessionWorker::publish() {
    const qint64 distance = sincePublish_.isValid() ? sincePublish_.elapsed() : 0;
    sincePublish_.start();
    publishDeployments();
    Diff diff;
    current_ = store_->publish(diff);
    const qint64 fewEvents = calmEventsPerSecond * std::max<qint64>(distance, calmMs / 2) / 1000;
    calm_ = publishMs_ >= windowMs && diff.events < fewEvents && current_->masterComplete;
    std::vector<std::pair<quint64, std::shared_ptr<const void>>> results;
    for (auto& [id, entry] : projections_) {
        if (!entry.shown)
            continue;
        if (auto result = compute(entry, diff))
            results.emplace_back(id, std::move(result));
    }
    if (mailbox_.post(current_, diff, std::move(results)))
        Q_EMIT posted();
    computeHidden(diff);
    publishCostMs_ = int(sincePublish_.elapsed()) + 1;
    if (actions_)
        actions_->observe(*current_);
    guests_.removeAll(nullptr);
    for (const QPointer<Guest>& guest : std::as_const(guests_))
        guest->observe(current_);
}

/// Behind the hand-over: what is looked at never waits for what is not, neither does the rest of the first picture.
void SessionWorker::computeHidden(const Diff& diff) {
    const bool loading = master_ && !current_->masterComplete;
    std::vector<std::pair<quint64, std::shared_ptr<const void>>> results;
    for (auto& [id, entry] : projections_) {
        if (entry.shown)
            continue;
        entry.missed.merge(diff);
        if (loading || entry.rests())
            continue;
        if (auto result = compute(entry, diff))
            results.emplace_back(id, std::move(result));
    }
    if (!results.empty() && mailbox_.post(current_, Diff{}, std::move(results)))
        Q_EMIT posted();
}

void SessionWorker::welcome(Guest& guest) {
    MasterAccess access;
    access.client = masterClient_.get();
    access.link = master_.get();
    access.clock = &clock_;
    if (connection_.master) {
        access.credentials = connection_.master->credentials;
        access.tls = connection_.master->tls;
        access.https = connection_.master->urls.value(0).scheme() == QLatin1String("https");
    }
    guests_ << &guest;
    guest.begin(access);
    if (current_)
        guest.observe(current_);
}

void SessionWorker::addProjection(quint64 id, std::shared_ptr<Projection> projection) {
    projections_[id].projection = std::move(projection);
    changeProjection(id, [](Projection&) {});
}

void SessionWorker::changeProjection(quint64 id, const std::function<void(Projection&)>& change) {
    const auto it = projections_.find(id);
    if (it == projections_.end())
        return;
    change(*it->second.projection);
    if (!current_)
        return;
    Diff all;
    all.everything = true;
    if (auto result = compute(it->second, all)) {
        if (mailbox_.post(current_, Diff{}, {{id, std::move(result)}}))
            Q_EMIT posted();
    }
}

bool SessionWorker::Projected::rests() const {
    const qint64 rest = std::clamp(costNs / 1'000'000 * hiddenShare, hiddenMs, hiddenLongestMs);
    return sinceComputed.isValid() && sinceComputed.elapsed() < rest;
}

std::shared_ptr<const void> SessionWorker::compute(Projected& entry, const Diff& diff) {
    entry.sinceComputed.start();
    Diff missed = std::exchange(entry.missed, {});
    // While it is not shown, the newest difference is among what it missed already.
    if (entry.shown || diff.everything)
        missed.merge(diff);
    auto result = entry.projection->project(current_, missed);
    entry.costNs = entry.sinceComputed.nsecsElapsed();
    return result;
}

void SessionWorker::setProjectionShown(quint64 id, bool shown) {
    const auto it = projections_.find(id);
    if (it == projections_.end() || it->second.shown == shown)
        return;
    it->second.shown = shown;
    if (!shown || !current_)
        return;
    std::shared_ptr<const void> result = compute(it->second, {});
    if (mailbox_.post(current_, Diff{}, {{id, std::move(result)}}))
        Q_EMIT posted();
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
        for (const QString& warning : scheduler_->warnings(*command)) {
            if (!preview.warnings.contains(warning))
                preview.warnings << warning;
        }
        const base::Result<net::RequestSummary> request = scheduler_->describe(*command);
        if (request)
            preview.requests << *request;
        else if (!preview.refusal)
            preview.refusal = request.error();
        return;
    }
    if (!master_)
        return;
    if (const auto* wide = std::get_if<MasterCommand>(&action.command)) {
        preview.requests << master_->describe(masterCall(*wide));
        return;
    }
    const auto& command = std::get<AgentCommand>(action.command);
    for (const QString& agent : command.agentIds) {
        const cluster::Slot slot = current_->findAgent(agent.toStdString());
        preview.requests << master_->describe(
            agentCall(command, slot == noSlot ? agent : current_->text(current_->agents[slot].id)));
    }
}

namespace {

/// What was read beside the picture: the server's own plan, and that there is nothing left to go back to.
void addReading(const scheduler::Command& command, const EffectReader::Reading& reading, Preview& preview) {
    if (reading.vanished && !preview.refusal) {
        preview.refusal = reading.vanished;
        preview.refusal->sentence = ActionText::tr("The server does not have version %1 of %2 any more.")
                                        .arg(command.version, command.targets.value(0));
        preview.refusal->advice = ActionText::tr(
            "Choose another version. Definitions that this program kept can be deployed as documents from the app's "
            "versions.");
    }
    if (reading.planRefused)
        preview.warnings << ActionText::tr("Asked without doing it, the server says no: %1")
                                .arg(reading.planRefused->serverText.isEmpty() ? reading.planRefused->sentence
                                                                               : reading.planRefused->serverText);
    if (reading.plan)
        preview.effects << planSentence(*reading.plan);
}

} // namespace

void SessionWorker::preview(const Action& action, std::function<void(const Preview&)> done) {
    const auto* command = std::get_if<scheduler::Command>(&action.command);
    const auto finish = [this, action, done = std::move(done)](const EffectReader::Reading& reading) {
        Preview result = previewOf(*current_, action, reading.input);
        if (const auto* about = std::get_if<scheduler::Command>(&action.command))
            addReading(*about, reading, result);
        addRequests(action, result);
        done(result);
    };
    if (command && effects_)
        effects_->read(*command, *current_, finish);
    else
        finish({});
}

void SessionWorker::waysBack(const scheduler::DeploymentRecordPtr& record,
                             std::function<void(const QList<WayBackOffer>&)> done) {
    if (!effects_ || !record)
        return done({});
    const auto newest = [this, record]() -> const scheduler::DeploymentRecord& {
        const scheduler::DeploymentRecord* followed = tracker_.find(record->deployment.id);
        return followed ? *followed : *record;
    };
    effects_->readWaysBack(newest(), *current_,
                           [this, newest, done = std::move(done)](const EffectReader::Reading& reading) {
                               QList<WayBackOffer> offers;
                               for (const scheduler::WayBack& way : scheduler::waysBack(newest(), reading.input)) {
                                   WayBackOffer offer{way, std::nullopt};
                                   const auto request = scheduler_->describe(way.command);
                                   if (request && way.possible)
                                       offer.request = *request;
                                   offers.append(offer);
                               }
                               done(offers);
                           });
}

void SessionWorker::perform(ActionId id, const Action& action) {
    // Decided on the newest picture, not on the one that happened to be published last.
    if (store_->dirty())
        publish();
    actions_->start(id, action, *current_);
    changed();
}

} // namespace mesoscope::cluster
