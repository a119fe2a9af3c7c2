// Things per second, smoothed over some seconds. One thread; the caller brings the time.
#pragma once

#include <QtGlobal>

#include <cmath>

namespace mesoscope::net {

class RateMeter {
public:
    explicit RateMeter(double smoothingMs = 4000) : smoothingMs_(smoothingMs) {}

    void add(qint64 nowMs, double count = 1) {
        decay(nowMs);
        sum_ += count;
    }
    double perSecond(qint64 nowMs) {
        decay(nowMs);
        return sum_ / smoothingMs_ * 1000;
    }

private:
    void decay(qint64 nowMs) {
        if (nowMs > lastMs_)
            sum_ *= std::exp(-double(nowMs - lastMs_) / smoothingMs_);
        lastMs_ = nowMs;
    }

    double smoothingMs_;
    double sum_ = 0;
    qint64 lastMs_ = 0;
};

} // namespace mesoscope::net
