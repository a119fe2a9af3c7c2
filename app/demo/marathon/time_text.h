// Time stamps as Marathon writes and reads them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace mesoscope::demo::marathon {

/// Milliseconds since 1970 UTC.
using Millis = std::int64_t;

/// 2020-05-04T10:11:12.345Z
std::string isoText(Millis time);
/// The same with nine decimals, as inside specReference of a pod.
std::string isoTextNanos(Millis time);
/// Any ISO-8601 offset date-time; nothing for other texts.
std::optional<Millis> parseIso(const std::string& text);
/// Mon, 23 Nov 2026 18:16:42 GMT
std::string httpDate(Millis time);

} // namespace mesoscope::demo::marathon
