// The sandbox of one task for a page: list, look into, download. A file is tailed by a LogTail.
// Thread: the object lives on its owner's thread, the requests on the session thread. Signals come from the event loop.
#pragma once

#include "models/cluster/session.h"
#include "models/master/sandbox.h"

#include <QObject>
#include <QPointer>

namespace mesoscope::cluster {

class FilesGuest;

class TaskFiles : public QObject {
    Q_OBJECT
public:
    TaskFiles(Session& session, const QString& task, QObject* parent = nullptr);
    ~TaskFiles() override;

    const QString& task() const { return task_; }
    /// Empty: the task's own directory.
    void list(const QString& path);
    /// At most `length` bytes; agents hand out 64 KiB at once.
    void read(const QString& path, qint64 offset, qint64 length);
    /// Writes to a local file, which appears under its name when it is complete. Returns the download's number.
    int download(const QString& path, const QString& localFile);
    void cancel(int download);

Q_SIGNALS:
    /// `directory`: as the agent knows it. An error has a sentence.
    void listed(const QString& path, const QString& directory, const QList<mesoscope::master::SandboxFile>& files,
                const mesoscope::base::Error& problem);
    void pieceRead(const QString& path, qint64 offset, const QByteArray& bytes, qint64 size,
                   const mesoscope::base::Error& problem);
    void progressed(int download, qint64 received, qint64 total); ///< total -1: unknown
    void downloaded(int download, const QString& localFile, qint64 bytes, const mesoscope::base::Error& problem);

private:
    QString task_;
    QPointer<FilesGuest> guest_;
    int last_ = 0;
};

} // namespace mesoscope::cluster

Q_DECLARE_METATYPE(mesoscope::master::SandboxFile)
