// Recorded requests to a real Swan against the demo Swan: status, content type, error text and shape of the answers.
#include "app/demo/swan/swan.h"
#include "tests/demo/marathon_bench.h"
#include "tests/support/harness.h"

#include <QtTest>

#include <regex>

using namespace mesoscope::demo;
using mesoscope::demo::test::addAgents;
using mesoscope::demo::test::collectShape;
using mesoscope::demo::test::Json;

namespace {

/// Keys that are ids of tasks or agents stand for each other.
std::set<std::string> shapeOf(const std::string& body) {
    static const std::regex agent("^/[^/ ]+-S[0-9]+");
    static const std::regex task("/[0-9a-f]{12}\\.[0-9]+\\.[^/ \\[]*");
    std::set<std::string> shape;
    std::set<std::string> plain;
    collectShape(Json::parse(body, nullptr, false), "", shape);
    for (const auto& path : shape)
        plain.insert(std::regex_replace(std::regex_replace(path, task, "/TASK"), agent, "/AGENT"));
    return plain;
}

std::string fault(const Json& step, const marathon::Response& answer) {
    if (answer.status != step["status"].get<int>())
        return "status " + std::to_string(answer.status) + " instead of " + std::to_string(step["status"].get<int>()) +
               ": " + answer.body;
    if (answer.contentType != step["type"].get<std::string>())
        return "type " + answer.contentType;
    if (step.contains("text"))
        return answer.body == step["text"].get<std::string>() ? "" : "text " + answer.body;
    std::string difference;
    const std::set<std::string> ours = shapeOf(answer.body);
    std::set<std::string> theirs;
    for (const auto& path : step["shape"])
        theirs.insert(std::regex_replace(path.get<std::string>(), std::regex("^/stub-S0"), "/AGENT"));
    for (const auto& path : theirs)
        if (!ours.count(path))
            difference += " -" + path;
    for (const auto& path : ours)
        if (!theirs.count(path))
            difference += " +" + path;
    return difference;
}

/// Version ids of the recording become those that the demo gave: the newest one of the app.
std::string withOwnVersion(const std::string& target, swan::Swan& swan) {
    static const std::regex recorded("/versions/1795[0-9]+");
    if (!std::regex_search(target, recorded))
        return target;
    marathon::Request request;
    request.target = target.substr(0, target.rfind('/'));
    const Json versions = Json::parse(swan.handle(request).body);
    return request.target + "/" + versions[0]["id"].get<std::string>();
}

} // namespace

class TestSwanStory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void playsTheRecordedStory() {
        QFile file(QString::fromUtf8(MESOSCOPE_FIXTURES "/swan/demo-story.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Json steps = Json::parse(file.readAll().toStdString());
        World::Settings settings;
        settings.manualClock = true;
        World world(settings);
        addAgents(world);
        swan::SwanOptions options;
        options.cluster = "stubmesos";
        swan::Swan swan(world, options);
        const std::string recordedCompose = "6c65952245719866";
        std::string compose;
        int good = 0;
        int total = 0;
        for (const auto& step : steps) {
            if (step.contains("wait")) {
                world.advance(step["wait"].get<double>());
                continue;
            }
            marathon::Request request;
            request.method = step["method"];
            request.target = withOwnVersion(step["target"], swan);
            request.body = step.value("body", "");
            if (step.contains("headers"))
                for (const auto& [name, value] : step["headers"].items())
                    request.headers.emplace(name, value.get<std::string>());
            if (const std::size_t at = request.target.find(recordedCompose); at != std::string::npos)
                request.target.replace(at, recordedCompose.size(), compose);
            const marathon::Response answer = swan.handle(request);
            if (step["name"] == "compose-ng-create")
                compose = Json::parse(answer.body).value("id", "");
            const std::string difference = fault(step, answer);
            ++total;
            good += difference.empty();
            if (!difference.empty())
                qInfo("%s: %s", step["name"].get<std::string>().c_str(), difference.substr(0, 300).c_str());
            world.advance(0.05);
        }
        qInfo("%d of %d answers agree", good, total);
        QVERIFY(total > 95);
        QVERIFY(good * 100 >= total * 95);
    }
};

MESOSCOPE_TEST_MAIN(TestSwanStory)
#include "tst_swan_story.moc"
