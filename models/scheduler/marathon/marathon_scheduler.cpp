#include "models/scheduler/marathon/marathon_scheduler.h"

#include "models/scheduler/marathon/decode.h"
#include "models/scheduler/marathon/errors.h"
#include "models/scheduler/marathon/ids.h"

#include <QCoreApplication>
#include <QPointer>
#include <QRandomGenerator>

namespace mesoscope::scheduler::marathon {

using base::SourceState;

namespace {

constexpr int streamRetryMs = 60'000;
constexpr qint64 newsEveryMs = 1'000;

/// Nothing changes by trying again: wrong credentials, or no Marathon behind the port.
bool isFinal(const base::Error& e) {
    const bool unknownAddress =
        e.httpStatus == 404 || (e.httpStatus == 500 && e.serverText.startsWith(QLatin1String("URI not found")));
    return e.httpStatus == 401 || e.httpStatus == 403 || unknownAddress || e.kind == base::ErrorKind::Decode ||
           e.kind == base::ErrorKind::Limit;
}

/// The answer, or the server's refusal as an error.
base::Result<net::Response> accepted(const base::Result<net::Response>& answer) {
    if (!answer || answer->ok())
        return answer;
    return tl::unexpected(errorFrom(answer->status, answer->contentType(), answer->body));
}

} // namespace

MarathonScheduler::MarathonScheduler(net::HttpClient& http, const base::Clock& clock, net::Endpoint endpoint,
                                     const MarathonPace& pace, QObject* parent)
    : Scheduler(parent), http_(http), clock_(clock), endpoint_(std::move(endpoint)), pace_(pace), agenda_(pace),
      backoff_(pace.firstRetry, pace.lastRetry) {
    status_.kind = base::SourceKind::Scheduler;
    status_.system = QStringLiteral("marathon");
    timer_.setInterval(pace.tick);
    connect(&timer_, &QTimer::timeout, this, &MarathonScheduler::tick);
    connect(this, &Scheduler::appsChanged, this, &MarathonScheduler::countApps);
}

Capabilities MarathonScheduler::capabilities() const {
    using C = Capability;
    Capabilities all = 0;
    for (const C c : {C::Deploy, C::PartialUpdate, C::Scale, C::Restart, C::Suspend, C::KillTask, C::KillAndScale,
                      C::KillAndWipe, C::Destroy, C::Groups, C::Deployments, C::CancelDeployment, C::Queue,
                      C::ResetDelay, C::Versions, C::DeployVersion})
        all |= Capabilities(c);
    return info_.version.isEmpty() || atLeast(info_.version, 1, 4) ? all | Capabilities(C::Pods) : all;
}

const base::SourceStatus& MarathonScheduler::status() const {
    status_.eventsPerSecond = eventRate_.perSecond(clock_.steadyMs());
    status_.requestsPerSecond = http_.requestsPerSecond();
    return status_;
}

// --- connection ------------------------------------------------------------------------------------------------------

void MarathonScheduler::start() {
    if (endpoint_.urls.isEmpty())
        return;
    timer_.start();
    connectNow();
}

void MarathonScheduler::resync() {
    const bool connected = status_.state == SourceState::Live || status_.state == SourceState::Stale;
    if (connected || (status_.state == SourceState::Connecting && streaming_))
        return readEverything();
    start();
}

void MarathonScheduler::setState(SourceState state, const base::Error& problem) {
    const bool fresh = state == SourceState::Live;
    status_.state = state;
    status_.problem = problem;
    if (fresh)
        status_.staleSinceMs = 0;
    else if (status_.staleSinceMs == 0 && status_.lastNewsMs != 0)
        status_.staleSinceMs = clock_.wallMs();
    Q_EMIT statusChanged();
}

void MarathonScheduler::noteNews() {
    status_.lastNewsMs = clock_.wallMs();
}

void MarathonScheduler::connectNow() {
    retryAtMs_ = 0;
    streamAgainAtMs_ = 0;
    stream_.cancel();
    streaming_ = false;
    reading_ = false;
    appsComplete_ = false;
    deploymentsComplete_ = false;
    agenda_.reset();
    epoch_ = std::make_unique<QObject>();
    status_.url = net::printable(endpoint_.urls.at(url_));
    status_.retryAtMs = 0;
    setState(SourceState::Connecting, status_.problem);
    http_.sendFor(epoch_.get(), request("/v2/info"), [this](const Answer& answer) { infoArrived(answer); });
}

void MarathonScheduler::infoArrived(const Answer& answer) {
    const Answer ok = accepted(answer);
    const auto info = ok ? decodeInfo(ok->body) : base::Result<ServerInfo>(tl::unexpected(ok.error()));
    if (!info)
        return connectionLost(info.error());
    info_ = *info;
    status_.version = info_.version;
    status_.leader = info_.leader;
    noteNews();
    openStream();
}

void MarathonScheduler::openStream() {
    streamAgainAtMs_ = 0;
    net::Request r = request("/v2/events?plan-format=light"); // plans without whole groups, up to 1.7
    r.accept = "text/event-stream";                           // exactly this, or the server answers 405
    r.expect = net::Expect::Anything;
    r.idleTimeoutMs = 0; // the watch-dog below counts silence with the injected clock
    sse_ = net::SseParser();
    sse_.onEvent = [this](const net::SseEvent& e) { onEvent(e); };
    lastByteMs_ = clock_.steadyMs();
    stream_ = http_.stream(r, {[this](const net::Response& head) { streamOpened(head); },
                               [this](std::string_view bytes) { streamBytes(bytes); },
                               [this](const base::Error& why) { streamEnded(why); }});
}

void MarathonScheduler::streamOpened(const net::Response& head) {
    if (head.contentType() != "text/event-stream") {
        stream_.cancel();
        base::Error e;
        e.kind = base::ErrorKind::Decode;
        e.sentence = tr("Marathon's event stream is not reachable at this address.");
        return streamEnded(e);
    }
    streaming_ = true;
    lastByteMs_ = clock_.steadyMs();
    readEverything();
}

void MarathonScheduler::streamBytes(std::string_view bytes) {
    lastByteMs_ = clock_.steadyMs();
    noteNews();
    if (const auto fed = sse_.feed(bytes); !fed) {
        stream_.cancel();
        return streamEnded(fed.error());
    }
    if (deploymentsDirty_)
        publishDeployments();
    if (instancesDirty_)
        publishInstances();
}

void MarathonScheduler::streamEnded(const base::Error& why) {
    if (streaming_)
        return connectionLost(why);
    // It never began. Where a proxy lets only plain requests through, everything is polled instead.
    if (why.httpStatus == 0 && why.kind != base::ErrorKind::Decode)
        return connectionLost(why);
    streamAgainAtMs_ = clock_.steadyMs() + streamRetryMs;
    if (!appsComplete_)
        readEverything();
}

void MarathonScheduler::failForGood(const base::Error& why) {
    timer_.stop();
    setState(SourceState::Failed, why);
}

void MarathonScheduler::connectionLost(const base::Error& why) {
    stream_.cancel();
    streaming_ = false;
    reading_ = false;
    epoch_.reset();
    agenda_.reset();
    sendWaiting();
    const bool lastUrl = url_ + 1 >= endpoint_.urls.size();
    if (isFinal(why) && lastUrl && status_.lastNewsMs == 0)
        return failForGood(why);
    if (why.httpStatus == 401 || why.httpStatus == 403)
        return failForGood(why);
    url_ = lastUrl ? 0 : url_ + 1;
    const qint64 delay = backoff_.next(QRandomGenerator::global()->generateDouble());
    retryAtMs_ = clock_.steadyMs() + delay;
    status_.retryAtMs = clock_.wallMs() + delay;
    setState(SourceState::Retrying, why);
}

void MarathonScheduler::becomeLive() {
    if (!appsComplete_ || !deploymentsComplete_)
        return;
    backoff_.reset();
    if (status_.state != SourceState::Live)
        setState(SourceState::Live);
}

void MarathonScheduler::tick() {
    const qint64 now = clock_.steadyMs();
    if (retryAtMs_ != 0) {
        if (now >= retryAtMs_)
            connectNow();
        return;
    }
    if (streaming_ && now - lastByteMs_ > pace_.silence) {
        base::Error e;
        e.kind = base::ErrorKind::Timeout;
        e.sentence = tr("Marathon's event stream has been silent for too long.");
        e.advice = tr("It is opened again by itself.");
        return connectionLost(e);
    }
    if (streamAgainAtMs_ != 0 && now >= streamAgainAtMs_)
        openStream();
    if (deploymentsDirty_)
        publishDeployments();
    // A heartbeat is news as well: what is shown as fresh says how fresh it is.
    if (status_.state == SourceState::Live && status_.lastNewsMs - toldNewsMs_ >= newsEveryMs) {
        toldNewsMs_ = status_.lastNewsMs;
        Q_EMIT statusChanged();
    }
    fetchDue();
}

// --- reading ---------------------------------------------------------------------------------------------------------

net::Request MarathonScheduler::request(const QByteArray& path) const {
    net::Request r;
    r.endpoint = endpoint_;
    r.url = net::joined(endpoint_.urls.at(url_), QString::fromLatin1(path));
    r.system = QStringLiteral("Marathon");
    r.anyStatus = true;
    r.idleTimeoutMs = 60'000; // an overloaded Marathon thinks long before the first byte
    return r;
}

void MarathonScheduler::readEverything() {
    reading_ = true;
    agenda_.wantAll(has(capabilities(), Capability::Pods));
    fetchDue();
}

bool MarathonScheduler::isPod(const QString& id) const {
    const auto app = apps_.constFind(id);
    return app != apps_.constEnd() && (*app)->isPod;
}

/// The agenda asks several times a second; ten thousand apps are looked through only when one of them changed.
void MarathonScheduler::countApps() {
    someAppLacksTasks_ = false;
    hasPods_ = false;
    for (const AppPtr& app : std::as_const(apps_)) {
        someAppLacksTasks_ |= app->tasksRunning < app->instances;
        hasPods_ |= app->isPod;
    }
}

Facts MarathonScheduler::facts() const {
    Facts f;
    f.streaming = streaming_;
    f.deploying = !picture_.deployments().isEmpty();
    f.waiting = appsComplete_ && (!queue_.isEmpty() || f.deploying || someAppLacksTasks_);
    f.hasPods = hasPods_;
    f.apps = apps_.size();
    f.watched = watched_;
    return f;
}

void MarathonScheduler::fetchDue() {
    if (!epoch_ || !reading_)
        return;
    const Facts known = facts();
    for (auto due = agenda_.next(clock_.steadyMs(), known); due; due = agenda_.next(clock_.steadyMs(), known))
        fetch(*due);
}

QByteArray MarathonScheduler::pathOf(const Due& due) const {
    switch (due.what) {
    case Fetch::Apps:
        return "/v2/apps";
    case Fetch::Pods:
        return "/v2/pods/::status";
    case Fetch::Groups:
        return "/v2/groups?embed=group.groups";
    case Fetch::Deployments:
        return "/v2/deployments";
    case Fetch::Queue:
        return "/v2/queue";
    case Fetch::App:
        break;
    }
    const auto path = appPath(due.app);
    if (!path)
        return {};
    return isPod(due.app) ? "/v2/pods" + *path + "::status" : "/v2/apps" + *path;
}

void MarathonScheduler::fetch(const Due& due) {
    const QByteArray path = pathOf(due);
    if (path.isEmpty())
        return agenda_.done(due, clock_.steadyMs());
    http_.sendFor(epoch_.get(), request(path), [this, due](const Answer& answer) {
        agenda_.done(due, clock_.steadyMs());
        arrived(due, answer);
        sendWaiting();
        fetchDue();
    });
}

void MarathonScheduler::sendHeavy(const net::Request& request, QObject* context,
                                  std::function<void(const Answer&)> done) {
    heavyWaiting_.push_back([this, request, context = QPointer<QObject>(context), done = std::move(done)] {
        if (!context)
            return sendWaiting();
        ++heavyAsked_;
        agenda_.holdHeavy(true);
        http_.sendFor(this, request, [this, context, done](const Answer& answer) {
            --heavyAsked_;
            agenda_.holdHeavy(false);
            if (context)
                done(answer);
            sendWaiting();
        });
    });
    sendWaiting();
}

void MarathonScheduler::sendWaiting() {
    if (heavyWaiting_.empty() || heavyAsked_ > 0 || agenda_.heavyRuns())
        return;
    const auto next = std::move(heavyWaiting_.front());
    heavyWaiting_.pop_front();
    next();
}

void MarathonScheduler::arrived(const Due& due, const Answer& answer) {
    if (!answer)
        return readFailed(answer.error());
    if (due.what == Fetch::Pods)
        return podsArrived(*answer);
    if (due.what == Fetch::App)
        return appArrived(due.app, *answer);
    const Answer ok = accepted(answer);
    if (!ok)
        return readFailed(ok.error());
    noteNews();
    status_.slow = ok->elapsedMs > 2000;
    if (due.what == Fetch::Apps)
        appsArrived(ok->body);
    else if (due.what == Fetch::Groups)
        groupsArrived(ok->body);
    else if (due.what == Fetch::Deployments)
        deploymentsArrived(ok->body);
    else
        queueArrived(ok->body);
}

void MarathonScheduler::readFailed(const base::Error& why) {
    if (!appsComplete_ || !streaming_)
        return connectionLost(why);
    // The stream still brings news; the read is repeated in its rhythm.
    status_.problem = why;
    Q_EMIT statusChanged();
}

/// The known value when nothing changed (so that everybody downstream sees the same pointer), with the last failure
/// that only an app's own answer tells.
AppPtr MarathonScheduler::merged(const AppPtr& app) const {
    const AppPtr before = apps_.value(app->id);
    if (!before)
        return app;
    auto next = std::make_shared<App>(*app);
    if (!next->lastFailure)
        next->lastFailure = before->lastFailure;
    const bool same = before->document == next->document && before->tasksRunning == next->tasksRunning &&
                      before->tasksStaged == next->tasksStaged && before->tasksHealthy == next->tasksHealthy &&
                      before->tasksUnhealthy == next->tasksUnhealthy && before->deployments == next->deployments &&
                      before->lastFailure == next->lastFailure;
    return same ? before : next;
}

void MarathonScheduler::appsArrived(const QByteArray& body) {
    const auto list = decodeApps(body);
    if (!list)
        return readFailed(list.error());
    QHash<QString, AppPtr> next;
    QList<AppPtr> all;
    next.reserve(list->size());
    for (const AppPtr& app : *list)
        next.insert(app->id, merged(app));
    for (const AppPtr& known : std::as_const(apps_)) {
        if (known->isPod)
            next.insert(known->id, known);
    }
    apps_ = std::move(next);
    for (const AppPtr& app : std::as_const(apps_))
        all.append(app);
    status_.loadedBytes = body.size();
    status_.loadedRows = apps_.size();
    appsComplete_ = true;
    Q_EMIT appsChanged(all, {}, true);
    becomeLive();
}

void MarathonScheduler::appArrived(const QString& id, const net::Response& answer) {
    if (answer.status == 404)
        return removeApp(id);
    if (!answer.ok())
        return;
    noteNews();
    AppPtr app;
    QList<Instance> tasks;
    if (isPod(id)) {
        const auto pods = decodePodStatuses(answer.body);
        if (!pods || pods->isEmpty())
            return;
        app = pods->first().app;
        tasks = pods->first().containers;
    } else {
        const auto one = decodeApp(answer.body);
        if (!one)
            return;
        app = one->app;
        tasks = one->tasks;
    }
    apps_.insert(app->id, merged(app));
    Q_EMIT appsChanged({apps_.value(app->id)}, {}, false);
    if (app->id != watched_)
        return;
    picture_.setTasksOf(watched_, tasks);
    publishInstances();
}

void MarathonScheduler::removeApp(const QString& id) {
    agenda_.forget(id);
    if (apps_.remove(id) > 0)
        Q_EMIT appsChanged({}, {id}, false);
    if (id == watched_)
        Q_EMIT instancesChanged(id, {});
}

void MarathonScheduler::podsArrived(const net::Response& answer) {
    const auto pods = answer.ok() ? decodePodStatuses(answer.body) : base::Result<QList<PodWithContainers>>();
    if (!pods)
        return;
    QStringList gone;
    for (const AppPtr& app : std::as_const(apps_)) {
        if (app->isPod)
            gone.append(app->id);
    }
    QList<AppPtr> changed;
    for (const PodWithContainers& pod : *pods) {
        gone.removeAll(pod.app->id);
        const AppPtr before = apps_.value(pod.app->id);
        apps_.insert(pod.app->id, merged(pod.app));
        if (apps_.value(pod.app->id) != before)
            changed.append(apps_.value(pod.app->id));
    }
    for (const QString& id : gone)
        apps_.remove(id);
    if (!changed.isEmpty() || !gone.isEmpty())
        Q_EMIT appsChanged(changed, gone, false);
}

void MarathonScheduler::groupsArrived(const QByteArray& body) {
    const auto groups = decodeGroups(body);
    if (!groups)
        return;
    groups_.clear();
    for (const Group& g : *groups)
        groups_.insert(g.id, g);
}

void MarathonScheduler::deploymentsArrived(const QByteArray& body) {
    const auto list = decodeDeployments(body);
    if (!list)
        return readFailed(list.error());
    picture_.setDeployments(*list, clock_.wallMs());
    deploymentsComplete_ = true;
    publishDeployments();
    becomeLive();
}

void MarathonScheduler::queueArrived(const QByteArray& body) {
    const auto list = decodeQueue(body);
    if (!list)
        return readFailed(list.error());
    QList<QueueEntryPtr> next;
    for (const QueueEntry& e : *list)
        next.append(std::make_shared<QueueEntry>(e));
    const bool same = std::equal(next.begin(), next.end(), queue_.begin(), queue_.end(),
                                 [](const QueueEntryPtr& a, const QueueEntryPtr& b) { return *a == *b; });
    if (same)
        return;
    queue_ = std::move(next);
    Q_EMIT queueChanged(queue_);
}

void MarathonScheduler::publishDeployments() {
    deploymentsDirty_ = false;
    QList<DeploymentPtr> out;
    for (const Deployment& d : picture_.deployments())
        out.append(std::make_shared<Deployment>(d));
    Q_EMIT deploymentsChanged(out);
}

void MarathonScheduler::publishInstances() {
    instancesDirty_ = false;
    if (!watched_.isEmpty())
        Q_EMIT instancesChanged(watched_, picture_.tasksOf(watched_));
}

void MarathonScheduler::watchApp(const QString& appId) {
    watched_ = appId;
    if (!appId.isEmpty()) {
        agenda_.touch(appId);
        fetchDue();
    }
}

// --- events ----------------------------------------------------------------------------------------------------------

void MarathonScheduler::onEvent(const net::SseEvent& raw) {
    eventRate_.add(clock_.steadyMs());
    const auto event = decodeEvent(raw.type, raw.data);
    if (!event)
        return; // what can't be read is repaired by the next poll
    picture_.apply(*event, clock_.wallMs());
    follow(*event);
    if (const auto moment = momentOf(*event, clock_.wallMs()))
        Q_EMIT instanceMoved(*moment);
    if (const auto change = changeOf(*event, clock_.wallMs()))
        Q_EMIT changeSeen(*change);
    const EventWords words = wordsFor(*event);
    if (!words.text.isEmpty())
        Q_EMIT eventSeen(event->type, words.object, words.text);
}

void MarathonScheduler::follow(const Event& e) {
    const QStringList apps = e.apps();
    for (const QString& app : apps)
        agenda_.touch(app);
    const bool aboutPods = e.kind == EventKind::PodChanged ||
                           std::any_of(e.currentStep.begin(), e.currentStep.end(), [](const DeploymentAction& a) {
                               return a.action.endsWith(QLatin1String("Pod"));
                           });
    if (aboutPods)
        agenda_.want(Fetch::Pods);
    switch (e.kind) {
    case EventKind::InstanceHealth:
        if (e.healthy)
            Q_EMIT instanceHealthChanged(e.instanceId, *e.healthy);
        break;
    case EventKind::GroupChanged:
        agenda_.want(Fetch::Groups);
        break;
    case EventKind::DeploymentInfo:
    case EventKind::DeploymentStepSuccess:
    case EventKind::DeploymentStepFailure:
        agenda_.want(Fetch::Deployments);
        deploymentsDirty_ = true;
        break;
    case EventKind::DeploymentSuccess:
    case EventKind::DeploymentFailed:
        deploymentsDirty_ = true;
        agenda_.want(Fetch::Queue);
        Q_EMIT deploymentEnded(e.deploymentId, e.kind == EventKind::DeploymentSuccess, e.message);
        break;
    default:
        break;
    }
    instancesDirty_ = instancesDirty_ || apps.contains(watched_);
}

} // namespace mesoscope::scheduler::marathon
