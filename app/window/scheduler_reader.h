// Reads what the editor wants to know beside the session: what the scheduler says about itself, and one app of another
// cluster. GUI thread; small asynchronous requests that change nothing.
#pragma once

#include "models/base/clock.h"
#include "models/net/http_client.h"
#include "models/scheduler/types.h"

#include <QObject>

#include <functional>

namespace mesoscope::app::window {

class SchedulerReader final : public QObject {
    Q_OBJECT
public:
    explicit SchedulerReader(const base::Clock& clock, QObject* parent = nullptr);

    /// Marathon's own settings; nothing is called when they can't be read.
    void info(const net::Endpoint& scheduler, std::function<void(const scheduler::ServerInfo&)> done);
    /// The app's document at another scheduler, asked without any credentials.
    void app(const QString& address, const QString& appId, std::function<void(const base::Result<QByteArray>&)> done);
    /// Drops what is under way.
    void cancel();

private:
    net::Request request(const net::Endpoint& endpoint, const QString& path) const;

    net::HttpClient client_;
    net::HttpCall info_;
    net::HttpCall app_;
};

} // namespace mesoscope::app::window
