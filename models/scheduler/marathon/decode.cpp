#include "models/scheduler/marathon/decode.h"

#include "models/base/iso_time.h"
#include "models/base/json_members.h"
#include "models/scheduler/marathon/fields.h"

#include <QCoreApplication>

#include <algorithm>

namespace mesoscope::scheduler::marathon {

namespace json = base::json;
using json::Value;
using simdjson::ondemand::object;

namespace {

QString what(const char* name) {
    return QCoreApplication::translate("Marathon", name);
}

base::Error missing(const char* name) {
    return json::decodeError(what(name), QCoreApplication::translate("Marathon", "what it should hold is not in it"));
}

AppPtr readAppItem(Value v, QList<Instance>* tasks) {
    if (!json::isObject(v))
        return nullptr;
    object o = v.get_object();
    auto app = std::make_shared<App>();
    app->document = definitionOf(json::bytes(o));
    readApp(o, *app, tasks);
    return app->id.isEmpty() ? nullptr : app;
}

void appendApps(Value list, QList<AppPtr>& out) {
    json::eachItem(list, [&](Value item) {
        if (AppPtr app = readAppItem(item, nullptr))
            out.append(std::move(app));
    });
}

} // namespace

QByteArray definitionOf(QByteArrayView appInfo) {
    return json::without(appInfo, {"tasksStaged", "tasksRunning", "tasksHealthy", "tasksUnhealthy", "deployments",
                                   "tasks", "lastTaskFailure", "readinessCheckResults", "tasksStats"});
}

base::Result<QList<AppPtr>> decodeApps(QByteArrayView body) {
    const char* name = QT_TRANSLATE_NOOP("Marathon", "Marathon's app list");
    QList<AppPtr> out;
    bool found = false;
    const auto read = json::read(body, what(name), [&](Value root) {
        found = json::isArray(root);
        appendApps(root, out);
        json::eachField(root, [&](std::string_view key, Value value) {
            if (key != "apps" && key != "*")
                return;
            found = json::isArray(value);
            appendApps(value, out);
        });
    });
    if (!read)
        return tl::unexpected(read.error());
    if (!found)
        return tl::unexpected(missing(name));
    return out;
}

base::Result<AppWithTasks> decodeApp(QByteArrayView body) {
    const char* name = QT_TRANSLATE_NOOP("Marathon", "Marathon's app");
    AppWithTasks out;
    const auto read = json::read(body, what(name), [&](Value root) {
        json::eachField(root, [&](std::string_view key, Value value) {
            if (key == "app")
                out.app = readAppItem(value, &out.tasks);
        });
    });
    if (!read)
        return tl::unexpected(read.error());
    if (!out.app)
        return tl::unexpected(missing(name));
    return out;
}

// --- pods ------------------------------------------------------------------------------------------------------------

namespace {

struct PodCounts {
    int staged = 0;
    int running = 0;
    int healthy = 0;
    int unhealthy = 0;
};

/// 1 healthy, 0 unhealthy, -1 nothing said.
int healthOfConditions(Value v) {
    int health = -1;
    json::eachItem(v, [&](Value item) {
        bool isHealth = false;
        bool good = false;
        json::eachField(item, [&](std::string_view key, Value value) {
            if (key == "name")
                isHealth = json::text(value) == "healthy";
            else if (key == "value")
                good = json::text(value) == "true";
        });
        if (isHealth)
            health = good ? 1 : 0;
    });
    return health;
}

void readEndpoints(Value v, Instance& container) {
    json::eachItem(v, [&](Value item) {
        json::eachField(item, [&](std::string_view key, Value value) {
            if (key == "allocatedHostPort")
                container.ports.append(int(json::integer(value)));
        });
    });
}

Instance readContainerStatus(Value v) {
    Instance c;
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "containerId")
            c.taskId = json::string(value);
        else if (key == "status")
            c.state = json::string(value);
        else if (key == "statusSince")
            c.startedMs = timeOf(value);
        else if (key == "endpoints")
            readEndpoints(value, c);
        else if (key == "conditions") {
            const int health = healthOfConditions(value);
            if (health >= 0)
                c.health.append(HealthResult{health == 1, 0, 0, 0, 0, {}});
        }
    });
    return c;
}

struct PodInstance {
    QString id;
    QString status;
    QString host;
    QString agentId;
    QString version;
    QStringList addresses;
    QList<Instance> containers;
};

void readNetworks(Value v, QStringList& addresses) {
    json::eachItem(v, [&](Value item) {
        json::eachField(item, [&](std::string_view key, Value value) {
            if (key == "addresses")
                addresses += json::strings(value);
        });
    });
}

PodInstance readPodInstance(Value v) {
    PodInstance p;
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "id")
            p.id = json::string(value);
        else if (key == "status")
            p.status = json::string(value);
        else if (key == "agentHostname")
            p.host = json::string(value);
        else if (key == "agentId")
            p.agentId = json::string(value);
        else if (key == "specReference")
            p.version = json::string(value).section(QStringLiteral("::versions/"), 1);
        else if (key == "networks")
            readNetworks(value, p.addresses);
        else if (key == "containers")
            json::eachItem(value, [&](Value c) { p.containers.append(readContainerStatus(c)); });
    });
    return p;
}

void count(const PodInstance& p, PodCounts& counts) {
    const auto running = [](const Instance& c) { return c.state == QLatin1String("TASK_RUNNING"); };
    const auto failing = [](const Instance& c) { return !c.health.isEmpty() && !c.health.first().alive; };
    const auto checked = [](const Instance& c) { return !c.health.isEmpty(); };
    const bool allRun = !p.containers.isEmpty() && std::all_of(p.containers.begin(), p.containers.end(), running);
    counts.running += allRun ? 1 : 0;
    counts.staged += p.status == QLatin1String("STAGING") ? 1 : 0;
    if (std::any_of(p.containers.begin(), p.containers.end(), failing))
        ++counts.unhealthy;
    else if (allRun && std::any_of(p.containers.begin(), p.containers.end(), checked))
        ++counts.healthy;
}

PodWithContainers readPodStatus(Value v) {
    PodWithContainers out;
    auto app = std::make_shared<App>();
    app->isPod = true;
    QList<PodInstance> instances;
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "id")
            app->id = json::string(value);
        else if (key == "spec" && json::isObject(value)) {
            object spec = value.get_object();
            app->document = json::bytes(spec).toByteArray();
            readApp(spec, *app, nullptr);
        } else if (key == "instances")
            json::eachItem(value, [&](Value item) { instances.append(readPodInstance(item)); });
    });
    PodCounts counts;
    for (PodInstance& p : instances) {
        count(p, counts);
        out.instanceIds.append(p.id);
        for (Instance& c : p.containers) {
            c.appId = app->id;
            c.host = p.host;
            c.agentId = p.agentId;
            c.ipAddresses = p.addresses;
            c.version = p.version;
            out.containers.append(c);
        }
    }
    app->tasksStaged = counts.staged;
    app->tasksRunning = counts.running;
    app->tasksHealthy = counts.healthy;
    app->tasksUnhealthy = counts.unhealthy;
    app->lastConfigChangeMs = app->versionMs;
    out.app = app;
    return out;
}

} // namespace

base::Result<QList<PodWithContainers>> decodePodStatuses(QByteArrayView body) {
    const char* name = QT_TRANSLATE_NOOP("Marathon", "Marathon's pod list");
    QList<PodWithContainers> out;
    bool found = false;
    const auto read = json::read(body, what(name), [&](Value root) {
        found = json::isArray(root) || json::isObject(root);
        json::eachItem(root, [&](Value item) { out.append(readPodStatus(item)); });
        if (json::isObject(root))
            out.append(readPodStatus(root));
    });
    if (!read)
        return tl::unexpected(read.error());
    out.removeIf([](const PodWithContainers& p) { return p.app->id.isEmpty() || p.app->document.isEmpty(); });
    if (!found)
        return tl::unexpected(missing(name));
    return out;
}

// --- groups ----------------------------------------------------------------------------------------------------------

namespace {

QStringList idsOf(Value list) {
    QStringList out;
    json::eachItem(list, [&](Value item) {
        json::eachField(item, [&](std::string_view key, Value value) {
            if (key == "id")
                out.append(json::string(value));
        });
    });
    return out;
}

/// Marathon's own ids are short; a tree deeper than this is no tree of services.
constexpr int maxGroupDepth = 128;

void readGroup(Value v, QList<Group>& out, int depth) {
    if (depth > maxGroupDepth)
        return;
    const qsizetype at = out.size();
    out.append(Group());
    json::eachField(v, [&](std::string_view key, Value value) {
        Group& g = out[at];
        if (key == "id")
            g.id = json::string(value);
        else if (key == "version")
            g.version = json::string(value);
        else if (key == "enforceRole") {
            g.enforceRole = json::boolean(value);
            g.hasEnforceRole = true;
        } else if (key == "dependencies")
            g.dependencies = json::strings(value);
        else if (key == "apps")
            g.apps = idsOf(value);
        else if (key == "pods")
            g.pods = idsOf(value);
        else if (key == "groups")
            json::eachItem(value, [&](Value child) {
                const qsizetype childAt = out.size();
                readGroup(child, out, depth + 1);
                if (out.size() > childAt)
                    out[at].groups.append(out[childAt].id);
            });
    });
}

} // namespace

base::Result<QList<Group>> decodeGroups(QByteArrayView body) {
    const char* name = QT_TRANSLATE_NOOP("Marathon", "Marathon's group tree");
    QList<Group> out;
    const auto read = json::read(body, what(name), [&](Value root) { readGroup(root, out, 0); });
    if (!read)
        return tl::unexpected(read.error());
    if (out.isEmpty() || out.first().id.isEmpty())
        return tl::unexpected(missing(name));
    return out;
}

namespace {

// NOLINTNEXTLINE(misc-no-recursion): bounded by the reader's own depth
void readGroupApps(Value v, QList<AppPtr>& out, int depth) {
    constexpr int deepest = 64;
    if (depth > deepest)
        return;
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "apps")
            appendApps(value, out);
        else if (key == "groups")
            json::eachItem(value, [&](Value sub) { readGroupApps(sub, out, depth + 1); });
    });
}

} // namespace

base::Result<QList<AppPtr>> decodeGroupApps(QByteArrayView body) {
    const char* name = QT_TRANSLATE_NOOP("Marathon", "Marathon's group of an earlier moment");
    QList<AppPtr> out;
    bool isGroup = false;
    const auto read = json::read(body, what(name), [&](Value root) {
        isGroup = json::isObject(root);
        readGroupApps(root, out, 0);
    });
    if (!read)
        return tl::unexpected(read.error());
    if (!isGroup)
        return tl::unexpected(missing(name));
    return out;
}

// --- tasks, deployments ----------------------------------------------------------------------------------------------

base::Result<QList<Instance>> decodeTasks(QByteArrayView body) {
    const char* name = QT_TRANSLATE_NOOP("Marathon", "Marathon's task list");
    QList<Instance> out;
    bool found = false;
    const auto read = json::read(body, what(name), [&](Value root) {
        json::eachField(root, [&](std::string_view key, Value value) {
            if (key == "tasks") {
                found = json::isArray(value);
                json::eachItem(value, [&](Value item) { out.append(readTask(item)); });
            } else if (key == "task") {
                found = json::isObject(value);
                out.append(readTask(value));
            }
        });
    });
    if (!read)
        return tl::unexpected(read.error());
    if (!found)
        return tl::unexpected(missing(name));
    return out;
}

namespace {

Deployment readDeployment(Value v) {
    Deployment d;
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "id")
            d.id = json::string(value);
        else if (key == "version") {
            d.version = json::string(value);
            d.versionMs = timeOf(value);
        } else if (key == "affectedApps" || key == "affectedPods")
            d.affectedApps += json::strings(value);
        else if (key == "steps")
            d.steps = readSteps(value);
        else if (key == "currentActions")
            d.currentActions = readActions(value, &d.readiness);
        else if (key == "currentStep")
            d.currentStep = int(json::integer(value));
        else if (key == "totalSteps")
            d.totalSteps = int(json::integer(value));
    });
    return d;
}

} // namespace

base::Result<QList<Deployment>> decodeDeployments(QByteArrayView body) {
    const char* name = QT_TRANSLATE_NOOP("Marathon", "Marathon's deployment list");
    QList<Deployment> out;
    bool found = false;
    const auto read = json::read(body, what(name), [&](Value root) {
        found = json::isArray(root);
        json::eachItem(root, [&](Value item) { out.append(readDeployment(item)); });
    });
    if (!read)
        return tl::unexpected(read.error());
    if (!found)
        return tl::unexpected(missing(name));
    return out;
}

base::Result<QList<QList<DeploymentAction>>> decodeDryRun(QByteArrayView body) {
    const char* name = QT_TRANSLATE_NOOP("Marathon", "Marathon's plan");
    QList<QList<DeploymentAction>> out;
    bool found = false;
    const auto read = json::read(body, what(name), [&](Value root) {
        json::eachField(root, [&](std::string_view key, Value value) {
            if (key != "steps")
                return;
            found = json::isArray(value);
            out = readSteps(value);
        });
    });
    if (!read)
        return tl::unexpected(read.error());
    if (!found)
        return tl::unexpected(missing(name));
    return out;
}

// --- launch queue ----------------------------------------------------------------------------------------------------

namespace {

QList<RejectCount> readFunnel(Value v) {
    QList<RejectCount> out;
    json::eachItem(v, [&](Value item) {
        RejectCount r;
        json::eachField(item, [&](std::string_view key, Value value) {
            if (key == "reason")
                r.reason = json::string(value);
            else if (key == "declined")
                r.declined = json::integer(value);
            else if (key == "processed")
                r.processed = json::integer(value);
        });
        out.append(r);
    });
    return out;
}

void readOffersSummary(Value v, QueueEntry& e) {
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "processedOffersCount")
            e.processedOffers = json::integer(value);
        else if (key == "unusedOffersCount")
            e.unusedOffers = json::integer(value);
        else if (key == "lastUnusedOfferAt")
            e.lastUnusedOfferMs = timeOf(value);
        else if (key == "lastUsedOfferAt")
            e.lastUsedOfferMs = timeOf(value);
        else if (key == "rejectSummaryLastOffers")
            e.lastOffers = readFunnel(value);
        else if (key == "rejectSummaryLaunchAttempt")
            e.launchAttempt = readFunnel(value);
    });
}

void readDelay(Value v, QueueEntry& e) {
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "timeLeftSeconds")
            e.timeLeftSeconds = int(json::integer(value));
        else if (key == "overdue")
            e.overdue = json::boolean(value);
    });
}

QString idOf(Value v) {
    QString id;
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "id")
            id = json::string(value);
    });
    return id;
}

QueueEntry readQueueEntry(Value v) {
    QueueEntry e;
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "app" || key == "pod") {
            e.isPod = key == "pod";
            e.appId = idOf(value);
        } else if (key == "count")
            e.count = int(json::integer(value));
        else if (key == "role")
            e.role = json::string(value);
        else if (key == "delay")
            readDelay(value, e);
        else if (key == "since")
            e.sinceMs = timeOf(value);
        else if (key == "processedOffersSummary")
            readOffersSummary(value, e);
    });
    return e;
}

int portsIn(Value ranges) {
    int total = 0;
    json::eachItem(ranges, [&](Value range) {
        qint64 begin = 0;
        qint64 end = -1;
        json::eachField(range, [&](std::string_view key, Value value) {
            (key == "begin" ? begin : key == "end" ? end : begin) = json::integer(value);
        });
        total += end >= begin && end - begin < 65'536 ? int(end - begin + 1) : 0;
    });
    return total;
}

void readResource(Value v, UnusedOffer& o) {
    QString name;
    double scalar = 0;
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "name")
            name = json::string(value);
        else if (key == "scalar")
            scalar = json::number(value);
        else if (key == "ranges")
            o.ports += portsIn(value);
    });
    if (name == QLatin1String("cpus"))
        o.cpus += scalar;
    else if (name == QLatin1String("mem"))
        o.mem += scalar;
    else if (name == QLatin1String("disk"))
        o.disk += scalar;
    else if (name == QLatin1String("gpus"))
        o.gpus += scalar;
}

void readAttribute(Value v, UnusedOffer& o) {
    QString name;
    QString text;
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "name")
            name = json::string(value);
        else if (key == "text")
            text = json::string(value);
        else if (key == "scalar")
            text = QString::number(json::number(value));
    });
    if (!name.isEmpty())
        o.attributes.insert(name, text);
}

void readOffer(Value v, UnusedOffer& o) {
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "hostname")
            o.host = json::string(value);
        else if (key == "agentId")
            o.agentId = json::string(value);
        else if (key == "resources")
            json::eachItem(value, [&](Value item) { readResource(item, o); });
        else if (key == "attributes")
            json::eachItem(value, [&](Value item) { readAttribute(item, o); });
    });
}

UnusedOffer readUnusedOffer(Value v) {
    UnusedOffer o;
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "offer")
            readOffer(value, o);
        else if (key == "reason")
            o.reasons = json::strings(value);
        else if (key == "timestamp")
            o.timestampMs = timeOf(value);
    });
    return o;
}

template<typename F>
base::Result<void> eachQueued(QByteArrayView body, F&& visit) {
    const char* name = QT_TRANSLATE_NOOP("Marathon", "Marathon's launch queue");
    bool found = false;
    const auto read = json::read(body, what(name), [&](Value root) {
        json::eachField(root, [&](std::string_view key, Value value) {
            if (key != "queue")
                return;
            found = json::isArray(value);
            json::eachItem(value, visit);
        });
    });
    if (!read)
        return read;
    return found ? read : base::Result<void>(tl::unexpected(missing(name)));
}

} // namespace

base::Result<QList<QueueEntry>> decodeQueue(QByteArrayView body) {
    QList<QueueEntry> out;
    const auto read = eachQueued(body, [&](Value item) { out.append(readQueueEntry(item)); });
    if (!read)
        return tl::unexpected(read.error());
    return out;
}

base::Result<QHash<QString, QList<UnusedOffer>>> decodeUnusedOffers(QByteArrayView body) {
    QHash<QString, QList<UnusedOffer>> out;
    const auto read = eachQueued(body, [&](Value item) {
        QString app;
        QList<UnusedOffer> offers;
        json::eachField(item, [&](std::string_view key, Value value) {
            if (key == "app" || key == "pod")
                app = idOf(value);
            else if (key == "lastUnusedOffers")
                json::eachItem(value, [&](Value offer) { offers.append(readUnusedOffer(offer)); });
        });
        out[app] += offers;
    });
    if (!read)
        return tl::unexpected(read.error());
    return out;
}

// --- versions, info, leader, results ---------------------------------------------------------------------------------

base::Result<QStringList> decodeVersions(QByteArrayView body) {
    const char* name = QT_TRANSLATE_NOOP("Marathon", "Marathon's version list");
    QStringList out;
    bool found = false;
    const auto read = json::read(body, what(name), [&](Value root) {
        found = json::isArray(root);
        out = json::strings(root);
        json::eachField(root, [&](std::string_view key, Value value) {
            if (key != "versions")
                return;
            found = json::isArray(value);
            out = json::strings(value);
        });
    });
    if (!read)
        return tl::unexpected(read.error());
    if (!found)
        return tl::unexpected(missing(name));
    std::sort(out.begin(), out.end(), std::greater<>());
    return out;
}

namespace {

void readConfig(Value v, ServerInfo& info) {
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "framework_name")
            info.frameworkName = json::string(value);
        else if (key == "mesos_role")
            info.role = json::string(value);
        else if (key == "features")
            info.features = json::strings(value);
        else if (key == "mesos_leader_ui_url")
            info.masterUi = json::string(value);
        else if (key == "zk_max_versions")
            info.maxVersions = int(json::integer(value));
    });
}

} // namespace

base::Result<ServerInfo> decodeInfo(QByteArrayView body) {
    const char* name = QT_TRANSLATE_NOOP("Marathon", "Marathon's own description");
    ServerInfo info;
    const auto read = json::read(body, what(name), [&](Value root) {
        json::eachField(root, [&](std::string_view key, Value value) {
            if (key == "name")
                info.name = json::string(value);
            else if (key == "version")
                info.version = json::string(value);
            else if (key == "leader")
                info.leader = json::string(value);
            else if (key == "frameworkId")
                info.frameworkId = json::string(value);
            else if (key == "marathon_config" || key == "zookeeper_config")
                readConfig(value, info);
        });
    });
    if (!read)
        return tl::unexpected(read.error());
    if (info.version.isEmpty())
        return tl::unexpected(missing(name));
    return info;
}

base::Result<QString> decodeLeader(QByteArrayView body) {
    const char* name = QT_TRANSLATE_NOOP("Marathon", "Marathon's leader");
    QString leader;
    const auto read = json::read(body, what(name), [&](Value root) {
        json::eachField(root, [&](std::string_view key, Value value) {
            if (key == "leader")
                leader = json::string(value);
        });
    });
    if (!read)
        return tl::unexpected(read.error());
    if (leader.isEmpty())
        return tl::unexpected(missing(name));
    return leader;
}

CommandResult decodeCommandResult(QByteArrayView body, QByteArrayView deploymentHeader) {
    CommandResult out;
    out.answer = body.toByteArray();
    out.deploymentId = QString::fromUtf8(deploymentHeader);
    for (const json::Member& m : json::members(body)) {
        if (m.key == QByteArrayView("version"))
            out.version = json::plainString(m.value).value_or(QString());
        else if (m.key == QByteArrayView("deploymentId") && out.deploymentId.isEmpty())
            out.deploymentId = json::plainString(m.value).value_or(QString());
        else if (m.key == QByteArrayView("deployments") && out.deploymentId.isEmpty()) {
            const QList<QByteArrayView> ids = json::elements(m.value);
            if (!ids.isEmpty())
                out.deploymentId =
                    json::plainString(json::member(ids.first(), "id").value_or(QByteArrayView())).value_or(QString());
        }
    }
    return out;
}

} // namespace mesoscope::scheduler::marathon
