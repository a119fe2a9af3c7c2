#include "widgets/map/hover_card.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace mesoscope::widgets {

namespace {
constexpr int pad = 12;
constexpr int rowHeight = 20;
constexpr int between = 24;
constexpr int titleRow = 26;
} // namespace

HoverCard::HoverCard(QWidget* map) : QWidget(map) {
    setObjectName(QStringLiteral("mapHoverCard"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

QSize HoverCard::sizeHint() const {
    const QFontMetrics strong(theme::font(Text::Strong));
    const QFontMetrics small(theme::font(Text::Small));
    int width = strong.horizontalAdvance(content_.title) + between + small.horizontalAdvance(content_.state);
    for (const auto& [label, value] : content_.rows)
        width = std::max(width, small.horizontalAdvance(label) + between + small.horizontalAdvance(value));
    return {std::clamp(width + 2 * pad + 8, 220, 460),
            pad + titleRow + rowHeight * int(content_.rows.size()) + pad - 4};
}

void HoverCard::showBeside(const QRect& cell, const HoverContent& content) {
    content_ = content;
    resize(sizeHint());
    const QRect area = parentWidget()->rect().adjusted(4, 4, -4, -4);
    QPoint at(cell.left() - width() / 2, cell.bottom() + 10);
    if (at.y() + height() > area.bottom())
        at.setY(cell.top() - 10 - height());
    at.setX(std::clamp(at.x(), area.left(), std::max(area.left(), area.right() - width())));
    at.setY(std::clamp(at.y(), area.top(), std::max(area.top(), area.bottom() - height())));
    move(at);
    show();
    raise();
    update();
}

void HoverCard::paintEvent(QPaintEvent*) {
    const Theme& t = theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.raised);
    painter.drawRoundedRect(QRectF(rect()), 4, 4);
    paintOutline(painter, QRectF(rect()), t.line);
    const QRectF head(pad, pad - 4, width() - 2 * pad, titleRow);
    const QFont small = theme::font(Text::Small);
    painter.setFont(small);
    painter.setPen(t.tone(content_.tone));
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, content_.state);
    painter.setFont(theme::font(Text::Strong));
    painter.setPen(t.text);
    const double room = head.width() - QFontMetricsF(small).horizontalAdvance(content_.state) - 12;
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, elidedMiddle(painter.font(), content_.title, room));
    painter.setFont(small);
    QRectF row(pad, pad + titleRow - 4, width() - 2 * pad, rowHeight);
    for (const auto& [label, value] : content_.rows) {
        painter.setPen(t.secondary);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, label);
        painter.setPen(t.text);
        const double rest = row.width() - QFontMetricsF(small).horizontalAdvance(label) - 12;
        drawFigures(painter, row, Qt::AlignRight | Qt::AlignVCenter,
                    QFontMetricsF(small).elidedText(value, Qt::ElideRight, rest + 4));
        row.translate(0, rowHeight);
    }
}

} // namespace mesoscope::widgets
