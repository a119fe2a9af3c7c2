#include "models/scheduler/marathon/events.h"

#include "models/base/iso_time.h"
#include "models/scheduler/marathon/fields.h"
#include "models/scheduler/marathon/ids.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>

namespace mesoscope::scheduler::marathon {

namespace json = base::json;
using json::Value;

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Marathon", text);
}

EventKind kindOf(std::string_view type) {
    static const std::unordered_map<std::string_view, EventKind> kinds = {
        {"status_update_event", EventKind::StatusUpdate},
        {"instance_changed_event", EventKind::InstanceChanged},
        {"instance_health_changed_event", EventKind::InstanceHealth},
        {"health_status_changed_event", EventKind::HealthStatus},
        {"failed_health_check_event", EventKind::FailedHealthCheck},
        {"unhealthy_instance_kill_event", EventKind::UnhealthyKill},
        {"unhealthy_task_kill_event", EventKind::UnhealthyKill}, // before 1.4
        {"unknown_instance_terminated_event", EventKind::UnknownTerminated},
        {"app_terminated_event", EventKind::AppTerminated},
        {"api_post_event", EventKind::ApiPost},
        {"pod_created_event", EventKind::PodChanged},
        {"pod_updated_event", EventKind::PodChanged},
        {"pod_deleted_event", EventKind::PodChanged},
        {"group_change_success", EventKind::GroupChanged},
        {"group_change_failed", EventKind::GroupRefused},
        {"deployment_info", EventKind::DeploymentInfo},
        {"deployment_step_success", EventKind::DeploymentStepSuccess},
        {"deployment_step_failure", EventKind::DeploymentStepFailure},
        {"deployment_success", EventKind::DeploymentSuccess},
        {"deployment_failed", EventKind::DeploymentFailed},
        {"scheduler_registered_event", EventKind::SchedulerRegistered},
        {"scheduler_reregistered_event", EventKind::SchedulerRegistered},
        {"scheduler_disconnected_event", EventKind::SchedulerDisconnected},
        {"add_health_check_event", EventKind::HealthCheckAdded},
        {"remove_health_check_event", EventKind::HealthCheckRemoved},
        {"event_stream_attached", EventKind::StreamAttached},
        {"event_stream_detached", EventKind::StreamDetached},
    };
    const auto found = kinds.find(type);
    return found == kinds.end() ? EventKind::Other : found->second;
}

void readPlan(Event& e, Value v) {
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "id" && e.deploymentId.isEmpty()) // the event's own id wins
            e.deploymentId = json::string(value);
        else if (key == "version")
            e.version = json::string(value);
        else if (key == "steps")
            e.steps = readSteps(value);
    });
}

void readDefinition(Event& e, Value v) {
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "id")
            e.appId = json::string(value);
        else if (key == "version")
            e.version = json::string(value);
    });
}

void readHealthFlag(Event& e, Value v) {
    if (!json::isNull(v))
        e.healthy = json::boolean(v);
}

using EventReader = void (*)(Event&, Value);

template<auto Member>
void readString(Event& e, Value v) {
    e.*Member = json::string(v);
}

const std::unordered_map<std::string_view, EventReader>& eventReaders() {
    static const std::unordered_map<std::string_view, EventReader> readers = {
        {"timestamp", [](Event& e, Value v) { e.timestampMs = base::msFromIso(json::text(v)); }},
        {"appId", readString<&Event::appId>},
        {"runSpecId", readString<&Event::appId>},
        {"taskId", readString<&Event::taskId>},
        {"instanceId", readString<&Event::instanceId>},
        {"taskStatus", readString<&Event::state>},
        {"condition", readString<&Event::state>},
        {"host", readString<&Event::host>},
        {"slaveId", readString<&Event::agentId>},
        {"agentId", readString<&Event::agentId>},
        {"version", readString<&Event::version>},
        {"runSpecVersion", readString<&Event::version>},
        {"reason", readString<&Event::message>},
        {"groupId", readString<&Event::groupId>},
        {"uri", readString<&Event::uri>},
        {"clientIp", readString<&Event::client>},
        {"id", readString<&Event::deploymentId>},
        {"alive", readHealthFlag},
        {"healthy", readHealthFlag},
        {"appDefinition", readDefinition},
        {"plan", readPlan},
        {"currentStep", [](Event& e, Value v) { e.currentStep = readStep(v, nullptr); }},
        {"ports",
         [](Event& e, Value v) { json::eachItem(v, [&](Value p) { e.ports.append(int(json::integer(p))); }); }},
        {"message", readString<&Event::message>}, // a list of bytes in framework messages: reads as empty
        {"ipAddresses",
         [](Event& e, Value v) {
             json::eachItem(v, [&](Value item) {
                 json::eachField(item, [&](std::string_view key, Value address) {
                     if (key == "ipAddress")
                         e.ipAddresses.append(json::string(address));
                 });
             });
         }},
    };
    return readers;
}

} // namespace

base::Result<Event> decodeEvent(std::string_view type, std::string_view data) {
    Event e;
    e.kind = kindOf(type);
    e.type = QString::fromUtf8(type.data(), qsizetype(type.size()));
    const auto& readers = eventReaders();
    const auto read =
        json::read(QByteArrayView(data.data(), qsizetype(data.size())), tr("An event of Marathon"), [&](Value root) {
            json::eachField(root, [&](std::string_view key, Value value) {
                const auto found = readers.find(key);
                if (found != readers.end())
                    found->second(e, value);
            });
        });
    if (!read)
        return tl::unexpected(read.error());
    if (e.kind == EventKind::FailedHealthCheck)
        e.instanceId = e.taskId;
    if (e.instanceId.isEmpty() && !e.taskId.isEmpty())
        e.instanceId = instanceOfTask(e.taskId);
    return e;
}

QStringList Event::apps() const {
    QStringList out;
    if (!appId.isEmpty())
        out.append(appId);
    for (const QList<DeploymentAction>& step : steps) {
        for (const DeploymentAction& action : step) {
            if (!out.contains(action.app))
                out.append(action.app);
        }
    }
    return out;
}

// --- words -----------------------------------------------------------------------------------------------------------

namespace {

QString shortTask(const Event& e) {
    return e.instanceId.isEmpty() ? e.taskId : e.instanceId;
}

QString withReason(const QString& text, const QString& reason) {
    return reason.isEmpty() ? text : text + QStringLiteral(": ") + reason.left(300);
}

QString statusWords(const Event& e) {
    static const QHash<QString, const char*> words = {
        {QStringLiteral("TASK_RUNNING"), QT_TRANSLATE_NOOP("Marathon", "%1 runs on %2")},
        {QStringLiteral("TASK_FAILED"), QT_TRANSLATE_NOOP("Marathon", "%1 failed on %2")},
        {QStringLiteral("TASK_FINISHED"), QT_TRANSLATE_NOOP("Marathon", "%1 ended on %2")},
        {QStringLiteral("TASK_KILLED"), QT_TRANSLATE_NOOP("Marathon", "%1 was killed on %2")},
        {QStringLiteral("TASK_ERROR"), QT_TRANSLATE_NOOP("Marathon", "%1 could not be started on %2")},
        {QStringLiteral("TASK_LOST"), QT_TRANSLATE_NOOP("Marathon", "%1 was lost on %2")},
        {QStringLiteral("TASK_UNREACHABLE"), QT_TRANSLATE_NOOP("Marathon", "%1 on %2 can't be reached")},
        {QStringLiteral("TASK_DROPPED"), QT_TRANSLATE_NOOP("Marathon", "%1 never arrived on %2")},
        {QStringLiteral("TASK_GONE"), QT_TRANSLATE_NOOP("Marathon", "%1 is gone with %2")},
        {QStringLiteral("TASK_GONE_BY_OPERATOR"),
         QT_TRANSLATE_NOOP("Marathon", "%1 is gone with %2, which was marked gone")},
    };
    const auto found = words.find(e.state);
    if (found == words.end())
        return {};
    const bool ended = e.state != QLatin1String("TASK_RUNNING");
    return withReason(tr(*found).arg(shortTask(e), e.host), ended ? e.message : QString());
}

QString stepWords(const Event& e) {
    QStringList parts;
    for (const DeploymentAction& a : e.currentStep)
        parts.append(a.action + QLatin1Char(' ') + a.app);
    return parts.join(QStringLiteral(", "));
}

QString taskWords(const Event& e) {
    switch (e.kind) {
    case EventKind::StatusUpdate:
        return statusWords(e);
    case EventKind::HealthStatus:
        return e.healthy.value_or(false) ? tr("%1 became healthy").arg(shortTask(e))
                                         : tr("%1 became unhealthy").arg(shortTask(e));
    case EventKind::FailedHealthCheck:
        return tr("A health check of %1 failed").arg(shortTask(e));
    case EventKind::UnhealthyKill:
        return withReason(tr("%1 is killed because its health check failed").arg(shortTask(e)), e.message);
    case EventKind::UnknownTerminated:
        return tr("%1 ended after it was forgotten").arg(shortTask(e));
    default:
        return {};
    }
}

QString changeWords(const Event& e) {
    switch (e.kind) {
    case EventKind::AppTerminated:
        return tr("The app has no instances left");
    case EventKind::ApiPost:
        return e.client.isEmpty() ? tr("The definition was sent") : tr("The definition was sent from %1").arg(e.client);
    case EventKind::PodChanged:
        return e.client.isEmpty() ? tr("The pod was changed") : tr("The pod was changed from %1").arg(e.client);
    case EventKind::GroupRefused:
        return withReason(tr("A change was refused"), e.message);
    case EventKind::DeploymentInfo:
        return tr("Deployment step started: %1").arg(stepWords(e));
    case EventKind::DeploymentStepFailure:
        return tr("Deployment step failed: %1").arg(stepWords(e));
    case EventKind::DeploymentSuccess:
        return tr("Deployment succeeded");
    case EventKind::DeploymentFailed:
        return withReason(tr("Deployment ended without success"), e.message);
    case EventKind::SchedulerRegistered:
        return tr("Marathon registered with the Mesos master");
    case EventKind::SchedulerDisconnected:
        return tr("Marathon lost the Mesos master and gives up leadership");
    default:
        return {};
    }
}

} // namespace

EventWords wordsFor(const Event& e) {
    QString text = taskWords(e);
    if (text.isEmpty())
        text = changeWords(e);
    const QStringList apps = e.apps();
    QString object = apps.isEmpty() ? e.groupId : apps.first();
    if (object.isEmpty())
        object = e.kind == EventKind::PodChanged ? e.uri.section(QStringLiteral("/v2/pods"), 1) : QString();
    return {object, text};
}

std::optional<ChangeSeen> changeOf(const Event& e, qint64 nowMs) {
    if (e.kind == EventKind::ApiPost)
        return ChangeSeen{e.appId, e.version, e.client, e.uri, nowMs};
    if (e.kind == EventKind::PodChanged)
        return ChangeSeen{e.uri.section(QStringLiteral("/v2/pods"), 1), {}, e.client, e.uri, nowMs};
    return std::nullopt;
}

std::optional<InstanceMoment> momentOf(const Event& e, qint64 nowMs) {
    const bool about = e.kind == EventKind::StatusUpdate || e.kind == EventKind::InstanceChanged ||
                       e.kind == EventKind::InstanceHealth || e.kind == EventKind::UnhealthyKill;
    if (!about || e.instanceId.isEmpty())
        return std::nullopt;
    InstanceMoment m{e.appId, e.instanceId, e.taskId, e.host, e.agentId, e.version, e.state, std::nullopt, nowMs};
    if (e.kind == EventKind::InstanceHealth)
        m.healthy = e.healthy;
    return m;
}

// --- picture ---------------------------------------------------------------------------------------------------------

bool isTerminal(const QString& state) {
    static const QStringList live = {QStringLiteral("TASK_STAGING"), QStringLiteral("TASK_STARTING"),
                                     QStringLiteral("TASK_RUNNING"), QStringLiteral("TASK_KILLING"),
                                     QStringLiteral("TASK_UNREACHABLE")};
    return !live.contains(state);
}

void EventPicture::apply(const Event& e, qint64 nowMs) {
    switch (e.kind) {
    case EventKind::StatusUpdate:
        noteProgress(e.appId, nowMs);
        return applyStatus(e);
    case EventKind::InstanceChanged:
    case EventKind::UnknownTerminated:
        return applyInstance(e);
    case EventKind::InstanceHealth:
    case EventKind::HealthStatus:
        noteProgress(e.appId, nowMs);
        return applyHealth(e);
    case EventKind::DeploymentInfo:
    case EventKind::DeploymentStepSuccess:
    case EventKind::DeploymentSuccess:
    case EventKind::DeploymentFailed:
        return applyDeployment(e, nowMs);
    default:
        return;
    }
}

void EventPicture::applyStatus(const Event& e) {
    if (isTerminal(e.state)) {
        tasks_.remove(e.taskId);
        return;
    }
    Instance& t = tasks_[e.taskId];
    t.taskId = e.taskId;
    t.appId = e.appId;
    t.state = e.state;
    t.host = e.host;
    t.agentId = e.agentId;
    t.version = e.version;
    if (!e.ports.isEmpty())
        t.ports = e.ports;
    if (!e.ipAddresses.isEmpty())
        t.ipAddresses = e.ipAddresses;
    if (t.stagedMs == 0)
        t.stagedMs = e.timestampMs;
    if (t.startedMs == 0 && e.state == QLatin1String("TASK_RUNNING"))
        t.startedMs = e.timestampMs;
}

void EventPicture::applyInstance(const Event& e) {
    // A wiped instance is "Killed" at once, before its task is dead; one that is given up is UnreachableInactive.
    static const QStringList ended = {QStringLiteral("Killed"), QStringLiteral("Failed"), QStringLiteral("Finished"),
                                      QStringLiteral("Error"),  QStringLiteral("Gone"),   QStringLiteral("Dropped"),
                                      QStringLiteral("Unknown")};
    if (!ended.contains(e.state) && e.kind != EventKind::UnknownTerminated)
        return;
    for (auto it = tasks_.lowerBound(e.instanceId); it != tasks_.end() && it.key().startsWith(e.instanceId);)
        it = instanceOfTask(it.key()) == e.instanceId ? tasks_.erase(it) : std::next(it);
}

void EventPicture::applyHealth(const Event& e) {
    if (!e.healthy)
        return;
    for (auto it = tasks_.lowerBound(e.instanceId); it != tasks_.end() && it.key().startsWith(e.instanceId); ++it) {
        if (it->health.isEmpty())
            it->health.append(HealthResult());
        it->health.first().alive = *e.healthy;
    }
}

void EventPicture::applyDeployment(const Event& e, qint64 nowMs) {
    if (e.kind == EventKind::DeploymentSuccess || e.kind == EventKind::DeploymentFailed) {
        deployments_.remove(e.deploymentId);
        return;
    }
    const bool known = deployments_.contains(e.deploymentId);
    Deployment& d = deployments_[e.deploymentId];
    if (!known)
        d.firstSeenMs = nowMs;
    d.id = e.deploymentId;
    d.version = e.version;
    d.versionMs = base::msFromIso(e.version.toStdString());
    d.steps = e.steps;
    d.totalSteps = int(e.steps.size());
    d.affectedApps = e.apps();
    d.currentActions = e.currentStep;
    d.lastProgressMs = nowMs;
    const auto at = std::find(e.steps.begin(), e.steps.end(), e.currentStep);
    d.currentStep = at == e.steps.end() ? d.currentStep : int(at - e.steps.begin()) + 1;
    forgetStopped(e);
}

/// Tasks of an app that is destroyed leave every list at once, long before they are dead.
void EventPicture::forgetStopped(const Event& e) {
    for (const DeploymentAction& action : e.currentStep) {
        if (!action.action.startsWith(QLatin1String("Stop")))
            continue;
        tasks_.removeIf([&](const std::pair<const QString&, Instance&>& t) { return t.second.appId == action.app; });
    }
}

namespace {

/// Carries over what only watching tells: since when it is known, and when it last moved.
void continueFrom(Deployment& d, const Deployment* before, qint64 nowMs) {
    d.firstSeenMs = before ? before->firstSeenMs : nowMs;
    const bool moved = !before || before->currentStep != d.currentStep || before->currentActions != d.currentActions ||
                       before->readiness != d.readiness;
    d.lastProgressMs = moved ? nowMs : before->lastProgressMs;
}

} // namespace

void EventPicture::setDeployments(const QList<Deployment>& running, qint64 nowMs) {
    QMap<QString, Deployment> next;
    for (Deployment d : running) {
        const auto known = deployments_.constFind(d.id);
        continueFrom(d, known == deployments_.constEnd() ? nullptr : &*known, nowMs);
        next.insert(d.id, d);
    }
    deployments_ = next;
}

void EventPicture::noteProgress(const QString& appId, qint64 nowMs) {
    for (Deployment& d : deployments_) {
        if (d.affectedApps.contains(appId))
            d.lastProgressMs = nowMs;
    }
}

void EventPicture::setTasksOf(const QString& appId, const QList<Instance>& tasks) {
    tasks_.removeIf([&](const std::pair<const QString&, Instance&>& t) { return t.second.appId == appId; });
    for (const Instance& t : tasks)
        tasks_.insert(t.taskId, t);
}

QList<Instance> EventPicture::tasksOf(const QString& appId) const {
    QList<Instance> out;
    for (const Instance& t : tasks_) {
        if (t.appId == appId)
            out.append(t);
    }
    return out;
}

} // namespace mesoscope::scheduler::marathon
