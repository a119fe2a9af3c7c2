#include "models/cluster/action_runner.h"

#include "models/cluster/action_text.h"
#include "models/cluster/preview.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace mesoscope::cluster {

namespace {

using scheduler::Command;

/// A deployment that no list and no event names any more this long after the server took the change is over.
constexpr qint64 settledMs = 3'000;
/// After a lost answer the state is read until this long; then the change did not happen.
constexpr qint64 reconcileMs = 15'000;

bool answerMayBeLost(const base::Error& error) {
    return error.kind == base::ErrorKind::Timeout ||
           (error.kind == base::ErrorKind::Transport && error.httpStatus == 0) || error.httpStatus == 502 ||
           (error.httpStatus == 500 && error.serverText.isEmpty());
}

/// master.proto, Call::{DrainAgent, DeactivateAgent, ReactivateAgent, MarkAgentGone}. The grace period must be given in
/// seconds: a master reads {"nanoseconds": n} as 0.
QByteArray bodyOfCall(const AgentCommand& command, const QString& agentId) {
    static constexpr struct {
        const char* type;
        const char* field;
    } names[] = {{"DRAIN_AGENT", "drain_agent"},
                 {"DEACTIVATE_AGENT", "deactivate_agent"},
                 {"REACTIVATE_AGENT", "reactivate_agent"},
                 {"MARK_AGENT_GONE", "mark_agent_gone"}};
    const auto& name = names[std::size_t(command.verb)];
    QJsonObject body{{QStringLiteral("agent_id"), QJsonObject{{QStringLiteral("value"), agentId}}}};
    if (command.verb == AgentCommand::Verb::Drain) {
        if (command.maxGraceMs >= 0)
            body.insert(QStringLiteral("max_grace_period"),
                        QJsonObject{{QStringLiteral("seconds"), command.maxGraceMs / 1000}});
        if (command.markGone)
            body.insert(QStringLiteral("mark_gone"), true);
    }
    const QJsonObject call{{QStringLiteral("type"), QString::fromLatin1(name.type)},
                           {QString::fromLatin1(name.field), body}};
    return QJsonDocument(call).toJson(QJsonDocument::Compact);
}

QString idOfAgent(const Snapshot& snapshot, const QString& idOrHost) {
    const Slot slot = snapshot.findAgent(idOrHost.toStdString());
    return slot == noSlot ? idOrHost : snapshot.text(snapshot.agents[slot].id);
}

} // namespace

QByteArray agentCall(const AgentCommand& command, const QString& agentId) {
    return bodyOfCall(command, agentId);
}

ActionRunner::ActionRunner(Store& store, const base::Clock& clock, scheduler::Scheduler* scheduler,
                           master::Link* master, QObject* parent)
    : QObject(parent), store_(store), clock_(clock), scheduler_(scheduler), master_(master) {
    if (scheduler_)
        connect(scheduler_, &scheduler::Scheduler::deploymentEnded, this, &ActionRunner::deploymentEnded);
}

ActionRunner::Running* ActionRunner::find(ActionId id) {
    const auto it =
        std::find_if(running_.begin(), running_.end(), [id](const Running& r) { return r.progress.id == id; });
    return it == running_.end() ? nullptr : &*it;
}

void ActionRunner::finish(Running& running, ActionPhase phase, const QString& detail) {
    running.progress.phase = phase;
    running.progress.detail = detail;
    running.progress.endedMs = clock_.wallMs();
    store_.setAction(running.progress);
    store_.note(QStringLiteral("action"), running.progress.target, running.progress.title);
}

void ActionRunner::drop() {
    running_.remove_if([](const Running& r) { return isOver(r.progress.phase); });
}

void ActionRunner::start(ActionId id, const Action& action, const Snapshot& snapshot) {
    Running& running = running_.emplace_back();
    running.action = action;
    running.progress.id = id;
    running.progress.title = actionTitle(action);
    running.progress.startedMs = clock_.wallMs();
    const Preview preview = previewOf(snapshot, action);
    const auto* command = std::get_if<Command>(&action.command);
    running.progress.target =
        command ? command->targets.value(0) : std::get<AgentCommand>(action.command).agentIds.value(0);
    if (preview.refusal) {
        refused(id, *preview.refusal);
        return;
    }
    const scheduler::App* app = command ? store_.app(running.progress.target) : nullptr;
    if (app) {
        running.versionBefore = app->version;
        running.progress.before = app->instances;
        if (!action.seenVersion.isEmpty() && action.seenVersion != app->version) {
            refused(id, {base::ErrorKind::Refused,
                         ActionText::tr("%1 was changed meanwhile: version %2 was looked at, %3 is running now.")
                             .arg(app->id, action.seenVersion, app->version),
                         ActionText::tr("Look at the difference, then decide again."),
                         {},
                         0});
            return;
        }
    }
    running.progress.phase = ActionPhase::Sent;
    store_.setAction(running.progress);
    if (command) {
        sendScheduler(running);
        return;
    }
    for (const QString& agent : std::get<AgentCommand>(action.command).agentIds)
        running.left << idOfAgent(snapshot, agent);
    std::get<AgentCommand>(running.action.command).agentIds = running.left;
    running.progress.wanted = int(running.left.size());
    sendNextAgent(id);
}

void ActionRunner::sendScheduler(Running& running) {
    const auto& command = std::get<Command>(running.action.command);
    const ActionId id = running.progress.id;
    if (command.verb == Command::Verb::Scale)
        running.progress.wanted = command.instances;
    else if (command.verb == Command::Verb::KillTasks)
        running.progress.wanted = int(command.targets.size());
    else if (command.verb == Command::Verb::Restart)
        running.progress.wanted = running.progress.before;
    scheduler_->perform(command, this, [this, id](const base::Result<scheduler::CommandResult>& result) {
        if (result)
            taken(id, *result);
        else
            refused(id, result.error());
    });
}

void ActionRunner::sendNextAgent(ActionId id) {
    Running* running = find(id);
    if (!running)
        return;
    const QByteArray call = bodyOfCall(std::get<AgentCommand>(running->action.command), running->left.value(0));
    master_->call(call, this, [this, id](const base::Result<QByteArray>& result) {
        Running* current = find(id);
        if (!current)
            return;
        if (!result) {
            refused(id, result.error());
            return;
        }
        current->left.removeFirst();
        if (current->left.isEmpty())
            taken(id, {});
        else
            sendNextAgent(id);
    });
}

void ActionRunner::taken(ActionId id, const scheduler::CommandResult& result) {
    Running* running = find(id);
    if (!running)
        return;
    running->progress.phase = ActionPhase::InProgress;
    running->progress.deploymentId = result.deploymentId;
    running->takenMs = clock_.steadyMs();
    store_.setAction(running->progress);
    const auto* command = std::get_if<Command>(&running->action.command);
    const bool follows = !command || !result.deploymentId.isEmpty() || command->verb == Command::Verb::KillTasks;
    if (!follows)
        finish(*running, ActionPhase::Done, ActionText::tr("Taken by the scheduler."));
}

void ActionRunner::refused(ActionId id, const base::Error& error) {
    Running* running = find(id);
    if (!running)
        return;
    if (running->progress.phase == ActionPhase::Sent && answerMayBeLost(error)) {
        running->progress.phase = ActionPhase::Unknown;
        running->progress.detail = ActionText::tr("The answer was lost; reading the state to find out what happened.");
        running->progress.error = error;
        running->takenMs = clock_.steadyMs();
        store_.setAction(running->progress);
        if (scheduler_)
            scheduler_->resync();
        return;
    }
    running->progress.error = error;
    finish(*running, ActionPhase::Refused, error.serverText.isEmpty() ? error.sentence : error.serverText);
}

void ActionRunner::deploymentEnded(const QString& deploymentId, bool succeeded, const QString& reason) {
    for (Running& running : running_) {
        if (running.progress.deploymentId != deploymentId || isOver(running.progress.phase))
            continue;
        if (succeeded) {
            running.progress.reached = running.progress.wanted;
            finish(running, ActionPhase::Done, ActionText::tr("The deployment succeeded."));
        } else {
            running.progress.error = {
                base::ErrorKind::Status, ActionText::tr("The deployment did not end well."), {}, reason, 0};
            finish(running, ActionPhase::Failed, reason);
        }
    }
}

void ActionRunner::observe(const Snapshot& snapshot) {
    drop();
    for (Running& running : running_)
        follow(running, snapshot);
}

void ActionRunner::follow(Running& running, const Snapshot& snapshot) {
    if (running.progress.phase == ActionPhase::Unknown) {
        reconcile(running, snapshot);
        return;
    }
    if (running.progress.phase != ActionPhase::InProgress)
        return;
    const ActionProgress before = running.progress;
    const auto* command = std::get_if<Command>(&running.action.command);
    if (!command)
        followAgents(running, snapshot);
    else if (command->verb == Command::Verb::KillTasks && running.progress.deploymentId.isEmpty())
        followKill(running);
    else
        followDeployment(running, snapshot);
    if (!(before == running.progress) && !isOver(running.progress.phase))
        store_.setAction(running.progress);
}

void ActionRunner::followDeployment(Running& running, const Snapshot& snapshot) {
    ActionProgress& progress = running.progress;
    const bool listed = std::any_of(snapshot.deployments.cbegin(), snapshot.deployments.cend(),
                                    [&](const auto& d) { return d->id == progress.deploymentId; });
    running.deploymentSeen |= listed;
    if (progress.wanted > 0) {
        progress.reached = std::min(int(store_.runningTasksOf(progress.target)), progress.wanted);
        progress.detail = ActionText::tr("%1 of %2 running").arg(progress.reached).arg(progress.wanted);
    }
    if (listed || clock_.steadyMs() - running.takenMs < settledMs)
        return;
    // Normally the end comes as an event; without a stream it is a deployment that is listed no more.
    finish(running, ActionPhase::Done, ActionText::tr("The deployment is over."));
}

void ActionRunner::followKill(Running& running) {
    const QStringList& ids = std::get<Command>(running.action.command).targets;
    const auto ended =
        std::count_if(ids.cbegin(), ids.cend(), [this](const QString& id) { return !store_.taskIsLive(id); });
    running.progress.reached = int(ended);
    running.progress.detail = ActionText::tr("%1 of %2 ended").arg(ended).arg(ids.size());
    if (ended == ids.size())
        finish(running, ActionPhase::Done, ActionText::tr("%n task(s) ended.", nullptr, int(ended)));
}

void ActionRunner::followAgents(Running& running, const Snapshot& snapshot) {
    const auto& command = std::get<AgentCommand>(running.action.command);
    int reached = 0;
    int tasksLeft = 0;
    for (const QString& id : command.agentIds) {
        const AgentRow* row = store_.agentRow(id);
        if (!row) {
            ++reached;
            continue;
        }
        const bool drain = command.verb == AgentCommand::Verb::Drain;
        const bool done = drain ? row->state == AgentState::Drained || isLost(row->state)
                          : command.verb == AgentCommand::Verb::Deactivate ? row->state == AgentState::Deactivated
                          : command.verb == AgentCommand::Verb::Reactivate ? row->state == AgentState::Active
                                                                           : isLost(row->state);
        reached += done ? 1 : 0;
        tasksLeft += drain && !done ? int(row->tasks) : 0;
    }
    running.progress.reached = reached;
    running.progress.detail =
        command.verb == AgentCommand::Verb::Drain ? ActionText::tr("%n task(s) left", nullptr, tasksLeft) : QString();
    Q_UNUSED(snapshot)
    if (reached == command.agentIds.size())
        finish(running, ActionPhase::Done, ActionText::tr("Done."));
}

void ActionRunner::reconcile(Running& running, const Snapshot& snapshot) {
    const scheduler::App* app = store_.app(running.progress.target);
    const bool changed = app && app->version != running.versionBefore && !running.versionBefore.isEmpty();
    const bool appeared = app && running.versionBefore.isEmpty();
    const bool vanished = !app && !running.versionBefore.isEmpty();
    const auto* command = std::get_if<Command>(&running.action.command);
    const bool destroy = command && command->verb == Command::Verb::Destroy;
    if (changed || appeared || (destroy && vanished)) {
        running.progress.phase = ActionPhase::InProgress;
        running.progress.error = {};
        running.takenMs = clock_.steadyMs();
        for (const auto& d : snapshot.deployments) {
            if (d->affectedApps.contains(running.progress.target))
                running.progress.deploymentId = d->id;
        }
        store_.setAction(running.progress);
        return;
    }
    if (clock_.steadyMs() - running.takenMs > reconcileMs)
        finish(running, ActionPhase::Refused,
               ActionText::tr(
                   "The answer was lost and the cluster shows no change: it did not happen. It was not sent again."));
}

} // namespace mesoscope::cluster
