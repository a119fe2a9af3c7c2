#include "app/demo/marathon/events.h"

namespace mesoscope::demo::marathon {

int EventBus::subscribe(Listener listener) {
    listeners_[++lastId_] = std::move(listener);
    return lastId_;
}

void EventBus::unsubscribe(int id) {
    listeners_.erase(id);
}

void EventBus::publish(const std::string& type, Json fields) {
    if (listeners_.empty())
        return;
    fields["eventType"] = type;
    fields["timestamp"] = isoText(now_());
    const std::string payload = compact(withPlainNumbers(fields));
    const auto listeners = listeners_;
    for (const auto& [id, listener] : listeners)
        listener(type, payload);
}

} // namespace mesoscope::demo::marathon
