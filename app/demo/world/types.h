// The things a demonstration cluster is made of. Plain values; ids are plain strings; times are seconds since the epoch
// on the world's virtual clock; sizes are MB. Enumerators have the numbers of Mesos' own v1 messages (mesos.proto).
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mesoscope::demo {

enum class TaskState : std::uint8_t {
    Starting = 0,
    Running = 1,
    Finished = 2,
    Failed = 3,
    Killed = 4,
    Lost = 5,
    Staging = 6,
    Error = 7,
    Killing = 8,
    Dropped = 9,
    Unreachable = 10,
    Gone = 11,
    GoneByOperator = 12,
    Unknown = 13
};
/// "TASK_RUNNING" …
std::string_view toString(TaskState state);
/// True where the task will never run again (TASK_UNREACHABLE is not terminal: it may come back).
bool isTerminal(TaskState state);

enum class Source : std::uint8_t { Master = 0, Agent = 1, Executor = 2 };
/// "SOURCE_MASTER" …
std::string_view toString(Source source);

/// Only the reasons this world gives; None means that the status has no reason field.
enum class Reason : std::int8_t {
    None = -1,
    CommandExecutorFailed = 0,
    ExecutorTerminated = 1,
    FrameworkRemoved = 3,
    InvalidOffers = 6,
    ContainerLimitationMemory = 8,
    Reconciliation = 9,
    AgentDisconnected = 10,
    AgentRemoved = 11,
    AgentUnknown = 13,
    TaskInvalid = 14,
    ContainerLaunchFailed = 21,
    HealthCheckStatusUpdated = 29,
    KilledDuringLaunch = 30,
    AgentRemovedByOperator = 31,
    AgentReregistered = 32,
    AgentDraining = 34
};
/// "REASON_AGENT_REMOVED" … (v1 wording); empty for None.
std::string_view toString(Reason reason);

struct Resources {
    double cpus = 0;
    double mem = 0;  ///< MB
    double disk = 0; ///< MB
    double gpus = 0;

    Resources& operator+=(const Resources& other);
    Resources& operator-=(const Resources& other);
    /// True if every component of other fits in this one (with room for rounding).
    bool contains(const Resources& other) const;
    bool empty() const { return cpus <= 0 && mem <= 0 && disk <= 0 && gpus <= 0; }
};
inline Resources operator+(Resources a, const Resources& b) {
    return a += b;
}
inline Resources operator-(Resources a, const Resources& b) {
    return a -= b;
}

struct PortRange {
    int begin = 0;
    int end = -1; ///< inclusive
};

struct Label {
    std::string key;
    std::string value;
};

enum class AttributeType : std::uint8_t { Text, Scalar, Ranges };
struct Attribute {
    std::string name;
    AttributeType type = AttributeType::Text;
    std::string text;
    double scalar = 0;
    PortRange range;
};

struct PortMapping {
    int containerPort = 0; ///< the host port is the task's port of the same position
    std::string protocol = "tcp";
    std::string name;
};

struct Volume {
    std::string containerPath;
    std::string hostPath;
    bool readOnly = false;
};

struct Container {
    bool docker = false; ///< type DOCKER, else MESOS
    std::string image;
    std::string network;     ///< CNI or Docker network name; empty: the host's network
    std::string networkMode; ///< "host", "container/bridge" or "container"
    std::vector<PortMapping> portMappings;
    std::vector<Volume> volumes;
    bool privileged = false;
    bool forcePull = false;
};

struct DiscoveryPort {
    std::string name;
    std::string protocol = "tcp";
    int number = 0; ///< 0: the task's own port of the same position
    std::vector<Label> labels;
};

struct Discovery {
    std::string name;
    std::string visibility = "FRAMEWORK"; ///< FRAMEWORK, CLUSTER, EXTERNAL
    std::vector<DiscoveryPort> ports;
};

/// A health check that Mesos' executor does itself (Marathon's MESOS_HTTP, MESOS_TCP, COMMAND).
struct HealthCheck {
    enum class Type : std::uint8_t { Command = 1, Http = 2, Tcp = 3 } type = Type::Command;
    std::string command;
    std::string path;
    std::string scheme = "http";
    int port = 0;
    double delaySeconds = 15;
    double intervalSeconds = 10;
    double timeoutSeconds = 20;
    double gracePeriodSeconds = 10;
    int consecutiveFailures = 3;
};

/// What instances of one version of one service have in common; shared by all tasks launched from it.
struct TaskSpec {
    std::string name; ///< the task's name: Marathon's "checkout.shop" for /shop/checkout
    std::string app;  ///< the service as its users know it: "/shop/checkout"
    std::string role = "*";
    std::string command;
    std::string user;
    Resources resources;
    std::vector<Label> labels;
    std::vector<std::pair<std::string, std::string>> environment;
    std::optional<Container> container;
    std::optional<Discovery> discovery;
    std::optional<HealthCheck> healthCheck;
    double killGraceSeconds = 3;

    /// The value of a label, or empty.
    std::string_view label(std::string_view key) const;
};

struct TaskInfo {
    std::string id;
    std::shared_ptr<const TaskSpec> spec;
    std::vector<int> ports; ///< host ports, in the order of the definition
    std::string executorId; ///< tasks of one pod share it; empty: a command task with an executor of its own
};

struct Status {
    double time = 0;
    double unreachableTime = 0; ///< 0: none
    TaskState state = TaskState::Staging;
    Source source = Source::Executor;
    Reason reason = Reason::None;
    std::int8_t healthy = -1; ///< -1: not said, 0: false, 1: true
    std::string message;
};

struct Task {
    TaskInfo info;
    std::uint64_t serial = 0; ///< unique in this world; container and update ids are made from it
    std::uint32_t agent = 0;  ///< index in World::agents()
    std::uint32_t framework = 0;
    TaskState state = TaskState::Staging;
    std::vector<Status> statuses; ///< oldest first; a state repeated at once replaces the one before, as in Mesos
    double launched = 0;
    std::size_t slot = 0; ///< the world's own book-keeping
    /// Lengths of its message in the encodings, kept by who encodes it; 0: not known. A change forgets them.
    mutable std::array<std::uint32_t, 2> lengths{};

    const std::string& id() const { return info.id; }
    const TaskSpec& spec() const { return *info.spec; }
    /// -1: no health known, 0: failing, 1: healthy
    int healthy() const { return statuses.empty() ? -1 : statuses.back().healthy; }
};

struct Reservation {
    std::string role;
    std::string principal;
    Resources resources;
    std::vector<Label> labels;
    std::string persistenceId; ///< not empty: a persistent volume of resources.disk
    std::string containerPath;
};

enum class AgentState : std::uint8_t { Active, Disconnected, Unreachable, Gone, Removed };
enum class DrainState : std::uint8_t { None = 0, Draining = 1, Drained = 2 };

struct Drain {
    DrainState state = DrainState::None;
    bool hasGrace = false;
    double graceSeconds = 0;
    bool markGone = false;
    double started = 0;
};

struct Agent {
    std::uint32_t index = 0;
    std::string id;       ///< <cluster uuid>-S<index>
    std::string hostname; ///< bj-b2-agent-046
    std::string ip;
    std::string region;
    std::string zone;
    std::vector<Attribute> attributes;
    Resources total;
    Resources allocated; ///< by tasks
    PortRange ports{31000, 31999};
    std::vector<Reservation> reservations;
    AgentState state = AgentState::Active;
    bool deactivated = false; ///< by DEACTIVATE_AGENT or a drain
    Drain drain;
    double registered = 0;
    double reregistered = 0;                        ///< 0: never
    std::vector<Task*> tasks;                       ///< not terminal, not unreachable
    std::vector<int> usedPorts;                     ///< sorted
    std::uint64_t offer = 0;                        ///< the offer that holds its free resources; 0: none
    mutable std::array<std::uint32_t, 2> lengths{}; ///< as a task's

    /// The master lists it (connected or not): neither unreachable, gone nor removed.
    bool listed() const { return state == AgentState::Active || state == AgentState::Disconnected; }
    Resources free() const;
    Resources reserved() const;
    /// n free host ports, lowest first; fewer if there are not enough.
    std::vector<int> freePorts(std::size_t n) const;
    std::string_view attribute(std::string_view name) const;
};

struct Offer {
    std::string id; ///< <cluster uuid>-O<serial>
    std::uint64_t serial = 0;
    std::uint32_t framework = 0;
    std::uint32_t agent = 0;
    Resources resources; ///< unreserved
};

struct FrameworkInfo {
    std::string name;
    std::string user = "root";
    std::string hostname;
    std::string webuiUrl;
    std::string principal;
    std::vector<std::string> roles{"*"};
    double failoverTimeout = 604800;
    bool checkpoint = true;
    std::vector<Label> labels;
    bool partitionAware = true;
    bool killingState = true;
    bool multiRole = true;
    bool gpuResources = true;
    bool regionAware = true;
};

/// How an instance answers its callers; set by scenarios, read by health checks and by the gateway's traffic.
struct Behaviour {
    double latencyMs = 20;
    double errorShare = 0; ///< 0..1 of its answers are 5xx
    bool healthy = true;   ///< its health checks pass
    bool operator==(const Behaviour&) const = default;
};

struct ServiceInstance {
    std::string taskId;
    std::string host;
    int port = 0;
};

/// A service as a registry would tell the gateway.
struct Service {
    std::string name;    ///< "shop-checkout"
    std::string app;     ///< "/shop/checkout"
    std::string prefix;  ///< "host/path" or "/path"
    std::string options; ///< "strip=/x proto=http", may be empty
    std::vector<std::string> tags;
    std::vector<ServiceInstance> instances; ///< those that pass their checks
};

} // namespace mesoscope::demo
