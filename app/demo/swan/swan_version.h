// Swan's app specification ("version"): validation in its own words, and the form in which it is stored.
#pragma once

#include "app/demo/marathon/json.h"

#include <string>

namespace mesoscope::demo::swan {

using Json = marathon::Json;

/// Ends a request with a plain-text answer.
struct Refusal {
    int status = 400;
    std::string text;
};

/// Decodes a body as Go does; throws 400 with the decoder's words behind the prefix.
Json decode(const std::string& body, const std::string& prefix = "");
/// Throws 400 with the first rule that is broken.
void checkVersion(const Json& version);
/// All fields that Swan keeps, in its order, with its defaults.
Json storedVersion(const Json& version, const std::string& id);

} // namespace mesoscope::demo::swan
