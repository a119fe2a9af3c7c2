// Turns a command into the one request that does exactly this at a Marathon, and says what is dangerous about it.
// Facts: Marathon 1.4 to 1.11. Pure; any thread. What must hold for every request built here:
// - "version" never travels in a document (it would mean a roll-back, or a refusal);
// - a partial update carries executorResources and resourceLimits again, because the server drops them otherwise and
//   restarts the app;
// - DELETE of an app says force explicitly, because its default there is true;
// - ids become paths only through appPath() and groupPath(): never a wrong URL;
// - bodies have a known length (stand-bys drop chunked ones).
#pragma once

#include "models/base/error.h"
#include "models/net/endpoint.h"
#include "models/scheduler/types.h"

#include <functional>

namespace mesoscope::scheduler::marathon {

/// What is known about the cluster's present state.
struct Knowledge {
    QUrl base;                                    ///< where /v2 is
    std::function<AppPtr(const QString& id)> app; ///< null when there is none
    std::function<std::optional<Group>(const QString& id)> group;
    QList<AppPtr> apps;    ///< all of them
    QString serverVersion; ///< "1.11.0-SNAPSHOT"; empty when not known
};

base::Result<net::RequestSummary> requestFor(const Command& command, const Knowledge& known);
QStringList warningsFor(const Command& command, const Knowledge& known);
/// The plan of a group change without doing it; only where the server's version is known to honour it.
base::Result<net::RequestSummary> dryRunFor(const Command& command, const Knowledge& known);

/// What kind of document a text is, from its members.
enum class DocumentKind : quint8 { Invalid, App, Pod, Group, AppList };
DocumentKind kindOf(QByteArrayView document);
/// The id in a document, made absolute; empty when it has none.
QString idOfDocument(QByteArrayView document);
/// Compares "1.11.0-SNAPSHOT" with 1.9; false when nothing is known.
bool atLeast(const QString& version, int major, int minor);

} // namespace mesoscope::scheduler::marathon
