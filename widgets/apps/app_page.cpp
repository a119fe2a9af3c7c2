#include "widgets/apps/app_page.h"

#include "models/appspec/document.h"
#include "models/tables/column.h"
#include "models/text/format.h"
#include "models/text/states.h"
#include "widgets/apps/app_inspector.h"
#include "widgets/apps/app_versions.h"
#include "widgets/apps/instance_inspector.h"
#include "widgets/apps/rack_spread.h"
#include "widgets/apps/why_panel.h"
#include "widgets/inspector/pane.h"
#include "widgets/tables/event_list.h"
#include "widgets/tables/tones.h"
#include "widgets/theme/metrics.h"

#include <QMenu>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTabBar>

namespace mesoscope::widgets {

namespace {

using Verb = ActionRequest::Verb;

enum Tab { Instances, Configuration, Versions, Deployments, Events };

QPlainTextEdit* documentView(const QString& objectName, const QString& name) {
    auto* view = new QPlainTextEdit;
    view->setObjectName(objectName);
    view->setAccessibleName(name);
    view->setReadOnly(true);
    view->setFont(theme::font(Text::Mono));
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setFrameShape(QFrame::NoFrame);
    view->setTabChangesFocus(true);
    return view;
}

QString laidOut(const QByteArray& document) {
    return QString::fromUtf8(appspec::layOut(document, appspec::DocumentStyle{}, 0));
}

QVBoxLayout* paddedColumn(QWidget* parent) {
    auto* column = new QVBoxLayout(parent);
    column->setContentsMargins(metrics::gapLarge, metrics::gap, metrics::gapLarge, metrics::gap);
    column->setSpacing(metrics::gapSmall);
    return column;
}

QString constraintText(const scheduler::Constraint& constraint) {
    return QStringList{constraint.field, constraint.op, constraint.value}.join(QLatin1Char(' ')).trimmed();
}

} // namespace

AppPage::AppPage(QWidget* parent)
    : Page(QStringLiteral("app"), parent), inspectors_(new QStackedWidget), inspector_(new AppInspector),
      instance_(new InstanceInspector) {
    inspectors_->addWidget(inspector_);
    inspectors_->addWidget(instance_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(makeLine(this));
    stack_ = new QStackedWidget;
    for (QWidget* tab : {buildInstances(), buildConfiguration(), buildVersions(), buildDeployments(), buildEvents()})
        stack_->addWidget(tab);
    column->addWidget(stack_, 1);
    connect(inspector_, &AppInspector::actionRequested, this, &Page::actionRequested);
    connect(inspector_, &AppInspector::objectRequested, this, &Page::objectRequested);
    connect(instance_, &InstanceInspector::actionRequested, this, &Page::actionRequested);
    connect(instance_, &InstanceInspector::objectRequested, this, &Page::objectRequested);
    connect(table_, &ObjectTable::currentChangedTo, this, &AppPage::refreshInspector);
    setFocusProxy(table_);
}

QWidget* AppPage::buildHead() {
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(metrics::gap, metrics::gapSmall, metrics::gapLarge, 0);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::gapSmall);
    auto* back = Button::iconOnly(Glyph::Back, tr("Back"));
    back->setObjectName(QStringLiteral("appBack"));
    connect(back, &QPushButton::clicked, this, &AppPage::backRequested);
    name_ = new Words(QString(), Text::Heading);
    name_->setObjectName(QStringLiteral("appName"));
    state_ = new StatePill;
    figures_ = new Words(QString(), Text::Body, Tone::Secondary);
    row->addWidget(back);
    row->addWidget(name_);
    row->addWidget(state_);
    row->addWidget(figures_);
    row->addStretch(1);
    const auto add = [&](Glyph glyph, const QString& text, const QString& objectName, Verb verb) {
        auto* button = new Button(glyph, text);
        button->setObjectName(objectName);
        button->setAccessibleName(text);
        connect(button, &QPushButton::clicked, this, [this, verb] { ask(verb); });
        row->addWidget(button);
        return button;
    };
    edit_ = add(Glyph::Edit, tr("Edit…"), QStringLiteral("appPageEdit"), Verb::Deploy);
    scale_ = add(Glyph::Scale, tr("Scale…"), QStringLiteral("appPageScale"), Verb::Scale);
    restart_ = add(Glyph::Restart, tr("Restart…"), QStringLiteral("appPageRestart"), Verb::Restart);
    suspend_ = add(Glyph::Suspend, tr("Suspend…"), QStringLiteral("appPageSuspend"), Verb::Suspend);
    more_ = Button::iconOnly(Glyph::More, tr("More actions"));
    more_->setObjectName(QStringLiteral("appPageMore"));
    connect(more_, &QPushButton::clicked, this, &AppPage::openMenu);
    row->addWidget(more_);
    column->addLayout(row);
    auto* second = new QHBoxLayout;
    tabs_ = new QTabBar;
    tabs_->setObjectName(QStringLiteral("appTabs"));
    tabs_->setAccessibleName(tr("Parts of the app"));
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    for (const QString& tab : {tr("Instances"), tr("Configuration"), tr("Versions"), tr("Deployments"), tr("Events")})
        tabs_->addTab(tab);
    connect(tabs_, &QTabBar::currentChanged, this, &AppPage::showTab);
    traits_ = new Words(QString(), Text::Small, Tone::Secondary);
    second->addWidget(tabs_);
    second->addStretch(1);
    second->addWidget(traits_);
    column->addLayout(second);
    return head;
}

QWidget* AppPage::buildInstances() {
    auto* tab = new QWidget;
    auto* column = new QVBoxLayout(tab);
    column->setContentsMargins(0, metrics::gap, 0, 0);
    column->setSpacing(metrics::gapSmall);
    auto* whyBox = new QHBoxLayout;
    whyBox->setContentsMargins(metrics::gapLarge, 0, metrics::gapLarge, 0);
    why_ = new WhyPanel;
    whyBox->addWidget(why_);
    column->addLayout(whyBox);
    connect(why_, &WhyPanel::actionRequested, this, &Page::actionRequested);
    connect(why_, &WhyPanel::offersWanted, this, &AppPage::readOffers);
    auto* heading = new QHBoxLayout;
    heading->setContentsMargins(metrics::gapLarge, 0, metrics::gapLarge, 0);
    heading->addWidget(new Words(tr("Instances"), Text::Strong));
    instancesNote_ = new Words(QString(), Text::Body, Tone::Secondary);
    heading->addWidget(instancesNote_);
    heading->addStretch(1);
    auto* logs = new Button(Glyph::File, tr("Open logs"));
    logs->setObjectName(QStringLiteral("appInstanceLogs"));
    logs->setAccessibleName(tr("Open the logs of the chosen instances"));
    heading->addWidget(logs);
    connect(logs, &QPushButton::clicked, this, [this] {
        const QStringList tasks = table_->selectedObjects();
        if (!tasks.isEmpty())
            Q_EMIT objectRequested({ObjectRef::Kind::Task, tasks.join(QLatin1Char('\n')), ObjectRef::Part::Logs});
    });
    column->addLayout(heading);
    table_ = new ObjectTable(tables::instancesTable(), QStringLiteral("appInstances"), tr("Instances of the app"));
    table_->setStretch("health");
    table_->setTextElideMode(Qt::ElideMiddle); // ids differ at their ends
    table_->setMultiSelection(true);
    link_ = std::make_unique<TableLink<tables::TableProjection>>(*table_, [](const tables::TableQuery& query) {
        return std::make_unique<tables::TableProjection>(tables::instancesTable(), query);
    });
    connect(table_, &ObjectTable::opened, this, [this](const QString& task) {
        Q_EMIT objectRequested({ObjectRef::Kind::Task, task});
    });
    connect(table_, &ObjectTable::previewWanted, this, &Page::inspectorWanted);
    tableStack_ = new QStackedWidget;
    tableEmpty_ = new EmptyState;
    tableEmpty_->show(EmptyState::Kind::Loading, tr("Loading"), tr("The scheduler has not told of its instances yet."));
    tableStack_->addWidget(tableEmpty_);
    tableStack_->addWidget(table_);
    column->addWidget(tableStack_, 4);
    column->addWidget(makeLine(tab));
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(metrics::gapLarge, 0, metrics::gapLarge, metrics::gap);
    bottom->setSpacing(metrics::gapHuge);
    const auto part = [&](const QString& title, QWidget* content) {
        auto* box = new QVBoxLayout;
        box->setSpacing(4);
        auto* words = new Words(title, Text::Strong);
        words->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        box->addWidget(words);
        box->addWidget(content, 1);
        bottom->addLayout(box, 1);
    };
    latest_ = new EventList(QStringLiteral("appLatest"));
    spread_ = new RackSpread;
    part(tr("Latest events"), latest_);
    part(tr("Where they run"), spread_);
    bottom_ = new QWidget;
    bottom_->setLayout(bottom);
    column->addWidget(bottom_, 2);
    return tab;
}

QWidget* AppPage::buildConfiguration() {
    auto* tab = new QWidget;
    auto* column = paddedColumn(tab);
    auto* row = new QHBoxLayout;
    row->addWidget(new Words(tr("As the scheduler holds it; read-only here."), Text::Small, Tone::Secondary));
    row->addStretch(1);
    column->addLayout(row);
    configuration_ = documentView(QStringLiteral("appConfiguration"), tr("Configuration"));
    column->addWidget(configuration_, 1);
    return tab;
}

QWidget* AppPage::buildVersions() {
    versions_ = new AppVersions;
    connect(versions_, &AppVersions::deployWanted, this, &AppPage::deployVersion);
    connect(versions_, &AppVersions::documentWanted, this, &AppPage::deployDocument);
    connect(versions_, &AppVersions::countChanged, this, [this] {
        tabs_->setTabText(Versions,
                          versions_->count() > 0 ? tr("Versions %1").arg(versions_->count()) : tr("Versions"));
    });
    return versions_;
}

void AppPage::setArchive(history::VersionArchive* archive) {
    versions_->setArchive(archive);
    archive_ = archive;
    kept_.set({});
    keptEvents_.clear();
    attachedMs_ = 0;
    if (!archive)
        return;
    archive->deployments(this, [this](const base::Result<QList<scheduler::DeploymentRecordPtr>>& kept) {
        if (kept)
            kept_.set(*kept);
    });
    readKeptEvents();
}

/// Of this app, also those that the session does not hold any more.
void AppPage::readKeptEvents() {
    if (!archive_ || app_.isEmpty())
        return;
    archive_->eventsOf(app_, 200, this, [this, app = app_](const base::Result<QList<cluster::EventNote>>& kept) {
        if (!kept || app != app_)
            return;
        keptEvents_ = *kept;
        if (snapshot_)
            refresh();
    });
}

QList<cluster::EventNote> AppPage::eventsOfApp(int limit) const {
    QList<cluster::EventNote> events = notesAbout(*snapshot_, {app_}, limit);
    const qint64 oldest = snapshot_->notes.isEmpty() ? snapshot_->atMs : snapshot_->notes.first().atMs;
    for (const cluster::EventNote& note : keptEvents_) {
        if (note.atMs < oldest && events.size() < limit)
            events.append(note);
    }
    return events;
}

QWidget* AppPage::buildDeployments() {
    auto* tab = new QWidget;
    auto* column = paddedColumn(tab);
    deployments_ = new KeyValues;
    deployments_->setKeyWidth(320);
    connect(deployments_, &KeyValues::linkActivated, this, [this](const QString& id) {
        Q_EMIT objectRequested({ObjectRef::Kind::Deployment, id});
    });
    column->addWidget(deployments_);
    column->addStretch(1);
    return tab;
}

QWidget* AppPage::buildEvents() {
    auto* tab = new QWidget;
    auto* column = paddedColumn(tab);
    events_ = new EventList(QStringLiteral("appEvents"));
    column->addWidget(events_, 1);
    return tab;
}

QWidget* AppPage::inspector() {
    return inspectors_;
}

InspectorEdge AppPage::inspectorEdge() const {
    return inspectors_->currentWidget() == instance_ ? instance_->edge() : inspector_->edge();
}

void AppPage::attach(cluster::Session* session) {
    versions_->attach(session);
    if (session_ && !session)
        session_->removeProjection(whyProjection_);
    session_ = session;
    if (session) {
        link_->attach(session);
        whyProjection_ = session->addProjection(std::make_unique<tables::WhyProjection>(app_));
        session->setProjectionShown(whyProjection_, isVisible());
    } else {
        link_->detach();
    }
}

void AppPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    if (session_)
        session_->setProjectionShown(whyProjection_, true);
}

void AppPage::hideEvent(QHideEvent* event) {
    Page::hideEvent(event);
    if (session_)
        session_->setProjectionShown(whyProjection_, false);
}

void AppPage::apply(const cluster::Update& update) {
    if (!update.snapshot)
        return;
    snapshot_ = update.snapshot;
    nowMs_ = std::max(nowMs_, snapshot_->atMs);
    attachedMs_ = attachedMs_ == 0 ? snapshot_->atMs : attachedMs_;
    if (app_.isEmpty())
        return;
    link_->apply(update);
    std::shared_ptr<const void> answer;
    for (const auto& [id, result] : update.projections) {
        if (session_ && id == whyProjection_ && result)
            answer = result;
    }
    if (!session_) {
        if (!localWhy_)
            localWhy_ = std::make_unique<tables::WhyProjection>(app_);
        localWhy_->setApp(app_);
        answer = localWhy_->project(snapshot_, update.diff);
    }
    if (answer) {
        const auto& why = *static_cast<const tables::WhyAnswer*>(answer.get());
        if (why.app == app_)
            why_->show(app_, why.why, refusal(), nowMs_);
    }
    refresh();
}

void AppPage::tick(qint64 nowMs) {
    nowMs_ = nowMs;
    table_->rows().setNow(nowMs);
}

bool AppPage::reveal(const ObjectRef& object) {
    if (object.kind != ObjectRef::Kind::App)
        return false;
    if (object.id != app_) {
        app_ = object.id;
        why_->hide();
        shownDocument_.clear();
        configuration_->clear();
        keptEvents_.clear();
        readKeptEvents();
        tabs_->setCurrentIndex(Instances);
    }
    if (session_) {
        session_->watchApp(app_);
        session_->changeProjection(whyProjection_, [app = app_](cluster::Projection& projection) {
            static_cast<tables::WhyProjection&>(projection).setApp(app);
        });
    }
    if (snapshot_)
        refresh();
    Q_EMIT headingChanged();
    return true;
}

cluster::Slot AppPage::slot() const {
    return snapshot_ ? snapshot_->findApp(app_) : cluster::noSlot;
}

QString AppPage::refusal() const {
    return snapshot_ ? text::actionRefusal(*snapshot_, base::SourceKind::Scheduler, nowMs_) : QString();
}

void AppPage::refresh() {
    const cluster::Slot at = slot();
    name_->setText(app_);
    refreshInspector();
    refreshInstances();
    versions_->show(app_, at == cluster::noSlot ? nullptr : snapshot_->apps[at].app, refusal(), nowMs_);
    refreshDeployments(at == cluster::noSlot ? nullptr : snapshot_->apps[at].app);
    if (at == cluster::noSlot) {
        latest_->setEvents(eventsOfApp(12), nowMs_, attachedMs_);
        events_->setEvents(eventsOfApp(200), nowMs_, attachedMs_);
        state_->setLook({Glyph::Question, Tone::Unknown,
                         snapshot_->schedulerComplete ? tr("not there any more") : tr("not known yet")});
        figures_->setText(
            snapshot_->schedulerComplete
                ? tr("The scheduler has no app of this name. Its versions, as far as they were seen, are kept.")
                : QString());
        why_->hide();
        tabs_->setTabText(Instances, tr("Instances"));
        traits_->clear();
        instancesNote_->clear();
        for (Button* button : {edit_, scale_, restart_, suspend_, more_})
            button->setEnabled(false);
        return;
    }
    const cluster::AppRow& row = snapshot_->apps[at];
    version_ = row.app->version;
    refreshHead(row);
    refreshActions(row);
    latest_->setEvents(eventsOfApp(12), nowMs_, attachedMs_);
    events_->setEvents(eventsOfApp(200), nowMs_, attachedMs_);
    if (snapshot_->watchedApp == app_)
        spread_->show(*snapshot_);
    if (row.app->document != shownDocument_) {
        shownDocument_ = row.app->document;
        configuration_->setPlainText(laidOut(shownDocument_));
    }
}

/// In a small window the instances need the room more than what stands below them.
void AppPage::setNarrow(bool narrow) {
    narrow_ = narrow;
    bottom_->setVisible(!(narrow_ && why_->isVisibleTo(this)));
}

/// Not known yet and known to be none are two looks.
void AppPage::refreshInstances() {
    bottom_->setVisible(!(narrow_ && why_->isVisibleTo(this)));
    const bool known = snapshot_->watchedApp == app_ && snapshot_->watchedKnown;
    const bool gone = slot() == cluster::noSlot && snapshot_->schedulerComplete;
    const bool none = known && snapshot_->watchedInstances && snapshot_->watchedInstances->isEmpty();
    if (gone)
        tableEmpty_->show(EmptyState::Kind::KnownEmpty, tr("No instance"), tr("The app is not there any more."));
    else if (none)
        tableEmpty_->show(EmptyState::Kind::KnownEmpty, tr("No instance"), tr("None runs, and none is being started."));
    else if (!known)
        tableEmpty_->show(EmptyState::Kind::Loading, tr("Loading"),
                          tr("The scheduler has not told of its instances yet."));
    // Without a session (a picture of a made-up cluster) nobody is asked.
    tableStack_->setCurrentWidget(!gone && ((known && !none) || !session_) ? static_cast<QWidget*>(table_)
                                                                           : tableEmpty_);
}

/// The current instance, else the app.
void AppPage::refreshInspector() {
    if (!snapshot_)
        return;
    const cluster::Slot current =
        stack_->currentIndex() == Instances ? table_->rows().slot(table_->currentIndex().row()) : cluster::noSlot;
    const auto& instances = snapshot_->watchedInstances;
    if (instances && snapshot_->watchedApp == app_ && current < cluster::Slot(instances->size())) {
        instance_->show(*snapshot_, instances->at(current), nowMs_);
        inspectors_->setCurrentWidget(instance_);
    } else {
        inspector_->show(snapshot_, slot(), nowMs_);
        inspectors_->setCurrentWidget(inspector_);
    }
    Q_EMIT inspectorChanged();
}

void AppPage::refreshHead(const cluster::AppRow& row) {
    const scheduler::App& app = *row.app;
    const tables::HealthCounts health = tables::healthOf(row);
    const int up = health.healthy + health.unchecked;
    state_->setLook(lookOf(text::appState(row)));
    QStringList figures{app.hasHealthChecks ? tr("%1 of %2 healthy").arg(up).arg(health.wanted)
                                            : tr("%1 of %2 running").arg(up).arg(health.wanted)};
    const QString tag = text::imageTag(app.image);
    const qint64 changed = std::max(app.lastConfigChangeMs, app.versionMs);
    if (!tag.isEmpty())
        figures +=
            changed > 0 ? tr("version %1 for %2").arg(tag, text::ageSince(changed, nowMs_)) : tr("version %1").arg(tag);
    figures_->setText(figures.join(QStringLiteral("   ")));
    QStringList traits;
    if (!app.role.isEmpty())
        traits += tr("role %1").arg(app.role);
    for (const auto& constraint : app.constraints)
        traits += constraintText(constraint);
    traits += tr("%1 cpu, %2 each").arg(text::cpus(app.cpus), text::memory(app.mem));
    traits_->setText(traits.join(QStringLiteral(" · ")));
    tabs_->setTabText(Instances, tr("Instances %1").arg(text::integer(app.instances)));
    QStringList note{tr("%1 wanted").arg(health.wanted), tr("%1 running").arg(app.tasksRunning)};
    if (health.waiting > 0)
        note += tr("%1 waiting").arg(health.waiting);
    if (health.lost > 0)
        note += tr("%1 unreachable").arg(health.lost);
    instancesNote_->setText(note.join(QStringLiteral(", ")));
}

void AppPage::refreshActions(const cluster::AppRow& row) {
    using C = scheduler::Capability;
    const QString why = refusal();
    const auto offer = [&](Button* button, C capability, const QString& other = {}) {
        const bool can = scheduler::has(snapshot_->capabilities, capability);
        button->setRefusal(!why.isEmpty() ? why : !can ? tr("This scheduler can't do it.") : other);
    };
    offer(edit_, C::Deploy);
    offer(scale_, C::Scale);
    offer(restart_, C::Restart, row.app->instances == 0 ? tr("Nothing runs that could restart.") : QString());
    offer(suspend_, C::Suspend, row.app->instances == 0 ? tr("It is suspended.") : QString());
    more_->setEnabled(true);
}

namespace {

/// One line of a deployment that runs or ended: what, how it ended, how long it took.
KeyValue deploymentLine(const scheduler::DeploymentRecord& record, bool earlier, qint64 nowMs) {
    const scheduler::Deployment& d = record.deployment;
    const bool runs = record.endedMs == 0;
    const QString outcome = runs                  ? AppPage::tr("step %1 of %2").arg(d.currentStep).arg(d.totalSteps)
                            : record.succeeded    ? AppPage::tr("succeeded")
                            : record.outcomeKnown ? AppPage::tr("ended without success: %1").arg(record.reason)
                                                  : AppPage::tr("ended while nobody watched");
    KeyValue line{AppPage::tr("%1 at %2").arg(text::deploymentKind(d), text::timeOfDay(record.startedMs, nowMs)),
                  earlier ? AppPage::tr("%1, recorded earlier").arg(outcome) : outcome,
                  runs                                       ? Tone::Accent
                  : record.succeeded || !record.outcomeKnown ? Tone::Text
                                                             : Tone::Warning};
    line.rest = text::duration((runs ? nowMs : record.endedMs) - record.startedMs);
    line.link = d.id;
    line.tip = text::exactTime(record.startedMs);
    return line;
}

} // namespace

void AppPage::refreshDeployments(const scheduler::AppPtr& app) {
    QList<KeyValue> rows;
    for (const auto& record : kept_.beside(snapshot_->deploymentLog, snapshot_->schedulerComplete)) {
        if (record->deployment.affectedApps.contains(app_))
            rows.append(deploymentLine(*record, kept_.isOnlyKept(record->deployment.id), nowMs_));
    }
    if (rows.isEmpty())
        rows.append({tr("deployments"), tr("none since this program looks"), Tone::Secondary});
    if (app) {
        KeyValue last{tr("last change of the definition"), text::ago(app->lastConfigChangeMs, nowMs_)};
        last.tip = text::exactTime(app->lastConfigChangeMs);
        rows.append(last);
        KeyValue scaled{tr("last scaling"), text::ago(app->lastScalingMs, nowMs_)};
        scaled.tip = text::exactTime(app->lastScalingMs);
        rows.append(scaled);
    }
    deployments_->setRows(rows);
}

void AppPage::showTab(int tab) {
    stack_->setCurrentIndex(tab);
    refreshInspector();
    if (tab == Versions)
        versions_->read();
    if (tab == Events)
        readKeptEvents();
}

void AppPage::ask(Verb verb) {
    ActionRequest request;
    request.verb = verb;
    request.targets = QStringList{app_};
    request.seenVersion = version_;
    Q_EMIT actionRequested(request);
}

void AppPage::deployVersion(const QString& version) {
    ActionRequest request;
    request.verb = Verb::DeployVersion;
    request.targets = QStringList{app_};
    request.seenVersion = version_;
    request.version = version;
    Q_EMIT actionRequested(request);
}

/// A version that only this program has left goes through the review of the editor.
void AppPage::deployDocument(const QByteArray& document) {
    ActionRequest request;
    request.verb = Verb::Deploy;
    request.targets = QStringList{app_};
    request.document = document;
    Q_EMIT actionRequested(request);
}

void AppPage::readOffers() {
    if (!session_)
        return;
    session_->unusedOffers(app_, this, [this, app = app_](const base::Result<QList<scheduler::UnusedOffer>>& offers) {
        if (app != app_)
            return;
        why_->showOffers(offers ? tr("%Ln agent(s) offered and were refused", nullptr, int(offers->size()))
                                : offers.error().sentence);
        if (offers && session_)
            session_->changeProjection(whyProjection_, [app, offers = *offers](cluster::Projection& projection) {
                static_cast<tables::WhyProjection&>(projection).setOffers(app, offers);
            });
    });
}

void AppPage::openMenu() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool can = refusal().isEmpty();
    menu->setToolTipsVisible(true);
    const auto add = [&](Glyph glyph, const QString& text, Verb verb, const QString& other = {}) {
        QAction* action = menu->addAction(icon(glyph), text, this, [this, verb] { ask(verb); });
        action->setEnabled(can && other.isEmpty());
        action->setToolTip(can ? other : refusal());
    };
    const bool unfinished = text::hasUnfinishedCanary(*snapshot_, app_);
    using C = scheduler::Capability;
    const auto has = [this](C capability) { return scheduler::has(snapshot_->capabilities, capability); };
    // What this scheduler cannot do at all is not offered.
    if (has(C::ResetDelay))
        add(Glyph::Clock, tr("Reset the launch delay…"), Verb::ResetDelay);
    if (has(C::Canary)) {
        add(Glyph::Play, tr("Start…"), Verb::Start);
        add(Glyph::Deploy, unfinished ? tr("Go on with the canary…") : tr("Canary…"), Verb::Canary);
    }
    if (has(C::Weights))
        add(Glyph::Scale, tr("Shift traffic to the canary…"), Verb::SetWeights,
            unfinished ? QString() : tr("No canary of it is unfinished."));
    menu->addSeparator();
    add(Glyph::Destroy, tr("Destroy…"), Verb::Destroy);
    menu->popup(more_->mapToGlobal(QPoint(0, more_->height())));
}

} // namespace mesoscope::widgets
