// The link against the demo cluster's own master over real sockets: the two share no code, so what they agree on is the
// wire. Both formats, churn, a resync, an operator call, a sandbox, and how often the master is asked.
#include "app/demo/cluster.h"
#include "models/master/calls.h"
#include "models/master/event_decoder.h"
#include "models/master/mesos_link.h"
#include "models/master/sandbox.h"
#include "tests/support/harness.h"
#include "tests/support/recording_sink.h"

#include <QTest>

using namespace mesoscope;
using base::SourceState;

namespace {

/// A small cluster whose clock stands still, and a link to its master.
struct Rig {
    demo::Cluster cluster;
    QUrl url;
    base::SystemClock clock;
    net::HttpClient client{clock};
    test::RecordingSink sink;
    std::unique_ptr<master::Link> link;

    explicit Rig(bool protobuf)
        : cluster([] {
              demo::Options options;
              options.agents = 12;
              options.apps = 6;
              options.tasks = 60;
              options.manualClock = true;
              return options;
          }()),
          url(QString::fromStdString(cluster.endpoints().master)) {
        master::LinkOptions options;
        options.protobuf = protobuf;
        options.tickMs = 5;
        options.minAgentPollMs = 300;
        link = master::makeMesosLink(client, clock, sink, {{url}, {}, {}}, options);
        link->start();
    }
    /// The answer to one read call.
    base::Result<QByteArray> call(const QByteArray& json) {
        base::Result<QByteArray> result;
        bool done = false;
        link->call(json, &client, [&](const base::Result<QByteArray>& r) {
            result = r;
            done = true;
        });
        if (!QTest::qWaitFor([&] { return done; }, 30'000))
            result = tl::unexpected(base::Error{base::ErrorKind::Timeout, QStringLiteral("no answer"), {}, {}, 0});
        return result;
    }
    /// What the master says the state is, in the sink's words.
    QString truth() {
        test::RecordingSink now;
        const auto answer = call(master::readCall("GET_STATE"));
        if (!answer || !master::decodeStateJson({answer->constData(), std::size_t(answer->size())}, now))
            return QStringLiteral("unreadable");
        return now.text();
    }
};

} // namespace

class TestMasterLinkDemo : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pictureAndEvents_data();
    void pictureAndEvents();
    void operatorCalls();
    void sandboxOfATask();
};

void TestMasterLinkDemo::pictureAndEvents_data() {
    QTest::addColumn<bool>("protobuf");
    QTest::newRow("protobuf asked") << true;
    QTest::newRow("JSON asked") << false;
}

void TestMasterLinkDemo::pictureAndEvents() {
    QFETCH(bool, protobuf);
    Rig rig(protobuf);
    QTRY_COMPARE(rig.link->status().state, SourceState::Live);
    QCOMPARE(rig.sink.agents.size(), 12U);
    QVERIFY(rig.sink.tasks.size() > 20);
    QTRY_COMPARE(rig.sink.text(), rig.truth());
    for (int i = 0; i < 5; ++i)
        rig.cluster.advance(10); // whatever happens in the world
    QTRY_COMPARE(rig.sink.text(), rig.truth());
    rig.link->resync();
    QTRY_COMPARE(rig.sink.pictures, 2);
    QTRY_COMPARE(rig.sink.text(), rig.truth());
    QVERIFY(rig.sink.log.filter(QStringLiteral("unknownEvent")).isEmpty());
    QVERIFY(!rig.link->status().version.isEmpty());
    const auto counts = rig.cluster.requestCounts();
    const auto count = [&](const char* what) {
        const auto it = counts.find(what);
        return it == counts.end() ? 0 : it->second;
    };
    QVERIFY(count("POST /api/v1 SUBSCRIBE") <= 3); // one of them may have been declined for its format
    QCOMPARE(count("GET /state"), 0);
}

void TestMasterLinkDemo::operatorCalls() {
    Rig rig(false);
    QTRY_COMPARE(rig.link->status().state, SourceState::Live);
    const QString agent = QString::fromStdString(rig.sink.agents.begin()->first);
    QVERIFY(rig.call(master::deactivateAgentCall(agent)));
    QTRY_VERIFY(!rig.sink.log.filter(QStringLiteral("deactivated=1")).isEmpty()); // found by the poll
    QVERIFY(rig.call(master::reactivateAgentCall(agent)));
    const auto unknown = rig.call(master::drainAgentCall(QStringLiteral("nobody")));
    QVERIFY(!unknown);
    const base::Error e = master::explained(master::drainAgentCall({}), unknown.error());
    QVERIFY2(e.sentence.contains(QLatin1String("does not know")), qPrintable(e.sentence + e.serverText));
}

void TestMasterLinkDemo::sandboxOfATask() {
    Rig rig(false);
    QTRY_COMPARE(rig.link->status().state, SourceState::Live);
    const QString line = rig.sink.log.filter(QStringLiteral("task ")).filter(QStringLiteral("TASK_RUNNING")).value(0);
    const auto after = [&line](const char* key) {
        const qsizetype from = line.indexOf(QLatin1String(key)) + qsizetype(strlen(key));
        return line.mid(from, line.indexOf(QLatin1Char(' '), from) - from);
    };
    const QString agentLine = rig.sink.log.filter(QStringLiteral("agent ") + after("agent=")).value(0);
    const QString pid = agentLine.section(QLatin1Char(' '), 3, 3);
    QVERIFY2(pid.contains(QLatin1Char('@')), qPrintable(agentLine));
    master::Sandbox sandbox(
        rig.client, master::sandboxPlace(pid, {}, false, after("framework="), after("executor="), after("task ")));
    QList<master::SandboxFile> files;
    base::Error error;
    sandbox.list({}, this, [&](const base::Result<QList<master::SandboxFile>>& r) {
        r ? void(files = *r) : void(error = r.error());
    });
    QTRY_VERIFY2(!files.isEmpty(), qPrintable(error.sentence));
    const auto out = std::find_if(files.begin(), files.end(),
                                  [](const master::SandboxFile& f) { return f.name == QLatin1String("stdout"); });
    QVERIFY(out != files.end());
    base::Result<master::FilePiece> piece = tl::unexpected(base::Error());
    sandbox.read(out->path, 0, 1000, this, [&](const base::Result<master::FilePiece>& r) { piece = r; });
    QTRY_VERIFY(piece && !piece->data.isEmpty());
}

MESOSCOPE_TEST_MAIN(TestMasterLinkDemo)
#include "tst_master_link_demo.moc"
