#include "widgets/theme/metrics.h"

static_assert(mesoscope::widgets::metrics::rowHeight % mesoscope::widgets::metrics::grid == 0);
