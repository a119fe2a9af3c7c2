#include "app/demo/marathon/marathon.h"

#include "app/demo/marathon/api.h"
#include "app/demo/marathon/app_model.h"
#include "app/demo/marathon/app_normalize.h"
#include "app/demo/marathon/core.h"
#include "app/demo/marathon/deployments.h"
#include "app/demo/marathon/group_manager.h"
#include "app/demo/marathon/launcher.h"
#include "app/demo/marathon/path_id.h"
#include "app/demo/marathon/raml_types.h"
#include "app/demo/marathon/tracker.h"
#include "app/demo/marathon/world_port.h"

#include <algorithm>

namespace mesoscope::demo::marathon {

namespace {

/// A path without matrix parameters (";v=1"), split but not decoded.
std::vector<std::string> pathSegments(const std::string& path) {
    std::vector<std::string> parts = segments(path);
    for (auto& part : parts)
        part = part.substr(0, part.find(';'));
    parts.erase(std::remove(parts.begin(), parts.end(), std::string()), parts.end());
    return parts;
}

bool startsWith(const std::string& text, const std::string& prefix) {
    return text.compare(0, prefix.size(), prefix) == 0;
}

/// The resource's own name may not be preceded or split by doubled slashes.
bool isResource(const std::string& path, const std::string& name) {
    return startsWith(path, name) &&
           (path.size() == name.size() || path[name.size()] == '/' || path[name.size()] == ';');
}

Response redirect(const std::string& location) {
    Response response;
    response.status = 302;
    response.reason = reasonPhrase(302);
    response.headers.emplace_back("Location", location);
    return response;
}

Response emptyFailure(const std::string& reason) {
    Response response;
    response.status = 500;
    response.reason = reason;
    return response;
}

struct Route {
    const char* prefix;
    Response (*handler)(const Call&);
    /// Parts behind the prefix belong to the resource.
    bool deep;
};

const Route routes[] = {{"/v2/apps", appsRoute, true},       {"/v2/groups", groupsRoute, true},
                        {"/v2/tasks", tasksRoute, true},     {"/v2/deployments", deploymentsRoute, true},
                        {"/v2/queue", queueRoute, true},     {"/v2/pods", podsRoute, true},
                        {"/v2/info", infoRoute, false},      {"/v2/leader", leaderRoute, false},
                        {"/v2/plugins", pluginsRoute, true}, {"/ping", pingRoute, false},
                        {"/logging", loggingRoute, false}};

std::vector<std::string> tailBehind(const std::string& path, const std::string& prefix) {
    return pathSegments(path.substr(prefix.size()));
}

Response frontRoute(const Call& call, const std::string& path) {
    if (path == "/")
        return redirect(absoluteUrl(call.core, "/ui/"));
    if (path == "/ui")
        return redirect("/ui/");
    if (path == "/help")
        return redirect("api-console/index.html");
    for (const char* files : {"/ui/", "/api-console/", "/public/"})
        if (startsWith(path, files))
            return htmlError(404, "Not Found", path);
    if (path == "/metrics")
        return metricsRoute(call, false);
    if (path == "/metrics/prometheus")
        return metricsRoute(call, true);
    if (path == "/config")
        return textResponse(200, "application/json",
                            "{\n    # effective configuration of the demo process\n    \"marathon\" : {\n        "
                            "\"plugins\" : []\n    }\n}\n");
    throw refusal(500, "URI not found");
}

Response route(Call& call, const std::string& path) {
    if (call.request.method == "OPTIONS")
        return path == "*" ? throw refusal(500, "URI not found") : emptyFailure("Request failed.");
    for (const Route& entry : routes) {
        if (!isResource(path, entry.prefix))
            continue;
        call.tail = tailBehind(path, entry.prefix);
        if (!entry.deep && !call.tail.empty())
            break;
        return entry.handler(call);
    }
    return frontRoute(call, path);
}

Response refused(const Refusal& refusal) {
    Response response = textResponse(refusal.status, refusal.contentType, compact(refusal.body));
    for (const auto& [name, value] : refusal.headers)
        response.headers.emplace_back(name, value);
    return response;
}

void addLeaderHeaders(Response& response, const Core& core, const std::string& method) {
    auto& headers = response.headers;
    const bool ownCache = !response.header("Cache-Control").empty();
    headers.emplace_back("X-Marathon-Leader", "http://" + core.options.address);
    headers.emplace_back("X-Frame-Options", "DENY");
    headers.emplace_back("X-XSS-Protection", "1; mode=block");
    if (!ownCache)
        headers.emplace_back("Cache-Control", "no-cache, no-store, must-revalidate");
    headers.emplace_back("Pragma", "no-cache");
    headers.emplace_back("Expires", "0");
    if (response.status == 200 && method == "GET" && !response.contentType.empty())
        headers.emplace_back("Vary", "Accept-Encoding, User-Agent");
}

} // namespace

struct Marathon::Impl {
    Impl(World& theWorld, const MarathonOptions& options)
        : world(theWorld), port(theWorld, options), core(port, options) {
        port.listenConnection([this](bool connected) {
            if (!connected)
                core.events.publish("scheduler_disconnected_event", Json::object());
            else
                core.events.publish("scheduler_reregistered_event", Json{{"master", "127.0.0.1"}});
        });
    }

    void abdicate() {
        core.after(500, [this] {
            core.launcher->repair();
            if (streamsMustEnd)
                streamsMustEnd();
        });
    }

    World& world;
    WorldPort port;
    Core core;
    std::function<void()> streamsMustEnd;
};

Marathon::Marathon(World& world, const MarathonOptions& options) {
    const auto lock = world.lock();
    impl_ = std::make_unique<Impl>(world, options);
    world.setServiceSource(this);
}

Marathon::~Marathon() {
    World& world = impl_->world;
    const auto lock = world.lock();
    world.setServiceSource(nullptr);
    impl_.reset();
}

void Marathon::setAddress(const std::string& address) {
    const auto lock = impl_->world.lock();
    impl_->core.options.address = address;
}

std::string Marathon::frameworkId() const {
    return impl_->port.frameworkId();
}

void Marathon::onStreamsMustEnd(std::function<void()> callback) {
    const auto lock = impl_->world.lock();
    impl_->streamsMustEnd = std::move(callback);
}

Response Marathon::handle(const Request& request) {
    const std::string target = request.target.substr(0, request.target.find('#'));
    const std::size_t question = target.find('?');
    const std::string path = target.substr(0, question);
    if (hasBrokenPercent(path)) {
        Response bad =
            textResponse(400, "text/html;charset=iso-8859-1", "<h1>Bad Message 400</h1><pre>reason: Bad Request</pre>");
        bad.headers.emplace_back("Connection", "close");
        return bad;
    }
    const auto lock = impl_->world.lock();
    Core& core = impl_->core;
    Call call{core,
              request,
              Query(question == std::string::npos ? std::string() : target.substr(question + 1)),
              {},
              percentDecode(path, false)};
    Response response;
    try {
        response = route(call, path);
        if (request.method == "DELETE" && isResource(path, "/v2/leader") && response.status == 200)
            impl_->abdicate();
    } catch (const Refusal& refusal) {
        response = refused(refusal);
    } catch (const std::exception& failure) {
        response = jsonResponse(500, Json{{"message", failure.what()}});
    }
    core.settle();
    addLeaderHeaders(response, core, request.method);
    return response;
}

void Marathon::adopt(const std::vector<InitialApp>& apps) {
    const auto lock = impl_->world.lock();
    Core& core = impl_->core;
    Millis newest = 0;
    std::vector<SpecPtr> specs;
    for (const auto& app : apps) {
        // An app is older than its oldest task.
        const double oldest =
            app.ageSeconds.empty() ? 3600 : *std::max_element(app.ageSeconds.begin(), app.ageSeconds.end());
        const Millis version = core.nextVersion() - static_cast<Millis>((oldest + 120) * 1000);
        newest = std::max(newest, version);
        const Json parsed = parseRaml(appType(), Json::parse(app.document));
        const RoleSettings roles = core.groups->rolesFor(app.id, false);
        specs.push_back(makeApp(toStored(normalizeApp(parsed, core.options, roles)),
                                VersionInfo{version, version, version, false, false}));
    }
    core.groups->adopt(specs, newest);
    std::map<std::uint32_t, std::shared_ptr<const AgentInfo>> agents;
    for (const auto& app : apps) {
        const SpecPtr spec = findApp(core.groups->root().tree, app.id);
        for (std::size_t i = 0; i < app.placement.size(); ++i) {
            const Agent& agent = *impl_->world.agents()[app.placement[i]];
            auto& info = agents[app.placement[i]];
            if (!info)
                info = core.tracker->agentInfo(impl_->port.view(agent));
            InitialTask task{agent.id, agent.freePorts(spec->hostPorts.size()), agent.ip,
                             core.now() - static_cast<Millis>(app.ageSeconds[i] * 1000)};
            const std::string id = core.tracker->adopt(spec, task, info);
            impl_->port.placeRunning(*spec, id, app.placement[i], task.ports, app.ageSeconds[i]);
        }
    }
    ++core.changes;
}

Marathon::StreamDecision Marathon::openStream(const Request& request) {
    StreamDecision decision;
    const std::string path = request.target.substr(0, request.target.find('?'));
    const auto lock = impl_->world.lock();
    const auto [first, last] = request.headers.equal_range("accept");
    const bool exact =
        std::any_of(first, last, [](const auto& header) { return header.second == "text/event-stream"; });
    if (request.method == "OPTIONS") {
        decision.answer.reason = reasonPhrase(200);
        decision.answer.headers.emplace_back("Allow", "GET, HEAD, OPTIONS");
    } else if (request.method != "GET" || !exact) {
        const std::string method = request.method == "HEAD" ? "GET" : request.method;
        decision.answer = htmlError(405, "HTTP method " + method + " is not supported by this URL", path);
        // Jetty sends its page only to those who take HTML.
        const bool html = first == last || std::any_of(first, last, [](const auto& header) {
                              return header.second.find("text/html") != std::string::npos ||
                                     header.second.find("*/*") != std::string::npos ||
                                     header.second.find("text/*") != std::string::npos;
                          });
        if (!html) {
            decision.answer.contentType.clear();
            decision.answer.body.clear();
        }
    } else {
        decision.stream = true;
        decision.answer.reason = reasonPhrase(200);
        decision.answer.contentType = "text/event-stream;charset=utf-8";
        const std::size_t question = request.target.find('?');
        const Query query(question == std::string::npos ? std::string() : request.target.substr(question + 1));
        decision.types = query.all("event_type");
        decision.filtered = query.has("event_type");
    }
    addLeaderHeaders(decision.answer, impl_->core, "");
    return decision;
}

int Marathon::subscribe(const StreamDecision& decision, const std::string& remoteAddress, FrameListener listener) {
    const auto lock = impl_->world.lock();
    const auto wanted = decision.types;
    const bool filtered = decision.filtered;
    const int id = impl_->core.events.subscribe(
        [wanted, filtered, listener = std::move(listener)](const std::string& type, const std::string& payload) {
            if (!filtered || std::find(wanted.begin(), wanted.end(), type) != wanted.end())
                listener("event: " + type + "\r\ndata: " + payload + "\r\n\r\n");
        });
    impl_->core.events.publish("event_stream_attached", Json{{"remoteAddress", remoteAddress}});
    return id;
}

void Marathon::unsubscribe(int id, const std::string& remoteAddress) {
    const auto lock = impl_->world.lock();
    impl_->core.events.unsubscribe(id);
    impl_->core.events.publish("event_stream_detached", Json{{"remoteAddress", remoteAddress}});
}

std::uint64_t Marathon::servicesVersion() const {
    return impl_->core.changes;
}

namespace {

/// The routes that an app's labels ask for, as tags in a registry would: "host/path options". Understood are
/// urlprefix=/path, urlprefix-/path=options, and any label whose value lists tags (FABIO=urlprefix-/path).
std::vector<std::string> routesOf(const Json& labels) {
    static const std::string prefix = "urlprefix-";
    std::vector<std::string> wanted;
    for (const auto& [key, value] : labels.items()) {
        const std::string text = value.get<std::string>();
        if (key == "urlprefix") {
            wanted.push_back(text);
        } else if (startsWith(key, prefix)) {
            wanted.push_back(key.substr(prefix.size()) + (text.empty() ? "" : " " + text));
        } else {
            for (std::size_t from = 0; from < text.size();) {
                const std::size_t end = std::min(text.find(',', from), text.size());
                if (text.compare(from, prefix.size(), prefix) == 0)
                    wanted.push_back(text.substr(from + prefix.size(), end - from - prefix.size()));
                from = end + 1;
            }
        }
    }
    return wanted;
}

Service serviceOf(const RunSpec& app, const std::string& route) {
    Service service;
    service.app = app.id;
    service.name = safePath(app.id);
    std::replace(service.name.begin(), service.name.end(), '_', '-');
    const std::size_t blank = route.find(' ');
    service.prefix = route.substr(0, blank);
    service.options = blank == std::string::npos ? std::string() : route.substr(blank + 1);
    service.tags = {"urlprefix-" + route};
    return service;
}

} // namespace

std::vector<Service> Marathon::services() {
    std::vector<Service> result;
    eachSpec(*impl_->core.groups->root().tree, [&](const SpecPtr& app) {
        const Json* labels = app->pod ? nullptr : member(app->spec, "labels");
        if (!labels)
            return;
        for (const std::string& route : routesOf(*labels)) {
            Service service = serviceOf(*app, route);
            for (const Instance* instance : impl_->core.instances.of(app->id))
                if (instance->condition == Condition::Running && !instance->ports.empty() &&
                    instance->healthy() != false)
                    service.instances.push_back({instance->taskId(), instance->agent->hostname, instance->ports[0]});
            result.push_back(std::move(service));
        }
    });
    return result;
}

} // namespace mesoscope::demo::marathon
