// Marathon's answers as typed values. Facts: Marathon's REST API (1.4 to 1.11); Play JSON and Jackson spellings of
// numbers are both read. Pure; any thread. Every function takes a whole body and refuses only what is no answer of its
// kind; unknown fields cost nothing.
#pragma once

#include "models/base/error.h"
#include "models/scheduler/types.h"

namespace mesoscope::scheduler::marathon {

/// GET /v2/apps ({"apps":[…]}), /v2/apps/{group}/* ({"*":[…]}) and /v2/groups/…/apps (a bare array).
base::Result<QList<AppPtr>> decodeApps(QByteArrayView body);
/// GET /v2/apps/{id}: the app and, where the answer holds them, its tasks.
struct AppWithTasks {
    AppPtr app;
    QList<Instance> tasks;
};
base::Result<AppWithTasks> decodeApp(QByteArrayView body);
/// GET /v2/pods/::status (array) and /v2/pods/{id}::status (object): pods as apps, their containers as instances.
struct PodWithContainers {
    AppPtr app;
    QList<Instance> containers;
    QStringList instanceIds;
};
base::Result<QList<PodWithContainers>> decodePodStatuses(QByteArrayView body);
/// GET /v2/groups: all groups of the tree, parents first.
base::Result<QList<Group>> decodeGroups(QByteArrayView body);
/// GET /v2/groups/{id}/versions/{version}: the apps of the whole tree.
base::Result<QList<AppPtr>> decodeGroupApps(QByteArrayView body);
/// GET /v2/tasks, /v2/apps/{id}/tasks, and the answers to kills ({"tasks":[…]} and {"task":{…}}).
base::Result<QList<Instance>> decodeTasks(QByteArrayView body);
base::Result<QList<Deployment>> decodeDeployments(QByteArrayView body);
/// The steps of a dry run: {"steps":[{"actions":[…]}]}.
base::Result<QList<QList<DeploymentAction>>> decodeDryRun(QByteArrayView body);

base::Result<QList<QueueEntry>> decodeQueue(QByteArrayView body);
/// The unused offers by app of GET /v2/queue?embed=lastUnusedOffers.
base::Result<QHash<QString, QList<UnusedOffer>>> decodeUnusedOffers(QByteArrayView body);
/// {"versions":[…]} or a bare array; newest first by their text.
base::Result<QStringList> decodeVersions(QByteArrayView body);
base::Result<ServerInfo> decodeInfo(QByteArrayView body);
/// host:port.
base::Result<QString> decodeLeader(QByteArrayView body);
/// What a change answered: {"version","deploymentId"}, an app ("deployments":[{"id"}]) or nothing; the header
/// Marathon-Deployment-Id wins.
CommandResult decodeCommandResult(QByteArrayView body, QByteArrayView deploymentHeader);

/// The definition alone: an AppInfo without the fields that tell its state, everything else byte for byte.
QByteArray definitionOf(QByteArrayView appInfo);

} // namespace mesoscope::scheduler::marathon
