#include "widgets/apps/apps_page.h"

#include "models/text/states.h"
#include "widgets/apps/app_inspector.h"
#include "widgets/apps/bulk_bar.h"
#include "widgets/apps/compose_sheet.h"
#include "widgets/apps/group_inspector.h"

#include <QMenu>

namespace mesoscope::widgets {

AppsPage::AppsPage(QWidget* parent)
    : ListPage(QStringLiteral("apps"), tables::appsTable(), tr("name, image, label, state…"), parent),
      link_(table(),
            [](const tables::TableQuery& query) { return std::make_unique<tables::AppTreeProjection>(query); }),
      inspectors_(new QStackedWidget), inspector_(new AppInspector), groupInspector_(new GroupInspector),
      bulk_(new BulkBar) {
    inspectors_->addWidget(inspector_);
    inspectors_->addWidget(groupInspector_);
    setFilterTaker([this](const tables::FilterExpression& filter) { return link_.setFilter(filter); });
    table().setTicks(true);
    table().setStretch("state");
    buildTitle();
    column_->addWidget(bulk_);
    connect(&table(), &ObjectTable::opened, this, [this](const QString& id) {
        Q_EMIT objectRequested({ObjectRef::Kind::App, id});
    });
    connect(&table(), &ObjectTable::expandWanted, this, [this](const QString& group, bool open) {
        expanded_.insert(group, open);
        link_.change(
            [expanded = expanded_](tables::AppTreeProjection& projection) { projection.setExpanded(expanded); });
    });
    connect(&table().rows(), &tables::SnapshotTableModel::tickedChanged, this, &AppsPage::updateBulk);
    connect(inspector_, &AppInspector::actionRequested, this, &Page::actionRequested);
    connect(inspector_, &AppInspector::objectRequested, this, &Page::objectRequested);
    connect(groupInspector_, &GroupInspector::actionRequested, this, &Page::actionRequested);
    connect(bulk_, &BulkBar::scaleWanted, this, [this] { askBulk(ActionRequest::Verb::Scale); });
    connect(bulk_, &BulkBar::restartWanted, this, [this] { askBulk(ActionRequest::Verb::Restart); });
    connect(bulk_, &BulkBar::suspendWanted, this, [this] { askBulk(ActionRequest::Verb::Suspend); });
    connect(bulk_, &BulkBar::destroyWanted, this, [this] { askBulk(ActionRequest::Verb::Destroy); });
    connect(bulk_, &BulkBar::clearWanted, this, [this] { table().rows().tickAll(false); });
}

void AppsPage::buildTitle() {
    shape_ = new SegmentedChoice(QStringLiteral("appsShape"), tr("Shape of the list"), {tr("Tree"), tr("Flat")});
    create_ = new Button(Glyph::Plus, tr("New app…"));
    create_->setObjectName(QStringLiteral("appsNew"));
    create_->setAccessibleName(create_->text());
    gone_ = new Button(Glyph::History, tr("Destroyed…"));
    gone_->setObjectName(QStringLiteral("appsGone"));
    gone_->setAccessibleName(tr("Apps that were destroyed"));
    gone_->setToolTip(tr("Apps that are gone and whose versions this program keeps"));
    gone_->hide();
    connect(gone_, &QPushButton::clicked, this, &AppsPage::openGone);
    composes_ = new Button(Glyph::Apps, tr("Compose files…"));
    composes_->setObjectName(QStringLiteral("appsComposes"));
    composes_->setAccessibleName(tr("Compose files and the scheduler's agents"));
    composes_->hide();
    connect(composes_, &QPushButton::clicked, this, &AppsPage::openComposes);
    titleRow_->addWidget(shape_);
    titleRow_->addWidget(composes_);
    titleRow_->addWidget(gone_);
    titleRow_->addWidget(new ButtonReason(create_));
    titleRow_->addWidget(create_);
    connect(shape_, &SegmentedChoice::chosen, this, [this](int index) {
        link_.change([index](tables::AppTreeProjection& projection) { projection.setTree(index == 0); });
    });
    connect(create_, &QPushButton::clicked, this, [this] {
        ActionRequest request;
        request.verb = ActionRequest::Verb::Deploy;
        Q_EMIT actionRequested(request);
    });
}

void AppsPage::setArchive(history::VersionArchive* archive) {
    archive_ = archive;
    gone_->setVisible(archive != nullptr);
}

void AppsPage::openComposes() {
    if (!session_)
        return;
    ComposeSheet* sheet = openComposeSheet(window(), *session_);
    sheet->setRefusal(snapshot() ? text::actionRefusal(*snapshot(), base::SourceKind::Scheduler, nowMs()) : QString());
    connect(sheet, &ComposeSheet::actionRequested, this, &Page::actionRequested);
    connect(sheet, &ComposeSheet::appWanted, this, [this](const QString& app) {
        Q_EMIT objectRequested({ObjectRef::Kind::App, app});
    });
}

/// Those that have versions here and are not in the scheduler's list.
void AppsPage::openGone() {
    if (!archive_)
        return;
    archive_->apps(this, [this](const base::Result<QStringList>& known) {
        constexpr int mostRows = 40;
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const QString& id : known ? *known : QStringList()) {
            const bool there = snapshot() && snapshot()->findApp(id) != cluster::noSlot;
            if (!there && menu->actions().size() < mostRows)
                menu->addAction(id, this, [this, id] { Q_EMIT objectRequested({ObjectRef::Kind::App, id}); });
        }
        if (menu->isEmpty())
            menu->addAction(known ? tr("No app was destroyed since this program looks.") : known.error().sentence)
                ->setEnabled(false);
        menu->popup(gone_->mapToGlobal(QPoint(0, gone_->height())));
    });
}

QWidget* AppsPage::inspector() {
    return inspectors_;
}
InspectorEdge AppsPage::inspectorEdge() const {
    return inspectors_->currentWidget() == groupInspector_ ? groupInspector_->edge() : inspector_->edge();
}

void AppsPage::attach(cluster::Session* session) {
    session_ = session;
    if (!session)
        return link_.detach();
    link_.attach(session);
    link_.change([expanded = expanded_, tree = shape_->current() == 0](tables::AppTreeProjection& projection) {
        projection.setExpanded(expanded);
        projection.setTree(tree);
    });
}

void AppsPage::apply(const cluster::Update& update) {
    if (!update.snapshot)
        return;
    link_.apply(update);
    if (!shown(update, base::SourceKind::Scheduler, update.snapshot->schedulerComplete))
        return;
    composes_->setVisible(scheduler::has(snapshot()->capabilities, scheduler::Capability::Compose));
    create_->setRefusal(text::actionRefusal(*snapshot(), base::SourceKind::Scheduler, nowMs()));
    currentChangedTo(table().currentObject());
    updateBulk();
}

void AppsPage::setNarrow(bool narrow) {
    create_->setText(narrow ? tr("New…") : tr("New app…"));
    gone_->setText(narrow ? QString() : tr("Destroyed…"));
}

bool AppsPage::reveal(const ObjectRef& object) {
    if (object.kind != ObjectRef::Kind::App && object.kind != ObjectRef::Kind::Group)
        return false;
    for (QString group = object.id.section(QLatin1Char('/'), 0, -2); !group.isEmpty();
         group = group.section(QLatin1Char('/'), 0, -2))
        expanded_.insert(group, true);
    link_.change([expanded = expanded_](tables::AppTreeProjection& projection) { projection.setExpanded(expanded); });
    table().showObject(object.id);
    return true;
}

void AppsPage::currentChangedTo(const QString& id) {
    const int row = table().currentIndex().row();
    const cluster::Slot slot = table().rows().slot(row);
    if (slot == cluster::noSlot) {
        const tables::GroupRow* group =
            row >= 0 && row < table().rows().rowCount() ? table().rows().group(row) : nullptr;
        const bool isGroup = group && group->kind == tables::RowKind::Group && snapshot();
        if (isGroup)
            groupInspector_->show(*snapshot(), *group, nowMs());
        else
            inspector_->showNothing(tr("Choose an app to see how it does."));
        inspectors_->setCurrentWidget(isGroup ? static_cast<QWidget*>(groupInspector_) : inspector_);
    } else {
        // Only the page that is seen decides whose instances are read.
        if (session_ && isVisible() && snapshot()->watchedApp != id)
            session_->watchApp(id);
        inspector_->show(snapshot(), slot, nowMs());
        inspectors_->setCurrentWidget(inspector_);
    }
    Q_EMIT inspectorChanged();
}

void AppsPage::updateBulk() {
    const QStringList& ticked = table().rows().ticked();
    int instances = 0;
    QStringList troubled;
    for (const QString& id : ticked) {
        const cluster::Slot slot = snapshot() ? snapshot()->findApp(id) : cluster::noSlot;
        if (slot == cluster::noSlot)
            continue;
        const cluster::AppRow& row = snapshot()->apps[slot];
        instances += row.app->instances;
        const auto state = text::appState(row);
        if (state == text::AppState::Degraded || state == text::AppState::Waiting || state == text::AppState::Deploying)
            troubled += QStringLiteral("%1 (%2)").arg(id, text::worded(state).word);
    }
    const QString risk = troubled.isEmpty() ? QString()
                                            : tr("%1 of %2 not calm: %3")
                                                  .arg(troubled.size())
                                                  .arg(ticked.size())
                                                  .arg(troubled.mid(0, 3).join(QStringLiteral(", ")));
    bulk_->show(int(ticked.size()), instances, risk,
                snapshot() ? text::actionRefusal(*snapshot(), base::SourceKind::Scheduler, nowMs()) : QString());
}

void AppsPage::askBulk(ActionRequest::Verb verb) {
    ActionRequest request;
    request.verb = verb;
    request.targets = table().rows().ticked();
    Q_EMIT actionRequested(request);
}

} // namespace mesoscope::widgets
