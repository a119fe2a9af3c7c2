// The composition root: the only place that creates sessions, stores and windows and hands them over by reference.
#pragma once

namespace mesoscope::app {

/// Parses the command line and runs the window or one headless command. Returns the process's exit code:
/// 0 done, 1 the cluster or the document says no, 2 wrong usage or unreadable input, 3 could not connect or timed out.
int run(int argc, char** argv);

} // namespace mesoscope::app
