// StateSinks for tests: one writes every call as a line, one keeps the state that the calls add up to.
#pragma once

#include "models/master/types.h"

#include <QStringList>

#include <map>
#include <string>

namespace mesoscope::test {

/// A view with all its fields as one line; two decoders agree when their lines do. JSON parts are normalised (keys
/// sorted, numbers by value).
std::string describe(const master::TaskView& task);
std::string describe(const master::TaskUpdateView& update);
std::string describe(const master::AgentView& agent);
std::string describe(const master::FrameworkView& framework);

class RecordingSink final : public master::StateSink {
public:
    /// Every call in order.
    QStringList log;

    /// What is alive: "FRAMEWORK/TASK" → "STATE on AGENT", agents by id, frameworks by id. Completed ones are counted.
    std::map<std::string, std::string> tasks;
    std::map<std::string, std::string> agents;
    std::map<std::string, std::string> frameworks;
    int completedTasks = 0;
    int pictures = 0;
    int abandoned = 0;
    int heardEvents = 0;
    QStringList recovering;
    QStringList roleLines;
    bool keepLog = true;

    /// The three maps as text, one entry a line.
    QString text() const;

    void beginState() override;
    void agent(const master::AgentView& agent) override;
    void framework(const master::FrameworkView& framework) override;
    void task(const master::TaskView& task) override;
    void endState() override;
    void abandonState() override;
    void taskAdded(const master::TaskView& task) override;
    void taskUpdated(const master::TaskUpdateView& update) override;
    void agentAdded(const master::AgentView& agent) override;
    void agentRemoved(std::string_view agentId) override;
    void frameworkAdded(const master::FrameworkView& framework) override;
    void frameworkUpdated(const master::FrameworkView& framework) override;
    void frameworkRemoved(const master::FrameworkView& framework) override;
    void unknownEvent(std::string_view type) override;
    void beginAgentPoll() override;
    void polledAgent(const master::AgentView& agent) override;
    void endAgentPoll(std::span<const std::string_view> recoveringAgentIds) override;
    void roles(std::span<const master::RoleView> roles) override;

private:
    void note(const char* call, const std::string& what = {});

    std::map<std::string, std::string> newTasks_;
    std::map<std::string, std::string> newAgents_;
    std::map<std::string, std::string> newFrameworks_;
    std::map<std::string, std::string> polled_;
    int newCompleted_ = 0;
};

} // namespace mesoscope::test
