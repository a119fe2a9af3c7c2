// Marathon's parse stage: JSON into typed values, with its own codes and its own leniency.
#pragma once

#include "models/appspec/rules/marathon_app.h"
#include "models/appspec/rules/problem.h"

namespace mesoscope::appspec::marathon {

/// Create: the id is required; Update: nothing is; Replace: nothing is and the id is not looked at (the URL has it).
enum class Reading { Create, Update, Replace };

/// Reads an app. Problems are reported with paths below `path`.
App parseApp(const JsonValue& json, Reading reading, const QString& path, Report& report);
GroupUpdate parseGroup(const JsonValue& json, const QString& path, Report& report);

} // namespace mesoscope::appspec::marathon
