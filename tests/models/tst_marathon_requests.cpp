// What leaves for Marathon: each trap of its API has a test on the request that is built, hostile ids never become a
// wrong address, and every recorded refusal becomes an error in the server's words.
#include "models/base/json_members.h"
#include "models/scheduler/marathon/errors.h"
#include "models/scheduler/marathon/ids.h"
#include "models/scheduler/marathon/requests.h"
#include "tests/support/harness.h"
#include "tests/support/recorded.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace mesoscope;
using namespace mesoscope::scheduler;
namespace ma = mesoscope::scheduler::marathon;
using Verb = Command::Verb;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

AppPtr app(const char* id, const char* document, bool pod = false) {
    auto a = std::make_shared<App>();
    a->id = s(id);
    a->isPod = pod;
    a->document = document;
    return a;
}

struct World {
    QHash<QString, AppPtr> apps;
    QHash<QString, Group> groups;
    QString version = s("1.11.0");
    void add(const AppPtr& a) { apps.insert(a->id, a); }
    ma::Knowledge knowledge(const char* base = "http://m.example.com:8080") const {
        ma::Knowledge k;
        k.base = QUrl(s(base));
        k.app = [this](const QString& id) { return apps.value(id); };
        k.group = [this](const QString& id) {
            return groups.contains(id) ? std::optional(groups.value(id)) : std::nullopt;
        };
        k.apps = apps.values();
        k.serverVersion = version;
        return k;
    }
};

Command command(Verb verb, const QStringList& targets = {}) {
    Command c;
    c.verb = verb;
    c.targets = targets;
    return c;
}

Command deploy(const QByteArray& document) {
    Command c;
    c.verb = Verb::Deploy;
    c.document = document;
    return c;
}

QByteArray line(const base::Result<net::RequestSummary>& r) {
    if (!r)
        return "refused";
    return r->method + ' ' + r->url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority) + ' ' + r->body;
}

const char* uuid = "6c87abaf-f99c-4c6a-a1ff-3a0dd24a4bbd";
const char* task = "shop_cart.instance-011b4bca-e76a-11f1-823e-02fc00000001._app.1";

} // namespace

class TestMarathonRequests : public QObject {
    Q_OBJECT
private:
    World world_;

private Q_SLOTS:
    void init() {
        world_ = World();
        world_.add(app("/shop/cart", "{\"id\":\"/shop/cart\",\"cmd\":\"x\",\"version\":\"2020-01-01T00:00:00.000Z\"}"));
    }

    void scaleSendsOnlyTheNumber() {
        Command c = command(Verb::Scale, {s("/shop/cart")});
        c.instances = 5;
        QCOMPARE(line(ma::requestFor(c, world_.knowledge())), QByteArray("PUT /v2/apps/shop/cart {\"instances\":5}"));
        QCOMPARE(ma::requestFor(c, world_.knowledge())->contentType, QByteArray("application/json"));
        c.force = true;
        QCOMPARE(line(ma::requestFor(c, world_.knowledge())),
                 QByteArray("PUT /v2/apps/shop/cart?force=true {\"instances\":5}"));
        c.instances = -1;
        QVERIFY(!ma::requestFor(c, world_.knowledge()));
    }

    void scaleKeepsWhatPartialUpdatesLose() {
        world_.add(
            app("/a", "{\"id\":\"/a\",\"resourceLimits\":{\"cpus\": 2.50},\"executorResources\":{\"cpus\":0.1}}"));
        Command c = command(Verb::Scale, {s("/a")});
        c.instances = 2;
        QCOMPARE(
            line(ma::requestFor(c, world_.knowledge())),
            QByteArray("PUT /v2/apps/a "
                       "{\"instances\":2,\"executorResources\":{\"cpus\":0.1},\"resourceLimits\":{\"cpus\": 2.50}}"));
        c.verb = Verb::Suspend;
        QVERIFY(line(ma::requestFor(c, world_.knowledge())).contains("{\"instances\":0,\"executorResources\""));
    }

    void scalingAnUnknownAppIsRefused() {
        const auto r = ma::requestFor(command(Verb::Scale, {s("/nope")}), world_.knowledge());
        QVERIFY(!r);
        QCOMPARE(r.error().kind, base::ErrorKind::Refused);
        QVERIFY(r.error().sentence.contains(s("/nope")));
    }

    void podsScaleByTheirWholeDefinition() {
        world_.add(app("/p",
                       "{\"id\":\"/p\",\"version\":\"v\",\"containers\":[{\"name\":\"c\"}],\"scaling\":{\"kind\":"
                       "\"fixed\",\"instances\":1}}",
                       true));
        Command c = command(Verb::Scale, {s("/p")});
        c.instances = 4;
        QCOMPARE(line(ma::requestFor(c, world_.knowledge())),
                 QByteArray("PUT /v2/pods/p "
                            "{\"id\":\"/p\",\"containers\":[{\"name\":\"c\"}],\"scaling\":{\"kind\":\"fixed\","
                            "\"instances\":4}}"));
        QVERIFY(!ma::requestFor(command(Verb::Restart, {s("/p")}), world_.knowledge()));
        QCOMPARE(line(ma::requestFor(command(Verb::Destroy, {s("/p")}), world_.knowledge())),
                 QByteArray("DELETE /v2/pods/p?force=false "));
    }

    void versionNeverTravels() {
        const QByteArray edited =
            "{\"id\":\"/shop/cart\",\"cmd\":\"y\",\"version\":\"2020-01-01T00:00:00.000Z\","
            "\"versionInfo\":{},\"tasksRunning\":3,\"tasks\":[{\"version\":\"v\"}],\"deployments\":[],"
            "\"cpus\":0.10}";
        QCOMPARE(line(ma::requestFor(deploy(edited), world_.knowledge())),
                 QByteArray("PUT /v2/apps/shop/cart?partialUpdate=false "
                            "{\"id\":\"/shop/cart\",\"cmd\":\"y\",\"cpus\":0.10}"));
        const QByteArray fresh = "{\"id\":\"new/app\",\"cmd\":\"y\",\"version\":\"v\"}";
        QCOMPARE(line(ma::requestFor(deploy(fresh), world_.knowledge())),
                 QByteArray("POST /v2/apps {\"id\":\"new/app\",\"cmd\":\"y\"}"));
    }

    void replacementKeepsExecutorResourcesWhereItCan() {
        world_.add(app("/a", "{\"id\":\"/a\",\"cmd\":\"x\",\"executorResources\":{\"cpus\":0.1}}"));
        const QByteArray all = "{\"id\":\"/a\",\"cmd\":\"z\",\"executorResources\":{\"cpus\":0.2}}";
        QVERIFY(
            line(ma::requestFor(deploy(all), world_.knowledge())).startsWith("PUT /v2/apps/a?partialUpdate=true {"));
        // Something is unset: only a replacement can do that, and the loss is said.
        const QByteArray less = "{\"id\":\"/a\",\"args\":[],\"executorResources\":{\"cpus\":0.2}}";
        QVERIFY(
            line(ma::requestFor(deploy(less), world_.knowledge())).startsWith("PUT /v2/apps/a?partialUpdate=false {"));
        QVERIFY(
            ma::warningsFor(deploy(less), world_.knowledge()).join(QLatin1Char(' ')).contains(s("executorResources")));
    }

    void destroySaysForceExplicitly() {
        Command c = command(Verb::Destroy, {s("/shop/cart")});
        QCOMPARE(line(ma::requestFor(c, world_.knowledge())), QByteArray("DELETE /v2/apps/shop/cart?force=false "));
        c.force = true;
        QCOMPARE(line(ma::requestFor(c, world_.knowledge())), QByteArray("DELETE /v2/apps/shop/cart?force=true "));
        QVERIFY(ma::requestFor(c, world_.knowledge())->contentType.isEmpty());
        c = command(Verb::DestroyGroup, {s("/shop")});
        QCOMPARE(line(ma::requestFor(c, world_.knowledge())), QByteArray("DELETE /v2/groups/shop?force=false "));
        QVERIFY(!ma::requestFor(command(Verb::DestroyGroup, {s("/")}), world_.knowledge()));
    }

    void killTasks() {
        Command c = command(Verb::KillTasks, {s(task)});
        QCOMPARE(line(ma::requestFor(c, world_.knowledge())),
                 QByteArray("POST /v2/tasks/delete {\"ids\":[\"") + task + "\"]}");
        c.killAndScale = true;
        c.force = true;
        QVERIFY(line(ma::requestFor(c, world_.knowledge())).startsWith("POST /v2/tasks/delete?scale=true&force=true "));
        c.killAndWipe = true;
        QVERIFY(!ma::requestFor(c, world_.knowledge()));
        c.killAndScale = false;
        QVERIFY(line(ma::requestFor(c, world_.knowledge())).startsWith("POST /v2/tasks/delete?wipe=true&force=true "));
        QVERIFY(!ma::warningsFor(c, world_.knowledge()).isEmpty());
        // An instance id would be answered with a 500, another framework's task with a 404.
        for (const char* bad : {"shop_cart.instance-011b4bca-e76a-11f1-823e-02fc00000001", "x", "../tasks", "a b", ""})
            QVERIFY2(!ma::requestFor(command(Verb::KillTasks, {s(bad)}), world_.knowledge()), bad);
        QVERIFY(!ma::requestFor(command(Verb::KillTasks), world_.knowledge()));
    }

    void killContainersOfPods() {
        world_.add(app("/pods/p", "{}", true));
        const QString container = s("pods_p.instance-67a5c589-e76b-11f1-823e-02fc00000001.web.1");
        const QString other = s("pods_p.instance-67a5c589-e76b-11f1-823e-02fc00000001.side.1");
        QCOMPARE(line(ma::requestFor(command(Verb::KillTasks, {container, other}), world_.knowledge())),
                 QByteArray("DELETE /v2/pods/pods/p::instances "
                            "[\"pods_p.instance-67a5c589-e76b-11f1-823e-02fc00000001\"]"));
        QVERIFY(!ma::requestFor(command(Verb::KillTasks, {container, s(task)}), world_.knowledge()));
    }

    void fourWaysBack() {
        Command c = command(Verb::DeployVersion, {s("/shop/cart")});
        c.version = s("2020-05-04T10:11:12.345Z");
        QCOMPARE(line(ma::requestFor(c, world_.knowledge())),
                 QByteArray("PUT /v2/apps/shop/cart {\"version\":\"2020-05-04T10:11:12.345Z\"}"));
        QCOMPARE(line(ma::requestFor(command(Verb::RevertDeployment, {s(uuid)}), world_.knowledge())),
                 QByteArray("DELETE /v2/deployments/") + uuid + "?force=false ");
        QCOMPARE(line(ma::requestFor(command(Verb::StopDeployment, {s(uuid)}), world_.knowledge())),
                 QByteArray("DELETE /v2/deployments/") + uuid + "?force=true ");
        c = command(Verb::RevertGroup, {s("/shop")});
        c.version = s("2020-05-04T10:11:12.345Z");
        QCOMPARE(line(ma::requestFor(c, world_.knowledge())),
                 QByteArray("PUT /v2/groups/shop {\"version\":\"2020-05-04T10:11:12.345Z\"}"));
        c.version = s("x\"},\"y");
        QVERIFY(!ma::requestFor(c, world_.knowledge()));
    }

    void restartAndDelay() {
        QCOMPARE(line(ma::requestFor(command(Verb::Restart, {s("/shop/cart")}), world_.knowledge())),
                 QByteArray("POST /v2/apps/shop/cart/restart "));
        QCOMPARE(line(ma::requestFor(command(Verb::ResetDelay, {s("/shop/cart")}), world_.knowledge())),
                 QByteArray("DELETE /v2/queue/shop/cart/delay "));
    }

    void groups() {
        Command c = command(Verb::ScaleGroup, {s("/shop")});
        c.factor = 1.5;
        QCOMPARE(line(ma::requestFor(c, world_.knowledge())), QByteArray("PUT /v2/groups/shop {\"scaleBy\":1.5}"));
        c.factor = -1;
        QVERIFY(!ma::requestFor(c, world_.knowledge()));
        c.factor = qQNaN();
        QVERIFY(!ma::requestFor(c, world_.knowledge()));
    }

    void everyAppOfAGroupToANumber() {
        World world;
        const auto add = [&world](const char* id, int instances, const char* document) {
            auto a = std::make_shared<App>(*app(id, document));
            a->instances = instances;
            world.add(a);
        };
        add("/shop/web", 2, "{\"id\":\"/shop/web\",\"instances\":2,\"resourceLimits\":{\"cpus\":1}}");
        add("/shop/db/pg", 5, "{\"id\":\"/shop/db/pg\",\"instances\":5}");
        add("/other", 1, "{\"id\":\"/other\",\"instances\":1}");
        Command c = command(Verb::ScaleGroup, {s("/shop")});
        c.everyApp = true;
        c.instances = 5;
        QCOMPARE(line(ma::requestFor(c, world.knowledge())),
                 QByteArray("PUT /v2/apps?partialUpdate=true "
                            "[{\"id\":\"/shop/web\",\"instances\":5,\"resourceLimits\":{\"cpus\":1}}]"));
        QVERIFY(!ma::dryRunFor(c, world.knowledge()));
        c.targets = {s("/shop/../other")};
        QVERIFY(!ma::requestFor(c, world.knowledge()));
        c.targets = {s("/shop")};
        c.instances = -1;
        QVERIFY(!ma::requestFor(c, world.knowledge()));
    }

    void dryRunIsSpelledTrueAndOnlyWhereKnown() {
        Command c = command(Verb::ScaleGroup, {s("/shop")});
        c.factor = 2;
        QCOMPARE(line(ma::dryRunFor(c, world_.knowledge())),
                 QByteArray("PUT /v2/groups/shop?dryRun=true {\"scaleBy\":2}"));
        world_.version = s("0.15.3");
        QVERIFY(!ma::dryRunFor(c, world_.knowledge()));
        world_.version.clear();
        QVERIFY(!ma::dryRunFor(c, world_.knowledge()));
        // Apps have no dry run: the parameter would be ignored and the change done.
        QVERIFY(!ma::dryRunFor(command(Verb::Restart, {s("/shop/cart")}), World().knowledge()));
    }

    void groupDocuments() {
        Group shop;
        shop.id = s("/shop");
        shop.hasEnforceRole = true;
        shop.enforceRole = true;
        shop.groups = {s("/shop/db")};
        world_.groups.insert(shop.id, shop);
        const QByteArray doc = "{\"id\":\"/shop\",\"version\":\"v\",\"apps\":[{\"id\":\"web\"}]}";
        QCOMPARE(line(ma::requestFor(deploy(doc), world_.knowledge())),
                 QByteArray("PUT /v2/groups/shop {\"id\":\"/shop\",\"apps\":[{\"id\":\"web\"}],\"enforceRole\":true}"));
        // A subgroup goes to its own address without its id.
        const QByteArray sub = "{\"id\":\"/shop/db\",\"apps\":[]}";
        QCOMPARE(line(ma::requestFor(deploy(sub), world_.knowledge())),
                 QByteArray("PUT /v2/groups/shop/db {\"apps\":[]}"));
        const QString warnings = ma::warningsFor(deploy(doc), world_.knowledge()).join(QLatin1Char(' '));
        QVERIFY2(warnings.contains(s("/shop/cart")), qPrintable(warnings)); // not in the list: it would be destroyed
        const QByteArray nested = "{\"id\":\"/shop\",\"groups\":[{\"id\":\"db\",\"apps\":[]}]}";
        QVERIFY(ma::warningsFor(deploy(nested), world_.knowledge()).join(QLatin1Char(' ')).contains(s("/shop/db")));
    }

    void dangerousDocuments() {
        const QByteArray groupBy = "{\"id\":\"/x\",\"cmd\":\"y\",\"constraints\":[[\"rack\",\"GROUP_BY\"]]}";
        QVERIFY(ma::warningsFor(deploy(groupBy), world_.knowledge()).join(QLatin1Char(' ')).contains(s("GROUP_BY")));
        const QByteArray fine = "{\"id\":\"/x\",\"cmd\":\"y\",\"constraints\":[[\"rack\",\"GROUP_BY\",\"3\"]]}";
        QVERIFY(ma::warningsFor(deploy(fine), world_.knowledge()).isEmpty());
        const QByteArray deaf = "{\"id\":\"/x\",\"cmd\":\"y\",\"healthChecks\":[{\"protocol\":\"MESOS_HTTP\"}]}";
        QCOMPARE(ma::warningsFor(deploy(deaf), world_.knowledge()).size(), 1);
    }

    void documentsThatAreNone() {
        for (const char* bad : {"", "x", "{", "{\"id\":\"/a\"", "[", "{\"cmd\":\"x\"}", "{\"id\":\"/a\",\"x\":tru}",
                                "42", "{\"id\":\"/a\"} trailing", "{\"id\":5}"})
            QVERIFY2(!ma::requestFor(deploy(bad), world_.knowledge()), bad);
        QCOMPARE(ma::kindOf("{\"id\":\"/a\",\"containers\":[]}"), ma::DocumentKind::Pod);
        QCOMPARE(
            line(ma::requestFor(deploy("[{\"id\":\"/a\",\"version\":\"v\"},{\"id\":\"/b\"}]"), world_.knowledge())),
            QByteArray("PUT /v2/apps?partialUpdate=false [{\"id\":\"/a\"},{\"id\":\"/b\"}]"));
        QVERIFY(!ma::requestFor(deploy("[{\"id\":\"/a\"},{\"id\":\"/../b\"}]"), world_.knowledge()));
    }

    void unknownFieldsTravelUnchanged() {
        QByteArray doc = "{\"id\":\"/big\"";
        for (int i = 0; i < 5000; ++i)
            doc += ",\"x" + QByteArray::number(i) + "\":{\"n\": 1.10,\"s\":\"\\u00e9}\"}";
        doc += "}";
        QCOMPARE(ma::requestFor(deploy(doc), world_.knowledge())->body, doc);
    }

    void hostileIds_data() {
        QTest::addColumn<QString>("id");
        int n = 0;
        for (const char* id : {"/a/../b",
                               "/a/./b",
                               "/..",
                               "/.",
                               "/a//b",
                               "",
                               "/",
                               "/a/",
                               "/a?force=true",
                               "/a#b",
                               "/a;v=1",
                               "/a%2Fb",
                               "/a%2e%2e/b",
                               "/a/*",
                               "/*",
                               "/a b",
                               "/a\nb",
                               "/a\tb",
                               "/a/tasks",
                               "/a/restart",
                               "/a/versions",
                               "/a::status",
                               "/a:b",
                               "/a\\b",
                               "//evil.example.com/x",
                               "http://evil.example.com",
                               "/a@b",
                               "/\xc3\xa9",
                               "/a\"b",
                               "/a'b",
                               "/a+b",
                               "/a&b",
                               "/a=b",
                               "/a{b}",
                               "/a|b",
                               "/a<b>",
                               "/a\x01",
                               "/\xe2\x80\xae"
                               "b"})
            QTest::addRow("%d %s", ++n, id) << s(id);
    }
    void hostileIds() {
        QFETCH(const QString, id);
        world_.add(app(id.toUtf8().constData(), "{}"));
        for (const Verb v :
             {Verb::Scale, Verb::Restart, Verb::Suspend, Verb::Destroy, Verb::ResetDelay, Verb::DeployVersion}) {
            Command c = command(v, {id});
            c.version = s("2020-05-04T10:11:12.345Z");
            QVERIFY2(!ma::requestFor(c, world_.knowledge()), qPrintable(id));
        }
        QVERIFY(!ma::requestFor(command(Verb::DestroyGroup, {id}), world_.knowledge()) || id.endsWith(s("/tasks")) ||
                id.endsWith(s("/restart")));
        QVERIFY(!ma::requestFor(command(Verb::StopDeployment, {id}), world_.knowledge()) || id == s("/a:b"));
    }

    void legalIdsArriveAsTheyAre() {
        for (const char* id : {"/a", "/a-b.c1/x.y-2", "/0/1", "/a..b", "/tasks/a", "/versions/x"}) {
            world_.add(app(id, "{}"));
            Command c = command(Verb::Scale, {s(id)});
            const auto r = ma::requestFor(c, world_.knowledge());
            QVERIFY2(r, id);
            QCOMPARE(r->url.toEncoded(), QByteArray("http://m.example.com:8080/v2/apps") + id);
        }
    }

    void baseAddressWithPathAndUser() {
        Command c = command(Verb::Restart, {s("/shop/cart")});
        const auto r = ma::requestFor(c, world_.knowledge("https://u:secret@dcos.example.com/service/marathon/"));
        QCOMPARE(r->url.toString(), s("https://dcos.example.com/service/marathon/v2/apps/shop/cart/restart"));
    }

    void appsOfTasks_data() {
        QTest::addColumn<QByteArray>("task");
        QTest::addColumn<QString>("app");
        QTest::addColumn<QString>("instance");
        const QByteArray u = "011b4bca-e76a-11f1-823e-02fc00000001";
        QTest::newRow("app") << "shop_cart.instance-" + u + "._app.12" << s("/shop/cart")
                             << s("shop_cart.instance-") + QString::fromLatin1(u);
        QTest::newRow("old") << "shop_cart." + u << s("/shop/cart") << s("shop_cart.") + QString::fromLatin1(u);
        QTest::newRow("marathon") << "a.marathon-" + u << s("/a") << s("a.marathon-") + QString::fromLatin1(u);
        QTest::newRow("dots") << "a-b.c1_x.y-2.instance-" + u + "._app.1" << s("/a-b.c1/x.y-2")
                              << s("a-b.c1_x.y-2.instance-") + QString::fromLatin1(u);
        QTest::newRow("pod") << "pods_p.instance-" + u + ".web.1" << s("/pods/p")
                             << s("pods_p.instance-") + QString::fromLatin1(u);
        for (const char* none :
             {"", ".", "web", "web.1", ".instance-011b4bca-e76a-11f1-823e-02fc00000001", "driver.instance-5",
              "ct:1234:0:job:", "a.011b4bca-e76a-11f1-823e-02fc0000000", "a.011b4bca-e76a-11f1-823e-02fc0000000g"})
            QTest::newRow(none) << QByteArray(none) << QString() << s(none);
    }
    void appsOfTasks() {
        QFETCH(const QByteArray, task);
        QFETCH(const QString, app);
        QFETCH(const QString, instance);
        QCOMPARE(ma::appOfTask(std::string_view(task.constData(), std::size_t(task.size()))), app);
        QCOMPARE(ma::instanceOfTask(QString::fromUtf8(task)), instance);
    }

    void instancesInHealthResults() {
        QCOMPARE(ma::bareInstanceId(s("instance [a.instance-1]")), s("a.instance-1"));
        QCOMPARE(ma::bareInstanceId(s("a.instance-1")), s("a.instance-1"));
    }

    // --- refusals ----------------------------------------------------------------------------------------------------

    void everyRecordedRefusal() {
        int seen = 0;
        for (const test::Recorded& r : test::recordedAnswers(s("marathon/answers.txt"))) {
            if (r.status < 400 || r.method == "HEAD")
                continue;
            const base::Error e = ma::errorFrom(r.status, r.contentType, r.body);
            QCOMPARE(e.httpStatus, r.status);
            QVERIFY2(e.sentence.endsWith(QLatin1Char('.')), qPrintable(r.name));
            QVERIFY2(!e.serverText.contains(QLatin1Char('<')) || r.contentType.contains("json"), qPrintable(r.name));
            QVERIFY2(!e.serverText.contains(s("<DEPLOYMENT_ID>")), qPrintable(r.name));
            QCOMPARE(e.serverText.isEmpty(), r.body.trimmed().isEmpty());
            const QJsonObject o = QJsonDocument::fromJson(r.body).object();
            const QString message = o[s("message")].toString();
            if (!message.contains(s("<DEPLOYMENT_ID>")) && !message.startsWith(QLatin1Char('{')))
                QVERIFY2(e.serverText.startsWith(message.left(300)) || message.contains(s("[Source")),
                         qPrintable(r.name));
            ++seen;
        }
        QVERIFY(seen > 150);
    }

    void lockNamesTheDeployment() {
        const auto all = test::recordedAnswers(s("marathon/answers.txt"));
        const test::Recorded r = test::recordedAnswer(all, s("conflict.PUT.409"));
        const ma::ServerRefusal refusal = ma::readRefusal(r.contentType, r.body);
        QCOMPARE(refusal.deployments.size(), 1);
        QVERIFY(refusal.message.contains(s("/v2/deployments/") + refusal.deployments.first()));
        const base::Error e = ma::errorFrom(409, r.contentType, r.body);
        QVERIFY(e.sentence.contains(s("lock")));
        const base::Error taken =
            ma::errorFrom(409, "application/json", test::recordedAnswer(all, s("app.POST.minimal_again_409")).body);
        QVERIFY(!taken.sentence.contains(s("lock")));
        QCOMPARE(taken.serverText, s("An app with id [/min] already exists."));
    }

    void detailsInAllForms() {
        const auto validation =
            ma::readRefusal("application/json", "{\"message\":\"Object is not valid\",\"details\":[{\"path\":\"/"
                                                "cpus\",\"errors\":[\"a\",\"b\"]}]}");
        QCOMPARE(validation.problems, (QList<ma::FieldProblem>{{s("/cpus"), {s("a"), s("b")}}}));
        QCOMPARE(ma::errorFrom(422, "application/json",
                               "{\"message\":\"M\",\"details\":[{\"path\":\"/x\",\"errors\":[\"a\"]}]}")
                     .serverText,
                 s("M\n/x: a"));
        QCOMPARE(
            ma::readRefusal("application/json", "{\"message\":\"M\",\"details\":\"d\\n at [Source: secret]\"}").details,
            s("d"));
        QCOMPARE(ma::readRefusal("application/json", "{\"message\":\"M\",\"details\":[]}").message, s("M"));
        QCOMPARE(ma::readRefusal("", "").message, QString());
        QCOMPARE(
            ma::readRefusal("application/json", "{\"message\":\"{\\\"message\\\": \\\"inner\\\"}\",\"details\":[]}")
                .message,
            s("inner"));
    }

    void documentsDoNotComeBackInErrors() {
        const auto r = ma::errorFrom(
            422, "application/json",
            "{\"message\":\"Invalid JSON\",\"details\":[{\"path\":\"/id\",\"errors\":[\"'id' is undefined on "
            "object: {\\\"env\\\":{\\\"PASSWORD\\\":\\\"hunter2\\\"}}\"]}]}");
        QVERIFY(!r.serverText.contains(s("hunter2")));
        QVERIFY(r.serverText.contains(s("'id' is undefined")));
    }
};

MESOSCOPE_TEST_MAIN(TestMarathonRequests)
#include "tst_marathon_requests.moc"
