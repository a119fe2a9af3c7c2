#include "widgets/map/map_suggestions.h"

#include "widgets/map/map_text.h"

#include <QCoreApplication>
#include <QMap>

namespace mesoscope::widgets::map_suggestions {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::widgets::MapSuggestions)
};

constexpr int most = 8;

void addApps(const cluster::Snapshot& s, const QString& part, QList<FilterSuggestion>& found) {
    for (cluster::Slot i = 0; i < s.apps.size() && found.size() < most; ++i) {
        const cluster::AppRow& row = s.apps[i];
        if (row.app && row.app->id.contains(part, Qt::CaseInsensitive))
            found.append(
                {QStringLiteral("app:") + row.app->id, part, Words::tr("%Ln instance(s)", nullptr, int(row.tasks))});
    }
}

/// Values of an attribute are known where the map is grouped by it.
void addValues(const tables::MapPicture& p, const QString& attribute, const QString& part,
               QList<FilterSuggestion>& found) {
    const qsizetype level = p.query.groupBy.indexOf(attribute);
    if (level < 0)
        return;
    const bool outer = level == 0 && p.query.groupBy.size() > 1;
    QMap<QString, qint64> agents;
    for (const tables::MapGroup& g : p.groups)
        agents[outer ? g.outer : g.inner] += g.sums.agents;
    for (auto it = agents.cbegin(); it != agents.cend() && found.size() < most; ++it) {
        if (!it.key().isEmpty() && it.key().contains(part, Qt::CaseInsensitive))
            found.append(
                {attribute + QLatin1Char(':') + it.key(), part, Words::tr("%Ln agent(s)", nullptr, int(it.value()))});
    }
}

void addStates(const QString& part, QList<FilterSuggestion>& found) {
    for (const char* state : {"lost", "unreachable", "draining", "deactivated", "active"}) {
        const QString word = QString::fromLatin1(state);
        if (word.startsWith(part, Qt::CaseInsensitive))
            found.append({QStringLiteral("state:") + word, part, {}});
    }
}

} // namespace

QStringList fields(const QStringList& attributes) {
    return QStringList{QStringLiteral("app"), QStringLiteral("host"), QStringLiteral("state"),
                       QStringLiteral("@region"), QStringLiteral("@zone")} +
           attributes;
}

QList<FilterSuggestion> of(const tables::MapPicture* picture, const QStringList& attributes, const QString& typed) {
    QList<FilterSuggestion> found;
    const QString text = typed.startsWith(QLatin1String("not ")) ? typed.mid(4) : typed;
    if (!picture || text.isEmpty())
        return found;
    const qsizetype colon = text.indexOf(QLatin1Char(':'));
    const QString field = text.left(std::max<qsizetype>(0, colon));
    const QString part = text.mid(colon + 1);
    if (field == QLatin1String("app") || text.startsWith(QLatin1Char('/')))
        addApps(*picture->snapshot, part, found);
    else if (field == QLatin1String("state"))
        addStates(part, found);
    else if (colon >= 0)
        addValues(*picture, field, part, found);
    if (colon >= 0 || text.startsWith(QLatin1Char('/')))
        return found;
    for (const QString& name : fields(attributes)) {
        if (name.startsWith(text, Qt::CaseInsensitive))
            found.append({name + QLatin1Char(':'), text, {}});
    }
    for (const QString& name : picture->query.groupBy)
        addValues(*picture, name, text, found);
    addApps(*picture->snapshot, text, found);
    return found;
}

} // namespace mesoscope::widgets::map_suggestions
