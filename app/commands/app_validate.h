// mesoscope app validate FILE [--for marathon|swan] [--features LIST]: every rule, no network.
#pragma once

#include "models/appspec/rules/problem.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace mesoscope::app::commands {

/// Takes what follows "app validate". FILE may be - for standard input; an app, a group or a list of apps is accepted.
/// Further options for documents that meet a cluster with its own settings: --default-network NAME, --mesos-role ROLE,
/// --existing FILE (apps that are stored already), --request "METHOD PATH". Returns 0 valid, 1 not valid, 2 wrong usage
/// or a file that cannot be read.
int appValidate(const QStringList& arguments);

/// The whole file, or standard input for "-". On failure prints one sentence to stderr and returns nothing.
std::optional<QByteArray> readDocument(const QString& file);
/// {path, message, severity, line, column, stage}
QJsonObject problemJson(const appspec::Problem& problem);
/// "FILE:line:column: error: path: message [stage]", one line each.
void printProblems(const QString& file, const QList<appspec::Problem>& problems);

} // namespace mesoscope::app::commands
