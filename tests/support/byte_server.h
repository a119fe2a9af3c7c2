// A scripted HTTP server for tests: it answers with given bytes, whole or in pieces, late, never, or broken, and counts
// what it was asked. Runs in the thread that created it (the test's event loop).
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace mesoscope::test {

class ByteServer : public QObject {
    Q_OBJECT
public:
    struct Seen {
        QByteArray method;
        QByteArray target;                     ///< path and query as sent
        QByteArray body;                       ///< of a chunked request: raw, growing while it goes on
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
    };
    struct Answer {
        QByteArray bytes;           ///< everything, with status line and headers
        qsizetype pieceSize = 0;    ///< 0: all at once; else this many bytes per turn of the event loop
        QList<qsizetype> cuts = {}; ///< offsets at which a piece ends; used instead of pieceSize
        bool close = true;          ///< close the connection behind the last byte
        bool silent = false;        ///< accept, read, never answer
    };
    using Handler = std::function<Answer(const Seen&)>;

    explicit ByteServer(Handler handler, QObject* parent = nullptr);

    ~ByteServer() override { kill(true); }

    QUrl url(const QString& path = {}) const;
    quint16 port() const { return port_; }
    void setHandler(Handler handler) { handler_ = std::move(handler); }

    const QList<Seen>& seen() const { return seen_; }
    /// Requests whose target begins with this.
    int count(const QByteArray& targetPrefix) const;
    /// Requests whose body contains this.
    int countBody(const QByteArray& part) const;
    int openConnections() const { return int(connections_.size()); }

    /// Bytes for every connection that was answered and left open (streams).
    void push(const QByteArray& bytes);
    /// Cuts all connections, as a killed process does; with `stopListening` nobody is there any more.
    void kill(bool stopListening = false);
    /// Listens again on the same port.
    void revive();

    /// An HTTP answer with Content-Length.
    static QByteArray http(int status, const QByteArray& body, const QByteArray& contentType = "application/json",
                           const QByteArray& extraHeaders = {});
    /// Head of a chunked answer, and one chunk.
    static QByteArray streamHead(const QByteArray& contentType = "application/json");
    static QByteArray chunk(const QByteArray& bytes);
    /// LENGTH LF record.
    static QByteArray record(const QByteArray& bytes);

private:
    struct Connection {
        QByteArray in;
        QByteArray out;
        QList<qsizetype> cuts;
        qsizetype sent = 0;
        qsizetype pieceSize = 0;
        bool close = false;
        bool answered = false;
        bool stream = false;
        qsizetype upload = -1; ///< index into seen_ of a chunked request that goes on
    };
    void onConnection();
    void onBytes(QTcpSocket* socket);
    bool takeRequest(QTcpSocket* socket);
    void sendNext(QTcpSocket* socket);

    QTcpServer server_;
    Handler handler_;
    QHash<QTcpSocket*, Connection> connections_;
    QList<Seen> seen_;
    quint16 port_ = 0;
};

} // namespace mesoscope::test
