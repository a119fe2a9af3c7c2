#include "widgets/editor/change_table.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace mesoscope::widgets {
namespace {

constexpr int headHeight = 24;
constexpr int rowHeight = 38;

struct Columns {
    double field, before, after, effect, end;
    explicit Columns(int width)
        : field(0), before(width * 0.26), after(width * 0.41), effect(width * 0.57), end(width) {}
};

} // namespace

ChangeTable::ChangeTable(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("reviewChanges"));
    setAccessibleName(tr("Changes"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChangeTable::show(const QList<ChangeRow>& rows) {
    rows_ = rows;
    hovered_ = focused_ = -1;
    QStringList words;
    for (const ChangeRow& row : rows)
        words.append(QStringLiteral("%1: %2 → %3; %4").arg(row.title, row.before, row.after, row.effect));
    setAccessibleDescription(words.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

QSize ChangeTable::sizeHint() const {
    return {600, rows_.isEmpty() ? 0 : headHeight + int(rows_.size()) * rowHeight};
}

QSize ChangeTable::minimumSizeHint() const {
    return {360, sizeHint().height()};
}

int ChangeTable::rowAt(const QPoint& position) const {
    const int row = (position.y() - headHeight) / rowHeight;
    return position.y() >= headHeight && row < rows_.size() ? row : -1;
}

void ChangeTable::choose(int row) {
    if (row >= 0 && row < rows_.size() && !rows_[row].pointer.isNull())
        Q_EMIT chosen(rows_[row].pointer);
}

void ChangeTable::mouseReleaseEvent(QMouseEvent* event) {
    choose(rowAt(event->pos()));
}

void ChangeTable::mouseMoveEvent(QMouseEvent* event) {
    hovered_ = rowAt(event->pos());
    setToolTip(hovered_ < 0 ? QString() : rows_[hovered_].effect);
    update();
}

void ChangeTable::leaveEvent(QEvent*) {
    hovered_ = -1;
    update();
}

void ChangeTable::keyPressEvent(QKeyEvent* event) {
    const int by = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (by != 0 && !rows_.isEmpty()) {
        focused_ = std::clamp(focused_ + by, 0, int(rows_.size()) - 1);
        update();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        choose(focused_);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ChangeTable::paintRow(QPainter& painter, int index) const {
    const Theme& theme = theme::of(this);
    const ChangeRow& row = rows_[index];
    const Columns x(width());
    const double y = headHeight + index * rowHeight;
    if (index == hovered_)
        painter.fillRect(QRectF(0, y, width(), rowHeight - 1), theme.hover);
    painter.fillRect(QRectF(0, y + rowHeight - 1, width(), 1), theme.line);
    const auto text = [&](double left, double right, double top, double height, Text font, const QColor& color,
                          const QString& words, Qt::TextElideMode mode = Qt::ElideRight) {
        painter.setFont(theme::font(font));
        painter.setPen(color);
        const double room = right - left - 12;
        painter.drawText(QRectF(left, top, room, height), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(words, mode, int(room)));
    };
    text(x.field, x.before, y + 2, 18, Text::Body, theme.text, row.title);
    text(x.field, x.before, y + 19, 16, Text::MonoSmall, theme.secondary, row.path, Qt::ElideMiddle);
    text(x.before, x.after, y, rowHeight, Text::Body, theme.secondary,
         row.before.isEmpty() ? tr("not set") : row.before, Qt::ElideMiddle);
    text(x.after, x.effect, y, rowHeight, Text::Strong, row.after.isEmpty() ? theme.secondary : theme.text,
         row.after.isEmpty() ? tr("not set") : row.after, Qt::ElideMiddle);
    text(x.effect, x.end, y, rowHeight, Text::Body, theme.text, row.effect);
    if (index == focused_ && hasFocus())
        paintFocusRing(painter, QRectF(1, y + 1, width() - 2, rowHeight - 3), theme);
}

void ChangeTable::paintEvent(QPaintEvent*) {
    if (rows_.isEmpty())
        return;
    const Theme& theme = theme::of(this);
    QPainter painter(this);
    const Columns x(width());
    painter.setFont(theme::font(Text::Small));
    painter.setPen(theme.secondary);
    const std::pair<double, QString> heads[]{
        {x.field, tr("Field")}, {x.before, tr("Before")}, {x.after, tr("After")}, {x.effect, tr("Effect")}};
    for (const auto& [left, word] : heads)
        painter.drawText(QRectF(left, 0, 200, headHeight - 2), Qt::AlignVCenter, word);
    painter.fillRect(QRectF(0, headHeight - 1, width(), 1), theme.line);
    for (int i = 0; i < rows_.size(); ++i)
        paintRow(painter, i);
}

} // namespace mesoscope::widgets
