// One app at a glance: how it does, what is wrong with which instance, what it carries, and what can be done.
#pragma once

#include "widgets/apps/health_line.h"
#include "widgets/inspector/pane.h"
#include "widgets/shell/action_request.h"
#include "widgets/shell/object_ref.h"
#include "widgets/shell/page.h"

namespace mesoscope::widgets {

class EventList;

/// GUI thread.
class AppInspector final : public InspectorPane {
    Q_OBJECT
public:
    explicit AppInspector(QWidget* parent = nullptr);
    void show(const cluster::SnapshotPtr& snapshot, cluster::Slot slot, qint64 nowMs);
    /// A group: its aggregates, no actions but those on groups.
    void showNothing(const QString& sentence);
    InspectorEdge edge() const { return edge_; }
    QString app() const { return app_; }

Q_SIGNALS:
    void actionRequested(const mesoscope::widgets::ActionRequest& request);
    void objectRequested(const mesoscope::widgets::ObjectRef& object);

private:
    void ask(ActionRequest::Verb verb);
    void showTrouble(const cluster::Snapshot& snapshot, const cluster::AppRow& row, qint64 nowMs);
    void showFacts(const cluster::Snapshot& snapshot, const cluster::AppRow& row, qint64 nowMs);
    void showActions(const cluster::Snapshot& snapshot, const cluster::AppRow& row, qint64 nowMs);

    QString app_;
    QString version_;
    InspectorEdge edge_;
    HealthLine* health_;
    Words* reason_;
    KeyValues* trouble_;
    Words* troubleNote_;
    KeyValues* now_;
    KeyValues* asks_;
    EventList* changes_;
    Button* open_;
    Button* edit_;
    Button* scale_;
    Button* restart_;
    Button* suspend_;
    Button* destroy_;
};

} // namespace mesoscope::widgets
