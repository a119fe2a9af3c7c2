#include "models/tables/why_projection.h"

namespace mesoscope::tables {

namespace {

constexpr qint64 answerEveryMs = 1000;
constexpr qint64 differenceOverMs = 300'000;

cluster::Diff everything() {
    cluster::Diff diff;
    diff.everything = true;
    return diff;
}

} // namespace

void WhyProjection::setApp(const QString& app) {
    if (app != app_) {
        before_.reset();
        offers_.clear();
        rooms_.clear();
    }
    app_ = app;
    asked_ = true;
}

void WhyProjection::setOffers(const QString& app, const QList<scheduler::UnusedOffer>& offers) {
    if (app != app_)
        return;
    offers_ = offers;
    asked_ = true;
}

std::shared_ptr<const void> WhyProjection::project(const cluster::SnapshotPtr& snapshot, const cluster::Diff& diff) {
    const bool news = !diff.apps.empty() || diff.deployments || diff.instances || diff.everything;
    // Every difference counts for the rooms, also those that bring no new answer.
    if (!rooms_.isEmpty())
        rooms_.update(*snapshot, diff);
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
    if (input.entry)
        input.agents = rooms_.update(*snapshot, rooms_.isEmpty() ? everything() : cluster::Diff());
    input.offers = offers_;
    if (input.entry)
        input.quotas = cluster::quotasOf(*snapshot, scheduler::roleOf(*input.app, *input.entry));
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
