// Swan behind the Scheduler port. Thread: the session thread. Facts: Swan's HTTP API (v1). Its events tell about apps
// with a proxy only, carry no ids and no heartbeat; so the apps are polled, faster while an operation runs. An
// operation is followed by operationStatus and errmsg and appears as a deployment of one step.
#pragma once

#include "models/base/clock.h"
#include "models/scheduler/scheduler.h"

#include <memory>

namespace mesoscope::net {
class HttpClient;
}

namespace mesoscope::scheduler {

/// Milliseconds.
struct SwanPace {
    int apps = 10'000; ///< three times that above 1,000 apps
    int busy = 2'000;  ///< while an operation runs
    int watched = 5'000;
    int firstRetry = 1'000;
    int lastRetry = 30'000;
};

std::unique_ptr<Scheduler> makeSwan(net::HttpClient& http, const base::Clock& clock, net::Endpoint endpoint,
                                    QObject* parent = nullptr, const SwanPace& pace = {});

} // namespace mesoscope::scheduler
