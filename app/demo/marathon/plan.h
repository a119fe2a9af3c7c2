// Deployment plans: which steps lead from one tree to another.
#pragma once

#include "app/demo/marathon/groups.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace mesoscope::demo::marathon {

enum class ActionKind { Start, Stop, Scale, Restart };

struct Action {
    ActionKind kind = ActionKind::Start;
    SpecPtr spec;
    int scaleTo = 0;
    /// Instances to kill first when scaling down.
    std::vector<std::string> toKill;
};

struct Plan {
    std::string id;
    Root original;
    Root target;
    std::vector<std::vector<Action>> steps;
    Millis version = 0;

    std::set<std::string> affected() const;
};

using KillLists = std::map<std::string, std::vector<std::string>>;

/// Throws 500 "Boxed Exception" for a cycle (a dry run does not look for one earlier).
Plan makePlan(const std::string& id, const Root& original, const Root& target, Millis version,
              const KillLists& toKill = {});
/// {"action":…,"app":…} or with "pod".
Json actionJson(const Action& action);
/// [{"actions":[…]}]
Json stepsJson(const Plan& plan);
Json stepJson(const std::vector<Action>& step);

} // namespace mesoscope::demo::marathon
