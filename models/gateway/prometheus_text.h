// The Prometheus text exposition format, version 0.0.4 (and the parts of OpenMetrics that look like it). Pure; any
// thread. Lines that are no samples are passed over and counted.
#pragma once

#include <QtGlobal>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mesoscope::gateway {

struct Sample {
    std::string name;
    std::vector<std::pair<std::string, std::string>> labels; ///< in the order of the text
    double value = 0;                                        ///< may be infinite or NaN

    std::string_view label(std::string_view name) const; ///< empty when absent
};

struct Exposition {
    std::vector<Sample> samples;
    int badLines = 0;
};

Exposition parsePrometheus(std::string_view text);

} // namespace mesoscope::gateway
