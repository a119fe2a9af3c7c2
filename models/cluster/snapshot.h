// One immutable picture of a cluster. Shared between threads by shared_ptr<const Snapshot>; copying one costs a few
// pointers. Made only by cluster::Store.
#pragma once

#include "models/base/chunked.h"
#include "models/base/source_status.h"
#include "models/base/string_pool.h"
#include "models/cluster/action.h"
#include "models/cluster/rows.h"
#include "models/gateway/types.h"
#include "models/master/calls.h"
#include "models/scheduler/types.h"

#include <QHash>
#include <QList>

#include <array>
#include <memory>
#include <utility>
#include <vector>

namespace mesoscope::cluster {

inline constexpr std::size_t taskChunk = 256;
inline constexpr std::size_t agentChunk = 64;
using TaskRows = base::Chunked<TaskRow, taskChunk>;
using AgentRows = base::Chunked<AgentRow, agentChunk>;

struct Totals {
    std::uint32_t agents = 0;                     ///< every agent that is shown
    std::array<std::uint32_t, 8> agentsByState{}; ///< indexed by AgentState
    std::uint32_t tasks = 0;                      ///< live ones
    std::array<std::uint32_t, 14> tasksByState{}; ///< indexed by TaskState; live ones
    master::Scalars total;
    master::Scalars allocated;
    master::Scalars reserved;
    friend bool operator==(const Totals&, const Totals&) = default;
};

/// An app with what only the whole cluster knows about it.
struct AppRow {
    scheduler::AppPtr app;            ///< null: the slot is free
    scheduler::QueueEntryPtr waiting; ///< null: nothing waits
    /// Live tasks by the master's word.
    std::uint32_t tasks = 0;
    std::uint32_t running = 0;
    std::uint32_t unreachable = 0;
    friend bool operator==(const AppRow&, const AppRow&) = default;
};

/// What the readings of one instance's health checks said, oldest first: + passed, - failed, ? not known.
using HealthTrail = QByteArray;

/// What one instance really uses, as its agent tells it; negative: not known (yet).
struct InstanceUsage {
    double cpus = -1;
    qint64 memBytes = -1;
    friend bool operator==(const InstanceUsage&, const InstanceUsage&) = default;
};

/// Something that happened, for the status line, the map's strip and later the timeline.
struct EventNote {
    qint64 atMs = 0;
    QString kind; ///< agent, task, app, deployment, source, gap, action
    QString object;
    QString text;
    friend bool operator==(const EventNote&, const EventNote&) = default;
};

struct Snapshot {
    std::uint64_t version = 0; ///< counts up with every publish of one session
    qint64 atMs = 0;           ///< wall clock of the publish
    std::shared_ptr<const base::StringPool> strings;

    TaskRows tasks;   ///< by slot; free slots have id 0
    AgentRows agents; ///< by slot; free slots have id 0
    std::shared_ptr<const std::vector<FrameworkRow>> frameworks;
    std::shared_ptr<const std::vector<RoleRow>> roles;
    QList<master::MaintenanceWindow> maintenance; ///< the schedule; changes count as changes of roles
    base::Chunked<AppRow, 64> apps;               ///< by slot
    QList<scheduler::DeploymentPtr> deployments;
    /// The same followed over time, with those that ended while this program looked: stuck ones first, then running
    /// ones, then ended ones, newest first.
    QList<scheduler::DeploymentRecordPtr> deploymentLog;
    gateway::RoutesPtr routes;
    gateway::OverridesPtr overrides; ///< null: not known
    gateway::TrafficPtr traffic;
    /// Instances of the watched app (Session::watchApp) as the scheduler sees them.
    QString watchedApp;
    std::shared_ptr<const QList<scheduler::Instance>> watchedInstances;
    bool watchedKnown = false; ///< the scheduler has answered for it; before that nothing is known of its instances
    /// Results of the health checks of the watched app's instances as they were seen, by task.
    std::shared_ptr<const QHash<QString, HealthTrail>> healthTrails;
    /// Of the watched app's instances, by task; null: nothing is known.
    std::shared_ptr<const QHash<QString, InstanceUsage>> usage;

    QList<base::SourceStatus> sources; ///< only configured ones, in the order of SourceKind
    QList<ActionProgress> actions;     ///< oldest first
    QList<EventNote> notes;            ///< the last few hundred, oldest first
    Totals totals;
    /// Names of agent attributes in use, sorted; for grouping.
    QStringList attributeNames;
    scheduler::Capabilities capabilities = 0;
    /// The master's clock against ours. Times of agents are by ours; those of tasks are as their agents told them.
    qint64 serverAheadMs = 0;
    bool readOnly = false;
    /// Whether the master's (scheduler's) picture was complete at least once.
    bool masterComplete = false;
    bool schedulerComplete = false;

    QString text(StringId id) const { return strings->text(id); }
    std::string_view view(StringId id) const { return strings->view(id); }
    /// Name and value of each attribute of an agent.
    std::vector<std::pair<std::string_view, std::string_view>> attributes(const AgentRow& agent) const;
    /// What is reserved on an agent, by role.
    std::vector<std::pair<std::string_view, master::Scalars>> reservations(const AgentRow& agent) const;
    /// Host ports that the agent offers, in use or not.
    std::vector<master::AgentPortsView> ports(const AgentRow& agent) const;
    /// Empty when the agent has no such attribute. "@region" and "@zone" read the fault domain.
    std::string_view attribute(const AgentRow& agent, std::string_view name) const;
    const base::SourceStatus* source(base::SourceKind kind) const;
    /// "PARENT.CHILD" for a nested container; empty when the master did not tell.
    QString containerOf(const TaskRow& task) const {
        return task.containerId.uuid.isNull() ? text(task.containerId.text)
                                              : QString::fromStdString(task.containerId.uuid.text());
    }
    /// Linear searches for single look-ups outside hot paths.
    Slot findApp(const QString& id) const;
    Slot findAgent(std::string_view idOrHostname) const;
    Slot findTask(std::string_view id) const;
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// Which rows differ from the snapshot the receiver had before. Sorted runs of slots; a run may cover rows that did not
/// change, never misses one that did.
struct Run {
    Slot begin = 0;
    Slot end = 0; ///< exclusive
};

struct Diff {
    std::vector<Run> tasks;
    std::vector<Run> agents;
    std::vector<Run> apps;
    bool frameworks = false;
    bool roles = false;
    bool deployments = false;
    bool routes = false;
    bool sources = false;
    bool actions = false;
    bool notes = false;
    bool instances = false;
    /// Slots were given to other objects all over (a whole new picture): compare nothing, take everything.
    bool everything = false;
    /// Events since the last hand-over, for the rate strip.
    std::uint32_t events = 0;

    bool empty() const;
    /// Makes this the difference over both steps (this first, then `later`).
    void merge(const Diff& later);
};

/// Something that is computed from each new snapshot on the session thread (row orders of tables, layouts), so that the
/// GUI only swaps pointers. Created on the GUI thread, used on the session thread only, destroyed there.
class Projection {
public:
    virtual ~Projection() = default;
    /// `diff` is relative to the snapshot of the previous call. Return null when nothing changed for the receiver.
    virtual std::shared_ptr<const void> project(const SnapshotPtr& snapshot, const Diff& diff) = 0;
};

} // namespace mesoscope::cluster
