#include "app/demo/world/types.h"

#include <algorithm>
#include <array>

namespace mesoscope::demo {

std::string_view toString(TaskState state) {
    static constexpr std::array<std::string_view, 14> names{
        "TASK_STARTING",         "TASK_RUNNING", "TASK_FINISHED", "TASK_FAILED",  "TASK_KILLED",      "TASK_LOST",
        "TASK_STAGING",          "TASK_ERROR",   "TASK_KILLING",  "TASK_DROPPED", "TASK_UNREACHABLE", "TASK_GONE",
        "TASK_GONE_BY_OPERATOR", "TASK_UNKNOWN"};
    return names[static_cast<std::size_t>(state)];
}

bool isTerminal(TaskState state) {
    switch (state) {
    case TaskState::Starting:
    case TaskState::Running:
    case TaskState::Staging:
    case TaskState::Killing:
    case TaskState::Unreachable:
    case TaskState::Unknown:
        return false;
    default:
        return true;
    }
}

std::string_view toString(Source source) {
    static constexpr std::array<std::string_view, 3> names{"SOURCE_MASTER", "SOURCE_AGENT", "SOURCE_EXECUTOR"};
    return names[static_cast<std::size_t>(source)];
}

std::string_view toString(Reason reason) {
    switch (reason) {
    case Reason::None:
        return {};
    case Reason::CommandExecutorFailed:
        return "REASON_COMMAND_EXECUTOR_FAILED";
    case Reason::ExecutorTerminated:
        return "REASON_EXECUTOR_TERMINATED";
    case Reason::FrameworkRemoved:
        return "REASON_FRAMEWORK_REMOVED";
    case Reason::InvalidOffers:
        return "REASON_INVALID_OFFERS";
    case Reason::ContainerLimitationMemory:
        return "REASON_CONTAINER_LIMITATION_MEMORY";
    case Reason::Reconciliation:
        return "REASON_RECONCILIATION";
    case Reason::AgentDisconnected:
        return "REASON_AGENT_DISCONNECTED";
    case Reason::AgentRemoved:
        return "REASON_AGENT_REMOVED";
    case Reason::AgentUnknown:
        return "REASON_AGENT_UNKNOWN";
    case Reason::TaskInvalid:
        return "REASON_TASK_INVALID";
    case Reason::ContainerLaunchFailed:
        return "REASON_CONTAINER_LAUNCH_FAILED";
    case Reason::HealthCheckStatusUpdated:
        return "REASON_TASK_HEALTH_CHECK_STATUS_UPDATED";
    case Reason::KilledDuringLaunch:
        return "REASON_TASK_KILLED_DURING_LAUNCH";
    case Reason::AgentRemovedByOperator:
        return "REASON_AGENT_REMOVED_BY_OPERATOR";
    case Reason::AgentReregistered:
        return "REASON_AGENT_REREGISTERED";
    case Reason::AgentDraining:
        return "REASON_AGENT_DRAINING";
    }
    return {};
}

Resources& Resources::operator+=(const Resources& other) {
    cpus += other.cpus;
    mem += other.mem;
    disk += other.disk;
    gpus += other.gpus;
    return *this;
}

Resources& Resources::operator-=(const Resources& other) {
    // Thousands of additions and subtractions of tenths would leave 1e-13 cpus behind: what is nothing is nothing.
    const auto minus = [](double a, double b) { return a - b < 1e-9 ? 0 : a - b; };
    cpus = minus(cpus, other.cpus);
    mem = minus(mem, other.mem);
    disk = minus(disk, other.disk);
    gpus = minus(gpus, other.gpus);
    return *this;
}

bool Resources::contains(const Resources& other) const {
    constexpr double slack = 1e-6;
    return cpus + slack >= other.cpus && mem + slack >= other.mem && disk + slack >= other.disk &&
           gpus + slack >= other.gpus;
}

std::string_view TaskSpec::label(std::string_view key) const {
    const auto found = std::find_if(labels.begin(), labels.end(), [&](const Label& l) { return l.key == key; });
    return found == labels.end() ? std::string_view() : std::string_view(found->value);
}

Resources Agent::reserved() const {
    Resources sum;
    for (const Reservation& reservation : reservations)
        sum += reservation.resources;
    return sum;
}

Resources Agent::free() const {
    return total - allocated - reserved();
}

std::vector<int> Agent::freePorts(std::size_t n) const {
    std::vector<int> found;
    auto used = usedPorts.begin();
    for (int port = ports.begin; port <= ports.end && found.size() < n; ++port) {
        while (used != usedPorts.end() && *used < port)
            ++used;
        if (used == usedPorts.end() || *used != port)
            found.push_back(port);
    }
    return found;
}

std::string_view Agent::attribute(std::string_view wanted) const {
    const auto found =
        std::find_if(attributes.begin(), attributes.end(), [&](const Attribute& a) { return a.name == wanted; });
    return found == attributes.end() ? std::string_view() : std::string_view(found->text);
}

} // namespace mesoscope::demo
