#include "models/tables/natural_order.h"

#include <algorithm>
#include <cstddef>

namespace mesoscope::tables {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// The run of digits at `from`, without leading zeros.
std::string_view number(std::string_view text, std::size_t& from) {
    while (from < text.size() && text[from] == '0')
        ++from;
    const std::size_t begin = from;
    while (from < text.size() && isDigit(text[from]))
        ++from;
    return text.substr(begin, from - begin);
}

} // namespace

int naturalCompare(std::string_view a, std::string_view b) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const std::string_view x = number(a, i);
            const std::string_view y = number(b, j);
            if (x.size() != y.size())
                return x.size() < y.size() ? -1 : 1;
            if (const int order = x.compare(y); order != 0)
                return order;
            continue;
        }
        if (a[i] != b[j])
            return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]) ? -1 : 1;
        ++i;
        ++j;
    }
    const std::size_t restA = a.size() - i;
    const std::size_t restB = b.size() - j;
    if (restA != restB)
        return restA < restB ? -1 : 1;
    return a.compare(b);
}

} // namespace mesoscope::tables
