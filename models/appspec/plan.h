// What a deploy of a document would do: differences, class, steps and where the new instances would go.
//
// Thread: a pure function, any thread.
#pragma once

#include "models/appspec/diff.h"
#include "models/appspec/forecast.h"
#include "models/appspec/upgrade_course.h"

namespace mesoscope::appspec {

/// The agents that share a value of the field that makes racks.
struct RackCount {
    QString name;
    int agents = 0;
    int canTake = 0;  ///< of them could take one instance now
    int runsNow = 0;  ///< instances of the app
    int willTake = 0; ///< of the instances to place, by the forecast
};

struct AppPlan {
    Impact impact;
    AppDiff diff;
    QStringList effects; ///< of each change of the diff
    QStringList titles;  ///< of each change of the diff
    ForecastResult forecast;
    int toPlace = 0;
    int canTakeOne = 0; ///< agents
    QList<RackCount> racks;
    UpgradeCourse course;
    Resources perInstance;
    bool fits() const { return forecast.fits >= toPlace; }
};

struct Plan {
    QList<Problem> problems; ///< the document's; with an error nothing else is filled
    QList<AppPlan> apps;
    QList<PlanStep> steps;
    bool valid = true;
    /// The heaviest class of all apps.
    ChangeClass kind = ChangeClass::Nothing;
    bool fits = true;
};

/// `running`: documents of the apps that run, as the server sent them. `agents`: the live snapshot's; empty means that
/// nothing is known about placement. `placed` of the agents is taken per app from `instances`: app id → agent index →
/// count.
struct PlanInput {
    QByteArray document;
    QList<QByteArray> running;
    marathon::Options options;
    std::vector<ForecastAgent> agents;
    QHash<QString, QHash<int, int>> instances;
    QStringList pods; ///< ids of the pods that there are
    QByteArray rack;  ///< the field that makes racks; empty: no racks are told apart
};

Plan planOf(const PlanInput& input);

} // namespace mesoscope::appspec
