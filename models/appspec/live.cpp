#include "models/appspec/live.h"

#include "models/base/json_reader.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace mesoscope::appspec {
namespace {

namespace json = base::json;
using Ranges = std::vector<std::pair<int, int>>;

QByteArray bytes(std::string_view text) {
    return {text.data(), qsizetype(text.size())};
}

bool isUnavailable(cluster::AgentState state) {
    return state != cluster::AgentState::Active;
}

void add(Resources& sum, std::string_view name, double amount) {
    if (name == "cpus")
        sum.cpus += amount;
    else if (name == "mem")
        sum.mem += amount;
    else if (name == "disk")
        sum.disk += amount;
    else if (name == "gpus")
        sum.gpus += amount;
}

/// One list of resources of an agent's entry (mesos.proto, Resource): amounts by role, and the port ranges.
struct ResourceList {
    std::map<QByteArray, Resources> byRole; ///< without "*"
    Ranges ports;

    void read(json::Value list) {
        json::eachItem(list, [&](json::Value item) { readOne(item); });
    }

private:
    void readOne(json::Value item) {
        QByteArray name, role;
        double amount = 0;
        Ranges ranges;
        json::eachField(item, [&](std::string_view key, json::Value value) {
            if (key == "name")
                name = bytes(json::text(value));
            else if (key == "role" && role.isEmpty())
                role = bytes(json::text(value));
            else if (key == "scalar")
                json::eachField(value, [&](std::string_view, json::Value v) { amount = json::number(v); });
            else if (key == "reservations")
                // The last one is the innermost: whose the resources are.
                json::eachItem(value, [&](json::Value reservation) {
                    json::eachField(reservation, [&](std::string_view inner, json::Value v) {
                        if (inner == "role")
                            role = bytes(json::text(v));
                    });
                });
            else if (key == "ranges")
                readRanges(value, ranges);
        });
        if (name == "ports")
            ports.insert(ports.end(), ranges.begin(), ranges.end());
        else if (!role.isEmpty() && role != "*")
            add(byRole[role], std::string_view(name.constData(), size_t(name.size())), amount);
    }

    static void readRanges(json::Value value, Ranges& out) {
        json::eachField(value, [&](std::string_view, json::Value list) {
            json::eachItem(list, [&](json::Value range) {
                std::pair<int, int> one{0, -1};
                json::eachField(range, [&](std::string_view key, json::Value v) {
                    (key == "begin" ? one.first : one.second) = int(json::integer(v));
                });
                out.push_back(one);
            });
        });
    }
};

struct Entry {
    ResourceList total;
    ResourceList allocated;
};

Entry entryOf(std::string_view info) {
    Entry entry;
    if (info.empty())
        return entry;
    (void)json::read(QByteArrayView(info.data(), qsizetype(info.size())), QString(), [&](json::Value root) {
        json::eachField(root, [&](std::string_view key, json::Value value) {
            if (key == "total_resources")
                entry.total.read(value);
            else if (key == "allocated_resources")
                entry.allocated.read(value);
        });
    });
    return entry;
}

double left(double total, double taken) {
    return std::max(0.0, total - taken);
}

Resources minus(const Resources& a, const Resources& b) {
    return {left(a.cpus, b.cpus), left(a.mem, b.mem), left(a.disk, b.disk), left(a.gpus, b.gpus)};
}

Resources of(const master::Scalars& s) {
    return {s.cpus, s.mem, s.disk, s.gpus};
}

void setFree(ForecastAgent& agent, const cluster::AgentRow& row, const Entry& entry) {
    if (entry.total.byRole.empty()) {
        // Which of the reserved resources are in use is not known; the cautious answer counts the larger.
        const auto free = [](double total, double allocated, double reserved) {
            return left(total, std::max(allocated, reserved));
        };
        agent.free = {free(row.total.cpus, row.allocated.cpus, row.reserved.cpus),
                      free(row.total.mem, row.allocated.mem, row.reserved.mem),
                      free(row.total.disk, row.allocated.disk, row.reserved.disk),
                      free(row.total.gpus, row.allocated.gpus, row.reserved.gpus)};
        return;
    }
    Resources reserved, reservedInUse;
    for (const auto& [role, total] : entry.total.byRole) {
        const auto used = entry.allocated.byRole.find(role);
        const Resources inUse = used == entry.allocated.byRole.end() ? Resources{} : used->second;
        agent.reserved.emplace_back(role, minus(total, inUse));
        for (const auto& [sum, part] : {std::pair(&reserved, &total), std::pair(&reservedInUse, &inUse)}) {
            sum->cpus += part->cpus;
            sum->mem += part->mem;
            sum->disk += part->disk;
            sum->gpus += part->gpus;
        }
    }
    agent.free = minus(minus(of(row.total), reserved), minus(of(row.allocated), reservedInUse));
}

/// "31000, 31001-31003"
void takePorts(std::string_view text, QSet<int>& taken) {
    for (const QByteArray& part : bytes(text).split(',')) {
        const QList<QByteArray> ends = part.trimmed().split('-');
        const int from = ends.value(0).toInt();
        const int to = ends.size() > 1 ? ends[1].toInt() : from;
        for (int port = from; from > 0 && port <= to && port - from < 65536; ++port)
            taken.insert(port);
    }
}

Ranges without(const Ranges& ranges, const QSet<int>& taken) {
    Ranges out;
    QList<int> sorted(taken.begin(), taken.end());
    std::sort(sorted.begin(), sorted.end());
    for (const auto& [begin, end] : ranges) {
        int from = begin;
        for (const int port : std::as_const(sorted)) {
            if (port < from || port > end)
                continue;
            if (port > from)
                out.emplace_back(from, port - 1);
            from = port + 1;
        }
        if (from <= end)
            out.emplace_back(from, end);
    }
    return out;
}

ForecastAgent agentOf(const cluster::Snapshot& snapshot, const cluster::AgentRow& row) {
    ForecastAgent agent;
    agent.id = bytes(snapshot.view(row.id));
    agent.hostname = bytes(snapshot.view(row.hostname));
    agent.region = bytes(snapshot.view(row.region));
    agent.zone = bytes(snapshot.view(row.zone));
    for (const auto& [name, value] : snapshot.attributes(row))
        agent.attributes.emplace_back(bytes(name), bytes(value));
    const Entry entry = entryOf(snapshot.view(row.info));
    setFree(agent, row, entry);
    QSet<int> taken;
    for (cluster::Slot task = row.firstTask; task != cluster::noSlot; task = snapshot.tasks[task].nextOnAgent) {
        if (snapshot.tasks[task].live() && snapshot.tasks[task].ports != 0)
            takePorts(snapshot.view(snapshot.tasks[task].ports), taken);
    }
    agent.ports = without(entry.total.ports.empty() ? Ranges{{31000, 32000}} : entry.total.ports, taken);
    agent.unavailable = isUnavailable(row.state);
    return agent;
}

QStringList podsOf(const cluster::Snapshot& snapshot) {
    QStringList pods;
    for (cluster::Slot slot = 0; slot < snapshot.apps.size(); ++slot) {
        const scheduler::AppPtr& app = snapshot.apps[slot].app;
        if (app && app->isPod)
            pods.append(app->id);
    }
    pods.sort();
    return pods;
}

} // namespace

void LiveAgents::index() {
    QHash<QByteArray, QSet<QByteArray>> found;
    constexpr qsizetype most = 500;
    const auto note = [&](const QByteArray& name, const QByteArray& value) {
        QSet<QByteArray>& all = found[name];
        if (!value.isEmpty() && all.size() < most)
            all.insert(value);
    };
    for (const ForecastAgent& agent : agents) {
        note("hostname", agent.hostname);
        note("@region", agent.region);
        note("@zone", agent.zone);
        for (const auto& [name, value] : agent.attributes)
            note(name, value);
    }
    for (auto it = found.cbegin(); it != found.cend(); ++it) {
        const QString name = QString::fromUtf8(it.key());
        QStringList list;
        for (const QByteArray& value : it.value())
            list.append(QString::fromUtf8(value));
        list.sort();
        values.insert(name, list);
        if (name != QLatin1String("hostname") && !name.startsWith(QLatin1Char('@')))
            attributeNames.append(name);
    }
    attributeNames.sort();
    for (const char* name : {"rack", "rack_id", "zone", "@zone", "dc", "datacenter", "region", "@region"}) {
        if (rack.isEmpty() && !values.value(QLatin1String(name)).isEmpty())
            rack = name;
    }
}

std::vector<ForecastAgent> agentsOf(const cluster::Snapshot& snapshot) {
    std::vector<ForecastAgent> agents;
    agents.reserve(snapshot.agents.size());
    for (cluster::Slot slot = 0; slot < snapshot.agents.size(); ++slot) {
        const cluster::AgentRow& row = snapshot.agents[slot];
        if (row.id != 0 && !cluster::isLost(row.state))
            agents.push_back(agentOf(snapshot, row));
    }
    return agents;
}

std::shared_ptr<const LiveAgents> liveAgents(const cluster::Snapshot& snapshot) {
    auto live = std::make_shared<LiveAgents>();
    live->atMs = snapshot.atMs;
    live->agents = agentsOf(snapshot);
    live->index();
    live->pods = podsOf(snapshot);
    QHash<cluster::Slot, int> indexes;
    int next = 0;
    for (cluster::Slot slot = 0; slot < snapshot.agents.size(); ++slot) {
        if (snapshot.agents[slot].id != 0 && !cluster::isLost(snapshot.agents[slot].state))
            indexes.insert(slot, next++);
    }
    QHash<cluster::StringId, QHash<int, int>> byApp;
    for (cluster::Slot slot = 0; slot < snapshot.tasks.size(); ++slot) {
        const cluster::TaskRow& task = snapshot.tasks[slot];
        const auto agent = indexes.constFind(task.agent);
        if (task.live() && task.app != 0 && agent != indexes.cend())
            ++byApp[task.app][*agent];
    }
    for (auto it = byApp.cbegin(); it != byApp.cend(); ++it)
        live->instances.insert(snapshot.text(it.key()), it.value());
    return live;
}

PlanInput planInputOf(const cluster::Snapshot& snapshot, const QByteArray& document) {
    PlanInput input;
    input.document = document;
    for (cluster::Slot slot = 0; slot < snapshot.apps.size(); ++slot) {
        const scheduler::AppPtr& app = snapshot.apps[slot].app;
        if (app && !app->isPod)
            input.running.append(app->document);
    }
    const std::shared_ptr<const LiveAgents> live = liveAgents(snapshot);
    input.agents = live->agents;
    input.instances = live->instances;
    input.rack = live->rack;
    input.pods = live->pods;
    return input;
}

} // namespace mesoscope::appspec
