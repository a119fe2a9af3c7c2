#include "widgets/agents/details_pane.h"

#include "models/text/format.h"
#include "widgets/agents/fact_table.h"
#include "widgets/controls/button.h"
#include "widgets/controls/panels.h"
#include "widgets/theme/metrics.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace mesoscope::widgets {

namespace {

QString amounts(const master::Scalars& s) {
    return DetailsPane::tr("%1 cpu, %2, disk %3")
        .arg(text::cpusExact(s.cpus), text::memory(s.mem), text::memory(s.disk));
}

QString resourcesText(const QList<master::Holding>& resources) {
    QStringList parts;
    for (const master::Holding& h : resources)
        parts << master::holdingText(h);
    return parts.join(QStringLiteral("; "));
}

QString labelsText(const QList<QPair<QString, QString>>& labels) {
    QStringList parts;
    for (const auto& [name, value] : labels)
        parts << (value.isEmpty() ? name : name + QLatin1Char('=') + value);
    return parts.join(QStringLiteral(", "));
}

QString amountText(const master::Holding& h) {
    if (!h.values.isEmpty())
        return h.values;
    const bool bytes = h.name == QLatin1String("mem") || h.name == QLatin1String("disk");
    return bytes ? text::memory(h.amount) : text::cpusExact(h.amount);
}

} // namespace

DetailsPane::DetailsPane(Of of, QWidget* parent) : QWidget(parent), of_(of) {
    const QString prefix = of == Of::Master ? QStringLiteral("master") : QStringLiteral("agent");
    setObjectName(prefix + QStringLiteral("Details"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gapSmall, 0, metrics::gapSmall, 0);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    tabs_ = new QTabBar;
    tabs_->setObjectName(prefix + QStringLiteral("DetailTabs"));
    tabs_->setAccessibleName(tr("Details"));
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    state_ = new Words(QString(), Text::Small, Tone::Secondary);
    again_ = Button::iconOnly(Glyph::Refresh, tr("Read again"));
    again_->setObjectName(prefix + QStringLiteral("DetailAgain"));
    row->addWidget(tabs_);
    row->addStretch(1);
    row->addWidget(state_);
    row->addWidget(again_);
    column->addLayout(row);
    stack_ = new QStackedWidget;
    column->addWidget(stack_, 1);
    const auto add = [&](const QString& title, const char* name, const QStringList& columns,
                         const QList<int>& numbers) {
        auto* table = new FactTable(prefix + QLatin1String(name), title, columns, numbers);
        tabs_->addTab(title);
        stack_->addWidget(table);
        return table;
    };
    if (of == Of::Agent)
        containers_ = add(tr("Containers"), "Containers",
                          {tr("Container"), tr("Inside"), tr("Executor"), tr("Framework"), tr("CPU seconds"),
                           tr("Memory"), tr("Limit"), tr("Process")},
                          {4, 5, 6, 7});
    if (of == Of::Agent)
        holdings_ = add(tr("Reservations, volumes"), "Holdings",
                        {tr("Resource"), tr("Amount"), tr("Role"), tr("Reserved by"), tr("Kind"), tr("Labels"),
                         tr("Volume"), tr("Path")},
                        {1});
    executors_ = add(tr("Executors"), "Executors",
                     {tr("Executor"), tr("Type"), tr("Framework"), tr("Agent"), tr("Resources"), tr("State")}, {});
    operations_ = add(
        tr("Operations"), "Operations",
        {tr("Operation"), tr("Type"), tr("State"), tr("Resources"), tr("Agent"), tr("Framework"), tr("Message")}, {});
    flags_ = add(tr("Flags"), "Flags", {tr("Flag"), tr("Value")}, {});
    metrics_ = add(tr("Metrics"), "Metrics", {tr("Metric"), tr("Value")}, {1});
    flags_->setFilterShown(true);
    metrics_->setFilterShown(true);
    connect(tabs_, &QTabBar::currentChanged, stack_, &QStackedWidget::setCurrentIndex);
    connect(again_, &QPushButton::clicked, this, &DetailsPane::ask);
}

void DetailsPane::attach(cluster::Session* session) {
    details_.reset();
    session_ = session;
    asked_.clear();
    agent_.clear();
    shown_ = {};
    state_->clear();
    if (!session)
        return;
    details_ = std::make_unique<cluster::Details>(*session);
    connect(details_.get(), &cluster::Details::read, this, &DetailsPane::take);
    if (isVisible())
        ask();
}

void DetailsPane::setAgent(const QString& agentId) {
    if (agent_ == agentId)
        return;
    agent_ = agentId;
    if (isVisible())
        ask();
}

void DetailsPane::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    const QString wanted = of_ == Of::Master ? QStringLiteral("master") : agent_;
    if (asked_ != wanted)
        ask();
}

void DetailsPane::ask() {
    asked_ = of_ == Of::Master ? QStringLiteral("master") : agent_;
    if (!details_ || asked_.isEmpty())
        return;
    state_->setText(tr("reading"));
    if (of_ == Of::Master)
        details_->readMaster();
    else
        details_->readAgent(agent_);
}

QString DetailsPane::frameworkName(const QString& id) const {
    if (snapshot_ && snapshot_->frameworks) {
        for (const cluster::FrameworkRow& row : *snapshot_->frameworks) {
            if (row.id == id)
                return row.name;
        }
    }
    return id;
}

QString DetailsPane::agentName(const QString& id) const {
    const cluster::Slot slot = snapshot_ && !id.isEmpty() ? snapshot_->findAgent(id.toStdString()) : cluster::noSlot;
    return slot == cluster::noSlot ? id : snapshot_->text(snapshot_->agents[slot].hostname);
}

void DetailsPane::fill(FactTable* table, const char* call, const QList<QStringList>& rows, const QString& none) {
    const auto problem = shown_.problems.constFind(QLatin1String(call));
    table->setRows(rows);
    if (problem != shown_.problems.cend())
        table->setSentence(problem->sentence + QLatin1Char(' ') + problem->serverText + QLatin1Char(' ') +
                           problem->advice);
    else if (rows.isEmpty())
        table->setSentence(none);
}

void DetailsPane::takeHoldings() {
    QList<QStringList> rows;
    for (const master::Holding& h : shown_.holdings)
        rows << QStringList{h.name,
                            amountText(h),
                            h.role,
                            h.principal.isEmpty() ? text::none() : h.principal,
                            h.dynamic ? tr("by a call") : tr("by the agent's flags"),
                            labelsText(h.labels),
                            h.volumeId,
                            h.containerPath +
                                (h.mode.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(h.mode.toLower()))};
    fill(holdings_, "/state", rows, tr("Nothing is reserved there, and there is no persistent volume."));
}

void DetailsPane::take(const cluster::ProcessDetails& details) {
    if (of_ == Of::Agent && details.agentId != agent_)
        return;
    shown_ = details;
    const QString version = details.version.isEmpty() ? QString() : tr("Mesos %1, ").arg(details.version);
    state_->setText(version + tr("read at %1").arg(text::timeOfDay(details.atMs, details.atMs)));
    QList<QStringList> rows;
    if (containers_) {
        for (const master::Container& c : details.containers)
            rows << QStringList{c.id,
                                c.parentId,
                                c.executorName.isEmpty() ? c.executorId : c.executorName,
                                frameworkName(c.frameworkId),
                                text::fixed(c.cpuSeconds, 2),
                                text::bytes(c.memBytes),
                                c.memLimitBytes > 0 ? text::bytes(c.memLimitBytes) : text::none(),
                                c.pid > 0 ? QString::number(c.pid) : text::none()};
        fill(containers_, "GET_CONTAINERS", rows, tr("No container runs there."));
    }
    if (holdings_)
        takeHoldings();
    rows.clear();
    for (const master::Executor& e : details.executors)
        rows << QStringList{e.id,
                            e.type,
                            frameworkName(e.frameworkId),
                            agentName(e.agentId),
                            amounts(e.resources),
                            e.completed ? tr("ended") : tr("runs")};
    fill(executors_, "GET_EXECUTORS", rows, tr("No executor of its own runs; commands run as their own executor."));
    rows.clear();
    for (const master::Operation& o : details.operations)
        rows << QStringList{
            o.id.isEmpty() ? o.uuid : o.id, o.type,   o.state, resourcesText(o.resources), agentName(o.agentId),
            frameworkName(o.frameworkId),   o.message};
    fill(operations_, "GET_OPERATIONS", rows, tr("No operation on resources is under way."));
    rows.clear();
    for (auto it = details.flags.cbegin(); it != details.flags.cend(); ++it)
        rows << QStringList{it.key(), it.value()};
    fill(flags_, "GET_FLAGS", rows, tr("It tells no flags."));
    rows.clear();
    for (auto it = details.metrics.cbegin(); it != details.metrics.cend(); ++it)
        rows << QStringList{it.key(), text::figure(it.value())};
    fill(metrics_, "GET_METRICS", rows, tr("It tells no metrics."));
}

} // namespace mesoscope::widgets
