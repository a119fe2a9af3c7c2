// Which rows a table shows, in which order, and how that differs from the order before: computed on the session thread,
// taken over by SnapshotTableModel on the GUI thread by swapping a pointer.
#pragma once

#include "models/base/error.h"
#include "models/tables/column.h"
#include "models/tables/filter.h"

#include <memory>
#include <vector>

namespace mesoscope::tables {

struct TableQuery {
    QByteArray sort; ///< a column's id; empty: the table's own
    bool descending = false;
    FilterExpression filter;
    friend bool operator==(const TableQuery&, const TableQuery&) = default;
};

/// The same identity is the same object, for as long as one projection lives.
struct RowEntry {
    Slot slot = 0; ///< of the table; groupSlot: a row of RowOrder::groups, by its identity
    std::uint32_t identity = 0;
    friend bool operator==(const RowEntry&, const RowEntry&) = default;
};
inline constexpr Slot groupSlot = 0xFFFF'FFFEU;
inline constexpr std::uint32_t noRow = 0xFFFF'FFFFU;

/// A row that stands for no single object: a group of apps, the heading of a band.
struct GroupRow {
    RowKind kind = RowKind::Group;
    QString id;
    QString name;
    QString detail;
    int depth = 0;
    bool expandable = false;
    bool expanded = false;
    bool whole = true; ///< shows the aggregates
    HealthCounts health;
    int apps = 0;
    int deploying = 0;
    int troubled = 0; ///< apps that the band shows
    double cpus = 0;
    double mem = 0;
    double requestsPerSecond = -1;
    friend bool operator==(const GroupRow&, const GroupRow&) = default;
};

struct RowRun {
    std::uint32_t begin = 0;
    std::uint32_t end = 0; ///< exclusive
    friend bool operator==(const RowRun&, const RowRun&) = default;
};

struct RowOrder {
    SnapshotPtr snapshot;
    std::shared_ptr<const Lookup> lookup; ///< of this snapshot; null when the table needs none
    quint64 sequence = 0;                 ///< counts up with every order of one projection

    std::vector<RowEntry> rows;
    std::vector<std::uint8_t> depths; ///< per row in a tree; empty in a flat list. 0xFF: a row that is not indented
    QHash<std::uint32_t, GroupRow> groups; ///< by identity
    /// Row of an object: by slot or by identity (bySlot); noRow where it is not shown.
    std::vector<std::uint32_t> positions;
    bool bySlot = true;

    /// How to come here from the order with the sequence before: rows to remove (in its numbers), then rows to insert
    /// (in this one's). Only when `stepwise`; else rows moved as well, or the runs are too many.
    bool stepwise = false;
    std::vector<RowRun> removed;
    std::vector<RowRun> inserted;
    /// The same as entries when it is not stepwise.
    std::vector<RowEntry> gone;
    std::vector<RowEntry> fresh;
    /// Rows of this order that may look different.
    std::vector<RowRun> changed;

    std::uint32_t total = 0;     ///< rows without the filter
    std::uint32_t objects = 0;   ///< objects that pass the filter (a folded group hides some of its rows)
    std::uint32_t pending = 0;   ///< rows that wait for their place while the order is held
    std::uint32_t attention = 0; ///< objects in the band "needs attention"

    std::uint32_t row(const RowEntry& entry) const {
        const std::uint32_t key = bySlot ? entry.slot : entry.identity;
        const std::uint32_t at = key < positions.size() ? positions[key] : noRow;
        return at < rows.size() && rows[at].identity == entry.identity ? at : noRow;
    }
};

using RowOrderPtr = std::shared_ptr<const RowOrder>;

/// Fills positions, stepwise, removed and inserted of `next`. `previous` may be null.
void compareOrders(const RowOrder* previous, RowOrder& next);
/// Adds the rows of `next` whose slots lie in the runs, joined to at most a few runs.
void markChanged(const std::vector<cluster::Run>& slots, RowOrder& next);

} // namespace mesoscope::tables
