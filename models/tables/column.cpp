#include "models/tables/column.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace mesoscope::tables {

const Column* Table::column(std::string_view columnId) const {
    const auto it =
        std::find_if(columns.begin(), columns.end(), [columnId](const Column& c) { return columnId == c.id; });
    return it == columns.end() ? nullptr : &*it;
}

std::span<const Table* const> allTables() {
    static const std::array tables{&agentsTable(), &tasksTable(),       &frameworksTable(), &rolesTable(),
                                   &appsTable(),   &deploymentsTable(), &queueTable(),      &routesTable()};
    return tables;
}

const Table* findTable(std::string_view id) {
    const auto tables = allTables();
    const auto it = std::find_if(tables.begin(), tables.end(), [id](const Table* table) { return id == table->id; });
    return it == tables.end() ? nullptr : *it;
}

Lookup makeLookup(const Snapshot& snapshot) {
    Lookup lookup;
    if (snapshot.traffic) {
        for (const gateway::ServiceTraffic& traffic : *snapshot.traffic)
            lookup.traffic.insert(traffic.service, traffic);
    }
    for (const auto& deployment : snapshot.deployments)
        lookup.deployments.insert(deployment->id, deployment);
    if (!snapshot.watchedInstances)
        return lookup;
    QSet<QString> wanted;
    for (const scheduler::Instance& instance : *snapshot.watchedInstances) {
        wanted.insert(instance.host);
        if (lookup.apps.contains(instance.appId))
            continue;
        if (const Slot slot = snapshot.findApp(instance.appId); slot != cluster::noSlot)
            lookup.apps.insert(instance.appId, slot);
    }
    for (Slot slot = 0; slot < snapshot.agents.size(); ++slot) {
        const QString host = snapshot.text(snapshot.agents[slot].hostname);
        if (snapshot.agents[slot].id != 0 && wanted.contains(host))
            lookup.hosts.insert(host, slot);
    }
    return lookup;
}

} // namespace mesoscope::tables
