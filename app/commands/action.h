// The commands that change a cluster: app deploy|scale|restart|rollback|destroy, task kill, agent drain|deactivate|
// reactivate. They preview, print the request when asked, perform once, and follow to the outcome.
#pragma once

#include "app/commands/cluster_command.h"

namespace mesoscope::app::commands {

class ActionCommand final : public ClusterCommand {
    Q_OBJECT
public:
    using ClusterCommand::ClusterCommand;
    void start() override;

protected:
    void ready(const cluster::Snapshot& snapshot) override;
    void changed(const cluster::Update& update) override;
    QList<base::SourceKind> needs() const override;

private:
    base::Result<cluster::Action> actionFromArguments() const;
    base::Result<cluster::Action> appAction() const;
    void rollBack();
    void showPreview(const cluster::Preview& preview);
    void report(const cluster::ActionProgress& progress);
    void reportOutcome(const QString& outcome, const QString& deployment, double seconds, const QString& detail);
    QString actionName() const;

    cluster::Action action_;
    cluster::Preview preview_;
    cluster::ActionId id_ = 0;
    QString lastDetail_;
};

} // namespace mesoscope::app::commands
