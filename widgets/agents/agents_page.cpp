#include "widgets/agents/agents_page.h"

#include "models/tables/cause.h"
#include "models/text/format.h"
#include "models/text/states.h"
#include "widgets/agents/agent_inspector.h"
#include "widgets/agents/capacity_legend.h"
#include "widgets/agents/details_pane.h"
#include "widgets/agents/drain_curve.h"
#include "widgets/agents/fact_table.h"
#include "widgets/agents/frameworks_pane.h"
#include "widgets/agents/maintenance_pane.h"
#include "widgets/agents/resources_pane.h"
#include "widgets/agents/roles_pane.h"
#include "widgets/inspector/pane.h"
#include "widgets/tables/state_counts.h"
#include "widgets/theme/metrics.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>

#include <array>

namespace mesoscope::widgets {

namespace {

using cluster::AgentState;

constexpr std::array countedStates{AgentState::Active,       AgentState::Unreachable, AgentState::Recovering,
                                   AgentState::Disconnected, AgentState::Draining,    AgentState::Drained,
                                   AgentState::Deactivated,  AgentState::Gone};
/// How often the impact of a drain is worked out again for the same agent.
constexpr qint64 impactEveryMs = 30'000;
/// The same for the course of a drain: it goes through all tasks.
constexpr qint64 courseEveryMs = 2'000;

std::unique_ptr<tables::TableProjection> projectionOf(const tables::Table& table, const tables::TableQuery& query) {
    return std::make_unique<tables::TableProjection>(table, query);
}

QString share(double part, double whole) {
    return whole > 0 ? text::percent(part / whole) : text::none();
}

QTabBar* tabBar(const QString& objectName, const QString& name, const QStringList& tabs) {
    auto* bar = new QTabBar;
    bar->setObjectName(objectName);
    bar->setAccessibleName(name);
    bar->setDrawBase(false);
    bar->setExpanding(false);
    for (const QString& tab : tabs)
        bar->addTab(tab);
    return bar;
}

} // namespace

AgentsPage::AgentsPage(QWidget* parent)
    : ListPage(QStringLiteral("agents"), tables::agentsTable(), tr("filter: state, rack, attribute, version, tasks…"),
               parent),
      link_(table(), [](const tables::TableQuery& query) { return projectionOf(tables::agentsTable(), query); }),
      inspector_(new AgentInspector) {
    setFilterTaker([this](const tables::FilterExpression& filter) { return link_.setFilter(filter); });
    table().setStretch("attributes");
    table().setMultiSelection(true);
    buildViews();
    buildActions();
    pool_.setMaxThreadCount(1);
    connect(inspector_, &AgentInspector::actionRequested, this, &Page::actionRequested);
    connect(inspector_, &AgentInspector::objectRequested, this, &Page::objectRequested);
    connect(&table(), &ObjectTable::opened, this, &Page::inspectorWanted);
    connect(&table(), &ObjectTable::selectionChangedTo, this, &AgentsPage::updateActions);
}

AgentsPage::~AgentsPage() {
    pool_.waitForDone();
}

/// The agents with what belongs to them are one view beside the others.
void AgentsPage::buildViews() {
    auto* agents = new QWidget;
    auto* column = new QVBoxLayout(agents);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QWidget* holder = column_->takeAt(0)->widget();
    views_ = tabBar(QStringLiteral("agentsViews"), tr("What the master owns"),
                    {tr("Agents"), tr("Frameworks"), tr("Roles"), tr("Maintenance"), tr("Master")});
    views_->setContentsMargins(metrics::gapSmall, 0, 0, 0);
    column_->addWidget(views_);
    column_->addWidget(makeLine(this));
    stack_ = new QStackedWidget;
    frameworks_ = new FrameworksPane;
    roles_ = new RolesPane;
    maintenance_ = new MaintenancePane;
    master_ = new DetailsPane(DetailsPane::Of::Master);
    for (QWidget* view : {agents, static_cast<QWidget*>(frameworks_), static_cast<QWidget*>(roles_),
                          static_cast<QWidget*>(maintenance_), static_cast<QWidget*>(master_)})
        stack_->addWidget(view);
    column_->addWidget(stack_, 1);
    QVBoxLayout* page = column_;
    column_ = column;
    buildTop();
    column->addWidget(holder, 3);
    buildBottom();
    column_ = page;
    connect(views_, &QTabBar::currentChanged, this, &AgentsPage::showView);
    connect(frameworks_, &FrameworksPane::actionRequested, this, &Page::actionRequested);
    connect(roles_, &RolesPane::actionRequested, this, &Page::actionRequested);
    connect(maintenance_, &MaintenancePane::actionRequested, this, &Page::actionRequested);
}

void AgentsPage::buildTop() {
    auto* top = new QWidget;
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(metrics::gapSmall, 4, metrics::gapLarge, 4);
    counts_ = new StateCounts(QStringLiteral("agentStates"));
    legend_ = new CapacityLegend;
    row->addWidget(counts_);
    row->addStretch(1);
    row->addWidget(legend_);
    column_->addWidget(top);
    connect(counts_, &StateCounts::clicked, this,
            [this](const QString& key) { filter().setExpression(QStringLiteral("state:") + key); });
}

void AgentsPage::buildBottom() {
    totals_ = new Words(QString(), Text::Small, Tone::Secondary);
    totals_->setContentsMargins(metrics::gapLarge, 4, metrics::gapLarge, 4);
    column_->addWidget(totals_);
    bottom_ = new QWidget;
    auto* column = new QVBoxLayout(bottom_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::gap);
    bottomTitle_ = new Words(QString(), Text::Strong);
    bottomTitle_->setContentsMargins(metrics::gapLarge, 0, 0, 0);
    parts_ = tabBar(QStringLiteral("agentParts"), tr("Parts of the agent"),
                    {tr("Tasks"), tr("Resources"), tr("Drain"), tr("Containers, flags, metrics")});
    row->addWidget(bottomTitle_);
    row->addWidget(parts_);
    row->addStretch(1);
    tasks_ = new ObjectTable(tables::tasksTable(), QStringLiteral("agentTasks"), tr("Tasks of the agent"));
    for (const char* hidden : {"host", "rack"})
        tasks_->setColumnShown(hidden, false);
    tasks_->setStretch("reason");
    tasksLink_ = std::make_unique<TableLink<tables::TableProjection>>(
        *tasks_, [](const tables::TableQuery& query) { return projectionOf(tables::tasksTable(), query); });
    tasksLink_->setFilter(*tables::parseFilter(QStringLiteral("agent:no-agent-is-chosen")));
    resources_ = new ResourcesPane;
    QWidget* drain = buildDrain();
    inside_ = new DetailsPane(DetailsPane::Of::Agent);
    partStack_ = new QStackedWidget;
    for (QWidget* part :
         {static_cast<QWidget*>(tasks_), static_cast<QWidget*>(resources_), drain, static_cast<QWidget*>(inside_)})
        partStack_->addWidget(part);
    column->addWidget(makeLine(bottom_));
    column->addLayout(row);
    column->addWidget(partStack_, 1);
    column_->addWidget(bottom_, 2);
    bottom_->hide();
    connect(parts_, &QTabBar::currentChanged, this, [this](int part) {
        partStack_->setCurrentIndex(part);
        if (snapshot())
            currentChangedTo(table().currentObject());
    });
    connect(tasks_, &ObjectTable::opened, this, [this](const QString& id) {
        Q_EMIT objectRequested({ObjectRef::Kind::Task, id});
    });
}

QWidget* AgentsPage::buildDrain() {
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    drainCurve_ = new DrainCurve;
    drainTasks_ =
        new FactTable(QStringLiteral("agentDrainTasks"), tr("Tasks of a drain"),
                      {tr("Task"), tr("App"), tr("Ends"), tr("State"), tr("Goes on as (inferred)"), tr("On agent")});
    column->addWidget(drainCurve_);
    column->addWidget(drainTasks_, 1);
    return part;
}

void AgentsPage::buildActions() {
    selected_ = new Words(QString(), Text::Body, Tone::Secondary);
    drain_ = new Button(Glyph::Drain, tr("Drain…"));
    drain_->setObjectName(QStringLiteral("agentsDrain"));
    schedule_ = new Button(Glyph::Clock, tr("Maintenance…"));
    schedule_->setObjectName(QStringLiteral("agentsMaintenance"));
    titleRow_->addWidget(selected_);
    titleRow_->addWidget(new ButtonReason(drain_));
    titleRow_->addWidget(schedule_);
    titleRow_->addWidget(drain_);
    connect(drain_, &QPushButton::clicked, this, [this] { ask(ActionRequest::Verb::DrainAgents); });
    connect(schedule_, &QPushButton::clicked, this, &AgentsPage::scheduleChosen);
    updateActions();
}

QWidget* AgentsPage::inspector() {
    return inspector_;
}
InspectorEdge AgentsPage::inspectorEdge() const {
    return inspector_->edge();
}

void AgentsPage::attach(cluster::Session* session) {
    if (session) {
        link_.attach(session);
        tasksLink_->attach(session);
    } else {
        link_.detach();
        tasksLink_->detach();
    }
    shown_.clear();
    impactOf_.clear();
    courseOf_.clear();
    heldBy_.clear();
    details_.reset();
    if (session) {
        details_ = std::make_unique<cluster::Details>(*session);
        connect(details_.get(), &cluster::Details::holdingsRead, inspector_, &AgentInspector::showHoldings);
    }
    frameworks_->attach(session);
    roles_->attach(session);
    inside_->attach(session);
    master_->attach(session);
}

void AgentsPage::apply(const cluster::Update& update) {
    if (!update.snapshot)
        return;
    link_.apply(update);
    tasksLink_->apply(update);
    if (!shown(update, base::SourceKind::Master, update.snapshot->masterComplete))
        return;
    frameworks_->apply(update, nowMs());
    roles_->apply(update, nowMs());
    inside_->setSnapshot(update.snapshot);
    master_->setSnapshot(update.snapshot);
    QList<StateCount> counts;
    for (const AgentState state : countedStates)
        counts.append({QString::fromLatin1(text::plainWord(state)), lookOf(state),
                       int(update.snapshot->totals.agentsByState[std::size_t(state)])});
    counts_->setCounts(counts);
    // Looks at every lost agent: not for a page that nobody sees.
    if (isVisible())
        updateTotals();
    if (stack_->currentIndex() == Maintenance)
        maintenance_->apply(update.snapshot, nowMs());
    currentChangedTo(table().currentObject());
    updateActions();
}

void AgentsPage::setNarrow(bool narrow) {
    narrow_ = narrow;
    legend_->setVisible(!narrow);
}

void AgentsPage::showEvent(QShowEvent* event) {
    ListPage::showEvent(event);
    if (snapshot())
        updateTotals();
}

bool AgentsPage::reveal(const ObjectRef& object) {
    if (object.kind == ObjectRef::Kind::Framework) {
        views_->setCurrentIndex(Frameworks);
        frameworks_->reveal(object.id);
        return true;
    }
    if (object.kind != ObjectRef::Kind::Agent)
        return false;
    views_->setCurrentIndex(Agents);
    table().showObject(object.id);
    return true;
}

void AgentsPage::showView(int view) {
    stack_->setCurrentIndex(view);
    if (view == Maintenance && snapshot())
        maintenance_->apply(snapshot(), nowMs());
    updateActions();
}

void AgentsPage::updateTotals() {
    const cluster::Totals& all = snapshot()->totals;
    QStringList parts{
        tr("whole cluster: %Ln task(s)", nullptr, int(all.tasks)),
        tr("cpu %1 % of %2").arg(share(all.allocated.cpus, all.total.cpus), text::cpus(all.total.cpus)),
        tr("memory %1 % of %2 GiB").arg(share(all.allocated.mem, all.total.mem), text::gib(all.total.mem)),
        tr("disk %1 % of %2 GiB").arg(share(all.allocated.disk, all.total.disk), text::gib(all.total.disk))};
    const QString cause = tables::lostAgentsSentence(tables::lostAgents(*snapshot()), nowMs());
    if (!cause.isEmpty())
        parts.prepend(cause);
    totals_->setText(parts.join(QStringLiteral("   ·   ")));
}

void AgentsPage::updateActions() {
    const int count = stack_->currentIndex() == Agents ? table().selectedCount() : 0;
    selected_->setText(count > 1 ? tr("%Ln selected", nullptr, count) : QString());
    drain_->setVisible(count > 0);
    schedule_->setVisible(count > 0);
    drain_->setText(count > 1 ? tr("Drain %Ln…", nullptr, count) : tr("Drain…"));
    drain_->setRefusal(snapshot() ? text::actionRefusal(*snapshot(), base::SourceKind::Master, nowMs()) : QString());
}

void AgentsPage::ask(ActionRequest::Verb verb) {
    ActionRequest request;
    request.verb = verb;
    request.targets = table().selectedObjects();
    if (!request.targets.isEmpty())
        Q_EMIT actionRequested(request);
}

void AgentsPage::scheduleChosen() {
    QStringList hosts;
    for (const QString& id : table().selectedObjects()) {
        const cluster::Slot slot = snapshot()->findAgent(id.toStdString());
        if (slot != cluster::noSlot)
            hosts << snapshot()->text(snapshot()->agents[slot].hostname);
    }
    views_->setCurrentIndex(Maintenance);
    maintenance_->suggest(hosts);
}

void AgentsPage::currentChangedTo(const QString& id) {
    const cluster::Slot slot = table().rows().slot(table().currentIndex().row());
    inspector_->show(snapshot(), slot, nowMs());
    Q_EMIT inspectorChanged();
    bottom_->setVisible(slot != cluster::noSlot && height() > 560);
    if (slot == cluster::noSlot)
        return;
    const cluster::AgentRow& agent = snapshot()->agents[slot];
    bottomTitle_->setText(snapshot()->text(agent.hostname));
    parts_->setTabText(Tasks, tr("Tasks %1").arg(text::integer(agent.tasks)));
    if (parts_->currentIndex() == Resources)
        resources_->show(*snapshot(), agent);
    else if (parts_->currentIndex() == Drain)
        showDrain(agent);
    inside_->setAgent(id);
    if (id != shown_) {
        showTasksOf(id);
        showDrain(agent);
        resources_->show(*snapshot(), agent);
    }
    workOutImpact();
    workOutCourse();
    askHoldings(id, agent);
}

/// Only of agents on which something is reserved, once for each look and each change.
void AgentsPage::askHoldings(const QString& id, const cluster::AgentRow& agent) {
    if (!details_ || !isVisible() || (id == heldBy_ && agent.reservations == held_))
        return;
    heldBy_ = id;
    held_ = agent.reservations;
    if (agent.reservations != 0)
        details_->readHoldings(id);
    else
        inspector_->showHoldings(id, {}, {});
}

void AgentsPage::showTasksOf(const QString& agent) {
    shown_ = agent;
    tables::FilterExpression filter;
    tables::FilterTerm term;
    term.field = QStringLiteral("agent");
    term.values = QStringList{agent};
    filter.terms = {term};
    tasksLink_->setFilter(filter);
}

void AgentsPage::showDrain(const cluster::AgentRow& agent) {
    if (agent.state != AgentState::Draining && agent.state != AgentState::Drained) {
        drainCurve_->setCourse({}, 0, nowMs());
        drainTasks_->setRows({});
        drainTasks_->setSentence(tr("The agent is not being drained."));
        return;
    }
    const cluster::DrainProgress progress = cluster::drainProgress(*snapshot(), agent, nowMs());
    const bool known = courseOf_ == snapshot()->text(agent.id);
    drainCurve_->setCourse(known ? course_ : cluster::DrainCourse(), progress.endsMs, nowMs());
    const QList<QStringList> rows = drainRows(progress);
    drainTasks_->setRows(rows);
    if (rows.isEmpty())
        drainTasks_->setSentence(tr("All its tasks have ended."));
}

/// What is still there, then what has ended with the instance that took its place.
QList<QStringList> AgentsPage::drainRows(const cluster::DrainProgress& progress) const {
    QList<QStringList> rows;
    for (const cluster::StuckTask& task : progress.tasks)
        rows << QStringList{task.task,
                            task.app,
                            tr("%1 at the latest").arg(text::timeOfDay(task.endsMs, nowMs())),
                            task.overdue ? tr("should have ended") : tr("ending"),
                            QString(),
                            QString()};
    if (courseOf_ != shown_)
        return rows;
    for (const cluster::MovedTask& moved : course_.moved) {
        const QString successor =
            moved.replacement.isEmpty()
                ? (moved.app.isEmpty() ? text::none() : tr("none yet"))
                : QStringLiteral("%1 (%2)").arg(moved.replacement, lookOf(moved.replacementState).word);
        rows << QStringList{moved.task,
                            moved.app,
                            text::timeOfDay(moved.endedMs, nowMs()),
                            lookOf(moved.state).word,
                            successor,
                            moved.replacementHost};
    }
    return rows;
}

/// The course of the chosen agent's drain, while somebody looks at it.
void AgentsPage::workOutCourse() {
    const cluster::Slot slot = table().rows().slot(table().currentIndex().row());
    const QString agent = table().currentObject();
    const qint64 now = snapshot()->atMs;
    const bool due = agent != courseOf_ || std::abs(now - courseAtMs_) >= courseEveryMs;
    if (!isVisible() || slot == cluster::noSlot || parts_->currentIndex() != Drain || !due ||
        pool_.activeThreadCount() > 0)
        return;
    const AgentState state = snapshot()->agents[slot].state;
    if (state != AgentState::Draining && state != AgentState::Drained)
        return;
    courseAtMs_ = now;
    pool_.start([page = QPointer<AgentsPage>(this), self = this, snapshot = snapshot(), slot, agent, now] {
        const cluster::DrainCourse course = cluster::drainCourse(*snapshot, slot, now);
        QMetaObject::invokeMethod(
            self,
            [page, course, agent] {
                if (page)
                    page->takeCourse(agent, course);
            },
            Qt::QueuedConnection);
    });
}

void AgentsPage::takeCourse(const QString& agent, const cluster::DrainCourse& course) {
    courseOf_ = agent;
    course_ = course;
    const cluster::Slot slot = table().rows().slot(table().currentIndex().row());
    if (snapshot() && slot != cluster::noSlot && table().currentObject() == agent)
        showDrain(snapshot()->agents[slot]);
}

/// For the inspector: what the agent's services would lose and whether the rest can carry it.
void AgentsPage::workOutImpact() {
    const QString agent = table().currentObject();
    const qint64 now = snapshot()->atMs;
    if (!isVisible() || agent.isEmpty() || (agent == impactOf_ && std::abs(now - impactAtMs_) < impactEveryMs) ||
        pool_.activeThreadCount() > 0)
        return;
    impactOf_ = agent;
    impactAtMs_ = now;
    const cluster::Slot slot = table().rows().slot(table().currentIndex().row());
    pool_.start([page = QPointer<AgentsPage>(this), self = this, snapshot = snapshot(), slot, agent] {
        const QList<cluster::ServiceImpact> impact = cluster::drainImpact(*snapshot, {slot});
        // The page waits for the pool before it goes.
        QMetaObject::invokeMethod(
            self,
            [page, impact, agent, at = snapshot->atMs] {
                if (page)
                    page->inspector_->showImpact(agent, impact, at);
            },
            Qt::QueuedConnection);
    });
}

} // namespace mesoscope::widgets
