// Ties a filter box to a table: fields, completions, and the error when a term makes no sense.
#pragma once

#include "models/tables/filter.h"
#include "models/tables/snapshot_table_model.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace mesoscope::widgets {

class FilterBox;

/// GUI thread; owned by the box. Typing is gathered for a moment before the rows are filtered anew.
class FilterLink final : public QObject {
    Q_OBJECT
public:
    using Take = std::function<base::Result<void>(const tables::FilterExpression&)>;
    FilterLink(FilterBox& box, const tables::Table& table, Take take);

    void setSnapshot(const tables::SnapshotPtr& snapshot);
    /// Replaces the filter as if it had been typed.
    void setExpression(const QString& expression);
    bool isActive() const { return !taken_.isEmpty(); }

Q_SIGNALS:
    void taken(); ///< another filter holds now

private:
    void send();
    void complete(const QString& typed);
    QStringList fields() const;

    FilterBox& box_;
    const tables::Table& table_;
    Take take_;
    tables::SnapshotPtr snapshot_;
    tables::FilterExpression taken_;
    QTimer pause_;
};

} // namespace mesoscope::widgets
