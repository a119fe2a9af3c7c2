// The tree of groups, apps and pods. Immutable: a change makes a new root that shares what did not change, so old
// versions stay readable.
#pragma once

#include "app/demo/marathon/run_spec.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace mesoscope::demo::marathon {

struct Group;
using GroupPtr = std::shared_ptr<const Group>;

struct Group {
    std::string id = "/";
    std::map<std::string, SpecPtr> apps;
    std::map<std::string, SpecPtr> pods;
    /// By absolute id.
    std::map<std::string, GroupPtr> groups;
    std::vector<std::string> dependencies;
    std::optional<bool> enforceRole;
};

/// The whole tree; all groups carry its version.
struct Root {
    GroupPtr tree = std::make_shared<const Group>();
    Millis version = 0;
};

GroupPtr findGroup(const GroupPtr& tree, const std::string& id);
/// App or pod; null when absent.
SpecPtr findSpec(const GroupPtr& tree, const std::string& id);
SpecPtr findApp(const GroupPtr& tree, const std::string& id);
SpecPtr findPod(const GroupPtr& tree, const std::string& id);

void eachSpec(const Group& group, const std::function<void(const SpecPtr&)>& visitor);
void eachGroup(const GroupPtr& group, const std::function<void(const GroupPtr&)>& visitor);

/// Creates missing groups on the way.
GroupPtr withSpec(const GroupPtr& tree, const SpecPtr& spec);
GroupPtr withoutSpec(const GroupPtr& tree, const std::string& id);
GroupPtr withGroup(const GroupPtr& tree, const GroupPtr& group);
GroupPtr withoutGroup(const GroupPtr& tree, const std::string& id);
/// Many specs at once: each group is copied once.
GroupPtr withSpecs(const GroupPtr& tree, const std::vector<SpecPtr>& specs);
/// Every app or pod of the subtree replaced by what the function returns (the same pointer: unchanged).
GroupPtr mapSpecs(const GroupPtr& group, const std::function<SpecPtr(const SpecPtr&)>& change);

/// Apps and pods with the length of their longest chain of dependencies (1 = none). Nothing when there is a cycle.
std::optional<std::map<std::string, int>> dependencyDepths(const GroupPtr& tree);

} // namespace mesoscope::demo::marathon
