// A UUID as sixteen bytes instead of thirty-six characters: containers have one each, and a large cluster has hundreds
// of thousands. Pure values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mesoscope::base {

struct Uuid {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    bool isNull() const { return high == 0 && low == 0; }
    /// "5ec011d1-816b-4500-b09f-466c11e226aa", in lower case, as Mesos writes it. Nothing for any other text, so that
    /// text() always gives back what was read.
    static std::optional<Uuid> parse(std::string_view text);
    std::string text() const;

    friend bool operator==(const Uuid&, const Uuid&) = default;
};

} // namespace mesoscope::base
