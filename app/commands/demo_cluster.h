// `mesoscope demo-cluster`: only the embedded cluster, until interrupted. The first line of stdout names its endpoints.
#pragma once

#include "app/commands/command.h"
#include "app/demo/cluster.h"

#include <memory>

namespace mesoscope::app::commands {

class DemoCluster final : public Command {
    Q_OBJECT
public:
    using Command::Command;
    ~DemoCluster() override;
    void start() override;

private:
    std::unique_ptr<demo::Cluster> cluster_;
};

} // namespace mesoscope::app::commands
