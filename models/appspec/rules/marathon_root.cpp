#include "models/appspec/rules/marathon.h"

#include <algorithm>
#include <map>

namespace mesoscope::appspec::marathon {
namespace {

QString en(const char* text) {
    return QString::fromLatin1(text);
}

/// Whether dependencies form a cycle; a dependency on a group is one on every app below it.
class Cycles {
public:
    explicit Cycles(const std::vector<App>& apps) {
        for (size_t i = 0; i < apps.size(); ++i)
            order_.emplace_back(*apps[i].id + QLatin1Char('/'), int(i));
        std::sort(order_.begin(), order_.end());
        edges_.resize(apps.size());
        for (size_t i = 0; i < apps.size() && culprit_ < 0; ++i)
            connect(apps[i], int(i));
    }

    /// Index of an app in a cycle, or -1.
    int find() {
        if (culprit_ >= 0)
            return culprit_;
        std::vector<int> incoming(edges_.size(), 0);
        for (const auto& targets : edges_) {
            for (const int target : targets)
                ++incoming[size_t(target)];
        }
        std::vector<int> ready;
        for (size_t i = 0; i < incoming.size(); ++i) {
            if (incoming[i] == 0)
                ready.push_back(int(i));
        }
        size_t done = 0;
        for (; !ready.empty(); ++done) {
            const int at = ready.back();
            ready.pop_back();
            for (const int target : edges_[size_t(at)]) {
                if (--incoming[size_t(target)] == 0)
                    ready.push_back(target);
            }
        }
        if (done == edges_.size())
            return -1;
        return int(std::find_if(incoming.begin(), incoming.end(), [](int n) { return n > 0; }) - incoming.begin());
    }

private:
    void connect(const App& app, int index) {
        for (const QString& dependency : app.dependencies.value_or(QStringList())) {
            const QString prefix = dependency.endsWith(QLatin1Char('/')) ? dependency : dependency + QLatin1Char('/');
            auto at = std::lower_bound(order_.begin(), order_.end(), std::pair(prefix, -1));
            for (; at != order_.end() && at->first.startsWith(prefix); ++at) {
                if (at->second == index) {
                    culprit_ = index;
                    return;
                }
                edges_[size_t(index)].push_back(at->second);
            }
        }
    }

    std::vector<std::pair<QString, int>> order_;
    std::vector<std::vector<int>> edges_;
    int culprit_ = -1;
};

/// The groups of the tree in the order in which the server counts them.
struct GroupNode {
    QString id;
    std::vector<int> children;
    std::vector<int> apps;
};

class Tree {
public:
    Tree(const std::vector<App>& apps, const QSet<QString>& extraGroups, const QList<StrayGroup>& strays = {}) {
        nodes_.push_back({en("/"), {}, {}});
        index_.insert(en("/"), 0);
        for (size_t i = 0; i < apps.size(); ++i)
            nodes_[size_t(group(PathId::parse(*apps[i].id).parent()))].apps.push_back(int(i));
        QStringList extras(extraGroups.begin(), extraGroups.end());
        extras.sort();
        for (const StrayGroup& stray : strays) {
            extras.removeAll(stray.id);
            const int parent = group(PathId::parse(stray.parent));
            nodes_.push_back({stray.id, {}, {}});
            nodes_[size_t(parent)].children.push_back(int(nodes_.size()) - 1);
            index_.insert(stray.id, int(nodes_.size()) - 1);
        }
        for (const QString& extra : extras)
            group(PathId::parse(extra));
    }

    bool contains(const QString& id) const { return id != QLatin1String("/") && index_.contains(id); }
    const std::vector<GroupNode>& nodes() const { return nodes_; }

    /// "/" for the root, else /groups(i) counted over all groups: children first, then what is below each.
    QString pathOf(const QString& id) const {
        if (id == QLatin1String("/"))
            return id;
        std::vector<int> all;
        collect(0, all);
        const int wanted = index_.value(id, -1);
        const auto at = std::find(all.begin(), all.end(), wanted);
        return QStringLiteral("/groups(%1)").arg(at - all.begin());
    }

private:
    int group(const PathId& id) {
        const QString name = id.toString();
        const auto known = index_.constFind(name);
        if (known != index_.cend())
            return *known;
        const int parent = group(id.parent());
        nodes_.push_back({name, {}, {}});
        const int index = int(nodes_.size()) - 1;
        nodes_[size_t(parent)].children.push_back(index);
        index_.insert(name, index);
        return index;
    }

    void collect(int node, std::vector<int>& out) const {
        const auto& children = nodes_[size_t(node)].children;
        out.insert(out.end(), children.begin(), children.end());
        for (const int child : children)
            collect(child, out);
    }

    std::vector<GroupNode> nodes_;
    QHash<QString, int> index_;
};

bool wantsUniqueName(const Volume& volume) {
    const ExternalInfo& info = volume.external;
    if (!info.csi)
        return info.provider == en("dvdi") && !info.shared;
    const QString mode = info.csi->accessMode;
    return !isShareable(mode) || (!volume.readOnly && mode == QLatin1String("MULTI_NODE_SINGLE_WRITER"));
}

class VolumeNames {
public:
    VolumeNames(const std::vector<App>& apps, const QHash<QString, QString>& pointers, Report& report)
        : apps_(apps), pointers_(pointers), report_(report) {
        for (const App& app : apps) {
            if (!app.container)
                continue;
            for (const Volume& volume : app.container->volumes) {
                if (volume.kind == Volume::Kind::External && volume.external.name && wantsUniqueName(volume))
                    owners_[key(volume)].append(*app.id);
            }
        }
    }

    void check(const Tree& tree, int node, const QString& path) {
        if (owners_.isEmpty())
            return;
        const GroupNode& group = tree.nodes()[size_t(node)];
        for (size_t i = 0; i < group.apps.size(); ++i)
            check(apps_[size_t(group.apps[i])], QStringLiteral("%1/apps(%2)/container").arg(path).arg(i));
        for (size_t i = 0; i < group.children.size(); ++i)
            check(tree, group.children[i], QStringLiteral("%1/groups(%2)").arg(path).arg(i));
    }

private:
    static QString key(const Volume& volume) {
        return volume.external.provider.value_or(QString()) + QLatin1Char('\n') + *volume.external.name;
    }

    void check(const App& app, const QString& path) {
        if (!app.container)
            return;
        for (const Volume& volume : app.container->volumes) {
            const bool readOnlyMany = volume.readOnly && volume.external.csi &&
                                      volume.external.csi->accessMode == QLatin1String("MULTI_NODE_SINGLE_WRITER");
            if (volume.kind != Volume::Kind::External || !volume.external.name || readOnlyMany)
                continue;
            QStringList others = owners_.value(key(volume));
            others.removeAll(*app.id);
            if (others.isEmpty())
                continue;
            report_.add(path,
                        QStringLiteral("Volume name '%1' in %2 conflicts with volume(s) of same name in app(s): %3")
                            .arg(*volume.external.name, *app.id, others.join(en(", "))),
                        pointers_.value(*app.id) + en("/container/volumes"));
        }
    }

    const std::vector<App>& apps_;
    const QHash<QString, QString>& pointers_;
    Report& report_;
    QHash<QString, QStringList> owners_;
};

/// Problems of one app inside the tree: the server keeps only the app's id and the text.
/// True when there are none.
bool checkMember(const App& app, const QString& pointer, const Settings& settings, const World& world, Report& report) {
    QList<Problem> problems;
    Report inner(&problems);
    inner.setStage(Stage::RootGroup);
    checkModel(app, settings, inner);
    checkModelRole(app, rolesFor(PathId::parse(*app.id), settings, world, false), inner);
    for (Problem& problem : problems) {
        if (problem.fix)
            problem.fix->pointer.prepend(pointer);
        report.add(en("/apps/") + *app.id, problem.message, pointer + problem.pointer, problem.fix);
    }
    return problems.isEmpty();
}

std::vector<int> hostPorts(const App& app) {
    std::vector<int> ports;
    if (app.container && app.container->portMappings && !app.container->portMappings->empty()) {
        for (const PortMapping& mapping : *app.container->portMappings) {
            if (mapping.hostPort)
                ports.push_back(*mapping.hostPort);
        }
    } else {
        for (const PortDefinition& definition : app.portDefinitions.value_or(std::vector<PortDefinition>{}))
            ports.push_back(definition.port);
    }
    std::sort(ports.begin(), ports.end());
    return ports;
}

/// Zeros become numbers of the dynamic range when stored and keep them, so they match such a number.
bool sameHostPorts(const App& before, const App& after) {
    std::vector<int> was = hostPorts(before);
    std::vector<int> is = hostPorts(after);
    const bool host = !(after.container && after.container->portMappings && !after.container->portMappings->empty());
    const auto dynamic = [&](int port) { return host && (port == 0 || (port >= 10000 && port <= 20000)); };
    std::vector<int> onlyWas, onlyIs;
    std::set_difference(was.begin(), was.end(), is.begin(), is.end(), std::back_inserter(onlyWas));
    std::set_difference(is.begin(), is.end(), was.begin(), was.end(), std::back_inserter(onlyIs));
    const bool zerosOnly = std::all_of(onlyIs.begin(), onlyIs.end(), [](int p) { return p == 0; }) ||
                           std::all_of(onlyWas.begin(), onlyWas.end(), [](int p) { return p == 0; });
    return onlyWas.empty() && onlyIs.empty()
               ? true
               : zerosOnly && onlyWas.size() == onlyIs.size() && std::all_of(onlyWas.begin(), onlyWas.end(), dynamic) &&
                     std::all_of(onlyIs.begin(), onlyIs.end(), dynamic);
}

std::map<QString, Volume> persistentVolumes(const App& app) {
    std::map<QString, Volume> volumes;
    if (!app.container)
        return volumes;
    for (const Volume& volume : app.container->volumes) {
        if (volume.kind != Volume::Kind::Persistent)
            continue;
        Volume normal = volume;
        if (!normal.persistent.type)
            normal.persistent.type = normal.persistent.profileName ? en("mount") : en("root");
        std::sort(normal.persistent.constraints.begin(), normal.persistent.constraints.end());
        volumes.emplace(volume.containerPath, normal);
    }
    return volumes;
}

/// Pods have ids of the same tree; the server names the group that holds both.
void checkPods(const std::vector<App>& all, const Tree& tree, const QHash<QString, QString>& pointers,
               const World& world, Report& report) {
    const QSet<QString> pods(world.pods().begin(), world.pods().end());
    if (pods.isEmpty())
        return;
    for (const App& app : all) {
        const auto pointer = pointers.constFind(*app.id);
        if (pointer == pointers.cend())
            continue;
        const PathId id = PathId::parse(*app.id);
        if (pods.contains(*app.id))
            report.add(tree.pathOf(id.parent().toString()), en("Applications and Pods may not share the same id"),
                       *pointer + en("/id"));
        for (PathId above = id.parent(); !above.isRoot(); above = above.parent()) {
            if (pods.contains(above.toString()))
                report.add(tree.pathOf(above.parent().toString()),
                           en("Groups and Pods may not have the same identifier."), *pointer + en("/id"));
        }
    }
}

} // namespace

Roles rolesFor(const PathId& app, const Settings& settings, const World& world, bool force) {
    Roles roles;
    roles.force = force;
    roles.byDefault = settings.mesosRole;
    if (app.segments.size() <= 1) {
        roles.valid = {settings.mesosRole};
        return roles;
    }
    const QString top = app.segments.first();
    const App* const stored = world.app(app.toString());
    const bool known = world.hasGroup({{top}, true});
    if (known ? world.enforces(top) : settings.newGroupsEnforceRole) {
        roles.valid = {top};
        roles.byDefault = top;
    } else {
        roles.valid = {settings.mesosRole, top};
    }
    if (stored) {
        roles.previous = stored->role;
        if (stored->role)
            roles.valid.append(*stored->role);
    }
    roles.valid.removeDuplicates();
    return roles;
}

void checkRoot(const std::vector<App>& all, const QHash<QString, QString>& pointers, const Settings& settings,
               const World& world, const QSet<QString>& createdGroups, Report& report,
               const QHash<QString, Memory::EntryPtr>& remembered, const QList<StrayGroup>& strays) {
    report.setStage(Stage::RootGroup);
    const int culprit = Cycles(all).find();
    if (culprit >= 0) {
        QString pointer = pointers.value(*all[size_t(culprit)].id);
        if (!pointers.contains(*all[size_t(culprit)].id) && pointers.size() == 1)
            pointer = pointers.begin().value();
        report.add(en("/"), en("Dependency graph has cyclic dependencies."), pointer + en("/dependencies"));
    }
    const Tree tree(all, createdGroups, strays);
    for (const StrayGroup& stray : strays)
        report.add(tree.pathOf(stray.id), en("Group has to be child of groups with parent id"),
                   stray.pointer + en("/id"));
    checkPods(all, tree, pointers, world, report);
    QSet<QString> told;
    for (const App& app : all) {
        const PathId parent = PathId::parse(*app.id).parent();
        if (!tree.contains(*app.id) || told.contains(parent.toString()))
            continue;
        told.insert(parent.toString());
        QString pointer = pointers.value(*app.id);
        if (!pointers.contains(*app.id) && pointers.size() == 1)
            pointer = pointers.begin().value();
        report.add(tree.pathOf(parent.toString()), en("Groups and Applications may not have the same identifier."),
                   pointer + en("/id"));
    }
    VolumeNames(all, pointers, report).check(tree, 0, QString());
    for (const App& app : all) {
        const Memory::EntryPtr known = remembered.value(*app.id);
        if (known && known->sound)
            continue;
        const bool sound = checkMember(app, pointers.value(*app.id), settings, world, report);
        if (known)
            known->sound = sound;
    }
}

void checkPlan(const App& before, const App& after, int index, Report& report) {
    if (!before.isResident() && !after.isResident())
        return;
    const QString path = QStringLiteral("/app(%1)").arg(index);
    if (persistentVolumes(before) != persistentVolumes(after))
        report.add(path, en("Persistent volumes can not be changed!"), en("/container/volumes"));
    const auto resource = [&](const char* name, bool same) {
        if (!same)
            report.add(
                path + QLatin1Char('/') + QLatin1String(name),
                en("Services with persistent volumes configured may not change resource requirements. If you need to "
                   "make this change, please create a new service."),
                QLatin1Char('/') + QLatin1String(name));
    };
    resource("cpus", before.cpusOr() == after.cpusOr());
    resource("mem", before.memOr() == after.memOr());
    resource("disk", before.diskOr() == after.diskOr());
    resource("gpus", before.gpusOr() == after.gpusOr());
    resource("requirePorts", before.requirePorts.value_or(false) == after.requirePorts.value_or(false));
    if (!sameHostPorts(before, after))
        report.add(path,
                   en("Services with persistent volumes configured may not change host ports. If you need to make this "
                      "change, please create a new service."),
                   en("/portDefinitions"));
}

} // namespace mesoscope::appspec::marathon
