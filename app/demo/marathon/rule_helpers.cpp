#include "app/demo/marathon/app_rules.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstring>
#include <regex>

namespace mesoscope::demo::marathon {

bool RoleSettings::allows(const std::string& role) const {
    return std::find(validRoles.begin(), validRoles.end(), role) != validRoles.end();
}

std::string RoleSettings::refusalOf(const std::string& role) const {
    std::string list;
    for (const auto& valid : validRoles)
        list += (list.empty() ? "" : ", ") + valid;
    return "got " + role + ", expected one of: [" + list + "]";
}

bool isDocker(const Json& app) {
    const Json* container = member(app, "container");
    return container && textOf(*container, "type") == "DOCKER";
}

bool isMesosEngine(const Json& app) {
    const Json* container = member(app, "container");
    return container && textOf(*container, "type") == "MESOS";
}

bool hasVolume(const Json& app, const char* kind) {
    const Json* container = member(app, "container");
    if (!container)
        return false;
    const Json& volumes = listOf(*container, "volumes");
    return std::any_of(volumes.begin(), volumes.end(), [&](const Json& volume) { return volume.contains(kind); });
}

std::size_t portCount(const Json& app) {
    if (const Json* mappings = member(app, "container", "portMappings"))
        return mappings->size();
    return listOf(app, "portDefinitions").size();
}

std::string indexedPath(const std::string& path, std::size_t index) {
    return path + "(" + std::to_string(index) + ")";
}

std::string featureMissing(const std::string& feature) {
    return "Feature " + feature + " is not enabled. Enable with --enable_features " + feature + ")";
}

std::string javaDouble(double value) {
    return Json(value).dump();
}

bool isUri(const std::string& text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c <= 32 || c == 127 || std::strchr("\"<>\\^`{|}", c))
            return false;
        if (c == '%' && (i + 2 >= text.size() || !std::isxdigit(static_cast<unsigned char>(text[i + 1])) ||
                         !std::isxdigit(static_cast<unsigned char>(text[i + 2]))))
            return false;
    }
    if (std::count(text.begin(), text.end(), '#') > 1)
        return false;
    const std::size_t colon = text.find(':');
    const std::size_t other = text.find_first_of("/?#");
    if (colon == std::string::npos || (other != std::string::npos && other < colon))
        return true;
    if (colon == 0 || !std::isalpha(static_cast<unsigned char>(text[0])) || colon + 1 == text.size())
        return false;
    const auto schemeCharacter = [](unsigned char c) { return std::isalnum(c) || c == '+' || c == '-' || c == '.'; };
    if (!std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), schemeCharacter))
        return false;
    return text.compare(colon, std::string::npos, "://") != 0;
}

bool isRegularExpression(const std::string& text) {
    // Java's own constructs that the standard library does not know are taken as they are.
    for (const char* construct : {"(?", "\\p", "\\P", "\\Q", "\\A", "\\z", "\\Z", "*+", "++", "?+"})
        if (text.find(construct) != std::string::npos)
            return std::count(text.begin(), text.end(), '(') == std::count(text.begin(), text.end(), ')');
    try {
        const std::regex compiled(text);
        return true;
    } catch (const std::regex_error&) {
        return false;
    }
}

bool isJavaInt(const std::string& text) {
    const std::string digits = !text.empty() && text[0] == '+' ? text.substr(1) : text;
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return !digits.empty() && error == std::errc() && end == digits.data() + digits.size() &&
           !(text[0] == '+' && digits[0] == '-');
}

bool isLabelText(const std::string& text) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !text.empty() && plain(text.front()) && plain(text.back()) &&
           std::all_of(text.begin(), text.end(), [&](char c) { return plain(c) || c == '-'; });
}

} // namespace mesoscope::demo::marathon
