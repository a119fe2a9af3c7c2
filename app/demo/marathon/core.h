// The state that the parts of the demo Marathon share, and how they reach each other.
#pragma once

#include "app/demo/marathon/events.h"
#include "app/demo/marathon/instances.h"
#include "app/demo/marathon/mesos_port.h"
#include "app/demo/marathon/options.h"
#include "app/demo/marathon/violations.h"

#include <map>
#include <memory>
#include <string>

namespace mesoscope::demo::marathon {

class GroupManager;
class Deployments;
class Launcher;
class HealthChecker;
class TaskTracker;

/// Owned by Marathon. Everything in here is used under the world's lock only.
struct Core {
    Core(MesosPort& mesosPort, const MarathonOptions& startOptions);
    ~Core();
    Core(const Core&) = delete;
    Core& operator=(const Core&) = delete;

    MesosPort& mesos;
    /// Timers look here first; made before the parts that set timers.
    std::shared_ptr<bool> alive = std::make_shared<bool>(true);
    MarathonOptions options;
    EventBus events;
    InstanceStore instances;
    std::unique_ptr<GroupManager> groups;
    std::unique_ptr<Deployments> deployments;
    std::unique_ptr<Launcher> launcher;
    std::unique_ptr<HealthChecker> health;
    std::unique_ptr<TaskTracker> tracker;
    /// Moves with every change of an app, an instance or its health.
    std::uint64_t changes = 0;
    /// By app: the last abnormal end.
    std::map<std::string, Json> lastFailures;
    Millis now() const { return mesos.now(); }
    /// Strictly increasing, so that two changes never share a version.
    Millis nextVersion();
    std::string newId();
    /// Calls back on the world's clock as long as this Marathon lives.
    void after(Millis delay, std::function<void()> work);
    /// Runs what recent changes made possible: deployment steps that are complete, launches that are due.
    void settle();

private:
    Millis lastVersion_ = 0;
    std::uint64_t ids_ = 0;
};

} // namespace mesoscope::demo::marathon
