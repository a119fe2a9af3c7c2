// A session without a network: hand-over to the GUI thread, projections, and actions from the decision to the outcome.
#include "models/cluster/session.h"
#include "tests/support/fake_sources.h"
#include "tests/support/harness.h"

#include <QSignalSpy>
#include <QTest>

using namespace mesoscope;
using cluster::ActionPhase;
using cluster::ActionProgress;

namespace {

/// Counts the apps; remembers that it never ran on the GUI thread.
class AppCounter final : public cluster::Projection {
public:
    std::shared_ptr<const void> project(const cluster::SnapshotPtr& snapshot, const cluster::Diff&) override {
        auto result = std::make_shared<std::pair<int, bool>>(0, QThread::currentThread() ==
                                                                    QCoreApplication::instance()->thread());
        for (cluster::Slot i = 0; i < snapshot->apps.size(); ++i)
            result->first += snapshot->apps[i].app ? 1 : 0;
        return result;
    }
};

class TestSession : public QObject {
    Q_OBJECT

private:
    base::ManualClock clock_;
    test::FakeSources::Made made_;
    std::unique_ptr<cluster::Session> session_;
    std::vector<std::pair<quint64, std::shared_ptr<const void>>> projections_;

    void takeAll() {
        cluster::Update update = session_->take();
        for (auto& p : update.projections)
            projections_.push_back(std::move(p));
    }

    template<typename Function>
    void onSession(QObject* object, Function function) {
        QMetaObject::invokeMethod(object, function, Qt::BlockingQueuedConnection);
        QCoreApplication::sendPostedEvents();
    }

    bool until(const std::function<bool(const cluster::Snapshot&)>& condition) {
        return QTest::qWaitFor(
            [&] {
                takeAll();
                return condition(*session_->current());
            },
            30'000);
    }

    bool projected() {
        return QTest::qWaitFor(
            [this] {
                takeAll();
                return !projections_.empty();
            },
            30'000);
    }

    const ActionProgress* progress(cluster::ActionId id) const {
        for (const ActionProgress& p : session_->current()->actions) {
            if (p.id == id)
                return &p;
        }
        return nullptr;
    }

    bool reaches(cluster::ActionId id, ActionPhase phase) {
        return until([&](const cluster::Snapshot&) {
            const ActionProgress* p = progress(id);
            return p && p->phase == phase;
        });
    }

    cluster::Action scale(const QString& app, int instances, const QString& seenVersion = {}) {
        scheduler::Command command;
        command.verb = scheduler::Command::Verb::Scale;
        command.targets = {app};
        command.instances = instances;
        return {command, seenVersion};
    }

private Q_SLOTS:
    void init() {
        cluster::Connection connection;
        connection.name = QStringLiteral("test");
        connection.master.emplace();
        connection.scheduler.emplace();
        session_ =
            std::make_unique<cluster::Session>(connection, clock_, 0, std::make_unique<test::FakeSources>(made_));
        connect(session_.get(), &cluster::Session::updated, this, &TestSession::takeAll);
        QVERIFY(QTest::qWaitFor([&] { return made_.link && made_.scheduler; }, 30'000));
        onSession(made_.scheduler, [this] {
            Q_EMIT made_.scheduler->appsChanged({test::someApp(QStringLiteral("/shop/cart"), 3)}, {}, true);
        });
        QVERIFY(until([](const cluster::Snapshot& s) { return s.schedulerComplete; }));
    }

    void cleanup() {
        session_.reset();
        projections_.clear();
    }

    void projectionRunsOffTheGuiThread() {
        const quint64 id = session_->addProjection(std::make_unique<AppCounter>());
        QVERIFY(projected());
        QCOMPARE(projections_.back().first, id);
        const auto result = std::static_pointer_cast<const std::pair<int, bool>>(projections_.back().second);
        QCOMPARE(result->first, 1);
        QVERIFY(!result->second);
    }

    void whatNobodyLooksAtIsComputedWhenSomebodyDoes() {
        const quint64 id = session_->addProjection(std::make_unique<AppCounter>());
        QVERIFY(projected());
        session_->setProjectionShown(id, false);
        projections_.clear();
        onSession(made_.scheduler, [this] {
            Q_EMIT made_.scheduler->appsChanged({test::someApp(QStringLiteral("/shop/pay"), 1)}, {}, false);
        });
        QVERIFY(until(
            [](const cluster::Snapshot& s) { return s.findApp(QStringLiteral("/shop/pay")) != cluster::noSlot; }));
        QVERIFY(projections_.empty());
        session_->setProjectionShown(id, true);
        QVERIFY(projected());
        const auto counted = std::static_pointer_cast<const std::pair<int, bool>>(projections_.back().second);
        QCOMPARE(counted->first, 2);
    }

    void scaleGoesOutOnceAndEndsWithItsDeployment() {
        onSession(made_.scheduler, [this] {
            made_.scheduler->answer = scheduler::CommandResult{QStringLiteral("d1"), {}, {}};
        });
        const cluster::ActionId id = session_->perform(scale(QStringLiteral("/shop/cart"), 5));
        QVERIFY(reaches(id, ActionPhase::InProgress));
        QCOMPARE(progress(id)->before, 3);
        QCOMPARE(progress(id)->wanted, 5);
        onSession(made_.scheduler, [this] { Q_EMIT made_.scheduler->deploymentEnded(QStringLiteral("d1"), true, {}); });
        QVERIFY(reaches(id, ActionPhase::Done));
        onSession(made_.scheduler, [this] { QCOMPARE(made_.scheduler->commands.size(), 1); });
    }

    void refusalIsInTheServersWords() {
        onSession(made_.scheduler, [this] {
            made_.scheduler->answer =
                tl::unexpected(base::Error{base::ErrorKind::Status,
                                           QStringLiteral("The scheduler refused."),
                                           {},
                                           QStringLiteral("App is locked by one or more deployments."),
                                           409});
        });
        const cluster::ActionId id = session_->perform(scale(QStringLiteral("/shop/cart"), 5));
        QVERIFY(reaches(id, ActionPhase::Refused));
        QCOMPARE(progress(id)->detail, QStringLiteral("App is locked by one or more deployments."));
    }

    void lostAnswerIsReconciledByReadingNotByRepeating() {
        onSession(made_.scheduler, [this] {
            made_.scheduler->answer =
                tl::unexpected(base::Error{base::ErrorKind::Timeout, QStringLiteral("No answer."), {}, {}, 0});
        });
        const cluster::ActionId id = session_->perform(scale(QStringLiteral("/shop/cart"), 5));
        QVERIFY(reaches(id, ActionPhase::Unknown));
        onSession(made_.scheduler, [this] {
            QCOMPARE(made_.scheduler->resyncs, 1);
            QCOMPARE(made_.scheduler->commands.size(), 1);
            Q_EMIT made_.scheduler->appsChanged({test::someApp(QStringLiteral("/shop/cart"), 5, QStringLiteral("v2"))},
                                                {}, true);
        });
        QVERIFY(reaches(id, ActionPhase::InProgress));
        clock_.advance(10'000);
        QVERIFY(reaches(id, ActionPhase::Done));
        onSession(made_.scheduler, [this] { QCOMPARE(made_.scheduler->commands.size(), 1); });
    }

    void changeMeanwhileIsRefused() {
        const cluster::ActionId id = session_->perform(scale(QStringLiteral("/shop/cart"), 5, QStringLiteral("v0")));
        QVERIFY(reaches(id, ActionPhase::Refused));
        QVERIFY(progress(id)->error.sentence.contains(QStringLiteral("v0")));
        onSession(made_.scheduler, [this] { QVERIFY(made_.scheduler->commands.isEmpty()); });
    }

    void whoChangedItMeanwhileIsTold() {
        onSession(made_.scheduler, [this] {
            Q_EMIT made_.scheduler->changeSeen({QStringLiteral("/shop/cart"), QStringLiteral("v1"),
                                                QStringLiteral("10.0.0.7"), QStringLiteral("/v2/apps/shop/cart"), 5});
        });
        const cluster::ActionId id = session_->perform(scale(QStringLiteral("/shop/cart"), 5, QStringLiteral("v0")));
        QVERIFY(reaches(id, ActionPhase::Refused));
        QVERIFY(progress(id)->conflict);
        QCOMPARE(progress(id)->conflict->by, QStringLiteral("10.0.0.7"));
        QCOMPARE(progress(id)->conflict->now, QStringLiteral("v1"));
        QVERIFY(progress(id)->error.sentence.contains(QStringLiteral("10.0.0.7")));
        const cluster::ActionId gone = session_->perform(scale(QStringLiteral("/shop/gone"), 5, QStringLiteral("v0")));
        QVERIFY(reaches(gone, ActionPhase::Refused));
    }

    /// Every event of an instance reaches the record of its deployment.
    void deploymentsAreFollowedInstanceByInstance() {
        onSession(made_.scheduler, [this] {
            auto d = std::make_shared<scheduler::Deployment>();
            d->id = QStringLiteral("d1");
            d->version = QStringLiteral("v2");
            d->affectedApps = QStringList{QStringLiteral("/shop/cart")};
            d->currentStep = 1;
            Q_EMIT made_.scheduler->deploymentsChanged({d});
            Q_EMIT made_.scheduler->instanceMoved({QStringLiteral("/shop/cart"),
                                                   QStringLiteral("i1"),
                                                   {},
                                                   QStringLiteral("host-1"),
                                                   {},
                                                   QStringLiteral("v2"),
                                                   QStringLiteral("TASK_STAGING"),
                                                   {},
                                                   70});
            Q_EMIT made_.scheduler->appsChanged({test::someApp(QStringLiteral("/shop/cart"), 3, QStringLiteral("v2"))},
                                                {}, false);
        });
        QVERIFY(until([](const cluster::Snapshot& snap) {
            return snap.deploymentLog.size() == 1 && snap.deploymentLog.first()->instances.size() == 1 &&
                   snap.deploymentLog.first()->after.contains(QStringLiteral("/shop/cart"));
        }));
        const auto record = session_->current()->deploymentLog.first();
        QCOMPARE(record->instances.first().launchedMs, 70);
        QCOMPARE(record->before.value(QStringLiteral("/shop/cart"))->version, QStringLiteral("v1"));
        QList<cluster::WayBackOffer> ways;
        session_->waysBack(record, this, [&](const QList<cluster::WayBackOffer>& w) { ways = w; });
        QVERIFY(QTest::qWaitFor([&] { return ways.size() == 4; }, 30'000));
        QCOMPARE(ways.at(0).way.command.version, QStringLiteral("v1"));
        QVERIFY(ways.at(0).request);
        QCOMPARE(ways.at(1).way.effects.first().versionAfter, QStringLiteral("v1"));
        onSession(made_.scheduler, [this] {
            Q_EMIT made_.scheduler->deploymentEnded(QStringLiteral("d1"), true, {});
            Q_EMIT made_.scheduler->deploymentsChanged({});
        });
        QVERIFY(until([](const cluster::Snapshot& snap) { return snap.deploymentLog.first()->succeeded; }));
        // One that only an earlier run followed leads back, too; what needs it running says why it does not.
        scheduler::DeploymentRecord earlier = *record;
        earlier.deployment.id = QStringLiteral("d0");
        earlier.deployment.version = QStringLiteral("v1a");
        earlier.endedMs = 60;
        QList<cluster::WayBackOffer> back;
        session_->waysBack(std::make_shared<const scheduler::DeploymentRecord>(earlier), this,
                           [&](const QList<cluster::WayBackOffer>& w) { back = w; });
        QVERIFY(QTest::qWaitFor([&] { return back.size() == 4; }, 30'000));
        QVERIFY(back.at(0).way.possible && back.at(0).request);
        QCOMPARE(back.at(0).way.effects.first().versionBefore, QStringLiteral("v2"));
        QCOMPARE(back.at(0).way.effects.first().versionAfter, QStringLiteral("v1"));
        for (const int ended : {1, 2})
            QVERIFY(!back.at(ended).way.possible && !back.at(ended).way.whyNot.isEmpty());
    }

    void aLostKillIsFoundOutByLooking() {
        onSession(made_.scheduler, [this] {
            made_.scheduler->answer =
                tl::unexpected(base::Error{base::ErrorKind::Timeout, QStringLiteral("No answer."), {}, {}, 0});
        });
        scheduler::Command command;
        command.verb = scheduler::Command::Verb::KillTasks;
        command.targets = {QStringLiteral("shop_cart.instance-9._app.1")}; // lives no more
        const cluster::ActionId id = session_->perform({command, {}});
        QVERIFY(reaches(id, ActionPhase::Done));
        onSession(made_.scheduler, [this] { QCOMPARE(made_.scheduler->commands.size(), 1); });
    }

    void instancesAreNotKnownBeforeTheSchedulerAnswered() {
        session_->watchApp(QStringLiteral("/shop/cart"));
        QVERIFY(until([](const cluster::Snapshot& snap) { return snap.watchedApp == QStringLiteral("/shop/cart"); }));
        QVERIFY(!session_->current()->watchedKnown);
        onSession(made_.scheduler, [this] {
            scheduler::Instance instance;
            instance.taskId = QStringLiteral("t1");
            instance.appId = QStringLiteral("/shop/cart");
            instance.state = QStringLiteral("TASK_RUNNING");
            scheduler::HealthResult health;
            health.alive = true;
            health.lastSuccessMs = 10;
            instance.health = {health};
            Q_EMIT made_.scheduler->instancesChanged(instance.appId, {instance});
            instance.health[0].alive = false;
            instance.health[0].lastFailureMs = 20;
            Q_EMIT made_.scheduler->instancesChanged(instance.appId, {instance});
        });
        QVERIFY(until([](const cluster::Snapshot& snap) { return snap.watchedKnown; }));
        QVERIFY(until([](const cluster::Snapshot& snap) {
            return snap.healthTrails->value(QStringLiteral("t1")) == QByteArray("+-");
        }));
    }

    void staleSchedulerRefusesActions() {
        onSession(made_.scheduler, [this] { made_.scheduler->setState(base::SourceState::Stale); });
        const cluster::ActionId id = session_->perform(scale(QStringLiteral("/shop/cart"), 5));
        QVERIFY(reaches(id, ActionPhase::Refused));
        onSession(made_.scheduler, [this] { QVERIFY(made_.scheduler->commands.isEmpty()); });
    }

    void killIsOverWhenTheTasksAre() {
        const std::string task = "shop_cart.instance-1._app.1";
        onSession(made_.link, [this, &task] {
            made_.link->tell([&task](master::StateSink& sink) {
                sink.beginState();
                master::AgentView agent;
                agent.id = "A1";
                agent.hostname = "host-1";
                sink.agent(agent);
                master::TaskView view;
                view.id = task;
                view.frameworkId = "F";
                view.agentId = "A1";
                view.state = master::TaskState::Running;
                sink.task(view);
                sink.endState();
            });
        });
        QVERIFY(until([](const cluster::Snapshot& s) { return s.totals.tasks == 1; }));
        QCOMPARE(session_->current()->apps[0].running, 1U);
        scheduler::Command command;
        command.verb = scheduler::Command::Verb::KillTasks;
        command.targets = {QString::fromStdString(task)};
        const cluster::ActionId id = session_->perform({command, {}});
        QVERIFY(reaches(id, ActionPhase::InProgress));
        onSession(made_.link, [this, &task] {
            made_.link->tell([&task](master::StateSink& sink) {
                master::TaskUpdateView update;
                update.taskId = task;
                update.frameworkId = "F";
                update.state = master::TaskState::Killed;
                sink.taskUpdated(update);
            });
        });
        QVERIFY(reaches(id, ActionPhase::Done));
    }

    void previewSaysWhatWillHappenAndTheRequest() {
        std::optional<cluster::Preview> preview;
        session_->preview(scale(QStringLiteral("/shop/cart"), 5), this,
                          [&](const cluster::Preview& p) { preview = p; });
        QVERIFY(QTest::qWaitFor([&] { return preview.has_value(); }, 30'000));
        QVERIFY(!preview->refusal);
        QVERIFY(preview->effects.first().contains(QStringLiteral("3 → 5")));
        QCOMPARE(preview->requests.size(), 1);
        QCOMPARE(preview->requests.first().method, QByteArray("PUT"));
    }

    /// The version that was looked at is gone from the server when it is decided on.
    void aVersionThatVanishedIsNotSent() {
        onSession(made_.scheduler, [this] { made_.scheduler->versionGone = true; });
        cluster::Action action;
        scheduler::Command command;
        command.verb = scheduler::Command::Verb::DeployVersion;
        command.targets = QStringList{QStringLiteral("/shop/cart")};
        command.version = QStringLiteral("v0");
        action.command = command;
        std::optional<cluster::Preview> preview;
        session_->preview(action, this, [&](const cluster::Preview& p) { preview = p; });
        QTRY_VERIFY(preview.has_value());
        QVERIFY(preview->refusal);
        QVERIFY(preview->refusal->sentence.contains(QStringLiteral("v0")));
        QVERIFY(preview->refusal->serverText.contains(QStringLiteral("does not exist in version")));
        QVERIFY(preview->refusal->advice.contains(QStringLiteral("kept")));
        onSession(made_.scheduler, [this] { QVERIFY(made_.scheduler->commands.isEmpty()); });
    }

    /// Apps of one compose file die together and are named before.
    void whatAComposeFileTakesWithItIsListed() {
        onSession(made_.scheduler, [this] {
            Q_EMIT made_.scheduler->appsChanged(
                {test::someApp(QStringLiteral("db.stack.alice.c"), 1, QStringLiteral("v")),
                 test::someApp(QStringLiteral("front.stack.alice.c"), 2, QStringLiteral("v")),
                 test::someApp(QStringLiteral("stack.default.alice.c"), 3, QStringLiteral("v"))},
                {}, true);
        });
        cluster::Action action;
        scheduler::Command command;
        command.verb = scheduler::Command::Verb::DestroyGroup;
        command.targets = QStringList{QStringLiteral("stack")};
        action.command = command;
        std::optional<cluster::Preview> preview;
        QVERIFY(QTest::qWaitFor([this] {
            session_->take();
            return session_->current()->findApp(QStringLiteral("db.stack.alice.c")) != cluster::noSlot;
        }));
        session_->preview(action, this, [&](const cluster::Preview& p) { preview = p; });
        QTRY_VERIFY(preview.has_value());
        const QString told = preview->effects.join(QLatin1Char('\n'));
        QVERIFY2(told.contains(QStringLiteral("db.stack.alice.c, front.stack.alice.c")), qPrintable(told));
        QVERIFY(!told.contains(QStringLiteral("stack.default")));
        QVERIFY(told.contains(QStringLiteral("3 instance")));
    }

    void theServersOwnPlanIsShown() {
        using Plan = QList<QList<scheduler::DeploymentAction>>;
        cluster::Action action;
        scheduler::Command command;
        command.verb = scheduler::Command::Verb::ScaleGroup;
        command.targets = QStringList{QStringLiteral("/shop")};
        command.factor = 2;
        action.command = command;
        const auto effects = [&](const std::optional<base::Result<Plan>>& plan) {
            onSession(made_.scheduler, [&] { made_.scheduler->plan = plan; });
            std::optional<cluster::Preview> preview;
            session_->preview(action, this, [&](const cluster::Preview& p) { preview = p; });
            if (!QTest::qWaitFor([&] { return preview.has_value(); }, 30'000))
                return QString();
            return (preview->effects + preview->warnings).join(QLatin1Char('\n'));
        };
        const QString told = effects(Plan{{{QStringLiteral("ScaleApplication"), QStringLiteral("/shop/cart")}},
                                          {{QStringLiteral("StopPod"), QStringLiteral("/shop/old")}}});
        QVERIFY2(told.contains(QStringLiteral("scale /shop/cart → stop /shop/old")), qPrintable(told));
        QVERIFY(effects(Plan{}).contains(QStringLiteral("nothing would change")));
        const base::Error refused{base::ErrorKind::Status, QStringLiteral("No."), {}, QStringLiteral("not valid"), 422};
        QVERIFY(effects(tl::unexpected(refused)).contains(QStringLiteral("says no: not valid")));
        const QString unasked = effects(std::nullopt);
        QVERIFY(!unasked.isEmpty() && !unasked.contains(QStringLiteral("own plan"))); // it cannot be asked
    }

    void drainAsksTheMasterInSeconds() {
        onSession(made_.link, [this] {
            made_.link->tell([](master::StateSink& sink) {
                sink.beginState();
                master::AgentView agent;
                agent.id = "A1";
                agent.hostname = "host-1";
                sink.agent(agent);
                sink.endState();
            });
        });
        QVERIFY(until([](const cluster::Snapshot& s) { return s.totals.agents == 1; }));
        cluster::AgentCommand command;
        command.agentIds = {QStringLiteral("host-1")};
        command.maxGraceMs = 90'000;
        const cluster::ActionId id = session_->perform({command, {}});
        QVERIFY(reaches(id, ActionPhase::InProgress));
        onSession(made_.link, [this] {
            QCOMPARE(made_.link->calls.size(), 1);
            QVERIFY(made_.link->calls.first().contains("\"max_grace_period\":{\"seconds\":90}"));
            QVERIFY(made_.link->calls.first().contains("\"value\":\"A1\""));
        });
    }
};

} // namespace

MESOSCOPE_TEST_MAIN(TestSession)
#include "tst_session.moc"
