// The JSON value used by the demo Marathon: keys keep their order, as clients see them from the real server.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace mesoscope::demo::marathon {

using Json = nlohmann::ordered_json;

/// The member or nullptr; never throws, whatever the value is.
const Json* member(const Json& object, const char* key);
/// Member of a member, nullptr as soon as one is missing.
const Json* member(const Json& object, const char* key, const char* inner);
/// Elements of a list member; an empty list when it is missing.
const Json& listOf(const Json& object, const char* key);
/// The text of a member, "" when missing or no text.
std::string textOf(const Json& object, const char* key);
/// Number of a member, or the fallback.
double numberOf(const Json& object, const char* key, double fallback = 0);
/// Compact text; invalid UTF-8 is replaced instead of thrown at.
std::string compact(const Json& value);
/// Whole doubles become integers, at any depth: events and pod statuses print 1 where app answers print 1.0.
Json withPlainNumbers(const Json& value);

} // namespace mesoscope::demo::marathon
