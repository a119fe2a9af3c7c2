// A made-up cluster for tests and benchmarks: builds snapshots of any size directly, without a server, and changes
// single rows as an event would. Deterministic by seed.
#pragma once

#include "models/cluster/snapshot.h"

#include <QHash>
#include <QSet>

#include <random>

namespace mesoscope::test {

struct SyntheticSpec {
    std::uint32_t agents = 120;
    std::uint32_t tasks = 1200;
    std::uint32_t apps = 12;
    /// Agents are dealt evenly to the data centres and racks: bj-a … with racks a1 …, then bj-b with b1 ….
    int dataCentres = 2;
    int racksPerDataCentre = 4;
    quint32 seed = 1;
    qint64 nowMs = 1'795'401'727'000; ///< wall clock of the first snapshot
};

/// Hosts are "bj-a1-agent-001" …, attributes dc, rack, role (web, batch, data) and switch; apps are "/shop/checkout",
/// "/shop/cart" …; task ids "shop_checkout.instance-N". One thread.
class SyntheticCluster {
public:
    explicit SyntheticCluster(const SyntheticSpec& spec = {});

    /// The state as it is now. Shares what did not change with the snapshots before.
    cluster::SnapshotPtr publish();
    /// What changed since the last call (since the beginning: everything).
    cluster::Diff takeDiff();

    cluster::Slot agent(const QString& hostname) const;
    /// Hosts of a rack, in order of their names.
    std::vector<cluster::Slot> agentsOfRack(const QString& rack) const;
    std::vector<cluster::Slot> tasksOfApp(const QString& app) const;
    std::vector<cluster::Slot> tasksOfAgent(cluster::Slot agent) const;
    const cluster::AgentRow& agentRow(cluster::Slot agent) const { return agents_[agent]; }
    const cluster::TaskRow& taskRow(cluster::Slot task) const { return tasks_[task]; }

    cluster::Slot addAgent(const QString& hostname, const QString& attributes, const master::Scalars& total);
    void removeAgent(cluster::Slot agent);
    /// Lost agents take their running tasks to TASK_UNREACHABLE.
    void setAgentState(cluster::Slot agent, cluster::AgentState state);
    void setAttributes(cluster::Slot agent, const QString& attributes);
    cluster::Slot addTask(cluster::Slot agent, const QString& app, float cpus = 0.5F, float mem = 512);
    void removeTask(cluster::Slot task);
    void setTask(cluster::Slot task, master::TaskState state, master::Health health = master::Health::NotReported);
    /// Replaces an app's row; its task counts are kept up by the functions above.
    void setApp(const scheduler::App& app);
    /// What the launch queue says about an app; null: nothing waits.
    void setWaiting(const QString& app, scheduler::QueueEntryPtr entry);
    void note(const QString& kind, const QString& object, const QString& text);
    /// Moves the wall clock of later snapshots and notes.
    void advance(qint64 ms) { nowMs_ += ms; }
    qint64 nowMs() const { return nowMs_; }
    /// Everything of the snapshot that is no row: sources, actions, capabilities, …; taken over by every publish().
    cluster::Snapshot& extra() { return extra_; }

private:
    cluster::AgentRow& editAgent(cluster::Slot agent);
    cluster::TaskRow& editTask(cluster::Slot task);
    void unlink(cluster::Slot task);
    void count(const cluster::TaskRow& task, int sign);
    void countAgent(const cluster::AgentRow& agent, int sign);
    void refreshApps();
    void build(const SyntheticSpec& spec);
    void addApps(const SyntheticSpec& spec);

    std::shared_ptr<base::StringPool> strings_ = std::make_shared<base::StringPool>();
    base::ChunkedStore<cluster::TaskRow, cluster::taskChunk> tasks_;
    base::ChunkedStore<cluster::AgentRow, cluster::agentChunk> agents_;
    base::ChunkedStore<cluster::AppRow, 64> apps_;
    QHash<QString, cluster::Slot> appSlots_;
    QHash<quint32, cluster::Slot> appById_; ///< by interned app id
    QHash<QString, cluster::Slot> agentSlots_;
    QSet<cluster::Slot> countedApps_; ///< their counts changed since the last publish
    std::vector<cluster::Slot> freeTasks_;
    std::vector<cluster::Slot> freeAgents_;
    std::vector<cluster::Slot> changedTasks_;
    std::vector<cluster::Slot> changedAgents_;
    std::vector<cluster::Slot> changedApps_;
    bool everything_ = true;
    bool notesChanged_ = false;
    std::uint32_t events_ = 0;
    cluster::Totals totals_;
    cluster::Snapshot extra_;
    std::uint64_t version_ = 0;
    std::uint32_t nextTask_ = 0;
    qint64 nowMs_ = 0;
    std::mt19937 random_;
};

} // namespace mesoscope::test
