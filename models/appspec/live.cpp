#include "models/appspec/live.h"

#include <algorithm>

namespace mesoscope::appspec {
namespace {

QByteArray bytes(std::string_view text) {
    return {text.data(), qsizetype(text.size())};
}

bool isUnavailable(cluster::AgentState state) {
    return state != cluster::AgentState::Active;
}

Resources freeOf(const cluster::AgentRow& agent) {
    const auto left = [](double total, double allocated, double reserved) {
        return std::max(0.0, total - std::max(allocated, reserved));
    };
    return {left(agent.total.cpus, agent.allocated.cpus, agent.reserved.cpus),
            left(agent.total.mem, agent.allocated.mem, agent.reserved.mem),
            left(agent.total.disk, agent.allocated.disk, agent.reserved.disk),
            left(agent.total.gpus, agent.allocated.gpus, agent.reserved.gpus)};
}

ForecastAgent agentOf(const cluster::Snapshot& snapshot, const cluster::AgentRow& row) {
    ForecastAgent agent;
    agent.id = bytes(snapshot.view(row.id));
    agent.hostname = bytes(snapshot.view(row.hostname));
    agent.region = bytes(snapshot.view(row.region));
    agent.zone = bytes(snapshot.view(row.zone));
    for (const auto& [name, value] : snapshot.attributes(row))
        agent.attributes.emplace_back(bytes(name), bytes(value));
    agent.free = freeOf(row);
    // Which ports are taken is not part of the rows; the usual range is wide enough for what one agent carries.
    agent.ports = {{31000, 32000}};
    agent.unavailable = isUnavailable(row.state);
    return agent;
}

} // namespace

std::vector<ForecastAgent> agentsOf(const cluster::Snapshot& snapshot) {
    std::vector<ForecastAgent> agents;
    agents.reserve(snapshot.agents.size());
    for (cluster::Slot slot = 0; slot < snapshot.agents.size(); ++slot) {
        const cluster::AgentRow& row = snapshot.agents[slot];
        if (row.id != 0 && !cluster::isLost(row.state))
            agents.push_back(agentOf(snapshot, row));
    }
    return agents;
}

PlanInput planInputOf(const cluster::Snapshot& snapshot, const QByteArray& document) {
    PlanInput input;
    input.document = document;
    for (cluster::Slot slot = 0; slot < snapshot.apps.size(); ++slot) {
        const scheduler::AppPtr& app = snapshot.apps[slot].app;
        if (app && !app->isPod)
            input.running.append(app->document);
    }
    QHash<cluster::Slot, int> indexes;
    for (cluster::Slot slot = 0; slot < snapshot.agents.size(); ++slot) {
        const cluster::AgentRow& row = snapshot.agents[slot];
        if (row.id == 0 || cluster::isLost(row.state))
            continue;
        indexes.insert(slot, int(input.agents.size()));
        input.agents.push_back(agentOf(snapshot, row));
    }
    for (cluster::Slot slot = 0; slot < snapshot.tasks.size(); ++slot) {
        const cluster::TaskRow& task = snapshot.tasks[slot];
        const auto agent = indexes.constFind(task.agent);
        if (task.live() && task.app != 0 && agent != indexes.cend())
            ++input.instances[snapshot.text(task.app)][*agent];
    }
    return input;
}

} // namespace mesoscope::appspec
