#include "app/demo/marathon/world_port.h"

#include "app/demo/marathon/app_rules.h"
#include "app/demo/marathon/path_id.h"

#include <algorithm>

namespace mesoscope::demo::marathon {

namespace {

/// Declined agents come again after this time when something still waits.
constexpr double declineSeconds = 5;
/// Tasks of apps with the label SIM=slow run after this time.
constexpr double slowStartSeconds = 15;
/// Health checks are judged by the scheduler; the executor itself never gives up.
constexpr int neverGiveUp = 1000000;
/// Kills of apps with the label SIM=slowkill take this long.
constexpr double slowKillSeconds = 20;

std::string taskName(const std::string& id) {
    auto parts = segments(id);
    std::string name;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part)
        name += (name.empty() ? "" : ".") + *part;
    return name;
}

/// Documents may name their fate in the label (or variable) SIM.
std::string commandFor(const std::string& command, const std::string& fate) {
    if (fate == "crash" || (fate.empty() && command == "false"))
        return "exit 1";
    if (fate == "oom")
        return "exit 137";
    if (fate == "finish" || (fate.empty() && command == "true"))
        return "exit 0";
    // Who only writes "sleep 30" wants an app that is there, not one that ends again and again.
    if (fate.empty() && command.rfind("sleep ", 0) == 0 && command.find_first_of(";&|\n") == std::string::npos)
        return "serve";
    if (fate == "slowkill")
        return "trap '' TERM; " + command;
    return command;
}

std::string fateOf(const RunSpec& spec, std::size_t container) {
    const std::string label = spec.label("SIM");
    if (!label.empty() || !spec.pod)
        return label;
    const Json& entry = spec.spec["containers"][container];
    for (const char* key : {"environment", "labels"})
        if (const Json* map = member(entry, key))
            if (const std::string fate = textOf(*map, "SIM"); !fate.empty())
                return fate;
    return "";
}

Container containerOf(const Json& container, const Json& spec) {
    Container result;
    result.docker = textOf(container, "type") == "DOCKER";
    if (const Json* docker = member(container, "docker")) {
        result.image = textOf(*docker, "image");
        result.privileged = docker->value("privileged", false);
        result.forcePull = docker->value("forcePullImage", false);
    }
    const Json& networks = listOf(spec, "networks");
    if (!networks.empty()) {
        result.networkMode = textOf(networks[0], "mode");
        result.network = textOf(networks[0], "name");
    }
    for (const auto& mapping : listOf(container, "portMappings"))
        result.portMappings.push_back({static_cast<int>(numberOf(mapping, "containerPort")),
                                       textOf(mapping, "protocol"), textOf(mapping, "name")});
    for (const auto& volume : listOf(container, "volumes"))
        if (member(volume, "hostPath"))
            result.volumes.push_back(
                {textOf(volume, "containerPath"), textOf(volume, "hostPath"), textOf(volume, "mode") == "RO"});
    return result;
}

HealthCheck healthCheckOf(const Json& check, const std::vector<int>& ports) {
    HealthCheck result;
    const std::string protocol = textOf(check, "protocol");
    result.type = protocol == "COMMAND"     ? HealthCheck::Type::Command
                  : protocol == "MESOS_TCP" ? HealthCheck::Type::Tcp
                                            : HealthCheck::Type::Http;
    if (const Json* command = member(check, "command"))
        result.command = textOf(*command, "value");
    result.path = textOf(check, "path");
    result.scheme = protocol == "MESOS_HTTPS" ? "https" : "http";
    const auto index = static_cast<std::size_t>(numberOf(check, "portIndex"));
    result.port = member(check, "port")  ? static_cast<int>(numberOf(check, "port"))
                  : index < ports.size() ? ports[index]
                                         : 0;
    // A demonstration shows health soon; the delay in the definition is a quarter of a minute by default.
    result.delaySeconds = 1;
    result.intervalSeconds = std::max(1.0, numberOf(check, "intervalSeconds", 60));
    result.timeoutSeconds = numberOf(check, "timeoutSeconds", 20);
    result.gracePeriodSeconds = numberOf(check, "gracePeriodSeconds", 300);
    result.consecutiveFailures = neverGiveUp;
    return result;
}

const Json* agentCheck(const RunSpec& spec) {
    for (const auto& check : spec.healthChecks) {
        const std::string protocol = textOf(check, "protocol");
        if (protocol == "COMMAND" ||
            (protocol.rfind("MESOS_", 0) == 0 && (member(check, "port") || member(check, "portIndex"))))
            return &check;
    }
    return nullptr;
}

Discovery discoveryOf(const RunSpec& spec) {
    Discovery result;
    result.name = taskName(spec.id);
    for (const auto& definition : listOf(spec.spec, "portDefinitions")) {
        DiscoveryPort port;
        port.name = textOf(definition, "name");
        port.protocol = textOf(definition, "protocol");
        if (const Json* labels = member(definition, "labels"))
            for (const auto& [key, value] : labels->items())
                port.labels.push_back({key, value.get<std::string>()});
        result.ports.push_back(std::move(port));
    }
    return result;
}

std::vector<std::pair<int, int>> freeRanges(const Agent& agent) {
    std::vector<std::pair<int, int>> ranges;
    int from = agent.ports.begin;
    for (const int used : agent.usedPorts) {
        if (used > from)
            ranges.emplace_back(from, used - 1);
        from = std::max(from, used + 1);
    }
    if (from <= agent.ports.end)
        ranges.emplace_back(from, agent.ports.end);
    return ranges;
}

void removePort(std::vector<std::pair<int, int>>& ranges, int port) {
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const auto [first, last] = ranges[i];
        if (port < first || port > last)
            continue;
        ranges.erase(ranges.begin() + static_cast<std::ptrdiff_t>(i));
        if (port < last)
            ranges.insert(ranges.begin() + static_cast<std::ptrdiff_t>(i), {port + 1, last});
        if (port > first)
            ranges.insert(ranges.begin() + static_cast<std::ptrdiff_t>(i), {first, port - 1});
        return;
    }
}

} // namespace

WorldPort::WorldPort(World& world, const MarathonOptions& options) : world_(world), principal_(options.principal) {
    FrameworkInfo info;
    info.name = "marathon";
    info.hostname = "127.0.0.1";
    info.webuiUrl = "http://" + options.address;
    info.principal = options.principal;
    info.roles = {options.mesosRole};
    frameworkId_ = world_.registerFramework(info, this, false);
}

WorldPort::~WorldPort() {
    const auto lock = world_.lock();
    if (Framework* framework = world_.findFramework(frameworkId_))
        framework->listener = nullptr;
}

Millis WorldPort::now() const {
    return static_cast<Millis>(world_.now() * 1000 + 0.5);
}

void WorldPort::after(Millis delay, std::function<void()> work) {
    world_.schedule(static_cast<double>(delay) / 1000, std::move(work));
}

void WorldPort::revive() {
    world_.revive(frameworkId_);
}

void WorldPort::suppress() {
    world_.suppress(frameworkId_);
}

bool WorldPort::inMaintenance(const Agent& agent) const {
    for (const auto& window : world_.maintenance) {
        if (window.start > world_.now())
            continue;
        for (const auto& [hostname, ip] : window.machines)
            if (hostname == agent.hostname || ip == agent.ip)
                return true;
    }
    return false;
}

AgentView WorldPort::view(const Agent& agent) const {
    AgentView view;
    view.id = agent.id;
    view.hostname = agent.hostname;
    view.region = agent.region;
    view.zone = agent.zone;
    for (const auto& attribute : agent.attributes) {
        if (attribute.type == AttributeType::Scalar)
            view.attributes.emplace_back(attribute.name, Json(attribute.scalar));
        else if (attribute.type == AttributeType::Text)
            view.attributes.emplace_back(attribute.name, Json(attribute.text));
    }
    view.ports = freeRanges(agent);
    view.maintenance = inMaintenance(agent);
    return view;
}

void WorldPort::resourceOffers(const std::vector<Offer>& offers) {
    for (const auto& offer : offers) {
        Held held;
        held.view = view(*world_.agents()[offer.agent]);
        held.view.cpus = offer.resources.cpus;
        held.view.mem = offer.resources.mem;
        held.view.disk = offer.resources.disk;
        held.view.gpus = static_cast<int>(offer.resources.gpus);
        held.offerId = offer.id;
        held.agent = offer.agent;
        held_.push_back(std::move(held));
    }
    if (onOffers_)
        onOffers_();
    else
        finishOffers();
}

void WorldPort::offerRescinded(const std::string& offerId) {
    held_.erase(std::remove_if(held_.begin(), held_.end(), [&](const Held& held) { return held.offerId == offerId; }),
                held_.end());
}

void WorldPort::launch(std::size_t offerIndex, const RunSpec& spec, const std::vector<LaunchRequest>& tasks) {
    Held& held = held_[offerIndex];
    for (const auto& request : tasks) {
        TaskInfo info;
        info.id = request.taskId;
        info.spec = taskSpec(spec, request.container, request.ports);
        info.ports = request.ports;
        for (const int port : request.ports)
            removePort(held.view.ports, port);
        const std::string fate = fateOf(spec, request.container);
        (fate == "slow" || fate == "stuck" ? held.late : held.tasks).push_back(std::move(info));
        if (fate == "sick")
            world_.setTaskBehaviour(request.taskId, Behaviour{20, 1, false});
    }
    held.view.cpus -= spec.resources.cpus;
    held.view.mem -= spec.resources.mem;
    held.view.disk -= spec.resources.disk;
    held.view.gpus -= spec.resources.gpus;
}

void WorldPort::finishOffers() {
    const std::vector<Held> held = std::move(held_);
    held_.clear();
    for (const auto& offer : held) {
        launchLate(offer);
        if (offer.tasks.empty())
            world_.decline(frameworkId_, offer.offerId, declineSeconds);
        else
            world_.launch(frameworkId_, offer.offerId, offer.tasks);
    }
}

void WorldPort::launchLate(const Held& offer) {
    const Framework* framework = world_.findFramework(frameworkId_);
    for (const auto& info : offer.late) {
        world_.launchDirectly(framework->index, offer.agent, info);
        if (info.spec->label("SIM") != "slow")
            continue;
        walkOn(info.id, TaskState::Starting, 0.4);
        walkOn(info.id, TaskState::Running, slowStartSeconds);
    }
}

void WorldPort::walkOn(const std::string& taskId, TaskState state, double delaySeconds) {
    world_.schedule(delaySeconds, [this, taskId, state] {
        Task* task = world_.findTask(taskId);
        if (!task || (task->state != TaskState::Staging && task->state != TaskState::Starting))
            return;
        Status status;
        status.time = world_.now();
        status.state = state;
        world_.applyStatus(*task, status);
    });
}

void WorldPort::kill(const std::string& taskId, std::optional<int> graceSeconds) {
    std::optional<double> grace;
    if (graceSeconds)
        grace = *graceSeconds;
    world_.kill(frameworkId_, taskId, grace);
}

bool WorldPort::answers(const std::string& taskId) const {
    const auto behaviour = world_.behaviour(std::string_view(taskId));
    return behaviour && behaviour->healthy;
}

std::shared_ptr<const TaskSpec> WorldPort::taskSpec(const RunSpec& spec, std::size_t container,
                                                    const std::vector<int>& ports) {
    const std::string key = spec.id + "@" + std::to_string(spec.versionInfo.version) + "#" + std::to_string(container);
    auto& known = specs_[key];
    if (known)
        return known;
    auto made = std::make_shared<TaskSpec>();
    const ContainerSpec& part = spec.containers[container];
    const std::string fate = fateOf(spec, container);
    made->name = spec.pod ? part.name : taskName(spec.id);
    made->app = spec.id;
    made->role = spec.role;
    made->command = commandFor(part.command, fate);
    made->user = textOf(spec.spec, "user");
    made->resources = {part.resources.cpus, part.resources.mem, part.resources.disk,
                       static_cast<double>(part.resources.gpus)};
    if (const Json* labels = member(spec.spec, "labels"))
        for (const auto& [name, value] : labels->items())
            made->labels.push_back({name, value.get<std::string>()});
    if (const Json* env = member(spec.spec, spec.pod ? "environment" : "env"))
        for (const auto& [name, value] : env->items())
            if (value.is_string())
                made->environment.emplace_back(name, value.get<std::string>());
    if (const Json* document = member(spec.spec, "container"); document && !spec.pod)
        made->container = containerOf(*document, spec.spec);
    if (!spec.pod)
        made->discovery = discoveryOf(spec);
    if (const Json* check = agentCheck(spec))
        made->healthCheck = healthCheckOf(*check, ports);
    made->killGraceSeconds = fate == "slowkill" ? slowKillSeconds : spec.killGrace.value_or(3);
    known = made;
    return known;
}

void WorldPort::placeRunning(const RunSpec& spec, const std::string& taskId, std::uint32_t agent,
                             const std::vector<int>& ports, double ageSeconds) {
    TaskInfo info;
    info.id = taskId;
    info.spec = taskSpec(spec, 0, ports);
    info.ports = ports;
    world_.placeRunning(frameworkId_, agent, std::move(info), ageSeconds);
}

void WorldPort::statusUpdate(const Task& task, const Status& status) {
    if (!onUpdate_)
        return;
    const Agent& agent = world_.agentOf(task);
    TaskUpdate update;
    update.taskId = task.id();
    update.agentId = agent.id;
    update.state = std::string(toString(status.state));
    update.message = status.message;
    if (status.state == TaskState::Starting || status.state == TaskState::Running)
        update.ip = agent.ip;
    if (status.healthy >= 0)
        update.healthy = status.healthy == 1;
    onUpdate_(update);
}

void WorldPort::behaviourChanged(const Task& task) {
    if (onBehaviour_)
        onBehaviour_(task.id());
}

void WorldPort::disconnected() {
    held_.clear();
    if (onConnection_)
        onConnection_(false);
}

void WorldPort::reconnected() {
    if (onConnection_)
        onConnection_(true);
}

} // namespace mesoscope::demo::marathon
