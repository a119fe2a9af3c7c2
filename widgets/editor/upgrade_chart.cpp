#include "widgets/editor/upgrade_chart.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace mesoscope::widgets {

UpgradeChart::UpgradeChart(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("editorUpgradeChart"));
    setAccessibleName(tr("The upgrade over time"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void UpgradeChart::show(const appspec::Impact& impact, const appspec::UpgradeCourse& course) {
    impact_ = impact;
    course_ = course;
    top_ = std::max(1, std::max(impact.before, impact.after));
    for (const appspec::CoursePoint& point : course.points)
        top_ = std::max(top_, point.old + point.fresh);
    setVisible(!course.points.isEmpty());
    setAccessibleDescription(tr("%1 instances now, at most %2 at once, %3 afterwards; never fewer than %4 healthy.")
                                 .arg(impact.before)
                                 .arg(top_)
                                 .arg(impact.after)
                                 .arg(impact.pace.floor));
    setToolTip(accessibleDescription());
    update();
}

QRectF UpgradeChart::plot() const {
    return QRectF(rect()).adjusted(36, 10, -84, -22);
}

QPointF UpgradeChart::at(const QRectF& plot, double ready, double count) const {
    const double most = std::max(1, course_.points.last().ready);
    return {plot.left() + plot.width() * ready / most, plot.bottom() - plot.height() * count / top_};
}

void UpgradeChart::paintAreas(QPainter& painter, const QRectF& plot) const {
    const Theme& theme = theme::of(this);
    QPainterPath old, both;
    old.moveTo(plot.bottomLeft());
    both.moveTo(plot.bottomLeft());
    QPolygonF edge;
    for (const appspec::CoursePoint& point : course_.points) {
        old.lineTo(at(plot, point.ready, point.old));
        const QPointF all = at(plot, point.ready, point.old + point.fresh);
        both.lineTo(all);
        edge.append(all);
    }
    old.lineTo(plot.bottomRight());
    both.lineTo(plot.bottomRight());
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.selected);
    painter.drawPath(both);
    painter.setBrush(theme.raised);
    painter.drawPath(old);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.line, 1));
    painter.drawPath(old);
    painter.setPen(QPen(theme.accent, 2));
    painter.drawPolyline(edge);
    painter.setPen(theme.text);
    painter.setFont(theme::font(Text::Small));
    const bool restart = impact_.kind == appspec::ChangeClass::Restart;
    if (restart && course_.points.first().old > top_ / 4)
        painter.drawText(QRectF(plot.left() + 8, plot.bottom() - 20, 120, 16), Qt::AlignVCenter, tr("old"));
    painter.drawText(QRectF(plot.right() - 90, plot.bottom() - 36, 82, 16), Qt::AlignVCenter | Qt::AlignRight,
                     tr("new"));
}

void UpgradeChart::paintAxes(QPainter& painter, const QRectF& plot) const {
    const Theme& theme = theme::of(this);
    painter.setFont(theme::font(Text::Small));
    painter.setPen(theme.line);
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.setPen(theme.secondary);
    const QLocale locale;
    double taken = -100;
    for (const int count : {top_, impact_.before, impact_.after, 0}) {
        const double y = at(plot, 0, count).y();
        if (std::abs(y - taken) < 12)
            continue;
        taken = y;
        drawFigures(painter, QRectF(0, y - 8, 30, 16), Qt::AlignRight | Qt::AlignVCenter, locale.toString(count));
    }
    const int most = course_.points.last().ready;
    const int marks = plot.width() > 380 ? 4 : 2;
    for (int i = 0; i <= marks; ++i) {
        const int ready = most * i / marks;
        const double x = at(plot, ready, 0).x();
        const QString text = i == 0 ? tr("0 new ready") : locale.toString(ready);
        painter.drawText(QRectF(i == 0 ? plot.left() : x - 60, plot.bottom() + 3, i == 0 ? 120 : 120, 16),
                         Qt::AlignTop | (i == 0 ? Qt::AlignLeft : Qt::AlignHCenter), text);
    }
}

void UpgradeChart::paintFloor(QPainter& painter, const QRectF& plot) const {
    if (impact_.kind != appspec::ChangeClass::Restart || impact_.pace.floor <= 0)
        return;
    const Theme& theme = theme::of(this);
    const double y = at(plot, 0, impact_.pace.floor).y();
    painter.setPen(QPen(theme.text, 1, Qt::DashLine));
    painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    painter.setPen(theme.secondary);
    painter.setFont(theme::font(Text::Small));
    const double top = std::clamp(y - 16, 0.0, double(height() - 34));
    painter.drawText(QRectF(plot.right() + 6, top, 78, 32), Qt::AlignVCenter | Qt::TextWordWrap,
                     tr("never below %1 healthy").arg(impact_.pace.floor));
}

void UpgradeChart::paintEvent(QPaintEvent*) {
    if (course_.points.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = plot();
    paintAreas(painter, area);
    paintFloor(painter, area);
    paintAxes(painter, area);
}

} // namespace mesoscope::widgets
