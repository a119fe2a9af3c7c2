// Where the instances of an app would go, and why the rest would not: the scheduler's own checks in its own order, on
// plain values of agents.
//
// Thread: pure functions, any thread.
#pragma once

#include "models/appspec/change_class.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace mesoscope::appspec {

struct ForecastAgent {
    QByteArray id;
    QByteArray hostname;
    QByteArray region;
    QByteArray zone;
    std::vector<std::pair<QByteArray, QByteArray>> attributes;
    Resources free;                                         ///< unreserved and not in use
    std::vector<std::pair<QByteArray, Resources>> reserved; ///< by role, not in use
    std::vector<std::pair<int, int>> ports;                 ///< free host ports, both ends included
    /// Free host ports that are set aside for a role.
    std::vector<std::pair<QByteArray, std::pair<int, int>>> reservedPorts;
    bool unavailable = false; ///< draining, deactivated, in maintenance or out of contact
    int placed = 0;           ///< instances of this app that count for its constraints (of the new version)
    int held = 0;             ///< instances of this app whose reservations and volumes are there

    /// Empty when the agent has no such field. hostname, @hostname, @region and @zone are fields, too.
    const QByteArray* field(const QByteArray& name) const;
};

struct ForecastConstraint {
    QByteArray field;
    QByteArray op; ///< UNIQUE, CLUSTER, GROUP_BY, LIKE, UNLIKE, MAX_PER, IS
    QByteArray value;
    friend bool operator==(const ForecastConstraint&, const ForecastConstraint&) = default;
};

/// What one instance needs, and how many are wanted.
struct ForecastRequest {
    Resources need;
    QByteArray role = "*";
    bool acceptUnreserved = true;
    bool acceptReserved = true;
    std::vector<ForecastConstraint> constraints;
    std::vector<int> fixedPorts; ///< host ports that must be free
    int randomPorts = 0;
    int instances = 1;   ///< to place
    int wantedTotal = 1; ///< the app's instances when all is done, for GROUP_BY
    /// Instances come back to where their volumes are: nowhere else is a reservation for them.
    bool onlyHeld = false;

    static ForecastRequest of(const marathon::App& app, int toPlace);
    friend bool operator==(const ForecastRequest&, const ForecastRequest&) = default;
};

/// The funnel of the launch queue, in its order.
enum class Reject {
    None,
    UnfulfilledRole,
    UnfulfilledConstraint,
    NoCorrespondingReservationFound,
    AgentMaintenance,
    InsufficientCpus,
    InsufficientMemory,
    InsufficientDisk,
    InsufficientGpus,
    InsufficientPorts
};
QString rejectName(Reject reason);

struct ForecastResult {
    struct Placement {
        int agent = 0; ///< index into the list
        int count = 0;
    };
    int fits = 0; ///< of the instances to place
    QList<Placement> placements;
    /// Every agent that got nothing, once, under the first reason that stops it from taking one instance; None: could
    /// take one, but is not needed.
    QList<std::pair<Reject, int>> rejected;
    /// Of the agents that pass everything but amounts: what the closest one lacks.
    Resources missing;
    int closestAgent = -1;
};

ForecastResult forecast(const std::vector<ForecastAgent>& agents, const ForecastRequest& request);

/// For the constraint rows: how many agents a constraint lets in by itself, and in how many groups (racks) they stand.
struct MatchCount {
    int matching = 0;
    int agents = 0;
    int groups = 0;
};
/// `group` names the attribute that makes racks, for example "rack" or "@zone".
MatchCount matchCount(const std::vector<ForecastAgent>& agents, const std::vector<ForecastConstraint>& constraints,
                      const QByteArray& group);
/// The same through all checks: how many agents can take one instance now.
int canTakeOne(const std::vector<ForecastAgent>& agents, const ForecastRequest& request);
/// For every agent, in the order of the list.
std::vector<Reject> reasonsFor(const std::vector<ForecastAgent>& agents, const ForecastRequest& request);

} // namespace mesoscope::appspec
