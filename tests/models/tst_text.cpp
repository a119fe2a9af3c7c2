#include "models/base/iso_time.h"
#include "models/text/format.h"
#include "models/text/states.h"
#include "tests/support/harness.h"

#include <QTest>

using namespace mesoscope;

class TextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anInstanceKeepsWhatTellsItFromTheOthers() {
        using text::withShortInstances;
        const QString uuid = QStringLiteral("39f01081-ddfb-11f1-8000-02fc00000001");
        QCOMPARE(withShortInstances(QStringLiteral("shop_cart.instance-%1._app.1").arg(uuid)),
                 QStringLiteral("shop_cart.39f01081…"));
        QCOMPARE(withShortInstances(QStringLiteral("shop_cart.%1").arg(uuid)), QStringLiteral("shop_cart.39f01081…"));
        QCOMPARE(withShortInstances(QStringLiteral("shop_cart.instance-%1._app.12").arg(uuid)),
                 QStringLiteral("shop_cart.39f01081…._app.12"));
        QCOMPARE(withShortInstances(QStringLiteral("pod.instance-%1.sidecar.1").arg(uuid)),
                 QStringLiteral("pod.39f01081….sidecar.1"));
        for (const QString& other : {uuid + QStringLiteral("-S12"), QStringLiteral("0-shop-cart-alice-dc1-4711"),
                                     QStringLiteral("/shop/cart"), QString()})
            QCOMPARE(withShortInstances(other), other);
        QCOMPARE(text::withShortIds(
                     QStringLiteral("a.instance-%1._app.1 became healthy, b.instance-%1._app.1 not").arg(uuid)),
                 QStringLiteral("a.39f01081… became healthy, b.39f01081… not"));
    }

    void versionsAreTimes() {
        const qint64 now = base::msFromIso("2026-11-23T12:00:00.000Z");
        QCOMPARE(text::versionWord(QStringLiteral("2026-11-23T10:31:07.000Z"), now),
                 text::timeOfDay(base::msFromIso("2026-11-23T10:31:07.000Z"), now));
        QCOMPARE(text::versionWord(QStringLiteral("1795420537349020185"), now), text::timeOfDay(1795420537349, now));
        QCOMPARE(text::versionWord(QStringLiteral("v1"), now), QStringLiteral("v1"));
    }

    void numbers() {
        QCOMPARE(text::integer(12480), QStringLiteral("12,480"));
        QCOMPARE(text::integer(-1234567), QStringLiteral("-1,234,567"));
        QCOMPARE(text::integer(999), QStringLiteral("999"));
        QCOMPARE(text::figure(0), QStringLiteral("0"));
        QCOMPARE(text::figure(0.412), QStringLiteral("0.41"));
        QCOMPARE(text::figure(9.41), QStringLiteral("9.4"));
        QCOMPARE(text::figure(9.97), QStringLiteral("10"));
        QCOMPARE(text::figure(3910.4), QStringLiteral("3,910"));
        QCOMPARE(text::cpus(0.5), QStringLiteral("0.5"));
        QCOMPARE(text::cpus(2), QStringLiteral("2.0"));
        QCOMPARE(text::cpus(12.4), QStringLiteral("12"));
        QCOMPARE(text::cpusExact(12.5), QStringLiteral("12.5"));
        QCOMPARE(text::cpus(1420), QStringLiteral("1,420"));
        QCOMPARE(text::gib(512), QStringLiteral("0.5"));
        QCOMPARE(text::gib(131072), QStringLiteral("128"));
        QCOMPARE(text::bytes(512), QStringLiteral("512 B"));
        QCOMPARE(text::bytes(8'808'038), QStringLiteral("8.4 MiB"));
        QCOMPARE(text::fixed(std::numeric_limits<double>::quiet_NaN(), 1), text::none());
    }

    void ages_data() {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("age");
        QTest::addColumn<QString>("duration");
        QTest::newRow("negative") << qint64(-5) << QStringLiteral("0.0 s") << QStringLiteral("0.0 s");
        QTest::newRow("part") << qint64(430) << QStringLiteral("0.4 s") << QStringLiteral("0.4 s");
        QTest::newRow("seconds") << qint64(4'900) << QStringLiteral("4 s") << QStringLiteral("4 s");
        QTest::newRow("minutes") << qint64(220'000) << QStringLiteral("3 min") << QStringLiteral("3 min 40 s");
        QTest::newRow("many minutes") << qint64(2'520'000) << QStringLiteral("42 min") << QStringLiteral("42 min");
        QTest::newRow("hours") << qint64(3'900'000) << QStringLiteral("1 h") << QStringLiteral("1 h 5 min");
        QTest::newRow("a day and a half")
            << qint64(129'600'000) << QStringLiteral("36 h") << QStringLiteral("1 d 12 h");
        QTest::newRow("days") << qint64(14) * 86'400'000 << QStringLiteral("14 d") << QStringLiteral("14 d");
    }
    void ages() {
        QFETCH(qint64, ms);
        QFETCH(QString, age);
        QFETCH(QString, duration);
        QCOMPARE(text::age(ms), age);
        QCOMPARE(text::duration(ms), duration);
    }

    void timeStampsThatAreMissingOrAhead() {
        QCOMPARE(text::ageSince(0, 1000), text::none());
        QCOMPARE(text::ageSince(5000, 1000), QStringLiteral("0 s"));
        QCOMPARE(text::ago(1000, 421'000), QStringLiteral("7 min ago"));
        QVERIFY(text::exactTime(0).isEmpty());
    }

    void imageTags_data() {
        QTest::addColumn<QString>("image");
        QTest::addColumn<QString>("tag");
        QTest::newRow("tag") << QStringLiteral("shop/checkout:4.18.2") << QStringLiteral("4.18.2");
        QTest::newRow("port without tag") << QStringLiteral("registry.example:5000/shop/checkout") << QString();
        QTest::newRow("port and tag") << QStringLiteral("registry.example:5000/shop/checkout:1") << QStringLiteral("1");
        QTest::newRow("digest") << QStringLiteral("shop@sha256:0123456789abcdef") << QStringLiteral("0123456789");
    }
    void imageTags() {
        QFETCH(QString, image);
        QFETCH(QString, tag);
        QCOMPARE(text::imageTag(image), tag);
    }

    void appStatesInOrderOfConcern() {
        auto app = std::make_shared<scheduler::App>();
        app->instances = 5;
        app->tasksRunning = app->tasksHealthy = 5;
        app->hasHealthChecks = true;
        cluster::AppRow row;
        row.app = app;
        QCOMPARE(text::appState(row), text::AppState::Running);
        QVERIFY(text::appReason(row).isEmpty());
        app->tasksHealthy = 4;
        QCOMPARE(text::appState(row), text::AppState::Starting);
        QCOMPARE(text::appReason(row), QStringLiteral("1 starting"));
        auto entry = std::make_shared<scheduler::QueueEntry>();
        entry->count = 2;
        entry->lastOffers = {{QStringLiteral("UnfulfilledRole"), 2, 612},
                             {QStringLiteral("InsufficientMemory"), 580, 610}};
        row.waiting = entry;
        QCOMPARE(text::appState(row), text::AppState::Waiting);
        QCOMPARE(text::appReason(row), QStringLiteral("1 starting, 2 not launched: not enough memory"));
        app->deployments = QStringList{QStringLiteral("d1")};
        QCOMPARE(text::appState(row), text::AppState::Deploying);
        row.unreachable = 3;
        QCOMPARE(text::appState(row), text::AppState::Degraded);
    }

    void staleSourcesRefuseActionsWithTheReason() {
        cluster::Snapshot snapshot;
        base::SourceStatus source;
        source.kind = base::SourceKind::Scheduler;
        source.state = base::SourceState::Live;
        snapshot.sources = {source};
        QVERIFY(text::actionRefusal(snapshot, base::SourceKind::Scheduler, 0).isEmpty());
        QVERIFY(text::actionRefusal(snapshot, base::SourceKind::Master, 0).contains(QStringLiteral("master")));
        snapshot.sources[0].state = base::SourceState::Stale;
        snapshot.sources[0].staleSinceMs = 1'600'000'000'000;
        QVERIFY(text::actionRefusal(snapshot, base::SourceKind::Scheduler, 1'600'000'001'000)
                    .contains(QStringLiteral("stale since 12:26:40")));
        snapshot.readOnly = true;
        QVERIFY(text::actionRefusal(snapshot, base::SourceKind::Scheduler, 0).startsWith(QStringLiteral("Read-only")));
    }
};

MESOSCOPE_TEST_MAIN(TextTest)
#include "tst_text.moc"
