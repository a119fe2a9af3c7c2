#include "widgets/tasks/tasks_page.h"

#include "models/tables/cause.h"
#include "models/text/format.h"
#include "models/text/states.h"
#include "widgets/tables/state_counts.h"
#include "widgets/tasks/task_inspector.h"
#include "widgets/theme/metrics.h"

#include <QCoreApplication>

#include <array>

namespace mesoscope::widgets {

namespace {

constexpr std::array countedStates{master::TaskState::Unreachable, master::TaskState::Lost,
                                   master::TaskState::Killing,     master::TaskState::Staging,
                                   master::TaskState::Starting,    master::TaskState::Running};

QList<StateCount> stateCounts(const cluster::Snapshot& snapshot) {
    QList<StateCount> counts;
    for (const master::TaskState state : countedStates)
        counts.append({QString::fromLatin1(text::plainWord(state)), lookOf(state),
                       int(snapshot.totals.tasksByState[std::size_t(state)])});
    return counts;
}

} // namespace

TasksPage::TasksPage(QWidget* parent)
    : ListPage(QStringLiteral("tasks"), tables::tasksTable(), tr("filter: app, state, host, rack, health, reason…"),
               parent),
      link_(table(),
            [](const tables::TableQuery& query) {
                return std::make_unique<tables::TableProjection>(tables::tasksTable(), query);
            }),
      inspector_(new TaskInspector) {
    setFilterTaker([this](const tables::FilterExpression& filter) { return link_.setFilter(filter); });
    table().setMultiSelection(true);
    table().setStretch("reason");
    counts_ = new StateCounts(QStringLiteral("taskStates"));
    titleRow_->insertWidget(2, counts_);
    connect(counts_, &StateCounts::clicked, this,
            [this](const QString& key) { filter().setExpression(QStringLiteral("state:") + key); });
    selected_ = new Words(QString(), Text::Body, Tone::Secondary);
    kill_ = new Button(Glyph::Kill, tr("Kill…"), ButtonKind::Danger);
    kill_->setObjectName(QStringLiteral("tasksKill"));
    titleRow_->addWidget(selected_);
    titleRow_->addWidget(new ButtonReason(kill_));
    titleRow_->addWidget(kill_);
    connect(kill_, &QPushButton::clicked, this, [this] { kill(false, false); });

    causeRow_ = new QWidget;
    auto* row = new QHBoxLayout(causeRow_);
    row->setContentsMargins(metrics::gapLarge, 6, metrics::gapLarge, 6);
    auto* sign = new QLabel;
    sign->setPixmap(icon(Glyph::Warning, Tone::Bad).pixmap(16, 16));
    cause_ = new Words;
    cause_->setElided(true);
    showCause_ = new Button(tr("Show them"), ButtonKind::Quiet);
    showCause_->setObjectName(QStringLiteral("tasksShowCause"));
    row->addWidget(sign);
    row->addWidget(cause_);
    row->addWidget(showCause_);
    row->addStretch(1);
    column_->insertWidget(0, causeRow_);
    causeRow_->hide();
    connect(showCause_, &QPushButton::clicked, this,
            [this] { filter().setExpression(QStringLiteral("state:unreachable")); });

    connect(&table(), &ObjectTable::selectionChangedTo, this, &TasksPage::updateSelection);
    connect(&table(), &ObjectTable::opened, this, [this](const QString& id) {
        const int at = table().rows().rowOf(id);
        const QString app = at < 0 ? QString() : snapshot()->text(snapshot()->tasks[table().rows().slot(at)].app);
        if (!app.isEmpty())
            Q_EMIT objectRequested({ObjectRef::Kind::App, app});
    });
    connect(inspector_, &TaskInspector::actionRequested, this, &Page::actionRequested);
    connect(inspector_, &TaskInspector::objectRequested, this, &Page::objectRequested);
    updateSelection();
}

QWidget* TasksPage::inspector() {
    return inspector_;
}
InspectorEdge TasksPage::inspectorEdge() const {
    return inspector_->edge();
}

QString TasksPage::statusHint() const {
    const auto& query = link_.query();
    const auto* column = tables::tasksTable().column(query.sort.toStdString());
    return column ? tr("sorted by %1").arg(QCoreApplication::translate("mesoscope::tables", column->title)) : QString();
}

void TasksPage::attach(cluster::Session* session) {
    if (session)
        link_.attach(session);
    else
        link_.detach();
}

void TasksPage::apply(const cluster::Update& update) {
    if (!update.snapshot)
        return;
    link_.apply(update);
    shown(update, base::SourceKind::Master, update.snapshot->masterComplete);
    counts_->setCounts(stateCounts(*update.snapshot));
    // Looks at every lost agent: not for a page that nobody sees.
    if (isVisible())
        updateCause();
    currentChangedTo(table().currentObject());
    updateSelection();
}

void TasksPage::setNarrow(bool narrow) {
    counts_->setVisible(!narrow);
}

void TasksPage::showEvent(QShowEvent* event) {
    ListPage::showEvent(event);
    if (snapshot())
        updateCause();
}

bool TasksPage::reveal(const ObjectRef& object) {
    if (object.kind == ObjectRef::Kind::Task) {
        table().showObject(object.id);
        return true;
    }
    return false;
}

void TasksPage::currentChangedTo(const QString&) {
    inspector_->show(snapshot(), table().rows().slot(table().currentIndex().row()), nowMs());
    Q_EMIT inspectorChanged();
}

void TasksPage::updateCause() {
    const tables::LostAgents lost = tables::lostAgents(*snapshot());
    causeRow_->setVisible(lost.tasks > 0);
    if (lost.tasks == 0)
        return;
    cause_->setText(tr("%1 of %2 share one cause: %3.", "96 tasks, 31 apps, the cause")
                        .arg(tr("%n task(s)", nullptr, lost.tasks), tr("%n app(s)", nullptr, lost.apps),
                             tables::lostAgentsSentence(lost, nowMs())));
}

QStringList TasksPage::chosen() const {
    return const_cast<TasksPage*>(this)->table().selectedObjects();
}

void TasksPage::updateSelection() {
    const int count = int(chosen().size());
    selected_->setText(count > 1 ? tr("%n selected", nullptr, count) : QString());
    kill_->setText(count > 1 ? tr("Kill %n…", nullptr, count) : tr("Kill…"));
    kill_->setVisible(count > 0);
    kill_->setRefusal(snapshot() ? text::actionRefusal(*snapshot(), base::SourceKind::Scheduler, nowMs()) : QString());
}

void TasksPage::kill(bool scale, bool wipe) {
    ActionRequest request;
    request.verb = ActionRequest::Verb::KillTasks;
    request.targets = chosen();
    request.killAndScale = scale;
    request.killAndWipe = wipe;
    Q_EMIT actionRequested(request);
}

} // namespace mesoscope::widgets
