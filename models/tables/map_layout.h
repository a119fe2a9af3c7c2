// Where every agent's cell lies: bands (outer groups) side by side, boxes (inner groups) inside, cells in rows. A pure
// function of the groups and the viewport, in device-independent pixels of the viewport at zoom 1.
#pragma once

#include "models/cluster/rows.h"

#include <QRectF>
#include <QSizeF>
#include <QString>

#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

namespace mesoscope::tables {

inline constexpr std::uint32_t noCell = std::numeric_limits<std::uint32_t>::max();

/// What the layout is made of: the inner groups in their order; those of one outer group follow each other.
struct MapGroupInput {
    QString outer;                     ///< empty when there is no outer level
    QString inner;                     ///< empty when there is no inner level
    std::vector<cluster::Slot> agents; ///< in the order of the cells
    /// Relative areas of the cells; empty: all the same.
    std::vector<float> sizes;
};

struct MapCell {
    cluster::Slot agent = cluster::noSlot;
    /// The cell with the gap to its right and below it.
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;
    QRectF rect() const { return {x, y, w, h}; }
};

struct MapBox {
    QString title;   ///< value of the inner attribute; empty without an inner level
    QRectF frame;    ///< the outlined box
    QRectF titleBar; ///< where the title may stand; too low for text when boxes are small
    std::uint32_t firstCell = 0;
    std::uint32_t cells = 0;
    std::uint32_t band = 0;
    /// How many cells of this size the box would hold.
    std::uint32_t capacity = 0;
};

struct MapBand {
    QString title;
    QRectF rect;
    QRectF titleBar; ///< empty without an outer level
    std::uint32_t firstBox = 0;
    std::uint32_t boxes = 0;
};

struct MapLayout {
    QSizeF viewport;
    std::vector<MapBand> bands;
    std::vector<MapBox> boxes;         ///< same order as the groups of the input
    std::vector<MapCell> cells;        ///< box by box, in rows from the top, each row from the left
    std::vector<std::uint32_t> cellOf; ///< by agent slot; noCell for free slots
    double smallestCell = 0;           ///< shorter side of the smallest cell

    std::uint32_t cellOfAgent(cluster::Slot agent) const { return agent < cellOf.size() ? cellOf[agent] : noCell; }
    /// The cell at a point, noCell in gaps between boxes. Logarithmic inside a box.
    std::uint32_t cellAt(QPointF point) const;
    /// The box at a point (title included), -1 outside.
    int boxAt(QPointF point) const;
    int bandAt(QPointF point) const;
    /// The box that holds a cell.
    std::uint32_t boxOfCell(std::uint32_t cell) const;
    /// Cells of one box that a rectangle touches, appended.
    void cellsIn(const MapBox& box, const QRectF& area, std::vector<std::uint32_t>& found) const;
    /// The nearest cell in the direction (one of dx, dy is ±1, the other 0), across boxes too; the same when there is
    /// none.
    std::uint32_t neighbour(std::uint32_t cell, int dx, int dy) const;
};

using MapLayoutPtr = std::shared_ptr<const MapLayout>;

/// Lays out all groups so that they fill the viewport. `previous` keeps its frames and cell sizes while every group
/// still fits, so that single agents coming and going move nothing else.
MapLayoutPtr layOutMap(const std::vector<MapGroupInput>& groups, QSizeF viewport, const MapLayout* previous = nullptr);

} // namespace mesoscope::tables
