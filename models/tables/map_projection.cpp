#include "models/tables/map_projection.h"

#include "models/tables/natural_order.h"

#include <algorithm>
#include <cmath>

namespace mesoscope::tables {

using namespace cluster;

namespace {

constexpr std::size_t lostListLimit = 400;

qint64 milli(double v) {
    return std::llround(v * 1000);
}

} // namespace

MapSums& MapSums::operator+=(const MapSums& o) {
    agents += o.agents;
    tasks += o.tasks;
    lost += o.lost;
    draining += o.draining;
    deactivated += o.deactivated;
    cpuMilli += o.cpuMilli;
    cpuMilliAllocated += o.cpuMilliAllocated;
    mem += o.mem;
    memAllocated += o.memAllocated;
    disk += o.disk;
    diskAllocated += o.diskAllocated;
    gpuMilli += o.gpuMilli;
    gpuMilliAllocated += o.gpuMilliAllocated;
    instances += o.instances;
    instancesLost += o.instancesLost;
    instancesStarting += o.instancesStarting;
    matching += o.matching;
    tasksLost += o.tasksLost;
    return *this;
}

MapSums& MapSums::operator-=(const MapSums& o) {
    agents -= o.agents;
    tasks -= o.tasks;
    lost -= o.lost;
    draining -= o.draining;
    deactivated -= o.deactivated;
    cpuMilli -= o.cpuMilli;
    cpuMilliAllocated -= o.cpuMilliAllocated;
    mem -= o.mem;
    memAllocated -= o.memAllocated;
    disk -= o.disk;
    diskAllocated -= o.diskAllocated;
    gpuMilli -= o.gpuMilli;
    gpuMilliAllocated -= o.gpuMilliAllocated;
    instances -= o.instances;
    instancesLost -= o.instancesLost;
    instancesStarting -= o.instancesStarting;
    matching -= o.matching;
    tasksLost -= o.tasksLost;
    return *this;
}

void MapProjection::setQuery(const MapQuery& query) {
    if (query == query_)
        return;
    const bool onlyViewport = [&] {
        MapQuery resized = query_;
        resized.viewport = query.viewport;
        return resized == query;
    }();
    if (query.size != query_.size || query.groupBy != query_.groupBy)
        layout_.reset(); // nothing of the old frames carries over
    query_ = query;
    structureChanged_ = true;
    if (onlyViewport)
        return;
    queryChanged_ = true;
    maker_.setQuery(query_);
}

std::shared_ptr<const void> MapProjection::project(const SnapshotPtr& snapshot, const Diff& diff) {
    return picture(snapshot, diff);
}

MapPicturePtr MapProjection::picture(const SnapshotPtr& snapshot, const Diff& diff) {
    // Asked again about the same snapshot (another query): whatever the difference says, nothing in it changed.
    const bool sameSnapshot = snapshot == last_;
    const bool otherPool = !last_ || snapshot->strings != last_->strings;
    const bool otherInstances = query_.measure == MapMeasure::Version && snapshot->watchedInstances != instances_;
    instances_ = snapshot->watchedInstances;
    last_ = snapshot;
    if (otherPool)
        maker_.reset();
    if (queryChanged_ || otherPool || otherInstances || (diff.everything && !sameSnapshot)) {
        maker_.readVersions(*snapshot);
        rebuild(*snapshot);
    } else if (!sameSnapshot) {
        apply(*snapshot, diff);
    }
    queryChanged_ = false;
    if (!somethingChanged_ && !structureChanged_)
        return nullptr;
    sortArrivals(*snapshot);
    if (structureChanged_)
        layOut();
    refreshLostSince();
    structureChanged_ = false;
    somethingChanged_ = false;
    return publish(snapshot);
}

void MapProjection::rebuild(const Snapshot& snapshot) {
    entries_.assign(snapshot.agents.size(), {});
    groups_.clear();
    groupByKey_.clear();
    arrivals_.clear();
    departures_.clear();
    looks_.clear();
    pending_.assign(snapshot.agents.size(), false);
    for (Slot i = 0; i < snapshot.agents.size(); ++i) {
        looks_.append({});
        refreshAgent(snapshot, i);
    }
    structureChanged_ = true;
    somethingChanged_ = true;
}

void MapProjection::apply(const Snapshot& snapshot, const Diff& diff) {
    while (entries_.size() < snapshot.agents.size()) {
        entries_.emplace_back();
        pending_.push_back(false);
        looks_.append({});
    }
    touchAgents(snapshot, diff);
    for (const Slot slot : pendingList_) {
        pending_[slot] = false;
        refreshAgent(snapshot, slot);
    }
    pendingList_.clear();
}

void MapProjection::touchAgents(const Snapshot& snapshot, const Diff& diff) {
    const auto touch = [this](Slot slot) {
        if (slot < pending_.size() && !pending_[slot]) {
            pending_[slot] = true;
            pendingList_.push_back(slot);
        }
    };
    for (const Run& run : diff.agents) {
        for (Slot i = run.begin; i < run.end; ++i)
            touch(i);
    }
    // A task that moved or left changed its old agent's row (the count, the chain), so only the new one is asked here.
    for (const Run& run : diff.tasks) {
        for (Slot i = run.begin; i < run.end && i < snapshot.tasks.size(); ++i)
            touch(snapshot.tasks[i].agent);
    }
}

void MapProjection::refreshAgent(const Snapshot& snapshot, Slot slot) {
    const AgentRow& row = snapshot.agents[slot];
    const AgentLook look = maker_.look(snapshot, row);
    if (!(look == looks_[slot])) {
        looks_.edit(slot) = look;
        somethingChanged_ = true;
    }
    Entry& entry = entries_[slot];
    const bool moved = row.hostname != entry.hostname || row.attributes != entry.attributes ||
                       row.region != entry.region || row.zone != entry.zone || (row.id != 0) != (entry.group >= 0);
    if (moved) {
        leave(slot);
        if (row.id != 0)
            place(snapshot, slot, row);
    }
    if (row.id == 0)
        return;
    const MapSums sums = contribution(snapshot, row, look);
    Group& group = groups_[std::size_t(entry.group)];
    const qint64 lostSince = isLost(row.state) ? std::max<qint64>(1, row.stateSinceMs) : 0;
    if (lostSince != entry.lostSinceMs) {
        entry.lostSinceMs = lostSince;
        group.lostChanged = true;
        somethingChanged_ = true;
    }
    if (!(sums == entry.sums)) {
        group.sums -= entry.sums;
        group.sums += sums;
        entry.sums = sums;
        somethingChanged_ = true;
    }
    const float size = sizeOf(row);
    structureChanged_ |= size != entry.size;
    entry.size = size;
}

void MapProjection::leave(Slot slot) {
    Entry& entry = entries_[slot];
    if (entry.group < 0)
        return;
    Group& group = groups_[std::size_t(entry.group)];
    group.sums -= entry.sums;
    group.lostChanged |= entry.lostSinceMs != 0;
    departures_[std::size_t(entry.group)].push_back(slot);
    entry = {};
    structureChanged_ = true;
    somethingChanged_ = true;
}

void MapProjection::place(const Snapshot& snapshot, Slot slot, const AgentRow& row) {
    Entry& entry = entries_[slot];
    entry.hostname = row.hostname;
    entry.attributes = row.attributes;
    entry.region = row.region;
    entry.zone = row.zone;
    entry.group = groupOf(snapshot, row);
    arrivals_[std::size_t(entry.group)].push_back(slot);
    structureChanged_ = true;
    somethingChanged_ = true;
}

int MapProjection::groupOf(const Snapshot& snapshot, const AgentRow& row) {
    std::string key;
    for (const QString& name : std::as_const(query_.groupBy)) {
        key += snapshot.attribute(row, name.toStdString());
        key += '\n';
    }
    const auto [found, isNew] = groupByKey_.try_emplace(key, int(groups_.size()));
    if (isNew) {
        Group group;
        const QStringList values = QString::fromStdString(key).split(QLatin1Char('\n'));
        // Empty is a value (agents without the attribute), null is no level at all.
        const auto named = [](const QString& value) { return value.isNull() ? QStringLiteral("") : value; };
        if (query_.groupBy.size() > 1)
            group.outer = named(values.value(0));
        if (!query_.groupBy.isEmpty())
            group.inner = named(values.value(query_.groupBy.size() > 1 ? 1 : 0));
        groups_.push_back(std::move(group));
        arrivals_.emplace_back();
        departures_.emplace_back();
    }
    return found->second;
}

void MapProjection::sortArrivals(const Snapshot& snapshot) {
    const auto less = [&snapshot](Slot a, Slot b) {
        const int order =
            naturalCompare(snapshot.view(snapshot.agents[a].hostname), snapshot.view(snapshot.agents[b].hostname));
        return order != 0 ? order < 0 : a < b;
    };
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        std::vector<Slot>& agents = groups_[g].agents;
        if (!departures_[g].empty()) {
            std::sort(departures_[g].begin(), departures_[g].end());
            std::erase_if(agents,
                          [&](Slot s) { return std::binary_search(departures_[g].begin(), departures_[g].end(), s); });
            departures_[g].clear();
        }
        std::vector<Slot>& arrived = arrivals_[g];
        if (arrived.empty())
            continue;
        // One that came and left again before it was sorted in, or came twice.
        std::sort(arrived.begin(), arrived.end());
        arrived.erase(std::unique(arrived.begin(), arrived.end()), arrived.end());
        std::erase_if(arrived, [&](Slot s) { return entries_[s].group != int(g); });
        std::sort(arrived.begin(), arrived.end(), less);
        const auto middle = long(agents.size());
        agents.insert(agents.end(), arrived.begin(), arrived.end());
        std::inplace_merge(agents.begin(), agents.begin() + middle, agents.end(), less);
        arrived.clear();
    }
}

void MapProjection::layOut() {
    order_.clear();
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        if (!groups_[g].agents.empty())
            order_.push_back(int(g));
    }
    const auto compare = [](const QString& a, const QString& b) {
        if (a.isEmpty() != b.isEmpty()) // agents without the attribute come last
            return a.isEmpty() ? 1 : -1;
        return naturalCompare(a.toStdString(), b.toStdString());
    };
    std::sort(order_.begin(), order_.end(), [&](int a, int b) {
        const Group& x = groups_[std::size_t(a)];
        const Group& y = groups_[std::size_t(b)];
        const int outer = compare(x.outer, y.outer);
        return outer != 0 ? outer < 0 : compare(x.inner, y.inner) < 0;
    });
    std::vector<MapGroupInput> input;
    for (const int g : order_) {
        const Group& group = groups_[std::size_t(g)];
        input.push_back({group.outer, group.inner, group.agents, {}});
        if (query_.size == MapSize::Equal)
            continue;
        for (const Slot s : group.agents)
            input.back().sizes.push_back(entries_[s].size);
    }
    layout_ = layOutMap(input, query_.viewport, layout_.get());
}

void MapProjection::refreshLostSince() {
    for (Group& group : groups_) {
        if (!group.lostChanged)
            continue;
        group.lostChanged = false;
        group.lostSinceMs = 0;
        for (const Slot s : group.agents) {
            const qint64 since = entries_[s].lostSinceMs;
            if (since != 0 && (group.lostSinceMs == 0 || since < group.lostSinceMs))
                group.lostSinceMs = since;
        }
    }
}

MapSums MapProjection::contribution(const Snapshot&, const AgentRow& row, const AgentLook& look) {
    MapSums s;
    const bool lost = isLost(row.state);
    s.agents = 1;
    s.tasks = row.tasks;
    s.lost = lost ? 1 : 0;
    s.draining = row.state == AgentState::Draining || row.state == AgentState::Drained ? 1 : 0;
    s.deactivated = row.state == AgentState::Deactivated ? 1 : 0;
    s.cpuMilli = milli(row.total.cpus);
    s.cpuMilliAllocated = milli(row.allocated.cpus);
    s.mem = std::llround(row.total.mem);
    s.memAllocated = std::llround(row.allocated.mem);
    s.disk = std::llround(row.total.disk);
    s.diskAllocated = std::llround(row.allocated.disk);
    s.gpuMilli = milli(row.total.gpus);
    s.gpuMilliAllocated = milli(row.allocated.gpus);
    s.instances = look.highlighted;
    s.instancesLost = lost ? look.highlighted : 0;
    s.instancesStarting = look.has(AgentLook::StartingHighlight) ? 1 : 0;
    s.matching = look.has(AgentLook::Faded) ? 0 : 1;
    s.tasksLost = lost ? row.tasks : 0;
    return s;
}

float MapProjection::sizeOf(const AgentRow& row) const {
    // Never nothing: an agent without resources still is one.
    switch (query_.size) {
    case MapSize::Equal:
        return 1;
    case MapSize::Cpu:
        return float(std::max(0.25, row.total.cpus));
    case MapSize::Mem:
        return float(std::max(256.0, row.total.mem));
    }
    return 1;
}

MapPicturePtr MapProjection::publish(const SnapshotPtr& snapshot) {
    auto picture = std::make_shared<MapPicture>();
    picture->snapshot = snapshot;
    picture->query = query_;
    picture->layout = layout_;
    picture->looks = looks_.publish();
    for (const int g : order_) {
        const Group& group = groups_[std::size_t(g)];
        picture->groups.push_back({group.outer, group.inner, group.sums, group.lostSinceMs});
        picture->sums += group.sums;
        if (group.lostSinceMs == 0)
            continue;
        for (const Slot s : group.agents) {
            if (entries_[s].lostSinceMs != 0 && picture->lost.size() < lostListLimit)
                picture->lost.push_back(s);
        }
    }
    return picture;
}

} // namespace mesoscope::tables
