// `mesoscope logs APP|TASK`: the sandbox logs of one task or of all instances of an app, merged by time.
#pragma once

#include "app/commands/cluster_command.h"
#include "models/cluster/log_tail.h"
#include "models/master/logs.h"

#include <QTimer>

#include <memory>

namespace mesoscope::app::commands {

class Logs final : public ClusterCommand {
    Q_OBJECT
public:
    using ClusterCommand::ClusterCommand;
    void start() override;

protected:
    void ready(const cluster::Snapshot& snapshot) override;
    QList<base::SourceKind> needs() const override { return {base::SourceKind::Master}; }

private:
    /// The task or app that is meant; false (and finished) when the cluster has neither.
    bool choose(const cluster::Snapshot& snapshot, cluster::TailWish& wish);
    void flush();
    void printLine(const master::LogLine& line);
    void warn(int log);
    void end();

    std::unique_ptr<cluster::LogTail> tail_;
    master::LogMerge merge_{{5'000'000, 512U * 1024 * 1024}};
    master::LogFilter filter_;
    QTimer pause_; ///< lines that come together are put in order
    quint64 lost_ = 0;
    bool several_ = false;
    bool told_ = false; ///< a log that can't be read was complained about
};

} // namespace mesoscope::app::commands
