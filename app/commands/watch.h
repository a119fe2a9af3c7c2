// `mesoscope watch`: one line per change of any object, until interrupted or --for SECONDS are over.
#pragma once

#include "app/commands/cluster_command.h"

#include <QJsonObject>

namespace mesoscope::app::commands {

/// What differs between two pictures, as {at, source, kind, object, before, after}.
QList<QJsonObject> changesBetween(const cluster::Snapshot& before, const cluster::Snapshot& after,
                                  const cluster::Diff& diff);

class Watch final : public ClusterCommand {
    Q_OBJECT
public:
    using ClusterCommand::ClusterCommand;

protected:
    void ready(const cluster::Snapshot& snapshot) override;
    void changed(const cluster::Update& update) override;

private:
    cluster::SnapshotPtr before_;
};

} // namespace mesoscope::app::commands
