// What the builders of requests share, whatever the system. Pure; any thread.
#pragma once

#include "models/base/error.h"
#include "models/net/endpoint.h"

namespace mesoscope::scheduler {

/// What is not sent, and why.
base::Error refusal(const QString& sentence, const QString& advice = {});

/// A request below `base`, whose user, query and fragment never travel. `path` holds only what was found safe; a body
/// is JSON, said without a charset because Swan refuses that.
net::RequestSummary requestBelow(const QUrl& base, const char* method, const QString& path, const QByteArray& body);

/// The definition with another image of its Docker container, everything else byte for byte; as it is when it has none.
QByteArray withImage(const QByteArray& document, const QString& image);

/// ASCII letters, digits, and these: what may stand in a path as it is.
bool isPlain(QChar c, const char* others);

} // namespace mesoscope::scheduler
