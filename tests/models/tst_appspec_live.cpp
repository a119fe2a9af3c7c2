// What the scheduler's questions know of a cluster: the agents' own ports, what is reserved on them, the roles' quotas.
#include "models/appspec/live.h"
#include "models/cluster/room.h"
#include "models/cluster/store.h"
#include "tests/support/harness.h"

#include <QTest>

using namespace mesoscope;
using appspec::ForecastAgent;
using Ranges = std::vector<std::pair<int, int>>;

class TestAppSpecLive : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void portsAreTheAgentsOwn();
    void portsSetAsideServeTheirRoleAlone();
    void quotasHoldForTheRolesBelow();
};

namespace {

cluster::SnapshotPtr clusterOfTwo() {
    base::ManualClock clock;
    cluster::Store store(clock);
    store.beginState();
    const std::array ports{master::AgentPortsView{{21000, 21003}, {}}, master::AgentPortsView{{31000, 31001}, "shop"}};
    master::AgentView wide;
    wide.id = "S0";
    wide.hostname = "a";
    wide.total = {8, 8192, 0, 0};
    wide.ports = ports;
    store.agent(wide);
    master::AgentView bare;
    bare.id = "S1";
    bare.hostname = "b";
    bare.total = {8, 8192, 0, 0};
    store.agent(bare);
    master::TaskView task;
    task.id = "t";
    task.agentId = "S0";
    task.state = master::TaskState::Running;
    task.stateName = "TASK_RUNNING";
    const std::array used{master::PortRange{21001, 21001}};
    task.ports = used;
    store.task(task);
    store.endState();
    cluster::Diff diff;
    return store.publish(diff);
}

} // namespace

void TestAppSpecLive::portsAreTheAgentsOwn() {
    const cluster::SnapshotPtr snapshot = clusterOfTwo();
    const std::vector<ForecastAgent> agents = appspec::agentsOf(*snapshot);
    QCOMPARE(agents.size(), size_t(2));
    QCOMPARE(agents[0].ports, (Ranges{{21000, 21000}, {21002, 21003}}));
    QVERIFY(agents[1].ports.empty());
    const std::vector<scheduler::AgentRoom> rooms = cluster::roomOf(*snapshot);
    QCOMPARE(rooms[0].ports, 5);
    QCOMPARE(rooms[1].ports, -1);
}

void TestAppSpecLive::portsSetAsideServeTheirRoleAlone() {
    const std::vector<ForecastAgent> agents = appspec::agentsOf(*clusterOfTwo());
    appspec::ForecastRequest request;
    request.need = {0.1, 1, 0, 0};
    request.randomPorts = 1;
    request.instances = 9;
    QCOMPARE(appspec::forecast(agents, request).fits, 3);
    request.role = "shop";
    QCOMPARE(appspec::forecast(agents, request).fits, 5);
    request.fixedPorts = {31000};
    request.randomPorts = 0;
    QCOMPARE(appspec::forecast(agents, request).fits, 1);
    request.role = "other";
    QCOMPARE(appspec::forecast(agents, request).fits, 0);
}

void TestAppSpecLive::quotasHoldForTheRolesBelow() {
    base::ManualClock clock;
    cluster::Store store(clock);
    std::array<master::RoleView, 4> roles;
    roles[0].name = "eng";
    roles[0].limit = master::Scalars{64, 0, 0, 0};
    roles[0].guarantee = master::Scalars{8, 0, 0, 0};
    roles[0].allocated = {62, 1024, 0, 0};
    roles[1].name = "eng/web";
    roles[1].guarantee = master::Scalars{16, 0, 0, 0}; // all that masters before 1.9 say
    roles[2].name = "engine";
    roles[2].limit = master::Scalars{1, 0, 0, 0};
    roles[3].name = "eng/web/canary";
    roles[3].limit = master::Scalars{1, 0, 0, 0};
    store.roles(roles);
    cluster::Diff diff;
    const cluster::SnapshotPtr snapshot = store.publish(diff);
    const QList<scheduler::RoleQuota> quotas = cluster::quotasOf(*snapshot, QStringLiteral("eng/web"));
    QCOMPARE(quotas.size(), 2);
    QCOMPARE(quotas[0].role, QStringLiteral("eng"));
    QCOMPARE(quotas[0].limit.cpus, 64.0);
    QCOMPARE(quotas[0].used.cpus, 62.0);
    QCOMPARE(quotas[1].role, QStringLiteral("eng/web"));
    QCOMPARE(quotas[1].limit.cpus, 16.0);
    QVERIFY(cluster::quotasOf(*snapshot, QStringLiteral("*")).isEmpty());
}

MESOSCOPE_TEST_MAIN(TestAppSpecLive)
#include "tst_appspec_live.moc"
