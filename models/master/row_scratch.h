// Memory that the views of one row point into; reused from row to row, so that decoding allocates nothing once warm.
// Shared by both decoders. One thread.
#pragma once

#include "models/master/types.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mesoscope::master {

/// A resource as far as it is counted; the wire formats fill it, addResource() does the rest.
struct ResourceParts {
    std::string_view name;
    std::string_view role;       ///< the deprecated field
    std::string_view reservedTo; ///< the last element of reservations
    std::string_view allocatedTo;
    double scalar = 0;
    bool hasScalar = false;

    std::string_view owner() const { return reservedTo.empty() ? role : reservedTo; }
    bool isReserved() const {
        const std::string_view owner = this->owner();
        return !owner.empty() && owner != "*";
    }
};

inline void addResource(Scalars& sum, const ResourceParts& r) {
    if (!r.hasScalar)
        return;
    if (r.name == "cpus")
        sum.cpus += r.scalar;
    else if (r.name == "mem")
        sum.mem += r.scalar;
    else if (r.name == "disk")
        sum.disk += r.scalar;
    else if (r.name == "gpus")
        sum.gpus += r.scalar;
}

/// Adds to the role's share of what is reserved.
void addReservation(std::vector<ReservationView>& list, const ResourceParts& r);

class RowScratch {
public:
    void clear() {
        used_ = 0;
        ports.clear();
        attributes.clear();
        reservations.clear();
        agentPorts.clear();
    }
    /// A string that lives until clear(); its capacity is reused.
    std::string& text() {
        if (used_ == texts_.size())
            texts_.push_back(std::make_unique<std::string>());
        std::string& t = *texts_[used_++];
        t.clear();
        return t;
    }

    std::vector<PortRange> ports;
    std::vector<AttributeView> attributes;
    std::vector<ReservationView> reservations;
    std::vector<AgentPortsView> agentPorts;

    /// Takes the ranges in `ports` as host ports of an agent.
    void keepAgentPorts(const ResourceParts& owner);

private:
    std::vector<std::unique_ptr<std::string>> texts_;
    std::size_t used_ = 0;
};

inline void appendListed(std::string& list, std::string_view item) {
    if (item.empty())
        return;
    if (!list.empty())
        list += ',';
    list += item;
}

/// The same without a copy as long as there is only one item, which is the rule.
class Listed {
public:
    explicit Listed(RowScratch& scratch) : scratch_(scratch) {}

    void add(std::string_view item) {
        if (text_.empty())
            text_ = item;
        else if (!item.empty())
            join(item);
    }
    /// Lives as long as the items and the scratch memory.
    std::string_view text() const { return text_; }

private:
    void join(std::string_view item);

    RowScratch& scratch_;
    std::string* joined_ = nullptr;
    std::string_view text_;
};

/// As short as it stays exact: "8", "2.5".
void appendNumber(std::string& text, double value);
/// Seconds since the epoch to milliseconds; 0 for what can't be a time.
qint64 msFromSeconds(double seconds);
/// The range as ports; what is beyond 32 bits is cut, what is reversed or negative dropped.
void addPorts(std::vector<PortRange>& ports, double begin, double end);

} // namespace mesoscope::master
