// Every recorded acceptance case of app validation against the demo Marathon: verdict, status, message, paths, texts
// and what is stored.
#include "tests/demo/marathon_bench.h"
#include "tests/support/harness.h"

#include <QtTest>

using namespace mesoscope::demo;
using namespace mesoscope::demo::test;

namespace {

marathon::MarathonOptions optionsOf(const Json& item) {
    marathon::MarathonOptions options;
    options.enabledFeatures.clear();
    if (!item.contains("config"))
        return options;
    const Json& config = item["config"];
    for (const auto& feature : config.value("enable_features", Json::array()))
        options.enabledFeatures.insert(feature.get<std::string>());
    options.defaultNetworkName = config.value("default_network_name", "");
    options.mesosRole = config.value("mesos_role", "*");
    return options;
}

std::set<std::string> errorTexts(const Json& body) {
    std::set<std::string> texts;
    if (!body.contains("details") || !body["details"].is_array())
        return texts;
    for (const auto& entry : body["details"])
        for (const auto& text : entry["errors"])
            texts.insert(entry["path"].get<std::string>() + " " + text.get<std::string>());
    return texts;
}

std::string dump(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Sets have no order; versions and deployments are new every time.
Json comparable(Json app) {
    for (const char* key : {"version", "versionInfo", "deployments", "tasks", "tasksStaged", "tasksRunning",
                            "tasksHealthy", "tasksUnhealthy"})
        app.erase(key);
    for (const char* key : {"constraints", "healthChecks", "dependencies", "acceptedResourceRoles"})
        if (app.contains(key))
            std::sort(app[key].begin(), app[key].end());
    return app;
}

} // namespace

class TestMarathonCases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersAsRecorded_data() {
        QTest::addColumn<int>("index");
        const Json cases = readFixture("demo-cases.json");
        QVERIFY(cases.size() > 70);
        for (std::size_t i = 0; i < cases.size(); ++i)
            QTest::newRow(cases[i]["name"].get<std::string>().c_str()) << static_cast<int>(i);
    }

    void answersAsRecorded() {
        QFETCH(int, index);
        static const Json cases = readFixture("demo-cases.json");
        const Json& item = cases[static_cast<std::size_t>(index)];
        Cluster cluster(optionsOf(item));
        for (const auto& app : item.value("existing", Json::array())) {
            QCOMPARE(cluster.send("POST", "/v2/apps", dump(app)).status, 201);
            cluster.world->advance(10);
        }
        const Json request = item.value("request", Json{{"method", "POST"}, {"path", "/v2/apps"}});
        const marathon::Response answer = cluster.send(request["method"], request["path"], dump(item["app"]));
        const Json body = Json::parse(answer.body);
        QVERIFY2(answer.status == item["status"].get<int>(), answer.body.c_str());
        if (item.contains("answer")) {
            QCOMPARE(QString::fromStdString(body["message"].get<std::string>()),
                     QString::fromStdString(item["answer"]["message"].get<std::string>()));
            const auto texts = errorTexts(body);
            const bool same = texts == errorTexts(item["answer"]);
            QVERIFY2(same, answer.body.c_str());
        }
        if (item.contains("stored")) {
            const std::string id = body.value("id", item["stored"]["id"].get<std::string>());
            const Json shown = Json::parse(cluster.send("GET", "/v2/apps" + id).body)["app"];
            const std::string ours = dump(comparable(shown));
            const std::string theirs = dump(comparable(item["stored"]));
            QCOMPARE(QString::fromStdString(ours), QString::fromStdString(theirs));
        }
    }
};

MESOSCOPE_TEST_MAIN(TestMarathonCases)
#include "tst_marathon_cases.moc"
