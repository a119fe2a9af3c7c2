// Mesos' v1 messages (mesos.proto, master.proto, agent.proto) written from the world's values, once for both encodings.
// Which field is there when it is empty follows recorded answers of a real master. Call everything under the world's
// lock.
#pragma once

#include "app/demo/mesos/ids.h"
#include "app/demo/mesos/message_writer.h"

#include <array>
#include <set>

namespace mesoscope::demo::v1 {

inline constexpr std::string_view version = "1.12.0";
inline constexpr std::string_view buildDate = "2026-03-02 07:34:44 UTC";
inline constexpr double buildTime = 1772436884;
inline constexpr std::string_view gitSha = "c1b42f79d157aa900be5cbb0c1023f1479962aa7";

inline constexpr std::array<std::string_view, 9> agentCapabilities{"",
                                                                   "MULTI_ROLE",
                                                                   "HIERARCHICAL_ROLE",
                                                                   "RESERVATION_REFINEMENT",
                                                                   "RESOURCE_PROVIDER",
                                                                   "RESIZE_VOLUME",
                                                                   "AGENT_OPERATION_FEEDBACK",
                                                                   "AGENT_DRAINING",
                                                                   "TASK_RESOURCE_LIMITS"};

/// Its capabilities as (number, name), as the framework's flags say.
std::vector<std::pair<int, std::string_view>> capabilities(const FrameworkInfo& info);
/// Sorted ports as ranges: 31000-31003, 31007.
std::vector<PortRange> portRanges(const std::vector<int>& sortedPorts);
std::int64_t nanoseconds(double seconds);
/// All the ports that tasks of a framework have, sorted.
int agentNumber(const Agent& agent);

template<class W>
void value(W& w, int tag, std::string_view name, std::string_view id) {
    w.message(tag, name, [&] { w.text(1, "value", id); });
}

template<class W>
void time(W& w, int tag, std::string_view name, double seconds) {
    w.message(tag, name, [&] { w.integer(1, "nanoseconds", nanoseconds(seconds)); });
}

template<class W>
void labels(W& w, int tag, const std::vector<Label>& all) {
    if (all.empty())
        return;
    w.message(tag, "labels", [&] {
        w.list(1, "labels", all, [&](const Label& label) {
            w.text(1, "key", label.key);
            w.text(2, "value", label.value);
        });
    });
}

/// One line of a list of resources; which of the fields are used depends on where it stands.
struct ResourceLine {
    std::string_view name;
    double scalar = 0;
    std::vector<PortRange> ranges; ///< not empty: RANGES
    std::string_view role;         ///< empty: no such field
    std::string_view allocatedTo;  ///< empty: no such field
    const Reservation* reservation = nullptr;
};

void addScalars(std::vector<ResourceLine>& lines, const Resources& resources, const ResourceLine& like);
std::vector<ResourceLine> taskResources(const Task& task);
std::vector<ResourceLine> agentInfoResources(const Agent& agent);
std::vector<ResourceLine> agentTotal(const Agent& agent);
std::vector<ResourceLine> agentAllocated(const World& world, const Agent& agent);
std::vector<ResourceLine> agentOffered(const World& world, const Agent& agent);
std::vector<ResourceLine> frameworkAllocated(const Framework& framework);

template<class W>
void reservationInfo(W& w, const Reservation& reservation, bool refined) {
    if (refined) {
        w.choice(4, "type", 2, "DYNAMIC");
        w.text(3, "role", reservation.role);
    }
    if (!reservation.principal.empty())
        w.text(1, "principal", reservation.principal);
    labels(w, 2, reservation.labels);
}

template<class W>
void reservationFields(W& w, const Reservation& reservation) {
    w.message(8, "reservation", [&] { reservationInfo(w, reservation, false); });
    const std::array<const Reservation*, 1> one{&reservation};
    w.list(13, "reservations", one, [&](const Reservation* r) { reservationInfo(w, *r, true); });
    if (reservation.persistenceId.empty())
        return;
    w.message(7, "disk", [&] {
        w.message(1, "persistence", [&] {
            w.text(1, "id", reservation.persistenceId);
            w.text(2, "principal", reservation.principal);
        });
        w.message(2, "volume", [&] {
            w.choice(3, "mode", 1, "RW");
            w.text(1, "container_path", reservation.containerPath);
        });
    });
}

template<class W>
void resource(W& w, const ResourceLine& line) {
    w.text(1, "name", line.name);
    if (line.ranges.empty()) {
        w.choice(2, "type", 0, "SCALAR");
        w.message(3, "scalar", [&] { w.real(1, "value", line.scalar); });
    } else {
        w.choice(2, "type", 1, "RANGES");
        w.message(4, "ranges", [&] {
            w.list(1, "range", line.ranges, [&](const PortRange& range) {
                w.integer(1, "begin", range.begin);
                w.integer(2, "end", range.end);
            });
        });
    }
    if (!line.role.empty())
        w.text(6, "role", line.role);
    if (!line.allocatedTo.empty())
        w.message(11, "allocation_info", [&] { w.text(1, "role", line.allocatedTo); });
    if (line.reservation)
        reservationFields(w, *line.reservation);
}

template<class W>
void resources(W& w, int tag, std::string_view name, const std::vector<ResourceLine>& lines) {
    if (!lines.empty())
        w.list(tag, name, lines, [&](const ResourceLine& line) { resource(w, line); });
}

template<class W>
void containerIdFields(W& w, const World& world, const Task& task) {
    w.text(1, "value", containerId(task));
    if (const std::string parent = parentContainerId(world, task); !parent.empty())
        w.message(2, "parent", [&] { w.text(1, "value", parent); });
}

template<class W>
void networkInfo(W& w, const Agent& agent, const Task& task) {
    const std::array<int, 1> one{0};
    w.list(5, "ip_addresses", one, [&](int) {
        w.choice(1, "protocol", 1, "IPv4");
        w.text(2, "ip_address", taskAddress(agent, task));
    });
    if (task.spec().container && !task.spec().container->network.empty())
        w.text(6, "name", task.spec().container->network);
}

template<class W>
void containerStatus(W& w, const World& world, const Task& task) {
    w.message(13, "container_status", [&] {
        w.message(4, "container_id", [&] { containerIdFields(w, world, task); });
        const std::array<int, 1> one{0};
        w.list(1, "network_infos", one, [&](int) { networkInfo(w, world.agentOf(task), task); });
        w.integer(3, "executor_pid", executorPid(task));
    });
}

template<class W>
void status(W& w, const World& world, const Task& task, const Status& s) {
    value(w, 1, "task_id", task.id());
    w.choice(2, "state", static_cast<int>(s.state), toString(s.state));
    if (!s.message.empty())
        w.text(4, "message", s.message);
    w.choice(9, "source", static_cast<int>(s.source), toString(s.source));
    if (s.reason != Reason::None)
        w.choice(10, "reason", static_cast<int>(s.reason), toString(s.reason));
    value(w, 5, "agent_id", world.agentOf(task).id);
    if (s.source == Source::Executor)
        value(w, 7, "executor_id", executorId(task));
    w.real(6, "timestamp", s.time);
    if (s.source == Source::Executor)
        w.bytes(11, "uuid", updateUuid(task, s));
    if (s.healthy >= 0)
        w.boolean(8, "healthy", s.healthy == 1);
    if (s.source == Source::Executor)
        containerStatus(w, world, task);
    if (s.unreachableTime > 0)
        time(w, 14, "unreachable_time", s.unreachableTime);
}

template<class W>
void discovery(W& w, const Discovery& d, const std::vector<int>& taskPorts) {
    w.message(12, "discovery", [&] {
        w.choice(1, "visibility", d.visibility == "EXTERNAL" ? 2 : d.visibility == "CLUSTER" ? 1 : 0, d.visibility);
        if (!d.name.empty())
            w.text(2, "name", d.name);
        w.message(6, "ports", [&] {
            std::size_t position = 0;
            w.list(1, "ports", d.ports, [&](const DiscoveryPort& port) {
                const int own = position < taskPorts.size() ? taskPorts[position] : 0;
                ++position;
                w.integer(1, "number", port.number != 0 ? port.number : own);
                if (!port.name.empty())
                    w.text(2, "name", port.name);
                w.text(3, "protocol", port.protocol);
                labels(w, 5, port.labels);
            });
        });
    });
}

template<class W>
void portMappings(W& w, int tag, const Container& c, const std::vector<int>& taskPorts) {
    if (c.portMappings.empty())
        return;
    std::size_t position = 0;
    w.list(tag, "port_mappings", c.portMappings, [&](const PortMapping& mapping) {
        w.integer(1, "host_port", position < taskPorts.size() ? taskPorts[position] : 0);
        ++position;
        w.integer(2, "container_port", mapping.containerPort);
        w.text(3, "protocol", mapping.protocol);
    });
}

template<class W>
void dockerInfo(W& w, const Container& c, const std::vector<int>& taskPorts) {
    w.message(3, "docker", [&] {
        w.text(1, "image", c.image);
        const bool bridge = c.networkMode == "container/bridge";
        const bool user = c.networkMode == "container";
        w.choice(2, "network", bridge ? 2 : user ? 4 : 1, bridge ? "BRIDGE" : user ? "USER" : "HOST");
        portMappings(w, 3, c, taskPorts);
        w.boolean(4, "privileged", c.privileged);
        w.boolean(6, "force_pull_image", c.forcePull);
    });
}

template<class W>
void mesosInfo(W& w, const Container& c) {
    w.message(5, "mesos", [&] {
        if (c.image.empty())
            return;
        w.message(1, "image", [&] {
            w.choice(1, "type", 2, "DOCKER");
            w.message(3, "docker", [&] { w.text(1, "name", c.image); });
        });
    });
}

template<class W>
void container(W& w, const Container& c, const std::vector<int>& taskPorts) {
    w.message(13, "container", [&] {
        w.choice(1, "type", c.docker ? 1 : 2, c.docker ? "DOCKER" : "MESOS");
        if (!c.volumes.empty())
            w.list(2, "volumes", c.volumes, [&](const Volume& volume) {
                w.choice(3, "mode", volume.readOnly ? 2 : 1, volume.readOnly ? "RO" : "RW");
                w.text(1, "container_path", volume.containerPath);
                if (!volume.hostPath.empty())
                    w.text(2, "host_path", volume.hostPath);
            });
        if (c.docker)
            dockerInfo(w, c, taskPorts);
        else
            mesosInfo(w, c);
        if (c.network.empty())
            return;
        const std::array<int, 1> one{0};
        w.list(7, "network_infos", one, [&](int) {
            w.text(6, "name", c.network);
            portMappings(w, 7, c, taskPorts);
        });
    });
}

template<class W>
void healthCheck(W& w, const HealthCheck& check) {
    static constexpr std::array<std::string_view, 4> names{"UNKNOWN", "COMMAND", "HTTP", "TCP"};
    w.message(15, "health_check", [&] {
        w.real(2, "delay_seconds", check.delaySeconds);
        w.real(3, "interval_seconds", check.intervalSeconds);
        w.real(4, "timeout_seconds", check.timeoutSeconds);
        w.integer(5, "consecutive_failures", check.consecutiveFailures);
        w.real(6, "grace_period_seconds", check.gracePeriodSeconds);
        w.choice(8, "type", static_cast<int>(check.type), names[static_cast<std::size_t>(check.type)]);
        if (check.type == HealthCheck::Type::Command)
            w.message(7, "command", [&] {
                w.boolean(6, "shell", true);
                w.text(3, "value", check.command);
            });
        else if (check.type == HealthCheck::Type::Http)
            w.message(1, "http", [&] {
                w.text(3, "scheme", check.scheme);
                w.integer(1, "port", check.port);
                w.text(2, "path", check.path);
            });
        else
            w.message(9, "tcp", [&] { w.integer(1, "port", check.port); });
    });
}

/// The last update that an executor sent; nullptr if there was none.
const Status* lastExecutorStatus(const Task& task);

template<class W>
void task(W& w, const World& world, const Task& t) {
    w.text(1, "name", t.spec().name);
    value(w, 2, "task_id", t.id());
    value(w, 3, "framework_id", world.frameworkOf(t).id);
    if (!t.info.executorId.empty())
        value(w, 4, "executor_id", t.info.executorId);
    value(w, 5, "agent_id", world.agentOf(t).id);
    w.choice(6, "state", static_cast<int>(t.state), toString(t.state));
    resources(w, 7, "resources", taskResources(t));
    if (!t.statuses.empty())
        w.list(8, "statuses", t.statuses, [&](const Status& s) { status(w, world, t, s); });
    if (const Status* last = lastExecutorStatus(t)) {
        w.choice(9, "status_update_state", static_cast<int>(last->state), toString(last->state));
        w.bytes(10, "status_update_uuid", updateUuid(t, *last));
    }
    labels(w, 11, t.spec().labels);
    if (t.spec().discovery)
        discovery(w, *t.spec().discovery, t.info.ports);
    if (t.spec().container)
        container(w, *t.spec().container, t.info.ports);
    if (t.spec().healthCheck)
        healthCheck(w, *t.spec().healthCheck);
    if (!t.spec().user.empty())
        w.text(14, "user", t.spec().user);
}

template<class W>
void domain(W& w, int tag, std::string_view region, std::string_view zone) {
    w.message(tag, "domain", [&] {
        w.message(1, "fault_domain", [&] {
            w.message(1, "region", [&] { w.text(1, "name", region); });
            w.message(2, "zone", [&] { w.text(1, "name", zone); });
        });
    });
}

template<class W>
void attribute(W& w, const Attribute& a) {
    w.text(1, "name", a.name);
    switch (a.type) {
    case AttributeType::Text:
        w.choice(2, "type", 3, "TEXT");
        value(w, 5, "text", a.text);
        return;
    case AttributeType::Scalar:
        w.choice(2, "type", 0, "SCALAR");
        w.message(3, "scalar", [&] { w.real(1, "value", a.scalar); });
        return;
    case AttributeType::Ranges:
        w.choice(2, "type", 1, "RANGES");
        w.message(4, "ranges", [&] {
            const std::array<PortRange, 1> one{a.range};
            w.list(1, "range", one, [&](const PortRange& range) {
                w.integer(1, "begin", range.begin);
                w.integer(2, "end", range.end);
            });
        });
    }
}

template<class W>
void agentInfo(W& w, const Agent& agent, int port, bool asMaster = true) {
    w.text(1, "hostname", agent.hostname);
    w.integer(8, "port", port);
    resources(w, 3, "resources", agentInfoResources(agent));
    w.list(5, "attributes", agent.attributes, [&](const Attribute& a) { attribute(w, a); });
    value(w, 6, "id", agent.id);
    domain(w, 10, agent.region, agent.zone);
    (void)asMaster;
    // The released message classes do not know AgentInfo.checkpoint in v1; newer masters print it in JSON.
    if constexpr (W::isJson)
        if (asMaster)
            w.boolean(0, "checkpoint", true);
}

template<class W>
void drainInfo(W& w, const Drain& drain) {
    w.message(13, "drain_info", [&] {
        w.choice(1, "state", static_cast<int>(drain.state),
                 drain.state == DrainState::Drained ? "DRAINED" : "DRAINING");
        w.message(2, "config", [&] {
            if (drain.hasGrace)
                time(w, 1, "max_grace_period", drain.graceSeconds);
            w.boolean(2, "mark_gone", drain.markGone);
        });
    });
    time(w, 14, "estimated_drain_start_time", drain.started);
}

std::string agentPid(const Agent& agent, int port);

template<class W>
void agent(W& w, const World& world, const Agent& a, int port) {
    w.message(1, "agent_info", [&] { agentInfo(w, a, port); });
    w.boolean(2, "active", a.state == AgentState::Active && !a.deactivated);
    w.boolean(12, "deactivated", a.deactivated);
    w.text(3, "version", version);
    w.text(4, "pid", agentPid(a, port));
    time(w, 5, "registered_time", a.registered);
    if (a.reregistered > 0)
        time(w, 6, "reregistered_time", a.reregistered);
    resources(w, 7, "total_resources", agentTotal(a));
    resources(w, 8, "allocated_resources", agentAllocated(world, a));
    resources(w, 9, "offered_resources", agentOffered(world, a));
    static constexpr std::array<int, 8> numbers{1, 2, 3, 4, 5, 6, 7, 8};
    w.list(10, "capabilities", numbers,
           [&](int n) { w.choice(1, "type", n, agentCapabilities[static_cast<std::size_t>(n)]); });
    if (a.drain.state != DrainState::None)
        drainInfo(w, a.drain);
}

template<class W>
void frameworkInfo(W& w, const Framework& f) {
    w.text(1, "user", f.info.user);
    w.text(2, "name", f.info.name);
    value(w, 3, "id", f.id);
    w.real(4, "failover_timeout", f.info.failoverTimeout);
    w.boolean(5, "checkpoint", f.info.checkpoint);
    if (f.info.multiRole)
        w.texts(12, "roles", f.info.roles);
    else
        w.text(6, "role", f.info.roles.front());
    if (!f.info.hostname.empty())
        w.text(7, "hostname", f.info.hostname);
    if (!f.info.principal.empty())
        w.text(8, "principal", f.info.principal);
    if (!f.info.webuiUrl.empty())
        w.text(9, "webui_url", f.info.webuiUrl);
    w.list(10, "capabilities", capabilities(f.info), [&](const auto& c) { w.choice(1, "type", c.first, c.second); });
    labels(w, 11, f.info.labels);
}

/// asEvent: FRAMEWORK_ADDED and _UPDATED say unregistered_time 0 and know no offer constraints.
template<class W>
void framework(W& w, const Framework& f, bool asEvent) {
    w.message(1, "framework_info", [&] { frameworkInfo(w, f); });
    w.boolean(2, "active", f.active);
    w.boolean(3, "connected", f.connected);
    w.boolean(11, "recovered", false);
    time(w, 4, "registered_time", f.registered);
    time(w, 5, "reregistered_time", f.reregistered);
    if (asEvent || f.removed)
        time(w, 6, "unregistered_time", f.unregistered);
    if (!f.removed)
        resources(w, 9, "allocated_resources", frameworkAllocated(f));
    if (!asEvent)
        w.message(12, "offer_constraints", [] {});
}

template<class W>
void getTasks(W& w, const World& world) {
    const auto write = [&](const auto& t) { task(w, world, *t); };
    w.items(2, "tasks", Elements::Task, world.tasks(), write);
    std::vector<const Task*> unreachable;
    std::vector<const Task*> completed;
    for (const auto& f : world.frameworks()) {
        for (const auto& t : f->unreachable)
            unreachable.push_back(t.get());
        for (const auto& t : f->completed)
            completed.push_back(t.get());
    }
    w.items(5, "unreachable_tasks", Elements::Task, unreachable, write);
    w.items(3, "completed_tasks", Elements::Task, completed, write);
}

template<class W>
void getFrameworks(W& w, const World& world) {
    std::vector<const Framework*> active;
    std::vector<const Framework*> completed;
    for (const auto& f : world.frameworks())
        (f->removed ? completed : active).push_back(f.get());
    w.list(1, "frameworks", active, [&](const Framework* f) { framework(w, *f, false); });
    w.list(2, "completed_frameworks", completed, [&](const Framework* f) { framework(w, *f, false); });
}

template<class W>
void getAgents(W& w, const World& world, int port) {
    std::vector<const Agent*> listed;
    std::vector<const Agent*> recovered;
    for (const auto& a : world.agents())
        if (a->listed())
            (world.recovered().contains(a->index) ? recovered : listed).push_back(a.get());
    w.items(1, "agents", Elements::Agent, listed, [&](const Agent* a) { agent(w, world, *a, port); });
    w.items(2, "recovered_agents", Elements::Recovered, recovered, [&](const Agent* a) { agentInfo(w, *a, port); });
}

/// Executors that frameworks defined themselves (pods): a task of each, by agent and executor id.
std::vector<const Task*> podExecutors(const World& world);

template<class W>
void executorInfo(W& w, const World& world, const Task& t) {
    w.choice(15, "type", 1, "DEFAULT");
    value(w, 1, "executor_id", t.info.executorId);
    value(w, 8, "framework_id", world.frameworkOf(t).id);
    std::vector<ResourceLine> lines;
    addScalars(lines, {0.1, 32, 10, 0}, {.name = {}, .ranges = {}, .role = {}, .allocatedTo = t.spec().role});
    resources(w, 5, "resources", lines);
}

template<class W>
void getExecutors(W& w, const World& world) {
    w.list(1, "executors", podExecutors(world), [&](const Task* t) {
        w.message(1, "executor_info", [&] { executorInfo(w, world, *t); });
        value(w, 2, "agent_id", world.agentOf(*t).id);
    });
}

template<class W>
void getState(W& w, const World& world, int agentsPort) {
    w.message(1, "get_tasks", [&] { getTasks(w, world); });
    w.message(2, "get_executors", [&] { getExecutors(w, world); });
    w.message(3, "get_frameworks", [&] { getFrameworks(w, world); });
    w.message(4, "get_agents", [&] { getAgents(w, world, agentsPort); });
}

template<class W>
void fileInfo(W& w, std::string_view path, std::int64_t size, double mtime, bool directory) {
    w.text(1, "path", path);
    w.integer(2, "nlink", directory ? 2 : 1);
    w.integer(3, "size", size);
    time(w, 4, "mtime", mtime);
    w.integer(5, "mode", directory ? 16877 : 33188);
    w.text(6, "uid", "root");
    w.text(7, "gid", "root");
}

template<class W>
void versionInfo(W& w) {
    w.message(1, "version_info", [&] {
        w.text(1, "version", version);
        w.text(2, "build_date", buildDate);
        w.real(3, "build_time", buildTime);
        w.text(4, "build_user", "root");
        w.text(5, "git_sha", gitSha);
    });
}

} // namespace mesoscope::demo::v1
