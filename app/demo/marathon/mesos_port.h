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

/// One task of a launch; those of a pod are launched together.
struct LaunchRequest {
    std::string taskId;
    /// Index in RunSpec::containers.
    std::size_t container = 0;
    std::vector<int> ports;
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

struct RunSpec;

class MesosPort {
public:
    virtual ~MesosPort() = default;
    virtual Millis now() const = 0;
    virtual void after(Millis delay, std::function<void()> work) = 0;
    /// Asks for offers (again, and of all agents) or for none.
    virtual void revive() = 0;
    virtual void suppress() = 0;
    /// The offers held now; launches reduce what a view shows.
    virtual std::size_t offerCount() const = 0;
    virtual const AgentView& offerAt(std::size_t index) const = 0;
    /// Adds the tasks of one instance to what the offer at this position is accepted for.
    virtual void launch(std::size_t offerIndex, const RunSpec& spec, const std::vector<LaunchRequest>& tasks) = 0;
    /// Accepts the offers that are used, declines the others.
    virtual void finishOffers() = 0;
    virtual void kill(const std::string& taskId, std::optional<int> graceSeconds) = 0;
    /// Whether the task answers a probe at this moment.
    virtual bool answers(const std::string& taskId) const = 0;
    virtual std::string frameworkId() const = 0;
    virtual void listen(std::function<void(const TaskUpdate&)> listener) = 0;
    virtual void listenOffers(std::function<void()> listener) = 0;
    /// Told when answers() may give another result for a task.
    virtual void listenBehaviour(std::function<void(const std::string& taskId)> listener) = 0;
};

} // namespace mesoscope::demo::marathon
