#include "models/scheduler/marathon/decode.h"
#include "models/scheduler/marathon/errors.h"
#include "models/scheduler/marathon/ids.h"
#include "models/scheduler/marathon/marathon_scheduler.h"

#include <QCoreApplication>
#include <QPointer>

namespace mesoscope::scheduler::marathon {

using Verb = Command::Verb;

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Marathon", text);
}

constexpr int changeTimeoutMs = 120'000; ///< a group of many hundred apps takes Marathon this long

/// The change may have gone through although no usable answer came: nothing at all, or the empty 500 with which a
/// stand-by ends a request that takes the leader too long.
bool isLost(const base::Result<net::Response>& answer) {
    if (!answer)
        return answer.error().kind == base::ErrorKind::Transport || answer.error().kind == base::ErrorKind::Timeout;
    return answer->status == 500 && answer->body.isEmpty();
}

base::Error lostError(const base::Result<net::Response>& answer) {
    base::Error e;
    e.kind = base::ErrorKind::Timeout;
    e.sentence = tr("The answer to the change was lost.");
    e.advice = tr("Nothing is sent again by itself: look whether the change took effect before you repeat it.");
    e.serverText = answer ? QString() : answer.error().sentence;
    e.httpStatus = answer ? answer->status : 0;
    return e;
}

/// What reading tells about a lost change: true it took effect, false it did not, nothing when reading can't tell.
std::optional<bool> tookEffect(const Command& c, const AppPtr& before, const base::Result<AppWithTasks>& now,
                               bool missing) {
    switch (c.verb) {
    case Verb::Destroy:
        return missing;
    case Verb::Scale:
    case Verb::Suspend:
        if (missing || !now ||
            (before && before->instances == now->app->instances && before->version == now->app->version))
            return false;
        return now->app->instances == (c.verb == Verb::Suspend ? 0 : c.instances);
    case Verb::Deploy:
    case Verb::Restart:
    case Verb::DeployVersion:
        if (missing || !now)
            return false;
        return !before || before->version != now->app->version;
    default:
        return std::nullopt;
    }
}

QString appOf(const Command& c) {
    if (c.verb == Verb::Deploy)
        return kindOf(c.document) == DocumentKind::App ? idOfDocument(c.document) : QString();
    return c.targets.isEmpty() ? QString() : c.targets.first();
}

} // namespace

Knowledge MarathonScheduler::knowledge() const {
    Knowledge k;
    k.base = endpoint_.urls.value(url_);
    k.app = [this](const QString& id) { return apps_.value(id); };
    k.group = [this](const QString& id) {
        const auto found = groups_.constFind(id);
        return found == groups_.constEnd() ? std::nullopt : std::optional(*found);
    };
    k.apps = apps_.values();
    k.serverVersion = info_.version;
    return k;
}

net::Request MarathonScheduler::request(const net::RequestSummary& summary) const {
    net::Request r = request(QByteArray());
    r.method = summary.method;
    r.url = summary.url;
    r.body = summary.body;
    r.contentType = summary.contentType;
    r.expect = net::Expect::Anything; // refusals come as pages, too
    r.idleTimeoutMs = changeTimeoutMs;
    r.totalTimeoutMs = changeTimeoutMs;
    return r;
}

base::Result<net::RequestSummary> MarathonScheduler::describe(const Command& command) const {
    return requestFor(command, knowledge());
}

QStringList MarathonScheduler::warnings(const Command& command) const {
    return warningsFor(command, knowledge());
}

void MarathonScheduler::perform(const Command& command, QObject* context, Done done) {
    const auto summary = describe(command);
    if (!summary) {
        QTimer::singleShot(0, context, [done, error = summary.error()] { done(tl::unexpected(error)); });
        return;
    }
    const QPointer<MarathonScheduler> self(this);
    http_.sendFor(context, request(*summary), [self, command, context, done](const Answer& answer) {
        if (!self)
            return done(tl::unexpected(lostError(answer)));
        if (isLost(answer))
            return self->reconcile(command, lostError(answer), context, done);
        self->commandAnswered(command, answer, done);
    });
}

void MarathonScheduler::commandAnswered(const Command& command, const Answer& answer, const Done& done) {
    afterCommand(command);
    if (!answer)
        return done(tl::unexpected(answer.error()));
    if (!answer->ok())
        return done(tl::unexpected(errorFrom(answer->status, answer->contentType(), answer->body)));
    done(decodeCommandResult(answer->body, answer->header("Marathon-Deployment-Id")));
}

/// What the change may have touched is read even when the stream is silent about it.
void MarathonScheduler::afterCommand(const Command& command) {
    agenda_.want(Fetch::Deployments);
    if (command.verb == Verb::ResetDelay)
        agenda_.want(Fetch::Queue);
    const QString app = appOf(command);
    const bool one = app.startsWith(QLatin1Char('/')) && command.verb != Verb::ScaleGroup &&
                     command.verb != Verb::DestroyGroup && command.verb != Verb::RevertGroup;
    if (one)
        agenda_.touch(app);
    if (!streaming_ && !one)
        agenda_.want(Fetch::Apps);
    fetchDue();
}

void MarathonScheduler::reconcile(const Command& command, const base::Error& lost, QObject* context, const Done& done) {
    afterCommand(command);
    const QString app = appOf(command);
    const auto path = appPath(app);
    if (!path || !tookEffect(command, nullptr, tl::unexpected(lost), true))
        return done(tl::unexpected(lost));
    const AppPtr before = apps_.value(app);
    http_.sendFor(context, request("/v2/apps" + *path), [command, before, lost, done](const Answer& answer) {
        if (!answer || (!answer->ok() && answer->status != 404))
            return done(tl::unexpected(lost));
        const auto now = answer->ok() ? decodeApp(answer->body) : base::Result<AppWithTasks>(tl::unexpected(lost));
        if (!tookEffect(command, before, now, answer->status == 404).value_or(false))
            return done(tl::unexpected(lost));
        CommandResult result;
        result.version = now ? now->app->version : QString();
        result.deploymentId = now ? now->app->deployments.value(0) : QString();
        done(result);
    });
}

void MarathonScheduler::versions(const QString& appId, QObject* context,
                                 std::function<void(base::Result<QStringList>)> done) {
    const auto path = appPath(appId);
    if (!path) {
        QTimer::singleShot(0, context, [done, error = path.error()] { done(tl::unexpected(error)); });
        return;
    }
    const QByteArray route = isPod(appId) ? "/v2/pods" + *path + "::versions" : "/v2/apps" + *path + "/versions";
    http_.sendFor(context, request(route), [done](const Answer& answer) {
        if (!answer)
            return done(tl::unexpected(answer.error()));
        done(answer->ok() ? decodeVersions(answer->body)
                          : base::Result<QStringList>(
                                tl::unexpected(errorFrom(answer->status, answer->contentType(), answer->body))));
    });
}

void MarathonScheduler::versionDocument(const QString& appId, const QString& version, QObject* context,
                                        std::function<void(base::Result<QByteArray>)> done) {
    const auto path = appPath(appId);
    const auto element = pathElement(version);
    if (!path || !element) {
        QTimer::singleShot(0, context,
                           [done, error = path ? element.error() : path.error()] { done(tl::unexpected(error)); });
        return;
    }
    const QByteArray route =
        isPod(appId) ? "/v2/pods" + *path + "::versions/" + *element : "/v2/apps" + *path + "/versions/" + *element;
    http_.sendFor(context, request(route), [done](const Answer& answer) {
        if (!answer)
            return done(tl::unexpected(answer.error()));
        if (!answer->ok())
            return done(tl::unexpected(errorFrom(answer->status, answer->contentType(), answer->body)));
        done(definitionOf(answer->body));
    });
}

void MarathonScheduler::unusedOffers(const QString& appId, QObject* context,
                                     std::function<void(base::Result<QList<UnusedOffer>>)> done) {
    http_.sendFor(context, request("/v2/queue?embed=lastUnusedOffers"), [appId, done](const Answer& answer) {
        if (!answer)
            return done(tl::unexpected(answer.error()));
        if (!answer->ok())
            return done(tl::unexpected(errorFrom(answer->status, answer->contentType(), answer->body)));
        const auto offers = decodeUnusedOffers(answer->body);
        if (!offers)
            return done(tl::unexpected(offers.error()));
        done(offers->value(appId));
    });
}

QString MarathonScheduler::appOfTask(std::string_view taskId) const {
    return marathon::appOfTask(taskId);
}

} // namespace mesoscope::scheduler::marathon
