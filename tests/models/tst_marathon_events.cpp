// The recorded event stream of a real Marathon, served whole, in pieces and cut: understood to the last event, and what
// is followed from it agrees with what the server answered at the same moments.
#include "models/net/sse_parser.h"
#include "models/scheduler/marathon/decode.h"
#include "models/scheduler/marathon/events.h"
#include "models/scheduler/marathon/ids.h"
#include "tests/support/harness.h"
#include "tests/support/recorded.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace mesoscope;
using namespace mesoscope::scheduler;
namespace ma = mesoscope::scheduler::marathon;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

/// The stream without the HTTP head, and where each event ends (offsets with the head).
struct Stream {
    QByteArray raw = test::fixture(s("marathon/events.raw"));
    qsizetype bodyAt = raw.indexOf("\r\n\r\n") + 4;
    QByteArray body = raw.mid(bodyAt);
};

struct Reader {
    QList<ma::Event> events;
    QStringList failures;
    net::SseParser parser;
    Reader() {
        parser.onEvent = [this](const net::SseEvent& e) {
            auto event = ma::decodeEvent(e.type, e.data);
            if (event)
                events.append(*event);
            else
                failures.append(event.error().sentence);
        };
    }
    void feed(QByteArrayView bytes) {
        if (!parser.feed(std::string_view(bytes.data(), std::size_t(bytes.size()))))
            failures.append(s("parser"));
    }
};

QStringList liveTasks(const QList<Instance>& tasks) {
    QStringList out;
    for (const Instance& t : tasks) {
        // A task that was only prepared is listed as staging although no status was ever sent for it.
        if (!ma::isTerminal(t.state) && t.state != QLatin1String("TASK_STAGING"))
            out.append(t.taskId + QLatin1Char(' ') + t.state + QLatin1Char(' ') + t.host);
    }
    out.sort();
    return out;
}

QStringList runningDeployments(const QList<Deployment>& list) {
    QStringList out;
    for (const Deployment& d : list) {
        QStringList actions;
        for (const DeploymentAction& a : d.currentActions)
            actions.append(a.action + a.app);
        actions.sort();
        if (d.currentStep > 0)
            out.append(d.id + QLatin1Char(' ') + QString::number(d.currentStep) + actions.join(QLatin1Char(',')));
    }
    out.sort();
    return out;
}

} // namespace

class TestMarathonEvents : public QObject {
    Q_OBJECT
private:
    Stream stream_;
    QList<test::Recorded> answers_ = test::recordedAnswers(s("marathon/answers.txt"));

    QList<ma::Event> whole() {
        Reader r;
        r.feed(stream_.body);
        return r.events;
    }

    /// Whether the picture agrees with the answer somewhere between the two offsets.
    bool agrees(const QString& name, qsizetype from, qsizetype to,
                const std::function<bool(const ma::EventPicture&)>& same) {
        Reader reader;
        ma::EventPicture picture;
        qsizetype applied = 0;
        const auto step = [&](qsizetype a, qsizetype b) {
            reader.feed(QByteArrayView(stream_.body).sliced(a - stream_.bodyAt, b - a));
            for (; applied < reader.events.size(); ++applied)
                picture.apply(reader.events.at(applied), 1);
        };
        step(stream_.bodyAt, from);
        if (same(picture))
            return true;
        for (qsizetype at = from; at < to;) {
            const qsizetype end = stream_.raw.indexOf("\r\n\r\n", at);
            const qsizetype next = end < 0 || end + 4 > to ? to : end + 4;
            step(at, next);
            at = next;
            if (same(picture))
                return true;
        }
        qWarning("%s does not agree", qPrintable(name));
        return false;
    }

private Q_SLOTS:
    void everyEventIsUnderstood() {
        Reader r;
        r.feed(stream_.body);
        QVERIFY2(r.failures.isEmpty(), qPrintable(r.failures.value(0)));
        const qsizetype frames = stream_.body.count("\r\ndata: ");
        QCOMPARE(r.events.size(), frames);
        QVERIFY(frames > 3800);
        QHash<QString, int> kinds;
        for (const ma::Event& e : r.events) {
            QVERIFY2(e.timestampMs > 0, qPrintable(e.type));
            ++kinds[e.type];
            const bool known = e.kind != ma::EventKind::Other || e.type == s("framework_message_event");
            QVERIFY2(known, qPrintable(e.type));
        }
        QVERIFY(kinds.size() >= 23);
        QCOMPARE(r.events.last().type, s("scheduler_disconnected_event"));
    }

    void fieldsAreThoseOfTheText() {
        Reader r;
        QList<QJsonObject> texts;
        net::SseParser plain;
        plain.onEvent = [&](const net::SseEvent& e) {
            texts.append(QJsonDocument::fromJson(QByteArray(e.data.data(), qsizetype(e.data.size()))).object());
        };
        QVERIFY(plain.feed(std::string_view(stream_.body.constData(), std::size_t(stream_.body.size()))));
        r.feed(stream_.body);
        QCOMPARE(texts.size(), r.events.size());
        for (qsizetype i = 0; i < texts.size(); ++i) {
            const ma::Event& e = r.events.at(i);
            const QJsonObject o = texts.at(i);
            if (e.kind == ma::EventKind::StatusUpdate) {
                QCOMPARE(e.taskId, o[s("taskId")].toString());
                QCOMPARE(e.state, o[s("taskStatus")].toString());
                QCOMPARE(e.appId, o[s("appId")].toString());
                QCOMPARE(e.host, o[s("host")].toString());
                QCOMPARE(e.message, o[s("message")].toString());
                QCOMPARE(ma::appOfTask(e.taskId.toStdString()), e.appId);
            }
            if (o.contains(s("plan"))) {
                QCOMPARE(e.deploymentId, o[s("plan")][s("id")].toString());
                QCOMPARE(e.steps.size(), o[s("plan")][s("steps")].toArray().size());
            }
            if (o.contains(s("reason")))
                QCOMPARE(e.message, o[s("reason")].toString());
            if (o.contains(s("runSpecId")))
                QCOMPARE(e.appId, o[s("runSpecId")].toString());
        }
    }

    void piecesMakeNoDifference_data() {
        QTest::addColumn<int>("piece");
        for (const int piece : {1, 2, 7, 1460, 65'536})
            QTest::addRow("%d", piece) << piece;
    }
    void piecesMakeNoDifference() {
        QFETCH(const int, piece);
        // One-byte pieces of everything would only be slow; the beginning holds every kind of frame.
        const QByteArray part = piece < 10 ? stream_.body.left(150'000) : stream_.body;
        Reader expected;
        expected.feed(part);
        Reader r;
        for (qsizetype at = 0; at < part.size(); at += piece)
            r.feed(QByteArrayView(part).sliced(at, std::min<qsizetype>(piece, part.size() - at)));
        QCOMPARE(r.events, expected.events);
    }

    void cutAnywhereLosesOnlyTheLastEvent() {
        const QByteArray part = stream_.body.left(12'000);
        Reader all;
        all.feed(part);
        for (qsizetype cut = 0; cut < part.size(); cut += 13) {
            Reader r;
            r.feed(QByteArrayView(part).first(cut));
            QVERIFY(r.failures.isEmpty());
            QCOMPARE(r.events.size(),
                     part.first(cut).count("}\r\n\r\n") + (part.first(cut).endsWith("}\r\n\r") ? 1 : 0));
        }
    }

    void deploymentsAgreeWithTheAnswers() {
        int compared = 0;
        for (const QByteArray& line : test::fixture(s("marathon/events.moments.tsv")).split('\n')) {
            const QList<QByteArray> cells = line.split('\t');
            const auto r = std::find_if(answers_.begin(), answers_.end(), [&](const test::Recorded& a) {
                return a.name.toUtf8() == cells.first() && a.path == "/v2/deployments" &&
                       a.contentType == "application/json";
            });
            if (r == answers_.end())
                continue;
            const QStringList wanted = runningDeployments(*ma::decodeDeployments(r->body));
            QVERIFY(agrees(r->name, cells.at(1).toLongLong(), cells.at(2).toLongLong(), [&](const ma::EventPicture& p) {
                return runningDeployments(p.deployments().values()) == wanted;
            }));
            ++compared;
        }
        QVERIFY(compared > 20);
    }

    void tasksAgreeWithTheAnswers() {
        int compared = 0;
        for (const QByteArray& line : test::fixture(s("marathon/events.moments.tsv")).split('\n')) {
            const QList<QByteArray> cells = line.split('\t');
            const auto r = std::find_if(answers_.begin(), answers_.end(), [&](const test::Recorded& a) {
                return a.name.toUtf8() == cells.first() && a.path.startsWith("/v2/apps/") &&
                       a.path.endsWith("/tasks") && !a.path.contains('*') && a.contentType == "application/json";
            });
            if (r == answers_.end())
                continue;
            const QString app = QString::fromUtf8(r->path).mid(8).chopped(6);
            const QStringList wanted = liveTasks(*ma::decodeTasks(r->body));
            QVERIFY(agrees(r->name, cells.at(1).toLongLong(), cells.at(2).toLongLong(),
                           [&](const ma::EventPicture& p) { return liveTasks(p.tasksOf(app)) == wanted; }));
            ++compared;
        }
        QVERIFY(compared > 8);
    }

    void repeatedEventsChangeNothing() {
        ma::EventPicture once;
        ma::EventPicture twice;
        for (const ma::Event& e : whole().first(400)) {
            once.apply(e, 5);
            twice.apply(e, 5);
            twice.apply(e, 5);
        }
        QCOMPARE(twice.tasks(), once.tasks());
        QCOMPARE(twice.deployments(), once.deployments());
    }

    void wordsAreForPeople() {
        int withWords = 0;
        for (const ma::Event& e : whole()) {
            const ma::EventWords words = ma::wordsFor(e);
            withWords += words.text.isEmpty() ? 0 : 1;
            QVERIFY(!words.text.contains(s("%1")) && !words.text.contains(s("TASK_")));
            if (e.kind == ma::EventKind::StatusUpdate && e.state == s("TASK_RUNNING"))
                QVERIFY(words.text.contains(e.host) && words.object == e.appId);
        }
        QVERIFY(withWords > 500);
    }

    void unknownAndBrokenEvents() {
        const auto unknown = ma::decodeEvent("brand_new_event", "{\"eventType\":\"brand_new_event\",\"x\":[1,2,{}]}");
        QVERIFY(unknown);
        QCOMPARE(unknown->kind, ma::EventKind::Other);
        QVERIFY(ma::wordsFor(*unknown).text.isEmpty());
        QVERIFY(!ma::decodeEvent("status_update_event", "{\"taskId\":\"a"));
        QVERIFY(!ma::decodeEvent("status_update_event", ""));
        const auto odd =
            ma::decodeEvent("status_update_event", "{\"taskId\":5,\"ports\":{},\"host\":null,\"plan\":[]}");
        QVERIFY(odd && odd->taskId.isEmpty());
    }

    void progressIsNoticed() {
        ma::EventPicture p;
        Deployment d;
        d.id = s("x");
        d.affectedApps = {s("/a")};
        d.currentStep = 1;
        p.setDeployments({d}, 1000);
        p.setDeployments({d}, 2000);
        QCOMPARE(p.deployments().value(s("x")).firstSeenMs, 1000);
        QCOMPARE(p.deployments().value(s("x")).lastProgressMs, 1000);
        const auto e = ma::decodeEvent("status_update_event",
                                       "{\"taskId\":\"a.1\",\"appId\":\"/a\",\"taskStatus\":\"TASK_RUNNING\"}");
        p.apply(*e, 3000);
        QCOMPARE(p.deployments().value(s("x")).lastProgressMs, 3000);
    }
};

MESOSCOPE_TEST_MAIN(TestMarathonEvents)
#include "tst_marathon_events.moc"
