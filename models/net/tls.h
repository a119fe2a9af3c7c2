// TLS settings as Qt wants them. Reads the files named in them; call on the session thread.
#pragma once

#include "models/base/error.h"
#include "models/net/endpoint.h"

#include <QSslConfiguration>

namespace mesoscope::net {

/// The system's certificate authorities plus the configured one; a client certificate when one is configured.
base::Result<QSslConfiguration> sslConfiguration(const TlsSettings& settings);

} // namespace mesoscope::net
