#include "app/demo/mesos/legacy.h"

#include "app/demo/mesos/v1_messages.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace mesoscope::demo::legacy {

namespace {

using Ports = std::vector<int>;

std::string rangesText(const std::vector<PortRange>& ranges) {
    std::string text = "[";
    for (const PortRange& range : ranges)
        text += (text.size() > 1 ? ", " : "") + std::to_string(range.begin) + "-" + std::to_string(range.end);
    return text + "]";
}

void resources(JsonWriter& w, std::string_view name, const Resources& r, const std::vector<PortRange>& ports) {
    const auto rounded = [](double x) { return std::round(x * 1000) / 1000; };
    w.message(0, name, [&] {
        w.real(0, "disk", rounded(r.disk));
        w.real(0, "mem", rounded(r.mem));
        w.real(0, "gpus", rounded(r.gpus));
        w.real(0, "cpus", rounded(r.cpus));
        if (!ports.empty())
            w.text(0, "ports", rangesText(ports));
    });
}

std::vector<PortRange> sortedRanges(Ports ports) {
    std::sort(ports.begin(), ports.end());
    return v1::portRanges(ports);
}

void labels(JsonWriter& w, const std::vector<Label>& all) {
    if (!all.empty())
        w.list(0, "labels", all, [&](const Label& label) {
            w.text(0, "key", label.key);
            w.text(0, "value", label.value);
        });
}

void taskStatus(JsonWriter& w, const World& world, const Task& task, const Status& status) {
    w.text(0, "state", toString(status.state));
    w.real(0, "timestamp", status.time);
    if (status.source == Source::Executor)
        w.message(0, "container_status", [&] {
            w.message(0, "container_id", [&] { v1::containerIdFields(w, world, task); });
            const std::array<int, 1> one{0};
            w.list(0, "network_infos", one, [&](int) { v1::networkInfo(w, world.agentOf(task), task); });
        });
    if (status.healthy >= 0)
        w.boolean(0, "healthy", status.healthy == 1);
}

void task(JsonWriter& w, const World& world, const Task& t) {
    w.text(0, "id", t.id());
    w.text(0, "name", t.spec().name);
    w.text(0, "framework_id", world.frameworkOf(t).id);
    w.text(0, "executor_id", t.info.executorId);
    w.text(0, "slave_id", world.agentOf(t).id);
    w.text(0, "state", toString(t.state));
    resources(w, "resources", t.spec().resources, sortedRanges(t.info.ports));
    w.text(0, "role", t.spec().role);
    w.list(0, "statuses", t.statuses, [&](const Status& s) { taskStatus(w, world, t, s); });
    labels(w, t.spec().labels);
    if (t.spec().discovery)
        v1::discovery(w, *t.spec().discovery, t.info.ports);
    if (t.spec().container)
        v1::container(w, *t.spec().container, t.info.ports);
    if (t.spec().healthCheck)
        v1::healthCheck(w, *t.spec().healthCheck);
}

void attributes(JsonWriter& w, const Agent& agent) {
    w.message(0, "attributes", [&] {
        for (const Attribute& a : agent.attributes)
            if (a.type == AttributeType::Scalar)
                w.real(0, a.name, a.scalar);
            else
                w.text(0, a.name, a.type == AttributeType::Text ? a.text : rangesText({a.range}));
    });
}

Resources offered(const World& world, const Agent& agent) {
    const auto found = world.offers().find(agent.offer);
    return found == world.offers().end() ? Resources() : found->second.resources;
}

std::map<std::string_view, Resources> reservedByRole(const Agent& agent) {
    std::map<std::string_view, Resources> byRole;
    for (const Reservation& reservation : agent.reservations)
        byRole[reservation.role] += reservation.resources;
    return byRole;
}

void drain(JsonWriter& w, const Agent& agent) {
    if (agent.drain.state == DrainState::None)
        return;
    w.message(0, "drain_info", [&] {
        w.text(0, "state", agent.drain.state == DrainState::Drained ? "DRAINED" : "DRAINING");
        w.message(0, "config", [&] {
            if (agent.drain.hasGrace)
                v1::time(w, 0, "max_grace_period", agent.drain.graceSeconds);
            w.boolean(0, "mark_gone", agent.drain.markGone);
        });
    });
    w.real(0, "estimated_drain_start_time_seconds", agent.drain.started);
}

void slave(JsonWriter& w, const World& world, const Agent& agent, const Place& place) {
    w.text(0, "id", agent.id);
    w.text(0, "hostname", agent.hostname);
    w.integer(0, "port", place.agentsPort);
    attributes(w, agent);
    v1::domain(w, 0, agent.region, agent.zone);
    w.text(0, "pid", v1::agentPid(agent, place.agentsPort));
    w.real(0, "registered_time", agent.registered);
    if (agent.reregistered > 0)
        w.real(0, "reregistered_time", agent.reregistered);
    resources(w, "resources", agent.total, {agent.ports});
    resources(w, "used_resources", agent.allocated, v1::portRanges(agent.usedPorts));
    resources(w, "offered_resources", offered(world, agent), {});
    w.message(0, "reserved_resources", [&] {
        for (const auto& [role, sum] : reservedByRole(agent))
            resources(w, role, sum, {});
    });
    resources(w, "unreserved_resources", agent.total - agent.reserved(), {agent.ports});
    w.boolean(0, "active", agent.state == AgentState::Active && !agent.deactivated);
    w.boolean(0, "deactivated", agent.deactivated);
    w.text(0, "version", v1::version);
    w.texts(0, "capabilities",
            std::vector<std::string_view>(v1::agentCapabilities.begin() + 1, v1::agentCapabilities.end()));
    drain(w, agent);
}

void fullResources(JsonWriter& w, std::string_view name, const std::vector<v1::ResourceLine>& lines) {
    w.list(0, name, lines, [&](const v1::ResourceLine& line) { v1::resource(w, line); });
}

void reservedFull(JsonWriter& w, const Agent& agent) {
    const std::vector<v1::ResourceLine> total = v1::agentTotal(agent);
    const auto ofRole = [&](std::string_view role, bool reserved) {
        std::vector<v1::ResourceLine> lines;
        std::copy_if(total.begin(), total.end(), std::back_inserter(lines),
                     [&](const auto& line) { return (line.reservation != nullptr) == reserved && line.role == role; });
        return lines;
    };
    w.message(0, "reserved_resources_full", [&] {
        for (const auto& [role, sum] : reservedByRole(agent))
            fullResources(w, role, ofRole(role, true));
    });
    fullResources(w, "unreserved_resources_full", ofRole("*", false));
}

void slaveFull(JsonWriter& w, const World& world, const Agent& agent) {
    reservedFull(w, agent);
    fullResources(w, "used_resources_full", v1::agentAllocated(world, agent));
    fullResources(w, "offered_resources_full", v1::agentOffered(world, agent));
}

void slaveFields(JsonWriter& w, const World& world, const Agent& agent, const Place& place, bool full) {
    slave(w, world, agent, place);
    if (full)
        slaveFull(w, world, agent);
}

void recoveredSlave(JsonWriter& w, const Agent& agent) {
    w.text(0, "id", agent.id);
    w.text(0, "hostname", agent.hostname);
}

std::vector<std::string_view> capabilityNames(const FrameworkInfo& info) {
    std::vector<std::string_view> names;
    for (const auto& [number, name] : v1::capabilities(info))
        names.push_back(name);
    return names;
}

Resources offeredTo(const World& world, const Framework& framework) {
    Resources sum;
    for (const auto& [serial, offer] : world.offers())
        if (offer.framework == framework.index)
            sum += offer.resources;
    return sum;
}

/// Tasks and ports by framework, found in one walk over all tasks.
struct Share {
    std::vector<const Task*> tasks;
    Ports ports;
};
std::vector<Share> shares(const World& world) {
    std::vector<Share> all(world.frameworks().size());
    for (const auto& t : world.tasks()) {
        Share& share = all[t->framework];
        share.tasks.push_back(t.get());
        share.ports.insert(share.ports.end(), t->info.ports.begin(), t->info.ports.end());
    }
    return all;
}

std::vector<PortRange> distinctRanges(Ports ports) {
    std::sort(ports.begin(), ports.end());
    ports.erase(std::unique(ports.begin(), ports.end()), ports.end());
    return v1::portRanges(ports);
}

void frameworkHead(JsonWriter& w, const World& world, const Framework& f, const Share& share) {
    w.text(0, "id", f.id);
    w.text(0, "name", f.info.name);
    resources(w, "used_resources", f.allocated, distinctRanges(share.ports));
    resources(w, "offered_resources", offeredTo(world, f), {});
    w.texts(0, "capabilities", capabilityNames(f.info));
    w.text(0, "hostname", f.info.hostname);
    w.text(0, "webui_url", f.info.webuiUrl);
    w.boolean(0, "active", f.active);
    w.boolean(0, "connected", f.connected);
    w.boolean(0, "recovered", false);
}

void executor(JsonWriter& w, const World& world, const Task& t) {
    w.text(0, "executor_id", t.info.executorId);
    w.text(0, "name", "");
    w.text(0, "framework_id", world.frameworkOf(t).id);
    w.message(0, "command", [&] {
        w.texts(0, "argv", std::vector<std::string>());
        w.texts(0, "uris", std::vector<std::string>());
    });
    resources(w, "resources", {0.1, 32, 10, 0}, {});
    w.text(0, "role", t.spec().role);
    w.text(0, "type", "DEFAULT");
    w.text(0, "slave_id", world.agentOf(t).id);
}

void framework(JsonWriter& w, const World& world, const Framework& f, const Share& share) {
    frameworkHead(w, world, f, share);
    w.text(0, "user", f.info.user);
    w.real(0, "failover_timeout", f.info.failoverTimeout);
    w.boolean(0, "checkpoint", f.info.checkpoint);
    w.real(0, "registered_time", f.registered);
    w.real(0, "unregistered_time", f.unregistered);
    if (!f.info.principal.empty())
        w.text(0, "principal", f.info.principal);
    resources(w, "resources", f.allocated + offeredTo(world, f), distinctRanges(share.ports));
    if (f.info.multiRole)
        w.texts(0, "roles", f.info.roles);
    else
        w.text(0, "role", f.info.roles.front());
    const auto write = [&](const auto& t) { task(w, world, *t); };
    w.items(0, "tasks", Elements::Task, share.tasks, write);
    w.items(0, "unreachable_tasks", Elements::Task, f.unreachable, write);
    w.items(0, "completed_tasks", Elements::Task, f.completed, write);
    w.texts(0, "offers", std::vector<std::string>());
    std::vector<const Task*> pods = v1::podExecutors(world);
    std::erase_if(pods, [&](const Task* t) { return t->framework != f.index; });
    w.list(0, "executors", pods, [&](const Task* t) { executor(w, world, *t); });
    labels(w, f.info.labels);
    if (!f.removed)
        w.message(0, "offer_constraints", [] {});
}

void frameworkLists(JsonWriter& w, const World& world, std::string_view only) {
    const std::vector<Share> all = shares(world);
    std::vector<const Framework*> current;
    std::vector<const Framework*> completed;
    for (const auto& f : world.frameworks())
        if (only.empty() || only == f->id)
            (f->removed ? completed : current).push_back(f.get());
    const auto write = [&](const Framework* f) { framework(w, world, *f, all[f->index]); };
    w.list(0, "frameworks", current, write);
    w.list(0, "completed_frameworks", completed, write);
    w.texts(0, "unregistered_frameworks", std::vector<std::string>());
}

void slaveLists(JsonWriter& w, const World& world, const Place& place, bool full, std::string_view only) {
    std::vector<const Agent*> current;
    std::vector<const Agent*> recovered;
    for (const auto& a : world.agents())
        if (a->listed() && (only.empty() || a->id == only))
            (world.recovered().contains(a->index) ? recovered : current).push_back(a.get());
    w.items(0, "slaves", Elements::Agent, current, [&](const Agent* a) { slaveFields(w, world, *a, place, full); });
    w.items(0, "recovered_slaves", Elements::Recovered, recovered, [&](const Agent* a) { recoveredSlave(w, *a); });
}

void versionFields(JsonWriter& w) {
    w.text(0, "version", v1::version);
    w.text(0, "git_sha", v1::gitSha);
    w.text(0, "build_date", v1::buildDate);
    w.real(0, "build_time", v1::buildTime);
    w.text(0, "build_user", "root");
}

std::string masterPid(const Place& place) {
    return "master@127.0.0.1:" + std::to_string(place.masterPort);
}

std::size_t countAgents(const World& world, AgentState state, bool deactivated) {
    return static_cast<std::size_t>(std::count_if(world.agents().begin(), world.agents().end(), [&](const auto& a) {
        return a->state == state && a->deactivated == deactivated;
    }));
}

void leaderFields(JsonWriter& w, const World& world, const Place& place) {
    w.text(0, "leader", masterPid(place));
    w.message(0, "leader_info", [&] {
        w.text(0, "id", world.clusterUuid());
        w.text(0, "pid", masterPid(place));
        w.integer(0, "port", place.masterPort);
        w.text(0, "hostname", "127.0.0.1");
        v1::domain(w, 0, "cn-north", "bj-a");
    });
}

void flagFields(JsonWriter& w, const std::vector<std::pair<std::string, std::string>>& list) {
    w.message(0, "flags", [&] {
        for (const auto& [name, value] : list)
            w.text(0, name, value);
    });
}

void masterHead(JsonWriter& w, const World& world, const Place& place) {
    versionFields(w);
    w.real(0, "start_time", world.started());
    w.real(0, "elected_time", world.elected());
    w.text(0, "id", world.clusterUuid());
    w.text(0, "pid", masterPid(place));
    w.text(0, "hostname", "127.0.0.1");
    w.texts(0, "capabilities", std::array<std::string_view, 3>{"AGENT_UPDATE", "AGENT_DRAINING", "QUOTA_V2"});
    w.real(0, "activated_slaves", static_cast<double>(countAgents(world, AgentState::Active, false)));
    w.real(0, "deactivated_slaves",
           static_cast<double>(countAgents(world, AgentState::Active, true) +
                               countAgents(world, AgentState::Disconnected, false)));
    w.real(0, "unreachable_slaves",
           static_cast<double>(countAgents(world, AgentState::Unreachable, false) +
                               countAgents(world, AgentState::Unreachable, true)));
    v1::domain(w, 0, "cn-north", "bj-a");
    leaderFields(w, world, place);
    w.text(0, "cluster", "demo");
    w.text(0, "external_log_file", "/var/log/mesos/mesos-master.INFO");
    flagFields(w, masterFlagList(place));
}

struct Counts {
    std::array<int, 14> byState{};
    std::set<std::uint32_t> partners;
};

void countFields(JsonWriter& w, const Counts& counts) {
    static constexpr std::array<TaskState, 10> shown{
        TaskState::Staging, TaskState::Starting, TaskState::Running, TaskState::Killing, TaskState::Finished,
        TaskState::Killed,  TaskState::Failed,   TaskState::Lost,    TaskState::Error,   TaskState::Unreachable};
    for (const TaskState state : shown)
        w.integer(0, toString(state), counts.byState[static_cast<std::size_t>(state)]);
}

std::string jsonOf(const std::function<void(JsonWriter&)>& body, OutlineParts* outline = nullptr) {
    std::string out;
    JsonWriter w(out, outline);
    w.root([&] { body(w); });
    return out;
}

} // namespace

std::string version() {
    return jsonOf([](JsonWriter& w) { versionFields(w); });
}

std::string flags(const Place& place) {
    return jsonOf([&](JsonWriter& w) { flagFields(w, masterFlagList(place)); });
}

std::string state(const World& world, const Place& place, OutlineParts* outline) {
    return jsonOf(
        [&](JsonWriter& w) {
            masterHead(w, world, place);
            slaveLists(w, world, place, false, {});
            frameworkLists(w, world, {});
            w.texts(0, "orphan_tasks", std::vector<std::string>());
        },
        outline);
}

std::string slaves(const World& world, const Place& place, std::string_view only, OutlineParts* outline) {
    return jsonOf([&](JsonWriter& w) { slaveLists(w, world, place, true, only); }, outline);
}

std::string frameworks(const World& world, std::string_view only, OutlineParts* outline) {
    return jsonOf([&](JsonWriter& w) { frameworkLists(w, world, only); }, outline);
}

ElementWriters elementWriters(const World& world, const Place& place, bool fullAgents) {
    const auto object = [](std::string& out, auto body) {
        JsonWriter w(out);
        w.root([&] { body(w); });
    };
    ElementWriters writers;
    writers.task = [&world, object](std::string& out, const Task& t) {
        object(out, [&](JsonWriter& w) { task(w, world, t); });
    };
    writers.agent = [&world, object, place, fullAgents](std::string& out, const Agent& a) {
        object(out, [&](JsonWriter& w) { slaveFields(w, world, a, place, fullAgents); });
    };
    writers.recovered = [object](std::string& out, const Agent& a) {
        object(out, [&](JsonWriter& w) { recoveredSlave(w, a); });
    };
    return writers;
}

std::string stateSummary(const World& world, const Place& place) {
    std::vector<Counts> byAgent(world.agents().size());
    std::vector<Counts> byFramework(world.frameworks().size());
    const auto add = [&](const Task& t) {
        ++byAgent[t.agent].byState[static_cast<std::size_t>(t.state)];
        ++byFramework[t.framework].byState[static_cast<std::size_t>(t.state)];
        byAgent[t.agent].partners.insert(t.framework);
        byFramework[t.framework].partners.insert(t.agent);
    };
    for (const auto& t : world.tasks())
        add(*t);
    for (const auto& f : world.frameworks()) {
        std::for_each(f->unreachable.begin(), f->unreachable.end(), [&](const auto& t) { add(*t); });
        std::for_each(f->completed.begin(), f->completed.end(), [&](const auto& t) { add(*t); });
    }
    const auto ids = [](const auto& owners, const std::set<std::uint32_t>& indices) {
        std::vector<std::string_view> all;
        for (const std::uint32_t index : indices)
            all.push_back(owners[index]->id);
        return all;
    };
    const std::vector<Share> all = shares(world);
    return jsonOf([&](JsonWriter& w) {
        w.text(0, "hostname", "127.0.0.1");
        w.text(0, "cluster", "demo");
        std::vector<const Agent*> listed;
        for (const auto& a : world.agents())
            if (a->listed() && !world.recovered().contains(a->index))
                listed.push_back(a.get());
        w.list(0, "slaves", listed, [&](const Agent* a) {
            slave(w, world, *a, place);
            countFields(w, byAgent[a->index]);
            w.texts(0, "framework_ids", ids(world.frameworks(), byAgent[a->index].partners));
        });
        std::vector<const Framework*> current;
        for (const auto& f : world.frameworks())
            if (!f->removed)
                current.push_back(f.get());
        w.list(0, "frameworks", current, [&](const Framework* f) {
            frameworkHead(w, world, *f, all[f->index]);
            countFields(w, byFramework[f->index]);
            w.texts(0, "slave_ids", ids(world.agents(), byFramework[f->index].partners));
        });
    });
}

std::string tasks(const World& world, const TaskPage& page) {
    std::vector<const Task*> all;
    const auto wanted = [&](std::uint32_t framework) {
        return page.frameworkId.empty() || world.frameworks()[framework]->id == page.frameworkId;
    };
    for (const auto& t : world.tasks())
        if (wanted(t->framework))
            all.push_back(t.get());
    for (const auto& f : world.frameworks())
        if (wanted(f->index))
            for (const auto& t : f->completed)
                all.push_back(t.get());
    std::sort(all.begin(), all.end(), [&](const Task* a, const Task* b) {
        return page.ascending ? a->serial < b->serial : b->serial < a->serial;
    });
    all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(page.offset, all.size())));
    all.resize(std::min(page.limit, all.size()));
    return jsonOf([&](JsonWriter& w) { w.list(0, "tasks", all, [&](const Task* t) { task(w, world, *t); }); });
}

namespace {

void amounts(JsonWriter& w, std::string_view name, const Resources& r) {
    w.message(0, name, [&] {
        if (r.cpus > 0)
            w.real(0, "cpus", r.cpus);
        if (r.disk > 0)
            w.real(0, "disk", r.disk);
        if (r.gpus > 0)
            w.real(0, "gpus", r.gpus);
        if (r.mem > 0)
            w.real(0, "mem", r.mem);
    });
}

void amounts(JsonWriter& w, std::string_view name, const std::map<std::string, double>& values) {
    w.message(0, name, [&] {
        for (const auto& [resource, amount] : values)
            w.real(0, resource, amount);
    });
}

} // namespace

std::string roles(const World& world) {
    struct Entry {
        Resources allocated;
        std::vector<std::string_view> frameworks;
    };
    std::map<std::string_view, Entry> byRole;
    for (const auto& f : world.frameworks()) {
        if (f->removed)
            continue;
        for (const std::string& role : f->info.roles)
            byRole[role].frameworks.push_back(f->id);
        byRole[f->info.roles.front()].allocated += f->allocated;
    }
    for (const auto& [role, quota] : world.quotas)
        byRole[role];
    for (const auto& [role, weight] : world.weights)
        byRole[role];
    return jsonOf([&](JsonWriter& w) {
        w.list(0, "roles", byRole, [&](const auto& entry) {
            const std::string role(entry.first);
            const auto weight = world.weights.find(role);
            const auto quota = world.quotas.find(role);
            w.text(0, "name", role);
            w.real(0, "weight", weight == world.weights.end() ? 1.0 : weight->second);
            w.message(0, "quota", [&] {
                w.text(0, "role", role);
                amounts(w, "guarantee",
                        quota == world.quotas.end() ? std::map<std::string, double>() : quota->second.guarantees);
                amounts(w, "limit",
                        quota == world.quotas.end() ? std::map<std::string, double>() : quota->second.limits);
                amounts(w, "consumed", entry.second.allocated);
            });
            amounts(w, "resources", entry.second.allocated);
            amounts(w, "allocated", entry.second.allocated);
            amounts(w, "offered", Resources());
            amounts(w, "reserved", Resources());
            w.texts(0, "frameworks", entry.second.frameworks);
        });
    });
}

std::vector<std::pair<std::string, std::string>> masterFlagList(const Place& place) {
    return {{"agent_ping_timeout", "15secs"},
            {"agent_reregister_timeout", "10mins"},
            {"allocation_interval", "1secs"},
            {"allocator", "hierarchical"},
            {"authenticate_agents", "false"},
            {"authenticate_frameworks", "false"},
            {"authenticate_http_frameworks", "false"},
            {"authenticate_http_readonly", "false"},
            {"authenticate_http_readwrite", "false"},
            {"authorizers", "local"},
            {"cluster", "demo"},
            {"framework_sorter", "drf"},
            {"hostname", "127.0.0.1"},
            {"ip", "127.0.0.1"},
            {"max_agent_ping_timeouts", "5"},
            {"max_completed_frameworks", "50"},
            {"max_completed_tasks_per_framework", "1000"},
            {"max_operator_event_stream_subscribers", "1000"},
            {"max_unreachable_tasks_per_framework", "1000"},
            {"port", std::to_string(place.masterPort)},
            {"quorum", "1"},
            {"registry", "replicated_log"},
            {"role_sorter", "drf"},
            {"work_dir", "/var/lib/mesos"},
            {"zk", "zk://127.0.0.1:2181/mesos"},
            {"zk_session_timeout", "10secs"}};
}

std::vector<std::pair<std::string, std::string>> agentFlagList(const Agent& agent, const Place& place) {
    std::string text;
    for (const Attribute& a : agent.attributes)
        if (a.type == AttributeType::Text)
            text += (text.empty() ? "" : ";") + a.name + ":" + a.text;
    return {{"attributes", text},
            {"authenticate_http_readonly", "false"},
            {"authenticate_http_readwrite", "false"},
            {"cgroups_enable_cfs", "false"},
            {"containerizers", "mesos"},
            {"default_role", "*"},
            {"docker", "docker"},
            {"executor_registration_timeout", "1mins"},
            {"gc_delay", "1weeks"},
            {"hostname", agent.hostname},
            {"ip", "127.0.0.1"},
            {"isolation", "posix/cpu,posix/mem"},
            {"master", "127.0.0.1:" + std::to_string(place.masterPort)},
            {"port", std::to_string(place.agentsPort)},
            {"work_dir", "/var/lib/mesos"}};
}

// ---- agents -------------------------------------------------------------------------------------------------------

Usage usage(const World& world, const Task& task) {
    Usage u;
    const double running = std::max(0.0, world.now() - task.launched);
    const double share = 0.25 + 0.5 * static_cast<double>(task.serial * 2654435761U % 1000) / 1000;
    const double wave = 1 + 0.15 * std::sin(world.now() / 37 + static_cast<double>(task.serial % 17));
    u.cpuLimit = task.spec().resources.cpus + 0.1;
    u.cpuUser = running * task.spec().resources.cpus * share * 0.8;
    u.cpuSystem = running * task.spec().resources.cpus * share * 0.2;
    u.memLimit = (task.spec().resources.mem + 32) * 1024 * 1024;
    u.memRss = task.spec().resources.mem * share * wave * 1024 * 1024;
    return u;
}

std::string executorName(const Task& task) {
    if (!task.info.executorId.empty())
        return {};
    const std::string& command = task.spec().command;
    const std::string shown = command.size() > 15 ? command.substr(0, 12) + "..." : command;
    return "Command Executor (Task: " + task.id() +
           ") (Command: " + (command.empty() ? "NO EXECUTABLE" : "sh -c '" + shown + "'") + ")";
}

namespace {

void statistics(JsonWriter& w, const World& world, const Task& t) {
    const Usage u = usage(world, t);
    w.message(0, "statistics", [&] {
        w.real(0, "cpus_soft_limit", u.cpuLimit);
        w.real(0, "cpus_system_time_secs", u.cpuSystem);
        w.real(0, "cpus_user_time_secs", u.cpuUser);
        w.integer(0, "mem_limit_bytes", static_cast<std::int64_t>(u.memLimit));
        w.integer(0, "mem_rss_bytes", static_cast<std::int64_t>(u.memRss));
        w.integer(0, "mem_soft_limit_bytes", static_cast<std::int64_t>(u.memLimit));
        w.real(0, "timestamp", world.now());
    });
}

std::string containerList(const World& world, const Agent& agent, bool withIds) {
    std::string out = "[";
    for (const Task* t : agent.tasks) {
        if (t->state == TaskState::Staging)
            continue;
        if (out.size() > 1)
            out += ',';
        JsonWriter w(out);
        w.root([&] {
            if (withIds)
                w.text(0, "container_id", containerId(*t));
            w.text(0, "executor_id", executorId(*t));
            w.text(0, "executor_name", executorName(*t));
            w.text(0, "framework_id", world.frameworkOf(*t).id);
            w.text(0, "source", t->info.executorId.empty() ? t->id() : std::string());
            statistics(w, world, *t);
            if (withIds)
                w.message(0, "status", [&] {
                    w.message(0, "container_id", [&] { w.text(0, "value", containerId(*t)); });
                    w.integer(0, "executor_pid", executorPid(*t));
                });
        });
    }
    return out + "]";
}

void agentExecutor(JsonWriter& w, const World& world, const Agent& agent, const Task& t) {
    w.text(0, "id", executorId(t));
    w.text(0, "name", executorName(t));
    w.text(0, "source", t.info.executorId.empty() ? t.id() : std::string());
    w.text(0, "container", containerId(t));
    w.text(0, "directory",
           "/var/lib/mesos/slaves/" + agent.id + "/frameworks/" + world.frameworkOf(t).id + "/executors/" +
               executorId(t) + "/runs/" + containerId(t));
    resources(w, "resources", t.spec().resources, sortedRanges(t.info.ports));
    w.text(0, "role", t.spec().role);
    w.texts(0, "queued_tasks", std::vector<std::string>());
    const std::array<const Task*, 1> one{&t};
    w.list(0, "tasks", one, [&](const Task* x) { task(w, world, *x); });
    w.texts(0, "completed_tasks", std::vector<std::string>());
    w.text(0, "type", t.info.executorId.empty() ? "CUSTOM" : "DEFAULT");
}

void agentFramework(JsonWriter& w, const World& world, const Agent& agent, const Framework& f) {
    w.text(0, "id", f.id);
    w.text(0, "name", f.info.name);
    w.text(0, "user", f.info.user);
    w.real(0, "failover_timeout", f.info.failoverTimeout);
    w.boolean(0, "checkpoint", f.info.checkpoint);
    w.text(0, "hostname", f.info.hostname);
    if (f.info.multiRole)
        w.texts(0, "roles", f.info.roles);
    else
        w.text(0, "role", f.info.roles.front());
    std::vector<const Task*> mine;
    std::copy_if(agent.tasks.begin(), agent.tasks.end(), std::back_inserter(mine),
                 [&](const Task* t) { return t->framework == f.index; });
    w.list(0, "executors", mine, [&](const Task* t) { agentExecutor(w, world, agent, *t); });
    w.texts(0, "completed_executors", std::vector<std::string>());
}

std::vector<const Framework*> frameworksOn(const World& world, const Agent& agent) {
    std::set<std::uint32_t> indices;
    for (const Task* t : agent.tasks)
        indices.insert(t->framework);
    std::vector<const Framework*> all;
    for (const std::uint32_t index : indices)
        all.push_back(world.frameworks()[index].get());
    return all;
}

} // namespace

std::string agentContainers(const World& world, const Agent& agent) {
    return containerList(world, agent, true);
}

std::string agentStatistics(const World& world, const Agent& agent) {
    return containerList(world, agent, false);
}

std::string agentFlags(const Agent& agent, const Place& place) {
    return jsonOf([&](JsonWriter& w) { flagFields(w, agentFlagList(agent, place)); });
}

std::string agentState(const World& world, const Agent& agent, const Place& place) {
    return jsonOf([&](JsonWriter& w) {
        versionFields(w);
        w.real(0, "start_time", agent.registered - 1);
        w.text(0, "id", agent.id);
        w.text(0, "pid", v1::agentPid(agent, place.agentsPort));
        w.text(0, "hostname", agent.hostname);
        w.texts(0, "capabilities",
                std::vector<std::string_view>(v1::agentCapabilities.begin() + 1, v1::agentCapabilities.end()));
        v1::domain(w, 0, agent.region, agent.zone);
        resources(w, "resources", agent.total, {agent.ports});
        w.message(0, "reserved_resources", [&] {
            for (const auto& [role, sum] : reservedByRole(agent))
                resources(w, role, sum, {});
        });
        resources(w, "unreserved_resources", agent.total - agent.reserved(), {agent.ports});
        reservedFull(w, agent);
        w.message(0, "reserved_resources_allocated", [] {});
        resources(w, "unreserved_resources_allocated", agent.allocated, v1::portRanges(agent.usedPorts));
        w.texts(0, "resource_providers", std::vector<std::string>());
        attributes(w, agent);
        w.text(0, "master_hostname", "localhost");
        w.text(0, "external_log_file", "/var/log/mesos/mesos-agent.INFO");
        flagFields(w, agentFlagList(agent, place));
        w.list(0, "frameworks", frameworksOn(world, agent),
               [&](const Framework* f) { agentFramework(w, world, agent, *f); });
        w.texts(0, "completed_frameworks", std::vector<std::string>());
    });
}

} // namespace mesoscope::demo::legacy
