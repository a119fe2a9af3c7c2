// What gateways say about routes and traffic, as values that snapshots share between threads.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace mesoscope::gateway {

struct Route {
    QString service;
    QString host; ///< empty: any
    QString path;
    QString target; ///< http://10.0.0.1:31000/
    QStringList tags;
    QString options;
    double weight = 0;             ///< effective share 0…1 within its host and path
    double requestsPerSecond = -1; ///< -1: not known
    double errorsPerSecond = -1;
    double p99Ms = -1;
    friend bool operator==(const Route&, const Route&) = default;
};

using RoutesPtr = std::shared_ptr<const QList<Route>>;

/// Per service, differenced by the console itself from the gateway's counters.
struct ServiceTraffic {
    QString service;
    double requestsPerSecond = -1;
    double errorsPerSecond = -1;
    double p50Ms = -1;
    double p99Ms = -1;
    friend bool operator==(const ServiceTraffic&, const ServiceTraffic&) = default;
};

/// Routing rules that people wrote by hand, on top of what the registry says.
struct OverrideDocument {
    QString path; ///< empty: the root document
    QString text;
    QString version; ///< opaque; to be sent back with a change
    friend bool operator==(const OverrideDocument&, const OverrideDocument&) = default;
};

struct Overrides {
    QList<OverrideDocument> documents;
    bool writable = false;
    /// Why there are none, or why they can't be read; empty when all is well.
    QString problem;
    friend bool operator==(const Overrides&, const Overrides&) = default;
};

using OverridesPtr = std::shared_ptr<const Overrides>;

using TrafficPtr = std::shared_ptr<const QList<ServiceTraffic>>;

} // namespace mesoscope::gateway
