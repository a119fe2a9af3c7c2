#include "models/scheduler/marathon/requests.h"

#include "models/base/json_members.h"
#include "models/base/json_reader.h"
#include "models/scheduler/marathon/decode.h"
#include "models/scheduler/marathon/ids.h"
#include "models/scheduler/request_parts.h"

#include <QCoreApplication>
#include <QUrlQuery>

#include <algorithm>

namespace mesoscope::scheduler::marathon {

namespace json = base::json;
using net::RequestSummary;
using Verb = Command::Verb;

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Marathon", text);
}

using Query = QList<std::pair<QString, QString>>;

/// `path` holds only what appPath(), groupPath() and pathElement() let through.
RequestSummary request(const Knowledge& known, const char* method, const QByteArray& path, const Query& query,
                       const QByteArray& body = {}) {
    RequestSummary r = requestBelow(known.base, method, QString::fromLatin1(path), body);
    if (!query.isEmpty()) {
        QUrlQuery q;
        q.setQueryItems(query);
        r.url.setQuery(q);
    }
    return r;
}

Query forceIf(bool force) {
    return force ? Query{{QStringLiteral("force"), QStringLiteral("true")}} : Query();
}
Query forceAlways(bool force) {
    return {{QStringLiteral("force"), force ? QStringLiteral("true") : QStringLiteral("false")}};
}

/// Members that a GET adds and a change must not carry.
QByteArray withoutState(QByteArrayView document) {
    return json::without(definitionOf(document), {"version", "versionInfo"});
}

/// The fields that a partial update loses, copied byte for byte from the stored definition.
QByteArray keepingResources(QByteArray body, const App& app) {
    for (const char* key : {"executorResources", "resourceLimits"}) {
        const auto value = json::member(app.document, key);
        if (value && !json::member(body, key))
            body = json::with(body, key, *value);
    }
    return body;
}

const QString& firstTarget(const Command& c) {
    static const QString none;
    return c.targets.isEmpty() ? none : c.targets.first();
}

base::Result<AppPtr> knownApp(const Knowledge& known, const QString& id) {
    const AppPtr app = known.app ? known.app(id) : nullptr;
    if (app)
        return app;
    return tl::unexpected(
        refusal(tr("There is no app “%1”.").arg(id), tr("It may have been removed; read the list again.")));
}

// --- verbs on one app ------------------------------------------------------------------------------------------------

base::Result<RequestSummary> scale(const Command& c, const Knowledge& known, int instances) {
    const auto path = appPath(firstTarget(c));
    const auto app = knownApp(known, firstTarget(c));
    if (!path || !app)
        return tl::unexpected(path ? app.error() : path.error());
    if (instances < 0)
        return tl::unexpected(refusal(tr("An app cannot have fewer than 0 instances.")));
    const QByteArray number = QByteArray::number(instances);
    if ((*app)->isPod) {
        const QByteArray scaling = "{\"kind\":\"fixed\",\"instances\":" + number + "}";
        return request(known, "PUT", "/v2/pods" + *path, forceIf(c.force),
                       json::with(json::without((*app)->document, {"version"}), "scaling", scaling));
    }
    return request(known, "PUT", "/v2/apps" + *path, forceIf(c.force),
                   keepingResources("{\"instances\":" + number + "}", **app));
}

base::Result<RequestSummary> restart(const Command& c, const Knowledge& known) {
    const auto path = appPath(firstTarget(c));
    if (!path)
        return tl::unexpected(path.error());
    const AppPtr app = known.app ? known.app(firstTarget(c)) : nullptr;
    if (app && app->isPod)
        return tl::unexpected(
            refusal(tr("Marathon cannot restart a pod."), tr("Kill its instances one after another instead.")));
    return request(known, "POST", "/v2/apps" + *path + "/restart", forceIf(c.force));
}

base::Result<RequestSummary> destroy(const Command& c, const Knowledge& known) {
    const auto path = appPath(firstTarget(c));
    if (!path)
        return tl::unexpected(path.error());
    const AppPtr app = known.app ? known.app(firstTarget(c)) : nullptr;
    const QByteArray root = app && app->isPod ? "/v2/pods" : "/v2/apps";
    return request(known, "DELETE", root + *path, forceAlways(c.force));
}

base::Result<RequestSummary> resetDelay(const Command& c, const Knowledge& known) {
    const auto path = appPath(firstTarget(c));
    if (!path)
        return tl::unexpected(path.error());
    return request(known, "DELETE", "/v2/queue" + *path + "/delay", {});
}

base::Result<RequestSummary> deployVersion(const Command& c, const Knowledge& known) {
    const auto path = appPath(firstTarget(c));
    const auto version = pathElement(c.version);
    if (!path || !version)
        return tl::unexpected(path ? version.error() : path.error());
    const AppPtr app = known.app ? known.app(firstTarget(c)) : nullptr;
    if (!app || !app->isPod)
        return request(known, "PUT", "/v2/apps" + *path, forceIf(c.force), "{\"version\":\"" + *version + "\"}");
    if (c.document.isEmpty())
        return tl::unexpected(refusal(tr("A pod is set back by sending its old definition, which is not here."),
                                      tr("Load the version first.")));
    return request(known, "PUT", "/v2/pods" + *path, forceIf(c.force), json::without(c.document, {"version"}));
}

// --- tasks -----------------------------------------------------------------------------------------------------------

Query killQuery(const Command& c) {
    Query q;
    if (c.killAndScale)
        q.append({QStringLiteral("scale"), QStringLiteral("true")});
    if (c.killAndWipe)
        q.append({QStringLiteral("wipe"), QStringLiteral("true")});
    return q + forceIf(c.force);
}

QByteArray listOf(const QStringList& texts) {
    QByteArrayList quoted;
    for (const QString& text : texts)
        quoted.append(json::quoted(text));
    return "[" + quoted.join(',') + "]";
}

base::Result<RequestSummary> killPodInstances(const Command& c, const Knowledge& known, const QString& pod) {
    const auto path = appPath(pod);
    if (!path)
        return tl::unexpected(path.error());
    if (c.killAndScale)
        return tl::unexpected(refusal(tr("Marathon cannot kill an instance of a pod and scale in one step."),
                                      tr("Scale the pod instead.")));
    QStringList instances;
    for (const QString& task : c.targets)
        instances.append(instanceOfTask(task));
    instances.removeDuplicates();
    return request(known, "DELETE", "/v2/pods" + *path + "::instances",
                   c.killAndWipe ? Query{{QStringLiteral("wipe"), QStringLiteral("true")}} : Query(),
                   listOf(instances));
}

/// Refuses ids that the server would answer with a failure of its own.
base::Result<void> checkTaskId(const QString& id) {
    const auto element = pathElement(id);
    if (!element || appOfTask(std::string_view(element->constData(), std::size_t(element->size()))).isEmpty())
        return tl::unexpected(refusal(tr("“%1” is not the id of a Marathon task.").arg(id.left(200))));
    if (id.contains(QLatin1String(".instance-")) && instanceOfTask(id) == id)
        return tl::unexpected(
            refusal(tr("“%1” names an instance, not its task.").arg(id.left(200)), tr("Choose the task itself.")));
    return {};
}

base::Result<RequestSummary> kill(const Command& c, const Knowledge& known) {
    if (c.targets.isEmpty())
        return tl::unexpected(refusal(tr("No task is chosen.")));
    if (c.killAndScale && c.killAndWipe)
        return tl::unexpected(
            refusal(tr("Marathon cannot scale and wipe at the same time."), tr("Choose one of them.")));
    QStringList apps;
    bool pods = false;
    for (const QString& id : c.targets) {
        if (const auto ok = checkTaskId(id); !ok)
            return tl::unexpected(ok.error());
        const QByteArray utf8 = id.toUtf8();
        apps.append(appOfTask(std::string_view(utf8.constData(), std::size_t(utf8.size()))));
        const AppPtr app = known.app ? known.app(apps.last()) : nullptr;
        pods = pods || (app && app->isPod);
    }
    apps.removeDuplicates();
    if (pods && apps.size() > 1)
        return tl::unexpected(
            refusal(tr("Instances of pods can only be killed one pod at a time."), tr("Choose tasks of one pod.")));
    if (pods)
        return killPodInstances(c, known, apps.first());
    return request(known, "POST", "/v2/tasks/delete", killQuery(c), "{\"ids\":" + listOf(c.targets) + "}");
}

// --- groups and deployments ------------------------------------------------------------------------------------------

base::Result<RequestSummary> putGroup(const Command& c, const Knowledge& known, const QByteArray& body) {
    const auto path = groupPath(firstTarget(c));
    if (!path)
        return tl::unexpected(path.error());
    return request(known, "PUT", "/v2/groups" + *path, forceIf(c.force), body);
}

/// One deployment for all: a list of partial updates.
base::Result<RequestSummary> scaleEveryApp(const Command& c, const Knowledge& known) {
    if (const auto group = groupPath(firstTarget(c)); !group)
        return tl::unexpected(group.error());
    if (c.instances < 0)
        return tl::unexpected(refusal(tr("An app cannot have fewer than 0 instances.")));
    QList<AppPtr> apps;
    std::copy_if(known.apps.begin(), known.apps.end(), std::back_inserter(apps), [&](const AppPtr& app) {
        return !app->isPod && isInGroup(app->id, firstTarget(c)) && app->instances != c.instances;
    });
    std::sort(apps.begin(), apps.end(), [](const AppPtr& a, const AppPtr& b) { return a->id < b->id; });
    QByteArrayList bodies;
    for (const AppPtr& app : apps) {
        if (const auto path = appPath(app->id); !path)
            return tl::unexpected(path.error());
        bodies.append(keepingResources(
            "{\"id\":" + json::quoted(app->id) + ",\"instances\":" + QByteArray::number(c.instances) + "}", *app));
    }
    if (bodies.isEmpty())
        return tl::unexpected(refusal(tr("Every app of the group has as many instances already.")));
    const Query mode = {{QStringLiteral("partialUpdate"), QStringLiteral("true")}};
    return request(known, "PUT", "/v2/apps", mode + forceIf(c.force), "[" + bodies.join(',') + "]");
}

base::Result<RequestSummary> scaleGroup(const Command& c, const Knowledge& known) {
    if (c.everyApp)
        return scaleEveryApp(c, known);
    if (!(c.factor >= 0) || c.factor > 1000)
        return tl::unexpected(refusal(tr("A group is scaled by a factor between 0 and 1000.")));
    return putGroup(c, known, "{\"scaleBy\":" + QByteArray::number(c.factor, 'g', 12) + "}");
}

base::Result<RequestSummary> revertGroup(const Command& c, const Knowledge& known) {
    const auto version = pathElement(c.version);
    if (!version)
        return tl::unexpected(version.error());
    return putGroup(c, known, "{\"version\":\"" + *version + "\"}");
}

base::Result<RequestSummary> destroyGroup(const Command& c, const Knowledge& known) {
    const auto path = groupPath(firstTarget(c));
    if (!path)
        return tl::unexpected(path.error());
    if (path->isEmpty())
        return tl::unexpected(refusal(tr("The root group cannot be destroyed from here: it would remove everything."),
                                      tr("Destroy its groups one by one.")));
    return request(known, "DELETE", "/v2/groups" + *path, forceAlways(c.force));
}

base::Result<RequestSummary> endDeployment(const Command& c, const Knowledge& known, bool force) {
    const auto id = pathElement(firstTarget(c));
    if (!id)
        return tl::unexpected(id.error());
    return request(known, "DELETE", "/v2/deployments/" + *id, forceAlways(force));
}

// --- documents -------------------------------------------------------------------------------------------------------

base::Error noDocument() {
    return refusal(tr("The document is not an app, a pod or a group."),
                   tr("It has to be JSON with an id, and with a command, a container or a list of apps."));
}

/// Whether everything that is set now is also in the new document, so that a partial update would unset nothing.
bool coversAllOf(QByteArrayView document, const App& app) {
    const QByteArray definition = withoutState(app.document); // the members are views into it
    const QList<json::Member> stored = json::members(definition);
    return std::all_of(stored.begin(), stored.end(),
                       [&](const json::Member& m) { return json::member(document, m.key).has_value(); });
}

base::Result<RequestSummary> deployApp(const Command& c, const Knowledge& known) {
    const QString id = idOfDocument(c.document);
    const auto path = appPath(id);
    if (!path)
        return tl::unexpected(path.error());
    const QByteArray body = withoutState(c.document);
    const AppPtr app = known.app ? known.app(id) : nullptr;
    if (!app)
        return request(known, "POST", "/v2/apps", forceIf(c.force), body);
    // A complete replacement loses executorResources, a partial one cannot unset anything: take what loses nothing.
    const bool partial = json::member(body, "executorResources") && coversAllOf(body, *app);
    const Query mode = {{QStringLiteral("partialUpdate"), partial ? QStringLiteral("true") : QStringLiteral("false")}};
    return request(known, "PUT", "/v2/apps" + *path, mode + forceIf(c.force), body);
}

base::Result<RequestSummary> deployPod(const Command& c, const Knowledge& known) {
    const QString id = idOfDocument(c.document);
    const auto path = appPath(id);
    if (!path)
        return tl::unexpected(path.error());
    const QByteArray body = json::without(c.document, {"version"});
    const bool exists = known.app && known.app(id);
    if (!exists)
        return request(known, "POST", "/v2/pods", forceIf(c.force), body);
    return request(known, "PUT", "/v2/pods" + *path, forceIf(c.force), body);
}

/// The body for a group's own URL: without what a GET adds, with enforceRole as it is stored.
QByteArray groupBody(QByteArrayView document, const QString& id, const Knowledge& known) {
    const bool topLevel = id.count(QLatin1Char('/')) == 1 && id.size() > 1;
    QByteArray body = json::without(document, {"version"});
    if (!topLevel) {
        const bool nested = id.size() > 1;
        return nested ? json::without(body, {"id", "enforceRole"}) : body;
    }
    const auto stored = known.group ? known.group(id) : std::nullopt;
    if (stored && stored->hasEnforceRole && !json::member(body, "enforceRole"))
        body = json::with(body, "enforceRole", stored->enforceRole ? QByteArrayView("true") : QByteArrayView("false"));
    return body;
}

base::Result<RequestSummary> deployGroup(const Command& c, const Knowledge& known) {
    const QString id = json::member(c.document, "id") ? idOfDocument(c.document) : QStringLiteral("/");
    const auto path = groupPath(id);
    if (!path)
        return tl::unexpected(path.error());
    return request(known, "PUT", "/v2/groups" + *path, forceIf(c.force), groupBody(c.document, id, known));
}

base::Result<RequestSummary> deployList(const Command& c, const Knowledge& known) {
    QByteArrayList bodies;
    for (const QByteArrayView item : json::elements(c.document)) {
        if (const auto path = appPath(idOfDocument(item)); !path)
            return tl::unexpected(path.error());
        bodies.append(withoutState(item));
    }
    const Query mode = {{QStringLiteral("partialUpdate"), QStringLiteral("false")}};
    return request(known, "PUT", "/v2/apps", mode + forceIf(c.force), "[" + bodies.join(',') + "]");
}

base::Result<RequestSummary> deploy(const Command& c, const Knowledge& known) {
    switch (kindOf(c.document)) {
    case DocumentKind::App:
        return deployApp(c, known);
    case DocumentKind::Pod:
        return deployPod(c, known);
    case DocumentKind::Group:
        return deployGroup(c, known);
    case DocumentKind::AppList:
        return deployList(c, known);
    case DocumentKind::Invalid:
        break;
    }
    return tl::unexpected(noDocument());
}

bool isJson(QByteArrayView text) {
    // Walks everything, so that what is cut or broken anywhere inside is found here and not by the server.
    simdjson::dom::parser parser;
    return parser.parse(text.data(), std::size_t(text.size())).error() == simdjson::SUCCESS;
}

} // namespace

DocumentKind kindOf(QByteArrayView document) {
    if (!isJson(document))
        return DocumentKind::Invalid;
    if (document.trimmed().startsWith('['))
        return DocumentKind::AppList;
    const bool hasId = json::member(document, "id").has_value();
    if (json::member(document, "containers"))
        return hasId ? DocumentKind::Pod : DocumentKind::Invalid;
    if (json::member(document, "apps") || json::member(document, "groups"))
        return DocumentKind::Group;
    return hasId ? DocumentKind::App : DocumentKind::Invalid;
}

QString idOfDocument(QByteArrayView document) {
    const auto value = json::member(document, "id");
    const QString id = value ? json::plainString(*value).value_or(QString()) : QString();
    return id.isEmpty() ? QString() : absoluteId(id);
}

bool atLeast(const QString& version, int major, int minor) {
    bool okMajor = false;
    bool okMinor = false;
    const int a = version.section(QLatin1Char('.'), 0, 0).toInt(&okMajor);
    const int b = version.section(QLatin1Char('.'), 1, 1).toInt(&okMinor);
    return okMajor && okMinor && (a > major || (a == major && b >= minor));
}

base::Result<RequestSummary> requestFor(const Command& c, const Knowledge& known) {
    switch (c.verb) {
    case Verb::Deploy:
        return deploy(c, known);
    case Verb::Scale:
        return scale(c, known, c.instances);
    case Verb::Suspend:
        return scale(c, known, 0);
    case Verb::ScaleGroup:
        return scaleGroup(c, known);
    case Verb::Restart:
        return restart(c, known);
    case Verb::KillTasks:
        return kill(c, known);
    case Verb::Destroy:
        return destroy(c, known);
    case Verb::DestroyGroup:
        return destroyGroup(c, known);
    case Verb::ResetDelay:
        return resetDelay(c, known);
    case Verb::DeployVersion:
        return deployVersion(c, known);
    case Verb::RevertDeployment:
        return endDeployment(c, known, false);
    case Verb::StopDeployment:
        return endDeployment(c, known, true);
    case Verb::RevertGroup:
        return revertGroup(c, known);
    case Verb::Start:
    case Verb::Canary:
    case Verb::SetWeights:
        break;
    }
    return tl::unexpected(refusal(tr("Marathon cannot do this.")));
}

base::Result<RequestSummary> dryRunFor(const Command& command, const Knowledge& known) {
    const bool group = (command.verb == Verb::ScaleGroup && !command.everyApp) || command.verb == Verb::RevertGroup ||
                       (command.verb == Verb::Deploy && kindOf(command.document) == DocumentKind::Group);
    if (!group)
        return tl::unexpected(refusal(tr("Marathon plans only changes of groups without doing them.")));
    if (!atLeast(known.serverVersion, 1, 4))
        return tl::unexpected(refusal(tr("This Marathon's version is not known to plan without doing."),
                                      tr("Look at the list of what the change touches instead.")));
    auto r = requestFor(command, known);
    if (!r)
        return r;
    QUrlQuery query(r->url);
    query.addQueryItem(QStringLiteral("dryRun"), QStringLiteral("true")); // any other spelling would do it for real
    r->url.setQuery(query);
    return r;
}

// --- warnings --------------------------------------------------------------------------------------------------------

namespace {

QStringList strings(std::optional<QByteArrayView> array) {
    QStringList out;
    for (const QByteArrayView item : array ? json::elements(*array) : QList<QByteArrayView>())
        out.append(json::plainString(item).value_or(QString()));
    return out;
}

bool hasOpenGroupBy(QByteArrayView document) {
    for (const QByteArrayView constraint :
         json::elements(json::member(document, "constraints").value_or(QByteArrayView()))) {
        const QStringList parts = strings(constraint);
        if (parts.value(1).compare(QLatin1String("GROUP_BY"), Qt::CaseInsensitive) == 0 && parts.value(2).toInt() <= 0)
            return true;
    }
    return false;
}

bool hasDeafHealthCheck(QByteArrayView document) {
    for (const QByteArrayView check :
         json::elements(json::member(document, "healthChecks").value_or(QByteArrayView()))) {
        const QString protocol =
            json::plainString(json::member(check, "protocol").value_or(QByteArrayView())).value_or(QString());
        const bool byAgent = protocol.startsWith(QLatin1String("MESOS_"));
        if (byAgent && !json::member(check, "portIndex") && !json::member(check, "port"))
            return true;
    }
    return false;
}

void warnAboutApp(QByteArrayView document, const Knowledge& known, QStringList& out) {
    if (hasOpenGroupBy(document))
        out.append(tr("GROUP_BY without a number stops the launch queue of this whole Marathon: no app would be "
                      "started any more. Give it a number."));
    if (hasDeafHealthCheck(document))
        out.append(tr("A MESOS health check without a port is accepted but never made: the deployment would not end. "
                      "Give it a port index."));
    const AppPtr app = known.app ? known.app(idOfDocument(document)) : nullptr;
    if (app && !app->isPod && json::member(document, "executorResources") && !coversAllOf(document, *app))
        out.append(tr("Marathon drops executorResources when an app is replaced as a whole; they will be back at their "
                      "default."));
    if (app && !app->deployments.isEmpty())
        out.append(tr("A deployment of this app is running: without overriding Marathon refuses the change."));
}

QStringList appsNamedIn(QByteArrayView group, const QString& groupId) {
    QStringList out;
    for (const QByteArrayView app : json::elements(json::member(group, "apps").value_or(QByteArrayView()))) {
        const QString id = json::plainString(json::member(app, "id").value_or(QByteArrayView())).value_or(QString());
        out.append(id.startsWith(QLatin1Char('/'))
                       ? id
                       : (groupId == QLatin1String("/") ? groupId : groupId + QLatin1Char('/')) + id);
    }
    return out;
}

void warnAboutGroup(QByteArrayView document, const Knowledge& known, QStringList& out) {
    const QString id = json::member(document, "id") ? idOfDocument(document) : QStringLiteral("/");
    const QStringList named = appsNamedIn(document, id);
    QStringList dying;
    for (const AppPtr& app : known.apps) {
        const bool direct = parentOf(app->id) == id;
        const bool below = !direct && isInGroup(app->id, id);
        const bool goes =
            (direct && !app->isPod && json::member(document, "apps") && !named.contains(app->id)) ||
            (below && json::member(document, "groups") && json::elements(*json::member(document, "groups")).isEmpty());
        if (goes)
            dying.append(app->id);
    }
    if (!dying.isEmpty())
        out.append(
            tr("A group document replaces the whole list: it destroys %1.").arg(dying.join(QStringLiteral(", "))));
    const auto stored = known.group ? known.group(id) : std::nullopt;
    for (const QByteArrayView sub : json::elements(json::member(document, "groups").value_or(QByteArrayView()))) {
        const QString subId = json::plainString(json::member(sub, "id").value_or(QByteArrayView())).value_or(QString());
        const QString full = subId.startsWith(QLatin1Char('/'))
                                 ? subId
                                 : (id == QLatin1String("/") ? id : id + QLatin1Char('/')) + subId;
        if (stored && stored->groups.contains(full))
            out.append(
                tr("Marathon refuses documents that name the existing subgroup %1: send it to the subgroup itself.")
                    .arg(full));
    }
}

void warnAboutDocument(const Command& c, const Knowledge& known, QStringList& out) {
    switch (kindOf(c.document)) {
    case DocumentKind::App:
        return warnAboutApp(c.document, known, out);
    case DocumentKind::Group:
        return warnAboutGroup(c.document, known, out);
    case DocumentKind::AppList:
        for (const QByteArrayView item : json::elements(c.document))
            warnAboutApp(item, known, out);
        return;
    case DocumentKind::Pod:
    case DocumentKind::Invalid:
        return;
    }
}

void warnAboutForce(const Command& c, const Knowledge& known, QStringList& out) {
    const AppPtr app = known.app ? known.app(firstTarget(c)) : nullptr;
    if (c.force && app && !app->deployments.isEmpty())
        out.append(tr("Overriding cancels the running deployment %1 without its way back.")
                       .arg(app->deployments.join(QStringLiteral(", "))));
}

} // namespace

QStringList warningsFor(const Command& c, const Knowledge& known) {
    QStringList out;
    warnAboutForce(c, known, out);
    switch (c.verb) {
    case Verb::Deploy:
        warnAboutDocument(c, known, out);
        break;
    case Verb::KillTasks:
        if (c.killAndWipe)
            out.append(tr("Wiping removes the instances' persistent volumes and reservations; their data is lost."));
        break;
    case Verb::StopDeployment:
        out.append(tr("Stopping half-way leaves the app as it is now: an upgrade stays half old and half new until the "
                      "next change."));
        break;
    case Verb::RevertDeployment:
        out.append(tr("The way back is a new deployment that overrides the running one."));
        break;
    case Verb::Destroy:
    case Verb::DestroyGroup:
        out.append(tr("Tasks disappear from the lists at once but may run on until their grace period ends."));
        break;
    default:
        break;
    }
    return out;
}

} // namespace mesoscope::scheduler::marathon
