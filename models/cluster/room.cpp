#include "models/cluster/room.h"

#include <algorithm>
#include <charconv>

namespace mesoscope::cluster {

namespace {

QString fromView(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// "31000, 31001-31003" is four.
int countPorts(std::string_view text) {
    int count = 0;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        int from = 0, to = 0;
        const char* next = std::from_chars(at, end, from).ptr;
        to = from;
        if (next < end && *next == '-')
            next = std::from_chars(next + 1, end, to).ptr;
        count += to - from + 1;
        at = std::find_if(next, end, [](char c) { return c >= '0' && c <= '9'; });
    }
    return count;
}

int freePorts(const Snapshot& snapshot, const AgentRow& agent) {
    if (agent.ports == 0)
        return -1;
    int free = 0;
    for (const master::AgentPortsView& one : snapshot.ports(agent))
        free += int(one.range.end - one.range.begin) + 1;
    for (Slot task = agent.firstTask; task != noSlot; task = snapshot.tasks[task].nextOnAgent) {
        if (snapshot.tasks[task].live() && snapshot.tasks[task].ports != 0)
            free -= countPorts(snapshot.view(snapshot.tasks[task].ports));
    }
    return std::max(0, free);
}

void fillNumbers(scheduler::AgentRoom& room, const Snapshot& snapshot, const AgentRow& agent) {
    room.ports = freePorts(snapshot, agent);
    room.cpus = agent.total.cpus - agent.allocated.cpus;
    room.mem = agent.total.mem - agent.allocated.mem;
    room.disk = agent.total.disk - agent.allocated.disk;
    room.gpus = agent.total.gpus - agent.allocated.gpus;
    room.usable = agent.state == AgentState::Active;
}

void fillWords(scheduler::AgentRoom& room, const Snapshot& snapshot, const AgentRow& agent) {
    room.id = snapshot.text(agent.id);
    room.host = snapshot.text(agent.hostname);
    room.attributes.clear();
    for (const auto& [name, value] : snapshot.attributes(agent))
        room.attributes.insert(fromView(name), fromView(value));
    room.attributes.insert(QStringLiteral("@region"), snapshot.text(agent.region));
    room.attributes.insert(QStringLiteral("@zone"), snapshot.text(agent.zone));
}

} // namespace

QList<scheduler::RoleQuota> quotasOf(const Snapshot& snapshot, const QString& role) {
    const auto amounts = [](const master::Scalars& s) {
        return scheduler::RoleQuota::Amounts{s.cpus, s.mem, s.disk, s.gpus};
    };
    QList<scheduler::RoleQuota> quotas;
    for (const RoleRow& row : *snapshot.roles) {
        if (role != row.name && !role.startsWith(row.name + QLatin1Char('/')))
            continue;
        // Masters before 1.9 know one figure, which is guarantee and limit at once.
        if (const auto& limit = row.limit ? row.limit : row.guarantee)
            quotas.append({row.name, amounts(*limit), amounts(row.allocated)});
    }
    return quotas;
}

std::vector<scheduler::AgentRoom> roomOf(const Snapshot& snapshot) {
    std::vector<scheduler::AgentRoom> rooms;
    rooms.reserve(snapshot.totals.agents);
    for (Slot slot = 0; slot < snapshot.agents.size(); ++slot) {
        const AgentRow& agent = snapshot.agents[slot];
        if (agent.id == 0)
            continue;
        scheduler::AgentRoom room;
        fillNumbers(room, snapshot, agent);
        fillWords(room, snapshot, agent);
        rooms.push_back(std::move(room));
    }
    return rooms;
}

void RoomCache::clear() {
    rooms_.clear();
    places_.clear();
    slots_.clear();
    attributes_.clear();
}

void RoomCache::take(const Snapshot& snapshot, Slot slot) {
    const AgentRow& agent = snapshot.agents[slot];
    Slot& place = places_[slot];
    if (agent.id == 0) {
        if (place == noSlot)
            return;
        // The last one takes the freed place.
        const Slot last = slots_.back();
        rooms_[place] = std::move(rooms_.back());
        attributes_[place] = attributes_.back();
        slots_[place] = last;
        places_[last] = place;
        rooms_.pop_back();
        attributes_.pop_back();
        slots_.pop_back();
        places_[slot] = noSlot;
        return;
    }
    if (place == noSlot) {
        place = Slot(rooms_.size());
        rooms_.emplace_back();
        attributes_.push_back(0);
        slots_.push_back(slot);
    }
    scheduler::AgentRoom& room = rooms_[place];
    fillNumbers(room, snapshot, agent);
    if (room.id.isEmpty() || attributes_[place] != agent.attributes || snapshot.view(agent.id) != room.id.toStdString())
        fillWords(room, snapshot, agent);
    attributes_[place] = agent.attributes;
}

std::span<const scheduler::AgentRoom> RoomCache::update(const Snapshot& snapshot, const Diff& diff) {
    if (diff.everything)
        clear();
    const bool anew = places_.empty();
    places_.resize(std::max(places_.size(), std::size_t(snapshot.agents.size())), noSlot);
    if (anew) {
        for (Slot slot = 0; slot < snapshot.agents.size(); ++slot)
            take(snapshot, slot);
        return rooms_;
    }
    for (const Run& run : diff.agents) {
        for (Slot slot = run.begin; slot < std::min<Slot>(run.end, Slot(snapshot.agents.size())); ++slot)
            take(snapshot, slot);
    }
    return rooms_;
}

} // namespace mesoscope::cluster
