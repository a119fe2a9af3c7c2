// Tells what answers at an address: one small reading request per part, its answer put into words.
// GUI thread; the requests are asynchronous and their answers small.
#pragma once

#include "models/base/clock.h"
#include "models/net/http_client.h"
#include "widgets/connect/connect_request.h"

#include <map>

namespace mesoscope::app::window {

class AddressTester final : public QObject, public widgets::ConnectionTester {
    Q_OBJECT
public:
    explicit AddressTester(const base::Clock& clock, QObject* parent = nullptr);

    void test(base::SourceKind part, const QString& address, QObject* context,
              std::function<void(const widgets::ProbeResult&)> done) override;

private:
    net::HttpClient client_;
    std::map<base::SourceKind, net::HttpCall> running_;
};

} // namespace mesoscope::app::window
