#include "models/master/placements.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mesoscope::master {

namespace {

using Key = QLatin1String;

base::Error unreadable(const QString& what) {
    return {base::ErrorKind::Decode,
            QCoreApplication::translate("master", "The answer to %1 can't be read.").arg(what),
            QCoreApplication::translate("master", "Check whether the address is a Mesos master or agent."),
            {},
            0};
}

QString text(const QJsonObject& object, const char* key) {
    return object.value(Key(key)).toString();
}

QJsonObject inner(const QJsonObject& object, const char* key) {
    return object.value(Key(key)).toObject();
}

QString rangesText(const QJsonObject& ranges) {
    QStringList parts;
    const QJsonArray list = ranges.value(Key("range")).toArray();
    for (const auto& v : list) {
        const qint64 begin = v.toObject().value(Key("begin")).toInteger();
        const qint64 end = v.toObject().value(Key("end")).toInteger();
        parts << (begin == end ? QString::number(begin) : QStringLiteral("%1-%2").arg(begin).arg(end));
    }
    return parts.join(QStringLiteral(", "));
}

QString setText(const QJsonObject& set) {
    QStringList parts;
    const QJsonArray list = set.value(Key("item")).toArray();
    for (const auto& v : list)
        parts << v.toString();
    return parts.join(QStringLiteral(", "));
}

/// The last one of a refined reservation counts; older masters write role and principal beside it.
void addReservation(const QJsonObject& json, Holding& h) {
    const QJsonArray stack = json.value(Key("reservations")).toArray();
    const QJsonObject last = stack.isEmpty() ? inner(json, "reservation") : stack.last().toObject();
    h.role = text(stack.isEmpty() ? json : last, "role");
    h.dynamic = stack.isEmpty() ? json.contains(Key("reservation")) : text(last, "type") == Key("DYNAMIC");
    h.principal = text(last, "principal");
    const QJsonArray labels = inner(last, "labels").value(Key("labels")).toArray();
    for (const auto& v : labels)
        h.labels.append({text(v.toObject(), "key"), text(v.toObject(), "value")});
}

void addDisk(const QJsonObject& disk, Holding& h) {
    const QJsonObject persistence = inner(disk, "persistence");
    h.volumeId = text(persistence, "id");
    h.volumePrincipal = text(persistence, "principal");
    h.containerPath = text(inner(disk, "volume"), "container_path");
    h.mode = text(inner(disk, "volume"), "mode");
    h.source = text(inner(disk, "source"), "type");
}

Holding holdingFrom(const QJsonObject& json) {
    Holding h;
    h.name = text(json, "name");
    h.amount = inner(json, "scalar").value(Key("value")).toDouble();
    if (json.contains(Key("ranges")))
        h.values = rangesText(inner(json, "ranges"));
    else if (json.contains(Key("set")))
        h.values = setText(inner(json, "set"));
    addReservation(json, h);
    addDisk(inner(json, "disk"), h);
    h.shared = json.contains(Key("shared"));
    h.revocable = json.contains(Key("revocable"));
    return h;
}

std::optional<HealthDefinition> healthFrom(const QJsonObject& json) {
    if (json.isEmpty())
        return std::nullopt;
    HealthDefinition health;
    health.type = text(json, "type");
    const QJsonObject http = inner(json, "http");
    const QJsonObject tcp = inner(json, "tcp");
    const QJsonObject command = inner(json, "command");
    const auto port = [](const QJsonObject& o) { return QString::number(o.value(Key("port")).toInt()); };
    if (health.type == Key("HTTP") || (health.type.isEmpty() && !http.isEmpty())) {
        const QString scheme = text(http, "scheme");
        health.target = (scheme.isEmpty() ? QStringLiteral("http") : scheme) + QStringLiteral("://:") + port(http) +
                        text(http, "path");
    } else if (health.type == Key("TCP")) {
        health.target = QLatin1Char(':') + port(tcp);
    } else {
        health.target = text(command, "value");
        const QJsonArray arguments = command.value(Key("arguments")).toArray();
        for (const auto& v : arguments)
            health.target += QLatin1Char(' ') + v.toString();
    }
    const auto number = [&json](const char* key, double otherwise) { return json.value(Key(key)).toDouble(otherwise); };
    health.delaySeconds = number("delay_seconds", health.delaySeconds);
    health.intervalSeconds = number("interval_seconds", health.intervalSeconds);
    health.timeoutSeconds = number("timeout_seconds", health.timeoutSeconds);
    health.graceSeconds = number("grace_period_seconds", health.graceSeconds);
    health.failures = int(number("consecutive_failures", health.failures));
    return health;
}

TaskDetail detailFrom(const QString& id, const QJsonObject& json) {
    TaskDetail detail;
    detail.id = id;
    detail.user = text(json, "user");
    detail.health = healthFrom(inner(json, "health_check"));
    const QJsonObject grace = inner(inner(json, "kill_policy"), "grace_period");
    if (grace.contains(Key("nanoseconds")))
        detail.killGraceMs = grace.value(Key("nanoseconds")).toInteger() / 1'000'000;
    detail.resources = holdingsFrom(json.value(Key("resources")).toArray());
    return detail;
}

} // namespace

QList<Holding> holdingsFrom(const QJsonArray& resources) {
    QList<Holding> list;
    for (const auto& v : resources)
        list.append(holdingFrom(v.toObject()));
    return list;
}

QString holdingText(const Holding& h) {
    QString out = h.name;
    if (h.isReserved())
        out += h.principal.isEmpty() ? QStringLiteral("(%1)").arg(h.role)
                                     : QStringLiteral("(%1, %2)").arg(h.role, h.principal);
    if (!h.volumeId.isEmpty())
        out += QStringLiteral("[%1:%2]").arg(h.volumeId, h.containerPath);
    return out + QLatin1Char(':') + (h.values.isEmpty() ? QString::number(h.amount, 'g', 10) : h.values);
}

base::Result<QList<Holding>> decodeHoldings(const QByteArray& answer) {
    const QJsonDocument document = QJsonDocument::fromJson(answer);
    QJsonObject agent = document.object();
    if (agent.contains(Key("slaves")))
        agent = agent.value(Key("slaves")).toArray().first().toObject();
    if (!document.isObject() || !agent.contains(Key("unreserved_resources_full")))
        return tl::unexpected(unreadable(QStringLiteral("/state")));
    QList<Holding> list;
    const QJsonObject roles = inner(agent, "reserved_resources_full");
    for (auto it = roles.begin(); it != roles.end(); ++it)
        list += holdingsFrom(it.value().toArray());
    for (const Holding& h : holdingsFrom(agent.value(Key("unreserved_resources_full")).toArray())) {
        if (!h.volumeId.isEmpty())
            list.append(h);
    }
    return list;
}

base::Result<TaskDetail> decodeTaskDetail(const QByteArray& answer, const QString& taskId) {
    const QJsonObject root = QJsonDocument::fromJson(answer).object();
    if (text(root, "type") != Key("GET_TASKS"))
        return tl::unexpected(unreadable(QStringLiteral("GET_TASKS")));
    const QJsonObject lists = inner(root, "get_tasks");
    for (const char* name : {"tasks", "launched_tasks", "queued_tasks", "pending_tasks", "terminated_tasks",
                             "completed_tasks", "unreachable_tasks", "orphan_tasks"}) {
        const QJsonArray tasks = lists.value(Key(name)).toArray();
        for (const auto& v : tasks) {
            if (text(inner(v.toObject(), "task_id"), "value") == taskId)
                return detailFrom(taskId, v.toObject());
        }
    }
    return tl::unexpected(
        base::Error{base::ErrorKind::Input,
                    QCoreApplication::translate("master", "The agent does not know the task %1 any more.").arg(taskId),
                    {},
                    {},
                    0});
}

} // namespace mesoscope::master
