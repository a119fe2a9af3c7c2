// Where app documents come from besides the cluster and files: templates, `docker run …` lines and Compose files.
//
// Thread: pure functions, any thread.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace mesoscope::appspec {

struct Template {
    QString id;           ///< stable name: stateless-web, …
    QString title;        ///< translated
    QString purpose;      ///< one sentence, translated
    QByteArray text;      ///< a document, with an id to be changed
    QStringList features; ///< of the server, that it needs
};

QList<Template> templates();

struct Imported {
    QByteArray text;   ///< one app, or a group of apps
    QStringList notes; ///< what could not be taken over, a sentence each
    QString error;     ///< a sentence; text is empty then
};

/// A whole command line, with or without "docker run" in front; backslashes at line ends are fine.
Imported fromDockerRun(const QString& commandLine);
/// A Compose file; `project` names the group.
Imported fromCompose(const QByteArray& yaml, const QString& project);

} // namespace mesoscope::appspec
