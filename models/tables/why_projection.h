// "Why is it waiting?" of one app, worked out on the session thread from the newest snapshot.
#pragma once

#include "models/cluster/room.h"
#include "models/scheduler/why.h"

#include <optional>

namespace mesoscope::tables {

struct WhyAnswer {
    QString app;
    scheduler::Why why;
};

/// Made on the GUI thread, used on the session thread only. Results are WhyAnswers; at most one a second, because room
/// on agents changes with every task.
class WhyProjection final : public cluster::Projection {
public:
    explicit WhyProjection(QString app) : app_(std::move(app)) {}
    void setApp(const QString& app);
    /// The last offers that the app did not take, when a user asked for them.
    void setOffers(const QString& app, const QList<scheduler::UnusedOffer>& offers);
    std::shared_ptr<const void> project(const cluster::SnapshotPtr& snapshot, const cluster::Diff& diff) override;

private:
    QString app_;
    qint64 answeredMs_ = 0;
    bool asked_ = true;
    /// The same entry read before, so that "offers seen" can be about the last minutes.
    std::optional<scheduler::QueueEntry> before_;
    qint64 beforeMs_ = 0;
    cluster::RoomCache rooms_; ///< empty until something waited
    QList<scheduler::UnusedOffer> offers_;
};

} // namespace mesoscope::tables
