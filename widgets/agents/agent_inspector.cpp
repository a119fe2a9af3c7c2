#include "widgets/agents/agent_inspector.h"

#include "models/text/format.h"
#include "models/text/states.h"

#include <QCoreApplication>

#include <algorithm>

namespace mesoscope::widgets {

namespace {

using cluster::AgentRow;
using cluster::AgentState;

constexpr int mostNamed = 6;
constexpr int mostServices = 12;

QString fromView(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString ofTotal(double part, double whole, QString (*format)(double)) {
    return whole > 0 ? QCoreApplication::translate("mesoscope::widgets::AgentInspector", "%1 of %2")
                           .arg(format(part), format(whole))
                     : text::none();
}

} // namespace

AgentInspector::AgentInspector(QWidget* parent) : InspectorPane(QStringLiteral("agentInspector"), tr("Agent"), parent) {
    facts_ = new KeyValues;
    addSection(tr("State"), facts_);
    drainFacts_ = new KeyValues;
    addWidget(drainFacts_);
    stuckTitle_ = new Words(QString(), Text::Strong, Tone::Warning);
    addWidget(stuckTitle_);
    stuck_ = new KeyValues;
    stuck_->setKeyWidth(200);
    addWidget(stuck_);
    windows_ = new KeyValues;
    addWidget(windows_);
    room_ = new KeyValues;
    addSection(tr("Allocated"), room_);
    holdings_ = new KeyValues;
    addWidget(holdings_);
    services_ = new KeyValues;
    services_->setKeyWidth(150);
    servicesNote_ = addSection(tr("Impact of a drain"), services_);
    drain_ = addAction(Glyph::Drain, tr("Drain…"), QStringLiteral("agentDrain"));
    deactivate_ = addAction(Glyph::AgentDeactivated, tr("Deactivate…"), QStringLiteral("agentDeactivate"));
    reactivate_ = addAction(Glyph::Play, tr("Reactivate…"), QStringLiteral("agentReactivate"));
    gone_ = addAction(Glyph::AgentGone, tr("Mark gone…"), QStringLiteral("agentGone"), ButtonKind::Danger);
    connect(drain_, &QPushButton::clicked, this, [this] { ask(ActionRequest::Verb::DrainAgents); });
    connect(deactivate_, &QPushButton::clicked, this, [this] { ask(ActionRequest::Verb::DeactivateAgents); });
    connect(reactivate_, &QPushButton::clicked, this, [this] { ask(ActionRequest::Verb::ReactivateAgents); });
    connect(gone_, &QPushButton::clicked, this, [this] { ask(ActionRequest::Verb::MarkAgentsGone); });
    connect(services_, &KeyValues::linkActivated, this, [this](const QString& app) {
        Q_EMIT objectRequested({ObjectRef::Kind::App, app});
    });
    connect(stuck_, &KeyValues::linkActivated, this, [this](const QString& task) {
        Q_EMIT objectRequested({ObjectRef::Kind::Task, task});
    });
    setNothing(tr("Choose an agent to see how full it is and who depends on it."));
}

void AgentInspector::ask(ActionRequest::Verb verb) {
    ActionRequest request;
    request.verb = verb;
    request.targets = QStringList{agent_};
    Q_EMIT actionRequested(request);
}

void AgentInspector::show(const cluster::SnapshotPtr& snapshot, cluster::Slot slot, qint64 nowMs) {
    edge_ = {};
    if (!snapshot || slot >= snapshot->agents.size() || snapshot->agents[slot].id == 0)
        return setNothing(tr("Choose an agent to see how full it is and who depends on it."));
    const AgentRow& agent = snapshot->agents[slot];
    if (agent_ != snapshot->text(agent.id)) {
        holdings_->setRows({});
        holdings_->hide();
        services_->setRows({});
        servicesNote_->setText(tr("being worked out"));
    }
    agent_ = snapshot->text(agent.id);
    const QString host = snapshot->text(agent.hostname);
    const Look look = lookOf(agent.state);
    QStringList subtitle;
    for (const auto& [name, value] : snapshot->attributes(agent))
        subtitle += fromView(name) + QLatin1Char(' ') + fromView(value);
    if (agent.version != 0)
        subtitle += tr("Mesos %1").arg(snapshot->text(agent.version));
    setHead(host, look, subtitle.join(QStringLiteral(" · ")));
    edge_ = {host, look, tr("%Ln task(s)", nullptr, int(agent.tasks)),
             agent.total.cpus > 0 ? agent.allocated.cpus / agent.total.cpus : -1};
    showFacts(*snapshot, agent, nowMs);
    showDrain(*snapshot, agent, nowMs);
    showWindows(*snapshot, agent, nowMs);
    showRoom(*snapshot, agent);
    showActions(*snapshot, agent, nowMs);
}

void AgentInspector::showFacts(const cluster::Snapshot& snapshot, const AgentRow& agent, qint64 nowMs) {
    QList<KeyValue> rows;
    KeyValue since{tr("since"), text::timeOfDay(agent.stateSinceMs, nowMs)};
    since.rest = text::ago(agent.stateSinceMs, nowMs);
    since.tip = text::exactTime(agent.stateSinceMs);
    rows.append(since);
    rows.append({tr("tasks"), agent.unhealthy > 0
                                  ? tr("%1 running, %2 unhealthy").arg(agent.running).arg(agent.unhealthy)
                                  : tr("%1 running of %2").arg(agent.running).arg(agent.tasks)});
    if (agent.region != 0 || agent.zone != 0)
        rows.append({tr("domain", "fault domain: region and zone"),
                     snapshot.text(agent.region) + QStringLiteral(" / ") + snapshot.text(agent.zone)});
    KeyValue id{tr("agent id"), agent_};
    id.monospace = true;
    rows.append(id);
    if (agent.pid != 0)
        rows.append({tr("address"), snapshot.text(agent.pid)});
    facts_->setRows(rows);
}

/// How far the drain is, when it ends, and who holds it up.
void AgentInspector::showDrain(const cluster::Snapshot& snapshot, const AgentRow& agent, qint64 nowMs) {
    const bool draining = agent.state == AgentState::Draining || agent.state == AgentState::Drained;
    drainFacts_->setVisible(draining);
    stuck_->setVisible(false);
    stuckTitle_->setVisible(false);
    if (!draining)
        return;
    const cluster::DrainProgress progress = cluster::drainProgress(snapshot, agent, nowMs);
    QList<KeyValue> rows;
    rows.append(
        {tr("left"), tr("%Ln task(s)", nullptr, progress.left), progress.left > 0 ? Tone::Draining : Tone::Text});
    if (progress.left > 0) {
        KeyValue end{tr("done by"), text::timeOfDay(progress.endsMs, nowMs),
                     progress.overdue > 0 ? Tone::Warning : Tone::Text};
        end.rest = progress.endsMs > nowMs ? tr("in %1").arg(text::duration(progress.endsMs - nowMs)) : tr("overdue");
        end.tip = text::exactTime(progress.endsMs);
        rows.append(end);
    }
    KeyValue began{tr("started"), text::timeOfDay(progress.startedMs, nowMs)};
    began.rest = text::ago(progress.startedMs, nowMs);
    rows.append(began);
    rows.append({tr("upper limit"),
                 agent.drainGraceMs >= 0 ? text::duration(agent.drainGraceMs) : tr("none, kill grace decides")});
    rows.append({tr("afterwards"), agent.drainMarkGone ? tr("marked gone") : tr("stays out until reactivated")});
    drainFacts_->setRows(rows);
    QList<KeyValue> tasks;
    for (const cluster::StuckTask& task : progress.tasks.mid(0, mostNamed)) {
        KeyValue row{task.app.isEmpty() ? task.task : task.app, text::timeOfDay(task.endsMs, nowMs),
                     task.overdue ? Tone::Warning : Tone::Text};
        row.rest = task.overdue ? tr("should have ended") : QString();
        row.link = task.task;
        row.tip = task.task;
        tasks.append(row);
    }
    stuck_->setRows(tasks);
    stuck_->setVisible(!tasks.isEmpty());
    stuckTitle_->setVisible(!tasks.isEmpty());
    stuckTitle_->setTone(progress.overdue > 0 ? Tone::Warning : Tone::Secondary);
    stuckTitle_->setText(progress.overdue > 0 ? tr("Stuck: %Ln task(s) should have ended", nullptr, progress.overdue)
                                              : tr("The last to end"));
}

void AgentInspector::showWindows(const cluster::Snapshot& snapshot, const AgentRow& agent, qint64 nowMs) {
    const QString host = snapshot.text(agent.hostname);
    QList<KeyValue> rows;
    for (const master::MaintenanceWindow& window : snapshot.maintenance) {
        const bool mine = std::any_of(window.machines.cbegin(), window.machines.cend(),
                                      [&host](const master::Machine& m) { return m.hostname == host; });
        const bool over = window.durationMs >= 0 && window.startMs + window.durationMs < nowMs;
        if (!mine || over)
            continue;
        KeyValue row{tr("maintenance"), text::timeOfDay(window.startMs, nowMs), Tone::Draining};
        row.rest = window.durationMs < 0 ? tr("without end") : tr("for %1").arg(text::duration(window.durationMs));
        rows.append(row);
    }
    windows_->setRows(rows);
    windows_->setVisible(!rows.isEmpty());
}

void AgentInspector::showRoom(const cluster::Snapshot& snapshot, const AgentRow& agent) {
    const QString rest = cluster::isLost(agent.state) ? tr("last known") : QString();
    QList<KeyValue> room{{tr("cpu"), ofTotal(agent.allocated.cpus, agent.total.cpus, text::cpus), Tone::Text, rest},
                         {tr("memory"), ofTotal(agent.allocated.mem, agent.total.mem, text::memory), Tone::Text, rest},
                         {tr("disk"), ofTotal(agent.allocated.disk, agent.total.disk, text::memory), Tone::Text, rest}};
    if (agent.total.gpus > 0)
        room.append({tr("GPU"), ofTotal(agent.allocated.gpus, agent.total.gpus, text::figure), Tone::Text, rest});
    const auto amounts = [](const master::Scalars& s) {
        return tr("%1 cpu, %2").arg(text::cpus(s.cpus), text::memory(s.mem));
    };
    for (const auto& [role, amount] : snapshot.reservations(agent))
        room.append({tr("reserved"), amounts(amount), Tone::Text, tr("for %1").arg(fromView(role))});
    if (agent.reserved.cpus > 0 || agent.reserved.mem > 0) {
        master::Scalars open = agent.total;
        open -= agent.reserved;
        room.append({tr("unreserved"), amounts(open)});
    }
    if (agent.offered.cpus > 0)
        room.append({tr("offered"),
                     tr("%1 cpu, %2").arg(text::cpus(agent.offered.cpus), text::memory(agent.offered.mem)),
                     Tone::Accent});
    room_->setRows(room);
}

namespace {

/// "yes", "no, volumes here", "3 of 5, not enough memory": whether the rest of the cluster takes it.
QString verdictText(const cluster::ServiceImpact& impact) {
    using Verdict = cluster::ServiceImpact::Verdict;
    const QString why = text::rejectReason(impact.reason);
    switch (impact.verdict) {
    case Verdict::Fits:
        return AgentInspector::tr("the rest takes it");
    case Verdict::PartFits:
        return AgentInspector::tr("%1 fit: %2").arg(impact.fits).arg(why);
    case Verdict::NoRoom:
        return why.isEmpty() ? AgentInspector::tr("no room") : AgentInspector::tr("no room: %1").arg(why);
    case Verdict::Pinned:
        return AgentInspector::tr("no, volumes here");
    case Verdict::Unknown:
        break;
    }
    return AgentInspector::tr("not known");
}

Tone verdictTone(const cluster::ServiceImpact& impact) {
    using Verdict = cluster::ServiceImpact::Verdict;
    return impact.verdict == Verdict::Fits                                          ? Tone::Text
           : impact.verdict == Verdict::Unknown                                     ? Tone::Unknown
           : impact.verdict == Verdict::Pinned || impact.verdict == Verdict::NoRoom ? Tone::Bad
                                                                                    : Tone::Warning;
}

} // namespace

QString AgentInspector::impactNote(const QList<cluster::ServiceImpact>& impact) const {
    const auto well = std::count_if(impact.cbegin(), impact.cend(), [](const cluster::ServiceImpact& i) {
        return i.verdict == cluster::ServiceImpact::Verdict::Fits;
    });
    if (impact.isEmpty())
        return tr("no service has instances here");
    return tr("%1 of %2 fit elsewhere").arg(well).arg(tr("%Ln service(s)", nullptr, int(impact.size())));
}

void AgentInspector::showImpact(const QString& agent, const QList<cluster::ServiceImpact>& impact, qint64 atMs) {
    if (agent != agent_)
        return;
    Q_UNUSED(atMs)
    QList<KeyValue> rows;
    for (const cluster::ServiceImpact& service : impact.mid(0, mostServices)) {
        KeyValue row{service.app.isEmpty() ? tr("other tasks") : service.app,
                     tr("%1 of %2").arg(service.lost).arg(service.total), verdictTone(service)};
        row.rest = verdictText(service);
        row.link = service.app;
        rows.append(row);
    }
    if (impact.size() > mostServices)
        rows.append({tr("and %Ln more", nullptr, int(impact.size()) - mostServices), QString()});
    services_->setRows(rows);
    servicesNote_->setText(impactNote(impact));
}

void AgentInspector::showHoldings(const QString& agent, const QList<master::Holding>& holdings,
                                  const QString& problem) {
    if (agent != agent_)
        return;
    QList<KeyValue> rows;
    if (!problem.isEmpty())
        rows.append({tr("reserved"), tr("by whom is not known"), Tone::Unknown, problem});
    for (const master::Holding& h : holdings.mid(0, mostServices)) {
        KeyValue row{h.volumeId.isEmpty() ? tr("by") : tr("volume"),
                     h.volumeId.isEmpty() ? (h.principal.isEmpty() ? tr("the agent's flags") : h.principal)
                                          : h.volumeId};
        QStringList labels;
        for (const auto& [name, value] : h.labels)
            labels << (value.isEmpty() ? name : name + QLatin1Char('=') + value);
        row.rest = (QStringList{master::holdingText(h)} + labels).join(QStringLiteral("  "));
        row.tip = row.rest;
        rows.append(row);
    }
    holdings_->setRows(rows);
    holdings_->setVisible(!rows.isEmpty());
}

void AgentInspector::showActions(const cluster::Snapshot& snapshot, const AgentRow& agent, qint64 nowMs) {
    const QString refusal = text::actionRefusal(snapshot, base::SourceKind::Master, nowMs);
    const bool out = agent.state == AgentState::Draining || agent.state == AgentState::Drained ||
                     agent.state == AgentState::Deactivated;
    const bool lost = cluster::isLost(agent.state);
    const auto refuse = [&refusal](Button* button, bool refused, const QString& why) {
        button->setRefusal(!refusal.isEmpty() ? refusal : refused ? why : QString());
    };
    refuse(drain_, lost || out, lost ? tr("The agent is not there.") : tr("It is out of service already."));
    refuse(deactivate_, lost || out, lost ? tr("The agent is not there.") : tr("It is out of service already."));
    refuse(reactivate_, !out, tr("It is in service."));
    refuse(gone_, agent.state == AgentState::Gone, tr("It is marked gone already."));
    setReason(!refusal.isEmpty() ? refusal : lost ? tr("The agent is unreachable: it can't be drained.") : QString());
}

} // namespace mesoscope::widgets
