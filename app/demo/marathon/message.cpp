#include "app/demo/marathon/message.h"

#include <algorithm>
#include <cctype>

namespace mesoscope::demo::marathon {

namespace {

int hexValue(char c) {
    return std::isdigit(static_cast<unsigned char>(c)) ? c - '0'
                                                       : std::tolower(static_cast<unsigned char>(c)) - 'a' + 10;
}

bool isHex(const std::string& text, std::size_t at) {
    return at < text.size() && std::isxdigit(static_cast<unsigned char>(text[at]));
}

/// Anything that is no UTF-8 becomes the replacement character.
std::string validUtf8(const std::string& text) {
    const std::string quoted = Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
    return Json::parse(quoted).get<std::string>();
}

} // namespace

std::string Request::header(const std::string& lowerName) const {
    const auto found = headers.find(lowerName);
    return found == headers.end() ? std::string() : found->second;
}

std::string Response::header(const std::string& name) const {
    for (const auto& [key, value] : headers)
        if (key == name)
            return value;
    return "";
}

std::string reasonPhrase(int status) {
    static const std::map<int, std::string> phrases = {{200, "OK"},
                                                       {201, "Created"},
                                                       {202, "Accepted"},
                                                       {204, "No Content"},
                                                       {302, "Found"},
                                                       {400, "Bad Request"},
                                                       {401, "Unauthorized"},
                                                       {403, "Forbidden"},
                                                       {404, "Not Found"},
                                                       {405, "Method Not Allowed"},
                                                       {406, "Not Acceptable"},
                                                       {409, "Conflict"},
                                                       {415, "Unsupported Media Type"},
                                                       {500, "Internal Server Error"},
                                                       {503, "Service Unavailable"}};
    const auto found = phrases.find(status);
    return found == phrases.end() ? std::string() : found->second;
}

Response jsonResponse(int status, const Json& body) {
    return textResponse(status, "application/json", compact(body));
}

Response textResponse(int status, const std::string& contentType, const std::string& body) {
    Response response;
    response.status = status;
    response.reason = reasonPhrase(status);
    response.contentType = contentType;
    response.body = body;
    return response;
}

Response htmlError(int status, const std::string& reason, const std::string& path) {
    const std::string code = std::to_string(status);
    Response response = textResponse(
        status, "text/html;charset=iso-8859-1",
        "<html>\n<head>\n<meta http-equiv=\"Content-Type\" content=\"text/html;charset=utf-8\"/>\n<title>Error " +
            code + " " + reason + "</title>\n</head>\n<body><h2>HTTP ERROR " + code + "</h2>\n<p>Problem accessing " +
            path + ". Reason:\n<pre>    " + reason + "</pre></p>\n</body>\n</html>\n");
    response.reason = reason;
    response.headers.emplace_back("Cache-Control", "must-revalidate,no-cache,no-store");
    return response;
}

bool hasBrokenPercent(const std::string& text) {
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '%' && !(isHex(text, i + 1) && isHex(text, i + 2)))
            return true;
    return false;
}

std::string percentDecode(const std::string& text, bool plusIsBlank) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && isHex(text, i + 1) && isHex(text, i + 2)) {
            result += static_cast<char>(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2]));
            i += 2;
        } else if (text[i] == '+' && plusIsBlank) {
            result += ' ';
        } else {
            result += text[i];
        }
    }
    return validUtf8(result);
}

Query::Query(const std::string& text) {
    std::size_t from = 0;
    while (from <= text.size() && !text.empty()) {
        std::size_t end = text.find('&', from);
        if (end == std::string::npos)
            end = text.size();
        const std::string pair = text.substr(from, end - from);
        const std::size_t equals = pair.find('=');
        if (!pair.empty())
            values_.emplace(percentDecode(pair.substr(0, equals), true),
                            equals == std::string::npos ? std::string() : percentDecode(pair.substr(equals + 1), true));
        from = end + 1;
    }
}

std::vector<std::string> Query::all(const std::string& name) const {
    std::vector<std::string> result;
    const auto [first, last] = values_.equal_range(name);
    for (auto it = first; it != last; ++it)
        result.push_back(it->second);
    return result;
}

std::string Query::value(const std::string& name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::string() : found->second;
}

bool Query::flag(const std::string& name, bool fallback) const {
    if (!has(name))
        return fallback;
    std::string text = value(name);
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text == "true";
}

} // namespace mesoscope::demo::marathon
