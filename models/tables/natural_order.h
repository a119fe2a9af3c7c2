// The order people expect of names with numbers in them: agent-2 before agent-10.
#pragma once

#include <string_view>

namespace mesoscope::tables {

/// Negative, zero or positive like strcmp. Runs of digits compare as numbers, everything else by its bytes; names that
/// differ only in leading zeros are ordered by their bytes, so that the order is total. Any thread.
int naturalCompare(std::string_view a, std::string_view b);

struct NaturalLess {
    using is_transparent = void;
    bool operator()(std::string_view a, std::string_view b) const { return naturalCompare(a, b) < 0; }
};

} // namespace mesoscope::tables
