// The embedded demo cluster: a Mesos master with agents, a Marathon and a fabio on loopback, behind the real HTTP APIs.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace mesoscope::demo {

class World;

struct Options {
    int agents = 120;
    int apps = 40;
    int tasks = 1200;
    std::uint64_t seed = 1;
    std::string scenario = "calm";
    /// Who owns the apps: "marathon" or "swan".
    std::string scheduler = "marathon";
    /// Additional task churn: kills and relaunches (Mesos events) per second.
    double rate = 0;
    /// How long the churn lasts, in seconds; 0: as long as the cluster.
    double rateSeconds = 0;
    /// false: the virtual clock follows real time; true: it stands still until advance() (tests).
    bool manualClock = false;
    /// Real ports on 127.0.0.1; 0 lets the system choose.
    int masterPort = 0;
    int schedulerPort = 0;
    int gatewayPort = 0;
};

struct Endpoints {
    std::string master;          ///< http://127.0.0.1:PORT
    std::string standby;         ///< the second master, where the scenario has one; else empty
    std::string scheduler;       ///< Marathon or Swan
    std::string schedulerSystem; ///< "marathon" or "swan"
    std::string gateway;         ///< fabio's UI and API listener
    std::string metrics;         ///< fabio's Prometheus listener, with its path
};

/// Owns its threads; the destructor stops the listeners and joins. All functions may be called from any thread.
class Cluster {
public:
    /// Builds the world and starts to listen; throws std::runtime_error with a sentence when a port cannot be bound or
    /// the scenario is unknown.
    explicit Cluster(const Options& options);
    ~Cluster();
    Cluster(const Cluster&) = delete;
    Cluster& operator=(const Cluster&) = delete;

    Endpoints endpoints() const;
    /// Moves the virtual clock (manualClock only) and runs everything that is due on the way.
    void advance(double seconds);

    /// How often was asked what: "POST /api/v1 GET_AGENTS" and "GET /state" of the (first) master; those of the others
    /// begin with their name: "scheduler GET /v2/apps", "agents …", "gateway …", "metrics …".
    std::map<std::string, int> requestCounts() const;
    /// The world behind it, for tests (see world/world.h for its lock).
    World& world();

    static std::vector<std::string> scenarioNames();
    static std::vector<std::string> schedulerNames() { return {"marathon", "swan"}; }

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mesoscope::demo
