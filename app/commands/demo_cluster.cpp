#include "app/commands/demo_cluster.h"

#include "app/commands/cluster_command.h"

#include <QJsonObject>

#include <stdexcept>

namespace mesoscope::app::commands {

DemoCluster::~DemoCluster() = default;

void DemoCluster::start() {
    const base::Result<demo::Options> options = demoOptionsFrom(arguments());
    if (!options) {
        complain(options.error());
        return finish(WrongUse);
    }
    try {
        cluster_ = std::make_unique<demo::Cluster>(*options);
    } catch (const std::exception& e) {
        complain({base::ErrorKind::Input, QString::fromUtf8(e.what()), {}, {}, 0});
        return finish(NotConnected);
    }
    const demo::Endpoints e = cluster_->endpoints();
    printJson(QJsonObject{{QStringLiteral("master"), QString::fromStdString(e.master)},
                          {QStringLiteral("scheduler"), QString::fromStdString(e.scheduler)},
                          {QStringLiteral("gateway"), QString::fromStdString(e.gateway)},
                          {QStringLiteral("metrics"), QString::fromStdString(e.metrics)}});
}

} // namespace mesoscope::app::commands
