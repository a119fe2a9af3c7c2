// fabio behind the Gateway port. Thread: the session thread. Facts: fabio 1.5 and 1.6; the API is on its UI listener
// (9998), the Prometheus text on a listener of its own.
#pragma once

#include "models/base/clock.h"
#include "models/gateway/gateway.h"
#include "models/net/endpoint.h"

#include <QUrl>

#include <memory>

namespace mesoscope::net {
class HttpClient;
}

namespace mesoscope::gateway {

/// How often it asks. Milliseconds.
struct FabioPace {
    int routes = 5'000;
    int traffic = 5'000;
    int firstRetry = 1'000;
    int lastRetry = 30'000;
};

/// `prometheus`: the address of the metrics page; invalid: no traffic is known.
std::unique_ptr<Gateway> makeFabio(net::HttpClient& http, const base::Clock& clock, net::Endpoint api,
                                   const QUrl& prometheus, QObject* parent = nullptr, const FabioPace& pace = {});

} // namespace mesoscope::gateway
