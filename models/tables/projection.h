// The order of a table's rows, kept up with every snapshot on the session thread: only rows that a difference touches
// get new keys and are merged into the order; a new sort column is a radix sort of numbers.
#pragma once

#include "models/tables/row_order.h"
#include "models/tables/string_order.h"

namespace mesoscope::tables {

/// Made on the GUI thread, used on the session thread only (through Session::changeProjection). Every result is a
/// RowOrder; asRowOrder() gives it its type back.
class TableProjection final : public cluster::Projection {
public:
    TableProjection(const Table& table, TableQuery query);
    ~TableProjection() override;

    void setQuery(TableQuery query);
    /// While held, rows keep their places: what moves or is new waits (RowOrder::pending) until the hold ends. Only
    /// objects that end vanish.
    void setHeld(bool held);

    std::shared_ptr<const void> project(const SnapshotPtr& snapshot, const cluster::Diff& diff) override;

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

inline RowOrderPtr asRowOrder(const std::shared_ptr<const void>& result) {
    return std::static_pointer_cast<const RowOrder>(result);
}

/// The order of one snapshot, for the command line and for tests.
RowOrderPtr orderOf(const Table& table, const TableQuery& query, const SnapshotPtr& snapshot);

struct KeyedSlot {
    quint64 key;
    Slot slot;
};
/// By key, then in the order they came in.
void radixSort(std::vector<KeyedSlot>& rows);

} // namespace mesoscope::tables
