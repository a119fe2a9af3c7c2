#include "app/demo/marathon/launcher.h"

#include "app/demo/marathon/deployments.h"
#include "app/demo/marathon/group_manager.h"
#include "app/demo/marathon/tracker.h"

#include <algorithm>
#include <cmath>

namespace mesoscope::demo::marathon {

namespace {

Reject firstReject(std::uint32_t rejects) {
    for (std::size_t i = 0; i < rejectCount; ++i)
        if (rejects & (1U << i))
            return static_cast<Reject>(i);
    return Reject::Constraint;
}

Json funnel(std::int64_t processed, const std::array<std::int64_t, rejectCount>& declined) {
    Json result = Json::array();
    for (std::size_t i = 0; i < rejectCount; ++i) {
        result.push_back(
            Json{{"reason", rejectText(static_cast<Reject>(i))}, {"declined", declined[i]}, {"processed", processed}});
        processed -= declined[i];
    }
    return result;
}

Json offerJson(const AgentView& agent, const std::string& id) {
    Json resources = Json::array();
    const auto scalar = [&](const char* name, double value) {
        resources.push_back(Json{{"name", name}, {"role", "*"}, {"scalar", value}});
    };
    scalar("cpus", agent.cpus);
    scalar("mem", agent.mem);
    scalar("disk", agent.disk);
    if (agent.gpus > 0)
        scalar("gpus", agent.gpus);
    Json ranges = Json::array();
    for (const auto& [first, last] : agent.ports)
        ranges.push_back(Json{{"begin", first}, {"end", last}});
    resources.push_back(Json{{"name", "ports"}, {"role", "*"}, {"ranges", ranges}});
    Json attributes = Json::array();
    for (const auto& [name, value] : agent.attributes)
        attributes.push_back(value.is_string() ? Json{{"name", name}, {"text", value}}
                                               : Json{{"name", name}, {"scalar", value.get<double>()}});
    return Json{{"id", "O-" + id},
                {"hostname", agent.hostname},
                {"agentId", agent.id},
                {"resources", resources},
                {"attributes", attributes}};
}

} // namespace

Launcher::Launcher(Core& core) : core_(core) {
    core_.mesos.listenOffers([this] {
        matchOffers();
        core_.settle();
    });
}

std::vector<Instance*> Launcher::waiting(const std::string& specId) const {
    std::vector<Instance*> result;
    for (Instance* instance : core_.instances.of(specId))
        if (instance->toLaunch())
            result.push_back(instance);
    return result;
}

SpecPtr Launcher::specOf(const Instance& instance) const {
    const SpecPtr current = findSpec(core_.groups->root().tree, instance.spec->id);
    return current ? current : instance.spec;
}

void Launcher::enqueue(const std::string& specId) {
    queued_.insert(specId);
}

Millis Launcher::dueAt(const std::string& specId) const {
    const auto instances = waiting(specId);
    const auto entry = entries_.find(specId);
    if (instances.empty() || entry == entries_.end())
        return 0;
    return core_.now() + delayLeft(*specOf(*instances.front()));
}

void Launcher::arm() {
    Millis soonest = 0;
    bool now = false;
    for (const auto& specId : queued_) {
        const Millis due = dueAt(specId);
        now |= due != 0 && due <= core_.now();
        if (due > core_.now())
            soonest = soonest == 0 ? due : std::min(soonest, due);
    }
    if (now && !wanting_) {
        const Millis next = lastRevive_ == 0 ? core_.now() : lastRevive_ + core_.options.minReviveIntervalMs;
        if (next <= core_.now()) {
            lastRevive_ = core_.now();
            wanting_ = true;
            core_.mesos.revive();
        } else {
            soonest = soonest == 0 ? next : std::min(soonest, next);
        }
    } else if (!now && queued_.empty()) {
        core_.mesos.suppress();
        wanting_ = false;
    }
    wakeAt(soonest);
}

void Launcher::wakeAt(Millis time) {
    if (time == 0 || (armedFor_ != 0 && armedFor_ <= time))
        return;
    armedFor_ = time;
    core_.after(time - core_.now(), [this, time] {
        if (armedFor_ == time)
            armedFor_ = 0;
        wanting_ = false;
        core_.settle();
    });
}

void Launcher::settle() {
    for (auto it = queued_.begin(); it != queued_.end();) {
        const auto instances = waiting(*it);
        if (instances.empty()) {
            const auto entry = entries_.find(*it);
            if (entry != entries_.end() && !findSpec(core_.groups->root().tree, *it))
                entries_.erase(entry);
            else if (entry != entries_.end())
                entry->second.waiting = false;
            it = queued_.erase(it);
            continue;
        }
        Entry& entry = entries_[*it];
        const Millis version = specOf(*instances.front())->versionInfo.version;
        if (entry.version != version)
            entry = Entry{};
        if (!entry.waiting) {
            entry.waiting = true;
            entry.since = core_.now();
            entry.version = version;
            wanting_ = false;
        }
        ++it;
    }
    if (!broken_)
        arm();
}

void Launcher::matchOffers() {
    settle();
    const auto names = queued_;
    for (const auto& specId : names) {
        if (broken_)
            break;
        const Millis due = dueAt(specId);
        if (due != 0 && due <= core_.now())
            offerTo(specId);
    }
    core_.mesos.finishOffers();
}

void Launcher::countUnused(Entry& entry, const AgentView& agent, std::uint32_t rejects) {
    ++entry.unused;
    entry.lastUnused = core_.now();
    ++entry.declined[static_cast<std::size_t>(firstReject(rejects))];
    entry.offers[agent.id] = {rejects, core_.now(), agent};
}

bool Launcher::offerOne(Entry& entry, const SpecPtr& spec, Instance& instance) {
    if (spec->resident && core_.options.principal.empty()) {
        broken_ = true;
        return false;
    }
    std::vector<const Instance*> placed;
    for (const Instance* other : core_.instances.of(spec->id))
        if (other != &instance && other->active())
            placed.push_back(other);
    const std::string reserved =
        spec->resident && !instance.localVolumes.empty() && instance.agent ? instance.agent->id : "";
    const std::size_t offers = core_.mesos.offerCount();
    for (std::size_t i = 0; i < offers; ++i) {
        const std::size_t index = (cursor_ + i) % offers;
        const AgentView& agent = core_.mesos.offerAt(index);
        const MatchResult match = matchOffer(*spec, agent, placed, reserved, ++serial_ * 2654435761U >> 8);
        if (match.broken) {
            broken_ = true;
            return false;
        }
        ++entry.processed;
        if (!match.fits()) {
            countUnused(entry, agent, match.rejects);
            continue;
        }
        entry.lastUsed = core_.now();
        entry.offers.erase(agent.id);
        core_.tracker->launch(instance, spec, index, match.ports);
        cursor_ = (index + 1) % offers;
        return true;
    }
    return false;
}

void Launcher::offerTo(const std::string& specId) {
    for (Instance* instance : waiting(specId)) {
        const SpecPtr spec = specOf(*instance);
        // What one instance cannot find no other finds, except where a reservation ties it to an agent.
        if (!offerOne(entries_[specId], spec, *instance) && !spec->resident)
            return;
    }
}

Millis Launcher::delayLeft(const RunSpec& spec) const {
    const auto found = delays_.find(spec.id);
    if (found == delays_.end() || found->second.configVersion != spec.versionInfo.lastConfigChange)
        return 0;
    return std::max<Millis>(0, found->second.until - core_.now());
}

void Launcher::failed(const RunSpec& spec) {
    Delay& delay = delays_[spec.id];
    const bool fresh = delay.seconds == 0 || delay.configVersion != spec.versionInfo.lastConfigChange ||
                       static_cast<double>(core_.now() - delay.lastFailure) > spec.maxLaunchDelay * 1000;
    delay.seconds = fresh ? std::min(spec.backoffSeconds, spec.maxLaunchDelay)
                          : std::min(spec.maxLaunchDelay, delay.seconds * spec.backoffFactor);
    delay.configVersion = spec.versionInfo.lastConfigChange;
    delay.lastFailure = core_.now();
    delay.until = core_.now() + static_cast<Millis>(std::llround(delay.seconds * 1000));
    if (delay.seconds == 0)
        delays_.erase(spec.id);
}

bool Launcher::resetDelay(const std::string& specId) {
    if (waiting(specId).empty())
        return false;
    delays_.erase(specId);
    wanting_ = false;
    return true;
}

void Launcher::forget(const RunSpec& spec) {
    delays_.erase(spec.id);
    queued_.insert(spec.id);
}

Json Launcher::entryJson(const std::string& specId, const Entry& entry, const std::vector<Instance*>& instances,
                         bool withOffers) const {
    const SpecPtr spec = specOf(*instances.front());
    const Millis left = delayLeft(*spec);
    std::array<std::int64_t, rejectCount> last{};
    for (const auto& [agent, offer] : entry.offers)
        ++last[static_cast<std::size_t>(firstReject(offer.rejects))];
    Json summary{{"processedOffersCount", entry.processed}, {"unusedOffersCount", entry.unused}};
    if (entry.lastUnused)
        summary["lastUnusedOfferAt"] = isoText(*entry.lastUnused);
    if (entry.lastUsed)
        summary["lastUsedOfferAt"] = isoText(*entry.lastUsed);
    summary["rejectSummaryLastOffers"] = funnel(static_cast<std::int64_t>(entry.offers.size()), last);
    summary["rejectSummaryLaunchAttempt"] = funnel(entry.processed, entry.declined);
    Json result{{"count", instances.size()},
                {"role", spec->role},
                {"delay", Json{{"timeLeftSeconds", left / 1000}, {"overdue", left == 0}}},
                {"since", isoText(entry.since)},
                {"processedOffersSummary", summary}};
    if (withOffers) {
        Json offers = Json::array();
        for (const auto& [agent, offer] : entry.offers) {
            Json reasons = Json::array();
            for (std::size_t i = 0; i < rejectCount; ++i)
                if (offer.rejects & (1U << i))
                    reasons.push_back(rejectText(static_cast<Reject>(i)));
            offers.push_back(Json{{"offer", offerJson(offer.agent, specId.substr(1) + "-" + offer.agent.id)},
                                  {"reason", reasons},
                                  {"timestamp", isoText(offer.at)}});
        }
        result["lastUnusedOffers"] = offers;
    }
    if (spec->pod)
        result["pod"] = podDocument(*spec);
    else
        result["app"] = appDocument(*spec);
    return result;
}

Json Launcher::list(bool withOffers) const {
    Json queue = Json::array();
    for (const auto& [specId, entry] : entries_) {
        const auto instances = waiting(specId);
        if (entry.waiting && !instances.empty())
            queue.push_back(entryJson(specId, entry, instances, withOffers));
    }
    return Json{{"queue", queue}};
}

} // namespace mesoscope::demo::marathon
