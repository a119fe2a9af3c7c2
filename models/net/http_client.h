// Everything that a session sends over HTTP leaves through here: limits, redirects, credentials, time-outs, the
// read-only gate and the audit are in one place.
// Thread: the session thread that created it; never moved afterwards. Ownership: calls and streams belong to whoever
// asked; the client must outlive the session's links (it cancels what is left).
// Reads go through one QNetworkAccessManager. Streams have sockets of their own: they must not take one of the six
// connections that a manager opens to a host, and its chunk parser can't follow a busy event stream. So have requests
// that change something: a manager silently sends a request again when a kept connection turns out to be closed, and
// whatever changes something is sent once.
#pragma once

#include "models/base/clock.h"
#include "models/net/http.h"
#include "models/net/rate_meter.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>

#include <functional>
#include <string_view>

namespace mesoscope::net {

class Exchange;
class StreamExchange;

/// A request under way. Dropping it cancels: nothing is called afterwards, the connection is closed.
class HttpCall {
public:
    HttpCall() = default;
    explicit HttpCall(Exchange* exchange);
    ~HttpCall();
    HttpCall(HttpCall&& other) noexcept;
    HttpCall& operator=(HttpCall&& other) noexcept;

    void cancel();
    bool isRunning() const;

private:
    QPointer<Exchange> exchange_;
};

/// An answer that arrives in pieces, without a limit on its length. Dropping it closes the connection silently, also
/// from inside one of its own callbacks.
class HttpStream {
public:
    /// Order: opened at most once, then any number of data, then ended exactly once. `ended` always carries an error
    /// value: a stream that is expected to go on ended (kind Transport for a clean end, with status 0), or never began.
    struct Handlers {
        std::function<void(const Response& head)> opened; ///< status 2xx, or any with Request::anyStatus; body empty
        /// Bytes of the body, transfer encoding removed; the view dies when the call returns.
        std::function<void(std::string_view bytes)> data;
        std::function<void(const base::Error& why)> ended;
        /// For answers that are expected to end (downloads): called instead of `ended` when the answer is complete.
        std::function<void()> complete = {};
    };

    HttpStream() = default;
    explicit HttpStream(StreamExchange* exchange);
    ~HttpStream();
    HttpStream(HttpStream&& other) noexcept;
    HttpStream& operator=(HttpStream&& other) noexcept;

    void cancel();
    bool isRunning() const;
    /// Bytes of a request whose body goes on (Request::body was its beginning): one chunk more, or the end of it.
    void write(const QByteArray& bytes);
    void finishWriting();

private:
    QPointer<StreamExchange> exchange_;
};

class HttpClient : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(base::Result<Response>)>;

    explicit HttpClient(const base::Clock& clock, QObject* parent = nullptr);
    ~HttpClient() override;

    /// Exactly one callback, from the event loop and never from inside send(), unless the HttpCall is dropped or
    /// `context` dies first. `context` must live in this thread.
    [[nodiscard]] HttpCall send(Request request, QObject* context, Done done);
    /// The same for callers that keep no handle: cancelled when `owner` or the client dies.
    void sendFor(QObject* owner, Request request, Done done);
    /// An endpoint value: the decoded answer, or the first error on the way.
    template<typename T>
    [[nodiscard]] HttpCall send(Request base, const Call<T>& call, QObject* context,
                                std::function<void(base::Result<T>)> done);

    /// Opens a stream; callbacks come from the event loop. `upload`: the request's body goes on (chunked) until
    /// HttpStream::finishWriting.
    [[nodiscard]] HttpStream stream(Request request, HttpStream::Handlers handlers, bool upload = false);

    /// While read-only nothing leaves but GET, HEAD and the read calls of Mesos' POST /api/v1; the rest is answered
    /// with an Error of kind Refused.
    void setReadOnly(bool readOnly) { readOnly_ = readOnly; }
    bool isReadOnly() const { return readOnly_; }

    /// Called once per exchange when it is over, on this thread.
    void setAudit(std::function<void(const AuditEntry&)> audit) { audit_ = std::move(audit); }

    /// Requests that left since the start, redirects counted.
    qint64 requestCount() const { return requestCount_; }
    double requestsPerSecond() { return requestRate_.perSecond(clock_.steadyMs()); }

private:
    friend class Exchange;
    friend class StreamExchange;
    base::Result<void> admit(const Request& request);
    void countRequest();
    void audit(const AuditEntry& entry);

    const base::Clock& clock_;
    QNetworkAccessManager manager_;
    std::function<void(const AuditEntry&)> audit_;
    RateMeter requestRate_;
    qint64 requestCount_ = 0;
    bool readOnly_ = false;
};

template<typename T>
HttpCall HttpClient::send(Request base, const Call<T>& call, QObject* context,
                          std::function<void(base::Result<T>)> done) {
    base.method = call.verb;
    base.url = joined(base.url, call.path);
    base.body = call.body;
    base.contentType = call.contentType;
    return send(std::move(base), context,
                [decode = call.decode, done = std::move(done)](const base::Result<Response>& answer) {
                    done(answer ? decode(*answer) : base::Result<T>(tl::unexpected(answer.error())));
                });
}

} // namespace mesoscope::net
