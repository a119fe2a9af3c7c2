// What a master or one agent tells about itself only when asked: flags, metrics, version, containers, executors,
// operations, maintenance. Asked for once when somebody looks, again on demand; never by itself.
// Thread: the object lives on its owner's thread, the requests on the session thread.
#pragma once

#include "models/cluster/session.h"
#include "models/master/observe.h"
#include "models/master/operations.h"

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

Q_SIGNALS:
    void read(const mesoscope::cluster::ProcessDetails& details);

private:
    QPointer<DetailsGuest> guest_;
};

} // namespace mesoscope::cluster

Q_DECLARE_METATYPE(mesoscope::cluster::ProcessDetails)
