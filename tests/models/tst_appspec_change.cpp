// Differences, classes of change, merges, forecasts and plans.
#include "models/appspec/change_class.h"
#include "models/appspec/diff.h"
#include "models/appspec/forecast.h"
#include "models/appspec/merge.h"
#include "models/appspec/plan.h"
#include "models/appspec/rules/swan.h"
#include "tests/support/harness.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace mesoscope::appspec;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}
/// JSON with ' for ".
QByteArray j(const char* text) {
    return QByteArray(text).replace('\'', '"');
}

QStringList lines(const QByteArray& before, const QByteArray& after) {
    const JsonTree a = JsonTree::parse(before), b = JsonTree::parse(after);
    QStringList texts;
    for (const AppDiff& diff : diffDocuments(a, b)) {
        for (const FieldSummary& line : diff.summary())
            texts.append(line.text());
    }
    return texts;
}

marathon::App app(const QByteArray& json) {
    const marathon::Result result = marathon::validate(JsonTree::parse(json));
    return result.apps.empty() ? marathon::App{} : result.apps.front();
}

Impact impact(const char* before, const char* after) {
    const marathon::App a = app(j(before)), b = app(j(after));
    return impactOf(&a, &b);
}

ForecastAgent agent(const char* host, double cpus, double mem, const char* rack) {
    ForecastAgent agent;
    agent.id = agent.hostname = host;
    agent.free = {cpus, mem, 10000, 0};
    agent.ports = {{31000, 31009}};
    agent.attributes = {{"rack", rack}};
    return agent;
}

QString table(const ForecastResult& result) {
    QStringList parts{s("fits %1").arg(result.fits)};
    for (const auto& placement : result.placements)
        parts.append(s("#%1×%2").arg(placement.agent).arg(placement.count));
    for (const auto& [reason, count] : result.rejected)
        parts.append(s("%1 %2").arg(reason == Reject::None ? s("free") : rejectName(reason)).arg(count));
    return parts.join(s(", "));
}

} // namespace

class TestAppSpecChange : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void upgradesAsWatchedOnAServer();
    void differencesInWords();
    void defaultsAndOrderAreNoDifference();
    void storedCasesDifferInNothing();
    void wholeGroups();
    void textDiffKeepsBothSides();
    void classes();
    void mergeTakesWhatOnlyTheyChanged();
    void mergeTellsConflicts();
    void forecastPlacesAndExplains();
    void forecastKnowsEveryOperator();
    void forecastReservationsPortsAndMaintenance();
    void plans();
    void swanRules();
};

void TestAppSpecChange::upgradesAsWatchedOnAServer() {
    const QJsonArray upgrades = QJsonDocument::fromJson(mesoscope::test::fixture(s("marathon/upgrades.json")))
                                    .object()
                                    .value(s("upgrades"))
                                    .toArray();
    QVERIFY(upgrades.size() > 50);
    for (const QJsonValue& value : upgrades) {
        const QJsonObject one = value.toObject();
        const Pace pace = paceOf(one.value(s("instances")).toInt(), one.value(s("minimumHealthCapacity")).toDouble(),
                                 one.value(s("maximumOverCapacity")).toDouble());
        QCOMPARE(pace.peak, one.value(s("most_present")).toInt());
        QCOMPARE(pace.floor, one.value(s("fewest_running")).toInt());
    }
    QCOMPARE(paceOf(3, 1, 0, true).floor, 2);
    QCOMPARE(paceOf(3, 1, 0, true).peak, 3);
}

void TestAppSpecChange::differencesInWords() {
    const QByteArray before = j("{'id':'/a','cmd':'x','instances':4,'env':{'A':'1','B':'2','C':'3'},"
                                "'constraints':[['rack','UNIQUE']],'labels':{'t':'1'}}");
    const QByteArray after = j("{'id':'/a','cmd':'x','instances':6,'env':{'A':'1','D':'4','E':'5','C':'0'},"
                               "'constraints':[['rack','MAX_PER','2']],'mem':256}");
    QCOMPARE(lines(before, after), (QStringList{s("constraints +1 −1"), s("env +2 −1 ~1"), s("instances 4 → 6"),
                                                s("labels −1"), s("mem 128 → 256")}));
    const JsonTree a = JsonTree::parse(before), b = JsonTree::parse(after);
    const AppDiff diff = diffDocuments(a, b).front();
    const auto memory =
        std::find_if(diff.changes.begin(), diff.changes.end(), [](const Change& c) { return c.path == s("/mem"); });
    QVERIFY(memory != diff.changes.end() && memory->kind == ChangeKind::Added && memory->pointerAfter == s("/mem"));
}

void TestAppSpecChange::defaultsAndOrderAreNoDifference() {
    QVERIFY(lines(j("{'id':'/a','cmd':'x','cpus':1}"),
                  j("{'cmd':'x','cpus':1.0,'mem':128.0,'id':'/a','version':'2020-01-01T00:00:00.000Z','tasksRunning':3,"
                    "'networks':[{'mode':'host'}],'labels':{},'portDefinitions':[{'port':10003,'name':'default','"
                    "protocol':'tcp'}],"
                    "'upgradeStrategy':{'minimumHealthCapacity':1,'maximumOverCapacity':1}}"))
                .isEmpty());
    QVERIFY(lines(j("{'id':'/a','constraints':[['a','UNIQUE'],['b','UNIQUE']]}"),
                  j("{'id':'/a','constraints':[['b','UNIQUE'],['a','UNIQUE']]}"))
                .isEmpty());
    QCOMPARE(lines(j("{'id':'/a','args':['a','b']}"), j("{'id':'/a','args':['b','a']}")), QStringList{s("args ~2")});
}

/// What was sent against what the server made of it: no difference, by diff and by class.
void TestAppSpecChange::storedCasesDifferInNothing() {
    for (const char* name :
         {"valid-container-network-named", "valid-deprecated-docker-network-bridge", "valid-env-plain",
          "valid-linuxinfo", "valid-many-command-health-checks", "valid-persistent-volume", "valid-relative-id",
          "valid-docker-image-without-cmd", "valid-portmappings-dropped-on-host-network"}) {
        const QJsonObject one =
            QJsonDocument::fromJson(mesoscope::test::fixture(s("marathon/cases/%1.json").arg(QLatin1String(name))))
                .object();
        const QByteArray sent = QJsonDocument(one.value(s("app")).toObject()).toJson();
        const QByteArray stored = QJsonDocument(one.value(s("stored")).toObject()).toJson();
        const marathon::App a = app(sent), b = app(stored);
        QVERIFY2(a.id && b.id, name);
        const Impact same = impactOf(&b, &a);
        QVERIFY2(same.kind == ChangeClass::Nothing, qPrintable(s(name) + s(": ") + same.restartBecause.join(s(", "))));
    }
}

void TestAppSpecChange::wholeGroups() {
    const JsonTree a = JsonTree::parse(j("{'id':'/g','apps':[{'id':'x','cmd':'1'},{'id':'gone','cmd':'1'}],"
                                         "'groups':[{'id':'s','apps':[{'id':'y','cmd':'1'}]}]}"));
    const JsonTree b = JsonTree::parse(j("{'id':'/g','apps':[{'id':'/g/x','cmd':'2'},{'id':'new','cmd':'1'}],"
                                         "'groups':[{'id':'/g/s','apps':[{'id':'y','cmd':'1'}]}]}"));
    const QList<AppDiff> diffs = diffDocuments(a, b);
    QCOMPARE(diffs.size(), 3);
    QCOMPARE(diffs[0].id, s("/g/gone"));
    QCOMPARE(diffs[0].kind, ChangeKind::Removed);
    QCOMPARE(diffs[1].kind, ChangeKind::Added);
    QCOMPARE(diffs[2].changes.front().path, s("/cmd"));
}

void TestAppSpecChange::textDiffKeepsBothSides() {
    const QList<TextLine> result =
        diffText("{\n \"a\": 1,\n \"b\": 2\n}\n", "{\n \"a\": 1,\n \"b\": 3,\n \"c\": 4\n}\n");
    QByteArray before, after;
    for (const TextLine& line : result) {
        if (line.kind != TextLine::Kind::Added)
            before += line.text.toUtf8() + '\n';
        if (line.kind != TextLine::Kind::Removed)
            after += line.text.toUtf8() + '\n';
    }
    QCOMPARE(before, QByteArray("{\n \"a\": 1,\n \"b\": 2\n}\n"));
    QCOMPARE(after, QByteArray("{\n \"a\": 1,\n \"b\": 3,\n \"c\": 4\n}\n"));
    QCOMPARE(result.size(), 6);
    QCOMPARE(result.last().after, 5);
}

void TestAppSpecChange::classes() {
    const char* const base = "{'id':'/a','cmd':'sleep 1','instances':4}";
    QCOMPARE(impact(base, base).kind, ChangeClass::Nothing);
    const Impact scale = impact(base, "{'id':'/a','cmd':'sleep 1','instances':6}");
    QCOMPARE(scale.kind, ChangeClass::Scale);
    QCOMPARE(scale.moreInstances, 2);
    QCOMPARE(scale.more.mem, 256.0);
    const Impact restart = impact(base, "{'id':'/a','cmd':'sleep 1','instances':4,'labels':{'a':'b'},"
                                        "'upgradeStrategy':{'minimumHealthCapacity':0.75,'maximumOverCapacity':0.25}}");
    QCOMPARE(restart.kind, ChangeClass::Restart);
    QCOMPARE(restart.restartBecause, (QStringList{s("upgradeStrategy"), s("labels")}));
    QCOMPARE(restart.pace.floor, 3);
    QCOMPARE(restart.pace.peak, 5);
    QCOMPARE(restart.moreInstances, 1);
    const marathon::App fresh = app(j(base));
    QCOMPARE(impactOf(nullptr, &fresh).kind, ChangeClass::NewApp);
    QCOMPARE(impactOf(&fresh, nullptr).kind, ChangeClass::Removed);
}

void TestAppSpecChange::mergeTakesWhatOnlyTheyChanged() {
    const QByteArray base = j("{'id':'/a','cmd':'x','instances':2,'env':{'A':'1','B':'2'}}");
    const QByteArray mine =
        j("{\n  'id': '/a',\n  'cmd': 'y',\n  'instances': 2,\n  'env': {\n    'A': '1',\n    'B': '2'\n  }\n}\n");
    const QByteArray theirs =
        j("{'id':'/a','cmd':'x','instances':5,'env':{'A':'9'},'user':'u','version':'2021-01-01T00:00:00.000Z'}");
    const MergeResult result = merge(base, mine, theirs);
    QVERIFY(result.conflicts.isEmpty());
    QCOMPARE(
        result.text,
        j("{\n  'id': '/a',\n  'cmd': 'y',\n  'instances': 5,\n  'env': {\n    'A': '9'\n  },\n  'user': 'u'\n}\n"));
    QCOMPARE(result.taken.size(), 4);
}

void TestAppSpecChange::mergeTellsConflicts() {
    const MergeResult result = merge(j("{'cmd':'x','mem':1}"), j("{'cmd':'y','mem':2}"), j("{'cmd':'z','mem':2.0}"));
    QCOMPARE(result.conflicts.size(), 1);
    QCOMPARE(result.conflicts[0].pointer, s("/cmd"));
    QCOMPARE(result.conflicts[0].theirs, QByteArray("\"z\""));
    QCOMPARE(result.text, j("{'cmd':'y','mem':2}"));
    QVERIFY(!merge("{}", "{", "{}").error.isEmpty());
}

void TestAppSpecChange::forecastPlacesAndExplains() {
    const std::vector<ForecastAgent> agents{agent("a", 4, 4096, "r1"), agent("b", 4, 4096, "r1"),
                                            agent("c", 0.5, 4096, "r2"), agent("d", 4, 64, "r2")};
    ForecastRequest request;
    request.need = {1, 128, 0, 0};
    request.instances = 3;
    QCOMPARE(table(forecast(agents, request)), s("fits 3, #0×2, #1×1, InsufficientCpus 1, InsufficientMemory 1"));
    request.instances = 20;
    const ForecastResult all = forecast(agents, request);
    QCOMPARE(all.fits, 8);
    QCOMPARE(all.closestAgent, 2);
    QCOMPARE(all.missing.cpus, 0.5);
    request.instances = 1;
    QCOMPARE(table(forecast(agents, request)), s("fits 1, #0×1, free 1, InsufficientCpus 1, InsufficientMemory 1"));
    QCOMPARE(canTakeOne(agents, request), 2);
}

void TestAppSpecChange::forecastKnowsEveryOperator() {
    std::vector<ForecastAgent> agents{agent("a", 9, 9999, "r1"), agent("b", 9, 9999, "r1"), agent("c", 9, 9999, "r2"),
                                      agent("d", 9, 9999, "r3")};
    agents[3].attributes = {{"rack", "r3"}, {"gen", "1.500"}};
    agents[2].zone = "z";
    const auto placed = [&](const char* field, const char* op, const char* value, int wanted) {
        ForecastRequest request;
        request.instances = request.wantedTotal = wanted;
        request.need = {0.1, 1, 0, 0};
        request.constraints = {{field, op, value}};
        return forecast(agents, request).fits;
    };
    QCOMPARE(placed("rack", "UNIQUE", "", 9), 3);
    QCOMPARE(placed("rack", "MAX_PER", "2", 9), 6);
    QCOMPARE(placed("rack", "CLUSTER", "r2", 5), 5);
    QCOMPARE(placed("rack", "GROUP_BY", "3", 9), 9);
    QCOMPARE(placed("rack", "GROUP_BY", "4", 8), 6);
    QCOMPARE(placed("gen", "UNIQUE", "", 9), 1);
    const auto matching = [&](const char* field, const char* op, const char* value) {
        return matchCount(agents, {{field, op, value}}, "rack").matching;
    };
    QCOMPARE(matching("rack", "LIKE", "r[12]"), 3);
    QCOMPARE(matching("rack", "LIKE", "r"), 0); // the whole text must match
    QCOMPARE(matching("rack", "UNLIKE", "r1"), 2);
    QCOMPARE(matching("gen", "UNLIKE", "x"), 4); // no such field: only UNLIKE lets it in
    QCOMPARE(matching("gen", "LIKE", ".*"), 1);
    QCOMPARE(matching("@zone", "IS", "z"), 1);
    QCOMPARE(matching("hostname", "IS", "b"), 1);
    const MatchCount two = matchCount(agents, {{"rack", "LIKE", "r[12]"}}, "rack");
    QCOMPARE(two.agents, 4);
    QCOMPARE(two.groups, 2);
}

void TestAppSpecChange::forecastReservationsPortsAndMaintenance() {
    std::vector<ForecastAgent> agents{agent("a", 0, 0, "r1"), agent("b", 4, 4096, "r1"), agent("c", 4, 4096, "r1")};
    agents[0].reserved = {{"prod", {4, 4096, 0, 0}}};
    agents[1].unavailable = true;
    ForecastRequest request;
    request.need = {1, 128, 0, 0};
    request.instances = 20;
    request.randomPorts = 3;
    QCOMPARE(table(forecast(agents, request)), s("fits 3, #2×3, UnfulfilledRole 1, AgentMaintenance 1"));
    request.role = "prod";
    request.randomPorts = 0;
    QCOMPARE(forecast(agents, request).fits, 8);
    request.acceptUnreserved = false;
    QCOMPARE(forecast(agents, request).fits, 4);
    request.acceptUnreserved = true;
    request.fixedPorts = {31005};
    QCOMPARE(forecast(agents, request).fits, 2);
    request.fixedPorts = {80};
    QCOMPARE(table(forecast(agents, request)), s("fits 0, AgentMaintenance 1, InsufficientPorts 2"));
}

void TestAppSpecChange::plans() {
    PlanInput input;
    input.document =
        j("{'id':'/g','apps':[{'id':'front','cmd':'sleep 1','dependencies':['/g/db']},{'id':'db','cmd':'sleep 2'}]}");
    input.running = {j("{'id':'/g/front','cmd':'sleep 1','dependencies':['/g/db']}"),
                     j("{'id':'/g/db','cmd':'sleep 1'}")};
    input.agents = {agent("a", 0.5, 4096, "r1")};
    const Plan plan = planOf(input);
    QVERIFY(plan.valid);
    QCOMPARE(plan.kind, ChangeClass::Restart);
    QVERIFY(!plan.fits);
    QCOMPARE(plan.steps.size(), 1);
    QCOMPARE(plan.steps[0].actions[0].action, s("RestartApplication"));
    input.running.clear();
    const Plan fresh = planOf(input);
    QCOMPARE(fresh.steps.size(), 3);
    QCOMPARE(fresh.steps[1].actions[0].app, s("/g/db"));
    QCOMPARE(fresh.steps[2].actions[0].app, s("/g/front"));
    input.document = "{";
    QVERIFY(!planOf(input).valid);
    input.document = j("{'id':'/a','cmd':'sleep 1','instances':2,'executorResources':{'cpus':0.2}}");
    input.running = {j("{'id':'/a','cmd':'sleep 1','instances':2}")};
    QCOMPARE(planOf(input).kind, ChangeClass::Unnoticed);
}

void TestAppSpecChange::swanRules() {
    const auto paths = [](const char* json) {
        QStringList found;
        for (const Problem& problem : swan::validate(JsonTree::parse(j(json))))
            found.append(problem.path);
        return found.join(s(" "));
    };
    const char* const good = "{'name':'web','runAs':'bob','instances':2,'cpus':0.1,'mem':16,"
                             "'container':{'type':'docker','docker':{'image':'nginx','network':'bridge',"
                             "'portMappings':[{'name':'http','containerPort':80,'protocol':'tcp'}]}},"
                             "'healthCheck':{'protocol':'http','portName':'http','path':'/','intervalSeconds':5}}";
    QCOMPARE(paths(good), QString());
    QCOMPARE(paths("{'name':'a.b','instances':0,'container':{'type':'MESOS','docker':{'image':''}}}"),
             s("/name /runAs /instances /container/type /container/docker/image /container/docker/network"));
    QCOMPARE(paths("{'name':7}"), s("/name"));
    QCOMPARE(paths("{'instances':2.0,'env':{'A':1},'uris':['u',1],'container':{'docker':{'privileged':'yes',"
                   "'portMappings':[{},{'containerPort':'80'}]}},'proxy':{'proxies':[{'listen':80}]},"
                   "'constraints':['a'],'restart':{'retries':1e1},'healthCheck':{'timeoutSeconds':'5'}}"),
             s("/instances /container/docker/privileged /container/docker/portMappings(1)/containerPort /env/A "
               "/healthCheck/timeoutSeconds /restart/retries /constraints(0) /uris(1) /proxy/proxies(0)/listen"));
    QCOMPARE(paths("{'cmd':null,'name':'a','runAs':'b','instances':1,'env':null,'container':{'type':'docker',"
                   "'docker':{'image':'i','network':'host','parameters':null}}}"),
             QString());
    QCOMPARE(
        paths("{'name':'a','runAs':'b','instances':1,'container':{'type':'DOCKER','docker':{'image':'x','network':'"
              "host'}},"
              "'update':{'delay':1},'constraints':[{'attribute':'a','operator':'UNIQUE','value':'b'}],'priority':1}"),
        s("/update/onFailure /constraints(0)/operator /priority"));
}

MESOSCOPE_TEST_MAIN(TestAppSpecChange)
#include "tst_appspec_change.moc"
