#include "models/tables/projection.h"

#include <algorithm>
#include <array>

namespace mesoscope::tables {

namespace {

constexpr unsigned digitBits = 11;
constexpr std::size_t digits = 1U << digitBits;
constexpr unsigned passes = 6; // 6 × 11 = 66 bits
constexpr std::size_t small = 1024;

constexpr std::size_t digit(quint64 key, unsigned pass) {
    return (key >> (pass * digitBits)) & (digits - 1);
}

} // namespace

void radixSort(std::vector<KeyedSlot>& rows) {
    if (rows.size() < small) {
        std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
        return;
    }
    // Only the digits in which keys differ at all.
    quint64 varying = 0;
    for (const KeyedSlot& row : rows)
        varying |= row.key ^ rows.front().key;
    std::vector<unsigned> wanted;
    for (unsigned pass = 0; pass < passes; ++pass) {
        if (digit(varying, pass) != 0)
            wanted.push_back(pass);
    }
    std::vector<std::array<std::uint32_t, digits>> counts(passes);
    for (const unsigned pass : wanted) {
        for (const KeyedSlot& row : rows)
            ++counts[pass][digit(row.key, pass)];
    }
    std::vector<KeyedSlot> other(rows.size());
    for (const unsigned pass : wanted) {
        auto& count = counts[pass];
        std::uint32_t sum = 0;
        for (std::uint32_t& c : count)
            sum += std::exchange(c, sum);
        for (const KeyedSlot& row : rows)
            other[count[digit(row.key, pass)]++] = row;
        rows.swap(other);
    }
}

} // namespace mesoscope::tables
