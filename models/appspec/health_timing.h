// When a health check notices and kills, in seconds, as the scheduler counts: failures before the first success and
// inside of the grace period do not count, and the kill comes with one failure more than maxConsecutiveFailures.
//
// Thread: pure functions, any thread.
#pragma once

#include "models/appspec/json_tree.h"

namespace mesoscope::appspec {

struct HealthTiming {
    double delay = 15; ///< to the first probe; checks run by the scheduler have none
    double grace = 300;
    double interval = 60;
    double timeout = 20;
    int failures = 3; ///< allowed in a row; 0 never kills
    bool onAgent = false;

    bool kills() const { return failures > 0; }
    /// The failure that kills.
    int fatal() const { return failures + 1; }
    /// From the moment an instance stops answering until it is killed, at most: each failure needs the wait for the
    /// probe and its time-out.
    double hungAtMost() const { return fatal() * (interval + timeout); }
    /// The same for an instance that refuses at once.
    double refusingAtMost() const { return fatal() * interval; }
    /// From the start of an instance that never works until it is killed, at most.
    double neverWorkedAtMost() const { return grace + hungAtMost(); }
    friend bool operator==(const HealthTiming&, const HealthTiming&) = default;
};

/// Of one element of healthChecks, with the server's defaults for what is absent or of another type.
HealthTiming healthTiming(const JsonValue& check);

} // namespace mesoscope::appspec
