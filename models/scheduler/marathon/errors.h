// Marathon's answers that say no, in all their forms: JSON with details as a string, a list or not at all, HTML of its
// web server, nothing at all. Pure; any thread.
#pragma once

#include "models/base/error.h"

#include <QList>
#include <QStringList>

namespace mesoscope::scheduler::marathon {

/// One entry of a 422: where in the document ("/healthChecks(0)/portIndex", "/" for the whole), and what is wrong
/// there.
struct FieldProblem {
    QString path;
    QStringList texts;
    friend bool operator==(const FieldProblem&, const FieldProblem&) = default;
};

struct ServerRefusal {
    /// The server's own words, the placeholder <DEPLOYMENT_ID> replaced; documents that it repeats are cut off because
    /// they hold what the user sent, secrets included.
    QString message;
    QString details;
    QList<FieldProblem> problems;
    QStringList deployments; ///< that hold the lock (409)
};

ServerRefusal readRefusal(QByteArrayView contentType, QByteArrayView body);
/// The same as one error with a sentence and advice for its status.
base::Error errorFrom(int status, QByteArrayView contentType, QByteArrayView body);

} // namespace mesoscope::scheduler::marathon
