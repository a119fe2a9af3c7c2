// A steady rate of Mesos events: a second framework's short batch tasks come, run and end, at any rate up to what the
// machine can write; what one moment could not do the next makes up for, so that the sum is exact. The number of tasks
// stays about the same; services are not touched.
#pragma once

#include "app/demo/world/world.h"

#include <array>

namespace mesoscope::demo {

class Churn {
public:
    /// eventsPerSecond of virtual time; forSeconds: how long, 0 without end.
    Churn(World& world, double eventsPerSecond, double forSeconds = 0);

private:
    void tick();
    /// Makes one event: a task's next state or a new task; false when neither can be had.
    bool step();
    bool walk();
    bool launch();

    World& world_;
    double rate_;
    std::size_t wanted_; ///< so many tasks live at a time, each waits for its turn
    double end_ = 0;     ///< no more is owed after this; 0: for ever
    double owed_ = 0;    ///< events that are due
    double last_ = 0;
    std::uint32_t framework_ = 0;
    std::vector<std::shared_ptr<const TaskSpec>> specs_;
    std::deque<std::string> alive_;
    std::uint64_t launched_ = 0;
    std::uint64_t turn_ = 0;
};

} // namespace mesoscope::demo
