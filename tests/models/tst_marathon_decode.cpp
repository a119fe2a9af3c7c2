// Every recorded answer of a real Marathon decodes to what it holds. A second reader (QJsonDocument) says what that is.
#include "models/base/iso_time.h"
#include "models/base/json_members.h"
#include "models/scheduler/marathon/decode.h"
#include "tests/support/harness.h"
#include "tests/support/recorded.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace mesoscope;
using namespace mesoscope::scheduler;
namespace ma = mesoscope::scheduler::marathon;
namespace json = mesoscope::base::json;
using test::Recorded;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}
QJsonValue root(const QByteArray& body) {
    const QJsonDocument d = QJsonDocument::fromJson(body);
    return d.isArray() ? QJsonValue(d.array()) : QJsonValue(d.object());
}

QStringList ids(const QJsonArray& list) {
    QStringList out;
    for (const QJsonValue& v : list)
        out.append(v[s("id")].toString());
    return out;
}

void compareApp(const App& app, const QJsonObject& o) {
    QCOMPARE(app.id, o[s("id")].toString());
    QCOMPARE(app.instances, o[s("instances")].toInt());
    QCOMPARE(app.version, o[s("version")].toString());
    QCOMPARE(app.versionMs > 0, o.contains(s("version")));
    QCOMPARE(app.tasksRunning, o[s("tasksRunning")].toInt());
    QCOMPARE(app.tasksStaged, o[s("tasksStaged")].toInt());
    QCOMPARE(app.tasksHealthy, o[s("tasksHealthy")].toInt());
    QCOMPARE(app.tasksUnhealthy, o[s("tasksUnhealthy")].toInt());
    QCOMPARE(app.hasHealthChecks, !o[s("healthChecks")].toArray().isEmpty());
    QVERIFY(qFuzzyCompare(app.mem, o[s("mem")].toDouble() + o[s("executorResources")][s("mem")].toDouble()));
    QCOMPARE(app.gpus, o[s("gpus")].toDouble());
    QCOMPARE(app.image, o[s("container")][s("docker")][s("image")].toString());
    QCOMPARE(app.role, o[s("role")].toString());
    QCOMPARE(app.labels.size(), o[s("labels")].toObject().size());
    for (auto it = app.labels.begin(); it != app.labels.end(); ++it)
        QCOMPARE(it.value(), o[s("labels")][it.key()].toString());
    QCOMPARE(app.constraints.size(), o[s("constraints")].toArray().size());
    QCOMPARE(app.dependencies.size(), o[s("dependencies")].toArray().size());
    QCOMPARE(app.deployments, ids(o[s("deployments")].toArray()));
    QCOMPARE(app.minimumHealthCapacity, o[s("upgradeStrategy")][s("minimumHealthCapacity")].toDouble(1));
    QCOMPARE(app.lastFailure.has_value(), o.contains(s("lastTaskFailure")));
}

void compareDocument(const App& app, QJsonObject o) {
    for (const char* key : {"tasksStaged", "tasksRunning", "tasksHealthy", "tasksUnhealthy", "deployments", "tasks",
                            "lastTaskFailure", "readinessCheckResults", "tasksStats"})
        o.remove(s(key));
    QCOMPARE(QJsonDocument::fromJson(app.document).object(), o);
}

void compareApps(const QList<AppPtr>& apps, const QJsonArray& list) {
    QCOMPARE(apps.size(), list.size());
    for (qsizetype i = 0; i < apps.size(); ++i) {
        compareApp(*apps.at(i), list.at(i).toObject());
        compareDocument(*apps.at(i), list.at(i).toObject());
    }
}

void compareTasks(const QList<Instance>& tasks, const QJsonArray& list) {
    QCOMPARE(tasks.size(), list.size());
    for (qsizetype i = 0; i < tasks.size(); ++i) {
        const QJsonObject o = list.at(i).toObject();
        const Instance& t = tasks.at(i);
        QCOMPARE(t.taskId, o[s("id")].toString());
        QCOMPARE(t.appId, o[s("appId")].toString());
        QCOMPARE(t.state, o[s("state")].toString());
        QCOMPARE(t.host, o[s("host")].toString());
        QCOMPARE(t.agentId, o[s("slaveId")].toString());
        QCOMPARE(t.version, o[s("version")].toString());
        QCOMPARE(t.ports.size(), o[s("ports")].toArray().size());
        QCOMPARE(t.ipAddresses.size(), o[s("ipAddresses")].toArray().size());
        QCOMPARE(t.health.size(), o[s("healthCheckResults")].toArray().size());
        QCOMPARE(t.startedMs > 0, o.contains(s("startedAt")));
        for (qsizetype h = 0; h < t.health.size(); ++h)
            QCOMPARE(t.health.at(h).alive, o[s("healthCheckResults")][h][s("alive")].toBool());
    }
}

bool isRoute(const Recorded& r, const char* pattern) {
    const QString path = QString::fromUtf8(r.path).section(QLatin1Char('?'), 0, 0);
    return r.status == 200 &&
           QRegularExpression(QRegularExpression::anchoredPattern(s(pattern))).match(path).hasMatch();
}

} // namespace

class TestMarathonDecode : public QObject {
    Q_OBJECT
private:
    QList<Recorded> all_ = test::recordedAnswers(s("marathon/answers.txt"));

    QList<Recorded> of(const char* method, const char* pattern, qsizetype atLeast) {
        QList<Recorded> out;
        for (const Recorded& r : all_) {
            if (r.method == method && isRoute(r, pattern) && r.contentType.startsWith("application/json"))
                out.append(r);
        }
        if (out.size() < atLeast)
            qFatal("only %d recordings for %s", int(out.size()), pattern);
        return out;
    }

private Q_SLOTS:
    void appLists() {
        for (const Recorded& r : of("GET", "/v2/apps/?", 40)) {
            const auto apps = ma::decodeApps(r.body);
            QVERIFY2(apps, qPrintable(r.name));
            compareApps(*apps, root(r.body)[s("apps")].toArray());
        }
        for (const Recorded& r : of("GET", "/v2/apps/(.*/)?\\*", 2))
            compareApps(*ma::decodeApps(r.body), root(r.body)[s("*")].toArray());
        for (const Recorded& r : of("GET", "/v2/groups(/.*)?/apps", 3))
            compareApps(*ma::decodeApps(r.body), root(r.body).toArray());
    }

    void singleApps() {
        int seen = 0;
        for (const Recorded& r : of("GET", "/v2/apps/[^*]*", 80)) {
            const QJsonObject o = root(r.body)[s("app")].toObject();
            if (o.isEmpty())
                continue; // tasks and versions of an app
            const auto app = ma::decodeApp(r.body);
            QVERIFY2(app, qPrintable(r.name));
            compareApp(*app->app, o);
            compareDocument(*app->app, o);
            compareTasks(app->tasks, o[s("tasks")].toArray());
            ++seen;
        }
        QVERIFY(seen > 60);
    }

    void documentKeepsEveryByte() {
        const Recorded r = test::recordedAnswer(all_, s("app.GET.web"));
        const auto app = ma::decodeApp(r.body);
        QVERIFY(app->app->document.contains(
            "\"cpus\":0.25,\"disk\":64.0,\"env\":{\"ENV\":\"prod\",\"GREETING\":\"h\u00e9llo\"}"));
        QVERIFY(app->app->document.startsWith("{\"id\":\"/shop/web\",\"backoffFactor\":1.5"));
        QVERIFY(!app->app->document.contains("tasksRunning"));
        QCOMPARE(app->app->constraints.first(), (Constraint{s("hostname"), s("MAX_PER"), s("2")}));
        QCOMPARE(app->app->versionMs, 1795457805746LL);
        QCOMPARE(app->app->maximumOverCapacity, 0.2);
    }

    void tasks() {
        for (const Recorded& r : of("GET", "/v2/(apps/.*/)?tasks/?", 20))
            compareTasks(*ma::decodeTasks(r.body), root(r.body)[s("tasks")].toArray());
        int kills = 0;
        for (const Recorded& r : all_) {
            const QJsonObject o = root(r.body).toObject();
            if (r.status != 200 || r.method == "GET" || !(o.contains(s("tasks")) || o.contains(s("task"))))
                continue;
            ++kills;
            compareTasks(*ma::decodeTasks(r.body),
                         o.contains(s("task")) ? QJsonArray{o[s("task")]} : o[s("tasks")].toArray());
        }
        QVERIFY(kills > 10);
    }

    void deployments() {
        for (const Recorded& r : of("GET", "/v2/deployments/?", 50)) {
            const auto list = ma::decodeDeployments(r.body);
            QVERIFY2(list, qPrintable(r.name));
            const QJsonArray a = root(r.body).toArray();
            QCOMPARE(list->size(), a.size());
            for (qsizetype i = 0; i < a.size(); ++i) {
                const Deployment& d = list->at(i);
                QCOMPARE(d.id, a[i][s("id")].toString());
                QCOMPARE(d.currentStep, a[i][s("currentStep")].toInt());
                QCOMPARE(d.totalSteps, a[i][s("totalSteps")].toInt());
                QCOMPARE(d.steps.size(), a[i][s("steps")].toArray().size());
                QCOMPARE(d.currentActions.size(), a[i][s("currentActions")].toArray().size());
                QCOMPARE(d.affectedApps.size(),
                         a[i][s("affectedApps")].toArray().size() + a[i][s("affectedPods")].toArray().size());
                for (const DeploymentAction& action : d.currentActions)
                    QVERIFY(action.action.size() > 4 && action.app.startsWith(QLatin1Char('/')));
            }
        }
    }

    void readinessOfDeployments() {
        int results = 0;
        for (const Recorded& r : of("GET", "/v2/deployments/?", 50)) {
            const auto list = ma::decodeDeployments(r.body);
            for (const Deployment& d : *list) {
                for (const ReadinessResult& result : d.readiness) {
                    QCOMPARE(result.name, s("rc"));
                    QVERIFY(result.taskId.startsWith(s("chk_ready.instance-")));
                    ++results;
                }
            }
        }
        QVERIFY(results > 0);
    }

    void queue() {
        for (const Recorded& r : of("GET", "/v2/queue/?", 20)) {
            const auto list = ma::decodeQueue(r.body);
            QVERIFY2(list, qPrintable(r.name));
            const QJsonArray a = root(r.body)[s("queue")].toArray();
            QCOMPARE(list->size(), a.size());
            for (qsizetype i = 0; i < a.size(); ++i) {
                const QueueEntry& e = list->at(i);
                QCOMPARE(e.isPod, a[i].toObject().contains(s("pod")));
                QCOMPARE(e.appId, a[i][e.isPod ? s("pod") : s("app")][s("id")].toString());
                QCOMPARE(e.count, a[i][s("count")].toInt());
                QCOMPARE(e.overdue, a[i][s("delay")][s("overdue")].toBool());
                QCOMPARE(e.timeLeftSeconds, a[i][s("delay")][s("timeLeftSeconds")].toInt());
                const QJsonValue summary = a[i][s("processedOffersSummary")];
                QCOMPARE(e.processedOffers, summary[s("processedOffersCount")].toInteger());
                QCOMPARE(e.lastOffers.size(), 10);
                QCOMPARE(e.launchAttempt.last().processed,
                         summary[s("rejectSummaryLaunchAttempt")][9][s("processed")].toInteger());
            }
        }
    }

    void unusedOffers() {
        const Recorded r = test::recordedAnswer(all_, s("queue.GET.maintenance"));
        const auto offers = ma::decodeUnusedOffers(r.body);
        QVERIFY(offers);
        const QList<UnusedOffer> list = offers->begin().value();
        const auto drained = std::find_if(
            list.begin(), list.end(), [](const UnusedOffer& o) { return o.reasons.contains(s("AgentMaintenance")); });
        QVERIFY(drained != list.end());
        QCOMPARE(drained->host, s("agent-05.example.com"));
        QVERIFY(drained->reasons.contains(s("AgentMaintenance")));
        QCOMPARE(drained->ports, 1001);
        QVERIFY(drained->cpus > 0 && drained->attributes.contains(s("rack")));
    }

    void pods() {
        int running = 0;
        for (const Recorded& r : of("GET", "/v2/pods/.*::status", 10)) {
            const auto pods = ma::decodePodStatuses(r.body);
            QVERIFY2(pods, qPrintable(r.name));
            for (const auto& pod : *pods) {
                QVERIFY(pod.app->isPod);
                QVERIFY(pod.app->id.startsWith(s("/")));
                QVERIFY(pod.app->document.startsWith("{\"id\""));
                running += pod.app->tasksRunning;
            }
        }
        QVERIFY(running > 0);
        const auto p = ma::decodePodStatuses(test::recordedAnswer(all_, s("pod.status.running")).body);
        const App& app = *p->first().app;
        QCOMPARE(app.instances, 2);
        QCOMPARE(app.tasksRunning, 2);
        QVERIFY(qFuzzyCompare(app.mem, 96.0));
        QCOMPARE(app.image, s("busybox"));
        QCOMPARE(app.constraints.first().op, s("UNIQUE"));
        QCOMPARE(p->first().containers.size(), 4);
        QCOMPARE(p->first().containers.first().ports, QList<int>{31600});
        QCOMPARE(p->first().instanceIds.size(), 2);
    }

    void groups() {
        for (const Recorded& r : of("GET", "/v2/groups(/(?!.*(versions|apps)).*)?", 20)) {
            const auto groups = ma::decodeGroups(r.body);
            QVERIFY2(groups, qPrintable(r.name));
            QCOMPARE(groups->first().id, root(r.body)[s("id")].toString());
            QCOMPARE(groups->first().groups.size(), root(r.body)[s("groups")].toArray().size());
            QCOMPARE(groups->first().apps, ids(root(r.body)[s("apps")].toArray()));
        }
    }

    void versionsNewestFirst() {
        for (const Recorded& r : of("GET", "/v2/.*versions/?", 8)) {
            const auto versions = ma::decodeVersions(r.body);
            QVERIFY2(versions, qPrintable(r.name));
            QVERIFY(!versions->isEmpty());
            QVERIFY(std::is_sorted(versions->rbegin(), versions->rend()));
            QVERIFY(versions->first().size() == 24 && versions->first().endsWith(QLatin1Char('Z')));
        }
    }

    void infoAndLeader() {
        for (const Recorded& r : of("GET", "/v2/info/?", 3)) {
            const auto info = ma::decodeInfo(r.body);
            QVERIFY(info);
            QCOMPARE(info->version, s("1.11.0-SNAPSHOT"));
            QVERIFY(info->frameworkId.startsWith(s("5d2b6c1e-")));
            QCOMPARE(info->frameworkName, s("marathon"));
        }
        for (const Recorded& r : of("GET", "/v2/leader/?", 2))
            QVERIFY(ma::decodeLeader(r.body)->contains(QLatin1Char(':')));
    }

    void resultsOfChanges() {
        int seen = 0;
        for (const Recorded& r : all_) {
            if (r.deployment.isEmpty() || r.status >= 300)
                continue;
            const CommandResult result = ma::decodeCommandResult(r.body, r.deployment);
            QCOMPARE(result.deploymentId.toUtf8(), r.deployment);
            // The body alone says the same wherever it names a deployment at all.
            const CommandResult bare = ma::decodeCommandResult(r.body, {});
            QVERIFY2(bare.deploymentId.isEmpty() || bare.deploymentId.toUtf8() == r.deployment, qPrintable(r.name));
            ++seen;
        }
        QVERIFY(seen > 100);
        QCOMPARE(ma::decodeCommandResult("", "").deploymentId, QString());
    }

    void dryRuns() {
        int seen = 0;
        for (const Recorded& r : all_) {
            if (r.status != 200 || !r.path.contains("dryRun=true"))
                continue;
            const auto steps = ma::decodeDryRun(r.body);
            QVERIFY2(steps, qPrintable(r.name));
            QCOMPARE(steps->size(), root(r.body)[s("steps")].toArray().size());
            ++seen;
        }
        QVERIFY(seen > 10);
    }

    void wrongAnswersAreErrors_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("html") << QByteArray("<html><body>hello</body></html>");
        QTest::newRow("other") << QByteArray("{\"frameworks\":[]}");
        QTest::newRow("number") << QByteArray("42");
        QTest::newRow("cut") << QByteArray("{\"apps\":[{\"id\":\"/a\",\"cmd\":\"sle");
        QTest::newRow("cut list") << QByteArray("{\"apps\":[{\"id\":\"/a\"},");
        QTest::newRow("utf8") << QByteArray("{\"apps\":[{\"id\":\"\xff\xfe\"}]}");
        QTest::newRow("deep") << "{\"app\":" + QByteArray(10'000, '[') + QByteArray(10'000, ']') + "}";
        QTest::newRow("deep groups") << QByteArray("{\"groups\":[").repeated(10'000);
    }
    void wrongAnswersAreErrors() {
        QFETCH(const QByteArray, body);
        QVERIFY(!ma::decodeApps(body));
        QVERIFY(!ma::decodeApp(body));
        QVERIFY(!ma::decodeQueue(body));
        QVERIFY(!ma::decodeGroups(body));
        QVERIFY(!ma::decodeVersions(body));
        const auto info = ma::decodeInfo(body);
        QVERIFY(!info);
        QCOMPARE(info.error().kind, base::ErrorKind::Decode);
        QVERIFY(info.error().sentence.endsWith(QLatin1Char('.')));
    }

    void manyUnknownFields() {
        QByteArray app = "{\"id\":\"/a\"";
        for (int i = 0; i < 5000; ++i)
            app += ",\"unknown" + QByteArray::number(i) + "\":{\"a\":[1,{\"b\":\"}\\\"]\"}],\"instances\":99}";
        app += ",\"instances\":3,\"cmd\":\"x\"}";
        const auto apps = ma::decodeApps("{\"apps\":[" + app + "]}");
        QVERIFY(apps);
        QCOMPARE(apps->first()->instances, 3);
        QCOMPARE(apps->first()->document, app);
    }

    void wrongTypesReadAsEmpty() {
        const auto apps = ma::decodeApps(
            "{\"apps\":[{\"id\":\"/a\",\"instances\":\"3\",\"labels\":[1],\"cpus\":null,\"constraints\":{\"x\":1},\n   "
            "         \"version\":5,\"deployments\":\"no\",\"container\":7,\"instances\":2.0},17,null,{\"noid\":1}]}");
        QVERIFY(apps);
        QCOMPARE(apps->size(), 1);
        QCOMPARE(apps->first()->instances, 2);
        QVERIFY(apps->first()->labels.isEmpty());
    }

    void isoTimes() {
        QCOMPARE(base::msFromIso("1970-01-01T00:00:00.000Z"), 0);
        QCOMPARE(base::msFromIso("2020-05-04T10:11:12.345Z"), 1588587072345LL);
        QCOMPARE(base::msFromIso("2020-05-04T12:11:12.345678901+02:00"), 1588587072345LL);
        QCOMPARE(base::msFromIso("2020-02-29T10:11Z"), 1582971060000LL);
        QCOMPARE(base::msFromIso("yesterday"), 0);
        QCOMPARE(base::msFromIso("2020-05-04"), 0);
        QCOMPARE(base::msFromIso("2020-05-04T10:11:12.345Zx"), 0);
    }

    void membersByBytes() {
        const QByteArray doc = " { \"a\" : 1.50, \"b\":{\"c\":\"}\\\"{\"}, \"l\":[1,[2]], \"a\":2e0 } ";
        QCOMPARE(json::members(doc).size(), 4);
        QCOMPARE(*json::member(doc, "a"), QByteArrayView("2e0"));
        QCOMPARE(json::without(doc, {"a", "l"}), QByteArray("{\"b\":{\"c\":\"}\\\"{\"}}"));
        QCOMPARE(json::without(doc, {"zz"}), doc);
        QCOMPARE(json::with("{}", "n", "3"), QByteArray("{\"n\":3}"));
        QCOMPARE(json::elements(" [1, \"a,b\" ,{}]").size(), 3);
        for (const char* bad : {"", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{a:1}", "[", "{\"a\":\"x"})
            QVERIFY(json::members(bad).isEmpty());
        QCOMPARE(json::quoted(s("a\"\\\n")), QByteArray("\"a\\\"\\\\\\u000a\""));
    }
};

MESOSCOPE_TEST_MAIN(TestMarathonDecode)
#include "tst_marathon_decode.moc"
