#include "app/demo/marathon/violations.h"

#include <algorithm>

namespace mesoscope::demo::marathon {

void Violations::add(const std::string& path, const std::string& text) {
    const auto same =
        std::find_if(entries_.begin(), entries_.end(), [&](const auto& entry) { return entry.first == path; });
    if (same == entries_.end())
        entries_.push_back({path, {text}});
    else
        same->second.push_back(text);
}

Json Violations::details() const {
    Json list = Json::array();
    for (const auto& [path, texts] : entries_)
        list.push_back(Json{{"path", path}, {"errors", texts}});
    return list;
}

Refusal refusal(int status, const std::string& message) {
    Refusal result;
    result.status = status;
    result.body = Json{{"message", message}};
    return result;
}

Refusal notFound(const std::string& message) {
    Refusal result = refusal(404, message);
    result.body["details"] = Json::array();
    return result;
}

Refusal invalidObject(const Violations& violations) {
    Refusal result = refusal(422, "Object is not valid");
    result.body["details"] = violations.details();
    return result;
}

Refusal invalidJson(const Violations& violations) {
    Refusal result = refusal(422, "Invalid JSON");
    result.body["details"] = violations.details();
    return result;
}

void throwIfInvalid(const Violations& violations) {
    if (!violations.empty())
        throw invalidObject(violations);
}

} // namespace mesoscope::demo::marathon
