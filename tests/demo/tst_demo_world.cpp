// The demonstration world by itself, and the master's errors and event stream over HTTP.
#include "app/demo/cluster.h"
#include "app/demo/world/command.h"
#include "app/demo/world/world.h"
#include "tests/support/harness.h"

#include <QTest>
#include <httplib.h>
#include <nlohmann/json.hpp>

using namespace mesoscope::demo;
using Json = nlohmann::json;

namespace {

class Recorder : public FrameworkListener {
public:
    std::vector<Offer> offers;
    std::vector<std::string> updates;
    void resourceOffers(const std::vector<Offer>& now) override { offers.insert(offers.end(), now.begin(), now.end()); }
    void statusUpdate(const Task& task, const Status& status) override {
        updates.push_back(task.id() + " " + std::string(toString(status.state)) +
                          (status.message.empty() ? "" : " " + status.message));
    }
};

TaskInfo task(const std::string& id, const std::string& command) {
    auto spec = std::make_shared<TaskSpec>();
    spec->name = "web";
    spec->app = "/web";
    spec->command = command;
    spec->resources = {1, 128, 0, 0};
    return {id, spec, {}, {}};
}

struct Small {
    World world{{7, true}};
    Recorder recorder;
    std::string framework;
    explicit Small(int agents = 1, bool aware = true) {
        for (int i = 0; i < agents; ++i) {
            Agent agent;
            agent.hostname = "agent-" + std::to_string(i);
            agent.total = {4, 4096, 1024, 0};
            world.addAgent(agent);
        }
        FrameworkInfo info;
        info.name = "tests";
        info.partitionAware = aware;
        framework = world.registerFramework(info, &recorder);
    }
    void launch(const TaskInfo& info) {
        world.revive(framework);
        world.advance(1.5);
        const std::string offer = recorder.offers.back().id;
        world.launch(framework, offer, {info});
        world.suppress(framework);
    }
};

} // namespace

class TestDemoWorld : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void understandsCommands() {
        QVERIFY(planOf("./server --port 80").servesForEver);
        QVERIFY(planOf("while true; do sleep 1; done").servesForEver);
        QCOMPARE(planOf("exit 3").status, 3);
        QCOMPARE(planOf("echo hi; sleep 2; exit 4").seconds, 2.0);
        QCOMPARE(planOf("echo hi; sleep 2; exit 4").status, 4);
        QCOMPARE(planOf("sleep 60 && exit 0").seconds, 60.0);
    }

    void walksATaskToItsEnd() {
        Small small;
        small.launch(task("a", "sleep 5; exit 2"));
        small.world.advance(20);
        const std::vector<std::string> expected{"a TASK_STARTING", "a TASK_RUNNING",
                                                "a TASK_FAILED Command exited with status 2"};
        QCOMPARE(small.recorder.updates, expected);
        QVERIFY(small.world.agents()[0]->allocated.empty());
    }

    void killsThroughKilling() {
        Small small;
        small.launch(task("a", "./serve"));
        small.world.advance(5);
        small.world.kill(small.framework, "a");
        small.world.advance(5);
        QCOMPARE(small.recorder.updates.at(2), std::string("a TASK_KILLING"));
        QCOMPARE(small.recorder.updates.at(3), std::string("a TASK_KILLED Command terminated with signal Terminated"));
    }

    void refusesWhatDoesNotFit() {
        Small small;
        TaskInfo big = task("big", "./serve");
        auto spec = std::make_shared<TaskSpec>(*big.spec);
        spec->resources.cpus = 64;
        big.spec = spec;
        small.launch(big);
        small.world.advance(1);
        QVERIFY(small.recorder.updates.at(0).starts_with("big TASK_ERROR"));
    }

    void losesAndRegainsAnAgent_data() {
        QTest::addColumn<bool>("aware");
        QTest::addColumn<QString>("state");
        QTest::newRow("partition aware") << true << QStringLiteral("TASK_UNREACHABLE");
        QTest::newRow("plain") << false << QStringLiteral("TASK_LOST");
    }
    void losesAndRegainsAnAgent() {
        QFETCH(bool, aware);
        QFETCH(QString, state);
        Small small(1, aware);
        small.launch(task("a", "./serve"));
        small.world.advance(5);
        small.world.loseAgent(0, 10);
        small.world.advance(11);
        QVERIFY(small.recorder.updates.back().starts_with("a " + state.toStdString()));
        QCOMPARE(small.world.findTask("a"), nullptr);
        small.world.returnAgent(0);
        QCOMPARE(small.world.findTask("a") != nullptr, aware);
    }

    void drainsAnAgent() {
        Small small;
        small.launch(task("a", "./serve"));
        small.world.advance(5);
        QVERIFY(small.world.drainAgent(small.world.agents()[0]->id, 1.0, false));
        QVERIFY(!small.world.reactivateAgent(small.world.agents()[0]->id));
        small.world.advance(5);
        QCOMPARE(small.world.agents()[0]->drain.state, DrainState::Drained);
        QVERIFY(small.world.reactivateAgent(small.world.agents()[0]->id));
    }

    void isTheSameForTheSameSeed() {
        Small one;
        Small other;
        one.launch(task("a", "sleep 3"));
        other.launch(task("a", "sleep 3"));
        one.world.advance(30);
        other.world.advance(30);
        QCOMPARE(one.world.clusterUuid(), other.world.clusterUuid());
        QCOMPARE(one.world.frameworks()[0]->completed.at(0)->statuses.back().time,
                 other.world.frameworks()[0]->completed.at(0)->statuses.back().time);
    }

    void answersBadRequestsAsMesos_data() {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("accept");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("text");
        const QByteArray json("application/json");
        const auto row = [&](const char* name, const char* body, int status, const char* text) {
            QTest::newRow(name) << json << json << QByteArray(body) << status << QByteArray(text);
        };
        row("no JSON", "{", 400, "Failed to parse body into JSON: syntax error at line 1 near: ");
        row("no object", "[]", 400, "Failed to convert JSON into Call protobuf: Expecting a JSON object");
        row("unknown type", "{\"type\":\"NOPE\"}", 400,
            "Failed to validate master::Call: Expecting 'type' to be present");
        row("missing part", "{\"type\":\"READ_FILE\"}", 400,
            "Failed to validate master::Call: Expecting 'read_file' to be present");
        row("unknown agent", "{\"type\":\"DRAIN_AGENT\",\"drain_agent\":{\"agent_id\":{\"value\":\"nope\"}}}", 400,
            "Unknown agent");
        row("gone", "{\"type\":\"MARK_AGENT_GONE\",\"mark_agent_gone\":{\"agent_id\":{\"value\":\"nope\"}}}", 404,
            "Agent 'nope' not found");
        row("teardown", "{\"type\":\"TEARDOWN\",\"teardown\":{\"framework_id\":{\"value\":\"nope\"}}}", 400,
            "No framework found with specified ID");
        const QByteArray version("{\"type\":\"GET_VERSION\"}");
        QTest::newRow("charset") << QByteArray("application/json; charset=utf-8") << json << version << 415
                                 << QByteArray(
                                        "Expecting 'Content-Type' of application/json or application/x-protobuf");
        QTest::newRow("accept") << json << QByteArray("application/recordio") << version << 406
                                << QByteArray(
                                       "Expecting 'Accept' to allow 'application/x-protobuf' or 'application/json'");
    }
    void answersBadRequestsAsMesos() {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, accept);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QByteArray, text);
        Options options;
        options.agents = 2;
        options.apps = 1;
        options.tasks = 2;
        options.manualClock = true;
        const Cluster cluster(options);
        httplib::Client client(cluster.endpoints().master);
        const auto answer = client.Post("/api/v1", httplib::Headers{{"Accept", accept.toStdString()}},
                                        body.toStdString(), type.toStdString());
        QVERIFY(bool(answer));
        QCOMPARE(answer->status, status);
        QCOMPARE(answer->body, text.toStdString());
    }

    void streamsEventsAsRecords() {
        Options options;
        options.agents = 3;
        options.apps = 2;
        options.tasks = 6;
        options.rate = 100;
        options.manualClock = true;
        Cluster cluster(options);
        std::string bytes;
        std::vector<std::string> types;
        httplib::Client client(cluster.endpoints().master);
        httplib::Request request;
        request.method = "POST";
        request.path = "/api/v1";
        request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
        request.body = R"({"type":"SUBSCRIBE"})";
        request.content_receiver = [&](const char* data, std::size_t length, std::uint64_t, std::uint64_t) {
            bytes.append(data, length);
            for (auto newline = bytes.find('\n'); newline != std::string::npos; newline = bytes.find('\n')) {
                const std::size_t size = std::stoul(bytes);
                if (bytes.size() < newline + 1 + size)
                    break;
                types.push_back(Json::parse(bytes.substr(newline + 1, size))["type"]);
                bytes.erase(0, newline + 1 + size);
            }
            if (types.size() == 2)
                cluster.advance(2);
            return types.size() < 120;
        };
        (void)client.send(request);
        QVERIFY(types.size() >= 120);
        QCOMPARE(types[0], std::string("SUBSCRIBED"));
        QCOMPARE(types[1], std::string("HEARTBEAT"));
        QVERIFY(std::find(types.begin(), types.end(), "TASK_ADDED") != types.end());
        QVERIFY(std::find(types.begin(), types.end(), "TASK_UPDATED") != types.end());
        QCOMPARE(cluster.requestCounts()["POST /api/v1 SUBSCRIBE"], 1);
    }
};

QTEST_GUILESS_MAIN(TestDemoWorld)
#include "tst_demo_world.moc"
