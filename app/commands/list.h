// `mesoscope list TABLE`: the same tables and columns as the window.
#pragma once

#include "app/commands/cluster_command.h"
#include "models/tables/column.h"

namespace mesoscope::app::commands {

class List final : public ClusterCommand {
    Q_OBJECT
public:
    using ClusterCommand::ClusterCommand;
    void start() override;

protected:
    void ready(const cluster::Snapshot& snapshot) override;
    QList<base::SourceKind> needs() const override;

private:
    const tables::Table* table_ = nullptr;
    int limit_ = 0;
};

} // namespace mesoscope::app::commands
