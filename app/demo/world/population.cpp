#include "app/demo/world/population.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <numeric>

namespace mesoscope::demo {

namespace {

using Json = nlohmann::ordered_json;

struct Kind {
    const char* id;
    double cpus;
    double mem;
    int share;        ///< how many of a hundred tasks
    const char* path; ///< route at the gateway; empty: none
};

constexpr std::array kinds{Kind{"/shop/checkout", 0.5, 768, 8, "/checkout"},
                           Kind{"/shop/cart", 0.25, 512, 7, "/cart"},
                           Kind{"/shop/catalog", 0.5, 1024, 8, "/catalog"},
                           Kind{"/shop/web", 0.25, 384, 9, "/"},
                           Kind{"/search/query", 1, 2048, 8, "/search"},
                           Kind{"/search/indexer", 2, 4096, 3, ""},
                           Kind{"/pay/ledger", 0.5, 1024, 4, "/ledger"},
                           Kind{"/pay/gateway", 0.25, 512, 4, "/pay"},
                           Kind{"/data/kafka", 2, 8192, 4, ""},
                           Kind{"/data/zookeeper", 0.5, 2048, 2, ""},
                           Kind{"/data/cassandra", 4, 16384, 3, ""},
                           Kind{"/data/spark-shuffle", 1, 3072, 4, ""},
                           Kind{"/infra/log-shipper", 0.1, 128, 10, ""},
                           Kind{"/infra/metrics", 0.2, 256, 6, "/metrics"},
                           Kind{"/infra/proxy", 0.25, 256, 5, ""},
                           Kind{"/batch/report", 1, 2048, 5, ""},
                           Kind{"/ml/recommend", 2, 4096, 5, "/recommend"},
                           Kind{"/ml/train", 4, 8192, 2, ""},
                           Kind{"/mobile/api", 0.5, 768, 7, "/api"},
                           Kind{"/mobile/push", 0.25, 384, 4, "/push"}};

constexpr std::array<const char*, 12> teams{"shop", "search", "pay", "data", "infra", "batch",
                                            "ml",   "mobile", "ads", "geo",  "media", "crm"};
constexpr std::array<const char*, 16> words{"router", "profile", "session", "worker",  "scorer", "cache",
                                            "export", "import",  "notify",  "billing", "images", "stream",
                                            "audit",  "quotes",  "stories", "coupon"};

std::string numbered(const char* pattern, int number) {
    char text[32];
    std::snprintf(text, sizeof text, pattern, number);
    return text;
}

Attribute textAttribute(std::string name, std::string value) {
    Attribute a;
    a.name = std::move(name);
    a.text = std::move(value);
    return a;
}

Agent makeAgent(World& world, int number, int total) {
    // Racks fill one after another, so that neighbours in number are neighbours in place.
    const int rackIndex = number * 8 / std::max(total, 1);
    const std::string dc = rackIndex < 4 ? "bj-a" : "bj-b";
    const std::string rack = std::string(rackIndex < 4 ? "a" : "b") + std::to_string(rackIndex % 4 + 1);
    Agent agent;
    agent.hostname = "bj-" + rack + "-agent-" + numbered("%03d", number + 1);
    agent.ip = "10." + std::to_string(20 + rackIndex) + "." + std::to_string(number / 250 % 250) + "." +
               std::to_string(number % 250 + 1);
    agent.region = "cn-north";
    agent.zone = dc;
    const bool big = world.random() < 0.25;
    const bool gpu = world.random() < 0.04;
    agent.total = big ? Resources{64, 262144, 2097152, gpu ? 8.0 : 0} : Resources{32, 131072, 1048576, gpu ? 4.0 : 0};
    agent.attributes = {textAttribute("dc", dc), textAttribute("rack", rack),
                        textAttribute("ssd", big ? "true" : "false"),
                        textAttribute("kernel", world.random() < 0.8 ? "5.10" : "6.1")};
    Attribute generation;
    generation.name = "generation";
    generation.type = AttributeType::Scalar;
    generation.scalar = big ? 5 : 4;
    agent.attributes.push_back(generation);
    agent.registered = world.now() - 86400 * (2 + 60 * world.random());
    return agent;
}

Json healthCheck(const Kind& kind) {
    return {{"protocol", "HTTP"},
            {"path", kind.path[0] ? "/health" : "/ready"},
            {"portIndex", 0},
            {"gracePeriodSeconds", 30},
            {"intervalSeconds", 10},
            {"timeoutSeconds", 5},
            {"maxConsecutiveFailures", 3}};
}

Json appDocument(World& world, const Kind& kind, const std::string& id, int instances, double scale) {
    const std::string service = id.substr(id.rfind('/') + 1);
    const int minor = static_cast<int>(world.randomInt(9));
    const auto rounded = [](double x, double step) { return std::max(step, std::round(x / step) * step); };
    Json app{{"id", id},
             {"instances", instances},
             {"cpus", rounded(kind.cpus * scale, 0.05)},
             {"mem", rounded(kind.mem * scale, 32)},
             {"disk", 64}};
    app["cmd"] = "./bin/" + service + " --port $PORT0";
    app["container"] = {
        {"type", "MESOS"},
        {"docker", {{"image", "registry.example.com/" + id.substr(1) + ":1." + std::to_string(minor)}}}};
    app["networks"] = Json::array({{{"mode", "host"}}});
    app["portDefinitions"] = Json::array({{{"port", 0}, {"protocol", "tcp"}, {"name", "http"}}});
    app["healthChecks"] = Json::array({healthCheck(kind)});
    app["env"] = {{"LOG_LEVEL", "info"}, {"TEAM", id.substr(1, id.find('/', 1) - 1)}};
    app["labels"] = {{"team", id.substr(1, id.find('/', 1) - 1)}, {"tier", kind.path[0] ? "front" : "back"}};
    app["upgradeStrategy"] = {{"minimumHealthCapacity", 0.8}, {"maximumOverCapacity", 0.2}};
    if (kind.path[0])
        app["labels"]["urlprefix"] = kind.path;
    if (id == "/infra/log-shipper")
        app["constraints"] = Json::array({Json::array({"rack", "GROUP_BY", "8"})});
    return app;
}

/// The apps' shares of all tasks, at least one each, as they add up to tasks.
std::vector<int> split(World& world, int apps, int tasks) {
    std::vector<double> shares;
    for (int i = 0; i < apps; ++i)
        shares.push_back(i < static_cast<int>(kinds.size()) ? kinds[static_cast<std::size_t>(i)].share
                                                            : 0.5 + 5 * world.random() * world.random());
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    std::vector<int> counts;
    int left = tasks;
    for (int i = 0; i < apps; ++i) {
        const int wanted = static_cast<int>(std::lround(tasks * shares[static_cast<std::size_t>(i)] / sum));
        counts.push_back(std::max(tasks >= apps ? 1 : 0, std::min(wanted, left - (apps - i - 1))));
        left -= counts.back();
    }
    if (!counts.empty())
        counts.front() = std::max(0, counts.front() + left);
    return counts;
}

std::string appId(World& world, int number) {
    if (number < static_cast<int>(kinds.size()))
        return kinds[static_cast<std::size_t>(number)].id;
    const std::string word = words[world.randomInt(words.size())];
    return std::string("/") + teams[static_cast<std::size_t>(number) % teams.size()] + "/" + word + "-" +
           std::to_string(number);
}

/// Gives each instance the next agent (in a shuffled round) that still has room below the target.
class Placer {
public:
    explicit Placer(World& world) {
        for (const auto& agent : world.agents()) {
            order_.push_back(agent->index);
            free_.push_back({agent->total.cpus * (0.68 + 0.24 * world.random()), agent->total.mem * 0.9});
        }
        for (std::size_t i = order_.size(); i > 1; --i)
            std::swap(order_[i - 1], order_[world.randomInt(i)]);
    }
    std::uint32_t place(double cpus, double mem) {
        for (std::size_t tried = 0; tried < order_.size(); ++tried) {
            const std::uint32_t index = order_[next_++ % order_.size()];
            auto& [freeCpus, freeMem] = free_[index];
            if (freeCpus < cpus || freeMem < mem)
                continue;
            freeCpus -= cpus;
            freeMem -= mem;
            return index;
        }
        return order_[next_++ % order_.size()];
    }

private:
    std::vector<std::uint32_t> order_;
    std::vector<std::pair<double, double>> free_;
    std::size_t next_ = 0;
};

double totalCpus(const World& world) {
    return std::accumulate(world.agents().begin(), world.agents().end(), 0.0,
                           [](double sum, const auto& agent) { return sum + agent->total.cpus; });
}

const Kind& kindOf(int number) {
    static constexpr Kind plain{"", 0.5, 1024, 1, ""};
    return number < static_cast<int>(kinds.size()) ? kinds[static_cast<std::size_t>(number)] : plain;
}

} // namespace

void populateAgents(World& world, int agents) {
    const auto guard = world.lock();
    for (int i = 0; i < agents; ++i)
        world.addAgent(makeAgent(world, i, agents), false);
}

std::vector<InitialApp> populateApps(World& world, int apps, int tasks) {
    const auto guard = world.lock();
    std::vector<InitialApp> all;
    if (world.agents().empty() || apps <= 0)
        return all;
    const std::vector<int> counts = split(world, apps, tasks);
    double wanted = 0;
    for (int i = 0; i < apps; ++i)
        wanted += kindOf(i).cpus * counts[static_cast<std::size_t>(i)];
    // Tasks grow or shrink until the cluster is about 70 % used; the mix of big and small stays.
    const double scale = wanted > 0 ? std::clamp(0.7 * totalCpus(world) / wanted, 0.1, 4.0) : 1;
    Placer placer(world);
    for (int i = 0; i < apps; ++i) {
        InitialApp app;
        app.id = appId(world, i);
        const int instances = counts[static_cast<std::size_t>(i)];
        const Json document = appDocument(world, kindOf(i), app.id, instances, scale);
        app.document = document.dump();
        for (int n = 0; n < instances; ++n) {
            app.placement.push_back(placer.place(document["cpus"], document["mem"]));
            app.ageSeconds.push_back(600 + 86400 * 20 * world.random() * world.random());
        }
        all.push_back(std::move(app));
    }
    return all;
}

} // namespace mesoscope::demo
