// mesoscope app diff FILE [APP]: a document against what runs.
#pragma once

#include "models/appspec/plan.h"

#include <QByteArray>
#include <QJsonArray>
#include <QList>
#include <QStringList>

namespace mesoscope::app::commands {

/// Prints the difference between the document and the running apps (documents as the server sent them). With `app`,
/// only that app is compared, and a document without an id is taken for it. Returns 0 (also when there are
/// differences), 1 when the document is not valid, 2 when it is not JSON.
int printDiff(const QByteArray& document, const QList<QByteArray>& running, const QString& app, bool json);

/// Without a cluster: `app diff FILE OTHERFILE` compares two files, OTHERFILE being what runs. Takes what follows
/// "app diff"; nothing when the second argument is no file, so that the caller has to ask a cluster.
std::optional<int> appDiffFiles(const QStringList& arguments);

/// [{path, kind, before, after}]; with several apps the path begins with the app's id.
QJsonArray changesJson(const QList<appspec::AppDiff>& diffs);

} // namespace mesoscope::app::commands
