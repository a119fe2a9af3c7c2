#include "models/net/redirect.h"

#include "models/net/errors.h"

namespace mesoscope::net {

bool isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

base::Result<Request> followed(const Request& request, int status, const QByteArray& location, QStringList& visited) {
    // Mesos sends scheme-relative locations ("//host:5050/master/state"); resolved() keeps our scheme for them.
    const QUrl target = request.url.resolved(QUrl::fromEncoded(location)).adjusted(QUrl::RemoveUserInfo);
    const bool web = target.scheme() == QLatin1String("http") || target.scheme() == QLatin1String("https");
    if (location.isEmpty() || !target.isValid() || !web || target.host().isEmpty())
        return tl::unexpected(badRedirectError(request, location));
    if (request.url.scheme() == QLatin1String("https") && target.scheme() == QLatin1String("http"))
        return tl::unexpected(downgradeError(request, target));
    const bool read = request.method == "GET" || request.method == "HEAD";
    if (!read && status != 307 && status != 308)
        return tl::unexpected(badRedirectError(request, location));
    visited.append(request.url.toString(QUrl::FullyEncoded));
    if (visited.contains(target.toString(QUrl::FullyEncoded)) || visited.size() > request.maxRedirects)
        return tl::unexpected(redirectLoopError(request, target));
    Request next = request;
    next.url = target;
    return next;
}

bool maySeeCredentials(const Endpoint& endpoint, const QUrl& url) {
    const QString wanted = origin(url);
    return std::any_of(endpoint.urls.begin(), endpoint.urls.end(), [&](const QUrl& u) { return origin(u) == wanted; });
}

QByteArray authorization(const Endpoint& endpoint, const QUrl& url) {
    const Credentials& c = endpoint.credentials;
    if (c.isEmpty() || !maySeeCredentials(endpoint, url))
        return {};
    if (!c.dcosToken.isEmpty())
        return "token=" + c.dcosToken.toUtf8();
    if (!c.bearerToken.isEmpty())
        return "Bearer " + c.bearerToken.toUtf8();
    return "Basic " + (c.user + QLatin1Char(':') + c.password).toUtf8().toBase64();
}

} // namespace mesoscope::net
