// The clusters that were open before: names and addresses, never a secret. GUI thread; reads and writes the user's
// settings file.
#pragma once

#include "widgets/connect/connect_request.h"

#include <QList>

namespace mesoscope::app::window {

QList<widgets::RecentCluster> recentClusters();
/// Puts it in front; the same addresses stand once.
void rememberCluster(const widgets::ConnectRequest& request);

} // namespace mesoscope::app::window
