// What every journey through the real window begins with: the window on an embedded cluster, waiting for what it
// shows, its widgets by name. For tests that link the whole program.
#pragma once

#include "app/window/console.h"

#include <QAbstractButton>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>

namespace mesoscope::test {

class WindowJourney : public QObject {
protected:
    /// Returns when the whole cluster is in the window; false when it does not come.
    bool open(widgets::ThemeChoice theme, const demo::Options& options, QSize size = {1920, 1080}) {
        // Other journeys run at the same time; drafts and settings of each are its own.
        qputenv("XDG_DATA_HOME", home_.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", home_.path().toUtf8());
        console_ = std::make_unique<app::window::Console>(theme);
        console_->window().resize(size);
        console_->window().show();
        console_->startDemo(options, false);
        return until([&] {
            return console_->session() && now().masterComplete && now().schedulerComplete &&
                   int(now().totals.tasks) >= options.tasks;
        });
    }
    /// Large enough for every verb, small enough to be there at once.
    static demo::Options smallCluster() {
        demo::Options options;
        options.agents = 24;
        options.apps = 10;
        options.tasks = 100;
        return options;
    }

    const cluster::Snapshot& now() const { return *console_->session()->current(); }
    static bool until(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, patienceMs); }

    /// The visible one when there are several, else the first; null: none.
    template<typename Widget = QAbstractButton>
    Widget* named(const QString& name) const {
        const QList<Widget*> all = console_->window().template findChildren<Widget*>(name);
        for (Widget* widget : all) {
            if (widget->isVisible())
                return widget;
        }
        return all.value(0);
    }
    template<typename Widget = QAbstractButton>
    Widget* named(const char* name) const {
        return named<Widget>(QString::fromUtf8(name));
    }
    void press(const char* name) const {
        QVERIFY2(until([&] {
                     auto* button = named(name);
                     return button && button->isVisible() && button->isEnabled();
                 }),
                 name);
        QTest::mouseClick(named(name), Qt::LeftButton);
    }

    /// No sheet is open, and none is about to go: the window takes no wish before that.
    bool noSheet() const { return !console_->window().findChild<QWidget*>(QStringLiteral("actionSheet")); }
    /// Presses a button that sends something, and waits until the window knows that it did.
    void send(const char* button) const {
        const qsizetype before = now().actions.size();
        press(button);
        QVERIFY2(until([&] { return noSheet() && now().actions.size() > before; }), button);
    }
    void decide() const { send("confirm-go"); }
    /// All that this window sent is over, and nothing is deployed: what is sent next meets no lock. A list of
    /// deployments that is empty does not tell that alone: the window may not have heard of the last one yet.
    bool settled() const {
        return until([&] {
            const auto& actions = now().actions;
            return now().deployments.isEmpty() && std::all_of(actions.cbegin(), actions.cend(), [](const auto& action) {
                       return cluster::isOver(action.phase);
                   });
        });
    }

    /// Living tasks of the app that run, by the master's word.
    QStringList tasksOf(const QString& app) const {
        QStringList ids;
        for (cluster::Slot i = 0; i < now().tasks.size(); ++i) {
            const cluster::TaskRow& row = now().tasks[i];
            if (row.live() && row.state == master::TaskState::Running && now().text(row.app) == app)
                ids << now().text(row.id);
        }
        return ids;
    }

private:
    QTemporaryDir home_; ///< outlives the console

protected:
    std::unique_ptr<app::window::Console> console_;

private:
    static constexpr int patienceMs = 40'000;
};

} // namespace mesoscope::test
