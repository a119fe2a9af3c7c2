#include "models/appspec/upgrade_course.h"

#include <algorithm>

namespace mesoscope::appspec {
namespace {

CoursePoint settle(const Impact& impact, int ready, int old, int started) {
    const int spare = std::clamp(old + ready - impact.pace.floor, 0, old);
    old -= spare;
    const int room = std::max(0, impact.pace.peak - old - started);
    started += std::min(room, impact.after - started);
    if (started >= impact.after && ready >= impact.after)
        old = 0;
    return {ready, old, started};
}

} // namespace

UpgradeCourse courseOf(const Impact& impact, int most) {
    UpgradeCourse course;
    if (impact.kind == ChangeClass::Scale || impact.kind == ChangeClass::NewApp) {
        course.points = {{0, 0, impact.kind == ChangeClass::Scale ? impact.before : 0},
                         {impact.after, 0, impact.after}};
        return course;
    }
    if (impact.kind != ChangeClass::Restart)
        return course;
    CoursePoint now = settle(impact, 0, impact.before, 0);
    course.startedAtOnce = now.fresh;
    course.stoppedAtOnce = impact.before - now.old;
    const int step = std::max(1, impact.after / std::max(2, most));
    for (int ready = 0; ready <= impact.after; ++ready) {
        now = settle(impact, ready, now.old, now.fresh);
        if (ready % step == 0 || ready == impact.after)
            course.points.append(now);
    }
    return course;
}

} // namespace mesoscope::appspec
