// The live cluster as the plan and the forecast want it: plain values out of a snapshot.
#pragma once

#include "models/appspec/plan.h"
#include "models/cluster/snapshot.h"

namespace mesoscope::appspec {

/// Every agent that is shown, in the order of slots. Free resources are what is neither allocated nor reserved; those
/// of reservations are not told apart by role in a snapshot, so apps are placed on unreserved resources only.
std::vector<ForecastAgent> agentsOf(const cluster::Snapshot& snapshot);

/// Running documents, agents and where the instances of each app are.
PlanInput planInputOf(const cluster::Snapshot& snapshot, const QByteArray& document);

} // namespace mesoscope::appspec
