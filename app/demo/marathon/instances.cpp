#include "app/demo/marathon/instances.h"

#include "app/demo/marathon/path_id.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>

namespace mesoscope::demo::marathon {

namespace {

constexpr std::array<const char*, 15> conditionNames = {
    "Scheduled", "Provisioned", "Staging",  "Starting", "Running", "Unreachable", "UnreachableInactive",
    "Killing",   "Killed",      "Finished", "Failed",   "Error",   "Gone",        "Dropped",
    "Unknown"};

} // namespace

const char* conditionText(Condition condition) {
    return conditionNames[static_cast<std::size_t>(condition)];
}

const char* goalText(Goal goal) {
    return goal == Goal::Running ? "Running" : goal == Goal::Stopped ? "Stopped" : "Decommissioned";
}

Condition conditionOf(const std::string& taskState) {
    static const std::unordered_map<std::string, Condition> known = {
        {"TASK_STAGING", Condition::Staging},         {"TASK_STARTING", Condition::Starting},
        {"TASK_RUNNING", Condition::Running},         {"TASK_KILLING", Condition::Killing},
        {"TASK_KILLED", Condition::Killed},           {"TASK_FINISHED", Condition::Finished},
        {"TASK_FAILED", Condition::Failed},           {"TASK_ERROR", Condition::Error},
        {"TASK_UNREACHABLE", Condition::Unreachable}, {"TASK_GONE", Condition::Gone},
        {"TASK_DROPPED", Condition::Dropped},         {"TASK_LOST", Condition::UnreachableInactive},
        {"TASK_GONE_BY_OPERATOR", Condition::Gone}};
    const auto found = known.find(taskState);
    return found == known.end() ? Condition::Unknown : found->second;
}

bool isTerminal(Condition condition) {
    return condition >= Condition::Killed;
}

std::string Instance::taskId(std::size_t container) const {
    if (incarnation == 0)
        return "";
    const std::string name = spec->pod ? spec->containers[container].name : "_app";
    return id + "." + name + "." + std::to_string(incarnation);
}

bool Instance::active() const {
    return condition == Condition::Provisioned || condition == Condition::Staging || condition == Condition::Starting ||
           condition == Condition::Running || condition == Condition::Unreachable || condition == Condition::Killing;
}

std::optional<bool> Instance::healthy() const {
    bool any = false;
    bool all = true;
    for (const auto& result : health) {
        any |= result.known;
        all &= result.known && result.alive;
    }
    if (!any)
        return {};
    return all;
}

std::string Instance::stateText() const {
    return tasks.empty() || tasks[0].state.empty() ? "TASK_STAGING" : tasks[0].state;
}

std::string instanceIdOf(const std::string& taskId) {
    const std::size_t last = taskId.rfind('.');
    const std::size_t before = last == std::string::npos || last == 0 ? std::string::npos : taskId.rfind('.', last - 1);
    return before == std::string::npos ? std::string() : taskId.substr(0, before);
}

bool isInstanceId(const std::string& text) {
    for (const char* marker : {".instance-", ".marathon-"}) {
        const std::size_t at = text.rfind(marker);
        if (at != std::string::npos && at > 0 && text.find('.', at + 1) == std::string::npos && text.size() > at + 10)
            return true;
    }
    return false;
}

bool isTaskId(const std::string& text) {
    const std::string instance = instanceIdOf(text);
    return isInstanceId(instance) || isInstanceId(text) ||
           (text.find('.') != std::string::npos && text.find('-') != std::string::npos);
}

std::string InstanceStore::nextUuid(Millis now) {
    const std::uint64_t ticks = static_cast<std::uint64_t>(now) * 10000 + 0x01b21dd213814000ULL + (++serial_);
    char text[64];
    std::snprintf(text, sizeof text, "%08x-%04x-%04x-8%03x-02fc00000001", static_cast<unsigned>(ticks & 0xffffffffU),
                  static_cast<unsigned>((ticks >> 32) & 0xffff),
                  static_cast<unsigned>(((ticks >> 48) & 0x0fff) | 0x1000),
                  static_cast<unsigned>(serial_ >> 20 & 0xfff));
    return text;
}

Instance& InstanceStore::create(const SpecPtr& spec, Millis now) {
    return adopt(safePath(spec->id) + ".instance-" + nextUuid(now), spec);
}

Instance& InstanceStore::adopt(const std::string& id, const SpecPtr& spec) {
    auto instance = std::make_unique<Instance>();
    instance->id = id;
    instance->spec = spec;
    Instance& reference = *instance;
    bySpec_[spec->id].push_back(instance.get());
    byId_[id] = std::move(instance);
    return reference;
}

Instance* InstanceStore::find(const std::string& id) const {
    const auto found = byId_.find(id);
    return found == byId_.end() ? nullptr : found->second.get();
}

const std::vector<Instance*>& InstanceStore::of(const std::string& specId) const {
    static const std::vector<Instance*> none;
    const auto found = bySpec_.find(specId);
    return found == bySpec_.end() ? none : found->second;
}

void InstanceStore::erase(const std::string& id) {
    const auto found = byId_.find(id);
    if (found == byId_.end())
        return;
    auto& list = bySpec_[found->second->spec->id];
    list.erase(std::remove(list.begin(), list.end(), found->second.get()), list.end());
    if (list.empty())
        bySpec_.erase(found->second->spec->id);
    byId_.erase(found);
}

void InstanceStore::eachSpecId(const std::function<void(const std::string&)>& visitor) const {
    for (const auto& [id, list] : bySpec_)
        visitor(id);
}

} // namespace mesoscope::demo::marathon
