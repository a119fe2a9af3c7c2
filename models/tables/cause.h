// One shared cause behind many troubled rows, as one sentence. Claims sequence only where only sequence is known.
#pragma once

#include "models/cluster/snapshot.h"

#include <QStringList>

namespace mesoscope::tables {

/// Agents that were lost together, with what ran on them. Any thread; reads the lost agents' tasks only.
struct LostAgents {
    int agents = 0;
    int tasks = 0; ///< live by the master's word: unreachable, not replaced or removed yet
    int apps = 0;
    QString rack;       ///< the rack all of them share; empty when they share none
    QString switchName; ///< the same for an attribute "switch"
    qint64 sinceMs = 0;
    QStringList hosts; ///< the first few
};
LostAgents lostAgents(const cluster::Snapshot& snapshot);

/// "6 agents of rack b2 are unreachable since 10:38:02"; empty when none is lost.
QString lostAgentsSentence(const LostAgents& lost, qint64 nowMs);

} // namespace mesoscope::tables
