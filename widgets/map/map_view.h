// The canvas of the map: shows a picture, moves over it, selects. GUI thread. Nothing here walks the cluster: pictures
// come laid out and coloured, and only visible cells are drawn.
#pragma once

#include "models/tables/map_projection.h"
#include "widgets/map/map_renderer.h"
#include "widgets/map/map_text.h"
#include "widgets/theme/text_shaper.h"

#include <QWidget>

class QVariantAnimation;

namespace mesoscope::widgets {

class HoverCard;
struct HoverContent;

class MapView final : public QWidget {
    Q_OBJECT
public:
    explicit MapView(QWidget* parent = nullptr);

    /// Null: nothing is known yet.
    void setPicture(tables::MapPicturePtr picture);
    const tables::MapPicturePtr& picture() const { return renderer_.picture(); }
    /// What the layout should fill, in device-independent pixels.
    QSizeF layoutSize() const;

    /// The cell the keyboard is on; noSlot when there is none.
    cluster::Slot currentAgent() const { return current_; }
    void setCurrentAgent(cluster::Slot agent);
    const std::vector<cluster::Slot>& selectedAgents() const { return selected_; }
    void select(std::vector<cluster::Slot> agents);
    /// The group whose title was clicked; -1 when none is.
    int selectedBox() const;
    void selectBox(int box);
    void clearSelection();

    /// The agent under a point of the view; noSlot in gaps.
    cluster::Slot agentAt(QPointF point) const;
    /// The agent's cell in the view; empty when it has none.
    QRectF cellRect(cluster::Slot agent) const;
    double zoom() const { return renderer_.transform().scale; }
    void zoomAt(QPointF point, double factor);
    void zoomToBox(int box);
    void zoomToAgent(cluster::Slot agent);
    void showAll();
    /// At once, without motion: this zoom around a point of the layout.
    void jumpTo(double scale, QPointF centre);
    void scrollBy(QPointF pixels);
    /// Closes the innermost thing: lasso, card, selection, zoom. False when there was none.
    bool stepBack();
    /// What a screen reader says about an agent's cell.
    QString describe(cluster::Slot agent) const;
    HoverContent hoverContent(cluster::Slot agent) const;
    /// The same about one task inside a large cell.
    HoverContent taskContent(cluster::Slot task) const;
    const MapRenderer& renderer() const { return renderer_; }

    QSize sizeHint() const override { return {900, 600}; }
    QSize minimumSizeHint() const override { return {240, 160}; }

Q_SIGNALS:
    void selectionChanged();
    void currentChanged();
    void zoomChanged();
    /// Enter or double click on a cell that is already large.
    void activated(cluster::Slot agent);
    /// Another layout is wanted.
    void layoutSizeChanged(QSizeF size);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Drag { None, Press, Pan, Lasso };
    struct Title {
        QString name;
        QList<map_text::Part> parts;
        bool lost = false;
        friend bool operator==(const Title&, const Title&) = default;
    };

    void applyColours();
    void makeTitles();
    QRegion refreshTitles();
    void keepSelection(const tables::MapPicturePtr& before);
    void moveTo(const MapTransform& target, bool animated);
    MapTransform clamped(MapTransform t) const;
    MapTransform home() const;
    MapTransform showing(const QRectF& layoutRect, double largest) const;
    void setTransform(const MapTransform& transform);
    void moveCurrent(int dx, int dy);
    bool handleZoomKey(int key);
    bool handleArrow(const QKeyEvent& event);
    void scrollTo(cluster::Slot agent);
    void updateHover(QPointF point);
    void showCard(cluster::Slot agent);
    cluster::Slot taskAt(cluster::Slot agent, QPointF point) const;
    void finishLasso(bool add);
    void clickAt(QPointF point, Qt::KeyboardModifiers modifiers);
    void selectionMoved();
    int titleAt(QPointF point) const;
    double titleRoom(const QRectF& bar) const;
    void paintTitles(QPainter& painter, const QRegion& region);
    void paintTitle(QPainter& painter, const QRectF& bar, const Title& title, bool strong);
    void paintStickyTitle(QPainter& painter, const QRectF& frame, const Title& title);
    void paintLostLabel(QPainter& painter, std::size_t box);
    void paintNames(QPainter& painter, const QRegion& region);
    void paintCurrent(QPainter& painter);
    void paintLasso(QPainter& painter);
    void paintNothing(QPainter& painter);

    MapRenderer renderer_;
    HoverCard* card_ = nullptr;
    QVariantAnimation* animation_ = nullptr;
    MapTransform from_;
    MapTransform to_;
    TextShaper shaper_;
    std::vector<Title> boxTitles_;
    std::vector<Title> bandTitles_;
    std::vector<cluster::Slot> selected_;
    std::vector<base::StringId> selectedIds_;
    cluster::Slot current_ = cluster::noSlot;
    base::StringId currentId_ = 0;
    QString boxOuter_;
    QString boxInner_;
    bool boxSelected_ = false;
    Drag drag_ = Drag::None;
    QPointF pressed_;
    QPointF dragged_;
    MapTransform dragStart_;
    bool spaceHeld_ = false;
    bool spaceUsed_ = false;
    bool cardPinned_ = false;
    cluster::Slot hovered_ = cluster::noSlot;
    cluster::Slot hoveredTask_ = cluster::noSlot;
};

} // namespace mesoscope::widgets
