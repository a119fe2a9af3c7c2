// What the user asked the map to show. Values; any thread.
#pragma once

#include "models/master/types.h"

#include <QList>
#include <QSizeF>
#include <QString>
#include <QStringList>

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
/// in host names (and in app names when it starts with a slash). "not" turns the next word around. Several words must
/// all hold.
struct MapFilter {
    struct Condition {
        enum class Kind : quint8 { Host, State, Attribute };
        Kind kind = Kind::Host;
        QString name; ///< Attribute: which
        QString value;
        bool negated = false;
        friend bool operator==(const Condition&, const Condition&) = default;
    };
    QString app; ///< "/shop/checkout", or a group ("/shop") that stands for all apps in it; empty: none
    QList<Condition> conditions;

    static MapFilter parse(const QString& words);
    /// Whether only some agents stay in full colour.
    bool active() const { return !app.isEmpty() || selectsAgents(); }
    bool selectsAgents() const { return !conditions.isEmpty(); }
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
