#include "widgets/map/map_view.h"

#include "widgets/map/hover_card.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/look.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/theme_controller.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QVariantAnimation>

#include <algorithm>
#include <cmath>

namespace mesoscope::widgets {

using cluster::noSlot;
using cluster::Slot;
using map_text::Part;
using tables::noCell;

namespace {

constexpr double marginX = 16;
constexpr double marginTop = 8;
constexpr double marginBottom = 6;
constexpr double titleFrom = 13;  ///< height from which a title can be read
constexpr double largeCell = 150; ///< side length at which zooming into an agent ends
constexpr double dragFrom = 4;

} // namespace

MapView::MapView(QWidget* parent)
    : QWidget(parent), card_(new HoverCard(this)), animation_(new QVariantAnimation(this)) {
    setObjectName(QStringLiteral("mapView"));
    setAccessibleName(tr("Cluster map"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    animation_->setDuration(150);
    animation_->setEasingCurve(QEasingCurve::OutCubic);
    animation_->setStartValue(0.0);
    animation_->setEndValue(1.0);
    connect(animation_, &QVariantAnimation::valueChanged, this, [this](const QVariant& v) {
        const double f = v.toDouble();
        // Straight in what is seen: the visible part shrinks and moves evenly.
        MapTransform t;
        t.scale = 1 / ((1 - f) / from_.scale + f / to_.scale);
        const QPointF a = from_.toLayout(QPointF(0, 0));
        const QPointF b = to_.toLayout(QPointF(0, 0));
        t.offset = -(a * (1 - f) + b * f) * t.scale;
        setTransform(f >= 1 ? to_ : t);
    });
    applyColours();
    renderer_.setTransform(home());
}

QSizeF MapView::layoutSize() const {
    return {std::max(0.0, width() - 2 * marginX), std::max(0.0, height() - marginTop - marginBottom)};
}

MapTransform MapView::home() const {
    return {1, QPointF(marginX, marginTop)};
}

void MapView::applyColours() {
    const tables::MapMeasure measure = picture() ? picture()->query.measure : tables::MapMeasure::CpuAllocated;
    renderer_.setColours(MapColours::of(theme::of(this), measure));
    update();
}

void MapView::setPicture(tables::MapPicturePtr next) {
    const tables::MapPicturePtr before = picture();
    const bool otherMeasure = !before || !next || before->query.measure != next->query.measure;
    const bool otherLayout = !before || !next || before->layout != next->layout;
    QRegion dirty = renderer_.setPicture(std::move(next));
    if (otherMeasure)
        applyColours();
    if (otherLayout) {
        setTransform(zoom() <= 1 ? home() : clamped(renderer_.transform()));
        makeTitles();
        update();
    } else {
        dirty += refreshTitles();
    }
    keepSelection(before);
    update(dirty);
    if (card_->isVisible() && hovered_ != noSlot)
        showCard(hovered_);
}

void MapView::makeTitles() {
    boxTitles_.clear();
    bandTitles_.clear();
    if (picture())
        refreshTitles();
}

namespace {
bool allLost(const tables::MapGroup& group) {
    return group.sums.agents > 0 && group.sums.lost == group.sums.agents;
}
} // namespace

/// Texts are made when sums change, not when they are painted.
QRegion MapView::refreshTitles() {
    const tables::MapPicture& p = *picture();
    const QStringList& by = p.query.groupBy;
    QRegion dirty;
    const auto put = [&](std::vector<Title>& titles, std::size_t i, Title title, const QRectF& bar) {
        if (i >= titles.size())
            titles.resize(i + 1);
        if (titles[i] == title)
            return;
        titles[i] = std::move(title);
        dirty += renderer_.transform().toView(bar).toAlignedRect().adjusted(0, -16, 0, 0);
    };
    for (std::size_t b = 0; b < p.layout->bands.size(); ++b) {
        const tables::MapBand& band = p.layout->bands[b];
        tables::MapSums sums;
        for (std::uint32_t i = 0; i < band.boxes; ++i) {
            const tables::MapGroup& group = p.groups[band.firstBox + i];
            sums += group.sums;
            put(boxTitles_, band.firstBox + i,
                {by.isEmpty() ? QString() : map_text::groupName(by.last(), group.inner, allLost(group)),
                 map_text::boxSummary(group, p.query.measure, p.snapshot->atMs), MapRenderer::isLostGroup(group)},
                p.layout->boxes[band.firstBox + i].titleBar);
        }
        if (by.size() > 1)
            put(bandTitles_, b,
                {map_text::groupName(by.first(), band.title, sums.lost == sums.agents),
                 map_text::bandSummary(sums, p.query.measure), false},
                band.titleBar);
    }
    return dirty;
}

/// Slots are used again when their agent is gone: what was selected is followed by its id.
void MapView::keepSelection(const tables::MapPicturePtr& before) {
    if (!picture()) {
        selected_.clear();
        selectedIds_.clear();
        current_ = noSlot;
        return;
    }
    const cluster::Snapshot& s = *picture()->snapshot;
    const bool samePool = before && before->snapshot->strings == s.strings;
    std::vector<Slot> kept;
    std::vector<base::StringId> ids;
    const auto follow = [&](Slot slot, base::StringId id) {
        if (samePool)
            return slot < s.agents.size() && s.agents[slot].id == id ? slot : noSlot;
        return before ? s.findAgent(before->snapshot->view(id)) : noSlot;
    };
    for (std::size_t i = 0; i < selected_.size(); ++i) {
        const Slot slot = follow(selected_[i], selectedIds_[i]);
        if (slot == noSlot)
            continue;
        kept.push_back(slot);
        ids.push_back(s.agents[slot].id);
    }
    if (current_ != noSlot)
        current_ = follow(current_, currentId_);
    currentId_ = current_ == noSlot ? 0 : s.agents[current_].id;
    const bool changed = kept != selected_;
    selected_ = std::move(kept);
    selectedIds_ = std::move(ids);
    if (changed)
        selectionMoved();
    if (hasFocus() && current_ != noSlot && describe(current_) != accessibleDescription())
        setAccessibleDescription(describe(current_));
}

// ---- looking around ------------------------------------------------------------------------------------------------

MapTransform MapView::clamped(MapTransform t) const {
    t.scale = std::max(1.0, t.scale);
    if (!picture())
        return home();
    const double smallest = std::max(0.5, picture()->layout->smallestCell);
    t.scale = std::min(t.scale, std::max(1.0, 2 * largeCell / smallest));
    const QSizeF content = picture()->layout->viewport * t.scale;
    const auto limit = [](double offset, double before, double after, double size, double view) {
        const double least = view - after - size;
        return least >= before ? before : std::clamp(offset, least, before);
    };
    // Whole pixels: cells keep their widths while the map moves.
    t.offset = {std::round(limit(t.offset.x(), marginX, marginX, content.width(), width())),
                std::round(limit(t.offset.y(), marginTop, marginBottom, content.height(), height()))};
    return t;
}

void MapView::setTransform(const MapTransform& transform) {
    if (transform == renderer_.transform())
        return;
    const bool zoomed = transform.scale != zoom();
    renderer_.setTransform(transform);
    card_->hide();
    cardPinned_ = false;
    update();
    if (zoomed)
        Q_EMIT zoomChanged();
}

void MapView::moveTo(const MapTransform& target, bool animated) {
    animation_->stop();
    to_ = clamped(target);
    from_ = renderer_.transform();
    if (!animated || reducedMotion() || !isVisible()) {
        setTransform(to_);
        return;
    }
    animation_->start();
}

void MapView::zoomAt(QPointF point, double factor) {
    const bool moving = animation_->state() == QAbstractAnimation::Running;
    MapTransform t = moving ? to_ : renderer_.transform();
    const QPointF fixed = t.toLayout(point);
    t.scale *= factor;
    t = clamped({t.scale, point - fixed * t.scale});
    t.offset = point - fixed * t.scale;
    moveTo(t, true);
}

MapTransform MapView::showing(const QRectF& area, double largest) const {
    const double scale =
        std::min({(width() - 2 * marginX) / area.width(), (height() - 2 * marginX) / area.height(), largest});
    return {scale, QPointF(width() / 2.0, height() / 2.0) - area.center() * scale};
}

void MapView::zoomToBox(int box) {
    if (picture() && box >= 0 && box < int(picture()->layout->boxes.size())) {
        const tables::MapBox& b = picture()->layout->boxes[std::size_t(box)];
        moveTo(showing(b.frame.united(b.titleBar), 100), true);
    }
}

void MapView::zoomToAgent(Slot agent) {
    const std::uint32_t cell = picture() ? picture()->layout->cellOfAgent(agent) : noCell;
    if (cell == noCell)
        return;
    const QRectF rect = picture()->layout->cells[cell].rect();
    moveTo(showing(rect, largeCell / std::min(rect.width(), rect.height())), true);
}

void MapView::showAll() {
    moveTo(home(), true);
}

void MapView::jumpTo(double scale, QPointF centre) {
    animation_->stop();
    setTransform(clamped({scale, QPointF(width() / 2.0, height() / 2.0) - centre * scale}));
}

void MapView::scrollBy(QPointF pixels) {
    animation_->stop();
    setTransform(clamped({zoom(), renderer_.transform().offset + pixels}));
}

void MapView::scrollTo(Slot agent) {
    const QRectF cell = cellRect(agent);
    if (cell.isEmpty())
        return;
    MapTransform t = renderer_.transform();
    const QRectF view = QRectF(rect()).adjusted(marginX, marginX, -marginX, -marginX);
    if (cell.left() < view.left())
        t.offset.rx() += view.left() - cell.left();
    else if (cell.right() > view.right())
        t.offset.rx() -= cell.right() - view.right();
    if (cell.top() < view.top())
        t.offset.ry() += view.top() - cell.top();
    else if (cell.bottom() > view.bottom())
        t.offset.ry() -= cell.bottom() - view.bottom();
    if (zoom() > 1)
        moveTo(t, true);
}

// ---- finding and selecting -----------------------------------------------------------------------------------------

Slot MapView::agentAt(QPointF point) const {
    if (!picture())
        return noSlot;
    const std::uint32_t cell = picture()->layout->cellAt(renderer_.transform().toLayout(point));
    return cell == noCell ? noSlot : picture()->layout->cells[cell].agent;
}

QRectF MapView::cellRect(Slot agent) const {
    const std::uint32_t cell = picture() ? picture()->layout->cellOfAgent(agent) : noCell;
    return cell == noCell ? QRectF() : renderer_.cellInView(cell);
}

void MapView::setCurrentAgent(Slot agent) {
    if (!picture() || agent == current_)
        return;
    update(cellRect(current_).toAlignedRect().adjusted(-4, -4, 4, 4));
    current_ = agent;
    currentId_ = agent == noSlot ? 0 : picture()->snapshot->agents[agent].id;
    update(cellRect(current_).toAlignedRect().adjusted(-4, -4, 4, 4));
    setAccessibleDescription(agent == noSlot ? QString() : describe(agent));
    Q_EMIT currentChanged();
}

void MapView::select(std::vector<Slot> agents) {
    if (!picture())
        return;
    std::sort(agents.begin(), agents.end());
    boxSelected_ = false;
    selected_ = std::move(agents);
    selectedIds_.clear();
    for (const Slot s : selected_)
        selectedIds_.push_back(picture()->snapshot->agents[s].id);
    selectionMoved();
}

void MapView::selectionMoved() {
    const QRegion dirty = renderer_.setSelected(selected_);
    if (!dirty.isNull())
        update(dirty);
    Q_EMIT selectionChanged();
}

int MapView::selectedBox() const {
    if (!boxSelected_ || !picture())
        return -1;
    for (std::size_t i = 0; i < picture()->groups.size(); ++i) {
        if (picture()->groups[i].outer == boxOuter_ && picture()->groups[i].inner == boxInner_)
            return int(i);
    }
    return -1;
}

void MapView::selectBox(int box) {
    if (!picture() || box < 0 || box >= int(picture()->groups.size()))
        return;
    selected_.clear();
    selectedIds_.clear();
    boxSelected_ = true;
    boxOuter_ = picture()->groups[std::size_t(box)].outer;
    boxInner_ = picture()->groups[std::size_t(box)].inner;
    selectionMoved();
    update();
}

void MapView::clearSelection() {
    const bool had = boxSelected_ || !selected_.empty();
    boxSelected_ = false;
    selected_.clear();
    selectedIds_.clear();
    if (had)
        selectionMoved();
    update();
}

void MapView::clickAt(QPointF point, Qt::KeyboardModifiers modifiers) {
    const Slot agent = agentAt(point);
    if (agent == noSlot) {
        if (const int box = titleAt(point); box >= 0)
            selectBox(box);
        else
            clearSelection();
        return;
    }
    setCurrentAgent(agent);
    if (!(modifiers & Qt::ControlModifier)) {
        select({agent});
        return;
    }
    std::vector<Slot> agents = selected_;
    const auto known = std::find(agents.begin(), agents.end(), agent);
    if (known == agents.end())
        agents.push_back(agent);
    else
        agents.erase(known);
    select(std::move(agents));
}

void MapView::finishLasso(bool add) {
    const QRectF area = renderer_.transform().toLayout(QRectF(pressed_, dragged_).normalized());
    std::vector<std::uint32_t> cells;
    for (const tables::MapBox& box : picture()->layout->boxes)
        picture()->layout->cellsIn(box, area, cells);
    std::vector<Slot> agents;
    if (add)
        agents = selected_;
    for (const std::uint32_t c : cells)
        agents.push_back(picture()->layout->cells[c].agent);
    std::sort(agents.begin(), agents.end());
    agents.erase(std::unique(agents.begin(), agents.end()), agents.end());
    select(std::move(agents));
}

int MapView::titleAt(QPointF point) const {
    if (!picture())
        return -1;
    const auto& boxes = picture()->layout->boxes;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const QRectF bar = renderer_.transform().toView(boxes[i].titleBar);
        if (bar.height() >= titleFrom && bar.contains(point))
            return int(i);
    }
    return -1;
}

// ---- mouse ---------------------------------------------------------------------------------------------------------

void MapView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return QWidget::mousePressEvent(event);
    animation_->stop();
    pressed_ = dragged_ = event->position();
    dragStart_ = renderer_.transform();
    const bool pan = event->button() == Qt::MiddleButton || spaceHeld_;
    drag_ = pan ? Drag::Pan : Drag::Press;
    spaceUsed_ |= spaceHeld_;
    setFocus(Qt::MouseFocusReason);
}

void MapView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF point = event->position();
    if (drag_ == Drag::None)
        return updateHover(point);
    if (drag_ == Drag::Press && (point - pressed_).manhattanLength() >= dragFrom) {
        // At zoom 1 there is nowhere to pan to: a drag draws the lasso.
        const bool lasso = zoom() <= 1 || (event->modifiers() & Qt::ShiftModifier);
        drag_ = lasso ? Drag::Lasso : Drag::Pan;
        card_->hide();
        setCursor(lasso ? Qt::CrossCursor : Qt::ClosedHandCursor);
    }
    if (drag_ == Drag::Pan)
        setTransform(clamped({dragStart_.scale, dragStart_.offset + point - pressed_}));
    if (drag_ == Drag::Lasso) {
        const QRectF was = QRectF(pressed_, dragged_).normalized();
        dragged_ = point;
        update(was.united(QRectF(pressed_, dragged_).normalized()).toAlignedRect().adjusted(-2, -2, 2, 2));
    }
}

void MapView::mouseReleaseEvent(QMouseEvent* event) {
    const Drag drag = std::exchange(drag_, Drag::None);
    unsetCursor();
    if (!picture())
        return;
    if (drag == Drag::Press && event->button() == Qt::LeftButton)
        clickAt(event->position(), event->modifiers());
    if (drag == Drag::Lasso) {
        dragged_ = event->position();
        finishLasso(event->modifiers() & Qt::ControlModifier);
        update();
    }
}

void MapView::mouseDoubleClickEvent(QMouseEvent* event) {
    const Slot agent = agentAt(event->position());
    drag_ = Drag::None;
    if (agent == noSlot) {
        const int box = picture() ? picture()->layout->boxAt(renderer_.transform().toLayout(event->position())) : -1;
        return box >= 0 ? zoomToBox(box) : showAll();
    }
    const QRectF cell = cellRect(agent);
    if (std::min(cell.width(), cell.height()) > largeCell * 0.8)
        Q_EMIT activated(agent);
    else
        zoomToAgent(agent);
}

void MapView::wheelEvent(QWheelEvent* event) {
    if (event->modifiers() & (Qt::ShiftModifier | Qt::AltModifier)) {
        const QPointF by =
            event->pixelDelta().isNull() ? QPointF(event->angleDelta()) / 2 : QPointF(event->pixelDelta());
        scrollBy(by);
    } else {
        zoomAt(event->position(), std::pow(1.3, event->angleDelta().y() / 120.0));
    }
    event->accept();
}

Slot MapView::taskAt(Slot agent, QPointF point) const {
    const std::uint32_t cell = picture()->layout->cellOfAgent(agent);
    const int index = cell == noCell ? -1 : renderer_.taskAt(cell, point);
    if (index < 0)
        return noSlot;
    const std::vector<Slot> tasks = tables::tasksInOrder(*picture()->snapshot, picture()->snapshot->agents[agent]);
    return index < int(tasks.size()) ? tasks[std::size_t(index)] : noSlot;
}

void MapView::updateHover(QPointF point) {
    const Slot agent = agentAt(point);
    const Slot task = agent == noSlot ? noSlot : taskAt(agent, point);
    if (agent == hovered_ && task == hoveredTask_ && (card_->isVisible() || agent == noSlot))
        return;
    hovered_ = agent;
    hoveredTask_ = task;
    cardPinned_ = false;
    if (agent == noSlot)
        card_->hide();
    else
        showCard(agent);
    setCursor(agent == noSlot && titleAt(point) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void MapView::showCard(Slot agent) {
    const bool known =
        picture() && agent < picture()->snapshot->agents.size() && picture()->snapshot->agents[agent].id != 0;
    if (!known)
        return card_->hide();
    if (agent != hovered_)
        hoveredTask_ = noSlot;
    hovered_ = agent;
    const cluster::Snapshot& s = *picture()->snapshot;
    const bool task =
        hoveredTask_ < s.tasks.size() && s.tasks[hoveredTask_].agent == agent && s.tasks[hoveredTask_].live();
    card_->showBeside(cellRect(agent).toAlignedRect() & rect(), task ? taskContent(hoveredTask_) : hoverContent(agent));
}

void MapView::leaveEvent(QEvent*) {
    if (!cardPinned_) {
        hovered_ = noSlot;
        card_->hide();
    }
}

// ---- keyboard ------------------------------------------------------------------------------------------------------

void MapView::keyPressEvent(QKeyEvent* event) {
    if (!picture())
        return QWidget::keyPressEvent(event);
    if (event->key() == Qt::Key_Space) {
        if (!event->isAutoRepeat()) {
            spaceHeld_ = true;
            spaceUsed_ = false;
        }
        return;
    }
    if (handleZoomKey(event->key()) || handleArrow(*event))
        return;
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && current_ != noSlot) {
        select({current_});
        Q_EMIT activated(current_);
        return;
    }
    if (event->key() == Qt::Key_Escape && stepBack())
        return;
    QWidget::keyPressEvent(event);
}

void MapView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space || event->isAutoRepeat())
        return QWidget::keyReleaseEvent(event);
    spaceHeld_ = false;
    if (spaceUsed_ || current_ == noSlot)
        return;
    // Space alone previews the current cell; held while dragging it moved the map.
    cardPinned_ = !(card_->isVisible() && cardPinned_);
    if (cardPinned_)
        showCard(current_);
    else
        card_->hide();
}

bool MapView::handleZoomKey(int key) {
    const QPointF middle = current_ != noSlot && QRectF(rect()).intersects(cellRect(current_))
                               ? cellRect(current_).center()
                               : QRectF(rect()).center();
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomAt(middle, 1.5);
        return true;
    case Qt::Key_Minus:
        zoomAt(middle, 1 / 1.5);
        return true;
    case Qt::Key_0:
        showAll();
        return true;
    default:
        return false;
    }
}

bool MapView::handleArrow(const QKeyEvent& event) {
    const int key = event.key();
    const int dx = key == Qt::Key_Left ? -1 : key == Qt::Key_Right ? 1 : 0;
    const int dy = key == Qt::Key_Up ? -1 : key == Qt::Key_Down ? 1 : 0;
    if (dx == 0 && dy == 0)
        return false;
    if (event.modifiers() & Qt::ControlModifier)
        moveTo({zoom(), renderer_.transform().offset - QPointF(dx, dy) * 120}, true);
    else
        moveCurrent(dx, dy);
    return true;
}

void MapView::moveCurrent(int dx, int dy) {
    const tables::MapLayout& layout = *picture()->layout;
    if (layout.cells.empty())
        return;
    const std::uint32_t cell = layout.cellOfAgent(current_);
    const std::uint32_t next = cell == noCell ? 0 : layout.neighbour(cell, dx, dy);
    setCurrentAgent(layout.cells[next].agent);
    select({current_});
    scrollTo(current_);
    if (cardPinned_)
        showCard(current_);
}

bool MapView::stepBack() {
    if (drag_ != Drag::None) {
        drag_ = Drag::None;
        unsetCursor();
        update();
        return true;
    }
    if (card_->isVisible() && cardPinned_) {
        cardPinned_ = false;
        card_->hide();
        return true;
    }
    if (boxSelected_ || !selected_.empty()) {
        clearSelection();
        return true;
    }
    if (zoom() > 1) {
        showAll();
        return true;
    }
    return false;
}

// ---- words ---------------------------------------------------------------------------------------------------------

namespace {

/// "rack b2, switch sw-b2-1": attributes that an agent shares with all other lost agents that share any.
std::pair<int, QString> sharedWithLost(const tables::MapPicture& p, Slot agent) {
    const cluster::Snapshot& s = *p.snapshot;
    int others = 0;
    QStringList names;
    auto attributes = s.attributes(s.agents[agent]);
    std::reverse(attributes.begin(), attributes.end()); // the narrowest usually stands last
    for (const auto& [name, value] : attributes) {
        int count = 0;
        for (const Slot lost : p.lost)
            count += lost != agent && s.attribute(s.agents[lost], name) == value ? 1 : 0;
        if (count == 0 || count < others)
            continue;
        others = count;
        if (names.size() < 2)
            names.prepend(map_text::groupName(QString::fromUtf8(name.data(), qsizetype(name.size())),
                                              QString::fromUtf8(value.data(), qsizetype(value.size()))));
    }
    return {others, map_text::enumeration(names)};
}

} // namespace

HoverContent MapView::hoverContent(Slot agent) const {
    const cluster::Snapshot& s = *picture()->snapshot;
    const cluster::AgentRow& row = s.agents[agent];
    const Look look = lookOf(row.state);
    HoverContent c;
    c.title = s.text(row.hostname);
    const bool plain = row.state == cluster::AgentState::Active;
    c.tone = plain ? Tone::Secondary : look.tone;
    c.state = plain || row.stateSinceMs == 0 ? look.word
                                             : look.word + QLatin1Char(' ') + map_text::age(s.atMs - row.stateSinceMs);
    const bool lost = cluster::isLost(row.state);
    const QString tasks = map_text::number(row.tasks);
    c.rows.append({tr("tasks"), lost                ? tr("%1 (last seen running)").arg(tasks)
                                : row.unhealthy > 0 ? tr("%1, %Ln unhealthy", nullptr, int(row.unhealthy)).arg(tasks)
                                                    : tasks});
    c.rows.append({tr("cpu allocated / total"),
                   map_text::decimal(row.allocated.cpus) + QLatin1String(" / ") + map_text::decimal(row.total.cpus)});
    c.rows.append({tr("memory allocated / total"), map_text::memory(row.allocated.mem, row.total.mem)});
    if (row.total.gpus > 0)
        c.rows.append({tr("gpu allocated / total"), map_text::decimal(row.allocated.gpus) + QLatin1String(" / ") +
                                                        map_text::decimal(row.total.gpus)});
    const tables::AgentLook& seen = picture()->looks[agent];
    if (seen.highlighted > 0)
        c.rows.append(
            {tr("of %1").arg(picture()->query.filter.app), tr("%Ln instance(s)", nullptr, int(seen.highlighted))});
    if (lost) {
        if (const auto [others, names] = sharedWithLost(*picture(), agent); others > 0)
            c.rows.append({tr("shared with %Ln other(s)", nullptr, others), names});
    }
    return c;
}

HoverContent MapView::taskContent(Slot task) const {
    const cluster::Snapshot& s = *picture()->snapshot;
    const cluster::TaskRow& row = s.tasks[task];
    const Look look = lookOf(row.state, row.health);
    HoverContent c;
    c.title = row.app != 0 ? s.text(row.app) : s.text(row.name);
    c.state = row.startedMs > 0 ? look.word + QLatin1Char(' ') + map_text::age(s.atMs - row.startedMs) : look.word;
    c.tone = look.tone;
    c.rows.append({tr("task"), s.text(row.id)});
    c.rows.append({tr("on"), s.text(s.agents[row.agent].hostname)});
    c.rows.append({tr("cpu, memory"),
                   map_text::decimal(double(row.cpus)) + QLatin1String(", ") + map_text::memory(double(row.mem))});
    if (row.ports != 0)
        c.rows.append({tr("ports"), s.text(row.ports)});
    if (row.message != 0)
        c.rows.append({tr("message"), s.text(row.message)});
    return c;
}

QString MapView::describe(Slot agent) const {
    const HoverContent c = hoverContent(agent);
    QStringList words{c.title, c.state};
    for (const auto& [label, value] : c.rows)
        words.append(label + QLatin1Char(' ') + value);
    return words.join(QLatin1String(", "));
}

// ---- painting ------------------------------------------------------------------------------------------------------

void MapView::resizeEvent(QResizeEvent*) {
    renderer_.setViewport(size(), devicePixelRatioF());
    setTransform(zoom() <= 1 ? home() : clamped(renderer_.transform()));
    card_->hide();
    Q_EMIT layoutSizeChanged(layoutSize());
}

void MapView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        applyColours();
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Cluster map"));
        makeTitles();
        update();
    }
    QWidget::changeEvent(event);
}

void MapView::focusInEvent(QFocusEvent* event) {
    const bool keyboard = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (keyboard && current_ == noSlot && picture() && !picture()->layout->cells.empty())
        setCurrentAgent(selected_.empty() ? picture()->layout->cells.front().agent : selected_.front());
    update();
}

void MapView::focusOutEvent(QFocusEvent*) {
    spaceHeld_ = false;
    update();
}

void MapView::paintEvent(QPaintEvent* event) {
    if (renderer_.image().devicePixelRatio() != devicePixelRatioF())
        renderer_.setViewport(size(), devicePixelRatioF()); // moved to another screen
    renderer_.flush();
    QPainter painter(this);
    const double ratio = renderer_.image().devicePixelRatio();
    for (const QRect& part : event->region())
        painter.drawImage(QRectF(part), renderer_.image(),
                          QRectF(QPointF(part.topLeft()) * ratio, QSizeF(part.size()) * ratio));
    if (!picture() || picture()->layout->cells.empty())
        return paintNothing(painter);
    paintTitles(painter, event->region());
    paintNames(painter, event->region());
    paintCurrent(painter);
    paintLasso(painter);
}

void MapView::paintNothing(QPainter& painter) {
    const Theme& t = theme::of(this);
    painter.setPen(t.secondary);
    painter.setFont(theme::font(Text::Body));
    const bool known = picture() && picture()->snapshot->masterComplete;
    painter.drawText(rect(), Qt::AlignCenter,
                     known ? tr("The master has no agents.") : tr("Waiting for the master's first answer."));
}

double MapView::titleRoom(const QRectF& bar) const {
    return std::min<double>(bar.right(), width()) - std::max(0.0, bar.left());
}

void MapView::paintTitles(QPainter& painter, const QRegion& region) {
    const tables::MapLayout& layout = *picture()->layout;
    const MapTransform& t = renderer_.transform();
    for (std::size_t b = 0; b < layout.bands.size() && b < bandTitles_.size(); ++b) {
        const QRectF bar = t.toView(layout.bands[b].titleBar);
        if (bar.height() >= titleFrom && region.intersects(bar.toAlignedRect()))
            paintTitle(painter, bar, bandTitles_[b], true);
    }
    for (std::size_t b = 0; b < layout.boxes.size() && b < boxTitles_.size(); ++b) {
        const QRectF bar = t.toView(layout.boxes[b].titleBar);
        if (bar.height() >= titleFrom && titleRoom(bar) > 40 && region.intersects(bar.toAlignedRect()))
            paintTitle(painter, bar.adjusted(8, 0, -8, 0), boxTitles_[b], false);
        if (const QRectF frame = t.toView(layout.boxes[b].frame);
            bar.bottom() < 4 && frame.bottom() > 44 && frame.right() > 60)
            paintStickyTitle(painter, frame, boxTitles_[b]);
        if (boxTitles_[b].lost && region.intersects(t.toView(layout.boxes[b].frame).toAlignedRect()))
            paintLostLabel(painter, b);
    }
    if (const int box = selectedBox(); box >= 0) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        paintOutline(painter, t.toView(layout.boxes[std::size_t(box)].frame), theme::of(this).accent, 2, 0);
    }
}

void MapView::paintTitle(QPainter& painter, const QRectF& bar, const Title& title, bool strong) {
    const Theme& t = theme::of(this);
    QRectF row = bar;
    row.setLeft(std::max(bar.left(), zoom() > 1 ? 8.0 : bar.left())); // the name stays in sight while its box is panned
    row.setTop(std::max(bar.bottom() - 22, bar.top()));
    using Fit = TextShaper::Fit;
    painter.setPen(t.text);
    const Text strength = strong ? Text::Strong : Text::SmallStrong;
    row.setLeft(row.left() + shaper_.draw(painter, row, strength, Fit::ElideRight, Qt::AlignLeft, title.name) + 10);
    const auto width = [this](const QString& text) { return shaper_.width(Text::Small, Fit::ElideRight, text); };
    // Troubles first claim their room; what is left of the rest is shown from the left.
    double needed = 0;
    for (const Part& p : title.parts)
        needed += width(p.text) + 12;
    const QString dot = QStringLiteral(" · ");
    bool first = true;
    for (const Part& part : title.parts) {
        const bool calm = part.tone == Tone::Secondary;
        if (calm && needed > row.width() && &part != &title.parts.last()) {
            needed -= width(part.text) + 12;
            continue;
        }
        const QString text = first ? part.text : dot + part.text;
        first = false;
        if (row.width() < 24)
            return;
        painter.setPen(t.tone(part.tone));
        shaper_.draw(painter, row, Text::Small, Fit::ElideRight, Qt::AlignLeft, text);
        row.setLeft(row.left() + width(text));
    }
}

/// Zoomed in, the group's name stays at the top edge while its cells are looked at.
void MapView::paintStickyTitle(QPainter& painter, const QRectF& frame, const Title& title) {
    const QRectF bar(std::max(0.0, frame.left()), 0,
                     std::min<double>(frame.right(), width()) - std::max(0.0, frame.left()), 24);
    if (bar.width() < 80 || title.name.isEmpty())
        return;
    painter.fillRect(bar, theme::of(this).window);
    painter.fillRect(QRectF(bar.left(), bar.bottom() - 1, bar.width(), 1), theme::of(this).line);
    paintTitle(painter, bar.adjusted(8, 0, -8, -1), title, false);
}

/// One label instead of hundreds of hatched cells.
void MapView::paintLostLabel(QPainter& painter, std::size_t box) {
    const Theme& t = theme::of(this);
    const QRectF frame = renderer_.transform().toView(picture()->layout->boxes[box].frame);
    const tables::MapSums& sums = picture()->groups[box].sums;
    const QString lost = tr("%Ln lost", "agents", int(sums.lost));
    const QString tasks = tr("%Ln task(s)", nullptr, int(sums.tasksLost));
    const QFontMetricsF strong(theme::font(Text::SmallStrong));
    const QFontMetricsF small(theme::font(Text::Small));
    const double width = std::max(strong.horizontalAdvance(lost), small.horizontalAdvance(tasks)) + 16;
    if (width > frame.width() + 40 || frame.height() < 44)
        return;
    QRectF plate(0, 0, width, 40);
    plate.moveCenter(frame.intersected(QRectF(rect())).center());
    painter.fillRect(plate, t.window);
    paintOutline(painter, plate, t.bad);
    painter.setFont(theme::font(Text::SmallStrong));
    painter.setPen(t.bad);
    painter.drawText(plate.adjusted(0, 3, 0, -20), Qt::AlignCenter, lost);
    painter.setFont(theme::font(Text::Small));
    painter.setPen(t.secondary);
    painter.drawText(plate.adjusted(0, 20, 0, -3), Qt::AlignCenter, tasks);
}

/// Large cells carry their host's name; as many as fit on the screen, never more.
void MapView::paintNames(QPainter& painter, const QRegion& region) {
    const tables::MapLayout& layout = *picture()->layout;
    if (layout.smallestCell * zoom() < 3 * MapRenderer::nameHeight)
        return;
    const Theme& t = theme::of(this);
    const cluster::Snapshot& s = *picture()->snapshot;
    const QFont font = theme::font(Text::Small);
    painter.setFont(font);
    std::vector<std::uint32_t> cells;
    const QRectF area = renderer_.transform().toLayout(QRectF(region.boundingRect()));
    for (const tables::MapBox& box : layout.boxes)
        layout.cellsIn(box, area, cells);
    for (const std::uint32_t c : cells) {
        const QRectF cell = renderer_.cellInView(c);
        if (cell.width() < MapRenderer::namedCell || !region.intersects(cell.toAlignedRect()))
            continue;
        const tables::AgentLook& look = picture()->looks[layout.cells[c].agent];
        const bool plain = look.state == cluster::AgentState::Active;
        const QColor fill = plain ? QColor::fromRgb(renderer_.fillOf(look)) : t.window;
        const QColor pen = contrast(fill, t.text) >= contrast(fill, t.window) ? t.text : t.window;
        const QRectF row(cell.left() + 4, cell.top() + 1, cell.width() - 8, MapRenderer::nameHeight);
        if (!plain)
            painter.fillRect(QRectF(cell.left() + 1, cell.top() + 1, cell.width() - 2, MapRenderer::nameHeight - 1),
                             t.window);
        painter.setPen(pen);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                         elidedMiddle(font, s.text(s.agents[layout.cells[c].agent].hostname), row.width()));
    }
}

void MapView::paintCurrent(QPainter& painter) {
    if (!hasFocus() || current_ == noSlot)
        return;
    const QRectF cell = cellRect(current_);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme::of(this).accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(cell.adjusted(-1, -1, 1, 1));
}

void MapView::paintLasso(QPainter& painter) {
    if (drag_ != Drag::Lasso)
        return;
    const Theme& t = theme::of(this);
    const QRectF area = QRectF(pressed_, dragged_).normalized();
    QColor tint = t.accent;
    tint.setAlphaF(0.16F);
    painter.fillRect(area, tint);
    paintDashedOutline(painter, area, t.accent);
}

} // namespace mesoscope::widgets
