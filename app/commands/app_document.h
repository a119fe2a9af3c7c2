// mesoscope app diff FILE [APP] and app plan FILE: a document against the live cluster.
#pragma once

#include "app/commands/cluster_command.h"

#include <QByteArray>

namespace mesoscope::app::commands {

class AppDocument final : public ClusterCommand {
    Q_OBJECT
public:
    using ClusterCommand::ClusterCommand;
    /// Reads the document; with two files nothing is connected.
    void start() override;

protected:
    void ready(const cluster::Snapshot& snapshot) override;
    QList<base::SourceKind> needs() const override;

private:
    bool isPlan() const { return arguments().verb == QStringLiteral("plan"); }

    QByteArray document_;
};

} // namespace mesoscope::app::commands
