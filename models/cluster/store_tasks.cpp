// Tasks: what the master's stream and pictures say about them becomes rows, counts and the chains of their agents.
#include "models/cluster/store.h"

#include <algorithm>
#include <cmath>

namespace mesoscope::cluster {

namespace {

/// Ended tasks are kept for display like the master keeps them (1,000 a framework there); ours is one bound for all.
constexpr std::size_t historyLimit = 20'000;

std::uint64_t keyOf(StringId id, Slot framework) {
    return (std::uint64_t(framework) << 32) | id;
}

std::string portsText(std::span<const master::PortRange> ports) {
    std::string text;
    for (const master::PortRange& range : ports) {
        if (!text.empty())
            text += ", ";
        text += std::to_string(range.begin);
        if (range.end != range.begin)
            text += '-' + std::to_string(range.end);
    }
    return text;
}

ContainerName containerName(std::string_view text, base::StringPool& pool) {
    if (const auto uuid = base::Uuid::parse(text); uuid && !uuid->isNull())
        return {*uuid, 0};
    return {{}, pool.intern(text)};
}

} // namespace

Slot Store::taskSlot(StringId id, Slot framework) const {
    if (id == 0 || id >= slotByTaskId_.size())
        return noSlot;
    const Slot slot = slotByTaskId_[id];
    if (slot != noSlot && tasks_[slot].framework == framework)
        return slot;
    const auto it = sameIdElsewhere_.find(keyOf(id, framework));
    return it == sameIdElsewhere_.end() ? noSlot : it->second;
}

void Store::setTaskKey(StringId id, Slot framework, Slot slot) {
    if (id >= slotByTaskId_.size())
        slotByTaskId_.resize(std::max<std::size_t>(id + 1, slotByTaskId_.size() * 3 / 2), noSlot);
    const Slot holder = slotByTaskId_[id];
    if (holder == noSlot || tasks_[holder].framework == framework)
        slotByTaskId_[id] = slot;
    else
        sameIdElsewhere_[keyOf(id, framework)] = slot;
}

void Store::dropTaskKey(StringId id, Slot framework, Slot slot) {
    if (id < slotByTaskId_.size() && slotByTaskId_[id] == slot) {
        slotByTaskId_[id] = noSlot;
        return;
    }
    const auto it = sameIdElsewhere_.find(keyOf(id, framework));
    if (it != sameIdElsewhere_.end() && it->second == slot)
        sameIdElsewhere_.erase(it);
}

Slot Store::newTaskSlot() {
    if (!freeTasks_.empty()) {
        const Slot slot = freeTasks_.back();
        freeTasks_.pop_back();
        return slot;
    }
    taskSeen_.push_back(0);
    return tasks_.append(TaskRow{});
}

StringId Store::appOf(std::string_view taskId) {
    // The text before the instance's own part is the same for all instances: resolve it once.
    const std::size_t cut = taskId.find(".instance-");
    const bool common = cut != std::string_view::npos;
    const std::string prefix(common ? taskId.substr(0, cut) : taskId);
    if (common) {
        const auto it = appByPrefix_.find(prefix);
        if (it != appByPrefix_.end())
            return it->second;
    }
    const StringId app = resolver_ ? strings_->intern(resolver_(taskId)) : 0;
    if (common)
        appByPrefix_.emplace(prefix, app);
    return app;
}

TaskRow Store::rowFrom(const master::TaskView& view, Slot framework) {
    base::StringPool& pool = *strings_;
    TaskRow row;
    row.id = pool.intern(view.id);
    row.name = pool.intern(view.name);
    row.app = appOf(view.id);
    row.executor = pool.intern(view.executorId);
    row.agentId = pool.intern(view.agentId);
    row.agent = agentSlotFor(row.agentId);
    row.framework = framework;
    row.reason = pool.intern(view.status.reason);
    row.message = pool.intern(view.status.message);
    row.ipAddresses = pool.intern(view.status.ipAddresses);
    row.networks = pool.intern(view.status.networkNames);
    row.ports = view.ports.empty() ? 0 : pool.intern(portsText(view.ports));
    row.role = pool.intern(view.role);
    row.labels = pool.intern(view.labelsJson);
    row.discovery = pool.intern(view.discoveryJson);
    row.container = pool.intern(view.containerJson);
    row.containerId = containerName(view.status.containerId, pool);
    row.state = view.state;
    row.stateName = view.state == master::TaskState::Unknown ? pool.intern(view.stateName) : 0;
    row.health = view.status.health;
    row.completed = view.completed;
    row.cpus = float(view.resources.cpus);
    row.mem = float(view.resources.mem);
    row.disk = float(view.resources.disk);
    row.gpus = float(view.resources.gpus);
    row.startedMs = view.startedMs;
    row.statusMs = view.status.timestampMs;
    return row;
}

void Store::countTask(const TaskRow& row, int sign) {
    if (!row.live())
        return;
    totals_.tasks += std::uint32_t(sign);
    totals_.tasksByState[std::size_t(row.state)] += std::uint32_t(sign);
    if (row.framework != noSlot) {
        frameworks_[row.framework].tasks += std::uint32_t(sign);
        frameworksChanged_ = true;
    }
    if (row.app == 0)
        return;
    AppCount& app = appCounts_[row.app];
    app.tasks += std::uint32_t(sign);
    app.running += row.state == master::TaskState::Running ? std::uint32_t(sign) : 0;
    app.unreachable += row.state == master::TaskState::Unreachable ? std::uint32_t(sign) : 0;
    if (!app.changed) {
        app.changed = true;
        dirtyAppCounts_.push_back(row.app);
    }
}

void Store::applyTask(Slot slot, TaskRow row) {
    const TaskRow before = tasks_[slot];
    row.nextOnAgent = before.nextOnAgent;
    if (before == row)
        return;
    const bool was = before.live() && before.agent != noSlot;
    const bool is = row.live() && row.agent != noSlot;
    const bool stays = was && is && before.agent == row.agent;
    countTask(before, -1);
    if (was)
        countOnAgent(before, -1);
    if (was && !stays)
        unchain(slot, before.agent);
    row.nextOnAgent = stays ? before.nextOnAgent : noSlot;
    tasks_.edit(slot) = row;
    if (is && !stays)
        chain(slot, row.agent);
    if (is)
        countOnAgent(row, +1);
    countTask(row, +1);
    dirtyTasks_.push_back(slot);
    if (row.terminal() && !(before.id == row.id && before.terminal()))
        remember(slot);
}

void Store::remember(Slot slot) {
    history_.push_back({slot, tasks_[slot].id});
    while (history_.size() > historyLimit) {
        const HistoryEntry oldest = history_.front();
        history_.pop_front();
        if (tasks_[oldest.slot].id == oldest.id && tasks_[oldest.slot].terminal())
            freeTask(oldest.slot);
    }
}

void Store::freeTask(Slot slot) {
    const TaskRow before = tasks_[slot];
    if (before.id == 0)
        return;
    countTask(before, -1);
    if (before.live() && before.agent != noSlot) {
        countOnAgent(before, -1);
        unchain(slot, before.agent);
    }
    dropTaskKey(before.id, before.framework, slot);
    tasks_.edit(slot) = TaskRow{};
    freeTasks_.push_back(slot);
    dirtyTasks_.push_back(slot);
}

Slot Store::slotForStateTask(StringId id, Slot framework, bool completed) {
    const Slot known = taskSlot(id, framework);
    if (known != noSlot && taskSeen_[known] != generation_)
        return known;
    const Slot fresh = newTaskSlot();
    // A second row with the same id in one picture: the living one owns the key, the other is history.
    if (known == noSlot || (tasks_[known].completed && !completed))
        setTaskKey(id, framework, fresh);
    return fresh;
}

void Store::task(const master::TaskView& view) {
    if (view.id.empty())
        return;
    const Slot framework = frameworkSlotFor(view.frameworkId);
    const TaskRow row = rowFrom(view, framework);
    const Slot slot = slotForStateTask(row.id, framework, view.completed);
    taskSeen_[slot] = generation_;
    applyTask(slot, row);
}

void Store::taskAdded(const master::TaskView& view) {
    ++diff_.events;
    if (view.id.empty())
        return;
    const Slot framework = frameworkSlotFor(view.frameworkId);
    const TaskRow row = rowFrom(view, framework);
    Slot slot = taskSlot(row.id, framework);
    if (slot == noSlot) {
        slot = newTaskSlot();
        setTaskKey(row.id, framework, slot);
    }
    taskSeen_[slot] = generation_;
    applyTask(slot, row);
}

void Store::taskUpdated(const master::TaskUpdateView& update) {
    ++diff_.events;
    base::StringPool& pool = *strings_;
    const Slot framework = frameworkSlotFor(update.frameworkId);
    Slot slot = taskSlot(pool.find(update.taskId), framework);
    TaskRow row;
    if (slot != noSlot) {
        row = tasks_[slot];
    } else {
        if (update.taskId.empty() || master::isTerminal(update.state))
            return; // the end of something that was never shown
        row.id = pool.intern(update.taskId);
        row.app = appOf(update.taskId);
        row.framework = framework;
        slot = newTaskSlot();
        setTaskKey(row.id, framework, slot);
        taskSeen_[slot] = generation_;
    }
    if (!update.agentId.empty()) {
        row.agentId = pool.intern(update.agentId);
        row.agent = agentSlotFor(row.agentId);
    }
    const master::StatusView& status = update.status;
    row.state = update.state;
    row.stateName = update.state == master::TaskState::Unknown ? pool.intern(update.stateName) : 0;
    row.reason = pool.intern(status.reason);
    row.message = pool.intern(status.message);
    if (status.health != master::Health::NotReported)
        row.health = status.health;
    if (!status.ipAddresses.empty())
        row.ipAddresses = pool.intern(status.ipAddresses);
    if (!status.networkNames.empty())
        row.networks = pool.intern(status.networkNames);
    if (!status.containerId.empty())
        row.containerId = containerName(status.containerId, pool);
    if (update.state == master::TaskState::Running && row.startedMs == 0)
        row.startedMs = status.timestampMs;
    if (status.timestampMs != 0)
        row.statusMs = status.timestampMs;
    applyTask(slot, row);
}

void Store::chain(Slot slot, Slot agent) {
    AgentRow& row = agents_.edit(agent);
    tasks_.edit(slot).nextOnAgent = row.firstTask;
    row.firstTask = slot;
    dirtyAgents_.push_back(agent);
}

void Store::unchain(Slot slot, Slot agent) {
    const Slot next = tasks_[slot].nextOnAgent;
    if (agents_[agent].firstTask == slot) {
        agents_.edit(agent).firstTask = next;
        return;
    }
    Slot before = agents_[agent].firstTask;
    while (before != noSlot && tasks_[before].nextOnAgent != slot)
        before = tasks_[before].nextOnAgent;
    if (before == noSlot)
        return;
    tasks_.edit(before).nextOnAgent = next;
    dirtyTasks_.push_back(before);
}

namespace {

/// What is left of the last task is nothing, not the error of adding and taking away.
master::Scalars without(master::Scalars from, const master::Scalars& what) {
    constexpr double nothing = 1e-4;
    from -= what;
    for (double* amount : {&from.cpus, &from.mem, &from.disk, &from.gpus}) {
        if (std::abs(*amount) < nothing)
            *amount = 0;
    }
    return from;
}

} // namespace

void Store::countOnAgent(const TaskRow& row, int sign) {
    const master::Scalars used{row.cpus, row.mem, row.disk, row.gpus};
    editAgent(row.agent, [&](AgentRow& agent) {
        agent.tasks += std::uint32_t(sign);
        agent.running += row.state == master::TaskState::Running ? std::uint32_t(sign) : 0;
        agent.unhealthy += row.health == master::Health::Unhealthy ? std::uint32_t(sign) : 0;
        if (sign > 0)
            agent.allocated += used;
        else
            agent.allocated = without(agent.allocated, used);
    });
}

void Store::sweepTasks() {
    for (Slot slot = 0; slot < tasks_.size(); ++slot) {
        const TaskRow& row = tasks_[slot];
        if (row.id == 0 || taskSeen_[slot] == generation_)
            continue;
        // After a fail-over the new leader knows nothing yet of agents that are still coming back: keep their last
        // known tasks, outlined, until it does.
        if (row.live() && row.agent != noSlot && agents_[row.agent].state == AgentState::Recovering)
            continue;
        freeTask(slot);
    }
}

} // namespace mesoscope::cluster
