// The reducer: everything that sources say goes in here, immutable snapshots come out. One event costs what it touches.
// Thread: the session thread only. Ownership: the session's worker owns it; links hold a reference as their sink.
#pragma once

#include "models/base/clock.h"
#include "models/cluster/snapshot.h"
#include "models/master/types.h"

#include <deque>
#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace mesoscope::cluster {

class Store final : public master::StateSink {
public:
    explicit Store(const base::Clock& clock);

    /// The app a task id belongs to ("" for none); asked once per new task.
    void setAppResolver(std::function<QString(std::string_view taskId)> resolver);

    // master::StateSink
    void beginState() override;
    void agent(const master::AgentView& agent) override;
    void framework(const master::FrameworkView& framework) override;
    void task(const master::TaskView& task) override;
    void recoveringAgent(std::string_view agentId) override;
    void endState() override;
    void abandonState() override;
    void taskAdded(const master::TaskView& task) override;
    void taskUpdated(const master::TaskUpdateView& update) override;
    void agentAdded(const master::AgentView& agent) override;
    void agentRemoved(std::string_view agentId) override;
    void frameworkAdded(const master::FrameworkView& framework) override;
    void frameworkUpdated(const master::FrameworkView& framework) override;
    void frameworkRemoved(const master::FrameworkView& framework) override;
    void unknownEvent(std::string_view type) override;
    void beginAgentPoll() override;
    void polledAgent(const master::AgentView& agent) override;
    void endAgentPoll(std::span<const std::string_view> recoveringAgentIds) override;
    void roles(std::span<const master::RoleView> roles) override;
    void maintenance(std::span<const master::MaintenanceWindow> schedule) override;
    void serverClock(qint64 aheadMs) override;

    // The scheduler's word
    void setApps(const QList<scheduler::AppPtr>& apps, const QStringList& removed, bool complete);
    void setDeployments(const QList<scheduler::DeploymentPtr>& running);
    void setDeploymentLog(const QList<scheduler::DeploymentRecordPtr>& log);
    void setQueue(const QList<scheduler::QueueEntryPtr>& waiting);
    void setWatchedApp(const QString& appId);
    void setInstances(const QString& appId, const QList<scheduler::Instance>& instances);
    /// Health of a Marathon instance (task id without its incarnation) from the event stream.
    void setInstanceHealth(const QString& instanceId, bool healthy);
    void setUsage(const QHash<QString, InstanceUsage>& usage);
    void setCapabilities(scheduler::Capabilities capabilities);

    // The gateway's
    void setRoutes(const gateway::RoutesPtr& routes);
    void setTraffic(const gateway::TrafficPtr& traffic);
    void setOverrides(const gateway::OverridesPtr& overrides);

    void setSource(const base::SourceStatus& status);
    void setReadOnly(bool readOnly);
    /// Adds or replaces by id; keeps the last hundred.
    void setAction(const ActionProgress& action);
    void note(const QString& kind, const QString& object, const QString& text);

    bool dirty() const {
        return !diff_.empty() || !dirtyTasks_.empty() || !dirtyAgents_.empty() || !dirtyApps_.empty() ||
               !dirtyAppCounts_.empty();
    }
    /// The picture as it is now; `diff` receives the difference from the one published before.
    SnapshotPtr publish(Diff& diff);

    // Look-ups on the session thread, without publishing.
    const scheduler::App* app(const QString& id) const;
    scheduler::AppPtr appPtr(const QString& id) const;
    /// The app's living tasks by the master's word; their versions are not known.
    QList<scheduler::Instance> instancesOf(const QString& appId) const;
    std::uint32_t runningTasksOf(const QString& appId) const;
    bool taskIsLive(const QString& taskId) const;
    const AgentRow* agentRow(const QString& agentId) const;
    const QList<scheduler::DeploymentPtr>& deployments() const { return deployments_; }
    const std::vector<base::SourceStatus>& sources() const { return sources_; }
    const Totals& totals() const { return totals_; }
    qint64 oldestPictureMs() const { return pictureMs_; }

private:
    struct AppCount {
        std::uint32_t tasks = 0;
        std::uint32_t running = 0;
        std::uint32_t unreachable = 0;
        bool changed = false;
    };

    struct HistoryEntry {
        Slot slot;
        StringId id;
    };

    // Tasks (store_tasks.cpp)
    Slot taskSlot(StringId id, Slot framework) const;
    void setTaskKey(StringId id, Slot framework, Slot slot);
    void dropTaskKey(StringId id, Slot framework, Slot slot);
    Slot newTaskSlot();
    Slot slotForStateTask(StringId id, Slot framework, bool completed);
    TaskRow rowFrom(const master::TaskView& view, Slot framework);
    void applyTask(Slot slot, TaskRow row);
    void freeTask(Slot slot);
    void countTask(const TaskRow& row, int sign);
    void chain(Slot slot, Slot agent);
    void unchain(Slot slot, Slot agent);
    void countOnAgent(const TaskRow& row, int sign);
    void sweepTasks();
    void remember(Slot slot);
    StringId appOf(std::string_view taskId);

    // Agents and frameworks (store_agents.cpp)
    Slot agentSlotFor(StringId id);
    Slot upsertAgent(const master::AgentView& view);
    AgentRow rowFrom(const master::AgentView& view, const AgentRow& before);
    template<typename Change>
    void editAgent(Slot slot, Change change) {
        AgentRow& row = agents_.edit(slot);
        countAgent(row, -1);
        change(row);
        countAgent(row, +1);
        dirtyAgents_.push_back(slot);
    }
    void countAgent(const AgentRow& row, int sign);
    void freeAgent(Slot slot);
    void setAgentState(Slot slot, AgentState state);
    void dropPredecessors(Slot fresh);
    void sweepAgents(bool wholePicture);
    void collectAttributeNames(StringId joined);
    Slot frameworkSlotFor(std::string_view id);
    Slot upsertFramework(const master::FrameworkView& view);

    // Publishing (store_publish.cpp)
    void publishApps();
    void updateAppRow(Slot slot);
    void compactStrings();
    std::vector<Run> runsOf(std::vector<Slot>& slots) const;

    const base::Clock& clock_;
    std::function<QString(std::string_view)> resolver_;
    std::shared_ptr<base::StringPool> strings_;

    base::ChunkedStore<TaskRow, taskChunk> tasks_;
    std::vector<std::uint32_t> taskSeen_; ///< generation of the last whole picture that held it
    std::vector<Slot> freeTasks_;
    std::vector<Slot> slotByTaskId_;                          ///< by StringId
    std::unordered_map<std::uint64_t, Slot> sameIdElsewhere_; ///< the same task id in a second framework
    std::deque<HistoryEntry> history_; ///< ended tasks, oldest first; entries whose slot was reused are skipped

    base::ChunkedStore<AgentRow, agentChunk> agents_;
    std::vector<std::uint32_t> agentSeen_;
    std::vector<Slot> freeAgents_;
    std::unordered_map<StringId, Slot> slotByAgentId_;

    std::vector<FrameworkRow> frameworks_;
    std::vector<std::uint32_t> frameworkSeen_;
    bool frameworksChanged_ = true;
    std::unordered_map<std::string, Slot> slotByFrameworkId_;
    std::shared_ptr<const std::vector<FrameworkRow>> publishedFrameworks_;
    std::shared_ptr<const std::vector<RoleRow>> roles_;
    QList<master::MaintenanceWindow> maintenance_;

    base::ChunkedStore<AppRow, 64> apps_;
    std::vector<Slot> freeApps_;
    QHash<QString, Slot> slotByAppId_;
    std::unordered_map<StringId, AppCount> appCounts_;
    std::vector<StringId> dirtyAppCounts_;
    std::unordered_map<std::string, StringId> appByPrefix_;
    QHash<QString, scheduler::QueueEntryPtr> queue_;

    QList<scheduler::DeploymentPtr> deployments_;
    gateway::RoutesPtr routes_;
    gateway::TrafficPtr traffic_;
    QString watchedApp_;
    std::shared_ptr<const QList<scheduler::Instance>> instances_;
    bool watchedKnown_ = false;
    /// Readings of health checks by app and task.
    struct Trail {
        HealthTrail marks;
        qint64 lastSuccessMs = 0;
        qint64 lastFailureMs = 0;
    };
    void noteHealth(const QString& appId, const QList<scheduler::Instance>& instances);
    void publishTrails();
    QHash<QString, QHash<QString, Trail>> trails_;
    std::shared_ptr<const QHash<QString, HealthTrail>> publishedTrails_;
    QList<scheduler::DeploymentRecordPtr> deploymentLog_;
    gateway::OverridesPtr overrides_;
    std::shared_ptr<const QHash<QString, InstanceUsage>> usage_;
    std::vector<base::SourceStatus> sources_;
    QList<ActionProgress> actions_;
    QList<EventNote> notes_;
    QStringList attributeNames_;
    std::unordered_set<StringId> attributeSetsSeen_;
    scheduler::Capabilities capabilities_ = 0;
    bool readOnly_ = false;
    bool masterComplete_ = false;
    bool schedulerComplete_ = false;
    bool inState_ = false;
    std::uint32_t generation_ = 0;      ///< of whole pictures
    std::uint32_t agentGeneration_ = 0; ///< of agent lists, whole pictures included
    std::unordered_set<StringId> recovering_;
    std::uint32_t stringsAfterCompaction_ = 0;
    std::uint64_t version_ = 0;
    qint64 pictureMs_ = 0;
    qint64 aheadMs_ = 0; ///< the master's clock against ours; 0 when they agree within a few seconds
    /// A time by the master's clock, by ours.
    qint64 here(qint64 serverMs) const { return serverMs == 0 ? 0 : serverMs - aheadMs_; }

    Totals totals_;
    Diff diff_; ///< flags only; rows are in the vectors below
    std::vector<Slot> dirtyTasks_;
    std::vector<Slot> dirtyAgents_;
    std::vector<Slot> dirtyApps_;
};

} // namespace mesoscope::cluster
