// What the cells of the tables say beside their text: the roles of SnapshotTableModel and the values behind them. A
// delegate draws from these; it never asks what table it is in.
#pragma once

#include "models/text/severity.h"

#include <QMetaType>
#include <QString>

namespace mesoscope::tables {

/// What a column holds; the same for all of its cells. Value of KindRole (as int), of cells and of the header.
enum class CellKind : quint8 {
    Text,
    Identifier, ///< monospace, elided in the middle
    Number,     ///< right-aligned, tabular figures
    Pair,       ///< "41 / 64": DisplayRole is the first part, PairRole the second; two right-aligned sub-columns
    State,      ///< sign and word in the tone of SeverityRole, then DetailRole plain
    Health,     ///< a bar of HealthRole with DisplayRole / PairRole behind it
    Capacity,   ///< a bar of CapacityRole with DisplayRole / PairRole behind it
    Age,        ///< right-aligned; the tool tip holds the exact time
};

/// What a row is. Value of RowRole (as int), on column 0.
enum class RowKind : quint8 {
    Object,
    Group, ///< a group of the tree: bold name, raised ground, the count in DetailRole
    Band,  ///< a heading across all columns: DisplayRole bold, DetailRole the sentence
    Gap,   ///< the small distance between the band and what follows
};

enum Role : int {
    KindRole = 0x0200, ///< Qt::UserRole is 0x0100; pages may use the roles below 0x0200
    SeverityRole,      ///< int of text::Severity; for State cells and for numbers that break a limit
    DetailRole,        ///< QString, secondary, behind the text
    PairRole,          ///< QString: the second part of Pair, Health and Capacity cells, without the slash
    HealthRole,        ///< HealthCounts
    CapacityRole,      ///< Capacity
    UnitRole,          ///< header: QString of the second line
    ObjectRole,        ///< QString: the id of the row's object; empty for bands
    RowRole,           ///< int of RowKind
    DepthRole,         ///< int: indent of the first column
    ExpandableRole,    ///< bool: has rows inside
    ExpandedRole,      ///< bool
    StaleRole,         ///< bool: the values are the last known ones, not the present ones
    SignRole,          ///< int of StateSign: which sign a State cell shows
    TrailRole, ///< QByteArray of a State cell: the last results as cluster::HealthTrail, drawn in front of the word
    CountRole, ///< int: number of instances or tasks the row stands for
};

/// The sign of a State cell, in the field's own states.
enum class StateSign : quint8 {
    None,
    Staging,
    Starting,
    Running,
    Healthy,
    Unhealthy,
    Killing,
    Finished,
    Killed,
    Failed,
    Error,
    Lost,
    Dropped,
    Unreachable,
    Gone,
    Unknown,
    AgentActive,
    AgentDraining,
    AgentDrained,
    AgentDeactivated,
    AgentDisconnected,
    AgentUnreachable,
    AgentRecovering,
    AgentGone,
    Waiting,
    Degraded,
    Deploying,
    Suspended,
    Stuck,
};

/// How the instances of an app (or of all apps of a group) are doing. The parts never add up to more than
/// max(wanted, running); what is missing is waiting.
struct HealthCounts {
    int wanted = 0;
    int healthy = 0;
    int unchecked = 0; ///< running without a health check
    int starting = 0;  ///< staged, or running without a first result
    int unhealthy = 0;
    int lost = 0; ///< unreachable
    int draining = 0;
    int waiting = 0;        ///< not launched
    bool lastKnown = false; ///< drawn as an outline
    friend bool operator==(const HealthCounts&, const HealthCounts&) = default;
};

/// One resource of one agent: four looks in one bar.
struct Capacity {
    double total = 0;
    double allocated = 0;
    double offered = 0;
    double reserved = 0;
    bool lastKnown = false; ///< drawn as an outline
    friend bool operator==(const Capacity&, const Capacity&) = default;
};

} // namespace mesoscope::tables

Q_DECLARE_METATYPE(mesoscope::tables::HealthCounts)
Q_DECLARE_METATYPE(mesoscope::tables::Capacity)
