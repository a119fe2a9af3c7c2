// The frameworks with what they hold, and their teardown.
#pragma once

#include "widgets/shell/action_request.h"
#include "widgets/shell/object_ref.h"
#include "widgets/tables/object_table.h"
#include "widgets/tables/table_link.h"

#include <QWidget>

namespace mesoscope::widgets {

class Button;
class Words;

/// GUI thread.
class FrameworksPane final : public QWidget {
    Q_OBJECT
public:
    explicit FrameworksPane(QWidget* parent = nullptr);
    void attach(cluster::Session* session);
    void apply(const cluster::Update& update, qint64 nowMs);
    bool reveal(const QString& frameworkId) { return table_->showObject(frameworkId); }

Q_SIGNALS:
    void actionRequested(const mesoscope::widgets::ActionRequest& request);

private:
    void choose();

    cluster::SnapshotPtr snapshot_;
    ObjectTable* table_;
    std::unique_ptr<TableLink<tables::TableProjection>> link_;
    Words* facts_;
    Button* teardown_;
    qint64 nowMs_ = 0;
};

} // namespace mesoscope::widgets
