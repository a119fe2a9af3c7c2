// What happens to one app, as one row: version or image before and after, instances before and after.
#pragma once

#include "models/scheduler/effects.h"
#include "widgets/controls/panels.h"

namespace mesoscope::widgets {

/// Tags of the image where both are known and differ, else the times of the versions, else the numbers of instances.
KeyValue lineOf(const scheduler::AppEffect& effect, qint64 nowMs);

} // namespace mesoscope::widgets
