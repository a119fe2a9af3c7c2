// A vector in chunks that are copied on write: publishing shares all chunks, changing one row copies one chunk.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace mesoscope::base {

/// The immutable side. Cheap to copy (the spine of chunk pointers is shared, too); readable from any thread.
template<typename T, std::size_t N>
class Chunked {
public:
    using Chunk = std::array<T, N>;
    using Spine = std::vector<std::shared_ptr<const Chunk>>;

    Chunked() = default;
    Chunked(std::shared_ptr<const Spine> spine, std::uint32_t size) : spine_(std::move(spine)), size_(size) {}

    std::uint32_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    const T& operator[](std::uint32_t i) const { return (*(*spine_)[i / N])[i % N]; }
    /// Whether both share the chunk that holds row i: then nothing in it has changed.
    bool sharesChunk(const Chunked& other, std::uint32_t i) const {
        return i < size_ && i < other.size_ && (*spine_)[i / N] == (*other.spine_)[i / N];
    }
    static constexpr std::size_t chunkSize = N;

private:
    std::shared_ptr<const Spine> spine_;
    std::uint32_t size_ = 0;
};

/// The writing side; one thread.
template<typename T, std::size_t N>
class ChunkedStore {
public:
    using Chunk = std::array<T, N>;

    std::uint32_t size() const { return size_; }
    const T& operator[](std::uint32_t i) const { return (*chunks_[i / N])[i % N]; }

    /// The row for writing; copies its chunk first when a published snapshot still shares it.
    T& edit(std::uint32_t i) {
        std::shared_ptr<Chunk>& chunk = chunks_[i / N];
        if (shared_[i / N]) {
            chunk = std::make_shared<Chunk>(*chunk);
            shared_[i / N] = false;
        }
        published_.reset();
        return (*chunk)[i % N];
    }
    std::uint32_t append(T value) {
        if (size_ % N == 0) {
            chunks_.push_back(std::make_shared<Chunk>());
            shared_.push_back(false);
        }
        const std::uint32_t i = size_++;
        edit(i) = std::move(value);
        return i;
    }
    void clear() {
        chunks_.clear();
        shared_.clear();
        published_.reset();
        size_ = 0;
    }
    /// Shares everything as it is now.
    Chunked<T, N> publish() {
        if (!published_) {
            published_ = std::make_shared<const typename Chunked<T, N>::Spine>(chunks_.begin(), chunks_.end());
            shared_.assign(chunks_.size(), true);
        }
        return {published_, size_};
    }

private:
    std::vector<std::shared_ptr<Chunk>> chunks_;
    std::vector<bool> shared_;
    std::shared_ptr<const typename Chunked<T, N>::Spine> published_;
    std::uint32_t size_ = 0;
};

} // namespace mesoscope::base
