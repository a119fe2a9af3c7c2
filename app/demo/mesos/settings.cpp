#include "app/demo/mesos/settings.h"

#include <algorithm>

namespace mesoscope::demo::settings {

namespace {

using Json = nlohmann::ordered_json;

std::string jsonOf(const std::function<void(JsonWriter&)>& body) {
    std::string out;
    JsonWriter w(out);
    w.root([&] { body(w); });
    return out;
}

const Json& member(const Json& object, const char* name) {
    static const Json none;
    if (!object.is_object())
        return none;
    const auto found = object.find(name);
    return found == object.end() ? none : *found;
}

double number(const Json& value, double otherwise = 0) {
    return value.is_number() ? value.get<double>() : otherwise;
}

std::map<std::string, double> scalars(const Json& map) {
    std::map<std::string, double> all;
    if (map.is_object())
        for (const auto& [name, scalar] : map.items())
            all[name] = number(member(scalar, "value"));
    return all;
}

std::vector<std::pair<std::string, std::string>> machines(const Json& list) {
    std::vector<std::pair<std::string, std::string>> all;
    for (const Json& id : list)
        all.emplace_back(textAt(id, {"hostname"}), textAt(id, {"ip"}));
    return all;
}

std::optional<std::string> updateWeights(World& world, const Json& part) {
    for (const Json& info : member(part, "weight_infos")) {
        const double weight = number(member(info, "weight"), -1);
        if (weight <= 0)
            return "Failed to validate update weights request: Invalid weight '" + std::to_string(weight) +
                   "': Weights must be positive";
        world.weights[std::string(textAt(info, {"role"}))] = weight;
    }
    return std::nullopt;
}

std::optional<std::string> updateQuota(World& world, const Json& part) {
    for (const Json& config : member(part, "quota_configs")) {
        Quota quota{std::string(textAt(config, {"role"})), scalars(member(config, "guarantees")),
                    scalars(member(config, "limits"))};
        for (const auto& [name, limit] : quota.limits)
            if (quota.guarantees.contains(name) && quota.guarantees[name] > limit)
                return "Invalid QuotaConfig: guarantees for '" + name + "' exceed its limit";
        const std::string role = quota.role;
        if (quota.guarantees.empty() && quota.limits.empty())
            world.quotas.erase(role);
        else
            world.quotas[role] = std::move(quota);
    }
    return std::nullopt;
}

std::optional<std::string> updateSchedule(World& world, const Json& part) {
    std::vector<MaintenanceWindow> windows;
    for (const Json& entry : member(member(part, "schedule"), "windows")) {
        MaintenanceWindow window;
        window.machines = machines(member(entry, "machine_ids"));
        if (window.machines.empty())
            return "Failed to validate maintenance schedule: List of machines in the maintenance window is empty";
        const Json& unavailability = member(entry, "unavailability");
        window.start = number(member(member(unavailability, "start"), "nanoseconds")) / 1e9;
        window.duration = number(member(member(unavailability, "duration"), "nanoseconds")) / 1e9;
        if (window.duration < 0)
            return "Failed to validate maintenance schedule: Unavailability 'duration' is negative";
        windows.push_back(std::move(window));
    }
    world.maintenance = std::move(windows);
    return std::nullopt;
}

std::optional<std::string> changeMachines(const World& world, const Json& part, Machines& down, bool start) {
    const auto scheduled = draining(world, {});
    for (const auto& id : machines(member(part, "machines"))) {
        const bool known = std::find(scheduled.begin(), scheduled.end(), id) != scheduled.end();
        if (!known)
            return "Machine '" + id.first + "' is not part of a maintenance schedule";
        if (start ? !down.insert(id).second : down.erase(id) == 0)
            return "Machine '" + id.first + "' is not in " + (start ? "DRAINING" : "DOWN") + " mode";
    }
    return std::nullopt;
}

} // namespace

std::vector<RoleEntry> roleEntries(const World& world) {
    std::map<std::string, RoleEntry> byName;
    for (const auto& f : world.frameworks()) {
        if (f->removed)
            continue;
        for (const std::string& role : f->info.roles)
            byName[role].frameworks.push_back(f->id);
        byName[f->info.roles.front()].allocated += f->allocated;
    }
    for (const auto& [role, weight] : world.weights)
        byName[role].weight = weight;
    for (const auto& [role, quota] : world.quotas)
        byName[role];
    std::vector<RoleEntry> all;
    for (auto& [name, entry] : byName) {
        entry.name = name;
        all.push_back(std::move(entry));
    }
    return all;
}

std::vector<std::pair<std::string, std::string>> draining(const World& world, const Machines& down) {
    std::vector<std::pair<std::string, std::string>> all;
    for (const MaintenanceWindow& window : world.maintenance)
        std::copy_if(window.machines.begin(), window.machines.end(), std::back_inserter(all),
                     [&](const auto& id) { return !down.contains(id); });
    return all;
}

std::string quotaJson(const World& world) {
    return jsonOf([&](JsonWriter& w) { quota(w, world); });
}

std::string weightsJson(const World& world) {
    std::string list;
    for (const auto& [role, weight] : world.weights) {
        list += list.empty() ? "" : ",";
        list += jsonOf([&, &r = role, &v = weight](JsonWriter& w) {
            w.text(0, "role", r);
            w.real(0, "weight", v);
        });
    }
    return "[" + list + "]";
}

std::string scheduleJson(const World& world) {
    return jsonOf([&](JsonWriter& w) { schedule(w, world); });
}

std::string statusJson(const World& world, const Machines& down) {
    return jsonOf([&](JsonWriter& w) { status(w, world, down); });
}

std::optional<std::string> apply(World& world, const Call& call, Machines& down) {
    if (call.type == "UPDATE_WEIGHTS")
        return updateWeights(world, call.part());
    if (call.type == "UPDATE_QUOTA")
        return updateQuota(world, call.part());
    if (call.type == "UPDATE_MAINTENANCE_SCHEDULE")
        return updateSchedule(world, call.part());
    if (call.type == "START_MAINTENANCE" || call.type == "STOP_MAINTENANCE")
        return changeMachines(world, call.part(), down, call.type == "START_MAINTENANCE");
    if (call.type == "REMOVE_QUOTA")
        world.quotas.erase(std::string(textAt(call.part(), {"role"})));
    return std::nullopt;
}

std::vector<Reservation> reservations(const Json& part, const char* list) {
    std::vector<Reservation> all;
    for (const Json& resource : member(part, list)) {
        Reservation reservation;
        const Json& stack = member(resource, "reservations");
        const Json& info = stack.is_array() && !stack.empty() ? stack.back() : member(resource, "reservation");
        reservation.role = textAt(info, {"role"});
        if (reservation.role.empty())
            reservation.role = textAt(resource, {"role"});
        reservation.principal = textAt(info, {"principal"});
        const double amount = number(member(member(resource, "scalar"), "value"));
        const std::string_view name = textAt(resource, {"name"});
        (name == "cpus"   ? reservation.resources.cpus
         : name == "mem"  ? reservation.resources.mem
         : name == "gpus" ? reservation.resources.gpus
                          : reservation.resources.disk) = amount;
        for (const Json& label : member(member(info, "labels"), "labels"))
            reservation.labels.push_back({std::string(textAt(label, {"key"})), std::string(textAt(label, {"value"}))});
        reservation.persistenceId = textAt(resource, {"disk", "persistence", "id"});
        reservation.containerPath = textAt(resource, {"disk", "volume", "container_path"});
        all.push_back(std::move(reservation));
    }
    return all;
}

std::optional<double> gracePeriod(const Json& part) {
    const Json& period = member(part, "max_grace_period");
    if (period.is_string()) // protobuf's own text form, "60s"
        return std::strtod(period.get_ref<const std::string&>().c_str(), nullptr);
    if (!period.is_object())
        return std::nullopt;
    return number(member(period, "seconds"));
}

void readFile(std::int64_t size, const ReadBytes& read, const httplib::Request& request, httplib::Response& response) {
    const auto parsed = [&](const char* name, long long otherwise) -> std::optional<long long> {
        if (!request.has_param(name))
            return otherwise;
        const std::string text = request.get_param_value(name);
        char* end = nullptr;
        const long long value = std::strtoll(text.c_str(), &end, 10);
        if (!text.empty() && *end == '\0')
            return value;
        plainText(response, 400,
                  "Failed to parse " + std::string(name) + ": Failed to convert '" + text + "' to number.");
        return std::nullopt;
    };
    const auto offset = parsed("offset", -1);
    const auto length = parsed("length", -1);
    if (!offset || !length)
        return;
    if (request.has_param("length") && *length < -1) {
        plainText(response, 400, "Negative length provided: " + std::to_string(*length) + ".");
        return;
    }
    constexpr long long everything = 1LL << 40;
    const long long start = *offset < 0 ? size : *offset;
    const std::string data = *offset < 0 || start >= size ? "" : read(start, *length < 0 ? everything : *length);
    sendJson(response, jsonOf([&](JsonWriter& w) {
                 w.text(0, "data", data);
                 w.integer(0, "offset", start);
             }),
             &request);
}

void readFileCall(const Call& call, std::string_view who, std::int64_t size, const ReadBytes& read,
                  httplib::Response& response) {
    if (!call.hasPart()) {
        missing(response, who, call.partName());
        return;
    }
    const Json& offsetValue = member(call.part(), "offset");
    if (call.type == "READ_FILE" && offsetValue.is_string()) {
        const auto text = offsetValue.get<std::string>();
        plainText(response, 400,
                  "Failed to convert JSON into Call protobuf: Failed to parse '" + text +
                      "' as a JSON number for field 'offset': syntax error at line 1 near: " + text);
        return;
    }
    if (size < 0 || call.type != "READ_FILE") {
        plainText(response, 404, "");
        return;
    }
    const auto offset = std::min(static_cast<std::int64_t>(number(offsetValue)), size);
    const std::string data = read(offset, static_cast<std::int64_t>(number(member(call.part(), "length"), 1e12)));
    std::string out;
    const auto build = [&](auto& w) {
        w.root([&] {
            w.choice(1, "type", 7, "READ_FILE");
            w.message(8, "read_file", [&] {
                w.integer(1, "size", size);
                w.bytes(2, "data", data);
            });
        });
    };
    if (call.answer == Encoding::Json) {
        JsonWriter w(out);
        build(w);
    } else {
        ProtoWriter w(out);
        build(w);
    }
    send(response, call.answer, std::move(out));
}

} // namespace mesoscope::demo::settings
