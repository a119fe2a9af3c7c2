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

/// Of the list of all tasks what events tell: no event says when an unreachable task is given up for good, and
/// containers of pods are not in that list.
QStringList toldTasks(QList<Instance> tasks) {
    tasks.removeIf([](const Instance& t) {
        return t.state == QLatin1String("TASK_UNREACHABLE") || !t.taskId.contains(QLatin1String("._app."));
    });
    return liveTasks(tasks);
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

    using Check = std::function<bool(const ma::EventPicture&)>;
    /// What the picture must agree with at some place between two offsets.
    struct Moment {
        QString name;
        qsizetype from = 0;
        qsizetype to = 0;
        Check agrees;
        bool met = false;
    };

    /// How the stream comes: as it was, each event twice, or cut again and again, the events before the cut once more.
    enum class Way { Whole, Twice, CutAndRepeated };

    /// Every recorded answer of the moments that `checkFor` has something to compare with.
    QList<Moment> moments(const std::function<Check(const test::Recorded&)>& checkFor) {
        QHash<QString, const test::Recorded*> byName;
        for (const test::Recorded& r : answers_)
            byName.insert(r.name, &r);
        QList<Moment> out;
        for (const QByteArray& line : test::fixture(s("marathon/events.moments.tsv")).split('\n')) {
            const QList<QByteArray> cells = line.split('\t');
            const test::Recorded* r = byName.value(QString::fromUtf8(cells.first()));
            if (!r || r->status != 200 || r->method != "GET" || r->contentType != "application/json")
                continue;
            if (const Check check = checkFor(*r))
                out.append({r->name, cells.at(1).toLongLong(), cells.at(2).toLongLong(), check});
        }
        return out;
    }

    /// Where each event ends, in bytes of the recording with its head.
    QList<qsizetype> ends() const {
        QList<qsizetype> out;
        const QByteArray end = "}\r\n\r\n";
        for (qsizetype at = stream_.raw.indexOf(end, stream_.bodyAt); at >= 0; at = stream_.raw.indexOf(end, at + 1))
            out.append(at + end.size());
        return out;
    }

    /// Follows the stream and asks every moment in its time; the names of those that were never met.
    QStringList unmet(QList<Moment> wanted, Way way) {
        const QList<ma::Event> events = whole();
        const QList<qsizetype> ended = ends();
        if (ended.size() != events.size())
            return {s("events are not where they are looked for")};
        ma::EventPicture picture;
        const auto ask = [&](qsizetype at, qsizetype next) {
            for (Moment& m : wanted) {
                if (!m.met && at <= m.to && next > m.from)
                    m.met = m.agrees(picture);
            }
        };
        ask(0, ended.first());
        for (qsizetype i = 0; i < events.size(); ++i) {
            constexpr qsizetype between = 97;
            constexpr qsizetype again = 12;
            if (way == Way::CutAndRepeated && i % between == 0) {
                for (qsizetype old = std::max<qsizetype>(0, i - again); old < i; ++old)
                    picture.apply(events.at(old), 1);
            }
            picture.apply(events.at(i), 1);
            if (way == Way::Twice)
                picture.apply(events.at(i), 1);
            ask(ended.at(i), i + 1 < ended.size() ? ended.at(i + 1) : stream_.raw.size() + 1);
        }
        QStringList out;
        for (const Moment& m : std::as_const(wanted)) {
            if (!m.met)
                out.append(m.name);
        }
        return out;
    }

    static void ways() {
        QTest::addColumn<int>("way");
        QTest::newRow("whole") << int(Way::Whole);
        QTest::newRow("each event twice") << int(Way::Twice);
        QTest::newRow("cut and repeated") << int(Way::CutAndRepeated);
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

    void deploymentsAgreeWithTheAnswers_data() { ways(); }
    void deploymentsAgreeWithTheAnswers() {
        QFETCH(const int, way);
        const QList<Moment> all = moments([](const test::Recorded& r) -> Check {
            if (r.path != "/v2/deployments")
                return {};
            const QStringList wanted = runningDeployments(*ma::decodeDeployments(r.body));
            return
                [wanted](const ma::EventPicture& p) { return runningDeployments(p.deployments().values()) == wanted; };
        });
        QVERIFY(all.size() > 20);
        QCOMPARE(unmet(all, Way(way)).join(QLatin1Char(0x20)), QString());
    }

    /// Lists of one app's tasks, of all tasks, and the tasks inside apps.
    void tasksAgreeWithTheAnswers_data() { ways(); }
    void tasksAgreeWithTheAnswers() {
        QFETCH(const int, way);
        const QList<Moment> all = moments([](const test::Recorded& r) -> Check {
            const QString path = QString::fromUtf8(r.path);
            if (path == QLatin1String("/v2/tasks")) {
                const QStringList wanted = toldTasks(*ma::decodeTasks(r.body));
                return [wanted](const ma::EventPicture& p) { return toldTasks(p.tasks().values()) == wanted; };
            }
            if (!path.startsWith(QLatin1String("/v2/apps/")) || path.contains(QLatin1Char('*')))
                return {};
            const bool list = path.endsWith(QLatin1String("/tasks"));
            const auto app = ma::decodeApp(r.body);
            if (!list && !app)
                return {};
            const QString id = list ? path.mid(8).chopped(6) : app->app->id;
            const QStringList wanted = liveTasks(list ? *ma::decodeTasks(r.body) : app->tasks);
            return [id, wanted](const ma::EventPicture& p) { return liveTasks(p.tasksOf(id)) == wanted; };
        });
        QVERIFY2(all.size() > 60, qPrintable(QString::number(all.size())));
        QCOMPARE(unmet(all, Way(way)).join(QLatin1Char(0x20)), QString());
    }

    /// Which deployments hold an app, as the app itself says it.
    void locksAgreeWithTheAnswers_data() { ways(); }
    void locksAgreeWithTheAnswers() {
        QFETCH(const int, way);
        const QList<Moment> all = moments([](const test::Recorded& r) -> Check {
            const auto app = r.path.startsWith("/v2/apps/")
                                 ? ma::decodeApp(r.body)
                                 : base::Result<ma::AppWithTasks>(tl::unexpected(base::Error()));
            if (!app)
                return {};
            return [id = app->app->id, wanted = app->app->deployments](const ma::EventPicture& p) {
                QStringList held;
                for (const Deployment& d : p.deployments()) {
                    if (d.affectedApps.contains(id))
                        held.append(d.id);
                }
                return held == wanted;
            };
        });
        QVERIFY(all.size() > 40);
        QCOMPARE(unmet(all, Way(way)).join(QLatin1Char(0x20)), QString());
    }

    /// A connection that begins anywhere starts from what is read, and then agrees like one that was always there.
    void aLateListenerAgreesWithTheAnswers() {
        const QList<ma::Event> events = whole();
        for (const qsizetype from : {events.size() / 4, events.size() / 2, events.size() * 3 / 4}) {
            ma::EventPicture always;
            for (qsizetype i = 0; i < from; ++i)
                always.apply(events.at(i), 1);
            ma::EventPicture late;
            late.setDeployments(always.deployments().values(), 1);
            QSet<QString> apps;
            for (const Instance& t : always.tasks())
                apps.insert(t.appId);
            for (const QString& app : std::as_const(apps))
                late.setTasksOf(app, always.tasksOf(app));
            for (qsizetype i = from; i < events.size(); ++i) {
                always.apply(events.at(i), 1);
                late.apply(events.at(i), 1);
                QCOMPARE(late.tasks().size(), always.tasks().size());
            }
            QCOMPARE(late.tasks(), always.tasks());
            QCOMPARE(late.deployments(), always.deployments());
        }
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
