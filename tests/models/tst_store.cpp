// The reducer: recorded streams end in the recorded state, odd orders end right, and every difference it reports covers
// what changed.
#include "models/cluster/store.h"
#include "models/master/event_decoder.h"
#include "models/net/record_io_parser.h"
#include "tests/support/harness.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace mesoscope;
using cluster::AgentState;
using cluster::Diff;
using cluster::Slot;
using cluster::SnapshotPtr;
using cluster::Store;
using master::TaskState;

namespace {

/// Living tasks and registered agents as text, for comparing two ways to the same state.
QStringList living(const cluster::Snapshot& s) {
    QStringList lines;
    for (Slot i = 0; i < s.tasks.size(); ++i) {
        const cluster::TaskRow& row = s.tasks[i];
        if (!row.live())
            continue;
        const std::string_view state = master::taskStateName(row.state);
        lines << QStringLiteral("task %1 of %2 on %3: %4, %5 cpus, %6 MiB")
                     .arg(s.text(row.id), (*s.frameworks)[row.framework].id, s.text(row.agentId),
                          QString::fromUtf8(state.data(), qsizetype(state.size())))
                     .arg(double(row.cpus))
                     .arg(double(row.mem));
    }
    for (Slot i = 0; i < s.agents.size(); ++i) {
        const cluster::AgentRow& row = s.agents[i];
        if (row.id != 0 && !cluster::isLost(row.state))
            lines << QStringLiteral("agent %1 %2: %3 tasks").arg(s.text(row.id), s.text(row.hostname)).arg(row.tasks);
    }
    for (const cluster::FrameworkRow& row : *s.frameworks) {
        if (!row.completed)
            lines << QStringLiteral("framework %1 %2: %3 tasks").arg(row.id, row.name).arg(row.tasks);
    }
    lines.sort();
    return lines;
}

/// Everything that must hold inside one snapshot.
void checkConsistency(const cluster::Snapshot& s) {
    std::uint32_t live = 0;
    std::map<Slot, std::set<Slot>> byAgent;
    for (Slot i = 0; i < s.tasks.size(); ++i) {
        const cluster::TaskRow& row = s.tasks[i];
        if (!row.live())
            continue;
        ++live;
        if (row.agent != cluster::noSlot)
            byAgent[row.agent].insert(i);
    }
    QCOMPARE(s.totals.tasks, live);
    std::uint32_t agents = 0;
    for (Slot i = 0; i < s.agents.size(); ++i) {
        const cluster::AgentRow& row = s.agents[i];
        if (row.id == 0) {
            QCOMPARE(row.firstTask, cluster::noSlot);
            continue;
        }
        ++agents;
        std::set<Slot> chain;
        for (Slot t = row.firstTask; t != cluster::noSlot; t = s.tasks[t].nextOnAgent)
            QVERIFY2(chain.insert(t).second, "a chain must not loop");
        QCOMPARE(chain, byAgent[i]);
        QCOMPARE(row.tasks, std::uint32_t(chain.size()));
    }
    QCOMPARE(s.totals.agents, agents);
}

bool inRuns(const std::vector<cluster::Run>& runs, Slot slot) {
    return std::any_of(runs.begin(), runs.end(),
                       [slot](const cluster::Run& r) { return slot >= r.begin && slot < r.end; });
}

/// Every row that differs must be covered by the difference.
void checkDiff(const cluster::Snapshot& before, const cluster::Snapshot& after, const Diff& diff) {
    if (diff.everything)
        return;
    for (Slot i = 0; i < after.tasks.size(); ++i) {
        const bool same = i < before.tasks.size() && before.tasks[i] == after.tasks[i];
        QVERIFY(same || inRuns(diff.tasks, i));
    }
    for (Slot i = 0; i < after.agents.size(); ++i) {
        const bool same = i < before.agents.size() && before.agents[i] == after.agents[i];
        QVERIFY(same || inRuns(diff.agents, i));
    }
}

master::TaskView taskView(std::string_view id, std::string_view agent, TaskState state) {
    master::TaskView view;
    view.id = id;
    view.name = "t";
    view.frameworkId = "F";
    view.agentId = agent;
    view.state = state;
    view.stateName = master::taskStateName(state);
    view.resources = {1, 128, 0, 0};
    return view;
}

master::AgentView agentView(std::string_view id, std::string_view host) {
    master::AgentView view;
    view.id = id;
    view.hostname = host;
    view.pid = "slave(1)@127.0.0.1:5051";
    view.port = 5051;
    view.total = {16, 65536, 100000, 0};
    return view;
}

master::TaskUpdateView update(std::string_view id, TaskState state, std::string_view agent = {}) {
    master::TaskUpdateView view;
    view.taskId = id;
    view.frameworkId = "F";
    view.agentId = agent;
    view.state = state;
    view.stateName = master::taskStateName(state);
    view.status.state = state;
    return view;
}

class TestStore : public QObject {
    Q_OBJECT

private:
    base::ManualClock clock_;

    SnapshotPtr publish(Store& store) {
        Diff diff;
        return store.publish(diff);
    }

private Q_SLOTS:
    void recordedStreamEndsInTheRecordedState() {
        Store live(clock_);
        const std::unique_ptr<master::EventDecoder> decoder = master::makeJsonDecoder(live);
        net::RecordIoParser framer;
        framer.onBegin = [&](std::uint64_t size) { decoder->begin(size); };
        framer.onBytes = [&](std::string_view bytes, bool last) { QVERIFY(decoder->bytes(bytes, last)); };
        const QByteArray stream = test::fixture(QStringLiteral("mesos/subscribe.body"));
        QVERIFY(framer.feed(std::string_view(stream.constData(), std::size_t(stream.size()))));

        Store recorded(clock_);
        const QByteArray state = test::fixture(QStringLiteral("mesos/subscribe.final_GET_STATE.body"));
        QVERIFY(master::decodeStateJson(std::string_view(state.constData(), std::size_t(state.size())), recorded));
        const SnapshotPtr fromState = publish(recorded);

        // What the stream can't tell comes by the poll: here the recorded list of agents.
        live.beginAgentPoll();
        for (Slot i = 0; i < fromState->agents.size(); ++i) {
            const cluster::AgentRow& row = fromState->agents[i];
            if (row.id == 0 || cluster::isLost(row.state))
                continue;
            master::AgentView view = agentView(fromState->view(row.id), fromState->view(row.hostname));
            view.total = row.total;
            view.allocated = row.allocated;
            view.hasAllocated = true;
            live.polledAgent(view);
        }
        live.endAgentPoll({});
        const SnapshotPtr fromStream = publish(live);
        QCOMPARE(living(*fromStream), living(*fromState));
        QVERIFY(living(*fromState).size() >= 6); // 3 tasks, 2 agents, 1 framework in the recording
        checkConsistency(*fromStream);
        checkConsistency(*fromState);
    }

    void lostTaskThatReturnsBeforeItsAgent() {
        Store store(clock_);
        store.beginState();
        store.agent(agentView("A1", "host-1"));
        store.task(taskView("t1", "A1", TaskState::Running));
        store.endState();
        store.taskUpdated(update("t1", TaskState::Lost));
        store.beginAgentPoll();
        store.endAgentPoll({});
        SnapshotPtr s = publish(store);
        QCOMPARE(s->totals.tasks, 0U);
        QCOMPARE(s->agents[s->findAgent("A1")].state, AgentState::Unreachable);

        store.taskAdded(taskView("t1", "A1", TaskState::Running));
        store.agentAdded(agentView("A1", "host-1"));
        s = publish(store);
        QCOMPARE(s->totals.tasks, 1U);
        QCOMPARE(s->agents[s->findAgent("A1")].state, AgentState::Active);
        QCOMPARE(s->tasks[s->findTask("t1")].state, TaskState::Running);
        QCOMPARE(s->agents[s->findAgent("A1")].tasks, 1U);
        checkConsistency(*s);
    }

    void vanishedAgentStaysAsLastKnown() {
        Store store(clock_);
        store.beginState();
        store.agent(agentView("A1", "host-1"));
        store.agent(agentView("A2", "host-2"));
        store.task(taskView("t1", "A1", TaskState::Running));
        store.endState();
        store.taskUpdated(update("t1", TaskState::Unreachable));
        store.beginAgentPoll();
        store.polledAgent(agentView("A2", "host-2"));
        store.endAgentPoll({});
        const SnapshotPtr s = publish(store);
        const cluster::AgentRow& lost = s->agents[s->findAgent("A1")];
        QCOMPARE(lost.state, AgentState::Unreachable);
        QCOMPARE(lost.total.cpus, 16.0);
        QCOMPARE(lost.tasks, 1U);
        QCOMPARE(s->totals.total.cpus, 16.0); // only what can be used counts
        QCOMPARE(s->totals.agents, 2U);
    }

    void failOverKeepsTheTasksOfAgentsThatAreComingBack() {
        Store store(clock_);
        store.beginState();
        store.agent(agentView("A1", "host-1"));
        store.agent(agentView("A2", "host-2"));
        store.task(taskView("t1", "A1", TaskState::Running));
        store.task(taskView("t2", "A2", TaskState::Running));
        store.endState();

        store.beginState();
        store.recoveringAgent("A1");
        store.agent(agentView("A2", "host-2"));
        store.task(taskView("t2", "A2", TaskState::Running));
        store.endState();
        SnapshotPtr s = publish(store);
        QCOMPARE(s->agents[s->findAgent("A1")].state, AgentState::Recovering);
        QVERIFY(s->findTask("t1") != cluster::noSlot);

        // The leader gives it up: what it ran is not known any more.
        store.beginAgentPoll();
        store.polledAgent(agentView("A2", "host-2"));
        store.endAgentPoll({});
        s = publish(store);
        QCOMPARE(s->agents[s->findAgent("A1")].state, AgentState::Unreachable);
        QCOMPARE(s->findTask("t1"), cluster::noSlot);
        checkConsistency(*s);
    }

    void pictureThatBreaksOffTakesNothingAway() {
        Store store(clock_);
        store.beginState();
        store.agent(agentView("A1", "host-1"));
        store.task(taskView("t1", "A1", TaskState::Running));
        store.endState();
        store.beginState();
        store.abandonState();
        const SnapshotPtr s = publish(store);
        QCOMPARE(s->totals.tasks, 1U);
        QCOMPARE(s->totals.agents, 1U);
    }

    void completedTaskMayRepeatAnIdAndSayRunning() {
        Store store(clock_);
        store.beginState();
        store.agent(agentView("A1", "host-1"));
        master::TaskView old = taskView("t1", "A1", TaskState::Running);
        old.completed = true;
        store.task(old);
        store.task(taskView("t1", "A1", TaskState::Running));
        store.task(old);
        store.endState();
        const SnapshotPtr s = publish(store);
        QCOMPARE(s->totals.tasks, 1U);
        store.taskUpdated(update("t1", TaskState::Failed));
        const SnapshotPtr after = publish(store);
        QCOMPARE(after->totals.tasks, 0U);
        checkConsistency(*after);
    }

    void sameTaskIdInTwoFrameworks() {
        Store store(clock_);
        store.beginState();
        store.agent(agentView("A1", "host-1"));
        master::TaskView other = taskView("0", "A1", TaskState::Running);
        other.frameworkId = "G";
        store.task(taskView("0", "A1", TaskState::Running));
        store.task(other);
        store.endState();
        QCOMPARE(publish(store)->totals.tasks, 2U);
        master::TaskUpdateView end = update("0", TaskState::Finished);
        end.frameworkId = "G";
        store.taskUpdated(end);
        const SnapshotPtr s = publish(store);
        QCOMPARE(s->totals.tasks, 1U);
        checkConsistency(*s);
    }

    void oneEventCopiesAChunkNotTheCluster() {
        Store store(clock_);
        store.beginState();
        for (int a = 0; a < 400; ++a)
            store.agent(agentView("A" + std::to_string(a), "host-" + std::to_string(a)));
        for (int t = 0; t < 20'000; ++t) {
            const std::string id = "t" + std::to_string(t);
            const std::string agent = "A" + std::to_string(t % 400);
            store.task(taskView(id, agent, TaskState::Running));
        }
        store.endState();
        const SnapshotPtr before = publish(store);
        store.taskUpdated(update("t777", TaskState::Killing));
        const SnapshotPtr after = publish(store);
        int copied = 0;
        for (Slot i = 0; i < after->tasks.size(); i += Slot(cluster::taskChunk))
            copied += after->tasks.sharesChunk(before->tasks, i) ? 0 : 1;
        QCOMPARE(copied, 1);
        QCOMPARE(before->tasks[before->findTask("t777")].state, TaskState::Running); // the old picture stands
    }

    void aResyncWithoutChangesChangesNothing() {
        Store store(clock_);
        const auto picture = [&store] {
            store.beginState();
            store.agent(agentView("A1", "host-1"));
            store.task(taskView("t1", "A1", TaskState::Running));
            store.task(taskView("t2", "A1", TaskState::Staging));
            store.endState();
        };
        picture();
        publish(store);
        picture();
        Diff diff;
        store.publish(diff);
        QVERIFY(diff.tasks.empty());
        QVERIFY(diff.agents.empty());
    }

    void randomWalkStaysConsistent() {
        std::mt19937 random(7);
        Store store(clock_);
        std::map<std::string, std::pair<TaskState, std::string>> truth;
        SnapshotPtr before = publish(store);
        const auto any = [&](int n) { return int(random() % unsigned(n)); };
        int serial = 0;
        for (int step = 0; step < 4000; ++step) {
            const std::string agent = "A" + std::to_string(any(20));
            switch (any(7)) {
            case 0:
            case 1: {
                const std::string id = "t" + std::to_string(serial++);
                store.taskAdded(taskView(id, agent, TaskState::Running));
                truth[id] = {TaskState::Running, agent};
                break;
            }
            case 2:
            case 3: {
                if (truth.empty())
                    break;
                auto it = truth.begin();
                std::advance(it, any(int(truth.size())));
                const TaskState next = any(2) == 0 ? TaskState::Failed : TaskState::Killing;
                store.taskUpdated(update(it->first, next, it->second.second));
                if (master::isTerminal(next))
                    truth.erase(it);
                else
                    it->second.first = next;
                break;
            }
            case 4:
                store.agentAdded(agentView(agent, "host-" + agent));
                break;
            case 5:
                if (any(10) == 0) {
                    store.agentRemoved(agent);
                    std::erase_if(truth, [&](const auto& t) { return t.second.second == agent; });
                }
                break;
            default:
                if (any(20) != 0)
                    break;
                store.beginState(); // a gap: the whole picture again
                for (int a = 0; a < 20; ++a)
                    store.agent(agentView("A" + std::to_string(a), "host-A" + std::to_string(a)));
                for (const auto& [id, task] : truth)
                    store.task(taskView(id, task.second, task.first));
                store.endState();
            }
            if (any(5) != 0)
                continue;
            Diff diff;
            const SnapshotPtr after = store.publish(diff);
            checkDiff(*before, *after, diff);
            if (step % 10 == 0)
                checkConsistency(*after);
            QCOMPARE(after->totals.tasks, std::uint32_t(truth.size()));
            before = after;
        }
    }
};

} // namespace

MESOSCOPE_TEST_MAIN(TestStore)
#include "tst_store.moc"
