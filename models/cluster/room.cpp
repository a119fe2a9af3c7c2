#include "models/cluster/room.h"

namespace mesoscope::cluster {

namespace {

QString fromView(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

void fillNumbers(scheduler::AgentRoom& room, const AgentRow& agent) {
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

std::vector<scheduler::AgentRoom> roomOf(const Snapshot& snapshot) {
    std::vector<scheduler::AgentRoom> rooms;
    rooms.reserve(snapshot.totals.agents);
    for (Slot slot = 0; slot < snapshot.agents.size(); ++slot) {
        const AgentRow& agent = snapshot.agents[slot];
        if (agent.id == 0)
            continue;
        scheduler::AgentRoom room;
        fillNumbers(room, agent);
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
    fillNumbers(room, agent);
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
