#include "app/demo/swan/compose.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <regex>
#include <set>

namespace mesoscope::demo::swan {

namespace {

std::string scalar(const YAML::Node& node, const std::string& otherwise = "") {
    return node && node.IsScalar() ? node.Scalar() : otherwise;
}

double number(const YAML::Node& node, double otherwise = 0) {
    return node && node.IsScalar() ? node.as<double>(otherwise) : otherwise;
}

std::vector<std::string> texts(const YAML::Node& node) {
    std::vector<std::string> out;
    if (node && node.IsSequence())
        for (const auto& item : node)
            out.push_back(scalar(item));
    return out;
}

Json orNull(const std::vector<std::string>& list) {
    return list.empty() ? Json(nullptr) : Json(list);
}

/// ${NAME} and ${NAME:default} by what was sent along.
std::string substituted(std::string text, const std::map<std::string, std::string>& environment) {
    static const std::regex variable("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(:([^}]*))?\\}");
    std::smatch match;
    while (std::regex_search(text, match, variable)) {
        const auto known = environment.find(match[1].str());
        text.replace(static_cast<std::size_t>(match.position()), static_cast<std::size_t>(match.length()),
                     known == environment.end() ? match[3].str() : known->second);
    }
    return text;
}

/// "MODE:" for ${MODE}: Swan keeps the colon.
std::vector<std::string> variablesIn(const std::string& yaml) {
    static const std::regex variable("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(:([^}]*))?\\}");
    std::set<std::string> found;
    for (auto it = std::sregex_iterator(yaml.begin(), yaml.end(), variable); it != std::sregex_iterator(); ++it)
        found.insert((*it)[1].str() + ":" + (*it)[3].str());
    return {found.begin(), found.end()};
}

Json proxyOf(const YAML::Node& proxy) {
    if (!proxy || !proxy.IsMap())
        return nullptr;
    Json list = Json::array();
    for (const auto& entry : proxy["proxies"])
        list.push_back(Json{{"alias", scalar(entry["alias"])},
                            {"listen", scalar(entry["listen"])},
                            {"sticky", scalar(entry["sticky"]) == "true"}});
    return Json{{"enabled", scalar(proxy["enabled"]) == "true"}, {"proxies", list}};
}

Json resourcesOf(const YAML::Node& resource) {
    Json out = Json::object();
    for (const char* key : {"cpus", "gpus", "mem", "disk"})
        out[key] = number(resource ? resource[key] : YAML::Node());
    return out;
}

Json environmentOf(const YAML::Node& node) {
    Json out = Json::object();
    for (const std::string& line : texts(node)) {
        const std::size_t at = line.find('=');
        out[line.substr(0, at)] = at == std::string::npos ? "" : line.substr(at + 1);
    }
    return out.empty() ? Json(nullptr) : out;
}

Json labelsOf(const ComposeWish& wish) {
    Json labels{{"SWAN_COMPOSE_NAME", wish.name}};
    for (const auto& [key, value] : wish.labels)
        labels[key] = value;
    return labels;
}

/// What Swan hands to Docker for each service.
Json parametersOf(const Json& environment, const ComposeWish& wish) {
    Json out = Json::array();
    const auto add = [&](const char* key, const std::string& value) {
        out.push_back(Json{{"key", key}, {"value", value}});
    };
    add("read-only", "false");
    add("tty", "false");
    add("label", "SWAN_COMPOSE_NAME=" + wish.name);
    for (const auto& [key, value] : wish.labels)
        add("label", key + "=" + value);
    add("dns-search", wish.name + "." + wish.runAs + "." + wish.cluster + ".gateway.swan.com");
    if (environment.is_object())
        for (const auto& [key, value] : environment.items())
            add("env", key + "=" + value.get<std::string>());
    return out;
}

Json versionOf(const std::string& name, const YAML::Node& service, const ComposeWish& wish) {
    Json version{{"name", name}, {"cmd", scalar(service["command"])}};
    version.update(resourcesOf(service["resource"]));
    version["instances"] = std::max(1.0, number(service["deploy"] ? service["deploy"]["replicas"] : YAML::Node(), 1));
    version["runAs"] = wish.runAs;
    version["cluster"] = wish.cluster;
    Json mappings = Json::array();
    for (const std::string& port : texts(service["ports"]))
        mappings.push_back(Json{{"containerPort", std::atoi(port.c_str())}, {"name", port}, {"protocol", "TCP"}});
    version["env"] = environmentOf(service["environment"]);
    version["container"] = Json{{"type", "docker"},
                                {"docker", Json{{"image", scalar(service["image"])},
                                                {"network", scalar(service["network_mode"], "bridge")},
                                                {"parameters", parametersOf(version["env"], wish)},
                                                {"portMappings", mappings}}}};
    version["labels"] = labelsOf(wish);
    version["constraints"] =
        Json::array({Json{{"attribute", "vcluster"}, {"operator", "=="}, {"value", wish.cluster}}});
    version["proxy"] = proxyOf(service["proxy"]);
    return version;
}

/// The keys of Go's struct in their order; those that this file form never fills are null or empty.
Json shownService(const std::string& name, const YAML::Node& service) {
    static const std::pair<const char*, Json> fields[] = {{"Name", ""},
                                                          {"CapAdd", nullptr},
                                                          {"CapDrop", nullptr},
                                                          {"CgroupParent", ""},
                                                          {"Command", nullptr},
                                                          {"ContainerName", ""},
                                                          {"DependsOn", nullptr},
                                                          {"Devices", nullptr},
                                                          {"Dns", nullptr},
                                                          {"DnsSearch", nullptr},
                                                          {"DomainName", ""},
                                                          {"Entrypoint", nullptr},
                                                          {"Environment", nullptr},
                                                          {"Expose", nullptr},
                                                          {"ExternalLinks", nullptr},
                                                          {"ExtraHosts", nullptr},
                                                          {"Hostname", ""},
                                                          {"HealthCheck", nullptr},
                                                          {"Image", ""},
                                                          {"Ipc", ""},
                                                          {"Labels", nullptr},
                                                          {"Links", nullptr},
                                                          {"Logging", nullptr},
                                                          {"MacAddress", ""},
                                                          {"NetworkMode", ""},
                                                          {"Pid", ""},
                                                          {"Ports", nullptr},
                                                          {"Privileged", false},
                                                          {"ReadOnly", false},
                                                          {"Restart", ""},
                                                          {"SecurityOpt", nullptr},
                                                          {"StdinOpen", false},
                                                          {"StopGracePeriod", ""},
                                                          {"StopSignal", ""},
                                                          {"ShmSize", ""},
                                                          {"Tmpfs", nullptr},
                                                          {"Tty", false},
                                                          {"Ulimits", nullptr},
                                                          {"User", ""},
                                                          {"Volumes", nullptr},
                                                          {"WorkingDir", ""}};
    Json out = Json::object();
    for (const auto& [key, value] : fields)
        out[key] = value;
    out["Name"] = name;
    out["Image"] = scalar(service["image"]);
    out["NetworkMode"] = scalar(service["network_mode"]);
    out["DependsOn"] = orNull(texts(service["depends_on"]));
    out["Environment"] = environmentOf(service["environment"]);
    out["Ports"] = orNull(texts(service["ports"]));
    const YAML::Node deploy = service["deploy"];
    out["Deploy"] = Json{{"Replicas", deploy ? number(deploy["replicas"], 1) : 1},
                         {"WaitDelay", deploy ? number(deploy["wait_delay"]) : 0},
                         {"Constraints", nullptr}};
    out["Resource"] = resourcesOf(service["resource"]);
    out["PullAlways"] = false;
    out["Proxy"] = proxyOf(service["proxy"]);
    out["URIs"] = nullptr;
    out["IPs"] = nullptr;
    return out;
}

/// What is needed first; a circle is left in the order of the file.
std::vector<ComposeService> inOrder(std::vector<ComposeService> services) {
    std::vector<ComposeService> out;
    std::set<std::string> placed;
    while (!services.empty()) {
        auto next = std::find_if(services.begin(), services.end(), [&](const ComposeService& s) {
            return std::all_of(s.needs.begin(), s.needs.end(), [&](const std::string& n) { return placed.count(n); });
        });
        if (next == services.end())
            next = services.begin();
        placed.insert(next->name);
        out.push_back(std::move(*next));
        services.erase(next);
    }
    return out;
}

} // namespace

std::map<std::string, std::string> pairsOf(const std::string& text) {
    std::map<std::string, std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        const std::string pair = text.substr(at, end - at);
        const std::size_t equals = pair.find('=');
        if (equals != std::string::npos)
            out[pair.substr(0, equals)] = pair.substr(equals + 1);
        at = end + 1;
    }
    return out;
}

ComposeFile readCompose(const std::string& yaml, const ComposeWish& wish) {
    ComposeFile file;
    file.variables = variablesIn(yaml);
    try {
        const YAML::Node root = YAML::Load(substituted(yaml, wish.environment));
        const YAML::Node services = root.IsMap() ? root["services"] : YAML::Node();
        if (!services || !services.IsMap() || services.size() == 0)
            throw Refusal{400, "empty compose service definations"};
        file.schema = scalar(root["version"]);
        for (const auto& entry : services) {
            const std::string name = scalar(entry.first);
            file.services.push_back({name, texts(entry.second["depends_on"]), versionOf(name, entry.second, wish),
                                     shownService(name, entry.second)});
        }
    } catch (const YAML::Exception& failure) {
        throw Refusal{400, std::string("yaml: ") + failure.what()};
    }
    file.services = inOrder(std::move(file.services));
    return file;
}

Json dependenciesOf(const ComposeFile& file) {
    Json out = Json::object();
    for (const ComposeService& service : file.services)
        out[service.name] = orNull(service.needs);
    return out;
}

Json shownVersion(const ComposeService& service, const std::string& id) {
    Json version = storedVersion(service.version, id);
    version["container"]["volumes"] = nullptr;
    version["uris"] = nullptr;
    version["proxy"] = service.version["proxy"];
    return version;
}

Json shownCompose(const ComposeFile& file) {
    Json services = Json::object();
    for (const ComposeService& service : file.services)
        services[service.name] = service.shown;
    return Json{{"Version", file.schema}, {"Variables", orNull(file.variables)}, {"Services", services}};
}

} // namespace mesoscope::demo::swan
