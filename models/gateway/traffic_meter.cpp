#include "models/gateway/traffic_meter.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>

namespace mesoscope::gateway {

namespace {

bool isSeries(const Sample& s, std::string_view end) {
    return s.name == end ||
           (s.name.size() > end.size() + 1 && s.name.ends_with(end) && s.name[s.name.size() - end.size() - 1] == '_');
}

std::string keyOf(const Sample& s) {
    std::string key = s.name;
    for (const auto& [name, value] : s.labels)
        (((key += '\x1f') += name) += '\x1e') += value;
    return key;
}

double upperBound(const Sample& s) {
    const std::string_view le = s.label("le");
    double bound = std::numeric_limits<double>::infinity();
    std::from_chars(le.data(), le.data() + le.size(), bound);
    return bound;
}

TrafficMeter::RouteKey routeOf(const Sample& s) {
    return {std::string(s.label("service")), std::string(s.label("host")), std::string(s.label("path")),
            std::string(s.label("target"))};
}

QString text(const std::string& s) {
    return QString::fromStdString(s);
}

double milliseconds(const std::optional<double>& seconds) {
    return seconds ? *seconds * 1000 : -1;
}

} // namespace

void Interval::add(const Interval& other) {
    requests += other.requests;
    for (const auto& [bound, count] : other.buckets)
        buckets[bound] += count;
}

std::optional<double> Interval::quantile(double q) const {
    double total = 0;
    for (const auto& [bound, count] : buckets)
        total += count;
    if (total <= 0)
        return std::nullopt;
    double below = 0;
    double lower = 0;
    for (const auto& [bound, count] : buckets) {
        if (below + count >= q * total && count > 0) {
            if (std::isinf(bound))
                return lower;
            return lower + (bound - lower) * (q * total - below) / count;
        }
        below += count;
        if (!std::isinf(bound))
            lower = bound;
    }
    return lower;
}

/// What a counter grew by since the last reading. One that appeared between two readings began at 0.
double TrafficMeter::delta(const Sample& sample, double& total) {
    const std::string key = keyOf(sample);
    const auto before = before_.find(key);
    now_[key] = sample.value;
    const double grown = before == before_.end() ? sample.value : sample.value - before->second;
    total += grown < 0 ? sample.value : grown;
    return total;
}

void TrafficMeter::feedStatus(const Sample& sample) {
    double grown = 0;
    delta(sample, grown);
    const std::string service(sample.label("service"));
    const bool isError = sample.label("code").starts_with('5');
    allErrors_ = std::max(0.0, allErrors_) + (isError ? grown : 0);
    if (!service.empty())
        serviceErrors_[service] += isError ? grown : 0;
}

void TrafficMeter::feedSample(const Sample& sample, std::map<RouteKey, std::map<double, double>>& cumulated) {
    if (std::isnan(sample.value) || std::isinf(sample.value))
        return;
    if (isSeries(sample, "route_count"))
        delta(sample, routes_[routeOf(sample)].requests);
    else if (isSeries(sample, "route_bucket"))
        delta(sample, cumulated[routeOf(sample)][upperBound(sample)]);
    else if (isSeries(sample, "http_status_count"))
        feedStatus(sample);
}

void TrafficMeter::feed(const Exposition& reading, qint64 nowMs) {
    routes_.clear();
    serviceErrors_.clear();
    now_.clear();
    allErrors_ = -1;
    std::map<RouteKey, std::map<double, double>> cumulated;
    for (const Sample& sample : reading.samples)
        feedSample(sample, cumulated);
    for (const auto& [route, bounds] : cumulated) {
        double below = 0;
        for (const auto& [bound, count] : bounds) {
            routes_[route].buckets[bound] = std::max(0.0, count - below);
            below = count;
        }
    }
    seconds_ = first_ ? 0 : double(nowMs - lastMs_) / 1000;
    first_ = false;
    lastMs_ = nowMs;
    before_.swap(now_);
}

void TrafficMeter::clear() {
    *this = TrafficMeter();
}

QList<ServiceTraffic> TrafficMeter::services() const {
    std::map<std::string, Interval> sums;
    for (const auto& [route, interval] : routes_)
        sums[route.service].add(interval);
    QList<ServiceTraffic> out;
    for (const auto& [service, sum] : sums) {
        ServiceTraffic t;
        t.service = text(service);
        if (seconds_ > 0) {
            const auto errors = serviceErrors_.find(service);
            t.requestsPerSecond = sum.requests / seconds_;
            t.errorsPerSecond = errors == serviceErrors_.end() ? -1 : errors->second / seconds_;
            t.p50Ms = milliseconds(sum.quantile(0.5));
            t.p99Ms = milliseconds(sum.quantile(0.99));
        }
        out.append(t);
    }
    return out;
}

void TrafficMeter::annotate(Route& route) const {
    if (seconds_ <= 0)
        return;
    const auto found = routes_.find(
        {route.service.toStdString(), route.host.toStdString(), route.path.toStdString(), route.target.toStdString()});
    if (found == routes_.end())
        return;
    route.requestsPerSecond = found->second.requests / seconds_;
    route.p99Ms = milliseconds(found->second.quantile(0.99));
}

double TrafficMeter::errorsPerSecond() const {
    return seconds_ > 0 && allErrors_ >= 0 ? allErrors_ / seconds_ : -1;
}

} // namespace mesoscope::gateway
