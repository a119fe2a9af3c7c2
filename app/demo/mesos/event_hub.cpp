#include "app/demo/mesos/event_hub.h"

#include "app/demo/mesos/v1_answer.h"

#include <algorithm>
#include <chrono>

namespace mesoscope::demo {

namespace {

template<class Body>
std::string encoded(Encoding encoding, std::size_t reserve, Body body) {
    std::string out;
    out.reserve(reserve);
    if (encoding == Encoding::Json) {
        JsonWriter writer(out);
        writer.root([&] { body(writer); });
    } else {
        ProtoWriter writer(out);
        writer.root([&] { body(writer); });
    }
    return out;
}

} // namespace

void appendRecord(std::string& out, std::string_view message) {
    out += std::to_string(message.size());
    out += '\n';
    out += message;
}

EventHub::EventHub(World& world, std::function<int()> agentsPort)
    : world_(world), answers_(world), agentsPort_(std::move(agentsPort)) {
    world_.addObserver(this);
}

EventHub::~EventHub() {
    world_.removeObserver(this);
    closeAll();
}

std::shared_ptr<EventHub::Subscriber> EventHub::subscribe(Encoding encoding) {
    auto subscriber = std::make_shared<Subscriber>();
    subscriber->encoding = encoding;
    const auto guard = world_.lock();
    subscriber->state = v1::openAnswer(answers_, world_, agentsPort_(), encoding, [&](auto& w) {
        w.choice(1, "type", 1, "SUBSCRIBED");
        w.message(2, "subscribed", [&] {
            w.message(1, "get_state", [&] { v1::getState(w, world_, agentsPort_()); });
            w.real(2, "heartbeat_interval_seconds", heartbeatSeconds);
        });
    });
    subscribers_.push_back(subscriber);
    heartbeat(subscriber);
    return subscriber;
}

void EventHub::measure(const std::atomic<bool>& go) {
    for (const Encoding encoding : {Encoding::Protobuf, Encoding::Json}) {
        std::shared_ptr<StateAnswer> state;
        {
            const auto guard = world_.lock();
            state = v1::openAnswer(answers_, world_, agentsPort_(), encoding,
                                   [&](auto& w) { v1::getState(w, world_, agentsPort_()); });
        }
        state->measure(&go);
    }
}

void EventHub::heartbeat(const std::weak_ptr<Subscriber>& weak) {
    const std::shared_ptr<Subscriber> subscriber = weak.lock();
    if (!subscriber)
        return;
    append(*subscriber, encoded(subscriber->encoding, 64, [](auto& w) { w.choice(1, "type", 9, "HEARTBEAT"); }));
    world_.schedule(heartbeatSeconds, [this, weak] { heartbeat(weak); });
}

void EventHub::unsubscribe(const std::shared_ptr<Subscriber>& subscriber) {
    const auto guard = world_.lock();
    std::erase(subscribers_, subscriber);
}

std::size_t EventHub::subscribers() const {
    const auto guard = world_.lock();
    return subscribers_.size();
}

bool EventHub::takeState(Subscriber& subscriber, std::string& bytes) {
    if (!std::exchange(subscriber.started, true))
        subscriber.state->begin(std::to_string(subscriber.state->measure()) + '\n');
    if (subscriber.state->next(bytes))
        return true;
    subscriber.state.reset();
    return false;
}

bool EventHub::take(Subscriber& subscriber, std::string& records) {
    if (subscriber.state && takeState(subscriber, records)) {
        const std::lock_guard guard(subscriber.mutex);
        return !subscriber.closed;
    }
    std::unique_lock guard(subscriber.mutex);
    subscriber.more.wait_for(guard, std::chrono::milliseconds(500),
                             [&] { return subscriber.closed || !subscriber.pending.empty(); });
    records.clear();
    records.swap(subscriber.pending);
    return !subscriber.closed || !records.empty();
}

void EventHub::append(Subscriber& subscriber, std::string_view message) {
    const std::lock_guard guard(subscriber.mutex);
    if (subscriber.pending.size() > maxPending)
        subscriber.closed = true;
    if (!subscriber.closed)
        appendRecord(subscriber.pending, message);
    subscriber.more.notify_one();
}

void EventHub::closeAll() {
    const auto guard = world_.lock();
    for (const auto& subscriber : subscribers_) {
        const std::lock_guard own(subscriber->mutex);
        subscriber->closed = true;
        subscriber->more.notify_one();
    }
    subscribers_.clear();
}

template<class Build>
void EventHub::publish(Build build) {
    std::array<std::string, 2> messages;
    for (const auto& subscriber : subscribers_) {
        std::string& message = messages[static_cast<std::size_t>(subscriber->encoding)];
        if (message.empty())
            message = encoded(subscriber->encoding, 1400, build);
        append(*subscriber, message);
    }
}

void EventHub::taskAdded(const Task& task) {
    publish([&](auto& w) {
        w.choice(1, "type", 2, "TASK_ADDED");
        w.message(3, "task_added", [&] { w.message(1, "task", [&] { v1::task(w, world_, task); }); });
    });
}

void EventHub::taskUpdated(const Task& task, const Status& status) {
    publish([&](auto& w) {
        w.choice(1, "type", 3, "TASK_UPDATED");
        w.message(4, "task_updated", [&] {
            v1::value(w, 1, "framework_id", world_.frameworkOf(task).id);
            w.message(2, "status", [&] { v1::status(w, world_, task, status); });
            w.choice(3, "state", static_cast<int>(status.state), toString(status.state));
        });
    });
}

void EventHub::agentAdded(const Agent& agent) {
    publish([&](auto& w) {
        w.choice(1, "type", 4, "AGENT_ADDED");
        w.message(5, "agent_added",
                  [&] { w.message(1, "agent", [&] { v1::agent(w, world_, agent, agentsPort_()); }); });
    });
}

void EventHub::agentRemoved(const Agent& agent) {
    publish([&](auto& w) {
        w.choice(1, "type", 5, "AGENT_REMOVED");
        w.message(6, "agent_removed", [&] { v1::value(w, 1, "agent_id", agent.id); });
    });
}

void EventHub::frameworkAdded(const Framework& framework) {
    publish([&](auto& w) {
        w.choice(1, "type", 6, "FRAMEWORK_ADDED");
        w.message(7, "framework_added", [&] { w.message(1, "framework", [&] { v1::framework(w, framework, true); }); });
    });
}

void EventHub::frameworkUpdated(const Framework& framework) {
    publish([&](auto& w) {
        w.choice(1, "type", 7, "FRAMEWORK_UPDATED");
        w.message(8, "framework_updated",
                  [&] { w.message(1, "framework", [&] { v1::framework(w, framework, true); }); });
    });
}

void EventHub::frameworkRemoved(const Framework& framework) {
    publish([&](auto& w) {
        w.choice(1, "type", 8, "FRAMEWORK_REMOVED");
        w.message(9, "framework_removed",
                  [&] { w.message(1, "framework_info", [&] { v1::frameworkInfo(w, framework); }); });
    });
}

} // namespace mesoscope::demo
