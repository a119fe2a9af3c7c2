// One instance of an app: its last status, its place, its health, what it asks for.
#pragma once

#include "widgets/inspector/pane.h"
#include "widgets/shell/action_request.h"
#include "widgets/shell/object_ref.h"
#include "widgets/shell/page.h"

namespace mesoscope::widgets {

/// GUI thread.
class InstanceInspector final : public InspectorPane {
    Q_OBJECT
public:
    explicit InstanceInspector(QWidget* parent = nullptr);
    void show(const cluster::Snapshot& snapshot, const scheduler::Instance& instance, qint64 nowMs);
    InspectorEdge edge() const { return edge_; }

Q_SIGNALS:
    void actionRequested(const mesoscope::widgets::ActionRequest& request);
    void objectRequested(const mesoscope::widgets::ObjectRef& object);

private:
    void showStatus(const cluster::Snapshot& snapshot, const scheduler::Instance& instance, qint64 nowMs);
    void showPlace(const cluster::Snapshot& snapshot, const scheduler::Instance& instance, qint64 nowMs);
    void showHealth(const scheduler::Instance& instance, qint64 nowMs);

    QString task_;
    QString agent_;
    InspectorEdge edge_;
    KeyValues* status_;
    Words* message_;
    KeyValues* place_;
    KeyValues* health_;
    Button* openAgent_;
    Button* openTask_;
    Button* logs_;
    Button* sandbox_;
    Button* kill_;
};

} // namespace mesoscope::widgets
