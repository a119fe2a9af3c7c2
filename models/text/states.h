// States of tasks, agents, apps, deployments and sources in the field's own words, with how much attention each needs.
// Pure functions, any thread; the words are translated.
#pragma once

#include "models/base/source_status.h"
#include "models/cluster/snapshot.h"
#include "models/text/severity.h"

#include <QString>

#include <optional>

namespace mesoscope::text {

/// A word for a pill or a cell, lower case.
struct Worded {
    QString word;
    Severity severity = Severity::Neutral;
};

/// "unreachable". A running task stays "running"; its health is told by worded(Health).
Worded worded(master::TaskState state);
/// "healthy", "unhealthy", "no result".
Worded worded(master::Health health);
Worded worded(cluster::AgentState state);
Worded worded(base::SourceState state);
Worded worded(cluster::ActionPhase phase);
/// The untranslated word of a state, for filters and JSON: "running", "gone_by_operator", "draining".
const char* plainWord(master::TaskState state);
const char* plainWord(master::Health health);
const char* plainWord(cluster::AgentState state);
/// How far up a state sorts when the worst comes first: 0 is the worst.
int attention(master::TaskState state, master::Health health);
int attention(cluster::AgentState state);

/// How an app is doing, as one state with its reason.
enum class AppState : quint8 {
    Degraded,  ///< instances lost or unhealthy
    Waiting,   ///< instances that no agent was found for
    Deploying, ///< a deployment holds it
    Starting,  ///< fewer running than wanted, nothing wrong (yet)
    Running,
    Suspended, ///< wants none
};
AppState appState(const cluster::AppRow& row);
Worded worded(AppState state);
const char* plainWord(AppState state);
/// The reason behind the state in a few words: "4 unreachable, 2 starting". Empty when all is well.
QString appReason(const cluster::AppRow& row);
/// "UnfulfilledConstraint" → "constraint not met"; a reason that is not known stays as it is.
QString rejectReason(const QString& upstream);
/// The reason that refused the most offers, in words; empty when nothing was refused.
QString mainRejectReason(const scheduler::QueueEntry& entry);

/// What a deployment does, in a few words: "scale", "restart", "start 2 apps", …
QString deploymentKind(const scheduler::Deployment& deployment);
/// Whether it has not moved for so long that somebody should look; minutes since it last moved.
std::optional<int> stuckMinutes(const scheduler::Deployment& deployment, qint64 nowMs);

/// Why an action about this source's objects can't be sent now, as a sentence; empty when it can.
QString actionRefusal(const cluster::Snapshot& snapshot, base::SourceKind kind, qint64 nowMs);

/// A canary of this app began and its scheduler waits for what people decide: more of it, or its share of the traffic.
bool hasUnfinishedCanary(const cluster::Snapshot& snapshot, const QString& app);

} // namespace mesoscope::text
