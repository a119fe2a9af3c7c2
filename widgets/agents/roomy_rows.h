// Rows of small tree tables with the height and the side room of the large tables.
#pragma once

#include "widgets/theme/metrics.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTreeWidget>

namespace mesoscope::widgets {

class RoomyRows final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const QSize plain = QStyledItemDelegate::sizeHint(option, index);
        return {plain.width() + 2 * metrics::gapSmall, metrics::rowHeightCompact};
    }
};

inline void giveRoom(QTreeWidget* tree) {
    tree->setItemDelegate(new RoomyRows(tree));
    tree->header()->setMinimumHeight(metrics::rowHeightCompact);
    tree->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace mesoscope::widgets
