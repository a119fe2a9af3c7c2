// The port to an API gateway (fabio, HAProxy). Thread: lives in the session thread; the session owns it.
#pragma once

#include "models/base/source_status.h"
#include "models/gateway/types.h"

#include <QObject>

namespace mesoscope::gateway {

class Gateway : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void start() = 0;
    virtual void resync() = 0;
    virtual const base::SourceStatus& status() const = 0;

Q_SIGNALS:
    void statusChanged();
    void routesChanged(const mesoscope::gateway::RoutesPtr& routes);
    void overridesChanged(const mesoscope::gateway::OverridesPtr& overrides);
    void trafficChanged(const mesoscope::gateway::TrafficPtr& traffic);
};

} // namespace mesoscope::gateway
