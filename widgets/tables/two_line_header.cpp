#include "widgets/tables/two_line_header.h"

#include "models/tables/roles.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyph.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/theme.h"

#include <QPainter>

namespace mesoscope::widgets {

TwoLineHeader::TwoLineHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
    setObjectName(QStringLiteral("tableHeader"));
    setSectionsClickable(true);
    setSectionsMovable(false);
    setHighlightSections(false);
    setStretchLastSection(false);
    setMinimumSectionSize(32);
    setMouseTracking(true);
}

void TwoLineHeader::setSort(int section, bool descending) {
    sorted_ = section;
    descending_ = descending;
    viewport()->update();
}

bool TwoLineHeader::hasUnits() const {
    for (int i = 0; model() && i < count(); ++i) {
        if (!isSectionHidden(i) && model()->headerData(i, Qt::Horizontal, tables::UnitRole).isValid())
            return true;
    }
    return false;
}

QSize TwoLineHeader::sizeHint() const {
    return {QHeaderView::sizeHint().width(), hasUnits() ? 40 : 32};
}

void TwoLineHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    const Theme& theme = theme::of(this);
    painter->save();
    painter->fillRect(rect, theme.window);
    painter->setPen(theme.line);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    const auto value = [&](int role) { return model()->headerData(section, Qt::Horizontal, role); };
    const auto align = Qt::Alignment(value(Qt::TextAlignmentRole).toInt() & Qt::AlignHorizontal_Mask);
    const QString unit = value(tables::UnitRole).toString();
    const QRect inner = rect.adjusted(metrics::gapSmall, 3, -metrics::gapSmall, -4);
    const QRect top = hasUnits() ? QRect(inner.left(), inner.top(), inner.width(), inner.height() / 2) : inner;
    const QRect bottom(inner.left(), top.bottom() + 1, inner.width(), inner.bottom() - top.bottom());
    const QString title = value(Qt::DisplayRole).toString();
    painter->setFont(theme::font(section == sorted_ ? Text::SmallStrong : Text::Small));
    painter->setPen(section == sorted_ ? theme.text : theme.secondary);
    const QFontMetrics titleMetrics(painter->font());
    const int arrow = section == sorted_ ? 14 : 0;
    const QString shown = titleMetrics.elidedText(title, Qt::ElideRight, top.width() - arrow);
    const int width = titleMetrics.horizontalAdvance(shown);
    const bool right = align & Qt::AlignRight;
    const QRect text(right ? top.right() - width - arrow + 1 : top.left(), top.top(), width + 1, top.height());
    painter->drawText(text, int(Qt::AlignLeft | Qt::AlignVCenter), shown);
    if (arrow > 0)
        paintGlyph(*painter, QRectF(text.right() + 3, text.center().y() - 5, 11, 11),
                   descending_ ? Glyph::ArrowDown : Glyph::ArrowUp, theme.text);
    if (!unit.isEmpty()) {
        painter->setFont(theme::font(Text::Small));
        painter->setPen(theme.secondary);
        painter->drawText(bottom, int(align | Qt::AlignVCenter),
                          QFontMetrics(painter->font()).elidedText(unit, Qt::ElideRight, bottom.width()));
    }
    painter->restore();
}

} // namespace mesoscope::widgets
