// The live cluster as the plan and the forecast want it: plain values out of a snapshot.
//
// Thread: pure functions, any thread; slow for many agents, so not the GUI thread.
#pragma once

#include "models/appspec/plan.h"
#include "models/cluster/snapshot.h"

#include <QHash>
#include <QMap>
#include <QStringList>

#include <memory>

namespace mesoscope::appspec {

/// A picture of all agents, with what the constraint rows offer.
struct LiveAgents {
    std::vector<ForecastAgent> agents;
    /// App id → index of the agent → live instances.
    QHash<QString, QHash<int, int>> instances;
    QStringList attributeNames;         ///< sorted
    QHash<QString, QStringList> values; ///< of every field, at most 500 each, sorted
    QByteArray rack;                    ///< the field that makes racks; empty: nothing looks like it
    QStringList pods;                   ///< ids; sorted
    QMap<QString, QByteArray> running;  ///< documents of all apps by id
    qint64 atMs = 0;

    /// Fills names, values and rack from the agents.
    void index();
};

/// Every agent that is shown, in the order of slots: what is free and unreserved, what is reserved for which role, and
/// which host ports no task of the snapshot has. An agent whose entry does not tell its ports has the usual range.
std::shared_ptr<const LiveAgents> liveAgents(const cluster::Snapshot& snapshot);
std::vector<ForecastAgent> agentsOf(const cluster::Snapshot& snapshot);

/// Running documents, agents and where the instances of each app are.
PlanInput planInputOf(const cluster::Snapshot& snapshot, const QByteArray& document);

} // namespace mesoscope::appspec
