// What was deployed and what happened survives a restart of the program: written by the history thread while a session
// goes on, bounded, read back as it was, and put together with what the present run sees.
#include "models/history/archive.h"
#include "models/history/record_bytes.h"
#include "tests/support/fake_sources.h"
#include "tests/support/harness.h"

#include <QTemporaryDir>
#include <QTest>

using namespace mesoscope;
using cluster::EventNote;
using history::Chronicle;
using history::KeptDeployments;
using history::VersionArchive;
using scheduler::DeploymentRecord;
using scheduler::DeploymentRecordPtr;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

DeploymentRecord record(const QString& id, qint64 startedMs, qint64 endedMs = 0) {
    DeploymentRecord r;
    r.deployment.id = id;
    r.deployment.version = s("2026-11-23T18:17:51.026Z");
    r.deployment.affectedApps = {s("/a")};
    r.deployment.steps = {{{s("StartApplication"), s("/a")}}, {{s("ScaleApplication"), s("/a")}}};
    r.deployment.currentActions = {{s("ScaleApplication"), s("/a")}};
    r.deployment.currentStep = 2;
    r.deployment.totalSteps = 2;
    r.steps = {{1, {{s("StartApplication"), s("/a")}}, startedMs, startedMs + 5},
               {2, {{s("ScaleApplication"), s("/a")}}, startedMs + 5, endedMs}};
    scheduler::InstanceTimeline t;
    t.appId = s("/a");
    t.instanceId = s("a.instance-1");
    t.host = s("h1");
    t.isNew = true;
    t.launchedMs = startedMs + 10;
    t.runningMs = startedMs + 20;
    r.instances = {t};
    r.startedMs = startedMs;
    r.endedMs = endedMs;
    r.succeeded = endedMs != 0;
    r.outcomeKnown = endedMs != 0;
    r.lastProgressMs = startedMs + 20;
    return r;
}

scheduler::InstanceTimeline instance(const QString& id) {
    scheduler::InstanceTimeline t;
    t.appId = s("/a");
    t.instanceId = id;
    return t;
}

DeploymentRecordPtr shared(const DeploymentRecord& r) {
    return std::make_shared<const DeploymentRecord>(r);
}

QStringList idsOf(const QList<DeploymentRecordPtr>& list) {
    QStringList out;
    for (const DeploymentRecordPtr& r : list)
        out.append(r->deployment.id);
    return out;
}

} // namespace

class TestChronicle : public QObject {
    Q_OBJECT
private:
    base::ManualClock clock_;

    QList<DeploymentRecordPtr> deployments(VersionArchive& archive) {
        std::optional<QList<DeploymentRecordPtr>> out;
        archive.deployments(this, [&](const auto& result) { out = result ? *result : QList<DeploymentRecordPtr>(); });
        return QTest::qWaitFor([&] { return out.has_value(); }, 30'000) ? *out : QList<DeploymentRecordPtr>{nullptr};
    }
    QList<EventNote> events(VersionArchive& archive, const char* object) {
        std::optional<QList<EventNote>> out;
        archive.eventsOf(s(object), 100, this, [&](const auto& r) { out = r ? *r : QList<EventNote>(); });
        return QTest::qWaitFor([&] { return out.has_value(); }, 30'000) ? *out : QList<EventNote>{{}};
    }

private Q_SLOTS:
    void everyFieldComesBack() {
        DeploymentRecord r = record(s("d1"), 1000, 2000);
        auto app = std::make_shared<scheduler::App>();
        app->id = s("/a");
        app->version = s("v1");
        app->instances = 3;
        app->image = s("web:1");
        app->document = "{\"id\":\"/a\",\"cpus\":1.50}";
        r.before.insert(s("/a"), app);
        r.reason = s("The upgrade has been cancelled");
        const auto back = history::recordOf(history::bytesOf(r));
        QVERIFY(back);
        const scheduler::AppPtr before = back->before.value(s("/a"));
        QVERIFY(before);
        QCOMPARE(before->document, app->document);
        QCOMPARE(before->image, app->image);
        QCOMPARE(before->instances, app->instances);
        DeploymentRecord plain = *back;
        plain.before = r.before; // pointers differ, what they point to does not
        QVERIFY(plain == r);
    }

    void damagedBytesAreNoRecord() {
        const QByteArray bytes = history::bytesOf(record(s("d1"), 1000));
        QVERIFY(!history::recordOf(qCompress(qUncompress(bytes).first(40))));
        QVERIFY(!history::recordOf(qCompress(QByteArray(200, '\x7f'))));
        QVERIFY(!history::recordOf(qCompress(QByteArray())));
    }

    void aDocumentThatIsVeryLongIsLeftOut() {
        DeploymentRecord r = record(s("d1"), 1000);
        auto app = std::make_shared<scheduler::App>();
        app->id = s("/a");
        app->document = QByteArray(200'000, 'x');
        r.after.insert(s("/a"), app);
        for (int i = 0; i < 9000; ++i)
            r.instances.append(instance(s("i") + QString::number(i)));
        const auto back = history::recordOf(history::bytesOf(r));
        QVERIFY(back && back->after.value(s("/a"))->document.isEmpty());
        QCOMPARE(back->instances.size(), 4000);
    }

    void twoHalvesOfOneDeployment() {
        const DeploymentRecord earlier = record(s("d1"), 1000);
        DeploymentRecord later = record(s("d1"), 5000, 9000);
        later.steps = {later.steps.last()};
        later.instances.first().launchedMs = 0;
        later.instances.append(instance(s("a.instance-2")));
        const DeploymentRecord both = history::merged(earlier, later);
        QCOMPARE(both.startedMs, 1000);
        QCOMPARE(both.endedMs, 9000);
        QVERIFY(both.succeeded);
        QCOMPARE(both.steps.size(), 2);
        QCOMPARE(both.steps.at(1).startedMs, 1005);
        QCOMPARE(both.instances.size(), 2);
        QCOMPARE(both.instances.first().launchedMs, 1010);
        QCOMPARE(both.instances.first().runningMs, 1020);
    }

    void theOldestGo() {
        auto store = Chronicle::open(s(":memory:"), s("c"));
        QVERIFY(store);
        QList<DeploymentRecordPtr> many;
        for (int i = 0; i < Chronicle::mostDeployments + 30; ++i)
            many.append(shared(record(s("d") + QString::number(i), 1000 + i, 5000)));
        QVERIFY((*store)->keepDeployments(many));
        const auto kept = (*store)->deployments();
        QVERIFY(kept);
        QCOMPARE(kept->size(), Chronicle::mostDeployments);
        QCOMPARE(kept->first()->deployment.id, many.last()->deployment.id);
        QList<EventNote> notes;
        for (int i = 0; i < Chronicle::mostEvents + 1000; ++i)
            notes.append({qint64(i), s("task"), i % 2 ? s("/a") : s("/b"), QString::number(i)});
        QVERIFY((*store)->keepEvents(notes));
        const auto of = (*store)->eventsOf(s("/a"), Chronicle::mostEvents);
        QVERIFY(of);
        QCOMPARE(of->size(), Chronicle::mostEvents / 2);
        QCOMPARE(of->first().atMs, Chronicle::mostEvents + 999);
    }

    /// The deployment that ran when the program ended is written as far as it was seen.
    void aSessionIsKeptOverARestart() {
        QTemporaryDir folder;
        const QString file = folder.filePath(s("history.sqlite"));
        {
            VersionArchive archive(file, clock_);
            archive.choose(s("one"));
            test::FakeSources::Made made;
            cluster::Connection connection;
            connection.scheduler.emplace();
            auto session =
                std::make_unique<cluster::Session>(connection, clock_, 0, std::make_unique<test::FakeSources>(made));
            session->addProjection(archive.chronicler());
            QVERIFY(QTest::qWaitFor([&] { return !made.scheduler.isNull(); }, 30'000));
            QMetaObject::invokeMethod(
                made.scheduler,
                [&] {
                    auto d = std::make_shared<scheduler::Deployment>(record(s("d1"), 1000).deployment);
                    Q_EMIT made.scheduler->deploymentsChanged({d});
                    scheduler::InstanceMoment moment;
                    moment.appId = s("/a");
                    moment.instanceId = s("a.instance-1");
                    moment.state = s("TASK_RUNNING");
                    moment.version = d->version;
                    moment.atMs = clock_.wallMs();
                    Q_EMIT made.scheduler->instanceMoved(moment);
                    Q_EMIT made.scheduler->eventSeen(s("status_update_event"), s("/a"), s("a.1 runs on h1"));
                    Q_EMIT made.scheduler->eventSeen(s("deployment_info"), s("/b"), s("Deployment began"));
                },
                Qt::BlockingQueuedConnection);
            QVERIFY(QTest::qWaitFor([&] {
                const cluster::Update update = session->take();
                return update.snapshot && !update.snapshot->deploymentLog.isEmpty() &&
                       !update.snapshot->deploymentLog.first()->instances.isEmpty();
            }));
            session.reset();
        } // the history thread writes what is left
        VersionArchive archive(file, clock_);
        archive.choose(s("one"));
        const auto kept = deployments(archive);
        QCOMPARE(idsOf(kept), QStringList{s("d1")});
        QCOMPARE(kept.first()->endedMs, 0);
        QCOMPARE(kept.first()->instances.size(), 1);
        QVERIFY(kept.first()->instances.first().runningMs != 0);
        QCOMPARE(events(archive, "/a").size(), 1);
        QCOMPARE(events(archive, "/a").first().text, s("a.1 runs on h1"));
        QVERIFY(events(archive, "/c").isEmpty());
        archive.choose(s("another cluster"));
        QVERIFY(deployments(archive).isEmpty());
    }

    void keptOnesStandBesideThoseThatAreFollowed() {
        KeptDeployments kept;
        kept.set({shared(record(s("runs"), 1000)), shared(record(s("ran"), 900)), shared(record(s("old"), 500, 600))});
        DeploymentRecord now = record(s("runs"), 7000);
        const QList<DeploymentRecordPtr> followed = {shared(now)};
        QCOMPARE(idsOf(kept.beside({}, false)), QStringList{s("old")}); // what runs is not known yet
        const auto all = kept.beside(followed, true);
        QCOMPARE(idsOf(all), (QStringList{s("runs"), s("ran"), s("old")}));
        QCOMPARE(all.first()->startedMs, 1000);
        QVERIFY(!kept.isOnlyKept(s("runs")));
        QVERIFY(kept.isOnlyKept(s("ran")) && kept.isOnlyKept(s("old")));
        QVERIFY(all.at(1)->endedMs != 0 && !all.at(1)->outcomeKnown);
        QVERIFY(all.at(2)->succeeded);
        QCOMPARE(kept.beside(followed, true), all); // the same values while nothing changes
    }
};

MESOSCOPE_TEST_MAIN(TestChronicle)
#include "tst_chronicle.moc"
