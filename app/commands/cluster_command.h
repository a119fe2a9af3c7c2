// The base of commands that look at a cluster: connects (or starts the demo cluster), waits for the first whole
// picture.
#pragma once

#include "app/commands/command.h"
#include "app/demo/cluster.h"
#include "models/base/clock.h"
#include "models/cluster/session.h"

#include <QTimer>

#include <memory>

namespace mesoscope::app {

/// The demo options that --agents, --apps, --tasks, --seed, --scenario, --rate and --demo=SCENARIO describe.
base::Result<demo::Options> demoOptionsFrom(const Arguments& arguments);
/// A connection to a running demo cluster.
cluster::Connection connectionTo(const demo::Endpoints& endpoints);

namespace commands {

class ClusterCommand : public Command {
    Q_OBJECT
public:
    using Command::Command;
    ~ClusterCommand() override;
    void start() override;

protected:
    /// The first whole picture is there: every configured source is complete or has failed, and one is complete.
    virtual void ready(const cluster::Snapshot& snapshot) = 0;
    /// Every later change.
    virtual void changed(const cluster::Update& /*update*/) {}
    /// Sources that the command can't do without; when one of them is not complete the command ends with 3.
    virtual QList<base::SourceKind> needs() const { return {}; }

    cluster::Session& session() { return *session_; }
    const cluster::SnapshotPtr& current() const { return session_->current(); }

private:
    void take();
    void giveUp();
    bool settled(const cluster::Snapshot& snapshot) const;

    base::SystemClock clock_;
    std::unique_ptr<demo::Cluster> demo_;
    std::unique_ptr<cluster::Session> session_;
    QTimer timeout_;
    bool ready_ = false;
};

} // namespace commands
} // namespace mesoscope::app
