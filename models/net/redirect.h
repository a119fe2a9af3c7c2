// Where a redirect leads, whether it is followed, and what may travel along. Pure; any thread.
#pragma once

#include "models/net/http.h"

#include <QStringList>

namespace mesoscope::net {

bool isRedirect(int status);

/// The request to send next. `visited` grows by the address just asked. 307 and 308 keep method and body; 301, 302 and
/// 303 are followed for reads only, because a change that turned into a GET would look like success.
base::Result<Request> followed(const Request& request, int status, const QByteArray& location, QStringList& visited);

/// Credentials go to the origins of the endpoint's own addresses and nowhere else.
bool maySeeCredentials(const Endpoint& endpoint, const QUrl& url);

/// The Authorization header's value for this address; empty when there is none, or the address may not see it.
QByteArray authorization(const Endpoint& endpoint, const QUrl& url);

} // namespace mesoscope::net
