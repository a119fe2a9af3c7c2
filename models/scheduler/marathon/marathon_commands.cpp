#include "models/scheduler/marathon/decode.h"
#include "models/scheduler/marathon/errors.h"
#include "models/scheduler/marathon/ids.h"
#include "models/scheduler/marathon/marathon_scheduler.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

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

bool killTookEffect(const Command& c, const AppPtr& before, const AppWithTasks& now) {
    if (c.killAndScale)
        return before && before->version != now.app->version;
    const QString killing = QStringLiteral("TASK_KILLING");
    return std::none_of(now.tasks.cbegin(), now.tasks.cend(),
                        [&](const Instance& i) { return c.targets.contains(i.taskId) && i.state != killing; });
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

namespace {

/// A 422 to a change that carries no document is about the app as it is stored: an older Marathon took it.
base::Error explained(const Command& command, base::Error error) {
    constexpr int notValid = 422;
    const bool carriesNone = command.verb == Verb::Scale || command.verb == Verb::Suspend ||
                             command.verb == Verb::Restart || command.verb == Verb::ScaleGroup ||
                             command.verb == Verb::DeployVersion || command.verb == Verb::RevertGroup;
    if (error.httpStatus != notValid || !carriesNone)
        return error;
    const char* sentence = QT_TRANSLATE_NOOP(
        "Marathon", "Marathon does not accept the definition that is stored any more; nothing was changed.");
    const char* advice = QT_TRANSLATE_NOOP(
        "Marathon",
        "An older version took it. Open it in the editor, correct what is named here, deploy that, and then "
        "try again.");
    error.sentence = QCoreApplication::translate("Marathon", sentence);
    error.advice = QCoreApplication::translate("Marathon", advice);
    return error;
}

} // namespace

void MarathonScheduler::commandAnswered(const Command& command, const Answer& answer, const Done& done) {
    afterCommand(command);
    if (!answer)
        return done(tl::unexpected(answer.error()));
    if (!answer->ok())
        return done(tl::unexpected(explained(command, errorFrom(answer->status, answer->contentType(), answer->body))));
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
    switch (command.verb) {
    case Verb::KillTasks:
        return reconcileKill(command, lost, context, done);
    case Verb::ScaleGroup:
    case Verb::DestroyGroup:
    case Verb::RevertGroup:
        return reconcileGroup(command, lost, context, done);
    case Verb::RevertDeployment:
    case Verb::StopDeployment:
        return reconcileDeployment(command, lost, context, done);
    default:
        break;
    }
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

/// One request kills all victims or none, so the app of the first one tells.
void MarathonScheduler::reconcileKill(const Command& command, const base::Error& lost, QObject* context,
                                      const Done& done) {
    const QByteArray first = command.targets.value(0).toUtf8();
    const QString app = marathon::appOfTask(std::string_view(first.constData(), std::size_t(first.size())));
    const auto path = appPath(app);
    if (!path || isPod(app))
        return done(tl::unexpected(lost));
    const AppPtr before = apps_.value(app);
    http_.sendFor(context, request("/v2/apps" + *path), [command, before, lost, done](const Answer& answer) {
        const auto now =
            answer && answer->ok() ? decodeApp(answer->body) : base::Result<AppWithTasks>(tl::unexpected(lost));
        if (!now || !killTookEffect(command, before, *now))
            return done(tl::unexpected(lost));
        CommandResult result;
        result.deploymentId = command.killAndScale ? now->app->deployments.value(0) : QString();
        done(result);
    });
}

/// A group carries the version of its last change, and a destroyed one is not in the tree.
void MarathonScheduler::reconcileGroup(const Command& command, const base::Error& lost, QObject* context,
                                       const Done& done) {
    const QString id = command.targets.value(0);
    const auto known = groups_.constFind(id);
    const QString before = known == groups_.constEnd() ? QString() : known->version;
    const bool destroy = command.verb == Verb::DestroyGroup;
    http_.sendFor(
        context, request("/v2/groups?embed=group.groups"), [id, before, destroy, lost, done](const Answer& answer) {
            const auto groups =
                answer && answer->ok() ? decodeGroups(answer->body) : base::Result<QList<Group>>(tl::unexpected(lost));
            if (!groups)
                return done(tl::unexpected(lost));
            const auto now = std::find_if(groups->cbegin(), groups->cend(), [&](const Group& g) { return g.id == id; });
            const bool gone = now == groups->cend();
            if (destroy ? !gone : gone || before.isEmpty() || now->version == before)
                return done(tl::unexpected(lost));
            CommandResult result;
            result.version = gone ? QString() : now->version;
            done(result);
        });
}

/// A deployment that was cancelled is listed no more; the way back appears as another one of the same apps.
void MarathonScheduler::reconcileDeployment(const Command& command, const base::Error& lost, QObject* context,
                                            const Done& done) {
    const QString id = command.targets.value(0);
    const QStringList apps = picture_.deployments().value(id).affectedApps;
    http_.sendFor(context, request("/v2/deployments"), [command, id, apps, lost, done](const Answer& answer) {
        const auto list = answer && answer->ok() ? decodeDeployments(answer->body)
                                                 : base::Result<QList<Deployment>>(tl::unexpected(lost));
        if (!list)
            return done(tl::unexpected(lost));
        CommandResult result;
        for (const Deployment& d : *list) {
            if (d.id == id)
                return done(tl::unexpected(lost));
            const bool same = std::any_of(apps.cbegin(), apps.cend(),
                                          [&](const QString& app) { return d.affectedApps.contains(app); });
            if (same && command.verb == Verb::RevertDeployment)
                result.deploymentId = d.id;
        }
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
        done(marathon::definitionOf(answer->body));
    });
}

namespace {

template<typename T>
void refuseLater(QObject* context, const std::function<void(base::Result<T>)>& done, const base::Error& error) {
    QTimer::singleShot(0, context, [done, error] { done(tl::unexpected(error)); });
}

/// The body of a good answer, or the refusal in the server's words.
base::Result<QByteArray> bodyOf(const base::Result<net::Response>& answer) {
    if (!answer)
        return tl::unexpected(answer.error());
    if (!answer->ok())
        return tl::unexpected(errorFrom(answer->status, answer->contentType(), answer->body));
    return answer->body;
}

} // namespace

AppPtr MarathonScheduler::definitionOf(const QByteArray& document) const {
    const auto read = decodeApp("{\"app\":" + document + "}");
    return read ? read->app : nullptr;
}

void MarathonScheduler::unusedOffers(const QString& appId, QObject* context,
                                     std::function<void(base::Result<QList<UnusedOffer>>)> done) {
    sendHeavy(request("/v2/queue?embed=lastUnusedOffers"), context, [appId, done](const Answer& answer) {
        const auto body = bodyOf(answer);
        const auto offers = body ? decodeUnusedOffers(*body)
                                 : base::Result<QHash<QString, QList<UnusedOffer>>>(tl::unexpected(body.error()));
        if (!offers)
            return done(tl::unexpected(offers.error()));
        done(offers->value(appId));
    });
}

void MarathonScheduler::groupVersions(const QString& groupId, QObject* context,
                                      std::function<void(base::Result<QStringList>)> done) {
    const auto path = groupPath(groupId);
    if (!path)
        return refuseLater(context, done, path.error());
    http_.sendFor(context, request("/v2/groups" + *path + "/versions"), [done](const Answer& answer) {
        const auto body = bodyOf(answer);
        done(body ? decodeVersions(*body) : base::Result<QStringList>(tl::unexpected(body.error())));
    });
}

void MarathonScheduler::groupAt(const QString& groupId, const QString& version, QObject* context,
                                std::function<void(base::Result<QList<AppPtr>>)> done) {
    const auto path = groupPath(groupId);
    const auto element = pathElement(version);
    if (!path || !element)
        return refuseLater(context, done, path ? element.error() : path.error());
    sendHeavy(request("/v2/groups" + *path + "/versions/" + *element), context, [done](const Answer& answer) {
        const auto body = bodyOf(answer);
        done(body ? decodeGroupApps(*body) : base::Result<QList<AppPtr>>(tl::unexpected(body.error())));
    });
}

void MarathonScheduler::dryRun(const Command& command, QObject* context,
                               std::function<void(base::Result<QList<QList<DeploymentAction>>>)> done) {
    const auto summary = dryRunFor(command, knowledge());
    if (!summary)
        return refuseLater(context, done, summary.error());
    sendHeavy(request(*summary), context, [done](const Answer& answer) {
        const auto body = bodyOf(answer);
        done(body ? decodeDryRun(*body) : base::Result<QList<QList<DeploymentAction>>>(tl::unexpected(body.error())));
    });
}

QString MarathonScheduler::appOfTask(std::string_view taskId) const {
    return marathon::appOfTask(taskId);
}

} // namespace mesoscope::scheduler::marathon
