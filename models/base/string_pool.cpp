#include "models/base/string_pool.h"

#include <cstring>
#include <functional>
#include <stdexcept>

namespace mesoscope::base {

namespace {

constexpr std::size_t arenaBytes = std::size_t(1) << 20;

std::uint32_t hashOf(std::string_view text) {
    const std::size_t h = std::hash<std::string_view>{}(text);
    return std::uint32_t(h ^ (h >> 32));
}

} // namespace

StringPool::StringPool() : blocks_(new std::atomic<Entry*>[maxBlocks]), table_(1024, 0) {
    for (std::size_t i = 0; i < maxBlocks; ++i)
        blocks_[i].store(nullptr, std::memory_order_relaxed);
    auto* first = new Entry[std::size_t(1) << blockBits];
    first[0] = {"", 0, 0};
    blocks_[0].store(first, std::memory_order_release);
    bytes_ = sizeof(Entry) << blockBits;
    size_.store(1, std::memory_order_release);
}

StringPool::~StringPool() {
    for (std::size_t i = 0; i < maxBlocks; ++i)
        delete[] blocks_[i].load(std::memory_order_relaxed);
}

const char* StringPool::store(std::string_view text) {
    if (arenas_.empty() || arenaUsed_ + text.size() > arenaSize_) {
        arenaSize_ = std::max(arenaBytes, text.size());
        arenas_.push_back(std::make_unique<char[]>(arenaSize_));
        arenaUsed_ = 0;
        bytes_ += arenaSize_;
    }
    char* place = arenas_.back().get() + arenaUsed_;
    std::memcpy(place, text.data(), text.size());
    arenaUsed_ += text.size();
    return place;
}

StringId StringPool::find(std::string_view text) const {
    if (text.empty())
        return 0;
    const std::uint32_t hash = hashOf(text);
    const std::size_t mask = table_.size() - 1;
    for (std::size_t slot = hash & mask; table_[slot] != 0; slot = (slot + 1) & mask) {
        const StringId id = table_[slot];
        const Entry& e = blocks_[id >> blockBits].load(std::memory_order_relaxed)[id & blockMask];
        if (e.hash == hash && std::string_view(e.data, e.size) == text)
            return id;
    }
    return 0;
}

StringId StringPool::intern(std::string_view text) {
    if (const StringId known = find(text); known != 0 || text.empty())
        return known;
    const StringId id = size_.load(std::memory_order_relaxed);
    const std::size_t block = id >> blockBits;
    if (block >= maxBlocks)
        throw std::length_error("string pool is full");
    if (!blocks_[block].load(std::memory_order_relaxed)) {
        blocks_[block].store(new Entry[std::size_t(1) << blockBits], std::memory_order_release);
        bytes_ += sizeof(Entry) << blockBits;
    }
    const std::uint32_t hash = hashOf(text);
    blocks_[block].load(std::memory_order_relaxed)[id & blockMask] = {store(text), std::uint32_t(text.size()), hash};
    size_.store(id + 1, std::memory_order_release);
    if (std::size_t(id) * 10 > table_.size() * 6)
        grow();
    const std::size_t mask = table_.size() - 1;
    std::size_t slot = hash & mask;
    while (table_[slot] != 0)
        slot = (slot + 1) & mask;
    table_[slot] = id;
    return id;
}

StringId StringPool::intern(const QString& text) {
    const QByteArray utf8 = text.toUtf8();
    return intern(std::string_view(utf8.constData(), std::size_t(utf8.size())));
}

void StringPool::grow() {
    std::vector<StringId> larger(table_.size() * 2, 0);
    const std::size_t mask = larger.size() - 1;
    for (const StringId id : table_) {
        if (id == 0)
            continue;
        std::size_t slot = blocks_[id >> blockBits].load(std::memory_order_relaxed)[id & blockMask].hash & mask;
        while (larger[slot] != 0)
            slot = (slot + 1) & mask;
        larger[slot] = id;
    }
    bytes_ += (larger.size() - table_.size()) * sizeof(StringId);
    table_ = std::move(larger);
}

} // namespace mesoscope::base
