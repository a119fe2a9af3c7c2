// `mesoscope list composes`: the compose files that Swan's apps came out of. They are no part of the picture that every
// other list is made of: the scheduler is asked once.
#pragma once

#include "app/commands/cluster_command.h"
#include "models/tables/filter.h"

#include <QJsonObject>

namespace mesoscope::app::commands {

class ListComposes final : public ClusterCommand {
    Q_OBJECT
public:
    using ClusterCommand::ClusterCommand;
    void start() override;

protected:
    void ready(const cluster::Snapshot& snapshot) override;
    QList<base::SourceKind> needs() const override { return {base::SourceKind::Scheduler}; }

private:
    bool readOptions();
    void arrived(const base::Result<QList<scheduler::Compose>>& composes);

    tables::FilterExpression filter_;
    QString sort_;
    bool descending_ = false;
    int limit_ = 0;
};

} // namespace mesoscope::app::commands
