// What the reducer costs at its design size: memory per task, one event, a hand-over. Prints a JSON list.
#include "models/base/clock.h"
#include "models/cluster/store.h"
#include "tests/bench/support/figures.h"

#include <cstdio>
#include <string>

using namespace mesoscope;

namespace {

constexpr int agentCount = 40'000;
constexpr int taskCount = 400'000;

std::string taskId(int i) {
    char text[96];
    std::snprintf(text, sizeof text, "shop_app-%03d.instance-%08x-0000-4000-8000-%012x._app.1", i % 1000,
                  unsigned(i * 2654435761U), unsigned(i));
    return text;
}

std::string containerId(int i) {
    char text[40];
    std::snprintf(text, sizeof text, "5ec011d1-816b-4500-8000-%012x", unsigned(i));
    return text;
}

std::string agentId(int i) {
    return "5ec011d1-816b-4500-b09f-466c11e226aa-S" + std::to_string(i);
}

void fill(cluster::Store& store) {
    store.beginState();
    for (int i = 0; i < taskCount; ++i) {
        const std::string id = taskId(i);
        const std::string agent = agentId(i % agentCount);
        const std::string container = containerId(i);
        const std::string ip = "10." + std::to_string(i % 200) + '.' + std::to_string(i / 200 % 250) + ".7";
        const master::PortRange port{std::uint32_t(31000 + i % 1000), std::uint32_t(31000 + i % 1000)};
        master::TaskView view;
        view.id = id;
        view.name = "app.shop";
        view.frameworkId = "F";
        view.agentId = agent;
        view.state = master::TaskState::Running;
        view.resources = {0.5, 256, 0, 0};
        view.ports = {&port, 1};
        view.status.ipAddresses = ip;
        view.status.containerId = container;
        view.labelsJson = R"([{"key":"team","value":"shop"}])";
        store.task(view);
    }
    for (int i = 0; i < agentCount; ++i) {
        const std::string id = agentId(i);
        const std::string host = "bj-a1-agent-" + std::to_string(i);
        master::AgentView view;
        view.id = id;
        view.hostname = host;
        view.total = {16, 65536, 500000, 0};
        store.agent(view);
    }
    store.endState();
}

} // namespace

int main() {
    const base::SystemClock clock;
    bench::Figures figures;
    const double before = bench::residentBytes();
    cluster::Store store(clock);
    double begin = bench::steadyMs();
    fill(store);
    const double filled = bench::steadyMs() - begin;
    cluster::Diff diff;
    cluster::SnapshotPtr shown = store.publish(diff);
    figures.atMost("store: bytes per task", (bench::residentBytes() - before) / taskCount, "bytes", 300,
                   "resident memory before and after 400,000 tasks on 40,000 agents");
    figures.atMost("store: whole picture", filled, "ms", 1000, "400,000 tasks and 40,000 agents as typed rows");

    begin = bench::steadyMs();
    constexpr int events = 100'000;
    double worst = 0;
    double publishing = 0;
    for (int i = 0; i < events; ++i) {
        const std::string id = taskId(int((std::int64_t(i) * 7919) % taskCount));
        master::TaskUpdateView update;
        update.taskId = id;
        update.frameworkId = "F";
        update.state = i % 2 == 0 ? master::TaskState::Killing : master::TaskState::Running;
        store.taskUpdated(update);
        if (i % 160 != 159) // 10,000 events a second, a hand-over every 16 ms
            continue;
        const double publishBegin = bench::steadyMs();
        shown = store.publish(diff);
        const double took = bench::steadyMs() - publishBegin;
        publishing += took;
        worst = std::max(worst, took);
    }
    figures.atMost("store: event with its share of the hand-over", (bench::steadyMs() - begin) * 1000 / events, "us",
                   20, "100,000 events at random tasks, a hand-over every 160");
    figures.atMost("store: hand-over, mean", publishing / (events / 160), "ms", 2, "160 changed tasks among 400,000");
    figures.atMost("store: hand-over, worst", worst, "ms", 8, "160 changed tasks among 400,000");
    figures.print();
    return 0;
}
