#include "models/scheduler/marathon/fields.h"

#include "models/base/iso_time.h"

#include <unordered_map>

namespace mesoscope::scheduler::marathon {

namespace json = base::json;
using json::Value;

qint64 timeOf(Value v) {
    return base::msFromIso(json::text(v));
}

namespace {

using AppReader = void (*)(App&, Value);

Constraint readConstraint(Value v) {
    QStringList parts;
    Constraint c;
    json::eachItem(v, [&](Value part) { parts.append(json::string(part)); });
    json::eachField(v, [&](std::string_view key, Value part) {
        if (key == "fieldName")
            c.field = json::string(part);
        else if (key == "operator")
            c.op = json::string(part);
        else if (key == "value")
            c.value = json::string(part);
    });
    if (!parts.isEmpty())
        c = {parts.value(0), parts.value(1), parts.value(2)};
    return c;
}

void readVersionInfo(App& app, Value v) {
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "lastScalingAt")
            app.lastScalingMs = timeOf(value);
        else if (key == "lastConfigChangeAt")
            app.lastConfigChangeMs = timeOf(value);
    });
}

void readUpgradeStrategy(App& app, Value v) {
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "minimumHealthCapacity")
            app.minimumHealthCapacity = json::number(value);
        else if (key == "maximumOverCapacity")
            app.maximumOverCapacity = json::number(value);
    });
}

void readContainer(App& app, Value v) {
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key != "docker")
            return;
        json::eachField(value, [&](std::string_view name, Value image) {
            if (name == "image")
                app.image = json::string(image);
        });
    });
}

QMap<QString, QString> readLabels(Value v) {
    QMap<QString, QString> out;
    json::eachField(v, [&](std::string_view key, Value value) {
        out.insert(QString::fromUtf8(key.data(), qsizetype(key.size())), json::string(value));
    });
    return out;
}

TaskFailure readFailure(Value v) {
    TaskFailure f;
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "taskId")
            f.taskId = json::string(value);
        else if (key == "state")
            f.state = json::string(value);
        else if (key == "message")
            f.message = json::string(value);
        else if (key == "host")
            f.host = json::string(value);
        else if (key == "version")
            f.version = json::string(value);
        else if (key == "timestamp")
            f.timestampMs = timeOf(value);
    });
    return f;
}

QStringList readIds(Value v) {
    QStringList out;
    json::eachItem(v, [&](Value item) {
        json::eachField(item, [&](std::string_view key, Value id) {
            if (key == "id")
                out.append(json::string(id));
        });
    });
    return out;
}

void addResources(App& app, Value v) {
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "cpus")
            app.cpus += json::number(value);
        else if (key == "mem")
            app.mem += json::number(value);
        else if (key == "disk")
            app.disk += json::number(value);
        else if (key == "gpus")
            app.gpus += json::number(value);
    });
}

void readPodContainers(App& app, Value v) {
    json::eachItem(v, [&](Value container) {
        json::eachField(container, [&](std::string_view key, Value value) {
            if (key == "resources")
                addResources(app, value);
            else if (key == "healthCheck")
                app.hasHealthChecks = app.hasHealthChecks || json::isObject(value);
            else if (key == "image" && app.image.isEmpty())
                json::eachField(value, [&](std::string_view name, Value id) {
                    if (name == "id")
                        app.image = json::string(id);
                });
        });
    });
}

void readScheduling(App& app, Value v) {
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "upgrade")
            readUpgradeStrategy(app, value);
        if (key != "placement")
            return;
        json::eachField(value, [&](std::string_view name, Value list) {
            if (name == "constraints")
                json::eachItem(list, [&](Value item) { app.constraints.append(readConstraint(item)); });
        });
    });
}

void readScaling(App& app, Value v) {
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "instances")
            app.instances = int(json::integer(value));
    });
}

const std::unordered_map<std::string_view, AppReader>& appReaders() {
    static const std::unordered_map<std::string_view, AppReader> readers = {
        {"id", [](App& a, Value v) { a.id = json::string(v); }},
        {"version",
         [](App& a, Value v) {
             a.version = json::string(v);
             a.versionMs = timeOf(v);
         }},
        {"versionInfo", readVersionInfo},
        {"instances", [](App& a, Value v) { a.instances = int(json::integer(v)); }},
        {"tasksStaged", [](App& a, Value v) { a.tasksStaged = int(json::integer(v)); }},
        {"tasksRunning", [](App& a, Value v) { a.tasksRunning = int(json::integer(v)); }},
        {"tasksHealthy", [](App& a, Value v) { a.tasksHealthy = int(json::integer(v)); }},
        {"tasksUnhealthy", [](App& a, Value v) { a.tasksUnhealthy = int(json::integer(v)); }},
        {"healthChecks", [](App& a, Value v) { json::eachItem(v, [&](Value) { a.hasHealthChecks = true; }); }},
        {"cpus", [](App& a, Value v) { a.cpus += json::number(v); }},
        {"mem", [](App& a, Value v) { a.mem += json::number(v); }},
        {"disk", [](App& a, Value v) { a.disk += json::number(v); }},
        {"gpus", [](App& a, Value v) { a.gpus += json::number(v); }},
        {"executorResources", addResources},
        {"container", readContainer},
        {"cmd", [](App& a, Value v) { a.command = json::string(v); }},
        {"args",
         [](App& a, Value v) {
             if (a.command.isEmpty())
                 a.command = json::strings(v).join(QLatin1Char(' '));
         }},
        {"role", [](App& a, Value v) { a.role = json::string(v); }},
        {"labels", [](App& a, Value v) { a.labels = readLabels(v); }},
        {"constraints",
         [](App& a, Value v) { json::eachItem(v, [&](Value item) { a.constraints.append(readConstraint(item)); }); }},
        {"dependencies", [](App& a, Value v) { a.dependencies = json::strings(v); }},
        {"deployments", [](App& a, Value v) { a.deployments = readIds(v); }},
        {"upgradeStrategy", readUpgradeStrategy},
        {"lastTaskFailure",
         [](App& a, Value v) {
             if (json::isObject(v))
                 a.lastFailure = readFailure(v);
         }},
        {"containers", readPodContainers},
        {"scaling", readScaling},
        {"scheduling", readScheduling},
    };
    return readers;
}

HealthResult readHealth(Value v) {
    HealthResult h;
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "alive")
            h.alive = json::boolean(value);
        else if (key == "consecutiveFailures")
            h.consecutiveFailures = int(json::integer(value));
        else if (key == "firstSuccess")
            h.firstSuccessMs = timeOf(value);
        else if (key == "lastSuccess")
            h.lastSuccessMs = timeOf(value);
        else if (key == "lastFailure")
            h.lastFailureMs = timeOf(value);
        else if (key == "lastFailureCause")
            h.lastFailureCause = json::string(value);
    });
    return h;
}

using TaskReader = void (*)(Instance&, Value);

void readAddresses(Instance& t, Value v) {
    json::eachItem(v, [&](Value item) {
        json::eachField(item, [&](std::string_view key, Value address) {
            if (key == "ipAddress")
                t.ipAddresses.append(json::string(address));
        });
    });
}

const std::unordered_map<std::string_view, TaskReader>& taskReaders() {
    static const std::unordered_map<std::string_view, TaskReader> readers = {
        {"id", [](Instance& t, Value v) { t.taskId = json::string(v); }},
        {"appId", [](Instance& t, Value v) { t.appId = json::string(v); }},
        {"host", [](Instance& t, Value v) { t.host = json::string(v); }},
        {"slaveId", [](Instance& t, Value v) { t.agentId = json::string(v); }},
        {"state", [](Instance& t, Value v) { t.state = json::string(v); }},
        {"version", [](Instance& t, Value v) { t.version = json::string(v); }},
        {"ports",
         [](Instance& t, Value v) { json::eachItem(v, [&](Value p) { t.ports.append(int(json::integer(p))); }); }},
        {"ipAddresses", readAddresses},
        {"stagedAt", [](Instance& t, Value v) { t.stagedMs = timeOf(v); }},
        {"startedAt", [](Instance& t, Value v) { t.startedMs = timeOf(v); }},
        {"healthCheckResults",
         [](Instance& t, Value v) { json::eachItem(v, [&](Value item) { t.health.append(readHealth(item)); }); }},
    };
    return readers;
}

ReadinessResult readReadiness(Value v) {
    ReadinessResult r;
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "name")
            r.name = json::string(value);
        else if (key == "taskId")
            r.taskId = json::string(value);
        else if (key == "ready")
            r.ready = json::boolean(value);
        else if (key == "lastResponse")
            json::eachField(value, [&](std::string_view name, Value status) {
                if (name == "status")
                    r.lastStatus = int(json::integer(status));
            });
    });
    return r;
}

} // namespace

void readApp(simdjson::ondemand::object object, App& app, QList<Instance>* tasks) {
    const auto& readers = appReaders();
    json::eachField(object, [&](std::string_view key, Value value) {
        if (tasks && key == "tasks") {
            json::eachItem(value, [&](Value item) { tasks->append(readTask(item)); });
            return;
        }
        const auto found = readers.find(key);
        if (found != readers.end())
            found->second(app, value);
    });
}

Instance readTask(Value v) {
    Instance task;
    const auto& readers = taskReaders();
    json::eachField(v, [&](std::string_view key, Value value) {
        const auto found = readers.find(key);
        if (found != readers.end())
            found->second(task, value);
    });
    return task;
}

QList<DeploymentAction> readActions(Value v, QList<ReadinessResult>* readiness) {
    QList<DeploymentAction> out;
    json::eachItem(v, [&](Value item) {
        DeploymentAction action;
        json::eachField(item, [&](std::string_view key, Value value) {
            if (key == "action" || key == "type") // "type" up to 0.x and in old documents
                action.action = json::string(value);
            else if (key == "app" || key == "pod")
                action.app = json::string(value);
            else if (readiness && key == "readinessCheckResults")
                json::eachItem(value, [&](Value r) { readiness->append(readReadiness(r)); });
        });
        out.append(action);
    });
    return out;
}

QList<DeploymentAction> readStep(Value v, QList<ReadinessResult>* readiness) {
    QList<DeploymentAction> out;
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "actions")
            out = readActions(value, readiness);
    });
    return out;
}

QList<QList<DeploymentAction>> readSteps(Value v) {
    QList<QList<DeploymentAction>> out;
    json::eachItem(v, [&](Value step) { out.append(readStep(step, nullptr)); });
    return out;
}

} // namespace mesoscope::scheduler::marathon
