// What one change of a document means for what runs, in a sentence.
//
// Thread: pure functions, any thread.
#pragma once

#include "models/appspec/change_class.h"
#include "models/appspec/diff.h"

namespace mesoscope::appspec {

/// The name people know a changed field by: "Memory", "Time-out, health check 1", "LOG_LEVEL".
QString changeTitle(const Change& change);
/// The value as people read it, with its unit; "" where it is not set.
QString changeValue(const Change& change, bool after);
/// What follows from it; never empty. `before` and `after` are the two apps.
QString changeEffect(const Change& change, const JsonValue& before, const JsonValue& after, const Impact& impact);
/// "restarts all 64 instances", "restarts nothing": what an edit of this top-level field does to an app that runs.
QString fieldEffect(const QString& field, int instances);

} // namespace mesoscope::appspec
