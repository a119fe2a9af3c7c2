#include "models/master/row_scratch.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace mesoscope::master {

void appendNumber(std::string& text, double value) {
    std::array<char, 64> buffer;
    const auto [end, code] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    if (code == std::errc())
        text.append(buffer.data(), end);
}

void addReservation(std::vector<ReservationView>& list, const ResourceParts& r) {
    const auto known =
        std::find_if(list.begin(), list.end(), [&r](const ReservationView& entry) { return entry.role == r.owner(); });
    addResource(known == list.end() ? list.emplace_back(ReservationView{r.owner(), {}}).amount : known->amount, r);
}

void RowScratch::keepAgentPorts(const ResourceParts& owner) {
    for (const PortRange& range : ports)
        agentPorts.push_back({range, owner.isReserved() ? owner.owner() : std::string_view()});
    ports.clear();
}

void Listed::join(std::string_view item) {
    if (!joined_)
        joined_ = &scratch_.text().append(text_);
    appendListed(*joined_, item);
    text_ = *joined_;
}

qint64 msFromSeconds(double seconds) {
    constexpr double farFuture = 1e12; // seconds; keeps the product inside 64 bits
    return std::isfinite(seconds) && std::abs(seconds) < farFuture ? std::llround(seconds * 1000) : 0;
}

void addPorts(std::vector<PortRange>& ports, double begin, double end) {
    constexpr double top = 4294967295.0;
    if (!(begin >= 0) || !(end >= begin))
        return;
    ports.push_back({std::uint32_t(std::min(begin, top)), std::uint32_t(std::min(end, top))});
}

} // namespace mesoscope::master
