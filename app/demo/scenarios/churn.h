// A steady rate of Mesos events: a second framework's short batch tasks come, run and end, at any rate up to what the
// machine can write. The number of tasks stays about the same; services are not touched.
#pragma once

#include "app/demo/world/world.h"

#include <array>

namespace mesoscope::demo {

class Churn {
public:
    /// eventsPerSecond of virtual time.
    Churn(World& world, double eventsPerSecond);

private:
    void tick();
    void step();

    World& world_;
    double rate_;
    double owed_ = 0; ///< events that are due
    double last_ = 0;
    std::uint32_t framework_ = 0;
    std::vector<std::shared_ptr<const TaskSpec>> specs_;
    std::deque<std::string> alive_;
    std::uint64_t launched_ = 0;
};

} // namespace mesoscope::demo
