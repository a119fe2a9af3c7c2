#include "tests/support/harness.h"
#include "tests/widgets/page_story.h"
#include "widgets/agents/agents_page.h"
#include "widgets/apps/app_page.h"
#include "widgets/apps/apps_page.h"
#include "widgets/deployments/deployments_page.h"
#include "widgets/shell/main_window.h"
#include "widgets/tasks/tasks_page.h"
#include "widgets/theme/theme_controller.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace mesoscope;
using namespace mesoscope::widgets;

class ListPagesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
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
                    QTest::qWait(30);
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
