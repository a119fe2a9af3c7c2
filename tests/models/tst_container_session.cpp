// A command inside a task's container: the recorded answer of an agent, input, exit status, and refusals.
#include "models/master/container_session.h"
#include "tests/support/byte_server.h"
#include "tests/support/harness.h"

#include <QSignalSpy>
#include <QTest>

using namespace mesoscope;
using test::ByteServer;

namespace {

struct Agent {
    QByteArray output = test::fixture(QStringLiteral("mesos/agent.v1.LAUNCH_NESTED_CONTAINER_SESSION.body"));
    QByteArray waited = R"({"type":"WAIT_NESTED_CONTAINER","wait_nested_container":{"exit_status":1024}})";
    bool ends = true;
    ByteServer server{[this](const ByteServer::Seen& s) -> ByteServer::Answer {
        if (s.body.contains("LAUNCH_NESTED"))
            return {ByteServer::streamHead("application/recordio") + ByteServer::chunk(output) +
                        QByteArray(ends ? "0\r\n\r\n" : ""),
                    0,
                    {},
                    ends};
        if (s.body.contains("WAIT_NESTED"))
            return {ByteServer::http(200, waited), 0, {}, false};
        return {{}, 0, {}, false, true};
    }};
    QByteArray input() const {
        for (const ByteServer::Seen& s : server.seen()) {
            if (s.headers.value("content-type") == "application/recordio")
                return s.body;
        }
        return {};
    }
};

struct Session {
    base::ManualClock clock;
    net::HttpClient client{clock};
    master::ContainerSession session;
    QByteArray out;
    QByteArray err;
    int status = -99;
    base::Error error;

    explicit Session(const QUrl& agent)
        : session(client, agent, {}, {}, {QStringLiteral("outer"), QStringLiteral("inner")}, QStringLiteral("sess1")) {
        QObject::connect(&session, &master::ContainerSession::output, &session,
                         [this](const QByteArray& bytes, bool isError) { (isError ? err : out) += bytes; });
        QObject::connect(&session, &master::ContainerSession::finished, &session, [this](int s) { status = s; });
        QObject::connect(&session, &master::ContainerSession::failed, &session,
                         [this](const base::Error& e) { error = e; });
    }
};

} // namespace

class TestContainerSession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void recordedSession();
    void inputIsFramed();
    void terminalIsAskedFor();
    void signalsCountLikeAShell();
    void refusals();
    void brokenFraming();
};

void TestContainerSession::recordedSession() {
    Agent agent;
    Session s(agent.server.url());
    s.session.start({QStringLiteral("echo hi; echo oops >&2; exit 4")});
    QTRY_COMPARE(s.status, 4);
    QCOMPARE(s.out, QByteArray("hi\n"));
    QCOMPARE(s.err, QByteArray("oops\n"));
    const ByteServer::Seen& launch = agent.server.seen().first();
    const QByteArray body =
        R"({"type":"LAUNCH_NESTED_CONTAINER_SESSION","launch_nested_container_session":{"container_id":)"
        R"({"parent":{"parent":{"value":"outer"},"value":"inner"},"value":"sess1"},)"
        R"("command":{"value":"echo hi; echo oops >&2; exit 4"}}})";
    QCOMPARE(launch.body, body);
    QCOMPARE(launch.headers.value("accept"), QByteArray("application/recordio"));
    QCOMPARE(launch.headers.value("message-accept"), QByteArray("application/json"));
}

void TestContainerSession::inputIsFramed() {
    Agent agent;
    agent.ends = false;
    Session s(agent.server.url());
    s.session.write("early ");
    s.session.start({QStringLiteral("cat")});
    QTRY_COMPARE(s.out, QByteArray("hi\n"));
    s.session.write("late\n");
    s.session.closeInput();
    const QByteArray end = R"("process_io":{"data":{"data":"","type":"STDIN"},"type":"DATA"}}})";
    QTRY_VERIFY(agent.input().contains(end));
    const QByteArray input = agent.input();
    QVERIFY(input.contains(R"("attach_container_input":{"type":"CONTAINER_ID","container_id":{"parent")"));
    QVERIFY(input.indexOf(QByteArray("early ").toBase64()) < input.indexOf(QByteArray("late\n").toBase64()));
}

void TestContainerSession::terminalIsAskedFor() {
    Agent agent;
    Session s(agent.server.url());
    master::SessionCommand command{QStringLiteral("sh"), true, 132, 43};
    s.session.start(command);
    QTRY_COMPARE(s.status, 4);
    QVERIFY(agent.server.seen().first().body.contains(
        R"("container":{"tty_info":{"window_size":{"columns":132,"rows":43}},"type":"MESOS"}})"));
}

void TestContainerSession::signalsCountLikeAShell() {
    Agent agent;
    agent.waited = R"({"wait_nested_container":{"exit_status":9}})";
    Session killed(agent.server.url());
    killed.session.start({QStringLiteral("sleep 100")});
    QTRY_COMPARE(killed.status, 137);
    agent.waited = "{}";
    Session unknown(agent.server.url());
    unknown.session.start({QStringLiteral("sleep 100")});
    QTRY_COMPARE(unknown.status, -1);
}

void TestContainerSession::refusals() {
    ByteServer server(
        [](const ByteServer::Seen&) { return ByteServer::Answer{ByteServer::http(403, "no", "text/plain")}; });
    Session denied(server.url());
    denied.session.start({QStringLiteral("ls")});
    QTRY_COMPARE(denied.error.httpStatus, 403);
    Session readOnly(server.url());
    readOnly.client.setReadOnly(true);
    readOnly.session.start({QStringLiteral("ls")});
    QTRY_COMPARE(readOnly.error.kind, base::ErrorKind::Refused);
    QCOMPARE(server.seen().size(), 1);
}

void TestContainerSession::brokenFraming() {
    Agent agent;
    agent.output = "nonsense";
    Session s(agent.server.url());
    s.session.start({QStringLiteral("ls")});
    QTRY_COMPARE(s.error.kind, base::ErrorKind::Decode);
    QCOMPARE(s.status, -99);
}

MESOSCOPE_TEST_MAIN(TestContainerSession)
#include "tst_container_session.moc"
