#include "models/cluster/guest.h"

#include "models/master/sandbox.h"

namespace mesoscope::cluster {

master::SandboxPlace placeOf(const Snapshot& snapshot, const TaskRow& task, bool https) {
    if (task.agent >= snapshot.agents.size() || !snapshot.frameworks || task.framework >= snapshot.frameworks->size())
        return {};
    const AgentRow& agent = snapshot.agents[task.agent];
    return master::sandboxPlace(snapshot.text(agent.pid), snapshot.text(agent.hostname), https,
                                (*snapshot.frameworks)[task.framework].id, snapshot.text(task.executor),
                                snapshot.text(task.id));
}

QUrl addressOf(const Snapshot& snapshot, const AgentRow& agent, bool https) {
    return master::sandboxPlace(snapshot.text(agent.pid), snapshot.text(agent.hostname), https, {}, {}, {}).agent;
}

} // namespace mesoscope::cluster
