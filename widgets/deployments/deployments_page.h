// What changes now: stuck deployments first with their cause, steps and instances over time, and the ways back.
#pragma once

#include "models/history/archive.h"
#include "widgets/controls/choice.h"
#include "widgets/controls/field.h"
#include "widgets/controls/panels.h"
#include "widgets/controls/pills.h"
#include "widgets/deployments/deployment_list.h"
#include "widgets/inspector/pane.h"
#include "widgets/shell/page.h"

#include <QStackedLayout>

namespace mesoscope::widgets {

class ChangeView;
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
    QWidget* titleContent() override { return titleRow_; }
    QWidget* inspector() override;
    InspectorEdge inspectorEdge() const override { return edge_; }
    /// Where deployments are kept over a restart; those of earlier runs are shown, too. May be null; it must outlive
    /// this page or be taken away.
    void setArchive(history::VersionArchive* archive);
    void attach(cluster::Session* session) override;
    void apply(const cluster::Update& update) override;
    void tick(qint64 nowMs) override;
    void setNarrow(bool narrow) override;
    bool reveal(const ObjectRef& object) override;
    void focusFilter() override { filter_->setFocus(); }

private:
    QWidget* buildDetail();
    void buildTitle();
    void refreshList();
    void refreshDetail();
    void takeLog();
    void refreshFacts(const scheduler::DeploymentRecord& record, bool stuck);
    QString spanOf(const scheduler::DeploymentRecord& record) const;
    void showEmpty();
    bool wanted(const scheduler::DeploymentRecord& record) const;
    DeploymentCard cardOf(const scheduler::DeploymentRecord& record) const;
    QString whatOf(const scheduler::DeploymentRecord& record) const;
    QString blockOf(const scheduler::DeploymentRecord& record) const;
    std::pair<int, int> upOf(const scheduler::DeploymentRecord& record) const;
    scheduler::DeploymentRecordPtr chosen() const;

    cluster::Session* session_ = nullptr;
    cluster::SnapshotPtr snapshot_;
    QList<scheduler::DeploymentRecordPtr> log_;
    history::KeptDeployments kept_;
    qint64 nowMs_ = 0;
    int stuck_ = 0;
    QString wantedId_;
    InspectorEdge edge_;

    QWidget* titleRow_;
    Edit* filter_;
    SegmentedChoice* which_;
    QStackedLayout* stack_;
    EmptyState* empty_;
    DeploymentList* list_;
    Words* heading_;
    StatePill* state_;
    Words* took_;
    Words* subtitle_;
    Words* block_;
    StepsView* steps_;
    Waterfall* waterfall_;
    ChangeView* change_;
    InspectorPane* inspector_;
    KeyValues* facts_;
    WaysBack* ways_;
};

} // namespace mesoscope::widgets
