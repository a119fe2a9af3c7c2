// From the wish to the outcome, over a session whose sources are told what to say.
#include "tests/support/fake_sources.h"
#include "tests/support/harness.h"
#include "widgets/actions/action_flow.h"
#include "widgets/controls/field.h"
#include "widgets/theme/theme_controller.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace mesoscope;
using namespace mesoscope::widgets;

class ActionFlowTest : public QObject {
    Q_OBJECT
private:
    void connectCluster(bool protectedCluster = false) {
        flow_.reset();
        session_.reset();
        cluster::Connection connection;
        connection.name = QStringLiteral("test");
        connection.protectedCluster = protectedCluster;
        connection.master = net::Endpoint{};
        connection.scheduler = net::Endpoint{};
        session_ =
            std::make_unique<cluster::Session>(connection, clock_, 0, std::make_unique<test::FakeSources>(made_));
        flow_ = std::make_unique<ActionFlow>(window_.get());
        outcomes_.clear();
        connect(flow_.get(), &ActionFlow::finished, this,
                [this](const ActionOutcome& outcome) { outcomes_.append(outcome); });
        connect(session_.get(), &cluster::Session::updated, flow_.get(), [this] { flow_->apply(session_->take()); });
        QVERIFY(QTest::qWaitFor([this] { return made_.link && made_.scheduler; }));
        onSession(made_.link, [link = made_.link.data()] {
            link->setState(base::SourceState::Live);
            link->tell([](master::StateSink& sink) {
                sink.beginState();
                sink.endState();
            });
        });
        onSession(made_.scheduler, [scheduler = made_.scheduler.data()] {
            scheduler->setState(base::SourceState::Live);
            scheduler::App app;
            app.id = QStringLiteral("/shop/cart");
            app.version = QStringLiteral("2026-11-23T02:31:07.000Z");
            app.instances = 3;
            auto other = app;
            other.id = QStringLiteral("/shop/price");
            Q_EMIT scheduler->appsChanged(
                {std::make_shared<const scheduler::App>(app), std::make_shared<const scheduler::App>(other)}, {}, true);
        });
        flow_->attach(session_.get());
        QVERIFY(QTest::qWaitFor(
            [this] { return session_->current()->findApp(QStringLiteral("/shop/price")) != cluster::noSlot; }));
    }
    template<typename Function>
    void onSession(QObject* object, Function function) {
        QMetaObject::invokeMethod(object, function, Qt::BlockingQueuedConnection);
    }
    QPushButton* goButton() const {
        // The sheet's own button that decides: the last one whose text begins as the words say.
        for (auto* button : flow_->sheet()->findChildren<QPushButton*>()) {
            if (button->text() == flow_->sheet()->confirmation().goText)
                return button;
        }
        return nullptr;
    }
    bool ready() {
        return QTest::qWaitFor([this] { return flow_->sheet() && !flow_->sheet()->confirmation().request.isEmpty(); });
    }
    static ActionRequest scale(const QStringList& apps) {
        ActionRequest request;
        request.verb = ActionRequest::Verb::Scale;
        request.targets = apps;
        request.instances = 5;
        return request;
    }

    ThemeController theme_{ThemeChoice::Light};
    base::ManualClock clock_;
    test::FakeSources::Made made_;
    std::unique_ptr<QWidget> window_;
    std::unique_ptr<cluster::Session> session_;
    std::unique_ptr<ActionFlow> flow_;
    QList<ActionOutcome> outcomes_;

private Q_SLOTS:
    void init() {
        window_ = std::make_unique<QWidget>();
        window_->resize(1280, 800);
        window_->show();
    }
    void cleanup() {
        flow_.reset();
        session_.reset();
        window_.reset();
    }

    void theSheetSaysWhatWillHappenAndSendsExactlyThat() {
        connectCluster();
        flow_->request(scale({QStringLiteral("/shop/cart")}));
        QVERIFY(ready());
        const Confirmation& shown = flow_->sheet()->confirmation();
        QCOMPARE(shown.title, QStringLiteral("Scale /shop/cart to 5"));
        QCOMPARE(shown.goText, QStringLiteral("Scale to 5"));
        QVERIFY(!shown.effectSentences.isEmpty());
        QVERIFY(shown.refusal.isEmpty());
        auto* number = flow_->sheet()->findChild<Field*>(QStringLiteral("scaleInstances"));
        QVERIFY(number);
        number->setText(QStringLiteral("many"));
        QVERIFY(QTest::qWaitFor([this] { return !flow_->sheet()->confirmation().refusal.isEmpty(); }));
        number->setText(QStringLiteral("4"));
        QVERIFY(
            QTest::qWaitFor([this] { return flow_->sheet()->confirmation().goText == QStringLiteral("Scale to 4"); }));
        QVERIFY(QTest::qWaitFor([this] { return flow_->sheet()->confirmation().refusal.isEmpty(); }));
        const QString folder = qEnvironmentVariable("MESOSCOPE_PICTURES");
        if (!folder.isEmpty())
            QTest::qWait(250);
        if (!folder.isEmpty())
            window_->grab().save(folder + QStringLiteral("/sheet.png"));
        goButton()->click();
        QVERIFY(QTest::qWaitFor([this] { return !made_.scheduler->commands.isEmpty(); }));
        QCOMPARE(made_.scheduler->commands.first().instances, 4);
        QCOMPARE(made_.scheduler->commands.first().force, false);
        QVERIFY(QTest::qWaitFor([this] { return !flow_->sheet(); }));
    }

    void keepingSendsNothing() {
        connectCluster();
        flow_->request(scale({QStringLiteral("/shop/cart")}));
        QVERIFY(ready());
        QTest::keyClick(flow_->sheet(), Qt::Key_Escape);
        QVERIFY(QTest::qWaitFor([this] { return !flow_->sheet(); }));
        QVERIFY(made_.scheduler->commands.isEmpty());
    }

    void aLockIsToldAndOverriddenOnlyOnPurpose() {
        connectCluster();
        onSession(made_.scheduler, [scheduler = made_.scheduler.data()] {
            base::Error locked;
            locked.kind = base::ErrorKind::Status;
            locked.sentence = QStringLiteral("The app is locked.");
            locked.serverText =
                QStringLiteral("App is locked by one or more deployments. Override with the option '?force=true'.");
            locked.httpStatus = 409;
            scheduler->answer = tl::unexpected(locked);
        });
        flow_->request(scale({QStringLiteral("/shop/cart")}));
        QVERIFY(ready());
        goButton()->click();
        QVERIFY(QTest::qWaitFor([this] { return !outcomes_.isEmpty(); }));
        QVERIFY(!outcomes_.first().good);
        QVERIFY(outcomes_.first().text.contains(QStringLiteral("App is locked by one or more deployments")));
        QVERIFY(QTest::qWaitFor([this] { return !flow_->sheet(); }));
        outcomes_.first().press();
        QVERIFY(ready());
        QVERIFY(flow_->sheet()->confirmation().requestNote.startsWith(QStringLiteral("Forced")));
        goButton()->click();
        QVERIFY(QTest::qWaitFor([this] { return made_.scheduler->commands.size() == 2; }));
        QCOMPARE(made_.scheduler->commands.last().force, true);
    }

    void severalAppsStopAtTheFirstFailure() {
        connectCluster();
        onSession(made_.scheduler, [scheduler = made_.scheduler.data()] {
            base::Error denied;
            denied.kind = base::ErrorKind::Status;
            denied.sentence = QStringLiteral("Not authorized to perform this action!");
            denied.httpStatus = 403;
            scheduler->answer = tl::unexpected(denied);
        });
        flow_->request(scale({QStringLiteral("/shop/cart"), QStringLiteral("/shop/price")}));
        QVERIFY(ready());
        QVERIFY(flow_->sheet()->confirmation().subtitle.contains(QStringLiteral("/shop/price")));
        goButton()->click();
        QVERIFY(QTest::qWaitFor([this] { return !outcomes_.isEmpty(); }));
        QCOMPARE(made_.scheduler->commands.size(), 1);
        QVERIFY(outcomes_.first().text.contains(QStringLiteral("0 of 2")));
    }

    void denialsOfTheMasterAreShownAndNothingIsLost_data() {
        QTest::addColumn<ActionRequest>("request");
        ActionRequest drain;
        drain.verb = ActionRequest::Verb::DrainAgents;
        drain.targets = QStringList{QStringLiteral("S1")};
        QTest::newRow("drain") << drain;
        cluster::MasterCommand teardown;
        teardown.frameworkId = QStringLiteral("F1");
        QTest::newRow("teardown") << ActionRequest::ofMaster(teardown);
        cluster::MasterCommand quota;
        quota.verb = cluster::MasterCommand::Verb::SetQuota;
        quota.quota = {{QStringLiteral("dev"), {1, 256, 0, 0}, std::nullopt}};
        QTest::newRow("quota") << ActionRequest::ofMaster(quota);
        cluster::MasterCommand weights;
        weights.verb = cluster::MasterCommand::Verb::SetWeights;
        weights.weights = {{QStringLiteral("dev"), 2.5}};
        QTest::newRow("weights") << ActionRequest::ofMaster(weights);
    }

    void denialsOfTheMasterAreShownAndNothingIsLost() {
        QFETCH(ActionRequest, request);
        connectCluster();
        onSession(made_.link, [link = made_.link.data()] {
            link->tell([](master::StateSink& sink) {
                master::AgentView agent;
                agent.id = "S1";
                agent.hostname = "h1";
                sink.agentAdded(agent);
                master::FrameworkView framework;
                framework.id = "F1";
                framework.name = "batch";
                sink.frameworkAdded(framework);
                master::RoleView role;
                role.name = "dev";
                sink.roles({&role, 1});
            });
            base::Error denied;
            denied.kind = base::ErrorKind::Status;
            denied.sentence = QStringLiteral("403");
            denied.serverText = QStringLiteral("not permitted for principal 'ops'");
            denied.httpStatus = 403;
            link->answer = tl::unexpected(denied);
        });
        QVERIFY(QTest::qWaitFor([this] { return session_->current()->findAgent("S1") != cluster::noSlot; }));
        flow_->request(request);
        QVERIFY(ready());
        if (auto* name = flow_->sheet()->findChild<QLineEdit*>(); name && !goButton()->isEnabled())
            name->setText(QStringLiteral("batch"));
        QVERIFY(QTest::qWaitFor([this] { return goButton() && goButton()->isEnabled(); }));
        goButton()->click();
        QVERIFY(QTest::qWaitFor([this] { return !outcomes_.isEmpty(); }));
        QVERIFY(!outcomes_.first().good);
        QVERIFY2(outcomes_.first().text.contains(QStringLiteral("access control")), qPrintable(outcomes_.first().text));
        QVERIFY2(outcomes_.first().text.contains(QStringLiteral("not permitted for principal 'ops'")),
                 qPrintable(outcomes_.first().text));
        const cluster::SnapshotPtr after = session_->current();
        QCOMPARE(after->actions.last().phase, cluster::ActionPhase::Refused);
        QCOMPARE(after->agents[after->findAgent("S1")].state, cluster::AgentState::Active);
        QCOMPARE(after->frameworks->front().completed, false);
    }

    void theServersAnswersComeBackToTheDocument() {
        connectCluster();
        onSession(made_.scheduler, [scheduler = made_.scheduler.data()] {
            base::Error invalid;
            invalid.kind = base::ErrorKind::Status;
            invalid.sentence = QStringLiteral("Object is not valid");
            invalid.serverText = QStringLiteral("/instances: error.expected.jsnumber");
            invalid.httpStatus = 422;
            scheduler->answer = tl::unexpected(invalid);
        });
        ActionRequest request;
        request.verb = ActionRequest::Verb::Deploy;
        flow_->request(request);
        QVERIFY(flow_->sheet());
        auto* document = flow_->sheet()->findChild<QPlainTextEdit*>(QStringLiteral("deployDocument"));
        QVERIFY(document);
        document->setPlainText(QStringLiteral("{\"id\": \"/shop/new\", \"instances\": \"many\"}"));
        QVERIFY(QTest::qWaitFor([this] { return flow_->sheet()->confirmation().refusal.isEmpty(); }));
        goButton()->click();
        QVERIFY(QTest::qWaitFor([this] { return !outcomes_.isEmpty() && !flow_->sheet(); }));
        outcomes_.first().press();
        QVERIFY(flow_->sheet());
        auto* answers = flow_->sheet()->findChild<QLabel*>(QStringLiteral("deployAnswers"));
        QVERIFY(answers && answers->text().contains(QStringLiteral("/instances: error.expected.jsnumber")));
        auto* again = flow_->sheet()->findChild<QPlainTextEdit*>(QStringLiteral("deployDocument"));
        QVERIFY(again->toPlainText().contains(QStringLiteral("many")));
    }

    void aComposeFileIsCreatedFromItsTextAndNames() {
        connectCluster();
        onSession(made_.scheduler, [scheduler = made_.scheduler.data()] {
            base::Error taken;
            taken.kind = base::ErrorKind::Status;
            taken.sentence = QStringLiteral("Swan refuses it.");
            taken.serverText = QStringLiteral("compose stack already exists");
            taken.httpStatus = 409;
            scheduler->answer = tl::unexpected(taken);
        });
        ActionRequest request;
        request.verb = ActionRequest::Verb::CreateCompose;
        flow_->request(request);
        const auto refusal = [this] { return flow_->sheet()->confirmation().refusal; };
        QVERIFY(QTest::qWaitFor([&] { return refusal() == QStringLiteral("There is no compose file yet."); }));
        const auto field = [this](const char* name) { return flow_->sheet()->findChild<Field*>(QLatin1String(name)); };
        auto* document = flow_->sheet()->findChild<QPlainTextEdit*>(QStringLiteral("composeDocument"));
        QVERIFY(document && field("composeVariables"));
        QVERIFY(!field("composeVariables")->isVisible());
        document->setPlainText(
            QStringLiteral("services:\n  db: {image: d}\n  web:\n    image: w:${TAG}\n    depends_on: "
                           "[db]\n    deploy: {replicas: 2}\n"));
        QVERIFY(field("composeVariables")->isVisible());
        QVERIFY(QTest::qWaitFor([&] { return refusal() == QStringLiteral("Give it a name."); }));
        field("composeName")->setText(QStringLiteral("stack"));
        QVERIFY(QTest::qWaitFor([&] { return refusal() == QStringLiteral("Say which user its apps run as."); }));
        field("composeRunAs")->setText(QStringLiteral("alice"));
        field("composeVariables")->setText(QStringLiteral("TAG=2, X=1"));
        QVERIFY(QTest::qWaitFor([&] { return refusal().isEmpty(); }));
        const Confirmation& shown = flow_->sheet()->confirmation();
        QCOMPARE(shown.title, QStringLiteral("Create the compose file stack"));
        QVERIFY(shown.effectSentences.first().endsWith(QStringLiteral(": db, web (after db)")));
        QVERIFY(shown.effectSentences.last().contains(QLatin1Char('3')));
        const QString folder = qEnvironmentVariable("MESOSCOPE_PICTURES");
        if (!folder.isEmpty()) {
            QTest::qWait(250);
            window_->grab().save(folder + QStringLiteral("/sheet-compose.png"));
        }
        goButton()->click();
        QVERIFY(QTest::qWaitFor([this] { return !outcomes_.isEmpty() && !flow_->sheet(); }));
        const QStringList targets{QStringLiteral("stack"), QStringLiteral("alice"), QString(), QStringLiteral("TAG=2"),
                                  QStringLiteral("X=1")};
        QCOMPARE(made_.scheduler->commands.first().targets, targets);
        QVERIFY(made_.scheduler->commands.first().document.contains("depends_on"));
        // What the server refused is corrected where it was written.
        QVERIFY(outcomes_.first().text.contains(QStringLiteral("already exists")));
        outcomes_.first().press();
        QVERIFY(flow_->sheet());
        auto* answers = flow_->sheet()->findChild<QLabel*>(QStringLiteral("composeAnswers"));
        QCOMPARE(answers->text(), QStringLiteral("compose stack already exists"));
        QCOMPARE(field("composeName")->text(), QStringLiteral("stack"));
        QCOMPARE(field("composeVariables")->text(), QStringLiteral("TAG=2, X=1"));
        QTest::keyClick(flow_->sheet(), Qt::Key_Escape);
        QVERIFY(QTest::qWaitFor([this] { return !flow_->sheet(); }));
    }

    void staleDataIsRefusedWithTheReason() {
        connectCluster();
        onSession(made_.scheduler,
                  [scheduler = made_.scheduler.data()] { scheduler->setState(base::SourceState::Stale); });
        QVERIFY(QTest::qWaitFor([this] {
            const auto* source = session_->current()->source(base::SourceKind::Scheduler);
            return source && source->state == base::SourceState::Stale;
        }));
        flow_->request(scale({QStringLiteral("/shop/cart")}));
        QVERIFY(QTest::qWaitFor(
            [this] { return flow_->sheet()->confirmation().refusal.contains(QStringLiteral("not live")); }));
        QVERIFY(!goButton()->isEnabled());
    }

    void aProtectedClusterWantsItsNameTyped() {
        connectCluster(true);
        flow_->request(scale({QStringLiteral("/shop/cart")}));
        QVERIFY(ready());
        QCOMPARE(flow_->sheet()->confirmation().typedName, QStringLiteral("test"));
        QVERIFY(!goButton()->isEnabled());
    }
};

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    ActionFlowTest test;
    return mesoscope::test::run(test, argc, argv);
}
#include "tst_action_flow.moc"
