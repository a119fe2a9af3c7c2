// Updates of a group: normalisation, nesting and role rules, and what they make of the tree.
#pragma once

#include "app/demo/marathon/core.h"
#include "app/demo/marathon/groups.h"
#include "app/demo/marathon/violations.h"

#include <string>

namespace mesoscope::demo::marathon {

class GroupUpdater {
public:
    GroupUpdater(Core& core, bool force) : core_(core), force_(force) {}

    /// Apps inside normalised, enforceRole filled in, rules checked. target: the group meant; base: what ids inside are
    /// relative to.
    Json normalized(const Json& raw, const std::string& target, const std::string& base) const;
    /// The tree after the update: roll-back, scaling or a new structure.
    GroupPtr applied(const Root& root, const std::string& target, const Json& update, Millis version) const;
    /// Model rules of the apps that changed; reported under the app's id.
    void checkModels(const GroupPtr& before, const GroupPtr& after) const;

private:
    Json visitGroup(Json group, const std::string& path, const std::string& defaultRole, bool enforceForApps) const;
    Json visitApp(Json app, const std::string& groupPath, const std::string& defaultRole, bool enforceRole) const;
    void checkNesting(const Json& group, const std::string& base, bool servicesModified, const std::string& path,
                      Violations& violations) const;
    GroupPtr executed(const Json& update, const GroupPtr& current, Millis version) const;
    GroupPtr created(const Json& update, const std::string& id, Millis version) const;
    SpecPtr storedApp(const Json& app, Millis version) const;

    Core& core_;
    bool force_;
};

} // namespace mesoscope::demo::marathon
