// How the states of apps look; those of tasks and agents are in widgets/theme/look.h.
#pragma once

#include "models/text/states.h"
#include "widgets/theme/look.h"

namespace mesoscope::widgets {

/// Sign, tone and word of an app's state.
Look lookOf(text::AppState state);

} // namespace mesoscope::widgets
