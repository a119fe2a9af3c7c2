#include "models/tables/row_order.h"

#include <algorithm>

namespace mesoscope::tables {

namespace {

constexpr std::size_t maxRuns = 24;
/// Each run moves what lies behind it in the views' own lists.
constexpr std::size_t maxMovedEntries = 2'000'000;
constexpr std::uint32_t joinWithin = 64;

void fillPositions(RowOrder& order) {
    std::uint32_t top = 0;
    for (const RowEntry& entry : order.rows)
        top = std::max(top, order.bySlot ? entry.slot : entry.identity);
    order.positions.assign(order.rows.empty() ? 0 : std::size_t(top) + 1, noRow);
    for (std::uint32_t i = 0; i < order.rows.size(); ++i)
        order.positions[order.bySlot ? order.rows[i].slot : order.rows[i].identity] = i;
}

void extend(std::vector<RowRun>& runs, std::uint32_t row) {
    if (!runs.empty() && runs.back().end == row)
        ++runs.back().end;
    else
        runs.push_back({row, row + 1});
}

} // namespace

namespace {

void collect(const RowOrder& from, const RowOrder& other, std::vector<RowEntry>& only) {
    std::copy_if(from.rows.begin(), from.rows.end(), std::back_inserter(only),
                 [&other](const RowEntry& entry) { return other.row(entry) == noRow; });
}

/// False when rows moved or there are too many runs.
bool findRuns(const RowOrder& previous, RowOrder& next);

} // namespace

void compareOrders(const RowOrder* previous, RowOrder& next) {
    fillPositions(next);
    next.gone.clear();
    next.fresh.clear();
    next.removed.clear();
    next.inserted.clear();
    next.stepwise = false;
    if (!previous)
        return;
    next.stepwise = findRuns(*previous, next);
    if (next.stepwise)
        return;
    collect(*previous, next, next.gone);
    collect(next, *previous, next.fresh);
}

namespace {

bool findRuns(const RowOrder& previous, RowOrder& next) {
    const auto& before = previous.rows;
    const auto& after = next.rows;
    std::uint32_t i = 0;
    std::uint32_t j = 0;
    while (i < before.size() || j < after.size()) {
        if (i < before.size() && j < after.size() && before[i] == after[j]) {
            ++i;
            ++j;
        } else if (i < before.size() && next.row(before[i]) == noRow) {
            extend(next.removed, i++);
        } else if (j < after.size() && previous.row(after[j]) == noRow) {
            extend(next.inserted, j++);
        } else {
            return false; // something moved
        }
        if (next.removed.size() + next.inserted.size() > maxRuns)
            return false;
    }
    const std::size_t runs = next.removed.size() + next.inserted.size();
    return runs * std::max(before.size(), after.size()) <= maxMovedEntries;
}

} // namespace

void markChanged(const std::vector<cluster::Run>& slots, RowOrder& next) {
    std::vector<std::uint32_t> rows;
    for (const cluster::Run& run : slots) {
        for (Slot slot = run.begin; slot < run.end && slot < next.positions.size(); ++slot) {
            if (next.positions[slot] != noRow)
                rows.push_back(next.positions[slot]);
        }
    }
    std::sort(rows.begin(), rows.end());
    for (const std::uint32_t row : rows) {
        if (!next.changed.empty() && row <= next.changed.back().end + joinWithin)
            next.changed.back().end = std::max(next.changed.back().end, row + 1);
        else
            next.changed.push_back({row, row + 1});
    }
    if (next.changed.size() > maxRuns)
        next.changed = {{next.changed.front().begin, next.changed.back().end}};
}

} // namespace mesoscope::tables
