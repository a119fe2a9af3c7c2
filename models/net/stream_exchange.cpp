#include "models/net/stream_exchange.h"

#include "models/net/errors.h"
#include "models/net/read_only_gate.h"
#include "models/net/redirect.h"
#include "models/net/tls.h"

namespace mesoscope::net {

namespace {

constexpr std::size_t pieceSize = 256 * 1024;
constexpr int piecesPerTurn = 16; ///< then the event loop gets its turn, so that cancelling and timers stay prompt
constexpr qint64 socketBuffer = 4 * 1024 * 1024;
constexpr qsizetype maxErrorBody = 64 * 1024;

QNetworkReply::NetworkError networkError(QAbstractSocket::SocketError error) {
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return QNetworkReply::ConnectionRefusedError;
    case QAbstractSocket::HostNotFoundError:
        return QNetworkReply::HostNotFoundError;
    case QAbstractSocket::SocketTimeoutError:
        return QNetworkReply::TimeoutError;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return QNetworkReply::SslHandshakeFailedError;
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyNotFoundError:
        return QNetworkReply::ProxyConnectionRefusedError;
    default:
        return QNetworkReply::RemoteHostClosedError;
    }
}

} // namespace

StreamExchange::StreamExchange(HttpClient& client, Request request, HttpStream::Handlers handlers, bool upload,
                               Audit audit)
    : QObject(&client), client_(client), request_(std::move(request)), handlers_(std::move(handlers)),
      buffer_(pieceSize), audit_(audit), upload_(upload) {
    headTimer_.setSingleShot(true);
    idleTimer_.setSingleShot(true);
    connect(&headTimer_, &QTimer::timeout, this, [this] { end(timeoutError(request_)); });
    connect(&idleTimer_, &QTimer::timeout, this, [this] { end(timeoutError(request_)); });
    QMetaObject::invokeMethod(this, &StreamExchange::start, Qt::QueuedConnection);
}

void StreamExchange::start() {
    if (over_)
        return;
    startedSteadyMs_ = client_.clock_.steadyMs();
    startedWallMs_ = client_.clock_.wallMs();
    request_.url = request_.url.adjusted(QUrl::RemoveUserInfo);
    if (const auto admitted = client_.admit(request_); !admitted)
        return end(admitted.error());
    if (request_.totalTimeoutMs > 0)
        headTimer_.start(request_.totalTimeoutMs);
    connectNow();
}

void StreamExchange::connectNow() {
    const auto tls = sslConfiguration(request_.endpoint.tls);
    if (!tls)
        return end(tls.error());
    resetReader();
    client_.countRequest();
    connected_ = false;
    socket_ = new QSslSocket(this);
    socket_->setReadBufferSize(socketBuffer);
    socket_->setSslConfiguration(*tls);
    connect(socket_, &QIODevice::readyRead, this, &StreamExchange::readSome);
    connect(socket_, &QAbstractSocket::errorOccurred, this, &StreamExchange::onSocketError);
    const QString host = request_.url.host();
    if (request_.url.scheme() == QLatin1String("https")) {
        connect(socket_, &QSslSocket::encrypted, this, &StreamExchange::onConnected);
        socket_->connectToHostEncrypted(host, quint16(request_.url.port(443)));
    } else {
        connect(socket_, &QAbstractSocket::connected, this, &StreamExchange::onConnected);
        socket_->connectToHost(host, quint16(request_.url.port(80)));
    }
}

void StreamExchange::resetReader() {
    reader_ = std::make_unique<HttpReader>();
    reader_->onHead = [this] { onHead(); };
    reader_->onBody = [this](std::string_view bytes) { onBody(bytes); };
    errorBody_.clear();
    status_ = 0;
}

QByteArray StreamExchange::head() const {
    QByteArray target = request_.url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    if (request_.url.hasQuery())
        target += '?' + request_.url.query(QUrl::FullyEncoded).toLatin1();
    QByteArray text = request_.method + ' ' + target +
                      " HTTP/1.1\r\nHost: " + request_.url.authority(QUrl::FullyEncoded).toLatin1() +
                      "\r\nUser-Agent: Mesoscope\r\nAccept-Encoding: identity\r\nAccept: " + request_.accept + "\r\n";
    if (!request_.contentType.isEmpty())
        text += "Content-Type: " + request_.contentType + "\r\n";
    if (upload_)
        text += "Transfer-Encoding: chunked\r\n";
    else if (request_.method != "GET" && request_.method != "HEAD")
        text += "Content-Length: " + QByteArray::number(request_.body.size()) + "\r\n";
    for (const Header& h : request_.headers)
        text += h.name + ": " + h.value + "\r\n";
    if (const QByteArray value = authorization(request_.endpoint, request_.url); !value.isEmpty())
        text += "Authorization: " + value + "\r\n";
    return text + "\r\n";
}

void StreamExchange::onConnected() {
    connected_ = true;
    socket_->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    socket_->write(head());
    if (!upload_) {
        socket_->write(request_.body);
        return;
    }
    writeChunk(request_.body + std::exchange(pendingUpload_, {}));
    if (uploadDone_)
        socket_->write("0\r\n\r\n");
}

void StreamExchange::writeChunk(const QByteArray& bytes) {
    if (!bytes.isEmpty())
        socket_->write(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
}

void StreamExchange::write(const QByteArray& bytes) {
    if (over_ || !upload_ || uploadDone_)
        return;
    if (connected_)
        writeChunk(bytes);
    else
        pendingUpload_ += bytes;
}

void StreamExchange::finishWriting() {
    if (over_ || !upload_ || std::exchange(uploadDone_, true))
        return;
    if (connected_)
        socket_->write("0\r\n\r\n");
}

void StreamExchange::readSome() {
    more_ = false;
    for (int i = 0; i < piecesPerTurn && !over_ && socket_; ++i) {
        const qint64 n = socket_->read(buffer_.data(), qint64(buffer_.size()));
        if (n <= 0)
            return;
        received_ += n;
        if (idleTimer_.isActive())
            idleTimer_.start();
        reader_->feed({buffer_.data(), std::size_t(n)});
        if (over_)
            return;
        if (redirecting_)
            return redirectNow();
        if (reader_->state() != HttpReader::State::Head && reader_->state() != HttpReader::State::Body)
            return onReaderStopped();
    }
    if (!over_ && socket_ && socket_->bytesAvailable() > 0 && !more_) {
        more_ = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (!over_ && socket_)
                    readSome();
            },
            Qt::QueuedConnection);
    }
}

bool StreamExchange::delivers() const {
    return request_.anyStatus || (status_ >= 200 && status_ < 300);
}

void StreamExchange::onHead() {
    status_ = reader_->status();
    redirecting_ = isRedirect(status_);
    if (redirecting_)
        return reader_->stop();
    if (!delivers())
        return;
    headTimer_.stop();
    if (request_.idleTimeoutMs > 0)
        idleTimer_.start(request_.idleTimeoutMs);
    Response head{status_, reader_->headers(), {}, request_.url, client_.clock_.steadyMs() - startedSteadyMs_};
    if (const auto expected = checkExpected(request_, head); !expected)
        return end(expected.error());
    if (handlers_.opened)
        handlers_.opened(head);
    if (over_)
        reader_->stop();
}

void StreamExchange::onBody(std::string_view bytes) {
    if (over_)
        return reader_->stop();
    if (delivers()) {
        if (handlers_.data)
            handlers_.data(bytes);
        if (over_)
            reader_->stop();
        return;
    }
    errorBody_.append(bytes.data(),
                      qsizetype(std::min<std::size_t>(bytes.size(), std::size_t(maxErrorBody - errorBody_.size()))));
    if (errorBody_.size() >= maxErrorBody)
        endOfAnswer();
}

void StreamExchange::redirectNow() {
    redirecting_ = false;
    const Response head{status_, reader_->headers(), {}, request_.url, 0};
    auto next = followed(request_, status_, head.header("Location"), visited_);
    if (!next)
        return end(next.error());
    dropSocket();
    request_ = std::move(*next);
    connectNow();
}

void StreamExchange::onReaderStopped() {
    if (reader_->state() == HttpReader::State::Done)
        return endOfAnswer();
    switch (reader_->problem()) {
    case HttpReader::Problem::HeadTooLarge:
        return end(tooLargeError(request_, HttpReader::maxHead));
    default:
        return end(notHttpError(request_));
    }
}

void StreamExchange::endOfAnswer() {
    if (delivers() && handlers_.complete) {
        const HttpStream::Handlers handlers = std::move(handlers_);
        close(false);
        return handlers.complete();
    }
    if (status_ >= 200 && status_ < 300)
        return end(endedError(request_));
    Response response{status_, reader_->headers(), errorBody_, request_.url, 0};
    end(statusError(request_, response));
}

void StreamExchange::onSocketError(QAbstractSocket::SocketError error) {
    const QString detail = socket_->errorString();
    // What arrived before the connection broke is still news.
    while (!over_ && socket_ && socket_->bytesAvailable() > 0)
        readSome();
    if (over_ || !socket_)
        return;
    if (error == QAbstractSocket::RemoteHostClosedError) {
        if (reader_->finish() || (status_ != 0 && status_ / 100 != 2))
            return endOfAnswer();
        if (status_ != 0)
            return end(endedError(request_));
    }
    end(transportError(request_, networkError(error), detail));
}

void StreamExchange::dropSocket() {
    if (!socket_)
        return;
    QSslSocket* socket = std::exchange(socket_, nullptr);
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

void StreamExchange::close(bool refused) {
    over_ = true;
    if (reader_)
        reader_->stop();
    headTimer_.stop();
    idleTimer_.stop();
    if (startedWallMs_ != 0 && audit_ == Audit::Yes)
        client_.audit({startedWallMs_, request_.method, printable(request_.url), request_.body.size(), status_,
                       client_.clock_.steadyMs() - startedSteadyMs_, received_, refused});
    dropSocket();
    deleteLater();
}

/// It left and may have been carried out, but nobody told.
bool StreamExchange::isLostWrite(const base::Error& why) const {
    const bool silent = why.kind == base::ErrorKind::Transport || why.kind == base::ErrorKind::Timeout;
    return silent && connected_ && !upload_ && !isRead(request_.method, request_.url, request_.body);
}

void StreamExchange::end(const base::Error& why) {
    if (over_)
        return;
    const bool lost = isLostWrite(why);
    close(why.kind == base::ErrorKind::Refused);
    // The handler may drop the HttpStream; the handlers have to live until it returns.
    const HttpStream::Handlers handlers = std::move(handlers_);
    if (handlers.ended)
        handlers.ended(lost ? lostAnswerError(request_, why) : why);
}

void StreamExchange::cancel() {
    if (!over_)
        close(false);
}

} // namespace mesoscope::net
