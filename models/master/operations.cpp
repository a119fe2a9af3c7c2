#include "models/master/operations.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace mesoscope::master {

namespace {

base::Error unreadable(const char* call) {
    return {base::ErrorKind::Decode,
            QCoreApplication::translate("master", "The answer to %1 can't be read.").arg(QLatin1String(call)),
            QCoreApplication::translate("master", "Check whether the address is a Mesos master or agent."),
            {},
            0};
}

/// The part of the answer that carries its content; null when it is no such answer.
base::Result<QJsonObject> part(const QByteArray& answer, const char* call, QLatin1String name) {
    const QJsonDocument document = QJsonDocument::fromJson(answer);
    if (!document.isObject() || document.object().value(QLatin1String("type")).toString() != QLatin1String(call))
        return tl::unexpected(unreadable(call));
    return document.object().value(name).toObject();
}

QString idIn(const QJsonObject& object, QLatin1String key) {
    return object.value(key).toObject().value(QLatin1String("value")).toString();
}

Scalars sumOf(const QJsonArray& resources) {
    Scalars sum;
    for (const QJsonValue& v : resources) {
        const QJsonObject r = v.toObject();
        const QString name = r.value(QLatin1String("name")).toString();
        const double amount = r.value(QLatin1String("scalar")).toObject().value(QLatin1String("value")).toDouble();
        if (name == QLatin1String("cpus"))
            sum.cpus += amount;
        else if (name == QLatin1String("mem"))
            sum.mem += amount;
        else if (name == QLatin1String("disk"))
            sum.disk += amount;
        else if (name == QLatin1String("gpus"))
            sum.gpus += amount;
    }
    return sum;
}

Machine machineFrom(const QJsonObject& json) {
    return {json.value(QLatin1String("hostname")).toString(), json.value(QLatin1String("ip")).toString()};
}

/// "RESERVE" → the resources under info.reserve; what an operation became says it better.
QList<Holding> resourcesOf(const QJsonObject& info, const QString& type, const QJsonObject& status) {
    const QJsonArray became = status.value(QLatin1String("converted_resources")).toArray();
    if (!became.isEmpty())
        return holdingsFrom(became);
    const QJsonObject call = info.value(type.toLower()).toObject();
    for (const QLatin1String key : {QLatin1String("resources"), QLatin1String("volumes")}) {
        if (call.contains(key))
            return holdingsFrom(call.value(key).toArray());
    }
    for (const QLatin1String key : {QLatin1String("volume"), QLatin1String("source")}) {
        if (call.contains(key))
            return holdingsFrom(QJsonArray{call.value(key)});
    }
    return {};
}

/// JSON carries its bytes as base64; logs of masters and agents print it in the usual form.
QString uuidText(const QString& base64) {
    const QByteArray bytes = QByteArray::fromBase64(base64.toLatin1());
    constexpr qsizetype whole = 16;
    return bytes.size() == whole ? QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces) : base64;
}

Operation operationFrom(const QJsonObject& json) {
    Operation o;
    const QJsonObject info = json.value(QLatin1String("info")).toObject();
    const QJsonObject status = json.value(QLatin1String("latest_status")).toObject();
    o.id = idIn(info, QLatin1String("id"));
    o.uuid = uuidText(idIn(json, QLatin1String("uuid")));
    o.type = info.value(QLatin1String("type")).toString();
    o.state = status.value(QLatin1String("state")).toString();
    o.message = status.value(QLatin1String("message")).toString();
    o.frameworkId = idIn(json, QLatin1String("framework_id"));
    o.agentId = idIn(json, QLatin1String("agent_id"));
    o.resources = resourcesOf(info, o.type, status);
    o.provider = idIn(status, QLatin1String("resource_provider_id"));
    return o;
}

} // namespace

base::Result<QList<Executor>> decodeExecutors(const QByteArray& answer) {
    const auto root = part(answer, "GET_EXECUTORS", QLatin1String("get_executors"));
    if (!root)
        return tl::unexpected(root.error());
    QList<Executor> list;
    for (const QLatin1String key : {QLatin1String("executors"), QLatin1String("completed_executors")}) {
        for (const QJsonValue& v : root->value(key).toArray()) {
            const QJsonObject info = v.toObject().value(QLatin1String("executor_info")).toObject();
            Executor e;
            e.id = idIn(info, QLatin1String("executor_id"));
            e.name = info.value(QLatin1String("name")).toString();
            e.type = info.value(QLatin1String("type")).toString();
            e.frameworkId = idIn(info, QLatin1String("framework_id"));
            e.agentId = idIn(v.toObject(), QLatin1String("agent_id"));
            e.resources = sumOf(info.value(QLatin1String("resources")).toArray());
            e.completed = key.startsWith(QLatin1String("completed"));
            list.append(e);
        }
    }
    return list;
}

base::Result<QList<Operation>> decodeOperations(const QByteArray& answer) {
    const auto root = part(answer, "GET_OPERATIONS", QLatin1String("get_operations"));
    if (!root)
        return tl::unexpected(root.error());
    QList<Operation> list;
    for (const QJsonValue& v : root->value(QLatin1String("operations")).toArray())
        list.append(operationFrom(v.toObject()));
    return list;
}

base::Result<MaintenanceStatus> decodeMaintenanceStatus(const QByteArray& answer) {
    const auto root = part(answer, "GET_MAINTENANCE_STATUS", QLatin1String("get_maintenance_status"));
    if (!root)
        return tl::unexpected(root.error());
    MaintenanceStatus status;
    const QJsonObject machines = root->value(QLatin1String("status")).toObject();
    for (const QJsonValue& v : machines.value(QLatin1String("draining_machines")).toArray())
        status.draining.append(machineFrom(v.toObject().value(QLatin1String("id")).toObject()));
    for (const QJsonValue& v : machines.value(QLatin1String("down_machines")).toArray())
        status.down.append(machineFrom(v.toObject()));
    return status;
}

} // namespace mesoscope::master
