// What a real master sent, decoded: content, cuts at every offset, and what is broken.
#include "models/master/event_decoder.h"
#include "models/master/json_scan.h"
#include "models/net/record_io_parser.h"
#include "tests/support/harness.h"
#include "tests/support/recording_sink.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace mesoscope;
using test::RecordingSink;

namespace {

std::string_view view(const QByteArray& bytes) {
    return {bytes.constData(), std::size_t(bytes.size())};
}

base::Result<void> feedRecord(master::EventDecoder& decoder, const QByteArray& record, qsizetype piece) {
    decoder.begin(std::uint64_t(record.size()));
    for (qsizetype i = 0; i < record.size(); i += piece) {
        const qsizetype n = qMin(piece, record.size() - i);
        if (const auto ok = decoder.bytes(view(record).substr(std::size_t(i), std::size_t(n)), i + n == record.size());
            !ok)
            return ok;
    }
    return {};
}

QByteArrayList recordedRecords(const QString& name) {
    QByteArrayList list;
    QByteArray current;
    net::RecordIoParser parser;
    parser.onBytes = [&](std::string_view bytes, bool last) {
        current.append(bytes.data(), qsizetype(bytes.size()));
        if (last)
            list.append(std::exchange(current, {}));
    };
    if (!parser.feed(view(test::fixture(name))))
        list.clear();
    return list;
}

QString find(const QStringList& log, const QString& prefix) {
    for (const QString& line : log) {
        if (line.startsWith(prefix))
            return line;
    }
    return {};
}

QByteArray stateWith(const QByteArray& task) {
    return R"({"type":"GET_STATE","get_state":{"get_tasks":{"tasks":[)" + task + R"(]},"get_agents":{"agents":[]}}})";
}

} // namespace

class TestMasterDecode : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void scanFindsTheEnd_data();
    void scanFindsTheEnd();
    void stateOfARealMaster();
    void agentsOfARealMaster();
    void drainedAgent();
    void unreachableTasks();
    void streamInPiecesIsTheStreamWhole_data();
    void streamInPiecesIsTheStreamWhole();
    void streamEndsInTheFinalState();
    void everyEventTypeIsHeard();
    void oddValues_data();
    void oddValues();
    void deepNesting();
    void invalidUtf8();
    void typeMayComeLast();
    void brokenStates_data();
    void brokenStates();
    void truncatedEverywhere();
    void pollWithBrokenRow();
};

void TestMasterDecode::scanFindsTheEnd_data() {
    QTest::addColumn<std::size_t>("way");
    for (std::size_t way = 0; way < master::ContainerScan::wayCount(); ++way)
        QTest::addRow("way %d", int(way)) << way;
}

void TestMasterDecode::scanFindsTheEnd() {
    QFETCH(std::size_t, way);
    QByteArray json = R"({"a":"}\"{\\","b":[{"c":"\\\\\""},[]],"d":{}})";
    json.insert(6, QByteArray(200, ']')); // inside the string
    const QByteArray bytes = json + R"(,{"next":1})";
    for (qsizetype cut = 1; cut <= json.size(); ++cut) {
        master::ContainerScan scan(way);
        std::size_t used = scan.feed(view(bytes).substr(0, std::size_t(cut)));
        QCOMPARE(used, std::size_t(cut));
        QCOMPARE(scan.done(), cut == json.size());
        if (!scan.done())
            used += scan.feed(view(bytes).substr(std::size_t(cut)));
        QVERIFY(scan.done());
        QVERIFY(scan.hasBackslash());
        QCOMPARE(used, std::size_t(json.size()));
    }
    const QByteArray noEscapes = R"({"a":["b"]})";
    master::ContainerScan scan(way);
    QCOMPARE(scan.feed(view(noEscapes)), std::size_t(noEscapes.size()));
    QVERIFY(scan.done() && !scan.hasBackslash());
}

void TestMasterDecode::stateOfARealMaster() {
    RecordingSink sink;
    QVERIFY(master::decodeStateJson(view(test::fixture(QStringLiteral("mesos/master.v1.GET_STATE.body"))), sink));
    QCOMPARE(sink.pictures, 1);
    QCOMPARE(sink.agents.size(), 3U);
    const QJsonObject state = QJsonDocument::fromJson(test::fixture(QStringLiteral("mesos/master.v1.GET_STATE.body")))
                                  .object()
                                  .value(QLatin1String("get_state"))
                                  .toObject();
    QCOMPARE(qsizetype(sink.tasks.size()),
             state.value(QLatin1String("get_tasks")).toObject().value(QLatin1String("tasks")).toArray().size());
    QCOMPARE(
        qsizetype(sink.frameworks.size()),
        state.value(QLatin1String("get_frameworks")).toObject().value(QLatin1String("frameworks")).toArray().size());
    const QString pod = find(sink.log, QStringLiteral("task pod-b "));
    QVERIFY2(pod.contains(
                 QLatin1String("executor=default-executor agent=5ec011d1-816b-4500-b09f-466c11e226aa-S0 TASK_RUNNING 3 "
                               "resources=0.1/32/0/0 ports=role=*")),
             qPrintable(pod));
    QVERIFY2(pod.contains(QLatin1String("at=1795421546540 ")), qPrintable(pod));
    QVERIFY(pod.contains(QLatin1String("container=e2f9128c-6531-46b5-92a1-0f1500f021fb.da6a7693-0219-4f56-"
                                       "b0e4-38b77610c3b8 ip=127.0.0.1 net=]")));
    QVERIFY(pod.contains(QLatin1String("started=1795421546540 ")));
}

void TestMasterDecode::agentsOfARealMaster() {
    RecordingSink sink;
    QVERIFY(master::decodeAgentsJson(view(test::fixture(QStringLiteral("mesos/master.v1.GET_AGENTS.body"))), sink));
    QCOMPARE(sink.agents.size(), 3U);
    QVERIFY(sink.recovering.isEmpty());
    const QString s0 = find(sink.log, QStringLiteral("polledAgent 5ec011d1-816b-4500-b09f-466c11e226aa-S0"));
    QVERIFY2(s0.contains(
                 QLatin1String("127.0.0.1 slave(1)@127.0.0.1:5051 5051 1.12.0 active=1 deactivated=0 drain=0,-1,0,0 "
                               "registered=1795421543950,0 total=8/16384/20480/0 allocated=0.3/96/32/0 offered=0/0/0/0 "
                               "reserved=0.5/0/128/0 attributes=dc:bj rack:r1 ssd:true weight:1.5 disks:[1-4] "
                               "domain=cn-north/bj-a")),
             qPrintable(s0));
    QVERIFY2(s0.endsWith(QLatin1String("by role=ops/db:0.5/0/128/0 31000-31999 ")), qPrintable(s0));
}

void TestMasterDecode::drainedAgent() {
    RecordingSink sink;
    QVERIFY(
        master::decodeAgentsJson(view(test::fixture(QStringLiteral("mesos/subscribe.GET_AGENTS_drained.body"))), sink));
    const QString all = sink.log.join(QLatin1Char('\n'));
    QVERIFY2(all.contains(QLatin1String("deactivated=1 drain=1,0,0,1795421951000")), qPrintable(all));
    RecordingSink other;
    QVERIFY(master::decodeAgentsJson(view(test::fixture(QStringLiteral("mesos/subscribe.GET_AGENTS_deactivated.body"))),
                                     other));
    QVERIFY(other.log.join(QLatin1Char('\n')).contains(QLatin1String("deactivated=1 drain=0,-1")));
}

void TestMasterDecode::unreachableTasks() {
    RecordingSink sink;
    QVERIFY(master::decodeStateJson(view(test::fixture(QStringLiteral("mesos/subscribe.GET_TASKS_unreachable.body"))),
                                    sink));
    const QString all = sink.log.join(QLatin1Char('\n'));
    QVERIFY(all.contains(QLatin1String("TASK_UNREACHABLE")));
    QVERIFY(all.contains(QLatin1String("unreachable=1")));
    QVERIFY(sink.completedTasks > 0);
}

void TestMasterDecode::streamInPiecesIsTheStreamWhole_data() {
    QTest::addColumn<qsizetype>("piece");
    for (const qsizetype piece : {1, 7, 63, 64, 65, 1000, 24'000})
        QTest::addRow("%d", int(piece)) << piece;
}

void TestMasterDecode::streamInPiecesIsTheStreamWhole() {
    QFETCH(qsizetype, piece);
    RecordingSink whole;
    RecordingSink cut;
    const auto a = master::makeJsonDecoder(whole);
    const auto b = master::makeJsonDecoder(cut);
    for (const QByteArray& record : recordedRecords(QStringLiteral("mesos/subscribe.body"))) {
        QVERIFY(feedRecord(*a, record, record.size()));
        QVERIFY(feedRecord(*b, record, piece));
    }
    QCOMPARE(cut.log, whole.log);
    QCOMPARE(b->events(), a->events());
    QCOMPARE(a->pictures(), 1);
    QCOMPARE(a->heartbeatSeconds(), 15.0);
}

void TestMasterDecode::streamEndsInTheFinalState() {
    RecordingSink streamed;
    const auto decoder = master::makeJsonDecoder(streamed);
    for (const QByteArray& record : recordedRecords(QStringLiteral("mesos/subscribe.body")))
        QVERIFY(feedRecord(*decoder, record, record.size()));
    RecordingSink final;
    const QByteArray answer = test::fixture(QStringLiteral("mesos/subscribe.final_GET_STATE.body"));
    QVERIFY(master::decodeStateJson(view(answer), final));
    QCOMPARE(streamed.tasks, final.tasks);
    QCOMPARE(streamed.frameworks, final.frameworks);
    // One agent was marked gone, which the stream never tells; the poll does.
    QCOMPARE(streamed.agents.size(), final.agents.size() + 1);
    const qsizetype from = answer.indexOf("\"get_agents\"");
    QVERIFY(master::decodeAgentsJson(view("{\"type\":\"GET_AGENTS\"," + answer.sliced(from, answer.size() - from - 1)),
                                     streamed));
    QCOMPARE(streamed.text(), final.text());
}

void TestMasterDecode::everyEventTypeIsHeard() {
    RecordingSink sink;
    const auto decoder = master::makeJsonDecoder(sink);
    const QByteArrayList records = recordedRecords(QStringLiteral("mesos/subscribe.body"));
    for (const QByteArray& record : records)
        QVERIFY(feedRecord(*decoder, record, record.size()));
    QCOMPARE(qsizetype(decoder->events()), records.size() - 1);
    for (const char* call : {"taskAdded", "taskUpdated", "agentAdded", "agentRemoved", "frameworkAdded",
                             "frameworkUpdated", "frameworkRemoved"})
        QVERIFY2(!find(sink.log, QString::fromLatin1(call)).isEmpty(), call);
    QVERIFY(find(sink.log, QStringLiteral("unknownEvent")).isEmpty());
    const QString lost = find(sink.log.filter(QStringLiteral("TASK_LOST")), QStringLiteral("taskUpdated"));
    QVERIFY2(lost.contains(QLatin1String("REASON_AGENT_")) && lost.contains(QLatin1String("SOURCE_MASTER")),
             qPrintable(lost));
    QVERIFY(feedRecord(*decoder, R"({"type":"MOON_ROSE","moon_rose":{"x":[1,2]}})", 1000));
    QCOMPARE(sink.log.last(), QStringLiteral("unknownEvent MOON_ROSE"));
}

void TestMasterDecode::oddValues_data() {
    QTest::addColumn<QByteArray>("task");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const char* task, const char* part) {
        QTest::newRow(name) << QByteArray(task) << QString::fromLatin1(part);
    };
    row("unknown state", R"({"task_id":{"value":"t"},"state":"TASK_DREAMING"})", "TASK_DREAMING 0 ");
    row("no id", R"({"name":"n","state":"TASK_RUNNING"})", "task  \"n\"");
    row("negative numbers", R"({"resources":[{"name":"cpus","scalar":{"value":-3.5}}]})", "resources=-3.5/0/0/0");
    row("huge numbers",
        R"({"resources":[{"name":"ports","ranges":{"range":[{"begin":1,"end":99999999999999999999},{"begin":-5,"end":3}]}}]})",
        "ports=1-4294967295 role");
    row("numbers out of range",
        R"({"resources":[{"name":"cpus","scalar":{"value":1e999}},{"name":"mem","scalar":{"value":5}}]})", "/5/0/0");
    row("time as nanoseconds",
        R"({"statuses":[{"state":"TASK_RUNNING","timestamp":{"nanoseconds":1795421544655400960}}]})",
        "started=1795421544655");
    row("absurd time", R"({"statuses":[{"state":"TASK_RUNNING","timestamp":1e300}]})", "started=0");
    row("wrong types", R"({"task_id":5,"name":[1],"state":null,"resources":{"a":1},"statuses":"x","labels":7})",
        "task  \"\" ");
    row("label without value", R"({"labels":{"labels":[{"key":"k"}]}})", R"(labels={"labels":[{"key":"k"}]})");
    row("escapes", R"({"task_id":{"value":"a\"b\u00e9"}})", "task a\"b");
    row("escapes elsewhere", R"({"labels":{"labels":[{"key":"a\\b"}]},"name":"app","task_id":{"value":"t"}})",
        "task t \"app\"");
    row("white space", "{ \"task_id\" :\n{ \"value\" : \"t\" } ,\n \"name\" : \"a b\" }", "task t \"a b\"");
    row("names that begin alike", R"({"nam":"x","names":"y","name":"app","name ":"z","task_id_":{"value":"u"}})",
        "task  \"app\"");
    row("key twice", R"({"name":"one","name":"two"})", "\"two\"");
    row("unhealthy",
        R"({"statuses":[{"state":"TASK_RUNNING","healthy":true},{"state":"TASK_RUNNING","healthy":false}]})",
        "health=2");
    row("two networks",
        R"({"statuses":[{"container_status":{"network_infos":[{"name":"cni-a","ip_addresses":[{"ip_address":"10.0.0.1"},{"ip_address":"fd::1"}]},{"name":"b"}]}}]})",
        "ip=10.0.0.1,fd::1 net=cni-a,b");
}

void TestMasterDecode::oddValues() {
    QFETCH(QByteArray, task);
    QFETCH(QString, part);
    RecordingSink sink;
    QVERIFY(master::decodeStateJson(view(stateWith(task)), sink));
    const QString line = find(sink.log, QStringLiteral("task "));
    QVERIFY2(line.contains(part), qPrintable(line));
}

void TestMasterDecode::deepNesting() {
    RecordingSink sink;
    const QByteArray deep = QByteArray(10'000, '[') + QByteArray(10'000, ']');
    QVERIFY(master::decodeStateJson(view(stateWith(R"({"name":"deep","labels":{"labels":)" + deep + "}}")), sink));
    QVERIFY(!find(sink.log, QStringLiteral("task  \"deep\"")).isEmpty());
    QVERIFY(!master::decodeStateJson(view(deep), sink));
    const QByteArray skipped = R"({"get_state":{"x":)" + deep + R"(,"get_tasks":{"tasks":[{"name":"after"}]}}})";
    QVERIFY(master::decodeStateJson(view(skipped), sink));
    QVERIFY(!find(sink.log, QStringLiteral("task  \"after\"")).isEmpty());
}

void TestMasterDecode::invalidUtf8() {
    RecordingSink sink;
    QVERIFY(master::decodeStateJson(view(stateWith("{\"name\":\"a\xFF\xC3z\",\"task_id\":{\"value\":\"t1\"}}")), sink));
    const QString line = find(sink.log, QStringLiteral("task t1 "));
    QVERIFY2(line.contains(QChar(0xFFFD)), qPrintable(line));
}

void TestMasterDecode::typeMayComeLast() {
    RecordingSink sink;
    const auto decoder = master::makeJsonDecoder(sink);
    QByteArray tasks;
    for (int i = 0; i < 2000; ++i)
        tasks += (i == 0 ? QByteArray() : QByteArray(",")) + R"({"task_id":{"value":"t)" + QByteArray::number(i) +
                 R"("},"state":"TASK_RUNNING"})";
    const QByteArray record =
        R"({"subscribed":{"get_state":{"get_tasks":{"tasks":[)" + tasks + R"(]}}},"type":"SUBSCRIBED"})";
    QVERIFY(record.size() > 64 * 1024);
    QVERIFY(feedRecord(*decoder, record, 10'000));
    QCOMPARE(sink.tasks.size(), 2000U);
    QCOMPARE(decoder->rows(), 2000U);
}

void TestMasterDecode::brokenStates_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("html") << QByteArray("<html></html>");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("two documents") << QByteArray("{}{}");
    QTest::newRow("brace for bracket") << QByteArray(R"({"get_state":{"get_tasks":{"tasks":[}}}})");
    QTest::newRow("bad row") << stateWith(R"({"name": nonsense "x"})");
    QTest::newRow("bad row end") << stateWith(R"({"name":"x"])");
    QTest::newRow("colon for comma") << stateWith(R"({"name":"x":1})");
    QTest::newRow("value without key") << QByteArray(R"({"get_state":{{}}})");
}

void TestMasterDecode::brokenStates() {
    QFETCH(QByteArray, bytes);
    RecordingSink sink;
    const auto result = master::decodeStateJson(view(bytes), sink);
    QVERIFY(!result);
    QVERIFY(!result.error().sentence.isEmpty());
    QCOMPARE(sink.pictures, 0);
    QCOMPARE(sink.abandoned, 1);
}

void TestMasterDecode::truncatedEverywhere() {
    const QByteArray state = test::fixture(QStringLiteral("mesos/empty.v1.GET_STATE.body"));
    for (qsizetype n = 0; n < state.size(); ++n) {
        RecordingSink sink;
        sink.keepLog = false;
        QVERIFY(!master::decodeStateJson(view(state).substr(0, std::size_t(n)), sink));
        QCOMPARE(sink.abandoned, 1);
    }
}

void TestMasterDecode::pollWithBrokenRow() {
    RecordingSink sink;
    sink.agents = {{"S1", "here"}};
    QVERIFY(!master::decodeAgentsJson(R"({"get_agents":{"agents":[{"active": oops "x"}]}})", sink));
    QCOMPARE(sink.agents.size(), 1U);
    QVERIFY(!master::decodeAgentsJson(R"({"get_agents":{"agents":[)", sink));
    QCOMPARE(sink.agents.size(), 1U);
    QVERIFY(
        master::decodeAgentsJson(R"({"get_agents":{"agents":[],"recovered_agents":[{"id":{"value":"S7"}}]}})", sink));
    QCOMPARE(sink.recovering, QStringList{QStringLiteral("S7")});
}

MESOSCOPE_TEST_MAIN(TestMasterDecode)
#include "tst_master_decode.moc"
