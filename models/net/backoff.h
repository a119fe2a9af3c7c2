// How long to wait before the next attempt: doubling from a first delay to a ceiling, spread by chance so that many
// consoles do not come back in step. A value; the caller brings time and chance.
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace mesoscope::net {

class Backoff {
public:
    explicit Backoff(qint64 firstMs = 500, qint64 maxMs = 30'000) : firstMs_(firstMs), maxMs_(maxMs) {}

    /// The next delay. `chance` in [0, 1) spreads it over 75 … 125 %.
    qint64 next(double chance) {
        const qint64 plain = current_ == 0 ? firstMs_ : std::min(current_ * 2, maxMs_);
        current_ = plain;
        ++attempts_;
        return plain * 3 / 4 + qint64(double(plain) / 2 * chance);
    }
    /// After success: the next delay is the first one again.
    void reset() {
        current_ = 0;
        attempts_ = 0;
    }
    int attempts() const { return attempts_; }

private:
    qint64 firstMs_;
    qint64 maxMs_;
    qint64 current_ = 0;
    int attempts_ = 0;
};

} // namespace mesoscope::net
