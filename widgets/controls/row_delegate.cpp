#include "widgets/controls/row_delegate.h"

#include "models/text/format.h"
#include "widgets/controls/bars.h"
#include "widgets/controls/letter.h"
#include "widgets/theme/look.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/paint.h"

#include <QPainter>

#include <algorithm>

namespace mesoscope::widgets {

namespace {

constexpr int side = 8;
constexpr int indent = 18;
constexpr int arrowWidth = 18;
constexpr int barWidth = 64;
constexpr int letterWidth = 26;

using tables::CellKind;
using tables::RowKind;

constexpr auto leftLine = TextShaper::Fit::ElideRight;

} // namespace

struct RowDelegate::Cell {
    const QModelIndex& index;
    const QStyleOptionViewItem& option;
    const Theme& theme;
    QRectF room;
    RowKind row;
    bool stale = false;

    QString text(int role = Qt::DisplayRole) const { return index.data(role).toString(); }
    Tone tone() const {
        const QVariant severity = index.data(tables::SeverityRole);
        return severity.isValid() ? toneOf(text::Severity(severity.toInt())) : Tone::Text;
    }
    QColor plain() const {
        return option.state.testFlag(QStyle::State_Enabled) ? (stale ? theme.secondary : theme.text) : theme.disabled;
    }
};

RowDelegate::RowDelegate(QObject* parent) : QStyledItemDelegate(parent) {}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {80, rowHeight_};
}

bool RowDelegate::isOnTick(const QRect& cell, const QPoint& position) const {
    return ticks_ && position.x() >= cell.left() && position.x() < cell.left() + tickWidth + side;
}

bool RowDelegate::isOnArrow(const QRect& cell, const QPoint& position, const QModelIndex& index) const {
    if (!index.data(tables::ExpandableRole).toBool())
        return false;
    const int x = cell.left() + side + (ticks_ ? tickWidth : 0) + index.data(tables::DepthRole).toInt() * indent;
    return position.x() >= x - 2 && position.x() < x + arrowWidth;
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QModelIndex first = index.siblingAtColumn(0);
    Cell cell{index,
              option,
              theme::of(option.palette),
              QRectF(option.rect).adjusted(side, 0, -side, 0),
              RowKind(first.data(tables::RowRole).toInt()),
              first.data(tables::StaleRole).toBool()};
    painter->save();
    painter->setClipRect(option.rect);
    if (cell.row == RowKind::Gap) {
        painter->fillRect(option.rect, cell.theme.window);
    } else if (cell.row == RowKind::Band) {
        paintBand(*painter, cell);
    } else {
        paintGround(*painter, cell);
        if (index.column() == 0)
            paintLead(*painter, cell);
        paintContent(*painter, cell);
    }
    painter->restore();
}

void RowDelegate::paintGround(QPainter& painter, const Cell& cell) const {
    const QRect r = cell.option.rect;
    const bool ticked = cell.index.siblingAtColumn(0).data(Qt::CheckStateRole).toInt() == Qt::Checked ||
                        (!ticks_ && cell.option.state.testFlag(QStyle::State_Selected));
    const int row = cell.index.row();
    QColor ground = cell.row == RowKind::Group ? mixed(cell.theme.surface, cell.theme.raised, 0.7) : cell.theme.surface;
    if (ticked)
        ground = cell.theme.selected;
    else if (row == hoveredRow_)
        ground = cell.theme.hover;
    painter.fillRect(r, ground);
    painter.fillRect(QRect(r.left(), r.bottom(), r.width(), 1), mixed(cell.theme.line, cell.theme.surface, 0.35));
    if (row != currentRow_)
        return;
    painter.fillRect(QRect(r.left(), r.top(), r.width(), 1), cell.theme.accent);
    painter.fillRect(QRect(r.left(), r.bottom(), r.width(), 1), cell.theme.accent);
    if (cell.index.column() == 0)
        painter.fillRect(QRect(r.left(), r.top(), 3, r.height()), cell.theme.accent);
}

void RowDelegate::paintLead(QPainter& painter, Cell& cell) const {
    if (ticks_) {
        QStyleOptionViewItem box(cell.option);
        box.rect = QRect(int(cell.room.left()) + 2, int(cell.room.center().y()) - 7, 14, 14);
        box.state &= ~(QStyle::State_On | QStyle::State_Off | QStyle::State_NoChange);
        const int check = cell.index.data(Qt::CheckStateRole).toInt();
        box.state |= check == Qt::Checked            ? QStyle::State_On
                     : check == Qt::PartiallyChecked ? QStyle::State_NoChange
                                                     : QStyle::State_Off;
        if (cell.index.data(Qt::CheckStateRole).isValid() && cell.option.widget)
            cell.option.widget->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, &painter,
                                                       cell.option.widget);
        cell.room.setLeft(cell.room.left() + tickWidth);
    }
    if (!letters_.isEmpty()) {
        const auto letter = letters_.constFind(cell.text(tables::ObjectRole));
        if (letter != letters_.cend())
            paintLetter(painter, QRectF(cell.room.left() + 1, cell.room.center().y() - 8, 16, 16), *letter, cell.theme);
        cell.room.setLeft(cell.room.left() + letterWidth);
    }
    cell.room.setLeft(cell.room.left() + cell.index.data(tables::DepthRole).toInt() * indent);
    const QVariant expandable = cell.index.data(tables::ExpandableRole);
    if (!expandable.isValid())
        return;
    if (expandable.toBool()) {
        const bool open = cell.index.data(tables::ExpandedRole).toBool();
        paintGlyph(painter, QRectF(cell.room.left() - 1, cell.room.center().y() - 7, 14, 14),
                   open ? Glyph::ChevronDown : Glyph::ChevronRight, cell.theme.secondary);
    }
    cell.room.setLeft(cell.room.left() + arrowWidth);
}

void RowDelegate::paintBand(QPainter& painter, const Cell& cell) const {
    // A band runs across all columns: every cell draws the same line shifted, clipped to itself.
    const QRect r = cell.option.rect;
    painter.fillRect(r, cell.theme.window);
    painter.fillRect(QRect(r.left(), r.bottom(), r.width(), 1), cell.theme.line);
    const int left = cell.option.widget ? 0 : r.left();
    const QModelIndex first = cell.index.siblingAtColumn(0);
    QRectF room(left + side, r.top(), 4000, r.height());
    const QVariant severity = first.data(tables::SeverityRole);
    if (severity.isValid() && severity.toInt() != int(text::Severity::Neutral)) {
        paintGlyph(painter, QRectF(room.left() + 4, room.center().y() - 8, 16, 16), Glyph::Warning,
                   cell.theme.tone(toneOf(text::Severity(severity.toInt()))));
        room.setLeft(room.left() + 28);
    }
    painter.setPen(cell.theme.text);
    room.setLeft(room.left() + write(painter, room, Text::Strong, first.data().toString()) + 8);
    painter.setPen(cell.theme.secondary);
    write(painter, room, Text::Body, first.data(tables::DetailRole).toString());
}

void RowDelegate::paintContent(QPainter& painter, const Cell& cell) const {
    switch (CellKind(cell.index.data(tables::KindRole).toInt())) {
    case CellKind::Text:
        return paintText(painter, cell);
    case CellKind::Identifier:
        return paintIdentifier(painter, cell);
    case CellKind::Number:
    case CellKind::Age:
        return paintNumber(painter, cell);
    case CellKind::Pair:
        return paintPair(painter, cell, cell.room);
    case CellKind::State:
        return paintState(painter, cell);
    case CellKind::Health:
    case CellKind::Capacity:
        return paintBarPair(painter, cell);
    }
}

double RowDelegate::write(QPainter& painter, const QRectF& room, Text font, const QString& text) const {
    return shaper_.draw(painter, room, font, leftLine, Qt::AlignLeft, text);
}

void RowDelegate::paintText(QPainter& painter, const Cell& cell) const {
    const bool name = cell.index.column() == 0 && cell.row == RowKind::Group;
    const Tone tone = cell.tone();
    painter.setPen(tone == Tone::Text ? cell.plain() : cell.theme.tone(tone));
    const double used = write(painter, cell.room, name ? Text::Strong : Text::Body, cell.text());
    const QString detail = cell.text(tables::DetailRole);
    if (detail.isEmpty())
        return;
    painter.setPen(cell.theme.secondary);
    write(painter, cell.room.adjusted(used > 0 ? used + 6 : 0, 0, 0, 0), Text::Small, detail);
}

void RowDelegate::paintIdentifier(QPainter& painter, const Cell& cell) const {
    painter.setPen(cell.plain());
    constexpr auto fit = TextShaper::Fit::ElideMiddle;
    const QString whole = cell.text();
    const bool fits = shaper_.width(Text::Mono, fit, whole) <= cell.room.width();
    shaper_.draw(painter, cell.room, Text::Mono, fit, Qt::AlignLeft, fits ? whole : text::withShortInstances(whole));
}

void RowDelegate::paintNumber(QPainter& painter, const Cell& cell) const {
    const Tone tone = cell.tone();
    const bool loud = tone != Tone::Text && tone != Tone::Secondary;
    painter.setPen(loud ? cell.theme.tone(tone) : cell.plain());
    shaper_.draw(painter, cell.room, loud ? Text::Strong : Text::Body, TextShaper::Fit::Figures, Qt::AlignRight,
                 cell.text());
}

void RowDelegate::paintPair(QPainter& painter, const Cell& cell, QRectF room) const {
    constexpr auto figures = TextShaper::Fit::Figures;
    const QString value = cell.text(tables::PairRole);
    const QString second = value.isEmpty() ? QString() : QStringLiteral("/ ") + value;
    const double half = std::max({shaper_.width(Text::Body, figures, QStringLiteral("/ 0,000")),
                                  shaper_.width(Text::Body, figures, second), 46.0});
    painter.setPen(cell.theme.secondary);
    shaper_.draw(painter, room, Text::Body, figures, Qt::AlignRight, second);
    room.setRight(room.right() - half - 4);
    const Tone tone = cell.tone();
    const bool loud = tone != Tone::Text && tone != Tone::Secondary && tone != Tone::Good;
    painter.setPen(cell.plain());
    shaper_.draw(painter, room, loud ? Text::Strong : Text::Body, figures, Qt::AlignRight, cell.text());
}

void RowDelegate::paintState(QPainter& painter, const Cell& cell) const {
    QRectF room = cell.room;
    const Tone tone = cell.tone();
    const auto sign = tables::StateSign(cell.index.data(tables::SignRole).toInt());
    const QColor color = tone == Tone::Text ? cell.plain() : cell.theme.tone(tone);
    const QString word = cell.text();
    const QString detail = cell.text(tables::DetailRole);
    // A strip shortens before it vanishes.
    const QByteArray trail = cell.index.data(tables::TrailRole).toByteArray();
    if (const int places = std::min(30, int(room.width() * 0.45) / 4); !trail.isEmpty() && places >= 5) {
        paintTrail(painter, {room.left(), room.center().y()}, trail, places, cell.theme);
        room.setLeft(room.left() + places * 4 + 8);
    }
    if (sign != tables::StateSign::None && !word.isEmpty()) {
        paintGlyph(painter, QRectF(room.left(), room.center().y() - 7, 14, 14), glyphOf(sign), color);
        room.setLeft(room.left() + 20);
    }
    const bool loud = tone != Tone::Text && tone != Tone::Secondary && tone != Tone::Good && !detail.isEmpty();
    painter.setPen(tone == Tone::Good || tone == Tone::Secondary ? cell.plain() : color);
    const double used = write(painter, room, loud ? Text::Strong : Text::Body, word);
    painter.setPen(loud ? cell.plain() : cell.theme.secondary);
    write(painter, room.adjusted(used > 0 ? used + 8 : 0, 0, 0, 0), Text::Small, detail);
}

void RowDelegate::paintBarPair(QPainter& painter, const Cell& cell) const {
    const double width = std::min<double>(barWidth, cell.room.width() * 0.4);
    const QRectF bar(cell.room.left(), cell.room.center().y() - 3.5, width, 7);
    const QVariant health = cell.index.data(tables::HealthRole);
    const QVariant capacity = cell.index.data(tables::CapacityRole);
    if (health.canConvert<tables::HealthCounts>())
        paintHealthBar(painter, bar, health.value<tables::HealthCounts>(), cell.theme);
    else if (capacity.canConvert<tables::Capacity>())
        paintCapacityBar(painter, bar, capacity.value<tables::Capacity>(), cell.theme);
    paintPair(painter, cell, cell.room.adjusted(width + 6, 0, 0, 0));
}

} // namespace mesoscope::widgets
