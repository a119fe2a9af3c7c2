// The one item model behind every table of the window: rows are those of a RowOrder, texts and roles come from the
// column list, values from the snapshot. Nothing is copied and nothing is sorted here.
#pragma once

#include "models/tables/row_order.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QStringList>

namespace mesoscope::tables {

/// GUI thread. Signals come only from apply(), setSnapshot(), setNow() and the ticks: a few runs of inserted and
/// removed rows, or at most three signals for any change at all; never one per row. Persistent indexes stay with their
/// objects.
class SnapshotTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit SnapshotTableModel(const Table& table, QObject* parent = nullptr);

    const Table& table() const { return table_; }
    /// The columns that are not hidden, in the order of the list.
    const Column& column(int section) const { return *columns_[std::size_t(section)]; }
    int sectionOf(std::string_view columnId) const; ///< -1: not on screen

    /// Forgets everything, ticks as well: the next order is of another projection.
    void clear();
    /// Takes the next order. Orders may be left out, never repeated backwards.
    void apply(RowOrderPtr order);
    /// A later snapshot in which no row of this table changed.
    void setSnapshot(const SnapshotPtr& snapshot);
    /// Moves what is shown relative to now: ages.
    void setNow(qint64 wallMs);

    const RowOrderPtr& order() const { return order_; }
    const SnapshotPtr& snapshot() const { return snapshot_; }
    /// The object of a row; empty for rows that stand for none (bands). For a group its path.
    QString objectId(int row) const;
    RowKind rowKind(int row) const;
    /// The table's slot; noSlot for groups and bands.
    Slot slot(int row) const;
    const GroupRow* group(int row) const;
    /// -1 when it is not shown.
    int rowOf(const QString& objectId) const;

    /// Ticks belong to objects, not to rows: they survive sorting, filters and folded groups.
    void setTickable(bool tickable);
    void setTicked(int row, bool ticked);
    void tickAll(bool ticked);
    const QStringList& ticked() const { return tickedIds_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void tickedChanged();
    /// Rows are about to change places (not only to come and go).
    void aboutToMove();
    /// After every apply() and setSnapshot().
    void applied();

private:
    void stepTo(const RowOrder& next);
    void moveTo(const RowOrder& next);
    void permute(const std::vector<RowEntry>& from, const RowOrder& next, const std::vector<RowEntry>& gone);
    void lineUp(const RowOrder& next, const std::vector<RowEntry>& gone);
    void announceChanged(const RowOrder& next);
    void dropDeadTicks();
    const RowEntry& entry(int row) const { return (*rows_)[std::size_t(row)]; }
    bool present(const RowEntry& entry) const;
    RowRef ref(int row) const;
    QVariant cell(const RowRef& row, const Column& column, int role) const;
    QVariant common(int row, int role) const;

    const Table& table_;
    std::vector<const Column*> columns_;
    SnapshotPtr snapshot_;
    RowOrderPtr order_;
    const std::vector<RowEntry>* rows_;
    std::vector<RowEntry> between_; ///< rows while one order becomes the next
    bool moving_ = false;
    qint64 nowMs_ = 0;
    bool tickable_ = false;
    QSet<std::uint32_t> ticks_;
    QHash<std::uint32_t, QString> tickNames_;
    QStringList tickedIds_;
};

/// The cell of a group or band row.
QVariant groupCell(const GroupRow& group, const Column& column, int role);

} // namespace mesoscope::tables
