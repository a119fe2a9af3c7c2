#include "models/scheduler/marathon/agenda.h"

namespace mesoscope::scheduler::marathon {

namespace {

constexpr int maxRunning = 2;
constexpr qint64 never = -1;
constexpr qint64 eventsToDeployments = 1'000; ///< deployments are read at most once a second however many events come
constexpr qint64 slowerThanItself = 10;       ///< a heavy request rests ten times its own duration

} // namespace

void Agenda::wantAll(bool withPods) {
    for (const Fetch what : {Fetch::Apps, Fetch::Groups, Fetch::Deployments, Fetch::Queue})
        want(what);
    if (withPods)
        want(Fetch::Pods);
    touched_.clear();
}

void Agenda::forget(const QString& app) {
    touched_.remove(app);
    readMs_.remove(app);
}

qint64 Agenda::period(Fetch what, const Facts& facts) const {
    switch (what) {
    case Fetch::Apps:
        if (facts.streaming)
            return pace_.repair;
        return facts.apps > 1000 ? pace_.pollApps * 3LL : pace_.pollApps;
    case Fetch::Deployments:
        if (facts.deploying)
            return pace_.deployments;
        return facts.streaming ? never : pace_.pollApps;
    case Fetch::Queue:
        return facts.waiting ? pace_.queue : never;
    case Fetch::Pods:
        if (!facts.hasPods)
            return never;
        return facts.streaming ? pace_.repair : pace_.pollApps * 3LL;
    case Fetch::Groups:
    case Fetch::App:
        return never;
    }
    return never;
}

bool Agenda::mayStart(Fetch what, qint64 nowMs) const {
    const std::size_t i = index(what);
    if (isHeavy(what) && (heavyRunning_ || heavyHeld_))
        return false;
    if (!asked_[i])
        return true;
    if (isHeavy(what))
        return nowMs - endedMs_[i] >= tookMs_[i] * slowerThanItself;
    return nowMs - startedMs_[i] >= eventsToDeployments;
}

bool Agenda::isDue(Fetch what, qint64 nowMs, const Facts& facts) const {
    const std::size_t i = index(what);
    const qint64 every = period(what, facts);
    const bool byTime = every != never && nowMs - startedMs_[i] >= every;
    const bool tooMany = what == Fetch::Apps && touched_.size() > pace_.listAbove;
    return (wanted_[i] || byTime || tooMany) && mayStart(what, nowMs);
}

std::optional<QString> Agenda::dueApp(qint64 nowMs, const Facts& facts) const {
    if (nowMs - lastAppMs_ < pace_.betweenApps || touched_.size() > pace_.listAbove)
        return std::nullopt;
    for (auto it = touched_.keyBegin(); it != touched_.keyEnd(); ++it) {
        const auto read = readMs_.constFind(*it);
        if (read == readMs_.constEnd() || nowMs - *read >= pace_.perApp)
            return *it;
    }
    const auto read = readMs_.constFind(facts.watched);
    const bool watchedDue = !facts.watched.isEmpty() && (read == readMs_.constEnd() || nowMs - *read >= pace_.watched);
    return watchedDue ? std::optional(facts.watched) : std::nullopt;
}

Due Agenda::start(Due due, qint64 nowMs) {
    const std::size_t i = index(due.what);
    startedMs_[i] = nowMs;
    asked_[i] = true;
    wanted_[i] = false;
    ++running_;
    heavyRunning_ = heavyRunning_ || isHeavy(due.what);
    if (due.what == Fetch::Apps)
        touched_.clear();
    if (due.what == Fetch::App) {
        touched_.remove(due.app);
        readMs_.insert(due.app, nowMs);
        lastAppMs_ = nowMs;
    }
    return due;
}

std::optional<Due> Agenda::next(qint64 nowMs, const Facts& facts) {
    if (running_ >= maxRunning)
        return std::nullopt;
    for (const Fetch what : {Fetch::Deployments, Fetch::Apps, Fetch::Groups, Fetch::Queue, Fetch::Pods}) {
        if (isDue(what, nowMs, facts))
            return start({what, {}}, nowMs);
    }
    if (const auto app = dueApp(nowMs, facts))
        return start({Fetch::App, *app}, nowMs);
    return std::nullopt;
}

void Agenda::done(const Due& due, qint64 nowMs) {
    const std::size_t i = index(due.what);
    endedMs_[i] = nowMs;
    tookMs_[i] = nowMs - startedMs_[i];
    running_ = std::max(0, running_ - 1);
    if (isHeavy(due.what))
        heavyRunning_ = false;
}

void Agenda::reset() {
    running_ = 0;
    heavyRunning_ = false;
    wanted_.fill(false);
    asked_.fill(false);
    touched_.clear();
    readMs_.clear();
}

} // namespace mesoscope::scheduler::marathon
