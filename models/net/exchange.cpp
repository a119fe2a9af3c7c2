#include "models/net/exchange.h"

#include "models/net/errors.h"
#include "models/net/read_only_gate.h"
#include "models/net/redirect.h"
#include "models/net/stream_exchange.h"
#include "models/net/tls.h"

namespace mesoscope::net {

Exchange::Exchange(HttpClient& client, Request request, QObject* context, HttpClient::Done done)
    : QObject(&client), client_(client), request_(std::move(request)), context_(context), done_(std::move(done)) {
    total_.setSingleShot(true);
    connect(&total_, &QTimer::timeout, this, [this] { fail(timeoutError(request_)); });
    if (context)
        connect(context, &QObject::destroyed, this, &Exchange::cancel);
    QMetaObject::invokeMethod(this, &Exchange::start, Qt::QueuedConnection);
}

void Exchange::start() {
    if (over_)
        return;
    startedSteadyMs_ = client_.clock_.steadyMs();
    startedWallMs_ = client_.clock_.wallMs();
    request_.url = request_.url.adjusted(QUrl::RemoveUserInfo);
    if (const auto admitted = client_.admit(request_); !admitted)
        return report(tl::unexpected(admitted.error()));
    if (request_.totalTimeoutMs > 0)
        total_.start(request_.totalTimeoutMs);
    sendNow();
}

void Exchange::sendOnce() {
    Request request = request_;
    request.anyStatus = true;
    request.expect = Expect::Anything; // judged with the body at hand
    const HttpStream::Handlers handlers{[this](const Response& head) { response_ = head; },
                                        [this](std::string_view bytes) {
                                            take({bytes.data(), qsizetype(bytes.size())});
                                        },
                                        [this](const base::Error& why) { fail(why); }, [this] { judge(); }};
    once_ = HttpStream(new StreamExchange(client_, std::move(request), handlers, false, StreamExchange::Audit::Silent));
}

void Exchange::take(const QByteArray& bytes) {
    response_.body += bytes;
    if (response_.body.size() > request_.maxBody)
        fail(tooLargeError(request_, request_.maxBody));
}

void Exchange::sendNow() {
    if (!isRead(request_.method, request_.url, request_.body))
        return sendOnce();
    const auto tls = sslConfiguration(request_.endpoint.tls);
    if (!tls)
        return report(tl::unexpected(tls.error()));
    response_ = {};
    client_.countRequest();
    reply_ = client_.manager_.sendCustomRequest(networkRequest(*tls), request_.method, request_.body);
    reply_->setParent(this);
    reply_->setReadBufferSize(1024 * 1024);
    connect(reply_, &QIODevice::readyRead, this, &Exchange::readAvailable);
    connect(reply_, &QNetworkReply::finished, this, &Exchange::onFinished);
}

QNetworkRequest Exchange::networkRequest(const QSslConfiguration& tls) const {
    QNetworkRequest r(request_.url);
    r.setSslConfiguration(tls);
    r.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    r.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    r.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    r.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    r.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    r.setTransferTimeout(request_.idleTimeoutMs);
    r.setDecompressedSafetyCheckThreshold(-1); // maxBody is the limit, and readAvailable() enforces it piece by piece
    r.setRawHeader("Accept", request_.accept);
    r.setRawHeader("User-Agent", "Mesoscope");
    if (request_.identity)
        r.setRawHeader("Accept-Encoding", "identity");
    if (!request_.contentType.isEmpty())
        r.setRawHeader("Content-Type", request_.contentType);
    for (const Header& h : request_.headers)
        r.setRawHeader(h.name, h.value);
    if (const QByteArray value = authorization(request_.endpoint, request_.url); !value.isEmpty())
        r.setRawHeader("Authorization", value);
    return r;
}

void Exchange::readAvailable() {
    take(reply_->readAll());
}

void Exchange::onFinished() {
    if (reply_->isOpen()) // a time-out closes it first
        readAvailable();
    if (over_)
        return;
    response_.status = reply_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError code = reply_->error();
    // The HTTP status decides; Qt's code only tells about the transport. Below 100 are transport and proxy errors, and
    // a head without the whole body is one of them.
    const bool transport =
        code != QNetworkReply::NoError &&
        (response_.status == 0 || code < QNetworkReply::ContentAccessDenied || code == QNetworkReply::ProtocolFailure);
    if (code == QNetworkReply::OperationCanceledError)
        return fail(timeoutError(request_)); // ours is silent: this one is the transfer time-out
    if (transport)
        return fail(transportError(request_, code, reply_->errorString()));
    if (response_.status == 0)
        return fail(notHttpError(request_));
    onAnswered();
}

void Exchange::onAnswered() {
    for (const auto& [name, value] : reply_->rawHeaderPairs())
        response_.headers.append({name, value});
    if (isRedirect(response_.status))
        return redirectTo(response_.status);
    response_.url = request_.url;
    judge();
}

void Exchange::judge() {
    response_.elapsedMs = client_.clock_.steadyMs() - startedSteadyMs_;
    if (!response_.ok() && !request_.anyStatus)
        return report(tl::unexpected(statusError(request_, response_)));
    if (const auto expected = checkExpected(request_, response_); response_.ok() && !expected)
        return report(tl::unexpected(expected.error()));
    report(std::move(response_));
}

void Exchange::redirectTo(int status) {
    auto next = followed(request_, status, response_.header("Location"), visited_);
    if (!next)
        return report(tl::unexpected(next.error()));
    dropReply();
    request_ = std::move(*next);
    sendNow();
}

void Exchange::fail(const base::Error& error) {
    report(tl::unexpected(error));
}

void Exchange::dropReply() {
    once_.cancel();
    if (!reply_)
        return;
    QNetworkReply* reply = std::exchange(reply_, nullptr);
    reply->disconnect(this); // abort() reports synchronously: silence it first
    reply->abort();
    reply->deleteLater();
}

void Exchange::close(int status, qint64 answerBytes, bool refused) {
    over_ = true;
    total_.stop();
    if (startedWallMs_ != 0)
        client_.audit({startedWallMs_, request_.method, printable(request_.url), request_.body.size(), status,
                       client_.clock_.steadyMs() - startedSteadyMs_, answerBytes, refused});
    dropReply();
    deleteLater();
}

void Exchange::report(const base::Result<Response>& result) {
    if (over_)
        return;
    const int status = result ? result->status : result.error().httpStatus;
    close(status, result ? result->body.size() : response_.body.size(),
          !result && result.error().kind == base::ErrorKind::Refused);
    if (const auto done = std::exchange(done_, nullptr); done && context_)
        done(result);
}

void Exchange::cancel() {
    if (over_)
        return;
    close(0, response_.body.size(), false);
    done_ = nullptr;
}

} // namespace mesoscope::net
