// Takes everything that a master says and keeps nothing: for tests that want to hear of one thing only.
#pragma once

#include "models/master/types.h"

namespace mesoscope::test {

class QuietSink : public master::StateSink {
public:
    void beginState() override {}
    void agent(const master::AgentView&) override {}
    void framework(const master::FrameworkView&) override {}
    void task(const master::TaskView&) override {}
    void endState() override {}
    void abandonState() override {}
    void taskAdded(const master::TaskView&) override {}
    void taskUpdated(const master::TaskUpdateView&) override {}
    void agentAdded(const master::AgentView&) override {}
    void agentRemoved(std::string_view) override {}
    void frameworkAdded(const master::FrameworkView&) override {}
    void frameworkUpdated(const master::FrameworkView&) override {}
    void frameworkRemoved(const master::FrameworkView&) override {}
    void unknownEvent(std::string_view) override {}
    void beginAgentPoll() override {}
    void polledAgent(const master::AgentView&) override {}
    void endAgentPoll(std::span<const std::string_view>) override {}
    void roles(std::span<const master::RoleView>) override {}
};

} // namespace mesoscope::test
