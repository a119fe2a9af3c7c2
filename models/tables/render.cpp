#include "models/tables/render.h"

#include "models/tables/projection.h"
#include "models/tables/words.h"
#include "models/text/format.h"

#include <QDateTime>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace mesoscope::tables {

namespace {

template<typename Visit>
void eachRow(const Table& table, const SnapshotPtr& snapshot, const RenderQuery& query, const Visit& visit) {
    const RowOrderPtr order = orderOf(table, query.query, snapshot);
    const std::size_t count =
        query.limit > 0 ? std::min(std::size_t(query.limit), order->rows.size()) : order->rows.size();
    for (std::size_t i = 0; i < count; ++i)
        visit(RowRef{*snapshot, order->rows[i].slot, snapshot->atMs, -1, order->lookup.get()});
}

QJsonValue jsonOf(const Column& column, const RowRef& row) {
    if (column.json)
        return column.json(row);
    if (column.number) {
        const double value = column.number(row);
        if (std::isnan(value))
            return QJsonValue::Null;
        return column.stamp
                   ? QJsonValue(QDateTime::fromMSecsSinceEpoch(qint64(value), Qt::UTC).toString(Qt::ISODateWithMs))
                   : QJsonValue(value);
    }
    if (column.code)
        return QString::fromLatin1(column.codeWord(column.code(row)));
    if (!column.interned)
        return column.plain(row);
    const std::string_view text = row.snapshot.view(column.interned(row));
    const std::string_view part = column.part ? column.part(text) : text;
    return QString::fromUtf8(part.data(), qsizetype(part.size()));
}

QString csvCell(QString text) {
    const bool quoted = text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('"')) ||
                        text.contains(QLatin1Char('\n')) || text.contains(QLatin1Char('\r'));
    if (!quoted)
        return text;
    text.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

QString csvOf(const Column& column, const RowRef& row) {
    const QJsonValue value = jsonOf(column, row);
    if (value.isDouble() && !column.json)
        return QString::number(value.toDouble(), 'g', 15);
    if (value.isString())
        return csvCell(value.toString());
    return value.isNull() || value.isUndefined() ? QString() : csvCell(column.text(row));
}

/// What stands in one cell of a text table.
QString plainCell(const Column& column, const RowRef& row) {
    QString text = column.text(row);
    const QString pair = column.role ? column.role(row, PairRole).toString() : QString();
    if (!pair.isEmpty())
        text += QStringLiteral(" / ") + pair;
    const QString detail = column.role ? column.role(row, DetailRole).toString() : QString();
    if (!detail.isEmpty())
        text += (text.isEmpty() ? QString() : QStringLiteral(": ")) + detail;
    return text.replace(QLatin1Char('\n'), QLatin1Char(' '));
}

bool alignsRight(CellKind kind) {
    return kind == CellKind::Number || kind == CellKind::Pair || kind == CellKind::Age || kind == CellKind::Health ||
           kind == CellKind::Capacity;
}

/// Cells a terminal needs: wide characters take two.
int cellsOf(const QString& text) {
    int cells = 0;
    for (const QChar c : text)
        cells += c.unicode() >= 0x1100 && (c.unicode() <= 0x115F || (c.unicode() >= 0x2E80 && c.unicode() <= 0xFFE6))
                     ? 2
                     : 1;
    return cells;
}

QString padded(const QString& text, int width, bool right) {
    const QString space(std::max(width - cellsOf(text), 0), QLatin1Char(' '));
    return right ? space + text : text + space;
}

} // namespace

base::Result<RenderQuery> parseRenderQuery(const Table& table, const Snapshot& snapshot, const QString& filter,
                                           const QString& sort, int limit) {
    RenderQuery result;
    result.limit = limit;
    const auto expression = parseFilter(filter);
    if (!expression)
        return tl::unexpected(expression.error());
    if (auto checked = checkFilter(*expression, table, snapshot); !checked)
        return tl::unexpected(checked.error());
    result.query.filter = *expression;
    result.query.descending = sort.startsWith(QLatin1Char('-'));
    result.query.sort = (result.query.descending ? sort.mid(1) : sort).toLatin1();
    if (sort.isEmpty() || table.column(result.query.sort.toStdString()))
        return result;
    QStringList names;
    for (const Column& column : table.columns)
        names += QLatin1String(column.id);
    base::Error error;
    error.kind = base::ErrorKind::Input;
    error.sentence = Words::tr("There is no column \"%1\" in this table.").arg(sort);
    error.advice = Words::tr("Columns: %1.").arg(names.join(QStringLiteral(", ")));
    return tl::unexpected(error);
}

QString renderText(const Table& table, const SnapshotPtr& snapshot, const RenderQuery& query) {
    std::vector<const Column*> columns;
    for (const Column& column : table.columns) {
        if (!column.hidden)
            columns.push_back(&column);
    }
    QList<QStringList> lines(1);
    for (const Column* column : columns)
        lines[0] += Words::tr(column->title).toUpper();
    eachRow(table, snapshot, query, [&](const RowRef& row) {
        QStringList line;
        for (const Column* column : columns)
            line += plainCell(*column, row);
        lines += line;
    });
    std::vector<int> widths(columns.size(), 0);
    for (const QStringList& line : lines) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            widths[i] = std::max(widths[i], cellsOf(line[qsizetype(i)]));
    }
    QString text;
    for (const QStringList& line : lines) {
        QString out;
        for (std::size_t i = 0; i < columns.size(); ++i)
            out += padded(line[qsizetype(i)], widths[i], alignsRight(columns[i]->kind)) + QStringLiteral("  ");
        while (out.endsWith(QLatin1Char(' ')))
            out.chop(1);
        text += out + QLatin1Char('\n');
    }
    return text;
}

QString renderCsv(const Table& table, const SnapshotPtr& snapshot, const RenderQuery& query) {
    QStringList names;
    for (const Column& column : table.columns)
        names += QLatin1String(column.id);
    QString text = names.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    eachRow(table, snapshot, query, [&](const RowRef& row) {
        QStringList cells;
        for (const Column& column : table.columns)
            cells += csvOf(column, row);
        text += cells.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    });
    return text;
}

QJsonArray renderJson(const Table& table, const SnapshotPtr& snapshot, const RenderQuery& query) {
    QJsonArray rows;
    eachRow(table, snapshot, query, [&](const RowRef& row) {
        QJsonObject object;
        for (const Column& column : table.columns)
            object.insert(QLatin1String(column.id), jsonOf(column, row));
        rows.append(object);
    });
    return rows;
}

} // namespace mesoscope::tables
