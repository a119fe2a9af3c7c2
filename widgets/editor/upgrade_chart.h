// An upgrade as areas over time: old instances below, new ones above, the floor of healthy ones as a dashed line. The
// axis is what an upgrade waits for: new instances that are ready. GUI thread.
#pragma once

#include "models/appspec/plan.h"

#include <QWidget>

namespace mesoscope::widgets {

class UpgradeChart final : public QWidget {
    Q_OBJECT
public:
    explicit UpgradeChart(QWidget* parent = nullptr);
    /// Empty courses hide the chart.
    void show(const appspec::Impact& impact, const appspec::UpgradeCourse& course);
    QSize sizeHint() const override { return {420, 124}; }
    QSize minimumSizeHint() const override { return {240, 110}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRectF plot() const;
    QPointF at(const QRectF& plot, double ready, double count) const;
    void paintAreas(QPainter& painter, const QRectF& plot) const;
    void paintAxes(QPainter& painter, const QRectF& plot) const;
    void paintFloor(QPainter& painter, const QRectF& plot) const;

    appspec::Impact impact_;
    appspec::UpgradeCourse course_;
    int top_ = 1;
};

} // namespace mesoscope::widgets
