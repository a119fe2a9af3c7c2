// The apps page's rows: a band with what needs attention and its cause, then the groups as a tree (or all apps flat).
#pragma once

#include "models/tables/projection.h"

#include <QHash>

namespace mesoscope::tables {

/// As TableProjection for the table of apps; groups are rows with aggregates. An app of the band is not shown in its
/// group a second time; the group says so.
class AppTreeProjection final : public cluster::Projection {
public:
    explicit AppTreeProjection(TableQuery query, bool tree = true);
    ~AppTreeProjection() override;

    void setQuery(TableQuery query);
    void setTree(bool tree);
    /// What the user folded or unfolded; groups that are not mentioned follow the size of the list.
    void setExpanded(QHash<QString, bool> expanded);
    void setHeld(bool held);

    std::shared_ptr<const void> project(const SnapshotPtr& snapshot, const cluster::Diff& diff) override;

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

} // namespace mesoscope::tables
