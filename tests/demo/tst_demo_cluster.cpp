// The whole embedded cluster behind its listeners: which scheduler owns the apps, how its routes and its pace come
// about.
#include "app/demo/cluster.h"
#include "app/demo/world/world.h"
#include "tests/support/harness.h"

#include <QtTest>

#include <httplib.h>
#include <nlohmann/json.hpp>

#include <set>

using namespace mesoscope::demo;

namespace {

using Json = nlohmann::json;

Options smallOptions(const std::string& scheduler) {
    Options options;
    options.agents = 12;
    options.apps = 6;
    options.tasks = 60;
    options.manualClock = true;
    options.scheduler = scheduler;
    return options;
}

Json get(const std::string& url, const std::string& path) {
    httplib::Client client(url);
    const auto answer = client.Get(path);
    return answer ? Json::parse(answer->body, nullptr, false) : Json();
}

/// host:port of every task that a list of tasks names.
std::set<std::string> addresses(const Json& tasks, const char* host) {
    std::set<std::string> all;
    for (const auto& task : tasks)
        if (!task["ports"].empty())
            all.insert("http://" + task[host].get<std::string>() + ":" + std::to_string(task["ports"][0].get<int>()) +
                       "/");
    return all;
}

class Counter : public WorldObserver {
public:
    void taskAdded(const Task&) override { ++count; }
    void taskUpdated(const Task&, const Status&) override { ++count; }
    int count = 0;
};

} // namespace

class TestDemoCluster : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void letsSwanOwnTheApps() {
        Cluster cluster(smallOptions("swan"));
        const Endpoints endpoints = cluster.endpoints();
        QCOMPARE(endpoints.schedulerSystem, std::string("swan"));
        const Json apps = get(endpoints.scheduler, "/v1/apps");
        QCOMPARE(apps.size(), std::size_t(6));
        int tasks = 0;
        for (const auto& app : apps) {
            QCOMPARE(app["status"].get<std::string>(), std::string("available"));
            QCOMPARE(app["operationStatus"].get<std::string>(), std::string("noop"));
            tasks += app["task_count"].get<int>();
        }
        QCOMPARE(tasks, 60);
        // The master knows them as tasks of the framework "swan".
        const Json state = get(endpoints.master, "/state");
        QCOMPARE(state["frameworks"].size(), std::size_t(1));
        QCOMPARE(state["frameworks"][0]["name"].get<std::string>(), std::string("swan"));
        QCOMPARE(state["frameworks"][0]["tasks"].size(), std::size_t(60));
    }

    void swanScalesAndTellsOfIt() {
        Cluster cluster(smallOptions("swan"));
        const Endpoints endpoints = cluster.endpoints();
        std::string id;
        for (const auto& app : get(endpoints.scheduler, "/v1/apps"))
            if (app["name"] == "checkout")
                id = app["id"].get<std::string>();
        QCOMPARE(id, std::string("checkout.default.shop.demo"));
        const int before = get(endpoints.scheduler, "/v1/apps/" + id)["task_count"].get<int>();
        httplib::Client client(endpoints.scheduler);
        const auto answer =
            client.Post("/v1/apps/" + id + "/scale", Json{{"instances", before + 2}}.dump(), "application/json");
        QVERIFY(answer);
        QCOMPARE(answer->status, 202);
        cluster.advance(30);
        const Json after = get(endpoints.scheduler, "/v1/apps/" + id);
        QCOMPARE(after["task_count"].get<int>(), before + 2);
        QCOMPARE(after["operationStatus"].get<std::string>(), std::string("noop"));
        // Whoever asks to catch up hears of every instance at once.
        std::string frames;
        client.set_read_timeout(5);
        client.Get("/v1/events?catchUp=true", [&](const char* data, std::size_t size) {
            frames.append(data, size);
            return frames.find(id) == std::string::npos;
        });
        QVERIFY(frames.find("event: task_healthy\ndata: {\"type\":\"task_healthy\",\"app_id\":\"") == 0);
        QVERIFY(frames.find(id) != std::string::npos);
    }

    void routesLeadToInstances() {
        for (const char* scheduler : {"marathon", "swan"}) {
            Cluster cluster(smallOptions(scheduler));
            const Endpoints endpoints = cluster.endpoints();
            std::set<std::string> known;
            if (endpoints.schedulerSystem == "marathon")
                known = addresses(get(endpoints.scheduler, "/v2/tasks")["tasks"], "host");
            else
                for (const auto& app : get(endpoints.scheduler, "/v1/apps"))
                    known.merge(addresses(
                        get(endpoints.scheduler, "/v1/apps/" + app["id"].get<std::string>() + "/tasks"), "ip"));
            const Json routes = get(endpoints.gateway, "/api/routes");
            QVERIFY(routes.size() > 10);
            for (const auto& route : routes)
                QVERIFY(known.count(route["dst"].get<std::string>()) > 0);
        }
    }

    void labelsMakeRoutes() {
        Cluster cluster(smallOptions("marathon"));
        const Endpoints endpoints = cluster.endpoints();
        httplib::Client client(endpoints.scheduler);
        const Json app{{"id", "/routed"},
                       {"cmd", "./serve"},
                       {"cpus", 0.1},
                       {"mem", 32},
                       {"labels", {{"FABIO", "urlprefix-/one,urlprefix-two.test/ strip=/x"}}}};
        const auto answer = client.Post("/v2/apps", app.dump(), "application/json");
        QVERIFY(answer);
        QCOMPARE(answer->status, 201);
        cluster.advance(15);
        std::set<std::string> sources;
        for (const auto& route : get(endpoints.gateway, "/api/routes"))
            if (route["service"] == "routed")
                sources.insert(route["src"].get<std::string>() + " " + route["opts"].get<std::string>());
        QCOMPARE(sources, (std::set<std::string>{"/one ", "two.test/ strip=/x"}));
    }

    void makesExactlyAsManyEventsAsAskedFor() {
        Options options = smallOptions("marathon");
        options.rate = 12345;
        Cluster cluster(options);
        Counter counter;
        cluster.world().addObserver(&counter);
        cluster.advance(4);
        cluster.world().removeObserver(&counter);
        QVERIFY(std::abs(counter.count - 4 * 12345) < 250);
    }

    void refusesWhatIsNotThere() {
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, Cluster cluster(smallOptions("nomad")));
    }
};

MESOSCOPE_TEST_MAIN(TestDemoCluster)
#include "tst_demo_cluster.moc"
