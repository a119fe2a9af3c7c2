// The translation context of everything that actions say.
#pragma once

#include <QCoreApplication>

namespace mesoscope::cluster {

struct ActionText {
    Q_DECLARE_TR_FUNCTIONS(ActionText)
};

} // namespace mesoscope::cluster
