// What the reducer costs at its design size: memory per task, one event, a hand-over. Prints a JSON list.
#include "models/base/clock.h"
#include "models/cluster/store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>

using namespace mesoscope;

namespace {

constexpr int agentCount = 40'000;
constexpr int taskCount = 400'000;

double nowMs() {
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

/// Resident memory of this process, bytes (proc(5), statm: pages).
double residentBytes() {
    std::ifstream statm("/proc/self/statm");
    double size = 0;
    double resident = 0;
    statm >> size >> resident;
    return resident * 4096;
}

QJsonObject figure(const char* name, double value, const char* unit, double target, const char* against) {
    return {{QStringLiteral("name"), QString::fromLatin1(name)},
            {QStringLiteral("value"), value},
            {QStringLiteral("unit"), QString::fromLatin1(unit)},
            {QStringLiteral("target"), target},
            {QStringLiteral("met"), value <= target},
            {QStringLiteral("against"), QString::fromUtf8(against)}};
}

std::string taskId(int i) {
    char text[96];
    std::snprintf(text, sizeof text, "shop_app-%03d.instance-%08x-0000-4000-8000-%012x._app.1", i % 1000,
                  unsigned(i * 2654435761U), unsigned(i));
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
        view.status.containerId = id;
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
    QJsonArray figures;
    const double before = residentBytes();
    cluster::Store store(clock);
    double begin = nowMs();
    fill(store);
    const double filled = nowMs() - begin;
    cluster::Diff diff;
    cluster::SnapshotPtr shown = store.publish(diff);
    figures << figure("store: bytes per task", (residentBytes() - before) / taskCount, "bytes", 300,
                      "resident memory before and after 400,000 tasks on 40,000 agents");
    figures << figure("store: whole picture", filled, "ms", 1000, "400,000 tasks and 40,000 agents as typed rows");

    begin = nowMs();
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
        const double publishBegin = nowMs();
        shown = store.publish(diff);
        const double took = nowMs() - publishBegin;
        publishing += took;
        worst = std::max(worst, took);
    }
    figures << figure("store: event with its share of the hand-over", (nowMs() - begin) * 1000 / events, "us", 20,
                      "100,000 events at random tasks, a hand-over every 160");
    figures << figure("store: hand-over, mean", publishing / (events / 160), "ms", 2,
                      "160 changed tasks among 400,000");
    figures << figure("store: hand-over, worst", worst, "ms", 8, "160 changed tasks among 400,000");
    std::printf("%s", QJsonDocument(figures).toJson().constData());
    return 0;
}
