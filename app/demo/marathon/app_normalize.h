// Brings app documents into canonical form and fills in what the server fills in.
#pragma once

#include "app/demo/marathon/app_rules.h"
#include "app/demo/marathon/json.h"
#include "app/demo/marathon/options.h"

#include <string>

namespace mesoscope::demo::marathon {

/// All stages between the parse stage and the conversion: deprecated rules, deprecated forms, canonical rules,
/// defaults. base: where relative dependencies are resolved. Throws the refusal of the first stage that fails.
Json normalizeApp(Json app, const MarathonOptions& options, const RoleSettings& roles, const std::string& base = "/");

/// A parsed partial update: deprecated forms are translated, its version rule is checked.
Json normalizeUpdate(Json update, const MarathonOptions& options);

/// The stored app with the fields of the update laid over it (to be normalised again afterwards).
Json mergeUpdate(const Json& stored, const Json& update);

} // namespace mesoscope::demo::marathon
