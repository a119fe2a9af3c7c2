// The unversioned documents of master and agents (/state, /slaves, /state-summary …): plain strings for ids, "slave"
// for agent, ranges as text. JSON only. Call everything under the world's lock.
#pragma once

#include "app/demo/mesos/state_answer.h"

namespace mesoscope::demo::legacy {

struct Place {
    int masterPort = 0; ///< the leader's
    int agentsPort = 0;
};

std::string version();
std::string flags(const Place& place);
/// With an outline, this and those that have one as well leave their long lists to elementWriters() and return the
/// rest.
std::string state(const World& world, const Place& place, OutlineParts* outline = nullptr);
std::string stateSummary(const World& world, const Place& place);
/// only: an agent's id, or empty for all.
std::string slaves(const World& world, const Place& place, std::string_view only, OutlineParts* outline = nullptr);
std::string frameworks(const World& world, std::string_view only, OutlineParts* outline = nullptr);
/// fullAgents: as /slaves shows them.
ElementWriters elementWriters(const World& world, const Place& place, bool fullAgents);
struct TaskPage {
    std::size_t limit = 100;
    std::size_t offset = 0;
    bool ascending = false;
    std::string_view frameworkId; ///< empty: all
};
std::string tasks(const World& world, const TaskPage& page);
std::string roles(const World& world);

std::string agentState(const World& world, const Agent& agent, const Place& place);
std::string agentFlags(const Agent& agent, const Place& place);
std::string agentContainers(const World& world, const Agent& agent);
/// The containers' usage, without the containers' own names (/monitor/statistics).
std::string agentStatistics(const World& world, const Agent& agent);

/// Name and value of every flag, in the order of names.
std::vector<std::pair<std::string, std::string>> masterFlagList(const Place& place);
std::vector<std::pair<std::string, std::string>> agentFlagList(const Agent& agent, const Place& place);
std::vector<std::pair<std::string, double>> masterMetrics(World& world, std::size_t subscribers);
std::vector<std::pair<std::string, double>> agentMetrics(World& world, const Agent& agent);
std::string metricsJson(const std::vector<std::pair<std::string, double>>& metrics);

/// Usage of one container, as the agent's isolators would measure it.
struct Usage {
    double cpuUser = 0;   ///< seconds since the start
    double cpuSystem = 0; ///< seconds since the start
    double cpuLimit = 0;
    double memLimit = 0; ///< bytes
    double memRss = 0;   ///< bytes
};
Usage usage(const World& world, const Task& task);
/// "Command Executor (Task: web-3) (Command: sh -c 'echo out $ME...')", empty for a pod's.
std::string executorName(const Task& task);

} // namespace mesoscope::demo::legacy
