// A command run inside the container of a task, with its input and output, for a page.
// Thread: the object lives on its owner's thread, the connections on the session thread. Destroying it ends the
// command. Refused while the session is read-only.
#pragma once

#include "models/cluster/session.h"

#include <QObject>
#include <QPointer>

namespace mesoscope::cluster {

class CommandGuest;

class TaskCommand : public QObject {
    Q_OBJECT
public:
    /// Starts at once. `terminal`: output and errors in one, as an interactive shell wants it.
    TaskCommand(Session& session, const QString& task, const QString& shellCommand, bool terminal,
                QObject* parent = nullptr);
    ~TaskCommand() override;

    void write(const QByteArray& bytes);
    void closeInput(); ///< no more input will come

Q_SIGNALS:
    void started();
    void output(const QByteArray& bytes, bool isError);
    /// Once, last. As a shell counts it (128 + signal); -1 when the agent did not tell.
    void finished(int exitStatus);
    /// Once, last, instead of finished().
    void failed(const mesoscope::base::Error& why);

private:
    QPointer<CommandGuest> guest_;
};

} // namespace mesoscope::cluster
