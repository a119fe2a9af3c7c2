#include "tests/bench/support/loop_watch.h"

#include <QCoreApplication>
#include <QEvent>
#include <QEventLoop>
#include <QTimer>

#include <chrono>

#include <pthread.h>

namespace mesoscope::bench {

namespace {

using Clock = std::chrono::steady_clock;

class Knock : public QEvent {
public:
    Knock(Clock::time_point sent, double guiBusyMs) : QEvent(QEvent::User), at(sent), busyMs(guiBusyMs) {}
    Clock::time_point at;
    double busyMs;
};

clockid_t ownClock() {
    clockid_t clock{};
    pthread_getcpuclockid(pthread_self(), &clock);
    return clock;
}

double readMs(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

} // namespace

LoopWatch::LoopWatch() : guiClock_(ownClock()), thread_([this] { knock(); }) {}

LoopWatch::~LoopWatch() {
    stop_ = true;
    thread_.join();
}

std::vector<LoopWatch::Wait> LoopWatch::take() {
    return std::exchange(waits_, {});
}

bool LoopWatch::runFor(int ms, const std::function<bool()>& over) {
    // QTest::qWait sleeps 10 ms between two looks and would be counted as absence.
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (over && over())
            loop.quit();
    });
    if (over)
        look.start(1);
    loop.exec();
    return over && over();
}

void LoopWatch::customEvent(QEvent* event) {
    const auto* knock = static_cast<Knock*>(event);
    waits_.push_back({std::chrono::duration<double, std::milli>(Clock::now() - knock->at).count(),
                      readMs(guiClock_) - knock->busyMs});
    answered_ = true;
}

void LoopWatch::knock() {
    while (!stop_) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        if (answered_.exchange(false))
            QCoreApplication::postEvent(this, new Knock(Clock::now(), readMs(guiClock_)), Qt::HighEventPriority);
    }
}

} // namespace mesoscope::bench
