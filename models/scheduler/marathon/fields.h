// Readers of Marathon's nested objects that its answers and its events share. Only for the .cpp files of this folder.
#pragma once

#include "models/base/json_reader.h"
#include "models/scheduler/types.h"

namespace mesoscope::scheduler::marathon {

qint64 timeOf(base::json::Value v);
/// An app or a pod's spec from its object; `document` is left to the caller.
void readApp(simdjson::ondemand::object object, App& app, QList<Instance>* tasks);
Instance readTask(base::json::Value v);
/// {"actions":[{"action","app"|"pod"}]}; readiness results that stand in them are added to `readiness`.
QList<DeploymentAction> readStep(base::json::Value v, QList<ReadinessResult>* readiness);
QList<DeploymentAction> readActions(base::json::Value v, QList<ReadinessResult>* readiness);
QList<QList<DeploymentAction>> readSteps(base::json::Value v);

} // namespace mesoscope::scheduler::marathon
