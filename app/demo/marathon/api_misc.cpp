// Deployments, queue, info, leader, plug-ins, ping, metrics and logging.
#include "app/demo/marathon/api.h"

#include "app/demo/marathon/deployments.h"
#include "app/demo/marathon/group_manager.h"
#include "app/demo/marathon/json_text.h"
#include "app/demo/marathon/launcher.h"
#include "app/demo/marathon/metric_names.h"
#include "app/demo/marathon/raml_types.h"

#include <algorithm>
#include <cctype>

namespace mesoscope::demo::marathon {

namespace {

Response emptyResponse(int status) {
    Response response;
    response.status = status;
    response.reason = reasonPhrase(status);
    return response;
}

Response cancelDeployment(const Call& call, const std::string& id) {
    const Plan* found = call.core.deployments->find(id);
    if (!found)
        throw notFound("DeploymentPlan " + id + " does not exist");
    if (call.query.flag("force")) {
        call.core.deployments->cancel(id);
        return emptyResponse(202);
    }
    const Plan plan = *found;
    const Plan back = call.core.groups->update("/", call.core.groups->defaultVersion(), true, [&](const Root& root) {
        return call.core.deployments->reverted(plan, root);
    });
    // The old plan goes even when nothing of it is left to take back.
    call.core.deployments->cancel(id);
    return deploymentResult(call.core, back);
}

Json marathonConfig(const MarathonOptions& options) {
    const std::string host = options.address.substr(0, options.address.find(':'));
    const auto textOrNull = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
    Json features = Json::array();
    for (const auto& feature : options.enabledFeatures)
        features.push_back(feature);
    return Json{{"access_control_allow_origin", nullptr},
                {"checkpoint", true},
                {"decline_offer_duration", 120000},
                {"default_network_name", textOrNull(options.defaultNetworkName)},
                {"env_vars_prefix", nullptr},
                {"executor", "//cmd"},
                {"failover_timeout", 604800},
                {"features", features},
                {"framework_name", "marathon"},
                {"ha", true},
                {"hostname", host},
                {"launch_token", 100},
                {"launch_token_refresh_interval", 30000},
                {"leader_proxy_connection_timeout_ms", 5000},
                {"leader_proxy_read_timeout_ms", 10000},
                {"local_port_max", options.localPortMax},
                {"local_port_min", options.localPortMin},
                {"master", options.masterUrl.substr(options.masterUrl.find("//") + 2)},
                {"max_instances_per_offer", 5},
                {"mesos_bridge_name", options.mesosBridgeName},
                {"mesos_heartbeat_failure_threshold", 5},
                {"mesos_heartbeat_interval", 15000},
                {"mesos_leader_ui_url", options.masterUrl + "/"},
                {"mesos_role", options.mesosRole},
                {"mesos_user", "root"},
                {"new_group_enforce_role", "Off"},
                {"min_revive_offers_interval", 5000},
                {"offer_matching_timeout", 3000},
                {"on_elected_prepare_timeout", 180000},
                {"reconciliation_initial_delay", 15000},
                {"reconciliation_interval", 600000},
                {"scale_apps_initial_delay", 15000},
                {"scale_apps_interval", 300000},
                {"store_cache", true},
                {"task_launch_confirm_timeout", 300000},
                {"task_launch_timeout", 300000},
                {"task_lost_expunge_initial_delay", 5000},
                {"task_lost_expunge_interval", 5000},
                {"task_reservation_timeout", 20000},
                {"webui_url", nullptr},
                {"maintenance_mode", true}};
}

std::vector<std::string> acceptedTypes(const Call& call) {
    std::vector<std::string> types;
    const auto [first, last] = call.request.headers.equal_range("accept");
    for (auto it = first; it != last; ++it) {
        std::size_t from = 0;
        while (from <= it->second.size()) {
            std::size_t end = it->second.find(',', from);
            if (end == std::string::npos)
                end = it->second.size();
            std::string type = it->second.substr(from, end - from);
            type = type.substr(0, type.find(';'));
            type.erase(std::remove(type.begin(), type.end(), ' '), type.end());
            types.push_back(type);
            from = end + 1;
        }
    }
    return types;
}

Json counter(std::size_t value) {
    return Json{{"count", value}};
}

struct Figures {
    std::size_t apps = 0;
    std::size_t pods = 0;
    std::size_t groups = 0;
    std::size_t running = 0;
    std::size_t staged = 0;
};

Figures figuresOf(const Core& core) {
    Figures figures;
    eachSpec(*core.groups->root().tree, [&](const SpecPtr& spec) {
        (spec->pod ? figures.pods : figures.apps) += 1;
        for (const Instance* instance : core.instances.of(spec->id)) {
            figures.running += instance->condition == Condition::Running;
            figures.staged += instance->condition == Condition::Staging || instance->condition == Condition::Starting ||
                              instance->condition == Condition::Provisioned;
        }
    });
    eachGroup(core.groups->root().tree, [&](const GroupPtr&) { ++figures.groups; });
    return figures;
}

Json histogram() {
    return Json{{"count", 0}, {"min", 0}, {"mean", 0}, {"max", 0},  {"p50", 0},   {"p75", 0},
                {"p95", 0},   {"p98", 0}, {"p99", 0},  {"p999", 0}, {"stddev", 0}};
}

Json meter() {
    return Json{{"count", 0},    {"m1_rate", 0},   {"m5_rate", 0},
                {"m15_rate", 0}, {"mean_rate", 0}, {"units", "events/second"}};
}

Json timer() {
    Json result = histogram();
    const Json rates = meter();
    for (const auto& [key, value] : rates.items())
        if (key != "units" && key != "count")
            result[key] = value;
    result["duration_units"] = "seconds";
    result["rate_units"] = "calls/second";
    return result;
}

/// Every name with a value of its kind: a known one, or what a quiet server shows.
template<class Make>
Json named(const std::vector<std::string>& names, const std::map<std::string, std::size_t>& known, Make make) {
    Json result = Json::object();
    for (const std::string& name : names) {
        const auto value = known.find(name);
        result[name] = make(value == known.end() ? 0 : value->second);
    }
    return result;
}

Json metricsJson(const Core& core) {
    const Figures figures = figuresOf(core);
    const std::map<std::string, std::size_t> known{{"marathon.deployments.counter", core.groups->versions().size()},
                                                   {"marathon.tasks.launched.counter", core.instances.size()},
                                                   {"marathon.apps.active.gauge", figures.apps},
                                                   {"marathon.pods.active.gauge", figures.pods},
                                                   {"marathon.groups.active.gauge", figures.groups},
                                                   {"marathon.deployments.active.gauge", core.deployments->count()},
                                                   {"marathon.instances.running.gauge", figures.running},
                                                   {"marathon.instances.staged.gauge", figures.staged}};
    const auto gauge = [](std::size_t value) { return Json{{"value", value}}; };
    return Json{{"version", "4.0.0"},
                {"counters", named(metric_names::counters(), known, counter)},
                {"gauges", named(metric_names::gauges(), known, gauge)},
                {"histograms", Json::object()},
                {"meters", named(metric_names::meters(), known, [](std::size_t) { return meter(); })},
                {"timers", named(metric_names::timers(), known, [](std::size_t) { return timer(); })}};
}

std::string prometheusText(const Core& core) {
    std::string text;
    const Json metrics = metricsJson(core);
    for (const auto& [name, gauge] : metrics["gauges"].items()) {
        std::string metric = name;
        std::replace_if(
            metric.begin(), metric.end(), [](unsigned char c) { return !std::isalnum(c) && c != '_'; }, '_');
        text += "# TYPE " + metric + " gauge\n" + metric + " " + compact(gauge["value"]) + "\n\n";
    }
    return text;
}

} // namespace

Response deploymentsRoute(const Call& call) {
    if (call.tail.empty()) {
        if (!call.is("GET"))
            throw methodNotAllowed();
        requireJsonAccepted(call);
        return jsonResponse(200, call.core.deployments->list());
    }
    if (call.tail.size() > 1)
        throw refusal(500, "URI not found");
    if (!call.is("DELETE"))
        throw methodNotAllowed();
    requireJsonAccepted(call);
    return cancelDeployment(call, percentDecode(call.tail[0], false));
}

Response queueRoute(const Call& call) {
    if (call.tail.empty()) {
        if (!call.is("GET"))
            throw methodNotAllowed();
        requireJsonAccepted(call);
        const auto embeds = call.query.all("embed");
        return jsonResponse(
            200, call.core.launcher->list(std::find(embeds.begin(), embeds.end(), "lastUnusedOffers") != embeds.end()));
    }
    if (call.tail.size() < 2 || call.tail.back() != "delay")
        throw refusal(500, "URI not found");
    if (!call.is("DELETE"))
        throw methodNotAllowed();
    requireJsonAccepted(call);
    const std::string id = idOf(std::vector<std::string>(call.tail.begin(), call.tail.end() - 1));
    if (!call.core.launcher->resetDelay(id)) {
        Refusal missing = notFound("Application " + id + " not found in tasks queue.");
        missing.contentType = "application/octet-stream";
        throw missing;
    }
    return emptyResponse(204);
}

Response infoRoute(const Call& call) {
    if (!call.is("GET"))
        throw methodNotAllowed();
    requireJsonAccepted(call);
    const MarathonOptions& options = call.core.options;
    const std::string port = options.address.substr(options.address.find(':') + 1);
    return jsonResponse(200, Json{{"name", "marathon"},
                                  {"version", options.version},
                                  {"buildref", "unknown"},
                                  {"elected", true},
                                  {"leader", options.address},
                                  {"frameworkId", call.core.mesos.frameworkId()},
                                  {"marathon_config", marathonConfig(options)},
                                  {"zookeeper_config", Json{{"zk", "zk://127.0.0.1:2181/marathon"},
                                                            {"zk_compression", true},
                                                            {"zk_compression_threshold", 65536},
                                                            {"zk_connection_timeout", 10000},
                                                            {"zk_max_node_size", 1024000},
                                                            {"zk_max_versions", 50},
                                                            {"zk_session_timeout", 10000},
                                                            {"zk_timeout", 10000}}},
                                  {"http_config", Json{{"http_port", std::atoi(port.c_str())}, {"https_port", 8443}}}});
}

Response leaderRoute(const Call& call) {
    if (call.is("GET")) {
        requireJsonAccepted(call);
        return jsonResponse(200, Json{{"leader", call.core.options.address}});
    }
    if (!call.is("DELETE"))
        throw methodNotAllowed();
    requireJsonAccepted(call);
    Violations violations;
    for (const char* name : {"backup", "restore"}) {
        const std::string uri = call.query.value(name);
        if (call.query.has(name) && uri.rfind("file://", 0) != 0 && uri.rfind("s3://", 0) != 0)
            violations.add("/", "Invalid URI or unsupported scheme: " + uri);
    }
    throwIfInvalid(violations);
    return jsonResponse(200, Json{{"message", "Leadership abdicated"}});
}

Response pluginsRoute(const Call& call) {
    if (call.tail.empty()) {
        if (!call.is("GET"))
            throw methodNotAllowed();
        requireJsonAccepted(call);
        return jsonResponse(200, Json{{"plugins", Json::array()}});
    }
    if (call.tail.size() < 2)
        throw refusal(500, "URI not found");
    Refusal unknown = notFound("No plugin with this pluginId: " + percentDecode(call.tail[0], false));
    unknown.contentType = "application/octet-stream";
    throw unknown;
}

Response pingRoute(const Call& call) {
    if (!call.is("GET"))
        throw methodNotAllowed();
    const auto types = acceptedTypes(call);
    if (types.empty())
        return textResponse(200, "text/plain", "pong");
    for (const auto& type : types) {
        if (type == "*/*" || type == "text/*" || type == "text/plain")
            return textResponse(200, "text/plain", "pong");
        if (type == "text/html")
            return textResponse(200, "text/html", "pong");
        if (type == "application/json" || type == "application/*")
            return textResponse(200, "application/json", "\"pong\"");
    }
    return emptyResponse(204);
}

Response metricsRoute(const Call& call, bool prometheus) {
    if (!call.is("GET"))
        throw methodNotAllowed();
    if (prometheus)
        return textResponse(200, "text/plain", prometheusText(call.core));
    return jsonResponse(200, metricsJson(call.core));
}

Response loggingRoute(const Call& call) {
    if (call.is("GET"))
        return jsonResponse(
            200, Json{{"ROOT", "INFO"}, {"mesosphere.marathon", "INFO (inherited)"}, {"akka", "INFO (inherited)"}});
    if (!call.is("POST"))
        throw methodNotAllowed();
    requireJsonBody(call);
    return jsonResponse(200, parseRaml(loggingChangeType(), parseBody(call.request.body)));
}

} // namespace mesoscope::demo::marathon
