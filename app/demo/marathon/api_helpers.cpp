#include "app/demo/marathon/api.h"

#include "app/demo/marathon/path_id.h"

#include <algorithm>
#include <cctype>

namespace mesoscope::demo::marathon {

namespace {

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::string mediaType(const std::string& header) {
    std::string type = lower(header.substr(0, header.find(';')));
    type.erase(std::remove_if(type.begin(), type.end(), [](unsigned char c) { return std::isspace(c); }), type.end());
    return type;
}

bool acceptsJson(const std::string& header) {
    std::size_t from = 0;
    while (from <= header.size()) {
        std::size_t end = header.find(',', from);
        if (end == std::string::npos)
            end = header.size();
        const std::string type = mediaType(header.substr(from, end - from));
        if (type == "*/*" || type == "application/*" || type == "application/json" || type == "*")
            return true;
        from = end + 1;
    }
    return false;
}

} // namespace

bool Call::is(const char* method) const {
    return request.method == method || (request.method == "HEAD" && std::string(method) == "GET");
}

std::string idOf(const std::vector<std::string>& segments) {
    std::string path = "/";
    for (const auto& segment : segments)
        path += "/" + percentDecode(segment, false);
    return canonicalPath(path);
}

std::string absoluteUrl(const Core& core, const std::string& path) {
    return "http://" + core.options.address + path;
}

Response deploymentResult(const Core& core, const Plan& plan, int status, const std::string& location) {
    Response response = jsonResponse(status, Json{{"deploymentId", plan.id}, {"version", isoText(plan.version)}});
    if (!location.empty())
        response.headers.emplace_back("Location", absoluteUrl(core, location));
    response.headers.emplace_back("Marathon-Deployment-Id", plan.id);
    return response;
}

Refusal methodNotAllowed() {
    return refusal(405, "Method Not Allowed");
}

void requireJsonBody(const Call& call) {
    const std::string type = call.request.header("content-type");
    if (!type.empty() && mediaType(type) != "application/json")
        throw refusal(415, "Unsupported Media Type");
    requireJsonAccepted(call);
}

void requireJsonAccepted(const Call& call) {
    const auto [first, last] = call.request.headers.equal_range("accept");
    if (first == last)
        return;
    for (auto it = first; it != last; ++it)
        if (acceptsJson(it->second))
            return;
    throw refusal(406, "Not Acceptable");
}

Millis timeStampOf(const std::string& text) {
    const auto time = parseIso(text);
    if (!time)
        throw refusal(422, "Invalid timestamp provided '" + text + "'. Expecting ISO-8601 datetime string.");
    return *time;
}

} // namespace mesoscope::demo::marathon
