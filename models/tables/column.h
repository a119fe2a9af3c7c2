// A table is one list of columns. Everything that the window, the command line and the filters know about a column
// stands in one row of one list; nothing else knows the fields of the objects.
// All functions are pure and may run on any thread: they read one immutable snapshot.
#pragma once

#include "models/cluster/snapshot.h"
#include "models/tables/roles.h"

#include <QHash>
#include <QJsonValue>
#include <QVariant>

#include <limits>
#include <span>

namespace mesoscope::tables {

using cluster::Slot;
using cluster::Snapshot;
using cluster::SnapshotPtr;

/// Look-ups by name into the lists of a snapshot, built once per snapshot for the tables that ask for them.
struct Lookup {
    QHash<QString, gateway::ServiceTraffic> traffic; ///< by service
    QHash<QString, scheduler::DeploymentPtr> deployments;
    QHash<QString, Slot> apps;
    QHash<QString, Slot> hosts; ///< agents of the watched app's instances
};

/// One row of one snapshot.
struct RowRef {
    const Snapshot& snapshot;
    Slot slot = 0;
    qint64 nowMs = 0;
    int depth = -1; ///< indent in a tree, -1 in a flat list
    const Lookup* lookup = nullptr;
};

inline constexpr double notKnown = std::numeric_limits<double>::quiet_NaN();

struct Column {
    /// Stable: the name in filters, in --sort, in CSV and JSON.
    const char* id = "";
    const char* title = ""; ///< QT_TRANSLATE_NOOP in the context mesoscope::tables
    const char* unit = nullptr;
    CellKind kind = CellKind::Text;
    /// Characters that a usual value takes: the width on screen.
    int chars = 12;
    /// A term of a filter without a field looks here.
    bool searched = false;
    /// Not on screen; for filters, sorting and export.
    bool hidden = false;
    /// What goes first when space is short: 0 never, then 1, 2, …
    int expendable = 0;

    /// What the cell shows.
    QString (*text)(const RowRef&) = nullptr;
    /// Roles beside DisplayRole.
    QVariant (*role)(const RowRef&, int) = nullptr;

    // Exactly one source of order, filter and export: an interned text, a part of an interned text, another text, a
    // number or a small code with words.
    base::StringId (*interned)(const RowRef&) = nullptr;
    std::string_view (*part)(std::string_view) = nullptr; ///< with interned: the part of it that counts
    QString (*plain)(const RowRef&) = nullptr;
    double (*number)(const RowRef&) = nullptr;   ///< NaN: not known, sorts last in both directions
    unsigned (*code)(const RowRef&) = nullptr;   ///< sorts by itself
    const char* (*codeWord)(unsigned) = nullptr; ///< untranslated; null ends the list of codes
    /// Orders rows that are equal in this column, less than 2^24.
    unsigned (*tie)(const RowRef&) = nullptr;
    /// Instead of the value itself.
    QJsonValue (*json)(const RowRef&) = nullptr;
    /// A path: a filter value matches it and everything below it.
    bool path = false;
    /// Short names: a filter value is meant whole ("rack:a1" is not a12).
    bool whole = false;
    /// A number that is a time stamp: a filter compares its age ("started:<10m").
    bool stamp = false;
};

struct Table {
    const char* id = "";
    const char* title = "";
    std::span<const Column> columns;
    const char* sort = "";
    bool descending = false;

    Slot (*size)(const Snapshot&) = nullptr;
    /// The id of the row's object; empty when the slot is free.
    QString (*object)(const Snapshot&, Slot) = nullptr;
    /// The object's interned id, where rows have one: the same number is the same object. 0: free.
    base::StringId (*internedObject)(const Snapshot&, Slot) = nullptr;
    /// Which rows a difference touches; null where a difference only tells whether anything changed.
    const std::vector<cluster::Run>& (*runs)(const cluster::Diff&) = nullptr;
    /// Whether any row may look different, beyond runs.
    bool (*touched)(const cluster::Diff&) = nullptr;
    /// Whether every row may have another order than before, beyond runs; null: never.
    bool (*allTouched)(const cluster::Diff&) = nullptr;
    /// Rows that are shown without being asked for; null: all.
    bool (*usual)(const RowRef&) = nullptr;
    /// The agent of a row, whose attributes are fields of filters; null: no attributes.
    Slot (*agent)(const RowRef&) = nullptr;
    bool wantsLookup = false;

    const Column* column(std::string_view columnId) const;
};

/// Null when nothing of that name exists. Names: agents, tasks, frameworks, roles, apps, deployments, queue, routes.
const Table* findTable(std::string_view id);
const Table& agentsTable();
const Table& tasksTable();
const Table& frameworksTable();
const Table& rolesTable();
const Table& appsTable();
const Table& deploymentsTable();
const Table& queueTable();
const Table& routesTable();
/// The watched app's instances as its scheduler sees them; not one of allTables().
const Table& instancesTable();
std::span<const Table* const> allTables();

Lookup makeLookup(const Snapshot& snapshot);

/// The traffic of an app where the gateway's service can be told from its id or its labels; null: not known.
const gateway::ServiceTraffic* trafficOf(const Lookup& lookup, const scheduler::App& app);
/// The health parts of an app by the scheduler's and the master's word.
HealthCounts healthOf(const cluster::AppRow& row);

} // namespace mesoscope::tables
