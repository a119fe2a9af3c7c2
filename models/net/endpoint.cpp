#include "models/net/endpoint.h"

namespace mesoscope::net {

namespace {

/// Single quotes protect everything in a POSIX shell but the single quote itself.
QString shellQuoted(QString text) {
    text.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + text + QLatin1Char('\'');
}

} // namespace

QString RequestSummary::asCurl() const {
    QString line =
        QStringLiteral("curl -X %1 %2").arg(QString::fromLatin1(method), shellQuoted(url.toString(QUrl::FullyEncoded)));
    if (!contentType.isEmpty())
        line += QStringLiteral(" -H %1").arg(
            shellQuoted(QStringLiteral("Content-Type: %1").arg(QString::fromLatin1(contentType))));
    if (!body.isEmpty())
        line += QStringLiteral(" --data-binary %1").arg(shellQuoted(QString::fromUtf8(body)));
    return line;
}

} // namespace mesoscope::net
