// Upgrades watched on a real Marathon 1.11, done again on the demo Marathon: as many instances at most, as few running.
#include "tests/demo/marathon_bench.h"
#include "tests/support/harness.h"

#include <QtTest>

#include <algorithm>

using namespace mesoscope::demo;
using namespace mesoscope::demo::test;

namespace {

struct Extremes {
    int mostPresent = 0;
    int fewestRunning = 1000;
};

void look(Cluster& cluster, Extremes& extremes) {
    const Json body = Json::parse(cluster.send("GET", "/v2/apps/up/tasks").body);
    int present = 0;
    int running = 0;
    for (const auto& task : body["tasks"]) {
        const std::string state = task["state"];
        present += state != "TASK_KILLED";
        running += state == "TASK_RUNNING";
    }
    extremes.mostPresent = std::max(extremes.mostPresent, present);
    extremes.fewestRunning = std::min(extremes.fewestRunning, running);
}

bool busy(Cluster& cluster) {
    return cluster.send("GET", "/v2/deployments").body != "[]";
}

Extremes upgrade(const Json& item) {
    Cluster cluster;
    const Json app{{"id", "/up"},
                   {"cmd", "serve 1"},
                   {"cpus", 0.05},
                   {"mem", 16},
                   {"instances", item["instances"]},
                   {"upgradeStrategy", Json{{"minimumHealthCapacity", item["minimumHealthCapacity"]},
                                            {"maximumOverCapacity", item["maximumOverCapacity"]}}}};
    cluster.send("POST", "/v2/apps", app.dump());
    for (int i = 0; i < 200 && busy(cluster); ++i)
        cluster.world->advance(0.5);
    cluster.send("PUT", "/v2/apps/up", R"({"cmd":"serve 2"})");
    Extremes extremes;
    for (int i = 0; i < 4000 && busy(cluster); ++i) {
        cluster.world->advance(0.1);
        look(cluster, extremes);
    }
    return busy(cluster) ? Extremes{} : extremes;
}

} // namespace

class TestMarathonUpgrades : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsThePace() {
        const Json upgrades = readFixture("upgrades.json")["upgrades"];
        QVERIFY(upgrades.size() > 50);
        int good = 0;
        for (const auto& item : upgrades) {
            const Extremes extremes = upgrade(item);
            const bool same = extremes.mostPresent == item["most_present"].get<int>() &&
                              extremes.fewestRunning == item["fewest_running"].get<int>();
            good += same;
            if (!same)
                qInfo("%s: most %d, fewest %d", item.dump().c_str(), extremes.mostPresent, extremes.fewestRunning);
        }
        qInfo("%d of %d upgrades agree", good, static_cast<int>(upgrades.size()));
        QCOMPARE(good, static_cast<int>(upgrades.size()));
    }
};

MESOSCOPE_TEST_MAIN(TestMarathonUpgrades)
#include "tst_marathon_upgrades.moc"
