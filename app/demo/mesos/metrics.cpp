// The figures behind /metrics/snapshot and GET_METRICS, under the names that real masters and agents use.
#include "app/demo/mesos/legacy.h"
#include "app/demo/mesos/message_writer.h"

#include <algorithm>
#include <array>

namespace mesoscope::demo::legacy {

namespace {

using Metrics = std::vector<std::pair<std::string, double>>;

void addUsage(Metrics& m, const std::string& prefix, const Resources& total, const Resources& used) {
    const auto add = [&](const std::string& name, double all, double some) {
        m.emplace_back(prefix + name + "_total", all);
        m.emplace_back(prefix + name + "_used", some);
        m.emplace_back(prefix + name + "_percent", all > 0 ? some / all : 0);
    };
    add("cpus", total.cpus, used.cpus);
    add("mem", total.mem, used.mem);
    add("disk", total.disk, used.disk);
    add("gpus", total.gpus, used.gpus);
}

void addSystem(Metrics& m) {
    m.insert(m.end(), {{"system/cpus_total", 32},
                       {"system/load_15min", 1.42},
                       {"system/load_1min", 1.6},
                       {"system/load_5min", 1.5},
                       {"system/mem_free_bytes", 24431333376},
                       {"system/mem_total_bytes", 137438953472}});
}

std::array<double, 14> countStates(World& world) {
    std::array<double, 14> counts{};
    for (const auto& task : world.tasks())
        ++counts[static_cast<std::size_t>(task->state)];
    for (const auto& framework : world.frameworks()) {
        counts[static_cast<std::size_t>(TaskState::Unreachable)] += static_cast<double>(framework->unreachable.size());
        for (const auto& task : framework->completed)
            ++counts[static_cast<std::size_t>(task->state)];
    }
    return counts;
}

void addTaskStates(Metrics& m, const std::string& prefix, const std::array<double, 14>& counts) {
    static constexpr std::array<std::pair<const char*, TaskState>, 12> names{
        {{"dropped", TaskState::Dropped},
         {"error", TaskState::Error},
         {"failed", TaskState::Failed},
         {"finished", TaskState::Finished},
         {"gone", TaskState::Gone},
         {"gone_by_operator", TaskState::GoneByOperator},
         {"killed", TaskState::Killed},
         {"killing", TaskState::Killing},
         {"lost", TaskState::Lost},
         {"running", TaskState::Running},
         {"staging", TaskState::Staging},
         {"starting", TaskState::Starting}}};
    for (const auto& [name, state] : names)
        m.emplace_back(prefix + name, counts[static_cast<std::size_t>(state)]);
}

void addAgents(Metrics& m, const World& world) {
    double connected = 0;
    double active = 0;
    double unreachable = 0;
    double disconnected = 0;
    for (const auto& agent : world.agents()) {
        connected += agent->state == AgentState::Active ? 1 : 0;
        active += agent->state == AgentState::Active && !agent->deactivated ? 1 : 0;
        unreachable += agent->state == AgentState::Unreachable ? 1 : 0;
        disconnected += agent->state == AgentState::Disconnected ? 1 : 0;
    }
    m.insert(m.end(), {{"master/slaves_active", active},
                       {"master/slaves_connected", connected},
                       {"master/slaves_disconnected", disconnected},
                       {"master/slaves_inactive", connected - active},
                       {"master/slaves_unreachable", unreachable}});
}

void addFrameworks(Metrics& m, const World& world) {
    const auto connected = static_cast<double>(std::count_if(world.frameworks().begin(), world.frameworks().end(),
                                                             [](const auto& f) { return f->connected; }));
    m.insert(m.end(), {{"master/frameworks_active", connected},
                       {"master/frameworks_connected", connected},
                       {"master/frameworks_disconnected", 0},
                       {"master/frameworks_inactive", 0}});
}

} // namespace

Metrics masterMetrics(World& world, std::size_t subscribers) {
    Metrics m;
    Resources total;
    Resources used;
    for (const auto& agent : world.agents())
        if (agent->listed()) {
            total += agent->total;
            used += agent->allocated;
        }
    addUsage(m, "master/", total, used);
    const std::array<double, 14> counts = countStates(world);
    addTaskStates(m, "master/tasks_", counts);
    m.emplace_back("master/tasks_unreachable", counts[static_cast<std::size_t>(TaskState::Unreachable)]);
    addAgents(m, world);
    addFrameworks(m, world);
    m.insert(m.end(), {{"master/elected", world.leader() >= 0 ? 1 : 0},
                       {"master/event_queue_dispatches", 0},
                       {"master/event_queue_http_requests", 0},
                       {"master/event_queue_messages", 0},
                       {"master/dropped_messages", 0},
                       {"master/operator_event_stream_subscribers", static_cast<double>(subscribers)},
                       {"master/outstanding_offers", static_cast<double>(world.offers().size())},
                       {"master/uptime_secs", world.now() - world.started()},
                       {"allocator/event_queue_dispatches", 0},
                       {"registrar/queued_operations", 0}});
    addSystem(m);
    std::sort(m.begin(), m.end());
    return m;
}

Metrics agentMetrics(World& world, const Agent& agent) {
    Metrics m;
    addUsage(m, "slave/", agent.total, agent.allocated);
    std::array<double, 14> counts{};
    for (const Task* task : agent.tasks)
        ++counts[static_cast<std::size_t>(task->state)];
    static constexpr std::array<std::pair<const char*, TaskState>, 4> names{{{"killing", TaskState::Killing},
                                                                             {"running", TaskState::Running},
                                                                             {"staging", TaskState::Staging},
                                                                             {"starting", TaskState::Starting}}};
    for (const auto& [name, state] : names)
        m.emplace_back(std::string("slave/tasks_") + name, counts[static_cast<std::size_t>(state)]);
    m.insert(m.end(), {{"slave/executors_running", static_cast<double>(agent.tasks.size())},
                       {"slave/registered", 1},
                       {"slave/uptime_secs", world.now() - agent.registered + 1}});
    addSystem(m);
    std::sort(m.begin(), m.end());
    return m;
}

std::string metricsJson(const Metrics& metrics) {
    std::string out;
    JsonWriter w(out);
    w.root([&] {
        for (const auto& [name, value] : metrics)
            w.real(0, name, value);
    });
    return out;
}

} // namespace mesoscope::demo::legacy
