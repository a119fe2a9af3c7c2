// What the fuzz targets share: input in pieces, and a sink that turns all calls into one number.
#pragma once

#include "models/master/types.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <string_view>

namespace mesoscope::fuzz {

/// Ends the run: the fuzzer keeps the input.
inline void need(bool condition) {
    if (!condition)
        std::abort();
}

/// The bytes in pieces of this size; stops when `take` says false.
inline void inPieces(std::string_view bytes, std::size_t size,
                     const std::function<bool(std::string_view, bool last)>& take) {
    for (std::size_t i = 0; i < bytes.size(); i += size) {
        const std::string_view piece = bytes.substr(i, size);
        if (!take(piece, i + piece.size() == bytes.size()))
            return;
    }
}

/// Two runs that told the same in the same order have the same sum.
class HashSink final : public master::StateSink {
public:
    std::uint64_t sum = 14695981039346656037ULL;
    int open = 0; ///< beginState without its end

    void beginState() override {
        need(open++ == 0);
        mix("begin");
    }
    void agent(const master::AgentView& a) override { mixAgent(a); }
    void framework(const master::FrameworkView& f) override { mixFramework(f); }
    void task(const master::TaskView& t) override { mixTask(t); }
    void endState() override { need(--open == 0); }
    void abandonState() override { need(--open == 0); }
    void taskAdded(const master::TaskView& t) override { mixTask(t); }
    void taskUpdated(const master::TaskUpdateView& u) override {
        mix(u.taskId);
        mix(u.agentId);
        mixStatus(u.status);
    }
    void agentAdded(const master::AgentView& a) override { mixAgent(a); }
    void agentRemoved(std::string_view id) override { mix(id); }
    void frameworkAdded(const master::FrameworkView& f) override { mixFramework(f); }
    void frameworkUpdated(const master::FrameworkView& f) override { mixFramework(f); }
    void frameworkRemoved(const master::FrameworkView& f) override { mixFramework(f); }
    void unknownEvent(std::string_view type) override { mix(type); }
    void beginAgentPoll() override { mix("poll"); }
    void polledAgent(const master::AgentView& a) override { mixAgent(a); }
    void endAgentPoll(std::span<const std::string_view> ids) override {
        for (const std::string_view id : ids)
            mix(id);
    }
    void roles(std::span<const master::RoleView> list) override {
        for (const master::RoleView& r : list)
            mix(r.name);
    }

private:
    void mix(std::string_view text) {
        for (const char c : text)
            sum = (sum ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
        sum = (sum ^ 0xff) * 1099511628211ULL;
    }
    void mixStatus(const master::StatusView& s) {
        mix(s.stateName);
        mix(s.message);
        mix(s.containerId);
        mix(s.ipAddresses);
        mix(s.networkNames);
        sum += std::uint64_t(s.timestampMs);
    }
    void mixTask(const master::TaskView& t) {
        for (const std::string_view text : {t.id, t.name, t.frameworkId, t.executorId, t.agentId, t.role, t.labelsJson,
                                            t.discoveryJson, t.containerJson, t.healthCheckJson})
            mix(text);
        for (const master::PortRange& p : t.ports)
            sum += p.begin + p.end;
        mixStatus(t.status);
    }
    void mixAgent(const master::AgentView& a) {
        for (const std::string_view text : {a.id, a.hostname, a.pid, a.version, a.region, a.zone})
            mix(text);
        for (const master::AttributeView& attribute : a.attributes) {
            mix(attribute.name);
            mix(attribute.value);
        }
    }
    void mixFramework(const master::FrameworkView& f) {
        for (const std::string_view text : {f.id, f.name, f.user, f.principal, f.roles, f.capabilities})
            mix(text);
    }
};

} // namespace mesoscope::fuzz
