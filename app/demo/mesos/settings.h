// Roles, weights, quota, maintenance and reservations: how the master tells them and what it takes from operators.
#pragma once

#include "app/demo/mesos/calls.h"
#include "app/demo/mesos/v1_messages.h"

namespace mesoscope::demo::settings {

using Machines = std::set<std::pair<std::string, std::string>>;

struct RoleEntry {
    std::string name;
    double weight = 1;
    std::vector<std::string_view> frameworks;
    Resources allocated;
};
std::vector<RoleEntry> roleEntries(const World& world);
/// Machines of all windows that are not down.
std::vector<std::pair<std::string, std::string>> draining(const World& world, const Machines& down);

std::string quotaJson(const World& world);
std::string weightsJson(const World& world);
std::string scheduleJson(const World& world);
std::string statusJson(const World& world, const Machines& down);

/// UPDATE_WEIGHTS, UPDATE_QUOTA, maintenance, SET_LOGGING_LEVEL …; a sentence if the call is refused.
std::optional<std::string> apply(World& world, const Call& call, Machines& down);
std::vector<Reservation> reservations(const nlohmann::ordered_json& part, const char* list);
/// max_grace_period: {"seconds": n} counts; {"nanoseconds": n} is not understood by the JSON mapping and becomes 0.
std::optional<double> gracePeriod(const nlohmann::ordered_json& part);

/// A file's bytes from offset on, at most length.
using ReadBytes = std::function<std::string(std::int64_t offset, std::int64_t length)>;
/// /files/read on a file of this size.
void readFile(std::int64_t size, const ReadBytes& read, const httplib::Request& request, httplib::Response& response);
/// READ_FILE on a file of this size; a negative one: there is none (404). LIST_FILES on anything here is 404, too.
void readFileCall(const Call& call, std::string_view who, std::int64_t size, const ReadBytes& read,
                  httplib::Response& response);

template<class W>
void roles(W& w, const World& world) {
    w.list(1, "roles", roleEntries(world), [&](const RoleEntry& role) {
        w.text(1, "name", role.name);
        w.real(2, "weight", role.weight);
        if (!role.frameworks.empty())
            w.list(3, "frameworks", role.frameworks, [&](std::string_view id) { w.text(1, "value", id); });
        std::vector<v1::ResourceLine> lines;
        v1::addScalars(lines, role.allocated, {});
        v1::resources(w, 4, "resources", lines);
    });
}

template<class W>
void weights(W& w, const World& world) {
    w.list(1, "weight_infos", world.weights, [&](const auto& entry) {
        w.real(1, "weight", entry.second);
        w.text(2, "role", entry.first);
    });
}

template<class W>
void machine(W& w, const std::pair<std::string, std::string>& id) {
    if (!id.first.empty())
        w.text(1, "hostname", id.first);
    if (!id.second.empty())
        w.text(2, "ip", id.second);
}

template<class W>
void status(W& w, const World& world, const Machines& down) {
    if (const auto machines = draining(world, down); !machines.empty())
        w.list(1, "draining_machines", machines, [&](const auto& id) { w.message(1, "id", [&] { machine(w, id); }); });
    if (!down.empty())
        w.list(2, "down_machines", down, [&](const auto& id) { machine(w, id); });
}

template<class W>
void schedule(W& w, const World& world) {
    if (world.maintenance.empty())
        return;
    w.list(1, "windows", world.maintenance, [&](const MaintenanceWindow& window) {
        w.list(1, "machine_ids", window.machines, [&](const auto& id) { machine(w, id); });
        w.message(2, "unavailability", [&] {
            v1::time(w, 1, "start", window.start);
            if (window.duration > 0)
                v1::time(w, 2, "duration", window.duration);
        });
    });
}

template<class W>
void quota(W& w, const World& world) {
    if (world.quotas.empty())
        return;
    w.list(1, "infos", world.quotas, [&](const auto& entry) {
        w.text(1, "role", entry.first);
        std::vector<v1::ResourceLine> lines;
        for (const auto& [name, amount] : entry.second.guarantees)
            lines.push_back({name, amount, {}, {}, {}, nullptr});
        v1::resources(w, 3, "guarantee", lines);
    });
    const auto scalar = [&](double amount) { w.real(1, "value", amount); };
    w.list(2, "configs", world.quotas, [&](const auto& entry) {
        w.text(1, "role", entry.first);
        if (!entry.second.guarantees.empty())
            w.map(2, "guarantees", entry.second.guarantees, scalar);
        if (!entry.second.limits.empty())
            w.map(3, "limits", entry.second.limits, scalar);
    });
}

template<class W>
void masterInfo(W& w, const World& world, int port) {
    w.message(1, "master_info", [&] {
        w.text(1, "id", world.clusterUuid());
        w.integer(2, "ip", 16777343); // 127.0.0.1, bytes as they lie in memory
        w.integer(3, "port", port);
        w.text(4, "pid", "master@127.0.0.1:" + std::to_string(port));
        w.text(5, "hostname", "127.0.0.1");
        w.text(6, "version", v1::version);
        w.message(7, "address", [&] {
            w.text(1, "hostname", "127.0.0.1");
            w.text(2, "ip", "127.0.0.1");
            w.integer(3, "port", port);
        });
        v1::domain(w, 8, "cn-north", "bj-a");
        static constexpr std::array<std::string_view, 3> names{"AGENT_UPDATE", "AGENT_DRAINING", "QUOTA_V2"};
        int number = 0;
        w.list(9, "capabilities", names, [&](std::string_view name) { w.choice(1, "type", ++number, name); });
    });
    w.real(2, "start_time", world.started());
    w.real(3, "elected_time", world.elected());
}

} // namespace mesoscope::demo::settings
