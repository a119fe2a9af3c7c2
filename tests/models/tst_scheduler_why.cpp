// "Why is it waiting?" on recorded launch queues of a real Marathon and on small clusters written down here.
#include "models/base/json_members.h"
#include "models/scheduler/marathon/decode.h"
#include "models/scheduler/why.h"
#include "tests/support/harness.h"
#include "tests/support/recorded.h"

#include <QTest>

using namespace mesoscope;
using namespace mesoscope::scheduler;
namespace ma = mesoscope::scheduler::marathon;
namespace json = mesoscope::base::json;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

AgentRoom agent(const char* id, double cpus, double mem, const char* rack = "r1") {
    AgentRoom a;
    a.id = s(id);
    a.host = s(id) + s(".example.com");
    a.cpus = cpus;
    a.mem = mem;
    a.disk = 100'000;
    a.ports = 1000;
    a.attributes = {{s("rack"), s(rack)}};
    return a;
}

std::shared_ptr<App> app(double cpus = 1, double mem = 1024) {
    auto a = std::make_shared<App>();
    a->id = s("/data/kafka");
    a->instances = 3;
    a->cpus = cpus;
    a->mem = mem;
    return a;
}

std::shared_ptr<QueueEntry> entry(const char* refusedBy, qint64 refused = 10) {
    auto e = std::make_shared<QueueEntry>();
    e->appId = s("/data/kafka");
    e->count = 1;
    e->role = s("data");
    e->sinceMs = 1000;
    e->processedOffers = refused;
    qint64 left = refused;
    for (const char* reason : {"UnfulfilledRole", "UnfulfilledConstraint", "NoCorrespondingReservationFound",
                               "AgentMaintenance", "InsufficientCpus", "InsufficientMemory", "InsufficientDisk",
                               "InsufficientGpus", "InsufficientPorts", "DeclinedScarceResources"}) {
        const qint64 declined = s(reason) == s(refusedBy) ? left : 0;
        e->launchAttempt.append({s(reason), declined, left});
        left -= declined;
    }
    e->lastOffers = e->launchAttempt;
    return e;
}

bool has(const Why& why, Evidence::Sign sign, const char* part) {
    return std::any_of(why.evidence.begin(), why.evidence.end(),
                       [&](const Evidence& e) { return e.sign == sign && (e.label + e.text).contains(s(part)); });
}

} // namespace

class TestSchedulerWhy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void recordedReasons() {
        const QHash<QString, WaitCause> expected = {
            {s("/wait/cpus"), WaitCause::Cpus},       {s("/wait/mem"), WaitCause::Memory},
            {s("/wait/disk"), WaitCause::Disk},       {s("/wait/gpus"), WaitCause::Gpus},
            {s("/wait/ports"), WaitCause::Ports},     {s("/wait/constraint"), WaitCause::Constraint},
            {s("/wait/role"), WaitCause::Role},       {s("/wait/maxper"), WaitCause::Constraint},
            {s("/wait/zone"), WaitCause::Constraint}, {s("/wait/region"), WaitCause::Constraint},
        };
        const QByteArray body =
            test::recordedAnswer(test::recordedAnswers(s("marathon/answers.txt")), s("queue.GET.reasons")).body;
        const auto queue = ma::decodeQueue(body);
        int compared = 0;
        qsizetype i = 0;
        for (const QByteArrayView item : json::elements(*json::member(body, "queue"))) {
            const QByteArray definition = json::member(item, "app")->toByteArray();
            WhyInput in;
            in.app = ma::decodeApps("[" + definition + "]")->first();
            in.entry = std::make_shared<QueueEntry>(queue->at(i++));
            in.nowMs = in.entry->sinceMs + 10'000;
            const Why why = whyWaiting(in);
            QVERIFY(why.sentence.contains(in.app->id));
            QCOMPARE(why.funnel.size(), 10);
            QVERIFY(why.offersSeen > 0);
            if (!expected.contains(in.app->id))
                continue;
            QCOMPARE(why.cause, expected.value(in.app->id));
            ++compared;
        }
        QCOMPARE(compared, 10);
    }

    void maintenanceHidesBehindConstraints() {
        const QByteArray body =
            test::recordedAnswer(test::recordedAnswers(s("marathon/answers.txt")), s("queue.GET.maintenance")).body;
        WhyInput in;
        auto a = app();
        a->constraints = {{s("hostname"), s("LIKE"), s("agent-05.*")}};
        in.app = a;
        in.entry = std::make_shared<QueueEntry>(ma::decodeQueue(body)->first());
        const auto offers = ma::decodeUnusedOffers(body);
        for (const UnusedOffer& o : offers->begin().value()) {
            if (o.host.startsWith(s("agent-05")))
                in.offers.append(o);
        }
        QCOMPARE(whyWaiting(in).cause, WaitCause::Maintenance);
        in.offers.clear();
        QCOMPARE(whyWaiting(in).cause, WaitCause::Constraint);
    }

    void theClosestAgentIsNamedWithWhatItMisses() {
        const QList<AgentRoom> agents = {agent("a", 8, 1024), agent("b", 0.5, 9000), agent("c", 2, 24'576 - 1229)};
        WhyInput in;
        in.app = app(1, 24'576);
        in.entry = entry("InsufficientMemory");
        in.agents = agents;
        const Why why = whyWaiting(in);
        QCOMPARE(why.cause, WaitCause::Memory);
        QCOMPARE(why.closestAgentId, s("c"));
        QVERIFY2(why.sentence.contains(s("24.0 GiB")) && why.sentence.contains(s("1.2 GiB")), qPrintable(why.sentence));
        QCOMPARE(why.agentsWithRoom, 0);
        QVERIFY(has(why, Evidence::Sign::For, "0 of 3"));
        QCOMPARE(why.help.first().price, Help::Price::Free);
    }

    void aQuotaThatIsReachedExplainsOffersThatDoNotCome() {
        WhyInput in;
        in.app = app(4, 1024);
        auto e = std::make_shared<QueueEntry>();
        e->count = 2;
        e->role = s("eng/web");
        in.entry = e;
        const auto quota = [](const char* role, double cpus, double usedCpus) {
            RoleQuota q;
            q.role = QString::fromLatin1(role);
            q.limit.cpus = cpus;
            q.used.cpus = usedCpus;
            q.used.mem = 1e9; // of memory there is no limit
            return q;
        };
        in.quotas = {quota("eng/web", 100, 20), quota("eng", 64, 62)};
        const Why why = whyWaiting(in);
        QCOMPARE(why.cause, WaitCause::Quota);
        for (const char* part : {"“eng”", "62 cpu", "64 cpu", "4 cpu"})
            QVERIFY2(why.sentence.contains(QString::fromUtf8(part)), qPrintable(why.sentence));
        QVERIFY(has(why, Evidence::Sign::For, "“eng” has 62 cpu"));

        in.quotas = {quota("eng", 66, 62)};
        const Why room = whyWaiting(in);
        QCOMPARE(room.cause, WaitCause::NoOffers);
        QVERIFY(has(room, Evidence::Sign::Against, "room for one more"));

        in.entry = entry("InsufficientMemory");
        in.quotas = {quota("eng", 64, 62)};
        QCOMPARE(whyWaiting(in).cause, WaitCause::Memory); // offers do come: the quota is not what stops it now
    }

    void drainingAgentsDoNotCount() {
        QList<AgentRoom> agents = {agent("a", 8, 99'999), agent("b", 0.1, 10)};
        agents[0].usable = false;
        WhyInput in;
        in.app = app();
        in.entry = entry("InsufficientCpus");
        in.agents = agents;
        const Why why = whyWaiting(in);
        QCOMPARE(why.closestAgentId, s("b"));
        QVERIFY(has(why, Evidence::Sign::For, "no new tasks"));
    }

    void roomAfterAllIsSaid() {
        const QList<AgentRoom> agents = {agent("a", 8, 99'999)};
        WhyInput in;
        in.app = app();
        in.entry = entry("InsufficientCpus");
        in.agents = agents;
        const Why why = whyWaiting(in);
        QVERIFY(why.sentence.contains(s("has room now")));
        QVERIFY(has(why, Evidence::Sign::Against, "1 of 1"));
    }

    void aConstraintThatNobodyMeets() {
        const QList<AgentRoom> agents = {agent("a", 8, 9999, "r1"), agent("b", 8, 9999, "r2")};
        auto a = app();
        a->constraints = {{s("hostname"), s("UNIQUE"), {}}, {s("rack"), s("IS"), s("r9")}};
        WhyInput in;
        in.app = a;
        in.entry = entry("UnfulfilledConstraint");
        in.agents = agents;
        const Why why = whyWaiting(in);
        QVERIFY2(why.sentence.contains(s("no agent meets rack IS r9")), qPrintable(why.sentence));
        QVERIFY(has(why, Evidence::Sign::Against, "hostname UNIQUE: met by 2 of 2"));
        QVERIFY(has(why, Evidence::Sign::For, "met by 0 of 2"));
    }

    void countersAreDifferenced() {
        WhyInput in;
        in.app = app();
        const auto earlier = entry("InsufficientMemory", 100);
        auto now = entry("InsufficientMemory", 100);
        now->launchAttempt[4].declined = 30; // thirty more offers, all refused for cpu
        for (int i = 0; i <= 4; ++i)
            now->launchAttempt[i].processed += 30;
        now->processedOffers = 130;
        in.entry = now;
        in.before = *earlier;
        in.beforeMs = 10'000;
        in.nowMs = 310'000;
        const Why why = whyWaiting(in);
        QCOMPARE(why.offersSeen, 30);
        QCOMPARE(why.offersOverMs, 300'000);
        QCOMPARE(why.cause, WaitCause::Cpus);
        QCOMPARE(why.funnel.at(4).refused, 30);
        QCOMPARE(why.funnel.at(5).refused, 0);
        in.before->sinceMs = 1; // another attempt: nothing to compare with
        QCOMPARE(whyWaiting(in).offersSeen, 130);
    }

    void backOffSaysUntilWhenAndCanBeReset() {
        auto a = app();
        TaskFailure failure;
        failure.state = s("TASK_FAILED");
        failure.host = s("h1");
        failure.message = s("Command exited with status 1");
        a->lastFailure = failure;
        auto e = entry("");
        e->overdue = false;
        e->timeLeftSeconds = 40;
        WhyInput in;
        in.app = a;
        in.entry = e;
        in.nowMs = 1'000'000;
        const Why why = whyWaiting(in);
        QCOMPARE(why.cause, WaitCause::BackOff);
        QCOMPARE(why.waitsUntilMs, 1'040'000);
        QVERIFY(why.sentence.contains(s("at most")));
        QVERIFY(has(why, Evidence::Sign::For, "exited with status 1"));
        QVERIFY(std::any_of(why.help.begin(), why.help.end(),
                            [](const Help& h) { return h.command && h.command->verb == Command::Verb::ResetDelay; }));
    }

    void aStoppedQueueIsToldFromALackOfOffers() {
        auto e = entry("", 0);
        WhyInput in;
        in.app = app();
        in.entry = e;
        in.nowMs = 600'000;
        QCOMPARE(whyWaiting(in).cause, WaitCause::NoOffers);
        const QList<AgentRoom> agents = {agent("a", 8, 9999)};
        in.agents = agents;
        QCOMPARE(whyWaiting(in).cause, WaitCause::QueueStopped);
        in.nowMs = 5'000; // too early to say
        QCOMPARE(whyWaiting(in).cause, WaitCause::NoOffers);
    }

    void withoutAQueueEntry() {
        auto a = app();
        WhyInput in;
        in.app = a;
        a->tasksRunning = 3;
        QCOMPARE(whyWaiting(in).cause, WaitCause::Nothing);
        a->tasksRunning = 2;
        QCOMPARE(whyWaiting(in).cause, WaitCause::Unknown);
        a->tasksStaged = 1;
        QCOMPARE(whyWaiting(in).cause, WaitCause::Starting);
        a->tasksStaged = 0;
        a->hasHealthChecks = true;
        a->tasksHealthy = 1;
        QCOMPARE(whyWaiting(in).cause, WaitCause::Health);
        Instance lost;
        lost.taskId = s("t");
        lost.host = s("bj-b2");
        lost.state = s("TASK_UNREACHABLE");
        in.instances = {lost};
        const Why why = whyWaiting(in);
        QCOMPARE(why.cause, WaitCause::Unreachable);
        QVERIFY(why.sentence.contains(s("bj-b2")));
        QCOMPARE(why.help.last().price, Help::Price::Destroys); // what destroys stands last
    }

    void deploymentsAndReadiness() {
        WhyInput in;
        auto a = app();
        a->tasksRunning = 1;
        in.app = a;
        auto d = std::make_shared<Deployment>();
        d->id = s("d1");
        d->affectedApps = {s("/db"), a->id};
        d->currentActions = {{s("ScaleApplication"), s("/db")}};
        d->currentStep = 1;
        d->totalSteps = 2;
        in.deployments = {d};
        QVERIFY(whyWaiting(in).sentence.contains(s("/db")));
        QCOMPARE(whyWaiting(in).cause, WaitCause::OtherDeployment);
        auto ready = std::make_shared<Deployment>(*d);
        ready->readiness = {{s("rc"), s("t1"), false, 503}};
        in.deployments = {ready};
        const Why why = whyWaiting(in);
        QCOMPARE(why.cause, WaitCause::Readiness);
        QVERIFY(why.sentence.contains(s("503")));
    }

    void constraintOperators_data() {
        QTest::addColumn<QString>("op");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("empty"); // nothing placed yet
        QTest::addColumn<bool>("taken"); // two of four on r1
        QTest::newRow("unique") << s("UNIQUE") << QString() << true << false;
        QTest::newRow("max 3") << s("MAX_PER") << s("3") << true << true;
        QTest::newRow("max 2") << s("MAX_PER") << s("2") << true << false;
        QTest::newRow("cluster value") << s("CLUSTER") << s("r1") << true << true;
        QTest::newRow("cluster other") << s("CLUSTER") << s("r2") << false << false;
        QTest::newRow("cluster") << s("CLUSTER") << QString() << true << true;
        QTest::newRow("like") << s("LIKE") << s("r[12]") << true << true;
        QTest::newRow("like part") << s("LIKE") << s("r") << false << false;
        QTest::newRow("unlike") << s("UNLIKE") << s("r1") << false << false;
        QTest::newRow("is") << s("IS") << s("r1") << true << true;
        QTest::newRow("group by 2") << s("GROUP_BY") << s("2") << true << false;
        QTest::newRow("group by 1") << s("GROUP_BY") << s("1") << true << true;
    }
    void constraintOperators() {
        QFETCH(const QString, op);
        QFETCH(const QString, value);
        const AgentRoom a = agent("a", 1, 1, "r1");
        const Constraint c{s("rack"), op, value};
        QTEST(meets(c, a, {}, 4), "empty");
        QTEST(meets(c, a, {{s("r1"), 2}}, 4), "taken");
        const Constraint missing{s("zone"), op, value};
        QCOMPARE(meets(missing, a, {}, 4), op == s("UNLIKE"));
    }

    void unknownAppsAreHarmless() { QVERIFY(whyWaiting({}).sentence.isEmpty()); }
};

MESOSCOPE_TEST_MAIN(TestSchedulerWhy)
#include "tst_scheduler_why.moc"
