#include "models/master/logs.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <re2/re2.h>

#include <algorithm>
#include <iterator>

namespace mesoscope::master {

namespace {

constexpr qsizetype headLength = 96; ///< where time and level are looked for

std::size_t cost(const LogLine& line) {
    return std::size_t(line.text.size()) * sizeof(char16_t) + sizeof(LogLine);
}

/// The first word that names a level, and how far it reaches.
LogLevel levelOf(QStringView head, qsizetype* end = nullptr) {
    struct Word {
        QLatin1String word;
        LogLevel level;
    };
    static const Word words[] = {
        {QLatin1String("ERROR"), LogLevel::Error},     {QLatin1String("FATAL"), LogLevel::Error},
        {QLatin1String("CRITICAL"), LogLevel::Error},  {QLatin1String("SEVERE"), LogLevel::Error},
        {QLatin1String("WARNING"), LogLevel::Warning}, {QLatin1String("WARN"), LogLevel::Warning},
        {QLatin1String("INFO"), LogLevel::Info},       {QLatin1String("DEBUG"), LogLevel::Debug},
        {QLatin1String("TRACE"), LogLevel::Debug},
    };
    const auto isLetter = [&head](qsizetype i) { return i >= 0 && i < head.size() && head.at(i).isLetter(); };
    for (const Word& w : words) {
        const qsizetype at = head.indexOf(w.word, 0, Qt::CaseInsensitive);
        if (at >= 0 && !isLetter(at - 1) && !isLetter(at + w.word.size())) {
            if (end)
                *end = at + w.word.size();
            return w.level;
        }
    }
    return LogLevel::Unknown;
}

/// "I1123 08:23:47.951939": the form of glog, which has no year. Times are the server's local ones; UTC is assumed.
bool glogHead(QStringView line, qint64 nowMs, LineHead& out) {
    if (line.size() < 20 || line.at(5) != QLatin1Char(' '))
        return false;
    const qsizetype level = QLatin1String("DIWEF").indexOf(line.at(0));
    if (level < 0)
        return false;
    const int year = QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).date().year();
    const QDate date(year, line.mid(1, 2).toInt(), line.mid(3, 2).toInt());
    const QTime time = QTime::fromString(line.mid(6, 12).toString(), QStringLiteral("HH:mm:ss.zzz"));
    if (!date.isValid() || !time.isValid())
        return false;
    constexpr LogLevel levels[] = {LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error,
                                   LogLevel::Error};
    qint64 ms = QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch();
    constexpr qint64 halfYear = 183LL * 86'400'000;
    if (ms > nowMs + halfYear) // a line of last December, read in January
        ms = QDateTime(date.addYears(-1), time, Qt::UTC).toMSecsSinceEpoch();
    out = {ms, levels[level], 22};
    return true;
}

/// "+08:00" or "-0530" at the end of a time; without a zone UTC is assumed.
qint64 offsetMs(QStringView zone) {
    const qsizetype sign = std::max(zone.lastIndexOf(QLatin1Char('+')), zone.lastIndexOf(QLatin1Char('-')));
    if (sign < 0 || zone.size() < sign + 5)
        return 0;
    const QStringView minutes = zone.mid(zone.at(sign + 3) == QLatin1Char(':') ? sign + 4 : sign + 3, 2);
    const qint64 offset = (zone.mid(sign + 1, 2).toInt() * 60 + minutes.toInt()) * 60'000LL;
    return zone.at(sign) == QLatin1Char('+') ? offset : -offset;
}

/// The first ISO date and time in the head, "T" or a blank between them, "." or "," before the milliseconds.
qint64 isoTime(QStringView head, qsizetype* end) {
    for (qsizetype i = 0; i + 19 <= head.size() && i < 24; ++i) {
        if (!head.at(i).isDigit() || head.at(i + 4) != QLatin1Char('-') || head.at(i + 7) != QLatin1Char('-') ||
            head.at(i + 13) != QLatin1Char(':'))
            continue;
        QString text = head.mid(i, 23).toString();
        text[10] = QLatin1Char('T');
        const bool fraction = text.size() == 23 && (text.at(19) == QLatin1Char('.') || text.at(19) == QLatin1Char(','));
        const QDateTime time = QDateTime::fromString(text.first(19), Qt::ISODate);
        if (!time.isValid())
            return 0;
        const int ms = fraction ? QStringView(text).mid(20, 3).toInt() : 0;
        *end = i + 19;
        const auto isZone = [](QChar c) {
            return c.isDigit() || c == QLatin1Char('.') || c == QLatin1Char(',') || c == QLatin1Char('Z') ||
                   c == QLatin1Char('+') || c == QLatin1Char('-') || c == QLatin1Char(':');
        };
        while (*end < head.size() && isZone(head.at(*end)))
            ++*end;
        return QDateTime(time.date(), time.time(), Qt::UTC).toMSecsSinceEpoch() + ms -
               offsetMs(head.mid(i + 19, *end - i - 19));
    }
    return 0;
}

/// Skips blanks and the brackets and colons that close a level.
qsizetype behind(QStringView head, qsizetype from) {
    const auto skipped = [](QChar c) {
        return c.isSpace() || c == QLatin1Char(']') || c == QLatin1Char(')') || c == QLatin1Char(':') ||
               c == QLatin1Char('-') || c == QLatin1Char('|');
    };
    while (from < head.size() && skipped(head.at(from)))
        ++from;
    return from;
}

} // namespace

void LineSplitter::feed(const QByteArray& bytes, const std::function<void(const QString& line)>& take) {
    qsizetype from = 0;
    while (from < bytes.size()) {
        const qsizetype end = bytes.indexOf('\n', from);
        const qsizetype room = maxLine - rest_.size();
        const qsizetype n = (end < 0 ? bytes.size() : end) - from;
        rest_.append(bytes.constData() + from, qMin(n, room));
        from += qMin(n, room);
        if (n < room && end < 0)
            return;
        if (n <= room && end >= 0)
            ++from; // the line end itself
        if (rest_.endsWith('\r'))
            rest_.chop(1);
        take(QString::fromUtf8(rest_));
        rest_.clear();
    }
}

LineHead lineHead(const QString& line, qint64 nowMs) {
    LineHead head;
    if (glogHead(line, nowMs, head))
        return head;
    const QStringView start = QStringView(line).first(qMin(line.size(), headLength));
    qsizetype timeEnd = 0;
    qsizetype levelEnd = 0;
    head.timeMs = isoTime(start, &timeEnd);
    head.level = levelOf(start, &levelEnd);
    if (head.timeMs > 0) {
        // Only a level that stands right behind the time belongs to the head.
        const QStringView between = start.mid(timeEnd, std::max<qsizetype>(0, levelEnd - timeEnd));
        const bool adjacent =
            levelEnd > timeEnd && between.size() <= 12 && between.trimmed().indexOf(QLatin1Char(' ')) < 0;
        head.textFrom = quint16(behind(start, adjacent ? levelEnd : timeEnd));
    }
    return head;
}

LogMerge::LogMerge(Limits limits) : limits_(limits) {}

int LogMerge::append(int source, const QByteArray& bytes, qint64 nowMs, bool restarted) {
    if (source < 0)
        return 0;
    Source& s = this->source(source);
    if (restarted)
        s = {};
    std::vector<LogLine> added;
    s.splitter.feed(bytes, [&](const QString& text) {
        const LineHead head = lineHead(text, nowMs);
        // A line without a time belongs to the one before it (a stack trace); and clocks that jump back must not
        // change the order within a source.
        const qint64 own = head.timeMs > 0 ? head.timeMs : s.lastMs > 0 ? s.lastMs : nowMs;
        s.lastMs = std::max(s.lastMs, own);
        added.push_back({next_++, s.lastMs, source, head.level, text, false, head.textFrom});
    });
    const int count = int(added.size());
    insert(std::move(added));
    shrink();
    return count;
}

LogMerge::Source& LogMerge::source(int number) {
    if (std::size_t(number) >= sources_.size())
        sources_.resize(std::size_t(number) + 1);
    return sources_[std::size_t(number)];
}

void LogMerge::note(int number, const QString& text, qint64 nowMs) {
    Source& s = source(number);
    s.lastMs = std::max(s.lastMs, nowMs);
    insert({LogLine{next_++, s.lastMs, number, LogLevel::Unknown, text, true, 0}});
    shrink();
}

quint64 LogMerge::takeTouched() {
    return std::exchange(touched_, dropped_ + lines_.size());
}

/// `lines` are in order among themselves. What is later than the first of them is merged with them as a whole: line by
/// line a log that comes after another one would move everything behind it again and again.
void LogMerge::insert(std::vector<LogLine> lines) {
    if (lines.empty())
        return;
    for (const LogLine& line : lines)
        bytes_ += cost(line);
    const auto later = [](qint64 time, const LogLine& other) { return time < other.timeMs; };
    const auto at = std::upper_bound(lines_.begin(), lines_.end(), lines.front().timeMs, later);
    touched_ = std::min(touched_, dropped_ + quint64(at - lines_.begin()));
    std::vector<LogLine> tail(std::make_move_iterator(at), std::make_move_iterator(lines_.end()));
    lines_.erase(at, lines_.end());
    std::merge(std::make_move_iterator(tail.begin()), std::make_move_iterator(tail.end()),
               std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()), std::back_inserter(lines_),
               [](const LogLine& a, const LogLine& b) { return a.timeMs < b.timeMs; });
}

void LogMerge::shrink() {
    while (!lines_.empty() && (lines_.size() > limits_.lines || bytes_ > limits_.bytes)) {
        bytes_ -= cost(lines_.front());
        if (overflow_)
            overflow_(lines_.front());
        lines_.pop_front();
        ++dropped_;
    }
}

void LogMerge::forgetLines() {
    lines_.clear();
    bytes_ = 0;
    touched_ = dropped_;
}

void LogMerge::finishLines(qint64 nowMs) {
    for (std::size_t i = 0; i < sources_.size(); ++i) {
        if (!sources_[i].splitter.rest().isEmpty())
            append(int(i), "\n", nowMs);
    }
}

void LogMerge::clear() {
    lines_.clear();
    sources_.clear();
    bytes_ = 0;
    dropped_ = 0;
    touched_ = 0;
}

struct LogFilter::Pattern {
    explicit Pattern(const std::string& text, const re2::RE2::Options& options) : re(text, options) {}
    re2::RE2 re;
};

LogFilter::LogFilter() = default;
LogFilter::~LogFilter() = default;
LogFilter::LogFilter(LogFilter&&) noexcept = default;
LogFilter& LogFilter::operator=(LogFilter&&) noexcept = default;

bool LogFilter::setPattern(const QString& pattern, bool caseSensitive, QString* problem) {
    if (pattern.isEmpty()) {
        pattern_.reset();
        return true;
    }
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(caseSensitive);
    options.set_max_mem(4 << 20);
    auto compiled = std::make_unique<Pattern>(pattern.toStdString(), options);
    if (!compiled->re.ok()) {
        if (problem)
            *problem = QString::fromStdString(compiled->re.error());
        return false;
    }
    pattern_ = std::move(compiled);
    return true;
}

bool continuesTrace(const LogLine& line) {
    if (line.note || line.textFrom > 0 || line.level != LogLevel::Unknown || line.text.isEmpty())
        return false;
    static constexpr const char* starts[] = {"Traceback (",      "Caused by:",
                                             "Suppressed:",      "goroutine ",
                                             "stack backtrace:", "During handling of the above exception"};
    return line.text.at(0).isSpace() || std::any_of(std::begin(starts), std::end(starts), [&line](const char* start) {
               return line.text.startsWith(QLatin1String(start));
           });
}

bool LogFilter::matches(const LogLine& line) const {
    return passesLevel(line) && matchesPattern(line.text);
}

bool LogFilter::passesLevel(const LogLine& line) const {
    // Lines without a level (stack traces, plain output) are not hidden by a level filter of Info and below.
    return line.note || line.level >= least_ || (line.level == LogLevel::Unknown && least_ <= LogLevel::Info);
}

bool LogFilter::matchesPattern(const QString& text) const {
    if (!pattern_)
        return true;
    const QByteArray utf8 = text.toUtf8();
    return re2::RE2::PartialMatch(re2::StringPiece(utf8.constData(), std::size_t(utf8.size())), pattern_->re);
}

std::vector<std::pair<qsizetype, qsizetype>> LogFilter::matchesIn(const QString& text) const {
    std::vector<std::pair<qsizetype, qsizetype>> found;
    if (!pattern_)
        return found;
    const QByteArray utf8 = text.toUtf8();
    const re2::StringPiece whole(utf8.constData(), std::size_t(utf8.size()));
    std::size_t from = 0;
    re2::StringPiece hit;
    while (from <= whole.size() && pattern_->re.Match(whole, from, whole.size(), re2::RE2::UNANCHORED, &hit, 1)) {
        const auto at = std::size_t(hit.data() - whole.data());
        const qsizetype first = QString::fromUtf8(utf8.constData(), qsizetype(at)).size();
        const qsizetype length = QString::fromUtf8(hit.data(), qsizetype(hit.size())).size();
        if (length > 0)
            found.emplace_back(first, length);
        from = at + std::max<std::size_t>(hit.size(), 1);
    }
    return found;
}

} // namespace mesoscope::master
