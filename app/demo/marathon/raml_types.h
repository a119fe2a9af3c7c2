// The tables of Marathon's documents: fields in the order in which they are written, with types, bounds and defaults.
#pragma once

#include "app/demo/marathon/raml.h"

namespace mesoscope::demo::marathon {

const Type& appType();
const Type& groupUpdateType();
const Type& groupPartialUpdateType();
const Type& podType();
const Type& loggingChangeType();

} // namespace mesoscope::demo::marathon
