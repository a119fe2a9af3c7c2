#include "models/tables/snapshot_table_model.h"

#include "models/tables/words.h"
#include "models/text/format.h"

#include <algorithm>

namespace mesoscope::tables {

namespace {

const std::vector<RowEntry>& noRows() {
    static const std::vector<RowEntry> rows;
    return rows;
}

bool alignsRight(CellKind kind) {
    return kind == CellKind::Number || kind == CellKind::Pair || kind == CellKind::Age;
}

} // namespace

SnapshotTableModel::SnapshotTableModel(const Table& table, QObject* parent)
    : QAbstractTableModel(parent), table_(table), rows_(&noRows()) {
    for (const Column& column : table.columns) {
        if (!column.hidden)
            columns_.push_back(&column);
    }
}

int SnapshotTableModel::sectionOf(std::string_view columnId) const {
    const auto it =
        std::find_if(columns_.begin(), columns_.end(), [columnId](const Column* c) { return columnId == c->id; });
    return it == columns_.end() ? -1 : int(it - columns_.begin());
}

void SnapshotTableModel::clear() {
    beginResetModel();
    order_.reset();
    snapshot_.reset();
    rows_ = &noRows();
    ticks_.clear();
    tickNames_.clear();
    tickedIds_.clear();
    endResetModel();
    Q_EMIT tickedChanged();
}

void SnapshotTableModel::apply(RowOrderPtr order) {
    if (!order || (order_ && order->sequence <= order_->sequence))
        return;
    const RowOrderPtr previous = order_;
    nowMs_ = std::max(nowMs_, order->snapshot->atMs);
    if (!previous) {
        beginResetModel();
        order_ = order;
        snapshot_ = order->snapshot;
        rows_ = &order_->rows;
        endResetModel();
    } else {
        if (order->stepwise && order->sequence == previous->sequence + 1)
            stepTo(*order);
        else if (order->rows != previous->rows)
            moveTo(*order);
        order_ = order;
        snapshot_ = order->snapshot;
        rows_ = &order_->rows;
        between_ = {};
        announceChanged(*order);
    }
    dropDeadTicks();
    Q_EMIT applied();
}

/// Removed rows still read the snapshot they were in, inserted ones the new one.
void SnapshotTableModel::stepTo(const RowOrder& next) {
    if (next.removed.empty() && next.inserted.empty())
        return;
    between_ = *rows_;
    rows_ = &between_;
    moving_ = true;
    for (auto run = next.removed.crbegin(); run != next.removed.crend(); ++run) {
        beginRemoveRows({}, int(run->begin), int(run->end) - 1);
        between_.erase(between_.begin() + run->begin, between_.begin() + run->end);
        endRemoveRows();
    }
    snapshot_ = next.snapshot;
    for (const RowRun& run : next.inserted) {
        beginInsertRows({}, int(run.begin), int(run.end) - 1);
        between_.insert(between_.begin() + run.begin, next.rows.begin() + run.begin, next.rows.begin() + run.end);
        endInsertRows();
    }
    moving_ = false;
}

/// Any change in three signals: new rows at the end, everything to its place, old rows from the end.
void SnapshotTableModel::moveTo(const RowOrder& next) {
    Q_EMIT aboutToMove();
    const RowOrder& old = *order_;
    std::vector<RowEntry> gone = next.gone;
    std::vector<RowEntry> fresh = next.fresh;
    if (next.sequence != old.sequence + 1 || next.stepwise) {
        // Orders between the two were never taken.
        gone.clear();
        fresh.clear();
        std::copy_if(old.rows.begin(), old.rows.end(), std::back_inserter(gone),
                     [&](const RowEntry& e) { return next.row(e) == noRow; });
        std::copy_if(next.rows.begin(), next.rows.end(), std::back_inserter(fresh),
                     [&](const RowEntry& e) { return old.row(e) == noRow; });
    }
    moving_ = true;
    if (!fresh.empty()) {
        between_ = *rows_;
        rows_ = &between_;
        beginInsertRows({}, int(between_.size()), int(between_.size() + fresh.size()) - 1);
        between_.insert(between_.end(), fresh.begin(), fresh.end());
        endInsertRows();
    }
    snapshot_ = next.snapshot;
    lineUp(next, gone);
    if (!gone.empty()) {
        beginRemoveRows({}, int(next.rows.size()), int(between_.size()) - 1);
        between_.resize(next.rows.size());
        endRemoveRows();
    }
    moving_ = false;
}

void SnapshotTableModel::lineUp(const RowOrder& next, const std::vector<RowEntry>& gone) {
    const std::vector<RowEntry> inserted = std::move(between_);
    const std::vector<RowEntry>& from = rows_ == &between_ ? inserted : *rows_;
    rows_ = &from;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    if (gone.empty()) {
        between_ = {};
        rows_ = &next.rows;
    } else {
        between_ = next.rows;
        between_.insert(between_.end(), gone.begin(), gone.end());
        rows_ = &between_;
    }
    permute(from, next, gone);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void SnapshotTableModel::permute(const std::vector<RowEntry>& from, const RowOrder& next,
                                 const std::vector<RowEntry>& gone) {
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex& i : before) {
        const RowEntry& e = from[std::size_t(i.row())];
        std::uint32_t row = next.row(e);
        if (row == noRow)
            row =
                std::uint32_t(next.rows.size()) + std::uint32_t(std::find(gone.begin(), gone.end(), e) - gone.begin());
        after.append(index(int(row), i.column()));
    }
    changePersistentIndexList(before, after);
}

void SnapshotTableModel::announceChanged(const RowOrder& next) {
    for (const RowRun& run : next.changed) {
        const auto end = std::min<std::size_t>(run.end, rows_->size());
        if (run.begin < end)
            Q_EMIT dataChanged(index(int(run.begin), 0), index(int(end) - 1, columnCount() - 1));
    }
}

void SnapshotTableModel::setSnapshot(const SnapshotPtr& snapshot) {
    if (!order_ || !snapshot || snapshot == snapshot_)
        return;
    snapshot_ = snapshot;
    nowMs_ = std::max(nowMs_, snapshot->atMs);
    Q_EMIT applied();
}

void SnapshotTableModel::setNow(qint64 wallMs) {
    nowMs_ = wallMs;
    if (rows_->empty())
        return;
    for (int section = 0; section < columnCount(); ++section) {
        if (column(section).stamp)
            Q_EMIT dataChanged(index(0, section), index(rowCount() - 1, section), {Qt::DisplayRole});
    }
}

bool SnapshotTableModel::present(const RowEntry& e) const {
    if (e.slot == groupSlot)
        return order_->groups.contains(e.identity);
    return e.slot < table_.size(*snapshot_) && (table_.internedObject ? table_.internedObject(*snapshot_, e.slot) != 0
                                                                      : !table_.object(*snapshot_, e.slot).isEmpty());
}

RowRef SnapshotTableModel::ref(int row) const {
    const bool tree = !moving_ && std::size_t(row) < order_->depths.size() && order_->depths[std::size_t(row)] != 0xFF;
    const int depth = tree ? int(order_->depths[std::size_t(row)]) : -1;
    return {*snapshot_, entry(row).slot, nowMs_, depth, order_->lookup.get()};
}

QString SnapshotTableModel::objectId(int row) const {
    if (row < 0 || row >= rowCount())
        return {};
    const GroupRow* g = group(row);
    if (g)
        return g->kind == RowKind::Group ? g->id : QString();
    return table_.object(*snapshot_, entry(row).slot);
}

RowKind SnapshotTableModel::rowKind(int row) const {
    const GroupRow* g = row >= 0 && row < rowCount() ? group(row) : nullptr;
    return g ? g->kind : RowKind::Object;
}

Slot SnapshotTableModel::slot(int row) const {
    return row < 0 || row >= rowCount() || entry(row).slot == groupSlot ? cluster::noSlot : entry(row).slot;
}

const GroupRow* SnapshotTableModel::group(int row) const {
    if (entry(row).slot != groupSlot)
        return nullptr;
    const auto it = order_->groups.constFind(entry(row).identity);
    return it == order_->groups.cend() ? nullptr : &*it;
}

int SnapshotTableModel::rowOf(const QString& objectId) const {
    if (objectId.isEmpty())
        return -1;
    if (table_.internedObject) {
        // Comparing bytes is cheaper than making 400,000 strings.
        const QByteArray wanted = objectId.toUtf8();
        for (int row = 0; row < rowCount(); ++row) {
            if (snapshot_->view(table_.internedObject(*snapshot_, entry(row).slot)) == wanted.toStdString())
                return row;
        }
        return -1;
    }
    for (int row = 0; row < rowCount(); ++row) {
        if (this->objectId(row) == objectId)
            return row;
    }
    return -1;
}

int SnapshotTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(rows_->size());
}

int SnapshotTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(columns_.size());
}

QVariant SnapshotTableModel::common(int row, int role) const {
    switch (role) {
    case ObjectRole:
        return objectId(row);
    case RowRole:
        return int(rowKind(row));
    case DepthRole:
        return std::max(ref(row).depth, 0);
    case StaleRole:
        return columns_.front()->role ? columns_.front()->role(ref(row), StaleRole) : QVariant();
    default:
        return {};
    }
}

QVariant SnapshotTableModel::cell(const RowRef& row, const Column& column, int role) const {
    if (role == Qt::DisplayRole)
        return column.text(row);
    const QVariant value = column.role ? column.role(row, role) : QVariant();
    if (value.isValid() || role != Qt::AccessibleTextRole)
        return value;
    QStringList parts{column.text(row)};
    for (const int more : {int(PairRole), int(DetailRole)}) {
        const QString text = column.role ? column.role(row, more).toString() : QString();
        if (!text.isEmpty())
            parts += text;
    }
    return parts.join(column.kind == CellKind::State ? QStringLiteral(": ") : QStringLiteral(" / "));
}

QVariant SnapshotTableModel::data(const QModelIndex& at, int role) const {
    if (!checkIndex(at, CheckIndexOption::IndexIsValid) || !present(entry(at.row())))
        return {};
    const Column& of = column(at.column());
    if (role == KindRole)
        return int(of.kind);
    if (role == Qt::TextAlignmentRole)
        return int(alignsRight(of.kind) ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::CheckStateRole && at.column() == 0 && tickable_ && rowKind(at.row()) == RowKind::Object)
        return int(ticks_.contains(entry(at.row()).identity) ? Qt::Checked : Qt::Unchecked);
    if (role == ObjectRole || role == RowRole || (role == DepthRole && at.column() == 0))
        if (!group(at.row()) || role != DepthRole)
            return common(at.row(), role);
    if (const GroupRow* g = group(at.row()))
        return groupCell(*g, of, role);
    return role == StaleRole ? common(at.row(), role) : cell(ref(at.row()), of, role);
}

bool SnapshotTableModel::setData(const QModelIndex& at, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !tickable_ || at.column() != 0 || rowKind(at.row()) != RowKind::Object)
        return false;
    setTicked(at.row(), value.toInt() == Qt::Checked);
    return true;
}

QVariant SnapshotTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Column& of = column(section);
    switch (role) {
    case Qt::DisplayRole:
        return Words::tr(of.title);
    case UnitRole:
        return of.unit ? QVariant(Words::tr(of.unit)) : QVariant();
    case KindRole:
        return int(of.kind);
    case Qt::AccessibleTextRole:
        return of.unit ? Words::tr(of.title) + QStringLiteral(", ") + Words::tr(of.unit) : Words::tr(of.title);
    case Qt::TextAlignmentRole:
        return int(alignsRight(of.kind) ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

Qt::ItemFlags SnapshotTableModel::flags(const QModelIndex& at) const {
    if (!at.isValid())
        return Qt::NoItemFlags;
    const RowKind kind = rowKind(at.row());
    if (kind == RowKind::Gap)
        return Qt::ItemNeverHasChildren;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (kind != RowKind::Band)
        flags |= Qt::ItemIsSelectable;
    if (tickable_ && at.column() == 0 && kind == RowKind::Object)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

void SnapshotTableModel::setTickable(bool tickable) {
    tickable_ = tickable;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole});
}

void SnapshotTableModel::setTicked(int row, bool ticked) {
    if (rowKind(row) != RowKind::Object)
        return;
    const std::uint32_t identity = entry(row).identity;
    if (ticked == ticks_.contains(identity))
        return;
    if (ticked) {
        ticks_.insert(identity);
        tickNames_.insert(identity, objectId(row));
        tickedIds_.append(objectId(row));
    } else {
        ticks_.remove(identity);
        tickedIds_.removeOne(tickNames_.take(identity));
    }
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    Q_EMIT tickedChanged();
}

void SnapshotTableModel::tickAll(bool ticked) {
    ticks_.clear();
    tickNames_.clear();
    tickedIds_.clear();
    for (int row = 0; ticked && row < rowCount(); ++row) {
        if (rowKind(row) != RowKind::Object)
            continue;
        ticks_.insert(entry(row).identity);
        tickNames_.insert(entry(row).identity, objectId(row));
        tickedIds_.append(objectId(row));
    }
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT tickedChanged();
}

/// An object that is not in the cluster any more can't be acted on; one that a filter hides can.
void SnapshotTableModel::dropDeadTicks() {
    if (ticks_.isEmpty())
        return;
    QSet<QString> alive;
    const Slot size = table_.size(*snapshot_);
    for (Slot s = 0; s < size; ++s) {
        const QString id = table_.object(*snapshot_, s);
        if (!id.isEmpty())
            alive.insert(id);
    }
    bool dropped = false;
    for (auto it = tickNames_.begin(); it != tickNames_.end();) {
        if (alive.contains(*it)) {
            ++it;
            continue;
        }
        ticks_.remove(it.key());
        tickedIds_.removeOne(*it);
        it = tickNames_.erase(it);
        dropped = true;
    }
    if (dropped)
        Q_EMIT tickedChanged();
}

} // namespace mesoscope::tables
