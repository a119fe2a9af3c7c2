#include "app/demo/world/world.h"

#include "app/demo/world/command.h"

#include <algorithm>
#include <cstdlib>

namespace mesoscope::demo {

namespace {

Status masterStatus(TaskState state, Reason reason, std::string message) {
    Status status;
    status.state = state;
    status.source = Source::Master;
    status.reason = reason;
    status.message = std::move(message);
    return status;
}

Status executorStatus(TaskState state, std::string message = {}, Reason reason = Reason::None) {
    Status status;
    status.state = state;
    status.reason = reason;
    status.message = std::move(message);
    return status;
}

void takePorts(Agent& agent, const std::vector<int>& ports) {
    for (const int port : ports)
        agent.usedPorts.insert(std::lower_bound(agent.usedPorts.begin(), agent.usedPorts.end(), port), port);
}

void returnPorts(Agent& agent, const std::vector<int>& ports) {
    for (const int port : ports) {
        const auto found = std::lower_bound(agent.usedPorts.begin(), agent.usedPorts.end(), port);
        if (found != agent.usedPorts.end() && *found == port)
            agent.usedPorts.erase(found);
    }
}

bool portsFree(const Agent& agent, const std::vector<int>& ports) {
    return std::none_of(ports.begin(), ports.end(), [&](int port) {
        return port < agent.ports.begin || port > agent.ports.end ||
               std::binary_search(agent.usedPorts.begin(), agent.usedPorts.end(), port);
    });
}

} // namespace

// ---- observers ----------------------------------------------------------------------------------------------------

void World::addObserver(WorldObserver* observer) {
    const Lock guard(mutex_);
    observers_.push_back(observer);
}

void World::removeObserver(WorldObserver* observer) {
    const Lock guard(mutex_);
    std::erase(observers_, observer);
}

void World::tell(Framework& framework, const Task& task, const Status& status) {
    if (!framework.listener || framework.removed)
        return;
    post([this, index = framework.index, task, status] {
        Framework& receiver = *frameworks_[index];
        if (receiver.listener)
            receiver.listener->statusUpdate(task, status);
    });
}

void World::touch(Task& task) {
    for (WorldObserver* observer : observers_)
        observer->taskChanges(task);
    task.lengths = {};
}

void World::touch(Agent& agent) {
    for (WorldObserver* observer : observers_)
        observer->agentChanges(agent);
    agent.lengths = {};
}

// ---- tasks --------------------------------------------------------------------------------------------------------

Task* World::findTask(std::string_view taskId) {
    const Lock guard(mutex_);
    const auto found = taskIds_.find(taskId);
    return found == taskIds_.end() ? nullptr : found->second;
}

Task& World::insertTask(std::uint32_t framework, std::uint32_t agentIndex, TaskInfo info) {
    auto owned = std::make_unique<Task>();
    Task& task = *owned;
    task.info = std::move(info);
    task.serial = nextTask_++;
    task.agent = agentIndex;
    task.framework = framework;
    task.launched = now();
    task.slot = tasks_.size();
    tasks_.push_back(std::move(owned));
    taskIds_[task.info.id] = &task;
    podTasks_ += !task.info.executorId.empty();
    Agent& agent = *agents_[agentIndex];
    touch(agent);
    agent.tasks.push_back(&task);
    agent.allocated += task.spec().resources;
    takePorts(agent, task.info.ports);
    frameworks_[framework]->allocated += task.spec().resources;
    ++frameworks_[framework]->taskCount;
    return task;
}

std::unique_ptr<Task> World::extractTask(Task& task) {
    podTasks_ -= !task.info.executorId.empty();
    Agent& agent = *agents_[task.agent];
    touch(agent);
    std::erase(agent.tasks, &task);
    agent.allocated -= task.spec().resources;
    returnPorts(agent, task.info.ports);
    Framework& framework = *frameworks_[task.framework];
    framework.allocated -= task.spec().resources;
    --framework.taskCount;
    taskIds_.erase(task.info.id);
    const std::size_t slot = task.slot;
    std::unique_ptr<Task> owned = std::move(tasks_[slot]);
    if (slot + 1 != tasks_.size()) {
        tasks_[slot] = std::move(tasks_.back());
        tasks_[slot]->slot = slot;
    }
    tasks_.pop_back();
    return owned;
}

void World::complete(std::unique_ptr<Task> task) {
    Framework& framework = *frameworks_[task->framework];
    taskBehaviour_.erase(task->info.id);
    framework.completed.push_back(std::move(task));
    if (framework.completed.size() > maxCompleted)
        framework.completed.pop_front();
}

void World::applyStatus(Task& task, Status status) {
    const Lock guard(mutex_);
    if (status.time == 0)
        status.time = now();
    touch(task);
    task.state = status.state;
    if (!task.statuses.empty() && task.statuses.back().state == status.state)
        task.statuses.back() = status;
    else
        task.statuses.push_back(status);
    for (WorldObserver* observer : observers_)
        observer->taskUpdated(task, status);
    Framework& framework = *frameworks_[task.framework];
    Agent& agent = *agents_[task.agent];
    std::unique_ptr<Task> gone;
    if (status.state == TaskState::Unreachable)
        framework.unreachable.push_back(extractTask(task));
    else if (isTerminal(status.state))
        gone = extractTask(task);
    tell(framework, task, status);
    if (gone)
        complete(std::move(gone));
    if (isTerminal(status.state))
        checkDrained(agent);
}

void World::later(const Task& task, double delay, std::function<void(Task&)> fn) {
    schedule(delay, [this, id = task.info.id, serial = task.serial, fn = std::move(fn)] {
        Task* found = findTask(id);
        if (found && found->serial == serial)
            fn(*found);
    });
}

void World::startTask(Task& task) {
    later(task, 0.15 + 0.25 * random(), [this](Task& staged) {
        if (agents_[staged.agent]->state != AgentState::Active || staged.state != TaskState::Staging)
            return;
        applyStatus(staged, executorStatus(TaskState::Starting));
        later(staged, staged.spec().container ? 0.6 + 0.9 * random() : 0.1 + 0.2 * random(),
              [this](Task& starting) { taskRunning(starting); });
    });
}

void World::taskRunning(Task& task) {
    if (task.state != TaskState::Starting)
        return;
    applyStatus(task, executorStatus(TaskState::Running));
    planEnd(task);
    if (task.spec().healthCheck)
        later(task,
              task.spec().healthCheck->delaySeconds +
                  std::min(1.0, task.spec().healthCheck->intervalSeconds) * random(),
              [this](Task& running) { reportHealth(running); });
}

void World::planEnd(Task& task) {
    const CommandPlan plan = planOf(task.spec().command);
    if (plan.servesForEver)
        return;
    later(task, plan.seconds, [this, plan](Task& running) {
        if (agents_[running.agent]->state != AgentState::Active)
            return;
        applyStatus(running, executorStatus(plan.status == 0 ? TaskState::Finished : TaskState::Failed,
                                            "Command exited with status " + std::to_string(plan.status)));
    });
}

void World::reportHealth(Task& task) {
    if (task.state != TaskState::Running || !task.spec().healthCheck)
        return;
    const HealthCheck& check = *task.spec().healthCheck;
    const bool healthy = behaviour(task).healthy;
    const std::int8_t now8 = healthy ? 1 : 0;
    if (task.healthy() != now8) {
        Status status = executorStatus(TaskState::Running, {}, Reason::HealthCheckStatusUpdated);
        status.healthy = now8;
        applyStatus(task, status);
    }
    if (healthy)
        return;
    later(task, check.intervalSeconds * check.consecutiveFailures, [this](Task& sick) {
        if (sick.healthy() == 0 && !behaviour(sick).healthy)
            killTask(sick, sick.spec().killGraceSeconds, Reason::None);
    });
}

void World::endTask(const std::string& taskId, TaskState state, const std::string& message, Reason reason) {
    const Lock guard(mutex_);
    if (Task* task = findTask(taskId))
        applyStatus(*task, executorStatus(state, message, reason));
}

Task& World::placeRunning(const std::string& frameworkId, std::uint32_t agentIndex, TaskInfo info, double ageSeconds) {
    const Lock guard(mutex_);
    Task& task = insertTask(findFramework(frameworkId)->index, agentIndex, std::move(info));
    task.launched = now() - ageSeconds;
    Status starting = executorStatus(TaskState::Starting);
    starting.time = task.launched + 0.31;
    Status running = executorStatus(TaskState::Running);
    running.time = task.launched + 1.04;
    if (task.spec().healthCheck) {
        running.healthy = behaviour(task).healthy ? 1 : 0;
        running.reason = Reason::HealthCheckStatusUpdated;
    }
    task.statuses.reserve(2);
    task.statuses.push_back(std::move(starting));
    task.statuses.push_back(std::move(running));
    task.state = TaskState::Running;
    planEnd(task);
    return task;
}

Task& World::launchDirectly(std::uint32_t framework, std::uint32_t agentIndex, TaskInfo info) {
    const Lock guard(mutex_);
    Task& task = insertTask(framework, agentIndex, std::move(info));
    for (WorldObserver* observer : observers_)
        observer->taskAdded(task);
    return task;
}

Task* World::launchOn(const std::string& frameworkId, std::uint32_t agentIndex, TaskInfo info) {
    const Lock guard(mutex_);
    Framework* framework = findFramework(frameworkId);
    if (!framework || leader_ < 0 || agentIndex >= agents_.size() || findTask(info.id))
        return nullptr;
    Agent& agent = *agents_[agentIndex];
    if (agent.state != AgentState::Active || agent.deactivated || !agent.free().contains(info.spec->resources) ||
        !portsFree(agent, info.ports))
        return nullptr;
    rescind(agent);
    Task& task = launchDirectly(framework->index, agentIndex, std::move(info));
    startTask(task);
    return &task;
}

void World::killTask(Task& task, double graceSeconds, Reason reason) {
    if (task.state == TaskState::Staging) {
        applyStatus(task, executorStatus(TaskState::Killed, "Killed before delivery to the executor",
                                         Reason::KilledDuringLaunch));
        return;
    }
    if (task.state == TaskState::Killing)
        return;
    if (frameworks_[task.framework]->info.killingState)
        applyStatus(task, executorStatus(TaskState::Killing, {}, reason));
    const bool stubborn = ignoresTerm(task.spec().command);
    const double delay = stubborn ? graceSeconds : std::min(graceSeconds, 0.1 + 0.3 * random());
    later(task, delay, [this, reason, stubborn](Task& dying) {
        if (agents_[dying.agent]->state == AgentState::Active)
            applyStatus(dying, executorStatus(TaskState::Killed,
                                              stubborn ? "Command terminated with signal Killed"
                                                       : "Command terminated with signal Terminated",
                                              reason));
    });
}

void World::kill(const std::string& frameworkId, const std::string& taskId, std::optional<double> graceSeconds) {
    const Lock guard(mutex_);
    Framework* framework = findFramework(frameworkId);
    if (!framework)
        return;
    if (Task* task = findTask(taskId)) {
        if (agents_[task->agent]->state == AgentState::Active)
            killTask(*task, graceSeconds.value_or(task->spec().killGraceSeconds), Reason::None);
        return;
    }
    const auto same = [&](const auto& t) { return t->id() == taskId; };
    if (std::any_of(framework->unreachable.begin(), framework->unreachable.end(), same))
        return; // the master can't reach its agent: no answer, as in Mesos
    TaskInfo info;
    info.id = taskId;
    info.spec = std::make_shared<TaskSpec>();
    rejectTask(*framework, info, 0,
               masterStatus(framework->info.partitionAware ? TaskState::Unknown : TaskState::Lost,
                            Reason::Reconciliation, "Attempted to kill an unknown task"));
}

void World::rejectTask(Framework& framework, const TaskInfo& info, std::uint32_t agent, const Status& status) {
    Task task;
    task.info = info;
    task.agent = agent;
    task.framework = framework.index;
    task.state = status.state;
    task.statuses = {status};
    task.statuses.back().time = now();
    tell(framework, task, task.statuses.back());
}

// ---- behaviour ----------------------------------------------------------------------------------------------------

Behaviour World::behaviour(const Task& task) const {
    const Lock guard(mutex_);
    if (const auto found = taskBehaviour_.find(task.info.id); found != taskBehaviour_.end())
        return found->second;
    if (const auto found = serviceBehaviour_.find(task.spec().app); found != serviceBehaviour_.end())
        return found->second;
    if (const auto found = agentBehaviour_.find(task.agent); found != agentBehaviour_.end())
        return found->second;
    Behaviour result;
    result.latencyMs = 4 + static_cast<double>(std::hash<std::string>()(task.spec().app) % 360) / 8;
    if (const auto text = task.spec().label("demo.latencyMs"); !text.empty())
        result.latencyMs = std::strtod(std::string(text).c_str(), nullptr);
    if (const auto text = task.spec().label("demo.errorShare"); !text.empty())
        result.errorShare = std::strtod(std::string(text).c_str(), nullptr);
    result.healthy = task.spec().label("demo.healthy") != "false";
    return result;
}

std::optional<Behaviour> World::behaviour(std::string_view taskId) {
    const Lock guard(mutex_);
    const Task* task = findTask(taskId);
    return task ? std::optional(behaviour(*task)) : std::nullopt;
}

void World::behaviourChanged(const std::function<bool(const Task&)>& concerns) {
    for (const auto& task : tasks_)
        if (concerns(*task))
            behaviourChanged(*task);
}

void World::behaviourChanged(Task& task) {
    if (task.spec().healthCheck)
        later(task, task.spec().healthCheck->intervalSeconds * random(),
              [this](Task& checked) { reportHealth(checked); });
    Framework& framework = *frameworks_[task.framework];
    if (framework.listener && !framework.removed)
        framework.listener->behaviourChanged(task);
}

void World::setTaskBehaviour(const std::string& taskId, const Behaviour& behaviour) {
    const Lock guard(mutex_);
    taskBehaviour_[taskId] = behaviour;
    if (Task* task = findTask(taskId))
        behaviourChanged(*task);
}

void World::clearTaskBehaviour(const std::string& taskId) {
    const Lock guard(mutex_);
    taskBehaviour_.erase(taskId);
    if (Task* task = findTask(taskId))
        behaviourChanged(*task);
}

void World::setServiceBehaviour(const std::string& app, const Behaviour& behaviour) {
    const Lock guard(mutex_);
    serviceBehaviour_[app] = behaviour;
    behaviourChanged([&](const Task& task) { return task.spec().app == app; });
}

void World::clearServiceBehaviour(const std::string& app) {
    const Lock guard(mutex_);
    serviceBehaviour_.erase(app);
    behaviourChanged([&](const Task& task) { return task.spec().app == app; });
}

void World::setAgentBehaviour(std::uint32_t agentIndex, const Behaviour& behaviour) {
    const Lock guard(mutex_);
    agentBehaviour_[agentIndex] = behaviour;
    for (Task* task : agents_.at(agentIndex)->tasks)
        behaviourChanged(*task);
}

void World::clearAgentBehaviour(std::uint32_t agentIndex) {
    const Lock guard(mutex_);
    agentBehaviour_.erase(agentIndex);
    for (Task* task : agents_.at(agentIndex)->tasks)
        behaviourChanged(*task);
}

void World::setServiceSource(ServiceSource* source) {
    const Lock guard(mutex_);
    services_ = source;
}

std::vector<Service> World::services() {
    const Lock guard(mutex_);
    return services_ ? services_->services() : std::vector<Service>();
}

std::uint64_t World::servicesVersion() const {
    const Lock guard(mutex_);
    return services_ ? services_->servicesVersion() : 0;
}

// ---- agents -------------------------------------------------------------------------------------------------------

Agent& World::addAgent(Agent agent, bool announce) {
    const Lock guard(mutex_);
    auto owned = std::make_unique<Agent>(std::move(agent));
    owned->index = static_cast<std::uint32_t>(agents_.size());
    owned->id = clusterUuid_ + "-S" + std::to_string(owned->index);
    if (owned->registered == 0)
        owned->registered = now();
    agents_.push_back(std::move(owned));
    Agent& added = *agents_.back();
    agentIds_[added.id] = added.index;
    if (announce)
        for (WorldObserver* observer : observers_)
            observer->agentAdded(added);
    planAllocation();
    return added;
}

Agent* World::findAgent(std::string_view id) {
    const Lock guard(mutex_);
    const auto found = agentIds_.find(id);
    return found == agentIds_.end() ? nullptr : agents_[found->second].get();
}

Agent* World::findAgentByHostname(std::string_view hostname) {
    const Lock guard(mutex_);
    for (const auto& agent : agents_)
        if (agent->hostname == hostname)
            return agent.get();
    return nullptr;
}

void World::loseTasks(Agent& agent, Status aware, Status plain) {
    const std::vector<Task*> tasks = agent.tasks;
    for (Task* task : tasks)
        applyStatus(*task, frameworks_[task->framework]->info.partitionAware ? aware : plain);
}

void World::loseAgent(std::uint32_t index, double timeoutSeconds) {
    const Lock guard(mutex_);
    Agent& agent = *agents_.at(index);
    if (agent.state != AgentState::Active)
        return;
    rescind(agent);
    touch(agent);
    agent.state = AgentState::Disconnected;
    const std::vector<Task*> tasks = agent.tasks;
    for (Task* task : tasks)
        if (!frameworks_[task->framework]->info.checkpoint)
            applyStatus(*task, masterStatus(TaskState::Lost, Reason::AgentDisconnected,
                                            "Agent " + agent.hostname + " disconnected"));
    schedule(timeoutSeconds, [this, index] { becomeUnreachable(index); });
}

void World::becomeUnreachable(std::uint32_t index) {
    Agent& agent = *agents_[index];
    if (agent.state != AgentState::Disconnected)
        return;
    touch(agent);
    agent.state = AgentState::Unreachable;
    Status aware = masterStatus(TaskState::Unreachable, Reason::AgentRemoved, "health check timed out");
    aware.unreachableTime = now();
    Status plain = aware;
    plain.state = TaskState::Lost;
    loseTasks(agent, aware, plain);
    for (const auto& framework : frameworks_)
        if (framework->listener && !framework->removed)
            post([this, index, to = framework.get()] { to->listener->agentLost(*agents_[index]); });
}

void World::returnAgent(std::uint32_t index) {
    const Lock guard(mutex_);
    Agent& agent = *agents_.at(index);
    if (agent.state != AgentState::Disconnected && agent.state != AgentState::Unreachable)
        return;
    const bool wasUnreachable = agent.state == AgentState::Unreachable;
    touch(agent);
    agent.state = AgentState::Active;
    agent.reregistered = now();
    if (!wasUnreachable)
        return;
    agent.registered = now();
    for (const auto& framework : frameworks_) {
        std::vector<std::shared_ptr<const Task>> back;
        for (auto& task : framework->unreachable)
            if (task->agent == index)
                back.push_back(std::move(task));
        std::erase(framework->unreachable, nullptr);
        for (const auto& old : back) {
            Task& task = insertTask(framework->index, index, old->info);
            task.launched = old->launched;
            task.state = TaskState::Running;
            for (WorldObserver* observer : observers_)
                observer->taskAdded(task);
            Status status = masterStatus(TaskState::Running, Reason::AgentReregistered, {});
            applyStatus(task, status);
        }
    }
    for (WorldObserver* observer : observers_)
        observer->agentAdded(agent);
    planAllocation();
}

void World::removeAgent(std::uint32_t index) {
    const Lock guard(mutex_);
    Agent& agent = *agents_.at(index);
    if (!agent.listed())
        return;
    rescind(agent);
    const std::string message = "Agent " + agent.hostname + " removed: the agent unregistered";
    loseTasks(agent, masterStatus(TaskState::Gone, Reason::AgentRemoved, message),
              masterStatus(TaskState::Lost, Reason::AgentRemoved, message));
    touch(agent);
    agent.state = AgentState::Removed;
    for (WorldObserver* observer : observers_)
        observer->agentRemoved(agent);
}

bool World::drainAgent(std::string_view id, std::optional<double> graceSeconds, bool markGone) {
    const Lock guard(mutex_);
    Agent* agent = findAgent(id);
    if (!agent || !agent->listed())
        return false;
    rescind(*agent);
    touch(*agent);
    agent->deactivated = true;
    agent->drain = {DrainState::Draining, graceSeconds.has_value(), graceSeconds.value_or(0), markGone, now()};
    schedule(0.3, [this, index = agent->index] {
        Agent& draining = *agents_[index];
        if (draining.drain.state != DrainState::Draining || draining.state != AgentState::Active)
            return;
        const std::vector<Task*> tasks = draining.tasks;
        for (Task* task : tasks)
            killTask(*task,
                     draining.drain.hasGrace ? std::min(draining.drain.graceSeconds, task->spec().killGraceSeconds)
                                             : task->spec().killGraceSeconds,
                     Reason::AgentDraining);
        checkDrained(draining);
    });
    return true;
}

void World::checkDrained(Agent& agent) {
    if (agent.drain.state != DrainState::Draining || !agent.tasks.empty())
        return;
    touch(agent);
    agent.drain.state = DrainState::Drained;
    if (agent.drain.markGone)
        post([this, id = agent.id] { markAgentGone(id); });
}

bool World::deactivateAgent(std::string_view id) {
    const Lock guard(mutex_);
    Agent* agent = findAgent(id);
    if (!agent || !agent->listed())
        return false;
    rescind(*agent);
    touch(*agent);
    agent->deactivated = true;
    return true;
}

bool World::reactivateAgent(std::string_view id) {
    const Lock guard(mutex_);
    Agent* agent = findAgent(id);
    if (!agent || !agent->listed() || agent->drain.state == DrainState::Draining)
        return false;
    touch(*agent);
    agent->deactivated = false;
    agent->drain = {};
    planAllocation();
    return true;
}

bool World::markAgentGone(std::string_view id) {
    const Lock guard(mutex_);
    Agent* agent = findAgent(id);
    if (!agent || agent->state == AgentState::Removed)
        return false;
    if (agent->state == AgentState::Gone)
        return true;
    rescind(*agent);
    const std::string message = "Agent has been marked gone";
    loseTasks(*agent, masterStatus(TaskState::GoneByOperator, Reason::AgentRemovedByOperator, message),
              masterStatus(TaskState::Lost, Reason::AgentRemovedByOperator, message));
    for (const auto& framework : frameworks_)
        std::erase_if(framework->unreachable, [&](const auto& task) { return task->agent == agent->index; });
    touch(*agent);
    agent->state = AgentState::Gone;
    return true;
}

bool World::reserve(std::string_view agentId, const Reservation& reservation) {
    const Lock guard(mutex_);
    Agent* agent = findAgent(agentId);
    if (!agent || !agent->free().contains(reservation.resources))
        return false;
    touch(*agent);
    agent->reservations.push_back(reservation);
    return true;
}

bool World::unreserve(std::string_view agentId, const Reservation& reservation) {
    const Lock guard(mutex_);
    Agent* agent = findAgent(agentId);
    if (!agent)
        return false;
    const auto found =
        std::find_if(agent->reservations.begin(), agent->reservations.end(), [&](const Reservation& have) {
            return have.role == reservation.role && have.persistenceId == reservation.persistenceId &&
                   have.resources.contains(reservation.resources);
        });
    if (found == agent->reservations.end())
        return false;
    touch(*agent);
    found->resources -= reservation.resources;
    if (found->resources.empty())
        agent->reservations.erase(found);
    planAllocation();
    return true;
}

// ---- leaders ------------------------------------------------------------------------------------------------------

void World::failOver(double electionSeconds, double recoverySeconds) {
    const Lock guard(mutex_);
    if (leader_ < 0)
        return;
    const int next = 1 - leader_;
    leader_ = -1;
    for (const auto& agent : agents_)
        rescind(*agent);
    for (const auto& framework : frameworks_)
        if (framework->listener && !framework->removed)
            post([to = framework.get()] { to->listener->disconnected(); });
    for (WorldObserver* observer : observers_)
        observer->leaderLost();
    schedule(electionSeconds, [this, next, recoverySeconds] { elect(next, recoverySeconds); });
}

void World::elect(int next, double recoverySeconds) {
    leader_ = next;
    namedLeader_ = next;
    elected_ = now();
    for (const auto& agent : agents_)
        if (agent->listed())
            recovered_.insert(agent->index);
    for (const std::uint32_t index : recovered_)
        schedule(0.5 + recoverySeconds * random(), [this, index] {
            recovered_.erase(index);
            Agent& agent = *agents_[index];
            touch(agent);
            agent.reregistered = now();
            for (WorldObserver* observer : observers_)
                observer->agentAdded(agent);
            for (const Task* task : agent.tasks)
                for (WorldObserver* observer : observers_)
                    observer->taskAdded(*task);
        });
    for (WorldObserver* observer : observers_)
        observer->leaderElected();
    for (const auto& framework : frameworks_)
        if (!framework->removed) {
            framework->reregistered = now();
            for (WorldObserver* observer : observers_)
                observer->frameworkAdded(*framework);
            if (framework->listener)
                post([to = framework.get()] { to->listener->reconnected(); });
        }
}

} // namespace mesoscope::demo
