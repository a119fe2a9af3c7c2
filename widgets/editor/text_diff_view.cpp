#include "widgets/editor/text_diff_view.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace mesoscope::widgets {
namespace {

using Kind = appspec::TextLine::Kind;
constexpr int headHeight = 22;
constexpr int numberWidth = 44;
constexpr int signWidth = 18;
constexpr int context = 3;

} // namespace

TextDiffView::TextDiffView(QWidget* parent) : QAbstractScrollArea(parent) {
    setObjectName(QStringLiteral("reviewText"));
    setAccessibleName(tr("Difference of the texts"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumHeight(120);
}

void TextDiffView::show(const QList<appspec::TextLine>& lines, const QString& beforeTitle, const QString& afterTitle) {
    lines_ = lines;
    beforeTitle_ = beforeTitle;
    afterTitle_ = afterTitle;
    arrange();
    setAccessibleDescription(tr("%1 lines changed, %2 added, %3 removed").arg(changed_).arg(added_).arg(removed_));
    verticalScrollBar()->setValue(0);
}

void TextDiffView::setSideBySide(bool beside) {
    beside_ = beside;
    arrange();
}

void TextDiffView::setWhole(bool whole) {
    whole_ = whole;
    arrange();
}

int TextDiffView::lineHeight() const {
    return QFontMetrics(theme::font(Text::MonoSmall)).height() + 3;
}

/// Removed lines stand beside the added ones that follow them.
void TextDiffView::pair(QList<Row>& rows) {
    qsizetype i = 0;
    while (i < lines_.size()) {
        if (lines_[i].kind == Kind::Same) {
            rows.append({int(i), int(i), 0});
            ++i;
            continue;
        }
        QList<int> gone, come;
        for (; i < lines_.size() && lines_[i].kind != Kind::Same; ++i)
            (lines_[i].kind == Kind::Removed ? gone : come).append(int(i));
        const qsizetype both = std::min(gone.size(), come.size());
        changed_ += int(both);
        removed_ += int(gone.size() - both);
        added_ += int(come.size() - both);
        if (beside_) {
            for (qsizetype k = 0; k < std::max(gone.size(), come.size()); ++k)
                rows.append({gone.value(k, -1), come.value(k, -1), 0});
            continue;
        }
        for (const int line : std::as_const(gone))
            rows.append({line, -1, 0});
        for (const int line : std::as_const(come))
            rows.append({-1, line, 0});
    }
}

void TextDiffView::fold(QList<Row>& rows) const {
    if (whole_)
        return;
    QList<bool> near(rows.size(), false);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows[i].before == rows[i].after)
            continue;
        for (qsizetype k = std::max<qsizetype>(0, i - context); k <= std::min(rows.size() - 1, i + context); ++k)
            near[k] = true;
    }
    QList<Row> kept;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (near[i])
            kept.append(rows[i]);
        else if (!kept.isEmpty() && kept.last().hidden > 0)
            ++kept.last().hidden;
        else
            kept.append({-1, -1, 1});
    }
    rows = kept;
}

void TextDiffView::arrange() {
    changed_ = added_ = removed_ = 0;
    QList<Row> rows;
    pair(rows);
    fold(rows);
    rows_ = rows;
    resizeEvent(nullptr);
    viewport()->update();
}

void TextDiffView::resizeEvent(QResizeEvent*) {
    const int all = int(rows_.size()) * lineHeight() + headHeight;
    verticalScrollBar()->setRange(0, std::max(0, all - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(lineHeight() * 3);
}

void TextDiffView::paintSide(QPainter& painter, const QRectF& area, int line, int other, bool after) const {
    const Theme& theme = theme::of(this);
    const bool differs = line != other;
    if (line < 0) {
        paintTexture(painter, area, Texture::Hatch, theme.line, 6, 1);
        return;
    }
    if (differs)
        painter.fillRect(area, after ? theme.selected : theme.raised);
    const appspec::TextLine& one = lines_[line];
    painter.setPen(theme.secondary);
    const int number = after ? one.after : one.before;
    drawFigures(painter, QRectF(area.left(), area.top(), numberWidth - 8, area.height()),
                Qt::AlignRight | Qt::AlignVCenter, QString::number(number));
    if (differs) {
        painter.setPen(after ? theme.accent : theme.secondary);
        painter.drawText(QRectF(area.left() + numberWidth, area.top(), signWidth, area.height()), Qt::AlignVCenter,
                         after ? QStringLiteral("+") : QStringLiteral("−"));
    }
    painter.setPen(theme.text);
    const QRectF room = area.adjusted(numberWidth + signWidth, 0, -4, 0);
    painter.drawText(room, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(one.text, Qt::ElideRight, int(room.width())));
}

void TextDiffView::paintInline(QPainter& painter, const QRectF& area, int line) const {
    paintSide(painter, area, line, lines_[line].kind == Kind::Same ? line : -1, lines_[line].kind != Kind::Removed);
}

void TextDiffView::paintRow(QPainter& painter, const Row& row, double y) const {
    const Theme& theme = theme::of(this);
    const double width = viewport()->width();
    const double height = lineHeight();
    if (row.hidden > 0) {
        painter.fillRect(QRectF(0, y, width, height), theme.window);
        painter.setPen(theme.secondary);
        painter.drawText(QRectF(numberWidth + signWidth, y, width, height), Qt::AlignVCenter,
                         tr("%Ln unchanged line(s)", nullptr, row.hidden));
        return;
    }
    if (!beside_) {
        paintInline(painter, QRectF(0, y, width, height), row.after >= 0 ? row.after : row.before);
        return;
    }
    const double half = std::floor(width / 2);
    paintSide(painter, QRectF(0, y, half, height), row.before, row.after, false);
    paintSide(painter, QRectF(half + 1, y, width - half - 1, height), row.after, row.before, true);
}

void TextDiffView::paintEvent(QPaintEvent*) {
    const Theme& theme = theme::of(this);
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme.surface);
    painter.setFont(theme::font(Text::MonoSmall));
    const int height = lineHeight();
    const int offset = verticalScrollBar()->value();
    const int first = std::max(0, (offset - headHeight) / height);
    for (int i = first; i < rows_.size(); ++i) {
        const double y = headHeight + double(i) * height - offset;
        if (y > viewport()->height())
            break;
        paintRow(painter, rows_[i], y);
    }
    const double width = viewport()->width();
    painter.fillRect(QRectF(0, 0, width, headHeight), theme.window);
    painter.fillRect(QRectF(0, headHeight - 1, width, 1), theme.line);
    painter.setFont(theme::font(Text::Small));
    painter.setPen(theme.secondary);
    const double half = beside_ ? std::floor(width / 2) : width;
    painter.drawText(QRectF(8, 0, half - 12, headHeight - 1), Qt::AlignVCenter,
                     beside_ ? beforeTitle_ : beforeTitle_ + QStringLiteral("  →  ") + afterTitle_);
    if (beside_) {
        painter.drawText(QRectF(half + 9, 0, half - 12, headHeight - 1), Qt::AlignVCenter, afterTitle_);
        painter.fillRect(QRectF(half, 0, 1, viewport()->height()), theme.line);
    }
}

} // namespace mesoscope::widgets
