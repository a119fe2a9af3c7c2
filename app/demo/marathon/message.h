// Requests and answers of the demo Marathon, free of sockets.
#pragma once

#include "app/demo/marathon/json.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace mesoscope::demo::marathon {

struct Request {
    std::string method = "GET";
    /// Path and query as they came, not decoded: "/v2/apps/a%2Fb?force=true".
    std::string target = "/";
    /// Names in lower case.
    std::multimap<std::string, std::string> headers;
    std::string body;
    std::string remoteAddress = "127.0.0.1";

    /// First value of a header, "" when absent.
    std::string header(const std::string& lowerName) const;
};

struct Response {
    int status = 200;
    /// The phrase of the status line.
    std::string reason;
    /// Without Content-Type and Content-Length.
    std::vector<std::pair<std::string, std::string>> headers;
    /// Empty: no such header.
    std::string contentType;
    std::string body;

    std::string header(const std::string& name) const;
};

/// The phrase that Jetty puts behind a status (422 has none).
std::string reasonPhrase(int status);
Response jsonResponse(int status, const Json& body);
Response textResponse(int status, const std::string& contentType, const std::string& body);
/// Jetty's own error page.
Response htmlError(int status, const std::string& reason, const std::string& path);

/// Percent decoding; bytes that are no UTF-8 become U+FFFD. plusIsBlank: in queries.
std::string percentDecode(const std::string& text, bool plusIsBlank);
bool hasBrokenPercent(const std::string& text);

/// Query parameters, repeatable.
class Query {
public:
    Query() = default;
    explicit Query(const std::string& text);
    std::vector<std::string> all(const std::string& name) const;
    bool has(const std::string& name) const { return values_.count(name) > 0; }
    std::string value(const std::string& name) const;
    const std::multimap<std::string, std::string>& pairs() const { return values_; }
    /// As Java reads booleans: only "true" in any case is true.
    bool flag(const std::string& name, bool fallback = false) const;

private:
    std::multimap<std::string, std::string> values_;
};

} // namespace mesoscope::demo::marathon
