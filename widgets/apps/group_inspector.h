// A group of apps: how its apps do together, and what can be done with all of them.
#pragma once

#include "models/tables/row_order.h"
#include "widgets/apps/health_line.h"
#include "widgets/inspector/pane.h"
#include "widgets/shell/action_request.h"
#include "widgets/shell/page.h"

namespace mesoscope::widgets {

/// GUI thread.
class GroupInspector final : public InspectorPane {
    Q_OBJECT
public:
    explicit GroupInspector(QWidget* parent = nullptr);
    void show(const cluster::Snapshot& snapshot, const tables::GroupRow& group, qint64 nowMs);
    InspectorEdge edge() const { return edge_; }

Q_SIGNALS:
    void actionRequested(const mesoscope::widgets::ActionRequest& request);

private:
    Button* add(Glyph glyph, const QString& text, const char* objectName, ActionRequest::Verb verb,
                ButtonKind kind = ButtonKind::Plain);

    QString group_;
    InspectorEdge edge_;
    HealthLine* health_;
    KeyValues* facts_;
    QList<Button*> actions_;
};

} // namespace mesoscope::widgets
