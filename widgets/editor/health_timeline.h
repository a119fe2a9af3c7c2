// When a health check first asks, from when on failures count, and how long a hung instance lives: drawn over time.
// GUI thread.
#pragma once

#include "models/appspec/health_timing.h"

#include <QWidget>

namespace mesoscope::widgets {

class HealthTimeline final : public QWidget {
    Q_OBJECT
public:
    explicit HealthTimeline(QWidget* parent = nullptr);
    void show(const appspec::HealthTiming& timing);
    QSize sizeHint() const override { return {480, 46}; }
    QSize minimumSizeHint() const override { return {300, 46}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString outcome() const;
    void paintStart(QPainter& painter, const QRectF& area) const;
    void paintHang(QPainter& painter, const QRectF& area) const;

    appspec::HealthTiming timing_;
};

} // namespace mesoscope::widgets
