// Marathon's validation against what a real server answered.
#include "models/appspec/rules/marathon.h"
#include "models/appspec/rules/server_text.h"
#include "tests/support/harness.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace mesoscope::appspec;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

QByteArray json(const QJsonValue& value) {
    return value.isArray() ? QJsonDocument(value.toArray()).toJson() : QJsonDocument(value.toObject()).toJson();
}

marathon::Settings settingsOf(const QJsonObject& config) {
    marathon::Settings settings;
    for (const QJsonValue& feature : config.value(s("enable_features")).toArray())
        settings.features.insert(feature.toString());
    if (config.contains(s("default_network_name")))
        settings.defaultNetworkName = config.value(s("default_network_name")).toString();
    if (config.contains(s("mesos_role")))
        settings.mesosRole = config.value(s("mesos_role")).toString();
    return settings;
}

QString printed(const QList<Problem>& problems) {
    QStringList lines;
    for (const Problem& p : problems)
        lines.append(s("  %1 %2 at %3:%4 [%5] %6")
                         .arg(p.severity == Severity::Error ? s("error") : s("warning"), stageName(p.stage))
                         .arg(p.position.line)
                         .arg(p.position.column)
                         .arg(p.path, p.message));
    return lines.join(QLatin1Char('\n'));
}

/// JSON with ' for ".
QByteArray j(const char* text) {
    return QByteArray(text).replace('\'', '"');
}

marathon::Result run(const QByteArray& app, const marathon::Options& options = {}) {
    return marathon::validate(JsonTree::parse(app), options);
}

bool has(const marathon::Result& result, const char* path, const char* text) {
    return std::any_of(result.problems.begin(), result.problems.end(),
                       [&](const Problem& p) { return p.path == s(path) && p.message.contains(s(text)); });
}

} // namespace

class TestAppSpecRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void recordedCase_data();
    void recordedCase();
    void storedAppsAreAcceptedAsTheyComeBack_data();
    void storedAppsAreAcceptedAsTheyComeBack();
    void parseStage_data();
    void parseStage();
    void everyRule_data();
    void everyRule();
    void rule_data();
    void rule();
    void lenientFormsAreAcceptedLikeByTheServer();
    void partialUpdates();
    void listsAndGroups();
    void expressionsAreTheServers();
    void problemsKnowTheirPlaceAndFix();
    void whatTheServerTakesByMistakeIsAWarning();
};

void TestAppSpecRules::recordedCase_data() {
    QTest::addColumn<QJsonObject>("one");
    const QDir dir(s(MESOSCOPE_FIXTURES "/marathon/cases"));
    for (const QString& name : dir.entryList({s("*.json")})) {
        QFile file(dir.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::newRow(qPrintable(name)) << QJsonDocument::fromJson(file.readAll()).object();
    }
}

void TestAppSpecRules::recordedCase() {
    QFETCH(QJsonObject, one);
    marathon::Options options;
    options.settings = settingsOf(one.value(s("config")).toObject());
    QList<QByteArray> existing;
    for (const QJsonValue& app : one.value(s("existing")).toArray())
        existing.append(json(app));
    options.world = marathon::World::of(existing, options.settings);
    if (one.contains(s("request"))) {
        const QJsonObject request = one.value(s("request")).toObject();
        options.request =
            *marathon::Request::of(request.value(s("method")).toString(), request.value(s("path")).toString());
    } else {
        options.request.kind = marathon::Request::Kind::PostApp;
    }
    const marathon::Result result = marathon::validate(JsonTree::parse(json(one.value(s("app")))), options);
    QVERIFY2(result.valid == one.value(s("valid")).toBool(), qPrintable(printed(result.problems)));
    QStringList paths;
    for (const QJsonValue& expected : one.value(s("errors")).toArray()) {
        const QString path = expected.toObject().value(s("path")).toString();
        const QString text = expected.toObject().value(s("contains")).toString();
        paths.append(path);
        QVERIFY2(has(result, qPrintable(path), qPrintable(text)),
                 qPrintable(path + s(" ") + text + s("\n") + printed(result.problems)));
    }
    for (const Problem& problem : result.problems) {
        if (problem.severity == Severity::Error && one.value(s("exhaustive")).toBool())
            QVERIFY2(paths.contains(problem.path), qPrintable(printed(result.problems)));
        if (problem.severity == Severity::Error)
            QCOMPARE(stageName(problem.stage), one.value(s("stage")).toString());
    }
}

void TestAppSpecRules::storedAppsAreAcceptedAsTheyComeBack_data() {
    recordedCase_data();
}

void TestAppSpecRules::storedAppsAreAcceptedAsTheyComeBack() {
    QFETCH(QJsonObject, one);
    const QJsonValue stored = one.value(s("stored"));
    if (!stored.isObject())
        return;
    marathon::Options options;
    options.settings = settingsOf(one.value(s("config")).toObject());
    options.request.kind = marathon::Request::Kind::ReplaceApp;
    options.request.id = stored.toObject().value(s("id")).toString();
    const marathon::Result result = marathon::validate(JsonTree::parse(json(stored)), options);
    QVERIFY2(result.valid, qPrintable(printed(result.problems)));
}

/// Each field of the schema with every wrong type, bound, literal and missing key; what is not named must not be told.
void TestAppSpecRules::parseStage_data() {
    QTest::addColumn<QByteArray>("app");
    QTest::addColumn<QList<QByteArray>>("expected");
    for (const QByteArray& line : mesoscope::test::fixture(s("marathon/parse-stage.tsv")).split('\n')) {
        QList<QByteArray> parts = line.split('\t');
        const QByteArray app = parts.takeFirst();
        parts.removeAll(QByteArray());
        if (!app.isEmpty())
            QTest::newRow(app.constData()) << app << parts;
    }
}

void TestAppSpecRules::parseStage() {
    QFETCH(QByteArray, app);
    QFETCH(QList<QByteArray>, expected);
    marathon::Options options;
    options.request.kind = marathon::Request::Kind::PostApp;
    const marathon::Result result = run(app, options);
    QMap<QString, QString> wanted, got;
    for (qsizetype i = 0; i + 1 < expected.size(); i += 2)
        wanted.insert(s(expected[i].constData()), s(expected[i + 1].constData()));
    for (const Problem& problem : result.problems) {
        if (problem.stage != Stage::Parse)
            continue;
        const QString text = wanted.value(problem.path);
        const bool known = wanted.contains(problem.path) && problem.message.contains(text);
        // An empty name is too short and does not match its pattern either.
        if (known || got.value(problem.path) != text || text.isEmpty())
            got.insert(problem.path, known ? text : problem.message);
    }
    QVERIFY2(wanted == got, qPrintable(printed(result.problems)));
}

/// Every rule by its number, refused and just not refused, several at once, and which stage hides which.
void TestAppSpecRules::everyRule_data() {
    QTest::addColumn<QJsonObject>("one");
    const QByteArray text = mesoscope::test::fixture(s("marathon/rules.json"));
    for (const QJsonValue& one : QJsonDocument::fromJson(text).array())
        QTest::newRow(qPrintable(one.toObject().value(s("rule")).toString())) << one.toObject();
}

void TestAppSpecRules::everyRule() {
    QFETCH(QJsonObject, one);
    QJsonObject config = one;
    config.insert(s("enable_features"), one.value(s("features")));
    marathon::Options options;
    options.settings = settingsOf(config);
    QList<QByteArray> existing;
    for (const QJsonValue& app : one.value(s("existing")).toArray())
        existing.append(json(app));
    options.world = marathon::World::of(existing, options.settings);
    const QJsonObject request = one.value(s("request")).toObject();
    options.request.kind = marathon::Request::Kind::PostApp;
    if (!request.isEmpty())
        options.request =
            *marathon::Request::of(request.value(s("method")).toString(), request.value(s("path")).toString());
    const marathon::Result result = run(json(one.value(s("app"))), options);
    const QJsonObject errors = one.value(s("errors")).toObject();
    QSet<QString> paths;
    for (const Problem& problem : result.problems) {
        if (problem.severity == Severity::Error)
            paths.insert(problem.path);
    }
    const QStringList wanted = errors.keys();
    QVERIFY2(paths == QSet<QString>(wanted.begin(), wanted.end()), qPrintable(printed(result.problems)));
    for (auto it = errors.begin(); it != errors.end(); ++it) {
        for (const QJsonValue& text : it.value().toArray())
            QVERIFY2(has(result, qPrintable(it.key()), qPrintable(text.toString())),
                     qPrintable(text.toString() + s("\n") + printed(result.problems)));
    }
    QCOMPARE(result.valid, errors.isEmpty());
}

void TestAppSpecRules::rule_data() {
    QTest::addColumn<QByteArray>("app");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* app, const char* path, const char* text) {
        QTest::newRow(name) << QByteArray(app) << s(path) << s(text);
    };
    // parse
    row("id missing", R"({"cmd":"ls -l"})", "/id", R"('id' is undefined on object: {"cmd":"ls -l"})");
    row("no object", "[]", "/id", "[] is not an object");
    row("null", "null", "/id", "null is not an object");
    row("text", R"("x")", "/id", R"("x" is not an object)");
    row("instances fraction", R"({"id":"/e/x","cmd":"ls -l","instances":1.5})", "/instances", "error.expected.int");
    row("instances big", R"({"id":"/e/x","cmd":"ls -l","instances":2147483648})", "/instances", "error.expected.int");
    row("cpus text", R"({"id":"/e/x","cmd":"ls -l","cpus":"1"})", "/cpus", "error.expected.jsnumber");
    row("env number", R"({"id":"/e/x","cmd":"ls -l","env":{"a":1}})", "/env/a", "error.expected.jsobject");
    row("env object", R"({"id":"/e/x","cmd":"ls -l","env":{"a":{}}})", "/env/a/secret", "error.path.missing");
    row("fetch text", R"({"id":"/e/x","cmd":"ls -l","fetch":["nginx"]})", "/fetch(0)/uri",
        R"("nginx" is not an object)");
    row("capacity",
        R"({"id":"/e/x","cmd":"ls -l","upgradeStrategy":{"minimumHealthCapacity":2,"maximumOverCapacity":0}})",
        "/upgradeStrategy/minimumHealthCapacity", "error.max");
    row("half a strategy", R"({"id":"/e/x","cmd":"ls -l","upgradeStrategy":{"minimumHealthCapacity":1}})",
        "/upgradeStrategy/maximumOverCapacity", "'maximumOverCapacity' is undefined on object");
    row("volume",
        R"({"id":"/e/x","cmd":"ls -l","container":{"type":"MESOS","volumes":[{"containerPath":"d","persistent":{}}]}})",
        "/container/volumes(0)/hostPath", "'hostPath' is undefined on object");
    row("volume mode", R"({"id":"/e/x","cmd":"ls -l","container":{"type":"MESOS","volumes":[{"containerPath":"d"}]}})",
        "/container/volumes(0)/mode", "'mode' is undefined on object");
    row("constraint part", R"({"id":"/e/x","cmd":"ls -l","constraints":[["a","MAX_PER",2]]})", "/constraints(0)(2)",
        "error.expected.jsstring");
    row("executor", R"({"id":"/e/x","cmd":"ls -l","executor":"a/"})", "/executor", "error.pattern");
    row("executorResources", R"({"id":"/e/x","cmd":"ls -l","executorResources":{"mem":31}})", "/executorResources/mem",
        "error.min");
    row("command check", R"({"id":"/e/x","cmd":"ls -l","check":{"exec":{"command":{}}}})", "/check/exec/command/argv",
        "undefined");
    row("labels list", R"({"id":"/e/x","cmd":"ls -l","labels":[]})", "/labels", "error.expected.jsobject");
    // old
    row("credential", R"({"id":"/e/x","container":{"docker":{"image":"a","credential":{"principal":"p"}}}})",
        "/container/docker/credential", "must be empty");
    row("docker network mesos", R"({"id":"/e/x","container":{"type":"MESOS","docker":{"image":"a","network":"HOST"}}})",
        "/container/docker/network", "must be empty");
    row("ports twice", R"({"id":"/e/x","cmd":"ls -l","ports":[80,80]})", "/", "ports must be unique");
    row("ports both", R"({"id":"/e/x","cmd":"ls -l","ports":[80],"portDefinitions":[{"port":81}]})", "/",
        "cannot specify both ports and port definitions");
    row("ip and ports", R"({"id":"/e/x","cmd":"ls -l","ports":[80],"ipAddress":{}})", "/",
        "cannot specify both an IP address and port");
    row("ip and networks", R"({"id":"/e/x","cmd":"ls -l","networks":[{"mode":"host"}],"ipAddress":{}})", "/",
        "must not specify both networks and ipAddress");
    row("network twice",
        R"({"id":"/e/x","networks":[{"mode":"host"}],"container":{"docker":{"image":"a","network":"HOST"}}})", "/",
        "must not specify both container.docker.network and networks");
    row("discovery", R"({"id":"/e/x","ipAddress":{"discovery":{}},"container":{"docker":{"image":"a"}}})", "/ipAddress",
        "ipAddress/discovery is not allowed for Docker containers");
    row("docker names",
        R"({"id":"/e/x","container":{"docker":{"image":"a","portMappings":[{"name":"a"},{"name":"a"}]}}})",
        "/app.container.flatMap(_.docker.flatMap(_.portMappings))", "Port names must be unique.");
    row("negative port", R"({"id":"/e/x","cmd":"ls -l","ports":[-1]})", "/portDefinitions(0)/port",
        "got -1, expected 0 or more");
    // canonical
    row("root", R"({"id":"/","cmd":"ls -l"})", "/id", "Path must contain at least one path element");
    row("root too", R"({"id":"/","cmd":"ls -l"})", "/", "must not be root");
    row("dots end", R"({"id":"/a/../restart","cmd":"ls -l"})", "/id", "must not end with any");
    row("cmd and args", R"({"id":"/e/x","cmd":"ls -l","args":["a"]})", "/", "must either contain one of");
    row("docker missing", R"({"id":"/e/x","cmd":"ls -l","container":{}})", "/container/docker", "not defined");
    row("mesos bare", R"({"id":"/e/x","container":{"type":"MESOS"}})", "/", "must either contain one of");
    row("pullConfig docker", R"({"id":"/e/x","container":{"docker":{"image":"a","pullConfig":{"secret":"s"}}}})",
        "/container/docker/pullConfig", "pullConfig is not supported with Docker containerizer");
    row("pullConfig mesos",
        R"({"id":"/e/x","container":{"type":"MESOS","docker":{"image":"a","pullConfig":{"secret":"s"}}}})",
        "/container/docker/pullConfig", "pullConfig.secret must refer to an existing secret");
    row("port names", R"({"id":"/e/x","cmd":"ls -l","portDefinitions":[{"name":"a"},{"name":"a"}]})",
        "/portDefinitions", "Port names must be unique.");
    row("networkNames",
        R"({"id":"/e/x","cmd":"ls -l","networks":[{"name":"a"},{"name":"b"}],"container":{"type":"MESOS","portMappings":[{"networkNames":["c"]}]}})",
        "/container/portMappings(0)/networkNames(0)", "is not one of (a,b)");
    row("host labels", R"({"id":"/e/x","cmd":"ls -l","networks":[{"mode":"host","labels":{"a":"b"}}]})", "/networks",
        "Host networks may not have names or labels");
    row("two modes", R"({"id":"/e/x","cmd":"ls -l","networks":[{"mode":"host"},{"mode":"container/bridge"}]})",
        "/networks", "May specify a single host network");
    row("docker networks",
        R"({"id":"/e/x","networks":[{"name":"a"},{"name":"b"}],"container":{"docker":{"image":"a"}}})", "/",
        "may only specify a single container network");
    row("readiness size",
        R"({"id":"/e/x","cmd":"ls -l","readinessChecks":[{"portName":"default"},{"portName":"default"}]})",
        "/readinessChecks/size", "got 2, expected 1 or less");
    row("readiness port", R"({"id":"/e/x","cmd":"ls -l","readinessChecks":[{}]})", "/readinessChecks(0)/portName",
        "No port definition reference for portName http-api");
    row("readiness time",
        R"({"id":"/e/x","cmd":"ls -l","readinessChecks":[{"portName":"default","timeoutSeconds":30,"intervalSeconds":10}]})",
        "/readinessChecks(0)/timeoutSeconds", "got 30, expected less than 10");
    row("role space", R"({"id":"/e/x","cmd":"ls -l","acceptedResourceRoles":["a b"]})", "/acceptedResourceRoles(1)",
        "must not include a space (\\x20) character");
    row("volume secret",
        R"({"id":"/e/x","cmd":"ls -l","container":{"type":"MESOS","volumes":[{"containerPath":"d","secret":"s"}]}})",
        "/container/secretVolumes(container)", "must be empty");
    row("limit text", R"({"id":"/e/x","cmd":"ls -l","resourceLimits":{"cpus":"much"}})", "/resourceLimits/cpus",
        "'much' is an invalid resource limit");
    row("single", R"({"id":"/e/x","cmd":"ls -l","labels":{"MARATHON_SINGLE_INSTANCE_APP":"true"}})",
        "/isSingleInstance", "must be false");
    row("migration", R"({"id":"/e/x","cmd":"ls -l","labels":{"DCOS_MIGRATION_API_VERSION":"v1"}})", "/",
        "must be defined when using");
    row("role star resident",
        R"({"id":"/e/x","cmd":"ls -l","container":{"type":"MESOS","volumes":[{"containerPath":"d","mode":"RW","persistent":{"size":1}}]}})",
        "/role", "Resident apps cannot have the role *");
    row("ip6", R"({"id":"/e/x","cmd":"ls -l","healthChecks":[{"ipProtocol":"IPv6","port":1}]})", "/healthChecks(0)",
        "IPv6 can only");
    row("mesos port",
        R"({"id":"/e/x","cmd":"ls -l","portDefinitions":[],"healthChecks":[{"protocol":"MESOS_HTTP","portIndex":0}]})",
        "/healthChecks(0)", "port indices");
    row("check port", R"({"id":"/e/x","cmd":"ls -l","check":{"http":{"portIndex":3}}})", "/check/get",
        "check port index");
    // conversion
    row("lower", R"({"id":"/e/x","cmd":"ls -l","constraints":[["hostname","unique"]]})", "",
        "illegal constraint specification hostname,unique");
    row("argv", R"({"id":"/e/x","cmd":"ls -l","check":{"exec":{"command":{"argv":["true"]}}}})", "",
        "ArgvList(List(true))");
    row("empty check", R"({"id":"/e/x","cmd":"ls -l","check":{}})", "", "illegal RAML Check");
    row("unreachable long", R"({"id":"/e/x","cmd":"ls -l","unreachableStrategy":{"expungeAfterSeconds":9223372037}})",
        "", "Duration is limited");
    row("two places",
        R"({"id":"/e/x","networks":[{"mode":"container/bridge"}],"container":{"docker":{"image":"a","portMappings":[{}]},"portMappings":[{}]}})",
        "", "cannot specify both portMappings and docker.portMappings");
    // root
    row("own group", R"({"id":"/e/x","cmd":"ls -l","dependencies":["/e"]})", "/", "cyclic");
}

void TestAppSpecRules::rule() {
    QFETCH(QByteArray, app);
    QFETCH(QString, path);
    QFETCH(QString, text);
    marathon::Options options;
    options.request.kind = marathon::Request::Kind::PostApp;
    const marathon::Result result = run(app, options);
    QVERIFY2(!result.valid && has(result, qPrintable(path), qPrintable(text)), qPrintable(printed(result.problems)));
}

void TestAppSpecRules::lenientFormsAreAcceptedLikeByTheServer() {
    QVERIFY(
        run(j("{'id':'/demo','cmd':'sleep 1','killSelection':'oldest_first','unreachableStrategy':'whatever'}")).valid);
    QVERIFY(run(j("{'id':'/demo','cmd':'sleep 1','args':null,'env':null,'container':null,'version':null}")).valid);
    QVERIFY(run(j("{'id':'/demo','cmd':'sleep 1','networks':['host']}")).problems.size() ==
            1); // a nameless container network
    QVERIFY(run(j("{'id':'/demo','cmd':'sleep 1','ports':[70000]}")).valid);
    QVERIFY(run(j("{'id':'/demo','cmd':'sleep 1','instances':2.0,'cpus':0.0001}")).valid);
    QVERIFY(run(j("{'id':'/demo','cmd':'sleep 1','fetch':[{'uri':'http://h/ä?x=[1]'}]}")).valid);
}

void TestAppSpecRules::partialUpdates() {
    marathon::Options options;
    options.world = marathon::World::of({j("{'id':'/a/b','cmd':'sleep 1','env':{'X':'1'}}")}, {});
    options.request = *marathon::Request::of(s("PUT"), s("/v2/apps/a/b"));
    QVERIFY(run(j("{'instances':3}"), options).valid);
    QVERIFY(run(j("{'version':'2020-01-01T00:00:00.000Z'}"), options).valid);
    QVERIFY(has(run(j("{'args':['x']}"), options), "/", "must either contain one of"));
    QVERIFY(has(run(j("{'uris':['http://a/b'],'fetch':[{'uri':'http://a/c'}]}"), options), "",
                "cannot specify both uris and fetch"));
    QVERIFY(has(run(j("{'role':'other'}"), options), "/role", "got other, expected one of: [*, a]"));
    options.request = *marathon::Request::of(s("PUT"), s("/v2/apps/a/b?partialUpdate=false"));
    QVERIFY(has(run(j("{'instances':3}"), options), "/", "must either contain one of"));
    options.request = *marathon::Request::of(s("POST"), s("/v2/apps"));
    QVERIFY(has(run(j("{'id':'/a/b','cmd':'sleep 1'}"), options), "", "An app with id [/a/b] already exists."));
    QVERIFY(has(run(j("{'id':'/a','cmd':'sleep 1'}"), options), "/",
                "Groups and Applications may not have the same identifier."));
    QVERIFY(has(run(j("{'id':'/a/b/c','cmd':'sleep 1'}"), options), "/groups(0)",
                "Groups and Applications may not have the same"));
}

void TestAppSpecRules::listsAndGroups() {
    marathon::Options list;
    list.request = *marathon::Request::of(s("PUT"), s("/v2/apps"));
    QVERIFY(has(run(j("[{'id':'/x','instances':-1}]"), list), "(0)/instances", "error.min"));
    QVERIFY(has(run(j("{'id':'/x'}"), list), "", "error.expected.jsarray"));
    QVERIFY(has(run(j("[{'instances':2}]"), list), "", "requirement failed: App Update must have app id set"));

    marathon::Options group;
    group.request = *marathon::Request::of(s("PUT"), s("/v2/groups/g"));
    const marathon::Result parse =
        run(j("{'groups':[{'id':'s','apps':[{'id':'a','cmd':'ls -l','instances':-1}]}]}"), group);
    QVERIFY(has(parse, "/groups(0)/apps(0)/instances", "error.min"));
    const marathon::Result rules = run(j("{'apps':[{'id':'a','cmd':'ls -l','constraints':[['x','LIKE']]}]}"), group);
    QVERIFY(has(rules, "/constraints", "LIKE and UNLIKE"));
    QCOMPARE(rules.problems.front().pointer, s("/apps/0/constraints/0"));
    QVERIFY(has(run(j("{'apps':[{'id':'/elsewhere/x','cmd':'ls -l'}]}"), group), "/apps(0)/id",
                "Identifier is not child of '/g'"));
    QVERIFY(has(run(j("{'scaleBy':2,'apps':[]}"), group), "/scaleBy", "not allowed in conjunction"));
    QVERIFY(has(run(j("{'groups':[{'id':'s','enforceRole':true}]}"), group), "/groups(0)/enforceRole",
                "/g/s is not top-level"));
    QVERIFY(has(
        run(j("{'apps':[{'id':'a','cmd':'ls -l','dependencies':['b']},{'id':'b','cmd':'ls -l','dependencies':['a']}]}"),
            group),
        "/", "cyclic"));
    QVERIFY(run(j("{'apps':[{'id':'a','cmd':'ls -l','dependencies':['b']},{'id':'b','cmd':'ls -l'}]}"), group).valid);
    group.world = marathon::World::of({j("{'id':'/g/web/x','cmd':'sleep 1'}")}, {});
    QVERIFY(has(run(j("{'groups':[{'id':'web','apps':[]}]}"), group), "/groups(0)/enforceRole",
                "enforceRole cannot be modified"));
}

void TestAppSpecRules::expressionsAreTheServers() {
    for (const char* good : {"",
                             "a.*",
                             "a|b",
                             "[a-z]+",
                             "[]a]",
                             "[^]a]",
                             "a{2}",
                             "a{2,}",
                             "a{2,3}",
                             "a}",
                             "]",
                             "(?:a)",
                             "(?i)a",
                             "(?i:a)",
                             "(?idmsux-idmsux)a",
                             "(?<name>a)\\k<name>",
                             "(?<=a)b",
                             "(?!a)b",
                             "(?>a)",
                             "\\d\\w\\s\\h\\R",
                             "\\u0041",
                             "\\x41",
                             "\\x{41}",
                             "\\012",
                             "\\p{Alpha}",
                             "\\p{javaLowerCase}",
                             "\\p{IsLatin}",
                             "\\p{L}",
                             "\\pL",
                             "\\Qa{(*\\E",
                             "\\Q(",
                             "a*+",
                             "a++",
                             "a?",
                             "[a-z&&[^b]]",
                             "\\-\\.\\{",
                             "rack-[0-9]+\\.dc"})
        QVERIFY2(isServerRegex(s(good)), good);
    for (const char* bad :
         {"*",         "+a",      "?",       "a**",           "(",        "(a",     "a)",    "[",    "[a",
          "[z-a]",     "a{",      "a{x}",    "a{,2}",         "{",        "a{2,1}", "\\",    "\\y",  "\\g{1}",
          "\\K",       "\\u12",   "\\08",    "\\p{Nonsense}", "(?P<a>b)", "(?#a)",  "(?|a)", "(?R)", "(?1)",
          "(?<a_b>c)", "(?'a'b)", "(*FAIL)", "(?J)a"})
        QVERIFY2(!isServerRegex(s(bad)), bad);
}

void TestAppSpecRules::problemsKnowTheirPlaceAndFix() {
    const marathon::Result result =
        run("{\n  \"id\": \"/x\",\n  \"cmd\": \"ls -l\",\n  \"healthChecks\": [\n    {\"portIndex\": 4}\n  ]\n}");
    QCOMPARE(result.problems.size(), 1);
    QCOMPARE(result.problems[0].pointer, s("/healthChecks/0/portIndex"));
    QCOMPARE(result.problems[0].position, (Position{5, 19}));
    const marathon::Result single =
        run(j("{'id':'/x','cmd':'ls -l','instances':2,'labels':{'MARATHON_SINGLE_INSTANCE_APP':'true'}}"));
    QVERIFY(single.problems[0].fix.has_value());
    QCOMPARE(single.problems[0].fix->json, QByteArray("1"));
}

void TestAppSpecRules::whatTheServerTakesByMistakeIsAWarning() {
    const marathon::Result group = run(j("{'id':'/x','cmd':'ls -l','constraints':[['rack','GROUP_BY']]}"));
    QVERIFY(group.valid);
    QCOMPARE(group.problems.size(), 1);
    QCOMPARE(group.problems[0].severity, Severity::Warning);
    QVERIFY(run(j("{'id':'/x','cmd':'ls -l','healthChecks':[{'protocol':'MESOS_TCP'}]}")).problems.size() == 1);
    const marathon::Result twice = run(j("{'id':'/x','cmd':'ls -l','cmd':'ls -a'}"));
    QVERIFY(twice.valid && twice.problems.size() == 1);
}

MESOSCOPE_TEST_MAIN(TestAppSpecRules)
#include "tst_appspec_rules.moc"
