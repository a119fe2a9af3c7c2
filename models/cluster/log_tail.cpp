#include "models/cluster/log_tail.h"

#include "models/cluster/guest.h"
#include "models/master/sandbox.h"

#include <QCoreApplication>
#include <algorithm>
#include <memory>
#include <set>
#include <vector>

namespace mesoscope::cluster {

namespace {

/// How often ended tasks are looked after and new instances are sought: it walks over all tasks.
constexpr qint64 searchEveryMs = 1'000;

base::Error notKnown(const QString& task) {
    return {base::ErrorKind::Input,
            QCoreApplication::translate("mesoscope::cluster::LogTail",
                                        "The master knows no task %1, or not on which agent it ran.")
                .arg(task),
            QCoreApplication::translate("mesoscope::cluster::LogTail",
                                        "Its sandbox can be read as long as its agent is registered."),
            {},
            0};
}

} // namespace

/// The part on the session thread.
class TailGuest final : public Guest {
    Q_OBJECT
public:
    explicit TailGuest(TailWish wish) : wish_(std::move(wish)) {}

    void begin(const MasterAccess& access) override { access_ = access; }
    void observe(const SnapshotPtr& snapshot) override;
    void setFollowReplacements(bool on) { wish_.followReplacements = on; }
    void add(const QStringList& tasks);

Q_SIGNALS:
    void logsChanged(const QList<mesoscope::cluster::TailedLog>& logs);
    void appended(int log, int file, const QByteArray& bytes, bool restarted);
    void replaced(int log);
    void skipped(int log, int file, qint64 bytes);
    void caughtUp();

private:
    struct File {
        std::unique_ptr<master::FileTail> tail;
        bool atEnd = false;
        bool inLine = false; ///< the first bytes belong to a line whose beginning was left out
    };
    struct Lane {
        TailedLog log;
        StringId id = 0;
        Slot slot = noSlot; ///< where it was found last
        std::unique_ptr<master::Sandbox> sandbox;
        std::vector<File> files;
        bool first = true; ///< of its letter: a replacement is read from its beginning
    };

    void look(const SnapshotPtr& snapshot);
    static Slot find(Lane& lane, const Snapshot& snapshot);
    void addInstances(const Snapshot& snapshot);
    void open(int index, const Snapshot& snapshot, const TaskRow& task);
    void openFiles(int index, qint64 initialBytes);
    void follow(int index, int file, const QString& path, qint64 initialBytes);
    void takeBytes(int index, int file, const QByteArray& bytes, bool restarted);
    void seekReplacement(int index, const Snapshot& snapshot);
    void fail(int index, const base::Error& why);
    void ended(int index, int file);
    bool isTailed(StringId task) const;
    void tell();

    TailWish wish_;
    MasterAccess access_;
    SnapshotPtr snapshot_;
    std::vector<Lane> lanes_;
    std::set<StringId> seen_; ///< instances that ran beside the ones that are followed: no replacements
    qint64 searchAt_ = 0;
    bool begun_ = false;
    bool caughtUp_ = false;
};

void TailGuest::observe(const SnapshotPtr& snapshot) {
    snapshot_ = snapshot;
    if (!snapshot->masterComplete || !access_.client)
        return;
    const qint64 now = access_.clock->steadyMs();
    if (begun_ && now < searchAt_)
        return;
    searchAt_ = now + searchEveryMs;
    look(snapshot);
}

void TailGuest::look(const SnapshotPtr& snapshot) {
    if (!begun_) {
        begun_ = true;
        for (const QString& task : std::as_const(wish_.tasks))
            lanes_.push_back({{task, {}, {}, {}, {}, TailedLog::State::Waiting, {}, {}}, 0, noSlot, {}, {}, true});
    }
    if (!wish_.app.isEmpty() && (wish_.followReplacements || !caughtUp_))
        addInstances(*snapshot);
    bool changed = false;
    for (int i = 0; i < int(lanes_.size()); ++i) {
        Lane& lane = lanes_[std::size_t(i)];
        const TailedLog before = lane.log;
        const Slot slot = find(lane, *snapshot);
        if (slot == noSlot) {
            if (!lane.sandbox)
                fail(i, notKnown(lane.log.task));
            else if (lane.log.state == TailedLog::State::Following)
                lane.log.state = TailedLog::State::Ended;
        } else if (!lane.sandbox) {
            open(i, *snapshot, snapshot->tasks[slot]);
        } else if (!snapshot->tasks[slot].live() && lane.log.state == TailedLog::State::Following) {
            lane.log.state = TailedLog::State::Ended;
        }
        if (slot != noSlot)
            lane.log.taskState = snapshot->tasks[slot].state;
        const bool gone = slot == noSlot || !snapshot->tasks[slot].live() ||
                          snapshot->tasks[slot].state == master::TaskState::Unreachable;
        if (gone && wish_.followReplacements && lane.id != 0)
            seekReplacement(i, *snapshot);
        changed |= !(before == lanes_[std::size_t(i)].log);
    }
    if (changed)
        tell();
}

Slot TailGuest::find(Lane& lane, const Snapshot& snapshot) {
    const bool same = lane.id != 0 && lane.slot < snapshot.tasks.size() && snapshot.tasks[lane.slot].id == lane.id;
    if (!same)
        lane.slot = snapshot.findTask(lane.log.task.toStdString());
    return lane.slot;
}

bool TailGuest::isTailed(StringId task) const {
    return std::any_of(lanes_.begin(), lanes_.end(), [task](const Lane& lane) { return lane.id == task; });
}

void TailGuest::addInstances(const Snapshot& snapshot) {
    // Those that were asked for by name are not opened yet the first time.
    const auto isNamed = [this, &snapshot](const TaskRow& task) {
        return std::any_of(lanes_.begin(), lanes_.end(),
                           [&](const Lane& lane) { return lane.id == 0 && lane.log.task == snapshot.text(task.id); });
    };
    for (Slot i = 0; i < snapshot.tasks.size() && int(lanes_.size()) < wish_.most; ++i) {
        const TaskRow& task = snapshot.tasks[i];
        if (!task.live() || task.app == 0 || isTailed(task.id) || snapshot.view(task.app) != wish_.app.toStdString() ||
            isNamed(task))
            continue;
        // With the letters that wait for a replacement it takes their place instead.
        const bool waiting = wish_.followReplacements &&
                             std::any_of(lanes_.begin(), lanes_.end(),
                                         [](const Lane& lane) { return lane.log.state == TailedLog::State::Ended; });
        if (waiting)
            continue;
        lanes_.push_back(
            {{snapshot.text(task.id), {}, {}, {}, {}, TailedLog::State::Waiting, {}, {}}, 0, noSlot, {}, {}, true});
        if (caughtUp_)
            lanes_.back().first = false;
    }
}

void TailGuest::add(const QStringList& tasks) {
    for (const QString& task : tasks) {
        const bool known = std::any_of(lanes_.begin(), lanes_.end(), [&](const Lane& l) { return l.log.task == task; });
        if (!known && int(lanes_.size()) < wish_.most)
            lanes_.push_back({{task, {}, {}, {}, {}, TailedLog::State::Waiting, {}, {}}, 0, noSlot, {}, {}, true});
    }
    if (snapshot_ && snapshot_->masterComplete && access_.client)
        look(snapshot_);
    tell();
}

void TailGuest::open(int index, const Snapshot& snapshot, const TaskRow& task) {
    Lane& lane = lanes_[std::size_t(index)];
    lane.log.app = snapshot.text(task.app);
    if (task.agent >= snapshot.agents.size())
        return fail(index, notKnown(lane.log.task));
    lane.id = task.id;
    lane.log.host = snapshot.text(snapshot.agents[task.agent].hostname);
    lane.sandbox = std::make_unique<master::Sandbox>(*access_.client, placeOf(snapshot, task, access_.https),
                                                     access_.credentials, access_.tls);
    lane.log.state = TailedLog::State::Waiting;
    if (task.app != 0 && seen_.empty()) {
        for (Slot i = 0; i < snapshot.tasks.size(); ++i) {
            if (snapshot.tasks[i].app == task.app && snapshot.tasks[i].id != 0)
                seen_.insert(snapshot.tasks[i].id);
        }
    }
    openFiles(index, lane.first ? wish_.initialBytes : std::numeric_limits<qint64>::max() / 2);
}

/// The directory is looked for first: a task of an executor for many has its own below.
void TailGuest::openFiles(int index, qint64 initialBytes) {
    Lane& lane = lanes_[std::size_t(index)];
    lane.files.clear();
    lane.files.resize(std::size_t(wish_.files.size()));
    const master::Sandbox* of = lane.sandbox.get();
    lane.sandbox->list(
        {}, this, [this, index, of, initialBytes](const base::Result<QList<master::SandboxFile>>& files) {
            Lane& found = lanes_[std::size_t(index)];
            if (found.sandbox.get() != of)
                return;
            if (!files) {
                fail(index, files.error());
                found.sandbox.reset(); // tried again with the next look
                for (int f = 0; f < int(found.files.size()); ++f)
                    ended(index, f);
                return tell();
            }
            const QString root = found.sandbox->root() + QLatin1Char('/');
            for (int f = 0; f < wish_.files.size(); ++f)
                follow(index, f,
                       wish_.files.at(f).startsWith(QLatin1Char('/')) ? wish_.files.at(f) : root + wish_.files.at(f),
                       initialBytes);
        });
}

void TailGuest::follow(int index, int file, const QString& path, qint64 initialBytes) {
    Lane& lane = lanes_[std::size_t(index)];
    master::FileTail::Options options;
    options.initialBytes = initialBytes;
    auto tail = std::make_unique<master::FileTail>(*lane.sandbox, path, options);
    connect(tail.get(), &master::FileTail::appended, this,
            [this, index, file](const QByteArray& bytes, bool restarted) {
                takeBytes(index, file, bytes, restarted);
                TailedLog& log = lanes_[std::size_t(index)].log;
                if (log.state == TailedLog::State::Waiting || log.state == TailedLog::State::Failed) {
                    log.state = TailedLog::State::Following;
                    log.problem = {};
                    tell();
                }
            });
    connect(tail.get(), &master::FileTail::began, this, [this, index, file](qint64 left) {
        if (left > 0)
            Q_EMIT skipped(index, file, left);
        lanes_[std::size_t(index)].files[std::size_t(file)].inLine = left > 0;
    });
    connect(tail.get(), &master::FileTail::reachedEnd, this, [this, index, file] {
        TailedLog& log = lanes_[std::size_t(index)].log;
        if (log.state == TailedLog::State::Waiting || log.state == TailedLog::State::Failed) {
            log.state = TailedLog::State::Following;
            log.problem = {};
            tell();
        }
        ended(index, file);
    });
    connect(tail.get(), &master::FileTail::failed, this, [this, index, file](const base::Error& why) {
        fail(index, why);
        tell();
        ended(index, file);
    });
    lane.files[std::size_t(file)].tail = std::move(tail);
    lane.files[std::size_t(file)].tail->start();
}

void TailGuest::takeBytes(int index, int file, const QByteArray& bytes, bool restarted) {
    File& from = lanes_[std::size_t(index)].files[std::size_t(file)];
    if (!from.inLine || restarted) {
        from.inLine = false;
        Q_EMIT appended(index, file, bytes, restarted);
        return;
    }
    const qsizetype end = bytes.indexOf('\n');
    if (end < 0)
        return;
    from.inLine = false;
    Q_EMIT appended(index, file, bytes.mid(end + 1), restarted);
}

/// The oldest instance that began after the one that ended and that no other letter follows.
void TailGuest::seekReplacement(int index, const Snapshot& snapshot) {
    const QString app = lanes_[std::size_t(index)].log.app;
    if (app.isEmpty())
        return;
    const std::string wanted = app.toStdString();
    const TaskRow* best = nullptr;
    for (Slot i = 0; i < snapshot.tasks.size(); ++i) {
        const TaskRow& task = snapshot.tasks[i];
        if (!task.live() || task.app == 0 || seen_.contains(task.id) || isTailed(task.id) ||
            task.state == master::TaskState::Unreachable || snapshot.view(task.app) != wanted)
            continue;
        if (!best || (task.startedMs != 0 && task.startedMs < best->startedMs))
            best = &task;
    }
    if (!best)
        return;
    Lane& lane = lanes_[std::size_t(index)];
    TailedLog next;
    next.task = snapshot.text(best->id);
    next.before = lane.log.task;
    next.beforeHost = lane.log.host;
    lane.log = next;
    lane.first = false;
    lane.files.clear();
    lane.sandbox.reset();
    open(index, snapshot, *best);
    tell();
    Q_EMIT replaced(index);
}

void TailGuest::fail(int index, const base::Error& why) {
    TailedLog& log = lanes_[std::size_t(index)].log;
    if (log.state == TailedLog::State::Ended)
        return; // its files go with it
    log.state = TailedLog::State::Failed;
    log.problem = why;
    if (!lanes_[std::size_t(index)].sandbox)
        ended(index, -1);
}

void TailGuest::ended(int index, int file) {
    auto& files = lanes_[std::size_t(index)].files;
    if (file >= 0 && file < int(files.size()))
        files[std::size_t(file)].atEnd = true;
    if (caughtUp_)
        return;
    for (const Lane& lane : lanes_) {
        const bool failed = lane.log.state == TailedLog::State::Failed && !lane.sandbox;
        if (!failed && (lane.files.empty() ||
                        !std::all_of(lane.files.begin(), lane.files.end(), [](const File& f) { return f.atEnd; })))
            return;
    }
    caughtUp_ = true;
    Q_EMIT caughtUp();
}

void TailGuest::tell() {
    QList<TailedLog> logs;
    for (const Lane& lane : lanes_)
        logs << lane.log;
    Q_EMIT logsChanged(logs);
}

LogTail::LogTail(Session& session, const TailWish& wish, QObject* parent)
    : QObject(parent), wish_(wish), guest_(new TailGuest(wish)) {
    for (const QString& task : wish.tasks)
        logs_ << TailedLog{task, {}, {}, {}, {}, TailedLog::State::Waiting, {}, {}};
    connect(
        guest_, &TailGuest::logsChanged, this,
        [this](const QList<TailedLog>& logs) {
            logs_ = logs;
            Q_EMIT logsChanged();
        },
        Qt::QueuedConnection);
    connect(guest_, &TailGuest::appended, this, &LogTail::appended, Qt::QueuedConnection);
    connect(guest_, &TailGuest::replaced, this, &LogTail::replaced, Qt::QueuedConnection);
    connect(guest_, &TailGuest::skipped, this, &LogTail::skipped, Qt::QueuedConnection);
    connect(guest_, &TailGuest::caughtUp, this, &LogTail::caughtUp, Qt::QueuedConnection);
    session.host(guest_);
}

LogTail::~LogTail() {
    if (guest_)
        guest_->deleteLater();
}

void LogTail::setFollowReplacements(bool on) {
    wish_.followReplacements = on;
    if (guest_)
        QMetaObject::invokeMethod(
            guest_, [guest = guest_.data(), on] { guest->setFollowReplacements(on); }, Qt::QueuedConnection);
}

void LogTail::add(const QStringList& tasks) {
    wish_.tasks += tasks;
    if (guest_)
        QMetaObject::invokeMethod(
            guest_, [guest = guest_.data(), tasks] { guest->add(tasks); }, Qt::QueuedConnection);
}

} // namespace mesoscope::cluster

#include "log_tail.moc"
