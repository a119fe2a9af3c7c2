// The fabio link against a scripted server with recorded answers: routes, overrides, traffic, and what goes wrong.
#include "models/gateway/fabio/fabio.h"
#include "models/net/http_client.h"
#include "tests/support/byte_server.h"
#include "tests/support/harness.h"
#include "tests/support/recorded.h"

#include <QSignalSpy>
#include <QTest>

using namespace mesoscope;
using namespace mesoscope::gateway;
using base::SourceState;
using test::ByteServer;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

struct Bench {
    base::SystemClock clock;
    QList<test::Recorded> all = test::recordedAnswers(s("fabio/answers.txt"));
    QHash<QByteArray, QByteArray> answers; ///< by target, complete HTTP answers
    ByteServer server{[this](const ByteServer::Seen& seen) {
        ByteServer::Answer a;
        a.bytes = answers.value(seen.target, ByteServer::http(303, "<a href=\"/routes\">See Other</a>", "text/html",
                                                              "Location: /routes\r\n"));
        return a;
    }};
    net::HttpClient http{clock};
    std::unique_ptr<Gateway> link;
    RoutesPtr routes;
    TrafficPtr traffic;
    OverridesPtr overrides;

    QByteArray recorded(const char* name) {
        const test::Recorded r = test::recordedAnswer(all, s(name));
        return ByteServer::http(r.status, r.body, r.contentType);
    }
    Bench() {
        answers["/routes"] = ByteServer::http(200, "<html>routes</html>", "text/html");
        answers["/api/version"] = recorded("version");
        answers["/api/routes"] = recorded("routes");
        answers["/api/paths"] = recorded("consul-paths");
        answers["/api/manual"] = recorded("consul-manual-get");
        answers["/api/manual/team-a"] = recorded("consul-manual-get-path");
        answers["/metrics"] = recorded("prometheus-before-load");
    }
    void start(bool withTraffic = true) {
        net::Endpoint api;
        api.urls = {server.url()};
        FabioPace pace;
        pace.routes = 30;
        pace.traffic = 30;
        pace.firstRetry = 20;
        link = makeFabio(http, clock, api, withTraffic ? server.url(s("/metrics")) : QUrl(), nullptr, pace);
        QObject::connect(link.get(), &Gateway::routesChanged, link.get(), [this](const RoutesPtr& r) { routes = r; });
        QObject::connect(link.get(), &Gateway::trafficChanged, link.get(),
                         [this](const TrafficPtr& t) { traffic = t; });
        QObject::connect(link.get(), &Gateway::overridesChanged, link.get(),
                         [this](const OverridesPtr& o) { overrides = o; });
        link->start();
    }
};

} // namespace

class TestFabioGateway : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void routesOverridesAndTraffic() {
        Bench b;
        b.start();
        QTRY_COMPARE(b.link->status().state, SourceState::Live);
        QCOMPARE(b.link->status().version, s("1.6.3"));
        QTRY_VERIFY(b.routes && b.routes->size() >= 6);
        QTRY_VERIFY(b.overrides);
        QCOMPARE(b.overrides->documents.size(), 2);
        QCOMPARE(b.overrides->documents.at(1).path, s("/team-a"));
        QVERIFY(b.overrides->writable);
        QTRY_VERIFY(b.traffic);
        // Only the reading that first finds the larger counts has rates; the next ones find them unchanged.
        bool busy = false;
        connect(b.link.get(), &Gateway::routesChanged, this, [&busy](const RoutesPtr& routes) {
            busy = busy ||
                   std::any_of(routes->begin(), routes->end(), [](const Route& r) { return r.requestsPerSecond > 0; });
        });
        b.answers["/metrics"] = b.recorded("prometheus");
        QTRY_VERIFY(busy);
        // A query on this address would become a part of the key.
        for (const ByteServer::Seen& seen : b.server.seen())
            QVERIFY(!seen.target.startsWith("/api/manual?"));
    }

    void withoutMetricsNothingIsInvented() {
        Bench b;
        b.start(false);
        QTRY_VERIFY(b.routes && !b.routes->isEmpty());
        for (const Route& r : *b.routes)
            QCOMPARE(r.requestsPerSecond, -1.0);
        QVERIFY(!b.traffic);
        QCOMPARE(b.server.count("/metrics"), 0);
    }

    void anUnchangedAnswerIsNewsAsWell() {
        Bench b;
        b.start(false);
        QTRY_COMPARE(b.link->status().state, SourceState::Live);
        QSignalSpy told(b.link.get(), &Gateway::statusChanged);
        QTRY_VERIFY(told.size() >= 3); // or the header's age would grow while everything is fresh
    }

    void readOnlySaysSo() {
        Bench b;
        b.answers["/api/paths"] = b.recorded("ro-paths");
        b.start();
        QTRY_VERIFY(b.overrides);
        QVERIFY(!b.overrides->writable);
        QVERIFY(!b.overrides->problem.isEmpty());
        QCOMPARE(b.link->status().state, SourceState::Live);
    }

    void aDeadRegistryTakesNothingElseDown() {
        Bench b;
        b.answers["/api/paths"] = b.recorded("consul-paths-consul-dead");
        b.start();
        QTRY_VERIFY(b.overrides && !b.overrides->problem.isEmpty());
        QCOMPARE(b.link->status().state, SourceState::Live);
    }

    void anotherServerIsNamed() {
        Bench b;
        b.answers["/api/version"] = ByteServer::http(200, "<html>hello</html>", "text/html");
        b.start();
        QTRY_COMPARE(b.link->status().state, SourceState::Failed);
        QVERIFY(!b.link->status().problem.advice.isEmpty());
    }

    void aLostGatewayComesBack() {
        Bench b;
        b.start();
        QTRY_COMPARE(b.link->status().state, SourceState::Live);
        b.server.kill(true);
        QTRY_COMPARE(b.link->status().state, SourceState::Retrying);
        QVERIFY(b.link->status().staleSinceMs > 0);
        b.server.revive();
        QTRY_COMPARE(b.link->status().state, SourceState::Live);
    }

    void resyncDoesNotDoubleTheRequests() {
        Bench b;
        b.start();
        QTRY_COMPARE(b.link->status().state, SourceState::Live);
        for (int i = 0; i < 20; ++i)
            b.link->resync();
        QTRY_COMPARE(b.link->status().state, SourceState::Live);
        const int before = b.server.count("/api/routes");
        QTest::qWait(200);
        QVERIFY(b.server.count("/api/routes") - before < 10);
    }
};

MESOSCOPE_TEST_MAIN(TestFabioGateway)
#include "tst_fabio_gateway.moc"
