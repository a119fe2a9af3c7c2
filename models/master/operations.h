// Executors, operations on resources and the state of maintenance, as masters and agents list them on demand. Pure; any
// thread. Shapes: master/master.proto (GetOperations, GetExecutors, GetMaintenanceStatus) of Apache Mesos.
#pragma once

#include "models/base/error.h"
#include "models/master/calls.h"
#include "models/master/placements.h"
#include "models/master/types.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace mesoscope::master {

struct Executor {
    QString id;
    QString name;
    QString type; ///< DEFAULT, CUSTOM
    QString frameworkId;
    QString agentId; ///< empty in the answer of an agent: it is its own
    Scalars resources;
    bool completed = false;
};
/// A GET_EXECUTORS answer of a master or an agent.
base::Result<QList<Executor>> decodeExecutors(const QByteArray& answer);

/// A reservation, a volume … that is being made or undone.
struct Operation {
    QString id;    ///< given by the framework; may be empty
    QString uuid;  ///< given by the master
    QString type;  ///< RESERVE, CREATE, …
    QString state; ///< OPERATION_PENDING, …
    QString message;
    QString frameworkId;
    QString agentId;
    QString provider;         ///< resource provider, if one does it
    QList<Holding> resources; ///< what it takes or makes: of the call, and once it is done as they became
};
/// A GET_OPERATIONS answer; {} is an empty list.
base::Result<QList<Operation>> decodeOperations(const QByteArray& answer);

struct MaintenanceStatus {
    QList<Machine> draining;
    QList<Machine> down;
};
/// A GET_MAINTENANCE_STATUS answer.
base::Result<MaintenanceStatus> decodeMaintenanceStatus(const QByteArray& answer);

} // namespace mesoscope::master
