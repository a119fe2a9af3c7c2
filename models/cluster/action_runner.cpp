#include "models/cluster/action_runner.h"

#include "models/base/iso_time.h"
#include "models/cluster/action_text.h"
#include "models/cluster/preview.h"
#include "models/master/calls.h"
#include "models/scheduler/compose_file.h"

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

QString idOfAgent(const Snapshot& snapshot, const QString& idOrHost) {
    const Slot slot = snapshot.findAgent(idOrHost.toStdString());
    return slot == noSlot ? idOrHost : snapshot.text(snapshot.agents[slot].id);
}

} // namespace

QByteArray agentCall(const AgentCommand& command, const QString& agentId) {
    using Verb = AgentCommand::Verb;
    switch (command.verb) {
    case Verb::Drain:
        return master::drainAgentCall(agentId, command.maxGraceMs, command.markGone);
    case Verb::Deactivate:
        return master::deactivateAgentCall(agentId);
    case Verb::Reactivate:
        return master::reactivateAgentCall(agentId);
    case Verb::MarkGone:
        break;
    }
    return master::markAgentGoneCall(agentId);
}

ActionRunner::ActionRunner(Store& store, const base::Clock& clock, scheduler::Scheduler* scheduler,
                           master::Link* master, QObject* parent)
    : QObject(parent), store_(store), clock_(clock), scheduler_(scheduler), master_(master) {
    if (!scheduler_)
        return;
    connect(scheduler_, &scheduler::Scheduler::deploymentEnded, this, &ActionRunner::deploymentEnded);
    connect(scheduler_, &scheduler::Scheduler::changeSeen, this,
            [this](const scheduler::ChangeSeen& change) { changes_.insert(change.app, change); });
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
    const auto* wide = std::get_if<MasterCommand>(&action.command);
    running.progress.target = command ? command->targets.value(0)
                              : wide  ? wide->frameworkId
                                      : std::get<AgentCommand>(action.command).agentIds.value(0);
    if (preview.refusal) {
        refused(id, *preview.refusal);
        return;
    }
    if (const scheduler::AppPtr app = command ? store_.appPtr(running.progress.target) : nullptr) {
        running.versionBefore = app->version;
        running.progress.before = app->instances;
    }
    if (command)
        running.versionsBefore = versionsOf(appsTouched(snapshot, action));
    if (auto conflict = conflictWith(action)) {
        running.progress.conflict = conflict;
        refused(id, {base::ErrorKind::Refused,
                     sentenceOf(*conflict, running.progress.target),
                     ActionText::tr("Look at the difference, then decide again."),
                     {},
                     0});
        return;
    }
    running.progress.phase = ActionPhase::Sent;
    store_.setAction(running.progress);
    if (command) {
        sendScheduler(running);
        return;
    }
    if (wide)
        return sendMaster(running);
    for (const QString& agent : std::get<AgentCommand>(action.command).agentIds)
        running.left << idOfAgent(snapshot, agent);
    std::get<AgentCommand>(running.action.command).agentIds = running.left;
    running.progress.wanted = int(running.left.size());
    sendNextAgent(id);
}

/// Somebody changed the app since it was looked at, and who it was as far as the server told.
std::optional<scheduler::Conflict> ActionRunner::conflictWith(const Action& action) const {
    const auto* command = std::get_if<Command>(&action.command);
    if (!command || action.seenVersion.isEmpty())
        return std::nullopt;
    const QString target = command->targets.value(0);
    const scheduler::AppPtr now = store_.appPtr(target);
    auto conflict = scheduler::conflictOf(action.seenVersion, base::msFromIso(action.seenVersion.toStdString()), now);
    const auto change = changes_.constFind(target);
    const bool known = conflict && change != changes_.constEnd() &&
                       (change->version.isEmpty() || !now || change->version == now->version);
    if (known) {
        conflict->by = change->client;
        conflict->path = change->path;
        conflict->changedMs = change->atMs;
    }
    return conflict;
}

QHash<QString, QString> ActionRunner::versionsOf(const QStringList& apps) const {
    QHash<QString, QString> out;
    for (const QString& id : apps) {
        const scheduler::App* app = store_.app(id);
        out.insert(id, app ? app->version : QString());
    }
    return out;
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

/// What the master took is done: the next polls show it.
void ActionRunner::sendMaster(Running& running) {
    const QByteArray call = masterCall(std::get<MasterCommand>(running.action.command));
    master_->call(call, this, [this, call, id = running.progress.id](const base::Result<QByteArray>& result) {
        if (!result)
            return refused(id, master::explained(call, result.error()));
        if (Running* current = find(id))
            finish(*current, ActionPhase::Done, ActionText::tr("Taken by the master."));
    });
}

void ActionRunner::sendNextAgent(ActionId id) {
    Running* running = find(id);
    if (!running)
        return;
    const QByteArray call = agentCall(std::get<AgentCommand>(running->action.command), running->left.value(0));
    master_->call(call, this, [this, id](const base::Result<QByteArray>& result) {
        Running* current = find(id);
        if (!current)
            return;
        if (!result) {
            const QByteArray sent = agentCall(std::get<AgentCommand>(current->action.command), current->left.value(0));
            refused(id, master::explained(sent, result.error()));
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
    if (std::holds_alternative<MasterCommand>(running.action.command))
        finish(running, ActionPhase::Done, ActionText::tr("Taken by the master."));
    else if (!command)
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
        finish(running, ActionPhase::Done, ActionText::tr("%Ln task(s) ended.", nullptr, int(ended)));
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
        command.verb == AgentCommand::Verb::Drain ? ActionText::tr("%Ln task(s) left", nullptr, tasksLeft) : QString();
    Q_UNUSED(snapshot)
    if (reached == command.agentIds.size())
        finish(running, ActionPhase::Done, ActionText::tr("Done."));
}

namespace {

/// Whether an app that a command was about looks changed now. Destroying is over when it is gone.
bool looksChanged(const scheduler::App* app, const QString& before, Command::Verb verb) {
    const bool destroy = verb == Command::Verb::Destroy || verb == Command::Verb::DestroyGroup;
    if (destroy)
        return !app && !before.isEmpty();
    return app && app->version != before;
}

} // namespace

namespace {

bool obeys(const AgentRow* row, AgentCommand::Verb verb) {
    if (!row)
        return true;
    switch (verb) {
    case AgentCommand::Verb::Drain:
        return row->state == AgentState::Draining || row->state == AgentState::Drained || isLost(row->state);
    case AgentCommand::Verb::Deactivate:
        return row->state == AgentState::Deactivated;
    case AgentCommand::Verb::Reactivate:
        return row->state == AgentState::Active;
    case AgentCommand::Verb::MarkGone:
        break;
    }
    return isLost(row->state);
}

} // namespace

namespace {

/// Apps of a compose file have its name and its user as the second and third part of theirs.
bool hasAppsOfCompose(const Snapshot& snapshot, const QStringList& names) {
    for (Slot i = 0; i < snapshot.apps.size(); ++i) {
        const scheduler::AppPtr& app = snapshot.apps[i].app;
        if (app && app->id.section(QLatin1Char('.'), 1, 1) == names.value(0) &&
            app->id.section(QLatin1Char('.'), 2, 2) == names.value(1))
            return true;
    }
    return false;
}

} // namespace

/// A lost answer: what the cluster shows now decides, nothing is sent again.
bool ActionRunner::tookEffect(const Running& running, const Snapshot& snapshot) const {
    const auto* command = std::get_if<Command>(&running.action.command);
    if (const auto* wide = std::get_if<MasterCommand>(&running.action.command))
        return isFulfilled(snapshot, *wide);
    if (!command) {
        // The call that was lost is the first that is left; those behind it stay unsent.
        const auto& agents = std::get<AgentCommand>(running.action.command);
        return obeys(store_.agentRow(running.left.value(0)), agents.verb);
    }
    const QStringList& targets = command->targets;
    switch (command->verb) {
    case Command::Verb::KillTasks:
        return std::any_of(targets.cbegin(), targets.cend(),
                           [this](const QString& id) { return !store_.taskIsLive(id); });
    case Command::Verb::RevertDeployment:
    case Command::Verb::StopDeployment:
        return std::none_of(snapshot.deployments.cbegin(), snapshot.deployments.cend(),
                            [&](const auto& d) { return d->id == targets.value(0); });
    default:
        break;
    }
    if (scheduler::createsCompose(*command))
        return hasAppsOfCompose(snapshot, targets);
    // Not every scheduler gives a scaled app another version.
    const scheduler::App* app = store_.app(targets.value(0));
    const bool scaled = command->verb == Command::Verb::Scale && app && app->instances == command->instances &&
                        running.progress.before != command->instances;
    if (scaled)
        return true;
    const auto& before = running.versionsBefore;
    const auto changed = std::find_if(before.keyBegin(), before.keyEnd(), [&](const QString& id) {
        return looksChanged(store_.app(id), before.value(id), command->verb);
    });
    return changed != before.keyEnd();
}

void ActionRunner::reconcile(Running& running, const Snapshot& snapshot) {
    if (tookEffect(running, snapshot)) {
        running.progress.phase = ActionPhase::InProgress;
        running.progress.error = {};
        running.takenMs = clock_.steadyMs();
        for (const auto& d : snapshot.deployments) {
            const bool same = std::any_of(running.versionsBefore.keyBegin(), running.versionsBefore.keyEnd(),
                                          [&](const QString& app) { return d->affectedApps.contains(app); });
            if (same)
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
