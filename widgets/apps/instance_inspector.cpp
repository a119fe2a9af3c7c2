#include "widgets/apps/instance_inspector.h"

#include "models/text/format.h"
#include "models/text/states.h"

namespace mesoscope::widgets {

namespace {

KeyValue moment(const QString& key, qint64 stampMs, qint64 nowMs) {
    KeyValue row{key, text::timeOfDay(stampMs, nowMs)};
    row.rest = stampMs > 0 ? text::ago(stampMs, nowMs) : QString();
    row.tip = text::exactTime(stampMs);
    return row;
}

} // namespace

InstanceInspector::InstanceInspector(QWidget* parent)
    : InspectorPane(QStringLiteral("instanceInspector"), tr("Instance"), parent) {
    status_ = new KeyValues;
    addSection(tr("Last status update"), status_);
    message_ = new Words(QString(), Text::MonoSmall, Tone::Secondary);
    message_->setWordWrap(true);
    message_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    addWidget(message_);
    place_ = new KeyValues;
    addSection(tr("Place"), place_);
    health_ = new KeyValues;
    addSection(tr("Health"), health_);
    openAgent_ = addAction(Glyph::Agents, tr("Open agent"), QStringLiteral("instanceOpenAgent"));
    openTask_ = addAction(Glyph::Tasks, tr("Show in Tasks"), QStringLiteral("instanceOpenTask"));
    logs_ = addAction(Glyph::File, tr("Logs"), QStringLiteral("instanceLogs"));
    sandbox_ = addAction(Glyph::Folder, tr("Sandbox"), QStringLiteral("instanceSandbox"));
    connect(logs_, &QPushButton::clicked, this, [this] {
        Q_EMIT objectRequested({ObjectRef::Kind::Task, task_, ObjectRef::Part::Logs});
    });
    connect(sandbox_, &QPushButton::clicked, this, [this] {
        Q_EMIT objectRequested({ObjectRef::Kind::Task, task_, ObjectRef::Part::Sandbox});
    });
    kill_ = addAction(Glyph::Kill, tr("Kill…"), QStringLiteral("instanceKill"), ButtonKind::Danger);
    const auto openAgent = [this] { Q_EMIT objectRequested({ObjectRef::Kind::Agent, agent_}); };
    connect(openAgent_, &QPushButton::clicked, this, openAgent);
    connect(place_, &KeyValues::linkActivated, this, openAgent);
    connect(openTask_, &QPushButton::clicked, this, [this] { Q_EMIT objectRequested({ObjectRef::Kind::Task, task_}); });
    connect(kill_, &QPushButton::clicked, this, [this] {
        ActionRequest request;
        request.verb = ActionRequest::Verb::KillTasks;
        request.targets = QStringList{task_};
        Q_EMIT actionRequested(request);
    });
    setNothing(tr("Choose an instance."));
}

void InstanceInspector::show(const cluster::Snapshot& snapshot, const scheduler::Instance& instance, qint64 nowMs) {
    task_ = instance.taskId;
    agent_ = instance.agentId.isEmpty() ? instance.host : instance.agentId;
    const Look look = lookOf(master::taskStateFromName(instance.state.toStdString()));
    const QString name = instance.appId.section(QLatin1Char('/'), -1);
    setHead(name, look, task_);
    edge_ = {name, look, instance.host, -1};
    showStatus(snapshot, instance, nowMs);
    showPlace(snapshot, instance, nowMs);
    showHealth(instance, nowMs);
    const QString refusal = text::actionRefusal(snapshot, base::SourceKind::Scheduler, nowMs);
    kill_->setRefusal(refusal);
    setReason(refusal);
}

/// The master's words where it knows the task; the scheduler tells none.
void InstanceInspector::showStatus(const cluster::Snapshot& snapshot, const scheduler::Instance& instance,
                                   qint64 nowMs) {
    QList<KeyValue> rows{{tr("state"), instance.state}};
    const cluster::Slot slot = snapshot.findTask(instance.taskId.toStdString());
    QString message;
    if (slot != cluster::noSlot) {
        const cluster::TaskRow& task = snapshot.tasks[slot];
        if (task.reason != 0)
            rows.append({tr("reason"), snapshot.text(task.reason)});
        rows.append(moment(tr("at"), task.statusMs, nowMs));
        message = snapshot.text(task.message);
    }
    rows.append(moment(tr("staged"), instance.stagedMs, nowMs));
    rows.append(moment(tr("started"), instance.startedMs, nowMs));
    rows.append({tr("version"), text::versionWord(instance.version, nowMs)});
    status_->setRows(rows);
    message_->setText(message);
    message_->setVisible(!message.isEmpty());
}

void InstanceInspector::showPlace(const cluster::Snapshot& snapshot, const scheduler::Instance& instance,
                                  qint64 nowMs) {
    KeyValue host{tr("agent"), instance.host};
    host.link = agent_;
    QList<KeyValue> rows{host};
    const cluster::Slot slot = snapshot.findAgent(agent_.toStdString());
    if (slot != cluster::noSlot) {
        const cluster::AgentRow& agent = snapshot.agents[slot];
        const Look look = lookOf(agent.state);
        KeyValue state{tr("state"), look.word, look.tone == Tone::Secondary ? Tone::Text : look.tone};
        state.rest = text::ageSince(agent.stateSinceMs, nowMs);
        rows.append(state);
        for (const auto& [name, value] : snapshot.attributes(agent))
            rows.append({QString::fromUtf8(name.data(), qsizetype(name.size())),
                         QString::fromUtf8(value.data(), qsizetype(value.size()))});
    }
    QStringList ports;
    for (const int port : instance.ports)
        ports += QString::number(port);
    rows.append({tr("ports"), ports.isEmpty() ? text::none() : ports.join(QStringLiteral(", "))});
    if (!instance.ipAddresses.isEmpty())
        rows.append({tr("address"), instance.ipAddresses.join(QStringLiteral(", "))});
    const cluster::InstanceUsage used =
        snapshot.usage ? snapshot.usage->value(instance.taskId) : cluster::InstanceUsage{};
    const cluster::Slot appSlot = snapshot.findApp(instance.appId);
    if (appSlot != cluster::noSlot) {
        const scheduler::App& app = *snapshot.apps[appSlot].app;
        rows.append({tr("cpu"), used.cpus < 0 ? tr("not known") : text::cpusExact(used.cpus),
                     used.cpus < 0 ? Tone::Unknown : Tone::Text, tr("used of %1").arg(text::cpus(app.cpus))});
        rows.append({tr("memory"),
                     used.memBytes < 0 ? tr("not known") : text::memory(double(used.memBytes) / 1024 / 1024),
                     used.memBytes < 0 ? Tone::Unknown : Tone::Text, tr("used of %1").arg(text::memory(app.mem))});
    }
    place_->setRows(rows);
}

void InstanceInspector::showHealth(const scheduler::Instance& instance, qint64 nowMs) {
    QList<KeyValue> rows;
    for (const auto& result : instance.health) {
        rows.append(
            {tr("check"),
             result.alive ? tr("passed") : tr("failed %Ln time(s) in a row", nullptr, result.consecutiveFailures),
             result.alive ? Tone::Text : Tone::Warning});
        if (!result.lastFailureCause.isEmpty())
            rows.append({tr("cause"), result.lastFailureCause, Tone::Warning});
        if (result.lastSuccessMs > 0)
            rows.append(moment(tr("passed at"), result.lastSuccessMs, nowMs));
        if (result.lastFailureMs > 0)
            rows.append(moment(tr("failed at"), result.lastFailureMs, nowMs));
    }
    if (rows.isEmpty())
        rows.append({tr("check"), tr("no result"), Tone::Unknown});
    health_->setRows(rows);
}

} // namespace mesoscope::widgets
