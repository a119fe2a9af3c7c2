// The demo master's and agents' documents have the shape of recorded ones: every path that ours has is in a recording,
// and every path that the recordings of a document always have is in ours.
#include "app/demo/cluster.h"
#include "app/demo/world/world.h"
#include "tests/support/harness.h"

#include <QFile>
#include <QTest>
#include <httplib.h>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

using namespace mesoscope::demo;
using Json = nlohmann::json;
using Paths = std::map<std::string, std::set<std::string>>;

namespace {

/// Keys that name things instead of describing them: roles, attributes, flags, metrics, label names of quota.
const std::set<std::string> openObjects{"attributes",
                                        "flags",
                                        "reserved_resources",
                                        "reserved_resources_full",
                                        "guarantees",
                                        "limits",
                                        "guarantee",
                                        "limit",
                                        "consumed",
                                        "allocated",
                                        "offered",
                                        "reserved"};
/// In Mesos' messages, but in no recording: those clusters ran no containers with images, networks or users.
const std::vector<std::string> unrecorded{".container.",
                                          ".container",
                                          ".network_infos[].name",
                                          ".user",
                                          ".discovery.ports.ports[].labels",
                                          ".health_check.http",
                                          ".health_check.tcp",
                                          ".principal"};

std::string kind(const Json& value) {
    return value.is_number_float() ? "real" : value.is_number() ? "integer" : value.type_name();
}

void collect(const Json& value, const std::string& path, const std::string& key, Paths& paths) {
    paths[path].insert(kind(value));
    if (value.is_object() && !openObjects.contains(key))
        for (const auto& [name, member] : value.items())
            collect(member, path + "." + name, name, paths);
    if (value.is_array())
        for (const Json& element : value)
            collect(element, path + "[]", key, paths);
}

Paths pathsOf(const Json& document) {
    Paths paths;
    collect(document, "", "", paths);
    return paths;
}

Json fixture(const std::string& name) {
    QFile file(QStringLiteral(MESOSCOPE_FIXTURES "/mesos/demo-shapes/") + QString::fromStdString(name));
    if (!file.open(QIODevice::ReadOnly))
        return Json();
    const QByteArray bytes = file.readAll();
    return Json::parse(bytes.constData(), bytes.constData() + bytes.size());
}

/// The same kinds of things stand in several places: what was seen in one counts for the others.
std::string canonical(const std::string& path) {
    static const std::regex tasks("(completed|unreachable|launched|terminated|queued|pending)_tasks");
    static const std::regex resources("^.*\\.\\w*resources(_full|_allocated)?");
    return std::regex_replace(std::regex_replace(path, tasks, "tasks"), resources, ".resources");
}

bool isUnrecorded(const std::string& path) {
    return std::any_of(unrecorded.begin(), unrecorded.end(),
                       [&](const std::string& part) { return path.find(part) != std::string::npos; });
}

/// Only tasks of pods have these, and one recorded agent ran nothing else.
bool isOfPods(const std::string& path) {
    return path.ends_with("_tasks[].executor_id") || path.ends_with(".container_id.parent");
}

/// A path is only owed if what it hangs on is there: no completed tasks, none of their fields.
bool owed(const std::string& path, const Paths& ours) {
    const auto cut = path.find_last_of(".[");
    return cut == std::string::npos || ours.contains(path.substr(0, cut));
}

/// Paths that each object of that kind in the recordings has.
void collectAlways(const Json& value, const std::string& path, const std::string& key,
                   std::map<std::string, int>& objects, std::map<std::string, int>& members) {
    if (value.is_object() && !openObjects.contains(key)) {
        ++objects[path];
        for (const auto& [name, member] : value.items()) {
            ++members[path + "." + name];
            collectAlways(member, path + "." + name, name, objects, members);
        }
    }
    if (value.is_array())
        for (const Json& element : value)
            collectAlways(element, path + "[]", key, objects, members);
}

std::set<std::string> alwaysThere(const std::vector<Json>& recordings) {
    std::map<std::string, int> objects;
    std::map<std::string, int> members;
    for (const Json& recording : recordings)
        collectAlways(recording, "", "", objects, members);
    std::set<std::string> always;
    for (const auto& [path, count] : members)
        if (count == objects[path.substr(0, path.rfind('.'))])
            always.insert(path);
    return always;
}

/// supplements: recordings of parts, which show fields that the whole ones lack.
QString compare(const Json& ours, const std::vector<Json>& recordings, const std::vector<Json>& supplements) {
    Paths recorded;
    for (const Json& recording : recordings)
        collect(recording, "", "", recorded);
    for (const Json& supplement : supplements)
        collect(supplement, "", "", recorded);
    for (const auto& [path, kinds] : Paths(recorded))
        recorded[canonical(path)].insert(kinds.begin(), kinds.end());
    const Paths mine = pathsOf(ours);
    QString problems;
    for (const auto& [path, kinds] : mine) {
        if (isUnrecorded(path))
            continue;
        const auto found = recorded.find(recorded.contains(path) ? path : canonical(path));
        if (found == recorded.end())
            problems += QStringLiteral("invented: %1\n").arg(QString::fromStdString(path));
        else
            for (const std::string& type : kinds)
                if (!found->second.contains(type))
                    problems += QStringLiteral("other type: %1 is %2\n")
                                    .arg(QString::fromStdString(path), QString::fromStdString(type));
    }
    for (const std::string& path : alwaysThere(recordings))
        // A framework has a role or roles, as its MULTI_ROLE says.
        if (!mine.contains(path) && owed(path, mine) && !mine.contains(path + "s") && !isOfPods(path))
            problems += QStringLiteral("missing: %1\n").arg(QString::fromStdString(path));
    return problems;
}

} // namespace

class TestMesosShapes : public QObject {
    Q_OBJECT

    std::unique_ptr<Cluster> cluster_;
    std::string host_;
    std::string agents_;

    Json get(const std::string& base, const std::string& path) {
        httplib::Client client(base);
        const auto answer = client.Get(path);
        return answer && answer->status == 200 ? Json::parse(answer->body, nullptr, false) : Json();
    }
    Json call(const std::string& base, const std::string& path, const std::string& body) {
        httplib::Client client(base);
        const auto answer = client.Post(path, body, "application/json");
        return answer && answer->status == 200 ? Json::parse(answer->body, nullptr, false) : Json();
    }

    /// Something of everything that documents can show.
    static void prepare(World& world) {
        const auto guard = world.lock();
        Reservation reservation{"ops/db", "peer", {0.5, 0, 128, 0}, {{"app", "db"}}, {}, {}};
        world.reserve(world.agents()[0]->id, reservation);
        Reservation volume{"ops/db", "peer", {0, 0, 64, 0}, {}, "vol-1", "data"};
        world.reserve(world.agents()[0]->id, volume);
        world.drainAgent(world.agents()[1]->id, 5.0, false);
        world.loseAgent(2, 5);
        world.weights["dev"] = 2.5;
        world.quotas["dev"] = {"dev", {{"cpus", 1}}, {{"cpus", 8}}};
        world.maintenance.push_back({{{"maint-host", "127.0.0.9"}}, world.now() + 3600, 3600});
    }

    static std::vector<Json> fixtures(const QStringList& names, bool supplements) {
        std::vector<Json> all;
        for (const QString& name : names)
            if (name.startsWith(QLatin1Char('+')) == supplements) {
                const QString file = supplements ? name.mid(1, name.indexOf(QLatin1Char('@')) - 1) : name;
                Json one = fixture(file.toStdString());
                if (supplements && name.contains(QLatin1String("@get_state")))
                    one = Json{{"type", "GET_STATE"}, {"get_state", one}};
                if (!one.is_null())
                    all.push_back(std::move(one));
            }
        return all;
    }

private Q_SLOTS:
    void initTestCase() {
        Options options;
        options.agents = 12;
        options.apps = 22;
        options.tasks = 80;
        options.manualClock = true;
        options.rate = 3;
        cluster_ = std::make_unique<Cluster>(options);
        host_ = cluster_->endpoints().master;
        prepare(cluster_->world());
        cluster_->advance(30);
        const Json agents = call(host_, "/api/v1", R"({"type":"GET_AGENTS"})");
        const std::string pid = agents["get_agents"]["agents"][0]["pid"];
        agents_ = "http://" + pid.substr(pid.find('@') + 1);
    }

    void document_data() {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QStringList>("recordings");
        const auto row = [](const char* request, const QStringList& recordings) {
            QTest::newRow(request) << QString::fromUtf8(request) << recordings;
        };
        const auto one = [](const char* name) { return QStringList{QString::fromUtf8(name)}; };
        const QStringList states{QStringLiteral("final_state.json"),     QStringLiteral("state_unreachable.json"),
                                 QStringLiteral("state.json"),           QStringLiteral("state_with_ports.json"),
                                 QStringLiteral("+slaves_drained.json"), QStringLiteral("+slaves_reregistered.json")};
        row("GET /state", states);
        row("GET /master/state", states);
        row("GET /slaves",
            QStringList{QStringLiteral("slaves.json"), QStringLiteral("slaves_drained.json"),
                        QStringLiteral("slaves_reregistered.json"), QStringLiteral("+state_with_ports.json")});
        row("GET /state-summary",
            QStringList{QStringLiteral("state-summary.json"), QStringLiteral("+slaves_drained.json"),
                        QStringLiteral("+slaves_reregistered.json"), QStringLiteral("+state_with_ports.json")});
        row("GET /version", one("version.json"));
        row("GET /flags", one("flags.json"));
        row("GET /roles", one("roles.json"));
        row("GET /tasks", QStringList{QStringLiteral("tasks.json"), QStringLiteral("tasks_with_ports.json")});
        row("GET /quota", one("quota.json"));
        row("GET /weights", one("weights.json"));
        row("GET /maintenance/schedule", one("maintenance_schedule.json"));
        row("GET /maintenance/status", one("maintenance_status.json"));
        row("GET /frameworks", QStringList{QStringLiteral("frameworks.json"), QStringLiteral("final_frameworks.json"),
                                           QStringLiteral("+state_unreachable.json")});
        const QStringList v1{QStringLiteral("v1.final_GET_STATE.json"), QStringLiteral("v1.GET_STATE.json"),
                             QStringLiteral("+v1.GET_TASKS_unreachable.json@get_state"),
                             QStringLiteral("+v1.GET_TASKS_with_ports.json@get_state"),
                             QStringLiteral("+v1.GET_AGENTS_drained.json@get_state")};
        row("GET_STATE", v1);
        row("GET_TASKS", QStringList{QStringLiteral("v1.GET_TASKS_unreachable.json"),
                                     QStringLiteral("v1.GET_TASKS_with_ports.json")});
        row("GET_AGENTS", QStringList{QStringLiteral("v1.GET_AGENTS_drained.json"),
                                      QStringLiteral("v1.GET_AGENTS.json"), QStringLiteral("+v1.final_agents.json")});
        for (const char* name : {"GET_HEALTH", "GET_FLAGS", "GET_VERSION", "GET_LOGGING_LEVEL", "GET_FRAMEWORKS",
                                 "GET_EXECUTORS", "GET_OPERATIONS", "GET_ROLES", "GET_WEIGHTS", "GET_MASTER",
                                 "GET_MAINTENANCE_STATUS", "GET_MAINTENANCE_SCHEDULE", "GET_QUOTA"})
            row(name, QStringList{QStringLiteral("v1.%1.json").arg(QString::fromUtf8(name))});
    }

    void document() {
        QFETCH(QString, request);
        QFETCH(QStringList, recordings);
        const std::vector<Json> recorded = fixtures(recordings, false);
        QVERIFY2(!recorded.empty(), "no recording");
        const bool legacy = request.startsWith(QLatin1String("GET /"));
        const Json ours = legacy ? get(host_, request.mid(4).toStdString())
                                 : call(host_, "/api/v1", "{\"type\":\"" + request.toStdString() + "\"}");
        QVERIFY2(!ours.is_null() && !ours.is_discarded(), "no answer");
        const QString problems = compare(ours, recorded, fixtures(recordings, true));
        QVERIFY2(problems.isEmpty(), qPrintable(problems));
    }

    void agentDocument_data() {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QStringList>("recordings");
        const auto row = [](const char* request, const QStringList& recordings) {
            QTest::newRow(request) << QString::fromUtf8(request) << recordings;
        };
        row("GET /containers", {QStringLiteral("agent.containers.json")});
        row("GET /monitor/statistics", {QStringLiteral("agent.statistics.json")});
        row("GET /state", {QStringLiteral("agent.state.json"), QStringLiteral("agent.stateX.json")});
        for (const char* name :
             {"GET_STATE", "GET_CONTAINERS", "GET_AGENT", "GET_TASKS", "GET_FRAMEWORKS", "GET_EXECUTORS",
              "GET_OPERATIONS", "GET_RESOURCE_PROVIDERS", "GET_FLAGS", "GET_VERSION"})
            row(name, {QStringLiteral("agent.v1.%1.json").arg(QString::fromUtf8(name)),
                       QStringLiteral("agent.v1X.%1.json").arg(QString::fromUtf8(name)),
                       QStringLiteral("+v1.GET_TASKS_with_ports.json"), QStringLiteral("+v1.GET_FRAMEWORKS.json"),
                       QStringLiteral("+agent.v1.GET_STATE.json")});
    }

    void agentDocument() {
        QFETCH(QString, request);
        QFETCH(QStringList, recordings);
        const std::vector<Json> recorded = fixtures(recordings, false);
        QVERIFY2(!recorded.empty(), "no recording");
        const std::string base = "/slave(5)";
        const bool legacy = request.startsWith(QLatin1String("GET /"));
        const Json ours = legacy ? get(agents_, base + request.mid(4).toStdString())
                                 : call(agents_, base + "/api/v1", "{\"type\":\"" + request.toStdString() + "\"}");
        QVERIFY2(!ours.is_null() && !ours.is_discarded(), "no answer");
        const QString problems = compare(ours, recorded, fixtures(recordings, true));
        QVERIFY2(problems.isEmpty(), qPrintable(problems));
    }
};

QTEST_GUILESS_MAIN(TestMesosShapes)
#include "tst_mesos_shapes.moc"
