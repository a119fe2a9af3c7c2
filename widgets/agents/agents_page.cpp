#include "widgets/agents/agents_page.h"

#include "models/tables/cause.h"
#include "models/text/format.h"
#include "models/text/states.h"
#include "widgets/agents/agent_inspector.h"
#include "widgets/agents/capacity_legend.h"
#include "widgets/tables/state_counts.h"
#include "widgets/theme/metrics.h"

#include <QSplitter>

#include <array>

namespace mesoscope::widgets {

namespace {

using cluster::AgentState;

constexpr std::array countedStates{AgentState::Active,       AgentState::Unreachable, AgentState::Recovering,
                                   AgentState::Disconnected, AgentState::Draining,    AgentState::Drained,
                                   AgentState::Deactivated,  AgentState::Gone};

std::unique_ptr<tables::TableProjection> projectionOf(const tables::Table& table, const tables::TableQuery& query) {
    return std::make_unique<tables::TableProjection>(table, query);
}

QString share(double part, double whole) {
    return whole > 0 ? text::percent(part / whole) : text::none();
}

} // namespace

AgentsPage::AgentsPage(QWidget* parent)
    : ListPage(QStringLiteral("agents"), tables::agentsTable(), tr("add: state, rack, attribute, version, tasks…"),
               parent),
      link_(table(), [](const tables::TableQuery& query) { return projectionOf(tables::agentsTable(), query); }),
      inspector_(new AgentInspector) {
    setFilterTaker([this](const tables::FilterExpression& filter) { return link_.setFilter(filter); });
    table().setStretch("attributes");
    buildTop();
    buildBottom();
    connect(inspector_, &AgentInspector::actionRequested, this, &Page::actionRequested);
    connect(inspector_, &AgentInspector::objectRequested, this, &Page::objectRequested);
    connect(&table(), &ObjectTable::opened, this, &Page::inspectorWanted);
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
    column_->insertWidget(0, top);
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
    bottomTitle_ = new Words(QString(), Text::Strong);
    bottomTitle_->setContentsMargins(metrics::gapLarge, metrics::gapSmall, metrics::gapLarge, metrics::gapSmall);
    tasks_ = new ObjectTable(tables::tasksTable(), QStringLiteral("agentTasks"), tr("Tasks of the agent"));
    for (const char* hidden : {"host", "rack"})
        tasks_->setColumnShown(hidden, false);
    tasks_->setStretch("reason");
    tasksLink_ = std::make_unique<TableLink<tables::TableProjection>>(
        *tasks_, [](const tables::TableQuery& query) { return projectionOf(tables::tasksTable(), query); });
    tasksLink_->setFilter(*tables::parseFilter(QStringLiteral("agent:no-agent-is-chosen")));
    column->addWidget(makeLine(bottom_));
    column->addWidget(bottomTitle_);
    column->addWidget(tasks_, 1);
    column_->addWidget(bottom_, 1);
    bottom_->hide();
    connect(tasks_, &ObjectTable::opened, this, [this](const QString& id) {
        Q_EMIT objectRequested({ObjectRef::Kind::Task, id});
    });
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
}

void AgentsPage::apply(const cluster::Update& update) {
    if (!update.snapshot)
        return;
    link_.apply(update);
    tasksLink_->apply(update);
    shown(update, base::SourceKind::Master, update.snapshot->masterComplete);
    QList<StateCount> counts;
    for (const AgentState state : countedStates)
        counts.append({QString::fromLatin1(text::plainWord(state)), lookOf(state),
                       int(update.snapshot->totals.agentsByState[std::size_t(state)])});
    counts_->setCounts(counts);
    // Looks at every lost agent: not for a page that nobody sees.
    if (isVisible())
        updateTotals();
    currentChangedTo(table().currentObject());
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
    if (object.kind != ObjectRef::Kind::Agent)
        return false;
    table().showObject(object.id);
    return true;
}

void AgentsPage::updateTotals() {
    const cluster::Totals& all = snapshot()->totals;
    QStringList parts{
        tr("whole cluster: %n task(s)", nullptr, int(all.tasks)),
        tr("cpu %1 % of %2").arg(share(all.allocated.cpus, all.total.cpus), text::cpus(all.total.cpus)),
        tr("memory %1 % of %2 GiB").arg(share(all.allocated.mem, all.total.mem), text::gib(all.total.mem)),
        tr("disk %1 % of %2 GiB").arg(share(all.allocated.disk, all.total.disk), text::gib(all.total.disk))};
    const QString cause = tables::lostAgentsSentence(tables::lostAgents(*snapshot()), nowMs());
    if (!cause.isEmpty())
        parts.prepend(cause);
    totals_->setText(parts.join(QStringLiteral("   ·   ")));
}

void AgentsPage::currentChangedTo(const QString& id) {
    const cluster::Slot slot = table().rows().slot(table().currentIndex().row());
    inspector_->show(snapshot(), slot, nowMs());
    Q_EMIT inspectorChanged();
    bottom_->setVisible(slot != cluster::noSlot && snapshot()->agents[slot].tasks > 0 && height() > 560);
    if (slot == cluster::noSlot)
        return;
    bottomTitle_->setText(tr("%1, %2", "a host and its tasks")
                              .arg(snapshot()->text(snapshot()->agents[slot].hostname),
                                   tr("%n task(s)", nullptr, int(snapshot()->agents[slot].tasks))));
    if (id != shown_)
        showTasksOf(id);
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

} // namespace mesoscope::widgets
