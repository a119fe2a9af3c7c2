// The Marathon link against a scripted server that answers like the recorded one: first picture, events, polite
// reading, commands, lost answers, leader changes, silence.
#include "models/net/http_client.h"
#include "models/scheduler/effects.h"
#include "models/scheduler/marathon/agenda.h"
#include "models/scheduler/marathon/marathon.h"
#include "tests/support/byte_server.h"
#include "tests/support/harness.h"
#include "tests/support/recorded.h"

#include <QSignalSpy>
#include <QTest>

using namespace mesoscope;
using namespace mesoscope::scheduler;
namespace ma = mesoscope::scheduler::marathon;
using base::SourceState;
using test::ByteServer;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

const QByteArray sseHead =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream;charset=utf-8\r\nConnection: close\r\n\r\n";

QByteArray sse(const char* type, const QByteArray& data) {
    return QByteArray("event: ") + type + "\r\ndata: " + data + "\r\n\r\n";
}

QByteArray appJson(const char* id, int instances, int running, const QByteArray& extra = {}) {
    return QByteArray("{\"id\":\"") + id + "\",\"cmd\":\"sleep 1\",\"instances\":" + QByteArray::number(instances) +
           ",\"version\":\"2026-11-23T18:16:35.544Z\",\"tasksRunning\":" + QByteArray::number(running) + extra + "}";
}

/// A Marathon made of canned answers that a test changes as it goes.
struct Fake {
    QHash<QByteArray, QByteArray> bodies; ///< by path without query
    QHash<QByteArray, int> statuses;
    QByteArray stream = sseHead;
    bool streamRefused = false;
    bool dropChanges = false;
    bool mute = false;
    ByteServer server{[this](const ByteServer::Seen& seen) { return answer(seen); }};

    Fake() {
        const auto all = test::recordedAnswers(s("marathon/answers.txt"));
        bodies["/v2/info"] = test::recordedAnswer(all, s("empty.GET.info")).body;
        bodies["/v2/apps"] = "{\"apps\":[" + appJson("/a", 1, 1) + "," + appJson("/b", 2, 2) + "]}";
        bodies["/v2/groups"] = "{\"id\":\"/\",\"groups\":[],\"dependencies\":[],\"version\":\"v\"}";
        bodies["/v2/deployments"] = "[]";
        bodies["/v2/queue"] = "{\"queue\":[]}";
        bodies["/v2/pods/::status"] = "[]";
        bodies["/v2/apps/a"] = "{\"app\":" + appJson("/a", 1, 1) + "}";
        bodies["/v2/apps/b"] = "{\"app\":" + appJson("/b", 2, 2) + "}";
    }
    ByteServer::Answer answer(const ByteServer::Seen& seen) {
        ByteServer::Answer a;
        const QByteArray path =
            seen.target.left(seen.target.indexOf('?') < 0 ? seen.target.size() : seen.target.indexOf('?'));
        if (mute) {
            a.silent = true;
            return a;
        }
        if (path == "/v2/events") {
            if (streamRefused || seen.headers.value("accept") != "text/event-stream") {
                a.bytes = ByteServer::http(405, "<html><title>Error 405</title></html>", "text/html");
                return a;
            }
            a.bytes = stream;
            a.close = false;
            return a;
        }
        if (seen.method != "GET" && dropChanges)
            return a; // closes without a byte
        if (bodies.contains(path))
            a.bytes = ByteServer::http(statuses.value(path, 200), bodies.value(path));
        else
            a.bytes = ByteServer::http(404, "{\"message\":\"App '/x' does not exist\",\"details\":[]}");
        return a;
    }
    int reads(const char* path) const {
        int n = 0;
        for (const ByteServer::Seen& seen : server.seen())
            n += seen.method == "GET" && seen.target == path ? 1 : 0;
        return n;
    }
    int changes() const {
        int n = 0;
        for (const ByteServer::Seen& seen : server.seen())
            n += seen.method != "GET" ? 1 : 0;
        return n;
    }
};

/// The link under test with what it said.
struct Bench {
    base::SystemClock clock;
    Fake fake;
    net::HttpClient http{clock};
    std::unique_ptr<Scheduler> link;
    QHash<QString, AppPtr> apps;
    QList<DeploymentPtr> deployments;
    QList<QueueEntryPtr> queue;
    QHash<QString, QList<Instance>> instances;
    QStringList ended;
    QStringList healthy;
    int complete = 0;
    int changed = 0;

    static MarathonPace quick() {
        MarathonPace p;
        p.tick = 5;
        p.perApp = 40;
        p.betweenApps = 5;
        p.queue = 100'000;
        p.deployments = 100'000;
        p.watched = 100'000;
        p.firstRetry = 20;
        p.lastRetry = 50;
        return p;
    }
    explicit Bench(const MarathonPace& pace = quick(), QList<QUrl> urls = {}) {
        net::Endpoint endpoint;
        endpoint.urls = urls.isEmpty() ? QList<QUrl>{fake.server.url()} : urls;
        link = makeMarathon(http, clock, endpoint, nullptr, pace);
        QObject::connect(link.get(), &Scheduler::appsChanged, link.get(),
                         [this](const QList<AppPtr>& list, const QStringList& removed, bool all) {
                             if (all) {
                                 apps.clear();
                                 ++complete;
                             }
                             for (const AppPtr& a : list)
                                 apps.insert(a->id, a);
                             for (const QString& id : removed)
                                 apps.remove(id);
                             ++changed;
                         });
        QObject::connect(link.get(), &Scheduler::deploymentsChanged, link.get(),
                         [this](const QList<DeploymentPtr>& d) { deployments = d; });
        QObject::connect(link.get(), &Scheduler::queueChanged, link.get(),
                         [this](const QList<QueueEntryPtr>& q) { queue = q; });
        QObject::connect(link.get(), &Scheduler::instancesChanged, link.get(),
                         [this](const QString& app, const QList<Instance>& list) { instances.insert(app, list); });
        QObject::connect(link.get(), &Scheduler::deploymentEnded, link.get(),
                         [this](const QString& id, bool ok, const QString& why) {
                             ended.append(id + (ok ? s(" ok") : s(" failed: ") + why));
                         });
        QObject::connect(link.get(), &Scheduler::instanceHealthChanged, link.get(),
                         [this](const QString& id, bool ok) { healthy.append(id + (ok ? s(" +") : s(" -"))); });
    }
    bool live() {
        link->start();
        return QTest::qWaitFor([this] { return link->status().state == SourceState::Live; }, 5000);
    }
    base::Result<CommandResult> perform(const Command& c) {
        std::optional<base::Result<CommandResult>> result;
        link->perform(c, link.get(), [&](const base::Result<CommandResult>& r) { result = r; });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 5000))
            return tl::unexpected(base::Error());
        return *result;
    }
};

Command scale(const char* app, int n) {
    Command c;
    c.verb = Command::Verb::Scale;
    c.targets = {s(app)};
    c.instances = n;
    return c;
}

} // namespace

class TestMarathonScheduler : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void firstPicture() {
        Bench b;
        QVERIFY(b.live());
        QCOMPARE(b.apps.size(), 2);
        QCOMPARE(b.complete, 1);
        QCOMPARE(b.link->status().version, s("1.11.0-SNAPSHOT"));
        QVERIFY(b.link->status().lastNewsMs > 0);
        QCOMPARE(b.link->frameworkId(), s("5d2b6c1e-0a1f-4c69-9c0e-2f6f0f6f7a10-0000"));
        QVERIFY(has(b.link->capabilities(), Capability::Pods));
        QVERIFY(!has(b.link->capabilities(), Capability::Canary));
        QCOMPARE(b.fake.reads("/v2/events?plan-format=light"), 1);
        QCOMPARE(b.fake.server.seen().at(1).headers.value("accept"), QByteArray("text/event-stream"));
    }

    void anEventReadsTheAppItNames() {
        Bench b;
        QVERIFY(b.live());
        QTRY_COMPARE(b.fake.reads("/v2/queue"), 1);
        b.fake.bodies["/v2/apps/a"] = "{\"app\":" + appJson("/a", 3, 2) + "}";
        b.fake.server.push(
            sse("status_update_event", "{\"appId\":\"/a\",\"taskId\":\"a.1\",\"taskStatus\":\"TASK_RUNNING\"}"));
        QTRY_COMPARE(b.apps.value(s("/a"))->instances, 3);
        QCOMPARE(b.fake.reads("/v2/apps/a"), 1);
        QCOMPARE(b.fake.reads("/v2/apps"), 1);
        QCOMPARE(b.fake.reads("/v2/apps/b"), 0);
    }

    void manyEventsOfOneAppAreOneRead() {
        MarathonPace pace = Bench::quick();
        pace.perApp = 100'000;
        Bench b(pace);
        QVERIFY(b.live());
        QByteArray burst;
        for (int i = 0; i < 500; ++i)
            burst += sse("instance_changed_event",
                         "{\"runSpecId\":\"/a\",\"instanceId\":\"a.i\",\"condition\":\"Running\"}");
        b.fake.server.push(burst);
        QTRY_COMPARE(b.fake.reads("/v2/apps/a"), 1);
        b.fake.server.push(burst);
        QTest::qWait(60);
        QCOMPARE(b.fake.reads("/v2/apps/a"), 1);
    }

    void veryManyAppsAreOneList() {
        Bench b;
        QVERIFY(b.live());
        QByteArray burst;
        for (int i = 0; i < 200; ++i)
            burst += sse("instance_changed_event",
                         "{\"runSpecId\":\"/x" + QByteArray::number(i) + "\",\"condition\":\"Running\"}");
        b.fake.server.push(burst);
        QTRY_COMPARE(b.fake.reads("/v2/apps"), 2);
        QVERIFY(b.fake.server.count("/v2/apps/x") < 40);
    }

    void aDestroyedAppDisappears() {
        Bench b;
        QVERIFY(b.live());
        b.fake.bodies.remove("/v2/apps/b");
        b.fake.server.push(sse("app_terminated_event", "{\"appId\":\"/b\"}"));
        QTRY_VERIFY(!b.apps.contains(s("/b")));
        QVERIFY(b.apps.contains(s("/a")));
    }

    void deploymentsComeFromEventsAtOnce() {
        Bench b;
        QVERIFY(b.live());
        const QByteArray plan =
            "\"plan\":{\"id\":\"d1\",\"version\":\"2026-11-23T18:16:35.544Z\",\"steps\":[{\"actions\":[{\"action\":"
            "\"ScaleApplication\",\"app\":\"/a\"}]}]}";
        const QByteArray step = "\"currentStep\":{\"actions\":[{\"action\":\"ScaleApplication\",\"app\":\"/a\"}]}";
        b.fake.bodies["/v2/deployments"] =
            "[{\"id\":\"d1\",\"version\":\"v\",\"affectedApps\":[\"/a\"],\"steps\":[{\"actions\":[{\"action\":"
            "\"ScaleApplication\",\"app\":\"/a\"}]}],\"currentActions\":[],\"currentStep\":1,\"totalSteps\":1}]";
        b.fake.server.push(sse("deployment_info", "{" + plan + "," + step + "}"));
        QTRY_COMPARE(b.deployments.size(), 1);
        QCOMPARE(b.deployments.first()->currentStep, 1);
        b.fake.bodies["/v2/deployments"] = "[]";
        b.fake.server.push(sse("deployment_success", "{\"id\":\"d1\"," + plan + "}"));
        QTRY_COMPARE(b.deployments.size(), 0);
        QCOMPARE(b.ended, QStringList{s("d1 ok")});
        b.fake.server.push(sse("deployment_failed", "{\"id\":\"d2\"," + plan + ",\"reason\":\"cancelled\"}"));
        QTRY_COMPARE(b.ended.size(), 2);
        QCOMPARE(b.ended.last(), s("d2 failed: cancelled"));
    }

    void healthComesFromEvents() {
        Bench b;
        QVERIFY(b.live());
        b.fake.server.push(
            sse("instance_health_changed_event", "{\"instanceId\":\"a.i1\",\"runSpecId\":\"/a\",\"healthy\":false}") +
            sse("instance_health_changed_event", "{\"instanceId\":\"a.i1\",\"runSpecId\":\"/a\",\"healthy\":null}"));
        QTRY_COMPARE(b.healthy, QStringList{s("a.i1 -")});
    }

    void watchedAppHasInstances() {
        Bench b;
        const auto all = test::recordedAnswers(s("marathon/answers.txt"));
        b.fake.bodies["/v2/apps/shop/web"] = test::recordedAnswer(all, s("app.GET.web")).body;
        QVERIFY(b.live());
        b.link->watchApp(s("/shop/web"));
        QTRY_COMPARE(b.instances.value(s("/shop/web")).size(), 3);
        QVERIFY(!b.instances.value(s("/shop/web")).first().health.isEmpty());
    }

    void queueIsPolledOnlyWhileSomethingWaits() {
        MarathonPace pace = Bench::quick();
        pace.queue = 20;
        Bench b(pace);
        QVERIFY(b.live());
        QTRY_COMPARE(b.fake.reads("/v2/queue"), 1);
        QTest::qWait(150);
        QCOMPARE(b.fake.reads("/v2/queue"), 1);
        b.fake.bodies["/v2/apps/a"] = "{\"app\":" + appJson("/a", 4, 1) + "}";
        b.fake.bodies["/v2/queue"] =
            "{\"queue\":[{\"count\":3,\"delay\":{\"overdue\":true,\"timeLeftSeconds\":0},\"app\":{\"id\":\"/a\"}}]}";
        b.fake.server.push(sse("instance_changed_event", "{\"runSpecId\":\"/a\",\"condition\":\"Scheduled\"}"));
        QTRY_COMPARE(b.queue.size(), 1);
        QTRY_VERIFY(b.fake.reads("/v2/queue") > 2);
    }

    void pods() {
        Bench b;
        const auto all = test::recordedAnswers(s("marathon/answers.txt"));
        b.fake.bodies["/v2/pods/::status"] = test::recordedAnswer(all, s("pod.status.all")).body;
        b.fake.bodies["/v2/pods/pods/p::status"] = test::recordedAnswer(all, s("pod.status.running")).body;
        QVERIFY(b.live());
        QTRY_VERIFY(b.apps.contains(s("/pods/p")));
        QVERIFY(b.apps.value(s("/pods/p"))->isPod);
        b.link->watchApp(s("/pods/p"));
        QTRY_COMPARE(b.instances.value(s("/pods/p")).size(), 4);
    }

    // --- commands ----------------------------------------------------------------------------------------------------

    void aCommandIsSentOnceAsDescribed() {
        Bench b;
        QVERIFY(b.live());
        b.fake.bodies["/v2/apps/a"] = "{\"version\":\"2026-11-23T18:30:00.000Z\",\"deploymentId\":\"d9\"}";
        const auto summary = b.link->describe(scale("/a", 5));
        const auto result = b.perform(scale("/a", 5));
        QVERIFY(result);
        QCOMPARE(result->deploymentId, s("d9"));
        QCOMPARE(b.fake.changes(), 1);
        const auto seen = std::find_if(b.fake.server.seen().begin(), b.fake.server.seen().end(),
                                       [](const ByteServer::Seen& r) { return r.method != "GET"; });
        QCOMPARE(seen->method, summary->method);
        QCOMPARE(seen->target, summary->url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority));
        QCOMPARE(seen->body, summary->body);
        QCOMPARE(seen->headers.value("content-length"), QByteArray::number(summary->body.size()));
        QCOMPARE(seen->headers.value("content-type"), QByteArray("application/json"));
    }

    void refusalsComeInTheServersWords() {
        Bench b;
        const auto all = test::recordedAnswers(s("marathon/answers.txt"));
        QVERIFY(b.live());
        b.fake.bodies["/v2/apps/a"] = test::recordedAnswer(all, s("conflict.PUT.409")).body;
        b.fake.statuses["/v2/apps/a"] = 409;
        const auto result = b.perform(scale("/a", 5));
        QVERIFY(!result);
        QCOMPARE(result.error().httpStatus, 409);
        QVERIFY(result.error().serverText.startsWith(s("App is locked by one or more deployments.")));
        QCOMPARE(b.fake.changes(), 1);
        QCOMPARE(b.link->status().state, SourceState::Live);
    }

    /// A newer server refuses what an older one stored: its own words, and what to do about it.
    void aStoredAppThatANewerServerRefuses() {
        Bench b;
        QVERIFY(b.live());
        const QByteArray refusal = "{\"message\":\"Object is not valid\",\"details\":[{\"path\":\"/upgradeStrategy\","
                                   "\"errors\":[\"must be between 0 and 1\"]}]}";
        for (const char* path : {"/v2/apps/a", "/v2/apps/a/restart"}) {
            b.fake.bodies[path] = refusal;
            b.fake.statuses[path] = 422;
        }
        Command restart;
        restart.verb = Command::Verb::Restart;
        restart.targets = {s("/a")};
        Command suspend = restart;
        suspend.verb = Command::Verb::Suspend;
        for (const Command& c : {scale("/a", 3), restart, suspend}) {
            const auto result = b.perform(c);
            QVERIFY(!result);
            QCOMPARE(result.error().httpStatus, 422);
            QCOMPARE(result.error().serverText, s("Object is not valid\n/upgradeStrategy: must be between 0 and 1"));
            QVERIFY(result.error().sentence.contains(s("stored")));
            QVERIFY(result.error().advice.contains(s("editor")));
        }
        Command deploy;
        deploy.verb = Command::Verb::Deploy;
        deploy.document = "{\"id\":\"/a\",\"cmd\":\"x\"}";
        const auto result = b.perform(deploy);
        QVERIFY(!result && !result.error().sentence.contains(s("stored"))); // here the document is the user's
        QCOMPARE(b.link->status().state, SourceState::Live);
        QVERIFY(b.apps.contains(s("/a")));
    }

    void aPlanIsAskedForWithoutDoingIt() {
        Bench b;
        QVERIFY(b.live());
        b.fake.bodies["/v2/groups/g"] =
            "{\"steps\":[{\"actions\":[{\"action\":\"ScaleApplication\",\"app\":\"/g/a\"}]}]}";
        Command c;
        c.verb = Command::Verb::ScaleGroup;
        c.targets = {s("/g")};
        c.factor = 2;
        std::optional<base::Result<QList<QList<DeploymentAction>>>> plan;
        b.link->dryRun(c, this, [&](const auto& r) { plan = r; });
        QTRY_VERIFY(plan.has_value());
        QVERIFY(*plan);
        QCOMPARE((*plan)->first().first().app, s("/g/a"));
        QCOMPARE(b.fake.server.count("/v2/groups/g?"), 1);
        QCOMPARE(b.fake.server.count("/v2/groups/g?dryRun=true"), 1);
        // A server that is too old would do it for real.
        Bench old;
        old.fake.bodies["/v2/info"].replace("1.11.0-SNAPSHOT", "1.3.6");
        QVERIFY(old.live());
        plan.reset();
        old.link->dryRun(c, this, [&](const auto& r) { plan = r; });
        QTRY_VERIFY(plan.has_value());
        QVERIFY(!*plan);
        QCOMPARE(old.fake.changes(), 0);
    }

    void aLostAnswerIsReconciledByReading() {
        Bench b;
        QVERIFY(b.live());
        b.fake.dropChanges = true;
        b.fake.bodies["/v2/apps/a"] = "{\"app\":" + appJson("/a", 5, 1, ",\"deployments\":[{\"id\":\"d7\"}]") + "}";
        const auto took = b.perform(scale("/a", 5));
        QVERIFY(took);
        QCOMPARE(took->deploymentId, s("d7"));
        QCOMPARE(b.fake.changes(), 1);
        b.fake.bodies["/v2/apps/b"] = "{\"app\":" + appJson("/b", 2, 2) + "}";
        const auto lost = b.perform(scale("/b", 7));
        QVERIFY(!lost);
        QVERIFY(lost.error().sentence.contains(s("lost")));
        QCOMPARE(b.fake.changes(), 2);
    }

    void anEmpty500IsNotTakenForAFailure() {
        Bench b;
        QVERIFY(b.live());
        const auto none = b.fake.server.count("x");
        QCOMPARE(none, 0);
        b.fake.server.setHandler([&](const ByteServer::Seen& seen) {
            ByteServer::Answer a;
            a.bytes = seen.method == "GET" ? ByteServer::http(200, "{\"app\":" + appJson("/a", 6, 1) + "}")
                                           : ByteServer::http(500, "");
            return a;
        });
        QVERIFY(b.perform(scale("/a", 6)));
        QCOMPARE(b.fake.changes(), 1);
    }

    void refusedBeforeSending() {
        Bench b;
        QVERIFY(b.live());
        QVERIFY(!b.perform(scale("/nope", 1)));
        QVERIFY(!b.perform(scale("/a/../b", 1)));
        QCOMPARE(b.fake.changes(), 0);
    }

    void versionsAndTheirDocuments() {
        Bench b;
        QVERIFY(b.live());
        b.fake.bodies["/v2/apps/a/versions"] =
            "{\"versions\":[\"2026-01-01T00:00:00.000Z\",\"2026-02-01T00:00:00.000Z\"]}";
        b.fake.bodies["/v2/apps/a/versions/2026-01-01T00:00:00.000Z"] = "{\"id\":\"/a\", \"cpus\":0.10}";
        QStringList list;
        QByteArray document;
        QString refused;
        b.link->versions(s("/a"), this, [&](const base::Result<QStringList>& r) { list = *r; });
        b.link->versionDocument(s("/a"), s("2026-01-01T00:00:00.000Z"), this,
                                [&](const base::Result<QByteArray>& r) { document = *r; });
        b.link->versionDocument(s("/a"), s("2001-01-01T00:00:00.000Z"), this, [&](const base::Result<QByteArray>& r) {
            refused = r ? QString() : r.error().sentence;
        });
        QTRY_VERIFY(!list.isEmpty() && !document.isEmpty() && !refused.isEmpty());
        QCOMPARE(list.first(), s("2026-02-01T00:00:00.000Z"));
        QCOMPARE(document, QByteArray("{\"id\":\"/a\", \"cpus\":0.10}"));
    }

    /// One request killed all of them or none: the first one's app tells.
    void aLostKillIsReconciledByReading() {
        Bench b;
        QVERIFY(b.live());
        const QByteArray first = "a.instance-1f2e3d4c-0000-0000-0000-000000000001._app.1";
        const QByteArray second = "a.instance-1f2e3d4c-0000-0000-0000-000000000002._app.1";
        const auto tasks = [&](const QByteArray& list) {
            b.fake.bodies["/v2/apps/a"] = "{\"app\":" + appJson("/a", 2, 2, ",\"tasks\":[" + list + "]") + "}";
        };
        const auto task = [](const QByteArray& id, const char* state) {
            return "{\"id\":\"" + id + "\",\"appId\":\"/a\",\"host\":\"h\",\"state\":\"" + state + "\"}";
        };
        Command kill;
        kill.verb = Command::Verb::KillTasks;
        kill.targets = {QString::fromLatin1(first)};
        b.fake.dropChanges = true;
        tasks(task(first, "TASK_KILLING") + "," + task(second, "TASK_RUNNING"));
        QVERIFY(b.perform(kill));
        tasks(task(second, "TASK_RUNNING"));
        QVERIFY(b.perform(kill));
        tasks(task(first, "TASK_RUNNING") + "," + task(second, "TASK_RUNNING"));
        const auto lost = b.perform(kill);
        QVERIFY(!lost);
        QCOMPARE(lost.error().kind, base::ErrorKind::Timeout);
        QCOMPARE(b.fake.changes(), 3); // each was sent once
    }

    void lostChangesOfGroupsAndDeploymentsAreReconciledByReading() {
        Bench b;
        const auto tree = [](const char* version, bool withShop) {
            return QByteArray("{\"id\":\"/\",\"dependencies\":[],\"version\":\"v\",\"groups\":[") +
                   (withShop ? QByteArray("{\"id\":\"/shop\",\"version\":\"") + version + "\"}" : QByteArray()) + "]}";
        };
        b.fake.bodies["/v2/groups"] = tree("v1", true);
        QVERIFY(b.live());
        QTRY_VERIFY(b.fake.reads("/v2/groups?embed=group.groups") >= 1);
        QTest::qWait(50);
        b.fake.dropChanges = true;
        Command c;
        c.verb = Command::Verb::ScaleGroup;
        c.targets = {s("/shop")};
        c.factor = 2;
        QVERIFY(!b.perform(c));
        b.fake.bodies["/v2/groups"] = tree("v2", true);
        const auto scaled = b.perform(c);
        QVERIFY(scaled);
        QCOMPARE(scaled->version, s("v2"));
        c.verb = Command::Verb::DestroyGroup;
        QVERIFY(!b.perform(c));
        b.fake.bodies["/v2/groups"] = tree("v2", false);
        QVERIFY(b.perform(c));
        c.verb = Command::Verb::StopDeployment;
        c.targets = {s("d1")};
        b.fake.bodies["/v2/deployments"] = "[{\"id\":\"d1\",\"version\":\"v\",\"affectedApps\":[\"/a\"],\"steps\":[]}]";
        QVERIFY(!b.perform(c));
        b.fake.bodies["/v2/deployments"] = "[]";
        QVERIFY(b.perform(c));
        QCOMPARE(b.fake.changes(), 6);
    }

    void aGroupAsItWas() {
        Bench b;
        QVERIFY(b.live());
        b.fake.bodies["/v2/groups/shop/versions"] = "[\"2026-01-01T00:00:00.000Z\",\"2026-02-01T00:00:00.000Z\"]";
        b.fake.bodies["/v2/groups/shop/versions/2026-01-01T00:00:00.000Z"] =
            "{\"id\":\"/shop\",\"apps\":[" + appJson("/shop/web", 3, 0) +
            "],\"groups\":[{\"id\":\"/shop/db\",\"apps\":[" + appJson("/shop/db/pg", 1, 0) + "]}]}";
        QStringList versions;
        QList<AppPtr> apps;
        b.link->groupVersions(s("/shop"), this, [&](const base::Result<QStringList>& r) { versions = *r; });
        b.link->groupAt(s("/shop"), s("2026-01-01T00:00:00.000Z"), this,
                        [&](const base::Result<QList<AppPtr>>& r) { apps = *r; });
        QTRY_VERIFY(versions.size() == 2 && apps.size() == 2);
        QCOMPARE(newestBefore(versions, s("2026-02-01T00:00:00.000Z")), s("2026-01-01T00:00:00.000Z"));
        QCOMPARE(apps.last()->id, s("/shop/db/pg"));
        bool refused = false;
        b.link->groupAt(s("/shop/../x"), s("v"), this, [&](const base::Result<QList<AppPtr>>& r) { refused = !r; });
        QTRY_VERIFY(refused);
        QCOMPARE(b.fake.server.count("/v2/groups/x"), 0);
    }

    /// What somebody asks for is as heavy as what the link reads by itself: never two at once.
    void heavyReadsOnDemandWaitForEachOther() {
        Bench b;
        QVERIFY(b.live());
        int answers = 0;
        int most = 0;
        int open = 0;
        b.fake.server.setHandler([&](const ByteServer::Seen& seen) {
            open += seen.target.contains("lastUnusedOffers") ? 1 : 0;
            most = std::max(most, open - answers);
            ByteServer::Answer a;
            a.bytes = ByteServer::http(200, seen.target.startsWith("/v2/queue") ? "{\"queue\":[]}" : "{\"apps\":[]}");
            a.pieceSize = 20;
            return a;
        });
        for (int i = 0; i < 3; ++i)
            b.link->unusedOffers(s("/a"), this, [&](const base::Result<QList<UnusedOffer>>&) { ++answers; });
        QTRY_COMPARE(answers, 3);
        QCOMPARE(most, 1);
    }

    void whoSentADefinitionIsTold() {
        Bench b;
        QList<ChangeSeen> changes;
        connect(b.link.get(), &Scheduler::changeSeen, this, [&](const ChangeSeen& c) { changes.append(c); });
        QVERIFY(b.live());
        b.fake.server.push(sse("api_post_event", "{\"clientIp\":\"10.9.8.7\",\"uri\":\"/v2/apps/a\",\"appDefinition\":"
                                                 "{\"id\":\"/a\",\"version\":\"v9\"}}"));
        QTRY_COMPARE(changes.size(), 1);
        QCOMPARE(changes.first().client, s("10.9.8.7"));
        QCOMPARE(changes.first().app, s("/a"));
        QCOMPARE(changes.first().version, s("v9"));
    }

    // --- faults ------------------------------------------------------------------------------------------------------

    void withoutAStreamEverythingIsPolled() {
        MarathonPace pace = Bench::quick();
        pace.pollApps = 30;
        Bench b(pace);
        b.fake.streamRefused = true;
        QVERIFY(b.live());
        QTRY_VERIFY(b.fake.reads("/v2/apps") >= 3);
        b.fake.bodies["/v2/apps"] = "{\"apps\":[]}";
        QTRY_VERIFY(b.apps.isEmpty());
    }

    void aKilledLeaderIsComeBackTo() {
        Bench b;
        QVERIFY(b.live());
        b.fake.server.kill();
        QTRY_VERIFY(b.link->status().state == SourceState::Retrying || b.complete >= 2);
        QTRY_COMPARE(b.link->status().state, SourceState::Live);
        QVERIFY(b.complete >= 2);
        QCOMPARE(b.link->status().staleSinceMs, 0);
        QVERIFY(b.link->status().problem.sentence.isEmpty());
    }

    /// The new leader begins the same deployment anew: it is one deployment, not two, and not a failure.
    void theLeaderChangesDuringADeployment() {
        Bench b;
        DeploymentTracker tracker;
        connect(b.link.get(), &Scheduler::deploymentsChanged, this,
                [&](const QList<DeploymentPtr>& list) { tracker.deploymentsChanged(list, b.clock.wallMs()); });
        connect(b.link.get(), &Scheduler::deploymentEnded, this, [&](const QString& id, bool ok, const QString& why) {
            tracker.deploymentEnded(id, ok, why, b.clock.wallMs());
        });
        const QByteArray plan = "\"plan\":{\"id\":\"d1\",\"version\":\"v\",\"steps\":[{\"actions\":[{\"action\":"
                                "\"ScaleApplication\",\"app\":\"/a\"}]}]}";
        const QByteArray step = "\"currentStep\":{\"actions\":[{\"action\":\"ScaleApplication\",\"app\":\"/a\"}]}";
        b.fake.bodies["/v2/deployments"] =
            "[{\"id\":\"d1\",\"version\":\"v\",\"affectedApps\":[\"/a\"],\"steps\":[{\"actions\":[{\"action\":"
            "\"ScaleApplication\",\"app\":\"/a\"}]}],\"currentActions\":[],\"currentStep\":1,\"totalSteps\":1}]";
        QVERIFY(b.live());
        QTRY_COMPARE(b.deployments.size(), 1);
        // In the first moment of the new leader the list may be empty although the deployment goes on.
        const QByteArray running = std::exchange(b.fake.bodies["/v2/deployments"], QByteArray("[]"));
        b.fake.server.kill();
        QTRY_VERIFY(b.complete >= 2);
        QTRY_COMPARE(b.link->status().state, SourceState::Live);
        b.fake.bodies["/v2/deployments"] = running;
        b.fake.server.push(sse("deployment_info", "{" + plan + "," + step + "}"));
        QTRY_VERIFY(tracker.find(s("d1")) && tracker.find(s("d1"))->endedMs == 0);
        QCOMPARE(tracker.records(b.clock.wallMs()).size(), 1);
        b.fake.bodies["/v2/deployments"] = "[]";
        b.fake.server.push(sse("deployment_success", "{\"id\":\"d1\"," + plan + "}"));
        QTRY_VERIFY(tracker.find(s("d1"))->endedMs != 0);
        QVERIFY(tracker.find(s("d1"))->succeeded);
    }

    /// A stand-by sends the stream's reader to the leader, which has another address.
    void aStandBySendsTheStreamToTheLeader() {
        Fake leader;
        Bench b;
        b.link.reset();
        Fake standBy;
        standBy.server.setHandler([&](const ByteServer::Seen& seen) {
            if (!seen.target.startsWith("/v2/events"))
                return standBy.answer(seen);
            ByteServer::Answer a;
            a.bytes = ByteServer::http(302, "", "text/plain",
                                       "Location: " + leader.server.url(s("/v2/events?plan-format=light")).toEncoded() +
                                           "\r\n");
            return a;
        });
        net::Endpoint endpoint;
        endpoint.urls = {standBy.server.url()};
        auto link = makeMarathon(b.http, b.clock, endpoint, nullptr, Bench::quick());
        link->start();
        QTRY_COMPARE(link->status().state, SourceState::Live);
        QTRY_COMPARE(leader.server.count("/v2/events"), 1);
        QSignalSpy healthy(link.get(), &Scheduler::instanceHealthChanged);
        leader.server.push(
            sse("instance_health_changed_event", "{\"instanceId\":\"a.i1\",\"runSpecId\":\"/a\",\"healthy\":true}"));
        QTRY_COMPARE(healthy.size(), 1);
    }

    /// A refused change is told and forgotten: the link stays live, and reads hardly more than before.
    void aStormOfConflicts() {
        MarathonPace pace = Bench::quick();
        pace.perApp = 1000;
        Bench b(pace);
        QVERIFY(b.live());
        const int before = int(b.fake.server.seen().size());
        b.fake.bodies["/v2/apps/a"] =
            "{\"message\":\"App is locked by one or more deployments.\",\"deployments\":[{\"id\":\"d\"}]}";
        b.fake.statuses["/v2/apps/a"] = 409;
        constexpr int storm = 60;
        for (int i = 0; i < storm; ++i) {
            const auto result = b.perform(scale("/a", 3 + i));
            QVERIFY(!result);
            QCOMPARE(result.error().httpStatus, 409);
        }
        QCOMPARE(b.link->status().state, SourceState::Live);
        QCOMPARE(b.fake.changes(), storm);
        const int reads = int(b.fake.server.seen().size()) - before - storm;
        QVERIFY2(reads < storm / 3, qPrintable(QString::number(reads)));
    }

    void anAppWithThousandsOfUnknownFields() {
        Bench b;
        QByteArray extra;
        for (int i = 0; i < 5000; ++i)
            extra += ",\"x" + QByteArray::number(i) + "\":{\"y\":[1,2.50,\"z\"]}";
        b.fake.bodies["/v2/apps"] = "{\"apps\":[" + appJson("/a", 1, 1, extra) + "]}";
        QVERIFY(b.live());
        const AppPtr app = b.apps.value(s("/a"));
        QVERIFY(app->document.contains("\"x4999\":{\"y\":[1,2.50,\"z\"]}"));
        Command deploy;
        deploy.verb = Command::Verb::Deploy;
        deploy.document = app->document;
        const auto request = b.link->describe(deploy);
        QVERIFY(request);
        QCOMPARE(request->body.count("2.50"), 5000);
        QVERIFY(!request->body.contains("\"version\""));
    }

    void anotherMemberIsAsked() {
        Bench b(Bench::quick());
        b.link.reset();
        Fake second;
        net::Endpoint endpoint;
        endpoint.urls = {QUrl(s("http://127.0.0.1:1")), second.server.url()};
        auto link = makeMarathon(b.http, b.clock, endpoint, nullptr, Bench::quick());
        link->start();
        QTRY_COMPARE(link->status().state, SourceState::Live);
        QCOMPARE(QUrl(link->status().url).port(), int(second.server.port()));
    }

    void silenceIsNoticed() {
        base::ManualClock clock;
        Fake fake;
        net::HttpClient http(clock);
        net::Endpoint endpoint;
        endpoint.urls = {fake.server.url()};
        MarathonPace pace = Bench::quick();
        auto link = makeMarathon(http, clock, endpoint, nullptr, pace);
        link->start();
        QTRY_COMPARE(link->status().state, SourceState::Live);
        clock.advance(29'000);
        // An event, because it can be seen to arrive: answers of polls are news as well, but nothing of the stream.
        QSignalSpy healthy(link.get(), &Scheduler::instanceHealthChanged);
        fake.server.push(
            sse("instance_health_changed_event", "{\"instanceId\":\"a.i1\",\"runSpecId\":\"/a\",\"healthy\":true}"));
        QTRY_COMPARE(healthy.size(), 1);
        clock.advance(29'000);
        QTest::qWait(50);
        QCOMPARE(link->status().state, SourceState::Live);
        clock.advance(3'000);
        QTRY_COMPARE(link->status().state, SourceState::Retrying);
        QVERIFY(link->status().staleSinceMs > 0);
        QVERIFY(link->status().problem.sentence.contains(s("silent")));
        clock.advance(1'000);
        QTRY_COMPARE(link->status().state, SourceState::Live);
    }

    void wrongServersAreNamed_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("401") << 401 << QByteArray("<html><title>Error 401 Unauthorized</title></html>")
                             << QByteArray("text/html");
        QTest::newRow("403") << 403 << QByteArray("{\"message\":\"Not Authorized to perform this action!\"}")
                             << QByteArray("application/json");
        QTest::newRow("page") << 200 << QByteArray("<html><body>router</body></html>") << QByteArray("text/html");
        QTest::newRow("other json") << 200 << QByteArray("{\"hello\":1}") << QByteArray("application/json");
        QTest::newRow("unknown") << 500 << QByteArray("{\"message\":\"URI not found\"}")
                                 << QByteArray("application/json");
    }
    void wrongServersAreNamed() {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, type);
        Bench b;
        b.fake.server.setHandler([=](const ByteServer::Seen&) {
            ByteServer::Answer a;
            a.bytes = ByteServer::http(status, body, type);
            return a;
        });
        b.link->start();
        QTRY_COMPARE(b.link->status().state, SourceState::Failed);
        QVERIFY(!b.link->status().problem.sentence.isEmpty());
        QVERIFY(!b.link->status().problem.advice.isEmpty());
        const qsizetype asked = b.fake.server.seen().size();
        QTest::qWait(80);
        QCOMPARE(b.fake.server.seen().size(), asked); // nothing is tried by itself
    }

    void brokenEventsDoNotBreakTheStream() {
        Bench b;
        QVERIFY(b.live());
        b.fake.server.push("event: status_update_event\r\ndata: {\"appId\":\"/a\r\n\r\n" + sse("mystery", "[]") +
                           "data\r\n\r\n" +
                           sse("instance_health_changed_event", "{\"instanceId\":\"x\",\"healthy\":true}"));
        QTRY_COMPARE(b.healthy, QStringList{s("x +")});
        QCOMPARE(b.link->status().state, SourceState::Live);
    }

    void theRecordedStreamIsDigested() {
        Bench b;
        const QByteArray raw = test::fixture(s("marathon/events.raw"));
        int words = 0;
        QObject::connect(b.link.get(), &Scheduler::eventSeen, b.link.get(), [&] { ++words; });
        b.fake.stream = raw; // ends with the leader's loss; the connection stays open until the test ends
        b.link->start();
        QTRY_VERIFY_WITH_TIMEOUT(b.ended.size() > 100, 20'000);
        QTRY_VERIFY(words > 500);
    }

    // --- manners -----------------------------------------------------------------------------------------------------

    void atRestThereIsHardlyARequest() {
        ma::Agenda agenda{MarathonPace()};
        ma::Facts facts;
        facts.streaming = true;
        facts.apps = 50;
        agenda.wantAll(true);
        int requests = 0;
        for (qint64 t = 0; t < 600'000; t += 250) {
            while (const auto due = agenda.next(t, facts)) {
                ++requests;
                agenda.done(*due, t + 100);
            }
        }
        QVERIFY2(requests < 20, qPrintable(QString::number(requests)));
        facts.watched = s("/a"); // even with an open page: one in five seconds
        requests = 0;
        for (qint64 t = 600'000; t < 1'200'000; t += 250) {
            while (const auto due = agenda.next(t, facts)) {
                ++requests;
                agenda.done(*due, t + 100);
            }
        }
        QVERIFY2(requests <= 130, qPrintable(QString::number(requests)));
    }

    void neverTwoHeavyRequests() {
        ma::Agenda agenda{MarathonPace()};
        ma::Facts facts;
        facts.waiting = true;
        agenda.wantAll(true);
        QList<ma::Due> running;
        for (qint64 t = 0; t < 120'000; t += 100) {
            while (const auto due = agenda.next(t, facts))
                running.append(*due);
            const auto heavy = std::count_if(running.begin(), running.end(), [](const ma::Due& d) {
                return d.what == ma::Fetch::Apps || d.what == ma::Fetch::Queue || d.what == ma::Fetch::Pods;
            });
            QVERIFY(heavy <= 1);
            QVERIFY(running.size() <= 2);
            if (!running.isEmpty() && t % 700 == 0)
                agenda.done(running.takeFirst(), t);
        }
    }

    void slowListsRestTenTimesTheirDuration() {
        MarathonPace pace;
        pace.pollApps = 10;
        ma::Agenda agenda(pace);
        const ma::Facts facts;
        agenda.want(ma::Fetch::Apps);
        auto due = agenda.next(0, facts);
        while (due && due->what != ma::Fetch::Apps) {
            agenda.done(*due, 0);
            due = agenda.next(0, facts);
        }
        QVERIFY(due);
        agenda.done(*due, 2000);
        agenda.want(ma::Fetch::Apps);
        for (qint64 t = 2000; t < 22'000; t += 500) {
            while (const auto next = agenda.next(t, facts)) {
                QVERIFY(next->what != ma::Fetch::Apps);
                agenda.done(*next, t);
            }
        }
        while (const auto next = agenda.next(22'000, facts)) {
            if (next->what == ma::Fetch::Apps)
                return;
            agenda.done(*next, 22'000);
        }
        QFAIL("the list is not read any more");
    }
};

MESOSCOPE_TEST_MAIN(TestMarathonScheduler)
#include "tst_marathon_scheduler.moc"
