// What a user asks the cluster to do. An action is a value: what, on which objects, seen at which version. It becomes
// part of the snapshot while it runs, so every view shows "scaling 3 → 5" and its outcome without optimistic lies.
#pragma once

#include "models/base/error.h"
#include "models/master/calls.h"
#include "models/net/endpoint.h"
#include "models/scheduler/effects.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <variant>

namespace mesoscope::cluster {

/// One operator call to the master about agents.
struct AgentCommand {
    enum class Verb : quint8 { Drain, Deactivate, Reactivate, MarkGone };
    Verb verb = Verb::Drain;
    QStringList agentIds;
    qint64 maxGraceMs = -1; ///< Drain: -1 leaves it to the master
    bool markGone = false;  ///< Drain: mark gone when drained
};

/// One operator call to the master about the whole cluster.
struct MasterCommand {
    enum class Verb : quint8 { Teardown, SetWeights, SetQuota, SetMaintenance };
    Verb verb = Verb::Teardown;
    QString frameworkId; ///< Teardown
    QList<master::Weight> weights;
    QList<master::Quota> quota;
    bool force = false;                        ///< SetQuota: without the master's check whether the cluster can hold it
    QList<master::MaintenanceWindow> schedule; ///< the whole next one
};

struct Action {
    std::variant<scheduler::Command, AgentCommand, MasterCommand> command;
    /// The version of the app the user looked at; when the server has another one now the action is refused with the
    /// difference. Empty: not checked.
    QString seenVersion;
};

using ActionId = quint64;

enum class ActionPhase : quint8 {
    Queued,
    Sent,       ///< on its way, no answer yet
    InProgress, ///< taken by the server; a deployment or a drain runs
    Done,
    Refused, ///< the server or the console said no; nothing changed
    Failed,  ///< taken, but it ended badly
    Unknown, ///< the answer was lost; the state is being read to find out
};

constexpr bool isOver(ActionPhase p) {
    return p == ActionPhase::Done || p == ActionPhase::Refused || p == ActionPhase::Failed;
}

/// An action of this session, running or ended (the last hundred are kept).
struct ActionProgress {
    ActionId id = 0;
    ActionPhase phase = ActionPhase::Queued;
    QString title;  ///< "Scale /shop/cart to 5"
    QString detail; ///< "4 of 5 healthy", the server's refusal, …
    QString target; ///< app id, task id or agent id; the first of several
    QString deploymentId;
    int wanted = 0; ///< instances, tasks or agents the outcome is counted against; 0: not counted
    int reached = 0;
    int before = 0;       ///< instances before a scale
    qint64 startedMs = 0; ///< wall clock
    qint64 endedMs = 0;
    base::Error error; ///< Refused, Failed
    /// Refused because somebody changed the app meanwhile.
    std::optional<scheduler::Conflict> conflict;

    friend bool operator==(const ActionProgress&, const ActionProgress&) = default;
};

/// What the user sees before deciding; computed on the session thread from the live snapshot.
struct Preview {
    QString title;
    /// Sentences about the effect, most important first.
    QStringList effects;
    QStringList warnings;
    QList<net::RequestSummary> requests;
    /// Set when the action can't be sent now: stale data, read-only, impossible; with the reason.
    std::optional<base::Error> refusal;
    /// The apps it touches, with version and instances before and after; in the order of ids.
    QList<scheduler::AppEffect> touched;
    /// For a rolling replacement of `dipInstances`: how few serve at worst, how many exist at most.
    std::optional<scheduler::Dip> dip;
    int dipInstances = 0;
};

/// One of the four ways back of a deployment, with the request it would send.
struct WayBackOffer {
    scheduler::WayBack way;
    std::optional<net::RequestSummary> request;
};

} // namespace mesoscope::cluster
