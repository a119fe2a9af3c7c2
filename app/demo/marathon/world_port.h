// Connects the demo Marathon with the world: a framework that holds offers, launches and kills, and hears of its tasks.
#pragma once

#include "app/demo/marathon/mesos_port.h"
#include "app/demo/marathon/options.h"
#include "app/demo/marathon/run_spec.h"
#include "app/demo/world/world.h"

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace mesoscope::demo::marathon {

class WorldPort : public MesosPort, private FrameworkListener {
public:
    WorldPort(World& world, const MarathonOptions& options);
    ~WorldPort() override;

    Millis now() const override;
    void after(Millis delay, std::function<void()> work) override;
    void revive() override;
    void suppress() override;
    std::size_t offerCount() const override { return held_.size(); }
    const AgentView& offerAt(std::size_t index) const override { return held_[index].view; }
    void launch(std::size_t offerIndex, const RunSpec& spec, const std::vector<LaunchRequest>& tasks) override;
    void finishOffers() override;
    void kill(const std::string& taskId, std::optional<int> graceSeconds) override;
    bool answers(const std::string& taskId) const override;
    std::string frameworkId() const override { return frameworkId_; }
    void listen(std::function<void(const TaskUpdate&)> listener) override { onUpdate_ = std::move(listener); }
    void listenOffers(std::function<void()> listener) override { onOffers_ = std::move(listener); }
    void listenBehaviour(std::function<void(const std::string& taskId)> listener) override {
        onBehaviour_ = std::move(listener);
    }
    void listenConnection(std::function<void(bool connected)> listener) { onConnection_ = std::move(listener); }

    /// A task that runs already.
    void placeRunning(const RunSpec& spec, const std::string& taskId, std::uint32_t agent,
                      const std::vector<int>& ports, double ageSeconds);
    AgentView view(const Agent& agent) const;

private:
    struct Held {
        AgentView view;
        std::string offerId;
        std::uint32_t agent = 0;
        std::vector<TaskInfo> tasks;
        /// Tasks that start late or never, as their documents ask for.
        std::vector<TaskInfo> late;
    };

    void launchLate(const Held& offer);
    void walkOn(const std::string& taskId, TaskState state, double delaySeconds);

    void resourceOffers(const std::vector<Offer>& offers) override;
    void offerRescinded(const std::string& offerId) override;
    void statusUpdate(const Task& task, const Status& status) override;
    void behaviourChanged(const Task& task) override;
    void disconnected() override;
    void reconnected() override;
    std::shared_ptr<const TaskSpec> taskSpec(const RunSpec& spec, std::size_t container, const std::vector<int>& ports);
    bool inMaintenance(const Agent& agent) const;

    World& world_;
    std::string frameworkId_;
    std::string principal_;
    std::vector<Held> held_;
    /// By app, version and container: one for all instances.
    std::unordered_map<std::string, std::shared_ptr<const TaskSpec>> specs_;
    std::function<void(const TaskUpdate&)> onUpdate_;
    std::function<void()> onOffers_;
    std::function<void(const std::string&)> onBehaviour_;
    std::function<void(bool)> onConnection_;
};

} // namespace mesoscope::demo::marathon
