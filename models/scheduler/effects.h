// What a command will do, computed before it is sent: the apps it touches with version and instances before and after,
// how deep a rolling change dips, whether there is room, the four ways back, and plans of several commands. Pure; any
// thread.
#pragma once

#include "models/base/error.h"
#include "models/scheduler/deployment_tracker.h"
#include "models/scheduler/why.h"

#include <functional>
#include <span>

class QObject;

namespace mesoscope::scheduler {

class Scheduler;

/// How many instances serve at least, and exist at most, while all are replaced. Marathon: floor
/// ⌈n·minimumHealthCapacity⌉, peak ⌊n·(1+maximumOverCapacity)⌋, one more at the peak where both equal n.
struct Dip {
    int floor = 0;
    int peak = 0;
    friend bool operator==(const Dip&, const Dip&) = default;
};
Dip dipOf(int instances, double minimumHealthCapacity, double maximumOverCapacity);

struct AppEffect {
    enum class Kind : quint8 { Scaled, Replaced, Destroyed, Created, Stopped, Unchanged };
    Kind kind = Kind::Scaled;
    QString app;
    QString versionBefore;
    QString versionAfter; ///< empty: a new one, or none
    QString imageBefore;  ///< empty: none, or not known
    QString imageAfter;
    int instancesBefore = 0;
    int instancesAfter = 0;
    QString abortsDeployment; ///< a running deployment that this one cancels
    friend bool operator==(const AppEffect&, const AppEffect&) = default;
};

struct EffectInput {
    QList<AppPtr> apps;
    QList<DeploymentPtr> deployments;
    /// The version of the group to go back to, and its apps as they were then; empty: not known.
    QString groupVersion;
    QList<AppPtr> groupThen;
    /// The version that an app had before its present one, from the server's list or the local history; empty: unknown.
    std::function<QString(const QString& app)> previousVersion;
    /// The definition of one version, where it is known; null: not known.
    std::function<AppPtr(const QString& app, const QString& version)> definition;
};

/// In the order of ids. Apps that stay as they are do not appear.
QList<AppEffect> effectsOf(const Command& command, const EffectInput& input);
/// One sentence per effect, most important first.
QStringList sentencesOf(const QList<AppEffect>& effects);

/// Four different verbs instead of one "roll back", always all four and in this order.
struct WayBack {
    Command command;
    QString title;
    QString effect;
    bool possible = false;
    QString whyNot;
    QList<AppEffect> effects;
};
QList<WayBack> waysBack(const DeploymentRecord& record, const EffectInput& input);
/// The innermost group that holds all of these apps; "/" at the top.
QString commonGroup(const QStringList& apps);
/// The newest of these time stamps that is older than `than`; empty when there is none.
QString newestBefore(const QStringList& versions, const QString& than);

/// How many more instances find a place now, up to `wanted`.
int placesFor(const App& app, std::span<const AgentRoom> agents, const QList<Instance>& placed, int wanted);
/// The same, taking the room of those that found a place: for several apps one after the other.
int takePlaces(const App& app, std::span<AgentRoom> agents, const QList<Instance>& placed, int wanted);

/// Somebody changed the app since it was looked at.
struct Conflict {
    enum class Kind : quint8 { Scaled, Changed, Gone };
    Kind kind = Kind::Changed;
    QString seen;
    QString now;
    qint64 changedMs = 0;
    QStringList deployments; ///< that run because of it
    QString by;              ///< the address that sent the change; empty: not known
    QString path;            ///< of its request
    friend bool operator==(const Conflict&, const Conflict&) = default;
};
/// `now` null: the app is gone. Nothing when `seen` is empty or still the version.
std::optional<Conflict> conflictOf(const QString& seen, qint64 seenMs, const AppPtr& now);
/// Who changed what, and since when as far as known.
QString sentenceOf(const Conflict& conflict, const QString& app);

/// Several commands, one after the other, that end with the first failure.
struct PlanOutcome {
    int done = 0;
    std::optional<base::Error> failure; ///< of step `done`
    QStringList deployments;
};
/// Sends each when the one before was taken. `step` is called before each; exactly one `finished` unless `context`
/// dies.
void runPlan(Scheduler& scheduler, const QList<Command>& plan, QObject* context, std::function<void(int step)> step,
             std::function<void(const PlanOutcome&)> finished);

} // namespace mesoscope::scheduler
