// Nothing that a real Marathon or Swan was heard to answer is left unread: each recorded answer belongs to a route, and
// the reader of that route (or of refusals) takes out of it what QJsonDocument finds there, too. The other way round
// every request that the links send is among the recorded ones.
#include "models/net/http_client.h"
#include "models/net/sse_parser.h"
#include "models/scheduler/marathon/decode.h"
#include "models/scheduler/marathon/errors.h"
#include "models/scheduler/marathon/events.h"
#include "models/scheduler/marathon/marathon.h"
#include "models/scheduler/marathon/requests.h"
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

#include <span>

using namespace mesoscope;
using namespace mesoscope::scheduler;
namespace ma = mesoscope::scheduler::marathon;
using base::SourceState;
using test::ByteServer;
using test::Recorded;
using Verb = Command::Verb;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

QJsonValue root(const QByteArray& body) {
    const QJsonDocument d = QJsonDocument::fromJson(body);
    return d.isArray() ? QJsonValue(d.array()) : QJsonValue(d.object());
}

QStringList idsIn(const QJsonValue& list, const char* key = "id") {
    QStringList out;
    for (const QJsonValue& v : list.toArray())
        out.append(v[s(key)].toString());
    out.sort();
    return out;
}

template<typename List, typename Id>
QStringList idsOf(const List& list, Id id) {
    QStringList out;
    for (const auto& item : list)
        out.append(id(item));
    out.sort();
    return out;
}

using Form = std::pair<const char*, const char*>; ///< of a path, and the name of its route

/// Earlier forms come first.
QString routeOf(const QByteArray& target, std::span<const Form> forms) {
    const QString path = QString::fromUtf8(target).section(QLatin1Char('?'), 0, 0);
    for (const auto& [form, name] : forms) {
        const QRegularExpression re(QRegularExpression::anchoredPattern(s(form)));
        if (re.match(path).hasMatch())
            return QString(path).replace(re, s(name));
    }
    return path;
}

// --- Marathon's routes -----------------------------------------------------------------------------------------------

/// "/v2/apps/shop/web/versions" → "/v2/apps/ID/versions". Later ones take what earlier ones left.
QString marathonRoute(const QByteArray& target) {
    static constexpr Form forms[] = {
        {"/v2/apps/(.*/)?\\*/tasks/?", "/v2/apps/GROUP/*/tasks"},
        {"/v2/apps/(.*/)?\\*", "/v2/apps/GROUP/*"},
        {"/v2/apps/.+/(tasks|versions)/?", "/v2/apps/ID/\\1"},
        {"/v2/apps/.+/tasks/[^/]+", "/v2/apps/ID/tasks/TASK"},
        {"/v2/apps/.+/versions/[^/]+", "/v2/apps/ID/versions/VERSION"},
        {"/v2/apps/.+/restart", "/v2/apps/ID/restart"},
        {"/v2/apps/.+", "/v2/apps/ID"},
        {"/v2/groups(/.+)?/versions/[^/]+", "/v2/groups/ID/versions/VERSION"},
        {"/v2/groups(/.+)?/versions", "/v2/groups/ID/versions"},
        {"/v2/groups(/.+)?/apps", "/v2/groups/ID/apps"},
        {"/v2/groups/.+", "/v2/groups/ID"},
        {"/v2/pods/(/.*)?::status", "/v2/pods/::status"},
        {"/v2/pods/.+::(status|versions|instances)", "/v2/pods/ID::\\1"},
        {"/v2/pods/.+::(versions|instances)/[^/]+", "/v2/pods/ID::\\1/ONE"},
        {"/v2/pods/.+", "/v2/pods/ID"},
        {"/v2/deployments/.+", "/v2/deployments/ID"},
        {"/v2/queue/.+/delay", "/v2/queue/ID/delay"},
        {"/v2/plugins/.+", "/v2/plugins/ID"},
        {"(/v2/(apps|groups|tasks|deployments|queue|pods|info|leader|plugins|events)|/ping)/", "\\1"},
    };
    return routeOf(target, forms);
}

void checkApps(const base::Result<QList<AppPtr>>& apps, const QJsonValue& list) {
    QVERIFY(apps);
    QCOMPARE(idsOf(*apps, [](const AppPtr& a) { return a->id; }), idsIn(list));
}

void checkTasks(const base::Result<QList<Instance>>& tasks, const QJsonValue& list) {
    QVERIFY(tasks);
    QCOMPARE(idsOf(*tasks, [](const Instance& t) { return t.taskId; }), idsIn(list));
    QCOMPARE(idsOf(*tasks, [](const Instance& t) { return t.state; }), idsIn(list, "state"));
}

void checkApp(const Recorded& r) {
    const auto app = ma::decodeApp(r.body);
    QVERIFY(app);
    const QJsonValue wanted = root(r.body)[s("app")];
    QCOMPARE(app->app->id, wanted[s("id")].toString());
    QCOMPARE(app->app->instances, wanted[s("instances")].toInt());
    checkTasks(app->tasks, wanted[s("tasks")]);
}

/// The definition inside an answer: an app, a pod or one of their versions.
void checkDefinition(const Recorded& r) {
    const QByteArray definition = ma::definitionOf(r.body);
    const auto read = ma::decodeApp("{\"app\":" + definition + "}");
    QVERIFY(read);
    QCOMPARE(read->app->id, root(r.body)[s("id")].toString());
    QVERIFY(!root(definition).toObject().contains(s("tasksRunning")));
}

void checkChange(const Recorded& r) {
    const CommandResult result = ma::decodeCommandResult(r.body, r.deployment);
    QCOMPARE(result.answer, r.body);
    if (!r.deployment.isEmpty())
        QCOMPARE(result.deploymentId.toUtf8(), r.deployment);
    const QJsonValue body = root(r.body);
    if (body[s("deploymentId")].isString())
        QCOMPARE(result.deploymentId, body[s("deploymentId")].toString());
    if (body[s("version")].isString())
        QCOMPARE(result.version, body[s("version")].toString());
}

void checkKill(const Recorded& r) {
    const QJsonValue body = root(r.body);
    if (body[s("deploymentId")].isString()) // with scale
        return checkChange(r);
    if (body[s("task")].isObject())
        return checkTasks(ma::decodeTasks(r.body), QJsonArray{body[s("task")]});
    if (body[s("tasks")].isArray())
        checkTasks(ma::decodeTasks(r.body), body[s("tasks")]);
}

void checkGroupChange(const Recorded& r) {
    if (!r.path.contains("dryRun=true"))
        return checkChange(r);
    const auto plan = ma::decodeDryRun(r.body);
    QVERIFY(plan);
    QCOMPARE(plan->size(), root(r.body)[s("steps")].toArray().size());
    for (qsizetype i = 0; i < plan->size(); ++i)
        QCOMPARE(plan->at(i).size(), root(r.body)[s("steps")][i][s("actions")].toArray().size());
}

int appsBelow(const QJsonValue& group) {
    auto n = int(group[s("apps")].toArray().size());
    for (const QJsonValue& g : group[s("groups")].toArray())
        n += appsBelow(g);
    return n;
}

void checkGroup(const Recorded& r) {
    const auto groups = ma::decodeGroups(r.body);
    QVERIFY(groups);
    QCOMPARE(groups->first().id, root(r.body)[s("id")].toString());
    QCOMPARE(groups->first().version, root(r.body)[s("version")].toString());
    const auto apps = ma::decodeGroupApps(r.body);
    QVERIFY(apps);
    QCOMPARE(apps->size(), appsBelow(root(r.body)));
}

void checkVersions(const Recorded& r) {
    const auto versions = ma::decodeVersions(r.body);
    QVERIFY(versions);
    QJsonArray list = root(r.body).isArray() ? root(r.body).toArray() : root(r.body)[s("versions")].toArray();
    QCOMPARE(versions->size(), list.size());
    for (const QJsonValue& v : list)
        QVERIFY(versions->contains(v.toString()));
}

void checkDeployments(const Recorded& r) {
    const auto list = ma::decodeDeployments(r.body);
    QVERIFY(list);
    QCOMPARE(idsOf(*list, [](const Deployment& d) { return d.id; }), idsIn(root(r.body)));
}

void checkQueue(const Recorded& r) {
    const auto queue = ma::decodeQueue(r.body);
    QVERIFY(queue);
    QStringList wanted;
    for (const QJsonValue& v : root(r.body)[s("queue")].toArray())
        wanted.append(v[v[s("pod")].isObject() ? s("pod") : s("app")][s("id")].toString());
    wanted.sort();
    QCOMPARE(idsOf(*queue, [](const QueueEntry& e) { return e.appId; }), wanted);
    QVERIFY(ma::decodeUnusedOffers(r.body));
}

void checkPods(const Recorded& r) {
    const auto pods = ma::decodePodStatuses(r.body);
    QVERIFY(pods);
    const QJsonArray list = root(r.body).isArray() ? root(r.body).toArray() : QJsonArray{root(r.body)};
    QCOMPARE(idsOf(*pods, [](const ma::PodWithContainers& p) { return p.app->id; }), idsIn(list));
    for (qsizetype i = 0; i < pods->size(); ++i)
        QCOMPARE(pods->at(i).instanceIds.size(), list[i][s("instances")].toArray().size());
}

void checkInfo(const Recorded& r) {
    const auto info = ma::decodeInfo(r.body);
    QVERIFY(info);
    QCOMPARE(info->version, root(r.body)[s("version")].toString());
    QCOMPARE(info->frameworkId, root(r.body)[s("frameworkId")].toString());
    QCOMPARE(info->leader, root(r.body)[s("leader")].toString());
}

void checkLeader(const Recorded& r) {
    const auto leader = ma::decodeLeader(r.body);
    QVERIFY(leader);
    QCOMPARE(*leader, root(r.body)[s("leader")].toString());
}

void checkMarathonStream(const QByteArray& body) {
    net::SseParser parser;
    int events = 0;
    parser.onEvent = [&](const net::SseEvent& raw) {
        const auto event = ma::decodeEvent(raw.type, raw.data);
        QVERIFY(event);
        QVERIFY(event->timestampMs > 0);
        ++events;
    };
    QVERIFY(parser.feed(std::string_view(body.constData(), std::size_t(body.size()))));
    QCOMPARE(events, body.count("\r\ndata: ") + (body.startsWith("data: ") ? 1 : 0));
}

using Check = void (*)(const Recorded&);

const QHash<QString, Check>& marathonReaders() {
    static const QHash<QString, Check> readers = {
        {s("GET /v2/apps"), [](const Recorded& r) { checkApps(ma::decodeApps(r.body), root(r.body)[s("apps")]); }},
        {s("GET /v2/apps/GROUP/*"), [](const Recorded& r) { checkApps(ma::decodeApps(r.body), root(r.body)[s("*")]); }},
        {s("GET /v2/groups/ID/apps"), [](const Recorded& r) { checkApps(ma::decodeApps(r.body), root(r.body)); }},
        {s("GET /v2/apps/ID"), checkApp},
        {s("GET /v2/apps/ID/versions"), checkVersions},
        {s("GET /v2/apps/ID/versions/VERSION"), checkDefinition},
        {s("GET /v2/apps/ID/tasks"),
         [](const Recorded& r) { checkTasks(ma::decodeTasks(r.body), root(r.body)[s("tasks")]); }},
        {s("GET /v2/apps/GROUP/*/tasks"),
         [](const Recorded& r) { checkTasks(ma::decodeTasks(r.body), root(r.body)[s("tasks")]); }},
        {s("GET /v2/tasks"), [](const Recorded& r) { checkTasks(ma::decodeTasks(r.body), root(r.body)[s("tasks")]); }},
        {s("POST /v2/apps"), checkChange},
        {s("PUT /v2/apps"), checkChange},
        {s("PATCH /v2/apps"), checkChange},
        {s("PUT /v2/apps/ID"), checkChange},
        {s("PATCH /v2/apps/ID"), checkChange},
        {s("DELETE /v2/apps/ID"), checkChange},
        {s("POST /v2/apps/ID/restart"), checkChange},
        {s("DELETE /v2/apps/ID/tasks"), checkKill},
        {s("DELETE /v2/apps/ID/tasks/TASK"), checkKill},
        {s("POST /v2/tasks/delete"), checkKill},
        {s("GET /v2/groups"), checkGroup},
        {s("GET /v2/groups/ID"), checkGroup},
        {s("GET /v2/groups/ID/versions"), checkVersions},
        {s("GET /v2/groups/ID/versions/VERSION"), checkGroup},
        {s("PUT /v2/groups"), checkGroupChange},
        {s("POST /v2/groups"), checkGroupChange},
        {s("PUT /v2/groups/ID"), checkGroupChange},
        {s("POST /v2/groups/ID"), checkGroupChange},
        {s("PATCH /v2/groups/ID"), checkChange},
        {s("DELETE /v2/groups"), checkChange},
        {s("DELETE /v2/groups/ID"), checkChange},
        {s("GET /v2/deployments"), checkDeployments},
        {s("DELETE /v2/deployments/ID"), checkChange},
        {s("GET /v2/queue"), checkQueue},
        {s("DELETE /v2/queue/ID/delay"), checkChange},
        {s("GET /v2/pods/::status"), checkPods},
        {s("GET /v2/pods/ID::status"), checkPods},
        {s("GET /v2/pods/ID::versions"), checkVersions},
        {s("GET /v2/pods/ID::versions/ONE"), checkDefinition},
        {s("GET /v2/pods/ID"), checkDefinition},
        {s("POST /v2/pods"), checkChange},
        {s("PUT /v2/pods/ID"), checkChange},
        {s("DELETE /v2/pods/ID"), checkChange},
        {s("DELETE /v2/pods/ID::instances"), checkChange},
        {s("DELETE /v2/pods/ID::instances/ONE"), checkChange},
        {s("GET /v2/info"), checkInfo},
        {s("GET /v2/leader"), checkLeader},
        {s("GET /v2/events"), [](const Recorded& r) { checkMarathonStream(r.body); }},
    };
    return readers;
}

/// Recorded, but never asked for by this program.
bool isMarathonUnasked(const QString& route) {
    static const QRegularExpression re(QRegularExpression::anchoredPattern(
        s("(GET /v2/plugins.*|GET /v2/pods|GET /ping|GET /(metrics|config|logging|public|ui|help)?(/.*)?|"
          "POST /(logging|v2/leader).*|DELETE /v2/leader|OPTIONS .*|HEAD .*|TRACE .*)")));
    return re.match(route).hasMatch();
}

void checkMarathonRefusal(const Recorded& r) {
    const base::Error e = ma::errorFrom(r.status, r.contentType, r.body);
    QCOMPARE(e.httpStatus, r.status);
    QVERIFY(e.sentence.endsWith(QLatin1Char('.')));
    QVERIFY(!e.serverText.contains(s("<DEPLOYMENT_ID>")) && !e.serverText.contains(s("</")));
    QCOMPARE(e.serverText.isEmpty(), r.body.trimmed().isEmpty());
    const ma::ServerRefusal refusal = ma::readRefusal(r.contentType, r.body);
    const QJsonValue body = root(r.body);
    QCOMPARE(idsIn(body[s("deployments")]), QStringList(refusal.deployments));
    if (body[s("details")].isString())
        QVERIFY(!refusal.details.isEmpty());
    QCOMPARE(refusal.problems.size(), body[s("details")].toArray().size());
    for (qsizetype i = 0; i < refusal.problems.size(); ++i)
        QCOMPARE(refusal.problems.at(i).path, body[s("details")][i][s("path")].toString());
}

// --- Swan's routes ---------------------------------------------------------------------------------------------------

QString swanRoute(const QByteArray& target) {
    static constexpr Form forms[] = {
        {"/v1/apps/[^/]+", "/v1/apps/ID"},
        {"/v1/apps/[^/]+/(tasks|versions)/[^/]+", "/v1/apps/ID/\\1/ONE"},
        {"/v1/apps/[^/]+/tasks/[^/]+/weight", "/v1/apps/ID/tasks/ONE/weight"},
        {"/v1/apps/[^/]+/(.+)", "/v1/apps/ID/\\1"},
        {"/v1/compose-ng/parse", "/v1/compose-ng/parse"},
        {"/v1/compose-ng/[^/]+", "/v1/compose-ng/ID"},
        {"/v1/compose-ng/[^/]+/(.+)", "/v1/compose-ng/ID/\\1"},
    };
    return routeOf(target, forms);
}

void checkSwanApps(const Recorded& r) {
    const auto apps = swan::decodeApplications(r.body);
    QVERIFY(apps);
    QCOMPARE(idsOf(*apps, [](const swan::Application& a) { return a.app.id; }), idsIn(root(r.body)));
}

void checkSwanApp(const Recorded& r) {
    const auto app = swan::decodeApplication(r.body);
    QVERIFY(app);
    QCOMPARE(app->app.id, root(r.body)[s("id")].toString());
    QCOMPARE(app->operation, root(r.body)[s("operationStatus")].toString());
    QCOMPARE(app->error, root(r.body)[s("errmsg")].toString());
}

void checkSwanTasks(const Recorded& r) {
    const QString app = QString::fromUtf8(r.path).section(QLatin1Char('/'), 3, 3);
    const auto tasks = swan::decodeTasks(r.body, app);
    QVERIFY(tasks);
    QCOMPARE(idsOf(*tasks, [](const Instance& t) { return t.taskId; }), idsIn(root(r.body)));
}

void checkSwanVersions(const Recorded& r) {
    const auto versions = swan::decodeVersions(r.body);
    QVERIFY(versions);
    QCOMPARE(idsOf(*versions, [](const swan::Version& v) { return v.id; }), idsIn(root(r.body)));
}

void checkSwanVersion(const Recorded& r) {
    const auto version = swan::decodeVersion(r.body);
    QVERIFY(version);
    QCOMPARE(version->version, root(r.body)[s("id")].toString());
    QCOMPARE(version->document, r.body.trimmed());
}

void checkSwanComposes(const Recorded& r) {
    const auto list = swan::decodeComposes(r.body);
    QVERIFY(list);
    const QJsonValue all = root(r.body).isArray() ? root(r.body) : QJsonValue(QJsonArray{root(r.body)});
    QCOMPARE(idsOf(*list, [](const Compose& c) { return c.id; }), idsIn(all));
    for (qsizetype i = 0; i < list->size(); ++i) {
        QCOMPARE(list->at(i).name, all[i][s("name")].toString());
        QCOMPARE(list->at(i).apps.size(), all[i][s("apps")].toArray().size());
    }
}

void checkSwanDependencies(const Recorded& r) {
    const auto needs = swan::decodeDependencies(r.body);
    QVERIFY(needs);
    QCOMPARE(QStringList(needs->keys()), root(r.body).toObject().keys());
}

void checkSwanAgents(const Recorded& r) {
    const auto agents = swan::decodeAgents(r.body);
    QVERIFY(agents);
    QCOMPARE(idsOf(*agents, [](const swan::Agent& a) { return a.id; }), root(r.body).toObject().keys());
}

void checkSwanLeader(const Recorded& r) {
    const auto leader = swan::decodeLeader(r.body);
    QVERIFY(leader);
    QCOMPARE(*leader, root(r.body)[s("leader")].toString());
}

void checkSwanFramework(const Recorded& r) {
    const auto id = swan::decodeFramework(r.body);
    QVERIFY(id);
    QCOMPARE(*id, root(r.body)[s("ID")].toString());
}

/// Changes answer "accepted", an id, or nothing: what came of them is only read.
void checkSwanChange(const Recorded& r) {
    QVERIFY(r.body.trimmed().isEmpty() || r.contentType == "application/json");
}

const QHash<QString, Check>& swanReaders() {
    static const QHash<QString, Check> readers = {
        {s("GET /v1/apps"), checkSwanApps},
        {s("GET /v1/apps/ID"), checkSwanApp},
        {s("GET /v1/apps/ID/tasks"), checkSwanTasks},
        {s("GET /v1/apps/ID/versions"), checkSwanVersions},
        {s("GET /v1/apps/ID/versions/ONE"), checkSwanVersion},
        {s("POST /v1/apps"), checkSwanChange},
        {s("PUT /v1/apps/ID"), checkSwanChange},
        {s("DELETE /v1/apps/ID"), checkSwanChange},
        {s("POST /v1/apps/ID/scale"), checkSwanChange},
        {s("POST /v1/apps/ID/start"), checkSwanChange},
        {s("POST /v1/apps/ID/stop"), checkSwanChange},
        {s("POST /v1/apps/ID/rollback"), checkSwanChange},
        {s("PUT /v1/apps/ID/canary"), checkSwanChange},
        {s("PUT /v1/apps/ID/weights"), checkSwanChange},
        {s("DELETE /v1/apps/ID/tasks/ONE"), checkSwanChange},
        {s("GET /v1/compose-ng"), checkSwanComposes},
        {s("GET /v1/compose-ng/ID"), checkSwanComposes},
        {s("GET /v1/compose-ng/ID/dependency"), checkSwanDependencies},
        {s("POST /v1/compose-ng"), checkSwanChange},
        {s("DELETE /v1/compose-ng/ID"), checkSwanChange},
        {s("GET /v1/agents"), checkSwanAgents},
        {s("GET /v1/leader"), checkSwanLeader},
        {s("GET /v1/framework"), checkSwanFramework},
    };
    return readers;
}

bool isSwanUnasked(const QString& route) {
    static const QRegularExpression re(QRegularExpression::anchoredPattern(
        s("(GET /(ping|version|x)|OPTIONS .*|GET /v1/(stats|fullsync|compose|debug/.+|agents/.+)|(PUT|DELETE) "
          "/v1/debug|DELETE /v1/agents/.+|POST /v1/(purge|compose-ng/parse)|GET "
          "/v1/apps/ID/(dns|proxy)(/traffics)?|GET /v1/apps/ID/tasks/ONE|POST /v1/apps/ID/(reset|versions)|PUT "
          "/v1/apps/ID/tasks/ONE(/weight)?|GET /v1/compose-ng/ID/debug/versions)")));
    return re.match(route).hasMatch();
}

void checkSwanRefusal(const Recorded& r) {
    const base::Error e = swan::errorFrom(r.status, r.contentType, r.body);
    QCOMPARE(e.httpStatus, r.status);
    QVERIFY(e.sentence.endsWith(QLatin1Char('.')) && !e.advice.isEmpty());
    QCOMPARE(e.serverText, QString::fromUtf8(r.body).trimmed().left(600));
}

// --- what the links send ---------------------------------------------------------------------------------------------

QSet<QString> recordedRoutes(const QList<Recorded>& all, QString (*routeOf)(const QByteArray&)) {
    QSet<QString> out;
    for (const Recorded& r : all) {
        if (r.status < 400)
            out.insert(QString::fromUtf8(r.method) + QLatin1Char(' ') + routeOf(r.path));
    }
    return out;
}

Command command(Verb verb, const char* target, const QByteArray& document = {}) {
    Command c;
    c.verb = verb;
    c.targets = {s(target)};
    c.document = document;
    c.version = s("2026-11-23T18:17:51.026Z");
    c.factor = 0.5;
    c.instances = 3;
    return c;
}

/// Answers with the recorded body of the same route.
class Echo {
public:
    Echo(QList<Recorded> all, QString (*routeOf)(const QByteArray&)) : all_(std::move(all)), routeOf_(routeOf) {}

    ByteServer::Answer operator()(const ByteServer::Seen& seen) const {
        ByteServer::Answer answer;
        const bool stream = seen.headers.value("accept") == "text/event-stream";
        if (stream) {
            answer.bytes = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
            answer.close = false;
            return answer;
        }
        answer.bytes = ByteServer::http(404, "not recorded", "text/plain");
        const Recorded* best = nullptr; // of the very address before others, and of those the one that tells most
        for (const Recorded& r : all_) {
            if (r.method != seen.method || r.status != 200 || routeOf_(r.path) != routeOf_(seen.target))
                continue;
            const auto rank = [&](const Recorded& x) { return std::pair(x.path == seen.target, x.body.size()); };
            if (!best || rank(r) > rank(*best))
                best = &r;
        }
        if (best)
            answer.bytes = ByteServer::http(200, best->body, best->contentType);
        return answer;
    }

private:
    QList<Recorded> all_;
    QString (*routeOf_)(const QByteArray&);
};

QSet<QString> routesSeen(const ByteServer& server, QString (*routeOf)(const QByteArray&)) {
    QSet<QString> out;
    for (const ByteServer::Seen& seen : server.seen())
        out.insert(QString::fromUtf8(seen.method) + QLatin1Char(' ') + routeOf(seen.target));
    return out;
}

} // namespace

class TestSchedulerRecordings : public QObject {
    Q_OBJECT
private:
    QList<Recorded> marathon_ = test::recordedAnswers(s("marathon/answers.txt"));
    QList<Recorded> swan_ = test::recordedAnswers(s("swan/answers.txt"));

    static void rows(const QList<Recorded>& all) {
        QTest::addColumn<int>("index");
        for (int i = 0; i < all.size(); ++i)
            QTest::newRow(qPrintable(all.at(i).name)) << i;
    }

    /// Every route that requests were sent on is a recorded one.
    static void compareRoutes(const QSet<QString>& sent, const QSet<QString>& recorded, int atLeast) {
        QVERIFY2(sent.size() >= atLeast, qPrintable(QStringList(sent.values()).join(QLatin1Char('\n'))));
        for (const QString& route : sent)
            QVERIFY2(recorded.contains(route), qPrintable(route));
    }

private Q_SLOTS:
    void everyAnswerOfMarathon_data() { rows(marathon_); }
    void everyAnswerOfMarathon() {
        QFETCH(const int, index);
        const Recorded& r = marathon_.at(index);
        const QString route = QString::fromUtf8(r.method) + QLatin1Char(' ') + marathonRoute(r.path);
        if (r.status >= 400 && r.method != "HEAD")
            return checkMarathonRefusal(r);
        const Check check = marathonReaders().value(route);
        if (check && r.status < 300)
            return check(r);
        QVERIFY2(isMarathonUnasked(route) || r.status >= 300, qPrintable(route));
    }

    void everyStreamOfMarathon_data() {
        QTest::addColumn<QString>("file");
        for (const char* name : {"events.raw", "events_light.raw", "failover.old_leader.raw", "failover.new_leader.raw",
                                 "abdicate.stream.raw"})
            QTest::newRow(name) << s(name);
    }
    void everyStreamOfMarathon() {
        QFETCH(const QString, file);
        const QByteArray raw = test::fixture(s("marathon/") + file);
        checkMarathonStream(raw.mid(raw.indexOf("\r\n\r\n") + 4));
    }

    void everyAnswerOfSwan_data() { rows(swan_); }
    void everyAnswerOfSwan() {
        QFETCH(const int, index);
        const Recorded& r = swan_.at(index);
        const QString route = QString::fromUtf8(r.method) + QLatin1Char(' ') + swanRoute(r.path);
        if (r.status >= 400)
            return checkSwanRefusal(r);
        const Check check = swanReaders().value(route);
        if (check && r.status < 300)
            return check(r);
        QVERIFY2(isSwanUnasked(route) || r.status >= 300, qPrintable(route));
    }

    void everyStreamOfSwan_data() {
        QTest::addColumn<QString>("file");
        QTest::newRow("events") << s("swan/events.body");
        QTest::newRow("catch up") << s("swan/events-catchup.body");
    }
    void everyStreamOfSwan() {
        QFETCH(const QString, file);
        const QByteArray body = test::fixture(file);
        net::SseParser parser;
        int events = 0;
        parser.onEvent = [&](const net::SseEvent& raw) {
            const auto event = swan::decodeEvent(raw.data);
            QVERIFY(event && !event->taskId.isEmpty());
            ++events;
        };
        QVERIFY(parser.feed(std::string_view(body.constData(), std::size_t(body.size()))));
        QCOMPARE(events, body.count("\ndata: "));
        QVERIFY(events > 0);
    }

    void everyChangeThatMarathonIsSentWasRecorded() {
        auto web = std::make_shared<App>();
        web->id = s("/shop/web");
        web->document = "{\"id\":\"/shop/web\",\"cmd\":\"x\"}";
        auto pod = std::make_shared<App>();
        pod->id = s("/pods/p");
        pod->isPod = true;
        pod->document = "{\"id\":\"/pods/p\",\"containers\":[],\"scaling\":{\"kind\":\"fixed\",\"instances\":1}}";
        ma::Knowledge known;
        known.base = QUrl(s("http://m.example.com"));
        known.serverVersion = s("1.11.0");
        known.apps = {web, pod};
        known.app = [&](const QString& id) {
            return id == web->id ? AppPtr(web) : id == pod->id ? AppPtr(pod) : nullptr;
        };
        known.group = [](const QString&) { return std::optional<Group>(); };
        const char* task = "shop_web.instance-011b4bca-e76a-11f1-823e-02fc00000001._app.1";
        const char* podTask = "pods_p.instance-011b4bca-e76a-11f1-823e-02fc00000001.one.1";
        const char* uuid = "6c87abaf-f99c-4c6a-a1ff-3a0dd24a4bbd";
        Command everyApp = command(Verb::ScaleGroup, "/shop");
        everyApp.everyApp = true;
        Command shrink = command(Verb::KillTasks, task);
        shrink.killAndScale = true;
        Command wipe = command(Verb::KillTasks, task);
        wipe.killAndWipe = true;
        const QList<Command> all = {command(Verb::Deploy, "", "{\"id\":\"/new\",\"cmd\":\"x\"}"),
                                    command(Verb::Deploy, "", "{\"id\":\"/shop/web\",\"cmd\":\"y\"}"),
                                    command(Verb::Deploy, "", "[{\"id\":\"/shop/web\",\"cmd\":\"y\"}]"),
                                    command(Verb::Deploy, "", "{\"id\":\"/shop\",\"apps\":[]}"),
                                    command(Verb::Deploy, "", "{\"id\":\"/\",\"groups\":[]}"),
                                    command(Verb::Deploy, "", "{\"id\":\"/pods/n\",\"containers\":[]}"),
                                    command(Verb::Deploy, "", pod->document),
                                    command(Verb::Scale, "/shop/web"),
                                    command(Verb::Scale, "/pods/p"),
                                    command(Verb::ScaleGroup, "/shop"),
                                    everyApp,
                                    command(Verb::Restart, "/shop/web"),
                                    command(Verb::Suspend, "/shop/web"),
                                    command(Verb::KillTasks, task),
                                    shrink,
                                    wipe,
                                    command(Verb::KillTasks, podTask),
                                    command(Verb::Destroy, "/shop/web"),
                                    command(Verb::Destroy, "/pods/p"),
                                    command(Verb::DestroyGroup, "/shop"),
                                    command(Verb::ResetDelay, "/shop/web"),
                                    command(Verb::DeployVersion, "/shop/web"),
                                    command(Verb::RevertDeployment, uuid),
                                    command(Verb::StopDeployment, uuid),
                                    command(Verb::RevertGroup, "/shop")};
        QSet<QString> sent;
        for (const Command& c : all) {
            const auto request = ma::requestFor(c, known);
            QVERIFY2(request, qPrintable(QString::number(int(c.verb)) + c.targets.first()));
            sent.insert(QString::fromUtf8(request->method) + QLatin1Char(' ') +
                        marathonRoute(request->url.path().toUtf8()));
            const auto plan = ma::dryRunFor(c, known);
            QVERIFY(!plan || plan->url.query().contains(s("dryRun=true")));
        }
        compareRoutes(sent, recordedRoutes(marathon_, marathonRoute), 14);
    }

    void everythingThatMarathonIsAskedWasRecorded() {
        base::SystemClock clock;
        ByteServer server(Echo(marathon_, marathonRoute));
        net::HttpClient http(clock);
        net::Endpoint endpoint;
        endpoint.urls = {server.url()};
        MarathonPace pace;
        pace.tick = 5;
        const auto link = makeMarathon(http, clock, endpoint, nullptr, pace);
        link->start();
        QTRY_COMPARE(link->status().state, SourceState::Live);
        int answers = 0;
        const auto count = [&](const auto& result) {
            QVERIFY2(result, result ? "" : qPrintable(result.error().sentence));
            ++answers;
        };
        const QString version = s("2026-11-23T18:17:51.026Z");
        link->watchApp(s("/shop/web"));
        link->versions(s("/shop/web"), this, count);
        link->versionDocument(s("/shop/web"), version, this, count);
        link->unusedOffers(s("/shop/web"), this, count);
        link->groupVersions(s("/g"), this, count);
        link->groupVersions(s("/"), this, count);
        link->groupAt(s("/g"), version, this, count);
        link->groupAt(s("/"), version, this, count);
        QTRY_COMPARE(answers, 7);
        QTRY_VERIFY(routesSeen(server, marathonRoute).size() >= 12); // the slower polls come in their own time
        const QSet<QString> asked = routesSeen(server, marathonRoute);
        QVERIFY(asked.contains(s("GET /v2/groups/ID/versions/VERSION")));
        QVERIFY(asked.contains(s("GET /v2/apps/ID")));
        compareRoutes(asked, recordedRoutes(marathon_, marathonRoute), 12);
        for (const QString& route : asked)
            QVERIFY2(marathonReaders().contains(route), qPrintable(route));
    }

    void everyChangeThatSwanIsSentWasRecorded() {
        swan::Application web;
        web.app.id = s("web.default.alice.stubmesos");
        web.name = s("web");
        web.runAs = s("alice");
        web.cluster = s("stubmesos");
        web.operation = s("noop");
        web.taskCount = 2;
        swan::Knowledge known;
        known.base = QUrl(s("http://s.example.com"));
        known.apps = {web};
        known.version = [](const QString&) {
            App v;
            v.instances = 2;
            v.document = "{}";
            return v;
        };
        const QByteArray document = "{\"name\":\"web\",\"runAs\":\"alice\",\"instances\":2}";
        const char* id = "web.default.alice.stubmesos";
        Command compose = command(Verb::Deploy, "stack", "services:\n  db:\n    image: x\n");
        compose.targets.append(s("alice"));
        Command back = command(Verb::DeployVersion, id);
        back.version = s("1795420328416541546");
        const QList<Command> all = {command(Verb::Deploy, id, document),
                                    command(Verb::Deploy, "", "{\"name\":\"n\",\"runAs\":\"alice\"}"),
                                    compose,
                                    command(Verb::Scale, id),
                                    command(Verb::Suspend, id),
                                    command(Verb::Start, id),
                                    command(Verb::KillTasks, "c00b760061f0.1.web.default.alice.stubmesos"),
                                    command(Verb::Destroy, id),
                                    command(Verb::DestroyGroup, "6c65952245719866"),
                                    back,
                                    command(Verb::Canary, id, document),
                                    command(Verb::SetWeights, id)};
        QSet<QString> sent;
        for (const Command& c : all) {
            const auto request = swan::requestFor(c, known);
            QVERIFY2(request, qPrintable(QString::number(int(c.verb))));
            sent.insert(QString::fromUtf8(request->method) + QLatin1Char(' ') +
                        swanRoute(request->url.path().toUtf8()));
        }
        compareRoutes(sent, recordedRoutes(swan_, swanRoute), 12);
        for (const QString& route : sent)
            QVERIFY2(swanReaders().contains(route), qPrintable(route));
    }

    void everythingThatSwanIsAskedWasRecorded() {
        base::SystemClock clock;
        ByteServer server(Echo(swan_, swanRoute));
        net::HttpClient http(clock);
        net::Endpoint endpoint;
        endpoint.urls = {server.url()};
        const auto link = makeSwan(http, clock, endpoint);
        link->start();
        QTRY_COMPARE(link->status().state, SourceState::Live);
        int answers = 0;
        link->watchApp(s("web.default.alice.stubmesos"));
        link->versions(s("web.default.alice.stubmesos"), this, [&](const auto& r) { answers += r ? 1 : 0; });
        link->versionDocument(s("web.default.alice.stubmesos"), s("1795420328416541546"), this,
                              [&](const auto& r) { answers += r ? 1 : 0; });
        link->composes(this,
                       [&](const auto& r) { answers += r && r->size() == 1 && r->first().needs.size() == 2 ? 1 : 0; });
        link->gatewayAgents(this, [&](const auto& r) { answers += r ? 1 : 0; });
        QTRY_COMPARE(answers, 4);
        QTRY_VERIFY(routesSeen(server, swanRoute).size() >= 11);
        QSet<QString> asked = routesSeen(server, swanRoute);
        asked.remove(s("GET /v1/events"));
        compareRoutes(asked, recordedRoutes(swan_, swanRoute), 10);
        for (const QString& route : asked)
            QVERIFY2(swanReaders().contains(route), qPrintable(route));
    }
};

MESOSCOPE_TEST_MAIN(TestSchedulerRecordings)
#include "tst_scheduler_recordings.moc"
