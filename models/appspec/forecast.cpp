#include "models/appspec/forecast.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace mesoscope::appspec {
namespace {

/// Scalars compare after the scheduler's formatting to three decimals.
QByteArray scalarText(const QByteArray& text) {
    static const QRegularExpression scalar(QStringLiteral("^[0-9]+(\\.[0-9]+)?$"));
    if (!scalar.match(QString::fromUtf8(text)).hasMatch())
        return text;
    QByteArray formatted = QByteArray::number(std::nearbyint(text.toDouble() * 1000) / 1000, 'f', 3);
    while (formatted.endsWith('0'))
        formatted.chop(1);
    if (formatted.endsWith('.'))
        formatted.chop(1);
    return formatted;
}

/// One constraint with what it needs to decide quickly: the counts of the values in use and remembered verdicts.
class Checker {
public:
    Checker(const ForecastConstraint& constraint, int wantedTotal) : constraint_(constraint), wanted_(wantedTotal) {
        if (constraint.op == "LIKE" || constraint.op == "UNLIKE") {
            expression_.setPattern(QRegularExpression::anchoredPattern(QString::fromUtf8(constraint.value)));
            expression_.optimize();
        }
        isValue_ = scalarText(constraint.value);
        number_ = constraint.value.toInt();
    }

    void place(const ForecastAgent& agent, int count) {
        if (const QByteArray* value = agent.field(constraint_.field)) {
            counts_[*value] += count;
            if (first_.isNull())
                first_ = *value;
        }
    }

    bool accepts(const ForecastAgent& agent) {
        const QByteArray* value = agent.field(constraint_.field);
        const QByteArray& op = constraint_.op;
        if (!value)
            return op == "UNLIKE";
        if (op == "LIKE")
            return matches(*value);
        if (op == "UNLIKE")
            return !matches(*value);
        if (op == "IS")
            return *value == isValue_;
        if (op == "UNIQUE")
            return !counts_.contains(*value);
        if (op == "MAX_PER")
            return counts_.value(*value) < number_;
        if (op == "CLUSTER")
            return constraint_.value.isEmpty() ? first_.isNull() || first_ == *value : *value == constraint_.value;
        return op == "GROUP_BY" ? groupBy(*value) : true;
    }

    /// Whether what is refused once may be accepted later.
    bool mayChange() const { return constraint_.op == "GROUP_BY"; }

private:
    bool matches(const QByteArray& value) {
        if (constraint_.value.isEmpty())
            return constraint_.op == "UNLIKE"; // refused either way
        const auto known = verdicts_.constFind(value);
        if (known != verdicts_.cend())
            return *known;
        const bool match = expression_.match(QString::fromUtf8(value)).hasMatch();
        verdicts_.insert(value, match);
        return match;
    }

    bool groupBy(const QByteArray& value) const {
        const int groups = std::max(0, number_);
        if (groups == 0)
            return false; // the scheduler itself stops here; the rules warn about it
        const int per = wanted_ / groups;
        int used = 0;
        for (const int count : counts_)
            used += std::max(0, count - per);
        const auto own = counts_.constFind(value);
        if (own == counts_.cend())
            return counts_.size() < groups;
        return *own < per || (*own == per && wanted_ % groups - used > 0);
    }

    ForecastConstraint constraint_;
    int wanted_;
    int number_ = 0;
    QByteArray isValue_;
    QByteArray first_;
    QRegularExpression expression_;
    QHash<QByteArray, int> counts_;
    QHash<QByteArray, bool> verdicts_;
};

Resources usable(const ForecastAgent& agent, const ForecastRequest& request) {
    Resources sum;
    const auto add = [&](const Resources& r) {
        sum.cpus += r.cpus;
        sum.mem += r.mem;
        sum.disk += r.disk;
        sum.gpus += r.gpus;
    };
    if (request.acceptUnreserved)
        add(agent.free);
    if (request.acceptReserved && request.role != "*") {
        for (const auto& [role, resources] : agent.reserved) {
            if (role == request.role)
                add(resources);
        }
    }
    return sum;
}

/// Calls with each range of free ports that the request may use.
template<typename F>
void usablePorts(const ForecastAgent& agent, const ForecastRequest& request, F&& each) {
    if (request.acceptUnreserved)
        std::for_each(agent.ports.begin(), agent.ports.end(), each);
    if (!request.acceptReserved || request.role == "*")
        return;
    for (const auto& [role, range] : agent.reservedPorts) {
        if (role == request.role)
            each(range);
    }
}

bool hasPort(const ForecastAgent& agent, const ForecastRequest& request, int port) {
    bool has = false;
    usablePorts(agent, request, [&](const auto& range) { has |= port >= range.first && port <= range.second; });
    return has;
}

int freePorts(const ForecastAgent& agent, const ForecastRequest& request) {
    int count = 0;
    usablePorts(agent, request, [&](const auto& range) { count += range.second - range.first + 1; });
    return count;
}

constexpr double epsilon = 1e-6;

class Forecaster {
public:
    Forecaster(const std::vector<ForecastAgent>& agents, const ForecastRequest& request)
        : agents_(agents), request_(request) {
        for (const ForecastConstraint& constraint : request.constraints)
            checkers_.emplace_back(constraint, request.wantedTotal);
        left_.reserve(agents.size());
        for (const ForecastAgent& agent : agents) {
            left_.push_back(usable(agent, request));
            if (agent.placed > 0) {
                for (Checker& checker : checkers_)
                    checker.place(agent, agent.placed);
            }
        }
        taken_.assign(agents.size(), 0);
        changeable_ = std::any_of(checkers_.begin(), checkers_.end(), [](const Checker& c) { return c.mayChange(); });
    }

    ForecastResult run() {
        place();
        ForecastResult result;
        std::array<int, 10> counts{};
        double closest = std::numeric_limits<double>::infinity();
        for (size_t i = 0; i < agents_.size(); ++i) {
            if (taken_[i] > 0) {
                result.placements.append({int(i), taken_[i]});
                result.fits += taken_[i];
                continue;
            }
            const Reject reason = reasonFor(i);
            ++counts[size_t(reason)];
            if (reason >= Reject::InsufficientCpus && reason <= Reject::InsufficientGpus)
                consider(i, closest, result);
        }
        for (size_t reason = 0; reason < counts.size(); ++reason) {
            if (counts[reason] > 0)
                result.rejected.append({Reject(reason), counts[reason]});
        }
        if (result.fits >= request_.instances)
            result.missing = {};
        return result;
    }

    std::vector<Reject> reasons() {
        std::vector<Reject> all(agents_.size());
        for (size_t i = 0; i < agents_.size(); ++i)
            all[i] = reasonFor(i);
        return all;
    }

    int canTakeOne() {
        int count = 0;
        for (size_t i = 0; i < agents_.size(); ++i)
            count += reasonFor(i) == Reject::None;
        return count;
    }

private:
    /// Round after round over the agents that may still take one, so that instances spread as offers come.
    void place() {
        std::vector<size_t> open(agents_.size());
        for (size_t i = 0; i < open.size(); ++i)
            open[i] = i;
        int left = request_.instances;
        bool progress = true;
        while (left > 0 && progress && !open.empty()) {
            progress = false;
            std::vector<size_t> next;
            for (size_t k = 0; k < open.size() && left > 0; ++k) {
                const size_t i = open[k];
                const Reject reason = reasonFor(i);
                if (reason == Reject::None) {
                    take(i);
                    --left;
                    progress = true;
                    next.push_back(i);
                } else if (reason == Reject::UnfulfilledConstraint && changeable_) {
                    next.push_back(i);
                }
            }
            open = std::move(next);
        }
    }

    void take(size_t i) {
        Resources& left = left_[i];
        left.cpus -= request_.need.cpus;
        left.mem -= request_.need.mem;
        left.disk -= request_.need.disk;
        left.gpus -= request_.need.gpus;
        ++taken_[i];
        for (Checker& checker : checkers_)
            checker.place(agents_[i], 1);
    }

    Reject reasonFor(size_t i) {
        const ForecastAgent& agent = agents_[i];
        const Resources& left = left_[i];
        if (roleUnfulfilled(agent, left))
            return Reject::UnfulfilledRole;
        for (Checker& checker : checkers_) {
            if (!checker.accepts(agent))
                return Reject::UnfulfilledConstraint;
        }
        if (request_.onlyHeld && taken_[i] >= agent.held)
            return Reject::NoCorrespondingReservationFound;
        if (agent.unavailable)
            return Reject::AgentMaintenance;
        if (request_.onlyHeld)
            return Reject::None; // what it needs is set aside there
        if (left.cpus + epsilon < request_.need.cpus)
            return Reject::InsufficientCpus;
        if (left.mem + epsilon < request_.need.mem)
            return Reject::InsufficientMemory;
        if (left.disk + epsilon < request_.need.disk)
            return Reject::InsufficientDisk;
        if (left.gpus + epsilon < request_.need.gpus)
            return Reject::InsufficientGpus;
        return portsFit(i) ? Reject::None : Reject::InsufficientPorts;
    }

    bool roleUnfulfilled(const ForecastAgent& agent, const Resources& left) const {
        if (left.cpus > 0 || left.mem > 0)
            return false;
        return taken_[size_t(&agent - agents_.data())] == 0 &&
               ((!request_.acceptUnreserved && agent.free.cpus > 0) ||
                std::any_of(agent.reserved.begin(), agent.reserved.end(),
                            [&](const auto& r) { return r.first != request_.role && r.second.cpus > 0; }));
    }

    bool portsFit(size_t i) const {
        const ForecastAgent& agent = agents_[i];
        if (request_.fixedPorts.empty() && request_.randomPorts == 0)
            return true;
        if (!request_.fixedPorts.empty() && taken_[i] > 0)
            return false;
        const bool fixed = std::all_of(request_.fixedPorts.begin(), request_.fixedPorts.end(),
                                       [&](int port) { return hasPort(agent, request_, port); });
        const int perInstance = request_.randomPorts + int(request_.fixedPorts.size());
        return fixed && freePorts(agent, request_) - taken_[i] * perInstance >= perInstance;
    }

    void consider(size_t i, double& closest, ForecastResult& result) const {
        const auto lack = [](double need, double have) { return std::max(0.0, need - have); };
        const Resources& have = left_[i];
        const Resources missing{lack(request_.need.cpus, have.cpus), lack(request_.need.mem, have.mem),
                                lack(request_.need.disk, have.disk), lack(request_.need.gpus, have.gpus)};
        const double distance = missing.cpus / std::max(0.01, request_.need.cpus) +
                                missing.mem / std::max(1.0, request_.need.mem) +
                                missing.disk / std::max(1.0, request_.need.disk) + missing.gpus;
        if (distance < closest) {
            closest = distance;
            result.missing = missing;
            result.closestAgent = int(i);
        }
    }

    const std::vector<ForecastAgent>& agents_;
    const ForecastRequest& request_;
    std::vector<Checker> checkers_;
    std::vector<Resources> left_;
    std::vector<int> taken_;
    bool changeable_ = false;
};

} // namespace

const QByteArray* ForecastAgent::field(const QByteArray& name) const {
    const auto orNothing = [](const QByteArray& value) { return value.isEmpty() ? nullptr : &value; };
    if (name == "hostname" || name == "@hostname")
        return &hostname;
    if (name == "@region")
        return orNothing(region);
    if (name == "@zone")
        return orNothing(zone);
    for (const auto& [attribute, value] : attributes) {
        if (attribute == name)
            return &value;
    }
    return nullptr;
}

QString rejectName(Reject reason) {
    static constexpr std::array names{"",
                                      "UnfulfilledRole",
                                      "UnfulfilledConstraint",
                                      "NoCorrespondingReservationFound",
                                      "AgentMaintenance",
                                      "InsufficientCpus",
                                      "InsufficientMemory",
                                      "InsufficientDisk",
                                      "InsufficientGpus",
                                      "InsufficientPorts"};
    return QLatin1String(names[size_t(reason)]);
}

ForecastRequest ForecastRequest::of(const marathon::App& app, int toPlace) {
    ForecastRequest request;
    request.need = {app.cpusOr(), app.memOr(), app.diskOr(), double(app.gpusOr())};
    request.role = app.role.value_or(QStringLiteral("*")).toUtf8();
    if (app.acceptedResourceRoles) {
        request.acceptUnreserved = app.acceptedResourceRoles->contains(QStringLiteral("*"));
        request.acceptReserved = app.acceptedResourceRoles->contains(QString::fromUtf8(request.role));
    }
    for (const QStringList& c : app.constraints.value_or(std::vector<QStringList>{})) {
        if (c.size() >= 2)
            request.constraints.push_back({c[0].toUtf8(), c[1].toUtf8(), c.value(2).toUtf8()});
    }
    const auto port = [&](int number, bool fixed) {
        if (fixed && number > 0)
            request.fixedPorts.push_back(number);
        else
            ++request.randomPorts;
    };
    if (app.container && app.container->portMappings) {
        for (const marathon::PortMapping& mapping : *app.container->portMappings) {
            if (mapping.hostPort)
                port(*mapping.hostPort, true);
        }
    } else {
        for (const marathon::PortDefinition& definition :
             app.portDefinitions.value_or(std::vector<marathon::PortDefinition>{}))
            port(definition.port, app.requirePorts.value_or(false));
    }
    request.instances = toPlace;
    request.wantedTotal = std::max(1, app.instanceCount());
    return request;
}

ForecastResult forecast(const std::vector<ForecastAgent>& agents, const ForecastRequest& request) {
    return Forecaster(agents, request).run();
}

std::vector<Reject> reasonsFor(const std::vector<ForecastAgent>& agents, const ForecastRequest& request) {
    return Forecaster(agents, request).reasons();
}

int canTakeOne(const std::vector<ForecastAgent>& agents, const ForecastRequest& request) {
    return Forecaster(agents, request).canTakeOne();
}

MatchCount matchCount(const std::vector<ForecastAgent>& agents, const std::vector<ForecastConstraint>& constraints,
                      const QByteArray& group) {
    std::vector<Checker> checkers;
    for (const ForecastConstraint& constraint : constraints)
        checkers.emplace_back(constraint, 1);
    MatchCount count;
    count.agents = int(agents.size());
    QSet<QByteArray> groups;
    for (const ForecastAgent& agent : agents) {
        if (!std::all_of(checkers.begin(), checkers.end(), [&](Checker& c) { return c.accepts(agent); }))
            continue;
        ++count.matching;
        if (const QByteArray* value = agent.field(group))
            groups.insert(*value);
    }
    count.groups = int(groups.size());
    return count;
}

} // namespace mesoscope::appspec
