// The rows of a snapshot. Task and agent rows are small values of interned ids so that a chunk copies fast; what is
// looked at rarely (labels, container infos, the agent's whole entry) is behind an id.
#pragma once

#include "models/base/string_pool.h"
#include "models/base/uuid.h"
#include "models/master/types.h"

#include <cstdint>

namespace mesoscope::cluster {

using base::StringId;

/// Position of a row in its table; stable as long as the object exists, reused afterwards.
using Slot = std::uint32_t;
inline constexpr Slot noSlot = 0xFFFFFFFFU;

/// Mesos names most containers by a UUID, which is unlike all others: kept by value, it takes a third of a pooled text.
struct ContainerName {
    base::Uuid uuid;
    StringId text = 0; ///< when it is no plain UUID, as "PARENT.CHILD" of a nested one
    bool known() const { return text != 0 || !uuid.isNull(); }
    friend bool operator==(const ContainerName&, const ContainerName&) = default;
};

struct TaskRow {
    StringId id = 0; ///< 0: the slot is free
    StringId name = 0;
    StringId app = 0; ///< "/shop/cart"; 0 when no scheduler of ours launched it
    StringId executor = 0;
    StringId agentId = 0;
    StringId reason = 0;
    StringId message = 0;
    StringId ipAddresses = 0;
    StringId networks = 0; ///< names of the container networks
    StringId ports = 0;    ///< "31000, 31001-31003"
    StringId role = 0;
    StringId labels = 0;    ///< raw JSON
    StringId discovery = 0; ///< raw JSON
    StringId container = 0; ///< raw JSON
    StringId stateName = 0; ///< only when state is Unknown
    Slot framework = noSlot;
    Slot agent = noSlot;       ///< noSlot while the agent is not known (yet, or any more)
    Slot nextOnAgent = noSlot; ///< chain of the agent's tasks, starting at AgentRow::firstTask
    float cpus = 0;
    float mem = 0;
    float disk = 0;
    float gpus = 0;
    master::TaskState state = master::TaskState::Unknown;
    master::Health health = master::Health::NotReported;
    bool completed = false; ///< history: ended, kept for display
    bool terminal() const { return completed || master::isTerminal(state); }
    bool live() const { return id != 0 && !terminal(); }
    qint64 startedMs = 0;
    qint64 statusMs = 0; ///< time of the last status, server's clock
    ContainerName containerId;

    friend bool operator==(const TaskRow&, const TaskRow&) = default;
};

enum class AgentState : quint8 {
    Active,
    Deactivated, ///< tasks stay, no offers
    Draining,
    Drained,
    Disconnected, ///< registered but inactive: the master lost the connection a moment ago
    Unreachable,  ///< vanished from the list of registered agents while tasks were on it, or marked so by the master
    Recovering,   ///< known from before a fail-over, not back yet
    Gone,
};

/// Whether the last known values are shown outlined rather than filled.
constexpr bool isLost(AgentState s) {
    return s == AgentState::Unreachable || s == AgentState::Gone || s == AgentState::Recovering;
}

struct AgentRow {
    StringId id = 0; ///< 0: the slot is free
    StringId hostname = 0;
    StringId pid = 0;
    StringId version = 0;
    StringId region = 0;
    StringId zone = 0;
    StringId attributes = 0;   ///< "rack:a1\ndc:bj" sorted as sent; Snapshot::attributes() splits it
    StringId reservations = 0; ///< by role; Snapshot::reservations() splits it
    StringId ports = 0;        ///< of the agent, in use or not; mostly one text for all; Snapshot::ports() splits it
    Slot firstTask = noSlot;
    std::uint32_t tasks = 0; ///< live ones
    std::uint32_t running = 0;
    std::uint32_t unhealthy = 0;
    AgentState state = AgentState::Active;
    bool drainMarkGone = false;
    std::uint16_t port = 0;
    /// Our wall clock: when this program saw the state begin, or the server's time where it tells, moved to our clock.
    qint64 stateSinceMs = 0;
    qint64 registeredMs = 0;
    qint64 drainStartedMs = 0;
    qint64 drainGraceMs = -1;
    master::Scalars total;
    master::Scalars allocated; ///< as the master last told, or the sum of the tasks between polls
    master::Scalars offered;
    master::Scalars reserved;

    friend bool operator==(const AgentRow&, const AgentRow&) = default;
};

struct FrameworkRow {
    QString id;
    QString name;
    QString user;
    QString principal;
    QString hostname;
    QString webuiUrl;
    QString roles;
    QString capabilities;
    bool active = true;
    bool connected = true;
    bool recovered = false;
    bool completed = false;
    qint64 registeredMs = 0;
    qint64 failoverTimeoutMs = 0;
    std::uint32_t tasks = 0; ///< live ones
    master::Scalars allocated;
    master::Scalars offered;
    std::uint32_t offers = 0;

    friend bool operator==(const FrameworkRow&, const FrameworkRow&) = default;
};

struct RoleRow {
    QString name;
    double weight = 1;
    QString frameworks;
    master::Scalars allocated;
    master::Scalars reserved;
    std::optional<master::Scalars> guarantee;
    std::optional<master::Scalars> limit;

    friend bool operator==(const RoleRow&, const RoleRow&) = default;
};

} // namespace mesoscope::cluster
