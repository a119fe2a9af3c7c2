// What one agent holds for whom (reservations, persistent volumes) and what one task carries beside its state, as they
// are read on demand for the one that somebody looks at. Pure; any thread.
// Shapes: Resource, Task, HealthCheck of mesos.proto; /slaves of a master and /state of an agent print the same ones.
#pragma once

#include "models/base/error.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

#include <optional>

class QJsonArray;

namespace mesoscope::master {

/// One resource with what is attached to it.
struct Holding {
    QString name;                          ///< cpus, mem, disk, gpus, ports, or any other
    double amount = 0;                     ///< of scalars; mem and disk in MiB
    QString values;                        ///< of ranges and sets: "31000-31999"; empty for scalars
    QString role;                          ///< "*": unreserved
    bool dynamic = false;                  ///< reserved by a call, not by the agent's own flags
    QString principal;                     ///< who reserved it
    QList<QPair<QString, QString>> labels; ///< of the reservation; a label may be without a value
    QString volumeId;                      ///< of a persistent volume; empty: none
    QString volumePrincipal;               ///< who made it
    QString containerPath;
    QString mode;   ///< RW, RO
    QString source; ///< PATH, MOUNT, BLOCK, RAW; empty: the agent's own disk
    bool shared = false;
    bool revocable = false;

    bool isReserved() const { return !role.isEmpty() && role != QLatin1String("*"); }
    friend bool operator==(const Holding&, const Holding&) = default;
};

QList<Holding> holdingsFrom(const QJsonArray& resources);
/// As Mesos prints resources: "disk(ops/db, peer)[db-1:data]:64".
QString holdingText(const Holding& holding);

/// Everything that is reserved, and every persistent volume, in the order of the roles: of an agent's /state, or of the
/// first agent in a master's /slaves.
base::Result<QList<Holding>> decodeHoldings(const QByteArray& answer);

/// How a task's health is checked, by the agent or its executor.
struct HealthDefinition {
    QString type;   ///< COMMAND, HTTP, TCP
    QString target; ///< the command, "https://:8080/health", ":8080"
    double delaySeconds = 15;
    double intervalSeconds = 10;
    double timeoutSeconds = 20;
    double graceSeconds = 10;
    int failures = 3;
    friend bool operator==(const HealthDefinition&, const HealthDefinition&) = default;
};

struct TaskDetail {
    QString id;
    QString user;
    std::optional<HealthDefinition> health;
    qint64 killGraceMs = -1;  ///< -1: the executor's own
    QList<Holding> resources; ///< all of the task
};
/// The task in a GET_TASKS answer of a master or an agent; an error when it is not in it.
base::Result<TaskDetail> decodeTaskDetail(const QByteArray& answer, const QString& taskId);

} // namespace mesoscope::master
