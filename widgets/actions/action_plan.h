// From what was asked for to what will be sent: one action per object, in order.
#pragma once

#include "models/cluster/action.h"
#include "models/cluster/snapshot.h"
#include "widgets/shell/action_request.h"

#include <QHash>
#include <QList>

namespace mesoscope::widgets {

/// What the sheet's form adds to a request.
struct ActionChoices {
    int instances = 0;
    /// Scale by a factor: what that is for each app; else all of them go to `instances`.
    QHash<QString, int> instancesOf;
    double factor = 1;    ///< ScaleGroup by factor, share of the traffic of a canary
    bool everyApp = true; ///< ScaleGroup: each app to `instances`, else by factor
    QString version;      ///< chosen in the sheet; empty: that of the request
    /// Several apps: the version of each as it was when the sheet opened.
    QHash<QString, QString> seenVersions;
    bool killAndScale = false;
    bool killAndWipe = false;
    qint64 graceMs = -1;
    bool markGone = false;
    bool force = false;
    QByteArray document;
    /// CreateCompose: name, user, cluster (may be empty), then NAME=value of each variable.
    QStringList compose;
};

/// Apps are changed one by one; tasks and agents in one request each kind.
/// oneByOne: the scheduler kills one task at a time.
QList<cluster::Action> actionsOf(const ActionRequest& request, const ActionChoices& choices, bool oneByOne = false);

/// Words of the sheet for a verb: the button that goes, the button that keeps, the way out.
struct SheetWords {
    QString go;
    QString keep;
    QString wayOut;
    bool danger = false;
};
SheetWords sheetWords(const ActionRequest& request, const ActionChoices& choices, const cluster::Snapshot* snapshot);

/// What the form starts with: the app's number of instances, no force, …
ActionChoices initialChoices(const ActionRequest& request, const cluster::Snapshot* snapshot);

} // namespace mesoscope::widgets
