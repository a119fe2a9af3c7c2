// The facts of one task and what can be done with it.
#pragma once

#include "models/master/placements.h"
#include "widgets/inspector/pane.h"
#include "widgets/shell/action_request.h"
#include "widgets/shell/object_ref.h"
#include "widgets/shell/page.h"

namespace mesoscope::widgets {

/// GUI thread.
class TaskInspector final : public InspectorPane {
    Q_OBJECT
public:
    explicit TaskInspector(QWidget* parent = nullptr);
    /// Empty id: nothing. The task is looked up by slot first.
    void show(const cluster::SnapshotPtr& snapshot, cluster::Slot slot, qint64 nowMs);
    InspectorEdge edge() const { return edge_; }
    QString task() const { return task_; }
    /// What the task's agent told; a problem stands instead of it. Ignored for another task than the one shown.
    void showDetail(const QString& task, const master::TaskDetail& detail, const QString& problem);

Q_SIGNALS:
    void actionRequested(const mesoscope::widgets::ActionRequest& request);
    void objectRequested(const mesoscope::widgets::ObjectRef& object);

private:
    void showPlace(const cluster::Snapshot& snapshot, const cluster::TaskRow& task);
    void showContainer(const cluster::Snapshot& snapshot, const cluster::TaskRow& task);
    void showStatus(const cluster::Snapshot& snapshot, const cluster::TaskRow& task, qint64 nowMs);

    QString task_;
    QString app_;
    QString agent_;
    InspectorEdge edge_;
    KeyValues* status_;
    KeyValues* place_;
    KeyValues* asks_;
    KeyValues* container_;
    KeyValues* labels_;
    KeyValues* detail_;
    Words* detailNote_;
    QString detailOf_;       ///< the task whose detail is shown
    quint64 shownFacts_ = 0; ///< what the last two were made of
    Words* message_;
    Button* openApp_;
    Button* openAgent_;
    Button* logs_;
    Button* sandbox_;
    Button* command_;
    Button* kill_;
};

} // namespace mesoscope::widgets
