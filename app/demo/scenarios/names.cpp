#include "app/demo/cluster.h"

namespace mesoscope::demo {

std::vector<std::string> Cluster::scenarioNames() {
    return {"calm",      "rolling-deploy",  "crash-loop",   "agent-lost",
            "rack-lost", "leader-failover", "slow-service", "bad-override"};
}

} // namespace mesoscope::demo
