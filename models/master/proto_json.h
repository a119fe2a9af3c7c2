// Prints the few parts of Mesos' protobuf messages that are shown as JSON on demand, the way Mesos itself prints them:
// fields in the order of their declaration, unset ones left out unless they have a default. Pure; any thread.
// Field numbers: include/mesos/v1/mesos.proto of Apache Mesos. The text of secrets is not printed.
#pragma once

#include <string>
#include <string_view>

namespace mesoscope::master {

enum class JsonPart : unsigned char { Labels, Discovery, Container, HealthCheck };

/// Empty when the bytes are not such a message.
std::string protoJson(JsonPart part, std::string_view bytes);

} // namespace mesoscope::master
