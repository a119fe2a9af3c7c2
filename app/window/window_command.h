// The two ways to run with widgets: the window itself, and `mesoscope screenshot`, which draws a page without a
// display.
#pragma once

#include "app/arguments.h"

namespace mesoscope::app::window {

/// Whether a window can be opened: a display is named, or the user chose a platform.
bool hasDisplay();
/// Both create the QApplication, run the event loop and return the exit code.
int runWindow(int argc, char** argv, const Arguments& arguments);
int runScreenshot(int argc, char** argv, const Arguments& arguments);

} // namespace mesoscope::app::window
