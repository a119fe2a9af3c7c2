// What answers show of pods beside the definition.
#pragma once

#include "app/demo/marathon/core.h"
#include "app/demo/marathon/run_spec.h"

namespace mesoscope::demo::marathon {

/// {id, spec, status, instances, …} with the numbers of Play JSON.
Json podStatus(const Core& core, const RunSpec& pod);
/// The Instance that kills of pod instances answer.
Json podInstanceJson(const Instance& instance);

} // namespace mesoscope::demo::marathon
