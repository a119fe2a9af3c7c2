// How many old and new instances there are while an upgrade goes on, drawn over what an upgrade waits for: new
// instances that become ready.
//
// Thread: a pure function, any thread.
#pragma once

#include "models/appspec/change_class.h"

#include <QList>

namespace mesoscope::appspec {

struct CoursePoint {
    int ready = 0; ///< new instances that are healthy and ready
    int old = 0;   ///< old instances present
    int fresh = 0; ///< new instances present, ready or not
    friend bool operator==(const CoursePoint&, const CoursePoint&) = default;
};

struct UpgradeCourse {
    QList<CoursePoint> points; ///< first: as soon as the upgrade has begun; last: when it is over
    int startedAtOnce = 0;     ///< new ones beside the old ones before anything is ready
    int stoppedAtOnce = 0;     ///< old ones that go before anything is ready
};

/// As the scheduler paces it: old ones go while enough are healthy, new ones start while there is room below the peak.
/// All old ones are taken for healthy. At most `most` points, evenly thinned.
UpgradeCourse courseOf(const Impact& impact, int most = 400);

} // namespace mesoscope::appspec
