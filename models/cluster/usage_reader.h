// What the watched app's instances really use, as their agents tell it: one small request in two seconds, agent after
// agent, each twice because the use of CPU is a difference. Agents that do not answer are left alone for a minute.
// Thread: the session thread. Ownership: the session's worker.
#pragma once

#include "models/base/clock.h"
#include "models/cluster/store.h"
#include "models/master/observe.h"
#include "models/net/endpoint.h"
#include "models/net/http_client.h"

#include <QObject>

namespace mesoscope::cluster {

class UsageReader : public QObject {
    Q_OBJECT
public:
    /// `master`: whose credentials the agents share.
    UsageReader(net::HttpClient& client, const base::Clock& clock, const net::Endpoint& master, Store& store,
                QObject* parent = nullptr);

    /// About once a second, with the newest picture.
    void tick(const Snapshot& snapshot);

private:
    struct Reading {
        double cpuSeconds = 0;
        qint64 atMs = 0; ///< monotonic
    };
    struct Agent {
        qint64 nextMs = 0;
        int reads = 0;
    };
    void collect(const Snapshot& snapshot);
    void ask(const Snapshot& snapshot, const QString& agentId);
    void take(const QList<master::Container>& containers);

    net::HttpClient& client_;
    const base::Clock& clock_;
    net::Credentials credentials_;
    net::TlsSettings tls_;
    bool https_ = false;
    Store& store_;
    QString app_;
    QStringList agentIds_;
    QHash<QString, Agent> agents_;
    QHash<QString, QString> taskOfExecutor_; ///< of the watched app
    QHash<QString, Reading> readings_;       ///< by task
    QHash<QString, InstanceUsage> usage_;    ///< by task
    qint64 askedMs_ = 0;
    bool running_ = false;
};

} // namespace mesoscope::cluster
