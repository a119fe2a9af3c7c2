// Swan's answers: JSON for what went well, plain text for what did not.
#pragma once

#include "app/demo/marathon/message.h"
#include "app/demo/swan/swan_version.h"

#include <string>

namespace mesoscope::demo::swan {

marathon::Response plain(int status, const std::string& text);
marathon::Response notFoundPage();
marathon::Response json(int status, const Json& body);
marathon::Response accepted();
marathon::Response empty(int status);
/// Seconds since the epoch as Swan writes times.
std::string timeText(double time);

} // namespace mesoscope::demo::swan
