// How each agent looks on the map, in 72 bytes: computed beside the snapshot so that painting never walks the cluster.
#pragma once

#include "models/cluster/snapshot.h"
#include "models/tables/map_query.h"

#include <array>
#include <cstdint>
#include <vector>

namespace mesoscope::tables {

/// One task inside a cell.
enum class TaskMark : quint8 {
    None,
    Running,
    Waiting, ///< staging or starting
    Unhealthy,
    Killing,
    Unreachable,
    Other,
};

struct AgentLook {
    static constexpr std::size_t maxMarks = 128;
    enum Flag : quint8 {
        Present = 1,
        Faded = 2,              ///< a filter is on and does not match
        Changing = 4,           ///< a task on it is starting or being killed
        Unmeasured = 8,         ///< the agent has nothing of this measure (no GPUs, no tasks)
        StartingHighlight = 16, ///< an instance of the highlighted app is not running yet
    };

    quint8 level = 0; ///< 0 … 255: 0 … 100 % of the measure
    cluster::AgentState state = cluster::AgentState::Active;
    quint8 flags = 0;
    quint8 marks = 0; ///< how many of the tasks below are set
    quint16 tasks = 0;
    quint16 highlighted = 0; ///< instances of the highlighted app
    /// Tasks in the order of their slots, two to a byte: TaskMark in three bits, the fourth tells the highlighted app.
    std::array<quint8, maxMarks / 2> packed{};

    bool has(Flag f) const { return (flags & f) != 0; }
    TaskMark mark(std::size_t i) const { return TaskMark((packed[i / 2] >> (i % 2 * 4)) & 7U); }
    bool markHighlighted(std::size_t i) const { return ((packed[i / 2] >> (i % 2 * 4)) & 8U) != 0; }
    friend bool operator==(const AgentLook&, const AgentLook&) = default;
};

using AgentLooks = base::Chunked<AgentLook, 64>;

/// The live tasks of an agent in the order of its marks. For the few cells that are looked at closely.
std::vector<cluster::Slot> tasksInOrder(const cluster::Snapshot& snapshot, const cluster::AgentRow& agent);

/// Computes looks for one query. Session thread; reuse it while snapshots share their string pool.
class LookMaker {
public:
    void setQuery(const MapQuery& query) {
        query_ = query;
        reset();
    }
    /// Forgets what is remembered about interned strings (a snapshot with another pool).
    void reset();
    AgentLook look(const cluster::Snapshot& snapshot, const cluster::AgentRow& agent);
    bool isHighlighted(const cluster::Snapshot& snapshot, base::StringId app);
    /// Versions of the watched app's instances; only the measure Version asks.
    void readVersions(const cluster::Snapshot& snapshot);
    /// Whether an agent satisfies the filter's words about agents.
    bool matches(const cluster::Snapshot& snapshot, const cluster::AgentRow& agent) const;

private:
    void addTasks(const cluster::Snapshot& snapshot, const cluster::AgentRow& agent, AgentLook& look);
    void measure(const cluster::AgentRow& agent, AgentLook& look) const;
    int versionOf(const cluster::Snapshot& snapshot, const cluster::TaskRow& task) const;

    MapQuery query_;
    std::vector<quint8> appMatches_; ///< by string id: 0 not asked yet, 1 no, 2 yes
    QHash<QString, int> versions_;   ///< task id → 1 older, 2 current
    std::vector<std::pair<cluster::Slot, quint8>> scratch_;
};

/// Names of agent states as the filter's state: word takes them: the state itself, and "lost" for all that is lost.
bool stateMatches(cluster::AgentState state, const QString& word);

} // namespace mesoscope::tables
