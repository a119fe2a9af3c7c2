// What the demo Marathon needs from Mesos: agents with free resources, launch and kill, status updates, the clock.
// All calls come under the one lock of the world; callbacks arrive under it, too.
#pragma once

#include "app/demo/marathon/json.h"
#include "app/demo/marathon/time_text.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mesoscope::demo::marathon {

/// One agent as an offer shows it: what is free on it now.
struct AgentView {
    std::string id;
    std::string hostname;
    std::string region;
    std::string zone;
    /// Text or number by name, in the agent's order.
    std::vector<std::pair<std::string, Json>> attributes;
    double cpus = 0;
    double mem = 0;
    double disk = 0;
    int gpus = 0;
    std::vector<std::pair<int, int>> ports;
    bool maintenance = false;
};

/// One task of a launch; those of a pod share the executor.
struct LaunchRequest {
    std::string taskId;
    std::string name;
    /// Empty for apps.
    std::string executorId;
    std::string agentId;
    std::string role;
    double cpus = 0;
    double mem = 0;
    double disk = 0;
    int gpus = 0;
    std::vector<int> ports;
    std::string command;
    std::vector<std::pair<std::string, std::string>> labels;
    /// The app (or pod) and its version, for those who look at services.
    std::string appId;
    /// Some health check is run by the agent, which then reports health with its updates.
    bool agentChecks = false;
    double agentCheckInterval = 0;
};

struct TaskUpdate {
    std::string taskId;
    std::string agentId;
    /// TASK_RUNNING, …
    std::string state;
    std::string message;
    std::string ip;
    std::optional<bool> healthy;
};

class MesosPort {
public:
    virtual ~MesosPort() = default;
    virtual Millis now() const = 0;
    virtual void after(Millis delay, std::function<void()> work) = 0;
    /// Every registered, reachable agent; the visitor returns false to stop.
    virtual void visitAgents(const std::function<bool(const AgentView&)>& visitor) const = 0;
    virtual std::optional<AgentView> agent(const std::string& id) const = 0;
    /// Tasks of one instance, all on one agent; false when the agent is gone or too small by now.
    virtual bool launch(const std::vector<LaunchRequest>& tasks) = 0;
    virtual void kill(const std::string& taskId, std::optional<int> graceSeconds) = 0;
    /// Whether the task answers a probe at this moment.
    virtual bool answers(const std::string& taskId) const = 0;
    virtual std::string frameworkId() const = 0;
    virtual void listen(std::function<void(const TaskUpdate&)> listener) = 0;
};

} // namespace mesoscope::demo::marathon
