// The world behind the demonstration: agents, tasks, frameworks, offers and the virtual clock they live on.
//
// Threads: one recursive mutex guards the world and everything that stands on it. Every public function takes it by
// itself; hold lock() around several calls that belong together, and for as long as you use references that came from
// here. All callbacks (timers, FrameworkListener, WorldObserver) run under the lock, on the clock's thread or on the
// caller's. Everything random comes from one generator, so the same seed and the same calls give the same history.
#pragma once

#include "app/demo/world/types.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <queue>
#include <random>
#include <set>
#include <thread>
#include <unordered_map>

namespace mesoscope::demo {

using TimerId = std::uint64_t;

/// What a scheduler hears. Never called from inside a call that the framework just made: the clock delivers it, a zero
/// delay later.
class FrameworkListener {
public:
    virtual ~FrameworkListener() = default;
    virtual void resourceOffers(const std::vector<Offer>& offers) = 0;
    virtual void offerRescinded(const std::string& /*offerId*/) {}
    /// task is a copy as of this update; a terminal one has left the world's running tasks already.
    virtual void statusUpdate(const Task& task, const Status& status) = 0;
    virtual void agentLost(const Agent& /*agent*/) {}
    /// One of its running tasks may answer its callers otherwise from now on; called at once.
    virtual void behaviourChanged(const Task& /*task*/) {}
    /// The master went away or came back (leader fail-over). Tasks go on meanwhile; offers are void.
    virtual void disconnected() {}
    virtual void reconnected() {}
};

struct Framework {
    std::uint32_t index = 0;
    std::string id; ///< <cluster uuid>-000N
    FrameworkInfo info;
    FrameworkListener* listener = nullptr;
    bool active = true;
    bool connected = true;
    bool removed = false;
    bool wantsOffers = false;
    double registered = 0;
    double reregistered = 0;
    double unregistered = 0;
    Resources allocated;
    std::size_t taskCount = 0;
    std::vector<std::shared_ptr<const Task>> unreachable;
    std::deque<std::shared_ptr<const Task>> completed; ///< the newest World::maxCompleted, oldest first
    std::unordered_map<std::uint32_t, double> filters; ///< agent → no offers until
};

/// What the master's event stream tells.
class WorldObserver {
public:
    virtual ~WorldObserver() = default;
    /// Just before something of it changes, or it goes.
    virtual void taskChanges(const Task&) {}
    virtual void agentChanges(const Agent&) {}
    virtual void taskAdded(const Task&) {}
    virtual void taskUpdated(const Task&, const Status&) {}
    virtual void agentAdded(const Agent&) {}
    virtual void agentRemoved(const Agent&) {}
    virtual void frameworkAdded(const Framework&) {}
    virtual void frameworkUpdated(const Framework&) {}
    virtual void frameworkRemoved(const Framework&) {}
    /// The leading master died, or another one now leads: streams break.
    virtual void leaderLost() {}
    virtual void leaderElected() {}
};

/// Whoever knows which services there are (Marathon does, from its apps' labels). Called under the lock.
class ServiceSource {
public:
    virtual ~ServiceSource() = default;
    virtual std::vector<Service> services() = 0;
    /// Another number whenever services() may have changed.
    virtual std::uint64_t servicesVersion() const = 0;
};

struct MaintenanceWindow {
    std::vector<std::pair<std::string, std::string>> machines; ///< hostname, ip
    double start = 0;
    double duration = 0; ///< 0: for ever
};

struct Quota {
    std::string role;
    std::map<std::string, double> guarantees; ///< resource name → amount
    std::map<std::string, double> limits;
};

class World {
public:
    struct Settings {
        std::uint64_t seed = 1;
        bool manualClock = false;
    };
    explicit World(const Settings& settings);
    ~World();
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    using Lock = std::unique_lock<std::recursive_mutex>;
    Lock lock() const { return Lock(mutex_); }

    // ---- time ----
    double now() const;
    /// Runs fn under the lock when delaySeconds of virtual time have passed; equal times run in the order of
    /// scheduling.
    TimerId schedule(double delaySeconds, std::function<void()> fn);
    void cancel(TimerId id);
    /// Manual clock only: moves time and runs everything that is due on the way.
    void advance(double seconds);
    /// Starts the clock's thread (real-time clock only); before, no timer runs.
    void start();
    void stop();
    bool manualClock() const { return settings_.manualClock; }

    // ---- randomness (deterministic by seed) ----
    double random(); ///< 0 ≤ x < 1
    std::uint64_t randomInt(std::uint64_t below);
    std::string uuid(); ///< a version 4 UUID
    std::uint64_t seed() const { return settings_.seed; }
    const std::string& clusterUuid() const { return clusterUuid_; }

    // ---- observers ----
    void addObserver(WorldObserver* observer);
    void removeObserver(WorldObserver* observer);

    // ---- agents ----
    /// Fills in index, id and registration time and lets it join; announce: tell observers.
    Agent& addAgent(Agent agent, bool announce = true);
    const std::vector<std::unique_ptr<Agent>>& agents() const { return agents_; }
    Agent* findAgent(std::string_view id);
    Agent* findAgentByHostname(std::string_view hostname);
    /// Dies without a word: disconnected now, unreachable (tasks TASK_UNREACHABLE or TASK_LOST) after the time-out.
    void loseAgent(std::uint32_t index, double timeoutSeconds = 75);
    /// Comes back: its tasks run again (TASK_ADDED first, then AGENT_ADDED, as in Mesos).
    void returnAgent(std::uint32_t index);
    /// Clean shutdown: tasks end, then AGENT_REMOVED.
    void removeAgent(std::uint32_t index);
    /// False if there is no such agent.
    bool drainAgent(std::string_view id, std::optional<double> graceSeconds, bool markGone);
    bool deactivateAgent(std::string_view id);
    /// False also while it drains.
    bool reactivateAgent(std::string_view id);
    bool markAgentGone(std::string_view id);
    bool reserve(std::string_view agentId, const Reservation& reservation);
    bool unreserve(std::string_view agentId, const Reservation& reservation);

    // ---- frameworks (schedulers) ----
    /// Returns its id. announce: tell observers (false while the first population is built).
    std::string registerFramework(const FrameworkInfo& info, FrameworkListener* listener, bool announce = true);
    void updateFramework(const std::string& frameworkId, const FrameworkInfo& info);
    Framework* findFramework(std::string_view id);
    const std::vector<std::unique_ptr<Framework>>& frameworks() const { return frameworks_; }
    /// Kills its tasks and removes it (operator's TEARDOWN); false if unknown.
    bool teardown(std::string_view frameworkId);
    /// Wants offers (again) and forgets its decline filters; offers come from the next allocation on, every second.
    void revive(const std::string& frameworkId);
    /// Wants none until revive(): do this whenever nothing waits to be launched.
    void suppress(const std::string& frameworkId);
    /// Launches on the offered agent what fits in the offer and its ports; the rest of the offer returns. Tasks that do
    /// not fit end as TASK_ERROR. A void offer makes all of them TASK_DROPPED or TASK_LOST (REASON_INVALID_OFFERS).
    void launch(const std::string& frameworkId, const std::string& offerId, const std::vector<TaskInfo>& tasks,
                double filterSeconds = 5);
    void decline(const std::string& frameworkId, const std::string& offerId, double filterSeconds = 5);
    const Offer* findOffer(std::string_view offerId) const;
    const std::map<std::uint64_t, Offer>& offers() const { return offers_; }
    /// KILLING (if the framework can) then KILLED; a task that Mesos does not know gets TASK_UNKNOWN or TASK_LOST.
    void kill(const std::string& frameworkId, const std::string& taskId, std::optional<double> graceSeconds = {});

    // ---- tasks ----
    /// The bulk path for the population at start: a task that has been running for ageSeconds already; no events, no
    /// callbacks. Takes the ports given in info (see Agent::freePorts). No check of resources.
    Task& placeRunning(const std::string& frameworkId, std::uint32_t agentIndex, TaskInfo info, double ageSeconds);
    /// The next task will have this number, and every later one a higher one.
    std::uint64_t nextTaskSerial() const { return nextTask_; }
    /// How many of tasks() share an executor with others (pods).
    std::size_t podTasks() const { return podTasks_; }
    /// Not terminal and not unreachable ones; nullptr if there is none.
    Task* findTask(std::string_view taskId);
    const std::vector<std::unique_ptr<Task>>& tasks() const { return tasks_; }
    const Agent& agentOf(const Task& task) const { return *agents_[task.agent]; }
    const Framework& frameworkOf(const Task& task) const { return *frameworks_[task.framework]; }
    /// The task's process ends now (scenarios): TASK_FAILED, TASK_FINISHED … with this message.
    void endTask(const std::string& taskId, TaskState state, const std::string& message, Reason reason = Reason::None);
    /// A short cut past the offers: launches at once where there is room; nullptr if the agent is gone or too small by
    /// now.
    Task* launchOn(const std::string& frameworkId, std::uint32_t agentIndex, TaskInfo info);
    /// The same without a check and without a life of its own (load generators walk it on with applyStatus()).
    Task& launchDirectly(std::uint32_t framework, std::uint32_t agentIndex, TaskInfo info);
    /// Any update by hand; a terminal one ends the task, and the reference with it.
    void applyStatus(Task& task, Status status);

    // ---- behaviour of instances ----
    /// Most specific wins: task; service; agent; the definition's labels demo.latencyMs, demo.errorShare, demo.healthy;
    /// a default by the service's name.
    Behaviour behaviour(const Task& task) const;
    std::optional<Behaviour> behaviour(std::string_view taskId);
    void setTaskBehaviour(const std::string& taskId, const Behaviour& behaviour);
    void setServiceBehaviour(const std::string& app, const Behaviour& behaviour);
    void setAgentBehaviour(std::uint32_t agentIndex, const Behaviour& behaviour);
    void clearTaskBehaviour(const std::string& taskId);
    void clearServiceBehaviour(const std::string& app);
    void clearAgentBehaviour(std::uint32_t agentIndex);

    // ---- services for the gateway ----
    void setServiceSource(ServiceSource* source);
    std::vector<Service> services();
    std::uint64_t servicesVersion() const;

    // ---- what operators set (under the lock) ----
    std::map<std::string, double> weights;
    std::map<std::string, Quota> quotas;
    std::vector<MaintenanceWindow> maintenance;

    // ---- leaders ----
    double started() const { return started_; }
    double elected() const { return elected_; }
    /// 0 or 1: which of the two masters leads; -1: none.
    int leader() const { return leader_; }
    /// The leader as ZooKeeper names it: until the next is elected, the dead one.
    int namedLeader() const { return namedLeader_; }
    /// The leader dies; the other leads after electionSeconds, agents come back to it over recoverySeconds.
    void failOver(double electionSeconds = 10, double recoverySeconds = 20);
    /// Agents known from the registry that have not come back yet after a fail-over.
    const std::set<std::uint32_t>& recovered() const { return recovered_; }

    static constexpr std::size_t maxCompleted = 1000;
    static constexpr double allocationInterval = 1;
    static constexpr std::size_t maxOffersPerCycle = 1000;

private:
    struct Timer {
        double due;
        TimerId id;
        bool operator>(const Timer& o) const { return due != o.due ? due > o.due : id > o.id; }
    };
    void runClock();
    void runDue(double until);
    void post(std::function<void()> fn) { schedule(0, std::move(fn)); }
    Task& insertTask(std::uint32_t framework, std::uint32_t agentIndex, TaskInfo info);
    std::unique_ptr<Task> extractTask(Task& task);
    void complete(std::unique_ptr<Task> task);
    void later(const Task& task, double delay, std::function<void(Task&)> fn);
    void startTask(Task& task);
    void taskRunning(Task& task);
    void killTask(Task& task, double graceSeconds, Reason reason);
    void planEnd(Task& task);
    void reportHealth(Task& task);
    void tell(Framework& framework, const Task& task, const Status& status);
    void rejectTask(Framework& framework, const TaskInfo& info, std::uint32_t agent, const Status& status);
    void allocate();
    void allocateTo(Framework& framework);
    void planAllocation();
    void makeOffer(Framework& framework, Agent& agent, std::vector<Offer>& out);
    void rescind(Agent& agent);
    void loseTasks(Agent& agent, Status aware, Status plain);
    void becomeUnreachable(std::uint32_t index);
    void checkDrained(Agent& agent);
    void behaviourChanged(const std::function<bool(const Task&)>& concerns);
    void behaviourChanged(Task& task);
    /// Before every change of what others see of it.
    void touch(Task& task);
    void touch(Agent& agent);
    void elect(int next, double recoverySeconds);

    Settings settings_;
    mutable std::recursive_mutex mutex_;
    std::condition_variable_any wake_;
    std::thread thread_;
    bool stopping_ = false;

    double manualNow_ = 0;
    TimerId nextTimer_ = 1;
    std::priority_queue<Timer, std::vector<Timer>, std::greater<>> timers_;
    std::unordered_map<TimerId, std::function<void()>> timerFns_;

    std::mt19937_64 random_;
    std::string clusterUuid_;
    std::vector<WorldObserver*> observers_;
    std::vector<std::unique_ptr<Agent>> agents_;
    std::unordered_map<std::string_view, std::uint32_t> agentIds_;
    std::vector<std::unique_ptr<Framework>> frameworks_;
    std::vector<std::unique_ptr<Task>> tasks_;
    std::unordered_map<std::string_view, Task*> taskIds_;
    std::uint64_t nextTask_ = 1;
    std::size_t podTasks_ = 0;
    std::map<std::uint64_t, Offer> offers_;
    std::uint64_t nextOffer_ = 1;
    std::size_t allocationCursor_ = 0;
    bool allocationPlanned_ = false;
    std::unordered_map<std::string, Behaviour> taskBehaviour_;
    std::unordered_map<std::string, Behaviour> serviceBehaviour_;
    std::unordered_map<std::uint32_t, Behaviour> agentBehaviour_;
    ServiceSource* services_ = nullptr;
    double started_ = 0;
    double elected_ = 0;
    std::atomic<int> leader_ = 0;
    std::atomic<int> namedLeader_ = 0;
    std::set<std::uint32_t> recovered_;
};

} // namespace mesoscope::demo
