// One streamed answer on a socket of its own, redirects included. Internal to HttpClient.
// Thread: the client's. Ownership: child of the client; deletes itself once it ended or was cancelled.
#pragma once

#include "models/net/http_client.h"
#include "models/net/http_reader.h"

#include <QSslSocket>
#include <QStringList>
#include <QTimer>

#include <vector>

namespace mesoscope::net {

class StreamExchange final : public QObject {
    Q_OBJECT
public:
    enum class Audit : quint8 { Yes, Silent };
    StreamExchange(HttpClient& client, Request request, HttpStream::Handlers handlers, bool upload,
                   Audit audit = Audit::Yes);

    void start();
    void cancel();
    bool isRunning() const { return !over_; }
    void write(const QByteArray& bytes);
    void finishWriting();

private:
    void connectNow();
    void resetReader();
    void onConnected();
    void writeChunk(const QByteArray& bytes);
    QByteArray head() const;
    void readSome();
    void onHead();
    void onBody(std::string_view bytes);
    void onReaderStopped();
    void redirectNow();
    void onSocketError(QAbstractSocket::SocketError error);
    void endOfAnswer();
    void dropSocket();
    void close(bool refused);
    bool delivers() const;
    bool isLostWrite(const base::Error& why) const;
    void end(const base::Error& why);

    HttpClient& client_;
    Request request_;
    HttpStream::Handlers handlers_;
    QSslSocket* socket_ = nullptr;
    std::unique_ptr<HttpReader> reader_;
    std::vector<char> buffer_;
    QByteArray pendingUpload_;
    QByteArray errorBody_;
    QStringList visited_;
    QTimer headTimer_;
    QTimer idleTimer_;
    qint64 received_ = 0;
    qint64 startedSteadyMs_ = 0;
    qint64 startedWallMs_ = 0;
    int status_ = 0;
    Audit audit_ = Audit::Yes;
    bool upload_ = false;
    bool uploadDone_ = false;
    bool connected_ = false;
    bool more_ = false; ///< a continuation of readSome() is queued
    bool redirecting_ = false;
    bool over_ = false;
};

} // namespace mesoscope::net
