#pragma once

#include <QStringList>

namespace mesoscope::app::commands {

/// `mesoscope version [--json]`: the program's version, Qt's, and the commit it was built from.
int version(const QStringList& arguments);

} // namespace mesoscope::app::commands
