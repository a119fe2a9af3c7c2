// The map of one snapshot, ready to paint: groups in their order, their sums, the place of every cell and its look.
#pragma once

#include "models/cluster/snapshot.h"
#include "models/tables/map_layout.h"
#include "models/tables/map_look.h"
#include "models/tables/map_query.h"

#include <memory>
#include <unordered_map>
#include <vector>

namespace mesoscope::tables {

/// Sums over agents. Whole numbers, so that adding and taking away never drifts: cpus and gpus in thousandths, mem and
/// disk in MiB.
struct MapSums {
    qint64 agents = 0;
    qint64 tasks = 0;
    qint64 lost = 0;
    qint64 draining = 0; ///< draining or drained
    qint64 deactivated = 0;
    qint64 cpuMilli = 0;
    qint64 cpuMilliAllocated = 0;
    qint64 mem = 0;
    qint64 memAllocated = 0;
    qint64 disk = 0;
    qint64 diskAllocated = 0;
    qint64 gpuMilli = 0;
    qint64 gpuMilliAllocated = 0;
    qint64 instances = 0;         ///< of the highlighted app
    qint64 instancesLost = 0;     ///< those on lost agents
    qint64 instancesStarting = 0; ///< agents where one is starting
    qint64 matching = 0;          ///< agents that are not faded
    qint64 tasksLost = 0;         ///< live tasks on lost agents

    MapSums& operator+=(const MapSums& o);
    MapSums& operator-=(const MapSums& o);
    friend bool operator==(const MapSums&, const MapSums&) = default;
};

struct MapGroup {
    QString outer;
    QString inner;
    MapSums sums;
    /// When the first of its lost agents was lost; 0: none is.
    qint64 lostSinceMs = 0;
};

struct MapPicture {
    cluster::SnapshotPtr snapshot; ///< everything below is true of this one
    MapQuery query;
    MapLayoutPtr layout;
    AgentLooks looks;             ///< by agent slot
    std::vector<MapGroup> groups; ///< same order as layout->boxes
    MapSums sums;                 ///< of all groups
    /// Lost agents, at most a few hundred, for what they have in common.
    std::vector<cluster::Slot> lost;
};

using MapPicturePtr = std::shared_ptr<const MapPicture>;

/// Session thread. The first picture and a change of the query cost a walk over the cluster, everything else what
/// changed.
class MapProjection final : public cluster::Projection {
public:
    void setQuery(const MapQuery& query);
    const MapQuery& query() const { return query_; }

    std::shared_ptr<const void> project(const cluster::SnapshotPtr& snapshot, const cluster::Diff& diff) override;
    /// The same, typed.
    MapPicturePtr picture(const cluster::SnapshotPtr& snapshot, const cluster::Diff& diff);

private:
    struct Entry {
        base::StringId hostname = 0;
        base::StringId attributes = 0;
        base::StringId region = 0;
        base::StringId zone = 0;
        int group = -1;
        MapSums sums;
        qint64 lostSinceMs = 0;
        float size = 0;
    };
    struct Group {
        QString outer;
        QString inner;
        std::vector<cluster::Slot> agents;
        MapSums sums;
        qint64 lostSinceMs = 0;
        bool lostChanged = false;
    };

    void rebuild(const cluster::Snapshot& snapshot);
    void apply(const cluster::Snapshot& snapshot, const cluster::Diff& diff);
    void touchAgents(const cluster::Snapshot& snapshot, const cluster::Diff& diff);
    void refreshAgent(const cluster::Snapshot& snapshot, cluster::Slot slot);
    void place(const cluster::Snapshot& snapshot, cluster::Slot slot, const cluster::AgentRow& row);
    void leave(cluster::Slot slot);
    int groupOf(const cluster::Snapshot& snapshot, const cluster::AgentRow& row);
    void sortArrivals(const cluster::Snapshot& snapshot);
    void layOut();
    void refreshLostSince();
    MapSums contribution(const cluster::Snapshot& snapshot, const cluster::AgentRow& row, const AgentLook& look);
    float sizeOf(const cluster::AgentRow& row) const;
    MapPicturePtr publish(const cluster::SnapshotPtr& snapshot);

    MapQuery query_;
    LookMaker maker_;
    bool queryChanged_ = true;
    bool structureChanged_ = true;
    bool somethingChanged_ = true;
    cluster::SnapshotPtr last_; ///< seen in the last call
    std::shared_ptr<const QList<scheduler::Instance>> instances_;
    std::vector<Entry> entries_; ///< by agent slot
    std::vector<Group> groups_;  ///< in the order of creation
    std::unordered_map<std::string, int> groupByKey_;
    std::vector<std::vector<cluster::Slot>> arrivals_;   ///< by group: agents to be sorted in
    std::vector<std::vector<cluster::Slot>> departures_; ///< by group: agents that left
    std::vector<int> order_;                             ///< groups that have agents, in the order of the map
    base::ChunkedStore<AgentLook, 64> looks_;
    MapLayoutPtr layout_;
    std::vector<bool> pending_; ///< agents to refresh in this step
    std::vector<cluster::Slot> pendingList_;
};

} // namespace mesoscope::tables
