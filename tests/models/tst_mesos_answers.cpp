// The recorded answers that the program itself never asks for (the endpoints without a version, agents' own lists,
// health, logging …): what stands in them, agreeing with what the decoders make of the versioned answer of the same
// moment; and that none of them is ever taken for an (empty) picture of the cluster.
#include "models/cluster/store.h"
#include "models/master/calls.h"
#include "models/master/event_decoder.h"
#include "models/master/observe.h"
#include "models/master/operations.h"
#include "models/master/placements.h"
#include "models/master/polls.h"
#include "models/net/http_client.h"
#include "tests/support/byte_server.h"
#include "tests/support/harness.h"
#include "tests/support/quiet_sink.h"
#include "tests/support/recorded.h"
#include "tests/support/recording_sink.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace mesoscope;
using test::Recorded;

namespace {

using Key = QLatin1String;
using Lines = std::map<std::string, std::string>;

std::string_view view(const QByteArray& bytes) {
    return {bytes.constData(), std::size_t(bytes.size())};
}

QString text(const QJsonValue& v, const char* key) {
    return v.toObject().value(Key(key)).toString();
}

QString idIn(const QJsonValue& v, const char* key) {
    return text(v.toObject().value(Key(key)), "value");
}

QJsonArray list(const QJsonValue& v, const char* key) {
    return v.toObject().value(Key(key)).toArray();
}

const QList<Recorded>& answers() {
    static const QList<Recorded> all = test::recordedAnswers(QStringLiteral("mesos/answers.txt")) +
                                       test::recordedAnswers(QStringLiteral("mesos/answers.z"));
    return all;
}

bool isPacked(const QString& name) {
    return std::any_of(answers().cbegin(), answers().cend(), [&name](const Recorded& r) { return r.name == name; });
}

QByteArray body(const QString& name) {
    return isPacked(name) ? test::recordedAnswer(answers(), name).body
                          : test::fixture(QStringLiteral("mesos/%1.body").arg(name));
}

QByteArray body(const char* name) {
    return body(QLatin1String(name));
}

QJsonObject json(const QString& name) {
    return QJsonDocument::fromJson(body(name)).object();
}

QJsonObject json(const char* name) {
    return json(QString(QLatin1String(name)));
}

/// The content of a versioned answer: what lies under "get_…".
QJsonObject content(const char* name) {
    const QJsonObject root = json(name);
    return root.value(text(root, "type").toLower()).toObject();
}

/// A picture as an endpoint without a version tells it.
struct Plain {
    Lines tasks; ///< "FRAMEWORK/TASK" → "STATE on AGENT", unreachable ones included
    Lines agents;
    QStringList frameworks;
    int running = 0;
    int ended = 0;     ///< completed_tasks
    int completed = 0; ///< frameworks

    explicit Plain(const QJsonObject& state) {
        for (const QJsonValue& agent : list(state, "slaves"))
            agents.emplace(text(agent, "id").toStdString(), text(agent, "hostname").toStdString());
        for (const QJsonValue& framework : list(state, "frameworks")) {
            frameworks << text(framework, "id");
            for (const char* part : {"tasks", "unreachable_tasks"}) {
                for (const QJsonValue& task : list(framework, part))
                    add(task);
            }
            ended += int(list(framework, "completed_tasks").size());
        }
        for (const QJsonValue& framework : list(state, "completed_frameworks"))
            ended += int(list(framework, "completed_tasks").size());
        completed = int(list(state, "completed_frameworks").size());
        frameworks.sort();
    }
    void add(const QJsonValue& task) {
        const QString state = text(task, "state");
        running += state == Key("TASK_RUNNING") ? 1 : 0;
        tasks.emplace((text(task, "framework_id") + QLatin1Char('/') + text(task, "id")).toStdString(),
                      (state + QStringLiteral(" on ") + text(task, "slave_id")).toStdString());
    }
};

/// The same of a versioned answer, by the program's own decoder.
Lines decodedTasks(const QByteArray& answer) {
    test::RecordingSink sink;
    if (!master::decodeStateJson(view(answer), sink))
        qFatal("not readable");
    return sink.tasks;
}

} // namespace

class TestMesosAnswers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRecordingIsHere();
    void statesWithoutAVersion_data();
    void statesWithoutAVersion();
    void theSameMomentIsTheSame_data();
    void theSameMomentIsTheSame();
    void whatIsNoPictureChangesNothing();
    void agentLists_data();
    void agentLists();
    void frameworkLists_data();
    void frameworkLists();
    void taskLists_data();
    void taskLists();
    void summaries_data();
    void summaries();
    void settingsOfRoles();
    void maintenance();
    void versionedTasksAndFrameworks();
    void whatAgentsTell();
    void containersOfAgents();
    void reservationsAndVolumes();
    void healthDefinitions();
    void operationsWithContent();
    void smallOnes();
    void wrappedOnes();
    void compressedOnesReadTheSame();
    void afterAFailOver();
    void schedulersStream();
};

void TestMesosAnswers::everyRecordingIsHere() {
    int count = 0;
    for (const QByteArray& line : test::fixture(QStringLiteral("mesos/INDEX.tsv")).split('\n')) {
        const QList<QByteArray> parts = line.split('\t');
        if (parts.size() != 3)
            continue;
        ++count;
        const QString name = QString::fromUtf8(parts.at(0));
        QVERIFY2(body(name).size() == parts.at(2).toLongLong(), qPrintable(name));
        if (isPacked(name))
            QCOMPARE(test::recordedAnswer(answers(), name).status, parts.at(1).toInt());
    }
    QCOMPARE(count, 346);
}

void TestMesosAnswers::statesWithoutAVersion_data() {
    QTest::addColumn<int>("agents");
    QTest::addColumn<int>("recovered");
    QTest::addColumn<int>("tasks");
    QTest::addColumn<int>("running");
    QTest::addColumn<int>("frameworks");
    QTest::addColumn<int>("completedFrameworks");
    QTest::addColumn<int>("ended");
    const auto row = [](const char* name, int agents, int recovered, int tasks, int running, int frameworks,
                        int completed, int ended) {
        QTest::newRow(name) << agents << recovered << tasks << running << frameworks << completed << ended;
    };
    row("empty.state", 3, 0, 0, 0, 0, 0, 0);
    row("master.GET.state", 3, 0, 5, 5, 4, 0, 4);
    row("master.GET.master_state", 3, 0, 5, 5, 4, 0, 4);
    row("master.OPTIONS.state", 3, 0, 5, 5, 4, 0, 4);
    row("master.GET.state_origin", 3, 0, 5, 5, 4, 0, 4);
    row("master.POST.state", 3, 0, 5, 5, 4, 0, 4);
    row("subscribe.state_unreachable", 2, 0, 8, 4, 4, 6, 15);
    row("subscribe.state_reregistered", 3, 0, 8, 8, 4, 6, 15);
    row("subscribe.final_state", 2, 0, 3, 3, 1, 9, 20);
    row("auth.admin.GET.state", 0, 0, 0, 0, 0, 0, 0);
    row("auth.ops.GET.state", 0, 0, 0, 0, 0, 0, 0); // filtered, not refused
    row("master.GET.state_with_ports", 3, 0, 2, 2, 1, 0, 0);
    row("scale.state_1000", 3, 0, 1000, 1000, 1, 0, 0);
    row("completed.GET.state", 3, 0, 0, 0, 0, 2, 6);
    row("failover.state_71", 0, 3, 0, 0, 0, 0, 0);
    row("failover.state_73", 1, 2, 0, 0, 0, 0, 0);
    row("failover.state_75", 2, 1, 0, 0, 0, 0, 0);
    row("failover.state_77", 3, 0, 2, 2, 1, 0, 0);
    row("startup.state.200", 0, 0, 0, 0, 0, 0, 0);
}

void TestMesosAnswers::statesWithoutAVersion() {
    QFETCH(int, agents);
    QFETCH(int, recovered);
    QFETCH(int, tasks);
    QFETCH(int, running);
    QFETCH(int, frameworks);
    QFETCH(int, completedFrameworks);
    QFETCH(int, ended);
    const QJsonObject state = json(QTest::currentDataTag());
    QCOMPARE(text(state, "version"), QStringLiteral("1.12.0"));
    const Plain plain(state);
    QCOMPARE(int(plain.agents.size()), agents);
    QCOMPARE(int(list(state, "recovered_slaves").size()), recovered);
    QCOMPARE(int(plain.tasks.size()), tasks);
    QCOMPARE(plain.running, running);
    QCOMPARE(int(plain.frameworks.size()), frameworks);
    QCOMPARE(plain.completed, completedFrameworks);
    QCOMPARE(plain.ended, ended);
    QCOMPARE(state.value(Key("activated_slaves")).toInt() + state.value(Key("deactivated_slaves")).toInt(), agents);
    for (const auto& [key, what] : plain.tasks) {
        if (what.find("TASK_RUNNING") == 0)
            QVERIFY2(plain.agents.contains(what.substr(what.rfind(' ') + 1)), key.c_str());
    }
}

void TestMesosAnswers::theSameMomentIsTheSame_data() {
    QTest::addColumn<QString>("versioned");
    QTest::newRow("master.GET.state") << QStringLiteral("master.v1.GET_STATE");
    QTest::newRow("empty.state") << QStringLiteral("empty.v1.GET_STATE");
    QTest::newRow("subscribe.final_state") << QStringLiteral("subscribe.final_GET_STATE");
    QTest::newRow("subscribe.state_unreachable") << QStringLiteral("subscribe.GET_TASKS_unreachable");
    QTest::newRow("subscribe.state_reregistered") << QStringLiteral("subscribe.GET_TASKS_reregistered");
    QTest::newRow("master.GET.state_with_ports") << QStringLiteral("master.v1.GET_TASKS_with_ports");
    QTest::newRow("auth.admin.GET.state") << QStringLiteral("auth.admin.v1.GET_STATE");
    QTest::newRow("auth.ops.GET.state") << QStringLiteral("auth.ops.v1.GET_STATE");
    QTest::newRow("startup.state.200") << QStringLiteral("startup.api_v1.200");
}

void TestMesosAnswers::theSameMomentIsTheSame() {
    QFETCH(QString, versioned);
    const Plain plain(json(QTest::currentDataTag()));
    test::RecordingSink sink;
    QVERIFY(master::decodeStateJson(view(body(versioned)), sink));
    QCOMPARE(sink.tasks, plain.tasks);
    if (versioned.contains(Key("GET_TASKS")))
        return;
    QStringList agents;
    QStringList ours;
    for (const auto& [id, host] : plain.agents)
        agents << QString::fromStdString(id);
    for (const auto& [id, what] : sink.agents)
        ours << QString::fromStdString(id);
    QCOMPARE(ours, agents);
    QStringList frameworks;
    for (const auto& [id, what] : sink.frameworks)
        frameworks << QString::fromStdString(id);
    QCOMPARE(frameworks, plain.frameworks);
    QVERIFY(plain.ended == sink.completedTasks);
}

/// A proxy that answers the wrong thing must not empty the screen.
void TestMesosAnswers::whatIsNoPictureChangesNothing() {
    base::ManualClock clock;
    cluster::Store store(clock);
    QVERIFY(master::decodeStateJson(view(body("master.v1.GET_STATE")), store));
    QCOMPARE(store.totals().agents, 3U);
    int tried = 0;
    for (const Recorded& r : answers()) {
        const QString type = text(QJsonDocument::fromJson(r.body).object(), "type");
        if (type == Key("GET_AGENTS"))
            continue;
        ++tried;
        // Where a list of agents was asked for, only one that says so is taken.
        if (!type.startsWith(Key("GET_STATE")))
            QVERIFY2(!master::decodeAgentsJson(view(r.body), store), qPrintable(r.name));
        if (!type.startsWith(Key("GET_")))
            QVERIFY2(!master::decodeStateJson(view(r.body), store), qPrintable(r.name));
        QCOMPARE(store.totals().agents, 3U);
        QCOMPARE(store.totals().agentsByState[std::size_t(cluster::AgentState::Active)], 3U);
        QCOMPARE(store.totals().tasks, 5U);
    }
    QVERIFY(tried > 200);
}

void TestMesosAnswers::agentLists_data() {
    QTest::addColumn<QString>("agents"); // in their order: last two letters of the id, with - inactive, d deactivated
    const auto row = [](const char* name, const char* agents) { QTest::newRow(name) << QString::fromLatin1(agents); };
    row("empty.slaves", "S2 S1 S0");
    row("master.GET.slaves", "S2 S1 S0");
    row("master.GET.slaves_one", "S0");
    row("subscribe.slaves_after_sigusr1", "S1 S0");
    row("subscribe.slaves_agent_dead_not_yet_timed_out", "S2 S1- S0");
    row("subscribe.slaves_unreachable", "S2 S0");
    row("subscribe.slaves_reregistered", "S1 S2 S0");
    row("subscribe.slaves_deactivated", "S1 S2-d S0");
    row("subscribe.slaves_draining", "S1 S2 S0-dDRAINING");
    row("subscribe.slaves_drained", "S1 S2 S0-dDRAINING"); // a real one that stays so: its framework went away
    row("subscribe.slaves_after_gone", "S1 S0-dDRAINING");
    row("auth.admin.GET.slaves", "");
    row("auth.ops.GET.slaves", "");
}

void TestMesosAnswers::agentLists() {
    QFETCH(QString, agents);
    const QJsonObject root = json(QTest::currentDataTag());
    QStringList found;
    for (const QJsonValue& agent : list(root, "slaves")) {
        const QJsonObject a = agent.toObject();
        found << text(a, "id").right(2) + (a.value(Key("active")).toBool() ? QString() : QStringLiteral("-")) +
                     (a.value(Key("deactivated")).toBool() ? QStringLiteral("d") : QString()) +
                     text(a.value(Key("drain_info")), "state");
        const QJsonObject total = a.value(Key("resources")).toObject();
        QCOMPARE(total.value(Key("cpus")).toDouble(), 8.0);
        QVERIFY(text(total, "ports").startsWith(QLatin1Char('['))); // a string here
        const auto holdings = master::decodeHoldings(
            QJsonDocument(QJsonObject{{QStringLiteral("slaves"), QJsonArray{a}}}).toJson(QJsonDocument::Compact));
        QVERIFY(holdings);
        double reserved = 0;
        for (const master::Holding& h : *holdings)
            reserved += h.name == Key("disk") ? h.amount : 0;
        double sum = 0;
        const QJsonObject roles = a.value(Key("reserved_resources")).toObject();
        for (const QJsonValue& role : roles)
            sum += role.toObject().value(Key("disk")).toDouble();
        QCOMPARE(reserved, sum);
    }
    QCOMPARE(found.join(QLatin1Char(' ')), agents);
    QVERIFY(list(root, "recovered_slaves").isEmpty());
}

void TestMesosAnswers::frameworkLists_data() {
    QTest::addColumn<int>("frameworks");
    QTest::addColumn<int>("completed");
    QTest::addColumn<int>("tasks");
    QTest::addColumn<int>("ended");
    QTest::newRow("empty.frameworks") << 0 << 0 << 0 << 0;
    QTest::newRow("master.GET.frameworks") << 4 << 0 << 5 << 4;
    QTest::newRow("master.GET.frameworks_one") << 1 << 0 << 3 << 0;
    QTest::newRow("subscribe.final_frameworks") << 1 << 9 << 3 << 20;
    QTest::newRow("auth.admin.GET.frameworks") << 0 << 0 << 0 << 0;
    QTest::newRow("auth.ops.GET.frameworks") << 0 << 0 << 0 << 0;
    QTest::newRow("completed.GET.frameworks") << 0 << 2 << 0 << 6;
}

void TestMesosAnswers::frameworkLists() {
    QFETCH(int, frameworks);
    QFETCH(int, completed);
    QFETCH(int, tasks);
    QFETCH(int, ended);
    const QJsonObject root = json(QTest::currentDataTag());
    const Plain plain(root);
    QCOMPARE(int(plain.frameworks.size()), frameworks);
    QCOMPARE(plain.completed, completed);
    QCOMPARE(int(plain.tasks.size()), tasks);
    QCOMPARE(plain.ended, ended);
    // One id may have ended more than once, not even in a terminal state.
    for (const char* part : {"frameworks", "completed_frameworks"}) {
        for (const QJsonValue& framework : list(root, part)) {
            QVERIFY(text(framework, "id").contains(QLatin1Char('-')));
            QVERIFY(!text(framework, "name").isEmpty());
            for (const QJsonValue& task : list(framework, "completed_tasks"))
                QVERIFY2(text(task, "state").startsWith(Key("TASK_")), qPrintable(text(task, "id")));
        }
    }
}

void TestMesosAnswers::taskLists_data() {
    QTest::addColumn<int>("tasks");
    QTest::addColumn<int>("running");
    QTest::newRow("empty.tasks") << 0 << 0;
    QTest::newRow("master.GET.tasks") << 9 << 5;
    QTest::newRow("master.GET.tasks_paged") << 1 << 0;
    QTest::newRow("master.GET.tasks_fw") << 3 << 3;
    QTest::newRow("subscribe.tasks_unreachable") << 23 << 5;
    QTest::newRow("master.GET.tasks_with_ports") << 2 << 2;
}

void TestMesosAnswers::taskLists() {
    QFETCH(int, tasks);
    QFETCH(int, running);
    const QJsonArray all = list(json(QTest::currentDataTag()), "tasks");
    QCOMPARE(int(all.size()), tasks);
    int found = 0;
    for (const QJsonValue& task : all) {
        found += text(task, "state") == Key("TASK_RUNNING") ? 1 : 0;
        QVERIFY(!text(task, "id").isEmpty() && !text(task, "framework_id").isEmpty());
        QVERIFY(text(task, "slave_id").contains(Key("-S")));
        QVERIFY(task.toObject().value(Key("resources")).toObject().value(Key("cpus")).toDouble() > 0);
    }
    QCOMPARE(found, running);
}

void TestMesosAnswers::summaries_data() {
    QTest::addColumn<int>("agents");
    QTest::addColumn<int>("frameworks");
    QTest::addColumn<int>("running");
    QTest::newRow("master.GET.state-summary") << 3 << 4 << 5;
    QTest::newRow("master.GET.state-summary_hdr") << 3 << 4 << 5;
    QTest::newRow("subscribe.summary_unreachable") << 2 << 4 << 5;
    QTest::newRow("auth.admin.GET.state-summary") << 0 << 0 << 0;
    QTest::newRow("auth.ops.GET.state-summary") << 0 << 0 << 0;
}

void TestMesosAnswers::summaries() {
    QFETCH(int, agents);
    QFETCH(int, frameworks);
    QFETCH(int, running);
    const QJsonObject root = json(QTest::currentDataTag());
    QCOMPARE(int(list(root, "slaves").size()), agents);
    QCOMPARE(int(list(root, "frameworks").size()), frameworks);
    for (const char* part : {"slaves", "frameworks"}) {
        int sum = 0;
        for (const QJsonValue& v : list(root, part))
            sum += v.toObject().value(Key("TASK_RUNNING")).toInt();
        QCOMPARE(sum, running);
    }
}

void TestMesosAnswers::settingsOfRoles() {
    // The versioned answers by the program's decoder, the others as they stand.
    master::RoleTable table;
    QVERIFY(table.addRoles(body("master.v1.GET_ROLES")));
    QVERIFY(table.addQuota(body("master.v1.GET_QUOTA")));
    QVERIFY(table.addWeights(body("master.v1.GET_WEIGHTS")));
    struct Sink final : test::QuietSink {
        QMap<QString, double> weights;
        std::optional<master::Scalars> guarantee;
        std::optional<master::Scalars> limit;
        void roles(std::span<const master::RoleView> roles) override {
            for (const master::RoleView& r : roles) {
                weights.insert(QString::fromUtf8(r.name.data(), qsizetype(r.name.size())), r.weight);
                if (r.name == "dev") {
                    guarantee = r.guarantee;
                    limit = r.limit;
                }
            }
        }
    } sink;
    table.deliver(sink);
    QMap<QString, double> plain;
    for (const QJsonValue& role : list(json("master.GET.roles"), "roles"))
        plain.insert(text(role, "name"), role.toObject().value(Key("weight")).toDouble());
    QCOMPARE(plain.size(), 5);
    QCOMPARE(plain.value(QStringLiteral("dev")), 2.5);
    QCOMPARE(sink.weights, plain);
    for (const QJsonValue& v : QJsonDocument::fromJson(body("master.GET.weights")).array())
        QCOMPARE(v.toObject().value(Key("weight")).toDouble(), plain.value(text(v, "role")));
    const QJsonObject quota = list(json("master.GET.quota"), "configs").first().toObject();
    QCOMPARE(text(quota, "role"), QStringLiteral("dev"));
    const auto amount = [&quota](const char* part, const char* name) {
        const QJsonObject map = quota.value(Key(part)).toObject();
        return map.value(Key(name)).toObject().value(Key("value")).toDouble();
    };
    QCOMPARE(sink.guarantee->cpus, amount("guarantees", "cpus"));
    QCOMPARE(sink.guarantee->mem, 256.0);
    QCOMPARE(sink.limit->cpus, 8.0);
    QCOMPARE(sink.limit->mem, amount("limits", "mem"));
    // Nothing set: an empty object and an empty list.
    QVERIFY(list(json("empty.roles"), "roles").isEmpty());
    QCOMPARE(body("empty.quota"), QByteArray("{}"));
    QCOMPARE(body("empty.weights"), QByteArray("[]"));
    QVERIFY(list(json("auth.admin.GET.roles"), "roles").isEmpty());
    QCOMPARE(text(list(json("auth.ops.GET.roles"), "roles").first(), "name"), QStringLiteral("dev"));
}

void TestMesosAnswers::maintenance() {
    const auto schedule = master::decodeMaintenance(body("master.v1.GET_MAINTENANCE_SCHEDULE"));
    QVERIFY(schedule);
    QCOMPARE(schedule->size(), 1);
    const QJsonObject window = list(json("master.GET.maintenance_schedule"), "windows").first().toObject();
    const QJsonObject machine = list(window, "machine_ids").first().toObject();
    QCOMPARE(schedule->first().machines.first().hostname, text(machine, "hostname"));
    QCOMPARE(schedule->first().machines.first().ip, QStringLiteral("127.0.0.9"));
    QCOMPARE(schedule->first().startMs, 1'795'425'145'000);
    QCOMPARE(schedule->first().durationMs, 3'600'000);
    const auto status = master::decodeMaintenanceStatus(body("master.v1.GET_MAINTENANCE_STATUS"));
    QVERIFY(status);
    const QJsonObject draining = list(json("master.GET.maintenance_status"), "draining_machines").first().toObject();
    QCOMPARE(status->draining.first().hostname, text(draining.value(Key("id")), "hostname"));
    QVERIFY(status->down.isEmpty());
    QCOMPARE(body("empty.maintenance.schedule"), QByteArray("{}"));
    QCOMPARE(body("empty.maintenance.status"), QByteArray("{}"));
}

void TestMesosAnswers::versionedTasksAndFrameworks() {
    QVERIFY(decodedTasks(body("empty.v1.GET_TASKS")).empty());
    const Lines tasks = decodedTasks(body("master.v1.GET_TASKS"));
    QCOMPARE(tasks, Plain(json("master.GET.state")).tasks);
    QCOMPARE(decodedTasks(body("subscribe.GET_TASKS_reregistered")).size(), 8U);
    test::RecordingSink sink;
    QVERIFY(master::decodeStateJson(view(body("master.v1.GET_FRAMEWORKS")), sink));
    QCOMPARE(sink.frameworks.size(), 4U);
    for (const QString& id : Plain(json("master.GET.state")).frameworks)
        QVERIFY(sink.frameworks.contains(id.toStdString()));
    for (const char* name : {"empty.v1.GET_FRAMEWORKS", "auth.admin.v1.GET_FRAMEWORKS", "auth.ops.v1.GET_FRAMEWORKS"}) {
        test::RecordingSink none;
        QVERIFY(master::decodeStateJson(view(body(name)), none));
        QVERIFY(none.frameworks.empty());
    }
}

void TestMesosAnswers::whatAgentsTell() {
    const QJsonArray launched = list(content("agent1.v1.GET_TASKS"), "launched_tasks");
    QCOMPARE(launched.size(), 2);
    const auto idsOf = [](const QJsonArray& tasks) {
        QStringList ids;
        for (const QJsonValue& t : tasks)
            ids << idIn(t, "task_id");
        ids.sort();
        return ids;
    };
    QStringList plain;
    for (const QJsonValue& framework : list(json("agent1.GET.state"), "frameworks")) {
        for (const QJsonValue& executor : list(framework, "executors")) {
            for (const QJsonValue& task : list(executor, "tasks"))
                plain << text(task, "id");
        }
    }
    plain.sort();
    QCOMPARE(idsOf(launched), plain);
    for (const QString& id : plain)
        QCOMPARE(master::decodeTaskDetail(body("agent1.v1.GET_TASKS"), id)->id, id);
    QVERIFY(!master::decodeTaskDetail(body("agent1.v1.GET_TASKS"), QStringLiteral("nobody")));
    QCOMPARE(list(content("agent1.v1.GET_FRAMEWORKS"), "frameworks").size(), 1);
    QCOMPARE(json("agent1.GET.state").value(Key("id")).toString(),
             idIn(content("agent1.v1.GET_AGENT").value(Key("agent_info")), "id"));
    QCOMPARE(body("agent1.GET.slave_1__state"), body("agent1.GET.state"));
    QVERIFY(content("agent1.v1.GET_RESOURCE_PROVIDERS").isEmpty());
    // The whole of an agent: tasks, executors, frameworks.
    for (const auto& [name, tasks, ended, executors] :
         {std::tuple("agent1.v1.GET_STATE", 2, 0, 1), std::tuple("agentX.v1.GET_STATE", 3, 2, 3)}) {
        const QJsonObject state = content(name);
        QCOMPARE(int(list(state.value(Key("get_tasks")), "launched_tasks").size()), tasks);
        QCOMPARE(int(list(state.value(Key("get_tasks")), "completed_tasks").size()), ended);
        QCOMPARE(int(list(state.value(Key("get_executors")), "executors").size()), executors);
        // It is no picture of a cluster: it names no agents, and its tasks are told otherwise.
        test::RecordingSink sink;
        if (master::decodeStateJson(view(body(name)), sink))
            QVERIFY(sink.agents.empty());
    }
}

void TestMesosAnswers::containersOfAgents() {
    for (const auto& [plainName, versioned] : {std::pair("agent1.GET.containers", "agent1.v1.GET_CONTAINERS"),
                                               std::pair("agentX.GET.containers", "agentX.v1.GET_CONTAINERS"),
                                               std::pair("agent1.GET.containers_nested", "agent1.v1.GET_CONTAINERS")}) {
        QStringList plain;
        for (const QJsonValue& c : QJsonDocument::fromJson(body(plainName)).array())
            plain << text(c, "container_id");
        const auto ours = master::decodeContainers(body(versioned));
        QVERIFY(ours);
        QStringList ids;
        for (const master::Container& c : *ours)
            ids << c.id;
        plain.sort();
        ids.sort();
        QVERIFY(!ids.isEmpty());
        QCOMPARE(ids, plain);
    }
    // Executors with what they use, by the agents' older endpoint.
    for (const auto& [name, count] :
         {std::pair("agent1.GET.monitor_statistics", 1), std::pair("agentX.GET.monitor_statistics", 3)}) {
        const QJsonArray all = QJsonDocument::fromJson(body(name)).array();
        QCOMPARE(int(all.size()), count);
        for (const QJsonValue& v : all) {
            QVERIFY(!text(v, "executor_id").isEmpty());
            const QJsonObject use = v.toObject().value(Key("statistics")).toObject();
            QVERIFY(use.value(Key("mem_rss_bytes")).toDouble() > 0);
        }
    }
}

void TestMesosAnswers::reservationsAndVolumes() {
    const auto holdings = master::decodeHoldings(body("agent1.GET.state"));
    QVERIFY(holdings);
    QCOMPARE(holdings->size(), 3);
    const master::Holding& cpus = holdings->at(0);
    QCOMPARE(cpus.name, QStringLiteral("cpus"));
    QCOMPARE(cpus.amount, 0.5);
    QCOMPARE(cpus.role, QStringLiteral("ops/db"));
    QVERIFY(cpus.dynamic && cpus.isReserved());
    QCOMPARE(cpus.principal, QStringLiteral("peer"));
    QCOMPARE(cpus.labels, (QList<QPair<QString, QString>>{{QStringLiteral("app"), QStringLiteral("db")}}));
    const auto volume = std::find_if(holdings->cbegin(), holdings->cend(),
                                     [](const master::Holding& h) { return !h.volumeId.isEmpty(); });
    QVERIFY(volume != holdings->cend());
    QCOMPARE(volume->amount, 64.0);
    QVERIFY(!volume->containerPath.isEmpty());
    QCOMPARE(volume->mode, QStringLiteral("RW"));
    QVERIFY(master::holdingText(*volume).startsWith(Key("disk(ops/db, peer)[")));
    // The master tells the same of it.
    QCOMPARE(*master::decodeHoldings(body("master.GET.slaves_one")), *holdings);
    QVERIFY(master::decodeHoldings(body("agentX.GET.state"))->isEmpty());
    QVERIFY(!master::decodeHoldings(body("master.GET.flags")));
    QVERIFY(!master::decodeHoldings("{}"));
    QVERIFY(!master::decodeHoldings(QByteArray()));
}

void TestMesosAnswers::healthDefinitions() {
    const auto detail = master::decodeTaskDetail(body("master.v1.GET_TASKS_with_ports"), QStringLiteral("mweb-2"));
    QVERIFY(detail);
    QVERIFY(detail->health);
    QCOMPARE(detail->health->type, QStringLiteral("COMMAND"));
    QCOMPARE(detail->health->target, QStringLiteral("true"));
    QCOMPARE(detail->health->intervalSeconds, 1.0);
    QCOMPARE(detail->health->timeoutSeconds, 20.0);
    QCOMPARE(detail->health->graceSeconds, 1.0);
    QCOMPARE(detail->health->failures, 3);
    QCOMPARE(detail->resources.size(), 3);
    QCOMPARE(detail->resources.at(2).values, QStringLiteral("32002-32003"));
    // Everything else that a task may have, in Mesos' own message shape.
    const auto made = master::decodeTaskDetail(
        R"({"type":"GET_TASKS","get_tasks":{"launched_tasks":[{"task_id":{"value":"db-1"},"user":"ops",)"
        R"("kill_policy":{"grace_period":{"nanoseconds":90000000000}},)"
        R"("health_check":{"type":"HTTP","http":{"scheme":"https","port":8443,"path":"/up"},"consecutive_failures":7},)"
        R"("resources":[{"name":"disk","type":"SCALAR","scalar":{"value":2048.0},"reservations":[)"
        R"({"type":"STATIC","role":"ops"},{"type":"DYNAMIC","role":"ops/db","principal":"dba","labels":{"labels":[{"key":"k"}]}}],)"
        R"("disk":{"persistence":{"id":"db-data","principal":"dba"},"volume":{"mode":"RW","container_path":"data"},)"
        R"("source":{"type":"MOUNT"}},"shared":{}},{"name":"gpus","scalar":{"value":2.0},"revocable":{}},)"
        R"({"name":"tags","set":{"item":["a","b"]}}]}]}})",
        QStringLiteral("db-1"));
    QVERIFY(made);
    QCOMPARE(made->user, QStringLiteral("ops"));
    QCOMPARE(made->killGraceMs, 90'000);
    QCOMPARE(made->health->target, QStringLiteral("https://:8443/up"));
    QCOMPARE(made->health->failures, 7);
    QCOMPARE(made->health->delaySeconds, 15.0); // Mesos' default
    const master::Holding& disk = made->resources.at(0);
    QCOMPARE(disk.role, QStringLiteral("ops/db")); // refined: the last one counts
    QCOMPARE(disk.labels, (QList<QPair<QString, QString>>{{QStringLiteral("k"), QString()}}));
    QVERIFY(disk.dynamic && disk.shared);
    QCOMPARE(disk.source, QStringLiteral("MOUNT"));
    QCOMPARE(master::holdingText(disk), QStringLiteral("disk(ops/db, dba)[db-data:data]:2048"));
    QVERIFY(made->resources.at(1).revocable);
    QCOMPARE(made->resources.at(2).values, QStringLiteral("a, b"));
}

/// None was under way when the answers were recorded: these are written from Mesos' own messages.
void TestMesosAnswers::operationsWithContent() {
    const auto operations = master::decodeOperations(
        R"({"type":"GET_OPERATIONS","get_operations":{"operations":[)"
        R"({"framework_id":{"value":"F"},"agent_id":{"value":"S1"},"info":{"type":"RESERVE","id":{"value":"op-1"},)"
        R"("reserve":{"resources":[{"name":"cpus","type":"SCALAR","scalar":{"value":0.5},"reservations":[)"
        R"({"type":"DYNAMIC","role":"ops","principal":"peer"}]}]}},)"
        R"("latest_status":{"operation_id":{"value":"op-1"},"state":"OPERATION_PENDING"},"statuses":[],)"
        R"("uuid":{"value":"AAECAwQFBgcICQoLDA0ODw=="}},)"
        R"({"agent_id":{"value":"S2"},"info":{"type":"CREATE_DISK","create_disk":{"source":{"name":"disk",)"
        R"("scalar":{"value":100.0}},"target_type":"MOUNT"}},"latest_status":{"state":"OPERATION_FINISHED",)"
        R"("message":"done","converted_resources":[{"name":"disk","scalar":{"value":100.0},"disk":{"source":{"type":"MOUNT"}}}],)"
        R"("resource_provider_id":{"value":"rp"}},"uuid":{"value":"EA=="}},)"
        R"({"info":{"type":"GROW_VOLUME","grow_volume":{"volume":{"name":"disk","scalar":{"value":64.0}}}},)"
        R"("latest_status":{"state":"OPERATION_FAILED"}},)"
        R"({"info":{"type":"SING"},"latest_status":{"state":"OPERATION_HUMMING"}}]}})");
    QVERIFY(operations);
    QCOMPARE(operations->size(), 4);
    const master::Operation& reserve = operations->at(0);
    QCOMPARE(reserve.id, QStringLiteral("op-1"));
    QCOMPARE(reserve.uuid, QStringLiteral("00010203-0405-0607-0809-0a0b0c0d0e0f"));
    QCOMPARE(reserve.type, QStringLiteral("RESERVE"));
    QCOMPARE(reserve.state, QStringLiteral("OPERATION_PENDING"));
    QCOMPARE(reserve.frameworkId, QStringLiteral("F"));
    QCOMPARE(reserve.agentId, QStringLiteral("S1"));
    QCOMPARE(master::holdingText(reserve.resources.first()), QStringLiteral("cpus(ops, peer):0.5"));
    const master::Operation& disk = operations->at(1);
    QCOMPARE(disk.provider, QStringLiteral("rp"));
    QCOMPARE(disk.message, QStringLiteral("done"));
    QCOMPARE(disk.resources.first().source, QStringLiteral("MOUNT")); // as it became
    QCOMPARE(operations->at(2).resources.first().amount, 64.0);
    QCOMPARE(operations->at(3).state, QStringLiteral("OPERATION_HUMMING")); // unknown ones are shown as sent
    QVERIFY(operations->at(3).resources.isEmpty());
    for (const char* name : {"master.v1.GET_OPERATIONS", "agent1.v1.GET_OPERATIONS"})
        QVERIFY(master::decodeOperations(body(name))->isEmpty());
}

void TestMesosAnswers::smallOnes() {
    for (const Recorded& r : answers()) {
        if (r.status != 200)
            continue;
        const QJsonObject root = QJsonDocument::fromJson(r.body).object();
        if (r.name.endsWith(Key("GET.version")) || r.name == Key("misc.GET_http10"))
            QCOMPARE(text(root, "version"), QStringLiteral("1.12.0"));
        else if (text(root, "type") == Key("GET_HEALTH"))
            QVERIFY(root.value(Key("get_health")).toObject().value(Key("healthy")).toBool());
        else if (text(root, "type") == Key("GET_LOGGING_LEVEL"))
            QCOMPARE(root.value(Key("get_logging_level")).toObject().value(Key("level")).toInt(-1), 0);
        else if (text(root, "type") == Key("GET_VERSION"))
            QCOMPARE(*master::decodeVersion(r.body), QStringLiteral("1.12.0"));
        else if (r.name.endsWith(Key("health")) || r.name.startsWith(Key("op.")) ||
                 r.name.startsWith(Key("startup.health")))
            QVERIFY(r.body.isEmpty());
    }
    for (const char* name : {"op.RESERVE_RESOURCES", "op.CREATE_VOLUMES"})
        QCOMPARE(test::recordedAnswer(answers(), QLatin1String(name)).status, 202);
    for (const char* name : {"master.GET.system_stats.json", "agent1.GET.system_stats.json"})
        QCOMPARE(json(name).value(Key("cpus_total")).toInt(), 2);
    QCOMPARE(text(json("master.GET.files_debug"), "/master/log"),
             QStringLiteral("/var/lib/mesos-cluster/run/log/master.log"));
    QVERIFY(json("agent1.GET.files_debug").contains(Key("/slave/log")));
    QCOMPARE(body("auth.admin.GET.files_debug"), QByteArray("{}"));
    QVERIFY(body("master.GET.help").startsWith("## HELP"));
    for (const char* name : {"master.GET.root", "standby.GET.root", "standby.GET.redirect_follow"})
        QVERIFY(body(name).startsWith("<!DOCTYPE html>"));
    QCOMPARE(body("master.GET.logging_toggle").trimmed(), QByteArray("0"));
    for (const auto& [name, key] : {std::pair("master.GET.metrics_snapshot", "master/elected"),
                                    std::pair("master.GET.metrics_timeout", "master/elected"),
                                    std::pair("agent1.GET.metrics_snapshot", "slave/registered")}) {
        const auto metrics = master::decodeMetrics(body(name));
        QVERIFY(metrics);
        QCOMPARE(metrics->value(QLatin1String(key)), 1.0);
        QCOMPARE(metrics->size(), json(name).size());
    }
    QCOMPARE(master::decodeMetrics(body("noleader.GET.metrics_snapshot"))->value(QStringLiteral("master/elected")),
             0.0);
}

/// Answers inside a function call, and heads alone.
void TestMesosAnswers::wrappedOnes() {
    QByteArray inside = body("master.GET.state_jsonp");
    QVERIFY(inside.startsWith("cb({") && inside.endsWith("})"));
    inside = inside.mid(3, inside.size() - 4);
    QCOMPARE(Plain(QJsonDocument::fromJson(inside).object()).tasks, Plain(json("master.GET.state")).tasks);
    QVERIFY(body("agent.sandbox.jsonp_read").startsWith("cb({\"data\":\"out"));
    QVERIFY(body("master.HEAD.state").contains("Content-Length: 17267"));
    QVERIFY(body("misc.head_request").contains("Content-Length: 158"));
    for (const char* name :
         {"subscribe_variant.gzip", "subscribe_variant.http10", "subscribe_variant.connection_close"})
        QCOMPARE(body(name), body("subscribe_variant.no_accept")); // a stream is never compressed
}

void TestMesosAnswers::compressedOnesReadTheSame() {
    for (const auto& [name, plain] : {std::pair("master.v1.GET_STATE_gzip", "master.v1.GET_STATE"),
                                      std::pair("master.GET.state_gzip", "master.GET.state")}) {
        test::ByteServer server([bytes = body(name)](const test::ByteServer::Seen&) {
            return test::ByteServer::Answer{
                test::ByteServer::http(200, bytes, "application/json", "Content-Encoding: gzip\r\n")};
        });
        base::SystemClock clock;
        net::HttpClient client(clock);
        net::Request request;
        request.url = server.url(QStringLiteral("/state"));
        request.endpoint.urls = {server.url()};
        request.system = QStringLiteral("Mesos master");
        std::optional<base::Result<net::Response>> answer;
        QObject context;
        client.sendFor(&context, request, [&](const base::Result<net::Response>& a) { answer = a; });
        QTRY_VERIFY(answer);
        QVERIFY2(*answer, answer->has_value() ? "" : qPrintable(answer->error().sentence));
        if (name == QByteArray("master.v1.GET_STATE_gzip"))
            QCOMPARE((*answer)->body, body(plain));
        else // taken a moment later: the same but for the times
            QCOMPARE(Plain(QJsonDocument::fromJson((*answer)->body).object()).tasks, Plain(json(plain)).tasks);
    }
}

/// While agents come back to a new leader, and then the same picture as before.
void TestMesosAnswers::afterAFailOver() {
    int before = 4;
    for (const char* name : {"failover.state_71", "failover.state_73", "failover.state_75", "failover.state_77"}) {
        const int waiting = int(list(json(name), "recovered_slaves").size());
        QVERIFY(waiting < before);
        before = waiting;
        QVERIFY(text(json(name), "leader").startsWith(Key("master@")));
    }
    QCOMPARE(before, 0);
    QCOMPARE(body("startup.state.404").trimmed(), QByteArray("404 Not Found."));
}

/// The schedulers' stream has the same framing and other records: nothing in it is news of the cluster.
void TestMesosAnswers::schedulersStream() {
    for (const char* name : {"auth.admin.v1.scheduler", "auth.ops.v1.scheduler"}) {
        const QByteArray bytes = body(name);
        const qsizetype cut = bytes.indexOf('\n');
        const QByteArray record = bytes.mid(cut + 1, bytes.left(cut).toInt());
        const QJsonObject subscribed = QJsonDocument::fromJson(record).object().value(Key("subscribed")).toObject();
        QCOMPARE(text(subscribed.value(Key("master_info")), "version"), QStringLiteral("1.12.0"));
        QVERIFY(idIn(subscribed, "framework_id").endsWith(QLatin1Char('0')) ||
                !idIn(subscribed, "framework_id").isEmpty());
        test::RecordingSink sink;
        const auto decoder = master::makeJsonDecoder(sink);
        decoder->begin(std::uint64_t(record.size()));
        const bool fine = decoder->bytes(view(record), true).has_value();
        QVERIFY(!fine || sink.agents.empty());
    }
}

MESOSCOPE_TEST_MAIN(TestMesosAnswers)
#include "tst_mesos_answers.moc"
