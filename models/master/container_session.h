// A command run inside a task's container on its agent, with piped input and output or a terminal: Mesos' nested
// container session.
// Calls: agent/agent.proto of Apache Mesos (LAUNCH_NESTED_CONTAINER_SESSION, ATTACH_CONTAINER_INPUT,
// WAIT_NESTED_CONTAINER), messages in RecordIO as JSON. Refused as a whole while the HTTP client is read-only. Thread:
// the session's. Ownership: whoever opened the page; destroying it closes the connection, and the agent then ends the
// command.
#pragma once

#include "models/net/http_client.h"
#include "models/net/record_io_parser.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <optional>

namespace mesoscope::master {

struct SessionCommand {
    QString shellCommand;  ///< run by /bin/sh in the container
    bool terminal = false; ///< output and errors in one, input echoed, window size known
    int columns = 80;
    int rows = 24;
};

class ContainerSession : public QObject {
    Q_OBJECT
public:
    /// `containerPath`: the ids of the container to enter, outermost first. `id` names the new one below them; unique.
    ContainerSession(net::HttpClient& client, QUrl agent, net::Credentials credentials, net::TlsSettings tls,
                     QStringList containerPath, QString id, QObject* parent = nullptr);

    void start(const SessionCommand& command);
    /// Bytes for the command's input; kept until the session is open.
    void write(const QByteArray& bytes);
    /// No more input will come (Ctrl-D).
    void closeInput();
    /// The terminal has another size now.
    void resize(int columns, int rows);

Q_SIGNALS:
    void started();
    void output(const QByteArray& bytes, bool isError);
    /// Once, last. The exit status as a shell counts it (128 + signal), -1 when the agent did not tell.
    void finished(int exitStatus);
    /// Once, last, instead of finished().
    void failed(const mesoscope::base::Error& why);

private:
    net::Request request() const;
    QByteArray containerId() const;
    void onOpened();
    void onRecord(const QByteArray& json);
    void onEnd();
    void wait();
    void sendInput(const QByteArray& processIo);
    void sendHeartbeat();
    void end(const base::Error& why);

    net::HttpClient& client_;
    QUrl agent_;
    net::Credentials credentials_;
    net::TlsSettings tls_;
    QStringList path_;
    QString id_;
    net::HttpStream outputStream_;
    net::HttpStream inputStream_;
    net::HttpCall waitCall_;
    net::RecordIoParser records_{16 * 1024 * 1024};
    QByteArray record_;
    QByteArray pendingInput_; ///< records, until the session is open
    std::optional<int> exitStatus_;
    QTimer heartbeat_; ///< keeps an input connection alive on which nobody types
    bool open_ = false;
    bool outputEnded_ = false;
    bool over_ = false;
};

} // namespace mesoscope::master
