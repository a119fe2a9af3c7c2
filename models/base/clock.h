// Time is injected: nothing in models/ asks the system what time it is except SystemClock.
#pragma once

#include <QtGlobal>

#include <atomic>

namespace mesoscope::base {

class Clock {
public:
    virtual ~Clock() = default;
    /// Wall clock, milliseconds since the epoch (UTC). May jump; for display and for comparing with servers' time
    /// stamps.
    virtual qint64 wallMs() const = 0;
    /// Monotonic milliseconds from an arbitrary origin; for ages, time-outs and back-off.
    virtual qint64 steadyMs() const = 0;
};

class SystemClock final : public Clock {
public:
    qint64 wallMs() const override;
    qint64 steadyMs() const override;
};

/// A clock that stands still until it is told to move; any thread may read or advance it.
class ManualClock final : public Clock {
public:
    explicit ManualClock(qint64 wallMs = 1'600'000'000'000) : wallOrigin_(wallMs) {}
    qint64 wallMs() const override { return wallOrigin_ + elapsed_.load(); }
    qint64 steadyMs() const override { return elapsed_.load(); }
    void advance(qint64 ms) { elapsed_ += ms; }

private:
    qint64 wallOrigin_;
    std::atomic<qint64> elapsed_{0};
};

} // namespace mesoscope::base
