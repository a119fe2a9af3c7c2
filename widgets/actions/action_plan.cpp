#include "widgets/actions/action_plan.h"

#include <QCoreApplication>

namespace mesoscope::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::widgets::ActionPlan)
};

using Verb = ActionRequest::Verb;
using Command = scheduler::Command;

bool aboutAgents(Verb verb) {
    return verb >= Verb::DrainAgents;
}
/// One request that names all targets.
bool takesAll(Verb verb) {
    return verb == Verb::KillTasks;
}

Command::Verb commandVerb(Verb verb) {
    switch (verb) {
    case Verb::Scale:
        return Command::Verb::Scale;
    case Verb::Restart:
        return Command::Verb::Restart;
    case Verb::Suspend:
        return Command::Verb::Suspend;
    case Verb::Destroy:
        return Command::Verb::Destroy;
    case Verb::DestroyGroup:
        return Command::Verb::DestroyGroup;
    case Verb::ResetDelay:
        return Command::Verb::ResetDelay;
    case Verb::KillTasks:
        return Command::Verb::KillTasks;
    case Verb::DeployVersion:
        return Command::Verb::DeployVersion;
    case Verb::RevertDeployment:
        return Command::Verb::RevertDeployment;
    case Verb::StopDeployment:
        return Command::Verb::StopDeployment;
    case Verb::RevertGroup:
        return Command::Verb::RevertGroup;
    case Verb::ScaleGroup:
        return Command::Verb::ScaleGroup;
    case Verb::Start:
        return Command::Verb::Start;
    case Verb::Canary:
        return Command::Verb::Canary;
    case Verb::SetWeights:
        return Command::Verb::SetWeights;
    default:
        return Command::Verb::Deploy;
    }
}

cluster::AgentCommand agentCommand(const ActionRequest& request, const ActionChoices& choices) {
    using A = cluster::AgentCommand::Verb;
    cluster::AgentCommand command;
    command.verb = request.verb == Verb::DrainAgents        ? A::Drain
                   : request.verb == Verb::DeactivateAgents ? A::Deactivate
                   : request.verb == Verb::ReactivateAgents ? A::Reactivate
                                                            : A::MarkGone;
    command.agentIds = request.targets;
    command.maxGraceMs = choices.graceMs;
    command.markGone = choices.markGone;
    return command;
}

Command schedulerCommand(const ActionRequest& request, const ActionChoices& choices, const QStringList& targets) {
    Command command;
    command.verb = commandVerb(request.verb);
    command.targets = targets;
    command.document = choices.document;
    command.version = choices.version.isEmpty() ? request.version : choices.version;
    command.instances = choices.instancesOf.value(targets.value(0), choices.instances);
    command.factor = choices.factor;
    command.everyApp = choices.everyApp && request.verb == Verb::ScaleGroup;
    command.force = choices.force;
    command.killAndScale = choices.killAndScale;
    command.killAndWipe = choices.killAndWipe;
    return command;
}

const scheduler::App* appOf(const cluster::Snapshot* snapshot, const QString& id) {
    const cluster::Slot slot = snapshot ? snapshot->findApp(id) : cluster::noSlot;
    return slot == cluster::noSlot ? nullptr : snapshot->apps[slot].app.get();
}

int instancesOf(const ActionRequest& request, const cluster::Snapshot* snapshot) {
    int sum = 0;
    for (const QString& id : request.targets) {
        const scheduler::App* app = appOf(snapshot, id);
        sum += app ? app->instances : 0;
    }
    return sum;
}

SheetWords killWords(const ActionRequest& request, const ActionChoices& choices) {
    const int n = int(request.targets.size());
    SheetWords words{Words::tr("Kill %Ln task(s)", nullptr, n), Words::tr("Keep %Ln running", nullptr, n), QString(),
                     true};
    if (choices.killAndScale) {
        words.go = Words::tr("Kill %Ln and scale down", nullptr, n);
        words.wayOut = Words::tr("Way out: scale up again");
    } else if (choices.killAndWipe) {
        words.go = Words::tr("Kill %Ln and wipe", nullptr, n);
        words.wayOut = Words::tr("No way out: the data is gone");
    } else {
        words.wayOut = Words::tr("Replaced by the scheduler");
    }
    return words;
}

} // namespace

QList<cluster::Action> actionsOf(const ActionRequest& request, const ActionChoices& choices, bool oneByOne) {
    QList<cluster::Action> actions;
    if (request.verb == Verb::OfMaster) {
        actions.append({request.master, QString()});
    } else if (aboutAgents(request.verb)) {
        actions.append({agentCommand(request, choices), QString()});
    } else if (request.verb == Verb::CreateCompose) {
        actions.append({schedulerCommand(request, choices, choices.compose), QString()});
    } else if ((takesAll(request.verb) && !oneByOne) || request.targets.size() <= 1) {
        actions.append({schedulerCommand(request, choices, request.targets), request.seenVersion});
    } else {
        for (const QString& target : request.targets)
            actions.append({schedulerCommand(request, choices, {target}), choices.seenVersions.value(target)});
    }
    return actions;
}

namespace {

SheetWords masterWords(const cluster::MasterCommand& command) {
    using M = cluster::MasterCommand::Verb;
    switch (command.verb) {
    case M::Teardown:
        return {Words::tr("Tear it down"), Words::tr("Keep it running"),
                Words::tr("No way out: its tasks end and its id is used up"), true};
    case M::SetWeights:
        return {Words::tr("Set the weight"), Words::tr("Keep the weight"), Words::tr("Way out: set it back"), false};
    case M::SetQuota:
        return {Words::tr("Set the quota"), Words::tr("Keep the quota"), Words::tr("Way out: set it back"), false};
    case M::SetMaintenance:
        return {Words::tr("Change the schedule"), Words::tr("Keep the schedule"), Words::tr("Way out: change it back"),
                false};
    }
    return {};
}

} // namespace

SheetWords sheetWords(const ActionRequest& request, const ActionChoices& choices, const cluster::Snapshot* snapshot) {
    const int apps = int(request.targets.size());
    const int instances = instancesOf(request, snapshot);
    switch (request.verb) {
    case Verb::Deploy:
        return {Words::tr("Deploy"), Words::tr("Do not deploy"), Words::tr("Way out: deploy the version before"),
                false};
    case Verb::CreateCompose:
        return {Words::tr("Create its apps"), Words::tr("Create nothing"),
                Words::tr("Way out: destroy the compose file with all its apps"), false};
    case Verb::Scale:
        return {
            choices.instancesOf.size() > 1
                ? Words::tr("Scale %Ln app(s)", nullptr, apps)
                : Words::tr("Scale to %1").arg(choices.instancesOf.value(request.targets.value(0), choices.instances)),
            Words::tr("Keep %Ln instance(s)", nullptr, instances), Words::tr("Way out: scale back"),
            choices.instancesOf.isEmpty() && choices.instances == 0};
    case Verb::ScaleGroup:
        return {choices.everyApp ? Words::tr("Scale every app to %1").arg(choices.instances)
                                 : Words::tr("Scale the group by %1").arg(choices.factor),
                Words::tr("Keep the group as it is"), Words::tr("Way out: revert the group to its version of now"),
                choices.everyApp ? choices.instances == 0 : choices.factor == 0};
    case Verb::Start:
        return {Words::tr("Start"), Words::tr("Leave it stopped"), Words::tr("Way out: stop it again"), false};
    case Verb::Canary:
        return {Words::tr("Replace %Ln instance(s) by the canary", nullptr, choices.instances),
                Words::tr("Keep this version"), Words::tr("Way out: roll back"), false};
    case Verb::SetWeights:
        return {Words::tr("Shift %1 % of the traffic").arg(choices.factor * 100), Words::tr("Keep the weights"),
                Words::tr("Way out: set the share again"), false};
    case Verb::Restart:
        return {Words::tr("Restart %Ln instance(s)", nullptr, instances), Words::tr("Keep it running"),
                Words::tr("Way out: stop half-way, what restarted stays"), false};
    case Verb::Suspend:
        return {Words::tr("Suspend %Ln app(s)", nullptr, apps), Words::tr("Keep it running"),
                Words::tr("Way out: scale up again"), true};
    case Verb::Destroy:
        return {Words::tr("Destroy %Ln app(s)", nullptr, apps), Words::tr("Keep %Ln app(s)", nullptr, apps),
                Words::tr("Way out: deploy the document again"), true};
    case Verb::DestroyGroup:
        return {Words::tr("Destroy the group"), Words::tr("Keep the group"),
                Words::tr("Way out: deploy each document again"), true};
    case Verb::ResetDelay:
        return {Words::tr("Try now"), Words::tr("Keep waiting"), QString(), false};
    case Verb::KillTasks:
        return killWords(request, choices);
    case Verb::DeployVersion:
        return {Words::tr("Deploy the old version"), Words::tr("Keep this version"),
                Words::tr("Way out: deploy the newer version again"), false};
    case Verb::RevertDeployment:
        return {Words::tr("Cancel and revert"), Words::tr("Let it run"), Words::tr("Way out: deploy again"), true};
    case Verb::StopDeployment:
        return {Words::tr("Stop half-way"), Words::tr("Let it run"), Words::tr("Way out: deploy again"), true};
    case Verb::RevertGroup:
        return {Words::tr("Revert the group"), Words::tr("Keep the group as it is"),
                Words::tr("Way out: revert to the state of now"), true};
    case Verb::DrainAgents:
        return {Words::tr("Drain %Ln agent(s)", nullptr, apps), Words::tr("Keep %Ln in service", nullptr, apps),
                Words::tr("Way out: reactivate; tasks do not come back"), false};
    case Verb::DeactivateAgents:
        return {Words::tr("Deactivate %Ln agent(s)", nullptr, apps), Words::tr("Keep %Ln in service", nullptr, apps),
                Words::tr("Way out: reactivate"), false};
    case Verb::ReactivateAgents:
        return {Words::tr("Reactivate %Ln agent(s)", nullptr, apps), Words::tr("Keep as it is"),
                Words::tr("Way out: drain or deactivate again"), false};
    case Verb::OfMaster:
        return masterWords(request.master);
    case Verb::MarkAgentsGone:
        return {Words::tr("Mark %Ln agent(s) gone", nullptr, apps), Words::tr("Keep waiting for it"),
                Words::tr("No way out: it never comes back under its id"), true};
    }
    return {};
}

ActionChoices initialChoices(const ActionRequest& request, const cluster::Snapshot* snapshot) {
    ActionChoices choices;
    choices.killAndScale = request.killAndScale;
    choices.killAndWipe = request.killAndWipe;
    choices.instances = request.instances;
    const scheduler::App* app = appOf(snapshot, request.targets.value(0));
    for (const QString& id : request.targets) {
        if (const scheduler::App* one = request.targets.size() > 1 ? appOf(snapshot, id) : nullptr)
            choices.seenVersions.insert(id, one->version);
    }
    if (request.verb == Verb::Scale && choices.instances < 0)
        choices.instances = app ? app->instances : 0;
    if ((request.verb == Verb::Deploy || request.verb == Verb::Canary) && app)
        choices.document = app->document;
    if (!request.document.isEmpty())
        choices.document = request.document;
    if (request.verb == Verb::ScaleGroup) {
        choices.everyApp = false;
        choices.instances = 1;
    }
    if (request.verb == Verb::Canary) {
        choices.instances = 1;
        choices.factor = 0.1;
    }
    if (request.verb == Verb::SetWeights)
        choices.factor = 0.5;
    if (request.verb == Verb::CreateCompose)
        choices.compose = QStringList{QString(), QString(), QString()};
    return choices;
}

} // namespace mesoscope::widgets
