// The real window against the demo cluster, driven by its own buttons: deploy an app, see its tasks on the map, scale
// it, kill one and see it replaced, destroy it.
#include "app/window/console.h"
#include "tests/support/harness.h"
#include "tests/support/named_widgets.h"
#include "widgets/editor/editor_page.h"
#include "widgets/map/map_page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QPointer>
#include <QStandardPaths>
#include <QTest>

using namespace mesoscope;
using widgets::ActionRequest;

namespace {

constexpr int patienceMs = 30'000;
const QString app = QStringLiteral("/journey/hello");

class TestJourney : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<app::window::Console> console_;

    const cluster::Snapshot& now() const { return *console_->session()->current(); }

    bool until(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, patienceMs); }

    template<typename Widget = QAbstractButton>
    Widget* named(const char* name) {
        return console_->window().findChild<Widget*>(QLatin1String(name));
    }

    void press(const char* name) {
        QVERIFY2(until([&] {
                     auto* button = named(name);
                     return button && button->isVisible() && button->isEnabled();
                 }),
                 name);
        QTest::mouseClick(named(name), Qt::LeftButton);
    }

    /// What any page's button asks for.
    void ask(ActionRequest::Verb verb, const QStringList& targets, int instances = -1) {
        ActionRequest request;
        request.verb = verb;
        request.targets = targets;
        request.instances = instances;
        Q_EMIT console_->window().actionRequested(request);
    }

    /// Living tasks of the app by the master's word.
    QStringList tasks() const {
        QStringList ids;
        for (cluster::Slot i = 0; i < now().tasks.size(); ++i) {
            const cluster::TaskRow& row = now().tasks[i];
            if (row.live() && row.state == master::TaskState::Running && now().text(row.app) == app)
                ids << now().text(row.id);
        }
        return ids;
    }

    bool deploymentsOver() const {
        const cluster::Slot slot = now().findApp(app);
        return now().deployments.isEmpty() && (slot == cluster::noSlot || now().apps[slot].app->deployments.isEmpty());
    }

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        console_ = std::make_unique<app::window::Console>(widgets::ThemeChoice::Dark);
        console_->window().resize(1920, 1080);
        console_->window().show();
        demo::Options options;
        options.agents = 24;
        options.apps = 10;
        options.tasks = 100;
        console_->startDemo(options, false);
        QVERIFY(until([&] {
            return console_->session() && now().masterComplete && now().schedulerComplete && now().totals.tasks >= 100;
        }));
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
        press("reviewDeploy");
        QVERIFY(until([&] { return tasks().size() == 3; }));
        QVERIFY(until([&] { return deploymentsOver(); }));
    }

    void itsTasksAreOnTheMap() {
        console_->window().showPage(QStringLiteral("map"));
        auto* map = qobject_cast<widgets::MapPage*>(console_->window().page(QStringLiteral("map")));
        QVERIFY(map);
        map->setFilter(QStringLiteral("app:") + app);
        QVERIFY(until([&] { return map->counts().contains(QStringLiteral("24")); }));
        std::uint32_t chained = 0;
        for (cluster::Slot a = 0; a < now().agents.size(); ++a) {
            for (cluster::Slot t = now().agents[a].firstTask; t != cluster::noSlot; t = now().tasks[t].nextOnAgent)
                chained += now().text(now().tasks[t].app) == app ? 1 : 0;
        }
        QCOMPARE(chained, 3U);
        const QImage shown = console_->window().grab().toImage();
        map->setFilter(QString());
        QVERIFY(until([&] { return console_->window().grab().toImage() != shown; })); // the highlight was visible
    }

    void scaleIt() {
        ask(ActionRequest::Verb::Scale, {app}, 5);
        press("confirm-go");
        QVERIFY(until([&] { return tasks().size() == 5; }));
        QVERIFY(until([&] { return deploymentsOver(); }));
    }

    void killOneAndSeeItReplaced() {
        const QString victim = tasks().first();
        ask(ActionRequest::Verb::KillTasks, {victim});
        press("confirm-go");
        QVERIFY(until([&] { return !tasks().contains(victim); }));
        QVERIFY(until([&] { return tasks().size() == 5; }));
    }

    void destroyIt() {
        ask(ActionRequest::Verb::Destroy, {app});
        press("confirm-go");
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
