#include "tests/support/twin_state.h"

#include <protozero/pbf_writer.hpp>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <random>
#include <string>

namespace mesoscope::test {

namespace {

using protozero::pbf_writer;

/// A message under construction in both forms.
struct Twin {
    QJsonObject json;
    std::string proto;

    void string(std::uint32_t number, const char* name, const std::string& value) {
        pbf_writer(proto).add_string(number, value);
        json.insert(QLatin1String(name), QString::fromStdString(value));
    }
    void boolean(std::uint32_t number, const char* name, bool value) {
        pbf_writer(proto).add_bool(number, value);
        json.insert(QLatin1String(name), value);
    }
    void real(std::uint32_t number, const char* name, double value) {
        pbf_writer(proto).add_double(number, value);
        json.insert(QLatin1String(name), value);
    }
    void integer(std::uint32_t number, const char* name, qint64 value) {
        pbf_writer(proto).add_int64(number, value);
        json.insert(QLatin1String(name), value);
    }
    void choice(std::uint32_t number, const char* name, std::uint32_t value, const char* valueName) {
        pbf_writer(proto).add_uint32(number, value);
        json.insert(QLatin1String(name), QLatin1String(valueName));
    }
    void message(std::uint32_t number, const char* name, const Twin& value) {
        pbf_writer(proto).add_message(number, value.proto);
        json.insert(QLatin1String(name), value.json);
    }
    void add(std::uint32_t number, const char* name, const Twin& value) {
        pbf_writer(proto).add_message(number, value.proto);
        QJsonArray list = json.value(QLatin1String(name)).toArray();
        list.append(value.json);
        json.insert(QLatin1String(name), list);
    }
    void addString(std::uint32_t number, const char* name, const std::string& value) {
        pbf_writer(proto).add_string(number, value);
        QJsonArray list = json.value(QLatin1String(name)).toArray();
        list.append(QString::fromStdString(value));
        json.insert(QLatin1String(name), list);
    }
};

class Maker {
public:
    explicit Maker(unsigned seed) : random_(seed) {}

    int below(int n) { return int(random_() % unsigned(n)); }
    bool chance(int percent) { return below(100) < percent; }

    Twin id(const std::string& value) {
        Twin t;
        t.string(1, "value", value);
        return t;
    }
    std::string oddText() {
        static const char* texts[] = {"plain",    "with \"quotes\" and \\ back", "tab\tand\nline", "中文 ✓", "",
                                      "a/b.c-d_e"};
        return texts[below(6)];
    }
    Twin resource(const char* name, double value) {
        Twin r;
        r.string(1, "name", name);
        r.choice(2, "type", 0, "SCALAR");
        Twin scalar;
        scalar.real(1, "value", value);
        r.message(3, "scalar", scalar);
        const int kind = below(4);
        if (kind == 1)
            r.string(6, "role", "*");
        if (kind == 2)
            r.string(6, "role", "dev");
        if (chance(60)) {
            Twin allocation;
            allocation.string(1, "role", chance(50) ? "*" : "ops/db");
            r.message(11, "allocation_info", allocation);
        }
        if (kind == 3) {
            Twin reservation;
            reservation.choice(4, "type", 2, "DYNAMIC");
            reservation.string(3, "role", "ops/db");
            r.add(13, "reservations", reservation);
        }
        return r;
    }
    Twin ports() {
        Twin r;
        r.string(1, "name", "ports");
        r.choice(2, "type", 1, "RANGES");
        Twin ranges;
        for (int i = below(3); i >= 0; --i) {
            Twin range;
            range.integer(1, "begin", 31000 + i * 10);
            range.integer(2, "end", 31000 + i * 10 + below(5));
            ranges.add(1, "range", range);
        }
        r.message(4, "ranges", ranges);
        return r;
    }
    Twin labels() {
        Twin list;
        for (int i = below(4); i > 0; --i) {
            Twin label;
            label.string(1, "key", "k" + std::to_string(i));
            if (chance(70))
                label.string(2, "value", oddText());
            list.add(1, "labels", label);
        }
        return list;
    }
    Twin networkInfo() {
        Twin info;
        for (int i = below(3); i > 0; --i) {
            Twin address;
            address.choice(1, "protocol", 1, "IPv4");
            address.string(2, "ip_address", "10.0.0." + std::to_string(below(250)));
            info.add(5, "ip_addresses", address);
        }
        if (chance(50))
            info.string(6, "name", "cni-" + std::to_string(below(3)));
        return info;
    }
    std::pair<std::uint32_t, const char*> state() {
        static const char* names[] = {"TASK_STARTING",         "TASK_RUNNING", "TASK_FINISHED",    "TASK_FAILED",
                                      "TASK_KILLED",           "TASK_LOST",    "TASK_STAGING",     "TASK_ERROR",
                                      "TASK_KILLING",          "TASK_DROPPED", "TASK_UNREACHABLE", "TASK_GONE",
                                      "TASK_GONE_BY_OPERATOR", "TASK_UNKNOWN"};
        const int n = chance(50) ? 1 : below(14);
        return {std::uint32_t(n), names[n]};
    }
    Twin status(const std::string& taskId, const std::string& agentId) {
        Twin s;
        s.message(1, "task_id", id(taskId));
        const auto [number, name] = state();
        s.choice(2, "state", number, name);
        if (chance(40))
            s.string(4, "message", oddText());
        s.choice(9, "source", 2, "SOURCE_EXECUTOR");
        if (chance(40))
            s.choice(10, "reason", 8, "REASON_CONTAINER_LIMITATION_MEMORY");
        s.message(5, "agent_id", id(agentId));
        s.real(6, "timestamp", 1795421546.0 + below(100000) / 1000.0);
        if (chance(50))
            s.boolean(8, "healthy", chance(50));
        if (chance(80)) {
            Twin container;
            container.message(4, "container_id", id("c" + std::to_string(below(1000))));
            for (int i = below(3); i > 0; --i)
                container.add(1, "network_infos", networkInfo());
            s.message(13, "container_status", container);
        }
        return s;
    }
    Twin discovery() {
        Twin d;
        d.choice(1, "visibility", 2, "EXTERNAL");
        d.string(2, "name", oddText());
        Twin port;
        port.integer(1, "number", 8080);
        port.string(2, "name", "http");
        port.string(3, "protocol", "tcp");
        Twin list;
        list.add(1, "ports", port);
        d.message(6, "ports", list);
        return d;
    }
    Twin container() {
        Twin c;
        c.choice(1, "type", 1, "DOCKER");
        Twin docker;
        docker.string(1, "image", "nginx:" + std::to_string(below(5)));
        docker.choice(2, "network", 2, "BRIDGE");
        docker.boolean(4, "privileged", chance(20));
        c.message(3, "docker", docker);
        return c;
    }
    Twin healthCheck() {
        Twin h;
        h.real(2, "delay_seconds", 0.5);
        h.real(3, "interval_seconds", 10);
        h.real(4, "timeout_seconds", 20);
        h.integer(5, "consecutive_failures", 3);
        h.real(6, "grace_period_seconds", 1);
        h.choice(8, "type", 3, "TCP");
        Twin tcp;
        tcp.choice(2, "protocol", 1, "IPv4");
        tcp.integer(1, "port", 80);
        h.message(9, "tcp", tcp);
        return h;
    }
    Twin task(int n, int agents) {
        const std::string taskId = "app_" + std::to_string(n % 17) + "." + std::to_string(n);
        const std::string agentId = "S" + std::to_string(below(agents + 1));
        Twin t;
        t.string(1, "name", chance(90) ? "app" + std::to_string(n % 17) : oddText());
        t.message(2, "task_id", id(taskId));
        t.message(3, "framework_id", id("F" + std::to_string(n % 3)));
        if (chance(30))
            t.message(4, "executor_id", id("e" + std::to_string(n)));
        t.message(5, "agent_id", id(agentId));
        const auto [number, name] = state();
        t.choice(6, "state", number, name);
        t.add(7, "resources", resource("cpus", 0.1 * (1 + below(20))));
        t.add(7, "resources", resource("mem", 32 * (1 + below(64))));
        if (chance(20))
            t.add(7, "resources", resource("gpus", 1 + below(4)));
        if (chance(60))
            t.add(7, "resources", ports());
        for (int i = below(4); i > 0; --i)
            t.add(8, "statuses", status(taskId, agentId));
        if (chance(50))
            t.message(11, "labels", labels());
        if (chance(30))
            t.message(12, "discovery", discovery());
        if (chance(40))
            t.message(13, "container", container());
        if (chance(30))
            t.message(15, "health_check", healthCheck());
        return t;
    }
    Twin attribute(int kind) {
        Twin a;
        a.string(1, "name", "attr" + std::to_string(kind));
        Twin value;
        if (kind == 0) {
            a.choice(2, "type", 3, "TEXT");
            value.string(1, "value", oddText());
            a.message(5, "text", value);
        } else if (kind == 1) {
            a.choice(2, "type", 0, "SCALAR");
            value.real(1, "value", below(100) / 4.0);
            a.message(3, "scalar", value);
        } else if (kind == 2) {
            a.choice(2, "type", 2, "SET");
            value.addString(1, "item", "x");
            value.addString(1, "item", "y");
            a.message(6, "set", value);
        } else {
            a.choice(2, "type", 1, "RANGES");
            Twin range;
            range.integer(1, "begin", 1);
            range.integer(2, "end", 4);
            value.add(1, "range", range);
            a.message(4, "ranges", value);
        }
        return a;
    }
    Twin time(const char*) {
        Twin t;
        t.integer(1, "nanoseconds", 1795421544655400960LL + below(1000000) * 1000LL);
        return t;
    }
    Twin named(const std::string& name) {
        Twin t;
        t.string(1, "name", name);
        return t;
    }
    Twin agentInfo(int n) {
        Twin info;
        info.string(1, "hostname", "host-" + std::to_string(n));
        info.integer(8, "port", 5051);
        for (int kind = 0; kind < below(5); ++kind)
            info.add(5, "attributes", attribute(kind));
        info.message(6, "id", id("S" + std::to_string(n)));
        if (chance(50)) {
            Twin fault;
            fault.message(1, "region", named("cn-north"));
            fault.message(2, "zone", named("zone-" + std::to_string(n % 3)));
            Twin domain;
            domain.message(1, "fault_domain", fault);
            info.message(10, "domain", domain);
        }
        return info;
    }
    Twin drainInfo() {
        Twin grace;
        grace.integer(1, "nanoseconds", 30'000'000'000LL);
        Twin config;
        config.message(1, "max_grace_period", grace);
        config.boolean(2, "mark_gone", chance(50));
        Twin drain;
        const bool drained = chance(50);
        drain.choice(1, "state", drained ? 2 : 1, drained ? "DRAINED" : "DRAINING");
        drain.message(2, "config", config);
        return drain;
    }
    Twin agent(int n) {
        Twin a;
        a.message(1, "agent_info", agentInfo(n));
        a.boolean(2, "active", chance(90));
        a.boolean(12, "deactivated", chance(10));
        a.string(3, "version", "1.12.0");
        a.string(4, "pid", "slave(1)@10.0.0.1:5051");
        a.message(5, "registered_time", time("registered"));
        if (chance(30))
            a.message(6, "reregistered_time", time("reregistered"));
        a.add(7, "total_resources", resource("cpus", 8));
        a.add(7, "total_resources", resource("mem", 16384));
        if (chance(70))
            a.add(8, "allocated_resources", resource("cpus", below(8)));
        if (chance(20))
            a.add(9, "offered_resources", resource("mem", below(8000)));
        if (chance(20)) {
            a.message(13, "drain_info", drainInfo());
            a.message(14, "estimated_drain_start_time", time("drain"));
        }
        return a;
    }
    Twin framework(int n) {
        Twin info;
        info.string(1, "user", "root");
        info.string(2, "name", "marathon-" + std::to_string(n));
        info.message(3, "id", id("F" + std::to_string(n)));
        info.real(4, "failover_timeout", 604800);
        info.boolean(5, "checkpoint", true);
        if (chance(30))
            info.string(6, "role", "*");
        info.string(7, "hostname", "h");
        info.string(8, "principal", oddText());
        info.string(9, "webui_url", "http://h:8080");
        for (int i = 1; i <= 8; i += 1 + below(3)) {
            static const char* names[] = {"",
                                          "REVOCABLE_RESOURCES",
                                          "TASK_KILLING_STATE",
                                          "GPU_RESOURCES",
                                          "SHARED_RESOURCES",
                                          "PARTITION_AWARE",
                                          "MULTI_ROLE",
                                          "RESERVATION_REFINEMENT",
                                          "REGION_AWARE"};
            Twin capability;
            capability.choice(1, "type", std::uint32_t(i), names[i]);
            info.add(10, "capabilities", capability);
        }
        if (!info.json.contains(QLatin1String("role"))) {
            info.addString(12, "roles", "dev");
            info.addString(12, "roles", "ops/db");
        }
        Twin f;
        f.message(1, "framework_info", info);
        f.boolean(2, "active", chance(80));
        f.boolean(3, "connected", chance(80));
        f.boolean(11, "recovered", chance(20));
        f.message(4, "registered_time", time("registered"));
        for (int i = below(3); i > 0; --i)
            f.add(7, "offers", id("O"));
        f.add(9, "allocated_resources", resource("cpus", 3.5));
        return f;
    }

private:
    std::mt19937 random_;
};

TwinState finished(const Twin& event) {
    return {QJsonDocument(event.json).toJson(QJsonDocument::Compact), QByteArray::fromStdString(event.proto)};
}

} // namespace

TwinState twinState(unsigned seed, int agents, int tasks) {
    Maker make(seed);
    Twin getTasks;
    Twin getFrameworks;
    Twin getAgents;
    for (int i = 0; i < tasks; ++i) {
        static constexpr std::uint32_t numbers[] = {2, 2, 2, 5, 3};
        static const char* names[] = {"tasks", "tasks", "tasks", "unreachable_tasks", "completed_tasks"};
        const int list = make.below(5);
        getTasks.add(numbers[list], names[list], make.task(i, agents));
    }
    for (int i = 0; i < 3; ++i)
        getFrameworks.add(i == 2 ? 2 : 1, i == 2 ? "completed_frameworks" : "frameworks", make.framework(i));
    for (int i = 0; i < agents; ++i)
        getAgents.add(1, "agents", make.agent(i));
    getAgents.add(2, "recovered_agents", make.agentInfo(agents));
    Twin state;
    state.message(1, "get_tasks", getTasks);
    state.message(3, "get_frameworks", getFrameworks);
    state.message(4, "get_agents", getAgents);
    Twin subscribed;
    subscribed.message(1, "get_state", state);
    subscribed.real(2, "heartbeat_interval_seconds", 12.5);
    Twin event;
    event.choice(1, "type", 1, "SUBSCRIBED");
    event.message(2, "subscribed", subscribed);
    return finished(event);
}

TwinState twinUpdate(unsigned seed) {
    Maker make(seed);
    Twin update;
    update.message(1, "framework_id", make.id("F1"));
    update.message(2, "status", make.status("t" + std::to_string(seed), "S1"));
    const auto [number, name] = make.state();
    update.choice(3, "state", number, name);
    Twin event;
    event.choice(1, "type", 3, "TASK_UPDATED");
    event.message(4, "task_updated", update);
    return finished(event);
}

} // namespace mesoscope::test
