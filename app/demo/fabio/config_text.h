// What /api/config of a fabio 1.6.3 with a Consul registry shows: names and nesting as the program prints them.
#pragma once

namespace mesoscope::demo::fabio {

extern const char* const configJson;

} // namespace mesoscope::demo::fabio
