// How each source of a cluster's picture is doing: every number on screen knows its source and age through this.
#pragma once

#include "models/base/error.h"

#include <QString>

namespace mesoscope::base {

enum class SourceKind : quint8 { Master, Scheduler, Gateway, Coordination, Metrics };

enum class SourceState : quint8 {
    Off,        ///< not configured
    Connecting, ///< no complete picture yet
    Live,       ///< complete and fresh
    Stale,      ///< complete once, silent now; the old picture stays, marked with its age
    Failed,   ///< no picture; nothing is tried until the user or the configuration changes (401, 403, not this kind of
              ///< server)
    Retrying, ///< no connection now; tried again at retryAtMs. lastNewsMs tells whether an old picture is shown
};

struct SourceStatus {
    SourceKind kind = SourceKind::Master;
    SourceState state = SourceState::Off;
    /// The product behind the port: "mesos", "marathon", "swan", "fabio", …
    QString system;
    /// The address in use now (after leader following); never with user info in it.
    QString url;
    /// The leader as the system names it; empty when unknown.
    QString leader;
    QString version;
    /// Wall clock (Clock::wallMs) of the last byte that proved the picture fresh; 0 before the first.
    qint64 lastNewsMs = 0;
    /// Since when the picture is no longer fresh; 0 while live.
    qint64 staleSinceMs = 0;
    /// When the next attempt starts (Retrying).
    qint64 retryAtMs = 0;
    /// Why it is not live, with advice; empty sentence while live.
    Error problem;
    /// Smoothed over some seconds.
    double eventsPerSecond = 0;
    double requestsPerSecond = 0;
    /// While the first picture loads.
    qint64 loadedBytes = 0;
    qint64 loadedRows = 0;
    /// Answers slower than 2 s.
    bool slow = false;

    friend bool operator==(const SourceStatus&, const SourceStatus&) = default;
};

} // namespace mesoscope::base
