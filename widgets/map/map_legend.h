// The row under the map: what the colours and textures mean, with counts. GUI thread.
#pragma once

#include "models/tables/map_projection.h"

#include <QWidget>

namespace mesoscope::widgets {

class MapLegend final : public QWidget {
    Q_OBJECT
public:
    explicit MapLegend(QWidget* parent = nullptr);

    /// tasksVisible: whether cells are large enough to show their tasks; texturesVisible: to carry a texture.
    void display(const tables::MapPicturePtr& picture, bool tasksVisible, bool texturesVisible);
    QSize sizeHint() const override { return {400, 28}; }
    QSize minimumSizeHint() const override { return {100, 28}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Swatch { Lost, Draining, Deactivated, Instance, Starting, Task, Current, Older };
    struct Entry {
        Swatch swatch;
        QString text;
        friend bool operator==(const Entry&, const Entry&) = default;
    };

    QList<Entry> entriesOf(const tables::MapPicture& picture, bool tasksVisible) const;
    double paintRamp(QPainter& painter, double x);
    double paintEntry(QPainter& painter, const Entry& entry, double x);
    void paintSwatch(QPainter& painter, Swatch swatch, const QRectF& rect);

    tables::MapMeasure measure_ = tables::MapMeasure::CpuAllocated;
    QList<Entry> entries_;
    QString hint_;
    bool textures_ = true;
};

} // namespace mesoscope::widgets
