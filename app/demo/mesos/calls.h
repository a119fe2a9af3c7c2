// What a v1 API call may look like and what a server says when it does not: shared by master and agents.
#pragma once

#include "app/demo/http/server.h"
#include "app/demo/mesos/event_hub.h"

#include <nlohmann/json.hpp>
#include <optional>

namespace mesoscope::demo {

struct Call {
    std::string type;
    nlohmann::ordered_json body; ///< the whole call
    Encoding answer = Encoding::Json;

    /// The call's own part, "get_metrics" for GET_METRICS; an empty object if it is absent.
    const nlohmann::ordered_json& part() const;
    bool hasPart() const;
    std::string partName() const;
    /// part().agent_id.value
    std::string agentId() const;
};

/// Checks method, content type, body and accepted types in Mesos' order; on failure response holds the error already.
/// types: what this server knows. who: "master" or "agent".
std::optional<Call> readCall(const httplib::Request& request, httplib::Response& response,
                             const std::vector<std::string_view>& types, std::string_view who);

/// 400 "Failed to validate master::Call: Expecting 'x' to be present".
void missing(httplib::Response& response, std::string_view who, const std::string& field);

void send(httplib::Response& response, Encoding encoding, std::string message);
/// Big answers are sent from one shared buffer, in pieces.
void sendJson(httplib::Response& response, std::string json, const httplib::Request* jsonp = nullptr);

std::string_view textAt(const nlohmann::ordered_json& object, std::initializer_list<const char*> path);

} // namespace mesoscope::demo
