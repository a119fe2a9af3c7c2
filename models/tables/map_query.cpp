#include "models/tables/map_query.h"

namespace mesoscope::tables {

MapFilter MapFilter::parse(const QString& words) {
    MapFilter filter;
    const QStringList parts = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& word : parts) {
        const qsizetype colon = word.indexOf(QLatin1Char(':'));
        const QString key = word.left(std::max<qsizetype>(colon, 0)).toLower();
        const QString value = word.mid(colon + 1);
        if (value.isEmpty())
            continue;
        if (key == QLatin1String("app") || (colon < 0 && value.startsWith(QLatin1Char('/'))))
            filter.app = value.startsWith(QLatin1Char('/')) ? value : QLatin1Char('/') + value;
        else if (colon < 0 || key == QLatin1String("host"))
            filter.hosts.append(value.toLower());
        else if (key == QLatin1String("state"))
            filter.states.append(value.toLower());
        else
            filter.attributes.append({word.left(colon), value});
    }
    return filter;
}

} // namespace mesoscope::tables
