// fabio's answers as typed values. Pure; any thread. Facts: fabio 1.5 and 1.6.
#pragma once

#include "models/base/error.h"
#include "models/gateway/types.h"

namespace mesoscope::gateway::fabio {

/// GET /api/routes. `hasRates`: the version before 1.6, whose rate1 (requests/s) and pct99 (nanoseconds) are real;
/// later ones always say 0.
base::Result<QList<Route>> decodeRoutes(QByteArrayView body, bool hasRates);
/// GET /api/manual[/path].
base::Result<OverrideDocument> decodeManual(QByteArrayView body, const QString& path);
/// GET /api/paths: a list, or null.
base::Result<QStringList> decodePaths(QByteArrayView body);
/// Whether rate1 and pct99 mean something in this version ("1.5.15").
bool hasRates(const QString& version);

} // namespace mesoscope::gateway::fabio
