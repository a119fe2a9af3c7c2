#include "models/master/calls.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mesoscope::master {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("master", text);
}

QJsonObject id(const QString& value) {
    return {{QStringLiteral("value"), value}};
}

QByteArray call(const char* type, const char* part, const QJsonObject& arguments) {
    // Written by hand at the outermost level, so that "type" stands first for whoever reads it.
    return QByteArray("{\"type\":\"") + type + "\",\"" + part +
           "\":" + QJsonDocument(arguments).toJson(QJsonDocument::Compact) + '}';
}

QByteArray agentCall(const char* type, const char* part, const QString& agentId) {
    return call(type, part, {{QStringLiteral("agent_id"), id(agentId)}});
}

QJsonObject quantities(const Scalars& s) {
    QJsonObject map;
    const std::pair<QLatin1String, double> all[] = {{QLatin1String("cpus"), s.cpus},
                                                    {QLatin1String("mem"), s.mem},
                                                    {QLatin1String("disk"), s.disk},
                                                    {QLatin1String("gpus"), s.gpus}};
    for (const auto& [name, value] : all) {
        if (value != 0)
            map.insert(name, QJsonObject{{QStringLiteral("value"), value}});
    }
    return map;
}

QJsonObject nanoseconds(qint64 ms) {
    return {{QStringLiteral("nanoseconds"), ms * 1'000'000}};
}

QJsonObject windowJson(const MaintenanceWindow& window) {
    QJsonArray machines;
    for (const Machine& m : window.machines)
        machines.append(QJsonObject{{QStringLiteral("hostname"), m.hostname}, {QStringLiteral("ip"), m.ip}});
    QJsonObject unavailability{{QStringLiteral("start"), nanoseconds(window.startMs)}};
    if (window.durationMs >= 0)
        unavailability.insert(QStringLiteral("duration"), nanoseconds(window.durationMs));
    return {{QStringLiteral("machine_ids"), machines}, {QStringLiteral("unavailability"), unavailability}};
}

MaintenanceWindow windowFrom(const QJsonObject& json) {
    MaintenanceWindow window;
    for (const QJsonValue& v : json.value(QLatin1String("machine_ids")).toArray()) {
        const QJsonObject m = v.toObject();
        window.machines.append(
            {m.value(QLatin1String("hostname")).toString(), m.value(QLatin1String("ip")).toString()});
    }
    const QJsonObject when = json.value(QLatin1String("unavailability")).toObject();
    const auto ms = [&when](QLatin1String key) {
        return when.value(key).toObject().value(QLatin1String("nanoseconds")).toInteger() / 1'000'000;
    };
    window.startMs = ms(QLatin1String("start"));
    window.durationMs = when.contains(QLatin1String("duration")) ? ms(QLatin1String("duration")) : -1;
    return window;
}

} // namespace

QByteArray drainAgentCall(const QString& agentId, qint64 graceMs, bool markGone) {
    QJsonObject arguments{{QStringLiteral("agent_id"), id(agentId)}};
    if (graceMs >= 0)
        arguments.insert(QStringLiteral("max_grace_period"),
                         QJsonObject{{QStringLiteral("seconds"), (graceMs + 999) / 1000}});
    if (markGone)
        arguments.insert(QStringLiteral("mark_gone"), true);
    return call("DRAIN_AGENT", "drain_agent", arguments);
}

QByteArray deactivateAgentCall(const QString& agentId) {
    return agentCall("DEACTIVATE_AGENT", "deactivate_agent", agentId);
}

QByteArray reactivateAgentCall(const QString& agentId) {
    return agentCall("REACTIVATE_AGENT", "reactivate_agent", agentId);
}

QByteArray markAgentGoneCall(const QString& agentId) {
    return agentCall("MARK_AGENT_GONE", "mark_agent_gone", agentId);
}

QByteArray teardownCall(const QString& frameworkId) {
    return call("TEARDOWN", "teardown", {{QStringLiteral("framework_id"), id(frameworkId)}});
}

QByteArray updateWeightsCall(const QList<Weight>& weights) {
    QJsonArray infos;
    for (const Weight& w : weights)
        infos.append(QJsonObject{{QStringLiteral("role"), w.role}, {QStringLiteral("weight"), w.weight}});
    return call("UPDATE_WEIGHTS", "update_weights", {{QStringLiteral("weight_infos"), infos}});
}

QByteArray updateQuotaCall(const QList<Quota>& quota, bool force) {
    QJsonArray configs;
    for (const Quota& q : quota) {
        QJsonObject config{{QStringLiteral("role"), q.role}, {QStringLiteral("guarantees"), quantities(q.guarantee)}};
        if (q.limit)
            config.insert(QStringLiteral("limits"), quantities(*q.limit));
        configs.append(config);
    }
    return call("UPDATE_QUOTA", "update_quota",
                {{QStringLiteral("force"), force}, {QStringLiteral("quota_configs"), configs}});
}

QByteArray updateMaintenanceCall(const QList<MaintenanceWindow>& schedule) {
    QJsonArray windows;
    for (const MaintenanceWindow& w : schedule)
        windows.append(windowJson(w));
    return call("UPDATE_MAINTENANCE_SCHEDULE", "update_maintenance_schedule",
                {{QStringLiteral("schedule"), QJsonObject{{QStringLiteral("windows"), windows}}}});
}

base::Result<QList<MaintenanceWindow>> decodeMaintenance(const QByteArray& answer) {
    const QJsonDocument document = QJsonDocument::fromJson(answer);
    if (!document.isObject())
        return tl::unexpected(base::Error{base::ErrorKind::Decode,
                                          tr("The maintenance schedule can't be read."),
                                          tr("Check whether the address is a Mesos master."),
                                          {},
                                          0});
    QList<MaintenanceWindow> windows;
    const QJsonObject schedule = document.object()
                                     .value(QLatin1String("get_maintenance_schedule"))
                                     .toObject()
                                     .value(QLatin1String("schedule"))
                                     .toObject();
    for (const QJsonValue& v : schedule.value(QLatin1String("windows")).toArray())
        windows.append(windowFrom(v.toObject()));
    return windows;
}

QByteArray readCall(const char* type) {
    const QByteArray name(type);
    return "{\"type\":\"" + name + (name == "GET_METRICS" ? "\",\"get_metrics\":{}}" : "\"}");
}

base::Error explained(const QByteArray& call, const base::Error& error) {
    base::Error e = error;
    if (error.httpStatus == 403) {
        e.sentence = tr("The master's access control does not allow you to do this.");
        e.advice = tr("Ask its operator for the permission, or use other credentials.");
    } else if (error.serverText.startsWith(QLatin1String("Unknown agent")) ||
               (error.httpStatus == 404 && call.contains("_AGENT"))) {
        e.sentence = tr("The master does not know this agent (any more).");
        e.advice = tr("It may have left or been marked gone; the list of agents is read again.");
    } else if (error.serverText.contains(QLatin1String("DRAINING state"))) {
        e.sentence = tr("The agent is still draining, so it can't be reactivated yet.");
        e.advice = tr("Wait for its last tasks. When their framework is gone it may stay so; then restart the agent.");
    } else if (error.serverText.startsWith(QLatin1String("No framework found"))) {
        e.sentence = tr("The master does not know this framework (any more).");
        e.advice = tr("It may have ended meanwhile.");
    }
    return e;
}

} // namespace mesoscope::master
