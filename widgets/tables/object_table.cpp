#include "widgets/tables/object_table.h"

#include "widgets/controls/button.h"
#include "widgets/controls/row_delegate.h"
#include "widgets/tables/two_line_header.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace mesoscope::widgets {

namespace {
constexpr int keyHoldMs = 3000;
constexpr int firstSortDescending = 1;
constexpr int narrowest = 90;
/// Qt follows each selected cell by itself when rows change places; beyond this many rows the table does it by slot.
constexpr int largeSelection = 500;
/// A selection in more pieces than this is given up when its rows are scattered.
constexpr int mostPieces = 2000;
} // namespace

ObjectTable::ObjectTable(const tables::Table& table, const QString& objectName, const QString& name, QWidget* parent)
    : QTableView(parent), model_(table, this), header_(new TwoLineHeader(this)), delegate_(new RowDelegate(this)) {
    if (parent)
        parent->installEventFilter(this);
    setObjectName(objectName);
    setAccessibleName(name);
    setModel(&model_);
    setHorizontalHeader(header_);
    setItemDelegate(delegate_);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(metrics::gapSmall);
    verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setAttribute(Qt::WA_Hover);
    header_->setSectionResizeMode(QHeaderView::Interactive);
    moved_ = new Button(QString(), ButtonKind::Plain, this);
    moved_->setObjectName(objectName + QStringLiteral("Moved"));
    moved_->setFocusPolicy(Qt::NoFocus);
    moved_->hide();
    connect(moved_, &QPushButton::clicked, this, [this] {
        pointed_ = false;
        keyed_.stop();
        updateHold();
    });
    connect(header_, &QHeaderView::sectionClicked, this, &ObjectTable::sortBy);
    connect(&model_, &tables::SnapshotTableModel::applied, this, &ObjectTable::applied);
    connect(&model_, &tables::SnapshotTableModel::aboutToMove, this, &ObjectTable::keepSelection);
    setSort(table.sort, table.descending);
}

QString ObjectTable::currentObject() const {
    return model_.objectId(currentIndex().row());
}

bool ObjectTable::showObject(const QString& id) {
    const int row = model_.rowOf(id);
    wanted_ = row < 0 ? id : QString();
    if (row < 0)
        return false;
    setCurrentIndex(model_.index(row, 0));
    scrollTo(model_.index(row, 0), EnsureVisible);
    return true;
}

void ObjectTable::setMultiSelection(bool on) {
    setSelectionMode(on ? ExtendedSelection : SingleSelection);
}

QStringList ObjectTable::selectedObjects() const {
    QStringList ids;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const QString id = model_.objectId(row);
            if (!id.isEmpty())
                ids += id;
        }
    }
    return ids;
}

int ObjectTable::selectedCount() const {
    int count = 0;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        count += range.height();
    return count;
}

/// Orders are values that stay: what was selected in the one before is all that has to be remembered.
void ObjectTable::keepSelection() {
    kept_ = {};
    const int count = selectedCount();
    if (count < largeSelection)
        return;
    kept_.order = model_.order();
    kept_.all = count == model_.rowCount();
    for (const QItemSelectionRange& range : selectionModel()->selection())
        kept_.rows.emplace_back(range.top(), range.bottom());
    const QSignalBlocker quiet(selectionModel());
    selectionModel()->clearSelection();
}

/// All rows but those that came since: costs as much as there are new ones.
void ObjectTable::restoreAll(const tables::RowOrder& before) {
    const tables::RowOrder& now = *model_.order();
    std::vector<int> fresh;
    if (now.sequence == before.sequence + 1 && !now.stepwise) {
        for (const tables::RowEntry& entry : now.fresh)
            fresh.push_back(int(now.row(entry)));
    } else {
        for (std::size_t row = 0; row < now.rows.size(); ++row) {
            if (before.row(now.rows[row]) == tables::noRow)
                fresh.push_back(int(row));
        }
    }
    std::sort(fresh.begin(), fresh.end());
    fresh.push_back(model_.rowCount());
    QItemSelection selection;
    int begin = 0;
    for (const int row : fresh) {
        if (row > begin)
            selection.append(
                QItemSelectionRange(model_.index(begin, 0), model_.index(row - 1, model_.columnCount() - 1)));
        begin = row + 1;
    }
    if (selection.size() > mostPieces)
        selection.clear();
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void ObjectTable::restoreSelection() {
    if (!kept_.order)
        return;
    const Kept kept = std::exchange(kept_, {});
    if (kept.all)
        return restoreAll(*kept.order);
    const tables::RowOrder& now = *model_.order();
    std::vector<char> selected(now.rows.size());
    for (const auto& [top, bottom] : kept.rows) {
        for (int row = top; row <= bottom; ++row) {
            const std::uint32_t at = now.row(kept.order->rows[std::size_t(row)]);
            if (at != tables::noRow)
                selected[at] = 1;
        }
    }
    QItemSelection selection;
    const int last = model_.columnCount() - 1;
    const auto end = selected.cend();
    for (auto begin = std::find(selected.cbegin(), end, 1); begin != end && selection.size() <= mostPieces;) {
        const auto stop = std::find(begin, end, 0);
        selection.append(QItemSelectionRange(model_.index(int(begin - selected.cbegin()), 0),
                                             model_.index(int(stop - selected.cbegin()) - 1, last)));
        begin = std::find(stop, end, 1);
    }
    if (selection.size() > mostPieces)
        selection.clear();
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void ObjectTable::setSort(const QByteArray& column, bool descending) {
    sort_ = column;
    descending_ = descending;
    header_->setSort(model_.sectionOf(column.toStdString()), descending);
}

void ObjectTable::setColumnShown(std::string_view column, bool shown) {
    const QByteArray id(column.data(), qsizetype(column.size()));
    if (shown)
        suppressed_.remove(id);
    else
        suppressed_.insert(id);
    fitColumns();
}

void ObjectTable::setStretch(std::string_view column) {
    stretch_ = model_.sectionOf(column);
    fitColumns();
}

/// Numbers are wanted largest first, texts from A to Z; a second click turns it round.
void ObjectTable::sortBy(int section) {
    const tables::Column& column = model_.column(section);
    const bool numbers = column.number != nullptr && column.kind != tables::CellKind::Health;
    const bool descending = sort_ == column.id ? !descending_ : numbers && firstSortDescending;
    setSort(column.id, descending);
    Q_EMIT sortWanted(sort_, descending_);
}

void ObjectTable::applied() {
    restoreSelection();
    if (!wanted_.isEmpty())
        showObject(QString(wanted_));
    const std::uint32_t pending = model_.order() ? model_.order()->pending : 0;
    moved_->setVisible(held_ && pending > 0);
    if (moved_->isVisible()) {
        moved_->setText(tr("%Ln moved", nullptr, int(pending)));
        moved_->adjustSize();
        moved_->move(viewport()->geometry().right() - moved_->width() - metrics::gap,
                     viewport()->geometry().bottom() - moved_->height() - metrics::gap);
    }
    // Rows moved under the cursor's object.
    delegate_->setCurrentRow(currentIndex().row());
    spanRows();
}

/// Bands run across all columns.
void ObjectTable::spanRows() {
    QSet<int> bands;
    if (model_.order() && !model_.order()->groups.isEmpty()) {
        // The band stands at the top; nothing below it spans.
        const int limit = std::min(model_.rowCount(), int(model_.order()->attention) + 2);
        for (int row = 0; row < limit; ++row) {
            if (model_.rowKind(row) == tables::RowKind::Band || model_.rowKind(row) == tables::RowKind::Gap)
                bands.insert(row);
        }
    }
    if (bands == spanned_)
        return;
    // Resets the height of the gap, wherever it has been moved to.
    verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    clearSpans();
    for (const int row : std::as_const(bands)) {
        setSpan(row, 0, 1, model_.columnCount());
        if (model_.rowKind(row) == tables::RowKind::Gap)
            setRowHeight(row, metrics::gapSmall);
    }
    spanned_ = bands;
}

int ObjectTable::preferredWidth(int section) const {
    const tables::Column& column = model_.column(section);
    const bool mono = column.kind == tables::CellKind::Identifier;
    const QFontMetrics metrics(theme::font(mono ? Text::MonoSmall : Text::Body));
    const QFontMetrics small(theme::font(Text::SmallStrong));
    const auto header = [&](int role) {
        return small.horizontalAdvance(model_.headerData(section, Qt::Horizontal, role).toString());
    };
    const int titles = std::max(header(Qt::DisplayRole) + 14, header(tables::UnitRole));
    const int cells = column.chars * metrics.averageCharWidth();
    return std::max(titles, cells) + 2 * metrics::gapSmall;
}

/// What is expendable goes first, then what is expendable later; the stretched column gets the rest.
void ObjectTable::fitColumns() {
    const int room = viewport()->width();
    if (room <= 0)
        return;
    std::vector<int> shown;
    int needed = 0;
    for (int i = 0; i < model_.columnCount(); ++i) {
        if (suppressed_.contains(model_.column(i).id))
            continue;
        shown.push_back(i);
        needed += preferredWidth(i);
    }
    for (int level = 1; level <= 5 && needed > room; ++level) {
        for (auto it = shown.end(); it != shown.begin() && needed > room;) {
            --it;
            if (model_.column(*it).expendable != level)
                continue;
            needed -= preferredWidth(*it);
            it = shown.erase(it);
        }
    }
    for (int i = 0; i < model_.columnCount(); ++i) {
        const bool visible = std::find(shown.begin(), shown.end(), i) != shown.end();
        setColumnHidden(i, !visible);
        if (visible)
            setColumnWidth(i, preferredWidth(i));
    }
    const int filler = stretch_ >= 0 && !isColumnHidden(stretch_) ? stretch_ : shown.empty() ? -1 : shown.back();
    if (filler < 0)
        return;
    setColumnWidth(filler, std::max(preferredWidth(filler) + room - needed, narrowest));
    // Rather shorter texts than a table that scrolls sideways.
    int over = needed - room - (preferredWidth(filler) - columnWidth(filler));
    for (const int section : shown) {
        const tables::CellKind kind = model_.column(section).kind;
        const bool text =
            kind == tables::CellKind::Text || kind == tables::CellKind::Identifier || kind == tables::CellKind::State;
        if (over <= 0 || section == filler || !text)
            continue;
        const int less = std::min(over, columnWidth(section) / 3);
        setColumnWidth(section, columnWidth(section) - less);
        over -= less;
    }
}

void ObjectTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitColumns();
}

void ObjectTable::updateHold() {
    const bool held = pointed_ || keyed_.isActive();
    if (held == held_)
        return;
    held_ = held;
    if (!held)
        moved_->hide();
    Q_EMIT holdChanged(held);
}

void ObjectTable::enterEvent(QEnterEvent* event) {
    QTableView::enterEvent(event);
    pointed_ = true;
    updateHold();
}

void ObjectTable::leaveEvent(QEvent* event) {
    QTableView::leaveEvent(event);
    pointed_ = false;
    hover(-1);
    updateHold();
}

void ObjectTable::timerEvent(QTimerEvent* event) {
    if (event->timerId() != keyed_.timerId()) {
        QTableView::timerEvent(event);
        return;
    }
    keyed_.stop();
    updateHold();
}

bool ObjectTable::toggleGroup(int row, bool open) {
    if (model_.rowKind(row) != tables::RowKind::Group || model_.group(row)->expanded == open)
        return false;
    Q_EMIT expandWanted(model_.objectId(row), open);
    return true;
}

void ObjectTable::openRow(int row) {
    if (model_.rowKind(row) == tables::RowKind::Group)
        toggleGroup(row, !model_.group(row)->expanded);
    else if (const QString id = model_.objectId(row); !id.isEmpty())
        Q_EMIT opened(id);
}

void ObjectTable::keyPressEvent(QKeyEvent* event) {
    const int row = currentIndex().row();
    keyed_.start(keyHoldMs, this);
    updateHold();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        openRow(row);
        return;
    case Qt::Key_Space:
        if (event->modifiers() & Qt::ControlModifier)
            model_.setData(model_.index(row, 0),
                           !model_.ticked().contains(model_.objectId(row)) ? Qt::Checked : Qt::Unchecked,
                           Qt::CheckStateRole);
        else if (const QString id = model_.objectId(row); !id.isEmpty())
            Q_EMIT previewWanted(id);
        return;
    case Qt::Key_Right:
    case Qt::Key_Left:
        if (row >= 0 && toggleGroup(row, event->key() == Qt::Key_Right))
            return;
        break;
    case Qt::Key_Escape:
        event->ignore();
        return;
    default:
        break;
    }
    QTableView::keyPressEvent(event);
}

void ObjectTable::mousePressEvent(QMouseEvent* event) {
    const QModelIndex at = indexAt(event->pos());
    if (at.isValid() && at.column() == 0 && event->button() == Qt::LeftButton) {
        const QRect cell = visualRect(at);
        if (delegate_->isOnTick(cell, event->pos()) && model_.rowKind(at.row()) == tables::RowKind::Object) {
            const bool ticked = at.data(Qt::CheckStateRole).toInt() == Qt::Checked;
            model_.setTicked(at.row(), !ticked);
            return;
        }
        if (delegate_->isOnArrow(cell, event->pos(), at) && toggleGroup(at.row(), !model_.group(at.row())->expanded))
            return;
    }
    QTableView::mousePressEvent(event);
}

void ObjectTable::mouseMoveEvent(QMouseEvent* event) {
    QTableView::mouseMoveEvent(event);
    hover(indexAt(event->pos()).row());
}

bool ObjectTable::event(QEvent* event) {
    if (event->type() == QEvent::ParentAboutToChange && parentWidget())
        parentWidget()->removeEventFilter(this);
    else if (event->type() == QEvent::ParentChange && parentWidget())
        parentWidget()->installEventFilter(this);
    return QTableView::event(event);
}

bool ObjectTable::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && (event->type() == QEvent::Show || event->type() == QEvent::Hide))
        Q_EMIT shownChanged(event->type() == QEvent::Show);
    return QTableView::eventFilter(watched, event);
}

void ObjectTable::hover(int row) {
    delegate_->setHoveredRow(row);
    viewport()->update();
}

void ObjectTable::setLetters(const QHash<QString, int>& letters) {
    delegate_->setLetters(letters);
    viewport()->update();
}

void ObjectTable::setTicks(bool on) {
    delegate_->setTicks(on);
    model_.setTickable(on);
}

void ObjectTable::mouseDoubleClickEvent(QMouseEvent* event) {
    const QModelIndex at = indexAt(event->pos());
    if (at.isValid() && event->button() == Qt::LeftButton)
        openRow(at.row());
}

void ObjectTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    delegate_->setCurrentRow(current.row());
    viewport()->update();
    Q_EMIT currentChangedTo(model_.objectId(current.row()));
}

void ObjectTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionChangedTo(selectedCount());
}

} // namespace mesoscope::widgets
