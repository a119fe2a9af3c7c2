#include "app/demo/scenarios/churn.h"

#include <algorithm>

namespace mesoscope::demo {

namespace {

constexpr double tickSeconds = 0.01;
/// A tick that is behind does no more than this before others get the world's lock.
constexpr int mostAtOnce = 1000;
/// What is owed beyond this is forgotten: the machine can't do what is asked.
constexpr double mostSecondsBehind = 10;

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

Churn::Churn(World& world, double eventsPerSecond, double forSeconds)
    : world_(world), rate_(eventsPerSecond),
      wanted_(static_cast<std::size_t>(std::clamp(eventsPerSecond / 8, 64.0, 4096.0))) {
    const auto guard = world_.lock();
    FrameworkInfo info;
    info.name = "batch";
    info.hostname = "127.0.0.1";
    info.principal = "batch";
    framework_ = world_.findFramework(world_.registerFramework(info, nullptr, false))->index;
    for (const char* name : {"thumbnails", "invoices", "statistics", "cleanup"})
        specs_.push_back(batchSpec(name));
    last_ = world_.now();
    end_ = forSeconds > 0 ? last_ + forSeconds : 0;
    world_.schedule(tickSeconds, [this] { tick(); });
}

void Churn::tick() {
    const double now = end_ > 0 ? std::min(world_.now(), end_) : world_.now();
    owed_ = std::min(owed_ + (now - last_) * rate_, rate_ * mostSecondsBehind);
    last_ = now;
    for (int done = 0; owed_ >= 1 && done < mostAtOnce && step(); ++done)
        owed_ -= 1;
    if (end_ > 0 && now >= end_ && owed_ < 1)
        return;
    world_.schedule(owed_ >= mostAtOnce ? 0 : tickSeconds, [this] { tick(); });
}

bool Churn::step() {
    const bool walkOn = alive_.size() >= wanted_ || (alive_.size() > wanted_ / 2 && turn_++ % 4 != 0);
    return (walkOn && walk()) || launch() || walk();
}

bool Churn::walk() {
    while (!alive_.empty()) {
        std::string id = std::move(alive_.front());
        alive_.pop_front();
        Task* task = world_.findTask(id);
        if (!task) // it ended with its agent
            continue;
        const Status status = next(*task);
        world_.applyStatus(*task, status);
        if (!isTerminal(status.state))
            alive_.push_back(std::move(id));
        return true;
    }
    return false;
}

bool Churn::launch() {
    const auto& agents = world_.agents();
    constexpr int tries = 8;
    for (int i = 0; i < tries && !agents.empty(); ++i) {
        const auto index = static_cast<std::uint32_t>(world_.randomInt(agents.size()));
        if (agents[index]->state != AgentState::Active)
            continue;
        TaskInfo info;
        info.spec = specs_[++launched_ % specs_.size()];
        info.id = info.spec->name + "-" + std::to_string(launched_);
        alive_.push_back(world_.launchDirectly(framework_, index, std::move(info)).id());
        return true;
    }
    return false;
}

} // namespace mesoscope::demo
