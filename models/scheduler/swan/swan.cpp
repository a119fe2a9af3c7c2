#include "models/scheduler/swan/swan.h"

#include "models/base/json_members.h"
#include "models/net/backoff.h"
#include "models/net/http_client.h"
#include "models/net/sse_parser.h"
#include "models/scheduler/compose_file.h"
#include "models/scheduler/swan/decode.h"
#include "models/scheduler/swan/requests.h"

#include <QCoreApplication>
#include <QPointer>
#include <QRandomGenerator>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace mesoscope::scheduler {

namespace {

constexpr qsizetype heldApps = 60;
/// Apps whose tasks are read while they are being changed.
constexpr qsizetype followedTasks = 4;
/// Compose files that are looked into; the others are only listed.
constexpr qsizetype mostComposes = 40;
/// An operation that was asked for and does not appear so long ended before it was seen.
constexpr qint64 appearsWithinMs = 10'000;

using base::SourceState;
using Answer = base::Result<net::Response>;

QString words(const char* text) {
    return QCoreApplication::translate("Swan", text);
}

Answer accepted(const Answer& answer) {
    if (!answer || answer->ok() || answer->status == 304) // 304: already as wanted
        return answer;
    return tl::unexpected(swan::errorFrom(answer->status, answer->contentType(), answer->body));
}

/// A refusal from the event loop, as every other outcome comes.
template<typename T>
void later(QObject* context, const std::function<void(base::Result<T>)>& done, const QString& why) {
    base::Error e;
    e.kind = base::ErrorKind::Refused;
    e.sentence = why;
    QTimer::singleShot(0, context, [done, e] { done(tl::unexpected(e)); });
}

class SwanScheduler final : public Scheduler {
public:
    SwanScheduler(net::HttpClient& http, const base::Clock& clock, net::Endpoint endpoint, const SwanPace& pace,
                  QObject* parent)
        : Scheduler(parent), http_(http), clock_(clock), endpoint_(std::move(endpoint)), pace_(pace),
          backoff_(pace.firstRetry, pace.lastRetry) {
        status_.kind = base::SourceKind::Scheduler;
        status_.system = QStringLiteral("swan");
        for (QTimer* t : {&timer_, &watchTimer_})
            t->setSingleShot(true);
        connect(&timer_, &QTimer::timeout, this, [this] { live_ ? readApps() : connectNow(); });
        connect(&watchTimer_, &QTimer::timeout, this, [this] { readWatched(); });
    }

    void start() override {
        if (!endpoint_.urls.isEmpty())
            connectNow();
    }
    void resync() override { live_ ? readApps() : start(); }
    const base::SourceStatus& status() const override { return status_; }
    Capabilities capabilities() const override {
        using C = Capability;
        Capabilities all = 0;
        for (const C c : {C::Deploy, C::Scale, C::Suspend, C::KillTask, C::Destroy, C::Deployments, C::Versions,
                          C::DeployVersion, C::Canary, C::Weights, C::Compose})
            all |= Capabilities(c);
        return all;
    }
    void watchApp(const QString& appId) override {
        watched_ = appId;
        readWatched();
    }
    base::Result<net::RequestSummary> describe(const Command& command) const override {
        return swan::requestFor(command, knowledge());
    }
    QStringList warnings(const Command& command) const override { return swan::warningsFor(command, knowledge()); }
    void perform(const Command& command, QObject* context,
                 std::function<void(base::Result<CommandResult>)> done) override;
    void versions(const QString& appId, QObject* context, std::function<void(base::Result<QStringList>)> done) override;
    void versionDocument(const QString& appId, const QString& version, QObject* context,
                         std::function<void(base::Result<QByteArray>)> done) override;
    void composes(QObject* context, std::function<void(base::Result<QList<Compose>>)> done) override;
    void gatewayAgents(QObject* context, std::function<void(base::Result<QList<GatewayAgent>>)> done) override;
    AppPtr definitionOf(const QByteArray& document) const override {
        const auto version = swan::decodeVersion(document);
        return version ? std::make_shared<const App>(*version) : nullptr;
    }
    QString appOfTask(std::string_view taskId) const override { return swan::appOfTask(taskId); }
    QString frameworkId() const override { return frameworkId_; }

private:
    struct ComposeRead;
    /// A compose file whose creation was asked for here, until it is over.
    struct Creation {
        QString operation; ///< the id of its deployment
        Compose compose;   ///< as last read
        qint64 sinceMs = 0;
        qint64 movedMs = 0;
        int step = 0;
    };
    void readCompose(const std::shared_ptr<ComposeRead>& read, QObject* context);
    net::Request request(const QString& path) const;
    swan::Knowledge knowledge() const;
    void setState(SourceState state, const base::Error& problem = {});
    void connectNow();
    void leaderArrived(const Answer& answer);
    void openStream();
    void lost(const base::Error& why);
    void onEvent(const net::SseEvent& raw);
    void readApps();
    void appsArrived(const QList<swan::Application>& apps);
    void followOperations(const QList<swan::Application>& apps);
    QString idOfOperation(const QString& appId);
    void endOperation(const QString& appId, const QString& error);
    void lookOnceMore(const QString& appId);
    void finishOperation(const QString& appId);
    void readBirth(const QString& appId);
    QString followCreation(const QByteArray& answer);
    void readCreation(const QString& composeId);
    void creationArrived(const QString& composeId, const Answer& answer);
    DeploymentPtr deploymentOf(Creation& creation, const QList<swan::Application>& apps);
    void readTasks(const QString& appId);
    void tellMoments(const QString& appId, const QList<Instance>& tasks);
    void tellMoment(const QString& appId, const Instance& task, const QString& state, bool first);
    QString versionToTell(const QString& appId, const Instance& task, bool first) const;
    void readVersion(const QString& appId, const QString& version);
    void versionArrived(const QString& appId);
    void keepVersion(const QString& appId, const App& version);
    void takeReadVersions();
    bool readMissingVersion();
    AppPtr combined(const swan::Application& a) const;
    void readWatched();

    net::HttpClient& http_;
    const base::Clock& clock_;
    net::Endpoint endpoint_;
    SwanPace pace_;
    base::SourceStatus status_;
    net::Backoff backoff_;
    QTimer timer_;
    QTimer watchTimer_;
    std::unique_ptr<QObject> epoch_;
    net::HttpStream stream_;
    net::SseParser sse_;
    qsizetype url_ = 0;
    bool live_ = false;
    bool reading_ = false;
    QList<swan::Application> apps_;
    QHash<QString, AppPtr> values_;
    QHash<QString, App> versions_;     ///< the present one, by app
    QHash<QString, App> versionsRead_; ///< every one that was read, by app and version: they never change
    QSet<QString> versionsAsked_;      ///< app and version: asked once per connection, whatever came of it
    struct Operation {
        QString id;
        qint64 sinceMs = 0;
        bool seen = false; ///< the list of apps told of it
        /// A scale stores a version that no task names, and its new tasks are of the running one as the old ones are:
        /// what was created after that version is new.
        bool scalesUp = false;
        bool birthAsked = false;
        bool birthKnown = false; ///< or could not be read
        QString version;
        qint64 versionMs = 0;
        DeploymentPtr shown; ///< as it was told last
        /// The list says that it is over; its tasks are read once more before it is told, because the last of them may
        /// have moved since they were read.
        bool ending = false;
        QString error;
    };
    QList<DeploymentPtr> running_;                   ///< as told last
    QHash<QString, Operation> operations_;           ///< by app
    QHash<QString, QHash<QString, Instance>> tasks_; ///< of apps that are being changed, as last seen
    QHash<QString, qint64> lastMoves_;               ///< when their tasks last changed
    QHash<QString, Creation> creations_;             ///< by the id of the compose
    QString frameworkId_;
    QString watched_;
};

net::Request SwanScheduler::request(const QString& path) const {
    net::Request r;
    r.endpoint = endpoint_;
    r.url = net::joined(endpoint_.urls.at(url_), path);
    r.system = QStringLiteral("Swan");
    r.anyStatus = true;
    return r;
}

swan::Knowledge SwanScheduler::knowledge() const {
    swan::Knowledge k;
    k.base = endpoint_.urls.value(url_);
    k.apps = apps_;
    k.version = [this](const QString& id) { return versions_.value(id); };
    return k;
}

void SwanScheduler::setState(SourceState state, const base::Error& problem) {
    status_.url = net::printable(endpoint_.urls.at(url_));
    status_.state = state;
    status_.problem = problem;
    if (state == SourceState::Live)
        status_.staleSinceMs = 0;
    else if (status_.staleSinceMs == 0 && status_.lastNewsMs != 0)
        status_.staleSinceMs = clock_.wallMs();
    Q_EMIT statusChanged();
}

void SwanScheduler::connectNow() {
    timer_.stop();
    live_ = false;
    reading_ = false;
    versionsAsked_.clear();
    for (Operation& operation : operations_)
        operation.birthAsked = operation.ending = false; // the answers go with the connection
    epoch_ = std::make_unique<QObject>();
    setState(SourceState::Connecting, status_.problem);
    http_.sendFor(epoch_.get(), request(QStringLiteral("/v1/leader")),
                  [this](const Answer& answer) { leaderArrived(answer); });
}

void SwanScheduler::leaderArrived(const Answer& answer) {
    const Answer ok = accepted(answer);
    const auto leader = ok ? swan::decodeLeader(ok->body) : base::Result<QString>(tl::unexpected(ok.error()));
    if (!leader)
        return lost(leader.error());
    status_.leader = *leader;
    http_.sendFor(epoch_.get(), request(QStringLiteral("/v1/framework")), [this](const Answer& framework) {
        if (framework && framework->ok())
            frameworkId_ = swan::decodeFramework(framework->body).value_or(QString());
    });
    openStream();
    readApps();
}

void SwanScheduler::openStream() {
    net::Request r = request(QStringLiteral("/v1/events"));
    r.accept = "text/event-stream";
    r.expect = net::Expect::Anything;
    r.anyStatus = false;
    r.idleTimeoutMs = 0; // no heartbeat: silence means nothing
    sse_ = net::SseParser();
    sse_.onEvent = [this](const net::SseEvent& e) { onEvent(e); };
    // Without a stream the polls alone tell; it is opened again with the next connection.
    stream_ = http_.stream(r, {{}, [this](std::string_view bytes) { (void)sse_.feed(bytes); }, {}});
}

void SwanScheduler::lost(const base::Error& why) {
    stream_.cancel();
    live_ = false;
    epoch_.reset();
    const bool lastUrl = url_ + 1 >= endpoint_.urls.size();
    const bool wrongServer = why.kind == base::ErrorKind::Decode || why.httpStatus == 404;
    if (why.httpStatus == 401 || why.httpStatus == 403 || (wrongServer && lastUrl && status_.lastNewsMs == 0))
        return setState(SourceState::Failed, why);
    url_ = lastUrl ? 0 : url_ + 1;
    const qint64 delay = backoff_.next(QRandomGenerator::global()->generateDouble());
    status_.retryAtMs = clock_.wallMs() + delay;
    timer_.start(int(delay));
    setState(SourceState::Retrying, why);
}

void SwanScheduler::onEvent(const net::SseEvent& raw) {
    const auto event = swan::decodeEvent(raw.data);
    if (!event || event->appId.isEmpty())
        return;
    status_.lastNewsMs = clock_.wallMs();
    if (!event->isCleanup)
        Q_EMIT instanceHealthChanged(event->taskId, event->healthy);
    if (!event->isCleanup && operations_.contains(event->appId)) {
        InstanceMoment moment;
        moment.appId = event->appId;
        moment.instanceId = moment.taskId = event->taskId;
        moment.healthy = event->healthy;
        moment.atMs = clock_.wallMs();
        Q_EMIT instanceMoved(moment);
    }
    Q_EMIT eventSeen(QString::fromUtf8(raw.type.data(), qsizetype(raw.type.size())), event->appId,
                     (event->isCleanup ? words("%1 ended")
                      : event->healthy ? words("%1 became healthy")
                                       : words("%1 became unhealthy"))
                         .arg(event->taskId));
    if (timer_.isActive() && timer_.remainingTime() > pace_.busy)
        timer_.start(pace_.busy); // soon, and once for many events
    if (event->appId == watched_ && watchTimer_.remainingTime() > 1000)
        watchTimer_.start(1000);
}

void SwanScheduler::readApps() {
    if (reading_ || !epoch_)
        return;
    reading_ = true;
    http_.sendFor(epoch_.get(), request(QStringLiteral("/v1/apps")), [this](const Answer& answer) {
        reading_ = false;
        const Answer ok = accepted(answer);
        const auto apps = ok ? swan::decodeApplications(ok->body)
                             : base::Result<QList<swan::Application>>(tl::unexpected(ok.error()));
        if (!apps)
            return lost(apps.error());
        appsArrived(*apps);
    });
}

/// What the list says, with what only the version knows.
AppPtr SwanScheduler::combined(const swan::Application& a) const {
    auto app = std::make_shared<App>(a.app);
    if (const auto operation = operations_.constFind(a.app.id); a.isBusy() && operation != operations_.constEnd())
        app->deployments = {operation->id};
    const App version = versions_.value(a.app.id);
    if (!version.document.isEmpty()) {
        // A scale stores a version of its own that no task ever runs, so the running one tells an old number: at rest
        // there are as many tasks as were wanted.
        app->instances = a.isBusy() ? std::max(a.taskCount, version.instances) : a.taskCount;
        app->cpus = version.cpus;
        app->mem = version.mem;
        app->disk = version.disk;
        app->gpus = version.gpus;
        app->image = version.image;
        app->command = version.command;
        app->labels = version.labels;
        app->constraints = version.constraints;
        app->hasHealthChecks = version.hasHealthChecks;
        app->document = version.document;
    }
    return app;
}

void SwanScheduler::appsArrived(const QList<swan::Application>& apps) {
    status_.lastNewsMs = clock_.wallMs();
    backoff_.reset();
    followOperations(apps);
    apps_ = apps;
    // The list tells neither what an app asks for nor what it runs: the first picture waits for that, where it is
    // little.
    if (!live_ && apps.size() <= heldApps && readMissingVersion())
        return;
    takeReadVersions();
    values_.clear();
    QList<AppPtr> all;
    bool busy = !creations_.isEmpty();
    for (const swan::Application& a : apps) {
        busy = busy || a.isBusy();
        all.append(combined(a));
        values_.insert(a.app.id, all.last());
    }
    live_ = true;
    Q_EMIT appsChanged(all, {}, true);
    if (status_.state != SourceState::Live)
        setState(SourceState::Live);
    const int calm = apps.size() > 1000 ? pace_.apps * 3 : pace_.apps;
    timer_.start(busy ? pace_.busy : calm);
    readMissingVersion();
}

/// What an app was gone back to was read before.
void SwanScheduler::takeReadVersions() {
    for (const swan::Application& a : std::as_const(apps_)) {
        const auto read = versionsRead_.constFind(a.app.id + QLatin1Char('@') + a.app.version);
        if (read != versionsRead_.constEnd())
            versions_.insert(a.app.id, *read);
    }
}

/// One after the other, as they are missing. False when none is.
bool SwanScheduler::readMissingVersion() {
    for (const swan::Application& a : std::as_const(apps_)) {
        const QString key = a.app.id + QLatin1Char('@') + a.app.version;
        const bool known = versions_.value(a.app.id).version == a.app.version || versionsAsked_.contains(key);
        if (known || !swan::isSafeId(a.app.id) || !swan::isSafeId(a.app.version))
            continue;
        versionsAsked_.insert(key);
        readVersion(a.app.id, a.app.version);
        return true;
    }
    return false;
}

/// Each operation has an id of its own, also the next one of the same app; who asked for it knows the id before it is
/// seen.
QString SwanScheduler::idOfOperation(const QString& appId) {
    if (operations_.value(appId).ending)
        finishOperation(appId);
    Operation& operation = operations_[appId];
    if (operation.id.isEmpty()) {
        operation.sinceMs = clock_.wallMs();
        operation.id = swan::operationId(appId) + QLatin1Char('@') + QString::number(operation.sinceMs, 36);
    }
    return operation.id;
}

void SwanScheduler::followOperations(const QList<swan::Application>& apps) {
    QList<DeploymentPtr> running;
    QSet<QString> present;
    for (const swan::Application& a : apps) {
        present.insert(a.app.id);
        if (const DeploymentPtr operation = swan::operationOf(a)) {
            auto d = std::make_shared<Deployment>(*operation);
            d->id = idOfOperation(a.app.id);
            Operation& known = operations_[a.app.id];
            known.seen = true;
            known.scalesUp = a.operation == QLatin1String("scaling_up");
            if (known.scalesUp) {
                d->version = known.version;
                d->versionMs = known.versionMs;
            }
            d->firstSeenMs = known.sinceMs;
            const bool moves = a.operation != QLatin1String("canary_unfinished"); // that waits for people
            d->lastProgressMs = moves ? lastMoves_.value(a.app.id, known.sinceMs) : clock_.wallMs();
            known.shown = d;
            running.append(d);
        } else {
            endOperation(a.app.id, a.error);
        }
    }
    for (const QString& app : operations_.keys()) {
        if (!present.contains(app))
            endOperation(app, {}); // what was being deleted is gone
    }
    const QList<DeploymentPtr> ofApps = running.mid(0, followedTasks);
    for (const Operation& operation : std::as_const(operations_)) {
        if (operation.ending)
            running.append(operation.shown);
    }
    for (auto it = creations_.begin(); it != creations_.end(); ++it) {
        if (const DeploymentPtr d = deploymentOf(*it, apps))
            running.append(d);
        readCreation(it.key());
    }
    running_ = running;
    Q_EMIT deploymentsChanged(running_);
    for (const DeploymentPtr& d : ofApps)
        readTasks(d->affectedApps.first());
}

/// When a scale began by the server's own clock: versions are named by the time they were stored at.
void SwanScheduler::readBirth(const QString& appId) {
    versions(appId, epoch_.get(), [this, appId](const base::Result<QStringList>& ids) {
        const auto operation = operations_.find(appId);
        if (operation == operations_.end())
            return;
        constexpr qint64 nanosecondsPerMs = 1'000'000;
        operation->birthKnown = true;
        operation->version = ids ? ids->value(0) : QString();
        operation->versionMs = operation->version.toLongLong() / nanosecondsPerMs;
        if (operation->version.isEmpty()) // then those that are there at the first look count as old
            operation->version = versions_.value(appId).version;
        if (!operation->ending)
            return readApps();
        auto d = std::make_shared<Deployment>(*operation->shown);
        d->version = operation->version;
        d->versionMs = operation->versionMs;
        std::replace(running_.begin(), running_.end(), operation->shown, DeploymentPtr(d));
        operation->shown = d;
        Q_EMIT deploymentsChanged(running_);
        lookOnceMore(appId);
    });
}

/// Follows the compose file that an answer tells the id of; the id of its deployment.
QString SwanScheduler::followCreation(const QByteArray& answer) {
    const QString id =
        base::json::plainString(base::json::member(answer, "id").value_or(QByteArrayView())).value_or(QString());
    if (!swan::isSafeId(id))
        return {};
    Creation& creation = creations_[id];
    creation.sinceMs = creation.movedMs = clock_.wallMs();
    creation.operation = swan::operationId(id) + QLatin1Char('@') + QString::number(creation.sinceMs, 36);
    readCreation(id);
    return creation.operation;
}

void SwanScheduler::readCreation(const QString& composeId) {
    if (!epoch_)
        return;
    http_.sendFor(epoch_.get(), request(QStringLiteral("/v1/compose-ng/") + composeId),
                  [this, composeId](const Answer& answer) { creationArrived(composeId, answer); });
}

void SwanScheduler::creationArrived(const QString& composeId, const Answer& answer) {
    const auto creation = creations_.find(composeId);
    if (creation == creations_.end() || !answer)
        return;
    constexpr int notFound = 404;
    const auto list = answer->ok() ? swan::decodeComposes(answer->body) : base::Result<QList<Compose>>();
    if (list && list->size() == 1)
        creation->compose = list->first();
    const bool over = list && list->size() == 1 && creation->compose.operation == QLatin1String("noop");
    if (!over && answer->status != notFound)
        return;
    const QString operation = creation->operation;
    const QString problem = over ? creation->compose.error : words("It was destroyed meanwhile.");
    creations_.erase(creation);
    Q_EMIT deploymentEnded(operation, problem.isEmpty(), problem);
}

/// One step for each service, in the order in which they are created. Null as long as nothing was read of it.
DeploymentPtr SwanScheduler::deploymentOf(Creation& creation, const QList<swan::Application>& apps) {
    const Compose& compose = creation.compose;
    const auto file = readComposeFile(compose.yaml);
    if (compose.id.isEmpty() || !file)
        return nullptr;
    auto d = std::make_shared<Deployment>();
    d->id = creation.operation;
    int started = 0;
    for (const ComposeService& service : file->services) {
        const QString app =
            QStringList{service.name, compose.name, compose.runAs, compose.cluster}.join(QLatin1Char('.'));
        d->affectedApps.append(app);
        d->steps.append({{QStringLiteral("creating"), app}});
        const bool runs = std::any_of(apps.begin(), apps.end(),
                                      [&](const swan::Application& a) { return a.app.id == app && !a.isBusy(); });
        started += runs ? 1 : 0;
        creation.movedMs = std::max(creation.movedMs, lastMoves_.value(app));
    }
    d->totalSteps = int(d->steps.size());
    d->currentStep = std::min(started + 1, d->totalSteps);
    d->currentActions = d->steps.value(d->currentStep - 1);
    if (d->currentStep != creation.step)
        creation.movedMs = clock_.wallMs();
    creation.step = d->currentStep;
    d->firstSeenMs = creation.sinceMs;
    d->lastProgressMs = creation.movedMs;
    return d;
}

/// Nothing of it is under way (any more). What was only asked for has a moment to appear.
void SwanScheduler::endOperation(const QString& appId, const QString& error) {
    const auto operation = operations_.find(appId);
    if (operation == operations_.end() || operation->ending)
        return;
    if (!operation->seen) {
        if (clock_.wallMs() - operation->sinceMs >= appearsWithinMs)
            operations_.erase(operation);
        return;
    }
    operation->ending = true;
    operation->error = error;
    lookOnceMore(appId);
}

void SwanScheduler::lookOnceMore(const QString& appId) {
    Operation& operation = operations_[appId];
    if (operation.scalesUp && !operation.birthKnown) {
        if (!std::exchange(operation.birthAsked, true))
            readBirth(appId);
        return;
    }
    if (!swan::isSafeId(appId))
        return finishOperation(appId);
    http_.sendFor(
        epoch_.get(), request(QStringLiteral("/v1/apps/%1/tasks").arg(appId)), [this, appId](const Answer& answer) {
            const auto known = operations_.constFind(appId);
            if (known == operations_.constEnd() || !known->ending)
                return;
            const auto tasks = answer && answer->ok() ? swan::decodeTasks(answer->body, appId)
                                                      : base::Result<QList<Instance>>(tl::unexpected(base::Error()));
            const bool gone =
                std::none_of(apps_.begin(), apps_.end(), [&](const swan::Application& a) { return a.app.id == appId; });
            if (tasks || gone)
                tellMoments(appId, tasks.value_or(QList<Instance>()));
            finishOperation(appId);
        });
}

void SwanScheduler::finishOperation(const QString& appId) {
    const Operation operation = operations_.take(appId);
    lastMoves_.remove(appId);
    tasks_.remove(appId);
    Q_EMIT deploymentEnded(operation.id, operation.error.isEmpty(), operation.error);
    running_.removeIf([&](const DeploymentPtr& d) { return d->id == operation.id; });
    Q_EMIT deploymentsChanged(running_);
}

/// What the instances of an app that is being changed do, between two looks at its tasks.
void SwanScheduler::readTasks(const QString& appId) {
    if (!swan::isSafeId(appId) || !epoch_)
        return;
    if (Operation& operation = operations_[appId]; operation.scalesUp && !operation.birthKnown) {
        if (!std::exchange(operation.birthAsked, true))
            readBirth(appId);
        return;
    }
    http_.sendFor(epoch_.get(), request(QStringLiteral("/v1/apps/%1/tasks").arg(appId)),
                  [this, appId](const Answer& answer) {
                      if (!answer || !answer->ok() || !operations_.contains(appId))
                          return;
                      if (const auto tasks = swan::decodeTasks(answer->body, appId))
                          tellMoments(appId, *tasks);
                  });
}

void SwanScheduler::tellMoments(const QString& appId, const QList<Instance>& tasks) {
    const bool first = !tasks_.contains(appId);
    const QHash<QString, Instance> before = tasks_.value(appId);
    QHash<QString, Instance> now;
    for (const Instance& task : tasks) {
        now.insert(task.taskId, task);
        if (!(before.value(task.taskId) == task))
            tellMoment(appId, task, task.state, first);
    }
    for (const Instance& task : before) {
        if (!now.contains(task.taskId))
            tellMoment(appId, task, QStringLiteral("TASK_KILLED"), first);
    }
    tasks_.insert(appId, now);
    if (!first && now != before)
        lastMoves_.insert(appId, clock_.wallMs());
}

/// What tells whether an instance is one that the operation brings: the operation's own version, or none.
QString SwanScheduler::versionToTell(const QString& appId, const Instance& task, bool first) const {
    const Operation operation = operations_.value(appId);
    if (!operation.scalesUp)
        return task.version;
    const bool born = operation.versionMs != 0 ? task.stagedMs >= operation.versionMs : !first;
    return born ? operation.version : QString();
}

void SwanScheduler::tellMoment(const QString& appId, const Instance& task, const QString& state, bool first) {
    InstanceMoment moment;
    moment.appId = appId;
    moment.instanceId = task.taskId;
    moment.taskId = task.taskId;
    moment.host = task.host;
    moment.agentId = task.agentId;
    moment.version = versionToTell(appId, task, first);
    moment.state =
        state == QLatin1String("pending") || state == QLatin1String("retrying") ? QStringLiteral("Scheduled") : state;
    if (!task.health.isEmpty())
        moment.healthy = task.health.first().alive;
    moment.atMs = clock_.wallMs();
    Q_EMIT instanceMoved(moment);
}

void SwanScheduler::readVersion(const QString& appId, const QString& version) {
    const QString path = QStringLiteral("/v1/apps/%1/versions/%2").arg(appId, version);
    http_.sendFor(epoch_.get(), request(path), [this, appId](const Answer& answer) {
        const auto spec = answer && answer->ok() ? swan::decodeVersion(answer->body)
                                                 : base::Result<App>(tl::unexpected(base::Error()));
        if (spec)
            keepVersion(appId, *spec);
        if (!live_)
            return appsArrived(QList<swan::Application>(apps_));
        if (spec)
            versionArrived(appId);
        readMissingVersion();
    });
}

void SwanScheduler::keepVersion(const QString& appId, const App& version) {
    constexpr qsizetype mostKept = 5000;
    if (versionsRead_.size() >= mostKept)
        versionsRead_.clear();
    versionsRead_.insert(appId + QLatin1Char('@') + version.version, version);
    versions_.insert(appId, version);
}

void SwanScheduler::versionArrived(const QString& appId) {
    for (const swan::Application& a : std::as_const(apps_)) {
        if (a.app.id == appId) {
            values_.insert(appId, combined(a));
            Q_EMIT appsChanged({values_.value(appId)}, {}, false);
        }
    }
}

void SwanScheduler::readWatched() {
    if (!swan::isSafeId(watched_) || !epoch_)
        return;
    watchTimer_.start(pace_.watched);
    http_.sendFor(epoch_.get(), request(QStringLiteral("/v1/apps/%1/tasks").arg(watched_)),
                  [this, app = watched_](const Answer& answer) {
                      const auto tasks = answer && answer->ok() ? swan::decodeTasks(answer->body, app)
                                                                : base::Result<QList<Instance>>();
                      if (tasks)
                          Q_EMIT instancesChanged(app, *tasks);
                  });
}

void SwanScheduler::perform(const Command& command, QObject* context,
                            std::function<void(base::Result<CommandResult>)> done) {
    const auto summary = describe(command);
    if (!summary) {
        QTimer::singleShot(0, context, [done, error = summary.error()] { done(tl::unexpected(error)); });
        return;
    }
    net::Request r = request(QString());
    r.method = summary->method;
    r.url = summary->url;
    r.body = summary->body;
    r.contentType = summary->contentType;
    r.expect = net::Expect::Anything;
    const QPointer<SwanScheduler> self(this);
    http_.sendFor(context, r, [self, command, done](const Answer& answer) {
        const Answer ok = accepted(answer);
        if (!ok && self)
            self->readApps();
        if (!ok)
            return done(tl::unexpected(ok.error()));
        CommandResult result;
        result.answer = ok->body;
        const bool follows = ok->status == 202 || ok->status == 201;
        const bool ofApp = command.targets.value(0).count(QLatin1Char('.')) == 3; // not a compose file's name
        if (self && follows && createsCompose(command))
            result.deploymentId = self->followCreation(ok->body);
        else if (self && follows && ofApp)
            result.deploymentId = self->idOfOperation(command.targets.first());
        done(result);
        if (self)
            self->readApps();
    });
}

void SwanScheduler::versions(const QString& appId, QObject* context,
                             std::function<void(base::Result<QStringList>)> done) {
    if (!swan::isSafeId(appId))
        return later(context, done, words("This is not an id of Swan's."));
    http_.sendFor(context, request(QStringLiteral("/v1/apps/%1/versions").arg(appId)), [done](const Answer& answer) {
        const Answer ok = accepted(answer);
        const auto list =
            ok ? swan::decodeVersions(ok->body) : base::Result<QList<swan::Version>>(tl::unexpected(ok.error()));
        if (!list)
            return done(tl::unexpected(list.error()));
        QStringList ids;
        for (const swan::Version& v : *list)
            ids.append(v.id);
        done(ids);
    });
}

void SwanScheduler::versionDocument(const QString& appId, const QString& version, QObject* context,
                                    std::function<void(base::Result<QByteArray>)> done) {
    if (!swan::isSafeId(appId) || !swan::isSafeId(version))
        return later(context, done, words("This is not an id of Swan's."));
    http_.sendFor(
        context, request(QStringLiteral("/v1/apps/%1/versions/%2").arg(appId, version)), [done](const Answer& answer) {
            const Answer ok = accepted(answer);
            done(ok ? base::Result<QByteArray>(ok->body) : base::Result<QByteArray>(tl::unexpected(ok.error())));
        });
}

/// The list, then one after the other with its apps and what its services wait for.
struct SwanScheduler::ComposeRead {
    QList<Compose> all;
    qsizetype next = 0;
    std::function<void(base::Result<QList<Compose>>)> done;
};

void SwanScheduler::composes(QObject* context, std::function<void(base::Result<QList<Compose>>)> done) {
    http_.sendFor(context, request(QStringLiteral("/v1/compose-ng")),
                  [this, self = QPointer<SwanScheduler>(this), context, done](const Answer& answer) {
                      const Answer ok = accepted(answer);
                      const auto list = ok ? swan::decodeComposes(ok->body)
                                           : base::Result<QList<Compose>>(tl::unexpected(ok.error()));
                      if (!list || !self)
                          return done(list);
                      readCompose(std::make_shared<ComposeRead>(ComposeRead{*list, 0, done}), context);
                  });
}

void SwanScheduler::readCompose(const std::shared_ptr<ComposeRead>& read, QObject* context) {
    if (read->next >= std::min<qsizetype>(read->all.size(), mostComposes))
        return read->done(read->all);
    const QString id = read->all.at(read->next).id;
    const QString path = QStringLiteral("/v1/compose-ng/") + id;
    if (!swan::isSafeId(id)) {
        ++read->next;
        return readCompose(read, context);
    }
    http_.sendFor(context, request(path),
                  [this, self = QPointer<SwanScheduler>(this), read, context, path](const Answer& answer) {
                      if (!self)
                          return;
                      const auto one =
                          answer && answer->ok() ? swan::decodeComposes(answer->body) : base::Result<QList<Compose>>();
                      if (one && one->size() == 1)
                          read->all[read->next] = one->first();
                      http_.sendFor(context, request(path + QStringLiteral("/dependency")),
                                    [this, again = QPointer<SwanScheduler>(this), read, context](const Answer& needs) {
                                        if (!again)
                                            return;
                                        if (const auto known = needs && needs->ok()
                                                                   ? swan::decodeDependencies(needs->body)
                                                                   : base::Result<QMap<QString, QStringList>>())
                                            read->all[read->next].needs = *known;
                                        ++read->next;
                                        readCompose(read, context);
                                    });
                  });
}

void SwanScheduler::gatewayAgents(QObject* context, std::function<void(base::Result<QList<GatewayAgent>>)> done) {
    http_.sendFor(context, request(QStringLiteral("/v1/agents")), [done](const Answer& answer) {
        const Answer ok = accepted(answer);
        done(ok ? swan::decodeAgents(ok->body) : base::Result<QList<GatewayAgent>>(tl::unexpected(ok.error())));
    });
}

} // namespace

std::unique_ptr<Scheduler> makeSwan(net::HttpClient& http, const base::Clock& clock, net::Endpoint endpoint,
                                    QObject* parent, const SwanPace& pace) {
    return std::make_unique<SwanScheduler>(http, clock, std::move(endpoint), pace, parent);
}

} // namespace mesoscope::scheduler
