#include "models/tables/projection.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

namespace mesoscope::tables {

namespace {

constexpr quint64 lastKey = ~quint64(0);
constexpr unsigned tieBits = 64 - StringOrder::bits;
constexpr quint64 labelMask = (quint64(1) << StringOrder::bits) - 1;
constexpr quint64 tieMask = (quint64(1) << tieBits) - 1;

/// A number as an unsigned integer that sorts like it.
quint64 orderedBits(double value) {
    const quint64 raw = std::bit_cast<quint64>(value + 0.0); // -0 becomes +0
    constexpr quint64 sign = quint64(1) << 63;
    return raw & sign ? ~raw : raw | sign;
}

} // namespace

/// The order of one column's texts, over the snapshot's pool or over the projection's own.
struct TextOrder {
    StringOrder order;
    std::vector<base::StringId> parts; ///< interned id → id in the own pool of the part that counts
};

struct TableProjection::Private {
    Private(const Table& t, TableQuery q) : table(t), query(std::move(q)), filter(query.filter, t) { chooseColumn(); }

    const Table& table;
    TableQuery query;
    RowFilter filter;
    const Column* column = nullptr;
    TextOrder* texts = nullptr; ///< of the sort column
    bool held = false;
    bool sortChanged = true;
    bool filterChanged = true;
    bool released = false;

    SnapshotPtr snapshot;
    std::shared_ptr<const base::StringPool> pool;
    std::shared_ptr<const Lookup> lookup;
    base::StringPool local; // identities and texts of rows that are not interned by the snapshot
    std::unordered_map<const Column*, TextOrder> orders; // kept: coming back to a column costs no learning

    std::vector<std::uint32_t> identity; // by slot, 0: free
    std::vector<quint64> keys;
    std::vector<bool> passes;
    std::vector<bool> usual;
    std::vector<Slot> all;            // all present rows in order
    std::unordered_set<Slot> waiting; // changed while held
    bool mustSort = false;            // labels changed under the keys

    std::shared_ptr<const RowOrder> last;
    quint64 sequence = 0;

    void chooseColumn() {
        column = table.column(query.sort.isEmpty() ? table.sort : query.sort.toStdString());
        if (!column)
            column = &table.columns.front();
        texts = &orders[column];
        sortChanged = true;
    }
    bool descending() const { return query.sort.isEmpty() ? table.descending : query.descending; }
    RowRef ref(Slot slot) const { return {*snapshot, slot, snapshot->atMs, -1, lookup.get()}; }
    const base::StringPool& textPool() const { return column->interned && !column->part ? *snapshot->strings : local; }

    std::uint32_t identityOf(Slot slot) {
        if (slot >= table.size(*snapshot))
            return 0;
        return table.internedObject ? table.internedObject(*snapshot, slot)
                                    : local.intern(table.object(*snapshot, slot));
    }

    base::StringId textOf(Slot slot) {
        const RowRef row = ref(slot);
        if (!column->interned)
            return local.intern(column->plain(row));
        const base::StringId id = column->interned(row);
        if (!column->part)
            return id;
        std::vector<base::StringId>& parts = texts->parts;
        if (id >= parts.size())
            parts.resize(std::max<std::size_t>(id + 1, parts.size() * 2), lastPart);
        if (parts[id] == lastPart)
            parts[id] = local.intern(column->part(snapshot->view(id)));
        return parts[id];
    }
    static constexpr base::StringId lastPart = ~base::StringId(0);

    bool sortsByText() const { return !column->number && !column->code; }

    quint64 keyOf(Slot slot) { return keyOf(slot, sortsByText() ? textOf(slot) : 0); }

    quint64 keyOf(Slot slot, base::StringId text) {
        const RowRef row = ref(slot);
        const quint64 tie = column->tie ? std::min<quint64>(column->tie(row), tieMask) : 0;
        if (column->number) {
            const double value = column->number(row);
            if (std::isnan(value))
                return lastKey;
            const quint64 key = orderedBits(value);
            return descending() ? ~key : key;
        }
        quint64 label = column->code ? column->code(row) : texts->order.label(text);
        if (sortsByText() && label == 0)
            return lastKey; // the empty text has no label and comes last
        if (descending())
            label = labelMask - label;
        return label << tieBits | tie;
    }

    /// Labels for the texts of these rows. True when all keys have to be made again.
    bool learnTexts(const std::vector<Slot>& slots) {
        if (!sortsByText())
            return false;
        std::vector<base::StringId> fresh;
        for (const Slot slot : slots) {
            if (identity[slot] == 0)
                continue;
            const base::StringId id = textOf(slot);
            if (id != 0 && !texts->order.knows(id))
                fresh.push_back(id);
        }
        return !fresh.empty() && texts->order.add(textPool(), fresh);
    }

    void resize(Slot size) {
        if (size <= identity.size())
            return;
        identity.resize(size, 0);
        keys.resize(size, lastKey);
        passes.resize(size, false);
        usual.resize(size, false);
    }

    void judge(Slot slot) {
        passes[slot] = identity[slot] != 0 && filter.matches(ref(slot));
        usual[slot] = identity[slot] != 0 && (!table.usual || table.usual(ref(slot)));
    }

    void sortAll() {
        mustSort = false;
        std::vector<KeyedSlot> rows;
        rows.reserve(identity.size());
        const bool byText = sortsByText();
        const std::vector<std::uint32_t> ranks = byText ? texts->order.ranks() : std::vector<std::uint32_t>();
        for (Slot slot = 0; slot < identity.size(); ++slot) {
            if (identity[slot] == 0)
                continue;
            const base::StringId text = byText ? textOf(slot) : 0;
            keys[slot] = keyOf(slot, text);
            rows.push_back({byText ? shortKey(slot, text < ranks.size() ? ranks[text] : 0) : keys[slot], slot});
        }
        radixSort(rows);
        all.resize(rows.size());
        std::transform(rows.begin(), rows.end(), all.begin(), [](const KeyedSlot& row) { return row.slot; });
    }

    /// Sorts like the key of this moment, with as few digits as there are texts.
    quint64 shortKey(Slot slot, quint64 rank) const {
        constexpr unsigned usualTie = 4;
        const quint64 key = keys[slot];
        if (key == lastKey)
            return lastKey >> 1;
        const quint64 place = descending() ? texts->order.size() - rank : rank;
        return place << usualTie | std::min<quint64>(key & tieMask, (1U << usualTie) - 1);
    }

    std::vector<Slot> everySlot() const {
        std::vector<Slot> slots(identity.size());
        std::iota(slots.begin(), slots.end(), Slot(0));
        return slots;
    }

    void takeEverything() {
        if (pool != snapshot->strings) {
            pool = snapshot->strings;
            filter.clear();
            orders.clear();
            texts = &orders[column];
        }
        waiting.clear();
        const Slot size = table.size(*snapshot);
        identity.assign(size, 0);
        resize(size);
        keys.assign(size, lastKey);
        passes.assign(size, false);
        usual.assign(size, false);
        for (Slot slot = 0; slot < size; ++slot) {
            identity[slot] = identityOf(slot);
            judge(slot);
        }
        learnTexts(everySlot());
        sortAll();
    }

    void takeQuery() {
        if (filterChanged) {
            for (Slot slot = 0; slot < identity.size(); ++slot)
                judge(slot);
        }
        if (sortChanged) {
            learnTexts(everySlot());
            sortAll();
            waiting.clear();
        }
    }

    std::vector<Slot> touchedSlots(const cluster::Diff& diff) const {
        std::vector<Slot> slots;
        // Every known slot; new ones are among the runs.
        if (table.allTouched && table.allTouched(diff))
            slots = everySlot();
        if (table.runs) {
            for (const cluster::Run& run : table.runs(diff)) {
                for (Slot slot = run.begin; slot < run.end; ++slot)
                    slots.push_back(slot);
            }
        }
        return slots;
    }

    /// True when the order or the selection of rows may differ.
    bool takeRows(std::vector<Slot> slots) {
        if (released) {
            slots.insert(slots.end(), waiting.begin(), waiting.end());
            waiting.clear();
        }
        std::sort(slots.begin(), slots.end());
        slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
        if (slots.empty())
            return false;
        resize(slots.back() + 1);
        std::vector<Slot> leave;
        std::vector<Slot> enter;
        const bool differs = sortRows(slots, leave, enter);
        if (!leave.empty() || !enter.empty())
            mergeRows(leave, enter);
        if (mustSort && !held) {
            sortAll();
            return true;
        }
        return differs || !leave.empty() || !enter.empty();
    }

    bool sortRows(const std::vector<Slot>& slots, std::vector<Slot>& leave, std::vector<Slot>& enter) {
        const auto before = identitiesOf(slots);
        for (const Slot slot : slots)
            identity[slot] = identityOf(slot);
        mustSort = learnTexts(slots) || mustSort;
        bool differs = false;
        for (std::size_t i = 0; i < slots.size(); ++i)
            differs = takeRow(slots[i], before[i], leave, enter) || differs;
        return differs;
    }

    std::vector<std::uint32_t> identitiesOf(const std::vector<Slot>& slots) const {
        std::vector<std::uint32_t> result;
        result.reserve(slots.size());
        for (const Slot slot : slots)
            result.push_back(identity[slot]);
        return result;
    }

    bool takeRow(Slot slot, std::uint32_t before, std::vector<Slot>& leave, std::vector<Slot>& enter) {
        const bool same = before == identity[slot];
        const quint64 key = identity[slot] != 0 ? keyOf(slot) : lastKey;
        const bool passed = passes[slot];
        const bool wasUsual = usual[slot];
        judge(slot);
        if (held && same && before != 0) {
            if (key != keys[slot] || passed != passes[slot])
                waiting.insert(slot);
            passes[slot] = passed;
            return wasUsual != usual[slot];
        }
        if (!same && before != 0)
            leave.push_back(slot);
        if (held && !same) {
            keys[slot] = key;
            if (identity[slot] != 0)
                waiting.insert(slot);
            // Not in the order yet: as if it were not there.
            identity[slot] = 0;
            passes[slot] = false;
            return true;
        }
        if (same && before != 0 && key != keys[slot])
            leave.push_back(slot);
        if (identity[slot] != 0 && (!same || key != keys[slot]))
            enter.push_back(slot);
        keys[slot] = key;
        return passed != passes[slot] || wasUsual != usual[slot];
    }

    void mergeRows(const std::vector<Slot>& leave, std::vector<Slot>& enter) {
        std::vector<bool> leaving(identity.size(), false);
        for (const Slot slot : leave)
            leaving[slot] = true;
        const auto less = [this](Slot a, Slot b) { return keys[a] != keys[b] ? keys[a] < keys[b] : a < b; };
        std::sort(enter.begin(), enter.end(), less);
        std::vector<Slot> merged;
        merged.reserve(all.size() + enter.size());
        auto next = enter.cbegin();
        for (const Slot slot : all) {
            if (leaving[slot])
                continue;
            while (next != enter.cend() && less(*next, slot))
                merged.push_back(*next++);
            merged.push_back(slot);
        }
        merged.insert(merged.end(), next, enter.cend());
        all = std::move(merged);
    }

    std::shared_ptr<RowOrder> build() const {
        auto result = std::make_shared<RowOrder>();
        result->snapshot = snapshot;
        result->lookup = lookup;
        result->bySlot = table.runs != nullptr;
        result->rows.reserve(all.size());
        for (const Slot slot : all) {
            if (passes[slot])
                result->rows.push_back({slot, identity[slot]});
        }
        result->total = std::uint32_t(std::count(usual.begin(), usual.end(), true));
        result->objects = std::uint32_t(result->rows.size());
        result->pending = std::uint32_t(waiting.size());
        return result;
    }

    /// The rows as they were, with new values.
    std::shared_ptr<RowOrder> keep() const {
        auto result = std::make_shared<RowOrder>(*last);
        result->snapshot = snapshot;
        result->lookup = lookup;
        result->pending = std::uint32_t(waiting.size());
        result->stepwise = true;
        result->removed.clear();
        result->inserted.clear();
        result->changed.clear();
        return result;
    }
};

TableProjection::TableProjection(const Table& table, TableQuery query)
    : d_(std::make_unique<Private>(table, std::move(query))) {}

TableProjection::~TableProjection() = default;

void TableProjection::setQuery(TableQuery query) {
    const bool sort = query.sort != d_->query.sort || query.descending != d_->query.descending;
    if (query.filter != d_->query.filter) {
        d_->filter = RowFilter(query.filter, d_->table);
        d_->filterChanged = true;
    }
    d_->query = std::move(query);
    if (sort)
        d_->chooseColumn();
}

void TableProjection::setHeld(bool held) {
    d_->released = d_->held && !held;
    d_->held = held;
}

std::shared_ptr<const void> TableProjection::project(const SnapshotPtr& snapshot, const cluster::Diff& diff) {
    Private& d = *d_;
    const bool touched = d.table.touched(diff);
    if (d.table.wantsLookup && (touched || !d.lookup))
        d.lookup = std::make_shared<const Lookup>(makeLookup(*snapshot));
    const bool first = !d.snapshot;
    d.snapshot = snapshot;
    const bool everything = first || diff.everything || d.pool != snapshot->strings || (touched && !d.table.runs);
    const bool query = d.sortChanged || d.filterChanged;
    bool differs = everything || query || (d.released && !d.waiting.empty());
    std::vector<Slot> slots;
    if (everything)
        d.takeEverything();
    else if (query)
        d.takeQuery();
    if (!everything && (touched || d.released)) {
        slots = d.touchedSlots(diff);
        differs = d.takeRows(std::move(slots)) || differs;
    }
    d.sortChanged = d.filterChanged = d.released = false;
    if (!differs && !touched)
        return nullptr;
    auto next = differs || !d.last ? d.build() : d.keep();
    next->sequence = ++d.sequence;
    if (differs)
        compareOrders(d.last.get(), *next);
    if (everything && !next->rows.empty())
        next->changed = {{0, std::uint32_t(next->rows.size())}};
    else if (d.table.allTouched && d.table.allTouched(diff))
        markChanged({{0, Slot(d.identity.size())}}, *next);
    else if (d.table.runs)
        markChanged(d.table.runs(diff), *next);
    d.last = next;
    return next;
}

RowOrderPtr orderOf(const Table& table, const TableQuery& query, const SnapshotPtr& snapshot) {
    TableProjection projection(table, query);
    cluster::Diff diff;
    diff.everything = true;
    return asRowOrder(projection.project(snapshot, diff));
}

} // namespace mesoscope::tables
