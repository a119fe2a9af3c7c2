#include "models/net/http.h"

#include <QUrlQuery>

namespace mesoscope::net {

RequestSummary Request::summary() const {
    return {method, url.adjusted(QUrl::RemoveUserInfo), contentType, body};
}

QByteArray Response::header(QByteArrayView name) const {
    for (const Header& h : headers) {
        if (h.name.compare(name, Qt::CaseInsensitive) == 0)
            return h.value;
    }
    return {};
}

QByteArray Response::contentType() const {
    const QByteArray value = header("Content-Type");
    const qsizetype end = value.indexOf(';');
    return (end < 0 ? value : value.first(end)).trimmed().toLower();
}

QUrl joined(const QUrl& base, const QString& path) {
    const qsizetype question = path.indexOf(QLatin1Char('?'));
    QString whole = base.path(QUrl::FullyEncoded);
    while (whole.endsWith(QLatin1Char('/')))
        whole.chop(1);
    const QString tail = question < 0 ? path : path.first(question);
    if (!tail.startsWith(QLatin1Char('/')))
        whole += QLatin1Char('/');
    QUrl url = base.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    url.setPath(whole + tail, QUrl::TolerantMode);
    if (question >= 0)
        url.setQuery(path.sliced(question + 1), QUrl::TolerantMode);
    return url;
}

QString origin(const QUrl& url) {
    const QString scheme = url.scheme().toLower();
    const int port = url.port(scheme == QLatin1String("https") ? 443 : 80);
    return QStringLiteral("%1://%2:%3").arg(scheme, url.host().toLower(), QString::number(port));
}

QString printable(const QUrl& url) {
    QUrl shown = url.adjusted(QUrl::RemoveUserInfo);
    if (!shown.hasQuery())
        return shown.toString(QUrl::FullyEncoded);
    QUrlQuery query(shown);
    QList<std::pair<QString, QString>> items = query.queryItems(QUrl::FullyEncoded);
    for (auto& [key, value] : items) {
        for (const QLatin1String word : {QLatin1String("token"), QLatin1String("password"), QLatin1String("secret")}) {
            if (key.contains(word, Qt::CaseInsensitive))
                value = QStringLiteral("***");
        }
    }
    query.setQueryItems(items);
    shown.setQuery(query);
    return shown.toString(QUrl::FullyEncoded);
}

} // namespace mesoscope::net
