#include "widgets/versions/diff_view.h"

#include "models/appspec/diff.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/theme.h"

#include <QHeaderView>

#include <algorithm>

namespace mesoscope::widgets {

namespace {

constexpr qsizetype longestValue = 400;

/// Both as one app; nothing when either can't be read.
std::optional<appspec::AppDiff> diffOf(const QByteArray& before, const QByteArray& after) {
    const appspec::JsonTree a = appspec::JsonTree::parse(before);
    const appspec::JsonTree b = appspec::JsonTree::parse(after);
    if (!a.isValid() || !b.isValid())
        return std::nullopt;
    return appspec::diffApps(a.root(), b.root(), a, b);
}

QString cut(const QString& value) {
    return value.size() > longestValue ? value.left(longestValue) + QStringLiteral(" …") : value;
}

} // namespace

DiffView::DiffView(const QString& objectName, QWidget* parent) : QTreeWidget(parent) {
    setObjectName(objectName);
    setAccessibleName(tr("Differences"));
    setColumnCount(3);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setFrameShape(NoFrame);
    setTextElideMode(Qt::ElideRight);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(true);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setColumnWidth(0, 240);
    setColumnWidth(1, 280);
}

void DiffView::addRow(const QString& field, const QString& before, const QString& after) {
    const Theme& theme = theme::of(this);
    auto* row = new QTreeWidgetItem(this);
    row->setSizeHint(0, QSize(0, metrics::rowHeight));
    const auto cell = [&](int column, const QString& value, const QString& sign, const QColor& color) {
        const bool missing = value.isEmpty();
        row->setText(column, missing ? tr("not set") : sign + cut(value));
        row->setToolTip(column, cut(value));
        row->setFont(column, theme::font(missing ? Text::Body : Text::MonoSmall));
        row->setForeground(column, missing ? theme.disabled : color);
    };
    row->setText(0, field);
    row->setToolTip(0, field);
    cell(1, before, QStringLiteral("− "), theme.secondary);
    cell(2, after, QStringLiteral("+ "), theme.accent);
    row->setData(
        0, Qt::AccessibleTextRole,
        tr("%1: was %2, is %3")
            .arg(field, before.isEmpty() ? tr("not set") : cut(before), after.isEmpty() ? tr("not set") : cut(after)));
}

void DiffView::showNothing(const QString& sentence) {
    clear();
    differences_ = 0;
    setHeaderLabels({tr("Field"), QString(), QString()});
    auto* row = new QTreeWidgetItem(this, {sentence});
    row->setFirstColumnSpanned(true);
    row->setForeground(0, theme::of(this).secondary);
    row->setFlags(Qt::ItemIsEnabled);
}

void DiffView::show(const QByteArray& before, const QByteArray& after, const QString& beforeName,
                    const QString& afterName) {
    const auto diff = diffOf(before, after);
    if (!diff)
        return showNothing(tr("One of the definitions can't be read."));
    if (diff->changes.isEmpty())
        return showNothing(tr("Both mean the same."));
    clear();
    differences_ = int(diff->changes.size());
    setHeaderLabels({tr("Field"), beforeName, afterName});
    for (const appspec::Change& change : diff->changes)
        addRow(change.path, change.before, change.after);
}

QString differenceWords(const QByteArray& before, const QByteArray& after, int most) {
    const auto diff = diffOf(before, after);
    if (!diff)
        return {};
    QStringList words;
    const QList<appspec::FieldSummary> summary = diff->summary();
    for (const appspec::FieldSummary& field : summary.mid(0, most))
        words += field.text();
    if (summary.size() > most)
        words += DiffView::tr("%Ln more field(s)", nullptr, int(summary.size()) - most);
    return words.join(QStringLiteral(", "));
}

} // namespace mesoscope::widgets
