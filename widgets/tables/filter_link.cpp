#include "widgets/tables/filter_link.h"

#include "models/text/format.h"
#include "widgets/controls/filter_box.h"

#include <algorithm>
#include <map>

namespace mesoscope::widgets {

namespace {
constexpr int pauseMs = 120;
constexpr std::size_t mostSuggestions = 8;
constexpr tables::Slot mostExamined = 50'000;
} // namespace

FilterLink::FilterLink(FilterBox& box, const tables::Table& table, Take take)
    : QObject(&box), box_(box), table_(table), take_(std::move(take)) {
    pause_.setSingleShot(true);
    pause_.setInterval(pauseMs);
    box.setFields(fields());
    connect(&box, &FilterBox::changed, &pause_, qOverload<>(&QTimer::start));
    connect(&box, &FilterBox::completionWanted, this, &FilterLink::complete);
    connect(&pause_, &QTimer::timeout, this, &FilterLink::send);
}

QStringList FilterLink::fields() const {
    QStringList names;
    for (const tables::Column& column : table_.columns)
        names += QLatin1String(column.id);
    if (snapshot_ && table_.agent) {
        for (const QString& name : snapshot_->attributeNames) {
            if (!names.contains(name))
                names += name;
        }
    }
    return names;
}

void FilterLink::setSnapshot(const tables::SnapshotPtr& snapshot) {
    const bool named = snapshot_ && snapshot && snapshot_->attributeNames == snapshot->attributeNames;
    snapshot_ = snapshot;
    if (!named)
        box_.setFields(fields());
}

void FilterLink::setExpression(const QString& expression) {
    box_.setExpression(expression);
    send();
}

void FilterLink::send() {
    const auto expression = tables::parseFilter(box_.expression());
    // While a term is being typed it may make no sense yet: the rows stay as they are.
    if (!expression || *expression == taken_ || !take_(*expression))
        return;
    taken_ = *expression;
    Q_EMIT taken();
}

namespace {

/// Values of one field that begin with what was typed, with how many rows have them.
std::map<QString, int> valuesOf(const tables::Table& table, const tables::Snapshot& snapshot,
                                const tables::Column& column, const QString& begin) {
    std::map<QString, int> counts;
    if (column.code) {
        for (unsigned code = 0; column.codeWord(code); ++code) {
            const QString word = QString::fromLatin1(column.codeWord(code));
            if (word.startsWith(begin))
                counts[word] = 0;
        }
        return counts;
    }
    const tables::Slot size = std::min(table.size(snapshot), mostExamined);
    for (tables::Slot slot = 0; slot < size && !column.number; ++slot) {
        if (table.object(snapshot, slot).isEmpty())
            continue;
        const QString value = column.text({snapshot, slot, snapshot.atMs});
        if (!value.isEmpty() && value.startsWith(begin, Qt::CaseInsensitive))
            ++counts[value];
    }
    return counts;
}

} // namespace

void FilterLink::complete(const QString& typed) {
    QList<FilterSuggestion> suggestions;
    const qsizetype colon = typed.indexOf(QLatin1Char(':'));
    if (colon < 0) {
        for (const QString& field : fields()) {
            if (!typed.isEmpty() && field.startsWith(typed, Qt::CaseInsensitive))
                suggestions.append({field + QLatin1Char(':'), typed, QString()});
        }
    } else if (const auto* column = table_.column(typed.left(colon).toStdString()); column && snapshot_) {
        const auto values = valuesOf(table_, *snapshot_, *column, typed.mid(colon + 1));
        std::vector<std::pair<int, QString>> ranked;
        for (const auto& [value, count] : values)
            ranked.emplace_back(-count, value);
        std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::size_t i = 0; i < std::min(ranked.size(), mostSuggestions); ++i)
            suggestions.append({typed.left(colon + 1) + ranked[i].second, typed,
                                ranked[i].first == 0 ? QString() : text::integer(-ranked[i].first)});
    }
    box_.setSuggestions(suggestions.mid(0, qsizetype(mostSuggestions)));
}

} // namespace mesoscope::widgets
