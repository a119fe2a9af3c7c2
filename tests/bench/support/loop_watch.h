// How long the GUI thread stays away from its event loop: another thread knocks every millisecond and counts until it
// is answered. Sees everything that a user's click would wait for, including what Qt does between two events.
#pragma once

#include <QObject>

#include <atomic>
#include <functional>
#include <thread>
#include <vector>

#include <ctime>

namespace mesoscope::bench {

class LoopWatch : public QObject {
public:
    LoopWatch();
    ~LoopWatch() override;

    struct Wait {
        double ms = 0;     ///< until the answer
        double busyMs = 0; ///< of these the GUI thread's own processor time; the rest it waited for a core
    };
    /// Since the last call. GUI thread.
    std::vector<Wait> take();
    /// Lets the GUI thread work for so long, or until `over` says so; whether it did.
    static bool runFor(int ms, const std::function<bool()>& over = {});

protected:
    void customEvent(QEvent* event) override;

private:
    void knock();

    std::atomic<bool> stop_{false};
    std::atomic<bool> answered_{true};
    std::vector<Wait> waits_; ///< GUI thread
    clockid_t guiClock_;
    std::thread thread_; ///< last: starts when everything else is there
};

} // namespace mesoscope::bench
