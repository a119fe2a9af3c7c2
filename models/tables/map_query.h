// What the user asked the map to show. Values; any thread.
#pragma once

#include "models/master/types.h"

#include <QSizeF>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace mesoscope::tables {

enum class MapSize : quint8 { Equal, Cpu, Mem };

enum class MapMeasure : quint8 {
    CpuAllocated,
    MemAllocated,
    DiskAllocated,
    GpuAllocated,
    CpuOffered,
    MemOffered,
    CpuReserved,
    MemReserved,
    Health,  ///< share of the agent's tasks that fail their health check
    Version, ///< whether instances of the highlighted app run its current version
};

/// The words of the filter box: app:/shop/checkout, host:bj-b2, state:lost, ATTRIBUTE:VALUE, or plain text, which looks
/// in host names (and in app names when it starts with a slash). Several words must all hold.
struct MapFilter {
    QString app; ///< "/shop/checkout", or a group ("/shop") that stands for all apps in it; empty: none
    QStringList hosts;
    QStringList states;
    QList<std::pair<QString, QString>> attributes;

    static MapFilter parse(const QString& words);
    /// Whether only some agents stay in full colour.
    bool active() const { return !app.isEmpty() || selectsAgents(); }
    bool selectsAgents() const { return !hosts.isEmpty() || !states.isEmpty() || !attributes.isEmpty(); }
    friend bool operator==(const MapFilter&, const MapFilter&) = default;
};

struct MapQuery {
    QStringList groupBy; ///< at most two attribute names, outer first; "@region" and "@zone" read the fault domain
    MapSize size = MapSize::Equal;
    MapMeasure measure = MapMeasure::CpuAllocated;
    MapFilter filter;
    QSizeF viewport; ///< device-independent pixels
    friend bool operator==(const MapQuery&, const MapQuery&) = default;
};

} // namespace mesoscope::tables
