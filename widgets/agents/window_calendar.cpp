#include "widgets/agents/window_calendar.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/paint.h"

#include <QDateTime>
#include <QEvent>
#include <QPainter>
#include <QTextCharFormat>
#include <QToolButton>

namespace mesoscope::widgets {

WindowCalendar::WindowCalendar(QWidget* parent) : QCalendarWidget(parent) {
    setObjectName(QStringLiteral("maintenanceCalendar"));
    setAccessibleName(tr("Maintenance by day"));
    setGridVisible(false);
    setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    setFirstDayOfWeek(Qt::Monday);
    dress();
}

/// The weekend is a day like any other here.
void WindowCalendar::dress() {
    QTextCharFormat plain;
    plain.setForeground(theme::of(this).text);
    setWeekdayTextFormat(Qt::Saturday, plain);
    setWeekdayTextFormat(Qt::Sunday, plain);
    QTextCharFormat header;
    header.setForeground(theme::of(this).secondary);
    header.setBackground(theme::of(this).surface);
    setHeaderTextFormat(header);
    for (const auto& [name, glyph] : {std::pair("qt_calendar_prevmonth", Glyph::ChevronLeft),
                                      std::pair("qt_calendar_nextmonth", Glyph::ChevronRight)}) {
        if (auto* button = findChild<QToolButton*>(QLatin1String(name)))
            button->setIcon(icon(glyph));
    }
}

void WindowCalendar::changeEvent(QEvent* event) {
    QCalendarWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

void WindowCalendar::setWindows(const QList<master::MaintenanceWindow>& windows) {
    windows_ = windows;
    updateCells();
}

int WindowCalendar::machinesOn(QDate date) const {
    const qint64 begin = date.startOfDay().toMSecsSinceEpoch();
    const qint64 end = date.addDays(1).startOfDay().toMSecsSinceEpoch();
    int count = 0;
    for (const master::MaintenanceWindow& window : windows_) {
        const bool endless = window.durationMs < 0;
        if (window.startMs < end && (endless || window.startMs + window.durationMs > begin))
            count += int(window.machines.size());
    }
    return count;
}

void WindowCalendar::paintCell(QPainter* painter, const QRect& rect, QDate date) const {
    const Theme& theme = theme::of(this);
    const bool other = date.month() != monthShown();
    painter->save();
    painter->fillRect(rect, date == selectedDate() ? theme.selected : theme.surface);
    const int machines = machinesOn(date);
    if (machines > 0) {
        const QRectF bar = QRectF(rect).adjusted(4, rect.height() - 9, -4, -3);
        painter->fillRect(bar, theme.tint(Tone::Draining));
        paintTexture(*painter, bar, Texture::Stripes, theme.draining, 3, 1);
    }
    painter->setFont(theme::font(date == QDate::currentDate() ? Text::Strong : Text::Body));
    painter->setPen(other ? theme.disabled : machines > 0 ? theme.draining : theme.text);
    painter->drawText(rect.adjusted(0, 0, 0, -6), Qt::AlignCenter, QString::number(date.day()));
    if (date == selectedDate())
        paintOutline(*painter, QRectF(rect).adjusted(1, 1, -1, -1), theme.accent);
    painter->restore();
}

} // namespace mesoscope::widgets
