// `mesoscope status`: the first whole picture in a few lines or as {cluster, sources, agents, tasks, …}.
#pragma once

#include "app/commands/cluster_command.h"

#include <QJsonObject>

namespace mesoscope::app::commands {

QJsonObject statusJson(const cluster::Snapshot& snapshot, const QString& clusterName);
QStringList statusText(const cluster::Snapshot& snapshot, const QString& clusterName);

class Status final : public ClusterCommand {
    Q_OBJECT
public:
    using ClusterCommand::ClusterCommand;

protected:
    void ready(const cluster::Snapshot& snapshot) override;
    void changed(const cluster::Update& update) override;

private:
    void show();
};

} // namespace mesoscope::app::commands
