#include "widgets/agents/fact_table.h"

#include "widgets/agents/roomy_rows.h"
#include "widgets/controls/field.h"
#include "widgets/controls/panels.h"
#include "widgets/theme/metrics.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace mesoscope::widgets {

FactTable::FactTable(const QString& objectName, const QString& name, const QStringList& columns,
                     const QList<int>& numbers, QWidget* parent)
    : QWidget(parent), numbers_(numbers) {
    setObjectName(objectName);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    filter_ = new Edit;
    filter_->setObjectName(objectName + QStringLiteral("Filter"));
    filter_->setAccessibleName(tr("Filter of %1").arg(name));
    filter_->setPlaceholderText(tr("filter"));
    filter_->setMaximumWidth(280);
    column->addWidget(filter_);
    sentence_ = new Words(QString(), Text::Body, Tone::Secondary);
    sentence_->setWordWrap(true);
    sentence_->setContentsMargins(metrics::gapLarge, metrics::gapSmall, metrics::gapLarge, metrics::gapSmall);
    column->addWidget(sentence_);
    tree_ = new QTreeWidget;
    tree_->setObjectName(objectName + QStringLiteral("Rows"));
    tree_->setAccessibleName(name);
    tree_->setHeaderLabels(columns);
    tree_->setRootIsDecorated(false);
    tree_->setUniformRowHeights(true);
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->setSortingEnabled(false);
    giveRoom(tree_);
    tree_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    tree_->header()->setStretchLastSection(true);
    for (const int number : numbers)
        tree_->headerItem()->setTextAlignment(number, Qt::AlignRight | Qt::AlignVCenter);
    column->addWidget(tree_, 1);
    sentence_->hide();
    filter_->hide();
    connect(filter_, &QLineEdit::textChanged, this, &FactTable::filter);
    connect(tree_, &QTreeWidget::currentItemChanged, this, &FactTable::currentChanged);
    setFocusProxy(tree_);
}

void FactTable::setRows(const QList<QStringList>& rows) {
    setSentence({});
    if (rows == rows_)
        return;
    rows_ = rows;
    filter();
}

void FactTable::filter() {
    const QString before = current();
    const QString wanted = filter_->text();
    tree_->clear();
    QList<QTreeWidgetItem*> items;
    for (const QStringList& row : std::as_const(rows_)) {
        const bool fits = wanted.isEmpty() || row.join(QLatin1Char('\n')).contains(wanted, Qt::CaseInsensitive);
        if (!fits)
            continue;
        auto* item = new QTreeWidgetItem(row);
        for (const int number : std::as_const(numbers_))
            item->setTextAlignment(number, Qt::AlignRight | Qt::AlignVCenter);
        for (int i = 0; i < row.size(); ++i)
            item->setToolTip(i, row.at(i));
        items << item;
    }
    tree_->addTopLevelItems(items);
    for (QTreeWidgetItem* item : std::as_const(items)) {
        if (!before.isEmpty() && item->text(0) == before)
            tree_->setCurrentItem(item);
    }
}

void FactTable::setSentence(const QString& sentence) {
    sentence_->setText(sentence);
    sentence_->setVisible(!sentence.isEmpty());
    tree_->setVisible(sentence.isEmpty());
}

void FactTable::setFilterShown(bool shown) {
    filter_->setVisible(shown);
}

QString FactTable::current() const {
    const QTreeWidgetItem* item = tree_->currentItem();
    return item ? item->text(0) : QString();
}

} // namespace mesoscope::widgets
