// The files of a task on its agent: list, read, download, follow. The v1 calls LIST_FILES and READ_FILE (base64) are
// tried first, the older /files/* second (its raw bytes inside JSON are taken as they are).
// Thread: the session's. Ownership: handles belong to whoever asked; the HTTP client must outlive them.
#pragma once

#include "models/base/clock.h"
#include "models/net/http_client.h"

#include <QIODevice>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace mesoscope::master {

/// Where a task's files are.
struct SandboxPlace {
    QUrl agent; ///< http://host:port, with the agent's own path when several share a port ("/slave(2)")
    /// Directories to try in turn: a task of a default executor has its own below its executor's.
    QStringList roots;
};

/// `pid` as Mesos gives it: "slave(1)@10.0.0.1:5051". `hostname` is used when the pid has none. Empty executor id: the
/// task is its own executor.
SandboxPlace sandboxPlace(const QString& pid, const QString& hostname, bool https, const QString& frameworkId,
                          const QString& executorId, const QString& taskId);

struct SandboxFile {
    QString path; ///< as the agent wants it back
    QString name;
    qint64 size = 0;
    qint64 modifiedMs = 0;
    bool directory = false;
    QString mode; ///< "-rw-r--r--"
    QString owner;
    QString group;
};

struct FilePiece {
    QByteArray data;
    qint64 offset = 0;
    qint64 size = -1; ///< of the whole file; -1 when this answer does not tell
};

base::Result<QList<SandboxFile>> decodeFileList(const QByteArray& answer);        ///< LIST_FILES or /files/browse
base::Result<FilePiece> decodeFilePiece(const QByteArray& answer, qint64 offset); ///< READ_FILE or /files/read

class Sandbox {
public:
    Sandbox(net::HttpClient& client, SandboxPlace place, net::Credentials credentials = {}, net::TlsSettings tls = {});

    /// One callback from the event loop, unless the Sandbox or `context` dies first.
    using ListDone = std::function<void(base::Result<QList<SandboxFile>>)>;
    using ReadDone = std::function<void(base::Result<FilePiece>)>;

    /// A directory; empty path: the task's own.
    void list(const QString& path, QObject* context, ListDone done);
    /// `offset` -1: only the size (and no data).
    void read(const QString& path, qint64 offset, qint64 length, QObject* context, ReadDone done);

    struct Download {
        std::function<void(qint64 received, qint64 total)> progress; ///< total -1: unknown
        std::function<void(base::Result<qint64>)> done;              ///< bytes written; once
    };
    /// Writes the file to an open device, which must outlive the handle; dropping the handle stops it.
    [[nodiscard]] net::HttpStream download(const QString& path, QIODevice& to, Download callbacks);

    /// The directory that answered last, the first candidate before.
    QString root() const { return place_.roots.value(root_); }
    const SandboxPlace& place() const { return place_; }

private:
    net::Request request(const QByteArray& method, const QString& path) const;
    void listAt(qsizetype root, QObject* context, ListDone done);
    template<typename T>
    void ask(const net::Request& v1, const net::Request& files, QObject* context,
             std::function<base::Result<T>(const QByteArray&)> decode, std::function<void(base::Result<T>)> done);

    net::HttpClient& client_;
    SandboxPlace place_;
    net::Credentials credentials_;
    net::TlsSettings tls_;
    qsizetype root_ = 0;
    std::shared_ptr<QObject> alive_; ///< callbacks end with this
    bool v1_ = true;                 ///< until an agent declined it
};

/// Follows a growing file: hands over what is new, starts again when it was cut or replaced.
/// Thread: the session's. Reads at most one piece at a time; the pause between looks grows while nothing comes.
class FileTail : public QObject {
    Q_OBJECT
public:
    struct Options {
        qint64 initialBytes = 64 * 1024; ///< how much of the end to begin with
        qint64 pieceBytes = 256 * 1024;
        int minPauseMs = 500;
        int maxPauseMs = 5000;
    };

    FileTail(Sandbox& sandbox, QString path, Options options, QObject* parent = nullptr);
    void start();
    const QString& path() const { return path_; }

Q_SIGNALS:
    /// Once: so many bytes before the wanted end are left out.
    void began(qint64 skipped);
    /// Each time nothing more is there for now.
    void reachedEnd();
    /// In order, without gaps within one file. `restarted`: the file was cut or replaced, its bytes begin anew.
    void appended(const QByteArray& bytes, bool restarted);
    /// Each time it can't be read; following goes on (the file may come with the next start of the task).
    void failed(const mesoscope::base::Error& why);

private:
    void findEnd();
    void readOn();
    void checkSize();
    void onPiece(const FilePiece& piece);
    void restart();
    void pause(bool news);

    Sandbox& sandbox_;
    QString path_;
    Options options_;
    QTimer timer_;
    qint64 offset_ = -1; ///< -1: the end is not known yet
    int pauseMs_ = 0;
    bool restarted_ = false;
};

} // namespace mesoscope::master
