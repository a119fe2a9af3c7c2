// What a deploy of this document will do, computed as the scheduler paces an upgrade.
#pragma once

#include "models/appspec/rules/marathon.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace mesoscope::appspec {

enum class ChangeClass {
    Nothing,   ///< no step, no new version
    Unnoticed, ///< stored, but no step and no new version (executorResources alone)
    Scale,     ///< instances only: nothing restarts
    Restart,   ///< every instance is replaced
    NewApp,
    Removed
};

/// "nothing", "unnoticed", "scale", "restart", "new-app", "removed".
QString changeClassName(ChangeClass kind);

/// How many instances there are while the old ones are replaced.
struct Pace {
    int floor = 0; ///< never fewer healthy ones than this
    int peak = 0;  ///< never more present at once than this
};

/// floor = ⌈n·minimumHealthCapacity⌉, peak = ⌊n·(1+maximumOverCapacity)⌋. Where both equal n nothing could move: one
/// more is started then, or for apps with persistent volumes one more is stopped.
Pace paceOf(int instances, double minimumHealthCapacity, double maximumOverCapacity, bool resident = false);

struct Resources {
    double cpus = 0;
    double mem = 0;  ///< MiB
    double disk = 0; ///< MiB
    double gpus = 0;
    friend bool operator==(const Resources&, const Resources&) = default;
};

struct Impact {
    ChangeClass kind = ChangeClass::Nothing;
    QString app;
    int before = 0; ///< instances wanted now
    int after = 0;
    Pace pace;
    /// Needed beyond what the app holds now, at the moment when most instances are present.
    int moreInstances = 0;
    Resources more;
    /// Fields that make the restart.
    QStringList restartBecause;
    /// "Rolling restart of 64 instances", in the user's language.
    QString headline() const;
    /// "needs 16 more at its peak", "never fewer than 48 healthy"; empty when there is nothing to say.
    QStringList details() const;
};

/// What one instance takes, volumes of its own included.
Resources perInstance(const marathon::App& app);

/// Both normalised by the rules (marathon::Result::apps, marathon::World); null: there is none.
Impact impactOf(const marathon::App* before, const marathon::App* after);

/// The steps of the scheduler's plan in its order: what goes, what comes, then layer by layer of dependencies.
struct PlanStep {
    struct Action {
        QString action; ///< StopApplication, StartApplication, ScaleApplication, RestartApplication
        QString app;
        int from = 0;
        int to = 0;
    };
    QList<Action> actions;
};
QList<PlanStep> stepsOf(const std::vector<marathon::App>& before, const std::vector<marathon::App>& after);

} // namespace mesoscope::appspec
