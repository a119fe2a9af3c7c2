// Follows the log files of one or several tasks, also across their replacement by a deployment: the letter A goes on
// with the task that took the place of the one it began with.
// Thread: the object lives on its owner's thread (the GUI's, or a command's); the files are read on the session thread.
#pragma once

#include "models/base/error.h"
#include "models/cluster/session.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

namespace mesoscope::cluster {

class TailGuest;

/// One instance: one letter, one colour.
struct TailedLog {
    enum class State : quint8 {
        Waiting,   ///< the agent has not answered yet
        Following, ///< what comes is handed over
        Ended,     ///< its task ended and nothing took its place yet; the file is still looked at
        Failed,    ///< it can't be read, with the reason; tried again
    };
    QString task;
    QString app;
    QString host;
    QString before;     ///< the task whose place it took; empty for the first one
    QString beforeHost; ///< where that one ran
    State state = State::Waiting;
    base::Error problem = {};
    master::TaskState taskState = master::TaskState::Unknown; ///< as the master told last

    friend bool operator==(const TailedLog&, const TailedLog&) = default;
};

struct TailWish {
    QStringList tasks;
    QString app; ///< every instance of it, new ones as they come while replacements are followed; may be empty
    QStringList files{QStringLiteral("stdout")}; ///< names in the sandbox, or whole paths as the agent gives them
    qint64 initialBytes = 64 * 1024;             ///< of the end of each file
    bool followReplacements = true;
    int most = 26; ///< instances at once; further ones are left out
};

class LogTail : public QObject {
    Q_OBJECT
public:
    LogTail(Session& session, const TailWish& wish, QObject* parent = nullptr);
    ~LogTail() override;

    const QList<TailedLog>& logs() const { return logs_; }
    const TailWish& wish() const { return wish_; }
    void setFollowReplacements(bool on);
    void add(const QStringList& tasks);

Q_SIGNALS:
    void logsChanged();
    /// In order within one file. `log`: index into logs(), `file`: into TailWish::files. `restarted`: a new file
    /// begins.
    void appended(int log, int file, const QByteArray& bytes, bool restarted);
    /// The log goes on with another task from here.
    void replaced(int log);
    /// So many bytes before were left out.
    void skipped(int log, int file, qint64 bytes);
    /// Once: all that was there in the beginning has been handed over (or has failed).
    void caughtUp();

private:
    TailWish wish_;
    QList<TailedLog> logs_;
    QPointer<TailGuest> guest_;
};

} // namespace mesoscope::cluster

Q_DECLARE_METATYPE(mesoscope::cluster::TailedLog)
