// A hundred thousand events through the JSON decoder into the store, with gaps, repeated events and resyncs, against a
// server that is a few plain maps and knows nothing of the program.
#include "models/cluster/store.h"
#include "models/master/event_decoder.h"
#include "tests/support/harness.h"

#include <QTest>

#include <functional>
#include <map>
#include <random>

using namespace mesoscope;

namespace {

constexpr int events = 100'000;

/// What the server holds, and the words in which it says so.
class Server {
public:
    explicit Server(unsigned seed) : random_(seed) {
        for (int i = 0; i < 40; ++i)
            addAgent();
        for (int i = 0; i < 4; ++i)
            addFramework();
    }

    /// One change, as the records that tell of it.
    std::vector<std::string> step() {
        std::vector<std::string> told;
        const int dice = draw(100);
        if (dice < 40)
            told.push_back(addTask());
        else if (dice < 85)
            told.push_back(updateTask());
        else if (dice < 90)
            told.push_back(agentEvent(addAgent()));
        else if (dice < 94)
            told = removeAgent();
        else if (dice < 97)
            told.push_back(frameworkEvent("ADDED", addFramework()));
        else
            told = removeFramework();
        std::erase(told, std::string());
        return told;
    }

    /// The first record of a new stream.
    std::string picture() const {
        std::string tasks;
        for (const auto& [key, task] : tasks_)
            tasks += (tasks.empty() ? "" : ",") + taskJson(key.second, task);
        std::string agents;
        for (const auto& [id, host] : agents_)
            agents += (agents.empty() ? "" : ",") + agentJson(id, host);
        std::string frameworks;
        for (const auto& [id, name] : frameworks_)
            frameworks += (frameworks.empty() ? "" : ",") + frameworkJson(id, name);
        return R"({"type":"SUBSCRIBED","subscribed":{"get_state":{"get_tasks":{"tasks":[)" + tasks +
               R"(]},"get_agents":{"agents":[)" + agents + R"(]},"get_frameworks":{"frameworks":[)" + frameworks +
               R"(]}},"heartbeat_interval_seconds":15.0}})";
    }

    /// Everything that lives, one line each.
    QStringList living() const {
        QStringList lines;
        for (const auto& [key, task] : tasks_)
            lines << QStringLiteral("task %1 of %2 on %3 is %4")
                         .arg(text(key.second), text(key.first), text(task.agent), text(task.state));
        for (const auto& [id, host] : agents_)
            lines << QStringLiteral("agent %1 %2").arg(text(id), text(host));
        for (const auto& [id, name] : frameworks_)
            lines << QStringLiteral("framework %1 %2").arg(text(id), text(name));
        lines.sort();
        return lines;
    }
    int draw(int below) { return int(random_() % unsigned(below)); }

private:
    struct Task {
        std::string framework;
        std::string agent;
        std::string state;
    };
    static QString text(const std::string& s) { return QString::fromStdString(s); }
    template<typename Map>
    auto any(Map& map) {
        return std::next(map.begin(), draw(int(map.size())));
    }

    static std::string idJson(const char* name, const std::string& id) {
        return std::string("\"") + name + R"(":{"value":")" + id + "\"}";
    }
    static std::string taskJson(const std::string& id, const Task& task) {
        return R"({"name":"n",)" + idJson("task_id", id) + ',' + idJson("framework_id", task.framework) + ',' +
               idJson("agent_id", task.agent) + R"(,"state":")" + task.state +
               R"(","resources":[{"name":"cpus","type":"SCALAR","scalar":{"value":0.1}}],"statuses":[]})";
    }
    static std::string agentJson(const std::string& id, const std::string& host) {
        return R"({"agent_info":{"hostname":")" + host + R"(","port":5051,)" + idJson("id", id) +
               R"(},"active":true,"version":"1.12.0","pid":"slave(1)@10.0.0.1:5051","total_resources":[]})";
    }
    static std::string frameworkJson(const std::string& id, const std::string& name) {
        return R"({"framework_info":{"user":"root","name":")" + name + R"(",)" + idJson("id", id) +
               R"(},"active":true,"connected":true,"recovered":false})";
    }
    static std::string updated(const std::string& id, const Task& task) {
        return R"({"type":"TASK_UPDATED","task_updated":{)" + idJson("framework_id", task.framework) +
               R"(,"status":{)" + idJson("task_id", id) + R"(,"state":")" + task.state + R"(",)" +
               idJson("agent_id", task.agent) + R"(,"timestamp":1795421546.5},"state":")" + task.state + R"("}})";
    }
    static std::string agentEvent(const std::string& id, const std::string& host) {
        return R"({"type":"AGENT_ADDED","agent_added":{"agent":)" + agentJson(id, host) + "}}";
    }
    std::string agentEvent(const std::string& id) { return agentEvent(id, agents_.at(id)); }
    std::string frameworkEvent(const std::string& kind, const std::string& id) {
        const std::string lower = kind == "ADDED" ? "added" : "updated";
        return R"({"type":"FRAMEWORK_)" + kind + R"(","framework_)" + lower + R"(":{"framework":)" +
               frameworkJson(id, frameworks_.at(id)) + "}}";
    }

    std::string addAgent() {
        const std::string id = "S" + std::to_string(++last_);
        agents_[id] = "host-" + std::to_string(last_);
        return id;
    }
    std::string addFramework() {
        const std::string id = "F" + std::to_string(++last_);
        frameworks_[id] = "framework " + std::to_string(last_);
        return id;
    }
    std::string addTask() {
        if (agents_.empty() || frameworks_.empty() || tasks_.size() > 3000)
            return {};
        // Two frameworks may use the same id.
        const std::string id = "task-" + std::to_string(draw(20'000));
        Task task{any(frameworks_)->first, any(agents_)->first, "TASK_STAGING"};
        if (!tasks_.emplace(std::pair(task.framework, id), task).second)
            return {};
        return R"({"type":"TASK_ADDED","task_added":{"task":)" + taskJson(id, task) + "}}";
    }
    std::string updateTask() {
        static constexpr const char* states[] = {"TASK_STARTING", "TASK_RUNNING", "TASK_RUNNING",     "TASK_KILLING",
                                                 "TASK_FINISHED", "TASK_FAILED",  "TASK_UNREACHABLE", "TASK_KILLED"};
        if (tasks_.empty())
            return {};
        const auto at = any(tasks_);
        at->second.state = states[draw(8)];
        const std::string told = updated(at->first.second, at->second);
        const std::string& s = at->second.state;
        if (s == "TASK_FINISHED" || s == "TASK_FAILED" || s == "TASK_KILLED")
            tasks_.erase(at);
        return told;
    }
    std::vector<std::string> endTasks(const std::function<bool(const Task&)>& which, const char* state) {
        std::vector<std::string> told;
        for (auto it = tasks_.begin(); it != tasks_.end();) {
            if (!which(it->second)) {
                ++it;
                continue;
            }
            it->second.state = state;
            told.push_back(updated(it->first.second, it->second));
            it = tasks_.erase(it);
        }
        return told;
    }
    std::vector<std::string> removeAgent() {
        if (agents_.size() < 5)
            return {};
        const std::string id = any(agents_)->first;
        std::vector<std::string> told = endTasks([&id](const Task& t) { return t.agent == id; }, "TASK_LOST");
        agents_.erase(id);
        told.push_back(R"({"type":"AGENT_REMOVED","agent_removed":{)" + idJson("agent_id", id) + "}}");
        return told;
    }
    std::vector<std::string> removeFramework() {
        if (frameworks_.size() < 3)
            return {frameworkEvent("UPDATED", any(frameworks_)->first)};
        const std::string id = any(frameworks_)->first;
        std::vector<std::string> told = endTasks([&id](const Task& t) { return t.framework == id; }, "TASK_KILLED");
        told.push_back(R"({"type":"FRAMEWORK_REMOVED","framework_removed":{"framework_info":{"user":"root","name":")" +
                       frameworks_.at(id) + R"(",)" + idJson("id", id) + "}}}");
        frameworks_.erase(id);
        return told;
    }

    std::mt19937 random_;
    std::map<std::pair<std::string, std::string>, Task> tasks_; ///< framework, id
    std::map<std::string, std::string> agents_;
    std::map<std::string, std::string> frameworks_;
    int last_ = 0;
};

QStringList living(const cluster::Snapshot& s) {
    QStringList lines;
    for (cluster::Slot i = 0; i < s.tasks.size(); ++i) {
        const cluster::TaskRow& row = s.tasks[i];
        if (!row.live())
            continue;
        const std::string_view name = master::taskStateName(row.state);
        lines << QStringLiteral("task %1 of %2 on %3 is %4")
                     .arg(s.text(row.id), (*s.frameworks)[row.framework].id, s.text(row.agentId),
                          QString::fromUtf8(name.data(), qsizetype(name.size())));
    }
    for (cluster::Slot i = 0; i < s.agents.size(); ++i) {
        const cluster::AgentRow& row = s.agents[i];
        if (row.id != 0 && row.state == cluster::AgentState::Active)
            lines << QStringLiteral("agent %1 %2").arg(s.text(row.id), s.text(row.hostname));
    }
    for (const cluster::FrameworkRow& row : *s.frameworks) {
        if (!row.id.isEmpty() && !row.completed)
            lines << QStringLiteral("framework %1 %2").arg(row.id, row.name);
    }
    lines.sort();
    return lines;
}

} // namespace

class TestStoreWalk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void endsInTheServersState_data();
    void endsInTheServersState();
    void disorderIsRightAfterOneResync();
};

void TestStoreWalk::endsInTheServersState_data() {
    QTest::addColumn<int>("seed");
    QTest::newRow("one walk") << 1;
    QTest::newRow("another walk") << 20'261;
}

void TestStoreWalk::endsInTheServersState() {
    QFETCH(int, seed);
    base::ManualClock clock;
    cluster::Store store(clock);
    Server server{unsigned(seed)};
    std::unique_ptr<master::EventDecoder> decoder;
    bool readable = true;
    const auto feed = [&](const std::string& record) {
        decoder->begin(record.size());
        // Cut anywhere, as bytes come.
        const std::size_t cut = std::size_t(server.draw(int(record.size()) + 1));
        readable = readable && decoder->bytes(std::string_view(record).substr(0, cut), false).has_value();
        readable = readable && decoder->bytes(std::string_view(record).substr(cut), true).has_value();
    };
    const auto subscribe = [&] {
        decoder = master::makeJsonDecoder(store);
        feed(server.picture());
    };
    const auto compare = [&](int at) {
        cluster::Diff diff;
        const QStringList ours = living(*store.publish(diff));
        const QStringList theirs = server.living();
        if (ours == theirs)
            return true;
        for (const QString& line : ours) {
            if (!theirs.contains(line))
                qInfo() << at << "only here:" << line;
        }
        for (const QString& line : theirs) {
            if (!ours.contains(line))
                qInfo() << at << "missing:" << line;
        }
        return false;
    };
    subscribe();
    int gaps = 0;
    int repeated = 0;
    std::string before;
    for (int done = 0; done < events;) {
        clock.advance(1);
        if (server.draw(4000) == 0) {
            // The connection breaks, life goes on, the next stream begins with a picture.
            ++gaps;
            decoder->abandon();
            const int missed = server.draw(300);
            for (int i = 0; i < missed; ++i)
                done += int(server.step().size());
            subscribe();
            QVERIFY(compare(done));
            before.clear();
            continue;
        }
        for (const std::string& record : server.step()) {
            feed(record);
            ++done;
            before = record;
        }
        if (!before.empty() && server.draw(500) == 0) {
            ++repeated;
            feed(before);
        }
        if (server.draw(5000) == 0)
            QVERIFY(compare(done));
    }
    QVERIFY(readable);
    QVERIFY(gaps > 5 && repeated > 50);
    QVERIFY(compare(events));
}

/// Events in any order, twice, or of kinds that nobody knows: never an error, and after one resync all is right.
void TestStoreWalk::disorderIsRightAfterOneResync() {
    base::ManualClock clock;
    cluster::Store store(clock);
    Server server{77U};
    std::mt19937 order{5U};
    const auto feed = [&](master::EventDecoder& decoder, const std::string& record) {
        decoder.begin(record.size());
        return decoder.bytes(record, true).has_value();
    };
    int wrongBefore = 0;
    for (int round = 0; round < 30; ++round) {
        const auto decoder = master::makeJsonDecoder(store);
        QVERIFY(feed(*decoder, server.picture()));
        cluster::Diff diff;
        QCOMPARE(living(*store.publish(diff)), server.living());
        std::vector<std::string> told;
        for (int i = 0; i < 300; ++i) {
            for (std::string& record : server.step())
                told.push_back(std::move(record));
        }
        told.insert(told.end(), told.begin(), told.begin() + 50);
        told.push_back(R"({"type":"MOON_ROSE","moon_rose":{"phase":[1,{"full":null}]}})");
        told.push_back(R"({"type":"AGENT_REMOVED","agent_removed":{"agent_id":{"value":"never seen"}}})");
        told.push_back(
            R"({"type":"TASK_ADDED","task_added":{"task":{"task_id":{"value":""},"state":"TASK_RUNNING"}}})");
        std::shuffle(told.begin(), told.end(), order);
        for (const std::string& record : told)
            QVERIFY2(feed(*decoder, record), record.c_str());
        wrongBefore += living(*store.publish(diff)) != server.living() ? 1 : 0;
        decoder->abandon();
        clock.advance(1'000);
    }
    QVERIFY(wrongBefore > 0); // the disorder was real
    const auto decoder = master::makeJsonDecoder(store);
    QVERIFY(feed(*decoder, server.picture()));
    cluster::Diff diff;
    QCOMPARE(living(*store.publish(diff)), server.living());
}

MESOSCOPE_TEST_MAIN(TestStoreWalk)
#include "tst_store_walk.moc"
