// Swan's answers as typed values, mapped onto the scheduler's words. Facts: Swan's HTTP API (v1). Pure; any thread.
#pragma once

#include "models/base/error.h"
#include "models/scheduler/compose.h"
#include "models/scheduler/types.h"

namespace mesoscope::scheduler::swan {

/// An application with what only Swan has.
struct Application {
    App app; ///< without document: Swan keeps it in the version
    QString name;
    QString runAs;
    QString cluster;
    QString operation; ///< operationStatus: noop, creating, scaling_up, …
    QString error;     ///< errmsg: the only sign that an operation failed
    int progress = -1; ///< tasks on the newer version; runs backwards in a roll-back
    int taskCount = 0;
    int versionCount = 0;
    QStringList versions; ///< of the running tasks, sorted
    bool isBusy() const { return operation != QLatin1String("noop"); }
};

base::Result<QList<Application>> decodeApplications(QByteArrayView body);
base::Result<Application> decodeApplication(QByteArrayView body);
/// An errmsg of a task that still runs may be another task's: it is kept only for tasks that ended badly. "healthy" is
/// believed only once the task runs.
base::Result<QList<Instance>> decodeTasks(QByteArrayView body, const QString& appId);
/// One version (the app's specification): the fields of App, and the document byte for byte.
base::Result<App> decodeVersion(QByteArrayView body);
/// The documents of all versions, newest first; ids are their times in nanoseconds.
struct Version {
    QString id;
    QByteArray document;
};
base::Result<QList<Version>> decodeVersions(QByteArrayView body);
base::Result<QString> decodeLeader(QByteArrayView body);
base::Result<QString> decodeFramework(QByteArrayView body);

/// GET /v1/compose-ng (a list) and /v1/compose-ng/{id} (one, with its apps).
base::Result<QList<Compose>> decodeComposes(QByteArrayView body);
/// GET …/dependency: what each service waits for.
base::Result<QMap<QString, QStringList>> decodeDependencies(QByteArrayView body);

using Agent = GatewayAgent;
/// GET /v1/agents: {id: machine, or a text that says why there is none}. In the order of ids.
base::Result<QList<Agent>> decodeAgents(QByteArrayView body);

/// An event of /v1/events. Frames without an address are the cleaning up after a task that ended.
struct Event {
    QString appId;
    QString taskId;
    bool healthy = false;
    bool isCleanup = false;
    int weight = 0;
};
base::Result<Event> decodeEvent(std::string_view data);

/// A refusal: plain text, never JSON; 500 stands for "not found", too.
base::Error errorFrom(int status, QByteArrayView contentType, QByteArrayView body);

/// "<12 hex>.<index>.<name>.<compose>.<runAs>.<cluster>"; empty for other ids.
QString appOfTask(std::string_view taskId);
/// The running operation of an app as a deployment of one step; null when there is none.
DeploymentPtr operationOf(const Application& app);
/// What the ids of an app's operations begin with; operationOf() knows only this.
QString operationId(const QString& appId);

} // namespace mesoscope::scheduler::swan
