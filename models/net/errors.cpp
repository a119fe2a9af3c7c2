#include "models/net/errors.h"

#include <QCoreApplication>

#include <simdjson.h>

namespace mesoscope::net {

namespace {

using base::Error;
using base::ErrorKind;

QString tr(const char* text) {
    return QCoreApplication::translate("net", text);
}

QString where(const Request& request) {
    return printable(request.url);
}

QString place(const Request& request) {
    const QString port = QString::number(request.url.port(request.url.scheme() == QLatin1String("https") ? 443 : 80));
    return QStringLiteral("%1:%2").arg(request.url.host(), port);
}

QString systemName(const Request& request) {
    return request.system.isEmpty() ? tr("the server") : request.system;
}

QString checkPort(const Request& request) {
    return tr("Check whether this is the port of %1.").arg(systemName(request));
}

Error error(ErrorKind kind, const QString& sentence, const QString& advice) {
    return {kind, sentence, advice, {}, 0};
}

bool isTls(QNetworkReply::NetworkError code) {
    return code == QNetworkReply::SslHandshakeFailedError;
}

QString messageOf(const QByteArray& body) {
    simdjson::ondemand::parser parser;
    const simdjson::padded_string padded(body.constData(), std::size_t(body.size()));
    simdjson::ondemand::document document;
    std::string_view message;
    if (parser.iterate(padded).get(document) || document["message"].get_string().get(message))
        return {};
    return QString::fromUtf8(message.data(), qsizetype(message.size()));
}

QString statusAdvice(const Request& request, int status) {
    switch (status) {
    case 401:
        if (!request.endpoint.credentials.isEmpty() && !request.endpoint.urls.isEmpty())
            return tr(
                "Check user and password or the token. They are sent only to the configured addresses: if this is "
                "another one, add it to them.");
        return tr("Enter user and password, or a token, for this cluster.");
    case 403:
        return tr("These credentials do not allow it. Ask for the permission or use others.");
    case 404:
        return checkPort(request);
    case 503:
        return tr("It is starting or has no leader yet; this usually passes.");
    default:
        break;
    }
    return status >= 500 ? tr("Look into the log of %1.").arg(systemName(request)) : QString();
}

QString statusSentence(const Request& request, int status) {
    switch (status) {
    case 401:
        return tr("%1 wants credentials, or does not accept these.").arg(place(request));
    case 403:
        return tr("%1 does not permit this (403).").arg(place(request));
    case 404:
        return tr("%1 does not exist (404).").arg(where(request));
    case 503:
        return tr("%1 is not available now (503).").arg(place(request));
    default:
        return tr("%1 answered with status %2.").arg(place(request), QString::number(status));
    }
}

bool looksLikePage(const Response& response) {
    const QByteArray type = response.contentType();
    if (type == "text/html" || type == "application/xhtml+xml")
        return true;
    const QByteArray start = response.body.first(qMin<qsizetype>(response.body.size(), 256)).trimmed().toLower();
    return start.startsWith("<!doctype html") || start.startsWith("<html");
}

bool looksLikeJson(const QByteArray& body) {
    for (const char c : body) {
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t')
            continue;
        return QByteArrayView("{[\"-0123456789tfn").contains(c);
    }
    return true; // empty: whoever decodes it knows whether that is allowed
}

} // namespace

Error transportError(const Request& request, QNetworkReply::NetworkError code, const QString& detail) {
    Error e = error(ErrorKind::Transport, {}, {});
    e.serverText = detail;
    switch (code) {
    case QNetworkReply::ConnectionRefusedError:
        e.sentence = tr("Nothing listens at %1.").arg(place(request));
        e.advice = tr("Check the address and whether %1 is running.").arg(systemName(request));
        break;
    case QNetworkReply::HostNotFoundError:
        e.sentence = tr("The name %1 is not known.").arg(request.url.host());
        e.advice = tr("Check the spelling, or the network and its name server.");
        break;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        e.sentence = tr("The proxy on the way to %1 does not let the request through.").arg(place(request));
        e.advice = tr("Check the proxy settings of this machine.");
        break;
    case QNetworkReply::RemoteHostClosedError:
        e.sentence = tr("%1 closed the connection without a complete answer.").arg(place(request));
        e.advice = tr("It may be restarting. Otherwise check whether this is the port of %1.").arg(systemName(request));
        break;
    case QNetworkReply::TimeoutError:
        return timeoutError(request);
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::UnknownNetworkError:
        return notHttpError(request);
    default:
        e.sentence = isTls(code) ? QString() : tr("The connection to %1 broke.").arg(place(request));
        e.advice = tr("It is tried again; if this stays, check the network between here and there.");
        break;
    }
    return isTls(code) ? tlsError(request, detail) : e;
}

Error timeoutError(const Request& request) {
    return error(ErrorKind::Timeout, tr("%1 does not answer.").arg(place(request)),
                 tr("It may be overloaded, or a firewall drops the packets."));
}

Error tlsError(const Request& request, const QString& detail) {
    const bool certificate = detail.contains(QLatin1String("certificate"), Qt::CaseInsensitive);
    Error e =
        error(ErrorKind::Transport,
              certificate ? tr("The certificate of %1 is not trusted.").arg(place(request))
                          : tr("No secure connection to %1 could be made.").arg(place(request)),
              tr("Check whether it speaks HTTPS, and give the file of its certificate authority if it has its own."));
    e.serverText = detail;
    return e;
}

Error statusError(const Request& request, int status, const QByteArray& contentType, const QByteArray& body) {
    return {ErrorKind::Status, statusSentence(request, status), statusAdvice(request, status),
            readableText(contentType, body), status};
}

Error statusError(const Request& request, const Response& response) {
    return statusError(request, response.status, response.contentType(), response.body);
}

Error tooLargeError(const Request& request, qint64 limit) {
    return error(
        ErrorKind::Limit,
        tr("The answer of %1 is larger than %2 MB.").arg(where(request), QString::number(limit / (1024 * 1024))),
        checkPort(request));
}

Error redirectLoopError(const Request& request, const QUrl& target) {
    return error(ErrorKind::Limit, tr("%1 redirects in a circle (to %2).").arg(where(request), printable(target)),
                 tr("The servers disagree about who leads; this usually passes. Otherwise check their addresses."));
}

Error badRedirectError(const Request& request, const QByteArray& location) {
    Error e = error(ErrorKind::Decode, tr("%1 redirects to a place that can't be used.").arg(where(request)),
                    checkPort(request));
    e.serverText = readableText("text/plain", location);
    return e;
}

Error downgradeError(const Request& request, const QUrl& target) {
    return error(ErrorKind::Refused,
                 tr("%1 redirects from HTTPS to plain HTTP (%2).").arg(where(request), printable(target)),
                 tr("This is not followed. Configure the address it leads to if that is right."));
}

Error readOnlyError(const Request& request) {
    return error(ErrorKind::Refused,
                 tr("Not sent: this cluster is opened read-only (%1 %2).")
                     .arg(QString::fromLatin1(request.method), where(request)),
                 tr("Open it with permission to change things."));
}

Error endedError(const Request& request) {
    return error(ErrorKind::Transport, tr("%1 ended the stream.").arg(place(request)),
                 tr("It is opened again; the picture is read anew."));
}

Error lostAnswerError(const Request& request, const Error& why) {
    Error e = error(why.kind, tr("The request reached %1, but its answer was lost.").arg(place(request)),
                    tr("It may or may not have been carried out. Look at the state before you try again."));
    e.serverText = why.serverText.isEmpty() ? why.sentence : why.serverText;
    return e;
}

Error notHttpError(const Request& request) {
    return error(ErrorKind::Decode, tr("%1 answers, but not in HTTP.").arg(place(request)), checkPort(request));
}

Error badUrlError(const Request& request) {
    return error(ErrorKind::Input, tr("“%1” is not an HTTP address.").arg(where(request)),
                 tr("Write it like http://host:5050."));
}

base::Result<void> checkExpected(const Request& request, const Response& response) {
    if (request.expect == Expect::Anything)
        return {};
    Error e = error(ErrorKind::Decode, {}, checkPort(request));
    e.httpStatus = response.status;
    if (looksLikePage(response)) {
        e.sentence = tr("The answer of %1 looks like a web page.").arg(where(request));
        return tl::unexpected(e);
    }
    if (request.expect == Expect::Json && !looksLikeJson(response.body)) {
        e.sentence = tr("The answer of %1 is not JSON.").arg(where(request));
        e.serverText = readableText(response.contentType(), response.body, 80);
        return tl::unexpected(e);
    }
    return {};
}

QString readableText(const QByteArray& contentType, const QByteArray& body, qsizetype limit) {
    if (contentType.contains("html"))
        return {};
    const QByteArray start = body.first(qMin<qsizetype>(body.size(), 64 * 1024));
    QString text = start.trimmed().startsWith('{') ? messageOf(start) : QString();
    if (text.isEmpty())
        text = QString::fromUtf8(start.first(qMin(start.size(), limit * 4)));
    for (QChar& c : text) {
        if (c != QLatin1Char('\n') && !c.isPrint())
            c = QLatin1Char(' ');
    }
    text = text.trimmed();
    return text.size() > limit ? text.first(limit) + QChar(0x2026) : text;
}

} // namespace mesoscope::net
