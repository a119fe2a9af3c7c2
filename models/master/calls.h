// Bodies of the operator calls that change a cluster (POST /api/v1), and what their refusals mean. Pure; any thread.
// Shapes: include/mesos/v1/master/master.proto (Call) of Apache Mesos.
#pragma once

#include "models/base/error.h"
#include "models/master/types.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace mesoscope::master {

/// Ends the agent's tasks and deactivates it. `graceMs`: how long tasks may take to end, at most; -1 leaves it to each
/// task. Whole seconds are sent, rounded up: other forms of a duration are read as 0 by masters.
QByteArray drainAgentCall(const QString& agentId, qint64 graceMs = -1, bool markGone = false);
QByteArray deactivateAgentCall(const QString& agentId);
/// Refused with 400 while the agent is still draining.
QByteArray reactivateAgentCall(const QString& agentId);
/// Final: the agent can never come back under this id, its tasks count as gone.
QByteArray markAgentGoneCall(const QString& agentId);
/// Ends a framework with all its tasks.
QByteArray teardownCall(const QString& frameworkId);

struct Weight {
    QString role;
    double weight = 1;
};
QByteArray updateWeightsCall(const QList<Weight>& weights);

struct Quota {
    QString role;
    Scalars guarantee;
    std::optional<Scalars> limit; ///< none: unlimited
};
/// Replaces the quota of these roles. `force` skips the master's check whether the cluster can satisfy it.
QByteArray updateQuotaCall(const QList<Quota>& quota, bool force = false);

struct Machine {
    QString hostname;
    QString ip;
    friend bool operator==(const Machine&, const Machine&) = default;
};
struct MaintenanceWindow {
    QList<Machine> machines;
    qint64 startMs = 0;     ///< wall clock of the servers
    qint64 durationMs = -1; ///< -1: without end
    friend bool operator==(const MaintenanceWindow&, const MaintenanceWindow&) = default;
};
/// The whole schedule: windows that are missing in it are cancelled.
QByteArray updateMaintenanceCall(const QList<MaintenanceWindow>& schedule);
/// A GET_MAINTENANCE_SCHEDULE answer; an empty schedule ({}) is an empty list.
base::Result<QList<MaintenanceWindow>> decodeMaintenance(const QByteArray& answer);

/// A read call without arguments: {"type":"GET_FLAGS"}. `GET_METRICS` gets the empty message it wants.
QByteArray readCall(const char* type);

/// The error of an operator call in words that say what it means for this call: a denial by the master's access control
/// list, an agent or framework it does not know, an agent that still drains.
base::Error explained(const QByteArray& call, const base::Error& error);

} // namespace mesoscope::master
