// Reads JSON text with the complaints of the parser that Marathon uses (Jackson), word for word.
#pragma once

#include "app/demo/marathon/json.h"

#include <string>

namespace mesoscope::demo::marathon {

/// The value; throws a 400 Refusal whose details are the parser's sentence. An empty body has its own message.
Json parseBody(const std::string& body);

} // namespace mesoscope::demo::marathon
