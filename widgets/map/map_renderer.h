// Fills the map's pixels into an own image by scan lines. Only what is visible costs, and a new picture only the cells
// that look different. GUI thread.
#pragma once

#include "models/tables/map_projection.h"
#include "widgets/map/map_colours.h"

#include <QImage>
#include <QPointF>
#include <QRect>
#include <QRegion>

#include <vector>

namespace mesoscope::widgets {

/// From the layout (zoom 1) to the view, both in device-independent pixels.
struct MapTransform {
    double scale = 1;
    QPointF offset;
    QPointF toView(QPointF p) const { return p * scale + offset; }
    QPointF toLayout(QPointF p) const { return (p - offset) / scale; }
    QRectF toView(const QRectF& r) const { return {toView(r.topLeft()), r.size() * scale}; }
    QRectF toLayout(const QRectF& r) const { return {toLayout(r.topLeft()), r.size() / scale}; }
    friend bool operator==(const MapTransform&, const MapTransform&) = default;
};

class MapRenderer {
public:
    /// From this side length on (device-independent) a cell shows its tasks.
    static constexpr double taskCell = 12;
    /// From this width on a cell has a line of text above its tasks.
    static constexpr double namedCell = 96;
    static constexpr double nameHeight = 18;

    void setColours(const MapColours& colours);
    /// Size of the view in device-independent pixels.
    void setViewport(QSize size, double devicePixelRatio);
    void setTransform(const MapTransform& transform);
    const MapTransform& transform() const { return transform_; }

    /// Takes the picture and draws what changed. Returns the changed area in the view, empty when nothing visible did.
    QRegion setPicture(tables::MapPicturePtr picture);
    const tables::MapPicturePtr& picture() const { return picture_; }
    /// Agents with the selection ring; redraws those that differ. Returns the changed area in the view.
    QRegion setSelected(const std::vector<cluster::Slot>& agents);
    bool isSelected(cluster::Slot agent) const { return agent < selected_.size() && selected_[agent] != 0; }

    /// Draws everything that is pending. Call before reading the image.
    void flush();
    const QImage& image() const { return image_; }
    /// How many cells the last setPicture, setSelected or full flush drew.
    int cellsDrawn() const { return cellsDrawn_; }
    /// Whether nothing of a group is left but lost agents, so that one label stands for all cells.
    static bool isLostGroup(const tables::MapGroup& group) {
        return group.sums.lost >= 8 && group.sums.lost == group.sums.agents;
    }
    bool tasksVisible() const;
    /// The cell in the view, without its gap.
    QRectF cellInView(std::uint32_t cell) const;
    /// Which of the cell's tasks (tables::tasksInOrder) lies under a point of the view; -1 when none does.
    int taskAt(std::uint32_t cell, QPointF view) const;
    /// The fill of a cell without texture.
    QRgb fillOf(const tables::AgentLook& look) const { return flat(look, false); }

private:
    struct Pixels {
        int x0 = 0;
        int y0 = 0;
        int x1 = 0; ///< exclusive
        int y1 = 0;
        int width() const { return x1 - x0; }
        int height() const { return y1 - y0; }
    };

    /// A few changes all over the map must not cost the pixels between them; of many, the joining costs more than
    /// those.
    class ViewArea {
    public:
        void add(const QRect& rect);
        QRegion region() const;

    private:
        std::vector<QRect> rects_;
        QRect bounds_;
    };

    struct TaskGrid {
        int x = 0;
        int y = 0;
        int pitch = 3;
        int across = 1;
        int size = 2;
        int count = 0; ///< as many as there are pixels for
    };

    TaskGrid taskGrid(const tables::AgentLook& look, const Pixels& p) const;
    void drawAll();
    void drawBox(std::uint32_t box);
    void drawRow(std::uint32_t first, std::uint32_t end, bool lostGroup);
    void drawCell(std::uint32_t cell, bool lostGroup);
    void drawLook(const tables::AgentLook& look, cluster::Slot agent, const Pixels& p, bool lostGroup);
    void drawTexture(const tables::AgentLook& look, const Pixels& p);
    void drawTasks(const tables::AgentLook& look, const Pixels& p);
    void drawTask(const tables::AgentLook& look, std::size_t task, const Pixels& p, bool hollow);
    void drawMarks(const tables::AgentLook& look, cluster::Slot agent, const Pixels& p);
    void drawDot(const Pixels& p, bool hollow);
    bool isPlain(const tables::AgentLook& look, cluster::Slot agent) const;
    QRgb flat(const tables::AgentLook& look, bool lostGroup) const;
    bool lostGroup(std::uint32_t box) const;
    void redrawChangedCells(const tables::MapPicture& before, ViewArea& dirty);
    void redrawChangedBoxes(const tables::MapPicture& before, ViewArea& dirty);
    void updateTaskPitch();
    bool visible(const QRectF& layoutRect) const;
    Pixels pixels(const tables::MapCell& cell) const;
    Pixels pixels(const QRectF& layoutRect) const;
    int edge(double device) const;
    QRect toViewRect(const Pixels& p) const;
    quint32* line(int y) { return bits_ + std::ptrdiff_t(y) * stride_; }
    void fill(Pixels p, QRgb colour);
    void outline(const Pixels& p, int width, QRgb colour);
    void hatch(const Pixels& p, QRgb colour);
    void stripes(const Pixels& p, QRgb colour);
    void dashes(const Pixels& p, QRgb colour);
    void corner(const Pixels& p, QRgb colour);

    MapColours colours_;
    tables::MapPicturePtr picture_;
    MapTransform transform_;
    QImage image_;
    quint32* bits_ = nullptr;
    std::ptrdiff_t stride_ = 0;
    double ratio_ = 1;
    bool stale_ = true;
    int gap_ = 1;       ///< device pixels between cells
    int taskPitch_ = 4; ///< device pixels from task to task
    bool tasks_ = false;
    int cellsDrawn_ = 0;
    std::vector<quint8> selected_; ///< by agent slot
    std::vector<cluster::Slot> selectedList_;
};

} // namespace mesoscope::widgets
