#include "models/tables/string_order.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace mesoscope::tables {

namespace {

constexpr quint64 tailStep = 1U << 14;

struct Keyed {
    quint64 key;
    base::StringId id;
};

/// Eight bytes from `depth` on as a number that sorts like them; shorter texts are filled with zeros.
quint64 bytesAt(std::string_view text, std::size_t depth) {
    char buffer[8] = {};
    if (depth < text.size())
        std::memcpy(buffer, text.data() + depth, std::min<std::size_t>(8, text.size() - depth));
    return qFromBigEndian<quint64>(buffer);
}

/// Texts that agree up to `depth`: eight more bytes decide at a time, so each byte is read about once.
void sortFrom(const base::StringPool& pool, Keyed* begin, Keyed* end, std::size_t depth) {
    // Few, or alike for very long: comparing is simpler than going deeper.
    if (end - begin <= 16 || depth > 4096) {
        std::sort(begin, end, [&pool](const Keyed& a, const Keyed& b) { return pool.view(a.id) < pool.view(b.id); });
        return;
    }
    for (Keyed* i = begin; i != end; ++i)
        i->key = bytesAt(pool.view(i->id), depth);
    std::sort(begin, end, [](const Keyed& a, const Keyed& b) { return a.key < b.key; });
    for (Keyed* i = begin; i != end;) {
        Keyed* j = i + 1;
        bool more = pool.view(i->id).size() > depth + 8;
        while (j != end && j->key == i->key) {
            more = more || pool.view(j->id).size() > depth + 8;
            ++j;
        }
        if (j - i > 1 && more)
            sortFrom(pool, i, j, depth + 8);
        i = j;
    }
}

} // namespace

void sortByText(const base::StringPool& pool, std::vector<base::StringId>& ids) {
    std::vector<Keyed> keyed;
    keyed.reserve(ids.size());
    for (const base::StringId id : ids)
        keyed.push_back({0, id});
    sortFrom(pool, keyed.data(), keyed.data() + keyed.size(), 0);
    std::transform(keyed.begin(), keyed.end(), ids.begin(), [](const Keyed& k) { return k.id; });
}

void StringOrder::reset() {
    sorted_.clear();
    labels_.clear();
}

bool StringOrder::add(const base::StringPool& pool, std::vector<base::StringId>& ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    std::erase_if(ids, [this](base::StringId id) { return knows(id); });
    if (ids.empty())
        return false;
    if (labels_.size() <= ids.back())
        labels_.resize(std::max<std::size_t>(ids.back() + 1, labels_.size() + labels_.size() / 4), 0);
    sortByText(pool, ids);
    if (sorted_.empty()) {
        sorted_ = ids;
        spread();
        return false;
    }
    if (insert(pool, ids))
        return false;
    spread();
    return true;
}

/// Puts sorted new ids among the others; labels them evenly between their neighbours. False when some gap is too
/// narrow.
bool StringOrder::insert(const base::StringPool& pool, const std::vector<base::StringId>& ids) {
    const auto less = [&pool](base::StringId a, base::StringId b) { return pool.view(a) < pool.view(b); };
    std::vector<base::StringId> merged;
    merged.reserve(sorted_.size() + ids.size());
    auto from = sorted_.cbegin();
    bool room = true;
    for (auto i = ids.cbegin(); i != ids.cend();) {
        const auto at = std::lower_bound(from, sorted_.cend(), *i, less);
        const auto end = at == sorted_.cend() ? ids.cend() : std::lower_bound(i, ids.cend(), *at, less);
        merged.insert(merged.end(), from, at);
        const quint64 before = merged.empty() ? 0 : labels_[merged.back()];
        const quint64 after = at == sorted_.cend() ? quint64(1) << bits : labels_[*at];
        quint64 step = (after - before) / quint64(end - i + 1);
        // Ids that count upwards all come last: they must not halve what is left each time.
        if (at == sorted_.cend())
            step = std::min(step, tailStep);
        room = room && step > 0;
        for (quint64 label = before; i != end; ++i) {
            labels_[*i] = label += step;
            merged.push_back(*i);
        }
        from = at;
    }
    merged.insert(merged.end(), from, sorted_.cend());
    sorted_ = std::move(merged);
    return room;
}

std::vector<std::uint32_t> StringOrder::ranks() const {
    std::vector<std::uint32_t> result(labels_.size(), 0);
    for (std::size_t i = 0; i < sorted_.size(); ++i)
        result[sorted_[i]] = std::uint32_t(i);
    return result;
}

void StringOrder::spread() {
    const quint64 step = (quint64(1) << bits) / (sorted_.size() + 1);
    quint64 label = 0;
    for (const base::StringId id : sorted_)
        labels_[id] = label += step;
}

} // namespace mesoscope::tables
