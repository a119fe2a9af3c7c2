#include "widgets/tasks/task_inspector.h"

#include "models/cluster/task_facts.h"
#include "models/text/format.h"
#include "models/text/states.h"

namespace mesoscope::widgets {

TaskInspector::TaskInspector(QWidget* parent) : InspectorPane(QStringLiteral("taskInspector"), tr("Task"), parent) {
    status_ = new KeyValues;
    message_ = new Words(QString(), Text::MonoSmall, Tone::Secondary);
    message_->setWordWrap(true);
    message_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    addSection(tr("Last status"), status_);
    addWidget(message_);
    place_ = new KeyValues;
    addSection(tr("Place"), place_);
    asks_ = new KeyValues;
    addSection(tr("Asks for"), asks_);
    container_ = new KeyValues;
    addSection(tr("Container and network"), container_);
    labels_ = new KeyValues;
    labels_->setKeyWidth(140);
    addSection(tr("Labels"), labels_);
    detail_ = new KeyValues;
    detailNote_ = addSection(tr("Health check and volumes"), detail_);
    openApp_ = addAction(Glyph::Apps, tr("Open app"), QStringLiteral("taskOpenApp"));
    openAgent_ = addAction(Glyph::Agents, tr("Open agent"), QStringLiteral("taskOpenAgent"));
    logs_ = addAction(Glyph::File, tr("Logs"), QStringLiteral("taskLogs"));
    sandbox_ = addAction(Glyph::Folder, tr("Sandbox"), QStringLiteral("taskSandbox"));
    command_ = addAction(Glyph::Terminal, tr("Run…"), QStringLiteral("taskCommand"));
    const auto leadTo = [this](Button* button, ObjectRef::Part part) {
        connect(button, &QPushButton::clicked, this, [this, part] {
            Q_EMIT objectRequested({ObjectRef::Kind::Task, task_, part});
        });
    };
    leadTo(logs_, ObjectRef::Part::Logs);
    leadTo(sandbox_, ObjectRef::Part::Sandbox);
    leadTo(command_, ObjectRef::Part::Command);
    kill_ = addAction(Glyph::Kill, tr("Kill…"), QStringLiteral("taskKill"), ButtonKind::Danger);
    connect(openApp_, &QPushButton::clicked, this, [this] { Q_EMIT objectRequested({ObjectRef::Kind::App, app_}); });
    connect(openAgent_, &QPushButton::clicked, this, [this] {
        Q_EMIT objectRequested({ObjectRef::Kind::Agent, agent_});
    });
    connect(place_, &KeyValues::linkActivated, this, [this] {
        Q_EMIT objectRequested({ObjectRef::Kind::Agent, agent_});
    });
    connect(kill_, &QPushButton::clicked, this, [this] {
        ActionRequest request;
        request.verb = ActionRequest::Verb::KillTasks;
        request.targets = QStringList{task_};
        Q_EMIT actionRequested(request);
    });
    setNothing(tr("Choose a task to see its status, its place and what it asks for."));
}

void TaskInspector::show(const cluster::SnapshotPtr& snapshot, cluster::Slot slot, qint64 nowMs) {
    edge_ = {};
    if (!snapshot || slot >= snapshot->tasks.size() || snapshot->tasks[slot].id == 0)
        return setNothing(tr("Choose a task to see its status, its place and what it asks for."));
    const cluster::TaskRow& task = snapshot->tasks[slot];
    task_ = snapshot->text(task.id);
    app_ = snapshot->text(task.app);
    agent_ = snapshot->text(task.agentId);
    const QString name = app_.isEmpty() ? snapshot->text(task.name) : app_.section(QLatin1Char('/'), -1);
    const Look look = lookOf(task.state, task.health);
    setHead(name, look, task_);
    edge_ = {name, look, QString(), -1};
    if (detailOf_ != task_) {
        detailOf_ = task_;
        detail_->setRows({});
        detailNote_->setText(tr("asking its agent"));
    }
    showStatus(*snapshot, task, nowMs);
    showPlace(*snapshot, task);
    QList<KeyValue> asks{{tr("cpu"), text::cpus(double(task.cpus))},
                         {tr("memory"), text::memory(double(task.mem))},
                         {tr("disk"), text::memory(double(task.disk))},
                         {tr("GPU"), text::figure(double(task.gpus))}};
    if (task.role != 0)
        asks.append({tr("role"), snapshot->text(task.role)});
    asks_->setRows(asks);
    showContainer(*snapshot, task);
    openApp_->setEnabled(!app_.isEmpty());
    command_->setRefusal(snapshot->readOnly ? tr("This connection is read-only.")
                         : task.terminal()  ? tr("The task has ended.")
                                            : QString());
    const QString refusal = task.terminal()  ? tr("The task has ended.")
                            : app_.isEmpty() ? tr("The task belongs to no app of the connected scheduler.")
                                             : text::actionRefusal(*snapshot, base::SourceKind::Scheduler, nowMs);
    kill_->setRefusal(refusal);
    setReason(refusal);
}

void TaskInspector::showStatus(const cluster::Snapshot& snapshot, const cluster::TaskRow& task, qint64 nowMs) {
    QList<KeyValue> rows{
        {tr("state"), QStringLiteral("TASK_%1").arg(QString::fromLatin1(text::plainWord(task.state)).toUpper())}};
    if (task.reason != 0)
        rows.append({tr("reason"), snapshot.text(task.reason)});
    KeyValue at{tr("at"), text::timeOfDay(task.statusMs, nowMs)};
    at.rest = text::ago(task.statusMs, nowMs);
    at.tip = text::exactTime(task.statusMs);
    rows.append(at);
    KeyValue started{tr("started"), text::timeOfDay(task.startedMs, nowMs)};
    started.rest = text::ago(task.startedMs, nowMs);
    started.tip = text::exactTime(task.startedMs);
    rows.append(started);
    status_->setRows(rows);
    message_->setText(snapshot.text(task.message));
    message_->setVisible(task.message != 0);
}

/// Parsed again only when another task, or another form of it, is looked at.
void TaskInspector::showContainer(const cluster::Snapshot& snapshot, const cluster::TaskRow& task) {
    const quint64 made =
        qHashMulti(0, snapshot.strings.get(), task.id, task.labels, task.container, task.discovery, task.networks,
                   task.ipAddresses, task.containerId.uuid.high, task.containerId.uuid.low, task.containerId.text);
    if (made == shownFacts_)
        return;
    shownFacts_ = made;
    const cluster::TaskFacts facts = cluster::taskFacts(snapshot, task);
    QList<KeyValue> rows;
    const auto add = [&rows](const QString& key, const QString& value, bool id = false) {
        if (value.isEmpty())
            return;
        KeyValue row{key, value};
        row.monospace = id;
        rows.append(row);
    };
    add(tr("type"), facts.containerType);
    add(tr("image"), facts.image);
    add(tr("container"), snapshot.containerOf(task), true);
    add(tr("networks"), facts.networks.join(QStringLiteral(", ")));
    add(tr("addresses"), facts.addresses.join(QStringLiteral(", ")));
    add(tr("service"), facts.discoveryName);
    add(tr("visible to"), facts.visibility);
    for (const QString& port : facts.ports)
        add(tr("port"), port);
    for (const QString& volume : facts.volumes)
        add(tr("volume"), volume);
    if (rows.isEmpty())
        rows.append({tr("type"), tr("none of its own"), Tone::Secondary});
    container_->setRows(rows);
    QList<KeyValue> labels;
    for (const auto& [name, value] : facts.labels)
        labels.append({name, value.isEmpty() ? text::none() : value});
    if (labels.isEmpty())
        labels.append({tr("none"), QString(), Tone::Secondary});
    labels_->setRows(labels);
}

namespace {

QList<KeyValue> healthRows(const master::HealthDefinition& health) {
    const auto seconds = [](double s) { return text::duration(qint64(s * 1000)); };
    KeyValue check{TaskInspector::tr("check"), health.type};
    check.rest = health.target;
    check.tip = health.target;
    return {
        check,
        {TaskInspector::tr("every"), seconds(health.intervalSeconds), Tone::Text,
         TaskInspector::tr("answer within %1").arg(seconds(health.timeoutSeconds))},
        {TaskInspector::tr("first after"), seconds(health.delaySeconds), Tone::Text,
         TaskInspector::tr("failures count after %1").arg(seconds(health.graceSeconds))},
        {TaskInspector::tr("killed after"), TaskInspector::tr("%Ln failure(s) in a row", nullptr, health.failures)}};
}

/// Only what is more than a plain share of the agent.
QList<KeyValue> holdingRows(const QList<master::Holding>& resources) {
    QList<KeyValue> rows;
    for (const master::Holding& h : resources) {
        if (!h.volumeId.isEmpty()) {
            KeyValue row{TaskInspector::tr("volume"), h.volumeId};
            row.rest = TaskInspector::tr("%1 at %2", "size and path").arg(text::memory(h.amount), h.containerPath);
            row.tip = master::holdingText(h);
            rows.append(row);
        } else if (h.isReserved()) {
            KeyValue row{TaskInspector::tr("reserved"), master::holdingText(h)};
            QStringList labels;
            for (const auto& [name, value] : h.labels)
                labels << (value.isEmpty() ? name : name + QLatin1Char('=') + value);
            row.rest = labels.join(QStringLiteral(", "));
            row.tip = row.value;
            rows.append(row);
        }
    }
    return rows;
}

} // namespace

void TaskInspector::showDetail(const QString& task, const master::TaskDetail& detail, const QString& problem) {
    if (task != detailOf_)
        return;
    detailNote_->setText(QString());
    if (!problem.isEmpty())
        return detail_->setRows({{tr("not known"), problem, Tone::Unknown}});
    QList<KeyValue> rows = detail.health ? healthRows(*detail.health)
                                         : QList<KeyValue>{{tr("check"), tr("none by Mesos"), Tone::Secondary}};
    if (detail.killGraceMs >= 0)
        rows.append({tr("kill grace"), text::duration(detail.killGraceMs)});
    if (!detail.user.isEmpty())
        rows.append({tr("user"), detail.user});
    detail_->setRows(rows + holdingRows(detail.resources));
}

void TaskInspector::showPlace(const cluster::Snapshot& snapshot, const cluster::TaskRow& task) {
    const bool known = task.agent < snapshot.agents.size();
    QList<KeyValue> rows;
    if (known) {
        const cluster::AgentRow& agent = snapshot.agents[task.agent];
        KeyValue host{tr("agent"), snapshot.text(agent.hostname)};
        host.link = agent_;
        rows.append(host);
        const Look look = lookOf(agent.state);
        rows.append({tr("state"), look.word, look.tone == Tone::Secondary ? Tone::Text : look.tone});
        for (const auto& [name, value] : snapshot.attributes(agent))
            rows.append({QString::fromUtf8(name.data(), qsizetype(name.size())),
                         QString::fromUtf8(value.data(), qsizetype(value.size()))});
    } else {
        KeyValue id{tr("agent"), agent_};
        id.monospace = true;
        rows.append(id);
    }
    rows.append({tr("ports"), task.ports == 0 ? text::none() : snapshot.text(task.ports)});
    if (task.ipAddresses != 0)
        rows.append({tr("address"), snapshot.text(task.ipAddresses)});
    place_->setRows(rows);
    openAgent_->setEnabled(known);
}

} // namespace mesoscope::widgets
