// The Link to a real Mesos: one event stream to whoever leads, light polls for what the stream never tells, a whole new
// picture after every gap. Never a periodic /state, never two heavy requests at once.
//
// What it sends: POST /api/v1 SUBSCRIBE (again after a gap, with growing delays), GET_MASTER once a connection,
// GET_AGENTS every 5 s (small clusters) to 60 s (40,000 agents), GET_ROLES + GET_QUOTA + GET_WEIGHTS +
// GET_MAINTENANCE_SCHEDULE once a minute, and
// the calls it is told to make. Addresses are tried in turn; a 307 to the leader is followed.
#pragma once

#include "models/base/clock.h"
#include "models/master/link.h"
#include "models/net/http_client.h"

#include <memory>

namespace mesoscope::master {

struct LinkOptions {
    /// Ask for protobuf first: a third of the bytes and of the master's work. A master that declines is asked for JSON.
    bool protobuf = true;
    /// A stream that was silent for this many heartbeat intervals is dead.
    double silentHeartbeats = 2.5;
    /// Until the master began to answer SUBSCRIBE: it writes its whole state first.
    int headTimeoutMs = 60'000;
    /// While the first picture arrives.
    int loadingSilenceMs = 30'000;
    qint64 firstRetryMs = 500;
    qint64 maxRetryMs = 15'000;
    qint64 minAgentPollMs = 5'000;
    qint64 maxAgentPollMs = 60'000;
    /// What the period of the agent poll grows by: 40,000 agents reach the maximum.
    double agentPollMsPerAgent = 1.5;
    qint64 rolesPollMs = 60'000;
    /// How often the clock is looked at.
    int tickMs = 100;
    /// Chance in [0, 1) that spreads the retries; empty: the system's.
    std::function<double()> chance;
};

/// The client, the clock and the sink must outlive the link.
std::unique_ptr<Link> makeMesosLink(net::HttpClient& client, const base::Clock& clock, StateSink& sink,
                                    net::Endpoint endpoint, LinkOptions options = {}, QObject* parent = nullptr);

} // namespace mesoscope::master
