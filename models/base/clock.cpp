#include "models/base/clock.h"

#include <QDateTime>

#include <chrono>

namespace mesoscope::base {

qint64 SystemClock::wallMs() const {
    return QDateTime::currentMSecsSinceEpoch();
}

qint64 SystemClock::steadyMs() const {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace mesoscope::base
