// Tables without a screen: what the window shows, as text for people, CSV or JSON. Any thread.
#pragma once

#include "models/tables/row_order.h"

#include <QJsonArray>

namespace mesoscope::tables {

struct RenderQuery {
    TableQuery query;
    int limit = 0; ///< 0: all
};

/// From the arguments of the command line: --filter EXPR, --sort COLUMN (a leading "-": largest first), --limit N.
/// Errors (kind Input) name the column or the place in the filter.
base::Result<RenderQuery> parseRenderQuery(const Table& table, const Snapshot& snapshot, const QString& filter,
                                           const QString& sort, int limit);

/// Aligned columns with a line of titles; the columns that are on screen.
QString renderText(const Table& table, const SnapshotPtr& snapshot, const RenderQuery& query);
/// RFC 4180: all columns, a line of column ids, CRLF.
QString renderCsv(const Table& table, const SnapshotPtr& snapshot, const RenderQuery& query);
/// All columns by their ids; numbers as numbers, states in their untranslated words, unknown as null.
QJsonArray renderJson(const Table& table, const SnapshotPtr& snapshot, const RenderQuery& query);

} // namespace mesoscope::tables
