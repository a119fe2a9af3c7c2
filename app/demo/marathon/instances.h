// Instances of apps and pods, as Marathon tracks them.
#pragma once

#include "app/demo/marathon/mesos_port.h"
#include "app/demo/marathon/run_spec.h"

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace mesoscope::demo::marathon {

enum class Condition {
    Scheduled,
    Provisioned,
    Staging,
    Starting,
    Running,
    Unreachable,
    UnreachableInactive,
    Killing,
    Killed,
    Finished,
    Failed,
    Error,
    Gone,
    Dropped,
    Unknown
};
enum class Goal { Running, Stopped, Decommissioned };

const char* conditionText(Condition condition);
const char* goalText(Goal goal);
/// The condition that a Mesos state stands for.
Condition conditionOf(const std::string& taskState);
bool isTerminal(Condition condition);

/// Where instances run; shared by all of one agent.
struct AgentInfo {
    std::string id;
    std::string hostname;
    std::string region;
    std::string zone;
    std::vector<std::pair<std::string, Json>> attributes;
};

struct HealthResult {
    bool known = false;
    bool alive = false;
    int consecutiveFailures = 0;
    std::optional<Millis> firstSuccess;
    std::optional<Millis> lastSuccess;
    std::optional<Millis> lastFailure;
    std::string lastFailureCause;
    /// A probe of it waits for its time.
    bool planned = false;
};

/// One Mesos task: the app itself or a container of a pod.
struct TaskRun {
    /// Empty until Mesos said something.
    std::string state;
    Millis since = 0;
    std::string message;
    std::string ip;
};

struct Instance {
    std::string id;
    SpecPtr spec;
    Condition condition = Condition::Scheduled;
    Goal goal = Goal::Running;
    Millis since = 0;
    int incarnation = 0;
    std::vector<TaskRun> tasks;
    std::shared_ptr<const AgentInfo> agent;
    Millis stagedAt = 0;
    Millis startedAt = 0;
    std::vector<int> ports;
    std::vector<HealthResult> health;
    bool ready = false;
    Json readiness = nullptr;
    Json localVolumes = Json::array();
    Millis unreachableSince = 0;
    bool killRequested = false;

    /// "" for a scheduled instance that never had a task.
    std::string taskId(std::size_t container = 0) const;
    /// A task exists or existed.
    bool launched() const { return incarnation > 0; }
    bool toLaunch() const {
        return goal == Goal::Running && (condition == Condition::Scheduled || isTerminal(condition));
    }
    /// Counts towards the wanted number.
    bool counts() const { return goal == Goal::Running && condition != Condition::UnreachableInactive; }
    bool active() const;
    /// Known only with results: true when all checks that reported are alive.
    std::optional<bool> healthy() const;
    std::string stateText() const;
};

/// "web.instance-UUID._app.3" → "web.instance-UUID"
std::string instanceIdOf(const std::string& taskId);
/// Well-formed task ids only.
bool isTaskId(const std::string& text);
bool isInstanceId(const std::string& text);

class InstanceStore {
public:
    Instance& create(const SpecPtr& spec, Millis now);
    Instance& adopt(const std::string& id, const SpecPtr& spec);
    Instance* find(const std::string& id) const;
    /// In order of creation.
    const std::vector<Instance*>& of(const std::string& specId) const;
    void erase(const std::string& id);
    void eachSpecId(const std::function<void(const std::string&)>& visitor) const;
    std::size_t size() const { return byId_.size(); }
    /// A new UUID of the form that instance ids carry.
    std::string nextUuid(Millis now);

private:
    std::unordered_map<std::string, std::unique_ptr<Instance>> byId_;
    std::unordered_map<std::string, std::vector<Instance*>> bySpec_;
    std::uint64_t serial_ = 0;
};

} // namespace mesoscope::demo::marathon
