// mesoscope app plan FILE: what a deploy would do.
#pragma once

#include "models/appspec/plan.h"

namespace mesoscope::app::commands {

/// Prints {class, changes, fits, placements, missing, rejected, steps} or the same for people. Returns 0 when the
/// document could be deployed and fits, 1 when it is not valid or does not fit, 2 when it is not JSON.
int printPlan(const appspec::PlanInput& input, bool json);

} // namespace mesoscope::app::commands
