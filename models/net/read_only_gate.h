// Decides whether a request can change anything. Pure; any thread.
#pragma once

#include <QByteArray>
#include <QUrl>

namespace mesoscope::net {

/// GET, HEAD, and those calls of Mesos' operator API (POST …/api/v1 with a JSON body) that only read.
bool isRead(const QByteArray& method, const QUrl& url, const QByteArray& body);

} // namespace mesoscope::net
