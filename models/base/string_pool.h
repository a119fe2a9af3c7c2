// Interned UTF-8 strings: a task row holds 4-byte ids instead of strings, so a snapshot of 400,000 tasks copies
// nothing.
#pragma once

#include <QString>

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace mesoscope::base {

/// 0 is the empty string.
using StringId = std::uint32_t;

/// One thread interns; any thread may read ids that reached it through a synchronised hand-over (the mailbox).
/// Append-only: ids stay valid for the pool's life. A long-lived owner rebuilds into a new pool when much of it is
/// dead.
class StringPool {
public:
    StringPool();
    ~StringPool();
    StringPool(const StringPool&) = delete;
    StringPool& operator=(const StringPool&) = delete;

    /// The id of this text, new or known. Writer thread only.
    StringId intern(std::string_view text);
    StringId intern(const QString& text);
    /// The id of a text that was interned before, 0 when it was not (or is empty). Writer thread only.
    StringId find(std::string_view text) const;

    std::string_view view(StringId id) const {
        const Entry& e = blocks_[id >> blockBits].load(std::memory_order_acquire)[id & blockMask];
        return {e.data, e.size};
    }
    QString text(StringId id) const {
        const std::string_view v = view(id);
        return QString::fromUtf8(v.data(), qsizetype(v.size()));
    }
    /// Number of strings (with the empty one).
    std::uint32_t size() const { return size_.load(std::memory_order_acquire); }
    /// Bytes of text and of bookkeeping.
    std::size_t bytes() const { return bytes_; }

private:
    struct Entry {
        const char* data;
        std::uint32_t size;
        std::uint32_t hash;
    };
    static constexpr unsigned blockBits = 14;
    static constexpr std::uint32_t blockMask = (1U << blockBits) - 1;
    static constexpr std::size_t maxBlocks = 4096; // 67 million strings

    const char* store(std::string_view text);
    void grow();

    std::unique_ptr<std::atomic<Entry*>[]> blocks_;
    std::atomic<std::uint32_t> size_{0};
    std::size_t bytes_ = 0;
    std::vector<std::unique_ptr<char[]>> arenas_;
    std::size_t arenaUsed_ = 0;
    std::size_t arenaSize_ = 0;
    std::vector<StringId> table_; // open addressing, writer only
};

} // namespace mesoscope::base
