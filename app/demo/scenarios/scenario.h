// Stories that the demo cluster tells by itself, scripted on the virtual clock. Each begins about ten seconds after the
// start, so that somebody who connects at once sees the calm before.
#pragma once

#include "app/demo/fabio/fabio.h"
#include "app/demo/marathon/marathon.h"
#include "app/demo/world/world.h"

#include <memory>
#include <string>

namespace mesoscope::demo {

struct Stage {
    World& world;
    marathon::Marathon* marathon; ///< nullptr where another scheduler owns the apps: what needs it does not happen
    fabio::Fabio& fabio;
    /// The process of master number i dies, or comes back as a standby; either may be empty (a single master).
    std::function<void(int)> killMaster = {};
    std::function<void(int)> startMaster = {};
};

class Scenario {
public:
    virtual ~Scenario() = default;
    /// Schedules what happens; called once, before the clock runs.
    virtual void start() = 0;
};

/// nullptr if there is none of that name.
std::unique_ptr<Scenario> makeScenario(const std::string& name, Stage stage);

} // namespace mesoscope::demo
