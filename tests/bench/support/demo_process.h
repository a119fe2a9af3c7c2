// `mesoscope demo-cluster` in a process of its own, so that its work is not counted as the console's.
#pragma once

#include "models/cluster/session.h"

#include <QProcess>
#include <QStringList>

namespace mesoscope::bench {

class DemoProcess {
public:
    /// Blocks until the cluster listens; ends the program with a sentence when it does not within the patience.
    explicit DemoProcess(const QStringList& options, int patienceMs = 120'000);
    ~DemoProcess();
    DemoProcess(const DemoProcess&) = delete;
    DemoProcess& operator=(const DemoProcess&) = delete;

    cluster::Connection connection() const { return connection_; }
    qint64 pid() const { return process_.processId(); }
    double startedMs() const { return startedMs_; }

private:
    QProcess process_;
    cluster::Connection connection_;
    double startedMs_ = 0;
};

} // namespace mesoscope::bench
