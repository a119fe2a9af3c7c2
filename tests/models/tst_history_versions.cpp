// The local history of versions: kept for good, byte for byte, apart for each cluster.
#include "models/history/versions.h"
#include "tests/support/harness.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace mesoscope;
using history::VersionStore;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

QStringList names(const VersionStore& store, const char* app) {
    QStringList out;
    const auto list = store.versionsOf(s(app));
    for (const history::StoredVersion& v : *list)
        out.append(v.version);
    return out;
}

} // namespace

class TestHistoryVersions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsWhatItSawByteForByte() {
        QTemporaryDir dir;
        const QString file = dir.filePath(s("history.db"));
        const QByteArray document("{\"id\":\"/a\", \"cpus\":0.10,\"env\":{\"X\":\"\xc3\xa9\"}}");
        {
            auto store = VersionStore::open(file, s("prod"));
            QVERIFY(store);
            QCOMPARE(*(*store)->remember({{s("/a"), s("v1"), document}, {s("/b"), s("v1"), "{}"}}, 1000), 2);
            QCOMPARE(*(*store)->remember({{s("/a"), s("v1"), "changed"}, {s("/a"), s("v0"), "{}"}}, 2000), 1);
            QVERIFY((*store)->setNote(s("/a"), s("v1"), s("before the fair")));
            QVERIFY((*store)->setPinned(s("/a"), s("v1"), true));
        }
        auto store = VersionStore::open(file, s("prod"));
        QCOMPARE(*(*store)->document(s("/a"), s("v1")), document);       // as first seen
        QCOMPARE(names(**store, "/a"), (QStringList{s("v0"), s("v1")})); // by when it was seen, not by name
        const auto list = (*store)->versionsOf(s("/a"));
        QCOMPARE(list->last(),
                 (history::StoredVersion{s("/a"), s("v1"), 1000, s("before the fair"), true, document.size()}));
        QCOMPARE(*(*store)->apps(), (QStringList{s("/a"), s("/b")}));
        QVERIFY(!(*store)->document(s("/a"), s("nope")));
    }

    void clustersAreApart() {
        QTemporaryDir dir;
        const QString file = dir.filePath(s("history.db"));
        auto one = VersionStore::open(file, s("one"));
        auto two = VersionStore::open(file, s("two"));
        QVERIFY((*one)->remember({{s("/a"), s("v1"), "1"}}, 1));
        QVERIFY((*two)->remember({{s("/a"), s("v1"), "2"}}, 1));
        QCOMPARE(*(*one)->document(s("/a"), s("v1")), QByteArray("1"));
        QCOMPARE(*(*two)->document(s("/a"), s("v1")), QByteArray("2"));
    }

    void pruningSparesPinsAndNotes() {
        auto store = VersionStore::open(s(":memory:"), s("c"));
        QVERIFY(store);
        for (int i = 0; i < 10; ++i)
            QVERIFY((*store)->remember({{s("/a"), s("v%1").arg(i), "{}"}}, i));
        QVERIFY((*store)->setPinned(s("/a"), s("v0"), true));
        QVERIFY((*store)->setNote(s("/a"), s("v1"), s("keep")));
        QCOMPARE(*(*store)->prune(3), 5);
        QCOMPARE(names(**store, "/a"), (QStringList{s("v9"), s("v8"), s("v7"), s("v1"), s("v0")}));
    }

    void anythingMayStandInATextOfTheirs() {
        auto store = VersionStore::open(s(":memory:"), s("c'; DROP TABLE versions; --"));
        QVERIFY((*store)->remember({{s("/a'\"%"), s("'); --"), QByteArray("\0x", 2)}}, 1));
        QCOMPARE(*(*store)->document(s("/a'\"%"), s("'); --")), QByteArray("\0x", 2));
        QCOMPARE(names(**store, "/a'\"%").size(), 1);
    }

    void damagedAndMissingFilesAreSentences() {
        QTemporaryDir dir;
        QFile file(dir.filePath(s("broken.db")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        const auto broken = VersionStore::open(file.fileName(), s("c"));
        QVERIFY(!broken);
        QVERIFY(!broken.error().advice.isEmpty());
        QVERIFY(!VersionStore::open(dir.filePath(s("no/such/folder/x.db")), s("c")));
    }
};

MESOSCOPE_TEST_MAIN(TestHistoryVersions)
#include "tst_history_versions.moc"
