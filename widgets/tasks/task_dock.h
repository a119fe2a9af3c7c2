// Below the table of tasks: the tail of the chosen ones, their sandboxes, a command in one of them.
#pragma once

#include "models/cluster/session.h"

#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace mesoscope::widgets {

class CommandPane;
class LogPane;
class SandboxPane;

/// GUI thread.
class TaskDock final : public QWidget {
    Q_OBJECT
public:
    enum Tab { Logs, Sandbox, Command };
    explicit TaskDock(QWidget* parent = nullptr);

    void attach(cluster::Session* session);
    void apply(const cluster::Update& update);
    void setNarrow(bool narrow);
    /// Shows the part with these tasks; the command takes the first.
    void open(Tab tab, const QStringList& tasks);
    /// The tasks with a letter, in the order of the letters; empty while no log is open.
    QStringList letters() const;
    bool stepBack();

Q_SIGNALS:
    void closed();
    void lettersChanged();

private:
    void showTab(int tab);

    cluster::SnapshotPtr snapshot_;
    QStringList tasks_;
    QTabBar* tabs_;
    QStackedWidget* stack_;
    LogPane* logs_;
    SandboxPane* sandbox_;
    CommandPane* command_;
};

} // namespace mesoscope::widgets
