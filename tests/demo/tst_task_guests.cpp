// What works beside the streams on the session thread, against the demo cluster: tails of logs across a re-deployment,
// sandboxes, commands in containers.
#include "app/demo/cluster.h"
#include "models/cluster/details.h"
#include "models/cluster/log_reader.h"
#include "models/cluster/task_command.h"
#include "models/cluster/task_files.h"
#include "tests/support/harness.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace mesoscope;
using cluster::TailedLog;

namespace {

constexpr int patience = 20'000;

struct Rig {
    demo::Cluster demo;
    base::SystemClock clock;
    std::unique_ptr<cluster::Session> session;

    explicit Rig(bool readOnly = false)
        : demo([] {
              demo::Options options;
              options.agents = 12;
              options.apps = 6;
              options.tasks = 60;
              options.manualClock = true;
              return options;
          }()) {
        cluster::Connection connection;
        connection.name = QStringLiteral("demo");
        connection.readOnly = readOnly;
        connection.master = net::Endpoint{{QUrl(QString::fromStdString(demo.endpoints().master))}, {}, {}};
        connection.scheduler = net::Endpoint{{QUrl(QString::fromStdString(demo.endpoints().scheduler))}, {}, {}};
        session = std::make_unique<cluster::Session>(std::move(connection), clock, 5);
        QObject::connect(session.get(), &cluster::Session::updated, session.get(), [this] { session->take(); });
    }
    bool ready() {
        return QTest::qWaitFor(
            [this] { return session->current()->masterComplete && session->current()->schedulerComplete; }, patience);
    }
    /// Running tasks of the app with the most of them.
    QStringList instances() const {
        QMap<QString, QStringList> perApp;
        const cluster::Snapshot& s = *session->current();
        for (cluster::Slot i = 0; i < s.tasks.size(); ++i) {
            if (s.tasks[i].live() && s.tasks[i].app != 0)
                perApp[s.text(s.tasks[i].app)] << s.text(s.tasks[i].id);
        }
        return *std::max_element(perApp.cbegin(), perApp.cend(),
                                 [](const auto& a, const auto& b) { return a.size() < b.size(); });
    }
};

} // namespace

class TestTaskGuests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tailsAreMergedByTime();
    void theTailFollowsAReplacement();
    void aNewInstanceJoinsTheTailOfItsApp();
    void anUnknownTaskIsTold();
    void whatOnlyTheAgentTellsOfATask();
    void sandboxIsListedReadAndDownloaded();
    void commandsHaveOutputErrorsAndStatus();
    void aShellAnswersWhileItsInputIsOpen();
    void readOnlyRefusesCommands();
    void endingTheSessionEndsTheGuests();
};

void TestTaskGuests::tailsAreMergedByTime() {
    Rig rig;
    QVERIFY(rig.ready());
    cluster::TailWish wish;
    wish.tasks = rig.instances().mid(0, 3);
    QCOMPARE(wish.tasks.size(), 3);
    cluster::LogReader reader(*rig.session, rig.clock, wish);
    cluster::LogViewPtr view;
    connect(&reader, &cluster::LogReader::viewChanged, this, [&](const cluster::LogViewPtr& v) { view = v; });
    reader.setWindow(-1, 3000);
    const auto sources = [&] {
        QSet<int> seen;
        for (const auto& row : view ? view->rows : std::vector<master::LogRow>())
            seen.insert(row.line.source);
        return seen.size();
    };
    if (!QTest::qWaitFor([&] { return sources() == 3; }, patience)) {
        for (const TailedLog& log : reader.tail().logs())
            qInfo() << log.task << log.host << int(log.state) << log.problem.sentence;
        for (const auto& row : view ? view->rows : std::vector<master::LogRow>())
            qInfo() << row.line.source << row.line.text.left(60);
        QFAIL("not all logs came");
    }
    for (std::size_t i = 1; i < view->rows.size(); ++i)
        QVERIFY(view->rows[i - 1].line.timeMs <= view->rows[i].line.timeMs);
    for (const TailedLog& log : reader.tail().logs()) {
        QCOMPARE(log.state, TailedLog::State::Following);
        QVERIFY(!log.host.isEmpty() && !log.app.isEmpty());
    }
    const qint64 before = view->lines;
    rig.demo.advance(60);
    QVERIFY(QTest::qWaitFor([&] { return view->lines > before; }, patience));
    reader.setPaused(true);
    QTRY_VERIFY(reader.isPaused());
}

void TestTaskGuests::theTailFollowsAReplacement() {
    Rig rig;
    QVERIFY(rig.ready());
    const QString victim = rig.instances().first();
    cluster::TailWish wish;
    wish.tasks = {victim};
    cluster::LogReader reader(*rig.session, rig.clock, wish);
    cluster::LogViewPtr view;
    connect(&reader, &cluster::LogReader::viewChanged, this, [&](const cluster::LogViewPtr& v) { view = v; });
    reader.setWindow(-1, 400);
    QVERIFY(QTest::qWaitFor([&] { return view && view->lines > 0; }, patience));
    scheduler::Command kill;
    kill.verb = scheduler::Command::Verb::KillTasks;
    kill.targets = {victim};
    rig.session->perform({kill, {}});
    QVERIFY(QTest::qWaitFor(
        [&] {
            rig.demo.advance(2);
            return reader.tail().logs().first().before == victim &&
                   reader.tail().logs().first().state == TailedLog::State::Following;
        },
        patience));
    QCOMPARE(reader.tail().logs().size(), 1);
    QVERIFY(reader.tail().logs().first().task != victim);
    const auto noted = [&] {
        return std::any_of(view->rows.begin(), view->rows.end(), [](const auto& row) { return row.line.note; });
    };
    QVERIFY(QTest::qWaitFor(noted, patience));
    QVERIFY(view->rows.front().line.source == view->rows.back().line.source);
}

void TestTaskGuests::aNewInstanceJoinsTheTailOfItsApp() {
    Rig rig;
    QVERIFY(rig.ready());
    const cluster::SnapshotPtr before = rig.session->current();
    cluster::TailWish wish;
    wish.tasks = rig.instances();
    wish.app = before->text(before->tasks[before->findTask(wish.tasks.first().toStdString())].app);
    cluster::LogTail tail(*rig.session, wish);
    bool caughtUp = false;
    connect(&tail, &cluster::LogTail::caughtUp, this, [&] { caughtUp = true; });
    QVERIFY(QTest::qWaitFor([&] { return caughtUp; }, patience));
    const qsizetype count = tail.logs().size();
    QCOMPARE(count, wish.tasks.size()); // none twice
    scheduler::Command scale;
    scale.verb = scheduler::Command::Verb::Scale;
    scale.targets = {wish.app};
    scale.instances = int(count) + 1;
    rig.session->perform({scale, {}});
    QVERIFY(QTest::qWaitFor(
        [&] {
            rig.demo.advance(1);
            return tail.logs().size() == count + 1 && tail.logs().last().state == TailedLog::State::Following;
        },
        patience));
    QCOMPARE(tail.logs().last().app, wish.app);
    QVERIFY(!wish.tasks.contains(tail.logs().last().task));
}

void TestTaskGuests::anUnknownTaskIsTold() {
    Rig rig;
    QVERIFY(rig.ready());
    cluster::TailWish wish;
    wish.tasks = {QStringLiteral("nobody")};
    cluster::LogTail tail(*rig.session, wish);
    QVERIFY(QTest::qWaitFor([&] { return tail.logs().first().state == TailedLog::State::Failed; }, patience));
    QVERIFY(tail.logs().first().problem.sentence.contains(QStringLiteral("nobody")));
}

void TestTaskGuests::whatOnlyTheAgentTellsOfATask() {
    Rig rig;
    QVERIFY(rig.ready());
    cluster::Details details(*rig.session);
    QStringList answered;
    master::TaskDetail last;
    QString problem;
    connect(&details, &cluster::Details::taskRead, this,
            [&](const QString& task, const master::TaskDetail& detail, const QString& why) {
                answered << task;
                last = detail;
                problem = why;
            });
    const QString task = rig.instances().first();
    details.readTask(task);
    QVERIFY(QTest::qWaitFor([&] { return answered.size() == 1; }, patience));
    QCOMPARE(problem, QString());
    QCOMPARE(answered.first(), task);
    QCOMPARE(last.id, task);
    const cluster::SnapshotPtr kept = rig.session->current(); // the session goes on while the test waits
    const cluster::Snapshot& s = *kept;
    const cluster::TaskRow& row = s.tasks[s.findTask(task.toStdString())];
    const auto cpus = std::find_if(last.resources.cbegin(), last.resources.cend(),
                                   [](const master::Holding& h) { return h.name == QLatin1String("cpus"); });
    QVERIFY(cpus != last.resources.cend());
    QCOMPARE(float(cpus->amount), row.cpus);
    QStringList held;
    QString heldProblem = QStringLiteral("not asked");
    connect(&details, &cluster::Details::holdingsRead, this,
            [&](const QString& agent, const QList<master::Holding>& holdings, const QString& why) {
                held << agent;
                heldProblem = why;
                for (const master::Holding& h : holdings)
                    QVERIFY(h.isReserved() || !h.volumeId.isEmpty());
            });
    details.readHoldings(s.text(row.agentId));
    QVERIFY(QTest::qWaitFor([&] { return held.size() == 1; }, patience));
    QCOMPARE(held.first(), s.text(row.agentId));
    QCOMPARE(heldProblem, QString());
    details.readHoldings(QStringLiteral("nobody"));
    QVERIFY(QTest::qWaitFor([&] { return held.size() == 2; }, patience));
    QVERIFY(!heldProblem.isEmpty());
    details.readTask(QStringLiteral("nobody"));
    QVERIFY(QTest::qWaitFor([&] { return answered.size() == 2; }, patience));
    QVERIFY(!problem.isEmpty());
}

void TestTaskGuests::sandboxIsListedReadAndDownloaded() {
    Rig rig;
    QVERIFY(rig.ready());
    cluster::TaskFiles files(*rig.session, rig.instances().first());
    QList<master::SandboxFile> list;
    connect(&files, &cluster::TaskFiles::listed, this,
            [&](const QString&, const QString&, const QList<master::SandboxFile>& l, const base::Error&) { list = l; });
    files.list({});
    QVERIFY(QTest::qWaitFor([&] { return list.size() >= 2; }, patience));
    const auto out =
        std::find_if(list.cbegin(), list.cend(), [](const auto& f) { return f.name == QStringLiteral("stdout"); });
    QVERIFY(out != list.cend() && out->size > 0 && !out->directory && out->modifiedMs > 0);
    QByteArray bytes;
    connect(&files, &cluster::TaskFiles::pieceRead, this,
            [&](const QString&, qint64, const QByteArray& b, qint64, const base::Error&) { bytes = b; });
    files.read(out->path, 0, 100);
    QVERIFY(QTest::qWaitFor([&] { return bytes.size() == 100; }, patience));
    const QTemporaryDir folder;
    const QString local = folder.filePath(QStringLiteral("copy"));
    qint64 received = -1;
    base::Error problem;
    connect(&files, &cluster::TaskFiles::downloaded, this, [&](int, const QString&, qint64 n, const base::Error& why) {
        received = n;
        problem = why;
    });
    files.download(out->path, local);
    QVERIFY(QTest::qWaitFor([&] { return received >= 0; }, patience));
    QVERIFY2(problem.sentence.isEmpty(), qPrintable(problem.sentence));
    QFile copy(local);
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.size(), received);
    QCOMPARE(copy.read(100), bytes);
    received = -1;
    files.download(out->path, folder.filePath(QStringLiteral("no/such/folder/copy")));
    QVERIFY(QTest::qWaitFor([&] { return received == 0 && !problem.sentence.isEmpty(); }, patience));
    list.clear();
    base::Error missing;
    connect(&files, &cluster::TaskFiles::listed, this,
            [&](const QString&, const QString&, const QList<master::SandboxFile>&, const base::Error& why) {
                missing = why;
            });
    files.list(QStringLiteral("/no/such/directory"));
    QVERIFY(QTest::qWaitFor([&] { return !missing.sentence.isEmpty(); }, patience));
}

void TestTaskGuests::commandsHaveOutputErrorsAndStatus() {
    Rig rig;
    QVERIFY(rig.ready());
    cluster::TaskCommand command(*rig.session, rig.instances().first(), QStringLiteral("echo hello; nonsense; exit 3"),
                                 false);
    QByteArray out;
    QByteArray errors;
    int status = -2;
    connect(&command, &cluster::TaskCommand::output, this,
            [&](const QByteArray& bytes, bool isError) { (isError ? errors : out) += bytes; });
    connect(&command, &cluster::TaskCommand::finished, this, [&](int code) { status = code; });
    QVERIFY(QTest::qWaitFor([&] { return status != -2; }, patience));
    QCOMPARE(out, QByteArray("hello\n"));
    QVERIFY(errors.contains("not found"));
    QCOMPARE(status, 3);
}

void TestTaskGuests::aShellAnswersWhileItsInputIsOpen() {
    Rig rig;
    QVERIFY(rig.ready());
    cluster::TaskCommand command(*rig.session, rig.instances().first(), QStringLiteral("sh"), false);
    QByteArray out;
    int status = -2;
    connect(&command, &cluster::TaskCommand::output, this, [&](const QByteArray& bytes, bool) { out += bytes; });
    connect(&command, &cluster::TaskCommand::finished, this, [&](int code) { status = code; });
    command.write("echo one\n");
    QVERIFY(QTest::qWaitFor([&] { return out == "one\n"; }, patience));
    command.write("echo t");
    command.write("wo\n");
    QVERIFY(QTest::qWaitFor([&] { return out == "one\ntwo\n"; }, patience));
    QCOMPARE(status, -2);
    command.write("exit 7\n");
    QVERIFY(QTest::qWaitFor([&] { return status == 7; }, patience));
    cluster::TaskCommand ended(*rig.session, rig.instances().first(), QStringLiteral("sh"), false);
    int endStatus = -2;
    connect(&ended, &cluster::TaskCommand::finished, this, [&](int code) { endStatus = code; });
    ended.closeInput();
    QVERIFY(QTest::qWaitFor([&] { return endStatus == 0; }, patience));
}

void TestTaskGuests::readOnlyRefusesCommands() {
    Rig rig(true);
    QVERIFY(rig.ready());
    cluster::TaskCommand command(*rig.session, rig.instances().first(), QStringLiteral("echo hello"), false);
    base::Error why;
    connect(&command, &cluster::TaskCommand::failed, this, [&](const base::Error& e) { why = e; });
    QVERIFY(QTest::qWaitFor([&] { return !why.sentence.isEmpty(); }, patience));
    QCOMPARE(why.kind, base::ErrorKind::Refused);
}

void TestTaskGuests::endingTheSessionEndsTheGuests() {
    Rig rig;
    QVERIFY(rig.ready());
    cluster::TailWish wish;
    wish.tasks = rig.instances();
    cluster::LogReader reader(*rig.session, rig.clock, wish);
    cluster::TaskFiles files(*rig.session, wish.tasks.first());
    QVERIFY(
        QTest::qWaitFor([&] { return reader.tail().logs().first().state == TailedLog::State::Following; }, patience));
    rig.session.reset();
    files.list({});
    reader.tail().add({QStringLiteral("another")});
    QTest::qWait(50);
}

MESOSCOPE_TEST_MAIN(TestTaskGuests)
#include "tst_task_guests.moc"
