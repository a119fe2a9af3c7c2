// Health and readiness of running instances: those checks that Marathon makes itself, and the results of agent checks.
//
// An instance that answers goes on answering until the world says that it behaves otherwise. So only the first check
// and those of instances that fail are made; hundreds of thousands that are well cost nothing, and the time of their
// last success follows from the first.
#pragma once

#include "app/demo/marathon/core.h"

#include <map>
#include <queue>
#include <string>
#include <vector>

namespace mesoscope::demo::marathon {

class HealthChecker {
public:
    explicit HealthChecker(Core& core);

    /// The instance runs (again): its checks begin.
    void started(Instance& instance);
    void stopped(Instance& instance);
    /// The agent told the health of a task with a status update.
    void reported(Instance& instance, std::size_t container, bool healthy);
    /// When the check last succeeded, as if it had been made at every interval.
    std::optional<Millis> lastSuccess(const Instance& instance, std::size_t check) const;
    /// [{"name","taskId","ready",…}] while a deployment waits for readiness.
    Json readinessResults(const std::string& specId) const;
    bool wasKilledAsSick(const std::string& instanceId) const { return killed_.count(instanceId) > 0; }
    std::string killReason(const std::string& instanceId) const;

private:
    struct Due {
        Millis at;
        std::string instanceId;
        int incarnation;
        /// Index of the check; -1 is the readiness check.
        int check;
        bool operator<(const Due& other) const { return at > other.at; }
    };

    void plan(Instance& instance, int check, Millis delay);
    /// It may answer otherwise from now on: its next regular checks are made.
    void suspect(const std::string& taskId);
    void arm();
    void run();
    void probe(Instance& instance, int check);
    void probeReadiness(Instance& instance);
    void succeeded(Instance& instance, std::size_t check);
    void failed(Instance& instance, std::size_t check, const std::string& cause);
    void killSick(Instance& instance, const std::string& cause);
    void publishHealth(const Instance& instance, std::optional<bool> healthy, bool twice);

    Core& core_;
    std::priority_queue<Due> due_;
    Millis armedFor_ = 0;
    std::map<std::string, std::string> killed_;
};

} // namespace mesoscope::demo::marathon
