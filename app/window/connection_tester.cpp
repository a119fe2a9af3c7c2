#include "app/window/connection_tester.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace mesoscope::app::window {

namespace {

using widgets::ProbeResult;

constexpr int patienceMs = 5000;

struct Probe {
    QString path;
    QString system;
    net::Expect expect;
};

Probe probeOf(base::SourceKind part) {
    switch (part) {
    case base::SourceKind::Scheduler:
        return {QStringLiteral("/v2/info"), QStringLiteral("Marathon"), net::Expect::Json};
    case base::SourceKind::Gateway:
        return {QStringLiteral("/api/version"), QStringLiteral("fabio"), net::Expect::NoPage};
    default:
        return {QStringLiteral("/version"), QStringLiteral("Mesos master"), net::Expect::Json};
    }
}

QUrl addressOf(const QString& text) {
    const QString first = text.section(QLatin1Char(','), 0, 0).trimmed();
    return QUrl(first.contains(QStringLiteral("://")) ? first : QStringLiteral("http://") + first, QUrl::StrictMode);
}

ProbeResult failed(const base::Error& error) {
    ProbeResult result;
    result.state = ProbeResult::State::Failed;
    result.headline = error.sentence;
    result.detail = error.serverText;
    if (!error.advice.isEmpty())
        result.advice << error.advice;
    return result;
}

/// The headline of an answer; empty when it is JSON of something else.
QString headlineOf(base::SourceKind part, const QByteArray& body) {
    if (part == base::SourceKind::Gateway) {
        const QString version = QString::fromUtf8(body).trimmed();
        return version.size() < 30 && version.contains(QLatin1Char('.')) ? QStringLiteral("fabio %1").arg(version)
                                                                         : QString();
    }
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const QString version = object.value(QStringLiteral("version")).toString();
    if (part == base::SourceKind::Scheduler) {
        const bool marathon = object.contains(QStringLiteral("marathon_config"));
        return marathon ? QStringLiteral("Marathon %1").arg(version) : QString();
    }
    return object.contains(QStringLiteral("build_time")) || object.contains(QStringLiteral("git_sha"))
               ? QStringLiteral("Mesos %1").arg(version)
               : QString();
}

QString detailOf(base::SourceKind part, const net::Response& answer) {
    if (part != base::SourceKind::Scheduler)
        return answer.url.toString(QUrl::RemovePath | QUrl::RemoveQuery);
    const QString leader = QJsonDocument::fromJson(answer.body).object().value(QStringLiteral("leader")).toString();
    return leader.isEmpty() ? AddressTester::tr("no leader is elected") : AddressTester::tr("leader %1").arg(leader);
}

} // namespace

AddressTester::AddressTester(const base::Clock& clock, QObject* parent) : QObject(parent), client_(clock) {}

void AddressTester::test(base::SourceKind part, const QString& address, QObject* context,
                         std::function<void(const ProbeResult&)> done) {
    const Probe probe = probeOf(part);
    const QUrl base = addressOf(address);
    if (!base.isValid() || base.host().isEmpty()) {
        done(failed(
            {base::ErrorKind::Input, tr("This is not an address."), tr("Write it as http://host:port."), {}, 0}));
        return;
    }
    net::Request request;
    request.endpoint.urls = {base};
    request.url = base;
    request.url.setPath(probe.path);
    request.system = probe.system;
    request.expect = probe.expect;
    request.idleTimeoutMs = patienceMs;
    request.totalTimeoutMs = patienceMs;
    running_[part] =
        client_.send(request, context,
                     [part, system = probe.system, done = std::move(done)](const base::Result<net::Response>& answer) {
                         if (!answer)
                             return done(failed(answer.error()));
                         const QString headline = headlineOf(part, answer->body);
                         if (headline.isEmpty())
                             return done(failed({base::ErrorKind::Decode,
                                                 tr("Something answers there, but it is no %1.").arg(system),
                                                 tr("Check the port."),
                                                 {},
                                                 0}));
                         ProbeResult result;
                         result.state = ProbeResult::State::Found;
                         result.headline = headline;
                         result.detail = detailOf(part, *answer);
                         result.milliseconds = double(answer->elapsedMs);
                         done(result);
                     });
}

} // namespace mesoscope::app::window
