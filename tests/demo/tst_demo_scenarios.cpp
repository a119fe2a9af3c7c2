// What a scenario does to the cluster, and that the cluster recovers from it as a real one would. Virtual time.
#include "app/demo/cluster.h"
#include "tests/support/harness.h"

#include <QTest>

#include <httplib.h>
#include <nlohmann/json.hpp>

using namespace mesoscope;
using Json = nlohmann::json;

namespace {

class TestDemoScenarios : public QObject {
    Q_OBJECT

private:
    static demo::Options small(const char* scenario) {
        demo::Options options;
        options.agents = 40;
        options.apps = 12;
        options.tasks = 200;
        options.scenario = scenario;
        options.manualClock = true;
        return options;
    }

    static Json ask(const demo::Cluster& cluster, const char* path) {
        httplib::Client client(cluster.endpoints().scheduler);
        const auto answer = client.Get(path, {{"Accept", "application/json"}});
        return answer ? Json::parse(answer->body) : Json();
    }

    /// Instances that are wanted and not running, over all apps.
    static int missing(const demo::Cluster& cluster) {
        int sum = 0;
        const Json apps = ask(cluster, "/v2/apps").at("apps");
        for (const Json& app : apps)
            sum += std::max(0, app.at("instances").get<int>() - app.at("tasksRunning").get<int>());
        return sum;
    }

private Q_SLOTS:
    void aLostRackIsMissedThenReplacedElsewhere() {
        demo::Cluster cluster(small("rack-lost"));
        QCOMPARE(missing(cluster), 0);
        int worst = 0;
        for (int half = 0; half < 140; ++half) {
            cluster.advance(0.5);
            worst = std::max(worst, missing(cluster));
        }
        QVERIFY2(worst > 0, "the rack had tasks");
        for (int second = 0; second < 330; ++second)
            cluster.advance(1);
        QCOMPARE(missing(cluster), 0);
    }

    void aCrashLoopWaitsForItsBackOff() {
        demo::Cluster cluster(small("crash-loop"));
        for (int second = 0; second < 60; ++second)
            cluster.advance(1);
        const Json queue = ask(cluster, "/v2/queue").at("queue");
        QCOMPARE(int(queue.size()), 1);
        QCOMPARE(queue[0].at("app").at("id").get<std::string>(), std::string("/shop/recommendations"));
        QVERIFY(queue[0].at("delay").at("timeLeftSeconds").get<int>() > 0);
    }

    void noAppIsYoungerThanItsTasks() {
        demo::Cluster cluster(small("calm"));
        std::map<std::string, std::string> versions;
        const Json apps = ask(cluster, "/v2/apps").at("apps");
        for (const Json& app : apps)
            versions[app.at("id")] = app.at("version");
        const Json tasks = ask(cluster, "/v2/tasks").at("tasks");
        QVERIFY(tasks.size() >= 200);
        for (const Json& task : tasks)
            QVERIFY(versions.at(task.at("appId")) < task.at("startedAt").get<std::string>());
    }
};

} // namespace

MESOSCOPE_TEST_MAIN(TestDemoScenarios)
#include "tst_demo_scenarios.moc"
