// Turns a command into the one request that does this at a Swan, and says which of its bugs make it dangerous. Facts:
// Swan's HTTP API (v1). Pure; any thread.
#pragma once

#include "models/net/endpoint.h"
#include "models/scheduler/swan/decode.h"

#include <functional>

namespace mesoscope::scheduler::swan {

struct Knowledge {
    QUrl base;
    QList<Application> apps;
    /// The present version of an app; an empty document when it was not read.
    std::function<App(const QString& appId)> version;
};

/// Whether a text is an id that can stand in a path: names of letters, digits, "-" and "_", joined by dots.
bool isSafeId(const QString& id);

/// A command that createsCompose() becomes one of compose-ng; DestroyGroup with a compose's id or name removes its
/// apps.
base::Result<net::RequestSummary> requestFor(const Command& command, const Knowledge& known);
QStringList warningsFor(const Command& command, const Knowledge& known);

} // namespace mesoscope::scheduler::swan
