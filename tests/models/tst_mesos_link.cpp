// The link to a master: the recorded stream in every form, leaders, gaps, polls, and everything that goes wrong.
#include "models/master/event_decoder.h"
#include "models/master/mesos_link.h"
#include "tests/support/byte_server.h"
#include "tests/support/harness.h"
#include "tests/support/quiet_sink.h"
#include "tests/support/recording_sink.h"

#include <QDateTime>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace mesoscope;
using base::SourceState;
using test::ByteServer;
using test::RecordingSink;

namespace {

const QByteArray smallState =
    R"({"type":"SUBSCRIBED","subscribed":{"get_state":{"get_tasks":{"tasks":[{"name":"a","task_id":{"value":"a1"},)"
    R"("framework_id":{"value":"F"},"agent_id":{"value":"S1"},"state":"TASK_RUNNING"}]},)"
    R"("get_agents":{"agents":[{"agent_info":{"hostname":"h1","id":{"value":"S1"}},"active":true}]}},)"
    R"("heartbeat_interval_seconds":15.0}})";
const QByteArray oneAgent =
    R"({"type":"GET_AGENTS","get_agents":{"agents":[{"agent_info":{"hostname":"h1","id":{"value":"S1"}},"active":true}],"recovered_agents":[]}})";

/// A client, a clock that stands still, a sink and a link.
struct Rig {
    base::ManualClock clock;
    net::HttpClient client{clock};
    RecordingSink sink;
    std::unique_ptr<master::Link> link;

    explicit Rig(const QList<QUrl>& urls, master::LinkOptions options = {}) {
        options.tickMs = 2;
        if (!options.chance)
            options.chance = [] { return 0.5; };
        link = master::makeMesosLink(client, clock, sink, {urls, {}, {}}, options);
    }
    const base::SourceStatus& status() const { return link->status(); }
    SourceState state() const { return link->status().state; }
};

ByteServer::Answer stream(const QByteArray& records) {
    return {ByteServer::streamHead() + ByteServer::chunk(records), 0, {}, false};
}

/// Answers polls; SUBSCRIBE as given.
ByteServer::Handler answering(std::function<ByteServer::Answer()> subscribe, const QByteArray& agents = oneAgent) {
    return [subscribe = std::move(subscribe), agents](const ByteServer::Seen& s) -> ByteServer::Answer {
        if (s.body.contains("SUBSCRIBE"))
            return subscribe();
        if (s.body.contains("GET_AGENTS"))
            return {ByteServer::http(200, agents), 0, {}, false};
        for (const char* name : {"GET_ROLES", "GET_QUOTA", "GET_WEIGHTS", "GET_MASTER", "GET_VERSION"}) {
            if (s.body.contains(name))
                return {ByteServer::http(
                            200, test::fixture(QStringLiteral("mesos/master.v1.%1.body").arg(QLatin1String(name)))),
                        0,
                        {},
                        false};
        }
        return {ByteServer::http(400, "Expecting 'type' to be present", "text/plain"), 0, {}, false};
    };
}

QList<qsizetype> recordCuts(const QByteArray& raw) {
    QList<qsizetype> cuts;
    for (qsizetype i = raw.indexOf("\r\n\r\n"); i >= 0; i = raw.indexOf("{\"type\"", i + 1))
        cuts.append(i);
    return cuts;
}

} // namespace

class TestMesosLink : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void recordedStream_data();
    void recordedStream();
    void showsProgressAndBatches();
    void followsTheLeader();
    void standbyPointsToDeadLeader();
    void triesAllAddresses();
    void waitsWhileElecting();
    void silenceIsNoticed();
    void aClockTenMinutesOffChangesNothing_data();
    void aClockTenMinutesOffChangesNothing();
    void theServersClockIsTold();
    void gapKeepsThePictureAndResyncs();
    void endMidRecordAbandons();
    void masterThatRestartsAgainAndAgain();
    void neverAnswers();
    void finalErrors_data();
    void finalErrors();
    void temporaryErrors_data();
    void temporaryErrors();
    void pollsLightly();
    void pollFindsWhatTheStreamDoesNotTell();
    void stalePollIsThrownAway();
    void rolesComeTogether();
    void callsReachTheLeader();
    void readOnlyCallIsRefused();
    void callErrorsKeepTheServersWords();
    void nothingAfterDestruction();
};

void TestMesosLink::recordedStream_data() {
    QTest::addColumn<qsizetype>("piece");
    QTest::addColumn<bool>("cutAtRecords");
    QTest::newRow("whole") << qsizetype(0) << false;
    QTest::newRow("1-byte pieces") << qsizetype(1) << false;
    QTest::newRow("1000-byte pieces") << qsizetype(1000) << false;
    QTest::newRow("cut at every record") << qsizetype(0) << true;
}

void TestMesosLink::recordedStream() {
    QFETCH(qsizetype, piece);
    QFETCH(bool, cutAtRecords);
    const QByteArray raw = test::fixture(QStringLiteral("mesos/subscribe.raw"));
    const QByteArray finalState = test::fixture(QStringLiteral("mesos/subscribe.final_GET_STATE.body"));
    const qsizetype from = finalState.indexOf("\"get_agents\"");
    const QByteArray finalAgents = "{\"type\":\"GET_AGENTS\"," + finalState.sliced(from, finalState.size() - from - 1);
    ByteServer server(answering(
        [&] {
            return ByteServer::Answer{raw, piece, cutAtRecords ? recordCuts(raw) : QList<qsizetype>(), false};
        },
        finalAgents));
    Rig rig({server.url()});
    rig.link->start();
    // The last event of the recording is a heartbeat after the last framework went.
    RecordingSink expected;
    QVERIFY(master::decodeStateJson({finalState.constData(), std::size_t(finalState.size())}, expected));
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.tasks, expected.tasks, 20'000);
    QTRY_COMPARE(rig.sink.frameworks, expected.frameworks);
    rig.clock.advance(6000); // agents that were marked gone are found by the poll
    QTRY_COMPARE(rig.sink.text(), expected.text());
    QCOMPARE(rig.state(), SourceState::Live);
    QCOMPARE(server.countBody("SUBSCRIBE"), 1);
    QVERIFY(rig.sink.log.filter(QStringLiteral("unknownEvent")).isEmpty());
}

void TestMesosLink::showsProgressAndBatches() {
    const QByteArray record = ByteServer::record(smallState);
    ByteServer server(answering([&] {
        return ByteServer::Answer{
            ByteServer::streamHead() + ByteServer::chunk(record.first(record.size() / 2)), 0, {}, false};
    }));
    Rig rig({server.url()});
    QSignalSpy batches(rig.link.get(), &master::Link::batchDelivered);
    rig.clock.advance(1000);
    rig.link->start();
    QTRY_COMPARE(rig.status().loadedBytes, record.size() / 2);
    QCOMPARE(rig.state(), SourceState::Connecting);
    server.push(ByteServer::chunk(record.sliced(record.size() / 2)));
    QTRY_COMPARE(rig.state(), SourceState::Live);
    QCOMPARE(rig.status().loadedRows, 2);
    QVERIFY(batches.size() >= 1);
    QCOMPARE(rig.status().staleSinceMs, 0);
    const auto before = batches.size();
    server.push(ByteServer::chunk(ByteServer::record(R"({"type":"HEARTBEAT"})")));
    rig.clock.advance(100);
    QTRY_COMPARE(rig.status().lastNewsMs, rig.clock.wallMs());
    QCOMPARE(batches.size(), before); // a heartbeat is nothing to show
}

void TestMesosLink::followsTheLeader() {
    ByteServer leader(answering([] { return stream(ByteServer::record(smallState)); }));
    ByteServer standby([&](const ByteServer::Seen& s) -> ByteServer::Answer {
        return {ByteServer::http(307, {}, "text/plain",
                                 "Location: //127.0.0.1:" + QByteArray::number(leader.port()) + "/master" + s.target +
                                     "\r\n"),
                0,
                {},
                false};
    });
    Rig rig({standby.url()});
    rig.link->start();
    QTRY_COMPARE(rig.state(), SourceState::Live);
    QCOMPARE(rig.status().url, leader.url().toString());
    QCOMPARE(leader.seen().first().target, QByteArray("/master/api/v1"));
    QCOMPARE(leader.seen().first().method, QByteArray("POST"));
    QCOMPARE(leader.seen().first().body, QByteArray(R"({"type":"SUBSCRIBE"})"));
    QTRY_COMPARE(rig.status().leader, QStringLiteral("127.0.0.1:5050")); // as the recorded GET_MASTER says
    QCOMPARE(rig.status().version, QStringLiteral("1.12.0"));
    QCOMPARE(standby.seen().size(), 1); // polls go straight to the leader
}

void TestMesosLink::standbyPointsToDeadLeader() {
    ByteServer dead(answering([] { return stream({}); }));
    const quint16 deadPort = dead.port();
    dead.kill(true);
    bool elected = false;
    ByteServer standby([&](const ByteServer::Seen& s) -> ByteServer::Answer {
        if (elected)
            return answering([] { return stream(ByteServer::record(smallState)); })(s);
        return {ByteServer::http(307, {}, "text/plain",
                                 "Location: //127.0.0.1:" + QByteArray::number(deadPort) + s.target + "\r\n"),
                0,
                {},
                false};
    });
    Rig rig({standby.url()});
    rig.link->start();
    QTRY_COMPARE(rig.state(), SourceState::Retrying);
    QVERIFY2(rig.status().problem.sentence.contains(QString::number(deadPort)),
             qPrintable(rig.status().problem.sentence));
    QCOMPARE(rig.status().retryAtMs, rig.clock.wallMs() + 500);
    elected = true;
    rig.clock.advance(500);
    QTRY_COMPARE(rig.state(), SourceState::Live);
    QCOMPARE(rig.status().problem, base::Error{});
}

void TestMesosLink::triesAllAddresses() {
    ByteServer gone(answering([] { return stream({}); }));
    gone.kill(true);
    ByteServer server(answering([] { return stream(ByteServer::record(smallState)); }));
    Rig rig({gone.url(), server.url()});
    rig.link->start();
    QTRY_COMPARE(rig.state(), SourceState::Live); // without any time passing
}

void TestMesosLink::waitsWhileElecting() {
    int asked = 0;
    ByteServer server(answering([&]() -> ByteServer::Answer {
        ++asked;
        if (asked == 1)
            return {ByteServer::http(404, {}, "text/plain")};
        if (asked == 2)
            return {ByteServer::http(503, "No leader elected", "text/plain")};
        return stream(ByteServer::record(smallState));
    }));
    Rig rig({server.url()});
    rig.link->start();
    QTRY_COMPARE(rig.state(), SourceState::Retrying);
    rig.clock.advance(500);
    QTRY_COMPARE(rig.status().problem.httpStatus, 503);
    QCOMPARE(rig.status().problem.serverText, QStringLiteral("No leader elected"));
    QCOMPARE(rig.status().retryAtMs, rig.clock.wallMs() + 1000); // the delay grows
    rig.clock.advance(1000);
    QTRY_COMPARE(rig.state(), SourceState::Live);
}

void TestMesosLink::silenceIsNoticed() {
    ByteServer server(answering([] { return stream(ByteServer::record(smallState)); }));
    Rig rig({server.url()});
    rig.link->start();
    QTRY_COMPARE(rig.state(), SourceState::Live);
    rig.clock.advance(30'000);
    QTest::qWait(20);
    QCOMPARE(rig.state(), SourceState::Live);
    rig.clock.advance(8'000);
    QTRY_COMPARE(rig.state(), SourceState::Retrying);
    QCOMPARE(rig.status().staleSinceMs, rig.clock.wallMs());
    QCOMPARE(rig.status().problem.kind, base::ErrorKind::Timeout);
    QCOMPARE(rig.sink.tasks.size(), 1U);
    rig.clock.advance(500);
    QTRY_COMPARE(rig.state(), SourceState::Live);
    QCOMPARE(rig.sink.pictures, 2);
}

void TestMesosLink::aClockTenMinutesOffChangesNothing_data() {
    QTest::addColumn<qint64>("offMs");
    QTest::newRow("ahead") << qint64(600'000);
    QTest::newRow("behind") << qint64(-600'000);
}

void TestMesosLink::aClockTenMinutesOffChangesNothing() {
    QFETCH(qint64, offMs);
    const base::ManualClock ours;
    const QByteArray stamp = QByteArray::number(double(ours.wallMs() + offMs) / 1000, 'f', 3);
    const QByteArray state =
        R"({"type":"SUBSCRIBED","subscribed":{"get_state":{"get_tasks":{"tasks":[{"name":"a","task_id":{"value":"a1"},)"
        R"("framework_id":{"value":"F"},"agent_id":{"value":"S1"},"state":"TASK_RUNNING","statuses":[{"state":"TASK_RUNNING","timestamp":)" +
        stamp +
        R"(}]}]},"get_agents":{"agents":[{"agent_info":{"hostname":"h1","id":{"value":"S1"}},"active":true,)"
        R"("registered_time":{"nanoseconds":)" +
        QByteArray::number((ours.wallMs() + offMs) * 1'000'000) + R"(}}]}},"heartbeat_interval_seconds":15.0}})";
    ByteServer server(answering([&] { return stream(ByteServer::record(state)); }));
    Rig rig({server.url()});
    rig.link->start();
    QTRY_COMPARE(rig.state(), SourceState::Live);
    // Freshness is told by our own clock, whatever the server's says.
    QCOMPARE(rig.status().lastNewsMs, rig.clock.wallMs());
    QCOMPARE(rig.status().staleSinceMs, 0);
    for (int i = 0; i < 4; ++i) {
        rig.clock.advance(14'000);
        server.push(ByteServer::chunk(ByteServer::record(R"({"type":"HEARTBEAT"})")));
        QTRY_COMPARE(rig.status().lastNewsMs, rig.clock.wallMs());
    }
    QCOMPARE(rig.state(), SourceState::Live);
    QCOMPARE(rig.sink.pictures, 1);
    QVERIFY(rig.sink.log.join(QLatin1Char('\n')).contains(QString::number(ours.wallMs() + offMs))); // told as it came
}

/// The head of the stream tells the time: what the master says of times can be moved to our clock.
void TestMesosLink::theServersClockIsTold() {
    struct Clocked final : test::QuietSink {
        QList<qint64> ahead;
        void serverClock(qint64 aheadMs) override { ahead << aheadMs; }
    } sink;
    base::ManualClock clock;
    net::HttpClient client(clock);
    const QByteArray head = ByteServer::streamHead();
    const QByteArray date = QLocale::c()
                                .toString(QDateTime::fromMSecsSinceEpoch(clock.wallMs() + 600'000, Qt::UTC),
                                          QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"))
                                .toLatin1() +
                            " GMT";
    QByteArray dated = head;
    dated.insert(dated.indexOf("\r\n") + 2, "Date: " + date + "\r\n");
    ByteServer server(answering([&] {
        return ByteServer::Answer{dated + ByteServer::chunk(ByteServer::record(smallState)), 0, {}, false};
    }));
    master::LinkOptions options;
    options.tickMs = 2;
    const auto link = master::makeMesosLink(client, clock, sink, {{server.url()}, {}, {}}, options);
    link->start();
    QTRY_COMPARE(link->status().state, SourceState::Live);
    QCOMPARE(sink.ahead.size(), 1);
    QVERIFY2(std::abs(sink.ahead.first() - 600'000) < 1'000, qPrintable(QString::number(sink.ahead.first())));
}

void TestMesosLink::gapKeepsThePictureAndResyncs() {
    ByteServer server(answering([] { return stream(ByteServer::record(smallState)); }));
    Rig rig({server.url()});
    rig.link->start();
    QTRY_COMPARE(rig.state(), SourceState::Live);
    server.kill();
    QTRY_COMPARE(rig.state(), SourceState::Retrying);
    QVERIFY(rig.status().staleSinceMs > 0);
    QCOMPARE(rig.sink.agents.size(), 1U);
    rig.clock.advance(500);
    QTRY_COMPARE(rig.state(), SourceState::Live);
    QCOMPARE(rig.status().staleSinceMs, 0);
    rig.link->resync();
    QTRY_COMPARE(rig.sink.pictures, 3);
}

void TestMesosLink::endMidRecordAbandons() {
    const QByteArray big = smallState;
    QByteArray tasks;
    for (int i = 0; i < 1000; ++i)
        tasks +=
            R"({"task_id":{"value":"t"},"state":"TASK_RUNNING","name":"some text to make it long enough to be cut"},)";
    QByteArray record = big;
    record.insert(record.indexOf("\"tasks\":[") + 9, tasks);
    const QByteArray bytes = ByteServer::streamHead() + ByteServer::chunk(ByteServer::record(record).first(80'000));
    ByteServer server(answering([&] { return ByteServer::Answer{bytes}; }));
    Rig rig({server.url()});
    rig.link->start();
    QTRY_COMPARE(rig.state(), SourceState::Retrying);
    QCOMPARE(rig.sink.abandoned, 1);
    QCOMPARE(rig.sink.pictures, 0);
    QVERIFY(rig.status().loadedRows > 100);
}

void TestMesosLink::masterThatRestartsAgainAndAgain() {
    ByteServer server(answering([] {
        return ByteServer::Answer{ByteServer::streamHead() + ByteServer::chunk(ByteServer::record(smallState))};
    }));
    Rig rig({server.url()});
    rig.link->start();
    QList<qint64> delays;
    for (int i = 1; i <= 7; ++i) {
        QTRY_COMPARE(rig.sink.pictures, i);
        QTRY_COMPARE(rig.state(), SourceState::Retrying);
        delays.append(rig.status().retryAtMs - rig.clock.wallMs());
        rig.clock.advance(delays.last());
    }
    QCOMPARE(delays, (QList<qint64>{500, 1000, 2000, 4000, 8000, 15000, 15000}));
}

void TestMesosLink::neverAnswers() {
    ByteServer server([](const ByteServer::Seen&) -> ByteServer::Answer { return {{}, 0, {}, true, true}; });
    master::LinkOptions options;
    options.headTimeoutMs = 50;
    Rig rig({server.url()}, options);
    rig.link->start();
    QTRY_COMPARE(rig.state(), SourceState::Retrying);
    QCOMPARE(rig.status().problem.kind, base::ErrorKind::Timeout);
    QVERIFY(!rig.status().problem.advice.isEmpty());
}

void TestMesosLink::finalErrors_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("part");
    QTest::newRow("401") << ByteServer::http(401, {}, "text/plain", "WWW-Authenticate: Basic realm=\"x\"\r\n")
                         << "credentials";
    QTest::newRow("403") << ByteServer::http(403, "denied by ACL", "text/plain") << "permit";
    QTest::newRow("web page") << ByteServer::http(200, "<html></html>", "text/html") << "web page";
    QTest::newRow("other JSON") << ByteServer::http(200, "hello", "application/octet-stream") << "event stream";
    QTest::newRow("not HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << "not in HTTP";
}

void TestMesosLink::finalErrors() {
    QFETCH(QByteArray, answer);
    QFETCH(QString, part);
    ByteServer server([&](const ByteServer::Seen&) { return ByteServer::Answer{answer}; });
    Rig rig({server.url()});
    rig.link->start();
    QTRY_COMPARE(rig.state(), SourceState::Failed);
    QVERIFY2(rig.status().problem.sentence.contains(part), qPrintable(rig.status().problem.sentence));
    QVERIFY(!rig.status().problem.advice.isEmpty());
    rig.clock.advance(1'000'000);
    QTest::qWait(20);
    QCOMPARE(server.seen().size(), 1);
}

void TestMesosLink::temporaryErrors_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("part");
    const QByteArray head = ByteServer::streamHead();
    QTest::newRow("500") << ByteServer::http(500, "oops", "text/plain") << "status 500";
    QTest::newRow("redirect loop") << ByteServer::http(307, {}, "text/plain", "Location: /api/v1\r\n") << "circle";
    QTest::newRow("record too long") << head + ByteServer::chunk(ByteServer::record(smallState) + "x") << "announced";
    QTest::newRow("not JSON") << head + ByteServer::chunk(ByteServer::record("nonsense")) << "not valid JSON";
    QTest::newRow("endless length") << head + ByteServer::chunk(QByteArray(200'000, '7')) << "announced";
    QTest::newRow("empty stream") << head + "0\r\n\r\n"
                                  << "ended";
    QTest::newRow("bad chunk") << head + "zz\r\n"
                               << "not in HTTP";
}

void TestMesosLink::temporaryErrors() {
    QFETCH(QByteArray, answer);
    QFETCH(QString, part);
    ByteServer server([&](const ByteServer::Seen&) { return ByteServer::Answer{answer}; });
    Rig rig({server.url()});
    rig.link->start();
    QTRY_COMPARE(rig.state(), SourceState::Retrying);
    QVERIFY2(rig.status().problem.sentence.contains(part), qPrintable(rig.status().problem.sentence));
    QVERIFY(rig.status().retryAtMs > rig.clock.wallMs());
}

void TestMesosLink::pollsLightly() {
    ByteServer server(answering([] { return stream(ByteServer::record(smallState)); }));
    Rig rig({server.url()});
    rig.link->start();
    QTRY_COMPARE(server.countBody("GET_WEIGHTS"), 1);
    for (int i = 0; i < 60; ++i) { // a minute, with its heartbeats
        rig.clock.advance(1000);
        server.push(ByteServer::chunk(ByteServer::record(R"({"type":"HEARTBEAT"})")));
        QTest::qWait(8);
    }
    QTRY_COMPARE(server.countBody("GET_WEIGHTS"), 2);
    QCOMPARE(server.countBody("SUBSCRIBE"), 1);
    QVERIFY2(server.countBody("GET_AGENTS") >= 8 && server.countBody("GET_AGENTS") <= 12,
             qPrintable(QString::number(server.countBody("GET_AGENTS"))));
    QCOMPARE(server.countBody("GET_STATE"), 0);
    QCOMPARE(server.countBody("GET_MASTER"), 1);
    QCOMPARE(server.count("/state"), 0);
}

void TestMesosLink::pollFindsWhatTheStreamDoesNotTell() {
    ByteServer server(answering([] { return stream(ByteServer::record(smallState)); },
                                R"({"get_agents":{"agents":[],"recovered_agents":[{"id":{"value":"S9"}}]}})"));
    Rig rig({server.url()});
    rig.link->start();
    QTRY_COMPARE(rig.sink.agents.size(), 1U);
    rig.clock.advance(5000);
    QTRY_COMPARE(rig.sink.agents.size(), 0U);
    QCOMPARE(rig.sink.recovering, QStringList{QStringLiteral("S9")});
}

void TestMesosLink::stalePollIsThrownAway() {
    ByteServer server(answering([] { return stream(ByteServer::record(smallState)); }));
    Rig rig({server.url()});
    const auto handler = answering([] { return stream(ByteServer::record(smallState)); });
    bool late = true;
    server.setHandler([&](const ByteServer::Seen& s) {
        if (s.body.contains("GET_AGENTS") && std::exchange(late, false)) // the event overtakes the answer
            server.push(ByteServer::chunk(ByteServer::record(
                R"({"type":"AGENT_ADDED","agent_added":{"agent":{"agent_info":{"hostname":"h2","id":{"value":"S2"}},"active":true}}})")));
        return handler(s);
    });
    rig.link->start();
    QTRY_COMPARE(rig.state(), SourceState::Live);
    QTRY_COMPARE(server.countBody("GET_WEIGHTS"), 1);
    rig.clock.advance(5000);
    QTRY_COMPARE(rig.sink.agents.size(), 2U);
    QTest::qWait(30);
    QCOMPARE(rig.sink.agents.size(), 2U);
    // Asked again: the master knows one only. When exactly depends on when the overtaken answer was thrown away.
    QVERIFY(QTest::qWaitFor([&] {
        rig.clock.advance(100);
        return rig.sink.agents.size() == 1U;
    }));
}

void TestMesosLink::rolesComeTogether() {
    ByteServer server(answering([] { return stream(ByteServer::record(smallState)); }));
    Rig rig({server.url()});
    rig.link->start();
    QTRY_COMPARE(rig.sink.roleLines.size(), 5);
    QCOMPARE(rig.sink.roleLines.at(1),
             QStringLiteral("dev weight=2.5 frameworks=5ec011d1-816b-4500-b09f-466c11e226aa-0002 allocated=0.6/48/0/0 "
                            "guarantee=1/256/0/0 limit=8/8192/0/0"));
    QVERIFY(rig.sink.roleLines.at(0).startsWith(
        QLatin1String("* weight=1 frameworks=5ec011d1-816b-4500-b09f-466c11e226aa-0003,")));
}

void TestMesosLink::callsReachTheLeader() {
    ByteServer server(answering([] { return stream(ByteServer::record(smallState)); }));
    Rig rig({server.url()});
    const auto handler = answering([] { return stream(ByteServer::record(smallState)); });
    server.setHandler([&](const ByteServer::Seen& s) -> ByteServer::Answer {
        return s.body.contains("DRAIN_AGENT")
                   ? ByteServer::Answer{ByteServer::http(200, {}, "text/plain"), 0, {}, false}
                   : handler(s);
    });
    rig.link->start();
    QTRY_COMPARE(server.countBody("GET_WEIGHTS"), 1);
    const QByteArray json = R"({"type":"DRAIN_AGENT","drain_agent":{"agent_id":{"value":"S1"}}})";
    const net::RequestSummary summary = rig.link->describe(json);
    QCOMPARE(summary.method, QByteArray("POST"));
    QCOMPARE(summary.url, server.url(QStringLiteral("/api/v1")));
    QCOMPARE(summary.body, json);
    int answers = 0;
    rig.link->call(json, this, [&](const base::Result<QByteArray>& r) { answers += r ? 1 : 100; });
    QTRY_COMPARE(answers, 1);
    QCOMPARE(server.countBody("DRAIN_AGENT"), 1);
    QCOMPARE(server.seen().last().headers.value("content-type"), QByteArray("application/json"));
    rig.clock.advance(400); // what it did to the agents is looked at soon
    QTRY_COMPARE(server.countBody("GET_AGENTS"), 1);
}

void TestMesosLink::readOnlyCallIsRefused() {
    ByteServer server(answering([] { return stream(ByteServer::record(smallState)); }));
    Rig rig({server.url()});
    rig.client.setReadOnly(true);
    rig.link->start();
    QTRY_COMPARE(server.countBody("GET_WEIGHTS"), 1); // reading goes on
    base::Error error;
    rig.link->call(R"({"type":"TEARDOWN"})", this, [&](const base::Result<QByteArray>& r) { error = r.error(); });
    QTRY_COMPARE(error.kind, base::ErrorKind::Refused);
    QCOMPARE(server.countBody("TEARDOWN"), 0);
}

void TestMesosLink::callErrorsKeepTheServersWords() {
    ByteServer server(answering([] { return stream(ByteServer::record(smallState)); }));
    Rig rig({server.url()});
    rig.link->start();
    QTRY_COMPARE(rig.state(), SourceState::Live);
    base::Error error;
    rig.link->call(R"({"type":"NONSENSE"})", this, [&](const base::Result<QByteArray>& r) { error = r.error(); });
    QTRY_COMPARE(error.httpStatus, 400);
    QCOMPARE(error.serverText, QStringLiteral("Expecting 'type' to be present"));
}

void TestMesosLink::nothingAfterDestruction() {
    ByteServer server(answering([] { return stream(ByteServer::record(smallState)); }));
    Rig rig({server.url()});
    rig.link->start();
    QTRY_COMPARE(rig.state(), SourceState::Live);
    int answers = 0;
    rig.link->call(R"({"type":"GET_AGENTS"})", this, [&](const base::Result<QByteArray>&) { ++answers; });
    {
        QObject shortLived;
        rig.link->call(R"({"type":"GET_AGENTS"})", &shortLived,
                       [&](const base::Result<QByteArray>&) { answers += 10; });
    }
    rig.link.reset();
    const auto log = rig.sink.log;
    QTest::qWait(50);
    QCOMPARE(answers, 0);
    QCOMPARE(rig.sink.log, log);
    QTRY_COMPARE(server.openConnections() <= 6, true);
}

MESOSCOPE_TEST_MAIN(TestMesosLink)
#include "tst_mesos_link.moc"
