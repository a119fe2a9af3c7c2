#include "app/demo/marathon/groups.h"

#include "app/demo/marathon/path_id.h"

#include <algorithm>

namespace mesoscope::demo::marathon {

namespace {

using Change = std::function<void(Group&)>;

std::shared_ptr<Group> emptyGroup(const std::string& id) {
    auto group = std::make_shared<Group>();
    group->id = id;
    // New top-level groups do not enforce their role unless told to.
    if (isTopLevel(id))
        group->enforceRole = false;
    return group;
}

/// The child of a group on the way to a group below it.
std::string childTowards(const std::string& group, const std::string& target) {
    const std::size_t from = group == "/" ? 1 : group.size() + 1;
    return target.substr(0, target.find('/', from));
}

GroupPtr changed(const GroupPtr& group, const std::string& target, const Change& change) {
    auto copy = std::make_shared<Group>(*group);
    if (group->id == target) {
        change(*copy);
        return copy;
    }
    const std::string childId = childTowards(group->id, target);
    const auto child = copy->groups.find(childId);
    const GroupPtr before = child == copy->groups.end() ? GroupPtr(emptyGroup(childId)) : child->second;
    copy->groups[childId] = changed(before, target, change);
    return copy;
}

void place(Group& group, const SpecPtr& spec) {
    (spec->pod ? group.pods : group.apps)[spec->id] = spec;
}

GroupPtr placedBelow(const GroupPtr& group, const std::map<std::string, std::vector<SpecPtr>>& byGroup) {
    auto copy = std::make_shared<Group>(*group);
    if (const auto own = byGroup.find(group->id); own != byGroup.end())
        for (const auto& spec : own->second)
            place(*copy, spec);
    std::set<std::string> children;
    for (auto it = byGroup.upper_bound(group->id == "/" ? group->id : group->id + "/");
         it != byGroup.end() && isBelow(it->first, group->id); ++it)
        children.insert(childTowards(group->id, it->first));
    for (const auto& id : children) {
        const auto child = copy->groups.find(id);
        copy->groups[id] = placedBelow(child == copy->groups.end() ? GroupPtr(emptyGroup(id)) : child->second, byGroup);
    }
    return copy;
}

} // namespace

GroupPtr findGroup(const GroupPtr& tree, const std::string& id) {
    GroupPtr group = tree;
    while (group && group->id != id) {
        if (!isBelow(id, group->id))
            return nullptr;
        const auto child = group->groups.find(childTowards(group->id, id));
        if (child == group->groups.end())
            return nullptr;
        group = child->second;
    }
    return group;
}

SpecPtr findApp(const GroupPtr& tree, const std::string& id) {
    const GroupPtr group = findGroup(tree, parentOf(id));
    if (!group)
        return nullptr;
    const auto found = group->apps.find(id);
    return found == group->apps.end() ? nullptr : found->second;
}

SpecPtr findPod(const GroupPtr& tree, const std::string& id) {
    const GroupPtr group = findGroup(tree, parentOf(id));
    if (!group)
        return nullptr;
    const auto found = group->pods.find(id);
    return found == group->pods.end() ? nullptr : found->second;
}

SpecPtr findSpec(const GroupPtr& tree, const std::string& id) {
    const SpecPtr app = findApp(tree, id);
    return app ? app : findPod(tree, id);
}

void eachSpec(const Group& group, const std::function<void(const SpecPtr&)>& visitor) {
    for (const auto& [id, app] : group.apps)
        visitor(app);
    for (const auto& [id, pod] : group.pods)
        visitor(pod);
    for (const auto& [id, child] : group.groups)
        eachSpec(*child, visitor);
}

void eachGroup(const GroupPtr& group, const std::function<void(const GroupPtr&)>& visitor) {
    visitor(group);
    for (const auto& [id, child] : group->groups)
        eachGroup(child, visitor);
}

GroupPtr withSpec(const GroupPtr& tree, const SpecPtr& spec) {
    return changed(tree, parentOf(spec->id), [&](Group& group) { place(group, spec); });
}

GroupPtr withoutSpec(const GroupPtr& tree, const std::string& id) {
    if (!findSpec(tree, id))
        return tree;
    return changed(tree, parentOf(id), [&](Group& group) {
        group.apps.erase(id);
        group.pods.erase(id);
    });
}

GroupPtr withGroup(const GroupPtr& tree, const GroupPtr& group) {
    if (group->id == "/")
        return group;
    return changed(tree, parentOf(group->id), [&](Group& parent) { parent.groups[group->id] = group; });
}

GroupPtr withoutGroup(const GroupPtr& tree, const std::string& id) {
    if (id == "/")
        return std::make_shared<const Group>();
    if (!findGroup(tree, id))
        return tree;
    return changed(tree, parentOf(id), [&](Group& parent) { parent.groups.erase(id); });
}

GroupPtr withSpecs(const GroupPtr& tree, const std::vector<SpecPtr>& specs) {
    std::map<std::string, std::vector<SpecPtr>> byGroup;
    for (const auto& spec : specs)
        byGroup[parentOf(spec->id)].push_back(spec);
    return byGroup.empty() ? tree : placedBelow(tree, byGroup);
}

GroupPtr mapSpecs(const GroupPtr& group, const std::function<SpecPtr(const SpecPtr&)>& change) {
    auto copy = std::make_shared<Group>(*group);
    bool touched = false;
    const auto replace = [&](std::map<std::string, SpecPtr>& specs) {
        for (auto& [id, spec] : specs) {
            const SpecPtr after = change(spec);
            touched |= after != spec;
            spec = after;
        }
    };
    replace(copy->apps);
    replace(copy->pods);
    for (auto& [id, child] : copy->groups) {
        const GroupPtr after = mapSpecs(child, change);
        touched |= after != child;
        child = after;
    }
    return touched ? GroupPtr(copy) : group;
}

namespace {

/// Edges between apps and pods, with dependencies of and on groups resolved to what is inside.
class DependencyGraph {
public:
    explicit DependencyGraph(const GroupPtr& tree) : tree_(tree) {
        eachGroup(tree, [&](const GroupPtr& group) {
            for (const auto& dependency : group->dependencies)
                eachSpec(*group, [&](const SpecPtr& spec) { addEdges(spec->id, dependency); });
        });
        eachSpec(*tree, [&](const SpecPtr& spec) {
            for (const auto& dependency : spec->dependencies)
                addEdges(spec->id, dependency);
        });
    }

    /// 0 when the walk met a cycle.
    int depth(const std::string& id) {
        const auto known = depths_.find(id);
        if (known != depths_.end())
            return known->second;
        depths_[id] = 0;
        int longest = 0;
        for (const auto& next : edges_[id]) {
            const int below = depth(next);
            if (below == 0)
                return 0;
            longest = std::max(longest, below);
        }
        return depths_[id] = longest + 1;
    }

    bool hasEdges() const { return !edges_.empty(); }

private:
    void addEdges(const std::string& from, const std::string& dependency) {
        if (findSpec(tree_, dependency))
            edges_[from].insert(dependency);
        else if (const GroupPtr group = findGroup(tree_, dependency))
            eachSpec(*group, [&](const SpecPtr& spec) { edges_[from].insert(spec->id); });
    }

    const GroupPtr& tree_;
    std::map<std::string, std::set<std::string>> edges_;
    std::map<std::string, int> depths_;
};

} // namespace

std::optional<std::map<std::string, int>> dependencyDepths(const GroupPtr& tree) {
    DependencyGraph graph(tree);
    std::map<std::string, int> depths;
    if (!graph.hasEdges())
        return depths;
    bool cyclic = false;
    eachSpec(*tree, [&](const SpecPtr& spec) {
        const int depth = graph.depth(spec->id);
        cyclic |= depth == 0;
        if (depth > 1)
            depths[spec->id] = depth;
    });
    if (cyclic)
        return {};
    return depths;
}

} // namespace mesoscope::demo::marathon
