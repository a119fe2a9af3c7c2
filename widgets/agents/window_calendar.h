// A month on which the days of maintenance windows are marked.
#pragma once

#include "models/master/calls.h"

#include <QCalendarWidget>

namespace mesoscope::widgets {

/// GUI thread.
class WindowCalendar final : public QCalendarWidget {
    Q_OBJECT
public:
    explicit WindowCalendar(QWidget* parent = nullptr);
    void setWindows(const QList<master::MaintenanceWindow>& windows);

protected:
    void paintCell(QPainter* painter, const QRect& rect, QDate date) const override;
    void changeEvent(QEvent* event) override;

private:
    int machinesOn(QDate date) const;
    void dress();

    QList<master::MaintenanceWindow> windows_;
};

} // namespace mesoscope::widgets
