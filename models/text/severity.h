// How much attention a state needs. Models send meaning; only the theme knows colours.
#pragma once

#include <QMetaType>

namespace mesoscope::text {

enum class Severity : quint8 {
    Neutral,  ///< all that is well and needs no word
    Good,     ///< healthy; shown quietly
    Progress, ///< an own change, starting, in progress
    Draining, ///< a planned drain, maintenance, being stopped
    Unknown,  ///< no data, not yet known
    Warning,  ///< waiting, degraded, stale
    Bad,      ///< lost, failed, breached
};

} // namespace mesoscope::text

Q_DECLARE_METATYPE(mesoscope::text::Severity)
