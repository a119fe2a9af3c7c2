#include "models/tables/cause.h"

#include "models/tables/cells.h"
#include "models/tables/words.h"
#include "models/text/format.h"

#include <QSet>

namespace mesoscope::tables {

namespace {

using cluster::AgentRow;
using cluster::AgentState;

bool anyLost(const cluster::Totals& totals) {
    return totals.agentsByState[std::size_t(AgentState::Unreachable)] > 0 ||
           totals.agentsByState[std::size_t(AgentState::Gone)] > 0;
}

void share(QString& value, std::string_view mine, bool first) {
    if (first)
        value = fromView(mine);
    else if (value != fromView(mine))
        value.clear();
}

} // namespace

LostAgents lostAgents(const cluster::Snapshot& snapshot) {
    LostAgents lost;
    if (!anyLost(snapshot.totals))
        return lost;
    QSet<base::StringId> apps;
    for (cluster::Slot i = 0; i < snapshot.agents.size(); ++i) {
        const AgentRow& agent = snapshot.agents[i];
        if (agent.id == 0 || (agent.state != AgentState::Unreachable && agent.state != AgentState::Gone))
            continue;
        const bool first = lost.agents++ == 0;
        share(lost.rack, rackOf(snapshot.view(agent.attributes)), first);
        share(lost.switchName, attributeValue(snapshot.view(agent.attributes), "switch"), first);
        lost.sinceMs = first ? agent.stateSinceMs : std::min(lost.sinceMs, agent.stateSinceMs);
        if (lost.hosts.size() < 4)
            lost.hosts += snapshot.text(agent.hostname);
        for (cluster::Slot t = agent.firstTask; t < snapshot.tasks.size(); t = snapshot.tasks[t].nextOnAgent) {
            lost.tasks += snapshot.tasks[t].live() ? 1 : 0;
            if (snapshot.tasks[t].app != 0)
                apps.insert(snapshot.tasks[t].app);
        }
    }
    lost.apps = int(apps.size());
    return lost;
}

QString lostAgentsSentence(const LostAgents& lost, qint64 nowMs) {
    if (lost.agents == 0)
        return {};
    const QString since = text::timeOfDay(lost.sinceMs, nowMs);
    if (lost.agents == 1)
        return Words::tr("%1 is unreachable since %2").arg(lost.hosts.first(), since);
    if (!lost.switchName.isEmpty())
        return Words::tr("%Ln agents of rack %1 behind switch %2 are unreachable since %3", nullptr, lost.agents)
            .arg(lost.rack, lost.switchName, since);
    if (!lost.rack.isEmpty())
        return Words::tr("%Ln agents of rack %1 are unreachable since %2", nullptr, lost.agents).arg(lost.rack, since);
    return Words::tr("%Ln agents are unreachable since %1", nullptr, lost.agents).arg(since);
}

} // namespace mesoscope::tables
