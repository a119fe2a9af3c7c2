#include "models/base/uuid.h"

#include <cstddef>

namespace mesoscope::base {

namespace {

constexpr std::size_t textLength = 36;

constexpr bool isDash(std::size_t i) {
    return i == 8 || i == 13 || i == 18 || i == 23;
}

/// -1: no digit of a UUID.
constexpr int valueOf(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

} // namespace

std::optional<Uuid> Uuid::parse(std::string_view text) {
    if (text.size() != textLength)
        return std::nullopt;
    Uuid out;
    int digits = 0;
    for (std::size_t i = 0; i < textLength; ++i) {
        if (isDash(i)) {
            if (text[i] != '-')
                return std::nullopt;
            continue;
        }
        const int value = valueOf(text[i]);
        if (value < 0)
            return std::nullopt;
        std::uint64_t& half = digits++ < 16 ? out.high : out.low;
        half = half << 4 | std::uint64_t(value);
    }
    return out;
}

std::string Uuid::text() const {
    std::string out(textLength, '-');
    int digits = 0;
    for (std::size_t i = 0; i < textLength; ++i) {
        if (isDash(i))
            continue;
        const std::uint64_t half = digits < 16 ? high : low;
        out[i] = "0123456789abcdef"[half >> (60 - 4 * (digits++ % 16)) & 15];
    }
    return out;
}

} // namespace mesoscope::base
