#pragma once

namespace mesoscope::app::commands {

/// `mesoscope version [--json]`: the program's version, Qt's, and the commit it was built from.
int version(bool json);

} // namespace mesoscope::app::commands
