// All tasks of the cluster: one table, the states counted in the title row, one shared cause in one line.
#pragma once

#include "models/cluster/details.h"
#include "widgets/tables/list_page.h"
#include "widgets/tables/table_link.h"

class QSplitter;

namespace mesoscope::widgets {

class TaskDock;
class TaskInspector;
class StateCounts;

/// GUI thread.
class TasksPage final : public ListPage {
    Q_OBJECT
public:
    explicit TasksPage(QWidget* parent = nullptr);

    QString title() const override { return tr("Tasks"); }
    Glyph glyph() const override { return Glyph::Tasks; }
    QWidget* inspector() override;
    InspectorEdge inspectorEdge() const override;
    QString statusHint() const override;
    void attach(cluster::Session* session) override;
    void apply(const cluster::Update& update) override;
    void setNarrow(bool narrow) override;
    bool reveal(const ObjectRef& object) override;
    bool stepBack() override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    QString thing(int count) const override { return tr("%Ln task(s)", nullptr, count); }
    QString emptySentence() const override { return tr("The master knows no task."); }
    void currentChangedTo(const QString& id) override;
    void askDetail(const QString& task);
    void updateCause();
    void updateSelection();
    void buildActions();
    void buildDock();
    void openDock(int tab, const QStringList& tasks);
    void closeDock();
    void showLetters();
    void kill(bool scale, bool wipe);
    QStringList chosen() const;

    TableLink<tables::TableProjection> link_;
    TaskInspector* inspector_;
    StateCounts* counts_;
    QWidget* causeRow_;
    Words* cause_;
    Button* showCause_;
    Words* selected_;
    Button* logs_;
    Button* sandbox_;
    Button* command_;
    Button* kill_;
    QSplitter* split_;
    TaskDock* dock_;
    std::unique_ptr<cluster::Details> details_; ///< none while no cluster is connected
    QString asked_;                             ///< the task whose agent was asked last
    bool narrow_ = false;
};

} // namespace mesoscope::widgets
