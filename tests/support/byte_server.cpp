#include "tests/support/byte_server.h"

#include <QTimer>

namespace mesoscope::test {

ByteServer::ByteServer(Handler handler, QObject* parent) : QObject(parent), handler_(std::move(handler)) {
    connect(&server_, &QTcpServer::newConnection, this, &ByteServer::onConnection);
    server_.listen(QHostAddress::LocalHost);
    port_ = server_.serverPort();
}

QUrl ByteServer::url(const QString& path) const {
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(QString::number(port_), path));
}

int ByteServer::count(const QByteArray& targetPrefix) const {
    return int(
        std::count_if(seen_.begin(), seen_.end(), [&](const Seen& s) { return s.target.startsWith(targetPrefix); }));
}

int ByteServer::countBody(const QByteArray& part) const {
    return int(std::count_if(seen_.begin(), seen_.end(), [&](const Seen& s) { return s.body.contains(part); }));
}

void ByteServer::push(const QByteArray& bytes) {
    for (auto it = connections_.begin(); it != connections_.end(); ++it) {
        if (it->answered && !it->close && it->stream)
            it.key()->write(bytes);
    }
}

void ByteServer::kill(bool stopListening) {
    if (stopListening)
        server_.close();
    const QList<QTcpSocket*> sockets = connections_.keys();
    connections_.clear();
    for (QTcpSocket* socket : sockets) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
}

void ByteServer::revive() {
    server_.listen(QHostAddress::LocalHost, port_);
}

void ByteServer::onConnection() {
    while (QTcpSocket* socket = server_.nextPendingConnection()) {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connections_.insert(socket, {});
        connect(socket, &QIODevice::readyRead, this, [this, socket] { onBytes(socket); });
        connect(socket, &QAbstractSocket::disconnected, this, [this, socket] {
            connections_.remove(socket);
            socket->deleteLater();
        });
    }
}

void ByteServer::onBytes(QTcpSocket* socket) {
    if (!connections_.contains(socket))
        return;
    Connection& c = connections_[socket];
    if (c.upload >= 0) {
        seen_[c.upload].body += socket->readAll();
        return;
    }
    c.in += socket->readAll();
    while (connections_.contains(socket) && takeRequest(socket)) {
    }
}

bool ByteServer::takeRequest(QTcpSocket* socket) {
    Connection& c = connections_[socket];
    const qsizetype end = c.in.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    Seen seen;
    const QList<QByteArray> lines = c.in.first(end).split('\n');
    const QList<QByteArray> words = lines.first().split(' ');
    seen.method = words.value(0);
    seen.target = words.value(1);
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        seen.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    const qsizetype length = seen.headers.value("content-length").toLongLong();
    if (c.in.size() < end + 4 + length)
        return false;
    seen.body = c.in.sliced(end + 4, length);
    c.in.remove(0, end + 4 + length);
    if (seen.headers.value("transfer-encoding") == "chunked") {
        seen.body = std::exchange(c.in, {});
        c.upload = seen_.size();
    }
    seen_.append(seen);
    const Answer answer = handler_(seen);
    if (answer.silent)
        return true;
    const auto it = connections_.find(socket); // the handler may have killed it
    if (it == connections_.end())
        return false;
    it->out = answer.bytes;
    it->sent = 0;
    it->cuts = answer.cuts;
    it->pieceSize = answer.pieceSize;
    it->close = answer.close;
    it->stream = answer.bytes.contains("Transfer-Encoding: chunked") || answer.bytes.contains("text/event-stream");
    sendNext(socket);
    return true;
}

void ByteServer::sendNext(QTcpSocket* socket) {
    auto c = connections_.find(socket);
    if (c == connections_.end())
        return;
    qsizetype end = c->pieceSize > 0 ? qMin(c->sent + c->pieceSize, c->out.size()) : c->out.size();
    while (!c->cuts.isEmpty()) {
        end = c->cuts.takeFirst();
        if (end > c->sent)
            break;
        end = c->out.size();
    }
    const QByteArray piece = c->out.sliced(c->sent, end - c->sent);
    c->sent = end;
    socket->write(piece);
    socket->flush();
    if (!connections_.contains(socket)) // the other side had gone
        return;
    c = connections_.find(socket);
    if (c->sent < c->out.size()) {
        QTimer::singleShot(0, socket, [this, socket] { sendNext(socket); });
        return;
    }
    c->answered = true;
    if (c->close)
        socket->disconnectFromHost();
}

QByteArray ByteServer::http(int status, const QByteArray& body, const QByteArray& contentType,
                            const QByteArray& extraHeaders) {
    return "HTTP/1.1 " + QByteArray::number(status) + " Status\r\nContent-Type: " + contentType +
           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + extraHeaders + "\r\n" + body;
}

QByteArray ByteServer::streamHead(const QByteArray& contentType) {
    return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: " + contentType + "\r\n\r\n";
}

QByteArray ByteServer::chunk(const QByteArray& bytes) {
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

QByteArray ByteServer::record(const QByteArray& bytes) {
    return QByteArray::number(bytes.size()) + '\n' + bytes;
}

} // namespace mesoscope::test
