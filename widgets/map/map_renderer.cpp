#include "widgets/map/map_renderer.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace mesoscope::widgets {

using cluster::AgentState;
using cluster::Slot;
using tables::AgentLook;
using tables::MapBox;
using tables::MapCell;
using tables::TaskMark;

namespace {

/// Cells smaller than this carry colour only; a texture would be noise.
constexpr int textureCell = 9;
/// From here on tasks are drawn over a texture; those of a lost agent hollow: last known.
constexpr int taskOnTexture = 40;
/// Smaller tasks can't be aimed at, nor carry a colour of their own.
constexpr int aimedTask = 7;

QRgb blend(QRgb under, QRgb over, int amount) // 0 … 256
{
    const auto channel = [amount](int a, int b) { return a + (b - a) * amount / 256; };
    return qRgb(channel(qRed(under), qRed(over)), channel(qGreen(under), qGreen(over)),
                channel(qBlue(under), qBlue(over)));
}

} // namespace

void MapRenderer::setColours(const MapColours& colours) {
    colours_ = colours;
    stale_ = true;
}

void MapRenderer::setViewport(QSize size, double devicePixelRatio) {
    const QSize device = (QSizeF(size) * devicePixelRatio).toSize();
    if (image_.size() != device || ratio_ != devicePixelRatio) {
        image_ = QImage(device, QImage::Format_RGB32);
        image_.setDevicePixelRatio(devicePixelRatio);
        bits_ = image_.isNull() ? nullptr : reinterpret_cast<quint32*>(image_.bits());
        stride_ = image_.bytesPerLine() / 4;
    }
    ratio_ = devicePixelRatio;
    stale_ = true;
}

void MapRenderer::setTransform(const MapTransform& transform) {
    if (transform == transform_)
        return;
    transform_ = transform;
    stale_ = true;
}

bool MapRenderer::tasksVisible() const {
    return picture_ && picture_->layout && picture_->layout->smallestCell * transform_.scale >= taskCell;
}

namespace {
constexpr std::size_t fewRects = 64;
} // namespace

void MapRenderer::ViewArea::add(const QRect& rect) {
    bounds_ |= rect;
    if (rects_.size() <= fewRects)
        rects_.push_back(rect);
}

QRegion MapRenderer::ViewArea::region() const {
    if (rects_.size() > fewRects)
        return bounds_;
    QRegion all;
    for (const QRect& rect : rects_)
        all += rect;
    return all;
}

QRegion MapRenderer::setPicture(tables::MapPicturePtr picture) {
    cellsDrawn_ = 0;
    const tables::MapPicturePtr before = std::exchange(picture_, std::move(picture));
    const bool sameFrame = !stale_ && before && picture_ && before->layout == picture_->layout &&
                           before->query.measure == picture_->query.measure;
    if (!sameFrame) {
        stale_ = true;
        return image_.isNull() ? QRect() : QRect(QPoint(0, 0), (QSizeF(image_.size()) / ratio_).toSize());
    }
    ViewArea dirty;
    redrawChangedBoxes(*before, dirty);
    redrawChangedCells(*before, dirty);
    return dirty.region();
}

void MapRenderer::redrawChangedBoxes(const tables::MapPicture& before, ViewArea& dirty) {
    for (std::uint32_t b = 0; b < picture_->groups.size(); ++b) {
        if (isLostGroup(before.groups[b]) == lostGroup(b) || !visible(picture_->layout->boxes[b].frame))
            continue;
        drawBox(b);
        dirty.add(toViewRect(pixels(picture_->layout->boxes[b].frame)));
    }
}

void MapRenderer::redrawChangedCells(const tables::MapPicture& before, ViewArea& dirty) {
    const tables::AgentLooks& now = picture_->looks;
    constexpr std::uint32_t chunk = tables::AgentLooks::chunkSize;
    for (std::uint32_t c = 0; c < now.size(); c += chunk) {
        if (now.sharesChunk(before.looks, c))
            continue;
        for (std::uint32_t slot = c; slot < std::min(c + chunk, now.size()); ++slot) {
            if (slot < before.looks.size() && now[slot] == before.looks[slot])
                continue;
            const std::uint32_t cell = picture_->layout->cellOfAgent(slot);
            if (cell == tables::noCell || !visible(picture_->layout->cells[cell].rect()))
                continue;
            drawCell(cell, lostGroup(picture_->layout->boxOfCell(cell)));
            dirty.add(toViewRect(pixels(picture_->layout->cells[cell])));
        }
    }
}

QRegion MapRenderer::setSelected(const std::vector<Slot>& agents) {
    cellsDrawn_ = 0;
    std::vector<Slot> touched = std::exchange(selectedList_, agents);
    for (const Slot s : touched)
        selected_[s] = 0;
    for (const Slot s : agents) {
        if (s >= selected_.size())
            selected_.resize(s + 1, 0);
        selected_[s] = 1;
    }
    if (stale_ || !picture_)
        return {};
    ViewArea dirty;
    touched.insert(touched.end(), agents.begin(), agents.end());
    for (const Slot s : touched) {
        const std::uint32_t cell = picture_->layout->cellOfAgent(s);
        if (cell == tables::noCell || !visible(picture_->layout->cells[cell].rect()))
            continue;
        drawCell(cell, lostGroup(picture_->layout->boxOfCell(cell)));
        dirty.add(toViewRect(pixels(picture_->layout->cells[cell])));
    }
    return dirty.region();
}

void MapRenderer::flush() {
    if (!stale_ || image_.isNull())
        return;
    cellsDrawn_ = 0;
    drawAll();
    stale_ = false;
}

void MapRenderer::drawAll() {
    fill({0, 0, image_.width(), image_.height()}, colours_.ground);
    if (!picture_ || !picture_->layout)
        return;
    const tables::MapLayout& layout = *picture_->layout;
    const double side = layout.smallestCell * transform_.scale;
    gap_ = std::max(1, int(std::lround((side < 9 ? 1 : side < 48 ? 2 : 3) * ratio_)));
    tasks_ = tasksVisible();
    updateTaskPitch();
    for (std::uint32_t b = 0; b < layout.boxes.size(); ++b) {
        if (visible(layout.boxes[b].frame))
            drawBox(b);
    }
}

/// One pitch for all cells, so that the same dot means the same everywhere: the largest with which a well-filled agent
/// still fits.
void MapRenderer::updateTaskPitch() {
    taskPitch_ = 3;
    if (!tasks_ || picture_->sums.agents == 0)
        return;
    const Pixels cell = pixels(picture_->layout->cells.front());
    const double width = cell.width() - 4 * ratio_ + 1;
    const double height = cell.height() - 4 * ratio_ + 1;
    const double typical = std::clamp(1.1 * double(picture_->sums.tasks) / double(picture_->sums.agents), 4.0,
                                      double(AgentLook::maxMarks));
    for (int pitch = int(20 * ratio_); pitch >= 3; --pitch) {
        if (std::floor(width / pitch) * std::floor(height / pitch) >= typical) {
            taskPitch_ = pitch;
            return;
        }
    }
}

bool MapRenderer::lostGroup(std::uint32_t box) const {
    return isLostGroup(picture_->groups[box]);
}

void MapRenderer::drawBox(std::uint32_t index) {
    const tables::MapLayout& layout = *picture_->layout;
    const MapBox& box = layout.boxes[index];
    const bool lost = lostGroup(index);
    const Pixels frame = pixels(box.frame);
    fill(frame, colours_.box);
    outline(frame, std::max(1, int(ratio_)) * (lost ? 2 : 1), lost ? colours_.lostFrame : colours_.frame);
    const std::uint32_t end = box.firstCell + box.cells;
    for (std::uint32_t row = box.firstCell; row < end;) {
        std::uint32_t next = row + 1;
        while (next < end && layout.cells[next].y == layout.cells[row].y)
            ++next;
        if (visible({box.frame.left(), layout.cells[row].y, box.frame.width(), layout.cells[row].h}))
            drawRow(row, next, lost);
        row = next;
    }
}

bool MapRenderer::isPlain(const AgentLook& look, Slot agent) const {
    return look.state == AgentState::Active && look.highlighted == 0 && !isSelected(agent) &&
           !look.has(AgentLook::Changing) && !look.has(AgentLook::Unmeasured);
}

/// Cells of a row differ only in colour until they carry signs: the first scan line is filled, the others are copied.
void MapRenderer::drawRow(std::uint32_t first, std::uint32_t end, bool lostGroup) {
    const std::vector<MapCell>& cells = picture_->layout->cells;
    const Pixels begin = pixels(cells[first]);
    const int top = std::max(begin.y0, 0);
    const int bottom = std::min(begin.y1, image_.height());
    if (top >= bottom)
        return;
    quint32* const to = line(top);
    int left = image_.width();
    int right = 0;
    for (std::uint32_t i = first; i < end; ++i) {
        const int x0 = std::max(0, edge((double(cells[i].x) * transform_.scale + transform_.offset.x()) * ratio_));
        const int x1 = std::min(
            image_.width(),
            edge((double(cells[i].x + cells[i].w) * transform_.scale + transform_.offset.x()) * ratio_) - gap_);
        if (x0 >= x1)
            continue;
        ++cellsDrawn_;
        std::fill(to + x0, to + x1, flat(picture_->looks[cells[i].agent], lostGroup));
        left = std::min(left, x0);
        right = std::max(right, x1);
    }
    if (left >= right)
        return;
    for (int y = top + 1; y < bottom; ++y)
        std::memcpy(line(y) + left, to + left, std::size_t(right - left) * 4);
    for (std::uint32_t i = first; i < end; ++i) {
        const AgentLook& look = picture_->looks[cells[i].agent];
        const bool plain = isPlain(look, cells[i].agent);
        if (plain && !tasks_)
            continue;
        const Pixels p = pixels(cells[i]);
        if (p.x1 <= 0 || p.x0 >= image_.width())
            continue;
        if (plain && !lostGroup)
            drawTasks(look, p);
        else
            drawLook(look, cells[i].agent, p, lostGroup);
    }
}

void MapRenderer::drawCell(std::uint32_t cell, bool lostGroup) {
    const MapCell& c = picture_->layout->cells[cell];
    const AgentLook& look = picture_->looks[c.agent];
    const Pixels p = pixels(c);
    const int around = gap_ > 1 ? 1 : 0; // where a ring may have been
    fill({p.x0 - around, p.y0 - around, p.x1 + around, p.y1 + around}, colours_.box);
    fill(p, flat(look, lostGroup));
    drawLook(look, c.agent, p, lostGroup);
    ++cellsDrawn_;
}

QRgb MapRenderer::flat(const AgentLook& look, bool lostGroup) const {
    if (lostGroup)
        return colours_.lostFlat;
    const auto step = std::size_t(MapColours::step(look.level));
    return look.has(AgentLook::Faded) ? colours_.fadedFill[step] : colours_.fill[step];
}

void MapRenderer::drawLook(const AgentLook& look, Slot agent, const Pixels& p, bool lostGroup) {
    if (!lostGroup) {
        drawTexture(look, p);
        drawTasks(look, p);
    }
    drawMarks(look, agent, p);
}

void MapRenderer::drawTexture(const AgentLook& look, const Pixels& p) {
    const bool small = std::min(p.width(), p.height()) < textureCell * ratio_;
    const int thin = std::max(1, int(ratio_));
    switch (look.state) {
    case AgentState::Unreachable:
    case AgentState::Gone:
        fill(p, small ? colours_.lost : colours_.lostGround); // single and small: as loud as it can be
        if (!small) {
            hatch(p, colours_.lost);
            outline(p, thin, colours_.lost);
        }
        break;
    case AgentState::Recovering:
        fill(p, small ? colours_.unknown : colours_.unknownGround);
        if (!small)
            hatch(p, colours_.unknown);
        break;
    case AgentState::Draining:
    case AgentState::Drained:
        fill(p, small ? colours_.drainingFlat : colours_.drainingGround);
        if (!small)
            stripes(p, colours_.draining);
        break;
    case AgentState::Deactivated:
        fill(p, colours_.box);
        if (small)
            outline(p, thin, colours_.outline);
        else
            dashes(p, colours_.outline);
        break;
    case AgentState::Disconnected:
        outline(p, thin, colours_.warning);
        break;
    case AgentState::Active:
        if (look.has(AgentLook::Unmeasured)) {
            fill(p, colours_.box);
            outline(p, thin, colours_.unmeasured);
        }
        break;
    }
}

MapRenderer::TaskGrid MapRenderer::taskGrid(const AgentLook& look, const Pixels& p) const {
    TaskGrid grid;
    if (!tasks_ || look.marks == 0)
        return grid;
    const bool textured = look.state != AgentState::Active && look.state != AgentState::Disconnected;
    if (textured && std::min(p.width(), p.height()) < taskOnTexture * ratio_)
        return grid; // they could not be told apart from the texture
    // Small cells have no room to give away.
    const int pad = std::max(1, int(std::lround((std::min(p.width(), p.height()) < 22 * ratio_ ? 1 : 2) * ratio_)));
    const bool named = p.width() >= namedCell * ratio_ && p.height() >= 3 * nameHeight * ratio_;
    grid.x = p.x0 + pad;
    grid.y = p.y0 + (named ? int(nameHeight * ratio_) : pad);
    const int width = p.x1 - pad - grid.x;
    const int height = p.y1 - pad - grid.y;
    const auto fits = [&](int each) { return ((width + 1) / each) * ((height + 1) / each) >= look.marks; };
    grid.pitch = taskPitch_;
    while (grid.pitch > 3 && !fits(grid.pitch))
        --grid.pitch;
    grid.across = std::max(1, (width + 1) / grid.pitch);
    grid.size = grid.pitch - std::max(1, grid.pitch / 6);
    grid.count = std::min<int>(look.marks, grid.across * std::max(0, (height + 1) / grid.pitch));
    return grid;
}

void MapRenderer::drawTasks(const AgentLook& look, const Pixels& p) {
    const TaskGrid grid = taskGrid(look, p);
    const bool hollow = cluster::isLost(look.state);
    for (int i = 0; i < grid.count; ++i) {
        const int x = grid.x + (i % grid.across) * grid.pitch;
        const int y = grid.y + (i / grid.across) * grid.pitch;
        drawTask(look, std::size_t(i), {x, y, x + grid.size, y + grid.size}, hollow);
    }
    // A line at the foot says that there are more tasks than dots.
    if (grid.count > 0 && grid.count < look.tasks) {
        const auto step = std::size_t(MapColours::step(look.level));
        const int line = std::max(1, int(ratio_));
        fill({p.x0 + 2 * line, p.y1 - line, p.x1 - 2 * line, p.y1},
             look.has(AgentLook::Faded) ? colours_.fadedTask[step] : colours_.task[step]);
    }
}

int MapRenderer::taskAt(std::uint32_t cell, QPointF view) const {
    const MapCell& c = picture_->layout->cells[cell];
    const TaskGrid grid = taskGrid(picture_->looks[c.agent], pixels(c));
    const int x = int(std::floor(view.x() * ratio_)) - grid.x;
    const int y = int(std::floor(view.y() * ratio_)) - grid.y;
    if (x < 0 || y < 0 || x / grid.pitch >= grid.across || x % grid.pitch >= grid.size || y % grid.pitch >= grid.size)
        return -1;
    const int task = y / grid.pitch * grid.across + x / grid.pitch;
    return task < grid.count && grid.size >= aimedTask * ratio_ ? task : -1;
}

void MapRenderer::drawTask(const AgentLook& look, std::size_t task, const Pixels& p, bool hollow) {
    const auto step = std::size_t(MapColours::step(look.level));
    const bool textured = look.state != AgentState::Active && look.state != AgentState::Disconnected;
    QRgb colour = look.has(AgentLook::Faded) ? colours_.fadedTask[step] : colours_.task[step];
    if (textured)
        colour = colours_.outline;
    switch (look.mark(task)) {
    case TaskMark::Waiting:
        colour = colours_.accent;
        break;
    case TaskMark::Unhealthy:
        colour = colours_.warning;
        break;
    case TaskMark::Killing:
        colour = colours_.draining;
        break;
    case TaskMark::Unreachable:
        colour = colours_.lost;
        break;
    default:
        break;
    }
    if (look.markHighlighted(task) && p.width() >= aimedTask * ratio_) {
        fill(p, colours_.ring);
        fill({p.x0 + 1, p.y0 + 1, p.x1 - 1, p.y1 - 1}, colours_.dot);
        return;
    }
    if (hollow && p.width() > 2) {
        fill(p, colours_.lostGround);
        outline(p, 1, colour);
    } else
        fill(p, colour);
}

void MapRenderer::drawMarks(const AgentLook& look, Slot agent, const Pixels& p) {
    const int least = std::min(p.width(), p.height());
    const int around = gap_ > 1 ? 1 : 0;
    const int ring = std::max(1, int(std::lround((least < 14 * ratio_ ? 1 : 2) * ratio_)));
    const Pixels outer{p.x0 - around, p.y0 - around, p.x1 + around, p.y1 + around};
    if (look.has(AgentLook::Changing) && least >= 8 * ratio_)
        corner(p, colours_.accent);
    if (look.highlighted > 0) {
        if (least < 7 * ratio_)
            fill(p, colours_.dot);
        else if (least >= 10 * ratio_ && taskPitch_ <= aimedTask * ratio_)
            drawDot(p, look.has(AgentLook::StartingHighlight) && look.highlighted == 1);
        outline(outer, ring, cluster::isLost(look.state) ? colours_.lost : colours_.ring);
    }
    if (isSelected(agent)) {
        outline(outer, ring, colours_.accent);
        if (least >= 14 * ratio_)
            outline({outer.x0 + ring, outer.y0 + ring, outer.x1 - ring, outer.y1 - ring}, 1, colours_.box);
    }
}

void MapRenderer::drawDot(const Pixels& p, bool hollow) {
    const double radius = std::clamp(std::min(p.width(), p.height()) * 0.17, 2.2 * ratio_, 6.0 * ratio_);
    const double rim = 1.4 * ratio_;
    const double cx = (p.x0 + p.x1) / 2.0;
    const double cy = (p.y0 + p.y1) / 2.0;
    const auto coverage = [](double inside) { return int(std::clamp(inside + 0.5, 0.0, 1.0) * 256); };
    for (int y = std::max(0, int(cy - radius - rim - 1));
         y <= std::min(image_.height() - 1, int(cy + radius + rim + 1)); ++y) {
        for (int x = std::max(0, int(cx - radius - rim - 1));
             x <= std::min(image_.width() - 1, int(cx + radius + rim + 1)); ++x) {
            const double distance = std::hypot(x + 0.5 - cx, y + 0.5 - cy);
            quint32& pixel = line(y)[x];
            pixel = blend(pixel, colours_.dotEdge, coverage(radius + rim - distance));
            pixel = blend(pixel, colours_.dot, coverage(radius - distance));
            if (hollow)
                pixel = blend(pixel, colours_.dotEdge, coverage(radius - rim - distance));
        }
    }
}

bool MapRenderer::visible(const QRectF& layoutRect) const {
    const QRectF view = transform_.toView(layoutRect);
    return view.right() > 0 && view.bottom() > 0 && view.left() * ratio_ < image_.width() &&
           view.top() * ratio_ < image_.height();
}

int MapRenderer::edge(double device) const {
    return int(std::lround(device));
}

MapRenderer::Pixels MapRenderer::pixels(const MapCell& cell) const {
    Pixels p = pixels(cell.rect());
    p.x1 = std::max(p.x0 + 1, p.x1 - gap_);
    p.y1 = std::max(p.y0 + 1, p.y1 - gap_);
    return p;
}

MapRenderer::Pixels MapRenderer::pixels(const QRectF& layoutRect) const {
    const QRectF r = transform_.toView(layoutRect);
    return {edge(r.left() * ratio_), edge(r.top() * ratio_), edge(r.right() * ratio_), edge(r.bottom() * ratio_)};
}

QRect MapRenderer::toViewRect(const Pixels& p) const {
    return QRectF(QPointF(p.x0 - 1, p.y0 - 1) / ratio_, QPointF(p.x1 + 1, p.y1 + 1) / ratio_).toAlignedRect();
}

QRectF MapRenderer::cellInView(std::uint32_t cell) const {
    const Pixels p = pixels(picture_->layout->cells[cell]);
    return {QPointF(p.x0, p.y0) / ratio_, QPointF(p.x1, p.y1) / ratio_};
}

void MapRenderer::fill(Pixels p, QRgb colour) {
    p = {std::max(p.x0, 0), std::max(p.y0, 0), std::min(p.x1, image_.width()), std::min(p.y1, image_.height())};
    if (p.x0 >= p.x1)
        return;
    for (int y = p.y0; y < p.y1; ++y)
        std::fill(line(y) + p.x0, line(y) + p.x1, colour);
}

void MapRenderer::outline(const Pixels& p, int width, QRgb colour) {
    fill({p.x0, p.y0, p.x1, p.y0 + width}, colour);
    fill({p.x0, p.y1 - width, p.x1, p.y1}, colour);
    fill({p.x0, p.y0, p.x0 + width, p.y1}, colour);
    fill({p.x1 - width, p.y0, p.x1, p.y1}, colour);
}

/// Lines from lower left to upper right that run through neighbouring cells.
void MapRenderer::hatch(const Pixels& p, QRgb colour) {
    const int step = std::max(4, int(std::lround(6 * ratio_)));
    const int width = std::max(1, int(std::lround(1.6 * ratio_)));
    const Pixels in{std::max(p.x0, 0), std::max(p.y0, 0), std::min(p.x1, image_.width()),
                    std::min(p.y1, image_.height())};
    for (int y = in.y0; y < in.y1; ++y) {
        quint32* const to = line(y);
        for (int x = in.x0; x < in.x1; ++x) {
            if ((x + y) % step < width)
                to[x] = colour;
        }
    }
}

void MapRenderer::stripes(const Pixels& p, QRgb colour) {
    const int step = std::max(3, int(std::lround(5 * ratio_)));
    const int width = std::max(1, int(std::lround(1.6 * ratio_)));
    for (int y = p.y0 + width; y + width <= p.y1; y += step)
        fill({p.x0, y, p.x1, y + width}, colour);
}

void MapRenderer::dashes(const Pixels& p, QRgb colour) {
    const int dash = std::max(2, int(std::lround(3 * ratio_)));
    const int width = std::max(1, int(ratio_));
    for (int x = p.x0; x < p.x1; x += 2 * dash) {
        fill({x, p.y0, std::min(x + dash, p.x1), p.y0 + width}, colour);
        fill({x, p.y1 - width, std::min(x + dash, p.x1), p.y1}, colour);
    }
    for (int y = p.y0; y < p.y1; y += 2 * dash) {
        fill({p.x0, y, p.x0 + width, std::min(y + dash, p.y1)}, colour);
        fill({p.x1 - width, y, p.x1, std::min(y + dash, p.y1)}, colour);
    }
}

void MapRenderer::corner(const Pixels& p, QRgb colour) {
    const int side = std::clamp(std::min(p.width(), p.height()) / 3, 3, int(12 * ratio_));
    for (int i = 0; i < side; ++i)
        fill({p.x1 - side + i, p.y0 + i, p.x1, p.y0 + i + 1}, colour);
}

} // namespace mesoscope::widgets
