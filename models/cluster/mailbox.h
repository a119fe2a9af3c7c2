// The hand-over from the session thread to the GUI thread: latest wins, at most one notice pending.
#pragma once

#include "models/cluster/session.h"

#include <mutex>
#include <utility>

namespace mesoscope::cluster {

class Mailbox {
public:
    /// Adds a step. Returns true when the receiver must be told (nothing was pending). Any thread.
    bool post(SnapshotPtr snapshot, const Diff& diff,
              std::vector<std::pair<quint64, std::shared_ptr<const void>>> results) {
        const std::lock_guard lock(mutex_);
        const bool wasEmpty = !pending_.snapshot;
        pending_.snapshot = std::move(snapshot);
        pending_.diff.merge(diff);
        for (auto& [id, result] : results)
            replace(id, std::move(result));
        return wasEmpty;
    }

    /// Everything since the last take; a null snapshot when there was nothing. Any thread.
    Update take() {
        const std::lock_guard lock(mutex_);
        return std::exchange(pending_, Update{});
    }

private:
    void replace(quint64 id, std::shared_ptr<const void> result) {
        for (auto& [known, value] : pending_.projections) {
            if (known == id) {
                if (result) // null says only that nothing changed since
                    value = std::move(result);
                return;
            }
        }
        pending_.projections.emplace_back(id, std::move(result));
    }

    std::mutex mutex_;
    Update pending_;
};

} // namespace mesoscope::cluster
