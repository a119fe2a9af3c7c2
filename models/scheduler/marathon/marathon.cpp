#include "models/scheduler/marathon/marathon.h"

#include "models/scheduler/marathon/marathon_scheduler.h"

namespace mesoscope::scheduler {

std::unique_ptr<Scheduler> makeMarathon(net::HttpClient& http, const base::Clock& clock, net::Endpoint endpoint,
                                        QObject* parent, const MarathonPace& pace) {
    return std::make_unique<marathon::MarathonScheduler>(http, clock, std::move(endpoint), pace, parent);
}

} // namespace mesoscope::scheduler
