// The records of the operator event stream to calls of a StateSink, in the order in which the server sent them. One
// implementation per wire format, with the same result.
// The first record (SUBSCRIBED, the whole state) is decoded row by row while its bytes arrive.
// Thread: the session's. The sink must outlive the decoder.
#pragma once

#include "models/base/error.h"
#include "models/master/types.h"

#include <cstdint>
#include <memory>
#include <string_view>

namespace mesoscope::master {

class EventDecoder {
public:
    virtual ~EventDecoder() = default;

    /// A record of this many bytes begins.
    virtual void begin(std::uint64_t size) = 0;
    /// Its bytes, cut anywhere; `last` completes it. After an error the stream is unusable.
    virtual base::Result<void> bytes(std::string_view piece, bool last) = 0;
    /// The stream ended: a picture that is half read is abandoned.
    virtual void abandon() = 0;

    /// Whole pictures (SUBSCRIBED records) delivered so far.
    int pictures() const { return pictures_; }
    /// Events after them, heartbeats included.
    std::uint64_t events() const { return events_; }
    /// Events without the heartbeats.
    std::uint64_t changes() const { return changes_; }
    /// AGENT_ADDED and AGENT_REMOVED among them: a poll that was on its way meanwhile tells of a time before.
    std::uint64_t agentEvents() const { return agentEvents_; }
    /// Agents in the picture that the leader knows of but that have not come back since it was elected.
    std::uint64_t recoveredRows() const { return recoveredRows_; }
    /// Rows of the picture that is read now, or was read last.
    std::uint64_t rows() const { return rows_; }
    std::uint64_t agentRows() const { return agentRows_; }
    /// heartbeat_interval_seconds of the last SUBSCRIBED; 15 when it said nothing.
    double heartbeatSeconds() const { return heartbeatSeconds_; }

protected:
    int pictures_ = 0;
    std::uint64_t events_ = 0;
    void countEvent(std::string_view type) {
        ++events_;
        changes_ += type == "HEARTBEAT" ? 0 : 1;
        agentEvents_ += type == "AGENT_ADDED" || type == "AGENT_REMOVED" ? 1 : 0;
    }

    std::uint64_t changes_ = 0;
    std::uint64_t agentEvents_ = 0;
    std::uint64_t recoveredRows_ = 0;
    std::uint64_t rows_ = 0;
    std::uint64_t agentRows_ = 0;
    double heartbeatSeconds_ = 15;
};

std::unique_ptr<EventDecoder> makeJsonDecoder(StateSink& sink);
std::unique_ptr<EventDecoder> makeProtobufDecoder(StateSink& sink);

struct AgentPoll {
    std::uint64_t agents = 0;
    std::uint64_t recovered = 0;
};

/// A whole GET_STATE answer (or one of its parts: GET_TASKS …): beginState … endState, or abandonState after an error.
/// A whole GET_AGENTS answer: beginAgentPoll … endAgentPoll. What is not JSON as a whole delivers nothing; when a
/// single row can't be read the poll ends without endAgentPoll, so that nobody is taken for missing.
base::Result<void> decodeStateJson(std::string_view answer, StateSink& sink);
base::Result<void> decodeStateProtobuf(std::string_view answer, StateSink& sink);
base::Result<void> decodeAgentsJson(std::string_view answer, StateSink& sink, AgentPoll* counts = nullptr);

} // namespace mesoscope::master
