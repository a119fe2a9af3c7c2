// Agents and frameworks: registered ones as told, vanished ones as last known.
#include "models/cluster/store.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace mesoscope::cluster {

namespace {

/// A lost agent that nobody misses any more leaves the picture after a day.
constexpr qint64 keepLostMs = 24 * 3600 * 1000LL;

AgentState stateOf(const master::AgentView& view) {
    if (view.drain == master::DrainState::Draining)
        return AgentState::Draining;
    if (view.drain == master::DrainState::Drained)
        return AgentState::Drained;
    if (view.deactivated)
        return AgentState::Deactivated;
    return view.active ? AgentState::Active : AgentState::Disconnected;
}

std::string joinedAttributes(std::span<const master::AttributeView> attributes) {
    std::string joined;
    for (const master::AttributeView& a : attributes) {
        if (!joined.empty())
            joined += '\n';
        joined.append(a.name).append(1, ':').append(a.value);
    }
    return joined;
}

/// role, then cpus, mem, disk and gpus with a tab before each; one role a line.
std::string joinedReservations(std::span<const master::ReservationView> reservations) {
    std::string joined;
    for (const master::ReservationView& r : reservations) {
        if (!joined.empty())
            joined += '\n';
        joined.append(r.role);
        for (const double amount : {r.amount.cpus, r.amount.mem, r.amount.disk, r.amount.gpus}) {
            joined += '\t';
            std::array<char, 32> digits;
            const auto [end, code] = std::to_chars(digits.data(), digits.data() + digits.size(), amount);
            joined.append(digits.data(), code == std::errc() ? std::size_t(end - digits.data()) : 0);
        }
    }
    return joined;
}

/// "31000-32000", one range a line; a tab and the role behind it where it is reserved.
std::string joinedPorts(std::span<const master::AgentPortsView> ports) {
    std::string joined;
    for (const master::AgentPortsView& p : ports) {
        if (!joined.empty())
            joined += '\n';
        joined += std::to_string(p.range.begin) + '-' + std::to_string(p.range.end);
        if (!p.role.empty())
            joined.append(1, '\t').append(p.role);
    }
    return joined;
}

QString text(std::string_view v) {
    return QString::fromUtf8(v.data(), qsizetype(v.size()));
}

} // namespace

Slot Store::agentSlotFor(StringId id) {
    if (id == 0)
        return noSlot;
    const auto it = slotByAgentId_.find(id);
    if (it != slotByAgentId_.end())
        return it->second;
    Slot slot;
    if (freeAgents_.empty()) {
        slot = agents_.append(AgentRow{});
        agentSeen_.push_back(0);
    } else {
        slot = freeAgents_.back();
        freeAgents_.pop_back();
    }
    slotByAgentId_.emplace(id, slot);
    agents_.edit(slot).id = id;
    countAgent(agents_[slot], +1);
    agentSeen_[slot] = agentGeneration_ == 0 ? 0 : agentGeneration_ - 1;
    dirtyAgents_.push_back(slot);
    return slot;
}

void Store::countAgent(const AgentRow& row, int sign) {
    totals_.agents += std::uint32_t(sign);
    totals_.agentsByState[std::size_t(row.state)] += std::uint32_t(sign);
    if (isLost(row.state))
        return;
    if (sign > 0) {
        totals_.total += row.total;
        totals_.allocated += row.allocated;
        totals_.reserved += row.reserved;
    } else {
        totals_.total -= row.total;
        totals_.allocated -= row.allocated;
        totals_.reserved -= row.reserved;
    }
}

AgentRow Store::rowFrom(const master::AgentView& view, const AgentRow& before) {
    base::StringPool& pool = *strings_;
    AgentRow row = before;
    row.hostname = pool.intern(view.hostname);
    row.pid = pool.intern(view.pid);
    row.version = pool.intern(view.version);
    row.region = pool.intern(view.region);
    row.zone = pool.intern(view.zone);
    row.attributes = pool.intern(joinedAttributes(view.attributes));
    row.reservations = pool.intern(joinedReservations(view.reservations));
    row.ports = pool.intern(joinedPorts(view.ports));
    row.port = view.port;
    row.registeredMs = here(view.registeredMs);
    row.drainStartedMs = here(view.drainStartedMs);
    row.drainGraceMs = view.drainGraceMs;
    row.drainMarkGone = view.drainMarkGone;
    row.total = view.total;
    row.offered = view.offered;
    row.reserved = view.reserved;
    if (view.hasAllocated)
        row.allocated = view.allocated;
    const AgentState state = stateOf(view);
    const bool firstSight = before.hostname == 0;
    if (state != before.state || firstSight) {
        const qint64 since = here(std::max(view.registeredMs, view.reregisteredMs));
        const bool draining = state == AgentState::Draining || state == AgentState::Drained;
        row.stateSinceMs = draining && row.drainStartedMs != 0 ? row.drainStartedMs
                           : firstSight && since != 0          ? since
                                                               : clock_.wallMs();
    }
    row.state = state;
    return row;
}

Slot Store::upsertAgent(const master::AgentView& view) {
    if (view.id.empty())
        return noSlot;
    const Slot slot = agentSlotFor(strings_->intern(view.id));
    const AgentRow& before = agents_[slot];
    const AgentRow row = rowFrom(view, before);
    agentSeen_[slot] = agentGeneration_;
    if (row == before)
        return slot;
    const bool returned = isLost(before.state) && before.hostname != 0;
    const bool fresh = before.hostname == 0;
    editAgent(slot, [&row](AgentRow& target) { target = row; });
    collectAttributeNames(row.attributes);
    if (returned)
        note(QStringLiteral("agent"), strings_->text(row.hostname), QStringLiteral("returned"));
    if (fresh && masterComplete_)
        dropPredecessors(slot);
    return slot;
}

void Store::dropPredecessors(Slot fresh) {
    const StringId host = agents_[fresh].hostname;
    const std::uint16_t port = agents_[fresh].port;
    for (Slot slot = 0; slot < agents_.size(); ++slot) {
        const AgentRow& row = agents_[slot];
        if (slot != fresh && row.id != 0 && row.hostname == host && row.port == port && isLost(row.state) &&
            row.tasks == 0)
            freeAgent(slot);
    }
}

void Store::freeAgent(Slot slot) {
    while (agents_[slot].firstTask != noSlot)
        freeTask(agents_[slot].firstTask);
    countAgent(agents_[slot], -1);
    slotByAgentId_.erase(agents_[slot].id);
    agents_.edit(slot) = AgentRow{};
    freeAgents_.push_back(slot);
    dirtyAgents_.push_back(slot);
}

void Store::setAgentState(Slot slot, AgentState state) {
    if (agents_[slot].state == state)
        return;
    editAgent(slot, [&](AgentRow& row) {
        row.state = state;
        // Lost before this program came: its id is all that is known of it.
        if (row.hostname == 0)
            row.hostname = row.id;
        row.stateSinceMs = clock_.wallMs();
    });
    if (isLost(state) && masterComplete_)
        note(QStringLiteral("agent"), strings_->text(agents_[slot].hostname),
             state == AgentState::Recovering ? QStringLiteral("recovering") : QStringLiteral("unreachable"));
}

void Store::sweepAgents(bool wholePicture) {
    const qint64 now = clock_.wallMs();
    for (Slot slot = 0; slot < agents_.size(); ++slot) {
        const AgentRow& row = agents_[slot];
        if (row.id == 0 || agentSeen_[slot] == agentGeneration_)
            continue;
        const bool nameless = row.hostname == 0 && row.tasks == 0;
        const bool old = isLost(row.state) && now - row.stateSinceMs > keepLostMs && row.tasks == 0;
        if ((nameless && wholePicture) || old)
            freeAgent(slot);
        else if (recovering_.count(row.id) != 0)
            setAgentState(slot, AgentState::Recovering);
        else if (!(row.hostname == 0 && !wholePicture))
            setAgentState(slot, AgentState::Unreachable);
    }
}

void Store::collectAttributeNames(StringId joined) {
    if (joined == 0 || !attributeSetsSeen_.insert(joined).second)
        return;
    std::string_view rest = strings_->view(joined);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const QString name = text(rest.substr(0, std::min(rest.find(':'), end)));
        const auto place = std::lower_bound(attributeNames_.begin(), attributeNames_.end(), name);
        if (place == attributeNames_.end() || *place != name)
            attributeNames_.insert(place, name);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

void Store::beginState() {
    inState_ = true;
    ++generation_;
    ++agentGeneration_;
    recovering_.clear();
}

void Store::agent(const master::AgentView& view) {
    upsertAgent(view);
}

void Store::recoveringAgent(std::string_view agentId) {
    recovering_.insert(strings_->intern(agentId));
}

void Store::endState() {
    inState_ = false;
    sweepAgents(true);
    sweepTasks();
    for (Slot slot = 0; slot < frameworks_.size(); ++slot) {
        if (frameworkSeen_[slot] != generation_ && !frameworks_[slot].completed) {
            frameworks_[slot].completed = true;
            frameworksChanged_ = true;
        }
    }
    masterComplete_ = true;
    pictureMs_ = clock_.wallMs();
    diff_.sources = true;
    compactStrings();
}

void Store::serverClock(qint64 aheadMs) {
    // Heads tell whole seconds and may be late by one or two; a difference that small moves nothing.
    constexpr qint64 agreed = 5'000;
    aheadMs_ = std::abs(aheadMs) < agreed ? 0 : aheadMs;
}

void Store::abandonState() {
    inState_ = false;
}

void Store::agentAdded(const master::AgentView& view) {
    ++diff_.events;
    const Slot slot = upsertAgent(view);
    if (slot != noSlot && masterComplete_)
        note(QStringLiteral("agent"), text(view.hostname), QStringLiteral("added"));
}

void Store::agentRemoved(std::string_view agentId) {
    ++diff_.events;
    const auto it = slotByAgentId_.find(strings_->find(agentId));
    if (it == slotByAgentId_.end())
        return;
    note(QStringLiteral("agent"), strings_->text(agents_[it->second].hostname), QStringLiteral("removed"));
    freeAgent(it->second);
}

void Store::beginAgentPoll() {
    ++agentGeneration_;
    recovering_.clear();
}

void Store::polledAgent(const master::AgentView& view) {
    upsertAgent(view);
}

void Store::endAgentPoll(std::span<const std::string_view> recoveringAgentIds) {
    for (const std::string_view id : recoveringAgentIds)
        recovering_.insert(strings_->intern(id));
    sweepAgents(false);
    // What was kept for an agent that was coming back is dropped when the leader has given it up.
    for (Slot slot = 0; slot < tasks_.size(); ++slot) {
        const TaskRow& row = tasks_[slot];
        if (row.live() && taskSeen_[slot] < generation_ && row.agent != noSlot &&
            agents_[row.agent].state == AgentState::Unreachable)
            freeTask(slot);
    }
}

Slot Store::frameworkSlotFor(std::string_view id) {
    if (id.empty())
        return noSlot;
    std::string key(id);
    const auto it = slotByFrameworkId_.find(key);
    if (it != slotByFrameworkId_.end())
        return it->second;
    const Slot slot = Slot(frameworks_.size());
    FrameworkRow row;
    row.id = text(id);
    frameworks_.push_back(std::move(row));
    frameworkSeen_.push_back(generation_);
    slotByFrameworkId_.emplace(std::move(key), slot);
    frameworksChanged_ = true;
    return slot;
}

Slot Store::upsertFramework(const master::FrameworkView& view) {
    const Slot slot = frameworkSlotFor(view.id);
    if (slot == noSlot)
        return slot;
    frameworkSeen_[slot] = generation_;
    FrameworkRow row;
    row.id = text(view.id);
    row.name = text(view.name);
    row.user = text(view.user);
    row.principal = text(view.principal);
    row.hostname = text(view.hostname);
    row.webuiUrl = text(view.webuiUrl);
    row.roles = text(view.roles);
    row.capabilities = text(view.capabilities);
    row.active = view.active;
    row.connected = view.connected;
    row.recovered = view.recovered;
    row.completed = view.completed;
    row.registeredMs = view.registeredMs;
    row.failoverTimeoutMs = view.failoverTimeoutMs;
    row.tasks = frameworks_[slot].tasks;
    row.allocated = view.allocated;
    row.offered = view.offered;
    row.offers = view.offers;
    if (!(row == frameworks_[slot])) {
        frameworks_[slot] = std::move(row);
        frameworksChanged_ = true;
    }
    return slot;
}

void Store::framework(const master::FrameworkView& view) {
    upsertFramework(view);
}

void Store::frameworkAdded(const master::FrameworkView& view) {
    ++diff_.events;
    upsertFramework(view);
    note(QStringLiteral("framework"), text(view.name), QStringLiteral("added"));
}

void Store::frameworkUpdated(const master::FrameworkView& view) {
    ++diff_.events;
    upsertFramework(view);
}

void Store::frameworkRemoved(const master::FrameworkView& view) {
    ++diff_.events;
    const Slot slot = upsertFramework(view);
    if (slot == noSlot)
        return;
    frameworks_[slot].completed = true;
    frameworks_[slot].active = false;
    frameworks_[slot].connected = false;
    frameworksChanged_ = true;
    note(QStringLiteral("framework"), frameworks_[slot].name, QStringLiteral("removed"));
    if (frameworks_[slot].tasks == 0)
        return;
    for (Slot task = 0; task < tasks_.size(); ++task) {
        TaskRow row = tasks_[task];
        if (row.framework != slot || !row.live())
            continue;
        row.completed = true;
        applyTask(task, row);
    }
}

void Store::maintenance(std::span<const master::MaintenanceWindow> schedule) {
    const QList<master::MaintenanceWindow> next(schedule.begin(), schedule.end());
    if (next == maintenance_)
        return;
    maintenance_ = next;
    diff_.roles = true;
}

void Store::roles(std::span<const master::RoleView> roles) {
    std::vector<RoleRow> rows;
    rows.reserve(roles.size());
    for (const master::RoleView& view : roles)
        rows.push_back({text(view.name), view.weight, text(view.frameworks), view.allocated, view.reserved,
                        view.guarantee, view.limit});
    if (*roles_ == rows)
        return;
    roles_ = std::make_shared<const std::vector<RoleRow>>(std::move(rows));
    diff_.roles = true;
}

void Store::unknownEvent(std::string_view type) {
    ++diff_.events;
    note(QStringLiteral("event"), text(type), QStringLiteral("unknown"));
}

} // namespace mesoscope::cluster
