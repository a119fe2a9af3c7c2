// One language of filters for the window and the command line:
//     state:running,starting app:/shop host:b2 rack:a1 not group:/ml instances:>0 checkout
// Terms are joined by "and"; the values of one term, split by commas, by "or". "not" (or a leading "-") negates a term.
// A value in double quotes may hold spaces. Values are compared without regard to case.
#pragma once

#include "models/tables/column.h"

#include <QList>
#include <QStringList>

#include <memory>
#include <vector>

namespace mesoscope::tables {

struct FilterTerm {
    enum class Op : quint8 { Match, Less, LessEqual, Greater, GreaterEqual };
    QString field; ///< empty: free text
    QStringList values;
    Op op = Op::Match;
    bool negated = false;
    friend bool operator==(const FilterTerm&, const FilterTerm&) = default;
};

struct FilterExpression {
    QList<FilterTerm> terms;
    bool isEmpty() const { return terms.isEmpty(); }
    friend bool operator==(const FilterExpression&, const FilterExpression&) = default;
};

/// The text of an expression; parsing it again gives the same expression.
QString filterText(const FilterExpression& expression);
QString filterText(const FilterTerm& term);
/// Errors (kind Input) name the place: a quote without end, an empty value.
base::Result<FilterExpression> parseFilter(const QString& text);
/// An error (kind Input) when a term names a field that the table does not have, or compares a text with "<". The
/// attributes of agents in the snapshot are fields as well.
base::Result<void> checkFilter(const FilterExpression& expression, const Table& table, const Snapshot& snapshot);

/// A filter made ready for one table. One thread; remembers its answers per interned string, so that most rows cost a
/// look into an array. clear() when the snapshot's string pool is another one.
class RowFilter {
public:
    RowFilter(const FilterExpression& expression, const Table& table);
    ~RowFilter();
    RowFilter(RowFilter&&) noexcept;
    RowFilter& operator=(RowFilter&&) noexcept;

    bool matches(const RowRef& row);
    void clear();

private:
    struct Term;
    std::vector<std::unique_ptr<Term>> terms_;
    const Table* table_;
    bool all_ = false; ///< asked for rows that are not usual
};

} // namespace mesoscope::tables
