// What the bell opens: the latest events of the cluster, newest first. The bell counts those that an operator should
// not miss and has not looked at: machines that came or went, gaps in what was seen, deployments.
#pragma once

#include "models/cluster/snapshot.h"
#include "widgets/controls/overlay.h"

class QLabel;

namespace mesoscope::widgets {

class EventList;

/// GUI thread. Stands at the top right of the window while it is open.
class Notices final : public Overlay {
    Q_OBJECT
public:
    explicit Notices(QWidget* host);

    void setSnapshot(const cluster::SnapshotPtr& snapshot, qint64 nowMs);
    /// Another cluster: nothing is missed yet.
    void clear();
    /// Opens and counts everything as looked at.
    void look();
    int missed() const { return missed_; }

Q_SIGNALS:
    void missedChanged(int count);

protected:
    QRect contentRect() const override;

private:
    void count();

    EventList* list_;
    QLabel* counts_;
    cluster::SnapshotPtr snapshot_;
    qint64 nowMs_ = 0;
    qint64 lookedMs_ = 0; ///< notes up to here were looked at; 0: nothing was known before
    int missed_ = 0;
};

} // namespace mesoscope::widgets
