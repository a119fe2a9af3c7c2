// Validation and normalisation of pods.
#pragma once

#include "app/demo/marathon/app_rules.h"
#include "app/demo/marathon/json.h"
#include "app/demo/marathon/options.h"

namespace mesoscope::demo::marathon {

/// Throws 422.
void checkPod(const Json& pod, const MarathonOptions& options);
/// The stored document: defaults filled in.
Json normalizePod(Json pod, const MarathonOptions& options, const RoleSettings& roles);

} // namespace mesoscope::demo::marathon
