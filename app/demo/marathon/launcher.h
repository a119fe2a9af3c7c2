// The launch queue: which apps wait, what offers they saw and refused, and their back-off.
#pragma once

#include "app/demo/marathon/core.h"
#include "app/demo/marathon/matcher.h"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace mesoscope::demo::marathon {

class Launcher {
public:
    explicit Launcher(Core& core);

    /// Something of this app may want to be launched.
    void enqueue(const std::string& specId);
    /// A task ended in a way that delays the next launch.
    void failed(const RunSpec& spec);
    /// False when nothing of the app waits.
    bool resetDelay(const std::string& specId);
    void forget(const RunSpec& spec);
    void settle();
    /// As GET /v2/queue shows it.
    Json list(bool withOffers) const;
    /// A queue that stopped for good works again after a restart of the process.
    void repair() { broken_ = false; }

private:
    struct Unused {
        std::uint32_t rejects = 0;
        Millis at = 0;
        AgentView agent;
    };
    struct Entry {
        Millis since = 0;
        std::int64_t processed = 0;
        std::int64_t unused = 0;
        std::optional<Millis> lastUnused;
        std::optional<Millis> lastUsed;
        std::array<std::int64_t, rejectCount> declined{};
        std::map<std::string, Unused> offers;
        Millis version = 0;
        /// Something waits at present.
        bool waiting = false;
    };
    struct Delay {
        double seconds = 0;
        Millis until = 0;
        Millis lastFailure = 0;
        Millis configVersion = 0;
    };

    /// Asks for offers when the next app may be launched.
    void arm();
    void wakeAt(Millis time);
    /// Matches what waits with the offers held.
    void matchOffers();
    void offerTo(const std::string& specId);
    bool offerOne(Entry& entry, const SpecPtr& spec, Instance& instance);
    Millis dueAt(const std::string& specId) const;
    void countUnused(Entry& entry, const AgentView& agent, std::uint32_t rejects);
    std::vector<Instance*> waiting(const std::string& specId) const;
    SpecPtr specOf(const Instance& instance) const;
    Millis delayLeft(const RunSpec& spec) const;
    Json entryJson(const std::string& specId, const Entry& entry, const std::vector<Instance*>& instances,
                   bool withOffers) const;

    Core& core_;
    std::set<std::string> queued_;
    std::map<std::string, Entry> entries_;
    std::map<std::string, Delay> delays_;
    std::size_t cursor_ = 0;
    std::uint32_t serial_ = 0;
    Millis armedFor_ = 0;
    bool wanting_ = false;
    Millis lastRevive_ = 0;
    bool broken_ = false;
};

} // namespace mesoscope::demo::marathon
