// Owns the tree and its versions; every change goes through here, in the order of the real server.
#pragma once

#include "app/demo/marathon/app_rules.h"
#include "app/demo/marathon/core.h"
#include "app/demo/marathon/groups.h"
#include "app/demo/marathon/plan.h"

#include <deque>
#include <functional>
#include <map>

namespace mesoscope::demo::marathon {

class GroupManager {
public:
    using Change = std::function<GroupPtr(const Root&)>;

    explicit GroupManager(Core& core);

    const Root& root() const { return root_; }
    /// Root versions that are still known.
    const std::map<Millis, Root>& versions() const { return versions_; }
    const Root* rootAt(Millis version) const;
    /// Stored versions of an app or pod, oldest change first.
    std::vector<Millis> specVersions(const std::string& id) const;
    SpecPtr specAt(const std::string& id, Millis version) const;

    /// Applies, checks, plans, locks and starts. eventGroup: what the success event names. Throws a Refusal.
    Plan update(const std::string& eventGroup, Millis version, bool force, const Change& change,
                const KillLists& toKill = {});
    /// Without deployment and version.
    void patch(const GroupPtr& tree);
    /// The initial population: no deployment, no events.
    void adopt(const std::vector<SpecPtr>& specs, Millis version);
    RoleSettings rolesFor(const std::string& appId, bool forceRoleUpdate) const;
    /// The version that reverted deployments carry: an old one.
    Millis defaultVersion() const { return defaultVersion_; }

private:
    Plan apply(Millis version, bool force, const Change& change, const KillLists& toKill);
    GroupPtr withServicePortsAssigned(const GroupPtr& from, const GroupPtr& to) const;
    GroupPtr withVersions(const GroupPtr& from, const GroupPtr& to, Millis version) const;
    void checkRoot(const GroupPtr& tree) const;
    void checkPlan(const Plan& plan) const;
    void remember(const Root& root, const Root& before);

    Core& core_;
    Root root_;
    std::map<Millis, Root> versions_;
    std::map<std::string, std::map<Millis, SpecPtr>> specVersions_;
    Millis defaultVersion_ = 0;
};

} // namespace mesoscope::demo::marathon
