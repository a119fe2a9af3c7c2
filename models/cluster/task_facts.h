// What a task carries beside its state, taken out of the parts that are kept as the master sent them: labels, the
// container and its networks, discovery. For one task that somebody looks at. Pure; any thread.
#pragma once

#include "models/cluster/snapshot.h"

#include <QList>
#include <QPair>
#include <QStringList>

namespace mesoscope::cluster {

struct TaskFacts {
    QList<QPair<QString, QString>> labels; ///< a label may be without a value
    QString containerType;                 ///< MESOS, DOCKER; empty: none of its own
    QString image;
    QStringList volumes;  ///< "/host → /container (ro)"
    QStringList networks; ///< names of the container networks
    QStringList addresses;
    QString discoveryName;
    QString visibility; ///< FRAMEWORK, CLUSTER, EXTERNAL
    QStringList ports;  ///< "31000/tcp http"
};
TaskFacts taskFacts(const Snapshot& snapshot, const TaskRow& task);

} // namespace mesoscope::cluster
