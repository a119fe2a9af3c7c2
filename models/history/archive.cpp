#include "models/history/archive.h"

#include "models/base/come_back.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace mesoscope::history {

namespace {

base::Error notOpen() {
    base::Error e;
    e.kind = base::ErrorKind::Input;
    e.sentence = QCoreApplication::translate("History", "The local history is not open.");
    return e;
}

} // namespace

/// Lives on the history thread and owns the file.
class VersionArchive::Keeper : public QObject {
public:
    Keeper(VersionArchive* archive, QString file, const base::Clock& clock)
        : archive_(archive), file_(std::move(file)), clock_(clock) {}

    void choose(const QString& cluster) {
        store_.reset();
        chronicle_.reset();
        complained_ = false;
        if (file_ != QLatin1String(":memory:"))
            QDir().mkpath(QFileInfo(file_).path());
        auto opened = VersionStore::open(file_, cluster);
        if (!opened)
            return complain(opened.error());
        store_ = std::move(*opened);
        auto chronicle = Chronicle::open(file_, cluster);
        if (!chronicle)
            return complain(chronicle.error());
        chronicle_ = std::move(*chronicle);
        // Definitions may hold what only their owner should read.
        if (QFile::exists(file_))
            QFile::setPermissions(file_, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }

    void remember(const QList<VersionStore::Seen>& seen) {
        if (!store_)
            return;
        if (const auto kept = store_->remember(seen, clock_.wallMs()); !kept)
            return complain(kept.error());
        for (const VersionStore::Seen& one : seen)
            tell(one.app);
    }

    void chronicle(const QList<scheduler::DeploymentRecordPtr>& deployments, const QList<cluster::EventNote>& events) {
        if (!chronicle_)
            return;
        const auto first = deployments.isEmpty() ? base::Result<void>() : chronicle_->keepDeployments(deployments);
        const auto second = events.isEmpty() ? base::Result<void>() : chronicle_->keepEvents(events);
        if (!first || !second)
            complain(first ? second.error() : first.error());
    }

    void note(const QString& app, const QString& version, const QString& text) {
        settle(app, store_ ? store_->setNote(app, version, text) : base::Result<void>());
    }
    void pin(const QString& app, const QString& version, bool pinned) {
        settle(app, store_ ? store_->setPinned(app, version, pinned) : base::Result<void>());
    }

    template<typename T, typename Question>
    base::Result<T> ask(Question question) const {
        return store_ ? question(*store_) : base::Result<T>(tl::unexpected(notOpen()));
    }
    template<typename T, typename Question>
    base::Result<T> askChronicle(Question question) const {
        return chronicle_ ? question(*chronicle_) : base::Result<T>(tl::unexpected(notOpen()));
    }

private:
    void settle(const QString& app, const base::Result<void>& result) {
        if (!result)
            return complain(result.error());
        tell(app);
    }
    void tell(const QString& app) {
        QMetaObject::invokeMethod(
            archive_, [archive = archive_, app] { Q_EMIT archive->changed(app); }, Qt::QueuedConnection);
    }
    void complain(const base::Error& error) {
        if (std::exchange(complained_, true))
            return;
        QMetaObject::invokeMethod(
            archive_, [archive = archive_, error] { Q_EMIT archive->failed(error); }, Qt::QueuedConnection);
    }

    VersionArchive* archive_; ///< outlives this
    QString file_;
    const base::Clock& clock_;
    std::unique_ptr<VersionStore> store_;
    std::unique_ptr<Chronicle> chronicle_;
    bool complained_ = false;
};

namespace {

/// Collects what is new in each snapshot; runs on the session thread.
class Follower final : public cluster::Projection {
public:
    explicit Follower(std::function<void(const QList<VersionStore::Seen>&)> keep) : keep_(std::move(keep)) {}

    std::shared_ptr<const void> project(const cluster::SnapshotPtr& snapshot, const cluster::Diff& diff) override {
        QList<VersionStore::Seen> fresh;
        const auto size = cluster::Slot(snapshot->apps.size());
        if (diff.everything || known_.isEmpty()) {
            collect(*snapshot, {0, size}, fresh);
        } else {
            for (const cluster::Run& run : diff.apps)
                collect(*snapshot, {run.begin, std::min(run.end, size)}, fresh);
        }
        if (!fresh.isEmpty())
            keep_(fresh);
        return nullptr;
    }

private:
    void collect(const cluster::Snapshot& snapshot, const cluster::Run& run, QList<VersionStore::Seen>& fresh) {
        for (cluster::Slot slot = run.begin; slot < run.end; ++slot) {
            const scheduler::AppPtr& app = snapshot.apps[slot].app;
            if (!app || app->document.isEmpty() || app->version.isEmpty())
                continue;
            QString& known = known_[app->id];
            if (known == app->version)
                continue;
            known = app->version;
            fresh.append({app->id, app->version, app->document});
        }
    }

    std::function<void(const QList<VersionStore::Seen>&)> keep_;
    QHash<QString, QString> known_;
};

} // namespace

VersionArchive::VersionArchive(QString file, const base::Clock& clock, QObject* parent)
    : QObject(parent), keeper_(new Keeper(this, std::move(file), clock)) {
    thread_.setObjectName(QStringLiteral("history"));
    keeper_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, keeper_, &QObject::deleteLater);
    thread_.start();
}

VersionArchive::~VersionArchive() {
    // Behind everything that was posted before.
    QMetaObject::invokeMethod(
        keeper_, [this] { thread_.quit(); }, Qt::QueuedConnection);
    thread_.wait();
}

template<typename Function>
void VersionArchive::post(Function function) {
    QMetaObject::invokeMethod(keeper_, std::move(function), Qt::QueuedConnection);
}

void VersionArchive::choose(const QString& cluster) {
    post([keeper = keeper_, cluster] { keeper->choose(cluster); });
}

std::unique_ptr<cluster::Projection> VersionArchive::follower() {
    return std::make_unique<Follower>([keeper = keeper_](const QList<VersionStore::Seen>& seen) {
        QMetaObject::invokeMethod(
            keeper, [keeper, seen] { keeper->remember(seen); }, Qt::QueuedConnection);
    });
}

std::unique_ptr<cluster::Projection> VersionArchive::chronicler() {
    return std::make_unique<ChronicleFollower>([keeper = keeper_](const auto& deployments, const auto& events) {
        QMetaObject::invokeMethod(
            keeper, [keeper, deployments, events] { keeper->chronicle(deployments, events); }, Qt::QueuedConnection);
    });
}

void VersionArchive::deployments(QObject* context,
                                 std::function<void(const base::Result<QList<scheduler::DeploymentRecordPtr>>&)> done) {
    using Answer = QList<scheduler::DeploymentRecordPtr>;
    auto back = base::comeBack<base::Result<Answer>>(this, context, std::move(done));
    post([keeper = keeper_, back = std::move(back)] {
        back(keeper->askChronicle<Answer>([](const Chronicle& kept) { return kept.deployments(); }));
    });
}

void VersionArchive::eventsOf(const QString& object, int limit, QObject* context,
                              std::function<void(const base::Result<QList<cluster::EventNote>>&)> done) {
    using Answer = QList<cluster::EventNote>;
    auto back = base::comeBack<base::Result<Answer>>(this, context, std::move(done));
    post([keeper = keeper_, object, limit, back = std::move(back)] {
        back(keeper->askChronicle<Answer>([&](const Chronicle& kept) { return kept.eventsOf(object, limit); }));
    });
}

void VersionArchive::remember(const QList<VersionStore::Seen>& seen) {
    post([keeper = keeper_, seen] { keeper->remember(seen); });
}

void VersionArchive::versionsOf(const QString& app, QObject* context,
                                std::function<void(const base::Result<QList<StoredVersion>>&)> done) {
    using Answer = QList<StoredVersion>;
    auto back = base::comeBack<base::Result<Answer>>(this, context, std::move(done));
    post([keeper = keeper_, app, back = std::move(back)] {
        back(keeper->ask<Answer>([&](const VersionStore& store) { return store.versionsOf(app); }));
    });
}

void VersionArchive::document(const QString& app, const QString& version, QObject* context,
                              std::function<void(const base::Result<QByteArray>&)> done) {
    auto back = base::comeBack<base::Result<QByteArray>>(this, context, std::move(done));
    post([keeper = keeper_, app, version, back = std::move(back)] {
        back(keeper->ask<QByteArray>([&](const VersionStore& store) { return store.document(app, version); }));
    });
}

void VersionArchive::apps(QObject* context, std::function<void(const base::Result<QStringList>&)> done) {
    auto back = base::comeBack<base::Result<QStringList>>(this, context, std::move(done));
    post([keeper = keeper_, back = std::move(back)] {
        back(keeper->ask<QStringList>([](const VersionStore& store) { return store.apps(); }));
    });
}

void VersionArchive::setNote(const QString& app, const QString& version, const QString& note) {
    post([keeper = keeper_, app, version, note] { keeper->note(app, version, note); });
}

void VersionArchive::setPinned(const QString& app, const QString& version, bool pinned) {
    post([keeper = keeper_, app, version, pinned] { keeper->pin(app, version, pinned); });
}

} // namespace mesoscope::history
