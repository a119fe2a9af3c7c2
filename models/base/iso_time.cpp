#include "models/base/iso_time.h"

namespace mesoscope::base {

namespace {

/// Reads exactly `digits` digits from the front; -1 when there are none.
int take(std::string_view& text, std::size_t digits) {
    if (text.size() < digits)
        return -1;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool skip(std::string_view& text, char c) {
    if (text.empty() || text.front() != c)
        return false;
    text.remove_prefix(1);
    return true;
}

/// Days since the epoch of a date in the proleptic Gregorian calendar.
qint64 daysFromCivil(int year, int month, int day) {
    const int y = month <= 2 ? year - 1 : year;
    const int era = (y >= 0 ? y : y - 399) / 400;
    const int yearOfEra = y - era * 400;
    const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return qint64(era) * 146097 + dayOfEra - 719468;
}

int milliseconds(std::string_view& text) {
    if (!skip(text, '.'))
        return 0;
    int value = 0;
    int digits = 0;
    for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; text.remove_prefix(1)) {
        if (digits < 3)
            value = value * 10 + (text.front() - '0');
        ++digits;
    }
    for (; digits < 3; ++digits)
        value *= 10;
    return value;
}

/// Minutes east of UTC; -10'000 for anything else than "", "Z" or an offset.
int offsetMinutes(std::string_view text) {
    constexpr int invalid = -10'000;
    if (text.empty() || text == "Z" || text == "z")
        return 0;
    const int sign = text.front() == '-' ? -1 : 1;
    if (text.front() != '+' && text.front() != '-')
        return invalid;
    text.remove_prefix(1);
    const int hours = take(text, 2);
    skip(text, ':');
    const int minutes = text.empty() ? 0 : take(text, 2);
    return hours < 0 || minutes < 0 || !text.empty() ? invalid : sign * (hours * 60 + minutes);
}

} // namespace

qint64 msFromIso(std::string_view text) {
    const int year = take(text, 4);
    const bool date1 = skip(text, '-');
    const int month = take(text, 2);
    const bool date2 = skip(text, '-');
    const int day = take(text, 2);
    if (year < 0 || !date1 || month < 1 || month > 12 || !date2 || day < 1 || day > 31 || !skip(text, 'T'))
        return 0;
    const int hour = take(text, 2);
    const bool time1 = skip(text, ':');
    const int minute = take(text, 2);
    if (hour < 0 || hour > 24 || !time1 || minute < 0 || minute > 59)
        return 0;
    const int second = skip(text, ':') ? take(text, 2) : 0;
    const int ms = milliseconds(text);
    const int offset = offsetMinutes(text);
    if (second < 0 || second > 60 || offset < -1440)
        return 0;
    return ((daysFromCivil(year, month, day) * 24 + hour) * 60 + minute - offset) * 60'000 + second * 1000 + ms;
}

} // namespace mesoscope::base
