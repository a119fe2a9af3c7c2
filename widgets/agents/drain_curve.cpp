#include "widgets/agents/drain_curve.h"

#include "models/text/format.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/paint.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace mesoscope::widgets {

DrainCurve::DrainCurve(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("drainCurve"));
    setAccessibleName(tr("Tasks left over time"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void DrainCurve::setCourse(const cluster::DrainCourse& course, qint64 endsMs, qint64 nowMs) {
    course_ = course;
    endsMs_ = endsMs;
    nowMs_ = nowMs;
    const bool drawn = course.startedMs > 0 && course.before > 0;
    setVisible(drawn);
    if (!drawn)
        return;
    setAccessibleDescription(
        tr("%1 of %2 left since %3")
            .arg(text::integer(course.left), text::integer(course.before), text::timeOfDay(course.startedMs, nowMs)));
    update();
}

void DrainCurve::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = theme::of(this);
    painter.setFont(theme::font(Text::Small));
    const QRectF area(metrics::gapLarge + 32, 8, width() - 2 * metrics::gapLarge - 120, height() - 30);
    const qint64 lastEnd = course_.moved.isEmpty() ? course_.startedMs : course_.moved.last().endedMs;
    // A drain that is over ends with its last task, not now.
    const qint64 known = course_.left > 0 ? nowMs_ : lastEnd;
    const qint64 end = std::max({known, endsMs_, course_.startedMs + 1'000});
    const auto x = [&](qint64 ms) {
        return area.left() + area.width() * double(ms - course_.startedMs) / double(end - course_.startedMs);
    };
    const auto y = [&](int left) { return area.bottom() - area.height() * left / course_.before; };
    QPainterPath line(QPointF(area.left(), y(course_.before)));
    int left = course_.before;
    for (const cluster::MovedTask& moved : course_.moved) {
        line.lineTo(x(moved.endedMs), y(left));
        line.lineTo(x(moved.endedMs), y(--left));
    }
    line.lineTo(x(known), y(left));
    QPainterPath under = line;
    under.lineTo(x(known), area.bottom());
    under.lineTo(area.left(), area.bottom());
    painter.fillPath(under, mixed(theme.draining, theme.surface, 0.75));
    painter.setPen(QPen(theme.line, 1));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.setPen(QPen(theme.draining, 1.6));
    painter.drawPath(line);
    if (left > 0 && endsMs_ > known) {
        painter.setPen(QPen(theme.draining, 1.2, Qt::DashLine));
        painter.drawLine(QPointF(x(known), y(left)), QPointF(x(endsMs_), area.bottom()));
    }
    painter.setPen(theme.secondary);
    painter.drawText(QRectF(0, y(course_.before) - 8, area.left() - 6, 16), int(Qt::AlignRight | Qt::AlignVCenter),
                     text::integer(course_.before));
    painter.drawText(QRectF(0, area.bottom() - 8, area.left() - 6, 16), int(Qt::AlignRight | Qt::AlignVCenter),
                     text::integer(0));
    painter.drawText(QRectF(area.left(), area.bottom() + 3, area.width(), 16), int(Qt::AlignLeft),
                     text::timeOfDay(course_.startedMs, nowMs_));
    painter.drawText(QRectF(area.left(), area.bottom() + 3, area.width(), 16), int(Qt::AlignRight),
                     text::timeOfDay(end, nowMs_));
    painter.setPen(theme.text);
    painter.drawText(QRectF(area.right() + 8, y(left) - 8, 110, 16), int(Qt::AlignLeft | Qt::AlignVCenter),
                     tr("%1 left").arg(text::integer(left)));
}

} // namespace mesoscope::widgets
