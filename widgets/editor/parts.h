// Small pieces that the editor's parts share. GUI thread.
#pragma once

#include "widgets/controls/panels.h"

namespace mesoscope::widgets {

/// One line that takes all the room that is left in its row and is elided there.
inline Words* fillingLine(Words* words) {
    words->setElided(true);
    words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return words;
}

} // namespace mesoscope::widgets
