// The real window against the demo cluster, driven by its own buttons: deploy an app, see its tasks on the map, scale
// it, kill one and see it replaced, destroy it.
#include "tests/support/harness.h"
#include "tests/support/named_widgets.h"
#include "tests/support/window_journey.h"
#include "widgets/editor/editor_page.h"
#include "widgets/map/map_page.h"

#include <QApplication>

using namespace mesoscope;
using widgets::ActionRequest;

namespace {

const QString app = QStringLiteral("/journey/hello");

class TestJourney : public test::WindowJourney {
    Q_OBJECT

private:
    QStringList tasks() const { return tasksOf(app); }

    /// Tasks of the app as they hang on their agents.
    int onAgents() const {
        int chained = 0;
        for (cluster::Slot a = 0; a < now().agents.size(); ++a) {
            for (cluster::Slot t = now().agents[a].firstTask; t != cluster::noSlot; t = now().tasks[t].nextOnAgent)
                chained += now().text(now().tasks[t].app) == app ? 1 : 0;
        }
        return chained;
    }

    /// What any page's button asks for.
    void ask(ActionRequest::Verb verb, const QStringList& targets, int instances = -1) {
        ActionRequest request;
        request.verb = verb;
        request.targets = targets;
        request.instances = instances;
        QVERIFY(until([&] { return noSheet(); }));
        Q_EMIT console_->window().actionRequested(request);
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(open(widgets::ThemeChoice::Dark, smallCluster()));
        QCOMPARE(console_->window().currentPage()->id(), QStringLiteral("map"));
    }

    void cleanupTestCase() { console_.reset(); }

    void deployFromTheEditor() {
        ask(ActionRequest::Verb::Deploy, {});
        auto* editor = qobject_cast<widgets::EditorPage*>(console_->window().page(QStringLiteral("editor")));
        QVERIFY(editor);
        QCOMPARE(console_->window().currentPage(), editor);
        editor->openDocument(R"({"id":"/journey/hello","cmd":"serve","cpus":0.1,"mem":32,"instances":3})");
        press("editorReview");
        send("reviewDeploy");
        QVERIFY(settled());
        QVERIFY(until([&] { return tasks().size() == 3; }));
    }

    void itsTasksAreOnTheMap() {
        console_->window().showPage(QStringLiteral("map"));
        auto* map = qobject_cast<widgets::MapPage*>(console_->window().page(QStringLiteral("map")));
        QVERIFY(map);
        map->setFilter(QStringLiteral("app:") + app);
        QVERIFY(until([&] { return map->counts().contains(QStringLiteral("24")); }));
        QVERIFY(until([&] { return onAgents() == 3; }));
        const QImage shown = console_->window().grab().toImage();
        map->setFilter(QString());
        QVERIFY(until([&] { return console_->window().grab().toImage() != shown; })); // the highlight was visible
    }

    void scaleIt() {
        ask(ActionRequest::Verb::Scale, {app}, 5);
        decide();
        QVERIFY(settled());
        QVERIFY(until([&] { return tasks().size() == 5; }));
    }

    void killOneAndSeeItReplaced() {
        const QString victim = tasks().first();
        ask(ActionRequest::Verb::KillTasks, {victim});
        decide();
        QVERIFY(until([&] { return !tasks().contains(victim) && tasks().size() == 5; }));
        QVERIFY(settled());
    }

    void destroyIt() {
        ask(ActionRequest::Verb::Destroy, {app});
        decide();
        QVERIFY(until([&] { return tasks().isEmpty() && now().findApp(app) == cluster::noSlot; }));
    }

    void everyPageShowsItself() {
        for (const char* id : {"map", "apps", "deployments", "tasks", "agents", "editor", "connect", "gallery"}) {
            console_->window().showPage(QLatin1String(id));
            QCOMPARE(console_->window().currentPage()->id(), QLatin1String(id));
            QVERIFY(!console_->window().grab().isNull());
            auto* table = console_->window().findChild<QAbstractItemView*>(QLatin1String(id) + QLatin1String("Table"));
            const bool rows = QTest::qWaitFor([&] { return !table || table->model()->rowCount() > 0; }, 1500);
            QVERIFY2(rows && (!table || table->isVisible()), id);
            QCOMPARE(test::nameless(console_->window()).join(QLatin1Char(';')), QString());
        }
    }
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    TestJourney test;
    return mesoscope::test::run(test, argc, argv);
}
#include "tst_journey.moc"
