// What a colour is for. Models and pages speak in tones; only the theme knows colours.
#pragma once

namespace mesoscope::widgets {

enum class Tone {
    Text,      ///< plain foreground
    Secondary, ///< labels, explanations
    Disabled,
    Accent,   ///< selection, links, own changes, in progress
    Good,     ///< healthy; used sparingly
    Warning,  ///< degraded, waiting, stale
    Bad,      ///< failed, breached, lost, loses data
    Unknown,  ///< no data, not yet known
    Draining, ///< planned drain, maintenance
};

} // namespace mesoscope::widgets
