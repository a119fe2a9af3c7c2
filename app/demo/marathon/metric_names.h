// The metrics that a Marathon 1.11 reports once it has worked for a while.
#pragma once

#include <string>
#include <vector>

namespace mesoscope::demo::marathon::metric_names {

const std::vector<std::string>& counters();
const std::vector<std::string>& gauges();
const std::vector<std::string>& meters();
const std::vector<std::string>& timers();

} // namespace mesoscope::demo::marathon::metric_names
