#include "widgets/agents/resources_pane.h"

#include "models/text/format.h"
#include "widgets/agents/fact_table.h"

#include <QVBoxLayout>

#include <algorithm>

namespace mesoscope::widgets {

namespace {

QStringList rowOf(const QString& name, const master::Scalars& s) {
    return {name, text::cpusExact(s.cpus), text::memory(s.mem), text::memory(s.disk), text::figure(s.gpus)};
}

master::Scalars less(master::Scalars from, const master::Scalars& what) {
    from -= what;
    return {std::max(0.0, from.cpus), std::max(0.0, from.mem), std::max(0.0, from.disk), std::max(0.0, from.gpus)};
}

} // namespace

ResourcesPane::ResourcesPane(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("agentResources"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    table_ = new FactTable(QStringLiteral("agentResourceTable"), tr("Resources of the agent"),
                           {tr("Part"), tr("CPU"), tr("Memory"), tr("Disk"), tr("GPU")}, {1, 2, 3, 4});
    column->addWidget(table_);
}

void ResourcesPane::show(const cluster::Snapshot& snapshot, const cluster::AgentRow& agent) {
    QList<QStringList> rows{rowOf(tr("total"), agent.total), rowOf(tr("allocated to tasks"), agent.allocated),
                            rowOf(tr("offered now"), agent.offered), rowOf(tr("reserved"), agent.reserved)};
    for (const auto& [role, amount] : snapshot.reservations(agent))
        rows << rowOf(tr("    for %1").arg(QString::fromUtf8(role.data(), qsizetype(role.size()))), amount);
    rows << rowOf(tr("unreserved"), less(agent.total, agent.reserved));
    rows << rowOf(tr("neither allocated nor offered"), less(less(agent.total, agent.allocated), agent.offered));
    table_->setRows(rows);
}

} // namespace mesoscope::widgets
