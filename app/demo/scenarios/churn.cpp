#include "app/demo/scenarios/churn.h"

#include <algorithm>

namespace mesoscope::demo {

namespace {

constexpr double tickSeconds = 0.01;
/// So many batch tasks live at a time: each gets its four events (added, starting, running, finished) in turn.
constexpr std::size_t wanted = 64;

std::shared_ptr<const TaskSpec> batchSpec(const std::string& name) {
    auto spec = std::make_shared<TaskSpec>();
    spec->name = name;
    spec->app = "/batch/" + name;
    spec->command = "./run " + name;
    spec->resources = {0.05, 32, 0, 0};
    spec->labels = {{"team", "batch"}};
    return spec;
}

Status next(const Task& task) {
    Status status;
    status.state = task.state == TaskState::Staging    ? TaskState::Starting
                   : task.state == TaskState::Starting ? TaskState::Running
                                                       : TaskState::Finished;
    if (status.state == TaskState::Finished)
        status.message = "Command exited with status 0";
    return status;
}

} // namespace

Churn::Churn(World& world, double eventsPerSecond) : world_(world), rate_(eventsPerSecond) {
    const auto guard = world_.lock();
    FrameworkInfo info;
    info.name = "batch";
    info.hostname = "127.0.0.1";
    info.principal = "batch";
    framework_ = world_.findFramework(world_.registerFramework(info, nullptr, false))->index;
    for (const char* name : {"thumbnails", "invoices", "statistics", "cleanup"})
        specs_.push_back(batchSpec(name));
    last_ = world_.now();
    world_.schedule(tickSeconds, [this] { tick(); });
}

void Churn::tick() {
    const double now = world_.now();
    owed_ = std::min(owed_ + (now - last_) * rate_, rate_ / 4 + 1);
    last_ = now;
    for (; owed_ >= 1; owed_ -= 1)
        step();
    world_.schedule(tickSeconds, [this] { tick(); });
}

void Churn::step() {
    if (alive_.size() >= wanted || (alive_.size() > wanted / 2 && launched_ % 4 != 0)) {
        const std::string id = std::move(alive_.front());
        alive_.pop_front();
        Task* task = world_.findTask(id);
        if (!task)
            return;
        const Status status = next(*task);
        world_.applyStatus(*task, status);
        if (!isTerminal(status.state))
            alive_.push_back(id);
        return;
    }
    const auto& agents = world_.agents();
    const auto index = static_cast<std::uint32_t>(world_.randomInt(agents.size()));
    if (agents.empty() || agents[index]->state != AgentState::Active)
        return;
    TaskInfo info;
    info.spec = specs_[++launched_ % specs_.size()];
    info.id = info.spec->name + "-" + std::to_string(launched_);
    alive_.push_back(world_.launchDirectly(framework_, index, std::move(info)).id());
}

} // namespace mesoscope::demo
