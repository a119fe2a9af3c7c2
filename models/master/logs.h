// Lines of several files merged by time, within a bounded amount of memory. Pure; one thread.
#pragma once

#include <QByteArray>
#include <QString>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace mesoscope::master {

enum class LogLevel : quint8 { Unknown, Debug, Info, Warning, Error };

struct LogLine {
    quint64 number = 0; ///< grows in the order of arrival; stays the line's name
    qint64 timeMs = 0;  ///< as the line itself says it, else when it arrived
    int source = 0;
    LogLevel level = LogLevel::Unknown;
    QString text;         ///< without the line's end; control characters are left in place, invalid UTF-8 replaced
    bool note = false;    ///< said by the console about the source, not by the source
    quint16 textFrom = 0; ///< where in text the message begins, behind time and level
};

/// Cuts bytes into lines across pieces: a character or a line that a piece ends in the middle of is completed by the
/// next one.
class LineSplitter {
public:
    /// Longer lines are cut, so that binary output does not become one endless line.
    static constexpr qsizetype maxLine = 64 * 1024;

    void feed(const QByteArray& bytes, const std::function<void(const QString& line)>& take);
    /// What is left without a line end.
    QString rest() const { return QString::fromUtf8(rest_); }
    void clear() { rest_.clear(); }

private:
    QByteArray rest_;
};

/// The time and level in the head of a line: "I1123 08:23:47.951939 …" (year from `nowMs`), "2026-11-23T08:23:47.951Z
/// …", "2026-11-23 08:23:47,951 …", "[ERROR] …". 0 and Unknown when it has none.
struct LineHead {
    qint64 timeMs = 0;
    LogLevel level = LogLevel::Unknown;
    quint16 textFrom = 0; ///< behind both; 0 when the line has no time of its own
};
LineHead lineHead(const QString& line, qint64 nowMs);
/// Whether a line goes on with the one before it: the frames of a stack trace ("    at …", "Traceback …", "Caused by:
/// …", "goroutine …", anything indented). What an exception is at last ("ValueError: …") is a line of its own.
bool continuesTrace(const LogLine& line);

class LogMerge {
public:
    struct Limits {
        std::size_t lines = 200'000;
        std::size_t bytes = 64 * 1024 * 1024; ///< of text, as UTF-16
    };
    explicit LogMerge(Limits limits);
    LogMerge() : LogMerge(Limits()) {}

    /// Bytes of one source as they came; `restarted` forgets its unfinished line. Returns how many lines were added.
    int append(int source, const QByteArray& bytes, qint64 nowMs, bool restarted = false);
    /// A line of the console's own behind what the source said so far.
    void note(int source, const QString& text, qint64 nowMs);
    /// What is dropped to stay within the limits is handed over, oldest first.
    void setOverflow(std::function<void(const LogLine&)> take) { overflow_ = std::move(take); }
    /// The lowest place (dropped() + index) at which a line was inserted since the last call; the end if none was.
    quint64 takeTouched();
    /// All lines in order of time; lines of one source never change their order among each other.
    const std::deque<LogLine>& lines() const { return lines_; }
    /// How many were dropped at the old end to stay within the limits.
    quint64 dropped() const { return dropped_; }
    std::size_t bytes() const { return bytes_; }
    /// Lines have been used up; unfinished ones and the sources' times stay.
    void forgetLines();
    /// Includes the last line of each source although its end has not come.
    void finishLines(qint64 nowMs);
    void clear();

private:
    struct Source {
        LineSplitter splitter;
        qint64 lastMs = 0;
    };
    Source& source(int number);
    void insert(std::vector<LogLine> lines);
    void shrink();

    Limits limits_;
    std::vector<Source> sources_;
    std::deque<LogLine> lines_;
    std::size_t bytes_ = 0;
    quint64 next_ = 1;
    quint64 dropped_ = 0;
    quint64 touched_ = 0;
    std::function<void(const LogLine&)> overflow_;
};

/// What to show of a log: a regular expression (RE2 syntax, linear time whatever the line), a least level, sources.
class LogFilter {
public:
    LogFilter();
    ~LogFilter();
    LogFilter(LogFilter&&) noexcept;
    LogFilter& operator=(LogFilter&&) noexcept;

    /// False, with the reason, when it is no regular expression; the filter then stays as it was.
    bool setPattern(const QString& pattern, bool caseSensitive, QString* problem);
    void setLeastLevel(LogLevel level) { least_ = level; }
    bool matches(const LogLine& line) const;
    /// The two halves of it.
    bool passesLevel(const LogLine& line) const;
    bool matchesPattern(const QString& text) const;
    bool hasPattern() const { return pattern_ != nullptr; }
    /// Where the pattern matches in a text: first and length in UTF-16 units, for highlighting.
    std::vector<std::pair<qsizetype, qsizetype>> matchesIn(const QString& text) const;

private:
    struct Pattern;
    std::unique_ptr<Pattern> pattern_;
    LogLevel least_ = LogLevel::Unknown;
};

} // namespace mesoscope::master
