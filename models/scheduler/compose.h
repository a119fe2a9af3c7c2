// What only some schedulers have beside apps: apps that came out of one file, and the scheduler's own agents on the
// machines. Values, as Swan tells them.
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

namespace mesoscope::scheduler {

/// Several apps that were created from one compose file (compose-ng).
struct Compose {
    QString id;
    QString name;
    QString runAs;
    QString cluster;
    QString description;
    QString operation; ///< op_status: noop, creating, deleting
    QString error;
    QStringList apps;                 ///< ids, where the answer holds them
    QMap<QString, QStringList> needs; ///< what each service waits for, where it was asked
    QByteArray yaml;
};

/// A Swan agent: its machine as its own gateway process tells it.
struct GatewayAgent {
    QString id;
    QString host;
    double cpuUsed = 0; ///< percent
    qint64 memoryBytes = 0;
    qint64 memoryUsedBytes = 0;
    int containersRunning = 0;
    QString error; ///< the agent did not answer
};

} // namespace mesoscope::scheduler
