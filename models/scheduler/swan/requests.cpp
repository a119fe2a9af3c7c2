#include "models/scheduler/swan/requests.h"

#include "models/base/json_members.h"
#include "models/scheduler/compose_file.h"
#include "models/scheduler/request_parts.h"

#include <QCoreApplication>
#include <QUrlQuery>

#include <algorithm>

namespace mesoscope::scheduler::swan {

namespace json = base::json;
using net::RequestSummary;
using Verb = Command::Verb;

namespace {

/// Targets of a compose file before its variables: name, user, cluster.
constexpr qsizetype composeNames = 3;

QString tr(const char* text) {
    return QCoreApplication::translate("Swan", text);
}

base::Result<QString> element(const QString& id) {
    if (!isSafeId(id))
        return tl::unexpected(refusal(tr("“%1” cannot be sent to Swan as an id.").arg(id.left(200))));
    return id;
}

RequestSummary request(const Knowledge& known, const char* method, const QString& path, const QByteArray& body = {}) {
    return requestBelow(known.base, method, path, body);
}

const Application* find(const Knowledge& known, const QString& id) {
    const auto found =
        std::find_if(known.apps.begin(), known.apps.end(), [&](const Application& a) { return a.app.id == id; });
    return found == known.apps.end() ? nullptr : &*found;
}

QString target(const Command& c) {
    return c.targets.value(0);
}

base::Result<RequestSummary> onApp(const Command& c, const Knowledge& known, const char* method, const char* suffix,
                                   const QByteArray& body = {}) {
    const auto id = element(target(c));
    if (!id)
        return tl::unexpected(id.error());
    return request(known, method, QStringLiteral("/v1/apps/") + *id + QLatin1String(suffix), body);
}

QString member(QByteArrayView document, const char* key) {
    return json::plainString(json::member(document, key).value_or(QByteArrayView())).value_or(QString());
}

/// The existing app that a document would be an update of: same name and owner, same cluster where the document names
/// one.
const Application* appOfDocument(QByteArrayView document, const Knowledge& known) {
    const QString name = member(document, "name");
    const QString runAs = member(document, "runAs");
    const QString cluster = member(document, "cluster");
    const auto found = std::find_if(known.apps.begin(), known.apps.end(), [&](const Application& a) {
        return a.name == name && a.runAs == runAs && (cluster.isEmpty() || cluster == a.cluster) &&
               a.app.id.startsWith(name + QStringLiteral(".default."));
    });
    return found == known.apps.end() ? nullptr : &*found;
}

/// Names of composes and users, and clusters: they become parts of ids that are split at dots.
bool isNamePart(const QString& name) {
    constexpr qsizetype longest = 64;
    return !name.isEmpty() && name.size() <= longest &&
           std::all_of(name.begin(), name.end(), [](QChar c) { return isPlain(c, "-"); });
}

base::Result<void> checkComposeNames(const QStringList& targets) {
    const QString advice = tr("It is made of up to 64 letters, digits and hyphens.");
    if (!isNamePart(targets.value(0)))
        return tl::unexpected(refusal(tr("A compose file needs a name."), advice));
    if (!isNamePart(targets.value(1)))
        return tl::unexpected(refusal(tr("A compose file needs the user that its apps run as."), advice));
    if (!targets.value(2).isEmpty() && !isNamePart(targets.value(2)))
        return tl::unexpected(refusal(tr("“%1” cannot be a cluster's name.").arg(targets.at(2).left(200)), advice));
    return {};
}

/// NAME=value of each variable as Swan takes them, in one text.
base::Result<QString> variablesOf(const QStringList& assignments) {
    QStringList out;
    for (const QString& one : assignments) {
        if (one.indexOf(QLatin1Char('=')) < 1)
            return tl::unexpected(
                refusal(tr("“%1” gives no variable a value.").arg(one.left(200)), tr("Write NAME=value.")));
        if (one.contains(QLatin1Char(',')))
            return tl::unexpected(refusal(tr("The value of %1 has a comma.").arg(one.section(QLatin1Char('='), 0, 0)),
                                          tr("Swan separates variables by commas; write the value into the file.")));
        out << QString::fromLatin1(QUrl::toPercentEncoding(one, "="));
    }
    return out.join(QLatin1Char(','));
}

/// Any content type but that of a form: with that one Swan never sees the body.
base::Result<RequestSummary> createCompose(const Command& c, const Knowledge& known) {
    if (const auto names = checkComposeNames(c.targets); !names)
        return tl::unexpected(names.error());
    if (const auto file = readComposeFile(c.document); !file)
        return tl::unexpected(file.error());
    const auto variables = variablesOf(c.targets.mid(composeNames));
    if (!variables)
        return tl::unexpected(variables.error());
    RequestSummary r = request(known, "POST", QStringLiteral("/v1/compose-ng"), c.document);
    r.contentType = "application/x-yaml";
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("name"), c.targets.at(0));
    query.addQueryItem(QStringLiteral("runas"), c.targets.at(1));
    if (!c.targets.value(2).isEmpty())
        query.addQueryItem(QStringLiteral("cluster"), c.targets.at(2));
    if (!variables->isEmpty())
        query.addQueryItem(QStringLiteral("envs"), *variables);
    r.url.setQuery(query);
    return r;
}

base::Result<RequestSummary> destroyCompose(const Command& c, const Knowledge& known) {
    const auto id = element(target(c));
    if (!id)
        return tl::unexpected(id.error());
    return request(known, "DELETE", QStringLiteral("/v1/compose-ng/") + *id);
}

base::Result<RequestSummary> deploy(const Command& c, const Knowledge& known) {
    if (createsCompose(c))
        return createCompose(c, known);
    const QByteArray body = json::without(c.document, {"id"});
    if (json::members(c.document).isEmpty() || member(c.document, "name").isEmpty() ||
        member(c.document, "runAs").isEmpty())
        return tl::unexpected(
            refusal(tr("The document is not a Swan app."), tr("It has to be JSON with a name and runAs.")));
    const Application* existing = c.targets.isEmpty() ? appOfDocument(c.document, known) : find(known, target(c));
    if (!existing)
        return request(known, "POST", QStringLiteral("/v1/apps"), body);
    const auto id = element(existing->app.id);
    if (!id)
        return tl::unexpected(id.error());
    return request(known, "PUT", QStringLiteral("/v1/apps/") + *id, body);
}

base::Result<RequestSummary> scale(const Command& c, const Knowledge& known) {
    if (c.instances < 0)
        return tl::unexpected(refusal(tr("An app cannot have fewer than 0 instances.")));
    return onApp(c, known, "POST", "/scale", "{\"instances\":" + QByteArray::number(c.instances) + "}");
}

base::Result<RequestSummary> start(const Command& c, const Knowledge& known) {
    const App version = known.version ? known.version(target(c)) : App();
    if (!version.document.isEmpty() && version.instances == 0)
        return tl::unexpected(
            refusal(tr("Starting an app that was scaled to 0 ends the Swan manager."), tr("Scale it up instead.")));
    return onApp(c, known, "POST", "/start");
}

base::Result<RequestSummary> kill(const Command& c, const Knowledge& known) {
    if (c.killAndScale || c.killAndWipe)
        return tl::unexpected(refusal(tr("Swan can only restart a task."), tr("Scale the app to have fewer.")));
    const QByteArray utf8 = target(c).toUtf8();
    const QString app = appOfTask(std::string_view(utf8.constData(), std::size_t(utf8.size())));
    const auto task = element(target(c));
    if (app.isEmpty() || !task)
        return tl::unexpected(refusal(tr("“%1” is not the id of a Swan task.").arg(target(c).left(200))));
    if (c.targets.size() != 1)
        return tl::unexpected(
            refusal(tr("Swan kills one task at a time."), tr("Choose one, or several one after the other.")));
    return request(known, "DELETE", QStringLiteral("/v1/apps/") + app + QStringLiteral("/tasks/") + *task);
}

base::Result<RequestSummary> rollBack(const Command& c, const Knowledge& known) {
    auto r = onApp(c, known, "POST", "/rollback");
    if (!r || c.version.isEmpty())
        return r;
    const auto version = element(c.version);
    if (!version)
        return tl::unexpected(version.error());
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("version"), *version);
    r->url.setQuery(query);
    return r;
}

base::Result<QByteArray> share(double value) {
    if (!(value > 0 && value <= 1))
        return tl::unexpected(refusal(tr("The share of the traffic is a number above 0, at most 1.")));
    return QByteArray::number(value, 'g', 6);
}

base::Result<RequestSummary> canary(const Command& c, const Knowledge& known) {
    const auto value = share(c.factor);
    if (!value)
        return tl::unexpected(value.error()); // a refused call would already have stored the version
    const Application* app = find(known, target(c));
    const bool goesOn = app && app->operation == QLatin1String("canary_unfinished");
    if (!goesOn && json::members(c.document).isEmpty())
        return tl::unexpected(refusal(tr("A canary begins with the new version's document.")));
    QByteArray body = "{";
    if (!c.document.isEmpty() && !goesOn)
        body += "\"version\":" + json::without(c.document, {"id"}) + ",";
    body += "\"instances\":" + QByteArray::number(std::max(1, c.instances)) + ",\"value\":" + *value +
            ",\"onFailure\":\"stop\"}";
    return onApp(c, known, "PUT", "/canary", body);
}

base::Result<RequestSummary> weights(const Command& c, const Knowledge& known) {
    const auto value = share(c.factor);
    if (!value)
        return tl::unexpected(value.error());
    return onApp(c, known, "PUT", "/weights", "{\"value\":" + *value + "}");
}

/// What keeps a compose file from doing what its author expects.
QStringList composeWarnings(const Command& c, const Knowledge& known) {
    QStringList out;
    const bool taken = std::any_of(known.apps.begin(), known.apps.end(), [&](const Application& a) {
        return a.app.id.section(QLatin1Char('.'), 1, 1) == target(c);
    });
    if (taken)
        out.append(
            tr("Apps of a compose file named %1 run already: Swan refuses a second one of that name.").arg(target(c)));
    const auto file = readComposeFile(c.document);
    for (const QString& name : file ? file->variables : QStringList()) {
        const QStringList given = c.targets.mid(composeNames);
        const bool has = std::any_of(given.begin(), given.end(),
                                     [&](const QString& one) { return one.startsWith(name + QLatin1Char('=')); });
        if (!has)
            out.append(tr("${%1} has no value: Swan writes nothing in its place.").arg(name));
    }
    return out;
}

} // namespace

bool isSafeId(const QString& id) {
    const QStringList parts = id.split(QLatin1Char('.'));
    return std::all_of(parts.begin(), parts.end(), [](const QString& p) {
        return !p.isEmpty() && std::all_of(p.begin(), p.end(), [](QChar c) { return isPlain(c, "-_"); });
    });
}

base::Result<RequestSummary> requestFor(const Command& c, const Knowledge& known) {
    switch (c.verb) {
    case Verb::Deploy:
        return deploy(c, known);
    case Verb::Scale:
        return scale(c, known);
    case Verb::Suspend:
        return onApp(c, known, "POST", "/stop");
    case Verb::Start:
        return start(c, known);
    case Verb::KillTasks:
        return kill(c, known);
    case Verb::Destroy:
        return onApp(c, known, "DELETE", "");
    case Verb::DestroyGroup:
        return destroyCompose(c, known);
    case Verb::DeployVersion:
        return rollBack(c, known);
    case Verb::Canary:
        return canary(c, known);
    case Verb::SetWeights:
        return weights(c, known);
    default:
        return tl::unexpected(refusal(tr("Swan cannot do this.")));
    }
}

QStringList warningsFor(const Command& c, const Knowledge& known) {
    QStringList out;
    const Application* app = find(known, target(c));
    if (app && app->isBusy() && app->operation != QLatin1String("canary_unfinished") && c.verb != Verb::Destroy)
        out.append(tr("The app is busy (%1): Swan refuses the change until that ends.").arg(app->operation));
    switch (c.verb) {
    case Verb::Scale:
        if (c.instances == 0)
            out.append(tr("An app at 0 instances must not be started with “start”: that ends the Swan manager. Scale "
                          "it up again instead, or stop it rather than scale it."));
        break;
    case Verb::Start:
        if (app && app->taskCount > 0)
            out.append(tr("Tasks of this app run already: starting it launches as many again beside them."));
        break;
    case Verb::KillTasks:
        out.append(tr("Swan starts a new task in its place at once."));
        break;
    case Verb::DeployVersion:
        if (c.version.isEmpty())
            out.append(tr("Without a version Swan goes back to the one stored before, which may be a mere copy made by "
                          "scaling."));
        break;
    case Verb::DestroyGroup:
        out.append(tr("Swan stops every app of the compose at once, without an order."));
        break;
    case Verb::Deploy:
        if (createsCompose(c))
            out.append(composeWarnings(c, known));
        else if (app || appOfDocument(c.document, known))
            out.append(tr("Swan replaces the tasks one by one and does not wait for them to be healthy."));
        break;
    case Verb::Canary:
    case Verb::SetWeights:
        out.append(tr("Swan's gateways may refuse the new weights although Swan reports them; check the traffic."));
        break;
    default:
        break;
    }
    return out;
}

} // namespace mesoscope::scheduler::swan
