#include "models/tables/map_look.h"

#include <algorithm>
#include <cmath>

namespace mesoscope::tables {

using namespace cluster;

namespace {

TaskMark markOf(const TaskRow& task) {
    switch (task.state) {
    case master::TaskState::Staging:
    case master::TaskState::Starting:
        return TaskMark::Waiting;
    case master::TaskState::Running:
        return task.health == master::Health::Unhealthy ? TaskMark::Unhealthy : TaskMark::Running;
    case master::TaskState::Killing:
        return TaskMark::Killing;
    case master::TaskState::Unreachable:
        return TaskMark::Unreachable;
    default:
        return TaskMark::Other;
    }
}

bool containsFolded(std::string_view text, const QString& lower) {
    return QString::fromUtf8(text.data(), qsizetype(text.size())).toLower().contains(lower);
}

std::string_view stateWord(AgentState state) {
    static constexpr std::array<std::string_view, 8> words{"active",       "deactivated", "draining",   "drained",
                                                           "disconnected", "unreachable", "recovering", "gone"};
    return words[std::size_t(state)];
}

} // namespace

bool stateMatches(AgentState state, const QString& word) {
    const std::string_view own = stateWord(state);
    if (word == QLatin1String("lost"))
        return isLost(state);
    return QLatin1String(own.data(), qsizetype(own.size())).startsWith(word);
}

std::vector<Slot> tasksInOrder(const Snapshot& snapshot, const AgentRow& agent) {
    std::vector<Slot> tasks;
    for (Slot t = agent.firstTask; t != noSlot && t < snapshot.tasks.size(); t = snapshot.tasks[t].nextOnAgent) {
        if (snapshot.tasks[t].live())
            tasks.push_back(t);
    }
    std::sort(tasks.begin(), tasks.end());
    return tasks;
}

void LookMaker::reset() {
    appMatches_.clear();
    versions_.clear();
}

bool LookMaker::isHighlighted(const Snapshot& snapshot, base::StringId app) {
    if (query_.filter.app.isEmpty() || app == 0)
        return false;
    if (app >= appMatches_.size())
        appMatches_.resize(app + 1024, 0);
    quint8& known = appMatches_[app];
    if (known == 0) {
        const QString id = snapshot.text(app);
        const bool inGroup =
            id.startsWith(query_.filter.app) && id.size() > query_.filter.app.size() &&
            (query_.filter.app.endsWith(QLatin1Char('/')) || id.at(query_.filter.app.size()) == QLatin1Char('/'));
        known = id == query_.filter.app || inGroup ? 2 : 1;
    }
    return known == 2;
}

void LookMaker::readVersions(const Snapshot& snapshot) {
    versions_.clear();
    if (query_.measure != MapMeasure::Version || !snapshot.watchedInstances)
        return;
    const Slot app = snapshot.findApp(snapshot.watchedApp);
    const QString current = app == noSlot ? QString() : snapshot.apps[app].app->version;
    for (const scheduler::Instance& i : *snapshot.watchedInstances)
        versions_.insert(i.taskId, i.version == current ? 2 : 1);
}

bool LookMaker::matches(const Snapshot& snapshot, const AgentRow& agent) const {
    const auto holds = [&](const MapFilter::Condition& c) {
        switch (c.kind) {
        case MapFilter::Condition::Kind::Host:
            return containsFolded(snapshot.view(agent.hostname), c.value);
        case MapFilter::Condition::Kind::State:
            return stateMatches(agent.state, c.value);
        case MapFilter::Condition::Kind::Attribute:
            return snapshot.attribute(agent, c.name.toStdString()) == c.value.toStdString();
        }
        return false;
    };
    const auto& all = query_.filter.conditions;
    return std::all_of(all.cbegin(), all.cend(), [&](const auto& c) { return holds(c) != c.negated; });
}

AgentLook LookMaker::look(const Snapshot& snapshot, const AgentRow& agent) {
    AgentLook look;
    if (agent.id == 0)
        return look;
    look.flags = AgentLook::Present;
    look.state = agent.state;
    look.tasks = quint16(std::min<std::uint32_t>(agent.tasks, 0xFFFF));
    measure(agent, look);
    addTasks(snapshot, agent, look);
    const MapFilter& f = query_.filter;
    const bool passes = !f.selectsAgents() || matches(snapshot, agent);
    if (!passes || (!f.app.isEmpty() && look.highlighted == 0))
        look.flags |= AgentLook::Faded;
    return look;
}

int LookMaker::versionOf(const Snapshot& snapshot, const TaskRow& task) const {
    return versions_.isEmpty() ? 0 : versions_.value(snapshot.text(task.id), 0);
}

void LookMaker::addTasks(const Snapshot& snapshot, const AgentRow& agent, AgentLook& look) {
    scratch_.clear();
    int oldest = 3;
    for (Slot t = agent.firstTask; t != noSlot && t < snapshot.tasks.size();) {
        const TaskRow& task = snapshot.tasks[t];
        if (task.live()) {
            const TaskMark mark = markOf(task);
            const bool highlighted = isHighlighted(snapshot, task.app);
            scratch_.emplace_back(t, quint8(quint8(mark) | (highlighted ? 8U : 0U)));
            if (mark == TaskMark::Waiting || mark == TaskMark::Killing)
                look.flags |= AgentLook::Changing;
            if (highlighted) {
                ++look.highlighted;
                if (mark == TaskMark::Waiting)
                    look.flags |= AgentLook::StartingHighlight;
                if (const int version = versionOf(snapshot, task); version > 0)
                    oldest = std::min(oldest, version);
            }
        }
        t = task.nextOnAgent;
    }
    if (query_.measure == MapMeasure::Version) {
        look.level = oldest == 3 ? 0 : oldest == 2 ? 255 : 128;
        if (oldest == 3)
            look.flags |= AgentLook::Unmeasured;
    }
    // The chain starts with the newest task; slots keep each task in its place while others come and go.
    std::sort(scratch_.begin(), scratch_.end());
    look.marks = quint8(std::min(scratch_.size(), AgentLook::maxMarks));
    for (std::size_t i = 0; i < look.marks; ++i)
        look.packed[i / 2] |= quint8(scratch_[i].second << (i % 2 * 4));
}

void LookMaker::measure(const AgentRow& agent, AgentLook& look) const {
    const auto share = [&look](double part, double whole) {
        if (whole <= 0)
            look.flags |= AgentLook::Unmeasured;
        else
            look.level = quint8(std::lround(255 * std::clamp(part / whole, 0.0, 1.0)));
    };
    switch (query_.measure) {
    case MapMeasure::CpuAllocated:
        return share(agent.allocated.cpus, agent.total.cpus);
    case MapMeasure::MemAllocated:
        return share(agent.allocated.mem, agent.total.mem);
    case MapMeasure::DiskAllocated:
        return share(agent.allocated.disk, agent.total.disk);
    case MapMeasure::GpuAllocated:
        return share(agent.allocated.gpus, agent.total.gpus);
    case MapMeasure::CpuOffered:
        return share(agent.offered.cpus, agent.total.cpus);
    case MapMeasure::MemOffered:
        return share(agent.offered.mem, agent.total.mem);
    case MapMeasure::CpuReserved:
        return share(agent.reserved.cpus, agent.total.cpus);
    case MapMeasure::MemReserved:
        return share(agent.reserved.mem, agent.total.mem);
    case MapMeasure::Health:
        return share(agent.unhealthy, agent.tasks);
    case MapMeasure::Version:
        return;
    }
}

} // namespace mesoscope::tables
