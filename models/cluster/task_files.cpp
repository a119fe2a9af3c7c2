#include "models/cluster/task_files.h"

#include "models/cluster/guest.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <functional>
#include <map>
#include <memory>

namespace mesoscope::cluster {

namespace {

constexpr qint64 progressEvery = 256 * 1024; ///< bytes

base::Error noPlace(const QString& task) {
    return {base::ErrorKind::Input,
            QCoreApplication::translate("mesoscope::cluster::TaskFiles", "It is not known on which agent %1 ran.")
                .arg(task),
            QCoreApplication::translate("mesoscope::cluster::TaskFiles",
                                        "Its sandbox can be read as long as its agent is registered."),
            {},
            0};
}

} // namespace

class FilesGuest final : public Guest {
    Q_OBJECT
public:
    explicit FilesGuest(QString task) : task_(std::move(task)) {}

    void begin(const MasterAccess& access) override { access_ = access; }
    void observe(const SnapshotPtr& snapshot) override;
    void list(const QString& path);
    void read(const QString& path, qint64 offset, qint64 length);
    void download(int number, const QString& path, const QString& localFile);
    void cancel(int number) { downloads_.erase(number); }

Q_SIGNALS:
    void listed(const QString& path, const QString& directory, const QList<mesoscope::master::SandboxFile>& files,
                const mesoscope::base::Error& problem);
    void pieceRead(const QString& path, qint64 offset, const QByteArray& bytes, qint64 size,
                   const mesoscope::base::Error& problem);
    void progressed(int download, qint64 received, qint64 total);
    void downloaded(int download, const QString& localFile, qint64 bytes, const mesoscope::base::Error& problem);

private:
    struct Download {
        std::unique_ptr<QSaveFile> file;
        net::HttpStream stream;
        qint64 told = 0;
    };
    /// Runs `work` when the place is known; what is asked before waits.
    void withSandbox(std::function<void()> work, std::function<void(const base::Error&)> fail);
    void finish(int number, const base::Result<qint64>& bytes);

    QString task_;
    MasterAccess access_;
    bool looked_ = false;
    std::unique_ptr<master::Sandbox> sandbox_;
    std::vector<std::pair<std::function<void()>, std::function<void(const base::Error&)>>> waiting_;
    std::map<int, Download> downloads_;
};

void FilesGuest::observe(const SnapshotPtr& snapshot) {
    if (looked_ || !snapshot->masterComplete || !access_.client)
        return;
    looked_ = true;
    const Slot slot = snapshot->findTask(task_.toStdString());
    if (slot != noSlot) {
        const master::SandboxPlace place = placeOf(*snapshot, snapshot->tasks[slot], access_.https);
        if (!place.roots.isEmpty())
            sandbox_ = std::make_unique<master::Sandbox>(*access_.client, place, access_.credentials, access_.tls);
    }
    for (const auto& [work, fail] : std::exchange(waiting_, {}))
        sandbox_ ? work() : fail(noPlace(task_));
}

void FilesGuest::withSandbox(std::function<void()> work, std::function<void(const base::Error&)> fail) {
    if (sandbox_)
        return work();
    if (looked_)
        return fail(noPlace(task_));
    waiting_.emplace_back(std::move(work), std::move(fail));
}

void FilesGuest::list(const QString& path) {
    const auto fail = [this, path](const base::Error& why) { Q_EMIT listed(path, {}, {}, why); };
    withSandbox(
        [this, path, fail] {
            sandbox_->list(path, this, [this, path, fail](const base::Result<QList<master::SandboxFile>>& files) {
                if (files)
                    Q_EMIT listed(path, path.isEmpty() ? sandbox_->root() : path, *files, {});
                else
                    fail(files.error());
            });
        },
        fail);
}

void FilesGuest::read(const QString& path, qint64 offset, qint64 length) {
    const auto fail = [=, this](const base::Error& why) { Q_EMIT pieceRead(path, offset, {}, -1, why); };
    withSandbox(
        [=, this] {
            sandbox_->read(path, offset, length, this, [=, this](const base::Result<master::FilePiece>& piece) {
                if (piece)
                    Q_EMIT pieceRead(path, piece->offset, piece->data, piece->size, {});
                else
                    fail(piece.error());
            });
        },
        fail);
}

void FilesGuest::download(int number, const QString& path, const QString& localFile) {
    Download& download = downloads_[number];
    download.file = std::make_unique<QSaveFile>(localFile);
    if (!download.file->open(QIODevice::WriteOnly))
        return finish(number, tl::unexpected(base::Error{base::ErrorKind::Input,
                                                         QCoreApplication::translate("mesoscope::cluster::TaskFiles",
                                                                                     "%1 can't be written: %2.")
                                                             .arg(localFile, download.file->errorString()),
                                                         {},
                                                         {},
                                                         0}));
    withSandbox(
        [this, number, path] {
            const auto it = downloads_.find(number);
            if (it == downloads_.end())
                return;
            it->second.stream = sandbox_->download(
                path, *it->second.file,
                {[this, number](qint64 received, qint64 total) {
                     Download& running = downloads_.at(number);
                     if (received - running.told < progressEvery && received != total)
                         return;
                     running.told = received;
                     Q_EMIT progressed(number, received, total);
                 },
                 [this, number](const base::Result<qint64>& bytes) {
                     // The handle must not die inside its own callback.
                     QMetaObject::invokeMethod(
                         this, [this, number, bytes] { finish(number, bytes); }, Qt::QueuedConnection);
                 }});
        },
        [this, number](const base::Error& why) { finish(number, tl::unexpected(why)); });
}

void FilesGuest::finish(int number, const base::Result<qint64>& bytes) {
    const auto it = downloads_.find(number);
    if (it == downloads_.end())
        return;
    base::Error problem;
    if (!bytes)
        problem = bytes.error();
    else if (!it->second.file->commit())
        problem = {base::ErrorKind::Input, it->second.file->errorString(), {}, {}, 0};
    Q_EMIT downloaded(number, it->second.file->fileName(), bytes ? *bytes : 0, problem);
    downloads_.erase(it);
}

TaskFiles::TaskFiles(Session& session, const QString& task, QObject* parent)
    : QObject(parent), task_(task), guest_(new FilesGuest(task)) {
    connect(guest_, &FilesGuest::listed, this, &TaskFiles::listed, Qt::QueuedConnection);
    connect(guest_, &FilesGuest::pieceRead, this, &TaskFiles::pieceRead, Qt::QueuedConnection);
    connect(guest_, &FilesGuest::progressed, this, &TaskFiles::progressed, Qt::QueuedConnection);
    connect(guest_, &FilesGuest::downloaded, this, &TaskFiles::downloaded, Qt::QueuedConnection);
    session.host(guest_);
}

TaskFiles::~TaskFiles() {
    if (guest_)
        guest_->deleteLater();
}

void TaskFiles::list(const QString& path) {
    if (guest_)
        QMetaObject::invokeMethod(
            guest_, [guest = guest_.data(), path] { guest->list(path); }, Qt::QueuedConnection);
}

void TaskFiles::read(const QString& path, qint64 offset, qint64 length) {
    if (guest_)
        QMetaObject::invokeMethod(
            guest_, [guest = guest_.data(), path, offset, length] { guest->read(path, offset, length); },
            Qt::QueuedConnection);
}

int TaskFiles::download(const QString& path, const QString& localFile) {
    const int number = ++last_;
    if (guest_)
        QMetaObject::invokeMethod(
            guest_, [guest = guest_.data(), number, path, localFile] { guest->download(number, path, localFile); },
            Qt::QueuedConnection);
    return number;
}

void TaskFiles::cancel(int download) {
    if (guest_)
        QMetaObject::invokeMethod(
            guest_, [guest = guest_.data(), download] { guest->cancel(download); }, Qt::QueuedConnection);
}

} // namespace mesoscope::cluster

#include "task_files.moc"
