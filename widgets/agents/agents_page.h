// Agents and everything else the master owns: agents (how full each is in four looks, its state, below the tasks and
// the inside of the one that is chosen), frameworks, roles, the maintenance schedule, the master itself.
#pragma once

#include "models/cluster/details.h"
#include "models/cluster/drain_impact.h"
#include "widgets/tables/list_page.h"
#include "widgets/tables/table_link.h"

#include <QPointer>
#include <QThreadPool>

class QSplitter;
class QStackedWidget;
class QTabBar;

namespace mesoscope::widgets {

class AgentInspector;
class DetailsPane;
class DrainCurve;
class FactTable;
class FrameworksPane;
class MaintenancePane;
class ResourcesPane;
class RolesPane;
class StateCounts;

/// GUI thread. What a drain would do is worked out on another thread, from the snapshot that is shown.
class AgentsPage final : public ListPage {
    Q_OBJECT
public:
    explicit AgentsPage(QWidget* parent = nullptr);
    ~AgentsPage() override;

    QString title() const override { return tr("Agents"); }
    Glyph glyph() const override { return Glyph::Agents; }
    QWidget* inspector() override;
    InspectorEdge inspectorEdge() const override;
    void attach(cluster::Session* session) override;
    void apply(const cluster::Update& update) override;
    void setNarrow(bool narrow) override;
    bool reveal(const ObjectRef& object) override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum View { Agents, Frameworks, Roles, Maintenance, Master };
    enum Part { Tasks, Resources, Drain, Inside };

    QString thing(int count) const override { return tr("%Ln agent(s)", nullptr, count); }
    QString emptySentence() const override { return tr("No agent is registered with the master."); }
    void currentChangedTo(const QString& id) override;
    void buildViews();
    void buildTop();
    void buildBottom();
    void buildActions();
    void showView(int view);
    void updateTotals();
    void updateActions();
    void showTasksOf(const QString& agent);
    void showDrain(const cluster::AgentRow& agent);
    void ask(ActionRequest::Verb verb);
    void scheduleChosen();
    void workOutImpact();
    void workOutCourse();
    void askHoldings(const QString& id, const cluster::AgentRow& agent);
    void takeCourse(const QString& agent, const cluster::DrainCourse& course);
    QWidget* buildDrain();
    QList<QStringList> drainRows(const cluster::DrainProgress& progress) const;

    TableLink<tables::TableProjection> link_;
    AgentInspector* inspector_;
    QTabBar* views_;
    QStackedWidget* stack_;
    StateCounts* counts_;
    QWidget* legend_;
    Words* totals_;
    QWidget* bottom_;
    Words* bottomTitle_;
    QTabBar* parts_;
    QStackedWidget* partStack_;
    ObjectTable* tasks_;
    ResourcesPane* resources_;
    FactTable* drainTasks_;
    DrainCurve* drainCurve_;
    cluster::DrainCourse course_; ///< of the agent courseOf_
    QString courseOf_;
    qint64 courseAtMs_ = 0;
    DetailsPane* inside_;
    FrameworksPane* frameworks_;
    RolesPane* roles_;
    MaintenancePane* maintenance_;
    DetailsPane* master_;
    Words* selected_;
    Button* drain_;
    Button* schedule_;
    std::unique_ptr<TableLink<tables::TableProjection>> tasksLink_;
    QString shown_;
    bool narrow_ = false;
    QThreadPool pool_;
    QString impactOf_;
    qint64 impactAtMs_ = 0;
    std::unique_ptr<cluster::Details> details_; ///< none while no cluster is connected
    QString heldBy_;                            ///< the agent that was asked last for what it holds
    cluster::StringId held_ = 0;                ///< its reservations then
};

} // namespace mesoscope::widgets
