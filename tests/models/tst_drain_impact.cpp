// What a drain takes from the services and whether the rest can carry it, on clusters small enough to count by hand.
#include "models/cluster/drain_impact.h"
#include "models/cluster/preview.h"
#include "models/cluster/store.h"
#include "tests/support/harness.h"
#include "tests/support/synthetic_cluster.h"

#include <QTest>

using namespace mesoscope;
using cluster::ServiceImpact;
using Verdict = cluster::ServiceImpact::Verdict;

namespace {

/// Three agents of 4 cpu in racks r1, r1, r2; no task yet.
struct Rig {
    test::SyntheticCluster made{{.agents = 0, .tasks = 0, .apps = 0}};
    cluster::Slot a;
    cluster::Slot b;
    cluster::Slot c;

    Rig() {
        const auto add = [this](const char* host, const char* rack) {
            return made.addAgent(QString::fromLatin1(host), QStringLiteral("rack:") + QString::fromLatin1(rack),
                                 {4, 8192, 10'000, 0});
        };
        a = add("a", "r1");
        b = add("b", "r1");
        c = add("c", "r2");
    }
    void app(const char* id, int instances, double cpus, const QList<scheduler::Constraint>& constraints = {},
             const QByteArray& document = "{}") {
        scheduler::App app;
        app.id = QString::fromLatin1(id);
        app.version = QStringLiteral("1");
        app.instances = instances;
        app.cpus = cpus;
        app.mem = 256;
        app.constraints = constraints;
        app.document = document;
        made.setApp(app);
    }
    void run(cluster::Slot agent, const char* app, int count, float cpus) {
        for (int i = 0; i < count; ++i)
            made.setTask(made.addTask(agent, QString::fromLatin1(app), cpus, 256), master::TaskState::Running);
    }
    QList<ServiceImpact> drain(const std::vector<cluster::Slot>& agents) {
        return cluster::drainImpact(*made.publish(), agents);
    }
};

scheduler::Constraint unique(const char* field) {
    return {QString::fromLatin1(field), QStringLiteral("UNIQUE"), {}};
}

} // namespace

class TestDrainImpact : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatFitsElsewhereFits();
    void roomIsCountedOnceForAllServices();
    void constraintsDecide();
    void drainingAndLostAgentsTakeNothing();
    void localVolumesStay();
    void tasksOfNobodyAreNotGuessedAbout();
    void sentencesSayIt();
    void killingManyIsCountedPerApp();
    void progressNamesWhatIsOverdue();
    void theCourseNamesWhatWentWhere();
    void aClockThatDiffersIsTakenIntoAccount();
};

void TestDrainImpact::whatFitsElsewhereFits() {
    Rig rig;
    rig.app("/web", 4, 1);
    rig.run(rig.a, "/web", 3, 1);
    rig.run(rig.b, "/web", 1, 1);
    const auto impact = rig.drain({rig.a});
    QCOMPARE(impact.size(), 1);
    QCOMPARE(impact[0].app, QStringLiteral("/web"));
    QCOMPARE(impact[0].lost, 3);
    QCOMPARE(impact[0].total, 4);
    QCOMPARE(impact[0].fits, 3);
    QCOMPARE(impact[0].verdict, Verdict::Fits);
}

void TestDrainImpact::roomIsCountedOnceForAllServices() {
    Rig rig;
    rig.app("/big", 2, 3);
    rig.app("/small", 4, 1);
    rig.run(rig.a, "/big", 1, 3);
    rig.run(rig.b, "/big", 1, 3);
    rig.run(rig.a, "/small", 1, 1);
    rig.run(rig.b, "/small", 1, 1);
    rig.run(rig.c, "/small", 2, 1);
    // Draining a and b leaves 2 cpu on c: none of the big ones, both of the small ones.
    const auto impact = rig.drain({rig.a, rig.b});
    QCOMPARE(impact[0].app, QStringLiteral("/big"));
    QCOMPARE(impact[0].verdict, Verdict::NoRoom);
    QCOMPARE(impact[0].reason, QStringLiteral("InsufficientCpus"));
    QCOMPARE(impact[0].missing.cpus, 1.0);
    QCOMPARE(impact[1].app, QStringLiteral("/small"));
    QCOMPARE(impact[1].verdict, Verdict::Fits);
    // With one more of them only a part fits.
    rig.run(rig.a, "/small", 1, 1);
    const auto part = rig.drain({rig.a, rig.b});
    QCOMPARE(part[1].verdict, Verdict::PartFits);
    QCOMPARE(part[1].fits, 2);
}

void TestDrainImpact::constraintsDecide() {
    Rig rig;
    rig.app("/one-per-host", 3, 0.5, {unique("hostname")});
    rig.run(rig.a, "/one-per-host", 1, 0.5F);
    rig.run(rig.b, "/one-per-host", 1, 0.5F);
    rig.run(rig.c, "/one-per-host", 1, 0.5F);
    auto impact = rig.drain({rig.a});
    QCOMPARE(impact[0].verdict, Verdict::NoRoom);
    QCOMPARE(impact[0].reason, QStringLiteral("UnfulfilledConstraint"));
    rig.app("/one-per-host", 3, 0.5, {{QStringLiteral("rack"), QStringLiteral("LIKE"), QStringLiteral("r2")}});
    impact = rig.drain({rig.a});
    QCOMPARE(impact[0].verdict, Verdict::Fits);
}

void TestDrainImpact::drainingAndLostAgentsTakeNothing() {
    Rig rig;
    rig.app("/web", 1, 1);
    rig.run(rig.a, "/web", 1, 1);
    rig.made.setAgentState(rig.b, cluster::AgentState::Draining);
    rig.made.setAgentState(rig.c, cluster::AgentState::Unreachable);
    QCOMPARE(rig.drain({rig.a})[0].verdict, Verdict::NoRoom);
}

void TestDrainImpact::localVolumesStay() {
    Rig rig;
    rig.app("/db", 1, 1, {}, R"({"id":"/db","container":{"volumes":[{"persistent":{"size":100}}]}})");
    rig.run(rig.a, "/db", 1, 1);
    QCOMPARE(rig.drain({rig.a})[0].verdict, Verdict::Pinned);
}

void TestDrainImpact::tasksOfNobodyAreNotGuessedAbout() {
    Rig rig;
    rig.run(rig.a, "", 2, 1);
    const auto impact = rig.drain({rig.a});
    QCOMPARE(impact.size(), 1);
    QCOMPARE(impact[0].verdict, Verdict::Unknown);
    QCOMPARE(impact[0].lost, 2);
    QVERIFY(rig.drain({cluster::Slot(4711)}).isEmpty());
}

void TestDrainImpact::sentencesSayIt() {
    Rig rig;
    base::SourceStatus live;
    live.kind = base::SourceKind::Master;
    live.state = base::SourceState::Live;
    rig.made.extra().sources = {live};
    rig.app("/web", 2, 1);
    rig.app("/big", 1, 16);
    rig.run(rig.a, "/web", 2, 1);
    rig.run(rig.a, "/big", 1, 16);
    cluster::AgentCommand command;
    command.agentIds = {rig.made.publish()->text(rig.made.agentRow(rig.a).id)};
    const cluster::Preview preview = cluster::previewOf(*rig.made.publish(), {command, {}});
    QVERIFY(!preview.refusal);
    const QString effects = preview.effects.join(QLatin1Char('\n'));
    const QString warnings = preview.warnings.join(QLatin1Char('\n'));
    QVERIFY2(effects.contains(QStringLiteral("/web loses 2 of 2")), qPrintable(effects));
    QVERIFY2(warnings.contains(QStringLiteral("/big")) && warnings.contains(QStringLiteral("no room")),
             qPrintable(warnings));
}

void TestDrainImpact::killingManyIsCountedPerApp() {
    Rig rig;
    base::SourceStatus live;
    live.kind = base::SourceKind::Scheduler;
    live.state = base::SourceState::Live;
    rig.made.extra().sources = {live};
    rig.app("/web", 3, 1);
    rig.run(rig.a, "/web", 3, 1);
    rig.run(rig.b, "", 1, 1);
    const cluster::SnapshotPtr snapshot = rig.made.publish();
    scheduler::Command kill;
    kill.verb = scheduler::Command::Verb::KillTasks;
    for (cluster::Slot t = 0; t < snapshot->tasks.size(); ++t) {
        if (snapshot->tasks[t].id != 0)
            kill.targets << snapshot->text(snapshot->tasks[t].id);
    }
    kill.targets << QStringLiteral("nobody");
    QCOMPARE(kill.targets.size(), 5);
    const cluster::Preview preview = cluster::previewOf(*snapshot, {kill, {}});
    QVERIFY2(preview.effects.first().contains(QStringLiteral("3 instance")), qPrintable(preview.effects.first()));
    QVERIFY2(preview.warnings.first().startsWith(QStringLiteral("2 ")), qPrintable(preview.warnings.first()));
}

void TestDrainImpact::progressNamesWhatIsOverdue() {
    Rig rig;
    rig.app("/web", 1, 1);
    rig.app("/slow", 1, 1, {}, R"({"id":"/slow","taskKillGracePeriodSeconds":3600})");
    rig.run(rig.a, "/web", 1, 1);
    rig.run(rig.a, "/slow", 1, 1);
    rig.made.setAgentState(rig.a, cluster::AgentState::Draining);
    const cluster::SnapshotPtr snapshot = rig.made.publish();
    cluster::AgentRow agent = snapshot->agents[rig.a];
    agent.drainStartedMs = 1'000'000;
    const auto progress = cluster::drainProgress(*snapshot, agent, 1'060'000);
    QCOMPARE(progress.left, 2);
    QCOMPARE(progress.endsMs, 1'000'000 + 3'600'000);
    QCOMPARE(progress.tasks[0].app, QStringLiteral("/slow"));
    QVERIFY(!progress.tasks[0].overdue);
    QCOMPARE(progress.tasks[1].app, QStringLiteral("/web"));
    QVERIFY(progress.tasks[1].overdue);
    QCOMPARE(progress.overdue, 1);
    agent.drainGraceMs = 30'000;
    QCOMPARE(cluster::drainProgress(*snapshot, agent, 1'060'000).endsMs, 1'030'000);
    QCOMPARE(cluster::drainProgress(*snapshot, agent, 1'060'000).overdue, 2);
}

void TestDrainImpact::theCourseNamesWhatWentWhere() {
    Rig rig;
    rig.app("/web", 3, 1);
    rig.app("/batch", 1, 1);
    rig.run(rig.a, "/web", 2, 1);
    rig.run(rig.a, "/batch", 1, 1);
    rig.run(rig.b, "/web", 1, 1);                                                              // was there before
    QCOMPARE(cluster::drainCourse(*rig.made.publish(), rig.a, rig.made.nowMs()).startedMs, 0); // does not drain
    rig.made.advance(60'000);
    rig.made.setAgentState(rig.a, cluster::AgentState::Draining);
    const auto before = cluster::drainCourse(*rig.made.publish(), rig.a, rig.made.nowMs());
    QCOMPARE(before.before, 3);
    QCOMPARE(before.left, 3);
    QVERIFY(before.moved.isEmpty());
    const auto web = rig.made.tasksOfAgent(rig.a);
    rig.made.advance(4'000);
    rig.made.setTask(web[0], master::TaskState::Killed);
    rig.made.advance(700'000); // instances here began ten minutes before they are added
    const cluster::Slot next = rig.made.addTask(rig.c, QStringLiteral("/web"));
    rig.made.setTask(next, master::TaskState::Running);
    rig.made.setTask(web[1], master::TaskState::Killed);
    const cluster::SnapshotPtr snapshot = rig.made.publish();
    const auto course = cluster::drainCourse(*snapshot, rig.a, rig.made.nowMs());
    QCOMPARE(course.before, 3);
    QCOMPARE(course.left, 1);
    QCOMPARE(course.moved.size(), 2);
    QVERIFY(course.moved[0].endedMs <= course.moved[1].endedMs);
    QCOMPARE(course.moved[0].replacement.isEmpty(), course.moved[0].app != QStringLiteral("/web"));
    int found = 0;
    for (const cluster::MovedTask& moved : course.moved) {
        if (moved.replacement.isEmpty())
            continue;
        ++found;
        QCOMPARE(moved.app, QStringLiteral("/web"));
        QCOMPARE(moved.replacement, snapshot->text(snapshot->tasks[next].id)); // not the one that ran before
        QCOMPARE(moved.replacementHost, QStringLiteral("c"));
    }
    QCOMPARE(found, 1);
}

void TestDrainImpact::aClockThatDiffersIsTakenIntoAccount() {
    for (const qint64 ahead : {Q_INT64_C(600'000), Q_INT64_C(-600'000)}) {
        base::ManualClock clock;
        cluster::Store store(clock);
        store.serverClock(ahead);
        const qint64 theirs = clock.wallMs() + ahead;
        store.beginState();
        master::AgentView agent;
        agent.id = "S1";
        agent.hostname = "h";
        agent.deactivated = true;
        agent.drain = master::DrainState::Draining;
        agent.drainStartedMs = theirs;
        agent.registeredMs = theirs - 60'000;
        store.agent(agent);
        master::TaskView task;
        task.id = "t";
        task.frameworkId = "F";
        task.agentId = "S1";
        task.state = master::TaskState::Running;
        task.startedMs = theirs - 30'000;
        store.task(task);
        store.endState();
        cluster::Diff diff;
        const auto at = [&] {
            const cluster::SnapshotPtr s = store.publish(diff);
            return cluster::drainProgress(*s, s->agents[0], clock.wallMs());
        };
        QCOMPARE(at().startedMs, clock.wallMs());
        QCOMPARE(at().overdue, 0);
        QCOMPARE(at().endsMs, clock.wallMs() + 5'000); // Mesos' default grace
        clock.advance(30'000);
        QCOMPARE(at().overdue, 1);
        master::TaskUpdateView update;
        update.taskId = "t";
        update.frameworkId = "F";
        update.agentId = "S1";
        update.state = master::TaskState::Killed;
        update.status.state = update.state;
        update.status.timestampMs = theirs + 30'000;
        store.taskUpdated(update);
        const cluster::SnapshotPtr s = store.publish(diff);
        const auto course = cluster::drainCourse(*s, 0, clock.wallMs());
        QCOMPARE(course.left, 0);
        QCOMPARE(course.moved.size(), 1);
        QCOMPARE(course.moved[0].endedMs, clock.wallMs());
        QCOMPARE(s->agents[0].registeredMs, clock.wallMs() - 90'000);
    }
    // Seconds are no difference: heads tell whole ones.
    base::ManualClock clock;
    cluster::Store store(clock);
    store.serverClock(1'900);
    cluster::Diff diff;
    QCOMPARE(store.publish(diff)->serverAheadMs, 0);
}

MESOSCOPE_TEST_MAIN(TestDrainImpact)
#include "tst_drain_impact.moc"
