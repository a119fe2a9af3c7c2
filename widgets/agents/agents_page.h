// All agents: how full each is in four looks, its state, and below the tasks of the one that is chosen.
#pragma once

#include "widgets/tables/list_page.h"
#include "widgets/tables/table_link.h"

class QSplitter;

namespace mesoscope::widgets {

class AgentInspector;
class StateCounts;

/// GUI thread.
class AgentsPage final : public ListPage {
    Q_OBJECT
public:
    explicit AgentsPage(QWidget* parent = nullptr);

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
    QString thing(int count) const override { return tr("%n agent(s)", nullptr, count); }
    QString emptySentence() const override { return tr("No agent is registered with the master."); }
    void currentChangedTo(const QString& id) override;
    void buildTop();
    void buildBottom();
    void updateTotals();
    void showTasksOf(const QString& agent);

    TableLink<tables::TableProjection> link_;
    AgentInspector* inspector_;
    StateCounts* counts_;
    QWidget* legend_;
    Words* totals_;
    QWidget* bottom_;
    Words* bottomTitle_;
    ObjectTable* tasks_;
    std::unique_ptr<TableLink<tables::TableProjection>> tasksLink_;
    QString shown_;
    bool narrow_ = false;
};

} // namespace mesoscope::widgets
