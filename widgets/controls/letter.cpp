#include "widgets/controls/letter.h"

#include "widgets/theme/fonts.h"

#include <QPainter>

namespace mesoscope::widgets {

QString letterOf(int log) {
    return QString(QChar(u'A' + char16_t(log % 26)));
}

QColor letterColour(int log, const Theme& theme) {
    return theme.identity[std::size_t(log) % theme.identity.size()];
}

void paintLetter(QPainter& painter, const QRectF& square, int log, const Theme& theme) {
    const QColor ground = letterColour(log, theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(square, 2, 2);
    painter.setFont(theme::font(Text::SmallStrong));
    const QColor dark(0x15, 0x17, 0x1A);
    painter.setPen(contrast(dark, ground) > contrast(Qt::white, ground) ? dark : QColor(Qt::white));
    painter.drawText(square, Qt::AlignCenter, letterOf(log));
    painter.restore();
}

} // namespace mesoscope::widgets
