// Swan's rules for a version (its word for an app document). Swan answers in plain text without paths, so paths here
// are our own, spelled like Marathon's.
#pragma once

#include "models/appspec/rules/problem.h"

namespace mesoscope::appspec::swan {

/// Validates one version, or a list of them.
QList<Problem> validate(const JsonTree& tree);

} // namespace mesoscope::appspec::swan
