#include "models/tables/map_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace mesoscope::tables {

using cluster::noSlot;
using cluster::Slot;

namespace {

constexpr double bandTitleHeight = 24;
constexpr double boxTitleHeight = 22;
constexpr double bandGap = 12;
constexpr double largestCellWidth = 240;
constexpr double largestCellHeight = 180;

/// How far a shape is from the wanted ratio of width to height.
double distortion(double width, double height, double wanted) {
    if (width <= 0 || height <= 0)
        return 100;
    return std::abs(std::log(width / height / wanted));
}

/// Splits items, in their order, into `rows` rows of about the same weight; the end index of each row.
std::vector<std::size_t> rowsOf(std::span<const double> weights, std::size_t rows) {
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<std::size_t> ends;
    double sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double before = sum;
        sum += weights[i];
        const double border = total * double(ends.size() + 1) / double(rows);
        const bool rather = border - before < sum - border; // the item lies more behind the border than before it
        const std::size_t first = ends.empty() ? 0 : ends.back();
        if (rather && i > first && ends.size() + 1 < rows)
            ends.push_back(i);
    }
    ends.push_back(weights.size());
    return ends;
}

struct Tiling {
    std::vector<QRectF> tiles;
    double cost = 0;
};

double snap(double v) {
    return std::floor(v + 0.5);
}

Tiling tileRows(std::span<const double> weights, const QRectF& area, double gap, std::size_t rows) {
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    const std::vector<std::size_t> ends = rowsOf(weights, rows);
    const double heights = area.height() - gap * double(ends.size() - 1);
    Tiling result;
    double y = area.top();
    std::size_t begin = 0;
    std::size_t most = 0;
    std::size_t least = weights.size();
    for (const std::size_t end : ends) {
        const double rowWeight = std::accumulate(weights.begin() + long(begin), weights.begin() + long(end), 0.0);
        const double widths = area.width() - gap * double(end - begin - 1);
        double x = area.left();
        for (std::size_t i = begin; i < end; ++i) {
            const double share = widths * weights[i] / rowWeight;
            const QRectF box(snap(x), snap(y), std::floor(share), std::floor(heights * rowWeight / total));
            result.tiles.push_back(box);
            result.cost += weights[i] * distortion(box.width(), box.height(), 1.0);
            x += share + gap;
        }
        most = std::max(most, end - begin);
        least = std::min(least, end - begin);
        y += heights * rowWeight / total + gap;
        begin = end;
    }
    result.cost /= total;
    if (most != least)
        result.cost += 0.8; // aligned columns read better than squarer boxes
    return result;
}

/// Boxes for the weights in their order, row by row, with the number of rows that keeps them closest to squares.
std::vector<QRectF> tile(std::span<const double> weights, const QRectF& area, double gap) {
    Tiling best;
    best.cost = std::numeric_limits<double>::max();
    const std::size_t limit = std::min(weights.size(), std::size_t(200));
    for (std::size_t rows = 1; rows <= limit; ++rows) {
        Tiling candidate = tileRows(weights, area, gap, rows);
        if (candidate.cost + 1e-6 < best.cost)
            best = std::move(candidate);
        else if (rows > 24 && candidate.cost > best.cost + 1.5)
            break;
    }
    return best.tiles;
}

/// Small groups keep a box that can be seen and hit; groups of about the same size get the same box.
std::vector<double> evened(std::vector<double> weights) {
    if (weights.empty())
        return weights;
    const auto [low, high] = std::minmax_element(weights.begin(), weights.end());
    const double most = *high;
    if (most <= 1.25 * *low) {
        std::fill(weights.begin(), weights.end(), most);
        return weights;
    }
    const double mean = std::accumulate(weights.begin(), weights.end(), 0.0) / double(weights.size());
    for (double& w : weights)
        w = std::max(w, 0.15 * mean);
    return weights;
}

struct Grid {
    int columns = 1;
    double width = 1;
    double height = 1;
};

/// Small cells have whole-pixel widths: columns that differ by a pixel shimmer. Heights take what is there.
bool wholeGrid(double width, double height, std::uint32_t count, Grid& best) {
    double bestArea = 0;
    for (int w = 2; w <= 26; ++w) {
        const int columns = int(width / w);
        if (columns < 1)
            break;
        const int rows = int((count + std::uint32_t(columns) - 1) / std::uint32_t(columns));
        const double h = std::min(height / rows, 1.6 * w);
        if (h < 2)
            continue;
        const double squareness = std::exp(-distortion(w, h, 1.1));
        const double area = w * h * (0.35 + 0.65 * squareness);
        if (area > bestArea) {
            bestArea = area;
            best = {columns, double(w), h};
        }
    }
    return bestArea > 0 && best.width < 26;
}

Grid stretchedGrid(double width, double height, std::uint32_t count) {
    Grid best;
    double bestCost = std::numeric_limits<double>::max();
    const double ideal = std::sqrt(count * std::max(width, 1.0) / std::max(height, 1.0));
    const int from = std::max(1, int(ideal * 0.6));
    const int to = std::clamp(int(ideal * 1.6) + 2, 1, int(count));
    for (int columns = std::min(from, to); columns <= to; ++columns) {
        const int rows = int((count + std::uint32_t(columns) - 1) / std::uint32_t(columns));
        const double cost =
            distortion(width / columns, height / rows, 1.12) + 2.5 * (columns * rows - int(count)) / count;
        if (cost < bestCost) {
            bestCost = cost;
            best = {columns, width / columns, height / rows};
        }
    }
    best.width = std::min(best.width, largestCellWidth);
    best.height = std::min(best.height, largestCellHeight);
    return best;
}

Grid gridFor(double width, double height, std::uint32_t count) {
    Grid whole;
    if (wholeGrid(width, height, count, whole))
        return whole;
    return stretchedGrid(width, height, count);
}

/// Equal cells, row by row.
void placeGrid(const QRectF& content, const Grid& grid, const std::vector<Slot>& agents, std::vector<MapCell>& cells) {
    for (std::size_t i = 0; i < agents.size(); ++i) {
        const auto column = int(i % std::size_t(grid.columns));
        const auto row = int(i / std::size_t(grid.columns));
        cells.push_back({agents[i], float(content.left() + column * grid.width),
                         float(content.top() + row * grid.height), float(grid.width), float(grid.height)});
    }
}

/// Breaks cells of these widths into rows; the number of rows.
int breakRows(const std::vector<float>& sizes, double unit, double width, std::vector<int>* rowOf) {
    int row = 0;
    double x = 0;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const double w = sizes[i] * unit;
        if (x > 0 && x + w > width + 1e-6) {
            ++row;
            x = 0;
        }
        x += w;
        if (rowOf)
            (*rowOf)[i] = row;
    }
    return row + 1;
}

/// Cells whose width follows their size, in rows of the same height.
void placeFlow(const QRectF& content, const MapGroupInput& group, std::vector<MapCell>& cells) {
    const double total = std::accumulate(group.sizes.begin(), group.sizes.end(), 0.0);
    const double mean = total / double(group.sizes.size());
    const double widest = *std::max_element(group.sizes.begin(), group.sizes.end());
    int rows =
        std::max(1, int(std::sqrt(double(group.sizes.size()) * content.height() / std::max(1.0, content.width()))));
    double unit = std::min(content.width() / widest, largestCellWidth / mean);
    for (;; ++rows) {
        const double wanted = content.width() * rows / total * 0.995;
        unit = std::min({content.width() / widest, wanted, largestCellWidth / mean});
        while (unit * total > content.width() * (rows - 1) * 0.8 &&
               breakRows(group.sizes, unit, content.width(), nullptr) > rows)
            unit *= 0.97;
        if (breakRows(group.sizes, unit, content.width(), nullptr) <= rows)
            break;
    }
    std::vector<int> rowOf(group.sizes.size());
    const int used = breakRows(group.sizes, unit, content.width(), &rowOf);
    const double height = std::min(content.height() / used, largestCellHeight);
    double x = 0;
    for (std::size_t i = 0; i < group.sizes.size(); ++i) {
        if (i > 0 && rowOf[i] != rowOf[i - 1])
            x = 0;
        const double w = group.sizes[i] * unit;
        cells.push_back({group.agents[i], float(content.left() + x), float(content.top() + rowOf[i] * height), float(w),
                         float(height)});
        x += w;
    }
}

class Builder {
public:
    Builder(const std::vector<MapGroupInput>& groups, QSizeF viewport) : groups_(groups) {
        layout_->viewport = viewport;
    }

    MapLayoutPtr build() {
        if (groups_.empty() || layout_->viewport.isEmpty())
            return layout_;
        makeBands();
        placeBands();
        for (std::size_t b = 0; b < layout_->bands.size(); ++b)
            placeBoxes(layout_->bands[b]);
        fillBoxes();
        return finish();
    }

    /// Same frames as before with the agents of now; null when a group does not fit any more.
    MapLayoutPtr refill(const MapLayout& previous) {
        if (!fits(previous))
            return nullptr;
        layout_->bands = previous.bands;
        layout_->boxes = previous.boxes;
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            const MapBox& old = previous.boxes[i];
            MapBox& box = layout_->boxes[i];
            box.firstCell = std::uint32_t(layout_->cells.size());
            box.cells = std::uint32_t(groups_[i].agents.size());
            const MapCell& first = previous.cells[old.firstCell];
            Grid grid{columnsOf(previous, old), first.w, first.h};
            placeGrid({first.x, first.y, old.frame.width(), old.frame.height()}, grid, groups_[i].agents,
                      layout_->cells);
        }
        return finish();
    }

private:
    static int columnsOf(const MapLayout& layout, const MapBox& box) {
        const auto begin = layout.cells.begin() + box.firstCell;
        int columns = 0;
        while (columns < int(box.cells) && begin[columns].y == begin->y)
            ++columns;
        // A box with a single row says nothing about how many would fit in it: its capacity does.
        return columns == int(box.cells) ? std::max(columns, int(box.capacity)) : columns;
    }

    bool fits(const MapLayout& previous) const {
        if (previous.viewport != layout_->viewport || previous.boxes.size() != groups_.size())
            return false;
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            const MapBox& box = previous.boxes[i];
            const auto count = std::uint32_t(groups_[i].agents.size());
            const bool same = box.title == groups_[i].inner && previous.bands[box.band].title == groups_[i].outer;
            if (!same || !groups_[i].sizes.empty() || box.cells == 0 || count > box.capacity ||
                count * 10 < box.capacity * 7)
                return false;
        }
        return true;
    }

    void makeBands() {
        layout_->boxes.resize(groups_.size());
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            if (layout_->bands.empty() || layout_->bands.back().title != groups_[i].outer) {
                MapBand band;
                band.title = groups_[i].outer;
                band.firstBox = std::uint32_t(i);
                layout_->bands.push_back(band);
            }
            ++layout_->bands.back().boxes;
            layout_->boxes[i].title = groups_[i].inner;
            layout_->boxes[i].band = std::uint32_t(layout_->bands.size() - 1);
        }
    }

    double weight(std::size_t group) const {
        const MapGroupInput& g = groups_[group];
        if (g.sizes.empty())
            return std::max<double>(1, double(g.agents.size()));
        return std::max<double>(1e-6, std::accumulate(g.sizes.begin(), g.sizes.end(), 0.0));
    }

    void placeBands() {
        std::vector<double> weights;
        for (const MapBand& band : layout_->bands) {
            double sum = 0;
            for (std::uint32_t b = 0; b < band.boxes; ++b)
                sum += weight(band.firstBox + b);
            weights.push_back(sum);
        }
        const QRectF all(QPointF(0, 0), layout_->viewport);
        const std::vector<QRectF> tiles =
            tile(evened(std::move(weights)), all, layout_->bands.size() > 40 ? 4 : bandGap);
        for (std::size_t i = 0; i < tiles.size(); ++i) {
            MapBand& band = layout_->bands[i];
            band.rect = tiles[i];
            if (!band.title.isNull())
                band.titleBar = QRectF(tiles[i].topLeft(),
                                       QSizeF(tiles[i].width(), std::min(bandTitleHeight, tiles[i].height() / 4)));
        }
    }

    void placeBoxes(const MapBand& band) {
        QRectF area = band.rect;
        area.setTop(std::floor(area.top() + band.titleBar.height()));
        std::vector<double> weights;
        for (std::uint32_t b = 0; b < band.boxes; ++b)
            weights.push_back(weight(band.firstBox + b));
        weights = evened(std::move(weights));
        const double each = std::sqrt(area.width() * area.height() / band.boxes);
        const double gap = each > 130 ? 12 : each > 30 ? 6 : 2;
        const std::vector<QRectF> tiles = tile(weights, area, gap);
        for (std::size_t i = 0; i < tiles.size(); ++i)
            layout_->boxes[band.firstBox + i].frame = tiles[i];
    }

    /// Whether all boxes have room for a title of their own.
    bool titled() const {
        return std::all_of(layout_->boxes.begin(), layout_->boxes.end(), [](const MapBox& b) {
            return !b.title.isNull() && b.frame.height() >= 84 && b.frame.width() >= 96;
        });
    }

    QRectF contentOf(MapBox& box, bool title) const {
        const double least = std::min(box.frame.width(), box.frame.height());
        const double pad = least > 90 ? 6 : least > 24 ? 2 : 0;
        QRectF content = box.frame.adjusted(pad, pad, -pad, -pad);
        if (title) {
            content.setTop(box.frame.top() + boxTitleHeight);
            box.titleBar = QRectF(box.frame.topLeft(), QSizeF(box.frame.width(), boxTitleHeight));
        } else if (!box.title.isNull()) {
            // The gap above the box: grows with the zoom until the title fits.
            box.titleBar = QRectF(box.frame.left(), box.frame.top() - 6, box.frame.width(), 6);
        }
        return content;
    }

    void fillBoxes() {
        const bool title = titled();
        std::uint32_t most = 0;
        std::uint32_t least = noCell;
        for (const MapGroupInput& g : groups_) {
            most = std::max(most, std::uint32_t(g.agents.size()));
            least = std::min(least, std::uint32_t(g.agents.size()));
        }
        const bool even = most <= least + least / 4;
        for (std::size_t i = 0; i < groups_.size(); ++i)
            fillBox(i, title, even ? most : std::uint32_t(groups_[i].agents.size()));
    }

    void fillBox(std::size_t i, bool title, std::uint32_t count) {
        MapBox& box = layout_->boxes[i];
        box.firstCell = std::uint32_t(layout_->cells.size());
        box.cells = std::uint32_t(groups_[i].agents.size());
        const QRectF content = contentOf(box, title);
        if (box.cells == 0)
            return;
        if (!groups_[i].sizes.empty()) {
            placeFlow(content, groups_[i], layout_->cells);
            box.capacity = box.cells;
            return;
        }
        const Grid grid = gridFor(content.width(), content.height(), count);
        placeGrid(content, grid, groups_[i].agents, layout_->cells);
        const int rows = std::max(1, int((content.height() + 1e-3) / grid.height));
        box.capacity = std::uint32_t(grid.columns * rows);
        shrink(box, content, grid, (count + std::uint32_t(grid.columns) - 1) / std::uint32_t(grid.columns));
    }

    /// A frame never stands far around its cells: few agents, or whole-pixel cells.
    static void shrink(MapBox& box, const QRectF& content, const Grid& grid, std::uint32_t rows) {
        const double right = content.right() - (content.left() + grid.columns * grid.width);
        const double below = content.bottom() - (content.top() + rows * grid.height);
        box.frame.setRight(box.frame.right() - std::max(0.0, std::floor(right)));
        box.frame.setBottom(box.frame.bottom() - std::max(0.0, std::floor(below)));
        box.capacity = std::uint32_t(grid.columns) * rows;
    }

    MapLayoutPtr finish() {
        Slot highest = 0;
        for (const MapCell& c : layout_->cells)
            highest = std::max(highest, c.agent + 1);
        layout_->cellOf.assign(highest, noCell);
        layout_->smallestCell = std::numeric_limits<double>::max();
        for (std::size_t i = 0; i < layout_->cells.size(); ++i) {
            const MapCell& c = layout_->cells[i];
            layout_->cellOf[c.agent] = std::uint32_t(i);
            layout_->smallestCell = std::min<double>(layout_->smallestCell, std::min(c.w, c.h));
        }
        return layout_;
    }

    const std::vector<MapGroupInput>& groups_;
    std::shared_ptr<MapLayout> layout_ = std::make_shared<MapLayout>();
};

} // namespace

MapLayoutPtr layOutMap(const std::vector<MapGroupInput>& groups, QSizeF viewport, const MapLayout* previous) {
    if (previous) {
        if (MapLayoutPtr same = Builder(groups, viewport).refill(*previous))
            return same;
    }
    return Builder(groups, viewport).build();
}

int MapLayout::boxAt(QPointF point) const {
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (boxes[i].frame.contains(point) || boxes[i].titleBar.contains(point))
            return int(i);
    }
    return -1;
}

int MapLayout::bandAt(QPointF point) const {
    for (std::size_t i = 0; i < bands.size(); ++i) {
        if (bands[i].rect.contains(point))
            return int(i);
    }
    return -1;
}

std::uint32_t MapLayout::cellAt(QPointF point) const {
    const int index = boxAt(point);
    if (index < 0)
        return noCell;
    const MapBox& box = boxes[std::size_t(index)];
    const auto begin = cells.begin() + box.firstCell;
    const auto end = begin + box.cells;
    // The last cell that starts at or before the point, in reading order.
    const auto row =
        std::upper_bound(begin, end, point.y(), [](double y, const MapCell& c) { return y < double(c.y); });
    if (row == begin)
        return noCell;
    const float top = (row - 1)->y;
    const auto first = std::lower_bound(begin, end, top, [](const MapCell& c, float y) { return c.y < y; });
    const auto cell =
        std::upper_bound(first, row, point.x(), [](double x, const MapCell& c) { return x < double(c.x); });
    if (cell == first || !(cell - 1)->rect().contains(point))
        return noCell;
    return std::uint32_t(cell - 1 - cells.begin());
}

std::uint32_t MapLayout::boxOfCell(std::uint32_t cell) const {
    const auto after = std::upper_bound(boxes.begin(), boxes.end(), cell,
                                        [](std::uint32_t c, const MapBox& b) { return c < b.firstCell; });
    // Empty boxes share their first cell with the next one; the last of them holds it.
    return std::uint32_t(after - boxes.begin() - 1);
}

void MapLayout::cellsIn(const MapBox& box, const QRectF& area, std::vector<std::uint32_t>& found) const {
    if (!box.frame.intersects(area))
        return;
    for (std::uint32_t i = box.firstCell; i < box.firstCell + box.cells; ++i) {
        if (cells[i].rect().intersects(area))
            found.push_back(i);
    }
}

namespace {

/// The cell with the least way in one direction, where going sideways counts three times.
struct Nearest {
    QPointF from;
    int dx = 0;
    int dy = 0;
    std::uint32_t best = noCell;
    double cost = std::numeric_limits<double>::max();

    void search(const MapLayout& layout, const MapBox& box) {
        for (std::uint32_t i = box.firstCell; i < box.firstCell + box.cells; ++i) {
            const QPointF d = layout.cells[i].rect().center() - from;
            const double along = d.x() * dx + d.y() * dy;
            const double way = along + 3 * (std::abs(d.x() * dy) + std::abs(d.y() * dx));
            if (along >= 0.5 && way < cost) {
                cost = way;
                best = i;
            }
        }
    }
    bool couldHold(const QRectF& frame) const {
        const double farthest = dx > 0   ? frame.right() - from.x()
                                : dx < 0 ? from.x() - frame.left()
                                : dy > 0 ? frame.bottom() - from.y()
                                         : from.y() - frame.top();
        const double nearest = dx > 0   ? frame.left() - from.x()
                               : dx < 0 ? from.x() - frame.right()
                               : dy > 0 ? frame.top() - from.y()
                                        : from.y() - frame.bottom();
        const double sideways = dx != 0 ? std::max({0.0, frame.top() - from.y(), from.y() - frame.bottom()})
                                        : std::max({0.0, frame.left() - from.x(), from.x() - frame.right()});
        return farthest > 0 && std::max(0.0, nearest) + 3 * sideways < cost;
    }
};

} // namespace

std::uint32_t MapLayout::neighbour(std::uint32_t cell, int dx, int dy) const {
    const QPointF from = cells[cell].rect().center();
    Nearest nearest{from, dx, dy, cell};
    const std::uint32_t own = boxOfCell(cell);
    nearest.search(*this, boxes[own]);
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
        if (i != own && nearest.couldHold(boxes[i].frame))
            nearest.search(*this, boxes[i]);
    }
    return nearest.best;
}

} // namespace mesoscope::tables
