#include "app/demo/scenarios/scenario.h"

#include <functional>
#include <nlohmann/json.hpp>

namespace mesoscope::demo {

namespace {

using Json = nlohmann::ordered_json;
using Act = std::function<void(Stage&)>;

/// Does its act when the time has come, again and again if it has a period.
class Scripted : public Scenario {
public:
    Scripted(Stage stage, std::function<void(Stage&)> script) : stage_(std::move(stage)), script_(std::move(script)) {}
    void start() override { script_(stage_); }

private:
    Stage stage_;
    std::function<void(Stage&)> script_;
};

void every(World& world, double first, double period, std::function<void()> act) {
    world.schedule(first, [&world, period, act = std::move(act)] {
        act();
        every(world, period, period, act);
    });
}

marathon::Response send(Stage& stage, const std::string& method, const std::string& target,
                        const Json& body = nullptr) {
    if (!stage.marathon)
        return {};
    marathon::Request request;
    request.method = method;
    request.target = target;
    if (!body.is_null()) {
        request.body = body.dump();
        request.headers.emplace("content-type", "application/json");
    }
    return stage.marathon->handle(request);
}

/// A new version of the service every two minutes; each starts about a minute later than the one before ended.
void rollingDeploy(Stage& stage) {
    every(stage.world, 10, 120, [&stage, version = std::make_shared<int>(1)] {
        const std::string name = "2026." + std::to_string((*version)++);
        send(stage, "PATCH", "/v2/apps//shop/checkout",
             {{"env", {{"LOG_LEVEL", "info"}, {"TEAM", "shop"}, {"RELEASE", name}}}});
    });
}

/// An app that ends at once and backs off.
void crashLoop(Stage& stage) {
    stage.world.schedule(10, [&stage] {
        send(stage, "PUT", "/v2/apps//shop/recommendations?force=true",
             {{"id", "/shop/recommendations"},
              {"cmd", "echo starting; sleep 2; exit 3"},
              {"instances", 4},
              {"cpus", 0.1},
              {"mem", 64},
              {"backoffSeconds", 2},
              {"backoffFactor", 1.3},
              {"maxLaunchDelaySeconds", 60},
              {"labels", {{"team", "shop"}}}});
    });
}

void agentLost(Stage& stage) {
    every(stage.world, 10, 240, [&stage] {
        const auto index = static_cast<std::uint32_t>(stage.world.randomInt(stage.world.agents().size()));
        stage.world.loseAgent(index, 20);
        stage.world.schedule(120, [&stage, index] { stage.world.returnAgent(index); });
    });
}

void rackLost(Stage& stage) {
    stage.world.schedule(10, [&stage] {
        World& world = stage.world;
        if (world.agents().empty())
            return;
        const std::string rack(world.agents()[world.agents().size() / 2]->attribute("rack"));
        for (const auto& agent : world.agents())
            if (agent->attribute("rack") == rack) {
                const std::uint32_t index = agent->index;
                world.loseAgent(index, 20 + 2 * world.random());
                world.schedule(180 + 30 * world.random(), [&world, index] { world.returnAgent(index); });
            }
    });
}

void leaderFailover(Stage& stage) {
    every(stage.world, 15, 180, [&stage] {
        const int dying = stage.world.leader();
        if (dying < 0)
            return;
        stage.world.failOver(10, 20);
        if (stage.killMaster)
            stage.killMaster(dying);
        stage.world.schedule(40, [&stage, dying] {
            if (stage.startMaster)
                stage.startMaster(dying);
        });
    });
}

/// The search gets slower and slower, then half of the checkout fails.
void slowService(Stage& stage) {
    World& world = stage.world;
    for (int step = 0; step < 6; ++step)
        world.schedule(10 + 10 * step, [&world, step] {
            world.setServiceBehaviour("/search/query", {60.0 * (1 << step), 0.002 * step * step, true});
        });
    world.schedule(30, [&world] {
        bool bad = false;
        for (const auto& task : world.tasks())
            if (task->spec().app == "/shop/checkout" && (bad = !bad))
                world.setTaskBehaviour(task->id(), {900, 0.35, true});
    });
}

/// An override that sends a twentieth to a canary loses its target and freezes the gateway's table.
void badOverride(Stage& stage) {
    stage.world.schedule(10, [&stage] {
        stage.fabio.setManual("", "route weight shop-checkout-canary /checkout weight 0.05");
        stage.fabio.refresh();
    });
    stage.world.schedule(25, [&stage] { send(stage, "DELETE", "/v2/apps//shop/cart/tasks?scale=false"); });
}

void calm(Stage&) {}

} // namespace

std::unique_ptr<Scenario> makeScenario(const std::string& name, Stage stage) {
    static const std::map<std::string, void (*)(Stage&)> scripts{{"calm", calm},
                                                                 {"rolling-deploy", rollingDeploy},
                                                                 {"crash-loop", crashLoop},
                                                                 {"agent-lost", agentLost},
                                                                 {"rack-lost", rackLost},
                                                                 {"leader-failover", leaderFailover},
                                                                 {"slow-service", slowService},
                                                                 {"bad-override", badOverride}};
    const auto found = scripts.find(name);
    return found == scripts.end() ? nullptr : std::make_unique<Scripted>(std::move(stage), found->second);
}

} // namespace mesoscope::demo
