#include "models/gateway/traffic_meter.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>

namespace mesoscope::gateway {

namespace {

/// Below this many series nothing is gained by forgetting those that are gone.
constexpr std::size_t fewSeries = 1000;

bool isSeries(std::string_view name, std::string_view end) {
    return name == end ||
           (name.size() > end.size() + 1 && name.ends_with(end) && name[name.size() - end.size() - 1] == '_');
}

double upperBound(const Sample& s) {
    const std::string_view le = s.label("le");
    double bound = std::numeric_limits<double>::infinity();
    std::from_chars(le.data(), le.data() + le.size(), bound);
    return bound;
}

QString text(std::string_view s) {
    return QString::fromUtf8(s.data(), qsizetype(s.size()));
}

double milliseconds(const std::optional<double>& seconds) {
    return seconds ? *seconds * 1000 : -1;
}

/// The bucket with this bound, made when it is new.
double& bucketOf(Buckets& buckets, double bound) {
    auto it = std::lower_bound(buckets.begin(), buckets.end(), bound,
                               [](const auto& bucket, double b) { return bucket.first < b; });
    if (it == buckets.end() || it->first != bound)
        it = buckets.insert(it, {bound, 0});
    return it->second;
}

} // namespace

void Interval::add(const Interval& other) {
    requests += other.requests;
    for (const auto& [bound, count] : other.buckets)
        bucketOf(buckets, bound) += count;
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

Interval TrafficMeter::MeasuredRoute::interval() const {
    Interval out{requests, cumulated};
    double below = 0;
    for (auto& [bound, count] : out.buckets)
        count = std::max(0.0, count - std::exchange(below, count));
    return out;
}

TrafficMeter::Series TrafficMeter::understand(std::string_view line) {
    Series series;
    const std::optional<Sample> sample = parseSample(line);
    if (!sample)
        return series;
    if (isSeries(sample->name, "http_status_count")) {
        series.kind = Kind::Status;
        series.failed = sample->label("code").starts_with('5');
        series.service = text(sample->label("service"));
        return series;
    }
    const bool requests = isSeries(sample->name, "route_count");
    if (!requests && !isSeries(sample->name, "route_bucket"))
        return series;
    series.kind = requests ? Kind::Requests : Kind::Bucket;
    series.bound = upperBound(*sample);
    series.route = &routes_[{text(sample->label("service")), text(sample->label("host")), text(sample->label("path")),
                             text(sample->label("target"))}];
    return series;
}

void TrafficMeter::count(Series& series, double grown) {
    if (series.kind == Kind::Status) {
        allErrors_ = std::max(0.0, allErrors_) + (series.failed ? grown : 0);
        if (!series.service.isEmpty())
            serviceErrors_[series.service] += series.failed ? grown : 0;
        return;
    }
    MeasuredRoute& route = *series.route;
    if (route.reading != reading_) {
        route.reading = reading_;
        route.requests = 0;
        for (auto& [bound, count] : route.cumulated)
            count = 0;
    }
    (series.kind == Kind::Requests ? route.requests : bucketOf(route.cumulated, series.bound)) += grown;
}

void TrafficMeter::take(std::string_view line) {
    const RawSample raw = rawSample(line);
    double value = 0;
    if (raw.series.empty() || !parseValue(raw.value, value) || std::isnan(value) || std::isinf(value))
        return;
    auto it = series_.find(raw.series);
    if (it == series_.end())
        it = series_.emplace(raw.series, understand(line)).first;
    Series& series = it->second;
    if (series.kind == Kind::Other || series.reading == reading_) {
        series.reading = reading_;
        return;
    }
    // One that appeared between two readings began at 0; one that fell was started anew.
    const double before = series.reading + 1 == reading_ ? series.last : 0;
    series.reading = reading_;
    series.last = value;
    count(series, value < before ? value : value - before);
}

void TrafficMeter::feed(std::string_view exposition, qint64 nowMs) {
    serviceErrors_.clear();
    allErrors_ = -1;
    seconds_ = reading_ == 0 ? 0 : double(nowMs - lastMs_) / 1000;
    ++reading_;
    lastMs_ = nowMs;
    for (std::string_view line = takeLine(exposition); !line.empty(); line = takeLine(exposition))
        take(line);
    forgetTheGone();
}

/// Services that come and go would fill the memory of a console that is left open for weeks.
void TrafficMeter::forgetTheGone() {
    const auto gone = [this](const auto& entry) { return entry.second.reading != reading_; };
    if (series_.size() < fewSeries ||
        std::size_t(std::count_if(series_.cbegin(), series_.cend(), gone)) * 2 < series_.size())
        return;
    std::erase_if(series_, gone);
    std::erase_if(routes_, gone);
}

void TrafficMeter::clear() {
    *this = TrafficMeter();
}

QList<ServiceTraffic> TrafficMeter::services() const {
    QList<ServiceTraffic> out;
    Interval sum;
    const auto finish = [&] {
        if (out.isEmpty() || seconds_ <= 0)
            return;
        ServiceTraffic& t = out.last();
        const auto errors = serviceErrors_.find(t.service);
        t.requestsPerSecond = sum.requests / seconds_;
        t.errorsPerSecond = errors == serviceErrors_.end() ? -1 : errors->second / seconds_;
        t.p50Ms = milliseconds(sum.quantile(0.5));
        t.p99Ms = milliseconds(sum.quantile(0.99));
    };
    for (const auto& [key, route] : routes_) { // those of one service stand together
        if (route.reading != reading_)
            continue;
        if (out.isEmpty() || out.last().service != key.service) {
            finish();
            out.emplace_back().service = key.service;
            sum = route.interval();
        } else {
            sum.add(route.interval());
        }
    }
    finish();
    return out;
}

void TrafficMeter::annotate(Route& route) const {
    if (seconds_ <= 0)
        return;
    const auto found = routes_.find({route.service, route.host, route.path, route.target});
    if (found == routes_.end() || found->second.reading != reading_)
        return;
    route.requestsPerSecond = found->second.requests / seconds_;
    route.p99Ms = milliseconds(found->second.interval().quantile(0.99));
}

double TrafficMeter::errorsPerSecond() const {
    return seconds_ > 0 && allErrors_ >= 0 ? allErrors_ / seconds_ : -1;
}

} // namespace mesoscope::gateway
