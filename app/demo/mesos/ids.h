// Ids that Mesos makes up itself: derived from a task's serial number, so that they need no memory and repeat by seed.
#pragma once

#include "app/demo/world/world.h"

namespace mesoscope::demo {

/// The container's id, a UUID.
std::string containerId(const Task& task);
/// The id of the executor's own container where the task is one of a pod; empty for command tasks.
std::string parentContainerId(const World& world, const Task& task);
/// 16 raw bytes that identify one status update.
std::string updateUuid(const Task& task, const Status& status);
int executorPid(const Task& task);
/// The address that the task has: the agent's, or one of its own on a container network.
std::string taskAddress(const Agent& agent, const Task& task);
/// The executor that owns the sandbox: the task's own id, or the pod's.
const std::string& executorId(const Task& task);

} // namespace mesoscope::demo
