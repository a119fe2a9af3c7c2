#include "models/text/request.h"

#include <QCoreApplication>

namespace mesoscope::text {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::text)
};

} // namespace

QString requestText(const net::RequestSummary& request, int bodyLimit) {
    QString text = QString::fromLatin1(request.method) + QLatin1Char(' ') + request.url.toString(QUrl::RemoveUserInfo);
    if (request.body.isEmpty())
        return text;
    const QString body = QString::fromUtf8(request.body);
    text += QLatin1Char('\n') + body.left(bodyLimit);
    if (body.size() > bodyLimit)
        text += Words::tr("\n… and %Ln more character(s)", nullptr, int(body.size() - bodyLimit));
    return text;
}

QString requestsText(const QList<net::RequestSummary>& requests, int limit) {
    QStringList parts;
    for (qsizetype i = 0; i < requests.size() && i < limit; ++i)
        parts += requestText(requests[i]);
    if (requests.size() > limit)
        parts += Words::tr("… and %Ln more like these", nullptr, int(requests.size()) - limit);
    return parts.join(QStringLiteral("\n\n"));
}

QString curlText(const QList<net::RequestSummary>& requests) {
    QStringList parts;
    for (const net::RequestSummary& request : requests)
        parts += request.asCurl();
    return parts.join(QLatin1Char('\n'));
}

} // namespace mesoscope::text
