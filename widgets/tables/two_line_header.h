// The header of the tables: title, the unit in a second line, the arrow of the sort column.
#pragma once

#include <QHeaderView>

namespace mesoscope::widgets {

/// GUI thread. A click on a section asks to sort by it; the order itself is computed elsewhere.
class TwoLineHeader final : public QHeaderView {
    Q_OBJECT
public:
    explicit TwoLineHeader(QWidget* parent = nullptr);

    void setSort(int section, bool descending);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    bool hasUnits() const;

    int sorted_ = -1;
    bool descending_ = false;
};

} // namespace mesoscope::widgets
