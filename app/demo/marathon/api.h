// The routes of the demo Marathon, one function per resource. They throw Refusals.
#pragma once

#include "app/demo/marathon/core.h"
#include "app/demo/marathon/message.h"
#include "app/demo/marathon/plan.h"

#include <string>
#include <vector>

namespace mesoscope::demo::marathon {

struct Call {
    Core& core;
    const Request& request;
    Query query;
    /// Path behind the resource, by segments that are not empty, not yet decoded ("a%2Fb" stays one).
    std::vector<std::string> tail;
    /// Decoded path of the whole request.
    std::string path;

    bool is(const char* method) const;
};

Response appsRoute(const Call& call);
Response tasksRoute(const Call& call);
Response appTasksRoute(const Call& call, const std::string& idTail, const std::string& taskId);
Response groupsRoute(const Call& call);
Response deploymentsRoute(const Call& call);
Response queueRoute(const Call& call);
Response podsRoute(const Call& call);
Response infoRoute(const Call& call);
Response leaderRoute(const Call& call);
Response pluginsRoute(const Call& call);
Response pingRoute(const Call& call);
Response metricsRoute(const Call& call, bool prometheus);
Response loggingRoute(const Call& call);

// Helpers of the resources.
/// Decoded segments joined to an absolute id.
std::string idOf(const std::vector<std::string>& segments);
Response deploymentResult(const Core& core, const Plan& plan, int status = 200, const std::string& location = "");
Refusal methodNotAllowed();
/// Throws 415 for another content type than JSON (none at all is fine) and 406 when JSON is not acceptable.
void requireJsonBody(const Call& call);
void requireJsonAccepted(const Call& call);
std::string absoluteUrl(const Core& core, const std::string& path);
Millis timeStampOf(const std::string& text);

} // namespace mesoscope::demo::marathon
