#include "models/gateway/fabio/fabio.h"

#include "models/gateway/fabio/decode.h"
#include "models/gateway/traffic_meter.h"
#include "models/net/backoff.h"
#include "models/net/http_client.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTimer>

namespace mesoscope::gateway {

namespace {

using base::SourceState;

constexpr int overridesEvery = 6; ///< rounds of routes between two looks at the overrides

class FabioGateway final : public Gateway {
public:
    FabioGateway(net::HttpClient& http, const base::Clock& clock, net::Endpoint api, const QUrl& prometheus,
                 const FabioPace& pace, QObject* parent)
        : Gateway(parent), http_(http), clock_(clock), api_(std::move(api)), prometheus_(prometheus), pace_(pace),
          backoff_(pace.firstRetry, pace.lastRetry) {
        status_.kind = base::SourceKind::Gateway;
        status_.system = QStringLiteral("fabio");
        for (QTimer* timer : {&routesTimer_, &trafficTimer_})
            timer->setSingleShot(true);
        connect(&routesTimer_, &QTimer::timeout, this, [this] { version_.isEmpty() ? readVersion() : readRoutes(); });
        connect(&trafficTimer_, &QTimer::timeout, this, [this] { readTraffic(); });
    }

    void start() override {
        if (api_.urls.isEmpty())
            return;
        routesTimer_.stop();
        trafficTimer_.stop();
        epoch_ = std::make_unique<QObject>();
        setState(SourceState::Connecting, status_.problem);
        readVersion();
        if (prometheus_.isValid())
            readTraffic();
    }
    void resync() override {
        round_ = 0;
        start();
    }
    const base::SourceStatus& status() const override { return status_; }

private:
    using Answer = base::Result<net::Response>;

    net::Request request(const QByteArray& path) const {
        net::Request r;
        r.endpoint = api_;
        r.url = net::joined(api_.urls.at(url_), QString::fromLatin1(path));
        r.system = QStringLiteral("fabio");
        return r;
    }

    void setState(SourceState state, const base::Error& problem = {}) {
        status_.url = net::printable(api_.urls.at(url_));
        status_.state = state;
        status_.problem = problem;
        if (state == SourceState::Live)
            status_.staleSinceMs = 0;
        else if (status_.staleSinceMs == 0 && status_.lastNewsMs != 0)
            status_.staleSinceMs = clock_.wallMs();
        Q_EMIT statusChanged();
    }

    void lost(const base::Error& why) {
        if (why.httpStatus == 401 || why.httpStatus == 403 ||
            (why.kind == base::ErrorKind::Decode && status_.lastNewsMs == 0))
            return setState(SourceState::Failed, why);
        url_ = url_ + 1 < api_.urls.size() ? url_ + 1 : 0;
        const qint64 delay = backoff_.next(QRandomGenerator::global()->generateDouble());
        status_.retryAtMs = clock_.wallMs() + delay;
        routesTimer_.start(int(delay));
        setState(SourceState::Retrying, why);
    }

    void readVersion() {
        net::Request r = request("/api/version");
        r.accept = "*/*";
        r.expect = net::Expect::NoPage;
        http_.sendFor(epoch_.get(), r, [this](const Answer& answer) {
            if (!answer)
                return lost(answer.error());
            version_ = QString::fromUtf8(answer->body).trimmed().left(40);
            status_.version = version_;
            readRoutes();
        });
    }

    void readRoutes() {
        http_.sendFor(epoch_.get(), request("/api/routes"), [this](const Answer& answer) {
            const auto routes = answer ? fabio::decodeRoutes(answer->body, fabio::hasRates(version_))
                                       : base::Result<QList<Route>>(tl::unexpected(answer.error()));
            if (!routes)
                return lost(routes.error());
            routesArrived(*routes);
        });
    }

    void routesArrived(const QList<Route>& routes) {
        backoff_.reset();
        status_.lastNewsMs = clock_.wallMs();
        setState(SourceState::Live); // also when nothing changed: that is news as well
        if (routes != plainRoutes_ || !published_) {
            plainRoutes_ = routes;
            publishRoutes();
        }
        if (round_++ % overridesEvery == 0)
            readOverrides();
        routesTimer_.start(pace_.routes);
    }

    void publishRoutes() {
        published_ = true;
        QList<Route> routes = plainRoutes_;
        for (Route& r : routes)
            meter_.annotate(r);
        Q_EMIT routesChanged(std::make_shared<const QList<Route>>(routes));
    }

    // Overrides need a registry that keeps them; without one, or read-only, the reason is shown instead.
    void readOverrides() {
        net::Request r = request("/api/paths");
        r.idleTimeoutMs = 10'000; // a registry that hangs makes fabio hang for ever
        http_.sendFor(epoch_.get(), r, [this](const Answer& answer) {
            const auto paths =
                answer ? fabio::decodePaths(answer->body) : base::Result<QStringList>(tl::unexpected(answer.error()));
            if (!paths)
                return noOverrides(paths.error());
            if (paths->isEmpty())
                return publishOverrides({});
            auto collected = std::make_shared<Overrides>();
            collected->writable = true;
            readNextOverride(*paths, collected);
        });
    }

    void readNextOverride(QStringList paths, const std::shared_ptr<Overrides>& collected) {
        if (paths.isEmpty())
            return publishOverrides(*collected);
        const QString path = paths.takeFirst();
        // Never a query here: fabio takes it for a part of the key.
        net::Request r = request("/api/manual");
        r.url.setPath(r.url.path() + path, QUrl::DecodedMode);
        r.idleTimeoutMs = 10'000;
        http_.sendFor(epoch_.get(), r, [this, path, paths, collected](const Answer& answer) {
            const auto doc = answer ? fabio::decodeManual(answer->body, path)
                                    : base::Result<OverrideDocument>(tl::unexpected(answer.error()));
            if (!doc)
                return noOverrides(doc.error());
            collected->documents.append(*doc);
            readNextOverride(paths, collected);
        });
    }

    void noOverrides(const base::Error& why) {
        Overrides none;
        none.problem =
            why.httpStatus == 403
                ? QCoreApplication::translate("Fabio", "This fabio shows its routes only; overrides are switched off.")
                : why.sentence;
        publishOverrides(none);
    }

    void publishOverrides(const Overrides& overrides) {
        if (overridesKnown_ && overrides == overrides_)
            return;
        overridesKnown_ = true;
        overrides_ = overrides;
        Q_EMIT overridesChanged(std::make_shared<const Overrides>(overrides));
    }

    void readTraffic() {
        net::Request r;
        r.endpoint = api_;
        r.url = prometheus_;
        r.system = QStringLiteral("fabio");
        r.accept = "text/plain";
        r.expect = net::Expect::NoPage;
        http_.sendFor(epoch_.get(), r, [this](const Answer& answer) {
            if (answer)
                trafficArrived(answer->body);
            else
                meter_.clear(); // rates over a gap would be wrong
            trafficTimer_.start(pace_.traffic);
        });
    }

    void trafficArrived(const QByteArray& body) {
        meter_.feed(std::string_view(body.constData(), std::size_t(body.size())), clock_.steadyMs());
        if (!meter_.hasRates())
            return;
        Q_EMIT trafficChanged(std::make_shared<const QList<ServiceTraffic>>(meter_.services()));
        if (published_)
            publishRoutes();
    }

    net::HttpClient& http_;
    const base::Clock& clock_;
    net::Endpoint api_;
    QUrl prometheus_;
    FabioPace pace_;
    base::SourceStatus status_;
    net::Backoff backoff_;
    std::unique_ptr<QObject> epoch_; ///< a new start cancels what the last one asked
    QTimer routesTimer_;
    QTimer trafficTimer_;
    TrafficMeter meter_;
    QList<Route> plainRoutes_;
    Overrides overrides_;
    QString version_;
    qsizetype url_ = 0;
    int round_ = 0;
    bool published_ = false;
    bool overridesKnown_ = false;
};

} // namespace

std::unique_ptr<Gateway> makeFabio(net::HttpClient& http, const base::Clock& clock, net::Endpoint api,
                                   const QUrl& prometheus, QObject* parent, const FabioPace& pace) {
    return std::make_unique<FabioGateway>(http, clock, std::move(api), prometheus, pace, parent);
}

} // namespace mesoscope::gateway
