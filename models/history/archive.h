// What this program ever saw, kept by a thread of its own so that neither a window nor a session waits for the disk:
// every version of every app, and the latest deployments and events. GUI thread; what it hands to the session thread is
// a projection. Order: calls take effect in the order in which they are made. Answers come on the GUI thread, never
// after their context died.
#pragma once

#include "models/base/clock.h"
#include "models/cluster/snapshot.h"
#include "models/history/chronicle.h"
#include "models/history/versions.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace mesoscope::history {

class VersionArchive : public QObject {
    Q_OBJECT
public:
    /// `file`: one for all clusters, created when it is missing; ":memory:" keeps nothing.
    /// `clock` tells when something was seen; it must outlive the archive.
    VersionArchive(QString file, const base::Clock& clock, QObject* parent = nullptr);
    ~VersionArchive() override; ///< writes what is still to be written

    /// From now on everything is about this cluster.
    void choose(const QString& cluster);
    /// Keeps every definition that a session's snapshots bring. The session must end before the archive does.
    std::unique_ptr<cluster::Projection> follower();
    /// Keeps the deployments and events of a session's snapshots. The same holds.
    std::unique_ptr<cluster::Projection> chronicler();
    void remember(const QList<VersionStore::Seen>& seen);

    void versionsOf(const QString& app, QObject* context,
                    std::function<void(const base::Result<QList<StoredVersion>>&)> done);
    void document(const QString& app, const QString& version, QObject* context,
                  std::function<void(const base::Result<QByteArray>&)> done);
    /// Every app that has a version here, also destroyed ones.
    void apps(QObject* context, std::function<void(const base::Result<QStringList>&)> done);
    /// Newest first; written at times while a session goes on, and at its end.
    void deployments(QObject* context,
                     std::function<void(const base::Result<QList<scheduler::DeploymentRecordPtr>>&)> done);
    void eventsOf(const QString& object, int limit, QObject* context,
                  std::function<void(const base::Result<QList<cluster::EventNote>>&)> done);
    void setNote(const QString& app, const QString& version, const QString& note);
    void setPinned(const QString& app, const QString& version, bool pinned);

Q_SIGNALS:
    /// Something could not be kept; said once per cluster.
    void failed(const mesoscope::base::Error& error);
    /// Notes, pins or versions of this app changed.
    void changed(const QString& app);

private:
    class Keeper;
    template<typename Function>
    void post(Function function);

    QThread thread_;
    Keeper* keeper_; ///< lives in thread_
};

} // namespace mesoscope::history
