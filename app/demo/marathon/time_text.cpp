#include "app/demo/marathon/time_text.h"

#include <cctype>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace mesoscope::demo::marathon {

namespace {

std::tm brokenDown(Millis time) {
    Millis seconds = time / 1000;
    if (time % 1000 < 0)
        --seconds;
    const std::time_t asTime = static_cast<std::time_t>(seconds);
    std::tm parts{};
    gmtime_r(&asTime, &parts);
    return parts;
}

class Scanner {
public:
    explicit Scanner(const std::string& text) : text_(text) {}

    bool number(int digits, int& value) {
        value = 0;
        for (int i = 0; i < digits; ++i, ++at_) {
            if (at_ >= text_.size() || !std::isdigit(static_cast<unsigned char>(text_[at_])))
                return false;
            value = value * 10 + (text_[at_] - '0');
        }
        return true;
    }
    bool letter(char wanted) {
        if (at_ >= text_.size() || text_[at_] != wanted)
            return false;
        ++at_;
        return true;
    }
    /// Decimals of a second, cut to milliseconds.
    bool fraction(int& millis) {
        millis = 0;
        int seen = 0;
        for (; at_ < text_.size() && std::isdigit(static_cast<unsigned char>(text_[at_])); ++at_, ++seen)
            if (seen < 3)
                millis = millis * 10 + (text_[at_] - '0');
        for (int i = seen; i < 3; ++i)
            millis *= 10;
        return seen > 0 && seen <= 9;
    }
    bool atEnd() const { return at_ == text_.size(); }

private:
    const std::string& text_;
    std::size_t at_ = 0;
};

bool readOffset(Scanner& scanner, int& minutes) {
    minutes = 0;
    if (scanner.letter('Z'))
        return true;
    const bool east = scanner.letter('+');
    if (!east && !scanner.letter('-'))
        return false;
    int hours = 0;
    int rest = 0;
    if (!scanner.number(2, hours) || !scanner.letter(':') || !scanner.number(2, rest))
        return false;
    minutes = (east ? 1 : -1) * (hours * 60 + rest);
    return true;
}

} // namespace

std::string isoText(Millis time) {
    // Without the C library's broken-down time: answers hold hundreds of thousands of these.
    constexpr Millis day = 86400000;
    Millis days = time / day;
    Millis rest = time % day;
    if (rest < 0) {
        rest += day;
        --days;
    }
    const auto date = std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(days)));
    std::string text = "0000-00-00T00:00:00.000Z";
    const auto put = [&text](std::size_t at, std::size_t digits, Millis value) {
        for (std::size_t i = digits; i-- > 0; value /= 10)
            text[at + i] = static_cast<char>('0' + value % 10);
    };
    put(0, 4, static_cast<int>(date.year()));
    put(5, 2, static_cast<unsigned>(date.month()));
    put(8, 2, static_cast<unsigned>(date.day()));
    put(11, 2, rest / 3600000);
    put(14, 2, rest / 60000 % 60);
    put(17, 2, rest / 1000 % 60);
    put(20, 3, rest % 1000);
    return text;
}

std::string isoTextNanos(Millis time) {
    std::string text = isoText(time);
    text.insert(text.size() - 1, "000000");
    return text;
}

std::optional<Millis> parseIso(const std::string& text) {
    Scanner scanner(text);
    std::tm parts{};
    int millis = 0;
    int offset = 0;
    if (!scanner.number(4, parts.tm_year) || !scanner.letter('-') || !scanner.number(2, parts.tm_mon) ||
        !scanner.letter('-') || !scanner.number(2, parts.tm_mday) || !scanner.letter('T') ||
        !scanner.number(2, parts.tm_hour) || !scanner.letter(':') || !scanner.number(2, parts.tm_min))
        return {};
    if (scanner.letter(':') && !scanner.number(2, parts.tm_sec))
        return {};
    if (scanner.letter('.') && !scanner.fraction(millis))
        return {};
    if (!readOffset(scanner, offset) || !scanner.atEnd())
        return {};
    if (parts.tm_mon < 1 || parts.tm_mon > 12 || parts.tm_mday < 1 || parts.tm_mday > 31 || parts.tm_hour > 23 ||
        parts.tm_min > 59 || parts.tm_sec > 59)
        return {};
    parts.tm_year -= 1900;
    parts.tm_mon -= 1;
    return (static_cast<Millis>(timegm(&parts)) - offset * 60) * 1000 + millis;
}

std::string httpDate(Millis time) {
    const std::tm parts = brokenDown(time);
    static const char* const days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char* const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char text[128];
    std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d GMT", days[parts.tm_wday], parts.tm_mday,
                  months[parts.tm_mon], parts.tm_year + 1900, parts.tm_hour, parts.tm_min, parts.tm_sec);
    return text;
}

} // namespace mesoscope::demo::marathon
