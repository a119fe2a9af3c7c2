// Follows tasks: creates and kills instances, digests status updates, keeps lost ones according to their strategy.
#pragma once

#include "app/demo/marathon/core.h"
#include "app/demo/marathon/matcher.h"

#include <set>
#include <string>
#include <vector>

namespace mesoscope::demo::marathon {

/// An instance that runs already when the cluster starts.
struct InitialTask {
    std::string agentId;
    std::vector<int> ports;
    std::string ip;
    Millis startedAt = 0;
};

class TaskTracker {
public:
    explicit TaskTracker(Core& core);

    /// New instances that wait for an offer.
    void schedule(const SpecPtr& spec, int count);
    /// Puts a waiting instance onto the agent of an offer.
    void launch(Instance& instance, const SpecPtr& spec, std::size_t offer, const std::vector<int>& ports);
    /// Kills with a new goal; an instance without a task vanishes at once.
    void retire(Instance& instance, Goal goal);
    /// Kills the task; the instance is launched again.
    void kill(Instance& instance);
    /// Forgets the instance at once, with its reservations; a new one takes its place.
    void wipe(Instance& instance);
    void handle(const TaskUpdate& update);
    /// Adds a running instance without offers and events; returns its task id.
    std::string adopt(const SpecPtr& spec, const InitialTask& task, std::shared_ptr<const AgentInfo> agent);
    std::shared_ptr<const AgentInfo> agentInfo(const AgentView& agent);
    /// Scales an app without a deployment to its wanted number (after wipes and lost agents).
    void balance(const std::string& specId);
    /// Victims when count instances are too many, in killing order.
    std::vector<Instance*> victims(const std::string& specId, int count, const std::vector<std::string>& first) const;
    /// The same order for given instances.
    std::vector<Instance*> killOrder(std::vector<Instance*> candidates,
                                     const std::vector<std::string>& first = {}) const;
    void publishChange(const Instance& instance);

private:
    void setCondition(Instance& instance, Condition condition);
    void reserveVolumes(Instance& instance);
    void applyState(Instance& instance, std::size_t container, const TaskUpdate& update);
    void publishStatus(const Instance& instance, std::size_t container, const TaskUpdate& update);
    void ended(Instance& instance, const TaskUpdate& update);
    void lost(Instance& instance);
    void expungeLost();
    void becomeInactive(Instance& instance);
    void unknownTask(const TaskUpdate& update);
    void rememberFailure(const Instance& instance, const TaskUpdate& update);
    Condition combined(const Instance& instance) const;
    void forget(Instance& instance);

    Core& core_;
    std::map<std::string, std::shared_ptr<const AgentInfo>> agents_;
    /// Instances that wait to be expunged.
    std::set<std::string> inactive_;
};

} // namespace mesoscope::demo::marathon
