#include "app/demo/swan/swan_version.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace mesoscope::demo::swan {

namespace {

using marathon::listOf;
using marathon::member;
using marathon::numberOf;
using marathon::textOf;

void checkName(const std::string& text, const char* what) {
    if (text.empty() || text.size() > 64)
        throw Refusal{400, std::string(what) + " should between (0,64]"};
    for (const char c : text)
        if (!std::isalnum(static_cast<unsigned char>(c)) && c != '-')
            throw Refusal{400, std::string("character '") + c + "' not allowed."};
}

void checkContainer(const Json& version) {
    const Json* container = member(version, "container");
    if (!container)
        throw Refusal{400, "container required"};
    const Json* docker = member(*container, "docker");
    if (!docker)
        throw Refusal{400, "docker required"};
    if (textOf(*docker, "image").empty())
        throw Refusal{400, "image required"};
    if (textOf(*docker, "network").empty())
        throw Refusal{400, "network required"};
    std::set<std::string> names;
    for (const auto& mapping : listOf(*docker, "portMappings")) {
        const std::string name = textOf(mapping, "name");
        if (name.empty())
            throw Refusal{400, "port mapping name required"};
        if (!names.insert(name).second)
            throw Refusal{400, "port mapping name " + name + " duplicated"};
    }
}

void checkPolicies(const Json& version) {
    if (const Json* update = member(version, "update")) {
        const std::string policy = textOf(*update, "onFailure");
        if (policy != "stop" && policy != "continue" && policy != "rollback")
            throw Refusal{400, "unsupported OnFailure policy for update"};
    }
    const Json* proxy = member(version, "proxy");
    if (!proxy || !proxy->value("enabled", false))
        return;
    for (const auto& entry : listOf(*proxy, "proxies")) {
        const std::string listen = textOf(entry, "listen");
        if (listen.empty() ||
            !std::all_of(listen.begin(), listen.end(), [](unsigned char c) { return std::isdigit(c); }))
            throw Refusal{400, "strconv.Atoi: parsing \"" + listen + "\": invalid syntax"};
    }
}

Json storedContainer(const Json& container) {
    const Json& docker = container["docker"];
    Json stored{{"image", docker["image"]}};
    if (docker.value("forcePullImage", false))
        stored["forcePullImage"] = true;
    stored["network"] = docker["network"];
    if (!listOf(docker, "parameters").empty())
        stored["parameters"] = docker["parameters"];
    Json mappings = Json::array();
    for (const auto& mapping : listOf(docker, "portMappings")) {
        Json entry{{"containerPort", numberOf(mapping, "containerPort")}};
        if (numberOf(mapping, "hostPort") != 0)
            entry["hostPort"] = numberOf(mapping, "hostPort");
        entry["name"] = textOf(mapping, "name");
        entry["protocol"] = textOf(mapping, "protocol");
        mappings.push_back(std::move(entry));
    }
    if (!mappings.empty())
        stored["portMappings"] = mappings;
    if (docker.value("privileged", false))
        stored["privileged"] = true;
    return Json{{"type", textOf(container, "type")}, {"docker", stored}, {"volumes", listOf(container, "volumes")}};
}

} // namespace

Json decode(const std::string& body, const std::string& prefix) {
    const std::size_t first = body.find_first_not_of(" \t\r\n");
    if (first == std::string::npos)
        throw Refusal{400, prefix + "EOF"};
    Json value = Json::parse(body, nullptr, false);
    if (!value.is_discarded())
        return value;
    const std::size_t second = body.find_first_not_of(" \t\r\n", first + 1);
    if (body[first] == '{' && second != std::string::npos && body[second] != '"' && body[second] != '}')
        throw Refusal{400,
                      prefix + "invalid character '" + body[second] + "' looking for beginning of object key string"};
    if (body[first] != '{' && body[first] != '[')
        throw Refusal{400, prefix + "invalid character '" + body[first] + "' looking for beginning of value"};
    throw Refusal{400, prefix + "unexpected EOF"};
}

void checkVersion(const Json& version) {
    checkName(textOf(version, "name"), "appName");
    checkName(textOf(version, "runAs"), "runAs");
    if (const std::string cluster = textOf(version, "cluster"); !cluster.empty())
        checkName(cluster, "cluster");
    if (numberOf(version, "instances") <= 0)
        throw Refusal{400, "instance count must be positive"};
    checkContainer(version);
    checkPolicies(version);
}

Json storedVersion(const Json& version, const std::string& id) {
    Json stored{{"id", id}, {"name", textOf(version, "name")}, {"cmd", textOf(version, "cmd")}};
    for (const char* key : {"cpus", "gpus", "mem", "disk"})
        stored[key] = numberOf(version, key);
    stored["instances"] = static_cast<int>(numberOf(version, "instances"));
    stored["runAs"] = textOf(version, "runAs");
    stored["cluster"] = textOf(version, "cluster");
    stored["container"] = storedContainer(version["container"]);
    for (const char* key : {"labels", "healthCheck", "env", "kill", "restart", "update"}) {
        const Json* value = member(version, key);
        stored[key] = value ? *value : Json(nullptr);
    }
    stored["constraints"] = listOf(version, "constraints");
    stored["uris"] = listOf(version, "uris");
    const Json* ips = member(version, "ips");
    stored["ips"] = ips ? *ips : Json(nullptr);
    const Json* proxy = member(version, "proxy");
    stored["proxy"] = Json{{"enabled", proxy && proxy->value("enabled", false)},
                           {"proxies", proxy ? listOf(*proxy, "proxies") : Json::array()}};
    return stored;
}

} // namespace mesoscope::demo::swan
