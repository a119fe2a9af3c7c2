#include "app/demo/marathon/path_id.h"

#include <algorithm>

namespace mesoscope::demo::marathon {

namespace {

bool isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool isLabel(const std::string& text) {
    return !text.empty() && isNameCharacter(text.front()) && isNameCharacter(text.back()) &&
           std::all_of(text.begin(), text.end(), [](char c) { return isNameCharacter(c) || c == '-'; });
}

bool isDottedName(const std::string& text) {
    std::size_t from = 0;
    while (true) {
        const std::size_t dot = text.find('.', from);
        if (!isLabel(text.substr(from, dot == std::string::npos ? dot : dot - from)))
            return false;
        if (dot == std::string::npos)
            return true;
        from = dot + 1;
    }
}

std::string joined(const std::vector<std::string>& parts) {
    std::string result;
    for (const auto& part : parts)
        result += "/" + part;
    return result.empty() ? "/" : result;
}

} // namespace

std::vector<std::string> segments(const std::string& path) {
    std::vector<std::string> parts;
    std::size_t from = 0;
    while (from <= path.size()) {
        std::size_t slash = path.find('/', from);
        if (slash == std::string::npos)
            slash = path.size();
        if (slash > from)
            parts.push_back(path.substr(from, slash - from));
        from = slash + 1;
    }
    return parts;
}

std::string canonicalPath(const std::string& path, const std::string& base) {
    std::vector<std::string> result;
    if (path.empty() || path.front() != '/')
        result = segments(base);
    for (const auto& part : segments(path)) {
        if (part == "..") {
            if (!result.empty())
                result.pop_back();
        } else if (part != ".") {
            result.push_back(part);
        }
    }
    return joined(result);
}

std::string parentOf(const std::string& absolute) {
    const std::size_t slash = absolute.rfind('/');
    return slash == 0 || slash == std::string::npos ? "/" : absolute.substr(0, slash);
}

bool isTopLevel(const std::string& absolute) {
    return absolute.size() > 1 && absolute.find('/', 1) == std::string::npos;
}

std::string topName(const std::string& absolute) {
    return absolute.size() < 2 ? std::string() : absolute.substr(1, absolute.find('/', 1) - 1);
}

bool isBelow(const std::string& path, const std::string& group) {
    if (group == "/")
        return path != "/";
    return path.size() > group.size() && path[group.size()] == '/' && path.compare(0, group.size(), group) == 0;
}

std::string safePath(const std::string& absolute) {
    std::string result = absolute.substr(1);
    std::replace(result.begin(), result.end(), '/', '_');
    return result;
}

std::string pathOfSafe(const std::string& safe) {
    std::string result = "/" + safe;
    std::replace(result.begin(), result.end(), '_', '/');
    return result;
}

bool isPathIdText(const std::string& text) {
    const auto parts = segments(text);
    return std::all_of(parts.begin(), parts.end(),
                       [](const std::string& part) { return part == ".." || isDottedName(part); });
}

bool isLegalSegment(const std::string& segment) {
    return segment == "." || segment == ".." || isDottedName(segment);
}

} // namespace mesoscope::demo::marathon
