// Rates and latencies of routes and services out of a gateway's counters: two readings are compared, a counter that
// fell was started anew. One thread; the caller brings the time (monotonic ms).
#pragma once

#include "models/gateway/prometheus_text.h"
#include "models/gateway/types.h"

#include <map>
#include <optional>
#include <tuple>

namespace mesoscope::gateway {

/// Requests between two readings, with their latencies in buckets (upper bounds in seconds, not cumulated).
struct Interval {
    double requests = 0;
    double errors = -1; ///< -1: this version does not count them per service
    std::map<double, double> buckets;

    void add(const Interval& other);
    /// Seconds, interpolated within the bucket; nothing without requests. What lies beyond the last bound counts as it.
    std::optional<double> quantile(double q) const;
};

/// The names of what is measured: fabio's "route" histograms and "http_status" counts. They begin with a prefix that
/// the operator chose, so names are compared from their end.
class TrafficMeter {
public:
    struct RouteKey {
        std::string service;
        std::string host;
        std::string path;
        std::string target;
        friend auto operator<=>(const RouteKey&, const RouteKey&) = default;
    };

    /// Takes one reading. The first one after clear() gives no rates.
    void feed(const Exposition& reading, qint64 nowMs);
    void clear();
    bool hasRates() const { return seconds_ > 0; }

    QList<ServiceTraffic> services() const;
    /// Fills rates and latency of a route; leaves them unknown when it has had none.
    void annotate(Route& route) const;
    /// 5xx answers per second of the whole gateway; -1 when not known.
    double errorsPerSecond() const;

private:
    double delta(const Sample& sample, double& total);
    void feedSample(const Sample& sample, std::map<RouteKey, std::map<double, double>>& cumulated);
    void feedStatus(const Sample& sample);

    std::map<std::string, double> before_; ///< every series of the last reading
    std::map<std::string, double> now_;
    std::map<RouteKey, Interval> routes_;
    std::map<std::string, double> serviceErrors_;
    double allErrors_ = -1;
    double seconds_ = 0;
    qint64 lastMs_ = 0;
    bool first_ = true;
};

} // namespace mesoscope::gateway
