#include "models/cluster/drain_impact.h"

#include "models/appspec/live.h"
#include "models/base/json_members.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace mesoscope::cluster {

namespace {

constexpr qint64 defaultGraceMs = 5'000;
/// After its grace a task has this long to be reported before it counts as overdue.
constexpr qint64 overdueAfterMs = 15'000;

const scheduler::App* appOf(const Snapshot& snapshot, StringId app) {
    if (app == 0)
        return nullptr;
    const Slot slot = snapshot.findApp(snapshot.text(app));
    return slot == noSlot ? nullptr : snapshot.apps[slot].app.get();
}

/// Whether an instance's data lies on its agent.
bool hasLocalVolumes(const scheduler::App& app) {
    return app.document.contains("\"persistent\"") && app.document.contains("\"volumes\"");
}

qint64 graceMs(const scheduler::App* app) {
    if (!app)
        return defaultGraceMs;
    const auto seconds = base::json::member(app->document, "taskKillGracePeriodSeconds");
    bool ok = false;
    const double value = seconds ? seconds->toByteArray().toDouble(&ok) : 0;
    return ok && value >= 0 ? qint64(value * 1000) : defaultGraceMs;
}

appspec::ForecastRequest requestOf(const scheduler::App& app, int lost) {
    appspec::ForecastRequest request;
    request.need = {app.cpus, app.mem, app.disk, app.gpus};
    if (!app.role.isEmpty())
        request.role = app.role.toUtf8();
    for (const scheduler::Constraint& c : app.constraints)
        request.constraints.push_back({c.field.toUtf8(), c.op.toUtf8(), c.value.toUtf8()});
    request.instances = lost;
    request.wantedTotal = std::max(1, app.instances);
    return request;
}

/// The agents that stay, with the slots they stand for.
struct Rest {
    std::vector<appspec::ForecastAgent> agents;
    std::vector<Slot> places; ///< index by slot; noSlot: not among them

    Rest(const Snapshot& snapshot, const std::set<Slot>& drained) : agents(appspec::agentsOf(snapshot)) {
        places.assign(snapshot.agents.size(), noSlot);
        Slot next = 0;
        for (Slot slot = 0; slot < snapshot.agents.size(); ++slot) {
            const AgentRow& row = snapshot.agents[slot];
            if (row.id == 0 || isLost(row.state))
                continue;
            places[slot] = next;
            if (drained.contains(slot))
                agents[next].unavailable = true;
            ++next;
        }
    }
    void take(const appspec::ForecastResult& result, const appspec::Resources& need) {
        for (const auto& placement : result.placements) {
            appspec::Resources& free = agents[std::size_t(placement.agent)].free;
            free.cpus -= need.cpus * placement.count;
            free.mem -= need.mem * placement.count;
            free.disk -= need.disk * placement.count;
            free.gpus -= need.gpus * placement.count;
        }
    }
};

struct Loss {
    StringId app = 0;
    int lost = 0;
    std::vector<Slot> elsewhere; ///< agents of the instances that stay
};

std::vector<Loss> lossesOf(const Snapshot& snapshot, const std::set<Slot>& drained) {
    std::map<StringId, Loss> losses;
    for (const Slot agent : drained) {
        for (Slot t = snapshot.agents[agent].firstTask; t < snapshot.tasks.size(); t = snapshot.tasks[t].nextOnAgent) {
            if (!snapshot.tasks[t].live())
                continue;
            Loss& loss = losses[snapshot.tasks[t].app];
            loss.app = snapshot.tasks[t].app;
            ++loss.lost;
        }
    }
    for (Slot t = 0; t < snapshot.tasks.size(); ++t) {
        const TaskRow& task = snapshot.tasks[t];
        if (!task.live() || task.agent == noSlot || drained.contains(task.agent))
            continue;
        if (const auto it = losses.find(task.app); it != losses.end() && task.app != 0)
            it->second.elsewhere.push_back(task.agent);
    }
    std::vector<Loss> list;
    list.reserve(losses.size());
    for (auto& [app, loss] : losses)
        list.push_back(std::move(loss));
    return list;
}

void place(Rest& rest, const Loss& loss, const scheduler::App& app, ServiceImpact& impact) {
    for (const Slot agent : loss.elsewhere) {
        if (rest.places[agent] != noSlot)
            ++rest.agents[rest.places[agent]].placed;
    }
    const appspec::ForecastRequest request = requestOf(app, loss.lost);
    const appspec::ForecastResult result = appspec::forecast(rest.agents, request);
    for (const Slot agent : loss.elsewhere) {
        if (rest.places[agent] != noSlot)
            rest.agents[rest.places[agent]].placed = 0;
    }
    rest.take(result, request.need);
    impact.fits = result.fits;
    impact.verdict = result.fits >= loss.lost ? ServiceImpact::Verdict::Fits
                     : result.fits > 0        ? ServiceImpact::Verdict::PartFits
                                              : ServiceImpact::Verdict::NoRoom;
    if (impact.verdict == ServiceImpact::Verdict::Fits)
        return;
    // What stops the most agents is what is missing; drained ones stop by being drained.
    const auto worst =
        std::max_element(result.rejected.cbegin(), result.rejected.cend(), [](const auto& a, const auto& b) {
            const auto weight = [](const auto& r) {
                return r.first == appspec::Reject::AgentMaintenance ? -1 : r.second;
            };
            return weight(a) < weight(b);
        });
    if (worst != result.rejected.cend())
        impact.reason = appspec::rejectName(worst->first);
    impact.missing = {result.missing.cpus, result.missing.mem, result.missing.disk, result.missing.gpus};
}

} // namespace

QList<ServiceImpact> drainImpact(const Snapshot& snapshot, const std::vector<Slot>& agents) {
    std::set<Slot> drained;
    for (const Slot agent : agents) {
        if (agent < snapshot.agents.size() && snapshot.agents[agent].id != 0)
            drained.insert(agent);
    }
    Rest rest(snapshot, drained);
    std::vector<std::pair<Loss, const scheduler::App*>> losses;
    for (Loss& loss : lossesOf(snapshot, drained)) {
        const scheduler::App* app = appOf(snapshot, loss.app);
        losses.emplace_back(std::move(loss), app);
    }
    // The largest instances find a place the hardest.
    std::stable_sort(losses.begin(), losses.end(), [](const auto& a, const auto& b) {
        const auto size = [](const scheduler::App* app) { return app ? app->cpus + app->mem / 4096 : 0; };
        return size(a.second) > size(b.second);
    });
    QList<ServiceImpact> list;
    for (const auto& [loss, app] : losses) {
        ServiceImpact impact;
        impact.app = snapshot.text(loss.app);
        impact.lost = loss.lost;
        impact.total = loss.lost + int(loss.elsewhere.size());
        if (app && hasLocalVolumes(*app))
            impact.verdict = ServiceImpact::Verdict::Pinned;
        else if (app)
            place(rest, loss, *app, impact);
        list.append(impact);
    }
    std::stable_sort(list.begin(), list.end(), [](const ServiceImpact& a, const ServiceImpact& b) {
        const auto share = [](const ServiceImpact& i) { return double(i.lost) / std::max(1, i.total); };
        return share(a) != share(b) ? share(a) > share(b) : a.app < b.app;
    });
    return list;
}

namespace {

qint64 drainStart(const AgentRow& agent, qint64 nowMs) {
    return std::min(nowMs, agent.drainStartedMs > 0 ? agent.drainStartedMs : agent.stateSinceMs);
}

/// The living instances of some apps that came elsewhere since the drain began, oldest first; those that do not run yet
/// last.
std::map<StringId, std::vector<Slot>> successors(const Snapshot& snapshot, Slot drained, const std::set<StringId>& apps,
                                                 qint64 sinceMs) {
    std::map<StringId, std::vector<Slot>> found;
    for (Slot t = 0; t < snapshot.tasks.size(); ++t) {
        const TaskRow& task = snapshot.tasks[t];
        if (task.live() && task.agent != drained && apps.count(task.app) != 0 &&
            (task.startedMs == 0 || task.startedMs >= sinceMs))
            found[task.app].push_back(t);
    }
    for (auto& [app, slots] : found) {
        std::stable_sort(slots.begin(), slots.end(), [&snapshot](Slot a, Slot b) {
            const auto at = [&snapshot](Slot s) {
                const qint64 ms = snapshot.tasks[s].startedMs;
                return ms == 0 ? std::numeric_limits<qint64>::max() : ms;
            };
            return at(a) < at(b);
        });
    }
    return found;
}

} // namespace

DrainCourse drainCourse(const Snapshot& snapshot, Slot agent, qint64 nowMs) {
    DrainCourse course;
    const bool drains = agent < snapshot.agents.size() && (snapshot.agents[agent].state == AgentState::Draining ||
                                                           snapshot.agents[agent].state == AgentState::Drained);
    if (!drains)
        return course;
    const AgentRow& row = snapshot.agents[agent];
    course.startedMs = drainStart(row, nowMs);
    course.left = int(row.tasks);
    // Clocks of master and agents agree but for seconds; what ended a moment before the drain is not its doing.
    constexpr qint64 slack = 2'000;
    const qint64 sinceMs = course.startedMs + snapshot.serverAheadMs - slack;
    std::vector<Slot> ended;
    std::set<StringId> apps;
    for (Slot t = 0; t < snapshot.tasks.size(); ++t) {
        const TaskRow& task = snapshot.tasks[t];
        if (task.id == 0 || task.agentId != row.id || !task.terminal() || task.statusMs < sinceMs)
            continue;
        ended.push_back(t);
        if (task.app != 0)
            apps.insert(task.app);
    }
    std::stable_sort(ended.begin(), ended.end(),
                     [&](Slot a, Slot b) { return snapshot.tasks[a].statusMs < snapshot.tasks[b].statusMs; });
    auto candidates = successors(snapshot, agent, apps, sinceMs);
    for (const Slot t : ended) {
        const TaskRow& task = snapshot.tasks[t];
        MovedTask moved;
        moved.task = snapshot.text(task.id);
        moved.app = snapshot.text(task.app);
        moved.endedMs = std::clamp(task.statusMs - snapshot.serverAheadMs, course.startedMs, nowMs);
        moved.state = task.state;
        std::vector<Slot>& next = candidates[task.app];
        if (task.app != 0 && !next.empty()) {
            const TaskRow& successor = snapshot.tasks[next.front()];
            next.erase(next.begin());
            moved.replacement = snapshot.text(successor.id);
            moved.replacementState = successor.state;
            if (successor.agent < snapshot.agents.size())
                moved.replacementHost = snapshot.text(snapshot.agents[successor.agent].hostname);
        }
        course.moved.append(moved);
    }
    course.before = course.left + int(course.moved.size());
    return course;
}

DrainProgress drainProgress(const Snapshot& snapshot, const AgentRow& agent, qint64 nowMs) {
    DrainProgress progress;
    progress.startedMs = drainStart(agent, nowMs);
    std::map<StringId, qint64> graces;
    for (Slot t = agent.firstTask; t < snapshot.tasks.size(); t = snapshot.tasks[t].nextOnAgent) {
        const TaskRow& task = snapshot.tasks[t];
        if (!task.live())
            continue;
        ++progress.left;
        const auto [grace, fresh] = graces.try_emplace(task.app, 0);
        if (fresh)
            grace->second = graceMs(appOf(snapshot, task.app));
        const qint64 own = agent.drainGraceMs >= 0 ? std::min(agent.drainGraceMs, grace->second) : grace->second;
        StuckTask left{snapshot.text(task.id), snapshot.text(task.app), progress.startedMs + own, false};
        left.overdue = nowMs > left.endsMs + overdueAfterMs;
        progress.overdue += left.overdue ? 1 : 0;
        progress.endsMs = std::max(progress.endsMs, left.endsMs);
        progress.tasks.append(left);
    }
    std::stable_sort(progress.tasks.begin(), progress.tasks.end(),
                     [](const StuckTask& a, const StuckTask& b) { return a.endsMs > b.endsMs; });
    return progress;
}

} // namespace mesoscope::cluster
