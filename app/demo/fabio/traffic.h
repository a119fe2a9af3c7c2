// Requests through the gateway: every second of virtual time each service gets its load, shared by weight, answered as
// the instances behave. What fabio would count of it.
#pragma once

#include "app/demo/fabio/routing_table.h"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace mesoscope::demo::fabio {

/// Upper bounds of fabio's default buckets, seconds; +Inf is the count itself.
inline constexpr std::array<double, 11> bucketBounds = {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10};

struct Histogram {
    std::array<std::uint64_t, bucketBounds.size()> buckets{}; ///< not cumulative
    std::uint64_t count = 0;
    double sum = 0;
    void add(double seconds, std::uint64_t times);
};

/// How an instance answers; nothing: the connection is refused.
struct Answering {
    double latencyMs = 20;
    double errorShare = 0;
};
using Ask = std::function<std::optional<Answering>(const Target&)>;

class Traffic {
public:
    explicit Traffic(std::function<double()> random) : random_(std::move(random)) {}

    /// One step of virtual time.
    void run(const Table& table, double now, double seconds, const Ask& ask);
    /// The exposition text of fabio's listener, series sorted as the Go client does.
    std::string prometheus() const;

private:
    struct Series {
        std::string service, host, path, target;
        Histogram requests;
    };
    void serve(const Route& route, const Target& target, std::uint64_t requests,
               const std::optional<Answering>& answer);
    double latency(double medianMs);

    std::function<double()> random_;
    std::map<std::string, Series> routes_; ///< a target's series stays when the target goes, as in fabio up to 1.6.11
    std::map<int, Histogram> status_;
    Histogram all_;
    std::map<std::string, double> carry_; ///< fractions of requests left over
};

/// Requests a second that a service gets at a time of day: the same for the same name.
double loadOf(const std::string& service, double now);

} // namespace mesoscope::demo::fabio
