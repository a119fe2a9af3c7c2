// Operator calls as the master wants them, what its refusals mean, and what it tells on demand.
#include "models/master/calls.h"
#include "models/master/observe.h"
#include "models/master/polls.h"
#include "models/net/read_only_gate.h"
#include "tests/support/byte_server.h"
#include "tests/support/harness.h"

#include <QTest>

using namespace mesoscope;
using test::ByteServer;

class TestMasterCalls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bodies();
    void readCallsAreReads();
    void maintenanceGoesBothWays();
    void refusalsInWords_data();
    void refusalsInWords();
    void recordedMetricsAndFlags();
    void recordedContainers();
    void recordedMaster();
    void metricsAreAskedSeldom();
};

void TestMasterCalls::bodies() {
    const QString s1 = QStringLiteral("S1");
    const std::pair<QByteArray, QByteArray> all[] = {
        {master::drainAgentCall(s1), R"({"type":"DRAIN_AGENT","drain_agent":{"agent_id":{"value":"S1"}}})"},
        {master::drainAgentCall(s1, 1500, true),
         R"({"type":"DRAIN_AGENT","drain_agent":{"agent_id":{"value":"S1"},"mark_gone":true,"max_grace_period":{"seconds":2}}})"},
        {master::drainAgentCall(s1, 0),
         R"({"type":"DRAIN_AGENT","drain_agent":{"agent_id":{"value":"S1"},"max_grace_period":{"seconds":0}}})"},
        {master::deactivateAgentCall(s1),
         R"({"type":"DEACTIVATE_AGENT","deactivate_agent":{"agent_id":{"value":"S1"}}})"},
        {master::reactivateAgentCall(s1),
         R"({"type":"REACTIVATE_AGENT","reactivate_agent":{"agent_id":{"value":"S1"}}})"},
        {master::markAgentGoneCall(s1), R"({"type":"MARK_AGENT_GONE","mark_agent_gone":{"agent_id":{"value":"S1"}}})"},
        {master::teardownCall(QStringLiteral("F'x")),
         R"({"type":"TEARDOWN","teardown":{"framework_id":{"value":"F'x"}}})"},
        {master::updateWeightsCall({{QStringLiteral("dev"), 2.5}}),
         R"({"type":"UPDATE_WEIGHTS","update_weights":{"weight_infos":[{"role":"dev","weight":2.5}]}})"},
        {master::updateQuotaCall({{QStringLiteral("dev"), {1, 256, 0, 0}, master::Scalars{8, 8192, 0, 0}}}, true),
         R"({"type":"UPDATE_QUOTA","update_quota":{"force":true,"quota_configs":[{"guarantees":{"cpus":{"value":1},)"
         R"("mem":{"value":256}},"limits":{"cpus":{"value":8},"mem":{"value":8192}},"role":"dev"}]}})"},
        {master::readCall("GET_METRICS"), R"({"type":"GET_METRICS","get_metrics":{}})"},
    };
    for (const auto& [made, wanted] : all)
        QCOMPARE(made, wanted);
}

void TestMasterCalls::readCallsAreReads() {
    const QUrl url(QStringLiteral("http://m:5050/api/v1"));
    QVERIFY(net::isRead("POST", url, master::readCall("GET_METRICS")));
    QVERIFY(net::isRead("POST", url, master::readCall("GET_FLAGS")));
    for (const QByteArray& change :
         {master::drainAgentCall({}), master::deactivateAgentCall({}), master::reactivateAgentCall({}),
          master::markAgentGoneCall({}), master::teardownCall({}), master::updateWeightsCall({}),
          master::updateQuotaCall({}), master::updateMaintenanceCall({})})
        QVERIFY2(!net::isRead("POST", url, change), change.constData());
}

void TestMasterCalls::maintenanceGoesBothWays() {
    const auto recorded =
        master::decodeMaintenance(test::fixture(QStringLiteral("mesos/master.v1.GET_MAINTENANCE_SCHEDULE.body")));
    const QList<master::MaintenanceWindow> expected{
        {{{QStringLiteral("maint-host"), QStringLiteral("127.0.0.9")}}, 1795425145000, 3600000}};
    QVERIFY(recorded);
    QCOMPARE(*recorded, expected);
    // As the master took it when the schedule was set.
    const QByteArray body =
        R"({"type":"UPDATE_MAINTENANCE_SCHEDULE","update_maintenance_schedule":{"schedule":{"windows":[{"machine_ids":[)"
        R"({"hostname":"maint-host","ip":"127.0.0.9"}],"unavailability":{"duration":{"nanoseconds":3600000000000},)"
        R"("start":{"nanoseconds":1795425145000000000}}}]}}})";
    QCOMPARE(master::updateMaintenanceCall(*recorded), body);
    QVERIFY(master::decodeMaintenance("{}")->isEmpty());
    QVERIFY(!master::decodeMaintenance("nonsense"));
    const auto open = master::decodeMaintenance(
        R"({"get_maintenance_schedule":{"schedule":{"windows":[{"unavailability":{"start":{"nanoseconds":5000000}}}]}}})");
    QCOMPARE(open->first().durationMs, -1);
}

void TestMasterCalls::refusalsInWords_data() {
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("part");
    const QString id = QStringLiteral("S1");
    QTest::newRow("acl") << master::drainAgentCall(id) << 403 << QString() << "access control";
    QTest::newRow("drain unknown") << master::drainAgentCall(id) << 400 << "Unknown agent"
                                   << "does not know this agent";
    QTest::newRow("gone unknown") << master::markAgentGoneCall(id) << 404 << "No such agent"
                                  << "does not know this agent";
    QTest::newRow("still draining") << master::reactivateAgentCall(id) << 400 << "Agent is still in the DRAINING state"
                                    << "still draining";
    QTest::newRow("no framework") << master::teardownCall(id) << 400 << "No framework found with specified ID"
                                  << "this framework";
    QTest::newRow("other") << master::teardownCall(id) << 500 << "boom"
                           << "as it was";
}

void TestMasterCalls::refusalsInWords() {
    QFETCH(QByteArray, call);
    QFETCH(int, status);
    QFETCH(QString, words);
    QFETCH(QString, part);
    const base::Error plain{base::ErrorKind::Status, QStringLiteral("as it was"), {}, words, status};
    const base::Error e = master::explained(call, plain);
    QVERIFY2(e.sentence.contains(part), qPrintable(e.sentence));
    QCOMPARE(e.serverText, words); // the server's own words stay
    QCOMPARE(e.httpStatus, status);
}

void TestMasterCalls::recordedMetricsAndFlags() {
    const auto metrics =
        master::decodeMetrics(test::fixture(QStringLiteral("mesos/master.v1.GET_METRICS_timeout.body")));
    QVERIFY(metrics);
    QVERIFY(metrics->size() > 100);
    QCOMPARE(metrics->value(QStringLiteral("allocator/mesos/allocation_run_latency_ms/count")), 24.0);
    QCOMPARE(metrics->value(QStringLiteral("master/slaves_active")), 3.0);
    QCOMPARE(master::decodeMetrics(R"({"system/cpus_total":2.0,"x":"y"})")->size(), 1);
    QVERIFY(!master::decodeMetrics("[]"));
    const auto flags = master::decodeFlags(test::fixture(QStringLiteral("mesos/master.v1.GET_FLAGS.body")));
    QCOMPARE(flags->value(QStringLiteral("agent_ping_timeout")), QStringLiteral("5secs"));
    QCOMPARE(master::decodeFlags(R"({"flags":{"port":"5050"}})")->value(QStringLiteral("port")),
             QStringLiteral("5050"));
}

void TestMasterCalls::recordedContainers() {
    const auto one = master::decodeContainers(test::fixture(QStringLiteral("mesos/agent1.v1.GET_CONTAINERS.body")));
    QCOMPARE(one->size(), 1);
    QCOMPARE(one->first().id, QStringLiteral("e2f9128c-6531-46b5-92a1-0f1500f021fb"));
    QCOMPARE(one->first().executorId, QStringLiteral("default-executor"));
    QCOMPARE(one->first().pid, 22123);
    QCOMPARE(one->first().memLimitBytes, 100663296);
    QCOMPARE(qRound(one->first().cpuSeconds * 100), 13);
    const auto all = master::decodeContainers(test::fixture(QStringLiteral("mesos/agent.v1.GET_CONTAINERS_all.body")));
    QVERIFY(all && !all->isEmpty());
}

void TestMasterCalls::recordedMaster() {
    const auto info = master::decodeMaster(test::fixture(QStringLiteral("mesos/master.v1.GET_MASTER.body")));
    QCOMPARE(info->pid, QStringLiteral("master@127.0.0.1:5050"));
    QCOMPARE(info->version, QStringLiteral("1.12.0"));
    QCOMPARE(info->startedMs, 1795421543755);
    QCOMPARE(info->electedMs, 1795421543814);
    QCOMPARE(*master::decodeVersion(test::fixture(QStringLiteral("mesos/master.v1.GET_VERSION.body"))),
             QStringLiteral("1.12.0"));
    QVERIFY(!master::decodeMaster("<html>"));
}

void TestMasterCalls::metricsAreAskedSeldom() {
    ByteServer server([](const ByteServer::Seen&) {
        return ByteServer::Answer{ByteServer::http(200, R"({"a":1})"), 0, {}, false};
    });
    base::ManualClock clock;
    net::HttpClient client(clock);
    master::MetricsReader reader(client, clock, {}, {});
    int answers = 0;
    const auto count = [&](const base::Result<QMap<QString, double>>& m) {
        answers += m && m->value(QStringLiteral("a")) == 1 ? 1 : 100;
    };
    reader.read(server.url(), this, count);
    reader.read(server.url(), this, count); // joins the first
    QTRY_COMPARE(answers, 2);
    reader.read(server.url(), this, count); // gets the answer before
    QTRY_COMPARE(answers, 3);
    QCOMPARE(server.count("/metrics/snapshot"), 1);
    clock.advance(500);
    reader.read(server.url(), this, count);
    QTRY_COMPARE(answers, 4);
    QCOMPARE(server.count("/metrics/snapshot"), 2);
}

MESOSCOPE_TEST_MAIN(TestMasterCalls)
#include "tst_master_calls.moc"
