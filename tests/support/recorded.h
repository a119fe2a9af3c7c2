// Recorded answers of real servers, many in one file: a line
// NAME\tSTATUS\tMETHOD\tPATH\tCONTENT-TYPE\tDEPLOYMENT\tBYTES, then exactly so many bytes of body and a line end.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace mesoscope::test {

struct Recorded {
    QString name;
    int status = 0;
    QByteArray method;
    QByteArray path; ///< with query
    QByteArray contentType;
    QByteArray deployment; ///< Marathon-Deployment-Id
    QByteArray body;
};

/// Reads tests/fixtures/FILE (".z": compressed); ends the program with a sentence when it is damaged.
QList<Recorded> recordedAnswers(const QString& file);
/// The one of this name; ends the program when there is none.
Recorded recordedAnswer(const QList<Recorded>& all, const QString& name);

} // namespace mesoscope::test
