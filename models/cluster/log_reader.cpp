#include "models/cluster/log_reader.h"

#include "models/net/rate_meter.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>
#include <QTimer>

namespace mesoscope::cluster {

namespace {

constexpr int showEveryMs = 60;
constexpr qint64 patternsEveryMs = 1'000;
constexpr int buckets = 180;

/// The task's name in words a file system takes.
QString fileName(const QString& task, const QString& file) {
    QString name = task + QLatin1Char('.') + file.section(QLatin1Char('/'), -1) + QStringLiteral(".log");
    for (QChar& c : name) {
        if (!c.isLetterOrNumber() && c != QLatin1Char('.') && c != QLatin1Char('-') && c != QLatin1Char('_'))
            c = QLatin1Char('_');
    }
    return name;
}

} // namespace

/// The part on the thread of the lines.
class LogDesk : public QObject {
    Q_OBJECT
public:
    explicit LogDesk(const base::Clock& clock) : clock_(clock), show_(this), work_(this) {
        show_.setSingleShot(true);
        connect(&show_, &QTimer::timeout, this, &LogDesk::show);
        work_.setInterval(0);
        connect(&work_, &QTimer::timeout, this, [this] {
            if (!book_.work())
                work_.stop();
            later();
        });
    }

    void append(int source, const QByteArray& bytes, bool restarted) {
        book_.append(source, bytes, clock_.wallMs(), restarted);
        rate_.add(clock_.steadyMs(), double(bytes.count('\n')));
        stale_ = true;
        later();
    }
    void note(int source, const QString& text) {
        book_.note(source, text, clock_.wallMs());
        stale_ = true;
        later();
    }
    void setQuery(const master::LogQuery& query) {
        book_.setQuery(query);
        stale_ = true;
        patternsAt_ = 0;
        work_.start();
        show();
    }
    void setWindow(qint64 first, int count) {
        first_ = first;
        count_ = count;
        show();
    }
    void setPaused(bool paused) {
        paused_ = paused;
        show();
    }
    void findMatch(qint64 from, bool backwards) { Q_EMIT matchFound(book_.findMatch(from, backwards)); }
    void findTime(qint64 ms) { Q_EMIT matchFound(book_.rowAt(ms)); }
    void save(const QString& folder, const QList<QPair<int, QString>>& files);

Q_SIGNALS:
    void viewChanged(const mesoscope::cluster::LogViewPtr& view, double linesPerSecond);
    void matchFound(qint64 row);
    void saved(const QString& folder, int files, const QString& problem);

private:
    void later() {
        if (!paused_ && (!show_.isActive() || show_.remainingTime() > showEveryMs))
            show_.start(showEveryMs);
    }
    void show() {
        const qint64 now = clock_.steadyMs();
        const bool fresh = stale_ && now >= patternsAt_;
        auto view = std::make_shared<master::LogView>(book_.view(first_, count_, buckets, fresh));
        if (fresh) {
            patternsAt_ = now + patternsEveryMs;
            patterns_ = view->patterns;
            others_ = view->otherPatterns;
            stale_ = false;
        } else {
            view->patterns = patterns_;
            view->otherPatterns = others_;
            if (stale_ && !show_.isActive() && !paused_)
                show_.start(int(patternsEveryMs));
        }
        Q_EMIT viewChanged(view, rate_.perSecond(now));
    }

    const base::Clock& clock_;
    master::LogBook book_;
    net::RateMeter rate_;
    QTimer show_;
    QTimer work_;
    qint64 first_ = -1;
    int count_ = 60;
    qint64 patternsAt_ = 0;
    std::vector<master::LogPattern> patterns_;
    int others_ = 0;
    bool stale_ = false;
    bool paused_ = false;
};

void LogDesk::save(const QString& folder, const QList<QPair<int, QString>>& files) {
    int done = 0;
    for (const auto& [source, name] : files) {
        QSaveFile file(QDir(folder).filePath(name));
        if (!file.open(QIODevice::WriteOnly) || !book_.save(file, source) || !file.commit()) {
            Q_EMIT saved(folder, done, file.errorString());
            return;
        }
        ++done;
    }
    Q_EMIT saved(folder, done, {});
}

LogReader::LogReader(Session& session, const base::Clock& clock, const TailWish& wish, QObject* parent)
    : QObject(parent), tail_(new LogTail(session, wish, this)), desk_(new LogDesk(clock)) {
    desk_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, desk_, &QObject::deleteLater);
    connect(desk_, &LogDesk::viewChanged, this, [this](const LogViewPtr& view, double rate) {
        rate_ = rate;
        Q_EMIT viewChanged(view);
    });
    connect(desk_, &LogDesk::matchFound, this, &LogReader::matchFound);
    connect(desk_, &LogDesk::saved, this, &LogReader::saved);
    connect(tail_, &LogTail::appended, this, [this](int log, int file, const QByteArray& bytes, bool restarted) {
        const int source = log * int(tail_->wish().files.size()) + file;
        toDesk([=](LogDesk& desk) { desk.append(source, bytes, restarted); });
    });
    connect(tail_, &LogTail::replaced, this, [this](int log) {
        const TailedLog& now = tail_->logs().at(log);
        const QString text =
            tr("%1 ended, its log ends there. From here on the replacement, %2").arg(now.beforeHost, now.host);
        toDesk([=, source = log * int(tail_->wish().files.size())](LogDesk& desk) { desk.note(source, text); });
    });
    thread_.setObjectName(QStringLiteral("log"));
    thread_.start();
}

LogReader::~LogReader() {
    delete tail_;
    thread_.quit();
    thread_.wait();
}

int LogReader::logOfSource(int source) const {
    return source / std::max(1, int(tail_->wish().files.size()));
}

void LogReader::toDesk(std::function<void(LogDesk&)> work) {
    QMetaObject::invokeMethod(
        desk_, [desk = desk_, work = std::move(work)] { work(*desk); }, Qt::QueuedConnection);
}

void LogReader::setQuery(const master::LogQuery& query) {
    toDesk([query](LogDesk& desk) { desk.setQuery(query); });
}

void LogReader::setWindow(qint64 first, int count) {
    toDesk([=](LogDesk& desk) { desk.setWindow(first, count); });
}

void LogReader::setPaused(bool paused) {
    paused_ = paused;
    toDesk([paused](LogDesk& desk) { desk.setPaused(paused); });
}

void LogReader::findMatch(qint64 from, bool backwards) {
    toDesk([=](LogDesk& desk) { desk.findMatch(from, backwards); });
}

void LogReader::findTime(qint64 ms) {
    toDesk([ms](LogDesk& desk) { desk.findTime(ms); });
}

void LogReader::save(const QString& folder) {
    const QStringList& files = tail_->wish().files;
    QList<QPair<int, QString>> list;
    for (int log = 0; log < tail_->logs().size(); ++log) {
        for (int file = 0; file < files.size(); ++file)
            list.append({log * int(files.size()) + file, fileName(tail_->logs().at(log).task, files.at(file))});
    }
    toDesk([=](LogDesk& desk) { desk.save(folder, list); });
}

} // namespace mesoscope::cluster

#include "log_reader.moc"
