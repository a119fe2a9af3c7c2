// Rates and latencies of routes and services out of a gateway's counters: two readings are compared, a counter that
// fell was started anew. One thread; the caller brings the time (monotonic ms).
#pragma once

#include "models/gateway/prometheus_text.h"
#include "models/gateway/types.h"

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace mesoscope::gateway {

/// Upper bounds in seconds, ascending, and what was counted.
using Buckets = std::vector<std::pair<double, double>>;

/// Requests between two readings, with their latencies in buckets (not cumulated).
struct Interval {
    double requests = 0;
    Buckets buckets;

    void add(const Interval& other);
    /// Seconds, interpolated within the bucket; nothing without requests. What lies beyond the last bound counts as it.
    std::optional<double> quantile(double q) const;
};

/// The names of what is measured: fabio's "route" histograms and "http_status" counts. They begin with a prefix that
/// the operator chose, so names are compared from their end.
/// A busy gateway tells tens of thousands of series each time, so each is understood once and found again by its text.
class TrafficMeter {
public:
    TrafficMeter() = default;
    TrafficMeter(const TrafficMeter&) = delete; // series point into the routes
    TrafficMeter& operator=(const TrafficMeter&) = delete;
    TrafficMeter(TrafficMeter&&) = default;
    TrafficMeter& operator=(TrafficMeter&&) = default;
    ~TrafficMeter() = default;

    /// Takes one reading in the text exposition format. The first one after clear() gives no rates.
    void feed(std::string_view exposition, qint64 nowMs);
    void clear();
    bool hasRates() const { return seconds_ > 0; }

    QList<ServiceTraffic> services() const;
    /// Fills rates and latency of a route; leaves them unknown when it has had none.
    void annotate(Route& route) const;
    /// 5xx answers per second of the whole gateway; -1 when not known.
    double errorsPerSecond() const;

private:
    struct RouteKey {
        QString service;
        QString host;
        QString path;
        QString target;
        friend bool operator<(const RouteKey& a, const RouteKey& b) {
            return std::tie(a.service, a.host, a.path, a.target) < std::tie(b.service, b.host, b.path, b.target);
        }
    };
    struct MeasuredRoute {
        quint32 reading = 0; ///< that told of it last
        double requests = 0;
        Buckets cumulated;

        Interval interval() const;
    };
    enum class Kind : quint8 { Other, Requests, Bucket, Status };
    struct Series {
        Kind kind = Kind::Other;
        quint32 reading = 0;
        double last = 0;
        double bound = 0;               ///< of a bucket
        bool failed = false;            ///< a 5xx status
        MeasuredRoute* route = nullptr; ///< of requests and buckets
        QString service;                ///< of a status; empty: the whole gateway
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
    };

    void take(std::string_view line);
    Series understand(std::string_view line);
    void count(Series& series, double grown);
    void forgetTheGone();

    std::unordered_map<std::string, Series, TextHash, std::equal_to<>> series_;
    std::map<RouteKey, MeasuredRoute> routes_; // nodes stay where they are
    std::map<QString, double> serviceErrors_;
    double allErrors_ = -1;
    double seconds_ = 0;
    qint64 lastMs_ = 0;
    quint32 reading_ = 0; ///< 0: none yet
};

} // namespace mesoscope::gateway
