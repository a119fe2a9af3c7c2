#include "models/scheduler/swan/decode.h"

#include "models/base/iso_time.h"
#include "models/base/json_members.h"
#include "models/base/json_reader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace mesoscope::scheduler::swan {

namespace json = base::json;
using json::Value;

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Swan", text);
}

base::Error missing(const QString& what) {
    return json::decodeError(what, tr("what it should hold is not in it"));
}

/// Version ids are nanoseconds since the epoch.
qint64 msOfVersion(const QString& id) {
    return id.toLongLong() / 1'000'000;
}

void readHealth(Value v, App& app) {
    json::eachField(v, [&](std::string_view key, Value value) {
        const int n = int(json::integer(value));
        if (key == "healthy")
            app.tasksHealthy = n;
        else if (key == "unhealthy")
            app.tasksUnhealthy = n;
    });
    app.hasHealthChecks = app.tasksHealthy + app.tasksUnhealthy > 0;
}

void readTaskStates(Value v, App& app) {
    json::eachField(v, [&](std::string_view key, Value value) {
        const int n = int(json::integer(value));
        if (key == "TASK_RUNNING")
            app.tasksRunning += n;
        else if (key == "TASK_STAGING" || key == "TASK_STARTING" || key == "pending" || key == "retrying" ||
                 key == "updating" || key.empty())
            app.tasksStaged += n;
    });
}

void readNames(std::string_view key, Value value, Application& out) {
    if (key == "id")
        out.app.id = json::string(value);
    else if (key == "name")
        out.name = json::string(value);
    else if (key == "runAs")
        out.runAs = json::string(value);
    else if (key == "cluster")
        out.cluster = json::string(value);
    else if (key == "operationStatus")
        out.operation = json::string(value);
    else if (key == "errmsg")
        out.error = json::string(value);
    else if (key == "updated")
        out.app.lastConfigChangeMs = base::msFromIso(json::text(value));
}

Application readApplication(Value v) {
    Application out;
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "progress")
            out.progress = int(json::integer(value));
        else if (key == "task_count")
            out.taskCount = int(json::integer(value));
        else if (key == "version_count")
            out.versionCount = int(json::integer(value));
        else if (key == "currentVersion")
            out.versions = json::strings(value);
        else if (key == "tasks_status")
            readTaskStates(value, out.app);
        else if (key == "health")
            readHealth(value, out.app);
        else
            readNames(key, value, out);
    });
    out.versions.removeAll(QString());
    out.app.version = out.versions.isEmpty() ? QString() : out.versions.last();
    out.app.versionMs = msOfVersion(out.app.version);
    out.app.instances = out.taskCount; // the wanted number stands in the version only
    if (out.isBusy())
        out.app.deployments = {operationId(out.app.id)};
    return out;
}

bool isOver(const QString& state) {
    for (const char* s : {"TASK_FAILED", "TASK_ERROR", "TASK_LOST", "TASK_KILLED", "TASK_FINISHED", "TASK_DROPPED",
                          "TASK_GONE", "failed", "Failed"}) {
        if (state == QLatin1String(s))
            return true;
    }
    return false;
}

struct RawTask {
    Instance task;
    QString healthy;
    QString error;
};

RawTask readTask(Value v) {
    RawTask out;
    Instance& t = out.task;
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "id")
            t.taskId = json::string(value);
        else if (key == "ip")
            t.host = json::string(value);
        else if (key == "ports")
            json::eachItem(value, [&](Value p) { t.ports.append(int(json::integer(p))); });
        else if (key == "agentId")
            t.agentId = json::string(value);
        else if (key == "version")
            t.version = json::string(value);
        else if (key == "status")
            t.state = json::string(value);
        else if (key == "created")
            t.stagedMs = base::msFromIso(json::text(value));
        else if (key == "healthy")
            out.healthy = json::string(value);
        else if (key == "errmsg")
            out.error = json::string(value);
    });
    return out;
}

/// The state in Mesos' words: Swan's own ones all mean "not launched yet".
QString stateOf(const QString& state) {
    if (state.startsWith(QLatin1String("TASK_")))
        return state;
    return isOver(state) ? QStringLiteral("TASK_FAILED") : QStringLiteral("TASK_STAGING");
}

Instance believable(RawTask raw) {
    const bool over = isOver(raw.task.state);
    raw.task.state = stateOf(raw.task.state);
    const bool running = raw.task.state == QLatin1String("TASK_RUNNING");
    const bool checked = raw.healthy == QLatin1String("healthy") || raw.healthy == QLatin1String("unhealthy");
    if ((running && checked) || (over && !raw.error.isEmpty())) {
        HealthResult h;
        h.alive = running && raw.healthy == QLatin1String("healthy");
        h.lastFailureCause = over ? raw.error : QString();
        raw.task.health.append(h);
    }
    return raw.task;
}

} // namespace

QString operationId(const QString& appId) {
    return QStringLiteral("operation:") + appId;
}

base::Result<QList<Application>> decodeApplications(QByteArrayView body) {
    const QString what = tr("Swan's app list");
    QList<Application> out;
    bool found = false;
    const auto read = json::read(body, what, [&](Value root) {
        found = json::isArray(root);
        json::eachItem(root, [&](Value item) { out.append(readApplication(item)); });
    });
    if (!read)
        return tl::unexpected(read.error());
    if (!found)
        return tl::unexpected(missing(what));
    out.removeIf([](const Application& a) { return a.app.id.isEmpty(); });
    return out;
}

base::Result<Application> decodeApplication(QByteArrayView body) {
    const QString what = tr("Swan's app");
    Application out;
    const auto read = json::read(body, what, [&](Value root) { out = readApplication(root); });
    if (!read)
        return tl::unexpected(read.error());
    if (out.app.id.isEmpty() || out.operation.isEmpty())
        return tl::unexpected(missing(what));
    return out;
}

base::Result<QList<Instance>> decodeTasks(QByteArrayView body, const QString& appId) {
    const QString what = tr("Swan's task list");
    QList<Instance> out;
    bool found = false;
    const auto read = json::read(body, what, [&](Value root) {
        found = json::isArray(root);
        json::eachItem(root, [&](Value item) {
            out.append(believable(readTask(item)));
            out.last().appId = appId;
        });
    });
    if (!read)
        return tl::unexpected(read.error());
    if (!found)
        return tl::unexpected(missing(what));
    std::sort(out.begin(), out.end(), [](const Instance& a, const Instance& b) {
        return a.taskId.section(QLatin1Char('.'), 1, 1).toInt() < b.taskId.section(QLatin1Char('.'), 1, 1).toInt();
    });
    return out;
}

// --- versions --------------------------------------------------------------------------------------------------------

namespace {

void readImage(Value v, App& app) {
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "docker")
            json::eachField(value, [&](std::string_view name, Value image) {
                if (name == "image")
                    app.image = json::string(image);
            });
    });
}

Constraint readConstraint(Value v) {
    Constraint c;
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "attribute")
            c.field = json::string(value);
        else if (key == "operator")
            c.op = json::string(value);
        else if (key == "value")
            c.value = json::string(value);
    });
    return c;
}

void readSpec(std::string_view key, Value value, App& app) {
    if (key == "cmd")
        app.command = json::string(value);
    else if (key == "cpus")
        app.cpus = json::number(value);
    else if (key == "mem")
        app.mem = json::number(value);
    else if (key == "disk")
        app.disk = json::number(value);
    else if (key == "gpus")
        app.gpus = json::number(value);
    else if (key == "instances")
        app.instances = int(json::integer(value));
    else if (key == "container")
        readImage(value, app);
    else if (key == "healthCheck")
        app.hasHealthChecks = json::isObject(value);
    else if (key == "constraints")
        json::eachItem(value, [&](Value item) { app.constraints.append(readConstraint(item)); });
    else if (key == "labels")
        json::eachField(value, [&](std::string_view name, Value text) {
            app.labels.insert(QString::fromUtf8(name.data(), qsizetype(name.size())), json::string(text));
        });
}

} // namespace

base::Result<App> decodeVersion(QByteArrayView body) {
    const QString what = tr("Swan's version");
    App app;
    bool found = false;
    const auto read = json::read(body, what, [&](Value root) {
        found = json::isObject(root);
        json::eachField(root, [&](std::string_view key, Value value) {
            if (key == "id")
                app.version = json::string(value);
            else
                readSpec(key, value, app);
        });
    });
    if (!read)
        return tl::unexpected(read.error());
    if (!found || app.version.isEmpty())
        return tl::unexpected(missing(what));
    app.versionMs = msOfVersion(app.version);
    app.document = body.trimmed().toByteArray();
    return app;
}

base::Result<QList<Version>> decodeVersions(QByteArrayView body) {
    QList<Version> out;
    if (!body.trimmed().startsWith('['))
        return tl::unexpected(missing(tr("Swan's version list")));
    for (const QByteArrayView item : json::elements(body)) {
        const QString id = json::plainString(json::member(item, "id").value_or(QByteArrayView())).value_or(QString());
        if (!id.isEmpty())
            out.append({id, item.toByteArray()});
    }
    std::sort(out.begin(), out.end(),
              [](const Version& a, const Version& b) { return a.id.toULongLong() > b.id.toULongLong(); });
    return out;
}

// --- the rest --------------------------------------------------------------------------------------------------------

namespace {

base::Result<QString> oneField(QByteArrayView body, std::string_view name, const QString& what) {
    QString out;
    const auto read = json::read(body, what, [&](Value root) {
        json::eachField(root, [&](std::string_view key, Value value) {
            if (key == name)
                out = json::string(value);
        });
    });
    if (!read)
        return tl::unexpected(read.error());
    if (out.isEmpty())
        return tl::unexpected(missing(what));
    return out;
}

} // namespace

base::Result<QString> decodeLeader(QByteArrayView body) {
    return oneField(body, "leader", tr("Swan's leader"));
}
base::Result<QString> decodeFramework(QByteArrayView body) {
    return oneField(body, "ID", tr("Swan's framework"));
}

base::Result<Event> decodeEvent(std::string_view data) {
    Event e;
    int port = 0;
    QString ip;
    const auto read =
        json::read(QByteArrayView(data.data(), qsizetype(data.size())), tr("An event of Swan"), [&](Value root) {
            json::eachField(root, [&](std::string_view key, Value value) {
                if (key == "type")
                    e.healthy = json::text(value) == "task_healthy";
                else if (key == "app_id")
                    e.appId = json::string(value);
                else if (key == "task_id")
                    e.taskId = json::string(value);
                else if (key == "task_ip")
                    ip = json::string(value);
                else if (key == "task_port")
                    port = int(json::integer(value));
                else if (key == "weihgt" || key == "weight") // the server's own spelling
                    e.weight = int(json::integer(value));
            });
        });
    if (!read)
        return tl::unexpected(read.error());
    e.isCleanup = !e.healthy && ip.isEmpty() && port == 0;
    return e;
}

base::Error errorFrom(int status, QByteArrayView contentType, QByteArrayView body) {
    base::Error e;
    e.kind = base::ErrorKind::Status;
    e.httpStatus = status;
    const bool plain = !contentType.toByteArray().contains("html");
    e.serverText = plain ? QString::fromUtf8(body).trimmed().left(600) : QString();
    const bool notFound = status == 404 || e.serverText.contains(QLatin1String("node does not exist")) ||
                          e.serverText.endsWith(QLatin1String("not exist")) ||
                          e.serverText.startsWith(QLatin1String("no such"));
    if (status == 423) {
        e.sentence = tr("Another operation of this app is not finished.");
        e.advice = tr("Wait until it ends.");
    } else if (notFound) {
        e.sentence = tr("Swan does not know this object.");
        e.advice = tr("It may have been removed meanwhile; read the list again.");
    } else if (status == 409) {
        e.sentence = tr("Swan refuses the change because something of this name or port exists.");
        e.advice = tr("Choose another name, alias or port.");
    } else if (status == 400) {
        e.sentence = tr("Swan does not accept the request.");
        e.advice = tr("Correct what it names and send it again.");
    } else {
        e.sentence = status >= 500 ? tr("Swan failed to answer.") : tr("Swan refused the request.");
        e.advice = tr("Read the state before trying again.");
    }
    return e;
}

QString appOfTask(std::string_view taskId) {
    const QList<QByteArrayView> parts = [&] {
        QList<QByteArrayView> out;
        const QByteArrayView all(taskId.data(), qsizetype(taskId.size()));
        qsizetype from = 0;
        for (qsizetype at = all.indexOf('.'); at >= 0; at = all.indexOf('.', from)) {
            out.append(all.sliced(from, at - from));
            from = at + 1;
        }
        out.append(all.sliced(from));
        return out;
    }();
    if (parts.size() != 6 || parts.at(0).size() != 12)
        return {};
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const bool fits = std::all_of(parts.at(0).begin(), parts.at(0).end(), isHex) && !parts.at(1).isEmpty() &&
                      std::all_of(parts.at(1).begin(), parts.at(1).end(), isDigit);
    if (!fits)
        return {};
    const std::size_t prefix = 12 + 1 + std::size_t(parts.at(1).size()) + 1;
    return QString::fromUtf8(taskId.substr(prefix).data(), qsizetype(taskId.size() - prefix));
}

DeploymentPtr operationOf(const Application& app) {
    if (!app.isBusy() || app.operation.isEmpty())
        return nullptr;
    auto d = std::make_shared<Deployment>();
    d->id = operationId(app.app.id);
    // Only these bring instances of a version; a scale does so, too, but of one that the list does not tell.
    static constexpr std::array bringing{"creating",        "starting",          "updating",
                                         "canary_updating", "canary_unfinished", "rollbacking"};
    if (std::any_of(bringing.begin(), bringing.end(),
                    [&](const char* o) { return app.operation == QLatin1String(o); })) {
        d->version = app.app.version;
        d->versionMs = app.app.versionMs;
    }
    d->affectedApps = {app.app.id};
    d->currentActions = {{app.operation, app.app.id}};
    d->steps = {d->currentActions};
    d->currentStep = 1;
    d->totalSteps = 1;
    return d;
}

namespace {

using TextField = std::pair<std::string_view, QString Compose::*>;

Compose readCompose(Value v) {
    static constexpr std::array<TextField, 7> texts{{{"id", &Compose::id},
                                                     {"name", &Compose::name},
                                                     {"run_as", &Compose::runAs},
                                                     {"cluster", &Compose::cluster},
                                                     {"desc", &Compose::description},
                                                     {"op_status", &Compose::operation},
                                                     {"errmsg", &Compose::error}}};
    Compose out;
    json::eachField(v, [&](std::string_view key, Value value) {
        const auto found = std::find_if(texts.begin(), texts.end(), [&](const TextField& f) { return f.first == key; });
        if (found != texts.end())
            out.*found->second = json::string(value);
        else if (key == "yaml_raw")
            out.yaml = json::string(value).toUtf8();
        else if (key == "apps")
            json::eachItem(value, [&](Value app) { out.apps.append(readApplication(app).app.id); });
    });
    return out;
}

void readMachine(Value v, Agent& agent) {
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "hostname")
            agent.host = json::string(value);
        else
            json::eachField(value, [&](std::string_view name, Value part) {
                if (key == "cpu" && name == "used")
                    agent.cpuUsed = json::number(part);
                else if (key == "memory" && name == "total")
                    agent.memoryBytes = qint64(json::number(part));
                else if (key == "memory" && name == "used")
                    agent.memoryUsedBytes = qint64(json::number(part));
                else if (key == "containers" && name == "running")
                    agent.containersRunning = int(json::integer(part));
            });
    });
}

} // namespace

base::Result<QList<Compose>> decodeComposes(QByteArrayView body) {
    const QString what = tr("Swan's list of composes");
    QList<Compose> out;
    bool one = false;
    const auto read = json::read(body, what, [&](Value root) {
        one = json::isObject(root);
        if (one)
            out.append(readCompose(root));
        else
            json::eachItem(root, [&](Value item) { out.append(readCompose(item)); });
    });
    if (!read)
        return tl::unexpected(read.error());
    if (one && out.first().id.isEmpty())
        return tl::unexpected(missing(what));
    return out;
}

base::Result<QMap<QString, QStringList>> decodeDependencies(QByteArrayView body) {
    QMap<QString, QStringList> out;
    const auto read = json::read(body, tr("Swan's dependencies of a compose"), [&](Value root) {
        json::eachField(root, [&](std::string_view key, Value value) {
            const bool none = json::isNull(value);
            out.insert(QString::fromUtf8(key.data(), qsizetype(key.size())),
                       none ? QStringList() : json::strings(value));
        });
    });
    if (!read)
        return tl::unexpected(read.error());
    return out;
}

base::Result<QList<Agent>> decodeAgents(QByteArrayView body) {
    const QString what = tr("Swan's list of agents");
    QMap<QString, Agent> out;
    bool found = false;
    const auto read = json::read(body, what, [&](Value root) {
        found = json::isObject(root);
        json::eachField(root, [&](std::string_view key, Value value) {
            Agent agent;
            agent.id = QString::fromUtf8(key.data(), qsizetype(key.size()));
            if (json::isObject(value))
                readMachine(value, agent);
            else
                agent.error = json::string(value);
            out.insert(agent.id, agent);
        });
    });
    if (!read)
        return tl::unexpected(read.error());
    if (!found)
        return tl::unexpected(missing(what));
    return out.values();
}

} // namespace mesoscope::scheduler::swan
