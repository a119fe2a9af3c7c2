#include "models/master/observe.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mesoscope::master {

namespace {

constexpr qint64 minPauseMs = 500;

QString tr(const char* text) {
    return QCoreApplication::translate("master", text);
}

base::Error unreadable(const QString& what) {
    return {base::ErrorKind::Decode,
            tr("The answer with the %1 can't be read.").arg(what),
            tr("Check whether the address is a Mesos master or agent."),
            {},
            0};
}

QString idOf(const QJsonObject& object, QLatin1String key) {
    return object.value(key).toObject().value(QLatin1String("value")).toString();
}

Container containerFrom(const QJsonObject& json) {
    Container c;
    const QJsonObject id = json.value(QLatin1String("container_id")).toObject();
    c.id = id.value(QLatin1String("value")).toString();
    c.parentId = idOf(id, QLatin1String("parent"));
    c.frameworkId = idOf(json, QLatin1String("framework_id"));
    c.executorId = idOf(json, QLatin1String("executor_id"));
    c.executorName = json.value(QLatin1String("executor_name")).toString();
    c.pid = json.value(QLatin1String("container_status")).toObject().value(QLatin1String("executor_pid")).toInt();
    const QJsonObject use = json.value(QLatin1String("resource_statistics")).toObject();
    c.cpuSeconds = use.value(QLatin1String("cpus_user_time_secs")).toDouble() +
                   use.value(QLatin1String("cpus_system_time_secs")).toDouble();
    c.memBytes = use.value(QLatin1String("mem_rss_bytes")).toInteger();
    c.memLimitBytes = use.value(QLatin1String("mem_limit_bytes")).toInteger();
    return c;
}

} // namespace

base::Result<QMap<QString, double>> decodeMetrics(const QByteArray& answer) {
    const QJsonDocument document = QJsonDocument::fromJson(answer);
    if (!document.isObject())
        return tl::unexpected(unreadable(tr("metrics")));
    QMap<QString, double> metrics;
    const QJsonObject root = document.object();
    if (root.contains(QLatin1String("get_metrics"))) {
        for (const QJsonValue& v :
             root.value(QLatin1String("get_metrics")).toObject().value(QLatin1String("metrics")).toArray()) {
            const QJsonObject m = v.toObject();
            metrics.insert(m.value(QLatin1String("name")).toString(), m.value(QLatin1String("value")).toDouble());
        }
        return metrics;
    }
    for (auto it = root.begin(); it != root.end(); ++it) {
        if (it.value().isDouble())
            metrics.insert(it.key(), it.value().toDouble());
    }
    return metrics;
}

base::Result<QMap<QString, QString>> decodeFlags(const QByteArray& answer) {
    const QJsonDocument document = QJsonDocument::fromJson(answer);
    if (!document.isObject())
        return tl::unexpected(unreadable(tr("flags")));
    QMap<QString, QString> flags;
    const QJsonObject root = document.object();
    for (const QJsonValue& v :
         root.value(QLatin1String("get_flags")).toObject().value(QLatin1String("flags")).toArray()) {
        const QJsonObject f = v.toObject();
        flags.insert(f.value(QLatin1String("name")).toString(), f.value(QLatin1String("value")).toString());
    }
    const QJsonObject plain = root.value(QLatin1String("flags")).toObject();
    for (auto it = plain.begin(); it != plain.end(); ++it)
        flags.insert(it.key(), it.value().toString());
    return flags;
}

base::Result<QList<Container>> decodeContainers(const QByteArray& answer) {
    const QJsonDocument document = QJsonDocument::fromJson(answer);
    if (!document.isObject())
        return tl::unexpected(unreadable(tr("containers")));
    QList<Container> containers;
    const QJsonObject get = document.object().value(QLatin1String("get_containers")).toObject();
    for (const QJsonValue& v : get.value(QLatin1String("containers")).toArray())
        containers.append(containerFrom(v.toObject()));
    return containers;
}

MetricsReader::MetricsReader(net::HttpClient& client, const base::Clock& clock, net::Credentials credentials,
                             net::TlsSettings tls, QObject* parent)
    : QObject(parent), client_(client), clock_(clock), credentials_(std::move(credentials)), tls_(std::move(tls)) {}

void MetricsReader::read(const QUrl& base, QObject* context, Done done) {
    const QString key = net::printable(base);
    Last& last = last_[key];
    last.waiting.emplace_back(context, std::move(done));
    if (last.running)
        return;
    const qint64 now = clock_.steadyMs();
    if (last.asked && now - last.askedMs < minPauseMs) {
        QMetaObject::invokeMethod(
            this, [this, key] { handOut(key); }, Qt::QueuedConnection);
        return;
    }
    last.asked = true;
    last.askedMs = now;
    last.running = true;
    net::Request request;
    request.endpoint = {{base}, credentials_, tls_};
    request.url = net::joined(base, QStringLiteral("/metrics/snapshot"));
    request.system = QStringLiteral("Mesos");
    client_.sendFor(this, request, [this, key](const base::Result<net::Response>& answer) {
        Last& asked = last_[key];
        asked.running = false;
        asked.answer = answer ? decodeMetrics(answer->body) : tl::unexpected(answer.error());
        handOut(key);
    });
}

void MetricsReader::handOut(const QString& key) {
    Last& last = last_[key];
    if (last.running)
        return;
    const auto waiting = std::exchange(last.waiting, {});
    const auto answer = last.answer;
    for (const auto& [context, done] : waiting) {
        if (context)
            done(answer);
    }
}

} // namespace mesoscope::master
