// Marathon's server-sent events as typed values, in words, and followed to a picture of tasks and deployments.
// Facts: Marathon's event bus, 1.4 to 1.11; unknown types and fields are accepted. Pure; any thread.
#pragma once

#include "models/base/error.h"
#include "models/scheduler/types.h"

#include <QMap>

#include <optional>
#include <string_view>

namespace mesoscope::scheduler::marathon {

enum class EventKind : quint8 {
    Other, ///< unknown or without meaning for the picture
    StatusUpdate,
    InstanceChanged,
    InstanceHealth,
    HealthStatus,
    FailedHealthCheck,
    UnhealthyKill,
    UnknownTerminated,
    AppTerminated,
    ApiPost,
    PodChanged,
    GroupChanged,
    GroupRefused,
    DeploymentInfo,
    DeploymentStepSuccess,
    DeploymentStepFailure,
    DeploymentSuccess,
    DeploymentFailed,
    SchedulerRegistered,
    SchedulerDisconnected,
    HealthCheckAdded,
    HealthCheckRemoved,
    StreamAttached,
    StreamDetached,
};

struct Event {
    EventKind kind = EventKind::Other;
    QString type;
    qint64 timestampMs = 0;
    QString appId;  ///< also of pods
    QString taskId; ///< failed_health_check_event puts an instance id here
    QString instanceId;
    QString state; ///< TASK_… of a status update, condition of an instance
    QString host;
    QString agentId;
    QString version;
    QString message; ///< or reason
    QString groupId;
    QString uri;
    QString client; ///< the address that a request came from
    QList<int> ports;
    QStringList ipAddresses;
    std::optional<bool> healthy;
    QString deploymentId;
    QList<QList<DeploymentAction>> steps;
    QList<DeploymentAction> currentStep;

    /// Every app or pod that the event is about.
    QStringList apps() const;
    friend bool operator==(const Event&, const Event&) = default;
};

base::Result<Event> decodeEvent(std::string_view type, std::string_view data);

/// What it is about (app, deployment, group …) and one sentence for a timeline; empty text: not worth a line.
struct EventWords {
    QString object;
    QString text;
};
EventWords wordsFor(const Event& event);

/// Who sent which definition, when the event is about that.
std::optional<ChangeSeen> changeOf(const Event& event, qint64 nowMs);

/// What an instance did, when the event is about one.
std::optional<InstanceMoment> momentOf(const Event& event, qint64 nowMs);

/// Tasks and deployments as far as the events tell them. Start it from a read state, or empty.
class EventPicture {
public:
    /// `nowMs`: this program's wall clock; progress is told in it because servers' clocks differ.
    void apply(const Event& event, qint64 nowMs);
    /// Replaces what is known by what was read.
    void setDeployments(const QList<Deployment>& running, qint64 nowMs);
    void setTasksOf(const QString& appId, const QList<Instance>& tasks);

    /// Tasks that are not over, by id.
    const QMap<QString, Instance>& tasks() const { return tasks_; }
    QList<Instance> tasksOf(const QString& appId) const;
    const QMap<QString, Deployment>& deployments() const { return deployments_; }

private:
    void applyStatus(const Event& event);
    void applyInstance(const Event& event);
    void applyHealth(const Event& event);
    void applyDeployment(const Event& event, qint64 nowMs);
    void noteProgress(const QString& appId, qint64 nowMs);
    void forgetStopped(const Event& event);

    QMap<QString, Instance> tasks_;
    QMap<QString, Deployment> deployments_;
};

/// Whether a TASK_… state is an end.
bool isTerminal(const QString& taskState);

} // namespace mesoscope::scheduler::marathon
