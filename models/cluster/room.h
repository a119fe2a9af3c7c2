// What each agent has left, as the scheduler's questions want it. Used on the session thread.
#pragma once

#include "models/cluster/snapshot.h"
#include "models/scheduler/why.h"

#include <vector>

namespace mesoscope::cluster {

/// Every agent that is shown. Pure; any thread.
std::vector<scheduler::AgentRoom> roomOf(const Snapshot& snapshot);

/// The quotas that hold for a role: its own and those of the roles above it ("eng" of "eng/web"). Pure; any thread.
QList<scheduler::RoleQuota> quotasOf(const Snapshot& snapshot, const QString& role);

/// The same as roomOf(), kept up with each difference: an agent costs something only when it changed.
class RoomCache {
public:
    /// `diff` is relative to the snapshot of the previous call.
    std::span<const scheduler::AgentRoom> update(const Snapshot& snapshot, const Diff& diff);
    bool isEmpty() const { return rooms_.empty(); }
    void clear();

private:
    void take(const Snapshot& snapshot, Slot slot);

    std::vector<scheduler::AgentRoom> rooms_; ///< without holes
    std::vector<Slot> places_;                ///< by slot: where in rooms_, or noSlot
    std::vector<Slot> slots_;                 ///< of each room
    std::vector<StringId> attributes_;        ///< of each room, as interned
};

} // namespace mesoscope::cluster
