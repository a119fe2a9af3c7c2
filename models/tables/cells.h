// Small parts that several column lists share.
#pragma once

#include "models/tables/roles.h"
#include "models/text/states.h"

#include <QString>

#include <array>
#include <string_view>

namespace mesoscope::tables {

StateSign signOf(master::TaskState state);
StateSign signOf(cluster::AgentState state);
StateSign signOf(text::AppState state);

QString fromView(std::string_view text);
/// The value of one attribute in "name:value" lines; empty when it is not there.
std::string_view attributeValue(std::string_view lines, std::string_view name);
std::string_view rackOf(std::string_view lines);
/// "/shop/front/web" → "/shop/front"; "/" for an app at the root.
QString groupOf(const QString& appId);

} // namespace mesoscope::tables
