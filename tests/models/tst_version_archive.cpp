// Every definition that a session brings is kept by the history thread, with notes and pins, also when the app is gone.
#include "models/history/archive.h"
#include "tests/support/fake_sources.h"
#include "tests/support/harness.h"

#include <QTemporaryDir>
#include <QTest>

using namespace mesoscope;
using history::StoredVersion;
using history::VersionArchive;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

class TestVersionArchive : public QObject {
    Q_OBJECT

private:
    base::ManualClock clock_;

    QList<StoredVersion> versions(VersionArchive& archive, const char* app) {
        QList<StoredVersion> out;
        bool answered = false;
        archive.versionsOf(s(app), this, [&](const base::Result<QList<StoredVersion>>& result) {
            answered = true;
            out = result ? *result : QList<StoredVersion>();
        });
        const bool came = QTest::qWaitFor([&] { return answered; }, 30'000);
        return came ? out : QList<StoredVersion>{{}};
    }

private Q_SLOTS:
    void aSessionsDefinitionsAreKept() {
        VersionArchive archive(s(":memory:"), clock_);
        archive.choose(s("test"));
        test::FakeSources::Made made;
        cluster::Connection connection;
        connection.scheduler.emplace();
        auto session =
            std::make_unique<cluster::Session>(connection, clock_, 0, std::make_unique<test::FakeSources>(made));
        session->addProjection(archive.follower());
        QVERIFY(QTest::qWaitFor([&] { return !made.scheduler.isNull(); }, 30'000));
        const auto tell = [&](const char* version, const char* document, bool gone = false) {
            QMetaObject::invokeMethod(
                made.scheduler,
                [&] {
                    auto app = std::make_shared<scheduler::App>(*test::someApp(s("/a"), 1, s(version)));
                    app->document = document;
                    if (gone)
                        Q_EMIT made.scheduler->appsChanged({}, {s("/a")}, false);
                    else
                        Q_EMIT made.scheduler->appsChanged({app}, {}, true);
                },
                Qt::BlockingQueuedConnection);
        };
        tell("v1", "{\"id\":\"/a\",\"x\":1.50}");
        QTRY_COMPARE(versions(archive, "/a").size(), 1);
        tell("v2", "{\"id\":\"/a\",\"x\":2}");
        QTRY_COMPARE(versions(archive, "/a").size(), 2);
        tell("v2", "{\"id\":\"/a\",\"x\":2}");
        tell("", "", true);
        session.reset();
        QCOMPARE(versions(archive, "/a").size(), 2);
        QByteArray document;
        archive.document(s("/a"), s("v1"), this,
                         [&](const base::Result<QByteArray>& result) { document = result ? *result : "none"; });
        QTRY_COMPARE(document, QByteArray("{\"id\":\"/a\",\"x\":1.50}"));
        QStringList apps;
        archive.apps(this, [&](const base::Result<QStringList>& result) { apps = *result; });
        QTRY_COMPARE(apps, QStringList{s("/a")});
    }

    void notesAndPinsStayOverARestart() {
        QTemporaryDir folder;
        const QString file = folder.filePath(s("deep/history.sqlite"));
        {
            VersionArchive archive(file, clock_);
            archive.choose(s("one"));
            archive.remember({{s("/a"), s("v1"), "{}"}, {s("/a"), s("v2"), "{}"}});
            archive.setNote(s("/a"), s("v1"), s("before the sale"));
            archive.setPinned(s("/a"), s("v1"), true);
        } // what was still to be written is written
        VersionArchive archive(file, clock_);
        archive.choose(s("one"));
        const auto kept = versions(archive, "/a");
        QCOMPARE(kept.size(), 2);
        const auto v1 = std::find_if(kept.begin(), kept.end(), [](const auto& v) { return v.version == s("v1"); });
        QCOMPARE(v1->note, s("before the sale"));
        QVERIFY(v1->pinned);
        archive.choose(s("another cluster"));
        QVERIFY(versions(archive, "/a").isEmpty());
        QVERIFY(!(QFile::permissions(file) & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    }

    void aFileThatCannotBeOpenedIsSaidOnce() {
        QTemporaryDir folder;
        VersionArchive archive(folder.path(), clock_); // a folder is no file
        int complaints = 0;
        connect(&archive, &VersionArchive::failed, this, [&] { ++complaints; });
        archive.choose(s("x"));
        archive.remember({{s("/a"), s("v1"), "{}"}});
        archive.setNote(s("/a"), s("v1"), s("n"));
        QTRY_COMPARE(complaints, 1);
        bool refused = false;
        archive.apps(this, [&](const base::Result<QStringList>& result) { refused = !result; });
        QTRY_VERIFY(refused);
        QCOMPARE(complaints, 1);
    }
};

} // namespace

MESOSCOPE_TEST_MAIN(TestVersionArchive)
#include "tst_version_archive.moc"
