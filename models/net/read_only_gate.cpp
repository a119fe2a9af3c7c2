#include "models/net/read_only_gate.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace mesoscope::net {

namespace {

using std::string_view_literals::operator""sv;

// master/master.proto and agent/agent.proto: the calls without an effect on the cluster.
constexpr std::array readCalls{
    "GET_HEALTH"sv,
    "GET_FLAGS"sv,
    "GET_VERSION"sv,
    "GET_METRICS"sv,
    "GET_LOGGING_LEVEL"sv,
    "LIST_FILES"sv,
    "READ_FILE"sv,
    "GET_STATE"sv,
    "GET_AGENTS"sv,
    "GET_FRAMEWORKS"sv,
    "GET_EXECUTORS"sv,
    "GET_OPERATIONS"sv,
    "GET_TASKS"sv,
    "GET_ROLES"sv,
    "GET_WEIGHTS"sv,
    "GET_MASTER"sv,
    "SUBSCRIBE"sv,
    "GET_QUOTA"sv,
    "GET_MAINTENANCE_STATUS"sv,
    "GET_MAINTENANCE_SCHEDULE"sv,
    "GET_CONTAINERS"sv,
    "GET_AGENT"sv,
    "GET_RESOURCE_PROVIDERS"sv,
};

/// Every "type" has to be a read: which of two equal keys a server takes is its own affair.
bool onlyReadTypes(const QByteArray& body) {
    simdjson::ondemand::parser parser;
    const simdjson::padded_string padded(body.constData(), std::size_t(body.size()));
    simdjson::ondemand::document document;
    simdjson::ondemand::object object;
    if (parser.iterate(padded).get(document) || document.get_object().get(object))
        return false;
    int types = 0;
    for (auto member : object) {
        std::string_view key;
        if (member.unescaped_key().get(key))
            return false;
        if (key != "type")
            continue;
        std::string_view type;
        if (member.value().get_string().get(type) ||
            std::find(readCalls.begin(), readCalls.end(), type) == readCalls.end())
            return false;
        ++types;
    }
    return types > 0;
}

} // namespace

bool isRead(const QByteArray& method, const QUrl& url, const QByteArray& body) {
    if (method == "GET" || method == "HEAD")
        return true;
    return method == "POST" && url.path().endsWith(QLatin1String("/api/v1")) && onlyReadTypes(body);
}

} // namespace mesoscope::net
