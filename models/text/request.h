// Requests as people read them before they are sent.
#pragma once

#include "models/net/endpoint.h"

#include <QList>
#include <QString>

namespace mesoscope::text {

/// "PUT http://…/v2/apps/shop/cart" and the body beneath, cut after `bodyLimit` characters with how many follow.
QString requestText(const net::RequestSummary& request, int bodyLimit = 2000);
/// Several, with an empty line between; after the first `limit` only how many more.
QString requestsText(const QList<net::RequestSummary>& requests, int limit = 3);
/// The same as commands for a shell, without credentials.
QString curlText(const QList<net::RequestSummary>& requests);

} // namespace mesoscope::text
