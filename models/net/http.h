// Requests and answers as values. Any thread; no secrets but those in Request::endpoint, which nothing here prints.
#pragma once

#include "models/base/error.h"
#include "models/net/endpoint.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <functional>

namespace mesoscope::net {

struct Header {
    QByteArray name;
    QByteArray value;
};

/// What a successful answer has to look like; anything else is an Error of kind Decode that names the likely mistake.
enum class Expect : quint8 {
    Json,   ///< neither a web page nor binary
    NoPage, ///< text or binary, but not a web page
    Anything,
};

struct Request {
    Endpoint endpoint; ///< credentials, TLS, and the origins that may see the credentials
    QByteArray method = "GET";
    QUrl url; ///< absolute, http or https; user info in it is dropped
    QByteArray body;
    QByteArray contentType;
    QByteArray accept = "application/json";
    QList<Header> headers; ///< further ones
    Expect expect = Expect::Json;
    /// What the port is supposed to be, for error sentences: "Mesos master", "Marathon".
    QString system;
    /// Every HTTP status comes as a Response; without it only 2xx does and the rest is an Error (kind Status).
    bool anyStatus = false;
    /// Ask for an uncompressed answer: on loopback and fast lines compressing costs the server more than it saves.
    bool identity = false;
    int idleTimeoutMs = 15'000;  ///< silence; 0: none
    int totalTimeoutMs = 60'000; ///< until the whole answer is there (streams: until its head is there); 0: none
    qint64 maxBody = 256LL * 1024 * 1024;
    int maxRedirects = 5;

    /// The same as shown to the user.
    RequestSummary summary() const;
};

struct Response {
    int status = 0;
    QList<Header> headers;
    QByteArray body;
    QUrl url; ///< where it came from, after redirects
    qint64 elapsedMs = 0;

    QByteArray header(QByteArrayView name) const; ///< case-insensitive; empty when absent
    QByteArray contentType() const;               ///< lower case, without parameters
    bool ok() const { return status >= 200 && status < 300; }
};

/// One exchange that left (or was refused), without any secret: no header, no body, query values of secrets masked.
struct AuditEntry {
    qint64 atMs = 0; ///< Clock::wallMs when it was sent
    QByteArray method;
    QString url;
    qint64 bodyBytes = 0;
    int status = 0; ///< 0: no answer
    qint64 elapsedMs = 0;
    qint64 answerBytes = 0;
    bool refused = false; ///< by the read-only gate: nothing left
};

/// A request as an endpoint value: what to ask, and how to read the answer. `path` is appended to the base address.
template<typename T>
struct Call {
    QByteArray verb = "GET";
    QString path; ///< "/v2/apps?embed=apps.counts"
    std::function<base::Result<T>(const Response&)> decode;
    QByteArray body = {};
    QByteArray contentType = {};
};

/// `base` with `path` (which may have a query) behind its own path.
QUrl joined(const QUrl& base, const QString& path);
/// Scheme, host and port with the default port filled in: "http://10.0.0.1:80".
QString origin(const QUrl& url);
/// For display and logs: no user info, values of query items that look like secrets masked.
QString printable(const QUrl& url);

} // namespace mesoscope::net
