// Finds objects of a cluster by a few letters. The search itself is a pure function and runs on a pool thread; an
// answer that comes too late is dropped by whoever asked.
#pragma once

#include "models/cluster/snapshot.h"
#include "widgets/shell/palette.h"

namespace mesoscope::widgets {

/// Any thread. At most `limit` items; found[] counts all.
PaletteAnswer searchSnapshot(const cluster::Snapshot& snapshot, const QString& query, int limit);

/// The actions that the palette offers on an app; used by arrow right and mixed into the results.
QList<PaletteItem> appActions(const QString& appId, int instances, scheduler::Capabilities capabilities);

class SnapshotSearch final : public PaletteProvider {
public:
    void setSnapshot(cluster::SnapshotPtr snapshot) { snapshot_ = std::move(snapshot); }
    void search(const QString& query, int limit, QObject* context,
                std::function<void(const PaletteAnswer&)> done) override;

private:
    cluster::SnapshotPtr snapshot_;
};

} // namespace mesoscope::widgets
