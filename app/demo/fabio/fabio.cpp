#include "app/demo/fabio/fabio.h"

#include "app/demo/fabio/config_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace mesoscope::demo::fabio {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* jsonType = "application/json; charset=utf-8";
constexpr const char* textType = "text/plain; charset=utf-8";

/// Go's http.Error: the text with a line end, and no sniffing.
void httpError(httplib::Response& response, int status, const std::string& text) {
    response.status = status;
    response.set_header("X-Content-Type-Options", "nosniff");
    response.set_content(text + '\n', textType);
}

bool wants(const httplib::Request& request, const char* parameter) {
    return request.has_param(parameter);
}

Json targetJson(const Route& route, const Target& target) {
    Json entry{{"service", target.service}, {"host", route.host},     {"path", route.path},     {"src", route.source()},
               {"dst", target.destination}, {"opts", target.options}, {"weight", target.weight}};
    if (target.weight == 1)
        entry["weight"] = 1;
    if (target.weight == 0)
        entry["weight"] = 0;
    if (!target.tags.empty())
        entry["tags"] = target.tags;
    entry["cmd"] = "route add";
    entry["rate1"] = 0;
    entry["pct99"] = 0;
    return entry;
}

} // namespace

Fabio::Fabio(World& world) : world_(world), traffic_([&world] { return world.random(); }) {
    timer_ = world_.schedule(1, [this] { tick(); });
}

Fabio::~Fabio() {
    world_.cancel(timer_);
}

void Fabio::tick() {
    refresh();
    const double seconds = stepSeconds();
    traffic_.run(table_, world_.now(), seconds, [this](const Target& target) -> std::optional<Answering> {
        const auto task = taskByDestination_.find(target.destination);
        const std::optional<Behaviour> behaviour =
            task == taskByDestination_.end() ? std::nullopt : world_.behaviour(task->second);
        if (!behaviour)
            return std::nullopt;
        return Answering{behaviour->latencyMs, behaviour->errorShare};
    });
    timer_ = world_.schedule(seconds, [this] { tick(); });
}

double Fabio::stepSeconds() const {
    // A step looks at every instance: in a cluster of hundreds of thousands they become rarer, not more expensive.
    return std::max(1.0, std::ceil(static_cast<double>(taskByDestination_.size()) / 10000));
}

std::string Fabio::registryCommands() {
    std::string commands;
    taskByDestination_.clear();
    for (const Service& service : world_.services()) {
        for (const ServiceInstance& instance : service.instances) {
            const std::string destination = "http://" + instance.host + ':' + std::to_string(instance.port) + '/';
            taskByDestination_[destination] = instance.taskId;
            commands += "route add " + service.name + ' ' + service.prefix + ' ' + destination;
            std::string tags;
            for (const std::string& tag : service.tags)
                tags += (tags.empty() ? "" : ",") + tag;
            if (!tags.empty())
                commands += " tags \"" + tags + '"';
            if (!service.options.empty())
                commands += " opts \"" + service.options + '"';
            commands += '\n';
        }
    }
    return commands;
}

void Fabio::refresh() {
    if (const std::uint64_t version = world_.servicesVersion(); version != registryVersion_) {
        registryVersion_ = version;
        registry_ = registryCommands();
    }
    std::string commands = registry_;
    for (const auto& [path, entry] : overrides_)
        commands += entry.value + '\n';
    if (commands == commands_)
        return;
    commands_ = commands;
    ParseError error;
    if (std::optional<Table> next = parseTable(commands, error)) {
        table_ = std::move(*next);
        frozenBy_.clear();
    } else {
        frozenBy_ = error.text;
    }
}

void Fabio::setManual(const std::string& path, const std::string& value) {
    const World::Lock lock = world_.lock();
    overrides_[path] = {value, ++index_};
    refresh();
}

void Fabio::handleApi(const httplib::Request& request, httplib::Response& response) {
    const World::Lock lock = world_.lock();
    const std::string& path = request.path;
    if (path == "/health")
        response.set_content("OK\n", textType);
    else if (path == "/api/version")
        response.set_content("1.6.3", textType);
    else if (path == "/api/config")
        response.set_content(wants(request, "pretty") ? configJson : Json::parse(configJson).dump(), jsonType);
    else if (path == "/api/routes")
        routes(request, response);
    else if (path == "/api/manual" || path.rfind("/api/manual/", 0) == 0)
        manual(request, response);
    else if (path == "/api/paths")
        paths(request, response);
    else if (path == "/routes")
        response.set_content(
            "<!doctype html>\n<html><head><title>fabio</title></head><body><h1>Routing Table</h1></body></html>\n",
            "text/html; charset=utf-8");
    else {
        response.status = 303;
        response.set_header("Location", "/routes");
        response.set_content(request.method == "GET" ? "<a href=\"/routes\">See Other</a>.\n\n" : "",
                             "text/html; charset=utf-8");
    }
}

void Fabio::paths(const httplib::Request& request, httplib::Response& response) {
    if (request.method != "GET") {
        httpError(response, 405, "not allowed");
        return;
    }
    Json names = Json::array();
    for (const auto& [name, entry] : overrides_)
        names.push_back(name);
    response.set_content(names.empty() ? "null" : names.dump(), jsonType);
}

void Fabio::routes(const httplib::Request& request, httplib::Response& response) {
    if (wants(request, "raw")) {
        response.set_content(table_.raw(), textType);
        return;
    }
    Json list = Json::array();
    for (const Route& route : table_.routes) {
        for (const Target& target : route.targets)
            list.push_back(targetJson(route, target));
    }
    if (list.empty())
        list = nullptr;
    response.set_content(wants(request, "pretty") ? list.dump(4) : list.dump(), jsonType);
}

void Fabio::manual(const httplib::Request& request, httplib::Response& response) {
    // fabio takes everything behind /api/manual, the query included, as part of the key.
    const std::string key = request.target.substr(std::string("/api/manual").size());
    if (request.method == "PUT") {
        putManual(key, request, response);
        return;
    }
    if (request.method != "GET") {
        httpError(response, 405, "not allowed");
        return;
    }
    const auto entry = overrides_.find(key);
    const Json body{{"value", entry == overrides_.end() ? "" : entry->second.value},
                    {"version", std::to_string(entry == overrides_.end() ? index_ : entry->second.version)}};
    response.set_content(body.dump(), jsonType);
}

void Fabio::putManual(const std::string& path, const httplib::Request& request, httplib::Response& response) {
    const Json body = Json::parse(request.body, nullptr, false);
    if (body.is_discarded() || !body.is_object()) {
        const char first = request.body.size() > 1 ? request.body[1] : '?';
        httpError(response, 400,
                  std::string("invalid character '") + first + "' looking for beginning of object key string");
        return;
    }
    const Json version = body.value("version", Json("0"));
    if (!version.is_string()) {
        httpError(response, 400,
                  "json: invalid use of ,string struct tag, trying to unmarshal unquoted value into uint64");
        return;
    }
    const std::uint64_t seen = std::strtoull(version.get<std::string>().c_str(), nullptr, 10);
    const auto known = overrides_.find(path);
    if (known != overrides_.end() && known->second.version != seen) {
        httpError(response, 409, "version mismatch");
        return;
    }
    overrides_[path] = {body.value("value", std::string()), ++index_};
    refresh();
    response.status = 200;
}

void Fabio::handleMetrics(const httplib::Request& request, httplib::Response& response) {
    const World::Lock lock = world_.lock();
    if (request.path != "/metrics") {
        response.status = 404;
        response.set_content("404 page not found\n", textType);
        return;
    }
    response.set_content(traffic_.prometheus(), "text/plain; version=0.0.4; charset=utf-8");
}

} // namespace mesoscope::demo::fabio
