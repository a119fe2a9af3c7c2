#include "app/commands/version.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

namespace mesoscope::app::commands {

int version(bool json) {
    const QString ours = QStringLiteral(MESOSCOPE_VERSION);
    const QString qt = QString::fromLatin1(qVersion());
    const QString commit = QStringLiteral(MESOSCOPE_COMMIT);
    QTextStream out(stdout);
    if (json) {
        const QJsonObject object{
            {QStringLiteral("version"), ours}, {QStringLiteral("qt"), qt}, {QStringLiteral("commit"), commit}};
        out << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) << Qt::endl;
    } else {
        out << QStringLiteral("mesoscope %1 (commit %2, Qt %3)").arg(ours, commit, qt) << Qt::endl;
    }
    return 0;
}

} // namespace mesoscope::app::commands
