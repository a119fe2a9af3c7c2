// Texts as numbers that sort like them: each interned string of a column gets a 40-bit label between those of its
// neighbours, so that sorting 400,000 rows by a text is sorting numbers.
#pragma once

#include "models/base/string_pool.h"

#include <vector>

namespace mesoscope::tables {

/// One thread. All ids are of one pool until reset().
class StringOrder {
public:
    static constexpr unsigned bits = 40;

    void reset();
    bool knows(base::StringId id) const { return id < labels_.size() && labels_[id] != 0; }
    /// Gives labels to those that have none; leaves `ids` in no particular state. True when labels that were given
    /// before have changed as well (there was no room between two neighbours).
    bool add(const base::StringPool& pool, std::vector<base::StringId>& ids);
    /// 0 for a string without a label.
    quint64 label(base::StringId id) const { return id < labels_.size() ? labels_[id] : 0; }
    std::size_t size() const { return sorted_.size(); }
    /// By id: how many strings come before it. 0 for strings without a label.
    std::vector<std::uint32_t> ranks() const;

private:
    bool insert(const base::StringPool& pool, const std::vector<base::StringId>& ids);
    void spread();

    std::vector<base::StringId> sorted_;
    std::vector<quint64> labels_; // by id, 0: none
};

/// Sorts ids by the bytes of their texts.
void sortByText(const base::StringPool& pool, std::vector<base::StringId>& ids);

} // namespace mesoscope::tables
