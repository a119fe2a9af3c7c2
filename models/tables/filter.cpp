#include "models/tables/filter.h"

#include "models/tables/words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace mesoscope::tables {

namespace {

base::Error inputError(const QString& sentence, const QString& advice) {
    base::Error error;
    error.kind = base::ErrorKind::Input;
    error.sentence = sentence;
    error.advice = advice;
    return error;
}

struct Word {
    QString text;
    qsizetype quotedFrom = -1; ///< where in text the first quoted character is
};

base::Result<QList<Word>> split(const QString& text) {
    QList<Word> words;
    Word word;
    bool quoted = false;
    bool started = false;
    for (const QChar c : text) {
        if (c == QLatin1Char('"')) {
            quoted = !quoted;
            started = true;
            if (quoted && word.quotedFrom < 0)
                word.quotedFrom = word.text.size();
        } else if (c.isSpace() && !quoted) {
            if (started)
                words += std::exchange(word, {});
            started = false;
        } else {
            word.text += c;
            started = true;
        }
    }
    if (quoted)
        return tl::unexpected(inputError(Words::tr("The filter has a quotation mark without its end."),
                                         Words::tr("Close it with a second quotation mark.")));
    if (started)
        words += word;
    return words;
}

FilterTerm::Op takeOperator(QString& value) {
    using Op = FilterTerm::Op;
    static const std::array<std::pair<QLatin1String, Op>, 4> operators{{{QLatin1String(">="), Op::GreaterEqual},
                                                                        {QLatin1String("<="), Op::LessEqual},
                                                                        {QLatin1String(">"), Op::Greater},
                                                                        {QLatin1String("<"), Op::Less}}};
    for (const auto& [sign, op] : operators) {
        if (value.startsWith(sign)) {
            value.remove(0, sign.size());
            return op;
        }
    }
    return Op::Match;
}

bool isField(const QString& text) {
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('-') || c == QLatin1Char('.') ||
               c == QLatin1Char('@');
    });
}

base::Result<FilterTerm> makeTerm(const Word& word, bool negated) {
    FilterTerm term;
    term.negated = negated;
    const qsizetype colon = word.text.indexOf(QLatin1Char(':'));
    const bool quotedColon = word.quotedFrom >= 0 && word.quotedFrom <= colon;
    if (colon <= 0 || quotedColon || !isField(word.text.left(colon))) {
        term.values = QStringList{word.text};
        return term;
    }
    term.field = word.text.left(colon).toLower();
    QString value = word.text.mid(colon + 1);
    term.op = takeOperator(value);
    term.values = word.quotedFrom >= 0 ? QStringList{value} : value.split(QLatin1Char(','), Qt::SkipEmptyParts);
    if (term.values.isEmpty())
        return tl::unexpected(inputError(Words::tr("The filter field \"%1\" has no value.").arg(term.field),
                                         Words::tr("Write a value behind the colon, as in %1:value.").arg(term.field)));
    return term;
}

QString quotedIfNeeded(const QString& value) {
    const bool plain =
        std::none_of(value.cbegin(), value.cend(), [](QChar c) { return c.isSpace() || c == QLatin1Char(','); });
    return plain && !value.isEmpty() ? value : QLatin1Char('"') + value + QLatin1Char('"');
}

} // namespace

base::Result<FilterExpression> parseFilter(const QString& text) {
    const auto words = split(text);
    if (!words)
        return tl::unexpected(words.error());
    FilterExpression expression;
    bool negated = false;
    bool joined = false; // "state:a or b": b is another value of the term before
    for (Word word : *words) {
        if (word.quotedFrom < 0 && word.text == QLatin1String("not")) {
            negated = true;
            continue;
        }
        if (word.quotedFrom < 0 && word.text == QLatin1String("or") && !expression.terms.isEmpty()) {
            joined = true;
            continue;
        }
        if (joined && !word.text.contains(QLatin1Char(':'))) {
            expression.terms.last().values += word.text;
            joined = false;
            continue;
        }
        joined = false;
        if (word.quotedFrom != 0 && word.text.size() > 1 && word.text.startsWith(QLatin1Char('-'))) {
            negated = true;
            word.text.remove(0, 1);
            word.quotedFrom = word.quotedFrom > 0 ? word.quotedFrom - 1 : word.quotedFrom;
        }
        auto term = makeTerm(word, std::exchange(negated, false));
        if (!term)
            return tl::unexpected(term.error());
        expression.terms += *term;
    }
    return expression;
}

QString filterText(const FilterTerm& term) {
    static constexpr std::array signs{"", "<", "<=", ">", ">="};
    QStringList values;
    for (const QString& value : term.values)
        values += quotedIfNeeded(value);
    const QString body = QLatin1String(signs[std::size_t(term.op)]) + values.join(QLatin1Char(','));
    const QString text = term.field.isEmpty() ? body : term.field + QLatin1Char(':') + body;
    return term.negated ? QStringLiteral("not ") + text : text;
}

QString filterText(const FilterExpression& expression) {
    QStringList parts;
    for (const FilterTerm& term : expression.terms)
        parts += filterText(term);
    return parts.join(QLatin1Char(' '));
}

namespace {

bool isAttribute(const Table& table, const Snapshot& snapshot, const QString& field) {
    if (!table.agent)
        return false;
    return std::any_of(snapshot.attributeNames.cbegin(), snapshot.attributeNames.cend(),
                       [&field](const QString& name) { return name.compare(field, Qt::CaseInsensitive) == 0; });
}

QString fieldList(const Table& table) {
    QStringList names;
    for (const Column& column : table.columns)
        names += QLatin1String(column.id);
    return names.join(QStringLiteral(", "));
}

/// "10m" → 600,000; plain numbers are seconds. NaN when it is none.
double parseAge(const QString& text) {
    static constexpr std::array<std::pair<char, double>, 4> units{
        {{'s', 1e3}, {'m', 6e4}, {'h', 3.6e6}, {'d', 8.64e7}}};
    double factor = 1e3;
    QString digits = text;
    for (const auto& [unit, ms] : units) {
        if (text.endsWith(QLatin1Char(unit))) {
            factor = ms;
            digits.chop(1);
        }
    }
    bool ok = false;
    const double value = digits.toDouble(&ok);
    return ok ? value * factor : notKnown;
}

double parseNumber(const Column& column, const QString& text) {
    if (column.stamp)
        return parseAge(text);
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok ? value : notKnown;
}

base::Result<void> checkTerm(const FilterTerm& term, const Table& table, const Snapshot& snapshot) {
    if (term.field.isEmpty())
        return {};
    const Column* column = table.column(term.field.toStdString());
    const bool attribute = !column && isAttribute(table, snapshot, term.field);
    if (!column && !attribute)
        return tl::unexpected(inputError(Words::tr("There is no field \"%1\" in this table.").arg(term.field),
                                         Words::tr("Fields: %1.").arg(fieldList(table))));
    const bool number = column && column->number;
    if (term.op != FilterTerm::Op::Match && !number)
        return tl::unexpected(
            inputError(Words::tr("The field \"%1\" is not a number and can't be compared.").arg(term.field),
                       Words::tr("Write %1:value.").arg(term.field)));
    if (number && std::isnan(parseNumber(*column, term.values.first())))
        return tl::unexpected(inputError(Words::tr("\"%1\" is not a number.").arg(term.values.first()),
                                         Words::tr("Write a number, as in %1:>2.").arg(term.field)));
    return {};
}

} // namespace

base::Result<void> checkFilter(const FilterExpression& expression, const Table& table, const Snapshot& snapshot) {
    for (const FilterTerm& term : expression.terms) {
        if (auto checked = checkTerm(term, table, snapshot); !checked)
            return checked;
    }
    return {};
}

namespace {

char lowered(char c) {
    return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}

bool equalFolded(std::string_view text, std::string_view lower) {
    return text.size() == lower.size() &&
           std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) { return lowered(a) == b; });
}

/// Looks letter by letter; the beginning of a match is found by its first and last letter, sixteen places at a time.
/// `lower` is in lower case.
bool containsFolded(std::string_view text, std::string_view lower) {
    if (lower.empty() || text.size() < lower.size())
        return lower.empty();
    const auto is = [&](std::size_t at) { return equalFolded(text.substr(at, lower.size()), lower); };
    const std::size_t places = text.size() - lower.size() + 1;
#ifdef __SSE2__
    constexpr std::size_t step = 16;
    if (places >= step) {
        const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
        const auto block = [&](std::size_t at) {
            return _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
        };
        const __m128i first = _mm_set1_epi8(lower.front());
        const __m128i last = _mm_set1_epi8(lower.back());
        // Only letters have two forms; the bit makes a few others look alike, which the comparison then tells apart.
        const __m128i foldFirst = _mm_set1_epi8(letter(lower.front()) ? 0x20 : 0);
        const __m128i foldLast = _mm_set1_epi8(letter(lower.back()) ? 0x20 : 0);
        for (std::size_t at = 0;; at = std::min(at + step, places - step)) {
            const __m128i a = _mm_cmpeq_epi8(_mm_or_si128(block(at), foldFirst), first);
            const __m128i b = _mm_cmpeq_epi8(_mm_or_si128(block(at + lower.size() - 1), foldLast), last);
            for (unsigned mask = unsigned(_mm_movemask_epi8(_mm_and_si128(a, b))); mask != 0; mask &= mask - 1) {
                if (is(at + std::size_t(std::countr_zero(mask))))
                    return true;
            }
            if (at == places - step)
                return false;
        }
    }
#endif
    for (std::size_t at = 0; at < places; ++at) {
        if (lowered(text[at]) == lower.front() && is(at))
            return true;
    }
    return false;
}

bool atOrBelow(std::string_view text, std::string_view path) {
    while (path.size() > 1 && path.back() == '/')
        path.remove_suffix(1);
    if (path == "/")
        return !text.empty();
    return text.size() >= path.size() && equalFolded(text.substr(0, path.size()), path) &&
           (text.size() == path.size() || text[path.size()] == '/');
}

std::string_view attributeIn(std::string_view lines, std::string_view lowerName) {
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        const std::string_view line = lines.substr(0, end);
        const std::size_t colon = std::min(line.find(':'), line.size());
        if (equalFolded(line.substr(0, colon), lowerName))
            return colon < line.size() ? line.substr(colon + 1) : std::string_view();
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return {};
}

/// What is remembered about an interned string.
enum class Memo : quint8 { Open, No, Yes };

class Memos {
public:
    template<typename Test>
    bool test(base::StringId id, const Test& ask) {
        if (id >= memos_.size())
            memos_.resize(std::max<std::size_t>(std::size_t(id) + 1, memos_.size() * 2), Memo::Open);
        if (memos_[id] == Memo::Open)
            memos_[id] = ask() ? Memo::Yes : Memo::No;
        return memos_[id] == Memo::Yes;
    }
    void clear() { memos_.clear(); }

private:
    std::vector<Memo> memos_;
};

} // namespace

struct RowFilter::Term {
    FilterTerm::Op op = FilterTerm::Op::Match;
    bool negated = false;
    bool freeText = false;
    std::string field;               ///< an attribute's name when columns is empty
    std::vector<std::string> values; ///< in lower case
    std::vector<double> numbers;
    std::vector<const Column*> columns;
    std::vector<Memos> memos; ///< one per column, or one for the attribute
    quint64 codes = 0;        ///< which codes of a state match

    bool textMatches(std::string_view text, const Column* column) const {
        return std::any_of(values.begin(), values.end(), [&](const std::string& value) {
            if (!freeText && column && column->path && value.starts_with('/'))
                return atOrBelow(text, value);
            // Short values such as racks are meant whole, ids and hosts by a part.
            return !freeText && (!column || column->whole) ? equalFolded(text, value) : containsFolded(text, value);
        });
    }
    bool numberMatches(double number) const {
        using Op = FilterTerm::Op;
        if (std::isnan(number))
            return false;
        switch (op) {
        case Op::Less:
            return number < numbers.front();
        case Op::LessEqual:
            return number <= numbers.front();
        case Op::Greater:
            return number > numbers.front();
        case Op::GreaterEqual:
            return number >= numbers.front();
        case Op::Match:
            break;
        }
        return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
    }
    bool columnMatches(std::size_t i, const RowRef& row) {
        const Column& column = *columns[i];
        if (column.interned) {
            const base::StringId id = column.interned(row);
            const auto ask = [&] {
                const std::string_view text = row.snapshot.view(id);
                return textMatches(column.part ? column.part(text) : text, &column);
            };
            // Ids are all different: remembering them costs more than looking.
            return column.kind == CellKind::Identifier && freeText ? ask() : memos[i].test(id, ask);
        }
        if (column.number) {
            const double value = column.number(row);
            return !freeText && numberMatches(column.stamp ? double(row.nowMs) - value : value);
        }
        if (column.code)
            return (codes >> std::min(column.code(row), 63U)) & 1U;
        return column.plain && textMatches(column.plain(row).toStdString(), &column);
    }
    bool attributeMatches(const Table& table, const RowRef& row) {
        const Slot slot = table.agent ? table.agent(row) : cluster::noSlot;
        if (slot == cluster::noSlot || slot >= row.snapshot.agents.size())
            return false;
        const base::StringId id = row.snapshot.agents[slot].attributes;
        return memos[0].test(id, [&] { return textMatches(attributeIn(row.snapshot.view(id), field), nullptr); });
    }
    bool matches(const Table& table, const RowRef& row) {
        if (columns.empty())
            return attributeMatches(table, row) != negated;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columnMatches(i, row))
                return !negated;
        }
        return negated;
    }
};

namespace {

quint64 matchingCodes(const Column& column, const std::vector<std::string>& values, bool whole) {
    quint64 codes = 0;
    for (unsigned code = 0; code < 64 && column.codeWord(code); ++code) {
        const std::string word = column.codeWord(code);
        for (const std::string& value : values) {
            // TASK_RUNNING is the same as running.
            const std::string_view bare = value.starts_with("task_") ? std::string_view(value).substr(5) : value;
            if (whole ? word == bare : word.find(bare) != std::string::npos)
                codes |= quint64(1) << code;
        }
    }
    return codes;
}

} // namespace

RowFilter::RowFilter(const FilterExpression& expression, const Table& table) : table_(&table) {
    for (const FilterTerm& source : expression.terms) {
        auto term = std::make_unique<Term>();
        term->op = source.op;
        term->negated = source.negated;
        term->freeText = source.field.isEmpty();
        term->field = source.field.toStdString();
        for (const QString& value : source.values)
            term->values.push_back(value.toLower().toStdString());
        if (term->freeText) {
            for (const Column& column : table.columns) {
                if (column.searched)
                    term->columns.push_back(&column);
            }
        } else if (const Column* column = table.column(term->field)) {
            term->columns.push_back(column);
        }
        for (const Column* column : term->columns) {
            if (column->code)
                term->codes = matchingCodes(*column, term->values, !term->freeText);
            for (const QString& value : source.values)
                term->numbers.push_back(column->number ? parseNumber(*column, value) : notKnown);
        }
        term->memos.resize(std::max<std::size_t>(term->columns.size(), 1));
        all_ = all_ || (!source.negated && source.field == QLatin1String("state"));
        terms_.push_back(std::move(term));
    }
}

RowFilter::~RowFilter() = default;
RowFilter::RowFilter(RowFilter&&) noexcept = default;
RowFilter& RowFilter::operator=(RowFilter&&) noexcept = default;

bool RowFilter::matches(const RowRef& row) {
    if (!all_ && table_->usual && !table_->usual(row))
        return false;
    return std::all_of(terms_.begin(), terms_.end(), [&](const auto& term) { return term->matches(*table_, row); });
}

void RowFilter::clear() {
    for (const auto& term : terms_) {
        for (Memos& memos : term->memos)
            memos.clear();
    }
}

} // namespace mesoscope::tables
