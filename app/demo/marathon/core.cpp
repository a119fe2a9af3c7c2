#include "app/demo/marathon/core.h"

#include "app/demo/marathon/deployments.h"
#include "app/demo/marathon/group_manager.h"
#include "app/demo/marathon/health.h"
#include "app/demo/marathon/launcher.h"
#include "app/demo/marathon/tracker.h"

#include <cstdio>

namespace mesoscope::demo::marathon {

Core::Core(MesosPort& mesosPort, const MarathonOptions& startOptions)
    : mesos(mesosPort), options(startOptions), events([this] { return now(); }),
      groups(std::make_unique<GroupManager>(*this)), deployments(std::make_unique<Deployments>(*this)),
      launcher(std::make_unique<Launcher>(*this)), health(std::make_unique<HealthChecker>(*this)),
      tracker(std::make_unique<TaskTracker>(*this)) {}

Core::~Core() {
    *alive = false;
}

Millis Core::nextVersion() {
    lastVersion_ = std::max(now(), lastVersion_ + 1);
    return lastVersion_;
}

std::string Core::newId() {
    // Looks like a random UUID, but is the same in every run.
    std::uint64_t x = (++ids_ + 0x5bd1e995ULL) * 0x9e3779b97f4a7c15ULL;
    x ^= x >> 29;
    std::uint64_t y = x * 0xbf58476d1ce4e5b9ULL;
    y ^= y >> 32;
    char text[64];
    std::snprintf(text, sizeof text, "%08x-%04x-4%03x-a%03x-%012llx", static_cast<unsigned>(x & 0xffffffffU),
                  static_cast<unsigned>((x >> 32) & 0xffff), static_cast<unsigned>((x >> 48) & 0xfff),
                  static_cast<unsigned>(y & 0xfff), static_cast<unsigned long long>((y >> 12) & 0xffffffffffffULL));
    return text;
}

void Core::after(Millis delay, std::function<void()> work) {
    mesos.after(delay, [still = alive, work = std::move(work)] {
        if (*still)
            work();
    });
}

void Core::settle() {
    deployments->settle();
    launcher->settle();
}

} // namespace mesoscope::demo::marathon
