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
    std::vector<std::array<std::uint32_t, digits>> counts(passes);
    for (const KeyedSlot& row : rows) {
        for (unsigned pass = 0; pass < passes; ++pass)
            ++counts[pass][digit(row.key, pass)];
    }
    std::vector<KeyedSlot> other(rows.size());
    for (unsigned pass = 0; pass < passes; ++pass) {
        auto& count = counts[pass];
        if (count[digit(rows.front().key, pass)] == rows.size())
            continue; // all the same here
        std::uint32_t sum = 0;
        for (std::uint32_t& c : count)
            sum += std::exchange(c, sum);
        for (const KeyedSlot& row : rows)
            other[count[digit(row.key, pass)]++] = row;
        rows.swap(other);
    }
}

} // namespace mesoscope::tables
