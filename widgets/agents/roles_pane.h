// Roles with their share, quota and weight, and both editable.
#pragma once

#include "widgets/shell/action_request.h"
#include "widgets/tables/object_table.h"
#include "widgets/tables/table_link.h"

#include <QWidget>

namespace mesoscope::widgets {

class Button;
class Field;
class Words;

/// GUI thread. What is changed goes through the action flow like any other action.
class RolesPane final : public QWidget {
    Q_OBJECT
public:
    explicit RolesPane(QWidget* parent = nullptr);
    void attach(cluster::Session* session);
    void apply(const cluster::Update& update, qint64 nowMs);

Q_SIGNALS:
    void actionRequested(const mesoscope::widgets::ActionRequest& request);

private:
    QWidget* buildForm();
    void choose();
    void check();
    void askWeight();
    void askQuota();
    const cluster::RoleRow* row() const;
    std::optional<double> number(Field* field, bool& wrong) const;
    std::optional<master::Scalars> amounts(const std::array<Field*, 4>& fields, bool& wrong) const;

    cluster::SnapshotPtr snapshot_;
    ObjectTable* table_;
    std::unique_ptr<TableLink<tables::TableProjection>> link_;
    Words* name_;
    Words* note_;
    Field* weight_;
    std::array<Field*, 4> guarantee_{};
    std::array<Field*, 4> limit_{};
    Button* setWeight_;
    Button* setQuota_;
    QString shown_;
    qint64 nowMs_ = 0;
};

} // namespace mesoscope::widgets
