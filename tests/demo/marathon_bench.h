// A small cluster with a manual clock for tests of the demo Marathon: 24 agents as in the recordings.
#pragma once

#include "app/demo/marathon/marathon.h"
#include "app/demo/world/world.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QString>

#include <algorithm>
#include <memory>
#include <set>
#include <string>

namespace mesoscope::demo::test {

using Json = nlohmann::ordered_json;

inline Json readFixture(const char* name) {
    QFile file(QString::fromUtf8(MESOSCOPE_FIXTURES "/marathon/") + QString::fromUtf8(name));
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    return Json::parse(file.readAll().toStdString());
}

inline Attribute textAttribute(const std::string& name, const std::string& text) {
    Attribute attribute;
    attribute.name = name;
    attribute.text = text;
    return attribute;
}

inline void addAgents(World& world) {
    for (int i = 0; i < 24; ++i) {
        Agent agent;
        char name[32];
        std::snprintf(name, sizeof name, "agent-%02d.example.com", i);
        agent.hostname = i == 22 ? "localhost" : name;
        agent.ip = "10.0.0." + std::to_string(i + 1);
        agent.region = "bj";
        agent.zone = i % 2 ? "bj-b" : "bj-a";
        agent.attributes = {textAttribute("rack", "r" + std::to_string(i % 6)),
                            textAttribute("disktype", i % 3 ? "ssd" : "hdd")};
        Attribute generation;
        generation.name = "gen";
        generation.type = AttributeType::Scalar;
        generation.scalar = 3;
        agent.attributes.push_back(generation);
        agent.total = {16, 65536, 500000, i % 12 == 7 ? 4.0 : 0.0};
        world.addAgent(std::move(agent), false);
    }
}

struct Cluster {
    explicit Cluster(const marathon::MarathonOptions& options = {}) {
        World::Settings settings;
        settings.manualClock = true;
        world = std::make_unique<World>(settings);
        addAgents(*world);
        marathon = std::make_unique<marathon::Marathon>(*world, options);
    }

    marathon::Response send(const std::string& method, const std::string& target, const std::string& body = "") {
        marathon::Request request;
        request.method = method;
        request.target = target;
        request.body = body;
        if (!body.empty())
            request.headers.emplace("content-type", "application/json");
        return marathon->handle(request);
    }

    std::unique_ptr<World> world;
    std::unique_ptr<marathon::Marathon> marathon;
};

/// Every path of a document with the kind of what is there; list positions are dropped.
inline void collectShape(const Json& value, const std::string& path, std::set<std::string>& shape) {
    if (value.is_object()) {
        shape.insert(path + " object");
        for (const auto& [key, item] : value.items())
            collectShape(item, path + "/" + key, shape);
    } else if (value.is_array()) {
        shape.insert(path + " array");
        for (const auto& item : value)
            collectShape(item, path + "[]", shape);
    } else {
        shape.insert(path + (value.is_boolean()  ? " bool"
                             : value.is_number() ? " number"
                             : value.is_null()   ? " null"
                                                 : " string"));
    }
}

} // namespace mesoscope::demo::test
