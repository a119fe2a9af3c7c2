// Swan: every recorded answer decodes, every request is exactly what its API wants, its bugs are warned about, and the
// link follows operations to their end.
#include "models/net/http_client.h"
#include "models/net/sse_parser.h"
#include "models/scheduler/compose_file.h"
#include "models/scheduler/request_parts.h"
#include "models/scheduler/swan/decode.h"
#include "models/scheduler/swan/requests.h"
#include "models/scheduler/swan/swan.h"
#include "tests/support/byte_server.h"
#include "tests/support/harness.h"
#include "tests/support/recorded.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace mesoscope;
using namespace mesoscope::scheduler;
using base::SourceState;
using test::ByteServer;
using Verb = Command::Verb;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

const char* web = "web.default.alice.stubmesos";
const char* task = "c00b760061f0.1.web.default.alice.stubmesos";

Command command(Verb verb, const char* target) {
    Command c;
    c.verb = verb;
    c.targets = {s(target)};
    return c;
}

swan::Application application(const char* operation = "noop", int tasks = 4) {
    swan::Application a;
    a.app.id = s(web);
    a.name = s("web");
    a.runAs = s("alice");
    a.cluster = s("stubmesos");
    a.operation = s(operation);
    a.taskCount = tasks;
    return a;
}

swan::Knowledge knowing(const swan::Application& a, int wanted = 4) {
    swan::Knowledge k;
    k.base = QUrl(s("http://swan.example.com:9999"));
    k.apps = {a};
    k.version = [wanted](const QString&) {
        App v;
        v.instances = wanted;
        v.document = "{}";
        return v;
    };
    return k;
}

QByteArray line(const base::Result<net::RequestSummary>& r) {
    if (!r)
        return "refused";
    return r->method + ' ' + r->url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority) + ' ' + r->body;
}

} // namespace

class TestSwan : public QObject {
    Q_OBJECT
private:
    QList<test::Recorded> all_ = test::recordedAnswers(s("swan/answers.txt"));

    QList<test::Recorded> of(const char* pattern, qsizetype atLeast) {
        QList<test::Recorded> out;
        const QRegularExpression re(QRegularExpression::anchoredPattern(s(pattern)));
        for (const test::Recorded& r : all_) {
            const QString path = QString::fromUtf8(r.path).section(QLatin1Char('?'), 0, 0);
            if (r.method == "GET" && r.status == 200 && re.match(path).hasMatch())
                out.append(r);
        }
        if (out.size() < atLeast)
            qFatal("only %d recordings for %s", int(out.size()), pattern);
        return out;
    }

private Q_SLOTS:
    void applications() {
        const auto compare = [](const swan::Application& a, const QJsonObject& o) {
            QCOMPARE(a.app.id, o[s("id")].toString());
            QCOMPARE(a.operation, o[s("operationStatus")].toString());
            QCOMPARE(a.error, o[s("errmsg")].toString());
            QCOMPARE(a.taskCount, o[s("task_count")].toInt());
            QCOMPARE(a.versionCount, o[s("version_count")].toInt());
            QCOMPARE(a.progress, o[s("progress")].toInt());
            QCOMPARE(a.app.tasksRunning, o[s("tasks_status")][s("TASK_RUNNING")].toInt());
            QCOMPARE(a.app.tasksHealthy, o[s("health")][s("healthy")].toInt());
            QCOMPARE(a.isBusy(), o[s("operationStatus")].toString() != s("noop"));
            QCOMPARE(swan::operationOf(a) != nullptr, a.isBusy());
        };
        for (const test::Recorded& r : of("/v1/apps", 6)) {
            const auto apps = swan::decodeApplications(r.body);
            QVERIFY2(apps, qPrintable(r.name));
            const QJsonArray list = QJsonDocument::fromJson(r.body).array();
            QCOMPARE(apps->size(), list.size());
            for (qsizetype i = 0; i < list.size(); ++i)
                compare(apps->at(i), list.at(i).toObject());
        }
        for (const test::Recorded& r : of("/v1/apps/[^/]+", 20)) {
            const auto app = swan::decodeApplication(r.body);
            QVERIFY2(app, qPrintable(r.name));
            compare(*app, QJsonDocument::fromJson(r.body).object());
        }
    }

    void tasksAndTheirDoubtfulFields() {
        for (const test::Recorded& r : of("/v1/apps/[^/]+/tasks", 12)) {
            const auto tasks = swan::decodeTasks(r.body, s("x"));
            QVERIFY2(tasks, qPrintable(r.name));
            const QJsonArray list = QJsonDocument::fromJson(r.body).array();
            QCOMPARE(tasks->size(), list.size());
            for (const Instance& t : *tasks) {
                QVERIFY(t.state.startsWith(s("TASK_")));
                // A running task shows another one's error message: it must not be believed.
                if (t.state == s("TASK_RUNNING") && !t.health.isEmpty())
                    QVERIFY(t.health.first().lastFailureCause.isEmpty());
            }
        }
        const auto first = swan::decodeTasks(test::recordedAnswer(all_, s("tasks")).body, s(web));
        QCOMPARE(first->size(), 4);
        QVERIFY(first->first().taskId.section(QLatin1Char('.'), 1, 1) == s("0")); // in order
    }

    void versions() {
        for (const test::Recorded& r : of("/v1/apps/[^/]+/versions", 3)) {
            const auto versions = swan::decodeVersions(r.body);
            QVERIFY2(versions, qPrintable(r.name));
            QCOMPARE(versions->size(), QJsonDocument::fromJson(r.body).array().size());
            for (const swan::Version& v : *versions) {
                const auto app = swan::decodeVersion(v.document);
                QVERIFY(app);
                QCOMPARE(app->version, v.id);
                QVERIFY(app->versionMs > 1'700'000'000'000);
                QVERIFY(app->image.startsWith(s("img")));
                QVERIFY(app->instances > 0);
            }
            QVERIFY(std::is_sorted(versions->rbegin(), versions->rend(),
                                   [](const swan::Version& a, const swan::Version& b) { return a.id < b.id; }));
        }
    }

    void composesAndTheirDependencies() {
        const auto list = swan::decodeComposes(test::recordedAnswer(all_, s("compose-ng-list")).body);
        QVERIFY(list);
        QCOMPARE(list->size(), 1);
        QCOMPARE(list->first().name, s("stack"));
        QCOMPARE(list->first().runAs, s("alice"));
        QCOMPARE(list->first().operation, s("noop"));
        QVERIFY(list->first().yaml.contains("services:"));
        const auto one = swan::decodeComposes(test::recordedAnswer(all_, s("compose-ng-get")).body);
        QVERIFY(one && one->size() == 1);
        QCOMPARE(one->first().apps.size(), 2);
        const auto needs = swan::decodeDependencies(test::recordedAnswer(all_, s("compose-ng-dependency")).body);
        QVERIFY(needs);
        QCOMPARE(needs->value(s("front")), QStringList{s("db")});
        QVERIFY(needs->value(s("db")).isEmpty());
        QVERIFY(!swan::decodeComposes("compose app not found"));
    }

    void agents() {
        const auto list = swan::decodeAgents(test::recordedAnswer(all_, s("agents")).body);
        QVERIFY(list && list->size() == 1);
        QCOMPARE(list->first().id, s("stub-S0"));
        QCOMPARE(list->first().host, s("vm"));
        QVERIFY(list->first().memoryBytes > list->first().memoryUsedBytes);
        const auto silent = swan::decodeAgents("{\"a\":\"no such agent: a\"}");
        QVERIFY(silent);
        QCOMPARE(silent->first().error, s("no such agent: a"));
    }

    void composeFilesTravelAsYaml() {
        const swan::Knowledge k = knowing(application());
        Command c;
        c.verb = Verb::Deploy;
        c.document = "version: \"3\"\nservices:\n  db:\n    image: img:db\n";
        QVERIFY(!swan::requestFor(c, k)); // who is it for?
        c.targets = {s("stack"), s("alice")};
        const auto create = swan::requestFor(c, k);
        QVERIFY(create);
        QCOMPARE(create->url.toString(), s("http://swan.example.com:9999/v1/compose-ng?name=stack&runas=alice"));
        QCOMPARE(create->contentType, QByteArray("application/x-yaml"));
        QCOMPARE(create->body, c.document);
        const auto destroy = swan::requestFor(command(Verb::DestroyGroup, "6c65952245719866"), k);
        QVERIFY(destroy);
        QCOMPARE(destroy->url.path(), s("/v1/compose-ng/6c65952245719866"));
        QVERIFY(!swan::requestFor(command(Verb::DestroyGroup, "../apps/x"), k));
        for (const char* name : {"alice&x=1", "a.b", "a_b", ""}) {
            c.targets = {s("stack"), s(name)};
            QVERIFY2(!swan::requestFor(c, k), name);
        }
        c.targets = {s("stack"), s("alice"), s("other")};
        QCOMPARE(swan::requestFor(c, k)->url.query(), s("name=stack&runas=alice&cluster=other"));
    }

    void variablesOfAComposeFileTravelWithIt() {
        const swan::Knowledge k = knowing(application());
        Command c = command(Verb::Deploy, "stack");
        c.targets << s("alice") << QString();
        c.document = "services:\n  db:\n    image: img:db\n    environment: [\"MODE=${MODE}\", \"L=${LEVEL:2}\"]\n";
        QVERIFY(swan::warningsFor(c, k).join(QLatin1Char(' ')).contains(s("${MODE}")));
        QVERIFY(!swan::warningsFor(c, k).join(QLatin1Char(' ')).contains(s("LEVEL"))); // has a default
        c.targets << s("MODE=a b&c+d") << s("X=1");
        QVERIFY(swan::warningsFor(c, k).isEmpty());
        QCOMPARE(QString::fromLatin1(swan::requestFor(c, k)->url.query(QUrl::FullyEncoded).toLatin1()),
                 s("name=stack&runas=alice&envs=MODE%3Da%20b%26c%2Bd,X%3D1"));
        for (const char* wrong : {"MODE=a,b", "MODE", "=x"}) {
            c.targets.last() = s(wrong);
            QVERIFY2(!swan::requestFor(c, k), wrong);
        }
    }

    void aComposeFileIsJudgedBeforeItIsSent() {
        const auto file =
            readComposeFile("services:\n  web:\n    image: w\n    depends_on: [api]\n    deploy: {replicas: "
                            "3}\n  db: {image: d}\n  api:\n    image: a\n    depends_on: {db: {}}\n");
        QVERIFY(file);
        QCOMPARE(composeOrder(*file), s("db, api (after db), web (after api)"));
        QCOMPARE(file->services.last().instances, 3);
        const auto sentence = [](const char* yaml) {
            const auto read = readComposeFile(yaml);
            return read ? QString() : read.error().sentence;
        };
        QVERIFY(sentence("services:\n  a: [\n").contains(s("line 3")));
        QVERIFY(sentence("apps: {}").contains(s("no services")));
        QVERIFY(sentence("").contains(s("no services")));
        QVERIFY(sentence("services: {a: {}}").contains(s("a has no image")));
        QVERIFY(sentence("services: {a: {image: x, depends_on: [b]}}").contains(s("waits for b")));
        // Two that wait for each other stay in the order of the file.
        QCOMPARE(readComposeFile("services: {a: {image: x, depends_on: [b]}, b: {image: x, depends_on: [a]}}")
                     ->services.first()
                     .name,
                 s("a"));
        QVERIFY(!createsCompose(command(Verb::Scale, "x")));
    }

    void leaderAndFramework() {
        QCOMPARE(*swan::decodeLeader(test::recordedAnswer(all_, s("v1-leader")).body), s("127.0.0.1:9989"));
        QCOMPARE(*swan::decodeFramework(test::recordedAnswer(all_, s("v1-framework")).body), s("stub-fw-0001"));
    }

    void everyRefusalIsInItsWords() {
        int seen = 0;
        for (const test::Recorded& r : all_) {
            if (r.status < 400)
                continue;
            const base::Error e = swan::errorFrom(r.status, r.contentType, r.body);
            QCOMPARE(e.httpStatus, r.status);
            QVERIFY(e.sentence.endsWith(QLatin1Char('.')) && !e.advice.isEmpty());
            QCOMPARE(e.serverText, QString::fromUtf8(r.body).trimmed().left(600));
            ++seen;
        }
        QVERIFY(seen > 30);
        // "Not found" comes as a 500, too.
        const test::Recorded missing = test::recordedAnswer(all_, s("scale-404"));
        QCOMPARE(missing.status, 500);
        QVERIFY(swan::errorFrom(500, missing.contentType, missing.body).sentence.contains(s("does not know")));
        QVERIFY(swan::errorFrom(423, {}, "app status is updating").sentence.contains(s("not finished")));
    }

    void eventStream() {
        const QByteArray body = test::fixture(s("swan/events.body"));
        net::SseParser parser;
        int events = 0;
        int cleanups = 0;
        parser.onEvent = [&](const net::SseEvent& raw) {
            const auto e = swan::decodeEvent(raw.data);
            QVERIFY(e);
            QCOMPARE(swan::appOfTask(e->taskId.toStdString()), e->appId);
            cleanups += e->isCleanup ? 1 : 0;
            ++events;
        };
        QVERIFY(parser.feed(std::string_view(body.constData(), std::size_t(body.size()))));
        QCOMPARE(events, body.count("\ndata: "));
        QVERIFY(events > 50 && cleanups > 5 && cleanups < events);
    }

    void requests() {
        const auto k = knowing(application());
        Command c = command(Verb::Scale, web);
        c.instances = 5;
        const auto scale = swan::requestFor(c, k);
        QCOMPARE(line(scale), QByteArray("POST /v1/apps/web.default.alice.stubmesos/scale {\"instances\":5}"));
        QCOMPARE(scale->contentType, QByteArray("application/json")); // exactly
        QCOMPARE(line(swan::requestFor(command(Verb::Suspend, web), k)),
                 QByteArray("POST /v1/apps/web.default.alice.stubmesos/stop "));
        QCOMPARE(line(swan::requestFor(command(Verb::Start, web), k)),
                 QByteArray("POST /v1/apps/web.default.alice.stubmesos/start "));
        QCOMPARE(line(swan::requestFor(command(Verb::Destroy, web), k)),
                 QByteArray("DELETE /v1/apps/web.default.alice.stubmesos "));
        QCOMPARE(line(swan::requestFor(command(Verb::KillTasks, task), k)),
                 QByteArray(
                     "DELETE /v1/apps/web.default.alice.stubmesos/tasks/c00b760061f0.1.web.default.alice.stubmesos "));
        c = command(Verb::DeployVersion, web);
        QCOMPARE(line(swan::requestFor(c, k)), QByteArray("POST /v1/apps/web.default.alice.stubmesos/rollback "));
        QVERIFY(!swan::warningsFor(c, k).isEmpty());
        c.version = s("1795420328416541546");
        QCOMPARE(line(swan::requestFor(c, k)),
                 QByteArray("POST /v1/apps/web.default.alice.stubmesos/rollback?version=1795420328416541546 "));
        QCOMPARE(line(swan::requestFor(command(Verb::Restart, web), k)), QByteArray("refused"));
        QCOMPARE(line(swan::requestFor(command(Verb::DestroyGroup, "/x"), k)), QByteArray("refused"));
    }

    void deployCreatesOrUpdates() {
        Command c;
        c.verb = Verb::Deploy;
        c.document = "{\"id\":\"17\",\"name\":\"web\",\"runAs\":\"alice\",\"instances\":2}";
        QCOMPARE(
            line(swan::requestFor(c, knowing(application()))),
            QByteArray(
                "PUT /v1/apps/web.default.alice.stubmesos {\"name\":\"web\",\"runAs\":\"alice\",\"instances\":2}"));
        c.document = "{\"name\":\"new\",\"runAs\":\"alice\"}";
        QCOMPARE(line(swan::requestFor(c, knowing(application()))),
                 QByteArray("POST /v1/apps {\"name\":\"new\",\"runAs\":\"alice\"}"));
        c.document = "{\"name\":\"x\"}";
        QVERIFY(!swan::requestFor(c, knowing(application())));
    }

    void canaries() {
        Command c = command(Verb::Canary, web);
        c.document = "{\"name\":\"web\"}";
        c.instances = 1;
        c.factor = 0.2;
        QCOMPARE(line(swan::requestFor(c, knowing(application()))),
                 QByteArray("PUT /v1/apps/web.default.alice.stubmesos/canary "
                            "{\"version\":{\"name\":\"web\"},\"instances\":1,\"value\":0.2,\"onFailure\":\"stop\"}"));
        // The next call goes on with the version that the first one stored.
        QVERIFY(!line(swan::requestFor(c, knowing(application("canary_unfinished")))).contains("version\":"));
        c.factor = 1.5; // a refused call would have stored the version already
        QVERIFY(!swan::requestFor(c, knowing(application())));
        c.factor = 0.5;
        c.verb = Verb::SetWeights;
        QCOMPARE(line(swan::requestFor(c, knowing(application()))),
                 QByteArray("PUT /v1/apps/web.default.alice.stubmesos/weights {\"value\":0.5}"));
    }

    void aCanaryChangesOnlyTheImage() {
        const QByteArray document =
            "{\"name\":\"web\",\"container\":{\"type\":\"docker\",\"docker\":{\"image\":\"img:1\","
            "\"network\":\"bridge\"},\"volumes\":[]},\"cpus\":0.10}";
        const QByteArray changed = withImage(document, s("img:2"));
        QByteArray expected = document;
        QCOMPARE(changed, expected.replace("img:1", "img:2"));
        QCOMPARE(withImage("{\"cmd\":\"x\"}", s("img:2")), QByteArray("{\"cmd\":\"x\"}"));
    }

    void dangerousBugsAreWarnedAbout() {
        Command zero = command(Verb::Scale, web);
        zero.instances = 0;
        QVERIFY(swan::warningsFor(zero, knowing(application())).first().contains(s("manager")));
        QVERIFY(!swan::requestFor(command(Verb::Start, web),
                                  knowing(application("noop", 0), 0))); // it would end the manager
        QVERIFY(
            swan::warningsFor(command(Verb::Start, web), knowing(application())).first().contains(s("as many again")));
        QVERIFY(swan::warningsFor(command(Verb::Start, web), knowing(application("noop", 0))).isEmpty());
        QVERIFY(!swan::warningsFor(command(Verb::KillTasks, task), knowing(application())).isEmpty());
        QVERIFY(swan::warningsFor(zero, knowing(application("updating"))).first().contains(s("updating")));
    }

    void hostileIds() {
        for (const char* id : {"", ".", "..", "a/../b", "a..b", "a/b", "a?x=1", "a#b", "a%2e", "a b",
                               "web.default.alice.", "\xc3\xa9"}) {
            for (const Verb v : {Verb::Scale, Verb::Suspend, Verb::Start, Verb::Destroy, Verb::DeployVersion,
                                 Verb::KillTasks, Verb::SetWeights}) {
                Command c = command(v, id);
                c.factor = 0.5;
                QVERIFY2(!swan::requestFor(c, knowing(application())), id);
            }
        }
    }

    void appsOfTasks() {
        QCOMPARE(swan::appOfTask(task), s(web));
        for (const char* other :
             {"", "web", "shop_cart.instance-011b4bca-e76a-11f1-823e-02fc00000001._app.1", "zzzzzzzzzzzz.1.a.b.c.d",
              "c00b760061f0.x.a.b.c.d", "c00b760061f0.1.a.b.c", "c00b760061f0.1.a.b.c.d.e"})
            QVERIFY2(swan::appOfTask(other).isEmpty(), other);
    }

    void theLinkFollowsAnOperation() {
        base::SystemClock clock;
        QHash<QByteArray, QByteArray> bodies;
        bodies["/v1/leader"] = test::recordedAnswer(all_, s("v1-leader")).body;
        bodies["/v1/framework"] = test::recordedAnswer(all_, s("v1-framework")).body;
        bodies["/v1/apps"] = test::recordedAnswer(all_, s("apps")).body;
        const QByteArray version = test::recordedAnswer(all_, s("version-one")).body;
        ByteServer server([&](const ByteServer::Seen& seen) {
            ByteServer::Answer a;
            if (seen.target == "/v1/events") {
                a.bytes = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
                a.close = false;
            } else if (seen.method == "POST") {
                a.bytes = ByteServer::http(202, "\"accepted\"");
            } else if (seen.target.contains("/versions/")) {
                a.bytes = ByteServer::http(200, version);
            } else {
                a.bytes = ByteServer::http(200, bodies.value(seen.target, "[]"));
            }
            return a;
        });
        net::HttpClient http(clock);
        net::Endpoint endpoint;
        endpoint.urls = {server.url()};
        SwanPace pace;
        pace.apps = 30;
        pace.busy = 30;
        const auto link = makeSwan(http, clock, endpoint, nullptr, pace);
        QList<AppPtr> apps;
        QList<DeploymentPtr> running;
        QStringList ended;
        QStringList healthy;
        connect(link.get(), &Scheduler::appsChanged, this,
                [&](const QList<AppPtr>& list, const QStringList&, bool) { apps = list; });
        connect(link.get(), &Scheduler::deploymentsChanged, this,
                [&](const QList<DeploymentPtr>& list) { running = list; });
        connect(link.get(), &Scheduler::deploymentEnded, this, [&](const QString& id, bool ok, const QString& why) {
            ended.append(id + (ok ? s(" ok") : s(" ") + why));
        });
        connect(link.get(), &Scheduler::instanceHealthChanged, this,
                [&](const QString& id, bool ok) { healthy.append(ok ? id : s("-") + id); });
        link->start();
        QTRY_COMPARE(link->status().state, SourceState::Live);
        QTRY_VERIFY(!apps.isEmpty() && apps.first()->image == s("img:1"));
        QTRY_COMPARE(link->frameworkId(), s("stub-fw-0001"));
        QVERIFY(has(link->capabilities(), Capability::Canary) && !has(link->capabilities(), Capability::Restart));

        bodies["/v1/apps"] = "[" + test::recordedAnswer(all_, s("app-scaling-up")).body + "]";
        std::optional<base::Result<CommandResult>> result;
        Command c = command(Verb::Scale, web);
        c.instances = 5;
        link->perform(c, this, [&](const base::Result<CommandResult>& r) { result = r; });
        QTRY_VERIFY(result && *result);
        QTRY_COMPARE(running.size(), 1);
        QCOMPARE(running.first()->id, (*result)->deploymentId);
        QCOMPARE(running.first()->currentActions.first().action, s("scaling_up"));
        bodies["/v1/apps"] = "[" + test::recordedAnswer(all_, s("app-scaled-up")).body + "]";
        QTRY_COMPARE(ended, QStringList{(*result)->deploymentId + s(" ok")});
        QTRY_VERIFY(running.isEmpty());

        QTRY_VERIFY(server.count("/v1/events") == 1);
        server.push(QByteArray("event: task_healthy\ndata: {\"type\":\"task_healthy\",\"app_id\":\"") + web +
                    "\",\"task_id\":\"" + task + "\",\"task_ip\":\"127.0.0.2\",\"task_port\":31001}\n\n");
        QTRY_COMPARE(healthy, QStringList{s(task)});
    }

    void anotherServerIsNamed() {
        base::SystemClock clock;
        ByteServer server([](const ByteServer::Seen&) {
            ByteServer::Answer a;
            a.bytes = ByteServer::http(200, "{\"hello\":1}");
            return a;
        });
        net::HttpClient http(clock);
        net::Endpoint endpoint;
        endpoint.urls = {server.url()};
        const auto link = makeSwan(http, clock, endpoint);
        link->start();
        QTRY_COMPARE(link->status().state, SourceState::Failed);
        QVERIFY(!link->status().problem.advice.isEmpty());
    }
};

MESOSCOPE_TEST_MAIN(TestSwan)
#include "tst_swan.moc"
