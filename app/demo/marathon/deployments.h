// Running deployments: their steps, pacing, locks and cancellation.
#pragma once

#include "app/demo/marathon/core.h"
#include "app/demo/marathon/plan.h"

#include <list>
#include <set>
#include <string>
#include <vector>

namespace mesoscope::demo::marathon {

class Deployments {
public:
    explicit Deployments(Core& core);

    /// Throws the 409 of a locked app, or (with force) cancels what is in the way.
    void reserve(const Plan& plan, bool force);
    void start(const Plan& plan);
    /// Something about the instances of this app changed.
    void touch(const std::string& specId);
    void settle();
    bool isLocked(const std::string& specId) const;
    std::size_t count() const { return running_.size(); }
    /// As GET /v2/deployments shows them.
    Json list() const;
    /// [{"id":…}] of the deployments that change an app.
    Json referencesOf(const std::string& specId) const;
    const Plan* find(const std::string& id) const;
    /// Stops where it is.
    void cancel(const std::string& id);
    /// The tree before the deployment, merged with what happened since.
    GroupPtr reverted(const Plan& plan, const Root& now) const;
    /// Drops all without a word: the process ends.
    void clear();

private:
    /// Figures of a restart, taken when it began.
    struct Restart {
        int oldInstances = 0;
        int killsAtOnce = 0;
        int maxCapacity = 0;
    };
    struct Running {
        Plan plan;
        std::size_t step = 0;
        /// By action of the current step.
        std::vector<bool> done;
        std::vector<bool> begun;
        std::vector<Restart> restarts;
        std::set<std::string> affected;
        bool dirty = true;
    };

    void beginStep(Running& deployment);
    void progress(Running& deployment);
    bool advance(Running& deployment, std::size_t action);
    bool advanceStop(const Action& action, bool begun);
    bool advanceScale(const Action& action);
    bool advanceRestart(const Action& action, bool begun, Restart& figures);
    Restart restartFigures(const RunSpec& spec, int oldInstances) const;
    void announceChecks(const Action& action);
    void publish(const char* type, const Running& deployment) const;
    void finish(std::list<Running>::iterator position, const std::string& failure);
    bool isReady(const Instance& instance, const RunSpec& spec) const;

    Core& core_;
    std::list<Running> running_;
    std::map<std::string, Millis> announced_;
    bool settling_ = false;
};

} // namespace mesoscope::demo::marathon
