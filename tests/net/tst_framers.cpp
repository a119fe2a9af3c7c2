// RecordIO, SSE and HTTP framing with bytes cut at every offset, and what is refused.
#include "models/net/http_reader.h"
#include "models/net/record_io_parser.h"
#include "models/net/sse_parser.h"
#include "tests/support/harness.h"

#include <QTest>

using namespace mesoscope;

namespace {

struct Records {
    net::RecordIoParser parser;
    QByteArrayList complete;
    QByteArray current;
    base::Result<void> result;

    explicit Records(std::uint64_t limit = 1 << 20) : parser(limit) {
        parser.onBytes = [this](std::string_view bytes, bool last) {
            current.append(bytes.data(), qsizetype(bytes.size()));
            if (last)
                complete.append(std::exchange(current, {}));
        };
    }
    bool feed(const QByteArray& bytes) {
        result = parser.feed({bytes.constData(), std::size_t(bytes.size())});
        return result.has_value();
    }
};

struct Events {
    net::SseParser parser;
    QByteArrayList list;
    int comments = 0;
    qint64 retry = -1;

    explicit Events(std::size_t limit = 1 << 20) : parser(limit) {
        parser.onEvent = [this](const net::SseEvent& e) {
            list.append(QByteArray(e.type.data(), qsizetype(e.type.size())) + '|' +
                        QByteArray(e.data.data(), qsizetype(e.data.size())) + '|' +
                        QByteArray(e.id.data(), qsizetype(e.id.size())));
        };
        parser.onComment = [this] { ++comments; };
        parser.onRetry = [this](qint64 ms) { retry = ms; };
    }
    bool feed(const QByteArray& bytes) {
        return parser.feed({bytes.constData(), std::size_t(bytes.size())}).has_value();
    }
};

struct Http {
    net::HttpReader reader;
    QByteArray body;
    int heads = 0;

    Http() {
        reader.onHead = [this] { ++heads; };
        reader.onBody = [this](std::string_view bytes) { body.append(bytes.data(), qsizetype(bytes.size())); };
    }
    void feed(const QByteArray& bytes) { reader.feed({bytes.constData(), std::size_t(bytes.size())}); }
};

} // namespace

class TestFramers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void recordsCutAnywhere();
    void recordsByteByByte();
    void recordLongerThanAnnounced();
    void recordLengthIsGarbage_data();
    void recordLengthIsGarbage();
    void recordBeyondLimit();
    void recordedStreamHasItsRecords();
    void eventsCutAnywhere();
    void eventsFollowTheStandard();
    void endlessLineIsRefused();
    void endlessDataIsRefused();
    void httpCutAnywhere();
    void httpFramings();
    void httpIsNot_data();
    void httpIsNot();
};

void TestFramers::recordsCutAnywhere() {
    const QByteArray bytes = "5\nhello0\n11\nhello\nworld3\n{1}";
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        Records r;
        QVERIFY(r.feed(bytes.first(cut)));
        QVERIFY(r.feed(bytes.sliced(cut)));
        QCOMPARE(r.complete, (QByteArrayList{"hello", "", "hello\nworld", "{1}"}));
        QVERIFY(r.parser.atBoundary());
    }
}

void TestFramers::recordsByteByByte() {
    Records r;
    for (const char c : QByteArray("12\nabcdefghijkl2\nxy"))
        QVERIFY(r.feed(QByteArray(1, c)));
    QCOMPARE(r.complete, (QByteArrayList{"abcdefghijkl", "xy"}));
}

void TestFramers::recordLongerThanAnnounced() {
    Records r;
    QVERIFY(!r.feed("4\nabcdef2\nxy"));
    QCOMPARE(r.complete, QByteArrayList{"abcd"});
    QCOMPARE(r.result.error().kind, base::ErrorKind::Decode);
    QVERIFY(r.result.error().sentence.contains(QLatin1String("announced")));
    QVERIFY(!r.feed("2\nxy")); // it stays unusable
}

void TestFramers::recordLengthIsGarbage_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("html") << QByteArray("<html>");
    QTest::newRow("no digits") << QByteArray("\n");
    QTest::newRow("negative") << QByteArray("-5\nhello");
    QTest::newRow("binary") << QByteArray("\x00\x01\x02", 3);
    QTest::newRow("digits without end") << QByteArray(100, '9');
}

void TestFramers::recordLengthIsGarbage() {
    QFETCH(QByteArray, bytes);
    Records r;
    QVERIFY(!r.feed(bytes));
    QVERIFY(!r.result.error().advice.isEmpty());
}

void TestFramers::recordBeyondLimit() {
    Records r(1000);
    QVERIFY(!r.feed("1001\n"));
    QCOMPARE(r.result.error().kind, base::ErrorKind::Limit);
}

void TestFramers::recordedStreamHasItsRecords() {
    Http http;
    http.feed(test::fixture(QStringLiteral("mesos/subscribe.raw")));
    QCOMPARE(http.heads, 1);
    QCOMPARE(http.body, test::fixture(QStringLiteral("mesos/subscribe.body")));
    Records r;
    QVERIFY(r.feed(http.body));
    QVERIFY(r.parser.atBoundary());
    QVERIFY(r.complete.first().startsWith(R"({"type":"SUBSCRIBED")"));
    QCOMPARE(r.complete.at(1), QByteArray(R"({"type":"HEARTBEAT"})"));
}

void TestFramers::eventsCutAnywhere() {
    const QByteArray bytes =
        "\xEF\xBB\xBF"
        "event: a\r\ndata: one\r\ndata: two\r\nid: 7\r\n\r\n: beat\rdata:x\r\revent: none\n\ndata:  y\n\n";
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        Events e;
        QVERIFY(e.feed(bytes.first(cut)));
        QVERIFY(e.feed(bytes.sliced(cut)));
        QCOMPARE(e.list, (QByteArrayList{"a|one\ntwo|7", "message|x|7", "message| y|7"}));
        QCOMPARE(e.comments, 1);
    }
}

void TestFramers::eventsFollowTheStandard() {
    Events e;
    QVERIFY(e.feed("retry: 1500\nretry: soon\nunknown: z\ndata\n\n"));
    QCOMPARE(e.retry, 1500);
    QCOMPARE(e.list, QByteArrayList{"message||"});
    QVERIFY(e.feed("data: unfinished"));
    QCOMPARE(e.list.size(), 1);
}

void TestFramers::endlessLineIsRefused() {
    Events e(64 * 1024);
    const QByteArray piece(10'000, 'x');
    int accepted = 0;
    while (accepted < 100 && e.feed(piece))
        ++accepted;
    QCOMPARE(accepted, 6);
}

void TestFramers::endlessDataIsRefused() {
    Events e(1000);
    int accepted = 0;
    while (accepted < 100 && e.feed("data: " + QByteArray(90, 'x') + "\n"))
        ++accepted;
    QVERIFY(accepted < 20);
}

void TestFramers::httpCutAnywhere() {
    const QByteArray bytes = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-Y:  z \r\n\r\n"
                             "5;ext=1\r\nhello\r\nA\r\n0123456789\r\n0\r\nTrailer: t\r\n\r\n";
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        Http h;
        h.feed(bytes.first(cut));
        h.feed(bytes.sliced(cut));
        QCOMPARE(h.body, QByteArray("hello0123456789"));
        QCOMPARE(h.reader.state(), net::HttpReader::State::Done);
        QCOMPARE(h.heads, 1);
        QCOMPARE(h.reader.headers().at(1).value, QByteArray("z"));
    }
}

void TestFramers::httpFramings() {
    Http length;
    length.feed("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef");
    QCOMPARE(length.body, QByteArray("abc"));
    QCOMPARE(length.reader.state(), net::HttpReader::State::Done);
    Http close;
    close.feed("HTTP/1.0 200 OK\r\n\r\nabc");
    QCOMPARE(close.reader.state(), net::HttpReader::State::Body);
    QVERIFY(close.reader.finish());
    Http cut;
    cut.feed("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
    QVERIFY(!cut.reader.finish());
    Http empty;
    empty.feed("HTTP/1.1 204 No Content\r\n\r\n");
    QCOMPARE(empty.reader.state(), net::HttpReader::State::Done);
}

void TestFramers::httpIsNot_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("ssh") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
    QTest::newRow("binary") << QByteArray("\x15\x03\x01\x00\x02\x02", 6);
    QTest::newRow("bad status") << QByteArray("HTTP/1.1 abc OK\r\n\r\n");
    QTest::newRow("bad header") << QByteArray("HTTP/1.1 200 OK\r\nno colon\r\n\r\n");
    QTest::newRow("bad length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n");
    QTest::newRow("bad chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
    QTest::newRow("chunk too long") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabcd\r\n");
    QTest::newRow("endless head") << QByteArray("HTTP/1.1 200 OK\r\nX: ") + QByteArray(100'000, 'x');
}

void TestFramers::httpIsNot() {
    QFETCH(QByteArray, bytes);
    for (const qsizetype piece : {bytes.size(), qsizetype(1)}) {
        Http h;
        for (qsizetype i = 0; i < bytes.size(); i += piece)
            h.feed(bytes.sliced(i, qMin(piece, bytes.size() - i)));
        QCOMPARE(h.reader.state(), net::HttpReader::State::Broken);
    }
}

MESOSCOPE_TEST_MAIN(TestFramers)
#include "tst_framers.moc"
