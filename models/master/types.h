// What a Mesos master says, as typed values without ownership: decoders hand these views to a StateSink, one row at a
// time, while the rest of the answer is still arriving. All views die when the call returns.
// Field meanings: include/mesos/v1/mesos.proto and master/master.proto of Apache Mesos.
#pragma once

#include <QtGlobal>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace mesoscope::master {

/// The names are Mesos' own (TASK_…); the order is ours: by how much attention a task in that state needs is decided in
/// models/text, not here.
enum class TaskState : quint8 {
    Unknown, ///< TASK_UNKNOWN, or a name this program does not know
    Staging,
    Starting,
    Running,
    Killing,
    Finished,
    Failed,
    Killed,
    Error,
    Lost,
    Dropped,
    Unreachable,
    Gone,
    GoneByOperator,
};

/// Whether a task in this state will never run again.
constexpr bool isTerminal(TaskState s) {
    return s == TaskState::Finished || s == TaskState::Failed || s == TaskState::Killed || s == TaskState::Error ||
           s == TaskState::Lost || s == TaskState::Dropped || s == TaskState::Gone || s == TaskState::GoneByOperator;
}

/// "TASK_RUNNING" → Running; anything unknown → Unknown. And back: "TASK_RUNNING".
TaskState taskStateFromName(std::string_view name);
std::string_view taskStateName(TaskState state);

enum class Health : quint8 { NotReported, Healthy, Unhealthy };

enum class DrainState : quint8 { None, Draining, Drained };

/// Scalars of one kind of sum. cpus and gpus in units, mem and disk in MiB, as Mesos counts them.
struct Scalars {
    double cpus = 0;
    double mem = 0;
    double disk = 0;
    double gpus = 0;

    Scalars& operator+=(const Scalars& o) {
        cpus += o.cpus;
        mem += o.mem;
        disk += o.disk;
        gpus += o.gpus;
        return *this;
    }
    Scalars& operator-=(const Scalars& o) {
        cpus -= o.cpus;
        mem -= o.mem;
        disk -= o.disk;
        gpus -= o.gpus;
        return *this;
    }
    friend bool operator==(const Scalars&, const Scalars&) = default;
};

struct PortRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0; ///< inclusive
};

/// Host ports of an agent.
struct AgentPortsView {
    PortRange range;
    std::string_view role; ///< for whom they are reserved; empty: for nobody
};

/// One element of a resources list, as far as the console counts it.
struct ResourceView {
    std::string_view name;         ///< cpus, mem, disk, gpus, ports, or any other
    std::string_view role;         ///< "*" when unreserved (from reservations or the old role field)
    std::optional<double> scalar;  ///< scalars only
    bool persistentVolume = false; ///< disk with a persistence id
    bool revocable = false;
};

struct AttributeView {
    std::string_view name;
    std::string_view value; ///< text; scalars, ranges and sets printed as Mesos prints them
};

/// What is set aside for one role on an agent.
struct ReservationView {
    std::string_view role;
    Scalars amount;
};

struct StatusView {
    TaskState state = TaskState::Unknown;
    std::string_view stateName; ///< as sent; kept for names that TaskState does not know
    Health health = Health::NotReported;
    qint64 timestampMs = 0;  ///< the server's clock, ms since the epoch; 0 when absent
    std::string_view reason; ///< REASON_…, empty when absent
    std::string_view source; ///< SOURCE_…
    std::string_view message;
    std::string_view containerId;  ///< nested ones as Mesos prints them: "outer.inner"
    std::string_view ipAddresses;  ///< comma separated, from container_status.network_infos
    std::string_view networkNames; ///< comma separated CNI names
};

struct TaskView {
    std::string_view id;
    std::string_view name;
    std::string_view frameworkId;
    std::string_view executorId;
    std::string_view agentId;
    TaskState state = TaskState::Unknown;
    std::string_view stateName;
    Scalars resources;
    std::span<const PortRange> ports;
    std::string_view role;
    /// Newest status first seen for display: state and health of the last element, and when it began to run.
    StatusView status;
    qint64 startedMs = 0; ///< time stamp of the first TASK_RUNNING status, 0 when there was none
    /// Raw JSON of the parts that are shown only on demand; the same bytes for all instances of a service.
    std::string_view labelsJson;
    std::string_view discoveryJson;
    std::string_view containerJson;
    std::string_view healthCheckJson;
    bool completed = false;       ///< from completed_tasks: history, whatever its state says
    bool unreachableList = false; ///< from unreachable_tasks
};

/// TASK_UPDATED: no resources, only what changed.
struct TaskUpdateView {
    std::string_view taskId;
    std::string_view frameworkId;
    std::string_view agentId; ///< from status.agent_id; may be empty
    TaskState state = TaskState::Unknown;
    std::string_view stateName;
    StatusView status;
};

struct AgentView {
    std::string_view id;
    std::string_view hostname;
    std::string_view pid; ///< slave(1)@127.0.0.1:5051
    std::uint16_t port = 0;
    std::string_view version;
    bool active = true;       ///< false: deactivated or disconnected
    bool deactivated = false; ///< by an operator (GET_AGENTS only)
    DrainState drain = DrainState::None;
    qint64 drainGraceMs = -1; ///< max_grace_period; -1 when not given
    bool drainMarkGone = false;
    qint64 registeredMs = 0;
    qint64 reregisteredMs = 0;
    qint64 drainStartedMs = 0; ///< estimated_drain_start_time_seconds
    Scalars total;
    Scalars allocated;
    Scalars offered;
    Scalars reserved;          ///< sum over all roles but "*"
    bool hasAllocated = false; ///< the view's source reports allocated_resources at all
    std::span<const AttributeView> attributes;
    std::string_view region;
    std::string_view zone;
    std::span<const ReservationView> reservations; ///< of total, each role once, in the order of their first mention
    std::span<const AgentPortsView> ports;         ///< of total, in use or not, as sent
};

struct FrameworkView {
    std::string_view id;
    std::string_view name;
    std::string_view user;
    std::string_view principal;
    std::string_view hostname;
    std::string_view webuiUrl;
    std::string_view roles;        ///< comma separated
    std::string_view capabilities; ///< comma separated
    bool active = true;
    bool connected = true;
    bool recovered = false;
    bool checkpoint = false;
    qint64 registeredMs = 0;
    qint64 reregisteredMs = 0;
    qint64 failoverTimeoutMs = 0;
    Scalars allocated;
    Scalars offered;
    std::uint32_t offers = 0;
    bool completed = false;
};

struct RoleView {
    std::string_view name;
    double weight = 1;
    std::string_view frameworks; ///< comma separated ids
    Scalars allocated;
    Scalars reserved;
    std::optional<Scalars> guarantee; ///< quota
    std::optional<Scalars> limit;
};

struct MaintenanceWindow; // calls.h

/// Receives the master's state and events in the order in which the server sent them; on the session thread.
/// beginState … endState brackets one whole picture (GET_STATE, the first record of SUBSCRIBE): what is not mentioned
/// between them does not exist any more. A picture that broke off ends with abandonState and changes nothing.
class StateSink {
public:
    virtual ~StateSink() = default;
    virtual void beginState() = 0;
    virtual void agent(const AgentView& agent) = 0;
    virtual void framework(const FrameworkView& framework) = 0;
    virtual void task(const TaskView& task) = 0;
    /// Within a whole picture: an agent that a new leader knows from the registry and that has not come back yet.
    virtual void recoveringAgent(std::string_view /*agentId*/) {}
    virtual void endState() = 0;
    virtual void abandonState() = 0;

    // Events
    virtual void taskAdded(const TaskView& task) = 0;
    virtual void taskUpdated(const TaskUpdateView& update) = 0;
    virtual void agentAdded(const AgentView& agent) = 0;
    virtual void agentRemoved(std::string_view agentId) = 0;
    virtual void frameworkAdded(const FrameworkView& framework) = 0;
    virtual void frameworkUpdated(const FrameworkView& framework) = 0;
    virtual void frameworkRemoved(const FrameworkView& framework) = 0;
    /// An event of a type this program does not know; counted and shown, never an error.
    virtual void unknownEvent(std::string_view type) = 0;

    // Polls: what the stream never tells.
    /// One complete list of registered agents: what is missing in it is unreachable or gone.
    virtual void beginAgentPoll() = 0;
    virtual void polledAgent(const AgentView& agent) = 0;
    virtual void endAgentPoll(std::span<const std::string_view> recoveringAgentIds) = 0;
    virtual void roles(std::span<const RoleView> roles) = 0;
    /// How far the server's clock is ahead of ours, as its answer's head tells: to within a second or two.
    virtual void serverClock(qint64 /*aheadMs*/) {}
    /// The whole schedule.
    virtual void maintenance(std::span<const MaintenanceWindow> /*schedule*/) {}
};

} // namespace mesoscope::master
