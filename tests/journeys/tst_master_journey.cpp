// The real window against the demo cluster: logs, sandboxes and commands of tasks, then what the master owns: a drain
// with its impact, weights, quota, maintenance, and the end of a framework.
#include "tests/support/harness.h"
#include "tests/support/named_widgets.h"
#include "tests/support/window_journey.h"
#include "widgets/tasks/log_lines.h"
#include "widgets/tasks/log_pane.h"
#include "widgets/tasks/tasks_page.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTreeWidget>

using namespace mesoscope;
using widgets::ActionRequest;
using widgets::ObjectRef;

namespace {

class TestMasterJourney : public test::WindowJourney {
    Q_OBJECT

private:
    void type(const char* name, const QString& text) {
        auto* field = named<QWidget>(name);
        QVERIFY2(field, name);
        auto* edit = qobject_cast<QLineEdit*>(field);
        if (!edit)
            edit = field->findChild<QLineEdit*>();
        QVERIFY2(edit, name);
        edit->setText(text);
    }
    QStringList runningTasks() const {
        QStringList ids;
        for (cluster::Slot i = 0; i < now().tasks.size(); ++i) {
            if (now().tasks[i].live() && now().tasks[i].app != 0 && now().tasks[i].state == master::TaskState::Running)
                ids << now().text(now().tasks[i].id);
        }
        return ids;
    }
    void show(int view) {
        console_->window().showPage(QStringLiteral("agents"));
        named<QTabBar>("agentsViews")->setCurrentIndex(view);
    }
    bool actionDone(const QString& title) const {
        return std::any_of(now().actions.cbegin(), now().actions.cend(), [&](const cluster::ActionProgress& a) {
            return a.title.contains(title) && a.phase == cluster::ActionPhase::Done;
        });
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(open(widgets::ThemeChoice::Dark, smallCluster())); }
    void cleanupTestCase() { console_.reset(); }

    void logsOfSeveralTasks() {
        console_->window().reveal(
            {ObjectRef::Kind::Task, runningTasks().mid(0, 3).join(QLatin1Char('\n')), ObjectRef::Part::Logs});
        auto* pane = named<widgets::LogPane>("logPane");
        QVERIFY(pane && until([&] { return pane->reader() && pane->tasks().size() == 3; }));
        auto* lines = named<widgets::LogLines>("logLines");
        QVERIFY(until([&] { return lines->visibleTimes().first > 0; }));
        QVERIFY(lines->isFollowing());
        type("logSearch", QStringLiteral("GET /\\d*7 "));
        auto* found = named("logNext");
        QVERIFY(found);
        press("logNext");
        QVERIFY(until([&] { return !lines->isFollowing(); }));
        // Stack traces fold and unfold without losing the place of anything.
        auto* fold = named("logFold");
        QVERIFY(fold);
        fold->setChecked(true);
        QTest::qWait(50);
        fold->setChecked(false);
        QTest::keyClick(lines, Qt::Key_End);
        QVERIFY(until([&] { return lines->isFollowing(); }));
        QTest::keyClick(lines, Qt::Key_Up);
        QVERIFY(until([&] { return !lines->selectedText().isEmpty(); }));
        type("logSearch", QStringLiteral("("));
        QTest::qWait(400);
        type("logSearch", QString());
        QCOMPARE(test::nameless(*console_->window().currentPage()).join(QLatin1Char(';')), QString());
    }

    void sandboxOfATask() {
        named<QTabBar>("taskDockTabs")->setCurrentIndex(1);
        auto* tree = named<QTreeWidget>("sandboxTree");
        QVERIFY(tree &&
                until([&] { return tree->topLevelItemCount() == 3 && tree->topLevelItem(0)->childCount() >= 2; }));
        auto* preview = named<QPlainTextEdit>("sandboxPreview");
        QVERIFY(until([&] { return preview->toPlainText().contains(QStringLiteral("INFO")); }));
        press("sandboxTail");
        QVERIFY(until([&] { return named<QTabBar>("taskDockTabs")->currentIndex() == 0; }));
        QVERIFY(until([&] { return named<widgets::LogLines>("logLines")->visibleTimes().first > 0; }));
        QCOMPARE(test::nameless(*console_->window().currentPage()).join(QLatin1Char(';')), QString());
    }

    void commandInATask() {
        named<QTabBar>("taskDockTabs")->setCurrentIndex(2);
        type("commandLine", QStringLiteral("echo hello from inside; nonsense; exit 4"));
        press("commandRun");
        auto* output = named<QPlainTextEdit>("commandOutput");
        QVERIFY(until([&] { return output->toPlainText().contains(QStringLiteral("\nhello from inside")); }));
        QVERIFY(until([&] { return named("commandRun")->isVisible(); }));
        QVERIFY(output->toPlainText().contains(QStringLiteral("not found")));
        // The command before comes back on the arrow key, and what was being written behind it.
        auto* line = named<QLineEdit>("commandLine");
        QVERIFY(line);
        line->setFocus();
        line->setText(QStringLiteral("half a comm"));
        QTest::keyClick(line, Qt::Key_Up);
        QCOMPARE(line->text(), QStringLiteral("echo hello from inside; nonsense; exit 4"));
        QTest::keyClick(line, Qt::Key_Down);
        QCOMPARE(line->text(), QStringLiteral("half a comm"));
        QVERIFY(named<QWidget>("commandNotice")->isVisible());
        QCOMPARE(test::nameless(*console_->window().currentPage()).join(QLatin1Char(';')), QString());
        press("taskDockClose");
    }

    void everyViewShowsItself() {
        for (int view = 4; view >= 0; --view) {
            show(view);
            QTest::qWait(50);
            QVERIFY(!console_->window().grab().isNull());
            QCOMPARE(test::nameless(*console_->window().currentPage()).join(QLatin1Char(';')), QString());
        }
    }

    void insideAnAgent() {
        show(0);
        cluster::Slot fullest = 0;
        for (cluster::Slot a = 0; a < now().agents.size(); ++a)
            fullest = now().agents[a].tasks > now().agents[fullest].tasks ? a : fullest;
        console_->window().reveal({ObjectRef::Kind::Agent, now().text(now().agents[fullest].id)});
        QVERIFY(until([&] { return named<QTabBar>("agentParts") && named<QTabBar>("agentParts")->isVisible(); }));
        named<QTabBar>("agentParts")->setCurrentIndex(3);
        auto* containers = named<QTreeWidget>("agentContainersRows");
        QVERIFY(until([&] { return containers->topLevelItemCount() > 0; }));
        QVERIFY(named<QTreeWidget>("agentHoldingsRows"));
        auto* flags = named<QTreeWidget>("agentFlagsRows");
        QVERIFY(flags->topLevelItemCount() > 5);
        QCOMPARE(test::nameless(*console_->window().currentPage()).join(QLatin1Char(';')), QString());
    }

    void drainItAndWatchItEnd() {
        ActionRequest request;
        request.verb = ActionRequest::Verb::DrainAgents;
        for (cluster::Slot a = 0; a < now().agents.size() && request.targets.isEmpty(); ++a) {
            if (now().agents[a].tasks > 0)
                request.targets = {now().text(now().agents[a].id)};
        }
        Q_EMIT console_->window().actionRequested(request);
        press("confirm-go");
        QVERIFY(until([&] {
            const cluster::Slot slot = now().findAgent(request.targets.first().toStdString());
            return now().agents[slot].state == cluster::AgentState::Drained && now().agents[slot].tasks == 0;
        }));
        // What went where, and when.
        console_->window().reveal({ObjectRef::Kind::Agent, request.targets.first()});
        named<QTabBar>("agentParts")->setCurrentIndex(2);
        auto* moved = named<QTreeWidget>("agentDrainTasksRows");
        QVERIFY(until([&] { return moved->topLevelItemCount() > 0 && named<QWidget>("drainCurve")->isVisible(); }));
        QVERIFY(until([&] { return !moved->topLevelItem(0)->text(5).isEmpty(); }));
        QVERIFY(moved->topLevelItem(0)->text(4).contains(QLatin1Char('(')));
        QVERIFY(!named<QWidget>("drainCurve")->accessibleDescription().isEmpty());
        request.verb = ActionRequest::Verb::ReactivateAgents;
        Q_EMIT console_->window().actionRequested(request);
        press("confirm-go");
        QVERIFY(until([&] { return actionDone(QStringLiteral("Reactivate")); }));
    }

    void weightAndQuotaOfARole() {
        show(2);
        auto* table = named<widgets::ObjectTable>("rolesTable");
        QVERIFY(until([&] { return table->rows().rowCount() > 0; }));
        table->setCurrentIndex(table->model()->index(0, 0));
        const QString role = table->currentObject();
        type("roleWeight", QStringLiteral("3.5"));
        press("rolesSetWeight");
        press("confirm-go");
        QVERIFY(until([&] {
            return std::any_of(now().roles->begin(), now().roles->end(),
                               [&](const cluster::RoleRow& r) { return r.name == role && r.weight == 3.5; });
        }));
    }

    void maintenanceIsScheduledAndCancelled() {
        show(3);
        type("maintenanceHosts", now().text(now().agents[0].hostname));
        press("maintenanceAdd");
        press("confirm-go");
        QVERIFY(until([&] { return now().maintenance.size() == 1; }));
        auto* windows = named<QTreeWidget>("maintenanceWindows");
        QVERIFY(until([&] { return windows->topLevelItemCount() == 1; }));
        windows->setCurrentItem(windows->topLevelItem(0));
        press("maintenanceRemove");
        press("confirm-go");
        QVERIFY(until([&] { return now().maintenance.isEmpty(); }));
    }

    void theMasterTellsOfItself() {
        show(4);
        auto* flags = named<QTreeWidget>("masterFlagsRows");
        QVERIFY(until([&] { return flags->topLevelItemCount() > 5; }));
    }

    void teardownAsksForTheName() {
        show(1);
        auto* table = named<widgets::ObjectTable>("frameworksTable");
        QVERIFY(until([&] { return table->rows().rowCount() > 0; }));
        table->setCurrentIndex(table->model()->index(0, 0));
        press("frameworkTeardown");
        QVERIFY(
            until([&] { return named<QLineEdit>("confirm-typed") && named<QLineEdit>("confirm-typed")->isVisible(); }));
        QVERIFY(!named("confirm-go")->isEnabled());
        type("confirm-typed", (*now().frameworks)[0].name);
        press("confirm-go");
        QVERIFY(until([&] { return actionDone(QStringLiteral("Tear down")); }));
        QVERIFY(until([&] { return now().totals.tasks == 0 || (*now().frameworks)[0].completed; }));
    }
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    TestMasterJourney test;
    return mesoscope::test::run(test, argc, argv);
}
#include "tst_master_journey.moc"
