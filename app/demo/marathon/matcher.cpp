#include "app/demo/marathon/matcher.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <regex>
#include <set>

namespace mesoscope::demo::marathon {

namespace {

constexpr std::array<const char*, rejectCount> names = {
    "UnfulfilledRole",        "UnfulfilledConstraint", "NoCorrespondingReservationFound",
    "AgentMaintenance",       "InsufficientCpus",      "InsufficientMemory",
    "InsufficientDisk",       "InsufficientGpus",      "InsufficientPorts",
    "DeclinedScarceResources"};

using Attributes = std::vector<std::pair<std::string, Json>>;

std::string attributeText(const Json& value) {
    if (value.is_string())
        return value.get<std::string>();
    char text[48];
    std::snprintf(text, sizeof text, "%.3f", value.get<double>());
    return text;
}

std::optional<std::string> fieldOf(const std::string& field, const std::string& hostname, const std::string& region,
                                   const std::string& zone, const Attributes& attributes) {
    if (field == "hostname" || field == "@hostname")
        return hostname;
    if (field == "@region")
        return region.empty() ? std::optional<std::string>() : region;
    if (field == "@zone")
        return zone.empty() ? std::optional<std::string>() : zone;
    for (const auto& [name, value] : attributes)
        if (name == field)
            return attributeText(value);
    return {};
}

std::optional<std::string> fieldOf(const std::string& field, const AgentView& agent) {
    return fieldOf(field, agent.hostname, agent.region, agent.zone, agent.attributes);
}

/// Values of the field where instances run, with how many have each.
std::map<std::string, int> placedValues(const std::string& field, const std::vector<const Instance*>& placed) {
    std::map<std::string, int> counts;
    for (const Instance* instance : placed)
        if (instance->agent)
            if (const auto value = fieldOf(field, instance->agent->hostname, instance->agent->region,
                                           instance->agent->zone, instance->agent->attributes))
                ++counts[*value];
    return counts;
}

bool matchesWhole(const std::string& value, const std::string& expression) {
    try {
        return std::regex_match(value, std::regex(expression));
    } catch (const std::regex_error&) {
        return false;
    }
}

int numberIn(const std::string& text) {
    return text.empty() ? 0 : std::atoi(text.c_str());
}

bool fitsGroups(int instances, int groups, const std::string& value, const std::map<std::string, int>& counts) {
    const int per = instances / groups;
    int rest = instances % groups;
    for (const auto& [other, count] : counts)
        if (count > per)
            --rest;
    const auto mine = counts.find(value);
    if (mine == counts.end())
        return static_cast<int>(counts.size()) < groups;
    return mine->second < per || (mine->second == per && rest > 0);
}

bool sameValue(const std::string& left, const std::string& right) {
    if (left == right)
        return true;
    char* end = nullptr;
    const double number = std::strtod(right.c_str(), &end);
    return !right.empty() && end && *end == 0 && left == attributeText(Json(number));
}

bool fulfils(const std::vector<std::string>& constraint, const RunSpec& spec, const AgentView& agent,
             const std::vector<const Instance*>& placed, bool& broken) {
    const std::string& field = constraint[0];
    const std::string& name = constraint[1];
    const std::string wanted = constraint.size() > 2 ? constraint[2] : std::string();
    const auto value = fieldOf(field, agent);
    if (!value)
        return name == "UNLIKE";
    if (name == "LIKE")
        return matchesWhole(*value, wanted);
    if (name == "UNLIKE")
        return !matchesWhole(*value, wanted);
    if (name == "IS")
        return sameValue(*value, wanted);
    const auto counts = placedValues(field, placed);
    const auto mine = counts.find(*value);
    const int here = mine == counts.end() ? 0 : mine->second;
    if (name == "UNIQUE")
        return here == 0;
    if (name == "MAX_PER")
        return here < numberIn(wanted);
    if (name == "CLUSTER")
        return wanted.empty() ? counts.empty() || here > 0 : *value == wanted;
    const int groups = numberIn(wanted);
    if (groups == 0) {
        broken = true;
        return false;
    }
    return fitsGroups(spec.instances, groups, *value, counts);
}

bool inRanges(int port, const std::vector<std::pair<int, int>>& ranges) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](const auto& range) { return port >= range.first && port <= range.second; });
}

/// Picks the wanted ports; false when one is not free.
bool takePorts(const RunSpec& spec, const AgentView& agent, std::uint32_t seed, std::vector<int>& ports) {
    std::set<int> taken;
    std::size_t range = 0;
    int offset = agent.ports.empty() ? 0 : static_cast<int>(seed % 500U);
    for (const int wanted : spec.hostPorts) {
        if (wanted != 0) {
            if (!inRanges(wanted, agent.ports) || !taken.insert(wanted).second)
                return false;
            ports.push_back(wanted);
            continue;
        }
        int port = 0;
        while (range < agent.ports.size()) {
            const auto [first, last] = agent.ports[range];
            port = first + std::min(offset, std::max(0, (last - first) / 2));
            while (port <= last && taken.count(port))
                ++port;
            if (port <= last)
                break;
            ++range;
            offset = 0;
        }
        if (range >= agent.ports.size())
            return false;
        taken.insert(port);
        ports.push_back(port);
    }
    return true;
}

void addRole(const RunSpec& spec, MatchResult& result) {
    const Json& accepted = listOf(spec.spec, "acceptedResourceRoles");
    const bool shared = accepted.empty() || std::find(accepted.begin(), accepted.end(), Json("*")) != accepted.end();
    if (!shared)
        result.rejects |= 1U << static_cast<unsigned>(Reject::Role);
}

} // namespace

const char* rejectText(Reject reject) {
    return names[static_cast<std::size_t>(reject)];
}

MatchResult matchOffer(const RunSpec& spec, const AgentView& agent, const std::vector<const Instance*>& placed,
                       const std::string& reservedAgent, std::uint32_t seed) {
    MatchResult result;
    const auto reject = [&](Reject reason) { result.rejects |= 1U << static_cast<unsigned>(reason); };
    addRole(spec, result);
    if (!reservedAgent.empty() && agent.id != reservedAgent)
        reject(Reject::Reservation);
    if (agent.maintenance) {
        reject(Reject::Maintenance);
        reject(Reject::Constraint);
    }
    constexpr double dust = 1e-6;
    const bool foreignRole = result.has(Reject::Role);
    if (foreignRole || agent.cpus + dust < spec.resources.cpus)
        reject(Reject::Cpus);
    if (foreignRole || agent.mem + dust < spec.resources.mem)
        reject(Reject::Memory);
    if (agent.disk + dust < spec.resources.disk)
        reject(Reject::Disk);
    if (agent.gpus < spec.resources.gpus)
        reject(Reject::Gpus);
    if (agent.gpus > 0 && spec.resources.gpus == 0)
        reject(Reject::ScarceResources);
    if (result.rejects == 0 && !takePorts(spec, agent, seed, result.ports))
        reject(Reject::Ports);
    for (const auto& constraint : spec.constraints)
        if (!fulfils(constraint, spec, agent, placed, result.broken))
            reject(Reject::Constraint);
    return result;
}

} // namespace mesoscope::demo::marathon
