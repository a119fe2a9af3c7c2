// A task's files on its agent: recorded answers of both ways, downloads, following, and merged logs.
#include "models/master/logs.h"
#include "models/master/sandbox.h"
#include "tests/support/byte_server.h"
#include "tests/support/harness.h"

#include <QBuffer>
#include <QSignalSpy>
#include <QTest>

using namespace mesoscope;
using master::LogLevel;
using test::ByteServer;

namespace {

ByteServer::Answer reply(int status, const QByteArray& body, const QByteArray& type = "application/json") {
    return {ByteServer::http(status, body, type), 0, {}, false};
}

/// An agent with one growing file, speaking v1 or only the older way.
struct Agent {
    bool v1 = true;
    bool missing = false;
    QByteArray content;
    ByteServer server{[this](const ByteServer::Seen& s) { return answer(s); }};

    ByteServer::Answer answer(const ByteServer::Seen& s) {
        if (s.method == "POST" && !v1)
            return reply(404, {}, "text/plain");
        if (missing)
            return reply(404, {}, "text/plain");
        if (s.method == "POST") {
            const qsizetype offset = number(s.body, "\"offset\":");
            return reply(200, R"({"type":"READ_FILE","read_file":{"size":)" + QByteArray::number(content.size()) +
                                  R"(,"data":")" + content.mid(offset, number(s.body, "\"length\":")).toBase64() +
                                  "\"}}");
        }
        const qsizetype offset = number(s.target, "offset=");
        if (offset < 0)
            return reply(200, R"({"data":"","offset":)" + QByteArray::number(content.size()) + "}");
        return reply(200, R"({"data":")" + content.mid(offset).replace("\n", "\\n") + R"(","offset":)" +
                              QByteArray::number(offset) + "}");
    }
    static qsizetype number(const QByteArray& text, const QByteArray& key) {
        qsizetype from = text.indexOf(key) + key.size();
        qsizetype end = from;
        while (end < text.size() && (text.at(end) == '-' || (text.at(end) >= '0' && text.at(end) <= '9')))
            ++end;
        return text.sliced(from, end - from).toLongLong();
    }
    master::SandboxPlace place() {
        return {server.url(QStringLiteral("/slave(1)")), {QStringLiteral("/frameworks/F/executors/E/runs/latest")}};
    }
};

const QByteArray recordedBinary() {
    return test::fixture(QStringLiteral("mesos/agent.sandbox.binary_download.body"));
}

} // namespace

class TestSandbox : public QObject {
    Q_OBJECT
private:
    base::ManualClock clock;

private Q_SLOTS:
    void places();
    void recordedLists();
    void recordedPieces();
    void brokenPieces();
    void firstExistingRootWins();
    void fallsBackToFiles();
    void download();
    void downloadThatBreaks();
    void tail_data();
    void tail();
    void linesAcrossPieces();
    void heads_data();
    void heads();
    void mergeByTime();
    void mergeIsBounded();
    void filters();
};

void TestSandbox::places() {
    const auto own = master::sandboxPlace(QStringLiteral("slave(3)@10.0.0.1:5053"), QStringLiteral("h"), false,
                                          QStringLiteral("F"), {}, QStringLiteral("t.1"));
    QCOMPARE(own.agent, QUrl(QStringLiteral("http://10.0.0.1:5053/slave(3)")));
    QCOMPARE(own.roots, QStringList{QStringLiteral("/frameworks/F/executors/t.1/runs/latest")});
    const auto pod = master::sandboxPlace({}, QStringLiteral("host"), true, QStringLiteral("F"), QStringLiteral("E"),
                                          QStringLiteral("t"));
    QCOMPARE(pod.agent, QUrl(QStringLiteral("https://host:5051")));
    QCOMPARE(pod.roots, (QStringList{QStringLiteral("/frameworks/F/executors/E/runs/latest/tasks/t"),
                                     QStringLiteral("/frameworks/F/executors/E/runs/latest")}));
}

void TestSandbox::recordedLists() {
    for (const char* name : {"agent.sandbox.files_browse", "agent.sandbox.v1.LIST_FILES"}) {
        const auto files =
            master::decodeFileList(test::fixture(QStringLiteral("mesos/%1.body").arg(QLatin1String(name))));
        QVERIFY(files);
        QCOMPARE(files->size(), 2);
        QCOMPARE(files->at(0).name, QStringLiteral("stderr"));
        QCOMPARE(files->at(0).size, 2147);
        QCOMPARE(files->at(0).modifiedMs, 1795421560000);
        QCOMPARE(files->at(1).mode, QStringLiteral("-rw-r--r--"));
        QCOMPARE(files->at(1).owner, QStringLiteral("root"));
        QVERIFY(!files->at(1).directory);
    }
    QVERIFY(master::decodeFileList(R"([{"path":"/a/tasks","mode":"drwxr-xr-x"}])")->first().directory);
    QVERIFY(master::decodeFileList(R"({"list_files":{"file_infos":[{"path":"/a/tasks","mode":16877}]}})")
                ->first()
                .directory);
    QVERIFY(!master::decodeFileList("nonsense"));
}

void TestSandbox::recordedPieces() {
    // Both ways give the very bytes of the file, though one of them is not valid JSON.
    QCOMPARE(master::decodeFilePiece(test::fixture(QStringLiteral("mesos/agent.sandbox.binary_read.body")), 0)->data,
             recordedBinary());
    const auto v1 =
        master::decodeFilePiece(test::fixture(QStringLiteral("mesos/agent.sandbox.binary_v1_READ_FILE.body")), 0);
    QCOMPARE(v1->data, recordedBinary());
    QCOMPARE(v1->size, 37);
    QCOMPARE(
        master::decodeFilePiece(test::fixture(QStringLiteral("mesos/agent.sandbox.binary_read_split_utf8.body")), 6)
            ->data,
        recordedBinary().mid(6, 2));
    QCOMPARE(master::decodeFilePiece(test::fixture(QStringLiteral("mesos/agent.sandbox.files_read_offset_-1.body")), -1)
                 ->size,
             196);
    QVERIFY(master::decodeFilePiece(test::fixture(QStringLiteral("mesos/agent.sandbox.files_read_beyond.body")), 100000)
                ->data.isEmpty());
}

void TestSandbox::brokenPieces() {
    for (const char* bad : {"", "{}", "{\"data\":\"no end", "{\"data\":\"\\u12", "{\"data\":\"\\uzzzz\"}",
                            "{\"data\":\"\\", "{\"read_file\":{}}"})
        QVERIFY2(!master::decodeFilePiece(bad, 0), bad);
}

void TestSandbox::firstExistingRootWins() {
    ByteServer server([](const ByteServer::Seen& s) {
        return s.body.contains("/tasks/t") || s.target.contains("tasks%2Ft")
                   ? reply(404, {}, "text/plain")
                   : reply(200, test::fixture(QStringLiteral("mesos/agent.sandbox.v1.LIST_FILES.body")));
    });
    net::HttpClient client(clock);
    master::Sandbox sandbox(
        client, {server.url(QStringLiteral("/slave(2)")), {QStringLiteral("/e/tasks/t"), QStringLiteral("/e")}});
    int files = -1;
    sandbox.list({}, this, [&](const base::Result<QList<master::SandboxFile>>& r) { files = r ? int(r->size()) : -2; });
    QTRY_COMPARE(files, 2);
    QCOMPARE(sandbox.root(), QStringLiteral("/e"));
    QCOMPARE(server.seen().first().target, QByteArray("/slave(2)/api/v1"));
}

void TestSandbox::fallsBackToFiles() {
    Agent agent;
    agent.v1 = false;
    agent.content = "hello";
    net::HttpClient client(clock);
    master::Sandbox sandbox(client, agent.place());
    base::Result<master::FilePiece> piece;
    sandbox.read(QStringLiteral("/a b/stdout"), 1, 100, this,
                 [&](const base::Result<master::FilePiece>& r) { piece = r; });
    QTRY_COMPARE(piece ? piece->data : QByteArray(), QByteArray("ello"));
    QCOMPARE(agent.server.seen().last().target, QByteArray("/files/read?path=%2Fa%20b%2Fstdout&offset=1&length=100"));
    agent.missing = true;
    sandbox.read(QStringLiteral("/x"), 0, 1, this, [&](const base::Result<master::FilePiece>& r) { piece = r; });
    QTRY_VERIFY(!piece);
    QCOMPARE(piece.error().httpStatus, 404);
}

void TestSandbox::download() {
    ByteServer server([](const ByteServer::Seen&) {
        return ByteServer::Answer{ByteServer::http(200, recordedBinary(), "application/octet-stream"), 7, {}, false};
    });
    net::HttpClient client(clock);
    master::Sandbox sandbox(client, {server.url(), {}});
    QBuffer file;
    QVERIFY(file.open(QIODevice::WriteOnly));
    qint64 written = -1;
    qint64 total = 0;
    const net::HttpStream running = sandbox.download(
        QStringLiteral("/stdout"), file,
        {[&](qint64, qint64 all) { total = all; }, [&](const base::Result<qint64>& r) { written = r.value_or(-2); }});
    QTRY_COMPARE(written, 37);
    QCOMPARE(total, 37);
    QCOMPARE(file.data(), recordedBinary());
}

void TestSandbox::downloadThatBreaks() {
    ByteServer server([](const ByteServer::Seen& s) {
        return s.target.contains("gone") ? reply(404, {}, "text/plain")
                                         : ByteServer::Answer{"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"};
    });
    net::HttpClient client(clock);
    master::Sandbox sandbox(client, {server.url(), {}});
    QBuffer file;
    QVERIFY(file.open(QIODevice::WriteOnly));
    int ended = 0;
    base::Error why;
    const auto done = [&](const base::Result<qint64>& r) {
        ++ended;
        why = r ? base::Error() : r.error();
    };
    const net::HttpStream cut = sandbox.download(QStringLiteral("/stdout"), file, {{}, done});
    QTRY_COMPARE(ended, 1);
    QVERIFY(!why.sentence.isEmpty());
    const net::HttpStream gone = sandbox.download(QStringLiteral("/gone"), file, {{}, done});
    QTRY_COMPARE(ended, 2);
    QCOMPARE(why.httpStatus, 404);
}

void TestSandbox::tail_data() {
    QTest::addColumn<bool>("v1");
    QTest::newRow("v1") << true;
    QTest::newRow("files") << false;
}

void TestSandbox::tail() {
    QFETCH(bool, v1);
    Agent agent;
    agent.v1 = v1;
    agent.content = "old old old\nlast\n";
    net::HttpClient client(clock);
    master::Sandbox sandbox(client, agent.place());
    master::FileTail tail(sandbox, QStringLiteral("/stdout"), {5, 1000, 1, 4});
    QByteArray got;
    QList<bool> restarts;
    QSignalSpy failures(&tail, &master::FileTail::failed);
    connect(&tail, &master::FileTail::appended, this, [&](const QByteArray& bytes, bool restarted) {
        got += bytes;
        restarts.append(restarted);
    });
    tail.start();
    QTRY_COMPARE(got, QByteArray("last\n"));
    agent.content += "more\n";
    QTRY_COMPARE(got, QByteArray("last\nmore\n"));
    agent.content = "new\n"; // rotated
    QTRY_COMPARE(got, QByteArray("last\nmore\nnew\n"));
    QCOMPARE(restarts, (QList<bool>{false, false, true}));
    agent.missing = true; // the task ended and its directory went
    QTRY_VERIFY(failures.size() > 0);
    agent.missing = false;
    agent.content = "again\n";
    QTRY_COMPARE(got, QByteArray("last\nmore\nnew\nagain\n"));
    QVERIFY(restarts.last());
}

void TestSandbox::linesAcrossPieces() {
    const QByteArray bytes = "é one\r\ntwo 你\n\nrest";
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        master::LineSplitter splitter;
        QStringList lines;
        const auto take = [&](const QString& line) { lines.append(line); };
        splitter.feed(bytes.first(cut), take);
        splitter.feed(bytes.sliced(cut), take);
        QCOMPARE(lines, (QStringList{QString::fromUtf8("é one"), QString::fromUtf8("two 你"), QString()}));
        QCOMPARE(splitter.rest(), QStringLiteral("rest"));
    }
    master::LineSplitter splitter;
    int lines = 0;
    splitter.feed(QByteArray(300'000, 'x'),
                  [&](const QString& line) { lines += line.size() == master::LineSplitter::maxLine ? 1 : 100; });
    QCOMPARE(lines, 4);
}

void TestSandbox::heads_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<qint64>("time");
    QTest::addColumn<LogLevel>("level");
    QTest::newRow("glog") << "I1123 08:23:47.951939 28766 exec.cpp:164] Version" << Q_INT64_C(1795422227951)
                          << LogLevel::Info;
    QTest::newRow("glog error") << "E1123 08:23:47.951939 x" << Q_INT64_C(1795422227951) << LogLevel::Error;
    QTest::newRow("last year") << "W1231 23:59:59.000000 x" << Q_INT64_C(1767225599000) << LogLevel::Warning;
    QTest::newRow("iso") << "2026-11-23T08:23:47.951Z WARN [main] x" << Q_INT64_C(1795422227951) << LogLevel::Warning;
    QTest::newRow("java") << "[2026-11-23 08:23:47,951] ERROR x" << Q_INT64_C(1795422227951) << LogLevel::Error;
    QTest::newRow("no fraction") << "2026-11-23 08:23:47 debug: x" << Q_INT64_C(1795422227000) << LogLevel::Debug;
    QTest::newRow("level only") << "level=info msg=x" << Q_INT64_C(0) << LogLevel::Info;
    QTest::newRow("part of a word") << "the terrors of informal text" << Q_INT64_C(0) << LogLevel::Unknown;
    QTest::newRow("impossible date") << "2026-13-45T99:99:99 x" << Q_INT64_C(0) << LogLevel::Unknown;
}

void TestSandbox::heads() {
    QFETCH(QString, line);
    QFETCH(qint64, time);
    QFETCH(LogLevel, level);
    const qint64 now = QTest::currentDataTag() == QByteArray("last year") ? 1767300000000 : 1795422300000;
    const master::LineHead head = master::lineHead(line, now);
    QCOMPARE(head.timeMs, time);
    QCOMPARE(head.level, level);
}

void TestSandbox::mergeByTime() {
    master::LogMerge merge;
    const qint64 now = 1795422300000;
    QCOMPARE(merge.append(0, "I1123 08:00:01.000000 a1\nI1123 08:00:05.000000 a2\n  stack\nI1123 08:00:0", now), 3);
    QCOMPARE(merge.append(1, "I1123 08:00:03.000000 b1\nI1123 08:00:06.000000 b2\n", now), 2);
    QCOMPARE(merge.append(0, "7.000000 a3\nI1123 08:00:02.000000 clock went back\n", now), 2);
    QStringList order;
    for (const master::LogLine& l : merge.lines())
        order.append(l.text.section(QLatin1Char(' '), 2));
    QCOMPARE(order,
             (QStringList{QStringLiteral("a1"), QStringLiteral("b1"), QStringLiteral("a2"), QStringLiteral("stack"),
                          QStringLiteral("b2"), QStringLiteral("a3"), QStringLiteral("clock went back")}));
    merge.append(1, "half a li", now);
    QCOMPARE(merge.append(1, "new file\n", now, true), 1);
    QCOMPARE(merge.lines().back().text, QStringLiteral("new file"));
}

void TestSandbox::mergeIsBounded() {
    master::LogMerge merge({1000, 1 << 20});
    for (int i = 0; i < 300; ++i)
        merge.append(i % 5, "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n", 1000 + i);
    QCOMPARE(merge.lines().size(), 1000U);
    QCOMPARE(merge.dropped(), 2000U);
    merge.append(0, QByteArray(5'000'000, 'x'), 9999);
    QVERIFY(merge.bytes() <= (1 << 20));
}

void TestSandbox::filters() {
    master::LogFilter filter;
    const master::LogLine info{1, 0, 0, LogLevel::Info, QString::fromUtf8("né timeout after 5s, timeout")};
    const master::LogLine plain{2, 0, 0, LogLevel::Unknown, QStringLiteral("  at Foo.bar")};
    QVERIFY(filter.matches(info) && filter.matches(plain));
    filter.setLeastLevel(LogLevel::Warning);
    QVERIFY(!filter.matches(info) && !filter.matches(plain));
    filter.setLeastLevel(LogLevel::Info);
    QVERIFY(filter.matches(plain));
    QString problem;
    QVERIFY(filter.setPattern(QStringLiteral("TIMEOUT"), false, &problem));
    QVERIFY(filter.matches(info) && !filter.matches(plain));
    const auto hits = filter.matchesIn(info.text);
    QCOMPARE(hits.size(), 2U);
    QCOMPARE(hits[0].first, 3);
    QCOMPARE(hits[0].second, 7);
    QVERIFY(!filter.setPattern(QStringLiteral("(("), true, &problem));
    QVERIFY(!problem.isEmpty());
    QVERIFY(filter.matches(info)); // stays as it was
}

MESOSCOPE_TEST_MAIN(TestSandbox)
#include "tst_sandbox.moc"
