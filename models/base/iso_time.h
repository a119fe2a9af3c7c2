// Time stamps as schedulers write them: ISO 8601 with any number of decimals, "Z" or an offset. Pure; any thread.
#pragma once

#include <QtGlobal>

#include <string_view>

namespace mesoscope::base {

/// Milliseconds since the epoch; 0 for anything that is no date with time. More than three decimals are cut.
qint64 msFromIso(std::string_view text);

} // namespace mesoscope::base
