// Decides which request comes next, and when: the politeness of a client that never hurts its server. Pure: the caller
// brings the time (monotonic ms) and sends what it is told. One thread.
#pragma once

#include "models/scheduler/marathon/marathon.h"

#include <QHash>
#include <QString>

#include <array>
#include <optional>

namespace mesoscope::scheduler::marathon {

enum class Fetch : quint8 { Apps, App, Pods, Groups, Deployments, Queue };

/// What the rhythm depends on.
struct Facts {
    bool streaming = false;
    bool waiting = false; ///< something is in the launch queue, or may be
    bool deploying = false;
    bool hasPods = false;
    qsizetype apps = 0;
    QString watched;
};

struct Due {
    Fetch what = Fetch::Apps;
    QString app;
    friend bool operator==(const Due&, const Due&) = default;
};

class Agenda {
public:
    explicit Agenda(const MarathonPace& pace) : pace_(pace) {}

    /// Everything anew: after every connection, and when the user asks.
    void wantAll(bool withPods);
    void want(Fetch what) { wanted_[index(what)] = true; }
    /// An event named this app.
    void touch(const QString& app) { touched_.insert(app, true); }
    void forget(const QString& app);

    /// The next request, or nothing now. The caller sends it and says when it is over; a failed one is not asked again
    /// by itself before its usual time.
    std::optional<Due> next(qint64 nowMs, const Facts& facts);
    void done(const Due& due, qint64 nowMs);
    /// Everything under way was cancelled.
    void reset();
    int running() const { return running_; }
    /// While a heavy request runs that is not the agenda's own, it starts none.
    void holdHeavy(bool held) { heavyHeld_ = held; }
    bool heavyRuns() const { return heavyRunning_; }

private:
    static constexpr std::size_t kinds = 6;
    static std::size_t index(Fetch what) { return std::size_t(what); }
    static bool isHeavy(Fetch what) { return what == Fetch::Apps || what == Fetch::Queue || what == Fetch::Pods; }

    bool isDue(Fetch what, qint64 nowMs, const Facts& facts) const;
    bool mayStart(Fetch what, qint64 nowMs) const;
    qint64 period(Fetch what, const Facts& facts) const;
    std::optional<QString> dueApp(qint64 nowMs, const Facts& facts) const;
    Due start(Due due, qint64 nowMs);

    MarathonPace pace_;
    std::array<bool, kinds> wanted_{};
    std::array<qint64, kinds> startedMs_{};
    std::array<qint64, kinds> endedMs_{};
    std::array<qint64, kinds> tookMs_{};
    std::array<bool, kinds> asked_{}; ///< at least once
    QHash<QString, bool> touched_;
    QHash<QString, qint64> readMs_; ///< when an app's read started
    qint64 lastAppMs_ = -1'000'000;
    int running_ = 0;
    bool heavyRunning_ = false;
    bool heavyHeld_ = false;
};

} // namespace mesoscope::scheduler::marathon
