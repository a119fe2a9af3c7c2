// Where an app's instances run: one square each, rack by rack, with shape as well as colour for its state.
#pragma once

#include "models/cluster/snapshot.h"

#include <QWidget>

namespace mesoscope::widgets {

/// GUI thread.
class RackSpread final : public QWidget {
    Q_OBJECT
public:
    explicit RackSpread(QWidget* parent = nullptr);
    /// The watched app's instances.
    void show(const cluster::Snapshot& snapshot);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, 60}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Mark : quint8 { Running, Starting, Unhealthy, Lost };
    struct Rack {
        QString name;
        QList<Mark> marks;
    };
    void paintRack(QPainter& painter, const Rack& rack, const QRect& room) const;
    void paintMark(QPainter& painter, Mark mark, const QRectF& box) const;

    QList<Rack> racks_;
    QString summary_;
};

} // namespace mesoscope::widgets
