#include "models/tables/map_query.h"

namespace mesoscope::tables {

namespace {

using Condition = MapFilter::Condition;

/// A word without "not" in front; nothing for "app:", which is no condition on agents.
Condition conditionOf(const QString& key, const QString& value) {
    if (key.isEmpty() || key.toLower() == QLatin1String("host"))
        return {Condition::Kind::Host, {}, value.toLower(), false};
    if (key.toLower() == QLatin1String("state"))
        return {Condition::Kind::State, {}, value.toLower(), false};
    return {Condition::Kind::Attribute, key, value, false};
}

} // namespace

MapFilter MapFilter::parse(const QString& words) {
    MapFilter filter;
    bool negate = false;
    const QStringList parts = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& word : parts) {
        if (word == QLatin1String("not")) {
            negate = true;
            continue;
        }
        const qsizetype colon = word.indexOf(QLatin1Char(':'));
        const QString key = word.left(std::max<qsizetype>(colon, 0));
        const QString value = word.mid(colon + 1);
        const bool app = key.toLower() == QLatin1String("app") || (colon < 0 && value.startsWith(QLatin1Char('/')));
        if (value.isEmpty())
            continue;
        if (app) {
            filter.app = value.startsWith(QLatin1Char('/')) ? value : QLatin1Char('/') + value;
        } else {
            filter.conditions.append(conditionOf(key, value));
            filter.conditions.last().negated = negate;
        }
        negate = false;
    }
    return filter;
}

} // namespace mesoscope::tables
