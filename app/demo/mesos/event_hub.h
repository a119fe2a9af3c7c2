// The master's event stream: encodes each event of the world once per encoding that somebody listens in, and hands the
// records to the subscribers, many in one write when they come fast. Observer callbacks run under the world's lock;
// pump() runs on the thread of the subscriber's connection.
#pragma once

#include "app/demo/mesos/state_answer.h"

namespace mesoscope::demo {

class EventHub : public WorldObserver {
public:
    /// agentsPort: asked at each use (the agents' listener starts after this object exists).
    EventHub(World& world, std::function<int()> agentsPort);
    ~EventHub() override;

    struct Subscriber {
        std::mutex mutex;
        std::condition_variable more;
        std::string pending; ///< whole records
        Encoding encoding = Encoding::Json;
        bool closed = false;
        /// SUBSCRIBED with the whole state as it was at the subscription, as long as it is being sent.
        std::shared_ptr<StateAnswer> state;
        bool started = false; ///< its length has been sent
    };
    /// Every event from now on will follow the state of this moment.
    std::shared_ptr<Subscriber> subscribe(Encoding encoding);
    void unsubscribe(const std::shared_ptr<Subscriber>& subscriber);
    /// Waits up to half a second for records and takes them; false once the stream is over.
    static bool take(Subscriber& subscriber, std::string& records);
    /// Finds the lengths of all messages before somebody asks for them, as long as go is true; on a thread of its own.
    void measure(const std::atomic<bool>& go);
    /// For other answers with many tasks or agents.
    StateAnswers& answers() { return answers_; }
    /// Ends all streams without a last chunk, as when the master dies.
    void closeAll();
    std::size_t subscribers() const;

    void taskAdded(const Task& task) override;
    void taskUpdated(const Task& task, const Status& status) override;
    void agentAdded(const Agent& agent) override;
    void agentRemoved(const Agent& agent) override;
    void frameworkAdded(const Framework& framework) override;
    void frameworkUpdated(const Framework& framework) override;
    void frameworkRemoved(const Framework& framework) override;
    void leaderLost() override { closeAll(); }

    static constexpr double heartbeatSeconds = 15;
    /// A subscriber that reads this little is cut off, as Mesos would be by its socket buffers.
    static constexpr std::size_t maxPending = std::size_t(1) << 30;

private:
    template<class Build>
    void publish(Build build);
    void append(Subscriber& subscriber, std::string_view record);
    void heartbeat(const std::weak_ptr<Subscriber>& subscriber);
    static bool takeState(Subscriber& subscriber, std::string& bytes);

    World& world_;
    StateAnswers answers_;
    std::function<int()> agentsPort_;
    std::vector<std::shared_ptr<Subscriber>> subscribers_;
};

/// LENGTH\n + message.
void appendRecord(std::string& out, std::string_view message);

} // namespace mesoscope::demo
