// The last conversion of an app document: to what is stored and shown, with the rules of that model.
#pragma once

#include "app/demo/marathon/app_rules.h"
#include "app/demo/marathon/json.h"
#include "app/demo/marathon/options.h"

#include <string>

namespace mesoscope::demo::marathon {

/// The document as it is stored and written (without versions). Throws what the real conversion throws (mostly 500).
Json toStored(Json app);
/// Model rules on a stored document; throws 422.
void checkStored(const Json& stored, const MarathonOptions& options, const RoleSettings& roles);
/// Why an app can be stored but never be written again ("" for all sane ones).
std::string unwritableReason(const Json& stored);

} // namespace mesoscope::demo::marathon
