// The Prometheus text exposition format, version 0.0.4 (and the parts of OpenMetrics that look like it). Pure; any
// thread. A reader takes line after line; those that are no samples are told apart.
#pragma once

#include <QtGlobal>

#include <optional>
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

/// One line of samples; nothing when it is none.
std::optional<Sample> parseSample(std::string_view line);

/// A sample cut in two without reading it. The series stands as it is written: a writer spells it alike every time, so
/// readers that come again and again find by it what they know already.
struct RawSample {
    std::string_view series;
    std::string_view value; ///< with what may follow it
};
/// The series is empty when the line is no sample.
RawSample rawSample(std::string_view line);
/// Of the first word; false when it is no number.
bool parseValue(std::string_view text, double& out);

/// Takes the next line that is neither blank nor a comment; empty at the end.
std::string_view takeLine(std::string_view& text);

} // namespace mesoscope::gateway
