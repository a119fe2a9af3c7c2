// What a server's refusal says about a document, as problems that stand on fields and lines like our own.
//
// Thread: pure functions, any thread.
#pragma once

#include "models/appspec/rules/problem.h"

namespace mesoscope::appspec {

/// `text`: the server's words as errors carry them, a message and one line "/path: what is wrong" for each field. Paths
/// that lead nowhere, and refusals without a path, stand on the whole document.
QList<Problem> serverProblems(const QString& text, const JsonTree& tree);

} // namespace mesoscope::appspec
