#include "app/demo/mesos/calls.h"

#include <algorithm>
#include <protozero/pbf_reader.hpp>

namespace mesoscope::demo {

namespace {

const nlohmann::ordered_json emptyObject = nlohmann::ordered_json::object();

/// A protobuf call is understood as far as its type: those that carry more are sent as JSON.
std::optional<std::string> protobufType(const std::string& body, const std::vector<std::string_view>& types) {
    try {
        protozero::pbf_reader reader(body);
        while (reader.next(1))
            if (const auto number = static_cast<std::size_t>(reader.get_enum()); number < types.size())
                return std::string(types[number]);
    } catch (const protozero::exception&) {
        return std::nullopt;
    }
    return std::nullopt;
}

bool accepts(const httplib::Request& request, std::string_view type) {
    if (!request.has_header("Accept"))
        return type == "application/json";
    const std::string accept = request.get_header_value("Accept");
    return accept.find(type) != std::string::npos ||
           (type == "application/json" &&
            (accept.find("*/*") != std::string::npos || accept.find("application/*") != std::string::npos));
}

bool readAnswerType(const httplib::Request& request, httplib::Response& response, Call& call) {
    if (accepts(request, "application/json")) {
        call.answer = Encoding::Json;
        return true;
    }
    if (accepts(request, "application/x-protobuf")) {
        call.answer = Encoding::Protobuf;
        return true;
    }
    if (accepts(request, "application/recordio") && call.type.ends_with("_SESSION"))
        return true;
    plainText(response, 406, "Expecting 'Accept' to allow 'application/x-protobuf' or 'application/json'");
    return false;
}

bool readJson(const httplib::Request& request, httplib::Response& response, Call& call,
              const std::vector<std::string_view>& types, std::string_view who) {
    call.body = nlohmann::ordered_json::parse(request.body, nullptr, false);
    if (call.body.is_discarded()) {
        plainText(response, 400, "Failed to parse body into JSON: syntax error at line 1 near: ");
        return false;
    }
    if (!call.body.is_object()) {
        plainText(response, 400, "Failed to convert JSON into Call protobuf: Expecting a JSON object");
        return false;
    }
    const auto type = call.body.find("type");
    if (type == call.body.end() || !type->is_string() ||
        std::find(types.begin() + 1, types.end(), type->get_ref<const std::string&>()) == types.end()) {
        missing(response, who, "type");
        return false;
    }
    call.type = type->get<std::string>();
    return true;
}

bool readMethod(const httplib::Request& request, httplib::Response& response) {
    if (request.method == "POST")
        return true;
    plainText(response, 405,
              "405 Method Not Allowed. Expecting one of { 'POST' }, but received '" + request.method + "'.");
    response.set_header("Allow", "POST");
    return false;
}

} // namespace

std::string Call::partName() const {
    std::string name = type;
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return name;
}

bool Call::hasPart() const {
    const auto found = body.find(partName());
    return found != body.end() && found->is_object();
}

const nlohmann::ordered_json& Call::part() const {
    return hasPart() ? *body.find(partName()) : emptyObject;
}

std::string Call::agentId() const {
    return std::string(textAt(part(), {"agent_id", "value"}));
}

std::string_view textAt(const nlohmann::ordered_json& object, std::initializer_list<const char*> path) {
    const nlohmann::ordered_json* at = &object;
    for (const char* step : path) {
        if (!at->is_object())
            return {};
        const auto found = at->find(step);
        if (found == at->end())
            return {};
        at = &*found;
    }
    return at->is_string() ? std::string_view(at->get_ref<const std::string&>()) : std::string_view();
}

void missing(httplib::Response& response, std::string_view who, const std::string& field) {
    plainText(response, 400,
              "Failed to validate " + std::string(who) + "::Call: Expecting '" + field + "' to be present");
}

std::optional<Call> readCall(const httplib::Request& request, httplib::Response& response,
                             const std::vector<std::string_view>& types, std::string_view who) {
    if (!readMethod(request, response))
        return std::nullopt;
    Call call;
    const std::string contentType = request.get_header_value("Content-Type");
    if (contentType.empty()) {
        plainText(response, 400, "Expecting 'Content-Type' to be present");
        return std::nullopt;
    }
    if (contentType == "application/x-protobuf") {
        const auto type = protobufType(request.body, types);
        if (!type) {
            plainText(response, 400, "Failed to parse body into Call protobuf");
            return std::nullopt;
        }
        call.type = *type;
        call.body = {{"type", *type}, {call.partName(), emptyObject}};
    } else if (contentType != "application/json") {
        plainText(response, 415, "Expecting 'Content-Type' of application/json or application/x-protobuf");
        return std::nullopt;
    } else if (!readJson(request, response, call, types, who)) {
        return std::nullopt;
    }
    if (!readAnswerType(request, response, call))
        return std::nullopt;
    return call;
}

void send(httplib::Response& response, Encoding encoding, std::string message) {
    const char* type = encoding == Encoding::Json ? "application/json" : "application/x-protobuf";
    if (message.size() < 1 << 20) {
        response.set_content(std::move(message), type);
        return;
    }
    const auto shared = std::make_shared<const std::string>(std::move(message));
    response.set_content_provider(shared->size(), type,
                                  [shared](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                                      constexpr std::size_t slice = 1 << 20;
                                      return sink.write(shared->data() + offset, std::min(length, slice));
                                  });
}

void sendJson(httplib::Response& response, std::string json, const httplib::Request* jsonp) {
    if (jsonp && jsonp->has_param("jsonp"))
        response.set_content(jsonp->get_param_value("jsonp") + "(" + json + ")", "text/javascript");
    else
        send(response, Encoding::Json, std::move(json));
}

} // namespace mesoscope::demo
