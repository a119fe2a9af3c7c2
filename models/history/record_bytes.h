// A followed deployment as bytes for the disk, and two halves of one that two runs of the program saw put together.
// Pure; any thread.
#pragma once

#include "models/base/error.h"
#include "models/scheduler/deployment_tracker.h"

#include <optional>

namespace mesoscope::history {

/// Compressed. What would make it large is left out: instances beyond some thousands, very long documents.
QByteArray bytesOf(const scheduler::DeploymentRecord& record);
/// Nothing for bytes of another form or damaged ones.
std::optional<scheduler::DeploymentRecord> recordOf(const QByteArray& bytes);

/// The later word on how it stands, and every moment that either saw.
scheduler::DeploymentRecord merged(const scheduler::DeploymentRecord& earlier, scheduler::DeploymentRecord later);

} // namespace mesoscope::history
