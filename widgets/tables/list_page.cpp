#include "widgets/tables/list_page.h"

#include "models/text/format.h"
#include "models/text/states.h"
#include "widgets/theme/metrics.h"

#include <QCoreApplication>

namespace mesoscope::widgets {

ListPage::ListPage(const QString& id, const tables::Table& table, const QString& placeholder, QWidget* parent)
    : Page(id, parent), title_(new QWidget), box_(new FilterBox(id + QStringLiteral("Filter"), placeholder)),
      table_(new ObjectTable(table, id + QStringLiteral("Table"),
                             QCoreApplication::translate("mesoscope::tables", table.title))),
      empty_(new EmptyState) {
    titleRow_ = new QHBoxLayout(title_);
    titleRow_->setContentsMargins(0, 0, 0, 0);
    titleRow_->setSpacing(metrics::gap);
    hidden_ = new Words(QString(), Text::Small, Tone::Secondary);
    box_->setMaximumWidth(520);
    titleRow_->addWidget(box_, 2);
    titleRow_->addWidget(hidden_);
    titleRow_->addStretch(1);
    column_ = new QVBoxLayout(this);
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(0);
    auto* holder = new QWidget;
    stack_ = new QStackedLayout(holder);
    stack_->addWidget(empty_);
    stack_->addWidget(table_);
    column_->addWidget(holder, 1);
    empty_->show(EmptyState::Kind::Loading, tr("Connecting"), tr("No source has answered yet."));
    connect(empty_, &EmptyState::actionTriggered, this, [this] {
        if (filter_)
            filter_->setExpression({});
    });
    connect(table_, &ObjectTable::currentChangedTo, this, [this](const QString& object) { currentChangedTo(object); });
    connect(table_, &ObjectTable::previewWanted, this, &Page::inspectorWanted);
    setFocusProxy(table_);
}

void ListPage::setFilterTaker(FilterLink::Take take) {
    filter_ = new FilterLink(*box_, table_->rows().table(), std::move(take));
}

QString ListPage::counts() const {
    const auto& order = table_->rows().order();
    if (!order)
        return {};
    if (filter_ && filter_->isActive())
        return tr("%1 of %2").arg(text::integer(order->objects), text::integer(order->total));
    return text::integer(order->total);
}

void ListPage::tick(qint64 nowMs) {
    nowMs_ = nowMs;
    table_->rows().setNow(nowMs);
}

bool ListPage::stepBack() {
    if (!table_->rows().ticked().isEmpty()) {
        table_->rows().tickAll(false);
        return true;
    }
    if (filter_ && filter_->isActive()) {
        filter_->setExpression({});
        return true;
    }
    return false;
}

void ListPage::focusFilter() {
    box_->setFocus();
}

bool ListPage::shown(const cluster::Update& update, base::SourceKind source, bool complete) {
    if (!update.snapshot)
        return false;
    snapshot_ = update.snapshot;
    nowMs_ = std::max(nowMs_, snapshot_->atMs);
    behind_ = window()->isVisible() && !isVisible();
    if (behind_) {
        Q_EMIT headingChanged(); // the badge on the rail
        return false;
    }
    if (filter_)
        filter_->setSnapshot(snapshot_);
    updateLook(source, complete);
    Q_EMIT headingChanged();
    return true;
}

void ListPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    if (!behind_)
        return;
    cluster::Update update;
    update.snapshot = snapshot_;
    apply(update);
}

void ListPage::updateLook(base::SourceKind source, bool complete) {
    const auto& order = table_->rows().order();
    const bool rows = order && !order->rows.empty();
    const qint64 hidden = order && filter_ && filter_->isActive() ? qint64(order->total) - order->objects : 0;
    hidden_->setText(hidden > 0 ? tr("%Ln hidden by the filter", nullptr, int(hidden)) : QString());
    stack_->setCurrentIndex(rows ? 1 : 0);
    if (!rows)
        showEmpty(source, complete);
}

/// Loading, known to be empty, filtered away, not known: four different looks.
void ListPage::showEmpty(base::SourceKind source, bool complete) {
    using Kind = EmptyState::Kind;
    const auto& order = table_->rows().order();
    const base::SourceStatus* status = snapshot_->source(source);
    if (order && order->total > 0 && filter_ && filter_->isActive())
        return empty_->show(Kind::Filtered, tr("Nothing matches the filter"),
                            tr("The filter hides all of %1.").arg(thing(int(order->total))), tr("Clear the filter"));
    // Just turned to: the rows of this moment are on their way.
    if (complete && order && table_->rows().snapshot() != snapshot_)
        return empty_->show(Kind::Loading, tr("Loading"), QString());
    if (complete)
        return empty_->show(Kind::KnownEmpty, tr("There are none"), emptySentence());
    if (!status || status->state == base::SourceState::Off)
        return empty_->show(Kind::Unknown, tr("Not known"), text::actionRefusal(*snapshot_, source, snapshot_->atMs));
    if (status->state == base::SourceState::Failed || status->state == base::SourceState::Retrying)
        return empty_->show(Kind::Error, status->problem.sentence, status->problem.advice);
    empty_->show(Kind::Loading, tr("Loading"),
                 tr("%1 so far, %2 rows").arg(text::bytes(status->loadedBytes), text::integer(status->loadedRows)));
    empty_->setProgress(status->loadedBytes, 0);
}

} // namespace mesoscope::widgets
