// The port to a scheduler (Marathon, Swan). Events are news, polls are repair; the implementation decides what to fetch
// and how seldom.
// Thread: lives in the session thread. Ownership: the session owns it.
// Order: after start() statusChanged() comes with every change of state; each *Changed signal carries whole values of
// what changed. Nothing is emitted after destruction.
#pragma once

#include "models/base/source_status.h"
#include "models/net/endpoint.h"
#include "models/scheduler/compose.h"
#include "models/scheduler/types.h"

#include <QObject>

#include <functional>

namespace mesoscope::scheduler {

class Scheduler : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void start() = 0;
    /// Reads everything again (F5).
    virtual void resync() = 0;
    virtual const base::SourceStatus& status() const = 0;
    virtual Capabilities capabilities() const = 0;

    /// The app whose instances are looked at now (an open page, the inspector); empty: none. Its instances and last
    /// failure are kept fresh and come through instancesChanged().
    virtual void watchApp(const QString& appId) = 0;

    /// The exact request a command would send now, for the preview; refuses what can't be sent with the reason.
    virtual base::Result<net::RequestSummary> describe(const Command& command) const = 0;
    /// What is dangerous about a command, in sentences; shown with the preview.
    virtual QStringList warnings(const Command& command) const {
        Q_UNUSED(command);
        return {};
    }
    /// Sends it. Exactly one callback unless `context` dies first. Never repeated by itself: when the answer was lost
    /// the error says so and the state is read again.
    virtual void perform(const Command& command, QObject* context,
                         std::function<void(base::Result<CommandResult>)> done) = 0;

    /// Time stamps of the versions that the server keeps, newest first as far as that can be told.
    virtual void versions(const QString& appId, QObject* context,
                          std::function<void(base::Result<QStringList>)> done) = 0;
    /// The definition of one version, byte for byte.
    virtual void versionDocument(const QString& appId, const QString& version, QObject* context,
                                 std::function<void(base::Result<QByteArray>)> done) = 0;

    /// A definition (versionDocument()) as a value; null when it is none.
    virtual AppPtr definitionOf(const QByteArray& document) const {
        Q_UNUSED(document);
        return nullptr;
    }

    /// The last offer of every agent that a waiting app did not take. Heavy for the server: only when a user asks,
    /// never on a timer. Refused by schedulers that keep no such list.
    virtual void unusedOffers(const QString& appId, QObject* context,
                              std::function<void(base::Result<QList<UnusedOffer>>)> done);

    /// Time stamps of the states of a group that the server keeps, newest first as far as that can be told; and the
    /// apps of a group as they were then. Refused without Capability::Groups.
    virtual void groupVersions(const QString& groupId, QObject* context,
                               std::function<void(base::Result<QStringList>)> done);
    virtual void groupAt(const QString& groupId, const QString& version, QObject* context,
                         std::function<void(base::Result<QList<AppPtr>>)> done);
    /// The steps that the server would take for a change of a group, without doing it. Refused where its version is not
    /// known to honour that.
    virtual void dryRun(const Command& command, QObject* context,
                        std::function<void(base::Result<QList<QList<DeploymentAction>>>)> done);

    /// The compose files that apps came out of, with their apps and what each service waits for; and the scheduler's
    /// own agents on the machines. Only when a user asks. Refused without Capability::Compose.
    virtual void composes(QObject* context, std::function<void(base::Result<QList<Compose>>)> done);
    virtual void gatewayAgents(QObject* context, std::function<void(base::Result<QList<GatewayAgent>>)> done);

    /// The app a Mesos task belongs to, from the form of its id; empty when it is not one of this scheduler's.
    virtual QString appOfTask(std::string_view taskId) const = 0;
    /// The name its framework registers with at the master ("marathon"); empty while unknown.
    virtual QString frameworkId() const = 0;

Q_SIGNALS:
    void statusChanged();
    /// `complete`: the list is everything there is; else only what changed.
    void appsChanged(const QList<mesoscope::scheduler::AppPtr>& apps, const QStringList& removed, bool complete);
    void deploymentsChanged(const QList<mesoscope::scheduler::DeploymentPtr>& running);
    void queueChanged(const QList<mesoscope::scheduler::QueueEntryPtr>& waiting);
    void instancesChanged(const QString& appId, const QList<mesoscope::scheduler::Instance>& instances);
    /// From the event stream: the health of one instance, and every event in words for the timeline.
    void instanceHealthChanged(const QString& instanceId, bool healthy);
    void instanceMoved(const mesoscope::scheduler::InstanceMoment& moment);
    void deploymentEnded(const QString& id, bool succeeded, const QString& reason);
    void changeSeen(const mesoscope::scheduler::ChangeSeen& change);
    void eventSeen(const QString& type, const QString& object, const QString& text);
};

} // namespace mesoscope::scheduler
