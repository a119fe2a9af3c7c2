// What a task carries beside its state, from a recorded state and from one with everything in it.
#include "models/cluster/store.h"
#include "models/cluster/task_facts.h"
#include "models/master/event_decoder.h"
#include "tests/support/harness.h"

#include <QTest>

using namespace mesoscope;
using cluster::TaskFacts;

namespace {

std::string_view view(const QByteArray& bytes) {
    return {bytes.constData(), std::size_t(bytes.size())};
}

TaskFacts factsOf(const QByteArray& state, const char* name) {
    static const base::ManualClock clock;
    cluster::Store store(clock);
    if (!master::decodeStateJson(view(state), store))
        return {};
    cluster::Diff diff;
    const cluster::SnapshotPtr snapshot = store.publish(diff);
    for (cluster::Slot i = 0; i < snapshot->tasks.size(); ++i) {
        if (snapshot->text(snapshot->tasks[i].name) == QLatin1String(name))
            return cluster::taskFacts(*snapshot, snapshot->tasks[i]);
    }
    return {};
}

} // namespace

class TestTaskFacts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ofARecordedTask();
    void ofATaskWithEverything();
    void ofNothing();
    void reservationsByRole();
};

void TestTaskFacts::ofARecordedTask() {
    const TaskFacts facts = factsOf(test::fixture(QStringLiteral("mesos/master.v1.GET_STATE.body")), "web");
    QCOMPARE(facts.labels.size(), 2);
    QCOMPARE(facts.labels.at(0), qMakePair(QStringLiteral("env"), QStringLiteral("test")));
    QCOMPARE(facts.labels.at(1).first, QStringLiteral("nokey")); // without a value
    QVERIFY(facts.labels.at(1).second.isEmpty());
    QCOMPARE(facts.discoveryName, QStringLiteral("peer-long"));
    QCOMPARE(facts.visibility, QStringLiteral("CLUSTER"));
    QCOMPARE(facts.ports, QStringList{QStringLiteral("8080/tcp http")});
}

void TestTaskFacts::ofATaskWithEverything() {
    const QByteArray state =
        R"({"type":"GET_STATE","get_state":{"get_tasks":{"tasks":[{"name":"n","task_id":{"value":"t"},)"
        R"("framework_id":{"value":"F"},"agent_id":{"value":"S"},"state":"TASK_RUNNING","container":{"type":"DOCKER",)"
        R"("docker":{"image":"shop/cart:4"},"volumes":[{"mode":"RO","container_path":"/in","host_path":"/out"}],)"
        R"("network_infos":[{"name":"calico"}]},"statuses":[{"state":"TASK_RUNNING","timestamp":1.0,)"
        R"("container_status":{"container_id":{"value":"in","parent":{"value":"out"}},)"
        R"("network_infos":[{"name":"calico","ip_addresses":[{"ip_address":"10.1.2.3"},{"ip_address":"fd00::1"}]}]}}]}]}}})";
    const TaskFacts facts = factsOf(state, "n");
    QCOMPARE(facts.containerType, QStringLiteral("DOCKER"));
    QCOMPARE(facts.image, QStringLiteral("shop/cart:4"));
    QCOMPARE(facts.volumes, QStringList{QString::fromUtf8("/out → /in (ro)")});
    QCOMPARE(facts.networks, QStringList{QStringLiteral("calico")});
    QCOMPARE(facts.addresses, (QStringList{QStringLiteral("10.1.2.3"), QStringLiteral("fd00::1")}));
}

void TestTaskFacts::ofNothing() {
    const TaskFacts facts = factsOf(test::fixture(QStringLiteral("mesos/master.v1.GET_STATE.body")), "pod-a");
    QVERIFY(facts.labels.isEmpty() && facts.image.isEmpty() && facts.ports.isEmpty());
}

void TestTaskFacts::reservationsByRole() {
    static const base::ManualClock clock;
    cluster::Store store(clock);
    QVERIFY(master::decodeStateJson(view(test::fixture(QStringLiteral("mesos/master.v1.GET_STATE.body"))), store));
    cluster::Diff diff;
    const cluster::SnapshotPtr snapshot = store.publish(diff);
    int reserved = 0;
    for (cluster::Slot i = 0; i < snapshot->agents.size(); ++i) {
        const auto list = snapshot->reservations(snapshot->agents[i]);
        master::Scalars sum;
        for (const auto& [role, amount] : list) {
            QVERIFY(!role.empty() && role != "*");
            sum += amount;
        }
        QCOMPARE(sum, snapshot->agents[i].reserved);
        reserved += list.empty() ? 0 : 1;
    }
    QVERIFY(reserved > 0);
}

MESOSCOPE_TEST_MAIN(TestTaskFacts)
#include "tst_task_facts.moc"
