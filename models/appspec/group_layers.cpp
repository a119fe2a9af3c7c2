#include "models/appspec/group_layers.h"

#include "models/appspec/app_fields.h"
#include "models/appspec/rules/server_text.h"

#include <algorithm>

namespace mesoscope::appspec {
namespace {

/// Longest way from an app without dependencies; members of a cycle stay where they are reached first.
void layer(GroupLayers& group) {
    const qsizetype count = group.nodes.size();
    QList<int> waiting(count, 0);
    QList<int> ready;
    for (qsizetype i = 0; i < count; ++i) {
        waiting[i] = int(group.nodes[i].after.size());
        if (waiting[i] == 0)
            ready.append(int(i));
    }
    QList<bool> done(count, false);
    while (!ready.isEmpty()) {
        const int at = ready.takeFirst();
        done[at] = true;
        for (qsizetype i = 0; i < count; ++i) {
            if (done[i] || !group.nodes[i].after.contains(at))
                continue;
            group.nodes[i].layer = std::max(group.nodes[i].layer, group.nodes[at].layer + 1);
            if (--waiting[i] == 0)
                ready.append(int(i));
        }
    }
    for (qsizetype i = 0; i < count; ++i)
        group.nodes[i].inCycle = !done[i];
}

void stack(GroupLayers& group) {
    QList<int> used;
    for (GroupLayers::Node& node : group.nodes) {
        while (used.size() <= node.layer)
            used.append(0);
        node.row = used[node.layer]++;
        group.layers = std::max(group.layers, node.layer + 1);
        group.rows = std::max(group.rows, node.row + 1);
    }
}

} // namespace

GroupLayers groupLayers(const JsonTree& tree, int most) {
    GroupLayers group;
    const std::vector<NamedApp> apps = appsOf(tree);
    group.tooMany = int(apps.size()) > most;
    if (group.tooMany)
        return group;
    for (const NamedApp& app : apps) {
        GroupLayers::Node node;
        node.id = app.id;
        node.name = app.id.section(QLatin1Char('/'), -1);
        node.pointer = app.pointer;
        const JsonValue instances = app.value.member("instances");
        node.instances = instances.is(JsonValue::Kind::Number) ? int(instances.toDouble()) : 1;
        group.nodes.append(node);
    }
    for (qsizetype i = 0; i < group.nodes.size(); ++i) {
        const PathId own = PathId::parse(group.nodes[i].id);
        const JsonValue list = apps[size_t(i)].value.member("dependencies");
        for (JsonValue d = list.firstChild(); d.isValid(); d = d.next()) {
            const PathId target = PathId::parse(d.toString()).canonical(own.parent());
            bool found = false;
            for (qsizetype k = 0; k < group.nodes.size(); ++k) {
                if (k == i || !target.includes(PathId::parse(group.nodes[k].id)))
                    continue;
                found = true;
                if (!group.nodes[i].after.contains(int(k)))
                    group.nodes[i].after.append(int(k));
            }
            if (!found && !group.outside.contains(target.toString()))
                group.outside.append(target.toString());
        }
    }
    layer(group);
    stack(group);
    return group;
}

} // namespace mesoscope::appspec
