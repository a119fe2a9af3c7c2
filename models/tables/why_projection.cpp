#include "models/tables/why_projection.h"

namespace mesoscope::tables {

namespace {

constexpr qint64 answerEveryMs = 1000;
constexpr qint64 differenceOverMs = 300'000;

QString fromView(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

std::vector<scheduler::AgentRoom> roomOf(const cluster::Snapshot& snapshot) {
    std::vector<scheduler::AgentRoom> rooms;
    rooms.reserve(snapshot.totals.agents);
    for (cluster::Slot slot = 0; slot < snapshot.agents.size(); ++slot) {
        const cluster::AgentRow& agent = snapshot.agents[slot];
        if (agent.id == 0)
            continue;
        scheduler::AgentRoom room;
        room.id = snapshot.text(agent.id);
        room.host = snapshot.text(agent.hostname);
        room.cpus = agent.total.cpus - agent.allocated.cpus;
        room.mem = agent.total.mem - agent.allocated.mem;
        room.disk = agent.total.disk - agent.allocated.disk;
        room.gpus = agent.total.gpus - agent.allocated.gpus;
        room.usable = agent.state == cluster::AgentState::Active;
        for (const auto& [name, value] : snapshot.attributes(agent))
            room.attributes.insert(fromView(name), fromView(value));
        room.attributes.insert(QStringLiteral("@region"), snapshot.text(agent.region));
        room.attributes.insert(QStringLiteral("@zone"), snapshot.text(agent.zone));
        rooms.push_back(std::move(room));
    }
    return rooms;
}

void WhyProjection::setApp(const QString& app) {
    if (app != app_)
        before_.reset();
    app_ = app;
    asked_ = true;
}

std::shared_ptr<const void> WhyProjection::project(const cluster::SnapshotPtr& snapshot, const cluster::Diff& diff) {
    const bool news = !diff.apps.empty() || diff.deployments || diff.instances || diff.everything;
    if (app_.isEmpty() || (!asked_ && (!news || snapshot->atMs - answeredMs_ < answerEveryMs)))
        return nullptr;
    const cluster::Slot slot = snapshot->findApp(app_);
    if (slot == cluster::noSlot)
        return nullptr;
    asked_ = false;
    answeredMs_ = snapshot->atMs;
    scheduler::WhyInput input;
    input.app = snapshot->apps[slot].app;
    input.entry = snapshot->apps[slot].waiting;
    input.before = before_;
    input.beforeMs = beforeMs_;
    input.deployments = snapshot->deployments;
    if (snapshot->watchedApp == app_ && snapshot->watchedInstances)
        input.instances = *snapshot->watchedInstances;
    const std::vector<scheduler::AgentRoom> rooms =
        input.entry ? roomOf(*snapshot) : std::vector<scheduler::AgentRoom>();
    input.agents = rooms;
    input.nowMs = snapshot->atMs;
    auto answer = std::make_shared<WhyAnswer>();
    answer->app = app_;
    answer->why = scheduler::whyWaiting(input);
    if (input.entry && (!before_ || snapshot->atMs - beforeMs_ > differenceOverMs)) {
        before_ = *input.entry;
        beforeMs_ = snapshot->atMs;
    }
    return answer;
}

} // namespace mesoscope::tables
