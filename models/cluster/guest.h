// What lives on the session thread on behalf of somebody outside of the session: tails of logs, sandboxes, commands in
// containers, details that are read on demand. They share the session's connections, credentials and read-only gate.
#pragma once

#include "models/base/clock.h"
#include "models/cluster/snapshot.h"
#include "models/net/endpoint.h"

#include <QObject>
#include <QPointer>

namespace mesoscope::net {
class HttpClient;
}
namespace mesoscope::master {
class Link;
struct SandboxPlace;
} // namespace mesoscope::master

namespace mesoscope::cluster {

/// Valid as long as the session; touched on its thread only.
struct MasterAccess {
    net::HttpClient* client = nullptr; ///< null: no master is connected
    master::Link* link = nullptr;      ///< null likewise
    const base::Clock* clock = nullptr;
    net::Credentials credentials; ///< the master's, which the agents share
    net::TlsSettings tls;
    bool https = false; ///< agents speak what the master speaks
};

/// Created on the thread of its owner and given to Session::host(), which moves it. Both functions run on the session
/// thread. It is destroyed there, with deleteLater() by its owner or with the session.
class Guest : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Once, before anything else.
    virtual void begin(const MasterAccess& access) = 0;
    /// With every snapshot from now on, the current one first. Up to sixty times a second: be quick.
    virtual void observe(const SnapshotPtr& snapshot) { Q_UNUSED(snapshot) }
};

/// Where the files of a task are. Empty address: its agent is not known any more.
master::SandboxPlace placeOf(const Snapshot& snapshot, const TaskRow& task, bool https);
/// Where an agent answers, with its own path when several share a port.
QUrl addressOf(const Snapshot& snapshot, const AgentRow& agent, bool https);

} // namespace mesoscope::cluster
