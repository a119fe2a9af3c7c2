// What changes now: stuck deployments first with their cause, steps and instances over time, and the ways back.
#pragma once

#include "widgets/controls/panels.h"
#include "widgets/controls/pills.h"
#include "widgets/deployments/deployment_list.h"
#include "widgets/inspector/pane.h"
#include "widgets/shell/page.h"

#include <QStackedLayout>

namespace mesoscope::widgets {

class StepsView;
class Waterfall;
class WaysBack;

/// GUI thread.
class DeploymentsPage final : public Page {
    Q_OBJECT
public:
    explicit DeploymentsPage(QWidget* parent = nullptr);

    QString title() const override { return tr("Deployments"); }
    Glyph glyph() const override { return Glyph::Deployments; }
    QString counts() const override;
    int badge() const override { return stuck_; }
    QWidget* inspector() override;
    InspectorEdge inspectorEdge() const override { return edge_; }
    void attach(cluster::Session* session) override;
    void apply(const cluster::Update& update) override;
    void tick(qint64 nowMs) override;
    void setNarrow(bool narrow) override;
    bool reveal(const ObjectRef& object) override;

private:
    struct Ended {
        scheduler::DeploymentPtr deployment;
        qint64 endedMs = 0;
    };
    QWidget* buildDetail();
    void remember();
    void refreshList();
    void refreshDetail();
    void showEmpty();
    DeploymentCard cardOf(const scheduler::Deployment& deployment) const;
    QString causeOf(const scheduler::Deployment& deployment) const;
    scheduler::DeploymentPtr chosen(bool* ended) const;

    cluster::Session* session_ = nullptr;
    cluster::SnapshotPtr snapshot_;
    QList<scheduler::DeploymentPtr> running_;
    QList<Ended> ended_; ///< newest first, while this program looked
    qint64 nowMs_ = 0;
    int stuck_ = 0;
    QString wanted_;
    InspectorEdge edge_;

    QStackedLayout* stack_;
    EmptyState* empty_;
    DeploymentList* list_;
    Words* heading_;
    StatePill* state_;
    Words* subtitle_;
    StepsView* steps_;
    Waterfall* waterfall_;
    InspectorPane* inspector_;
    KeyValues* facts_;
    WaysBack* ways_;
};

} // namespace mesoscope::widgets
