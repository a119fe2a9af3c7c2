#include "widgets/agents/agent_inspector.h"

#include "models/text/format.h"
#include "models/text/states.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace mesoscope::widgets {

namespace {

using cluster::AgentRow;
using cluster::AgentState;

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
    room_ = new KeyValues;
    addSection(tr("Allocated"), room_);
    services_ = new KeyValues;
    services_->setKeyWidth(200);
    servicesNote_ = addSection(tr("Services with instances here"), services_);
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
    agent_ = snapshot->text(agent.id);
    const QString host = snapshot->text(agent.hostname);
    const Look look = lookOf(agent.state);
    QStringList subtitle;
    for (const auto& [name, value] : snapshot->attributes(agent))
        subtitle += fromView(name) + QLatin1Char(' ') + fromView(value);
    if (agent.version != 0)
        subtitle += tr("Mesos %1").arg(snapshot->text(agent.version));
    setHead(host, look, subtitle.join(QStringLiteral(" · ")));
    edge_ = {host, look, tr("%n task(s)", nullptr, int(agent.tasks)),
             agent.total.cpus > 0 ? agent.allocated.cpus / agent.total.cpus : -1};
    showFacts(*snapshot, agent, nowMs);
    showServices(*snapshot, agent);
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
    if (agent.drainStartedMs > 0) {
        KeyValue drain{tr("drain"), tr("began %1").arg(text::timeOfDay(agent.drainStartedMs, nowMs)), Tone::Draining};
        drain.rest = agent.drainGraceMs >= 0 ? tr("killed after at most %1").arg(text::duration(agent.drainGraceMs))
                                             : tr("kill grace decides");
        rows.append(drain);
        rows.append({tr("afterwards"), agent.drainMarkGone ? tr("marked gone") : tr("stays out until reactivated")});
    }
    KeyValue id{tr("agent id"), agent_};
    id.monospace = true;
    rows.append(id);
    if (agent.pid != 0)
        rows.append({tr("address"), snapshot.text(agent.pid)});
    facts_->setRows(rows);
    const QString rest = cluster::isLost(agent.state) ? tr("last known") : QString();
    QList<KeyValue> room{{tr("cpu"), ofTotal(agent.allocated.cpus, agent.total.cpus, text::cpus), Tone::Text, rest},
                         {tr("memory"), ofTotal(agent.allocated.mem, agent.total.mem, text::memory), Tone::Text, rest},
                         {tr("disk"), ofTotal(agent.allocated.disk, agent.total.disk, text::memory), Tone::Text, rest}};
    if (agent.total.gpus > 0)
        room.append({tr("GPU"), ofTotal(agent.allocated.gpus, agent.total.gpus, text::figure), Tone::Text, rest});
    if (agent.reserved.cpus > 0 || agent.reserved.mem > 0)
        room.append(
            {tr("reserved"), tr("%1 cpu, %2").arg(text::cpus(agent.reserved.cpus), text::memory(agent.reserved.mem))});
    if (agent.offered.cpus > 0)
        room.append({tr("offered"),
                     tr("%1 cpu, %2").arg(text::cpus(agent.offered.cpus), text::memory(agent.offered.mem)),
                     Tone::Accent});
    room_->setRows(room);
}

/// Which services would lose how many of their instances, the largest share first.
void AgentInspector::showServices(const cluster::Snapshot& snapshot, const AgentRow& agent) {
    QHash<base::StringId, int> here;
    for (cluster::Slot t = agent.firstTask; t < snapshot.tasks.size(); t = snapshot.tasks[t].nextOnAgent) {
        if (snapshot.tasks[t].live() && snapshot.tasks[t].app != 0)
            ++here[snapshot.tasks[t].app];
    }
    struct Loss {
        QString app;
        int here;
        int all;
        double share() const { return all > 0 ? double(here) / all : 1; }
    };
    std::vector<Loss> losses;
    for (auto it = here.cbegin(); it != here.cend(); ++it) {
        const QString app = snapshot.text(it.key());
        const cluster::Slot slot = snapshot.findApp(app);
        losses.push_back({app, it.value(), slot == cluster::noSlot ? 0 : snapshot.apps[slot].app->instances});
    }
    std::sort(losses.begin(), losses.end(), [](const Loss& a, const Loss& b) {
        return a.share() != b.share() ? a.share() > b.share() : a.app < b.app;
    });
    QList<KeyValue> rows;
    for (std::size_t i = 0; i < std::min<std::size_t>(losses.size(), 10); ++i) {
        KeyValue row{losses[i].app,
                     losses[i].all > 0 ? tr("%1 of %2").arg(losses[i].here).arg(losses[i].all)
                                       : QString::number(losses[i].here),
                     losses[i].share() >= 1 ? Tone::Bad : Tone::Text};
        row.rest = losses[i].share() >= 1 && losses[i].all > 0 ? tr("all of them") : QString();
        row.link = losses[i].app;
        rows.append(row);
    }
    services_->setRows(rows);
    servicesNote_->setText(losses.size() > 10 ? tr("%n more", nullptr, int(losses.size()) - 10)
                           : losses.empty()   ? tr("none")
                                              : QString());
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
