// How the demo Marathon was "started".
#pragma once

#include <set>
#include <string>

namespace mesoscope::demo::marathon {

struct MarathonOptions {
    std::set<std::string> enabledFeatures = {"vips", "task_killing", "external_volumes", "gpu_resources", "secrets"};
    /// Empty: none.
    std::string defaultNetworkName;
    std::string mesosRole = "*";
    std::string mesosBridgeName = "mesos-bridge";
    /// Without one persistent volumes cannot be reserved and the launch queue stops.
    std::string principal = "marathon";
    int maxRunningDeployments = 100;
    /// Offers of all agents are asked for at most this often.
    int minReviveIntervalMs = 2000;
    int localPortMin = 10000;
    int localPortMax = 20000;
    /// host:port of this Marathon, as in X-Marathon-Leader and Location.
    std::string address = "127.0.0.1:8080";
    std::string version = "1.11.0-SNAPSHOT";
    std::string masterUrl = "http://127.0.0.1:5050";
};

} // namespace mesoscope::demo::marathon
