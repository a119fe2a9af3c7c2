#include "models/master/json_scan.h"

#include <bit>
#include <cstring>
#include <vector>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

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

// Each way to classify tells two things: the masks of a block, and for a mask of quotes every bit from an odd quote up
// to, not including, the next one.

/// With what every processor has. x86-64 promises registers of 16 bytes, others are read byte by byte.
struct Plain {
    static Masks classify(const char* block);
    static std::uint64_t inStrings(std::uint64_t quotes) {
        for (int shift = 1; shift < 64; shift *= 2)
            quotes ^= quotes << shift;
        return quotes;
    }
};

#if defined(__x86_64__)

Masks Plain::classify(const char* block) {
    const __m128i quote = _mm_set1_epi8('"');
    const __m128i backslash = _mm_set1_epi8('\\');
    const __m128i open = _mm_set1_epi8('{');
    const __m128i close = _mm_set1_epi8('}');
    const __m128i fold = _mm_set1_epi8(0x20); // '[' and ']' differ from '{' and '}' by this bit only
    Masks masks;
    for (int at = 0; at < 64; at += 16) {
        const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + at));
        const __m128i folded = _mm_or_si128(v, fold);
        const auto bits = [at](__m128i hits) { return std::uint64_t(std::uint32_t(_mm_movemask_epi8(hits))) << at; };
        masks.quote |= bits(_mm_cmpeq_epi8(v, quote));
        masks.backslash |= bits(_mm_cmpeq_epi8(v, backslash));
        masks.open |= bits(_mm_cmpeq_epi8(folded, open));
        masks.close |= bits(_mm_cmpeq_epi8(folded, close));
    }
    return masks;
}

// What newer processors have: wider registers, one instruction that counts bits (the rest of the scan needs that), and
// a product without carries, which is the running exclusive or when one factor is all ones.
#define MESOSCOPE_AVX2 "avx2,bmi,popcnt,pclmul"
#define MESOSCOPE_AVX512 "avx512bw,avx2,bmi,popcnt,pclmul"

struct Avx2 {
    __attribute__((target(MESOSCOPE_AVX2))) static Masks classify(const char* block) {
        const __m256i quote = _mm256_set1_epi8('"');
        const __m256i backslash = _mm256_set1_epi8('\\');
        const __m256i open = _mm256_set1_epi8('{');
        const __m256i close = _mm256_set1_epi8('}');
        const __m256i fold = _mm256_set1_epi8(0x20);
        Masks masks;
        for (int at = 0; at < 64; at += 32) {
            const __m256i v = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(block + at));
            const __m256i folded = _mm256_or_si256(v, fold);
            const auto shifted = [at](int bits) { return std::uint64_t(std::uint32_t(bits)) << at; };
            masks.quote |= shifted(_mm256_movemask_epi8(_mm256_cmpeq_epi8(v, quote)));
            masks.backslash |= shifted(_mm256_movemask_epi8(_mm256_cmpeq_epi8(v, backslash)));
            masks.open |= shifted(_mm256_movemask_epi8(_mm256_cmpeq_epi8(folded, open)));
            masks.close |= shifted(_mm256_movemask_epi8(_mm256_cmpeq_epi8(folded, close)));
        }
        return masks;
    }
    __attribute__((target(MESOSCOPE_AVX2))) static std::uint64_t inStrings(std::uint64_t quotes) {
        const __m128i ones = _mm_set1_epi8('\xff');
        return std::uint64_t(_mm_cvtsi128_si64(_mm_clmulepi64_si128(_mm_cvtsi64_si128(std::int64_t(quotes)), ones, 0)));
    }
};

struct Avx512 : Avx2 {
    __attribute__((target(MESOSCOPE_AVX512))) static Masks classify(const char* block) {
        const __m512i v = _mm512_loadu_si512(block);
        const __m512i folded = _mm512_or_si512(v, _mm512_set1_epi8(0x20));
        return {_mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('"')), _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\\')),
                _mm512_cmpeq_epi8_mask(folded, _mm512_set1_epi8('{')),
                _mm512_cmpeq_epi8_mask(folded, _mm512_set1_epi8('}'))};
    }
};

#else

Masks Plain::classify(const char* block) {
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
inline std::uint64_t escapedBytes(std::uint64_t backslash, bool& carry) {
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

using State = ContainerScan::State;

template<typename Way>
std::size_t scanBlock(State& s, const char* block, std::size_t size) {
    const Masks masks = Way::classify(block);
    s.backslash |= masks.backslash != 0;
    bool carry = s.escaped;
    const std::uint64_t escaped = escapedBytes(masks.backslash, carry);
    s.escaped = size == blockSize ? carry : ((escaped >> size) & 1) != 0;
    const std::uint64_t strings = Way::inStrings(masks.quote & ~escaped) ^ s.inString;
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

template<typename Way>
std::size_t scan(State& state, std::string_view bytes) {
    State s = state;
    std::size_t used = 0;
    while (!s.done && bytes.size() - used >= blockSize)
        used += scanBlock<Way>(s, bytes.data() + used, blockSize);
    if (!s.done && used < bytes.size()) {
        char tail[blockSize];
        std::memset(tail, ' ', sizeof tail);
        std::memcpy(tail, bytes.data() + used, bytes.size() - used);
        used += scanBlock<Way>(s, tail, bytes.size() - used);
    }
    state = s;
    return used;
}

using Scan = std::size_t (*)(State& state, std::string_view bytes);

#if defined(__x86_64__)
// "flatten" takes all of the code above into these functions, and with it the instructions that they may use.
__attribute__((target(MESOSCOPE_AVX2), flatten)) std::size_t scanAvx2(State& state, std::string_view bytes) {
    return scan<Avx2>(state, bytes);
}

__attribute__((target(MESOSCOPE_AVX512), flatten)) std::size_t scanAvx512(State& state, std::string_view bytes) {
    return scan<Avx512>(state, bytes);
}
#endif

/// The ways that this processor can go, the quickest last.
std::vector<Scan> findWays() {
    std::vector<Scan> ways{scan<Plain>};
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt") &&
        __builtin_cpu_supports("pclmul")) {
        ways.push_back(scanAvx2);
        if (__builtin_cpu_supports("avx512bw"))
            ways.push_back(scanAvx512);
    }
#endif
    return ways;
}

const std::vector<Scan>& ways() {
    static const std::vector<Scan> known = findWays();
    return known;
}

} // namespace

ContainerScan::ContainerScan() : scan_(ways().back()) {}

ContainerScan::ContainerScan(std::size_t way) : scan_(ways().at(way)) {}

std::size_t ContainerScan::wayCount() {
    return ways().size();
}

} // namespace mesoscope::master
