#include "widgets/tasks/task_dock.h"

#include "widgets/controls/button.h"
#include "widgets/inspector/pane.h"
#include "widgets/tasks/command_pane.h"
#include "widgets/tasks/log_pane.h"
#include "widgets/tasks/sandbox_pane.h"
#include "widgets/theme/metrics.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace mesoscope::widgets {

TaskDock::TaskDock(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("taskDock"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeLine(this));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(metrics::gapSmall, 0, metrics::gapSmall, 0);
    tabs_ = new QTabBar;
    tabs_->setObjectName(QStringLiteral("taskDockTabs"));
    tabs_->setAccessibleName(tr("Parts of the tasks"));
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    for (const QString& name : {tr("Logs"), tr("Sandbox"), tr("Run a command")})
        tabs_->addTab(name);
    auto* close = Button::iconOnly(Glyph::Close, tr("Close"));
    close->setObjectName(QStringLiteral("taskDockClose"));
    row->addWidget(tabs_);
    row->addStretch(1);
    row->addWidget(close);
    column->addLayout(row);
    column->addWidget(makeLine(this));
    logs_ = new LogPane;
    sandbox_ = new SandboxPane;
    command_ = new CommandPane;
    stack_ = new QStackedWidget;
    for (QWidget* part :
         {static_cast<QWidget*>(logs_), static_cast<QWidget*>(sandbox_), static_cast<QWidget*>(command_)})
        stack_->addWidget(part);
    column->addWidget(stack_, 1);
    connect(tabs_, &QTabBar::currentChanged, this, &TaskDock::showTab);
    connect(close, &QPushButton::clicked, this, &TaskDock::closed);
    connect(logs_, &LogPane::lettersChanged, this, &TaskDock::lettersChanged);
    connect(sandbox_, &SandboxPane::tailWanted, this, [this](const QString& task, const QString& file) {
        logs_->open({task}, file);
        tabs_->setCurrentIndex(Logs);
        stack_->setCurrentIndex(Logs);
    });
}

void TaskDock::attach(cluster::Session* session) {
    tasks_.clear();
    snapshot_.reset();
    logs_->attach(session);
    sandbox_->attach(session);
    command_->attach(session);
}

void TaskDock::apply(const cluster::Update& update) {
    if (!update.snapshot)
        return;
    snapshot_ = update.snapshot;
    logs_->apply(update);
    if (!isVisible())
        return;
    if (stack_->currentIndex() == Command && (!update.diff.tasks.empty() || update.diff.sources))
        command_->apply(snapshot_);
}

void TaskDock::setNarrow(bool narrow) {
    logs_->setNarrow(narrow);
    sandbox_->setNarrow(narrow);
}

void TaskDock::open(Tab tab, const QStringList& tasks) {
    tasks_ = tasks;
    if (tab == Logs)
        logs_->open(tasks);
    tabs_->setCurrentIndex(tab);
    showTab(tab);
}

/// The other parts follow the chosen tasks when they are looked at.
void TaskDock::showTab(int tab) {
    stack_->setCurrentIndex(tab);
    if (tab == Logs && logs_->tasks().isEmpty())
        logs_->open(tasks_);
    else if (tab == Sandbox)
        sandbox_->open(tasks_, snapshot_);
    else if (tab == Command)
        command_->open(tasks_.value(0), snapshot_);
}

QStringList TaskDock::letters() const {
    return logs_->tasks();
}

bool TaskDock::stepBack() {
    return stack_->currentIndex() == Logs && logs_->stepBack();
}

} // namespace mesoscope::widgets
