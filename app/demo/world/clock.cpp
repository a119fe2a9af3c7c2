// The world's clock: virtual time that follows the real one, or stands still until advance().
#include "app/demo/world/world.h"

#include <chrono>

namespace mesoscope::demo {

namespace {

double realNow() {
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

/// Where a clock moved by hand begins: 2026-06-01 08:00:00 UTC.
constexpr double manualStart = 1780300800;

std::string hex(std::uint64_t value, int digits) {
    static constexpr char alphabet[] = "0123456789abcdef";
    std::string text(static_cast<std::size_t>(digits), '0');
    for (int i = digits - 1; i >= 0; --i, value >>= 4)
        text[static_cast<std::size_t>(i)] = alphabet[value & 15];
    return text;
}

} // namespace

World::World(const Settings& settings)
    : settings_(settings), manualNow_(manualStart), random_(settings.seed * 7919 + 17) {
    clusterUuid_ = uuid();
    started_ = now();
    elected_ = started_ + 0.012;
}

World::~World() {
    stop();
}

double World::now() const {
    const Lock guard(mutex_);
    return settings_.manualClock ? manualNow_ : realNow();
}

TimerId World::schedule(double delaySeconds, std::function<void()> fn) {
    const Lock guard(mutex_);
    const TimerId id = nextTimer_++;
    timers_.push({now() + delaySeconds, id});
    timerFns_.emplace(id, std::move(fn));
    if (timers_.top().id == id)
        wake_.notify_one();
    return id;
}

void World::cancel(TimerId id) {
    const Lock guard(mutex_);
    timerFns_.erase(id);
}

void World::runDue(double until) {
    while (!timers_.empty() && timers_.top().due <= until && !stopping_) {
        const Timer timer = timers_.top();
        timers_.pop();
        const auto found = timerFns_.find(timer.id);
        if (found == timerFns_.end())
            continue;
        const std::function<void()> fn = std::move(found->second);
        timerFns_.erase(found);
        if (timer.due > manualNow_)
            manualNow_ = timer.due;
        fn();
    }
}

void World::advance(double seconds) {
    const Lock guard(mutex_);
    if (!settings_.manualClock)
        return;
    const double target = manualNow_ + seconds;
    runDue(target);
    manualNow_ = std::max(manualNow_, target);
}

void World::start() {
    const Lock guard(mutex_);
    if (!settings_.manualClock && !thread_.joinable())
        thread_ = std::thread([this] { runClock(); });
}

void World::stop() {
    {
        const Lock guard(mutex_);
        stopping_ = true;
        wake_.notify_all();
    }
    if (thread_.joinable())
        thread_.join();
}

void World::runClock() {
    Lock guard(mutex_);
    while (!stopping_) {
        // In slices, so that requests get the lock between them even when there is always something due.
        runDue(std::min(realNow(), timers_.empty() ? realNow() : timers_.top().due + 0.002));
        const double wait = timers_.empty() ? 1 : timers_.top().due - realNow();
        wake_.wait_for(guard, std::chrono::duration<double>(std::clamp(wait, 0.0002, 1.0)));
    }
}

double World::random() {
    const Lock guard(mutex_);
    return static_cast<double>(random_() >> 11) * 0x1.0p-53;
}

std::uint64_t World::randomInt(std::uint64_t below) {
    return below == 0 ? 0 : static_cast<std::uint64_t>(random() * static_cast<double>(below));
}

std::string World::uuid() {
    const Lock guard(mutex_);
    const std::uint64_t a = (random_() & ~0xf000ULL) | 0x4000ULL;
    const std::uint64_t b = (random_() & ~(3ULL << 62)) | (2ULL << 62);
    return hex(a >> 32, 8) + "-" + hex(a >> 16 & 0xffff, 4) + "-" + hex(a & 0xffff, 4) + "-" + hex(b >> 48, 4) + "-" +
           hex(b & 0xffffffffffffULL, 12);
}

} // namespace mesoscope::demo
