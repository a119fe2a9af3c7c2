// What the pages with one large table have in common: filter, counts, the four looks without rows, the inspector that
// follows the current row.
#pragma once

#include "models/tables/snapshot_table_model.h"
#include "widgets/controls/filter_box.h"
#include "widgets/controls/panels.h"
#include "widgets/shell/page.h"
#include "widgets/tables/filter_link.h"
#include "widgets/tables/object_table.h"

#include <QHBoxLayout>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace mesoscope::widgets {

/// GUI thread. The subclass owns the projection's link and calls shown() after each of its snapshots.
class ListPage : public Page {
    Q_OBJECT
public:
    QString counts() const override;
    QWidget* titleContent() override { return title_; }
    void tick(qint64 nowMs) override;
    bool stepBack() override;
    void focusFilter() override;

    ObjectTable& table() { return *table_; }
    FilterLink& filter() { return *filter_; }

protected:
    ListPage(const QString& id, const tables::Table& table, const QString& placeholder, QWidget* parent);

    /// Connects the filter; once, by the subclass, when its link exists.
    void setFilterTaker(FilterLink::Take take);
    /// The source of the table's objects decides which of the empty looks is shown. False: another page is in front;
    /// the snapshot is remembered, and apply() comes again when this one is shown.
    bool shown(const cluster::Update& update, base::SourceKind source, bool complete);
    void showEvent(QShowEvent* event) override;
    const cluster::SnapshotPtr& snapshot() const { return snapshot_; }
    qint64 nowMs() const { return nowMs_; }

    virtual QString thing(int count) const = 0; ///< "12 tasks"
    virtual QString emptySentence() const = 0;  ///< what it means that there are none
    virtual void currentChangedTo(const QString& id) = 0;

    QHBoxLayout* titleRow_;
    QVBoxLayout* column_; ///< above and below the table

private:
    void updateLook(base::SourceKind source, bool complete);
    void showEmpty(base::SourceKind source, bool complete);

    QWidget* title_;
    FilterBox* box_;
    FilterLink* filter_ = nullptr;
    Words* hidden_;
    QStackedLayout* stack_;
    ObjectTable* table_;
    EmptyState* empty_;
    cluster::SnapshotPtr snapshot_;
    bool behind_ = false; ///< snapshots came while another page was in front
    qint64 nowMs_ = 0;
    bool narrow_ = false;
};

} // namespace mesoscope::widgets
