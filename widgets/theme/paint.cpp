#include "widgets/theme/paint.h"

#include "widgets/theme/metrics.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace mesoscope::widgets {

namespace {

QRectF inset(const QRectF& rect, double by) {
    return rect.adjusted(by, by, -by, -by);
}

QColor primaryFill(const Theme& theme, const ButtonLook& look) {
    if (!look.enabled)
        return theme.raised;
    if (look.pressed)
        return mixed(theme.accent, theme.dark ? theme.window : theme.text, 0.28);
    return look.hover ? mixed(theme.accent, theme.dark ? QColor(Qt::white) : theme.text, 0.14) : theme.accent;
}

QColor plainFill(const Theme& theme, const ButtonLook& look) {
    const bool danger = look.kind == ButtonKind::Danger;
    if (!look.enabled)
        return look.kind == ButtonKind::Quiet ? QColor(Qt::transparent) : mixed(theme.surface, theme.window, 0.5);
    if (look.pressed)
        return danger ? mixed(theme.surface, theme.bad, 0.22) : mixed(theme.raised, theme.text, 0.10);
    if (look.hover)
        return danger ? theme.tint(Tone::Bad) : theme.raised;
    return look.kind == ButtonKind::Quiet ? QColor(Qt::transparent) : theme.surface;
}

QColor outlineOf(const Theme& theme, const ButtonLook& look) {
    if (look.kind == ButtonKind::Quiet || (look.kind == ButtonKind::Primary && look.enabled))
        return Qt::transparent;
    return theme.line;
}

QColor textOf(const Theme& theme, const ButtonLook& look) {
    if (!look.enabled)
        return theme.disabled;
    if (look.kind == ButtonKind::Primary)
        return theme.onAccent;
    return look.kind == ButtonKind::Danger ? theme.bad : theme.text;
}

} // namespace

void paintOutline(QPainter& painter, const QRectF& rect, const QColor& color, double width, double radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(inset(rect, width / 2), radius - width / 2, radius - width / 2);
    painter.restore();
}

QColor paintButton(QPainter& painter, const QRectF& rect, const Theme& theme, const ButtonLook& look) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.kind == ButtonKind::Primary ? primaryFill(theme, look) : plainFill(theme, look));
    painter.drawRoundedRect(rect, metrics::radius, metrics::radius);
    painter.restore();
    paintOutline(painter, rect, outlineOf(theme, look));
    if (look.focus)
        paintFocusRing(painter, rect, theme);
    return textOf(theme, look);
}

bool showsFocus(const QWidget& widget) {
    return widget.hasFocus() && widget.window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

void paintFocusRing(QPainter& painter, const QRectF& rect, const Theme& theme, double radius) {
    paintOutline(painter, inset(rect, 2), theme.surface, 1, radius - 2);
    paintOutline(painter, rect, theme.accent, 2, radius);
}

void paintTexture(QPainter& painter, const QRectF& rect, Texture texture, const QColor& color, double step,
                  double width) {
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setPen(QPen(color, width));
    painter.setRenderHint(QPainter::Antialiasing, texture == Texture::Hatch);
    if (texture == Texture::Hatch) {
        for (double x = rect.left() - rect.height(); x < rect.right(); x += step)
            painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
    } else {
        for (double y = rect.top() + step / 2; y < rect.bottom(); y += step)
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
    }
    painter.restore();
}

void paintDashedOutline(QPainter& painter, const QRectF& rect, const QColor& color) {
    painter.save();
    QPen pen(color, 1);
    pen.setDashPattern({2.5, 2});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(inset(rect, 0.5));
    painter.restore();
}

QString elidedMiddle(const QFont& font, const QString& text, double width) {
    return QFontMetricsF(font).elidedText(text, Qt::ElideMiddle, width);
}

} // namespace mesoscope::widgets
