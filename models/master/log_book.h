// Lines of several logs merged by time, however many there are: the newest stay in memory, older ones go to temporary
// files and are read back when somebody looks at them. Filtered and searched as a whole.
// One thread (not the GUI's: it reads files and matches expressions). Temporary files disappear with the book.
#pragma once

#include "models/master/logs.h"

#include <QStringList>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

class QIODevice;
class QTemporaryFile;

namespace mesoscope::master {

/// Which lines are rows, and which of the rows are matches.
struct LogQuery {
    QString pattern; ///< RE2; empty: nothing is marked
    bool caseSensitive = false;
    bool onlyMatches = false;
    bool foldTraces = false; ///< the frames of stack traces are no rows, unless they match
    LogLevel least = LogLevel::Unknown;
    quint64 hiddenSources = 0; ///< bit i: source i is left out (the first 64)

    friend bool operator==(const LogQuery&, const LogQuery&) = default;
};

struct LogRow {
    LogLine line;
    std::vector<std::pair<qsizetype, qsizetype>> marks; ///< where the pattern matches in line.text
    bool own = true;                                    ///< has a time of its own; false for the lines of a stack trace
    int folded = 0; ///< lines of a stack trace behind it that are no rows; of those on disk only the ones beside it
};

/// One slice of time.
struct LogBucket {
    quint32 lines = 0;
    quint32 bad = 0; ///< errors among them
    bool onDisk = false;
};

/// Lines that are alike but for numbers and addresses.
struct LogPattern {
    QString text;    ///< digits as \d+, addresses as <ip>
    QString example; ///< one of them, literally
    QString regex;   ///< RE2 that finds all of them
    int count = 0;
    qint64 firstMs = 0;
    std::vector<int> perSource;
    std::vector<double> overTime; ///< for a sparkline, oldest first
};

/// What is shown of a book; a value that crosses threads.
struct LogView {
    qint64 total = 0; ///< rows under the query
    qint64 first = 0; ///< the number of the first of these rows
    std::vector<LogRow> rows;
    /// Rows that came (positive) or went (negative) at the old end since the book began: what a row's number has to be
    /// shifted by to stay on its line.
    qint64 shift = 0;
    qint64 matches = 0;
    qint64 matchesBefore = 0; ///< of them above the first row
    QString problem;          ///< why the pattern is no expression; the one before stays in force
    qint64 fromMs = 0;        ///< of the histogram
    qint64 toMs = 0;
    qint64 memoryFromMs = 0; ///< older lines are on disk
    std::vector<LogBucket> histogram;
    std::vector<LogPattern> patterns;
    int otherPatterns = 0;
    qint64 lines = 0;
    qint64 linesOnDisk = 0;
    qint64 memoryBytes = 0;
    qint64 diskBytes = 0;
    qint64 lost = 0;        ///< lines that fell off the end of the disk's share, or could not be written
    bool searching = false; ///< older lines are still being looked through
};

class LogBook {
public:
    struct Limits {
        LogMerge::Limits memory;
        qint64 diskBytes = 1LL << 30;
        qint64 segmentBytes = 32LL << 20;
        std::size_t blockLines = 256;
    };
    LogBook();
    explicit LogBook(Limits limits);
    ~LogBook();

    void append(int source, const QByteArray& bytes, qint64 nowMs, bool restarted = false);
    void note(int source, const QString& text, qint64 nowMs);
    void setQuery(const LogQuery& query);
    const LogQuery& query() const { return query_; }

    /// Looks through a part of what lies on disk under a new query. False when there is nothing left to do.
    bool work();
    /// `first` -1: the last `count` rows. `buckets` 0 leaves the histogram out, `patterns` costs a pass over matches.
    LogView view(qint64 first, qint64 count, int buckets, bool patterns);
    /// The next row from there that matches, forwards or backwards; -1: none.
    qint64 findMatch(qint64 from, bool backwards);
    /// The first row that is not older; total when all are.
    qint64 rowAt(qint64 ms);
    /// Writes the lines of one source (or of all, -1) as they came, oldest first. False when the device fails.
    bool save(QIODevice& to, int source) const;

private:
    struct Block {
        qint64 offset = 0;
        qint64 firstMs = 0;
        qint64 lastMs = 0;
        quint32 lines = 0;
        quint32 bad = 0;
        quint32 rows = 0;    ///< under the query
        quint32 matches = 0; ///< among them
    };
    struct Segment {
        std::unique_ptr<QTemporaryFile> file;
        std::vector<Block> blocks;
        qint64 bytes = 0;
        qint64 lines = 0;
    };

    void spill(const LogLine& line);
    void closeBlock();
    Segment* openSegment();
    void dropOldest();
    const std::vector<LogLine>& read(const Segment& segment, const Block& block) const;
    bool isRow(const LogLine& line, bool& match) const;
    void count(const std::vector<LogLine>& lines, Block& block) const;
    void refresh();
    LogRow rowOf(const LogLine& line) const;
    /// The same with what is folded behind it: `at`(i) is the i-th line after it, null at the end.
    LogRow foldedRow(const LogLine& line, const std::function<const LogLine*(std::size_t)>& at) const;
    /// What is looked at as rows now, oldest first: blocks on disk, what waits for a block, memory.
    struct Part {
        const Segment* segment = nullptr;
        const Block* block = nullptr; ///< null: pending or memory
        bool memory = false;
        qint64 rows = 0;
        qint64 matches = 0;
    };
    std::vector<Part> parts() const;
    /// The lines of a part that are rows, with whether they match.
    std::vector<std::pair<const LogLine*, bool>> rowsOf(const Part& part) const;
    void histogram(LogView& view, int buckets) const;
    void findPatterns(LogView& view) const;

    Limits limits_;
    LogMerge merge_;
    LogFilter filter_; ///< level and pattern
    LogQuery query_;
    QString problem_;
    std::vector<Segment> segments_; ///< oldest first
    std::vector<LogLine> pending_;  ///< dropped from memory, not a whole block yet
    /// Rows in memory: the absolute place (dropped + index) of each, and whether it matches.
    std::deque<std::pair<quint64, bool>> rows_;
    qint64 memoryMatches_ = 0;
    /// How many blocks, counted from the newest, have been looked through under this query.
    std::size_t searched_ = 0;
    qint64 shift_ = 0;
    qint64 lost_ = 0;
    /// The block that was read last: neighbouring rows are asked for one after the other.
    mutable std::pair<const QTemporaryFile*, qint64> cached_{nullptr, -1};
    mutable std::vector<LogLine> cache_;
};

} // namespace mesoscope::master
