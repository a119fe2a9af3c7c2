// What answers show of apps and tasks beside the definition.
#pragma once

#include "app/demo/marathon/core.h"
#include "app/demo/marathon/run_spec.h"

#include <set>
#include <string>
#include <vector>

namespace mesoscope::demo::marathon {

enum class Embed { Tasks, Counts, Deployments, Readiness, LastTaskFailure, TaskStats };
using Embeds = std::set<Embed>;

/// Embed names of app routes; unknown ones are ignored.
Embeds appEmbeds(const std::vector<std::string>& names);

/// {…definition…, counts, deployments, …} as text, made without copying the definition.
std::string appInfoText(const Core& core, const RunSpec& app, const Embeds& embeds);
/// A task as lists show it. A cluster has hundreds of thousands: written straight as text.
void appendTask(std::string& out, const Core& core, const Instance& instance, bool withServicePorts);
Json taskJson(const Core& core, const Instance& instance, bool withServicePorts);
/// Its tasks that exist or existed.
std::vector<const Instance*> listedInstances(const Core& core, const std::string& appId);
/// Tasks of an app as lists show them.
Json tasksOf(const Core& core, const std::string& appId, bool withServicePorts = false);

} // namespace mesoscope::demo::marathon
