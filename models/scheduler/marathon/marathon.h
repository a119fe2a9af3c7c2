// Marathon behind the Scheduler port. Thread: the session thread. Facts: Marathon's REST API and event bus, 1.4
// to 1.11.
//
// The event stream comes first, then everything is read once, then events name what is read again: one app at a time,
// at most once a second per app and a few per second in all, the whole list instead when very many changed. What no
// event announces is polled: the launch queue while something waits, deployments while one runs. Without a stream
// everything is polled, slowly. Two heavy requests never run at once, and none sooner than ten times its own duration
// after the last. At rest there is less than one request in two seconds.
#pragma once

#include "models/base/clock.h"
#include "models/scheduler/scheduler.h"

#include <memory>

namespace mesoscope::net {
class HttpClient;
}

namespace mesoscope::scheduler {

/// How patient it is. Milliseconds.
struct MarathonPace {
    int tick = 250;          ///< how often it looks at what is due
    int silence = 30'000;    ///< a stream without a byte (heartbeats come every 10 s) is dead
    int perApp = 1'000;      ///< between two reads of one app
    int betweenApps = 300;   ///< between two reads of any apps
    int listAbove = 30;      ///< apps changed: read the list instead
    int queue = 7'000;       ///< while something waits
    int deployments = 4'000; ///< while one runs, beside the events
    int repair = 300'000;    ///< the whole list, with a stream
    int pollApps = 10'000;   ///< without a stream; three times that above 1,000 apps
    int watched = 5'000;     ///< the app that is looked at
    int firstRetry = 1'000;
    int lastRetry = 30'000;
};

std::unique_ptr<Scheduler> makeMarathon(net::HttpClient& http, const base::Clock& clock, net::Endpoint endpoint,
                                        QObject* parent = nullptr, const MarathonPace& pace = {});

} // namespace mesoscope::scheduler
