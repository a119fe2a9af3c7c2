#include "app/demo/mesos/v1_messages.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace mesoscope::demo::v1 {

std::vector<std::pair<int, std::string_view>> capabilities(const FrameworkInfo& info) {
    std::vector<std::pair<int, std::string_view>> all;
    if (info.multiRole)
        all.emplace_back(6, "MULTI_ROLE");
    if (info.killingState)
        all.emplace_back(2, "TASK_KILLING_STATE");
    all.emplace_back(7, "RESERVATION_REFINEMENT");
    if (info.partitionAware)
        all.emplace_back(5, "PARTITION_AWARE");
    if (info.gpuResources)
        all.emplace_back(3, "GPU_RESOURCES");
    if (info.regionAware)
        all.emplace_back(8, "REGION_AWARE");
    return all;
}

std::vector<PortRange> portRanges(const std::vector<int>& sortedPorts) {
    std::vector<PortRange> ranges;
    for (const int port : sortedPorts)
        if (!ranges.empty() && ranges.back().end + 1 == port)
            ranges.back().end = port;
        else
            ranges.push_back({port, port});
    return ranges;
}

std::int64_t nanoseconds(double seconds) {
    return std::llround(seconds * 1e9);
}

int agentNumber(const Agent& agent) {
    return static_cast<int>(agent.index) + 1;
}

std::string agentPid(const Agent& agent, int port) {
    return "slave(" + std::to_string(agentNumber(agent)) + ")@127.0.0.1:" + std::to_string(port);
}

void addScalars(std::vector<ResourceLine>& lines, const Resources& resources, const ResourceLine& like) {
    const auto add = [&](std::string_view name, double amount) {
        if (amount <= 0)
            return;
        lines.push_back(like);
        lines.back().name = name;
        lines.back().scalar = std::round(amount * 1000) / 1000; // Mesos has a precision of a thousandth
    };
    add("cpus", resources.cpus);
    add("mem", resources.mem);
    add("disk", resources.disk);
    add("gpus", resources.gpus);
}

namespace {

void addPorts(std::vector<ResourceLine>& lines, std::vector<PortRange> ranges, const ResourceLine& like) {
    if (ranges.empty())
        return;
    lines.push_back(like);
    lines.back().name = "ports";
    lines.back().ranges = std::move(ranges);
}

ResourceLine inRole(std::string_view role, std::string_view allocatedTo = {}) {
    ResourceLine line;
    line.role = role;
    line.allocatedTo = allocatedTo;
    return line;
}

} // namespace

std::vector<ResourceLine> taskResources(const Task& task) {
    std::vector<ResourceLine> lines;
    lines.reserve(5);
    const ResourceLine like = inRole({}, task.spec().role);
    addScalars(lines, task.spec().resources, like);
    std::vector<int> ports = task.info.ports;
    std::sort(ports.begin(), ports.end());
    addPorts(lines, portRanges(ports), like);
    return lines;
}

std::vector<ResourceLine> agentInfoResources(const Agent& agent) {
    std::vector<ResourceLine> lines;
    addScalars(lines, agent.total, {});
    addPorts(lines, {agent.ports}, {});
    return lines;
}

std::vector<ResourceLine> agentTotal(const Agent& agent) {
    std::vector<ResourceLine> lines;
    addScalars(lines, agent.total - agent.reserved(), inRole("*"));
    addPorts(lines, {agent.ports}, inRole("*"));
    for (const Reservation& reservation : agent.reservations) {
        ResourceLine like = inRole(reservation.role);
        like.reservation = &reservation;
        addScalars(lines, reservation.resources, like);
    }
    return lines;
}

std::vector<ResourceLine> agentAllocated(const World& world, const Agent& agent) {
    (void)world;
    std::map<std::string_view, std::pair<Resources, std::vector<int>>> byRole;
    for (const Task* task : agent.tasks) {
        auto& [sum, ports] = byRole[task->spec().role];
        sum += task->spec().resources;
        ports.insert(ports.end(), task->info.ports.begin(), task->info.ports.end());
    }
    std::vector<ResourceLine> lines;
    for (auto& [role, entry] : byRole) {
        addScalars(lines, entry.first, inRole("*", role));
        std::sort(entry.second.begin(), entry.second.end());
        addPorts(lines, portRanges(entry.second), inRole("*", role));
    }
    return lines;
}

std::vector<ResourceLine> agentOffered(const World& world, const Agent& agent) {
    std::vector<ResourceLine> lines;
    const auto found = world.offers().find(agent.offer);
    if (found != world.offers().end())
        addScalars(lines, found->second.resources,
                   inRole("*", world.frameworks()[found->second.framework]->info.roles.front()));
    return lines;
}

std::vector<ResourceLine> frameworkAllocated(const Framework& framework) {
    std::vector<ResourceLine> lines;
    addScalars(lines, framework.allocated, inRole("*", framework.info.roles.front()));
    return lines;
}

const Status* lastExecutorStatus(const Task& task) {
    const auto found = std::find_if(task.statuses.rbegin(), task.statuses.rend(),
                                    [](const Status& s) { return s.source == Source::Executor; });
    return found == task.statuses.rend() ? nullptr : &*found;
}

std::vector<const Task*> podExecutors(const World& world) {
    std::map<std::pair<std::uint32_t, std::string_view>, const Task*> byExecutor;
    if (world.podTasks() == 0)
        return {};
    for (const auto& task : world.tasks())
        if (!task->info.executorId.empty())
            byExecutor.emplace(std::pair(task->agent, std::string_view(task->info.executorId)), task.get());
    std::vector<const Task*> all;
    for (const auto& [key, task] : byExecutor)
        all.push_back(task);
    return all;
}

} // namespace mesoscope::demo::v1
