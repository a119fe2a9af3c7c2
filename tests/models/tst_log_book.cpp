// The book of merged log lines: memory, disk, filter, search, windows; against a plain list of all lines.
#include "models/master/log_book.h"
#include "tests/support/harness.h"

#include <QBuffer>
#include <QDateTime>
#include <QTest>

using namespace mesoscope;
using master::LogBook;
using master::LogLevel;
using master::LogQuery;
using master::LogView;

namespace {

constexpr qint64 start = 1'795'422'000'000;

QByteArray lineAt(qint64 ms, const char* level, const QByteArray& text) {
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1() + ' ' + level + ' ' +
           text + '\n';
}

LogBook::Limits small(std::size_t lines = 200, qint64 disk = 1 << 30, qint64 segment = 1 << 20) {
    LogBook::Limits limits;
    limits.memory = {lines, 64U << 20};
    limits.diskBytes = disk;
    limits.segmentBytes = segment;
    limits.blockLines = 16;
    return limits;
}

/// Two sources in turn, one error in ten lines; every line has its number in it.
void fill(LogBook& book, int lines, int from = 0) {
    for (int i = from; i < from + lines; ++i)
        book.append(
            i % 2,
            lineAt(start + i * 100, i % 10 == 3 ? "ERROR" : "INFO", "request " + QByteArray::number(i) + " done"),
            start + i * 100);
}

QStringList texts(const LogView& view) {
    QStringList list;
    for (const master::LogRow& row : view.rows)
        list << row.line.text.mid(row.line.textFrom);
    return list;
}

void settle(LogBook& book) {
    while (book.work()) {
    }
}

} // namespace

class TestLogBook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRowIsReachedWhereverItLies();
    void filtersReachTheDiskToo();
    void rowNumbersMoveByTheShift();
    void theDiskIsBounded();
    void matchesAreFoundBothWays();
    void aWrongPatternLeavesTheOneBefore();
    void headsAndStackTraces();
    void stackTracesFold();
    void binaryAndSplitCharactersSurvive();
    void histogramCountsEverything();
    void patternsGroupWhatIsAlike();
    void savingGivesBackTheSource();
    void replacementsAreNoted();
};

void TestLogBook::everyRowIsReachedWhereverItLies() {
    LogBook book(small());
    fill(book, 1000);
    LogView view = book.view(-1, 10, 0, false);
    QCOMPARE(view.total, 1000);
    QCOMPARE(view.first, 990);
    QVERIFY(view.linesOnDisk > 700 && view.diskBytes > 0);
    QCOMPARE(texts(view).last(), QStringLiteral("request 999 done"));
    for (qint64 first : {0, 1, 15, 16, 300, 792, 799, 800, 801, 805, 995}) {
        view = book.view(first, 10, 0, false);
        QCOMPARE(view.first, first);
        for (int i = 0; i < int(view.rows.size()); ++i)
            QCOMPARE(texts(view).at(i), QStringLiteral("request %1 done").arg(first + i));
    }
    QCOMPARE(book.view(4000, 10, 0, false).rows.size(), 0U);
}

void TestLogBook::filtersReachTheDiskToo() {
    LogBook book(small());
    fill(book, 1000);
    LogQuery query;
    query.pattern = QStringLiteral("request \\d*7 ");
    query.onlyMatches = true;
    book.setQuery(query);
    settle(book);
    LogView view = book.view(0, 5, 0, false);
    QCOMPARE(view.total, 100);
    QCOMPARE(view.matches, 100);
    QCOMPARE(texts(view).first(), QStringLiteral("request 7 done"));
    QCOMPARE(view.rows.front().marks.size(), 1U);
    query.hiddenSources = 0b10;
    book.setQuery(query);
    settle(book);
    QCOMPARE(book.view(0, 5, 0, false).total, 0); // odd numbers are all of source 1
    query = {};
    query.least = LogLevel::Error;
    book.setQuery(query);
    settle(book);
    view = book.view(-1, 3, 0, false);
    QCOMPARE(view.total, 100);
    QCOMPARE(texts(view), (QStringList{QStringLiteral("request 973 done"), QStringLiteral("request 983 done"),
                                       QStringLiteral("request 993 done")}));
    query.pattern = QStringLiteral("3 done");
    query.least = LogLevel::Unknown;
    book.setQuery(query);
    settle(book);
    view = book.view(500, 10, 0, false);
    QCOMPARE(view.total, 1000);
    QCOMPARE(view.matches, 100);
    QCOMPARE(view.matchesBefore, 50);
}

void TestLogBook::rowNumbersMoveByTheShift() {
    LogBook book(small(100));
    fill(book, 1000);
    LogQuery query;
    query.least = LogLevel::Info;
    book.setQuery(query);
    // Before the disk was looked through only memory has rows; then older ones come in above.
    LogView view = book.view(0, 1, 0, false);
    const QString line = texts(view).first();
    const qint64 before = view.first;
    const qint64 shift = view.shift;
    QVERIFY(view.searching);
    settle(book);
    view = book.view(0, 1, 0, false);
    QVERIFY(view.shift > shift && !view.searching);
    QCOMPARE(texts(book.view(before + view.shift - shift, 1, 0, false)).first(), line);
    QCOMPARE(view.total, 1000);
}

void TestLogBook::theDiskIsBounded() {
    LogBook book(small(100, 64 * 1024, 16 * 1024));
    fill(book, 5000);
    const LogView view = book.view(-1, 5, 0, false);
    QVERIFY2(view.diskBytes <= 96 * 1024, qPrintable(QString::number(view.diskBytes)));
    QVERIFY(view.lost > 2000);
    QCOMPARE(view.lines + view.lost, 5000);
    QCOMPARE(view.total, view.lines);
    QCOMPARE(texts(book.view(0, 1, 0, false)).first(), QStringLiteral("request %1 done").arg(view.lost));
}

void TestLogBook::matchesAreFoundBothWays() {
    LogBook book(small());
    fill(book, 1000);
    LogQuery query;
    query.pattern = QStringLiteral("request (5|500|999) ");
    book.setQuery(query);
    settle(book);
    QCOMPARE(book.findMatch(-1, false), 5);
    QCOMPARE(book.findMatch(5, false), 500);
    QCOMPARE(book.findMatch(500, false), 999);
    QCOMPARE(book.findMatch(999, false), -1);
    QCOMPARE(book.findMatch(1000, true), 999);
    QCOMPARE(book.findMatch(500, true), 5);
    QCOMPARE(book.findMatch(5, true), -1);
    QCOMPARE(book.rowAt(start - 5), 0);
    QCOMPARE(book.rowAt(start + 100 * 300), 300);
    QCOMPARE(book.rowAt(start + 100 * 950 - 50), 950);
    QCOMPARE(book.rowAt(start + 1'000'000), 1000);
}

void TestLogBook::aWrongPatternLeavesTheOneBefore() {
    LogBook book(small());
    fill(book, 50);
    LogQuery query;
    query.pattern = QStringLiteral("request 7 ");
    query.onlyMatches = true;
    book.setQuery(query);
    query.pattern = QStringLiteral("(");
    book.setQuery(query);
    const LogView view = book.view(0, 10, 0, false);
    QVERIFY(!view.problem.isEmpty());
    QCOMPARE(texts(view), QStringList{QStringLiteral("request 7 done")});
    query.pattern.clear();
    book.setQuery(query);
    QVERIFY(book.view(0, 10, 0, false).problem.isEmpty());
    QCOMPARE(book.view(0, 10, 0, false).total, 50);
}

void TestLogBook::headsAndStackTraces() {
    LogBook book;
    book.append(0,
                "2026-11-23T10:41:56.870Z ERROR cart: connection refused\n"
                "    at com.bj.checkout.CartClient.fetch(CartClient.java:118)\n"
                "2026-11-23 10:41:57,302 [WARN] slow\n"
                "I1123 10:41:58.120000 12345 slave.cpp:1] text\n"
                "2026-11-23T18:42:00.000+08:00 no level here, but later INFO\n",
                start);
    const LogView view = book.view(0, 10, 0, false);
    QCOMPARE(texts(view), (QStringList{QStringLiteral("cart: connection refused"),
                                       QStringLiteral("    at com.bj.checkout.CartClient.fetch(CartClient.java:118)"),
                                       QStringLiteral("slow"), QStringLiteral("12345 slave.cpp:1] text"),
                                       QStringLiteral("no level here, but later INFO")}));
    QCOMPARE(view.rows[0].line.level, LogLevel::Error);
    QVERIFY(view.rows[0].own && !view.rows[1].own);
    QCOMPARE(view.rows[1].line.timeMs, view.rows[0].line.timeMs);
    QCOMPARE(view.rows[4].line.timeMs, Q_INT64_C(1795430520000));
}

void TestLogBook::stackTracesFold() {
    for (const std::size_t memory : {200, 4}) { // all in memory; most of it on disk
        LogBook book(small(memory));
        book.append(0, lineAt(start, "ERROR", "java.io.IOException: refused"), start);
        book.append(0, "    at a.b(C.java:1)\n\tat a.c(C.java:2)\nCaused by: x\n    at d.e(F.java:3)\n", start);
        book.append(1, lineAt(start + 5, "INFO", "of another source"), start + 5);
        book.append(0, lineAt(start + 10, "INFO", "goes on"), start + 10);
        book.append(0, "Traceback (most recent call last):\n  File \"a.py\", line 1\nValueError: last words\n",
                    start + 10);
        for (int i = 0; i < 40; ++i)
            book.append(1, lineAt(start + 100 + i, "INFO", "filler"), start + 100 + i);
        LogQuery query;
        query.foldTraces = true;
        book.setQuery(query);
        while (book.work()) {
        }
        const LogView view = book.view(0, 4, 0, false);
        QCOMPARE(view.total, 44);
        QCOMPARE(texts(view),
                 (QStringList{QStringLiteral("java.io.IOException: refused"), QStringLiteral("of another source"),
                              QStringLiteral("goes on"), QStringLiteral("ValueError: last words")}));
        QCOMPARE(view.rows[0].folded, 4);
        QCOMPARE(view.rows[1].folded, 0);
        QCOMPARE(view.rows[2].folded, 2);
        // What is searched for is seen.
        query.pattern = QStringLiteral("F\\.java");
        book.setQuery(query);
        while (book.work()) {
        }
        QCOMPARE(book.view(0, 1, 0, false).total, 45);
        QCOMPARE(book.view(0, 1, 0, false).matches, 1);
        query = {};
        book.setQuery(query);
        while (book.work()) {
        }
        QCOMPARE(book.view(0, 1, 0, false).total, 50);
    }
}

void TestLogBook::binaryAndSplitCharactersSurvive() {
    LogBook book(small(4));
    const QByteArray text = QString::fromUtf8("容器 – ok").toUtf8();
    for (int cut = 1; cut < text.size(); ++cut) {
        book.append(0, text.left(cut), start + cut);
        book.append(0, text.mid(cut) + '\n', start + cut);
    }
    book.append(0, QByteArray("\x00\xff\xfe\x01 raw\n", 10), start + 1000);
    const LogView view = book.view(0, 100, 0, false);
    QCOMPARE(view.total, text.size());
    for (int i = 0; i + 1 < text.size(); ++i)
        QCOMPARE(view.rows[std::size_t(i)].line.text, QString::fromUtf8(text));
    QVERIFY(view.rows.back().line.text.endsWith(QStringLiteral(" raw")));
}

void TestLogBook::histogramCountsEverything() {
    LogBook book(small());
    fill(book, 1000);
    const LogView view = book.view(-1, 1, 50, false);
    quint32 lines = 0;
    quint32 bad = 0;
    for (const master::LogBucket& bucket : view.histogram) {
        lines += bucket.lines;
        bad += bucket.bad;
    }
    QCOMPARE(lines, 1000U);
    QCOMPARE(bad, 100U);
    QVERIFY(view.histogram.front().onDisk && !view.histogram.back().onDisk);
    QVERIFY(view.fromMs == start && view.toMs == start + 99'900);
    QVERIFY(view.memoryFromMs > view.fromMs);
}

void TestLogBook::patternsGroupWhatIsAlike() {
    LogBook book;
    for (int i = 0; i < 34; ++i)
        book.append(
            i % 3, lineAt(start + i * 1000, "WARN", "kafka orders-" + QByteArray::number(i) + ": leader not available"),
            start);
    for (int i = 0; i < 5; ++i)
        book.append(
            0,
            lineAt(start + i * 1000, "ERROR", "cart 10.24.23." + QByteArray::number(i) + ":31842: connection refused"),
            start);
    book.append(0, lineAt(start, "INFO", "quiet"), start);
    const LogView view = book.view(-1, 1, 0, true);
    QCOMPARE(view.patterns.size(), 2U);
    QCOMPARE(view.patterns[0].text, QStringLiteral("kafka orders-\\d+: leader not available"));
    QCOMPARE(view.patterns[0].count, 34);
    QCOMPARE(view.patterns[0].perSource, (std::vector<int>{12, 11, 11}));
    QCOMPARE(view.patterns[1].text, QStringLiteral("cart <ip>:\\d+: connection refused"));
    QCOMPARE(view.patterns[1].count, 5);
    QCOMPARE(view.otherPatterns, 0);
    for (const master::LogPattern& pattern : view.patterns) {
        LogQuery query;
        query.pattern = pattern.regex;
        book.setQuery(query);
        QCOMPARE(book.view(0, 1, 0, false).matches, pattern.count);
    }
}

void TestLogBook::savingGivesBackTheSource() {
    LogBook book(small());
    QByteArray whole;
    for (int i = 0; i < 700; ++i) {
        const QByteArray line = lineAt(start + i * 10, "INFO", "n " + QByteArray::number(i));
        whole += line;
        book.append(0, line, start);
        book.append(1, lineAt(start + i * 10 + 5, "INFO", "other"), start);
    }
    QBuffer out;
    QVERIFY(out.open(QIODevice::WriteOnly));
    QVERIFY(book.save(out, 0));
    QCOMPARE(out.data(), whole);
}

void TestLogBook::replacementsAreNoted() {
    LogBook book;
    book.append(0, lineAt(start, "INFO", "last words"), start);
    book.note(0, QStringLiteral("replaced"), start + 10);
    book.append(0, lineAt(start + 20, "INFO", "first words"), start + 30, true);
    LogQuery query;
    query.least = LogLevel::Error;
    book.setQuery(query);
    const LogView view = book.view(0, 10, 0, false);
    QCOMPARE(view.total, 1);
    QVERIFY(view.rows.front().line.note);
}

MESOSCOPE_TEST_MAIN(TestLogBook)
#include "tst_log_book.moc"
