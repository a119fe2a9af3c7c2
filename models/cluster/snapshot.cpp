#include "models/cluster/snapshot.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace mesoscope::cluster {

std::vector<std::pair<std::string_view, std::string_view>> Snapshot::attributes(const AgentRow& agent) const {
    std::vector<std::pair<std::string_view, std::string_view>> result;
    std::string_view rest = view(agent.attributes);
    while (!rest.empty()) {
        const auto end = std::size_t(std::find(rest.begin(), rest.end(), '\n') - rest.begin());
        const std::string_view line = rest.substr(0, end);
        const auto colon = std::size_t(std::find(line.begin(), line.end(), ':') - line.begin());
        result.emplace_back(line.substr(0, colon), colon < line.size() ? line.substr(colon + 1) : std::string_view());
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return result;
}

std::vector<std::pair<std::string_view, master::Scalars>> Snapshot::reservations(const AgentRow& agent) const {
    std::vector<std::pair<std::string_view, master::Scalars>> result;
    std::string_view rest = view(agent.reservations);
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        std::array<double, 4> amounts{};
        const char* at = line.data() + std::min(line.find('\t'), line.size());
        const char* const end = line.data() + line.size();
        for (double& amount : amounts) {
            if (at < end)
                at = std::from_chars(at + 1, end, amount).ptr;
        }
        result.emplace_back(line.substr(0, line.find('\t')),
                            master::Scalars{amounts[0], amounts[1], amounts[2], amounts[3]});
    }
    return result;
}

std::vector<master::AgentPortsView> Snapshot::ports(const AgentRow& agent) const {
    std::vector<master::AgentPortsView> result;
    std::string_view rest = view(agent.ports);
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        const std::size_t tab = std::min(line.find('\t'), line.size());
        master::AgentPortsView one;
        const char* const end = line.data() + tab;
        const char* const dash = std::from_chars(line.data(), end, one.range.begin).ptr;
        if (dash < end)
            std::from_chars(dash + 1, end, one.range.end);
        one.role = line.substr(std::min(tab + 1, line.size()));
        result.push_back(one);
    }
    return result;
}

std::string_view Snapshot::attribute(const AgentRow& agent, std::string_view name) const {
    if (name == "@region")
        return view(agent.region);
    if (name == "@zone")
        return view(agent.zone);
    for (const auto& [key, value] : attributes(agent)) {
        if (key == name)
            return value;
    }
    return {};
}

const base::SourceStatus* Snapshot::source(base::SourceKind kind) const {
    const auto it = std::find_if(sources.cbegin(), sources.cend(), [kind](const auto& s) { return s.kind == kind; });
    return it == sources.cend() ? nullptr : &*it;
}

Slot Snapshot::findApp(const QString& id) const {
    for (Slot i = 0; i < apps.size(); ++i) {
        if (apps[i].app && apps[i].app->id == id)
            return i;
    }
    return noSlot;
}

Slot Snapshot::findAgent(std::string_view idOrHostname) const {
    for (Slot i = 0; i < agents.size(); ++i) {
        const AgentRow& row = agents[i];
        if (row.id != 0 && (view(row.id) == idOrHostname || view(row.hostname) == idOrHostname))
            return i;
    }
    return noSlot;
}

Slot Snapshot::findTask(std::string_view id) const {
    for (Slot i = 0; i < tasks.size(); ++i) {
        if (tasks[i].id != 0 && view(tasks[i].id) == id)
            return i;
    }
    return noSlot;
}

bool Diff::empty() const {
    return tasks.empty() && agents.empty() && apps.empty() && !frameworks && !roles && !deployments && !routes &&
           !sources && !actions && !notes && !instances && !everything && events == 0;
}

namespace {

void mergeRuns(std::vector<Run>& runs, const std::vector<Run>& more) {
    if (more.empty())
        return;
    runs.insert(runs.end(), more.begin(), more.end());
    std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.begin < b.begin; });
    std::size_t last = 0;
    for (std::size_t i = 1; i < runs.size(); ++i) {
        if (runs[i].begin <= runs[last].end)
            runs[last].end = std::max(runs[last].end, runs[i].end);
        else
            runs[++last] = runs[i];
    }
    runs.resize(last + 1);
}

} // namespace

void Diff::merge(const Diff& later) {
    mergeRuns(tasks, later.tasks);
    mergeRuns(agents, later.agents);
    mergeRuns(apps, later.apps);
    frameworks |= later.frameworks;
    roles |= later.roles;
    deployments |= later.deployments;
    routes |= later.routes;
    sources |= later.sources;
    actions |= later.actions;
    notes |= later.notes;
    instances |= later.instances;
    everything |= later.everything;
    events += later.events;
}

} // namespace mesoscope::cluster
