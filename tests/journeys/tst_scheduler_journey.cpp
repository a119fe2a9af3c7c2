// The scheduler's verbs through the real window against the demo cluster: scale by a factor, deploy and go back in each
// of the four ways, versions with their difference, kill several, a plan that is refused, destroy and restore, a
// conflict. MESOSCOPE_PICTURES names a folder for pictures of what was seen.
#include "tests/support/harness.h"
#include "tests/support/window_journey.h"
#include "widgets/apps/app_page.h"
#include "widgets/controls/choice.h"
#include "widgets/controls/confirm_sheet.h"
#include "widgets/controls/field.h"
#include "widgets/deployments/waterfall.h"
#include "widgets/editor/editor_page.h"
#include "widgets/versions/diff_view.h"

#include <QApplication>
#include <QComboBox>
#include <QListWidget>
#include <QSqlDatabase>
#include <QTabBar>

using namespace mesoscope;
using widgets::ActionRequest;
using Verb = ActionRequest::Verb;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

class TestSchedulerJourney : public test::WindowJourney {
    Q_OBJECT

private:
    /// Only what is seen: sheets come and go here.
    template<typename Widget = QAbstractButton>
    Widget* named(const char* name) {
        for (Widget* widget : console_->window().findChildren<Widget*>(QLatin1String(name))) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    void picture(const char* name) {
        const QString folder = qEnvironmentVariable("MESOSCOPE_PICTURES");
        if (folder.isEmpty())
            return;
        QTest::qWait(400);
        console_->window().grab().save(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png"));
    }
    void ask(ActionRequest request) {
        QVERIFY(until([&] { return noSheet(); }));
        Q_EMIT console_->window().actionRequested(request);
    }
    void ask(Verb verb, const QStringList& targets, int instances = -1) {
        ActionRequest request;
        request.verb = verb;
        request.targets = targets;
        request.instances = instances;
        ask(request);
    }
    scheduler::AppPtr app(const char* id) const {
        const cluster::Slot slot = now().findApp(s(id));
        return slot == cluster::noSlot ? nullptr : now().apps[slot].app;
    }
    /// All that was sent is over, and the app runs so many instances by its scheduler's word and by the master's.
    bool calm(const char* id, int instances) const {
        return settled() && until([&] {
                   const scheduler::AppPtr it = app(id);
                   return it && it->deployments.isEmpty() && it->instances == instances &&
                          it->tasksRunning == instances && tasksOf(s(id)).size() == instances;
               });
    }
    bool hasMode(const char* id, const char* mode) const {
        return until([&] { return app(id) && app(id)->document.contains(QByteArray("\"MODE\":\"") + mode + '"'); });
    }
    void openApp(const char* id) {
        console_->window().reveal({widgets::ObjectRef::Kind::App, s(id)});
        QVERIFY(until([&] { return now().watchedApp == s(id) && now().watchedKnown; }));
    }
    void chooseTab(int tab) {
        QVERIFY(until([&] { return named<QTabBar>("appTabs") != nullptr; }));
        named<QTabBar>("appTabs")->setCurrentIndex(tab);
    }
    /// The difference of some version to what runs; documents are read one by one as they are chosen.
    bool showsADifference(QListWidget& list) {
        int row = 0;
        return until([&] {
            auto* diff = named<widgets::DiffView>("versionDiff");
            if (diff && diff->differences() > 0)
                return true;
            list.setCurrentRow(++row % std::max(1, list.count()));
            QTest::qWait(200);
            return false;
        });
    }
    void deploy(const char* document) {
        ActionRequest request;
        request.verb = Verb::Deploy;
        request.document = document;
        ask(request);
        press("editorReview");
        send("reviewDeploy");
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(open(widgets::ThemeChoice::Dark, smallCluster()));
        deploy(R"({"id":"/tour/web","cmd":"serve","cpus":0.1,"mem":32,"instances":2,"env":{"MODE":"one"}})");
        QVERIFY(calm("/tour/web", 2));
        deploy(R"({"id":"/tour/api","cmd":"serve","cpus":0.1,"mem":32,"instances":2})");
        QVERIFY(calm("/tour/api", 2));
    }

    /// A failed test leaves no open sheet to those behind it.
    void cleanup() {
        if (auto* keep = named("confirm-keep"))
            keep->click();
    }

    void cleanupTestCase() { console_.reset(); }

    void scaleByAFactorWithAFitCheck() {
        ask(Verb::Scale, {s("/tour/web")});
        QVERIFY(until([&] { return named<widgets::SegmentedChoice>("scaleHow") != nullptr; }));
        auto* how = named<widgets::SegmentedChoice>("scaleHow");
        how->setCurrent(1);
        Q_EMIT how->chosen(1);
        auto* field = named<widgets::Field>("scaleInstances");
        QVERIFY(field);
        field->setText(s("2"));
        QVERIFY(until([&] { return named("confirm-go") && named("confirm-go")->text().contains(QLatin1Char('4')); }));
        picture("sheet-scale");
        decide();
        QVERIFY(calm("/tour/web", 4));
    }

    void aRestartShowsItsDip() {
        ask(Verb::Restart, {s("/tour/web")});
        QVERIFY(until([&] { return named<QWidget>("dipPicture") != nullptr; }));
        QVERIFY(until([&] { return named("confirm-go") && named("confirm-go")->isEnabled(); }));
        QVERIFY(until([&] { return named<QWidget>("dipPicture")->width() > 100; }));
        picture("sheet-restart");
        press("confirm-keep");
        QVERIFY(until([&] { return noSheet(); }));
    }

    void aGroupIsScaledAndReverted() {
        ask(Verb::ScaleGroup, {s("/tour")});
        QVERIFY(until([&] { return named<widgets::Field>("scaleGroupValue") != nullptr; }));
        auto* field = named<widgets::Field>("scaleGroupValue");
        field->setText(s("2"));
        QVERIFY(until([&] { return named("confirm-go") && named("confirm-go")->isEnabled(); }));
        QVERIFY(until([&] { return named<widgets::KeyValues>("confirm-effect") != nullptr; }));
        picture("sheet-group");
        decide();
        QVERIFY(calm("/tour/web", 8));
        QVERIFY(calm("/tour/api", 4));
        ask(Verb::RevertGroup, {s("/tour")});
        QVERIFY(until([&] { return named<QComboBox>("revertVersion") != nullptr; }));
        auto* box = named<QComboBox>("revertVersion");
        QVERIFY(until([&] { return box->count() >= 3; }));
        QVERIFY(until([&] { return named("confirm-go") && named("confirm-go")->isEnabled(); }));
        picture("sheet-revert-group");
        decide();
        QVERIFY(calm("/tour/web", 4));
        QVERIFY(calm("/tour/api", 2));
    }

    void aDeploymentIsSeenInstanceByInstanceAndReverted() {
        console_->window().showPage(s("deployments"));
        // More memory than any agent has: it waits until it is taken back.
        deploy(R"({"id":"/tour/web","cmd":"serve","cpus":0.1,"mem":99999999,"instances":4,"env":{"MODE":"two"}})");
        QVERIFY(until([&] { return !now().deployments.isEmpty(); }));
        const QString id = now().deployments.first()->id;
        console_->window().reveal({widgets::ObjectRef::Kind::Deployment, id});
        QVERIFY(until([&] { return console_->window().currentPage()->id() == s("deployments"); }));
        QVERIFY(until([&] {
            auto* waterfall = named<widgets::Waterfall>("waterfall");
            return waterfall && !waterfall->rowsInWords().isEmpty();
        }));
        QVERIFY(until([&] { return named<widgets::KeyValues>("wayRevertTouches") != nullptr; }));
        QVERIFY(hasMode("/tour/web", "two"));
        picture("deployments");
        press("wayRevert");
        QVERIFY(until([&] { return named("confirm-go") && named("confirm-go")->isEnabled(); }));
        picture("sheet-revert");
        decide();
        QVERIFY(calm("/tour/web", 4));
        QVERIFY(hasMode("/tour/web", "one"));
        QVERIFY(until([&] {
            const auto& log = now().deploymentLog;
            return std::any_of(log.cbegin(), log.cend(), [&](const auto& r) {
                return r->deployment.id == id && r->endedMs != 0 && !r->succeeded;
            });
        }));
        picture("deployments-ended");
    }

    void versionsWithTheirDifference() {
        openApp("/tour/web");
        picture("app");
        chooseTab(2);
        QVERIFY(until(
            [&] { return named<QListWidget>("appVersions") && named<QListWidget>("appVersions")->count() >= 3; }));
        auto* list = named<QListWidget>("appVersions");
        QVERIFY(showsADifference(*list));
        picture("app-versions");
        QVERIFY(until([&] { return named<QLineEdit>("versionNote") && named<QLineEdit>("versionNote")->isEnabled(); }));
        auto* note = named<QLineEdit>("versionNote");
        note->setFocus();
        note->setText(s("before the sale"));
        Q_EMIT note->editingFinished();
        QVERIFY(until([&] {
            for (int row = 0; row < list->count(); ++row) {
                if (list->item(row)->text().contains(s("before the sale")))
                    return true;
            }
            return false;
        }));
        chooseTab(3);
        picture("app-deployments");
        chooseTab(4);
        picture("app-events");
        chooseTab(0);
    }

    void severalTasksAreKilledInOneRequest() {
        QVERIFY(calm("/tour/web", 4));
        const QStringList victims = tasksOf(s("/tour/web")).mid(0, 3);
        ask(Verb::KillTasks, victims);
        picture("sheet-kill");
        decide();
        QVERIFY(until([&] {
            const QStringList left = tasksOf(s("/tour/web"));
            return left.size() == 4 &&
                   std::none_of(victims.cbegin(), victims.cend(), [&](const QString& id) { return left.contains(id); });
        }));
    }

    void aPlanWithAnUnknownAppIsNotSent() {
        // The second one does not exist: nothing is sent.
        ask(Verb::Scale, {s("/tour/web"), s("/tour/none"), s("/tour/api")}, 3);
        QVERIFY(until([&] { return named("confirm-keep") != nullptr; }));
        QVERIFY(!named("confirm-go")->isEnabled());
        press("confirm-keep");
        QVERIFY(until([&] { return noSheet(); }));
        QCOMPARE(app("/tour/api")->instances, 2);
    }

    void whatSomebodyElseChangedIsShownBeforeItIsDecided() {
        ActionRequest request;
        request.verb = Verb::Scale;
        request.targets = {s("/tour/api")};
        request.seenVersion = s("2020-01-01T00:00:00.000Z");
        request.instances = 3;
        ask(request);
        decide();
        QVERIFY(until([&] {
            for (const cluster::ActionProgress& p : now().actions) {
                if (p.conflict && p.phase == cluster::ActionPhase::Refused)
                    return true;
            }
            return false;
        }));
        QCOMPARE(app("/tour/api")->instances, 2);
        picture("toast-conflict");
    }

    void aDestroyedAppComesBackFromWhatWasKept() {
        ask(Verb::DestroyGroup, {s("/tour")});
        QVERIFY(until([&] { return named("confirm-go") && named("confirm-go")->isEnabled(); }));
        picture("sheet-destroy-group");
        decide();
        QVERIFY(settled());
        QVERIFY(until([&] { return !app("/tour/web") && !app("/tour/api"); }));
        console_->window().reveal({widgets::ObjectRef::Kind::App, s("/tour/web")});
        chooseTab(2);
        QVERIFY(until(
            [&] { return named<QListWidget>("appVersions") && named<QListWidget>("appVersions")->count() >= 3; }));
        auto* list = named<QListWidget>("appVersions");
        list->setCurrentRow(list->count() - 1); // the first one: what came later did not fit
        picture("app-gone");
        press("deployVersion");
        press("editorReview");
        send("reviewDeploy");
        QVERIFY(calm("/tour/web", 2));
    }
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    TestSchedulerJourney test;
    return mesoscope::test::run(test, argc, argv);
}
#include "tst_scheduler_journey.moc"
