// What a master or one agent tells about itself only when asked: flags, metrics, version, containers, executors,
// operations, maintenance. Asked for once when somebody looks, again on demand; never by itself.
// Thread: the object lives on its owner's thread, the requests on the session thread.
#pragma once

#include "models/cluster/session.h"
#include "models/master/observe.h"
#include "models/master/operations.h"
#include "models/master/placements.h"

#include <QMap>
#include <QObject>
#include <QPointer>

namespace mesoscope::cluster {

class DetailsGuest;

/// Parts that could not be read have an error under their call's name ("GET_FLAGS").
struct ProcessDetails {
    QString agentId; ///< empty: the master
    QString version;
    QMap<QString, QString> flags;
    QMap<QString, double> metrics;
    QList<master::Container> containers; ///< agents
    QList<master::Executor> executors;
    QList<master::Operation> operations;
    QList<master::Holding> holdings;       ///< agents: what is reserved, persistent volumes
    master::MaintenanceStatus maintenance; ///< master
    QMap<QString, base::Error> problems;
    qint64 atMs = 0;
};

class Details : public QObject {
    Q_OBJECT
public:
    explicit Details(Session& session, QObject* parent = nullptr);
    ~Details() override;

    /// Answered by read(), once, when every part has come or failed.
    void readMaster();
    void readAgent(const QString& agentId);
    /// What only the task's agent tells of it: its health check, volumes, reservations. Answered by taskRead(), once.
    void readTask(const QString& taskId);
    /// What an agent holds for whom, by its own word. Answered by holdingsRead(), once.
    void readHoldings(const QString& agentId);

Q_SIGNALS:
    void read(const mesoscope::cluster::ProcessDetails& details);
    /// `problem`: why it can't be known, a sentence; empty when it is.
    void taskRead(const QString& taskId, const mesoscope::master::TaskDetail& detail, const QString& problem);
    void holdingsRead(const QString& agentId, const QList<mesoscope::master::Holding>& holdings,
                      const QString& problem);

private:
    QPointer<DetailsGuest> guest_;
};

} // namespace mesoscope::cluster

Q_DECLARE_METATYPE(mesoscope::cluster::ProcessDetails)
Q_DECLARE_METATYPE(mesoscope::master::TaskDetail)
