// Marathon's parse stage: JSON into typed values, with its own codes and its own leniency.
#pragma once

#include "models/appspec/rules/marathon_app.h"
#include "models/appspec/rules/marathon_memory.h"
#include "models/appspec/rules/problem.h"

namespace mesoscope::appspec::marathon {

/// Create: the id is required; Update: nothing is; Replace: nothing is and the id is not looked at (the URL has it).
enum class Reading { Create, Update, Replace };

/// Reads an app. Problems are reported with paths below `path`.
App parseApp(const JsonValue& json, Reading reading, const QString& path, Report& report);
/// With a memory, apps that are in it are not read again: they come with nothing but their id, and the entry.
GroupUpdate parseGroup(const JsonValue& json, const QString& path, Report& report, Memory* memory = nullptr);

} // namespace mesoscope::appspec::marathon
