#include "tests/support/harness.h"
#include "tests/widgets/page_story.h"
#include "widgets/agents/agents_page.h"
#include "widgets/apps/app_page.h"
#include "widgets/apps/apps_page.h"
#include "widgets/deployments/deployments_page.h"
#include "widgets/shell/main_window.h"
#include "widgets/tasks/tasks_page.h"
#include "widgets/theme/theme_controller.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace mesoscope;
using namespace mesoscope::widgets;

namespace {

/// Shows each tab, the first one last.
template<typename Keep>
void walkTabs(MainWindow& window, const QString& tabs, const Keep& keep) {
    auto* bar = window.findChild<QTabBar*>(tabs);
    QVERIFY(bar && bar->count() > 1);
    for (int i = bar->count() - 1; i >= 0; --i) {
        bar->setCurrentIndex(i);
        keep(qPrintable(tabs + QString::number(i)));
    }
}

} // namespace

class ListPagesTest : public QObject {
    Q_OBJECT
private:
    ThemeController theme_{ThemeChoice::Light};

    template<typename P>
    static void showPage(P& page, test::PageStory& story) {
        page.resize(1400, 900);
        page.show();
        page.apply(story.update());
        page.table().setFocus();
    }
    static QString currentObject(ListPage& page) { return page.table().currentObject(); }

private Q_SLOTS:
    void theKeyboardAloneOpensAndPreviews() {
        test::PageStory story;
        AppsPage page;
        showPage(page, story);
        QSignalSpy opened(&page, &Page::objectRequested);
        QSignalSpy preview(&page, &Page::inspectorWanted);
        page.table().setCurrentIndex(page.table().model()->index(1, 0));
        const QString first = currentObject(page);
        QTest::keyClick(&page.table(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<ObjectRef>().id, first);
        QTest::keyClick(&page.table(), Qt::Key_Space);
        QCOMPARE(preview.size(), 1);
        QTest::keyClick(&page.table(), Qt::Key_Down);
        QVERIFY(currentObject(page) != first);
    }

    void groupsFoldAndUnfoldByKey() {
        test::PageStory story;
        AppsPage page;
        showPage(page, story);
        const int group = page.table().rows().rowOf(QStringLiteral("/data"));
        QVERIFY(group > 0);
        const int before = page.table().rows().rowCount();
        page.table().setCurrentIndex(page.table().model()->index(group, 0));
        QTest::keyClick(&page.table(), Qt::Key_Left);
        QVERIFY(page.table().rows().rowCount() < before);
        QCOMPARE(currentObject(page), QStringLiteral("/data"));
        QTest::keyClick(&page.table(), Qt::Key_Right);
        QCOMPARE(page.table().rows().rowCount(), before);
    }

    void theCurrentTaskStaysCurrentWhenRowsMove() {
        test::PageStory story;
        TasksPage page;
        showPage(page, story);
        const int row = page.table().rows().rowCount() - 5;
        page.table().setCurrentIndex(page.table().model()->index(row, 0));
        const QString task = currentObject(page);
        const cluster::Slot slot = page.table().rows().slot(row);
        QTest::qWait(0);
        story.cluster.setTask(slot, master::TaskState::Unreachable);
        // A key on the table holds its order; the page lets go when nobody looks at it.
        page.apply(story.update());
        QCOMPARE(currentObject(page), task);
    }

    void aLargeSelectionStaysOnItsTasks() {
        test::PageStory story;
        TasksPage page;
        showPage(page, story);
        page.table().selectAll();
        const int all = page.table().rows().rowCount();
        QVERIFY(all > 1000);
        QCOMPARE(page.table().selectedCount(), all);
        Q_EMIT page.table().sortWanted("started", true);
        QCOMPARE(page.table().selectedCount(), all);
        // What comes later was not chosen.
        const QStringList chosen = page.table().selectedObjects();
        story.cluster.addTask(0, QStringLiteral("/shop/cart"));
        story.cluster.setTask(0, master::TaskState::Unreachable);
        page.apply(story.update());
        QCOMPARE(page.table().rows().rowCount(), all + 1);
        QStringList still = page.table().selectedObjects();
        QCOMPARE(still.size(), all);
        QCOMPARE(QSet<QString>(still.begin(), still.end()), QSet<QString>(chosen.begin(), chosen.end()));
        // A part of them, scattered by another order.
        QItemSelection part;
        part.append(QItemSelectionRange(page.table().model()->index(10, 0), page.table().model()->index(709, 0)));
        page.table().selectionModel()->select(part, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QStringList before = page.table().selectedObjects();
        QCOMPARE(before.size(), 700);
        Q_EMIT page.table().sortWanted("host", false);
        QStringList after = page.table().selectedObjects();
        before.sort();
        after.sort();
        QCOMPARE(after, before);
    }

    void aFilterLeavesWhatMatchesAndEscapeClearsIt() {
        test::PageStory story;
        TasksPage page;
        showPage(page, story);
        page.filter().setExpression(QStringLiteral("app:/shop/cart state:running"));
        QVERIFY(page.table().rows().rowCount() > 0);
        for (int row = 0; row < page.table().rows().rowCount(); ++row)
            QCOMPARE(page.table().model()->index(row, 1).data().toString(), QStringLiteral("/shop/cart"));
        QVERIFY(page.counts().contains(QStringLiteral(" of ")));
        QVERIFY(page.stepBack());
        QVERIFY(!page.filter().isActive());
        QVERIFY(!page.stepBack());
    }

    void loadingEmptyFilteredAndFailedLookDifferent() {
        AppsPage page;
        page.resize(1400, 900);
        page.show();
        auto* empty = page.findChild<EmptyState*>();
        QVERIFY(empty);
        test::PageStory story;
        auto snapshot = std::make_shared<cluster::Snapshot>();
        snapshot->strings = std::make_shared<base::StringPool>();
        base::SourceStatus status;
        status.kind = base::SourceKind::Scheduler;
        const auto show = [&](base::SourceState state, bool complete) {
            auto next = std::make_shared<cluster::Snapshot>(*snapshot);
            status.state = state;
            next->sources = {status};
            next->schedulerComplete = complete;
            cluster::Update update;
            update.snapshot = next;
            update.diff.everything = true;
            page.apply(update);
            return empty->kind();
        };
        QCOMPARE(show(base::SourceState::Connecting, false), EmptyState::Kind::Loading);
        QCOMPARE(show(base::SourceState::Failed, false), EmptyState::Kind::Error);
        QCOMPARE(show(base::SourceState::Off, false), EmptyState::Kind::Unknown);
        QCOMPARE(show(base::SourceState::Live, true), EmptyState::Kind::KnownEmpty);
        page.apply(story.update());
        page.filter().setExpression(QStringLiteral("no-app-has-this-name"));
        page.apply(story.update());
        QCOMPARE(empty->kind(), EmptyState::Kind::Filtered);
    }

    void staleDataRefusesActionsWithTheReason() {
        test::PageStory story;
        AppsPage page;
        showPage(page, story);
        page.table().setCurrentIndex(page.table().model()->index(1, 0));
        auto* inspector = page.inspector();
        auto* scale = inspector->findChild<Button*>(QStringLiteral("appScale"));
        QVERIFY(scale && scale->isEnabled());
        story.source(base::SourceKind::Scheduler, base::SourceState::Stale);
        page.apply(story.update());
        QVERIFY(!scale->isEnabled());
        QVERIFY(scale->refusal().contains(QStringLiteral("stale since")));
        delete inspector;
    }

    void tickedAppsAreAskedForTogether() {
        test::PageStory story;
        AppsPage page;
        showPage(page, story);
        page.table().rows().setTicked(1, true);
        page.table().rows().setTicked(2, true);
        QSignalSpy asked(&page, &Page::actionRequested);
        auto* restart = page.findChild<QPushButton*>(QStringLiteral("bulkRestart"));
        QVERIFY(restart && restart->isVisible());
        restart->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<ActionRequest>().targets.size(), 2);
        QVERIFY(page.stepBack());
        QVERIFY(!restart->isVisible());
    }

    void everyControlHasANameOfItsOwn() {
        test::PageStory story;
        AppsPage apps;
        TasksPage tasks;
        AgentsPage agents;
        AppPage app;
        DeploymentsPage deployments;
        for (Page* page : std::initializer_list<Page*>{&apps, &tasks, &agents, &app, &deployments}) {
            page->apply(story.update());
            for (QWidget* part : {static_cast<QWidget*>(page), page->inspector(), page->titleContent()}) {
                if (!part)
                    continue;
                for (auto* button : part->findChildren<Button*>()) {
                    if (button->isHidden())
                        continue;
                    QVERIFY2(!button->objectName().isEmpty(),
                             qPrintable(page->id() + QLatin1Char(' ') + button->text()));
                    QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                             qPrintable(button->objectName()));
                }
                for (auto* view : part->findChildren<QAbstractItemView*>()) {
                    if (!qobject_cast<QHeaderView*>(view) && view->parentWidget() &&
                        !view->window()->windowFlags().testFlag(Qt::Popup))
                        QVERIFY2(!view->objectName().isEmpty(), qPrintable(page->id()));
                }
            }
            delete page->inspector();
            if (page->titleContent())
                delete page->titleContent();
        }
    }

    /// Writes pictures of all pages to the folder that MESOSCOPE_PICTURES names; else only walks them.
    void everyPageInBothThemesAndSizes() {
        const QString folder = qEnvironmentVariable("MESOSCOPE_PICTURES");
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            ThemeController theme(choice);
            for (const QSize size : {QSize(1920, 1080), QSize(1280, 800)}) {
                test::PageStory story;
                story.watch(QStringLiteral("/shop/checkout"));
                base::ManualClock clock(story.cluster.nowMs());
                MainWindow window(theme, clock);
                window.addPage(new AppPage);
                window.addPage(new AppsPage);
                window.addPage(new DeploymentsPage);
                window.addPage(new TasksPage);
                window.addPage(new AgentsPage);
                window.setCluster(
                    ClusterTag{QStringLiteral("bj-prod"), QStringLiteral("PROD"), QColor(0xB3302A), true, false});
                window.resize(size);
                window.show();
                window.apply(story.update());
                const auto keep = [&](const char* name) {
                    QTest::qWait(folder.isEmpty() ? 1 : 250);
                    if (!folder.isEmpty())
                        window.grab().save(
                            QStringLiteral("%1/%2-%3-%4.png")
                                .arg(folder, QString::fromLatin1(name),
                                     choice == ThemeChoice::Light ? QStringLiteral("light") : QStringLiteral("dark"))
                                .arg(size.width()));
                };
                for (const auto& [name, app] :
                     {std::pair("app", "/shop/checkout"), std::pair("app-waiting", "/batch/report-large")}) {
                    window.reveal({ObjectRef::Kind::App, QString::fromLatin1(app)});
                    window.apply(story.update());
                    QCOMPARE(window.currentPage()->id(), QStringLiteral("app"));
                    keep(name);
                }
                story.watch(QStringLiteral("/shop/cart"));
                window.showPage(QStringLiteral("deployments"));
                window.reveal({ObjectRef::Kind::Deployment, QStringLiteral("5ed4c0c5-9ff8-4a6f-a0cd-f57f59a34b43")});
                window.apply(story.update());
                keep("deployments");
                story.watch(QStringLiteral("/shop/checkout"));
                window.apply(story.update());
                // The other views of the agents' page, then the parts of the chosen agent and of chosen tasks.
                window.showPage(QStringLiteral("agents"));
                walkTabs(window, QStringLiteral("agentsViews"), keep);
                for (const char* name : {"apps", "tasks", "agents"}) {
                    window.showPage(QString::fromLatin1(name));
                    auto* page = static_cast<ListPage*>(window.currentPage());
                    QVERIFY(page->table().rows().rowCount() > 0);
                    page->table().setCurrentIndex(page->table().model()->index(1, 0));
                    keep(name);
                }
            }
        }
    }
};

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    ListPagesTest test;
    return mesoscope::test::run(test, argc, argv);
}
#include "tst_list_pages.moc"
