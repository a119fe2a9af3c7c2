// Every way in which an exchange fails, as a sentence and what to do about it. Pure; any thread. Nothing here ever sees
// a header or a credential.
#pragma once

#include "models/net/http.h"

#include <QNetworkReply>

namespace mesoscope::net {

/// The transport failed: nobody listening, name unknown, TLS, reset …; `detail` is the library's own text.
base::Error transportError(const Request& request, QNetworkReply::NetworkError code, const QString& detail);
base::Error timeoutError(const Request& request);
base::Error tlsError(const Request& request, const QString& detail);
/// A status that says no; `body` is cut to a readable text (a JSON object's "message" is taken out of it).
base::Error statusError(const Request& request, int status, const QByteArray& contentType, const QByteArray& body);
base::Error statusError(const Request& request, const Response& response);
base::Error tooLargeError(const Request& request, qint64 limit);
base::Error redirectLoopError(const Request& request, const QUrl& target);
base::Error badRedirectError(const Request& request, const QByteArray& location);
base::Error downgradeError(const Request& request, const QUrl& target);
base::Error readOnlyError(const Request& request);
base::Error endedError(const Request& request);
/// A change left, but its answer was lost: it may have been carried out. Keeps the kind of `why`.
base::Error lostAnswerError(const Request& request, const base::Error& why);
base::Error notHttpError(const Request& request);
base::Error badUrlError(const Request& request);
/// Set when a successful answer is not of the expected kind.
base::Result<void> checkExpected(const Request& request, const Response& response);

/// At most `limit` characters of what a server said, control characters and markup removed.
QString readableText(const QByteArray& contentType, const QByteArray& body, qsizetype limit = 300);

} // namespace mesoscope::net
