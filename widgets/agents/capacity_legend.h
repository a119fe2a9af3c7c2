// What the looks in an agent's bars mean.
#pragma once

#include <QWidget>

namespace mesoscope::widgets {

class CapacityLegend final : public QWidget {
    Q_OBJECT
public:
    explicit CapacityLegend(QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace mesoscope::widgets
