#include "models/master/log_book.h"

#include <QDataStream>
#include <QDir>
#include <QHash>
#include <QTemporaryFile>

#include <algorithm>
#include <cmath>

namespace mesoscope::master {

namespace {

constexpr std::size_t blocksAtOnce = 16;
constexpr std::size_t patternSample = 20'000;
constexpr qsizetype patternLength = 160;
constexpr int shownPatterns = 3;
constexpr std::size_t sparkPoints = 40;
constexpr qint64 shortestHistogramMs = 60'000;

QByteArray packed(const std::vector<LogLine>& lines) {
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    for (const LogLine& line : lines)
        out << line.number << line.timeMs << qint32(line.source) << quint8(line.level) << line.note << line.textFrom
            << line.text.toUtf8();
    return bytes;
}

std::vector<LogLine> unpacked(const QByteArray& bytes, quint32 count) {
    std::vector<LogLine> lines;
    QDataStream in(bytes);
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        LogLine line;
        qint32 source = 0;
        quint8 level = 0;
        QByteArray text;
        in >> line.number >> line.timeMs >> source >> level >> line.note >> line.textFrom >> text;
        line.source = source;
        line.level = LogLevel(std::min<quint8>(level, quint8(LogLevel::Error)));
        line.text = QString::fromUtf8(text);
        lines.push_back(std::move(line));
    }
    return lines;
}

/// Numbers, addresses and long ids take the same place whatever their value.
QString likeness(QStringView text) {
    QString out;
    const auto isWord = [](QChar c) { return c.isLetterOrNumber(); };
    for (qsizetype i = 0; i < text.size();) {
        if (!isWord(text.at(i))) {
            out += text.at(i++);
            continue;
        }
        qsizetype end = i;
        int digits = 0;
        int dots = 0;
        bool hex = true;
        while (end < text.size() &&
               (isWord(text.at(end)) || (text.at(end) == QLatin1Char('.') && digits == end - i - dots))) {
            const QChar c = text.at(end);
            digits += c.isDigit() ? 1 : 0;
            dots += c == QLatin1Char('.') ? 1 : 0;
            hex = hex && (c.isDigit() || (c.toLower() >= QLatin1Char('a') && c.toLower() <= QLatin1Char('f')));
            ++end;
        }
        const qsizetype length = end - i;
        if (digits > 0 && dots == 3 && digits + dots == length)
            out += QStringLiteral("<ip>");
        else if (digits > 0 && hex && length >= 8 && dots == 0)
            out += QStringLiteral("<id>");
        else {
            bool inNumber = false;
            for (qsizetype j = i; j < end; ++j) {
                const bool digit = text.at(j).isDigit();
                if (!digit)
                    out += text.at(j);
                else if (!inNumber)
                    out += QStringLiteral("\\d+");
                inNumber = digit;
            }
        }
        i = end;
    }
    return out;
}

/// What likeness() made, as an expression.
QString expressionOf(const QString& likeness) {
    static const std::pair<QString, QString> places[] = {{QStringLiteral("<ip>"), QStringLiteral("[0-9.]+")},
                                                         {QStringLiteral("<id>"), QStringLiteral("[0-9A-Fa-f]+")},
                                                         {QStringLiteral("\\d+"), QStringLiteral("\\d+")}};
    QString out;
    for (qsizetype i = 0; i < likeness.size();) {
        const auto place = std::find_if(std::begin(places), std::end(places), [&](const auto& p) {
            return QStringView(likeness).sliced(i).startsWith(p.first);
        });
        if (place != std::end(places)) {
            out += place->second;
            i += place->first.size();
            continue;
        }
        const QChar c = likeness.at(i++);
        if (!c.isLetterOrNumber() && !c.isSpace() && c.unicode() < 128)
            out += QLatin1Char('\\');
        out += c;
    }
    return out;
}

} // namespace

LogBook::LogBook() : LogBook(Limits()) {}

LogBook::LogBook(Limits limits) : limits_(limits), merge_(limits.memory) {
    merge_.setOverflow([this](const LogLine& line) { spill(line); });
}

LogBook::~LogBook() = default;

void LogBook::append(int source, const QByteArray& bytes, qint64 nowMs, bool restarted) {
    merge_.append(source, bytes, nowMs, restarted);
}

void LogBook::note(int source, const QString& text, qint64 nowMs) {
    merge_.note(source, text, nowMs);
}

void LogBook::spill(const LogLine& line) {
    pending_.push_back(line);
    if (pending_.size() >= limits_.blockLines)
        closeBlock();
}

LogBook::Segment* LogBook::openSegment() {
    if (!segments_.empty() && segments_.back().bytes < limits_.segmentBytes)
        return &segments_.back();
    Segment next;
    next.file = std::make_unique<QTemporaryFile>(QDir::tempPath() + QStringLiteral("/mesoscope-log-XXXXXX"));
    if (!next.file->open())
        return nullptr;
    segments_.push_back(std::move(next));
    dropOldest();
    return &segments_.back();
}

void LogBook::closeBlock() {
    const std::vector<LogLine> lines = std::exchange(pending_, {});
    Segment* segment = openSegment();
    const QByteArray bytes = packed(lines);
    const bool kept = segment && segment->file->seek(segment->bytes) && segment->file->write(bytes) == bytes.size();
    if (!kept) {
        lost_ += qint64(lines.size());
        bool match = false;
        shift_ -= std::count_if(lines.begin(), lines.end(), [&](const LogLine& l) { return isRow(l, match); });
        return;
    }
    Block block;
    block.offset = segment->bytes;
    block.firstMs = lines.front().timeMs;
    block.lastMs = lines.back().timeMs;
    block.lines = quint32(lines.size());
    block.bad =
        quint32(std::count_if(lines.begin(), lines.end(), [](const LogLine& l) { return l.level == LogLevel::Error; }));
    count(lines, block);
    segment->bytes += bytes.size();
    segment->lines += block.lines;
    segment->blocks.push_back(block);
    ++searched_;
}

void LogBook::dropOldest() {
    qint64 all = 0;
    for (const Segment& segment : segments_)
        all += segment.bytes;
    while (segments_.size() > 1 && all > limits_.diskBytes) {
        std::size_t blocks = 0;
        for (const Segment& segment : segments_)
            blocks += segment.blocks.size();
        Segment& oldest = segments_.front();
        // Blocks are looked through from the newest on: only what was reached counts as rows.
        for (std::size_t i = 0; i < oldest.blocks.size(); ++i) {
            if (blocks - i <= searched_)
                shift_ -= oldest.blocks[i].rows;
        }
        searched_ = std::min(searched_, blocks - oldest.blocks.size());
        lost_ += oldest.lines;
        all -= oldest.bytes;
        segments_.erase(segments_.begin());
    }
}

const std::vector<LogLine>& LogBook::read(const Segment& segment, const Block& block) const {
    const std::pair<const QTemporaryFile*, qint64> key{segment.file.get(), block.offset};
    if (cached_ == key)
        return cache_;
    const auto next = std::upper_bound(segment.blocks.begin(), segment.blocks.end(), block.offset,
                                       [](qint64 offset, const Block& b) { return offset < b.offset; });
    const qint64 end = next == segment.blocks.end() ? segment.bytes : next->offset;
    QByteArray bytes;
    if (segment.file->seek(block.offset))
        bytes = segment.file->read(end - block.offset);
    cache_ = unpacked(bytes, block.lines);
    cached_ = key;
    return cache_;
}

bool LogBook::isRow(const LogLine& line, bool& match) const {
    match = false;
    if (line.source >= 0 && line.source < 64 && (query_.hiddenSources >> line.source & 1U) != 0)
        return false;
    if (!filter_.passesLevel(line))
        return false;
    match = !line.note && filter_.hasPattern() && filter_.matchesPattern(line.text);
    if (query_.foldTraces && !match && continuesTrace(line))
        return false;
    return match || line.note || !query_.onlyMatches || !filter_.hasPattern();
}

void LogBook::count(const std::vector<LogLine>& lines, Block& block) const {
    block.rows = 0;
    block.matches = 0;
    for (const LogLine& line : lines) {
        bool match = false;
        block.rows += isRow(line, match) ? 1 : 0;
        block.matches += match ? 1 : 0;
    }
}

void LogBook::setQuery(const LogQuery& query) {
    QString problem;
    const bool fits = filter_.setPattern(query.pattern, query.caseSensitive, &problem);
    problem_ = fits ? QString() : problem;
    const QString pattern = fits ? query.pattern : query_.pattern;
    query_ = query;
    query_.pattern = pattern;
    filter_.setLeastLevel(query.least);
    rows_.clear();
    memoryMatches_ = 0;
    searched_ = 0;
    shift_ = 0;
    merge_.takeTouched();
    for (std::size_t i = 0; i < merge_.lines().size(); ++i) {
        bool match = false;
        if (isRow(merge_.lines()[i], match))
            rows_.emplace_back(merge_.dropped() + i, match);
        memoryMatches_ += match ? 1 : 0;
    }
}

/// Brings the rows of memory up to date: what fell out, then what came since the last time.
void LogBook::refresh() {
    const auto forget = [this](const std::pair<quint64, bool>& row) { memoryMatches_ -= row.second ? 1 : 0; };
    while (!rows_.empty() && rows_.front().first < merge_.dropped()) {
        forget(rows_.front());
        rows_.pop_front();
    }
    const quint64 from = std::max(merge_.takeTouched(), merge_.dropped());
    while (!rows_.empty() && rows_.back().first >= from) {
        forget(rows_.back());
        rows_.pop_back();
    }
    for (quint64 place = from; place < merge_.dropped() + merge_.lines().size(); ++place) {
        bool match = false;
        if (isRow(merge_.lines()[place - merge_.dropped()], match))
            rows_.emplace_back(place, match);
        memoryMatches_ += match ? 1 : 0;
    }
}

bool LogBook::work() {
    std::size_t done = 0;
    std::size_t passed = 0;
    for (auto segment = segments_.rbegin(); segment != segments_.rend(); ++segment) {
        for (auto block = segment->blocks.rbegin(); block != segment->blocks.rend(); ++block) {
            if (passed++ < searched_)
                continue;
            if (done++ >= blocksAtOnce)
                return true;
            count(read(*segment, *block), *block);
            shift_ += block->rows;
            ++searched_;
        }
    }
    return false;
}

std::vector<LogBook::Part> LogBook::parts() const {
    std::size_t blocks = 0;
    for (const Segment& segment : segments_)
        blocks += segment.blocks.size();
    std::vector<Part> list;
    std::size_t at = 0;
    for (const Segment& segment : segments_) {
        for (const Block& block : segment.blocks) {
            if (blocks - at++ <= searched_)
                list.push_back({&segment, &block, false, block.rows, block.matches});
        }
    }
    Part pending;
    for (const LogLine& line : pending_) {
        bool match = false;
        pending.rows += isRow(line, match) ? 1 : 0;
        pending.matches += match ? 1 : 0;
    }
    list.push_back(pending);
    list.push_back({nullptr, nullptr, true, qint64(rows_.size()), memoryMatches_});
    return list;
}

std::vector<std::pair<const LogLine*, bool>> LogBook::rowsOf(const Part& part) const {
    std::vector<std::pair<const LogLine*, bool>> rows;
    if (part.memory) {
        for (const auto& [place, match] : rows_)
            rows.emplace_back(&merge_.lines()[place - merge_.dropped()], match);
        return rows;
    }
    for (const LogLine& line : part.block ? read(*part.segment, *part.block) : pending_) {
        bool match = false;
        if (isRow(line, match))
            rows.emplace_back(&line, match);
    }
    return rows;
}

LogRow LogBook::rowOf(const LogLine& line) const {
    LogRow row;
    row.line = line;
    row.own = line.note || line.textFrom > 0 || line.level != LogLevel::Unknown;
    if (!line.note)
        row.marks = filter_.matchesIn(line.text);
    return row;
}

LogRow LogBook::foldedRow(const LogLine& line, const std::function<const LogLine*(std::size_t)>& at) const {
    LogRow row = rowOf(line);
    if (!query_.foldTraces)
        return row;
    constexpr std::size_t far = 2'000; // lines of other sources may stand between them
    for (std::size_t i = 0; i < far; ++i) {
        const LogLine* next = at(i);
        if (!next || (next->source == line.source && !continuesTrace(*next)))
            break;
        bool match = false;
        row.folded += next->source == line.source && !isRow(*next, match) ? 1 : 0;
    }
    return row;
}

LogView LogBook::view(qint64 first, qint64 count, int buckets, bool patterns) {
    refresh();
    LogView view;
    const std::vector<Part> all = parts();
    for (const Part& part : all) {
        view.total += part.rows;
        view.matches += part.matches;
    }
    view.first = first < 0 ? std::max<qint64>(0, view.total - count) : std::min(first, view.total);
    qint64 start = 0;
    for (const Part& part : all) {
        const qint64 end = start + part.rows;
        if (end <= view.first) {
            view.matchesBefore += part.matches;
        } else if (start < view.first + count) {
            const qint64 from = std::max<qint64>(0, view.first - start);
            const qint64 to = std::min(part.rows, view.first + count - start);
            if (part.memory) {
                for (qint64 i = 0; i < from; ++i)
                    view.matchesBefore += rows_[std::size_t(i)].second ? 1 : 0;
                for (qint64 i = from; i < to; ++i) {
                    const std::size_t place = rows_[std::size_t(i)].first - merge_.dropped();
                    view.rows.push_back(foldedRow(merge_.lines()[place], [&](std::size_t n) {
                        return place + 1 + n < merge_.lines().size() ? &merge_.lines()[place + 1 + n] : nullptr;
                    }));
                }
            } else {
                const auto rows = rowsOf(part);
                const std::vector<LogLine>& lines = part.block ? read(*part.segment, *part.block) : pending_;
                const LogLine* last = lines.data() + lines.size();
                for (qint64 i = 0; i < std::min(to, qint64(rows.size())); ++i) {
                    const LogLine* line = rows[std::size_t(i)].first;
                    if (i >= from)
                        view.rows.push_back(foldedRow(
                            *line, [&](std::size_t n) { return line + 1 + n < last ? line + 1 + n : nullptr; }));
                    else
                        view.matchesBefore += rows[std::size_t(i)].second ? 1 : 0;
                }
            }
        }
        start = end;
    }
    view.shift = shift_;
    view.problem = problem_;
    std::size_t blocks = 0;
    for (const Segment& segment : segments_) {
        view.linesOnDisk += segment.lines;
        view.diskBytes += segment.bytes;
        blocks += segment.blocks.size();
    }
    view.lines = view.linesOnDisk + qint64(pending_.size() + merge_.lines().size());
    view.memoryBytes = qint64(merge_.bytes());
    view.lost = lost_;
    view.searching = searched_ < blocks;
    view.memoryFromMs = merge_.lines().empty() ? 0 : merge_.lines().front().timeMs;
    if (buckets > 0)
        histogram(view, buckets);
    if (patterns)
        findPatterns(view);
    return view;
}

void LogBook::histogram(LogView& view, int buckets) const {
    const auto& memory = merge_.lines();
    if (memory.empty())
        return;
    view.toMs = memory.back().timeMs;
    view.fromMs = memory.front().timeMs;
    for (const Segment& segment : segments_) {
        if (!segment.blocks.empty())
            view.fromMs = std::min(view.fromMs, segment.blocks.front().firstMs);
    }
    view.fromMs = std::min(view.fromMs, view.toMs - shortestHistogramMs);
    view.histogram.resize(std::size_t(buckets));
    const double scale = double(buckets) / double(view.toMs - view.fromMs + 1);
    const auto at = [&](qint64 ms) -> LogBucket& {
        return view.histogram[std::size_t(std::clamp<double>(double(ms - view.fromMs) * scale, 0, buckets - 1))];
    };
    const auto blockInto = [&](qint64 firstMs, qint64 lastMs, quint32 lines, quint32 bad) {
        const int steps = std::clamp(int(double(lastMs - firstMs) * scale), 1, 256);
        for (int i = 0; i < steps; ++i) {
            LogBucket& bucket = at(firstMs + (lastMs - firstMs) * i / steps);
            bucket.lines += lines * quint32(i + 1) / quint32(steps) - lines * quint32(i) / quint32(steps);
            bucket.bad += bad * quint32(i + 1) / quint32(steps) - bad * quint32(i) / quint32(steps);
            bucket.onDisk = true;
        }
    };
    for (const Segment& segment : segments_) {
        for (const Block& block : segment.blocks)
            blockInto(block.firstMs, block.lastMs, block.lines, block.bad);
    }
    const auto add = [&](const LogLine& line) {
        LogBucket& bucket = at(line.timeMs);
        ++bucket.lines;
        bucket.bad += line.level == LogLevel::Error ? 1 : 0;
    };
    std::for_each(pending_.begin(), pending_.end(), add);
    std::for_each(memory.begin(), memory.end(), add);
}

void LogBook::findPatterns(LogView& view) const {
    struct Found {
        LogPattern pattern;
        std::vector<qint64> times;
    };
    QHash<QString, Found> found;
    std::size_t looked = 0;
    for (auto it = rows_.rbegin(); it != rows_.rend() && looked < patternSample; ++it) {
        const LogLine& line = merge_.lines()[it->first - merge_.dropped()];
        if (line.note || !(filter_.hasPattern() ? it->second : line.level >= LogLevel::Warning))
            continue;
        ++looked;
        const QStringView text =
            QStringView(line.text).sliced(std::min<qsizetype>(line.textFrom, line.text.size())).trimmed();
        Found& of = found[likeness(text.first(std::min(text.size(), patternLength)))];
        of.pattern.example = text.toString();
        of.pattern.firstMs = line.timeMs;
        ++of.pattern.count;
        of.pattern.perSource.resize(std::max<std::size_t>(of.pattern.perSource.size(), std::size_t(line.source) + 1));
        ++of.pattern.perSource[std::size_t(line.source)];
        of.times.push_back(line.timeMs);
    }
    std::vector<std::pair<QString, Found*>> order;
    for (auto it = found.begin(); it != found.end(); ++it)
        order.emplace_back(it.key(), &it.value());
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
        return a.second->pattern.count != b.second->pattern.count ? a.second->pattern.count > b.second->pattern.count
                                                                  : a.first < b.first;
    });
    const qint64 to = merge_.lines().empty() ? 0 : merge_.lines().back().timeMs;
    const qint64 from = merge_.lines().empty() ? 0 : std::min(merge_.lines().front().timeMs, to - shortestHistogramMs);
    for (std::size_t i = 0; i < std::min<std::size_t>(order.size(), shownPatterns); ++i) {
        LogPattern pattern = order[i].second->pattern;
        pattern.text = order[i].first;
        pattern.regex = expressionOf(pattern.text);
        pattern.overTime.assign(sparkPoints, 0);
        for (const qint64 time : order[i].second->times)
            ++pattern.overTime[std::min(
                sparkPoints - 1, std::size_t(double(time - from) * double(sparkPoints) / double(to - from + 1)))];
        view.patterns.push_back(std::move(pattern));
    }
    view.otherPatterns = std::max(0, int(order.size()) - shownPatterns);
}

qint64 LogBook::findMatch(qint64 from, bool backwards) {
    refresh();
    if (!filter_.hasPattern())
        return -1;
    const std::vector<Part> all = parts();
    qint64 start = 0;
    qint64 best = -1;
    for (const Part& part : all) {
        const qint64 end = start + part.rows;
        const bool reached = backwards ? start < from : end > from + 1;
        if (reached && part.matches > 0) {
            const auto rows = rowsOf(part);
            for (qint64 i = 0; i < qint64(rows.size()); ++i) {
                if (!rows[std::size_t(i)].second)
                    continue;
                if (!backwards && start + i > from)
                    return start + i;
                if (backwards && start + i < from)
                    best = start + i;
            }
        }
        start = end;
    }
    return best;
}

qint64 LogBook::rowAt(qint64 ms) {
    refresh();
    qint64 start = 0;
    for (const Part& part : parts()) {
        const bool before = part.block && part.block->lastMs < ms;
        const auto rows = before ? decltype(rowsOf(part))() : rowsOf(part);
        for (qint64 i = 0; i < qint64(rows.size()); ++i) {
            if (rows[std::size_t(i)].first->timeMs >= ms)
                return start + i;
        }
        start += part.rows;
    }
    return start;
}

bool LogBook::save(QIODevice& to, int source) const {
    bool fine = true;
    const auto write = [&](const LogLine& line) {
        if (line.note || (source >= 0 && line.source != source))
            return;
        const QByteArray bytes = line.text.toUtf8() + '\n';
        fine = fine && to.write(bytes) == bytes.size();
    };
    for (const Segment& segment : segments_) {
        for (const Block& block : segment.blocks) {
            for (const LogLine& line : read(segment, block))
                write(line);
        }
    }
    std::for_each(pending_.begin(), pending_.end(), write);
    std::for_each(merge_.lines().begin(), merge_.lines().end(), write);
    return fine;
}

} // namespace mesoscope::master
