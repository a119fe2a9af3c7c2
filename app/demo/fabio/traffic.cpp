#include "app/demo/fabio/traffic.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numbers>

namespace mesoscope::demo::fabio {

namespace {

/// FNV-1a: the same on every machine.
std::uint64_t hashOf(const std::string& text) {
    std::uint64_t h = 14695981039346656037ULL;
    for (const unsigned char c : text)
        h = (h ^ c) * 1099511628211ULL;
    return h;
}

std::string number(double value) {
    char text[40];
    std::snprintf(text, sizeof text, "%.17g", value);
    for (int digits = 1; digits < 17; ++digits) {
        char shorter[40];
        std::snprintf(shorter, sizeof shorter, "%.*g", digits, value);
        if (std::strtod(shorter, nullptr) == value)
            return shorter;
    }
    return text;
}

void appendHistogram(std::string& out, const std::string& name, const std::string& labels, const Histogram& h) {
    std::uint64_t cumulative = 0;
    const std::string comma = labels.empty() ? "" : ",";
    for (std::size_t i = 0; i < bucketBounds.size(); ++i) {
        cumulative += h.buckets[i];
        out += name + "_bucket{" + labels + comma + "le=\"" + number(bucketBounds[i]) + "\"} " +
               std::to_string(cumulative) + '\n';
    }
    out += name + "_bucket{" + labels + comma + "le=\"+Inf\"} " + std::to_string(h.count) + '\n';
    const std::string braces = labels.empty() ? "" : '{' + labels + '}';
    out += name + "_sum" + braces + ' ' + number(h.sum) + '\n';
    out += name + "_count" + braces + ' ' + std::to_string(h.count) + '\n';
}

} // namespace

double loadOf(const std::string& service, double now) {
    const std::uint64_t h = hashOf(service);
    const double base = 5 * std::pow(400.0, double(h % 1000) / 1000); // 5 … 2,000 requests a second
    const double phase = double((h >> 16) % 1000) / 1000;
    const double day = std::sin(2 * std::numbers::pi * (now / 86400 + phase));
    const double minutes = std::sin(2 * std::numbers::pi * (now / 420 + phase));
    return base * (1 + 0.25 * day + 0.05 * minutes);
}

void Histogram::add(double seconds, std::uint64_t times) {
    const auto bound = std::lower_bound(bucketBounds.begin(), bucketBounds.end(), seconds);
    if (bound != bucketBounds.end())
        buckets[std::size_t(bound - bucketBounds.begin())] += times;
    count += times;
    sum += seconds * double(times);
}

double Traffic::latency(double medianMs) {
    // Log-normal: the sum of twelve uniform numbers is near enough to a normal one.
    double z = -6;
    for (int i = 0; i < 12; ++i)
        z += random_();
    return medianMs / 1000 * std::exp(0.6 * z);
}

void Traffic::serve(const Route& route, const Target& target, std::uint64_t requests,
                    const std::optional<Answering>& answer) {
    const std::string key = target.service + ' ' + route.source() + ' ' + target.destination;
    Series& series = routes_[key];
    if (series.service.empty())
        series = {target.service, route.host, route.path, target.destination, {}};
    const auto count = [&](int code, double seconds, std::uint64_t times) {
        series.requests.add(seconds, times);
        status_[code].add(seconds, times);
        all_.add(seconds, times);
    };
    if (!answer) {
        count(502, 0.0002, requests);
        return;
    }
    // A few drawn latencies stand for all requests of the step.
    const std::uint64_t draws = std::min<std::uint64_t>(requests, 8);
    std::uint64_t failures = std::uint64_t(std::floor(double(requests) * answer->errorShare + random_()));
    failures = std::min(failures, requests);
    for (std::uint64_t i = 0; i < draws; ++i) {
        const std::uint64_t share = requests * (i + 1) / draws - requests * i / draws;
        const std::uint64_t bad = std::min(share, failures);
        failures -= bad;
        const double seconds = latency(answer->latencyMs);
        if (bad > 0)
            count(500, seconds, bad);
        if (share > bad)
            count(200, seconds, share - bad);
    }
}

void Traffic::run(const Table& table, double now, double seconds, const Ask& ask) {
    std::map<std::string, std::size_t> routesOf;
    for (const Route& route : table.routes) {
        if (!route.targets.empty())
            ++routesOf[route.targets.front().service];
    }
    for (const Route& route : table.routes) {
        if (route.targets.empty())
            continue;
        const std::string& service = route.targets.front().service;
        const double load = loadOf(service, now) * seconds / double(routesOf[service]);
        for (const Target& target : route.targets) {
            double& carry = carry_[target.service + target.destination + route.source()];
            carry += load * target.weight;
            const double whole = std::floor(carry);
            carry -= whole;
            if (whole > 0)
                serve(route, target, std::uint64_t(whole), ask(target));
        }
    }
}

std::string Traffic::prometheus() const {
    std::string out = "# HELP fabio_http_redirect_count \n# TYPE fabio_http_redirect_count counter\n"
                      "fabio_http_redirect_count{code=\"302\"} 0\n";
    if (!status_.empty()) {
        out += "# HELP fabio_http_status \n# TYPE fabio_http_status histogram\n";
        for (const auto& [code, histogram] : status_)
            appendHistogram(out, "fabio_http_status", "code=\"" + std::to_string(code) + '"', histogram);
    }
    out += "# HELP fabio_notfound \n# TYPE fabio_notfound counter\nfabio_notfound 0\n";
    out += "# HELP fabio_requests \n# TYPE fabio_requests histogram\n";
    appendHistogram(out, "fabio_requests", "", all_);
    if (!routes_.empty()) {
        out += "# HELP fabio_route \n# TYPE fabio_route histogram\n";
        for (const auto& [key, series] : routes_)
            appendHistogram(out, "fabio_route",
                            "host=\"" + series.host + "\",path=\"" + series.path + "\",service=\"" + series.service +
                                "\",target=\"" + series.target + '"',
                            series.requests);
    }
    out += "# HELP fabio_ws_conn \n# TYPE fabio_ws_conn gauge\nfabio_ws_conn 0\n";
    return out;
}

} // namespace mesoscope::demo::fabio
