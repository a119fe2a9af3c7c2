// The scheduler links against the demo cluster's own Marathon and Swan over real sockets: the two sides share no code,
// so what they agree on is the wire. Every step of an operation is followed to its end, and at rest the server is
// counted to be asked hardly anything.
#include "app/demo/cluster.h"
#include "models/net/http_client.h"
#include "models/scheduler/deployment_tracker.h"
#include "models/scheduler/effects.h"
#include "models/scheduler/marathon/marathon.h"
#include "models/scheduler/request_parts.h"
#include "models/scheduler/swan/swan.h"
#include "tests/support/harness.h"

#include <QTest>

using namespace mesoscope;
using namespace mesoscope::scheduler;
using base::SourceState;
using Verb = Command::Verb;

namespace {

constexpr int patienceMs = 20'000;

QString s(const char* text) {
    return QString::fromUtf8(text);
}

struct Rig {
    demo::Cluster cluster;
    base::SystemClock clock;
    net::HttpClient client{clock};
    std::unique_ptr<Scheduler> link;
    QHash<QString, AppPtr> apps;
    QList<DeploymentPtr> running;
    QStringList ended;
    DeploymentTracker tracker;

    explicit Rig(const char* system)
        : cluster([system] {
              demo::Options options;
              options.agents = 20;
              options.apps = 6;
              options.tasks = 30;
              options.scheduler = system;
              return options;
          }()) {
        const QUrl url(QString::fromStdString(cluster.endpoints().scheduler));
        const net::Endpoint endpoint{{url}, {}, {}};
        link = std::string_view(system) == "swan"
                   ? makeSwan(client, clock, endpoint, nullptr, {500, 100, 500, 100, 500})
                   : makeMarathon(client, clock, endpoint);
        QObject::connect(link.get(), &Scheduler::appsChanged, link.get(),
                         [this](const QList<AppPtr>& list, const QStringList& removed, bool all) {
                             if (all)
                                 apps.clear();
                             for (const AppPtr& app : list) {
                                 apps.insert(app->id, app);
                                 tracker.appKnown(app);
                             }
                             for (const QString& id : removed)
                                 apps.remove(id);
                         });
        QObject::connect(link.get(), &Scheduler::deploymentsChanged, link.get(),
                         [this](const QList<DeploymentPtr>& list) {
                             running = list;
                             tracker.deploymentsChanged(list, clock.wallMs());
                         });
        QObject::connect(link.get(), &Scheduler::instanceMoved, link.get(),
                         [this](const InstanceMoment& moment) { tracker.instanceMoved(moment); });
        QObject::connect(link.get(), &Scheduler::deploymentEnded, link.get(),
                         [this](const QString& id, bool ok, const QString& reason) {
                             ended.append(id + (ok ? s(" ok") : s(" ") + reason));
                             tracker.deploymentEnded(id, ok, reason, clock.wallMs());
                         });
        link->start();
    }
    bool live() {
        return QTest::qWaitFor([&] { return link->status().state == SourceState::Live && !apps.isEmpty(); },
                               patienceMs);
    }
    base::Result<CommandResult> perform(const Command& command) {
        std::optional<base::Result<CommandResult>> result;
        link->perform(command, &client, [&](const base::Result<CommandResult>& r) { result = r; });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, patienceMs))
            return tl::unexpected(base::Error{base::ErrorKind::Timeout, s("no answer"), {}, {}, 0});
        return *result;
    }
    int asked() const {
        int sum = 0;
        for (const auto& [what, count] : cluster.requestCounts())
            sum += what.rfind("scheduler ", 0) == 0 ? count : 0;
        return sum;
    }
};

Command command(Verb verb, const QString& target) {
    Command c;
    c.verb = verb;
    c.targets = {target};
    return c;
}

} // namespace

class TestSchedulerLinkDemo : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void marathonFromDeployToDestroy() {
        Rig rig("marathon");
        QVERIFY(rig.live());
        Command deploy;
        deploy.verb = Verb::Deploy;
        deploy.document = "{\"id\":\"/link/web\",\"cmd\":\"serve\",\"cpus\":0.1,\"mem\":16,\"instances\":2}";
        const auto created = rig.perform(deploy);
        QVERIFY(created);
        QTRY_VERIFY_WITH_TIMEOUT(rig.ended.contains(created->deploymentId + s(" ok")), patienceMs);
        const DeploymentRecord* record = rig.tracker.find(created->deploymentId);
        QVERIFY(record && record->succeeded);
        const auto launched = std::count_if(record->instances.begin(), record->instances.end(), [](const auto& t) {
            return t.isNew && t.launchedMs != 0 && t.runningMs >= t.launchedMs && !t.host.isEmpty();
        });
        QCOMPARE(launched, 2);
        QTRY_VERIFY(rig.apps.contains(s("/link/web")));
        const QString first = rig.apps.value(s("/link/web"))->version;

        Command group = command(Verb::ScaleGroup, s("/link"));
        group.factor = 2;
        const auto scaled = rig.perform(group);
        QVERIFY(scaled);
        QTRY_VERIFY_WITH_TIMEOUT(rig.ended.contains(scaled->deploymentId + s(" ok")), patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(rig.apps.value(s("/link/web"))->instances, 4, patienceMs);

        QStringList versions;
        rig.link->groupVersions(s("/link"), this,
                                [&](const base::Result<QStringList>& r) { versions = r ? *r : versions; });
        QTRY_VERIFY(versions.size() >= 2);
        QCOMPARE(newestBefore(versions, rig.apps.value(s("/link/web"))->version), first);
        Command back = command(Verb::RevertGroup, s("/link"));
        back.version = first;
        const auto reverted = rig.perform(back);
        QVERIFY(reverted);
        QTRY_COMPARE_WITH_TIMEOUT(rig.apps.value(s("/link/web"))->instances, 2, patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(rig.ended.contains(reverted->deploymentId + s(" ok")), patienceMs);

        QVERIFY(rig.perform(command(Verb::DestroyGroup, s("/link"))));
        QTRY_VERIFY_WITH_TIMEOUT(!rig.apps.contains(s("/link/web")), patienceMs);
    }

    void atRestTheServerIsHardlyAsked() {
        Rig rig("marathon");
        QVERIFY(rig.live());
        QTest::qWait(1500); // the first picture is read to its end
        const int before = rig.asked();
        constexpr int restMs = 6000;
        QTest::qWait(restMs);
        const int asked = rig.asked() - before;
        QVERIFY2(asked <= restMs / 2000, qPrintable(QString::number(asked)));
    }

    void swanOperationsAreFollowedToTheirEnd() {
        Rig rig("swan");
        QVERIFY(rig.live());
        QTRY_VERIFY_WITH_TIMEOUT(
            std::all_of(rig.apps.begin(), rig.apps.end(), [](const AppPtr& a) { return !a->document.isEmpty(); }),
            patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(rig.running.isEmpty(), patienceMs);
        const AppPtr app = *std::min_element(rig.apps.begin(), rig.apps.end(), [](const AppPtr& a, const AppPtr& b) {
            return a->instances < b->instances;
        });
        Command scale = command(Verb::Scale, app->id);
        scale.instances = app->instances + 1;
        const auto taken = rig.perform(scale);
        QVERIFY(taken);
        QVERIFY(!taken->deploymentId.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(rig.ended.contains(taken->deploymentId + s(" ok")), patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(rig.apps.value(app->id)->instances, app->instances + 1, patienceMs);
        const DeploymentRecord* record = rig.tracker.find(taken->deploymentId);
        QVERIFY(record && record->succeeded);
        QVERIFY(std::any_of(record->instances.begin(), record->instances.end(), [](const InstanceTimeline& t) {
            return t.runningMs != 0 && !t.host.isEmpty() && t.runningMs >= t.launchedMs;
        }));
        // The next operation of the same app is another one.
        scale.instances = app->instances;
        const auto again = rig.perform(scale);
        QVERIFY(again);
        QVERIFY(again->deploymentId != taken->deploymentId);
        QTRY_VERIFY_WITH_TIMEOUT(rig.ended.contains(again->deploymentId + s(" ok")), patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(rig.apps.value(app->id)->instances, app->instances, patienceMs);
        QVERIFY(!rig.perform(command(Verb::Restart, app->id))); // it has none
        rig.link->watchApp(app->id);
        QStringList versions;
        rig.link->versions(app->id, this, [&](const base::Result<QStringList>& r) { versions = r ? *r : versions; });
        QTRY_VERIFY(versions.size() >= 2); // the scale stored one of its own
        QVERIFY(rig.perform(command(Verb::Destroy, app->id)));
        QTRY_VERIFY_WITH_TIMEOUT(!rig.apps.contains(app->id), patienceMs);
    }

    /// Each verb and each reading once against the demo Marathon: none is refused, none leads nowhere.
    void everyRouteOfMarathon() {
        Rig rig("marathon");
        QVERIFY(rig.live());
        const auto took = [&](const Command& c) {
            const auto result = rig.perform(c);
            if (!result)
                qWarning("%d %s: %s %s", int(c.verb), qPrintable(c.targets.join(QLatin1Char(' '))),
                         qPrintable(result.error().sentence), qPrintable(result.error().serverText));
            return result ? result->deploymentId : s("refused");
        };
        const auto ends = [&](const QString& id) {
            return !id.isEmpty() && QTest::qWaitFor([&] { return rig.ended.contains(id + s(" ok")); }, patienceMs);
        };
        const auto deploy = [](const QByteArray& document) {
            Command c;
            c.verb = Verb::Deploy;
            c.document = document;
            c.force = true;
            return c;
        };
        const auto app = [](const char* id, const char* more) {
            return QByteArray("{\"id\":\"") + id + "\",\"cmd\":\"serve\",\"cpus\":0.1,\"mem\":16" + more + "}";
        };
        const QString web = s("/r/web");
        QVERIFY(ends(took(deploy(app("/r/web", ",\"instances\":2")))));
        QVERIFY(ends(took(deploy("[" + app("/r/web", ",\"instances\":2,\"env\":{\"A\":\"1\"}") + "]"))));
        QTRY_VERIFY_WITH_TIMEOUT(rig.apps.contains(web) && rig.apps.value(web)->tasksRunning == 2, patienceMs);
        const QString second = rig.apps.value(web)->version;
        Command scale = command(Verb::Scale, web);
        scale.instances = 3;
        QVERIFY(ends(took(scale)));
        QVERIFY(ends(took(command(Verb::Restart, web))));
        Command old = command(Verb::DeployVersion, web);
        old.version = second;
        QVERIFY(ends(took(old)));
        // Kills in their three forms.
        QList<Instance> instances;
        connect(rig.link.get(), &Scheduler::instancesChanged, this,
                [&](const QString& id, const QList<Instance>& list) { instances = id == web ? list : instances; });
        rig.link->watchApp(web);
        const auto running = [&](qsizetype n) {
            return QTest::qWaitFor(
                [&] {
                    return std::count_if(instances.begin(), instances.end(), [](const Instance& i) {
                               return i.state == QLatin1String("TASK_RUNNING");
                           }) == n;
                },
                patienceMs);
        };
        QVERIFY(running(2));
        Command kill = command(Verb::KillTasks, instances.first().taskId);
        QCOMPARE(took(kill), QString());
        kill.targets = {instances.last().taskId};
        kill.killAndWipe = true;
        QCOMPARE(took(kill), QString());
        QTRY_VERIFY_WITH_TIMEOUT(!instances.isEmpty() && instances.last().taskId != kill.targets.first(), patienceMs);
        QVERIFY(running(2));
        kill = command(Verb::KillTasks, instances.first().taskId);
        kill.killAndScale = true;
        QVERIFY(ends(took(kill)));
        QVERIFY(ends(took(command(Verb::Suspend, web))));
        // A creation that finds no room: cancelled both ways, and its delay reset.
        const QString wide =
            took(deploy(app("/r/wide", ",\"instances\":1,\"constraints\":[[\"rack\",\"CLUSTER\",\"none\"]]")));
        QTRY_VERIFY_WITH_TIMEOUT(!rig.running.isEmpty(), patienceMs);
        QCOMPARE(took(command(Verb::ResetDelay, s("/r/wide"))), QString());
        std::optional<base::Result<QList<UnusedOffer>>> offers;
        rig.link->unusedOffers(s("/r/wide"), this, [&](const auto& r) { offers = r; });
        QTRY_VERIFY_WITH_TIMEOUT(offers.has_value(), patienceMs);
        QVERIFY(*offers);
        QVERIFY(took(command(Verb::RevertDeployment, wide)) != s("refused"));
        QTRY_VERIFY_WITH_TIMEOUT(rig.running.isEmpty(), patienceMs);
        const QString again = took(deploy(app("/r/wide", ",\"constraints\":[[\"rack\",\"CLUSTER\",\"none\"]]")));
        QVERIFY(took(command(Verb::StopDeployment, again)) != s("refused"));
        QVERIFY(took(command(Verb::Destroy, s("/r/wide"))) != s("refused"));
        // Groups: a document, a plan without doing it, every app to a number, destroyed.
        QVERIFY(ends(took(deploy("{\"id\":\"/r/g\",\"apps\":[" + app("/r/g/one", "") + "]}"))));
        QTRY_VERIFY_WITH_TIMEOUT(rig.apps.contains(s("/r/g/one")), patienceMs);
        Command group = command(Verb::ScaleGroup, s("/r/g"));
        group.factor = 2;
        std::optional<base::Result<QList<QList<DeploymentAction>>>> plan;
        rig.link->dryRun(group, this, [&](const auto& r) { plan = r; });
        QTRY_VERIFY_WITH_TIMEOUT(plan.has_value(), patienceMs);
        QVERIFY(*plan && !(*plan)->isEmpty());
        QCOMPARE(rig.apps.value(s("/r/g/one"))->instances, 1);
        group.everyApp = true;
        group.instances = 2;
        QVERIFY(ends(took(group)));
        QVERIFY(took(command(Verb::DestroyGroup, s("/r/g"))) != s("refused"));
        // A pod.
        QVERIFY(ends(took(deploy("{\"id\":\"/r/pod\",\"containers\":[{\"name\":\"c\",\"exec\":{\"command\":{\"shell\":"
                                 "\"serve\"}},\"resources\":{\"cpus\":0.1,\"mem\":16}}]}"))));
        const QString pod = s("/r/pod");
        QTRY_VERIFY_WITH_TIMEOUT(rig.apps.contains(pod) && rig.apps.value(pod)->isPod, patienceMs);
        scale = command(Verb::Scale, pod);
        scale.instances = 2;
        QVERIFY(ends(took(scale)));
        std::optional<base::Result<QStringList>> versions;
        rig.link->versions(pod, this, [&](const auto& r) { versions = r; });
        QTRY_VERIFY_WITH_TIMEOUT(versions.has_value(), patienceMs);
        QVERIFY(*versions && (*versions)->size() >= 2);
        std::optional<base::Result<QByteArray>> document;
        rig.link->versionDocument(pod, (*versions)->last(), this, [&](const auto& r) { document = r; });
        QTRY_VERIFY_WITH_TIMEOUT(document.has_value(), patienceMs);
        QVERIFY(*document && (*document)->contains("\"containers\""));
        QVERIFY(took(command(Verb::Destroy, pod)) != s("refused"));
        QTRY_VERIFY_WITH_TIMEOUT(!rig.apps.contains(pod), patienceMs);
    }

    /// Each verb once against the demo Swan, up to the end of its operation.
    void everyRouteOfSwan() {
        Rig rig("swan");
        QVERIFY(rig.live());
        const QByteArray document = "{\"name\":\"v\",\"runAs\":\"alice\",\"instances\":2,\"cpus\":0.1,\"mem\":16,"
                                    "\"container\":{\"type\":\"docker\","
                                    "\"docker\":{\"image\":\"img:1\",\"network\":\"host\"}}}";
        Command create;
        create.verb = Verb::Deploy;
        create.document = document;
        QVERIFY(rig.perform(create));
        const auto mine = [&]() -> AppPtr {
            for (const AppPtr& a : std::as_const(rig.apps)) {
                if (a->id.startsWith(QLatin1String("v.default.alice.")))
                    return a;
            }
            return nullptr;
        };
        const auto rests = [&](int tasks) {
            return QTest::qWaitFor(
                [&] { return mine() && mine()->deployments.isEmpty() && mine()->instances == tasks; }, patienceMs);
        };
        QVERIFY(rests(2));
        const QString id = mine()->id;
        const auto ends = [&](const Command& c) {
            const auto taken = rig.perform(c);
            if (!taken)
                qWarning("%d: %s", int(c.verb), qPrintable(taken.error().serverText + taken.error().sentence));
            return taken &&
                   QTest::qWaitFor([&] { return rig.ended.contains(taken->deploymentId + s(" ok")); }, patienceMs);
        };
        QVERIFY(ends(command(Verb::Suspend, id)));
        QVERIFY(rests(0));
        QVERIFY(ends(command(Verb::Start, id)));
        QVERIFY(rests(2));
        const QString first = mine()->version;
        Command update = command(Verb::Deploy, id);
        update.document = withImage(document, s("img:2"));
        QVERIFY(ends(update));
        QTRY_COMPARE_WITH_TIMEOUT(mine()->image, s("img:2"), patienceMs);
        Command back = command(Verb::DeployVersion, id);
        back.version = first;
        QVERIFY(ends(back));
        QTRY_COMPARE_WITH_TIMEOUT(mine()->image, s("img:1"), patienceMs);
        Command canary = command(Verb::Canary, id);
        canary.document = withImage(document, s("img:3"));
        canary.instances = 1;
        canary.factor = 0.2;
        QVERIFY(rig.perform(canary));
        const auto unfinished = [&] {
            return std::any_of(rig.running.begin(), rig.running.end(), [](const DeploymentPtr& d) {
                return d->currentActions.first().action == QLatin1String("canary_unfinished");
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(unfinished(), patienceMs);
        Command weights = command(Verb::SetWeights, id);
        weights.factor = 0.5;
        QVERIFY(rig.perform(weights));
        Command on = command(Verb::Canary, id); // needs no document any more
        on.instances = 1;
        on.factor = 1;
        QVERIFY(rig.perform(on));
        QVERIFY(QTest::qWaitFor([&] { return rig.running.isEmpty(); }, 2 * patienceMs));
        QTRY_COMPARE_WITH_TIMEOUT(mine()->image, s("img:3"), patienceMs);
        QList<Instance> instances;
        connect(rig.link.get(), &Scheduler::instancesChanged, this,
                [&](const QString& app, const QList<Instance>& list) { instances = app == id ? list : instances; });
        rig.link->watchApp(id);
        QTRY_COMPARE_WITH_TIMEOUT(instances.size(), 2, patienceMs);
        QVERIFY(rig.perform(command(Verb::KillTasks, instances.first().taskId)));
        QVERIFY(rig.perform(command(Verb::Destroy, id)));
        QTRY_VERIFY_WITH_TIMEOUT(!mine(), patienceMs);
    }

    /// The tasks of a scale all name the same version: those that were there before are told from those that it brings.
    void aScaleOfSwanTellsNewFromOld() {
        Rig rig("swan");
        QVERIFY(rig.live());
        const auto rests = [&](const QString& id, int tasks) {
            return QTest::qWaitFor(
                [&] {
                    const AppPtr app = rig.apps.value(id);
                    return app && app->deployments.isEmpty() && app->instances == tasks && rig.running.isEmpty();
                },
                patienceMs);
        };
        QString id;
        int before = 0;
        for (const AppPtr& app : std::as_const(rig.apps)) {
            if (app->instances >= 2 && app->deployments.isEmpty()) {
                id = app->id;
                before = app->instances;
            }
        }
        QVERIFY(!id.isEmpty());
        // An open page of the app reads its tasks meanwhile.
        connect(rig.link.get(), &Scheduler::instancesChanged, this,
                [&](const QString& app, const QList<Instance>& list) { rig.tracker.instancesKnown(app, list); });
        rig.link->watchApp(id);
        const auto scaled = [&](int to) {
            Command scale = command(Verb::Scale, id);
            scale.instances = to;
            const auto taken = rig.perform(scale);
            const bool over =
                taken &&
                QTest::qWaitFor([&] { return rig.ended.contains(taken->deploymentId + s(" ok")); }, patienceMs);
            const DeploymentRecord* record = over && rests(id, to) ? rig.tracker.find(taken->deploymentId) : nullptr;
            return record ? record->instances : QList<InstanceTimeline>();
        };
        const auto fresh = [](const QList<InstanceTimeline>& all) {
            return std::count_if(all.begin(), all.end(), [](const InstanceTimeline& i) { return i.isNew; });
        };
        const QList<InstanceTimeline> up = scaled(before + 2);
        QCOMPARE(up.size(), before + 2);
        QCOMPARE(fresh(up), 2);
        const QList<InstanceTimeline> down = scaled(before);
        QVERIFY(!down.isEmpty());
        QCOMPARE(fresh(down), 0);
    }

    void aComposeFileFromBirthToEnd() {
        Rig rig("swan");
        QVERIFY(rig.live());
        Command create;
        create.verb = Verb::Deploy;
        create.targets = {s("stack"), s("alice")};
        create.document = "version: \"3\"\nservices:\n  db:\n    image: img:db\n    resource: {cpus: 0.1, mem: 16}\n"
                          "  front:\n    image: img:front\n    depends_on: [db]\n    resource: {cpus: 0.1, mem: 16}\n";
        const auto taken = rig.perform(create);
        QVERIFY(taken && !taken->deploymentId.isEmpty());
        // One step for each service, in their order, until the scheduler says that all are there.
        const auto record = [&] { return rig.tracker.find(taken->deploymentId); };
        QTRY_VERIFY_WITH_TIMEOUT(record() != nullptr, patienceMs);
        const QStringList apps = record()->deployment.affectedApps;
        QCOMPARE(apps.size(), 2);
        QVERIFY(apps.first().startsWith(s("db.stack.alice.")) && apps.last().startsWith(s("front.stack.alice.")));
        QTRY_VERIFY_WITH_TIMEOUT(rig.ended.contains(taken->deploymentId + s(" ok")), patienceMs);
        QVERIFY(record()->succeeded);
        QCOMPARE(record()->steps.last().index, 2);
        QVERIFY(!record()->instances.isEmpty());
        for (const InstanceTimeline& instance : record()->instances)
            QVERIFY(instance.isNew);
        const auto again = rig.perform(create);
        QVERIFY(!again);
        QCOMPARE(again.error().httpStatus, 409);
        QCOMPARE(again.error().serverText, s("compose stack already exists"));
        QVERIFY(rig.link->warnings(create).join(QLatin1Char(' ')).contains(s("refuses a second one")));
        std::optional<base::Result<QList<Compose>>> read;
        const auto stack = [&]() -> Compose {
            read.reset();
            rig.link->composes(this, [&](const auto& r) { read = r; });
            const bool came = QTest::qWaitFor([&] { return read.has_value(); }, patienceMs);
            return came && *read && (*read)->size() == 1 ? (*read)->first() : Compose();
        };
        QTRY_COMPARE_WITH_TIMEOUT(stack().operation, s("noop"), patienceMs);
        const Compose made = stack();
        QCOMPARE(made.apps.size(), 2);
        QCOMPARE(made.needs.value(s("front")), QStringList{s("db")});
        QVERIFY(made.yaml.contains("depends_on"));
        std::optional<base::Result<QList<GatewayAgent>>> agents;
        rig.link->gatewayAgents(this, [&](const auto& r) { agents = r; });
        QTRY_VERIFY(agents.has_value());
        QVERIFY(*agents && !(*agents)->isEmpty());
        QVERIFY((*agents)->first().memoryBytes > 0);
        QVERIFY(rig.perform(command(Verb::DestroyGroup, s("stack"))));
        QTRY_VERIFY_WITH_TIMEOUT(stack().id.isEmpty(), patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!rig.apps.contains(made.apps.first()), patienceMs);
    }
};

MESOSCOPE_TEST_MAIN(TestSchedulerLinkDemo)
#include "tst_scheduler_link_demo.moc"
