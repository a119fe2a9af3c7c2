// The first inhabitants: agents, and the apps that run on them when the demonstration begins. Deterministic by seed.
#pragma once

#include "app/demo/world/world.h"

namespace mesoscope::demo {

/// An app that runs already. The scheduler turns document into its own app, launches one task with
/// World::placeRunning() for every entry of placement and puts no deployment behind it.
struct InitialApp {
    std::string id;                       ///< "/shop/checkout"
    std::string document;                 ///< Marathon's app JSON (with "instances")
    std::vector<std::uint32_t> placement; ///< agent index per instance
    std::vector<double> ageSeconds;       ///< since when each instance runs; same size as placement
};

/// Adds the agents to the world: two data centres, racks a1 … b4, named bj-b2-agent-046, with attributes and fault
/// domains.
void populateAgents(World& world, int agents);

/// Chooses apps and places together tasks instances on the agents so that they are 60–80 % used (by cpus).
std::vector<InitialApp> populateApps(World& world, int apps, int tasks);

} // namespace mesoscope::demo
