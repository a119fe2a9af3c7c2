#include "app/commands/logs.h"

#include <QDateTime>
#include <QJsonObject>

#include <algorithm>

namespace mesoscope::app::commands {

namespace {

constexpr int gatherMs = 400;
constexpr qint64 endOfFile = 1024 * 1024; ///< of each file, unless all is asked for
constexpr qint64 followFrom = 64 * 1024;
constexpr int mostInstances = 64;

const char* levelName(master::LogLevel level) {
    static constexpr const char* names[] = {"", "debug", "info", "warning", "error"};
    return names[std::size_t(level)];
}

QString letterless(const cluster::TailedLog& log) {
    return log.host.isEmpty() ? log.task : log.host;
}

} // namespace

void Logs::start() {
    const auto wrong = [this](const QString& sentence, const QString& advice) {
        complain({base::ErrorKind::Input, sentence, advice, {}, 0});
        finish(WrongUse);
    };
    if (arguments().operands.size() != 1)
        return wrong(QStringLiteral("mesoscope logs needs one app or one task."),
                     QStringLiteral("See mesoscope --help."));
    QString problem;
    if (!filter_.setPattern(arguments().value("grep"), true, &problem))
        return wrong(
            QStringLiteral("--grep: \"%1\" is no regular expression: %2.").arg(arguments().value("grep"), problem),
            QStringLiteral("The syntax is RE2's."));
    ClusterCommand::start();
}

bool Logs::choose(const cluster::Snapshot& snapshot, cluster::TailWish& wish) {
    const QString name = arguments().operands.front();
    const QString app = name.startsWith(QLatin1Char('/')) ? name : QLatin1Char('/') + name;
    const std::string wanted = app.toStdString();
    const auto isInstance = [&](cluster::Slot i) {
        return snapshot.tasks[i].live() && snapshot.tasks[i].app != 0 && snapshot.view(snapshot.tasks[i].app) == wanted;
    };
    if (snapshot.findTask(name.toStdString()) != cluster::noSlot) {
        wish.tasks = {name};
        return true;
    }
    for (cluster::Slot i = 0; i < snapshot.tasks.size(); ++i) {
        if (isInstance(i)) {
            wish.app = app;
            return true;
        }
    }
    if (snapshot.findApp(app) != cluster::noSlot)
        complain({base::ErrorKind::Input,
                  QStringLiteral("%1 has no running instance.").arg(app),
                  QStringLiteral("Name one of its ended tasks to read what it left."),
                  {},
                  0});
    else
        complain({base::ErrorKind::Input,
                  QStringLiteral("The cluster has no task and no app \"%1\".").arg(name),
                  QStringLiteral("mesoscope list tasks --filter TEXT finds the names."),
                  {},
                  0});
    finish(No);
    return false;
}

void Logs::ready(const cluster::Snapshot& snapshot) {
    cluster::TailWish wish;
    if (!choose(snapshot, wish))
        return;
    const bool follow = arguments().has("follow");
    wish.files = {arguments().value("file", QStringLiteral("stdout"))};
    const bool all = arguments().has("limit") && arguments().value("limit").toInt() == 0;
    wish.initialBytes = all ? std::numeric_limits<qint64>::max() / 2 : follow ? followFrom : endOfFile;
    wish.followReplacements = follow;
    wish.most = mostInstances;
    several_ = !wish.app.isEmpty();
    tail_ = std::make_unique<cluster::LogTail>(session(), wish);
    pause_.setSingleShot(true);
    pause_.setInterval(gatherMs);
    connect(&pause_, &QTimer::timeout, this, &Logs::flush);
    connect(tail_.get(), &cluster::LogTail::appended, this,
            [this, follow](int log, int, const QByteArray& bytes, bool restarted) {
                merge_.append(log, bytes, QDateTime::currentMSecsSinceEpoch(), restarted);
                if (follow && !pause_.isActive())
                    pause_.start();
            });
    connect(tail_.get(), &cluster::LogTail::replaced, this, [this](int log) {
        const cluster::TailedLog& now = tail_->logs().at(log);
        merge_.note(log,
                    QStringLiteral("%1 ended on %2; its place took %3 on %4")
                        .arg(now.before, now.beforeHost, now.task, now.host),
                    QDateTime::currentMSecsSinceEpoch());
        pause_.start();
    });
    connect(tail_.get(), &cluster::LogTail::logsChanged, this, [this] {
        for (int i = 0; i < tail_->logs().size(); ++i)
            warn(i);
    });
    connect(tail_.get(), &cluster::LogTail::skipped, this, [this](int log, int, qint64 bytes) {
        if (!arguments().has("follow"))
            complain(
                {base::ErrorKind::Limit,
                 QStringLiteral("The first %1 bytes of %2 are left out.").arg(bytes).arg(tail_->logs().at(log).task),
                 QStringLiteral("--limit 0 reads everything."),
                 {},
                 0});
    });
    connect(tail_.get(), &cluster::LogTail::caughtUp, this, [this, follow] {
        if (!follow)
            merge_.finishLines(QDateTime::currentMSecsSinceEpoch());
        flush();
        if (!follow)
            end();
    });
}

/// A log that can't be read is told once; the others go on.
void Logs::warn(int log) {
    const cluster::TailedLog& state = tail_->logs().at(log);
    if (state.state != cluster::TailedLog::State::Failed || told_)
        return;
    told_ = true;
    base::Error problem = state.problem;
    problem.sentence = QStringLiteral("%1: %2").arg(state.task, problem.sentence);
    complain(problem);
}

void Logs::flush() {
    if (merge_.dropped() > lost_)
        complain(
            {base::ErrorKind::Limit,
             QStringLiteral("%1 older lines are left out: they don't fit into memory.").arg(merge_.dropped() - lost_),
             QStringLiteral("Read fewer instances at once."),
             {},
             0});
    lost_ = merge_.dropped();
    const std::size_t limit = arguments().value("limit").toUInt();
    std::size_t left = merge_.lines().size();
    for (const master::LogLine& line : merge_.lines()) {
        if (limit == 0 || arguments().has("follow") || left <= limit)
            printLine(line);
        --left;
    }
    merge_.forgetLines();
}

void Logs::printLine(const master::LogLine& line) {
    if (!line.note && !filter_.matchesPattern(line.text))
        return;
    const cluster::TailedLog log = tail_->logs().value(line.source);
    if (arguments().json()) {
        printJson(QJsonObject{
            {QStringLiteral("at"), QDateTime::fromMSecsSinceEpoch(line.timeMs, Qt::UTC).toString(Qt::ISODateWithMs)},
            {QStringLiteral("task"), log.task},
            {QStringLiteral("host"), log.host},
            {QStringLiteral("level"), QString::fromLatin1(levelName(line.level))},
            {QStringLiteral("line"), line.text}});
        return;
    }
    if (line.note)
        return print(QStringLiteral("--- ") + line.text);
    print(several_ ? letterless(log) + QStringLiteral(" | ") + line.text : line.text);
}

void Logs::end() {
    const QList<cluster::TailedLog>& logs = tail_->logs();
    const bool none = std::all_of(logs.cbegin(), logs.cend(), [](const cluster::TailedLog& log) {
        return log.state == cluster::TailedLog::State::Failed;
    });
    finish(none ? No : Done);
}

} // namespace mesoscope::app::commands
