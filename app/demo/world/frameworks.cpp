// Frameworks and the offers they get: one outstanding offer per agent, only while somebody waits for one.
#include "app/demo/world/world.h"

#include <algorithm>

namespace mesoscope::demo {

namespace {

std::string fourDigits(std::size_t number) {
    std::string text = std::to_string(number);
    return std::string(text.size() < 4 ? 4 - text.size() : 0, '0') + text;
}

} // namespace

std::string World::registerFramework(const FrameworkInfo& info, FrameworkListener* listener, bool announce) {
    const Lock guard(mutex_);
    auto framework = std::make_unique<Framework>();
    framework->index = static_cast<std::uint32_t>(frameworks_.size());
    framework->id = clusterUuid_ + "-" + fourDigits(frameworks_.size());
    framework->info = info;
    framework->listener = listener;
    framework->registered = framework->reregistered = now();
    frameworks_.push_back(std::move(framework));
    if (announce)
        for (WorldObserver* observer : observers_)
            observer->frameworkAdded(*frameworks_.back());
    return frameworks_.back()->id;
}

void World::updateFramework(const std::string& frameworkId, const FrameworkInfo& info) {
    const Lock guard(mutex_);
    Framework* framework = findFramework(frameworkId);
    if (!framework)
        return;
    framework->info = info;
    for (WorldObserver* observer : observers_)
        observer->frameworkUpdated(*framework);
}

Framework* World::findFramework(std::string_view id) {
    const Lock guard(mutex_);
    for (const auto& framework : frameworks_)
        if (framework->id == id && !framework->removed)
            return framework.get();
    return nullptr;
}

bool World::teardown(std::string_view frameworkId) {
    const Lock guard(mutex_);
    Framework* framework = findFramework(frameworkId);
    if (!framework)
        return false;
    std::vector<Task*> mine;
    for (const auto& task : tasks_)
        if (task->framework == framework->index)
            mine.push_back(task.get());
    framework->wantsOffers = false;
    for (Task* task : mine) {
        Status status;
        status.state = TaskState::Killed;
        status.source = Source::Master;
        status.reason = Reason::FrameworkRemoved;
        status.message = "Framework " + framework->id + " removed";
        applyStatus(*task, status);
    }
    framework->unreachable.clear();
    for (auto it = offers_.begin(); it != offers_.end();) {
        Agent& agent = *agents_[it->second.agent];
        const bool own = it++->second.framework == framework->index;
        if (own)
            rescind(agent);
    }
    framework->removed = true;
    framework->active = framework->connected = false;
    framework->unregistered = now();
    for (WorldObserver* observer : observers_)
        observer->frameworkRemoved(*framework);
    return true;
}

void World::revive(const std::string& frameworkId) {
    const Lock guard(mutex_);
    Framework* framework = findFramework(frameworkId);
    if (!framework)
        return;
    framework->wantsOffers = true;
    framework->filters.clear();
    planAllocation();
}

void World::suppress(const std::string& frameworkId) {
    const Lock guard(mutex_);
    if (Framework* framework = findFramework(frameworkId))
        framework->wantsOffers = false;
}

void World::planAllocation() {
    const auto wants = [](const auto& framework) { return framework->wantsOffers && !framework->removed; };
    if (allocationPlanned_ || std::none_of(frameworks_.begin(), frameworks_.end(), wants))
        return;
    allocationPlanned_ = true;
    // The allocator's batch: on the next full interval of the clock, so that a burst of revivals costs one round.
    const double since = now() - started_;
    const double next =
        (static_cast<double>(static_cast<std::int64_t>(since / allocationInterval)) + 1) * allocationInterval;
    schedule(next - since, [this] {
        allocationPlanned_ = false;
        allocate();
    });
}

void World::allocate() {
    if (leader_ < 0) {
        planAllocation();
        return;
    }
    for (const auto& framework : frameworks_)
        if (framework->wantsOffers && framework->listener && !framework->removed)
            allocateTo(*framework);
    planAllocation();
}

void World::allocateTo(Framework& framework) {
    std::vector<Offer> offers;
    for (std::size_t seen = 0; seen < agents_.size() && offers.size() < maxOffersPerCycle; ++seen) {
        Agent& agent = *agents_[allocationCursor_++ % agents_.size()];
        if (agent.offer != 0 || agent.state != AgentState::Active || agent.deactivated ||
            recovered_.contains(agent.index))
            continue;
        const Resources free = agent.free();
        if (free.cpus < 0.01 && free.mem < 32)
            continue;
        const auto filter = framework.filters.find(agent.index);
        if (filter != framework.filters.end() && filter->second > now())
            continue;
        makeOffer(framework, agent, offers);
    }
    if (!offers.empty())
        post([&framework, offers = std::move(offers)] {
            if (framework.listener && !framework.removed)
                framework.listener->resourceOffers(offers);
        });
}

void World::makeOffer(Framework& framework, Agent& agent, std::vector<Offer>& out) {
    Offer offer;
    offer.serial = nextOffer_++;
    offer.id = clusterUuid_ + "-O" + std::to_string(offer.serial);
    offer.framework = framework.index;
    offer.agent = agent.index;
    offer.resources = agent.free();
    touch(agent);
    agent.offer = offer.serial;
    offers_.emplace(offer.serial, offer);
    out.push_back(std::move(offer));
}

const Offer* World::findOffer(std::string_view offerId) const {
    const Lock guard(mutex_);
    const std::size_t mark = offerId.rfind("-O");
    if (mark == std::string_view::npos)
        return nullptr;
    const auto found = offers_.find(std::strtoull(std::string(offerId.substr(mark + 2)).c_str(), nullptr, 10));
    return found == offers_.end() || found->second.id != offerId ? nullptr : &found->second;
}

void World::rescind(Agent& agent) {
    if (agent.offer == 0)
        return;
    const auto found = offers_.find(agent.offer);
    touch(agent);
    agent.offer = 0;
    if (found == offers_.end())
        return;
    Framework& framework = *frameworks_[found->second.framework];
    if (framework.listener && !framework.removed)
        post([&framework, id = found->second.id] { framework.listener->offerRescinded(id); });
    offers_.erase(found);
}

void World::decline(const std::string& frameworkId, const std::string& offerId, double filterSeconds) {
    launch(frameworkId, offerId, {}, filterSeconds);
}

void World::launch(const std::string& frameworkId, const std::string& offerId, const std::vector<TaskInfo>& tasks,
                   double filterSeconds) {
    const Lock guard(mutex_);
    Framework* framework = findFramework(frameworkId);
    if (!framework)
        return;
    const Offer* offer = findOffer(offerId);
    Status refused;
    refused.source = Source::Master;
    if (!offer || offer->framework != framework->index) {
        refused.state = framework->info.partitionAware ? TaskState::Dropped : TaskState::Lost;
        refused.reason = Reason::InvalidOffers;
        refused.message = "Task launched with invalid offers: Offer " + offerId + " is no longer valid";
        for (const TaskInfo& info : tasks)
            rejectTask(*framework, info, 0, refused);
        return;
    }
    Agent& agent = *agents_[offer->agent];
    touch(agent);
    offers_.erase(offer->serial);
    agent.offer = 0;
    framework->filters[agent.index] = now() + filterSeconds;
    refused.state = TaskState::Error;
    refused.reason = Reason::TaskInvalid;
    refused.message = "Task uses more resources than available in the offer";
    for (const TaskInfo& info : tasks)
        if (!launchOn(frameworkId, agent.index, info))
            rejectTask(*framework, info, agent.index, refused);
}

} // namespace mesoscope::demo
