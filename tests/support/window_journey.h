// What every journey through the real window begins with: the window on an embedded cluster, waiting for what it
// shows, its widgets by name. For tests that link the whole program.
#pragma once

#include "app/window/console.h"

#include <QAbstractButton>
#include <QObject>
#include <QStandardPaths>
#include <QTest>

#include <functional>
#include <memory>

namespace mesoscope::test {

class WindowJourney : public QObject {
protected:
    /// Returns when the whole cluster is in the window; false when it does not come.
    bool open(widgets::ThemeChoice theme, const demo::Options& options, QSize size = {1920, 1080}) {
        QStandardPaths::setTestModeEnabled(true);
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
    bool deploymentsOver(const QString& app) const {
        const cluster::Slot slot = now().findApp(app);
        return now().deployments.isEmpty() && (slot == cluster::noSlot || now().apps[slot].app->deployments.isEmpty());
    }

    std::unique_ptr<app::window::Console> console_;

private:
    static constexpr int patienceMs = 40'000;
};

} // namespace mesoscope::test
