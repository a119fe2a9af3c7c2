// How many tasks a draining agent still has, over time: a step down for each that ended, then dashed to the moment by
// which the last kill grace is over.
#pragma once

#include "models/cluster/drain_impact.h"

#include <QWidget>

namespace mesoscope::widgets {

/// GUI thread. Takes no room while there is nothing to draw.
class DrainCurve final : public QWidget {
    Q_OBJECT
public:
    explicit DrainCurve(QWidget* parent = nullptr);
    /// `endsMs`: estimated; 0 when nothing is left.
    void setCourse(const cluster::DrainCourse& course, qint64 endsMs, qint64 nowMs);
    QSize sizeHint() const override { return {320, 84}; }
    QSize minimumSizeHint() const override { return {160, 84}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    cluster::DrainCourse course_;
    qint64 endsMs_ = 0;
    qint64 nowMs_ = 0;
};

} // namespace mesoscope::widgets
