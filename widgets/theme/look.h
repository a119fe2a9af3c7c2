// How a state is shown: sign, tone and word, never colour alone. The one place where states get colours.
#pragma once

#include "models/base/source_status.h"
#include "models/cluster/rows.h"
#include "models/master/types.h"
#include "models/tables/roles.h"
#include "models/text/severity.h"
#include "widgets/theme/glyph.h"
#include "widgets/theme/tone.h"

#include <QString>

namespace mesoscope::widgets {

struct Look {
    Glyph glyph = Glyph::Question;
    Tone tone = Tone::Unknown;
    QString word; ///< translated, lower case, fits a pill
};

/// A running task is told apart by its health where health is reported.
Look lookOf(master::TaskState state, master::Health health = master::Health::NotReported);
Look lookOf(cluster::AgentState state);
/// The sign of a source; the word is empty while it is live.
Look lookOf(const base::SourceStatus& status);
/// Sign of a table's state cell; None has no look.
Glyph glyphOf(tables::StateSign sign);
Tone toneOf(text::Severity severity);
QString sourceName(base::SourceKind kind);

} // namespace mesoscope::widgets
