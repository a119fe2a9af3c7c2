#include "models/net/http_client.h"

#include "models/net/errors.h"
#include "models/net/exchange.h"
#include "models/net/read_only_gate.h"
#include "models/net/stream_exchange.h"

#include <QThread>

namespace mesoscope::net {

HttpCall::HttpCall(Exchange* exchange) : exchange_(exchange) {}
HttpCall::~HttpCall() {
    cancel();
}
HttpCall::HttpCall(HttpCall&& other) noexcept : exchange_(std::exchange(other.exchange_, {})) {}

HttpCall& HttpCall::operator=(HttpCall&& other) noexcept {
    if (this != &other) {
        cancel();
        exchange_ = std::exchange(other.exchange_, {});
    }
    return *this;
}

void HttpCall::cancel() {
    if (const auto exchange = std::exchange(exchange_, {}))
        exchange->cancel();
}

bool HttpCall::isRunning() const {
    return exchange_ && exchange_->isRunning();
}

HttpStream::HttpStream(StreamExchange* exchange) : exchange_(exchange) {}
HttpStream::~HttpStream() {
    cancel();
}
HttpStream::HttpStream(HttpStream&& other) noexcept : exchange_(std::exchange(other.exchange_, {})) {}

HttpStream& HttpStream::operator=(HttpStream&& other) noexcept {
    if (this != &other) {
        cancel();
        exchange_ = std::exchange(other.exchange_, {});
    }
    return *this;
}

void HttpStream::cancel() {
    if (const auto exchange = std::exchange(exchange_, {}))
        exchange->cancel();
}

bool HttpStream::isRunning() const {
    return exchange_ && exchange_->isRunning();
}

void HttpStream::write(const QByteArray& bytes) {
    if (exchange_)
        exchange_->write(bytes);
}

void HttpStream::finishWriting() {
    if (exchange_)
        exchange_->finishWriting();
}

HttpClient::HttpClient(const base::Clock& clock, QObject* parent) : QObject(parent), clock_(clock), manager_(this) {
    manager_.setAutoDeleteReplies(false);
}

HttpClient::~HttpClient() {
    for (Exchange* exchange : findChildren<Exchange*>(Qt::FindDirectChildrenOnly))
        exchange->cancel();
    for (StreamExchange* exchange : findChildren<StreamExchange*>(Qt::FindDirectChildrenOnly))
        exchange->cancel();
}

HttpCall HttpClient::send(Request request, QObject* context, Done done) {
    Q_ASSERT(thread() == QThread::currentThread());
    return HttpCall(new Exchange(*this, std::move(request), context, std::move(done)));
}

void HttpClient::sendFor(QObject* owner, Request request, Done done) {
    Q_ASSERT(thread() == QThread::currentThread());
    new Exchange(*this, std::move(request), owner, std::move(done)); // a child of this; deletes itself
}

HttpStream HttpClient::stream(Request request, HttpStream::Handlers handlers, bool upload) {
    Q_ASSERT(thread() == QThread::currentThread());
    return HttpStream(new StreamExchange(*this, std::move(request), std::move(handlers), upload));
}

base::Result<void> HttpClient::admit(const Request& request) {
    const bool web = request.url.scheme() == QLatin1String("http") || request.url.scheme() == QLatin1String("https");
    if (!request.url.isValid() || !web || request.url.host().isEmpty())
        return tl::unexpected(badUrlError(request));
    if (readOnly_ && !isRead(request.method, request.url, request.body))
        return tl::unexpected(readOnlyError(request));
    return {};
}

void HttpClient::countRequest() {
    ++requestCount_;
    requestRate_.add(clock_.steadyMs());
}

void HttpClient::audit(const AuditEntry& entry) {
    if (audit_)
        audit_(entry);
}

} // namespace mesoscope::net
