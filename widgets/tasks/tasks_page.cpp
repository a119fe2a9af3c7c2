#include "widgets/tasks/tasks_page.h"

#include "models/tables/cause.h"
#include "models/text/format.h"
#include "models/text/states.h"
#include "widgets/tables/state_counts.h"
#include "widgets/tasks/task_dock.h"
#include "widgets/tasks/task_inspector.h"
#include "widgets/theme/metrics.h"

#include <QCoreApplication>
#include <QSplitter>

#include <array>

namespace mesoscope::widgets {

namespace {

constexpr std::array countedStates{master::TaskState::Unreachable, master::TaskState::Lost,
                                   master::TaskState::Killing,     master::TaskState::Staging,
                                   master::TaskState::Starting,    master::TaskState::Running};

/// Letters of a tail.
constexpr int mostOpened = 26;

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
    buildActions();
    buildDock();

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

void TasksPage::buildActions() {
    selected_ = new Words(QString(), Text::Body, Tone::Secondary);
    titleRow_->addWidget(selected_);
    const auto add = [this](Glyph glyph, const QString& text, const char* name, TaskDock::Tab tab) {
        auto* button = new Button(glyph, text);
        button->setObjectName(QLatin1String(name));
        button->setAccessibleName(text);
        titleRow_->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, tab] { openDock(tab, chosen()); });
        return button;
    };
    logs_ = add(Glyph::File, tr("Open logs"), "tasksLogs", TaskDock::Logs);
    sandbox_ = add(Glyph::Folder, tr("Open sandbox"), "tasksSandbox", TaskDock::Sandbox);
    command_ = add(Glyph::Terminal, tr("Run a command…"), "tasksCommand", TaskDock::Command);
    kill_ = new Button(Glyph::Kill, tr("Kill…"), ButtonKind::Danger);
    kill_->setObjectName(QStringLiteral("tasksKill"));
    titleRow_->addWidget(new ButtonReason(kill_));
    titleRow_->addWidget(kill_);
    connect(kill_, &QPushButton::clicked, this, [this] { kill(false, false); });
}

/// Table above, what is open of its tasks below.
void TasksPage::buildDock() {
    split_ = new QSplitter(Qt::Vertical);
    QWidget* holder = column_->takeAt(0)->widget();
    split_->addWidget(holder);
    dock_ = new TaskDock;
    split_->addWidget(dock_);
    split_->setStretchFactor(0, 5);
    split_->setStretchFactor(1, 8);
    split_->setChildrenCollapsible(false);
    holder->setMinimumHeight(120);
    dock_->setMinimumHeight(220);
    dock_->hide();
    column_->addWidget(split_, 1);
    connect(dock_, &TaskDock::closed, this, &TasksPage::closeDock);
    connect(dock_, &TaskDock::lettersChanged, this, &TasksPage::showLetters);
}

void TasksPage::openDock(int tab, const QStringList& tasks) {
    if (tasks.isEmpty())
        return;
    const bool wasOpen = dock_->isVisible();
    dock_->show();
    if (!wasOpen)
        split_->setSizes({split_->height() * 4 / 10, split_->height() * 6 / 10});
    dock_->open(TaskDock::Tab(tab), tasks.mid(0, mostOpened));
    showLetters();
}

/// The rows of the tasks that are tailed carry their letters.
void TasksPage::showLetters() {
    QHash<QString, int> letters;
    if (!dock_->isHidden()) {
        const QStringList tasks = dock_->letters();
        for (int i = 0; i < tasks.size(); ++i)
            letters.insert(tasks.at(i), i);
    }
    table().setLetters(letters);
}

void TasksPage::closeDock() {
    dock_->hide();
    showLetters();
    table().setFocus();
}

bool TasksPage::stepBack() {
    if (dock_->isVisible() && dock_->stepBack())
        return true;
    if (dock_->isVisible() && dock_->isAncestorOf(focusWidget())) {
        closeDock();
        return true;
    }
    return ListPage::stepBack();
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
    details_.reset();
    asked_.clear();
    if (session) {
        details_ = std::make_unique<cluster::Details>(*session);
        connect(details_.get(), &cluster::Details::taskRead, inspector_, &TaskInspector::showDetail);
    }
    dock_->attach(session);
    if (!session)
        dock_->hide();
}

void TasksPage::apply(const cluster::Update& update) {
    if (!update.snapshot)
        return;
    link_.apply(update);
    dock_->apply(update);
    if (!shown(update, base::SourceKind::Master, update.snapshot->masterComplete))
        return;
    counts_->setCounts(stateCounts(*update.snapshot));
    // Looks at every lost agent: not for a page that nobody sees.
    if (isVisible())
        updateCause();
    currentChangedTo(table().currentObject());
    updateSelection();
}

void TasksPage::setNarrow(bool narrow) {
    narrow_ = narrow;
    counts_->setVisible(!narrow);
    dock_->setNarrow(narrow);
    updateSelection();
}

void TasksPage::showEvent(QShowEvent* event) {
    ListPage::showEvent(event);
    if (snapshot())
        updateCause();
}

bool TasksPage::reveal(const ObjectRef& object) {
    if (object.kind != ObjectRef::Kind::Task)
        return false;
    const QStringList tasks = object.id.split(QLatin1Char('\n'));
    table().showObject(tasks.first());
    if (object.part != ObjectRef::Part::Page)
        openDock(object.part == ObjectRef::Part::Logs      ? TaskDock::Logs
                 : object.part == ObjectRef::Part::Sandbox ? TaskDock::Sandbox
                                                           : TaskDock::Command,
                 tasks);
    return true;
}

void TasksPage::currentChangedTo(const QString& id) {
    inspector_->show(snapshot(), table().rows().slot(table().currentIndex().row()), nowMs());
    askDetail(id);
    Q_EMIT inspectorChanged();
}

/// Once for each task that is looked at: its agent answers with all its tasks.
void TasksPage::askDetail(const QString& task) {
    if (!details_ || task.isEmpty() || task == asked_ || !isVisible())
        return;
    asked_ = task;
    details_->readTask(task);
}

void TasksPage::updateCause() {
    const tables::LostAgents lost = tables::lostAgents(*snapshot());
    causeRow_->setVisible(lost.tasks > 0);
    if (lost.tasks == 0)
        return;
    cause_->setText(tr("%1 of %2 share one cause: %3.", "96 tasks, 31 apps, the cause")
                        .arg(tr("%Ln task(s)", nullptr, lost.tasks), tr("%Ln app(s)", nullptr, lost.apps),
                             tables::lostAgentsSentence(lost, nowMs())));
}

QStringList TasksPage::chosen() const {
    return const_cast<TasksPage*>(this)->table().selectedObjects();
}

void TasksPage::updateSelection() {
    const int count = table().selectedCount();
    selected_->setText(count > 1 ? tr("%Ln selected", nullptr, count) : QString());
    kill_->setText(count > 1 ? tr("Kill %Ln…", nullptr, count) : tr("Kill…"));
    kill_->setVisible(count > 0);
    logs_->setVisible(count > 0);
    sandbox_->setVisible(count > 0);
    command_->setVisible(count == 1);
    // In a narrow window the icons say it.
    logs_->setText(narrow_ ? QString() : count > 1 ? tr("Open %Ln log(s)", nullptr, count) : tr("Open logs"));
    sandbox_->setText(narrow_     ? QString()
                      : count > 1 ? tr("Open %Ln sandbox(es)", nullptr, count)
                                  : tr("Open sandbox"));
    command_->setText(narrow_ ? QString() : tr("Run a command…"));
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
