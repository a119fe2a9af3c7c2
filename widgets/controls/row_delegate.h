// Draws every cell of every table from the roles in models/tables/roles.h. Plain and quick: no style, no layouts, no
// text documents. The current row has an outline and a bar at the left, ticked rows a fill: they are two things.
#pragma once

#include "models/tables/roles.h"
#include "widgets/theme/text_shaper.h"

#include <QHash>
#include <QStyledItemDelegate>

namespace mesoscope::widgets {

struct Theme;

class RowDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit RowDelegate(QObject* parent = nullptr);

    void setRowHeight(int height) { rowHeight_ = height; }
    int rowHeight() const { return rowHeight_; }
    /// The row whose cells get the current row's outline; -1 none. Views call this from currentChanged.
    void setCurrentRow(int row) { currentRow_ = row; }
    /// The row under the pointer; -1 none.
    void setHoveredRow(int row) { hoveredRow_ = row; }
    /// Column 0 shows a check box for rows that can be ticked.
    void setTicks(bool ticks) { ticks_ = ticks; }
    bool hasTicks() const { return ticks_; }
    /// Objects that carry a letter in front of column 0. While there are any, all rows leave room for one.
    void setLetters(const QHash<QString, int>& letters) { letters_ = letters; }
    /// Room of the check box in column 0.
    static constexpr int tickWidth = 28;

    /// Whether a position in column 0's rectangle is on the check box, or on the arrow that opens a group.
    bool isOnTick(const QRect& cell, const QPoint& position) const;
    bool isOnArrow(const QRect& cell, const QPoint& position, const QModelIndex& index) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    struct Cell;
    void paintGround(QPainter& painter, const Cell& cell) const;
    void paintLead(QPainter& painter, Cell& cell) const;
    void paintBand(QPainter& painter, const Cell& cell) const;
    void paintContent(QPainter& painter, const Cell& cell) const;
    void paintText(QPainter& painter, const Cell& cell) const;
    void paintIdentifier(QPainter& painter, const Cell& cell) const;
    void paintNumber(QPainter& painter, const Cell& cell) const;
    void paintPair(QPainter& painter, const Cell& cell, QRectF room) const;
    void paintState(QPainter& painter, const Cell& cell) const;
    void paintBarPair(QPainter& painter, const Cell& cell) const;

    double write(QPainter& painter, const QRectF& room, Text font, const QString& text) const;

    mutable TextShaper shaper_; ///< painting is const; what it keeps is no state of the table
    int rowHeight_ = 28;
    int currentRow_ = -1;
    int hoveredRow_ = -1;
    bool ticks_ = false;
    QHash<QString, int> letters_;
};

} // namespace mesoscope::widgets
