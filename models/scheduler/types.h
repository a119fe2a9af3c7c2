// What schedulers say about apps, as values that snapshots share between threads. Field names follow Marathon's API;
// Swan's are mapped onto them. Times are ms since the epoch, 0 when unknown.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace mesoscope::scheduler {

struct Constraint {
    QString field;
    QString op;
    QString value;
    friend bool operator==(const Constraint&, const Constraint&) = default;
};

struct TaskFailure {
    QString taskId;
    QString state; ///< TASK_…
    QString message;
    QString host;
    QString version;
    qint64 timestampMs = 0;
    friend bool operator==(const TaskFailure&, const TaskFailure&) = default;
};

struct App {
    QString id; ///< absolute, /shop/cart
    bool isPod = false;
    QString version; ///< the server's own text
    qint64 versionMs = 0;
    qint64 lastConfigChangeMs = 0;
    qint64 lastScalingMs = 0;
    int instances = 0;
    int tasksStaged = 0;
    int tasksRunning = 0;
    int tasksHealthy = 0;
    int tasksUnhealthy = 0;
    bool hasHealthChecks = false;
    double cpus = 0; ///< per instance
    double mem = 0;  ///< MiB
    double disk = 0; ///< MiB
    double gpus = 0;
    QString image;
    QString command;
    QString role;
    QMap<QString, QString> labels;
    QList<Constraint> constraints;
    QStringList dependencies;
    QStringList deployments; ///< ids of those that hold the app
    double minimumHealthCapacity = 1;
    double maximumOverCapacity = 1;
    std::optional<TaskFailure> lastFailure;
    /// The definition byte for byte as the server sent it (one object), for editing, diff and export.
    QByteArray document;
};

using AppPtr = std::shared_ptr<const App>;

/// An instance as the scheduler sees it; joined with the master's task by id.
struct HealthResult {
    bool alive = false;
    int consecutiveFailures = 0;
    qint64 firstSuccessMs = 0;
    qint64 lastSuccessMs = 0;
    qint64 lastFailureMs = 0;
    QString lastFailureCause;
    friend bool operator==(const HealthResult&, const HealthResult&) = default;
};

struct Instance {
    QString taskId;
    QString appId;
    QString host;
    QString agentId;
    QString state; ///< TASK_…
    QString version;
    QList<int> ports;
    QStringList ipAddresses;
    qint64 stagedMs = 0;
    qint64 startedMs = 0;
    QList<HealthResult> health; ///< empty: no check, or no result yet
    friend bool operator==(const Instance&, const Instance&) = default;
};

/// Something that an instance just did, as the scheduler's events tell it.
struct InstanceMoment {
    QString appId;
    QString instanceId;
    QString taskId; ///< may be empty: the event was about the instance
    QString host;
    QString agentId;
    QString version;
    QString state; ///< TASK_…, or a condition (Scheduled, Provisioned, …); empty: only health
    std::optional<bool> healthy;
    qint64 atMs = 0; ///< this program's clock
    friend bool operator==(const InstanceMoment&, const InstanceMoment&) = default;
};

/// Somebody sent a definition, as far as the server's events tell who.
struct ChangeSeen {
    QString app;
    QString version;
    QString client; ///< the address the request came from
    QString path;   ///< of the request: /v2/apps/shop/cart
    qint64 atMs = 0;
    friend bool operator==(const ChangeSeen&, const ChangeSeen&) = default;
};

struct DeploymentAction {
    QString action; ///< StartApplication, ScaleApplication, RestartApplication, StopApplication, …Pod
    QString app;
    friend bool operator==(const DeploymentAction&, const DeploymentAction&) = default;
};

struct ReadinessResult {
    QString name;
    QString taskId;
    bool ready = false;
    int lastStatus = 0;
    friend bool operator==(const ReadinessResult&, const ReadinessResult&) = default;
};

struct Deployment {
    QString id;
    QString version;
    qint64 versionMs = 0;
    QStringList affectedApps;
    QList<QList<DeploymentAction>> steps;
    QList<DeploymentAction> currentActions;
    QList<ReadinessResult> readiness;
    int currentStep = 0; ///< from 1; 0 before the first
    int totalSteps = 0;
    /// When this program saw it first, and when something of it last moved.
    qint64 firstSeenMs = 0;
    qint64 lastProgressMs = 0;
    friend bool operator==(const Deployment&, const Deployment&) = default;
};

using DeploymentPtr = std::shared_ptr<const Deployment>;

struct RejectCount {
    QString reason; ///< UnfulfilledRole, InsufficientCpus, …, in the funnel's order
    qint64 declined = 0;
    qint64 processed = 0;
    friend bool operator==(const RejectCount&, const RejectCount&) = default;
};

struct QueueEntry {
    QString appId;
    bool isPod = false;
    QString role;
    int count = 0; ///< instances not launched yet
    bool overdue = true;
    int timeLeftSeconds = 0; ///< an upper bound: launches may come earlier
    qint64 sinceMs = 0;
    qint64 processedOffers = 0;
    qint64 unusedOffers = 0;
    qint64 lastUnusedOfferMs = 0;
    qint64 lastUsedOfferMs = 0;
    QList<RejectCount> lastOffers;
    QList<RejectCount> launchAttempt;
    friend bool operator==(const QueueEntry&, const QueueEntry&) = default;
};

using QueueEntryPtr = std::shared_ptr<const QueueEntry>;

/// The last offer of one agent that an app in the queue did not take, with everything it lacked.
struct UnusedOffer {
    QString agentId;
    QString host;
    QStringList reasons;
    qint64 timestampMs = 0;
    double cpus = 0;
    double mem = 0;
    double disk = 0;
    double gpus = 0;
    int ports = 0; ///< host ports offered
    QMap<QString, QString> attributes;
    friend bool operator==(const UnusedOffer&, const UnusedOffer&) = default;
};

/// What the server says about itself.
struct ServerInfo {
    QString name;
    QString version;
    QString leader; ///< host:port, empty while there is none
    QString frameworkId;
    QString frameworkName;
    QString role;
    QStringList features;
    QString masterUi;
    int maxVersions = 0; ///< that the server keeps per app, 0: not known
    friend bool operator==(const ServerInfo&, const ServerInfo&) = default;
};

/// A group of apps without what is in it.
struct Group {
    QString id;
    QString version;
    bool enforceRole = false;
    bool hasEnforceRole = false; ///< only top-level groups say it
    QStringList apps;
    QStringList pods;
    QStringList groups;
    QStringList dependencies;
    friend bool operator==(const Group&, const Group&) = default;
};

/// What a scheduler can do: the window offers exactly these.
enum class Capability : quint32 {
    Deploy = 1 << 0,
    PartialUpdate = 1 << 1,
    Scale = 1 << 2,
    Restart = 1 << 3,
    Suspend = 1 << 4,
    KillTask = 1 << 5,
    KillAndScale = 1 << 6,
    KillAndWipe = 1 << 7,
    Destroy = 1 << 8,
    Groups = 1 << 9,
    Deployments = 1 << 10,
    CancelDeployment = 1 << 11,
    Queue = 1 << 12,
    ResetDelay = 1 << 13,
    Versions = 1 << 14,
    DeployVersion = 1 << 15,
    Canary = 1 << 16,
    Weights = 1 << 17,
    Pods = 1 << 18,
    Compose = 1 << 19,
};
using Capabilities = quint32;
constexpr bool has(Capabilities set, Capability c) {
    return (set & quint32(c)) != 0;
}

/// What to change. One value per user decision; the scheduler turns it into one request.
struct Command {
    enum class Verb : quint8 {
        Deploy,           ///< document; create or replace
        Scale,            ///< targets[0], instances
        ScaleGroup,       ///< targets[0]; factor, or with everyApp each app to `instances`
        Restart,          ///< targets[0]
        Suspend,          ///< targets[0]: scale to 0
        KillTasks,        ///< targets = task ids
        Destroy,          ///< targets[0]
        DestroyGroup,     ///< targets[0]
        ResetDelay,       ///< targets[0]
        DeployVersion,    ///< targets[0], version
        RevertDeployment, ///< targets[0] = deployment id: new deployment back to the state before
        StopDeployment,   ///< targets[0] = deployment id: stop where it is
        RevertGroup,      ///< targets[0], version
        Start,            ///< targets[0]: what was stopped, at its own number of instances
        Canary,           ///< targets[0], document (first time), instances more, factor = share of the traffic (0, 1]
        SetWeights,       ///< targets[0], factor = share of the traffic of an unfinished canary
    };
    Verb verb = Verb::Scale;
    QStringList targets;
    QByteArray document;
    QString version;
    int instances = 0;
    double factor = 1;
    bool force = false; ///< override the lock of a running deployment
    bool killAndScale = false;
    bool killAndWipe = false;
    bool everyApp = false;
};

/// What the server said to a command that it took.
struct CommandResult {
    QString deploymentId; ///< empty when the change needed none
    QString version;
    QByteArray answer; ///< the whole body
};

} // namespace mesoscope::scheduler
