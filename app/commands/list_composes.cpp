#include "app/commands/list_composes.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace mesoscope::app::commands {

namespace {

constexpr std::array columns{"name", "state", "run_as", "cluster", "apps", "needs", "error", "description", "id"};
/// Those that people read without --csv or --json.
constexpr std::size_t shownColumns = 7;

base::Error wrongUse(const QString& sentence, const QString& advice) {
    return {base::ErrorKind::Input, sentence, advice, {}, 0};
}

QString columnNames() {
    QStringList names;
    for (const char* column : columns)
        names << QLatin1String(column);
    return names.join(QStringLiteral(", "));
}

bool isColumn(const QString& name) {
    return std::any_of(columns.begin(), columns.end(), [&](const char* c) { return name == QLatin1String(c); });
}

QJsonObject rowOf(const scheduler::Compose& compose) {
    QJsonObject needs;
    for (auto it = compose.needs.cbegin(); it != compose.needs.cend(); ++it)
        needs.insert(it.key(), QJsonArray::fromStringList(it.value()));
    return {{QStringLiteral("name"), compose.name},
            {QStringLiteral("state"), compose.operation},
            {QStringLiteral("run_as"), compose.runAs},
            {QStringLiteral("cluster"), compose.cluster},
            {QStringLiteral("apps"), QJsonArray::fromStringList(compose.apps)},
            {QStringLiteral("needs"), needs},
            {QStringLiteral("error"), compose.error},
            {QStringLiteral("description"), compose.description},
            {QStringLiteral("id"), compose.id}};
}

/// A cell as people read it: a list with blanks between, what waits for something with what it waits for.
QString cellOf(const QJsonObject& row, const char* column) {
    const QJsonValue value = row.value(QLatin1String(column));
    QStringList parts;
    if (value.isArray()) {
        for (const auto& one : value.toArray())
            parts << one.toString();
    } else if (value.isObject()) {
        const QJsonObject needs = value.toObject();
        for (auto it = needs.begin(); it != needs.end(); ++it) {
            QStringList names;
            for (const auto& one : it.value().toArray())
                names << one.toString();
            if (!names.isEmpty())
                parts << it.key() + QLatin1Char(':') + names.join(QLatin1Char('+'));
        }
    } else {
        return value.toString();
    }
    return parts.join(QLatin1Char(' '));
}

bool matches(const QJsonObject& row, const tables::FilterTerm& term) {
    const auto holds = [&](const char* column, const QString& wanted) {
        return cellOf(row, column).contains(wanted, Qt::CaseInsensitive);
    };
    const bool any = std::any_of(term.values.begin(), term.values.end(), [&](const QString& wanted) {
        if (!term.field.isEmpty())
            return holds(term.field.toLatin1().constData(), wanted);
        return std::any_of(columns.begin(), columns.end(), [&](const char* c) { return holds(c, wanted); });
    });
    return any != term.negated;
}

QString csvCell(QString text) {
    if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) && !text.contains(QLatin1Char('\n')))
        return text;
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

QString csvText(const QList<QJsonObject>& rows) {
    QStringList lines{columnNames().remove(QLatin1Char(' '))};
    for (const QJsonObject& row : rows) {
        QStringList cells;
        for (const char* column : columns)
            cells << csvCell(cellOf(row, column));
        lines << cells.join(QLatin1Char(','));
    }
    return lines.join(QStringLiteral("\r\n"));
}

QString alignedText(const QList<QJsonObject>& rows) {
    QList<QStringList> lines(1);
    for (std::size_t c = 0; c < shownColumns; ++c)
        lines[0] << QString(QLatin1String(columns[c])).toUpper().replace(QLatin1Char('_'), QLatin1Char(' '));
    for (const QJsonObject& row : rows) {
        QStringList cells;
        for (std::size_t c = 0; c < shownColumns; ++c)
            cells << cellOf(row, columns[c]).replace(QLatin1Char('\n'), QLatin1Char(' '));
        lines << cells;
    }
    QStringList out(lines.size());
    for (qsizetype c = 0; c < qsizetype(shownColumns); ++c) {
        qsizetype width = 0;
        for (const QStringList& line : std::as_const(lines))
            width = std::max(width, line[c].size());
        for (qsizetype i = 0; i < lines.size(); ++i)
            out[i] += lines[i][c].leftJustified(width + 2);
    }
    for (QString& line : out) {
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
    }
    return out.join(QLatin1Char('\n'));
}

} // namespace

void ListComposes::start() {
    if (!readOptions())
        return finish(WrongUse);
    ClusterCommand::start();
}

/// False: complained.
bool ListComposes::readOptions() {
    const QString known = QStringLiteral("Columns: %1.").arg(columnNames());
    const auto expression = tables::parseFilter(arguments().value("filter"));
    if (!expression) {
        complain(expression.error());
        return false;
    }
    filter_ = *expression;
    for (const tables::FilterTerm& term : std::as_const(filter_.terms)) {
        const bool fits = (term.field.isEmpty() || isColumn(term.field)) && term.op == tables::FilterTerm::Op::Match;
        if (!fits) {
            complain(wrongUse(QStringLiteral("This list can't be filtered by \"%1\".").arg(tables::filterText(term)),
                              known));
            return false;
        }
    }
    sort_ = arguments().value("sort");
    descending_ = sort_.startsWith(QLatin1Char('-'));
    sort_ = descending_ ? sort_.mid(1) : sort_;
    if (!sort_.isEmpty() && !isColumn(sort_)) {
        complain(wrongUse(QStringLiteral("There is no column \"%1\" in this table.").arg(sort_), known));
        return false;
    }
    bool ok = true;
    limit_ = arguments().has("limit") ? arguments().value("limit").toInt(&ok) : 0;
    if (!ok || limit_ < 0)
        complain(wrongUse(QStringLiteral("--limit needs a number of rows."), QStringLiteral("See mesoscope --help.")));
    return ok && limit_ >= 0;
}

void ListComposes::ready(const cluster::Snapshot& snapshot) {
    if (!scheduler::has(snapshot.capabilities, scheduler::Capability::Compose)) {
        complain({base::ErrorKind::Refused,
                  QStringLiteral("This scheduler keeps no compose files; only Swan does."),
                  QStringLiteral("See what it runs with: mesoscope list apps."),
                  {},
                  0});
        return finish(No);
    }
    session().composes(this, [this](const auto& composes) { arrived(composes); });
}

void ListComposes::arrived(const base::Result<QList<scheduler::Compose>>& composes) {
    if (!composes) {
        complain(composes.error());
        return finish(No);
    }
    QList<QJsonObject> rows;
    for (const scheduler::Compose& compose : *composes) {
        const QJsonObject row = rowOf(compose);
        if (std::all_of(filter_.terms.begin(), filter_.terms.end(), [&](const auto& t) { return matches(row, t); }))
            rows << row;
    }
    if (const QByteArray column = sort_.toLatin1(); !column.isEmpty())
        std::stable_sort(rows.begin(), rows.end(), [&](const QJsonObject& a, const QJsonObject& b) {
            const int order = QString::localeAwareCompare(cellOf(a, column.constData()), cellOf(b, column.constData()));
            return descending_ ? order > 0 : order < 0;
        });
    if (limit_ > 0)
        rows = rows.mid(0, limit_);
    if (arguments().json()) {
        QJsonArray all;
        for (const QJsonObject& row : std::as_const(rows))
            all.append(row);
        printJson(all);
    } else {
        print(arguments().has("csv") ? csvText(rows) : alignedText(rows));
    }
    finish(Done);
}

} // namespace mesoscope::app::commands
