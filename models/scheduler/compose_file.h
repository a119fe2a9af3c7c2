// A compose file as text, before it is sent: whether it is one, and which apps it would create in which order. The
// form is that of Swan's compose-ng. Pure; any thread.
#pragma once

#include "models/base/error.h"
#include "models/scheduler/types.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace mesoscope::scheduler {

struct ComposeService {
    QString name;
    QString image;
    int instances = 1;
    QStringList needs; ///< services that have to have started before
};

struct ComposeFile {
    QList<ComposeService> services; ///< what is needed stands before what needs it
    QStringList variables;          ///< names of ${NAME} without a default, each once
};

/// Whether a document that is sent to a scheduler is a compose file rather than an app: YAML with services.
bool isComposeFile(QByteArrayView document);
/// Whether a command is about one: Deploy with such a document, or with targets {name, runAs, cluster or empty,
/// NAME=value of each variable…}.
bool createsCompose(const Command& command);

/// Errors (kind Input) name the line of what is no YAML, or what is missing.
base::Result<ComposeFile> readComposeFile(const QByteArray& yaml);

/// "db, front (after db)".
QString composeOrder(const ComposeFile& file);

} // namespace mesoscope::scheduler
