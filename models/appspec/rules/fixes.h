// Ways to mend a problem with one press: what the rule itself offers, and what the written value suggests.
//
// Thread: a pure function, any thread.
#pragma once

#include "models/appspec/rules/problem.h"

namespace mesoscope::appspec {

/// At most three, the most likely first.
QList<Fix> fixesFor(const Problem& problem, const JsonTree& tree);

} // namespace mesoscope::appspec
