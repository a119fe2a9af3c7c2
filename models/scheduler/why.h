// Why an app waits: one sentence, the evidence for and against, and what would help. Pure: values in, values out; any
// thread. Works on what is known and says what is not. Sizes are MiB, times ms since the epoch.
#pragma once

#include "models/scheduler/types.h"

#include <span>

namespace mesoscope::scheduler {

/// What an agent has left, as the master tells it.
struct AgentRoom {
    QString id;
    QString host;
    double cpus = 0;
    double mem = 0;
    double disk = 0;
    double gpus = 0;
    int ports = -1;                    ///< free host ports; -1: not known
    bool usable = true;                ///< active, neither draining nor in maintenance
    QMap<QString, QString> attributes; ///< region and zone as "@region", "@zone"
};

/// What a quota allows a role, and what the role has taken of it as far as the master tells.
struct RoleQuota {
    struct Amounts {
        double cpus = 0;
        double mem = 0;
        double disk = 0;
        double gpus = 0;
    };
    QString role;
    Amounts limit; ///< 0: of this there is no limit
    Amounts used;
};

struct WhyInput {
    AppPtr app;
    QueueEntryPtr entry;              ///< null: nothing of it is in the launch queue
    std::optional<QueueEntry> before; ///< an earlier reading of the same entry, to difference the counters
    qint64 beforeMs = 0;
    QList<DeploymentPtr> deployments;  ///< all that run
    QList<Instance> instances;         ///< of the app, as far as known
    std::span<const AgentRoom> agents; ///< empty: nothing is known about room
    QList<UnusedOffer> offers;         ///< only when a user asked for them
    QList<RoleQuota> quotas;           ///< of the app's role and of those above it, where there are any
    qint64 nowMs = 0;
};

enum class WaitCause : quint8 {
    Nothing, ///< it does not wait
    Unknown,
    QueueStopped,
    BackOff,
    Role,
    Constraint,
    Reservation,
    Maintenance,
    Cpus,
    Memory,
    Disk,
    Gpus,
    Ports,
    ScarceResources,
    NoOffers,
    Quota,           ///< the master makes no offers to a role that has all of its quota
    OtherDeployment, ///< an earlier step or another app's change goes first
    Starting,
    Health,
    Readiness,
    Unreachable,
};

/// + speaks for it, − against it, · is not known yet.
struct Evidence {
    enum class Sign : quint8 { For, Against, Open };
    Sign sign = Sign::For;
    QString label;
    QString text;
    friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// One step of the scheduler's own order of reasons.
struct FunnelRow {
    QString reason; ///< Marathon's word
    QString label;
    qint64 examined = 0;
    qint64 refused = 0;
    bool decisive = false; ///< refuses the most
    friend bool operator==(const FunnelRow&, const FunnelRow&) = default;
};

/// What would help, and what it costs. Ordered: safest first, what destroys something last.
struct Help {
    enum class Price : quint8 { Free, Costs, Destroys };
    Price price = Price::Free;
    QString text;
    QString cost;
    std::optional<Command> command;
};

struct Why {
    WaitCause cause = WaitCause::Unknown;
    QString sentence;
    QList<Evidence> evidence;
    QList<FunnelRow> funnel;
    /// Offers looked at: since the earlier reading when there was one, else in the whole attempt; and over how long (0:
    /// since the app waits).
    qint64 offersSeen = 0;
    qint64 offersOverMs = 0;
    qint64 waitsUntilMs = 0; ///< at the latest (back-off); 0: no end is known
    QString closestAgentId;
    int agentsWithRoom = -1; ///< that could take one instance now; -1: not known
    QList<Help> help;
};

Why whyWaiting(const WhyInput& input);
/// Where it is launched: the queue's word before the definition's; "*" when neither says.
QString roleOf(const App& app, const QueueEntry& entry);

/// Whether an agent meets a constraint, given how many instances already have each value of its field. "Not known" (an
/// operator that is none) counts as met.
bool meets(const Constraint& constraint, const AgentRoom& agent, const QHash<QString, int>& placed, int instances);
/// The value an agent has for a constraint's field; null QString when it has none.
QString fieldOf(const AgentRoom& agent, const QString& field);

} // namespace mesoscope::scheduler
