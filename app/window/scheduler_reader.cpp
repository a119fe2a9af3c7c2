#include "app/window/scheduler_reader.h"

#include "models/scheduler/marathon/decode.h"

namespace mesoscope::app::window {

namespace {

constexpr int patienceMs = 10'000;

} // namespace

SchedulerReader::SchedulerReader(const base::Clock& clock, QObject* parent) : QObject(parent), client_(clock) {}

net::Request SchedulerReader::request(const net::Endpoint& endpoint, const QString& path) const {
    net::Request request;
    request.endpoint = endpoint;
    request.url = endpoint.urls.value(0);
    request.url.setPath(path);
    request.system = QStringLiteral("Marathon");
    request.expect = net::Expect::Json;
    request.idleTimeoutMs = patienceMs;
    request.totalTimeoutMs = patienceMs;
    return request;
}

void SchedulerReader::info(const net::Endpoint& scheduler, std::function<void(const scheduler::ServerInfo&)> done) {
    if (scheduler.urls.isEmpty())
        return;
    info_ = client_.send(request(scheduler, QStringLiteral("/v2/info")), this,
                         [done = std::move(done)](const base::Result<net::Response>& answer) {
                             if (!answer)
                                 return;
                             if (const auto info = scheduler::marathon::decodeInfo(answer->body))
                                 done(*info);
                         });
}

void SchedulerReader::app(const QString& address, const QString& appId,
                          std::function<void(const base::Result<QByteArray>&)> done) {
    const QString text = address.trimmed();
    const QUrl base(text.contains(QStringLiteral("://")) ? text : QStringLiteral("http://") + text, QUrl::StrictMode);
    if (!base.isValid() || base.host().isEmpty() || !base.scheme().startsWith(QLatin1String("http"))) {
        done(tl::unexpected(base::Error{
            base::ErrorKind::Input, tr("This is not an address."), tr("Write it as http://host:port."), {}, 0}));
        return;
    }
    net::Endpoint endpoint;
    endpoint.urls = {base};
    app_ = client_.send(request(endpoint, QStringLiteral("/v2/apps") + appId), this,
                        [done = std::move(done)](const base::Result<net::Response>& answer) {
                            if (answer)
                                done(answer->body);
                            else
                                done(tl::unexpected(answer.error()));
                        });
}

void SchedulerReader::cancel() {
    info_.cancel();
    app_.cancel();
}

} // namespace mesoscope::app::window
