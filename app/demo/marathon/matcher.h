// Does an agent's offer fit an app: constraints, resources, ports, and why not.
#pragma once

#include "app/demo/marathon/instances.h"
#include "app/demo/marathon/mesos_port.h"
#include "app/demo/marathon/run_spec.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mesoscope::demo::marathon {

/// In the order of the funnel that the queue shows.
enum class Reject { Role, Constraint, Reservation, Maintenance, Cpus, Memory, Disk, Gpus, Ports, ScarceResources };
constexpr std::size_t rejectCount = 10;
const char* rejectText(Reject reject);

struct MatchResult {
    /// Bit per Reject; 0 = fits.
    std::uint32_t rejects = 0;
    std::vector<int> ports;
    /// The constraint can never be evaluated (GROUP_BY without a value): this stops the whole queue.
    bool broken = false;

    bool fits() const { return rejects == 0 && !broken; }
    bool has(Reject reject) const { return rejects & (1U << static_cast<unsigned>(reject)); }
};

/// placed: the other instances of the app; reservedAgent: where a resident instance must go back to ("" = anywhere).
MatchResult matchOffer(const RunSpec& spec, const AgentView& agent, const std::vector<const Instance*>& placed,
                       const std::string& reservedAgent, std::uint32_t seed);

} // namespace mesoscope::demo::marathon
