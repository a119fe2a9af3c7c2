#include "models/appspec/live.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace mesoscope::appspec {
namespace {

using Ranges = std::vector<std::pair<int, int>>;

QByteArray bytes(std::string_view text) {
    return {text.data(), qsizetype(text.size())};
}

bool isUnavailable(cluster::AgentState state) {
    return state != cluster::AgentState::Active;
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

/// What of the reservations is in use is told by the tasks of their roles on the agent.
std::map<QByteArray, Resources> takenByRole(const cluster::Snapshot& snapshot, const cluster::AgentRow& row) {
    std::map<QByteArray, Resources> taken;
    for (cluster::Slot slot = row.firstTask; slot != cluster::noSlot; slot = snapshot.tasks[slot].nextOnAgent) {
        const cluster::TaskRow& task = snapshot.tasks[slot];
        if (!task.live() || task.role == 0)
            continue;
        Resources& sum = taken[bytes(snapshot.view(task.role))];
        sum.cpus += double(task.cpus);
        sum.mem += double(task.mem);
        sum.disk += double(task.disk);
        sum.gpus += double(task.gpus);
    }
    return taken;
}

Resources smaller(const Resources& a, const Resources& b) {
    return {std::min(a.cpus, b.cpus), std::min(a.mem, b.mem), std::min(a.disk, b.disk), std::min(a.gpus, b.gpus)};
}

void setFree(ForecastAgent& agent, const cluster::Snapshot& snapshot, const cluster::AgentRow& row) {
    const auto reservations = snapshot.reservations(row);
    const auto taken = reservations.empty() ? std::map<QByteArray, Resources>() : takenByRole(snapshot, row);
    Resources inUse;
    for (const auto& [role, amount] : reservations) {
        const auto used = taken.find(bytes(role));
        // A role's tasks may use more than is reserved for it; the rest comes from what is free for all.
        const Resources part = used == taken.end() ? Resources{} : smaller(of(amount), used->second);
        agent.reserved.emplace_back(bytes(role), minus(of(amount), part));
        inUse = {inUse.cpus + part.cpus, inUse.mem + part.mem, inUse.disk + part.disk, inUse.gpus + part.gpus};
    }
    agent.free = minus(minus(of(row.total), of(row.reserved)), minus(of(row.allocated), inUse));
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

/// The agent's own ranges without what its tasks hold.
void setPorts(ForecastAgent& agent, const cluster::Snapshot& snapshot, const cluster::AgentRow& row) {
    QSet<int> taken;
    for (cluster::Slot task = row.firstTask; task != cluster::noSlot; task = snapshot.tasks[task].nextOnAgent) {
        if (snapshot.tasks[task].live() && snapshot.tasks[task].ports != 0)
            takePorts(snapshot.view(snapshot.tasks[task].ports), taken);
    }
    for (const master::AgentPortsView& one : snapshot.ports(row)) {
        const Ranges free = without({{int(one.range.begin), int(one.range.end)}}, taken);
        if (one.role.empty())
            agent.ports.insert(agent.ports.end(), free.begin(), free.end());
        for (const auto& range : free) {
            if (!one.role.empty())
                agent.reservedPorts.emplace_back(bytes(one.role), range);
        }
    }
}

ForecastAgent agentOf(const cluster::Snapshot& snapshot, const cluster::AgentRow& row) {
    ForecastAgent agent;
    agent.id = bytes(snapshot.view(row.id));
    agent.hostname = bytes(snapshot.view(row.hostname));
    agent.region = bytes(snapshot.view(row.region));
    agent.zone = bytes(snapshot.view(row.zone));
    for (const auto& [name, value] : snapshot.attributes(row))
        agent.attributes.emplace_back(bytes(name), bytes(value));
    setFree(agent, snapshot, row);
    setPorts(agent, snapshot, row);
    agent.unavailable = isUnavailable(row.state);
    return agent;
}

QMap<QString, QByteArray> documentsOf(const cluster::Snapshot& snapshot) {
    QMap<QString, QByteArray> documents;
    for (cluster::Slot slot = 0; slot < snapshot.apps.size(); ++slot) {
        const scheduler::AppPtr& app = snapshot.apps[slot].app;
        if (app && !app->isPod)
            documents.insert(app->id, app->document);
    }
    return documents;
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
    live->running = documentsOf(snapshot);
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
    const std::shared_ptr<const LiveAgents> live = liveAgents(snapshot);
    input.running = live->running.values();
    input.agents = live->agents;
    input.instances = live->instances;
    input.rack = live->rack;
    input.pods = live->pods;
    return input;
}

} // namespace mesoscope::appspec
