// What the map's filter box offers while something is typed. GUI thread; a linear look at apps and groups per key.
#pragma once

#include "models/tables/map_projection.h"
#include "widgets/controls/filter_box.h"

namespace mesoscope::widgets::map_suggestions {

/// Fields that make a token: app, host, state and the cluster's attributes.
QStringList fields(const QStringList& attributes);
QList<FilterSuggestion> of(const tables::MapPicture* picture, const QStringList& attributes, const QString& typed);

} // namespace mesoscope::widgets::map_suggestions
