// Marathon's event bus: what the event stream sends.
#pragma once

#include "app/demo/marathon/json.h"
#include "app/demo/marathon/time_text.h"

#include <functional>
#include <map>
#include <string>

namespace mesoscope::demo::marathon {

class EventBus {
public:
    /// Type and the JSON payload of one frame.
    using Listener = std::function<void(const std::string& type, const std::string& payload)>;

    explicit EventBus(std::function<Millis()> now) : now_(std::move(now)) {}

    int subscribe(Listener listener);
    void unsubscribe(int id);
    bool anyListener() const { return !listeners_.empty(); }
    /// Adds eventType and timestamp; numbers are printed as events print them.
    void publish(const std::string& type, Json fields);

private:
    std::function<Millis()> now_;
    std::map<int, Listener> listeners_;
    int lastId_ = 0;
};

} // namespace mesoscope::demo::marathon
