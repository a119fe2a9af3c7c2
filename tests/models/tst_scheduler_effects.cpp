// What commands do, told before they are sent; deployments followed to a waterfall; plans that stop at the first
// failure.
#include "models/net/sse_parser.h"
#include "models/scheduler/deployment_tracker.h"
#include "models/scheduler/effects.h"
#include "models/scheduler/marathon/events.h"
#include "models/scheduler/scheduler.h"
#include "tests/support/harness.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimer>

using namespace mesoscope;
using namespace mesoscope::scheduler;
namespace ma = mesoscope::scheduler::marathon;
using Verb = Command::Verb;
using Kind = AppEffect::Kind;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

AppPtr app(const char* id, int instances, const char* version = "v2") {
    auto a = std::make_shared<App>();
    a->id = s(id);
    a->instances = instances;
    a->version = s(version);
    return a;
}

Command command(Verb verb, const char* target) {
    Command c;
    c.verb = verb;
    c.targets = {s(target)};
    return c;
}

QStringList lines(const QList<AppEffect>& effects) {
    QStringList out;
    for (const AppEffect& e : effects)
        out.append(s("%1 %2 %3>%4 %5>%6")
                       .arg(e.app)
                       .arg(int(e.kind))
                       .arg(e.versionBefore, e.versionAfter)
                       .arg(e.instancesBefore)
                       .arg(e.instancesAfter));
    return out;
}

/// A scheduler that takes what it is told to take.
class Fake final : public Scheduler {
public:
    QStringList sent;
    QString refuses;
    base::SourceStatus status_;
    void start() override {}
    void resync() override {}
    const base::SourceStatus& status() const override { return status_; }
    Capabilities capabilities() const override { return 0; }
    void watchApp(const QString&) override {}
    base::Result<net::RequestSummary> describe(const Command&) const override { return net::RequestSummary(); }
    void perform(const Command& c, QObject* context, std::function<void(base::Result<CommandResult>)> done) override {
        sent.append(c.targets.first());
        base::Result<CommandResult> result = CommandResult{s("d-") + c.targets.first(), {}, {}};
        if (c.targets.first() == refuses)
            result = tl::unexpected(base::Error{base::ErrorKind::Status, s("no"), {}, {}, 409});
        QTimer::singleShot(0, context, [=] { done(result); });
    }
    void versions(const QString&, QObject*, std::function<void(base::Result<QStringList>)>) override {}
    void versionDocument(const QString&, const QString&, QObject*,
                         std::function<void(base::Result<QByteArray>)>) override {}
    QString appOfTask(std::string_view) const override { return {}; }
    QString frameworkId() const override { return {}; }
};

} // namespace

class TestSchedulerEffects : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dipsAreThoseOfARealServer() {
        const QJsonArray list =
            QJsonDocument::fromJson(test::fixture(s("marathon/upgrades.json"))).object()[s("upgrades")].toArray();
        QVERIFY(list.size() > 50);
        for (const QJsonValue& v : list) {
            const int n = v[s("instances")].toInt();
            const Dip dip = dipOf(n, v[s("minimumHealthCapacity")].toDouble(), v[s("maximumOverCapacity")].toDouble());
            QCOMPARE(dip.peak, v[s("most_present")].toInt());
            // What was seen never fell below the floor.
            QVERIFY(v[s("fewest_running")].toInt() >= std::min(dip.floor, n));
        }
        QCOMPARE(dipOf(10, 0.1, 0), (Dip{1, 10}));
        QCOMPARE(dipOf(0, 1, 1), (Dip{0, 0}));
    }

    void groupsScaleAndDie() {
        EffectInput in;
        in.apps = {app("/shop/web", 3), app("/shop/db/pg", 1), app("/other", 5), app("/shopping", 2)};
        Command c = command(Verb::ScaleGroup, "/shop");
        c.factor = 1.5;
        QCOMPARE(lines(effectsOf(c, in)), (QStringList{s("/shop/db/pg 0 v2> 1>2"), s("/shop/web 0 v2> 3>5")}));
        c.factor = 1;
        QVERIFY(effectsOf(c, in).isEmpty());
        const auto dead = effectsOf(command(Verb::DestroyGroup, "/shop"), in);
        QCOMPARE(dead.size(), 2);
        QVERIFY(sentencesOf(dead).first().contains(s("destroyed")));
    }

    void aGroupGoesBackInTime() {
        EffectInput in;
        in.apps = {app("/g/a", 3), app("/g/b", 1, "v1"), app("/g/new", 2)};
        in.groupThen = {app("/g/a", 2, "v1"), app("/g/b", 1, "v1"), app("/g/gone", 4, "v1")};
        Command c = command(Verb::RevertGroup, "/g");
        c.version = s("v1");
        QCOMPARE(lines(effectsOf(c, in)),
                 (QStringList{s("/g/a 1 v2>v1 3>2"), s("/g/gone 3 >v1 0>4"), s("/g/new 2 v2> 2>0")}));
    }

    void fourWaysBackAlwaysInThisOrder() {
        EffectInput in;
        in.apps = {app("/g/a", 3), app("/g/b", 2)};
        in.previousVersion = [](const QString&) { return s("v1"); };
        in.groupThen = {app("/g/a", 3, "v1"), app("/g/b", 1, "v1")};
        in.groupVersion = s("g1");
        auto d = std::make_shared<Deployment>();
        d->id = s("d1");
        d->affectedApps = {s("/g/a")};
        in.deployments = {d};
        DeploymentRecord r;
        r.deployment = *d;
        r.startedMs = 1;
        const QList<WayBack> running = waysBack(r, in);
        QCOMPARE(running.size(), 4);
        QCOMPARE(running.at(0).command.verb, Verb::DeployVersion);
        QCOMPARE(running.at(1).command.verb, Verb::RevertDeployment);
        QCOMPARE(running.at(2).command.verb, Verb::StopDeployment);
        QCOMPARE(running.at(3).command.verb, Verb::RevertGroup);
        for (const WayBack& w : running)
            QVERIFY2(w.possible, qPrintable(w.whyNot));
        QCOMPARE(lines(running.at(1).effects), QStringList{s("/g/a 1 v2>v1 3>3")});
        QCOMPARE(lines(running.at(2).effects), QStringList{s("/g/a 4 v2>v2 3>3")});
        QCOMPARE(running.at(3).effects.size(), 2);
        r.endedMs = 9;
        const QList<WayBack> ended = waysBack(r, in);
        QVERIFY(ended.at(0).possible && !ended.at(1).possible && !ended.at(2).possible && ended.at(3).possible);
        QVERIFY(!ended.at(1).whyNot.isEmpty());
        // Others came after it: they are undone with it.
        const auto saysSo = [&](qint64 deployed, qint64 now) {
            r.deployment.versionMs = deployed;
            App newer = *app("/g/a", 3);
            newer.versionMs = now;
            in.apps.first() = std::make_shared<const App>(newer);
            const QList<WayBack> ways = waysBack(r, in);
            const bool first = ways.at(0).effect.contains(s("after this deployment"));
            return first == ways.at(3).effect.contains(s("after this deployment")) && first;
        };
        QVERIFY(saysSo(10, 20));
        QVERIFY(!saysSo(20, 20));
        QVERIFY(!saysSo(20, 10)); // a scale that left the definition as it was
        QVERIFY(!saysSo(0, 20));  // not known
        in.previousVersion = [](const QString&) { return s("v2"); };
        QVERIFY(waysBack(r, in).at(0).whyNot.contains(s("from before")));
        in.previousVersion = nullptr;
        QVERIFY(!waysBack(r, in).at(0).possible);
        in.apps.clear();
        QVERIFY(waysBack(r, in).at(0).whyNot.contains(s("not there any more")));
    }

    void roomIsCountedUnderConstraints() {
        App a = *app("/a", 1);
        a.cpus = 1;
        a.mem = 100;
        QList<AgentRoom> agents;
        for (int i = 0; i < 4; ++i) {
            AgentRoom room;
            room.id = QString::number(i);
            room.host = s("h%1").arg(i);
            room.cpus = 2.5;
            room.mem = 1000;
            room.attributes = {{s("rack"), i < 3 ? s("r1") : s("r2")}};
            agents.append(room);
        }
        QCOMPARE(placesFor(a, agents, {}, 100), 8);
        QCOMPARE(placesFor(a, agents, {}, 3), 3);
        a.constraints = {{s("hostname"), s("UNIQUE"), {}}};
        QCOMPARE(placesFor(a, agents, {}, 100), 4);
        Instance there;
        there.agentId = s("0");
        QCOMPARE(placesFor(a, agents, {there}, 100), 3);
        a.constraints = {{s("rack"), s("MAX_PER"), s("1")}};
        QCOMPARE(placesFor(a, agents, {}, 100), 2);
        agents[3].usable = false;
        QCOMPARE(placesFor(a, agents, {}, 100), 1);
    }

    void conflicts() {
        auto now = std::make_shared<App>(*app("/a", 3, "v3"));
        QVERIFY(!conflictOf(s("v3"), 5, now));
        QVERIFY(!conflictOf({}, 0, now));
        now->lastConfigChangeMs = 5;
        QCOMPARE(conflictOf(s("v2"), 5, now)->kind, Conflict::Kind::Scaled);
        now->lastConfigChangeMs = 7;
        const auto changed = conflictOf(s("v2"), 5, now);
        QCOMPARE(changed->kind, Conflict::Kind::Changed);
        QVERIFY(sentenceOf(*changed, s("/a")).contains(s("v3")));
        QCOMPARE(conflictOf(s("v2"), 5, nullptr)->kind, Conflict::Kind::Gone);
    }

    void plansStopAtTheFirstFailure() {
        Fake fake;
        fake.refuses = s("/c");
        QList<Command> plan;
        for (const char* id : {"/a", "/b", "/c", "/d"})
            plan.append(command(Verb::Restart, id));
        std::optional<PlanOutcome> outcome;
        QList<int> steps;
        runPlan(
            fake, plan, this, [&](int i) { steps.append(i); }, [&](const PlanOutcome& o) { outcome = o; });
        QTRY_VERIFY(outcome);
        QCOMPARE(fake.sent, (QStringList{s("/a"), s("/b"), s("/c")}));
        QCOMPARE(outcome->done, 2);
        QCOMPARE(outcome->failure->httpStatus, 409);
        QCOMPARE(outcome->deployments, (QStringList{s("d-/a"), s("d-/b")}));
        QCOMPARE(steps, (QList<int>{0, 1, 2}));
        outcome.reset();
        runPlan(fake, {}, this, {}, [&](const PlanOutcome& o) { outcome = o; });
        QVERIFY(outcome && !outcome->failure);
    }

    void aWaterfallOfTheRecordedStream() {
        DeploymentTracker tracker(10'000);
        ma::EventPicture picture;
        net::SseParser parser;
        qint64 now = 0;
        parser.onEvent = [&](const net::SseEvent& raw) {
            const auto e = ma::decodeEvent(raw.type, raw.data);
            now = e->timestampMs;
            if (e->kind == ma::EventKind::DeploymentSuccess || e->kind == ma::EventKind::DeploymentFailed)
                tracker.deploymentEnded(e->deploymentId, e->kind == ma::EventKind::DeploymentSuccess, e->message, now);
            picture.apply(*e, now);
            QList<DeploymentPtr> running;
            for (const Deployment& d : picture.deployments())
                running.append(std::make_shared<Deployment>(d));
            tracker.deploymentsChanged(running, now);
            if (const auto moment = ma::momentOf(*e, now))
                tracker.instanceMoved(*moment);
        };
        const QByteArray raw = test::fixture(s("marathon/events.raw"));
        QVERIFY(parser.feed(std::string_view(raw.constData(), std::size_t(raw.size())).substr(302)));
        int succeeded = 0;
        int launched = 0;
        for (const DeploymentRecord& r : tracker.records(now)) {
            succeeded += r.succeeded ? 1 : 0;
            QVERIFY(!r.steps.isEmpty());
            QVERIFY(r.endedMs == 0 || r.endedMs >= r.startedMs);
            for (const InstanceTimeline& t : r.instances) {
                QVERIFY(t.runningMs == 0 || t.launchedMs == 0 || t.runningMs >= t.launchedMs);
                launched += t.isNew && t.runningMs > 0 ? 1 : 0;
            }
        }
        QVERIFY2(succeeded > 60, qPrintable(QString::number(succeeded)));
        QVERIFY2(launched > 100, qPrintable(QString::number(launched)));
    }

    void stuckOnesComeFirstWithTheirAge() {
        DeploymentTracker tracker;
        auto a = std::make_shared<Deployment>();
        a->id = s("a");
        a->affectedApps = {s("/a")};
        a->currentStep = 1;
        a->firstSeenMs = a->lastProgressMs = 1000;
        auto b = std::make_shared<Deployment>(*a);
        b->id = s("b");
        b->affectedApps = {s("/b")};
        tracker.deploymentsChanged({a, b}, 1000);
        tracker.instanceMoved(
            {s("/b"), s("i"), s("i._app.1"), s("h"), s("ag"), s("v"), s("TASK_RUNNING"), {}, 700'000});
        const auto list = tracker.records(841'000);
        QCOMPARE(list.first().deployment.id, s("a"));
        QVERIFY(DeploymentTracker::isStuck(list.first(), 841'000));
        QCOMPARE(stallSentence(list.first(), 841'000, s("asks 24 GiB")),
                 s("No progress for 14 minute(s): asks 24 GiB"));
        tracker.deploymentEnded(s("b"), true, {}, 710'000);
        tracker.deploymentEnded(s("never"), false, s("locked"), 710'000);
        QVERIFY(!tracker.find(s("never")));
        tracker.deploymentsChanged({a}, 850'000);
        QVERIFY(tracker.find(s("b"))->succeeded);
        tracker.deploymentsChanged({}, 860'000);
        QCOMPARE(tracker.find(s("a"))->endedMs, 860'000);
        QVERIFY(!tracker.find(s("a"))->reason.isEmpty());
    }

    void definitionsBeforeAndAfterAreKept() {
        DeploymentTracker tracker;
        tracker.appKnown(app("/a", 3, "v1"));
        auto d = std::make_shared<Deployment>();
        d->id = s("d");
        d->version = s("v2");
        d->affectedApps = {s("/a")};
        tracker.deploymentsChanged({d}, 1000);
        QCOMPARE(tracker.find(s("d"))->before.value(s("/a"))->version, s("v1"));
        QVERIFY(!tracker.find(s("d"))->after.contains(s("/a")));
        tracker.appKnown(app("/a", 5, "v2"));
        QCOMPARE(tracker.find(s("d"))->before.value(s("/a"))->version, s("v1"));
        QCOMPARE(tracker.find(s("d"))->after.value(s("/a"))->instances, 5);
    }

    void publishedRecordsAreSharedUntilTheyChange() {
        DeploymentTracker tracker;
        auto a = std::make_shared<Deployment>();
        a->id = s("a");
        a->version = s("v2");
        a->affectedApps = {s("/a")};
        auto b = std::make_shared<Deployment>(*a);
        b->id = s("b");
        b->affectedApps = {s("/b")};
        tracker.deploymentsChanged({a, b}, 1000);
        QCOMPARE(tracker.fresh().size(), 2);
        const auto first = tracker.published(1000);
        QVERIFY(!tracker.dirty());
        tracker.deploymentsChanged({a, b}, 1100);
        QVERIFY(!tracker.dirty());
        tracker.instanceMoved({s("/b"), s("i"), {}, s("h"), {}, s("v2"), s("Provisioned"), {}, 1200});
        QVERIFY(tracker.dirty());
        const auto second = tracker.published(1200);
        const auto of = [](const QList<DeploymentRecordPtr>& list, const char* id) {
            return *std::find_if(list.begin(), list.end(), [&](const auto& r) { return r->deployment.id == s(id); });
        };
        QCOMPARE(of(first, "a").get(), of(second, "a").get());
        QVERIFY(of(first, "b") != of(second, "b"));
        QVERIFY(of(first, "b")->instances.isEmpty());
        QVERIFY(of(second, "b")->instances.first().isNew);
    }

    /// The master tells of instances first, without their versions; the scheduler's events put that right.
    void whatIsNewIsTheSchedulersWord() {
        DeploymentTracker tracker;
        auto d = std::make_shared<Deployment>();
        d->id = s("d");
        d->version = s("v2");
        d->affectedApps = {s("/a")};
        tracker.deploymentsChanged({d}, 1000);
        Instance seen;
        seen.taskId = s("a.instance-1._app.1");
        tracker.instancesKnown(s("/a"), {seen});
        QVERIFY(!tracker.find(s("d"))->instances.first().isNew);
        tracker.instanceMoved({s("/a"), s("a.instance-1"), {}, s("h"), {}, s("v2"), s("TASK_RUNNING"), {}, 1500});
        QCOMPARE(tracker.find(s("d"))->instances.size(), 1);
        QVERIFY(tracker.find(s("d"))->instances.first().isNew);
    }

    void whatBlocksAndSinceWhen() {
        DeploymentRecord record;
        record.startedMs = 1000;
        record.deployment.affectedApps = {s("/a")};
        auto checked = std::make_shared<App>(*app("/a", 2));
        checked->hasHealthChecks = true;
        record.after.insert(s("/a"), checked);
        InstanceTimeline t;
        t.appId = s("/a");
        t.isNew = true;
        t.launchedMs = 2000;
        record.instances = {t};
        QCOMPARE(blockadeOf(record, {}), (Blockade{Blockade::What::Staging, 1, 2000}));
        record.instances[0].runningMs = 3000;
        QCOMPARE(blockadeOf(record, {}), (Blockade{Blockade::What::Health, 1, 3000}));
        auto entry = std::make_shared<QueueEntry>();
        entry->appId = s("/a");
        entry->count = 4;
        entry->sinceMs = 1500;
        QCOMPARE(blockadeOf(record, {entry}), (Blockade{Blockade::What::Offers, 4, 1500}));
        record.instances[0].healthyMs = 4000;
        QCOMPARE(blockadeOf(record, {}), Blockade());
        InstanceTimeline old;
        old.appId = s("/a");
        old.killingMs = 4500;
        record.instances.append(old);
        QCOMPARE(blockadeOf(record, {}), (Blockade{Blockade::What::Kill, 1, 4500}));
        QVERIFY(!sentenceOf(blockadeOf(record, {})).isEmpty());
    }

    void olderVersionsAreFoundByTime() {
        const QStringList versions{s("2026-11-23T10:00:00.000Z"), s("2026-11-23T09:59:59.999Z"),
                                   s("2026-11-22T23:00:00.000Z")};
        QCOMPARE(newestBefore(versions, s("2026-11-23T10:00:00.000Z")), s("2026-11-23T09:59:59.999Z"));
        QCOMPARE(newestBefore(versions, s("2026-11-22T00:00:00.000Z")), QString());
        QCOMPARE(commonGroup({s("/shop/web/a"), s("/shop/db")}), s("/shop"));
        QCOMPARE(commonGroup({s("/shop/web"), s("/other/db")}), s("/"));
    }

    void aGroupGoesToANumber() {
        EffectInput in;
        in.apps = {app("/shop/web", 3), app("/shop/api", 2)};
        Command c = command(Verb::ScaleGroup, "/shop");
        c.everyApp = true;
        c.instances = 2;
        QCOMPARE(lines(effectsOf(c, in)), QStringList{s("/shop/web 0 v2> 3>2")});
    }

    void anOldDefinitionBringsItsOwnNumberOfInstances() {
        EffectInput in;
        in.apps = {app("/a", 3)};
        in.definition = [](const QString&, const QString& version) {
            auto then = std::make_shared<App>(*app("/a", 7));
            then->version = version;
            then->image = s("img:1");
            return then;
        };
        Command c = command(Verb::DeployVersion, "/a");
        c.version = s("v1");
        const auto effects = effectsOf(c, in);
        QCOMPARE(lines(effects), QStringList{s("/a 1 v2>v1 3>7")});
        QCOMPARE(effects.first().imageAfter, s("img:1"));
    }

    void oldInstancesAreThereFromTheBeginning() {
        DeploymentTracker tracker;
        Instance old;
        old.taskId = s("a.instance-1._app.1");
        old.host = s("h1");
        old.version = s("v1");
        old.startedMs = 5;
        tracker.instancesKnown(s("/a"), {old});
        auto d = std::make_shared<Deployment>();
        d->id = s("d");
        d->version = s("v2");
        d->affectedApps = {s("/a")};
        tracker.deploymentsChanged({d}, 1000);
        QCOMPARE(tracker.find(s("d"))->instances.size(), 1);
        QVERIFY(!tracker.find(s("d"))->instances.first().isNew);
        tracker.instanceMoved({s("/a"), s("a.instance-1"), {}, s("h1"), {}, s("v1"), s("TASK_KILLED"), {}, 2000});
        QCOMPARE(tracker.find(s("d"))->instances.first().endedMs, 2000);
    }
};

MESOSCOPE_TEST_MAIN(TestSchedulerEffects)
#include "tst_scheduler_effects.moc"
