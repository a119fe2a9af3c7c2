// The facts of one agent: how full it is, its drain, who loses instances if it goes, and what can be done with it.
#pragma once

#include "models/cluster/drain_impact.h"
#include "models/master/placements.h"
#include "widgets/inspector/pane.h"
#include "widgets/shell/action_request.h"
#include "widgets/shell/object_ref.h"
#include "widgets/shell/page.h"

namespace mesoscope::widgets {

/// GUI thread.
class AgentInspector final : public InspectorPane {
    Q_OBJECT
public:
    explicit AgentInspector(QWidget* parent = nullptr);
    void show(const cluster::SnapshotPtr& snapshot, cluster::Slot slot, qint64 nowMs);
    InspectorEdge edge() const { return edge_; }
    /// What draining it would take (takes) from its services; as of a moment.
    void showImpact(const QString& agent, const QList<cluster::ServiceImpact>& impact, qint64 atMs);
    /// What the agent told of its reservations and persistent volumes; a problem stands instead.
    void showHoldings(const QString& agent, const QList<master::Holding>& holdings, const QString& problem);

Q_SIGNALS:
    void actionRequested(const mesoscope::widgets::ActionRequest& request);
    void objectRequested(const mesoscope::widgets::ObjectRef& object);

private:
    void ask(ActionRequest::Verb verb);
    void showFacts(const cluster::Snapshot& snapshot, const cluster::AgentRow& agent, qint64 nowMs);
    void showDrain(const cluster::Snapshot& snapshot, const cluster::AgentRow& agent, qint64 nowMs);
    void showWindows(const cluster::Snapshot& snapshot, const cluster::AgentRow& agent, qint64 nowMs);
    void showRoom(const cluster::Snapshot& snapshot, const cluster::AgentRow& agent);
    QString impactNote(const QList<cluster::ServiceImpact>& impact) const;
    void showActions(const cluster::Snapshot& snapshot, const cluster::AgentRow& agent, qint64 nowMs);

    QString agent_;
    InspectorEdge edge_;
    KeyValues* facts_;
    KeyValues* drainFacts_;
    Words* stuckTitle_;
    KeyValues* stuck_;
    KeyValues* windows_;
    KeyValues* room_;
    KeyValues* holdings_; ///< of the agent that is shown; hidden when nothing is reserved there
    KeyValues* services_;
    Words* servicesNote_;
    Button* drain_;
    Button* deactivate_;
    Button* reactivate_;
    Button* gone_;
};

} // namespace mesoscope::widgets
