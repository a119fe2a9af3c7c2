// How long a task's command lives. A demonstration understands as much of the shell as it needs: "exit N" ends at once
// with that status, "sleep N" after N seconds, in sequence with ; and &&; everything else serves for ever.
#pragma once

#include <string_view>

namespace mesoscope::demo {

struct CommandPlan {
    bool servesForEver = true;
    double seconds = 0; ///< until it ends
    int status = 0;     ///< then with this status
};

CommandPlan planOf(std::string_view command);

/// It traps SIGTERM: a kill takes the whole grace period and ends with SIGKILL.
bool ignoresTerm(std::string_view command);

} // namespace mesoscope::demo
