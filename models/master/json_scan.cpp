#include "models/master/json_scan.h"

#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// The baseline of x86-64 has no instruction to count bits: the same code is built for newer processors as well, and the
// processor at hand decides.
#if defined(__x86_64__) && defined(__GNUC__)
#define MESOSCOPE_NEWER_CPU __attribute__((target("avx2,bmi,popcnt")))
#endif
#define MESOSCOPE_INLINE __attribute__((always_inline)) inline

namespace mesoscope::master {

namespace {

constexpr std::size_t blockSize = 64;

/// One bit a byte, lowest first.
struct Masks {
    std::uint64_t quote = 0;
    std::uint64_t backslash = 0;
    std::uint64_t open = 0;
    std::uint64_t close = 0;
};

#if defined(__SSE2__)
MESOSCOPE_INLINE Masks classify(const char* block) {
    const __m128i quote = _mm_set1_epi8('"');
    const __m128i backslash = _mm_set1_epi8('\\');
    const __m128i open = _mm_set1_epi8('{');
    const __m128i close = _mm_set1_epi8('}');
    const __m128i fold = _mm_set1_epi8(0x20); // '[' and ']' differ from '{' and '}' by this bit only
    Masks masks;
    for (int i = 0; i < 4; ++i) {
        const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + i * 16));
        const __m128i folded = _mm_or_si128(v, fold);
        const auto bits = [i](__m128i hit) { return std::uint64_t(std::uint32_t(_mm_movemask_epi8(hit))) << (i * 16); };
        masks.quote |= bits(_mm_cmpeq_epi8(v, quote));
        masks.backslash |= bits(_mm_cmpeq_epi8(v, backslash));
        masks.open |= bits(_mm_cmpeq_epi8(folded, open));
        masks.close |= bits(_mm_cmpeq_epi8(folded, close));
    }
    return masks;
}
#else
MESOSCOPE_INLINE Masks classify(const char* block) {
    Masks masks;
    for (std::size_t i = 0; i < blockSize; ++i) {
        const std::uint64_t bit = std::uint64_t(1) << i;
        const char c = block[i];
        masks.quote |= c == '"' ? bit : 0;
        masks.backslash |= c == '\\' ? bit : 0;
        masks.open |= c == '{' || c == '[' ? bit : 0;
        masks.close |= c == '}' || c == ']' ? bit : 0;
    }
    return masks;
}
#endif

/// The bytes that a backslash before them escapes. Backslashes are rare, so they are walked one by one. `carry`: the
/// first byte is escaped (in); the first byte behind the block is (out).
MESOSCOPE_INLINE std::uint64_t escapedBytes(std::uint64_t backslash, bool& carry) {
    std::uint64_t escaped = carry ? 1 : 0;
    carry = false;
    while (backslash != 0) {
        const int i = std::countr_zero(backslash);
        backslash &= backslash - 1;
        if ((escaped >> i) & 1)
            continue;
        if (i == 63)
            carry = true;
        else
            escaped |= std::uint64_t(1) << (i + 1);
    }
    return escaped;
}

/// Every bit from an odd quote up to, not including, the next one.
MESOSCOPE_INLINE std::uint64_t prefixXor(std::uint64_t bits) {
    for (int shift = 1; shift < 64; shift *= 2)
        bits ^= bits << shift;
    return bits;
}

using State = ContainerScan::State;

MESOSCOPE_INLINE std::size_t scanBlock(State& s, const char* block, std::size_t size) {
    const Masks masks = classify(block);
    bool carry = s.escaped;
    const std::uint64_t escaped = escapedBytes(masks.backslash, carry);
    s.escaped = size == blockSize ? carry : ((escaped >> size) & 1) != 0;
    const std::uint64_t strings = prefixXor(masks.quote & ~escaped) ^ s.inString;
    s.inString = std::uint64_t(std::int64_t(strings) >> 63);
    const std::uint64_t open = masks.open & ~strings;
    std::uint64_t close = masks.close & ~strings;
    const auto closes = std::uint64_t(std::popcount(close));
    if (s.depth > closes) { // it can't end here, whatever the order
        s.depth += std::uint64_t(std::popcount(open)) - closes;
        return size;
    }
    std::uint64_t counted = 0; // closing braces before this one
    for (; close != 0; close &= close - 1, ++counted) {
        const int i = std::countr_zero(close);
        const std::uint64_t before = open & ((std::uint64_t(1) << i) - 1);
        if (s.depth + std::uint64_t(std::popcount(before)) == counted + 1) {
            s.done = true;
            return std::size_t(i) + 1;
        }
    }
    s.depth += std::uint64_t(std::popcount(open)) - closes;
    return size;
}

MESOSCOPE_INLINE std::size_t scan(State& state, std::string_view bytes) {
    State s = state;
    std::size_t used = 0;
    while (!s.done && bytes.size() - used >= blockSize)
        used += scanBlock(s, bytes.data() + used, blockSize);
    if (!s.done && used < bytes.size()) {
        char tail[blockSize];
        std::memset(tail, ' ', sizeof tail);
        std::memcpy(tail, bytes.data() + used, bytes.size() - used);
        used += scanBlock(s, tail, bytes.size() - used);
    }
    state = s;
    return used;
}

std::size_t scanAnywhere(State& state, std::string_view bytes) {
    return scan(state, bytes);
}

#if defined(MESOSCOPE_NEWER_CPU)
MESOSCOPE_NEWER_CPU std::size_t scanNewer(State& state, std::string_view bytes) {
    return scan(state, bytes);
}

bool isNewer() {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
}
#else
std::size_t scanNewer(State& state, std::string_view bytes) {
    return scan(state, bytes);
}

bool isNewer() {
    return false;
}
#endif

} // namespace

std::size_t ContainerScan::feed(std::string_view bytes) {
    static const bool newer = isNewer();
    return newer ? scanNewer(state_, bytes) : scanAnywhere(state_, bytes);
}

} // namespace mesoscope::master
