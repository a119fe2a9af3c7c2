// One app's page and the deployments as their scheduler tells of them: not known yet, known, gone; each instance over
// time; ways back that say what they touch; versions from two places.
#include "tests/support/fake_sources.h"
#include "tests/support/harness.h"
#include "tests/widgets/page_story.h"
#include "widgets/actions/action_form.h"
#include "widgets/actions/action_plan.h"
#include "widgets/apps/app_page.h"
#include "widgets/apps/app_versions.h"
#include "widgets/apps/compose_sheet.h"
#include "widgets/deployments/change_view.h"
#include "widgets/deployments/deployments_page.h"
#include "widgets/deployments/waterfall.h"
#include "widgets/deployments/ways_back.h"
#include "widgets/tables/event_list.h"
#include "widgets/theme/theme_controller.h"
#include "widgets/versions/diff_view.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QTest>

using namespace mesoscope;
using namespace mesoscope::widgets;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

scheduler::AppPtr appWith(const char* version, const char* document, int instances = 2) {
    auto app = std::make_shared<scheduler::App>(*test::someApp(s("/shop/cart"), instances, s(version)));
    app->document = document;
    return app;
}

} // namespace

class SchedulerPagesTest : public QObject {
    Q_OBJECT
private:
    ThemeController theme_{ThemeChoice::Light};
    base::ManualClock clock_;
    test::FakeSources::Made made_;
    std::unique_ptr<cluster::Session> session_;

    template<typename Function>
    void onSession(Function function) {
        QMetaObject::invokeMethod(made_.scheduler, function, Qt::BlockingQueuedConnection);
    }
    void connectTo(Page& page) {
        cluster::Connection connection;
        connection.scheduler.emplace();
        session_ =
            std::make_unique<cluster::Session>(connection, clock_, 0, std::make_unique<test::FakeSources>(made_));
        page.attach(session_.get());
        connect(session_.get(), &cluster::Session::updated, &page, [this, &page] { page.apply(session_->take()); });
        QVERIFY(QTest::qWaitFor([this] { return !made_.scheduler.isNull(); }));
    }
    void tell(const scheduler::AppPtr& app) {
        onSession([this, app] { Q_EMIT made_.scheduler->appsChanged({app}, {}, true); });
    }

private Q_SLOTS:
    void cleanup() { session_.reset(); }

    void anAppThatGoesAwayUnderItsOpenPage() {
        AppPage page;
        const std::unique_ptr<QWidget> inspector(page.inspector());
        page.resize(1400, 900);
        page.show();
        connectTo(page);
        tell(appWith("v1", "{\"id\":\"/shop/cart\"}"));
        QVERIFY(page.reveal({ObjectRef::Kind::App, s("/shop/cart")}));
        const auto says = [&page](const char* words) {
            for (const QLabel* label : page.findChildren<QLabel*>()) {
                if (label->isVisible() && label->text().contains(s(words)))
                    return true;
            }
            return false;
        };
        auto* table = page.findChild<ObjectTable*>(s("appInstances"));
        QVERIFY(table);
        QTRY_VERIFY(says("has not told of its instances yet"));
        QVERIFY(!table->isVisible());
        onSession([this] {
            scheduler::Instance instance;
            instance.taskId = s("t1");
            instance.appId = s("/shop/cart");
            instance.state = s("TASK_RUNNING");
            Q_EMIT made_.scheduler->instancesChanged(s("/shop/cart"), {instance});
        });
        QTRY_VERIFY(table->isVisible());
        QTRY_COMPARE(table->rows().rowCount(), 1);
        auto* scale = page.findChild<Button*>(s("appPageScale"));
        QTRY_VERIFY(scale->isEnabled());
        onSession([this] { Q_EMIT made_.scheduler->appsChanged({}, {s("/shop/cart")}, false); });
        QTRY_VERIFY(!scale->isEnabled());
        QTRY_VERIFY(says("no app of this name"));
        QVERIFY(!table->isVisible());
        page.attach(nullptr);
    }

    void versionsComeFromTheSchedulerAndFromWhatWasKept() {
        history::VersionArchive archive(s(":memory:"), clock_);
        archive.choose(s("test"));
        archive.remember({{s("/shop/cart"), s("2026-11-20T10:00:00.000Z"), "{\"id\":\"/shop/cart\",\"cpus\":1}"},
                          {s("/shop/cart"), s("2026-11-21T10:00:00.000Z"), "{\"id\":\"/shop/cart\",\"cpus\":2}"}});
        AppVersions versions;
        versions.resize(900, 500);
        versions.setVisible(true);
        versions.setArchive(&archive);
        // Destroyed: only what was kept is left, and it is sent as a definition.
        versions.show(s("/shop/cart"), nullptr, {}, 0);
        versions.read();
        auto* list = versions.findChild<QListWidget*>(s("appVersions"));
        QTRY_COMPARE(list->count(), 2);
        QVERIFY(list->item(0)->toolTip() > list->item(1)->toolTip()); // newest first
        auto* diff = versions.findChild<DiffView*>(s("versionDiff"));
        list->setCurrentRow(1);
        QTRY_COMPARE(diff->differences(), 1);
        QVERIFY(diff->topLevelItem(0)->text(0).contains(s("cpus")));
        QSignalSpy documents(&versions, &AppVersions::documentWanted);
        auto* go = versions.findChild<Button*>(s("deployVersion"));
        QTRY_VERIFY(go->isEnabled());
        go->click();
        QTRY_COMPARE(documents.size(), 1);
        QVERIFY(documents.first().first().toByteArray().contains("\"cpus\":1"));
        versions.findChild<QCheckBox*>(s("versionPin"))->click();
        QTRY_VERIFY(list->item(0)->toolTip().startsWith(s("2026-11-20"))); // pinned ones stand first
        versions.show(s("/shop/cart"), appWith("2026-11-21T10:00:00.000Z", "{\"id\":\"/shop/cart\",\"cpus\":2}"),
                      s("stale"), 0);
        QVERIFY(!go->isEnabled());
        QCOMPARE(go->refusal(), s("stale"));
    }

    /// What an earlier run of the program saw is shown, said to be so, and offers no way back.
    void whatWasRecordedEarlierIsShownAndSaidToBeSo() {
        history::VersionArchive archive(s(":memory:"), clock_);
        archive.choose(s("test"));
        clock_.advance(1000);
        test::FakeSources::Made earlier;
        {
            cluster::Connection connection;
            connection.scheduler.emplace();
            cluster::Session session(connection, clock_, 0, std::make_unique<test::FakeSources>(earlier));
            session.addProjection(archive.chronicler());
            QVERIFY(QTest::qWaitFor([&] { return !earlier.scheduler.isNull(); }, 30'000));
            QMetaObject::invokeMethod(
                earlier.scheduler,
                [&] {
                    auto d = std::make_shared<scheduler::Deployment>();
                    d->id = s("d-old");
                    d->affectedApps = {s("/shop/cart")};
                    Q_EMIT earlier.scheduler->deploymentsChanged({d});
                    Q_EMIT earlier.scheduler->deploymentEnded(s("d-old"), true, {});
                    Q_EMIT earlier.scheduler->eventSeen(s("deployment_success"), s("/shop/cart"), s("it succeeded"));
                },
                Qt::BlockingQueuedConnection);
            QVERIFY(QTest::qWaitFor([&] {
                const cluster::SnapshotPtr seen = session.take().snapshot;
                return seen && !seen->deploymentLog.isEmpty() && !seen->notes.isEmpty();
            }));
        }
        clock_.advance(4'000'000);
        DeploymentsPage page;
        const std::unique_ptr<QWidget> inspector(page.inspector());
        page.resize(1200, 800);
        page.show();
        page.setArchive(&archive);
        connectTo(page);
        tell(appWith("v1", "{\"id\":\"/shop/cart\"}"));
        QTRY_VERIFY(page.counts().contains(s("1 recorded earlier")));
        QVERIFY(page.reveal({ObjectRef::Kind::Deployment, s("d-old")}));
        page.tick(clock_.wallMs());
        const auto says = [](const QWidget& widget, const char* words) {
            const auto labels = widget.findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(),
                               [&](const QLabel* label) { return label->text().contains(s(words)); });
        };
        QTRY_VERIFY(says(page, "recorded earlier"));
        // What can still be done is offered, what needs it to run says so.
        const auto* ways = inspector->findChild<WaysBack*>();
        QVERIFY(ways->isVisibleTo(inspector.get()));
        QTRY_VERIFY(says(*ways, "It has ended"));
        QVERIFY(!says(*ways, "being worked out"));
        QVERIFY(!ways->findChild<Button*>(s("wayRevert"))->isEnabled());
        QVERIFY(!ways->findChild<Button*>(s("wayStop"))->isEnabled());
        page.attach(nullptr);
        session_.reset();

        AppPage app;
        const std::unique_ptr<QWidget> appInspector(app.inspector());
        app.show();
        app.setArchive(&archive);
        connectTo(app);
        tell(appWith("v1", "{\"id\":\"/shop/cart\"}"));
        QVERIFY(app.reveal({ObjectRef::Kind::App, s("/shop/cart")}));
        auto* events = app.findChild<EventList*>(s("appEvents"));
        QTRY_VERIFY(events->accessibleDescription().contains(s("it succeeded")));
        QVERIFY(events->accessibleDescription().startsWith(s("Recorded earlier")));
        app.attach(nullptr);
    }

    /// A canary begins with a new image; one that goes on needs none.
    void aCanaryBeginsWithANewImage() {
        AppPage page;
        connectTo(page);
        auto app =
            std::make_shared<scheduler::App>(*appWith("v1", "{\"container\":{\"docker\":{\"image\":\"img:1\"}}}"));
        app->image = s("img:1");
        tell(app);
        QTRY_VERIFY(session_->current() && session_->current()->findApp(s("/shop/cart")) != cluster::noSlot);
        ActionRequest request;
        request.verb = ActionRequest::Verb::Canary;
        request.targets = QStringList{s("/shop/cart")};
        const auto make = [&] {
            const cluster::Snapshot* now = session_->current().get();
            return std::unique_ptr<ActionForm>(ActionForm::make(request, initialChoices(request, now), now));
        };
        const std::unique_ptr<ActionForm> begins = make();
        auto* image = begins->findChild<QLineEdit*>(s("canaryImage-edit"));
        QVERIFY(image);
        QVERIFY(!begins->problem().isEmpty()); // it would try what runs already
        image->setText(s("img:2"));
        QVERIFY(begins->problem().isEmpty());
        QCOMPARE(begins->choices().document, QByteArray("{\"container\":{\"docker\":{\"image\":\"img:2\"}}}"));
        onSession([this] {
            auto d = std::make_shared<scheduler::Deployment>();
            d->id = s("op");
            d->affectedApps = QStringList{s("/shop/cart")};
            d->currentActions = {{s("canary_unfinished"), s("/shop/cart")}};
            Q_EMIT made_.scheduler->deploymentsChanged({d});
        });
        QTRY_VERIFY(!session_->current()->deployments.isEmpty());
        const std::unique_ptr<ActionForm> goesOn = make();
        QVERIFY(!goesOn->findChild<QLineEdit*>(s("canaryImage-edit")));
        QVERIFY(goesOn->problem().isEmpty());
        QVERIFY(goesOn->findChild<QLineEdit*>(s("canaryInstances-edit")));
        page.attach(nullptr);
    }

    void composeFilesAndTheSchedulersAgents() {
        ComposeSheet sheet;
        sheet.show();
        scheduler::Compose compose;
        compose.id = s("6c65");
        compose.name = s("stack");
        compose.runAs = s("alice");
        compose.operation = s("noop");
        compose.apps = QStringList{s("db.stack.alice.c"), s("front.stack.alice.c")};
        compose.needs = {{s("front"), {s("db")}}, {s("db"), {}}};
        compose.yaml = "services:\n";
        auto* list = sheet.findChild<QListWidget*>(s("composeList"));
        auto* destroy = sheet.findChild<Button*>(s("composeDestroy"));
        QVERIFY(!destroy->isEnabled());
        sheet.showComposes(QList<scheduler::Compose>{compose});
        QCOMPARE(list->count(), 1);
        QVERIFY(destroy->isEnabled());
        QCOMPARE(sheet.findChild<QPlainTextEdit*>(s("composeText"))->toPlainText(), s("services:\n"));
        QSignalSpy asked(&sheet, &ComposeSheet::actionRequested);
        destroy->click();
        QCOMPARE(asked.size(), 1);
        const auto request = asked.first().first().value<ActionRequest>();
        QVERIFY(request.verb == ActionRequest::Verb::DestroyGroup);
        QCOMPARE(request.targets, QStringList{s("stack")});
        auto* create = sheet.findChild<Button*>(s("composeNew"));
        create->click();
        QCOMPARE(asked.size(), 2);
        QVERIFY(asked.last().first().value<ActionRequest>().verb == ActionRequest::Verb::CreateCompose);
        sheet.setRefusal(s("stale"));
        QVERIFY(!destroy->isEnabled());
        QVERIFY(!create->isEnabled());
        base::Error error;
        error.sentence = s("Swan does not answer.");
        sheet.showComposes(tl::unexpected(error));
        QCOMPARE(list->count(), 0);
        QCOMPARE(sheet.findChild<QLabel*>(s("composeNote"))->text(), error.sentence);
        sheet.showAgents(QList<scheduler::GatewayAgent>{});
    }

    void aDeploymentInstanceByInstance() {
        test::PageStory story;
        DeploymentsPage page;
        const std::unique_ptr<QWidget> inspector(page.inspector());
        const std::unique_ptr<QWidget> title(page.titleContent());
        page.resize(1400, 900);
        page.show();
        page.apply(story.update());
        QCOMPARE(page.badge(), 1); // one of the two does not move
        QVERIFY(page.reveal({ObjectRef::Kind::Deployment, s("5ed4c0c5-9ff8-4a6f-a0cd-f57f59a34b43")}));
        auto* waterfall = page.findChild<Waterfall*>(s("waterfall"));
        const QStringList rows = waterfall->rowsInWords();
        QCOMPARE(rows.size(), 2);
        QVERIFY(rows.first().startsWith(s("new bj-a1-agent-012")));
        QVERIFY(rows.last().endsWith(s("killed")));
        auto* filter = title->findChild<QLineEdit*>(s("deploymentsFilter"));
        filter->setText(s("report"));
        QCOMPARE(page.findChild<DeploymentList*>()->model()->rowCount(), 1);
        filter->setText(s("nothing like it"));
        QCOMPARE(page.findChild<DeploymentList*>()->model()->rowCount(), 0);
    }

    void waysBackSayWhatTheyTouchAndSendThat() {
        test::PageStory story;
        const auto update = story.update();
        const auto record = update.snapshot->deploymentLog.first();
        WaysBack ways;
        ways.show(update.snapshot, record, update.snapshot->atMs);
        auto* group = ways.findChild<Button*>(s("wayGroup"));
        QVERIFY(!group->isEnabled()); // not worked out yet
        QList<cluster::WayBackOffer> offers(4);
        for (auto& offer : offers)
            offer.way.title = s("way");
        offers[3].way.possible = true;
        offers[3].way.effect = s("The whole group goes back.");
        offers[3].way.command.verb = scheduler::Command::Verb::RevertGroup;
        offers[3].way.command.targets = {s("/shop")};
        offers[3].way.command.version = s("2026-11-20T10:00:00.000Z");
        scheduler::AppEffect effect;
        effect.app = s("/shop/cart");
        effect.versionBefore = s("v2");
        effect.versionAfter = s("v1");
        offers[3].way.effects = {effect};
        offers[3].request = net::RequestSummary{"PUT", QUrl(s("http://m/v2/groups/shop")), "application/json", "{}"};
        offers[1].way.whyNot = s("It has ended.");
        ways.showOffers(offers);
        QVERIFY(group->isEnabled());
        QCOMPARE(ways.findChild<Button*>(s("wayRevert"))->refusal(), s("It has ended."));
        QVERIFY(!ways.findChild<KeyValues*>(s("wayGroupTouches"))->isHidden());
        QVERIFY(ways.findChild<KeyValues*>(s("wayStopTouches"))->isHidden());
        QSignalSpy asked(&ways, &WaysBack::actionRequested);
        group->click();
        QCOMPARE(asked.size(), 1);
        const auto request = asked.first().first().value<ActionRequest>();
        QCOMPARE(request.verb, ActionRequest::Verb::RevertGroup);
        QCOMPARE(request.targets, QStringList{s("/shop")});
        QCOMPARE(request.version, s("2026-11-20T10:00:00.000Z"));
        // A scheduler without groups does not offer to revert one.
        auto other = std::make_shared<cluster::Snapshot>(*update.snapshot);
        other->capabilities = scheduler::Capabilities(scheduler::Capability::DeployVersion);
        ways.show(other, record, update.snapshot->atMs);
        QVERIFY(group->parentWidget()->isHidden());
        QVERIFY(!ways.findChild<Button*>(s("wayOldVersion"))->parentWidget()->isHidden());
    }

    void whereTheTimeWent() {
        scheduler::DeploymentRecord record;
        for (const qint64 staging : {1000, 3000, 9000}) {
            scheduler::InstanceTimeline t;
            t.isNew = true;
            t.waitingMs = 500;
            t.launchedMs = 1000;
            t.runningMs = 1000 + staging;
            t.healthyMs = t.runningMs + 30'000;
            record.instances.append(t);
        }
        QCOMPARE(usualWayOf(record), (UsualWay{500, 3000, 30'000, 0}));
    }
};

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    SchedulerPagesTest test;
    return mesoscope::test::run(test, argc, argv);
}
#include "tst_scheduler_pages.moc"
