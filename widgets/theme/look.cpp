#include "widgets/theme/look.h"

#include <QCoreApplication>

namespace mesoscope::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::widgets::Look)
};

Look runningLook(master::Health health) {
    switch (health) {
    case master::Health::Healthy:
        return {Glyph::StateHealthy, Tone::Good, Words::tr("healthy")};
    case master::Health::Unhealthy:
        return {Glyph::StateUnhealthy, Tone::Warning, Words::tr("unhealthy")};
    case master::Health::NotReported:
        break;
    }
    return {Glyph::StateRunning, Tone::Secondary, Words::tr("running")};
}

} // namespace

Look lookOf(master::TaskState state, master::Health health) {
    using S = master::TaskState;
    switch (state) {
    case S::Staging:
        return {Glyph::StateStaging, Tone::Accent, Words::tr("staging")};
    case S::Starting:
        return {Glyph::StateStarting, Tone::Accent, Words::tr("starting")};
    case S::Running:
        return runningLook(health);
    case S::Killing:
        return {Glyph::StateKilling, Tone::Draining, Words::tr("killing")};
    case S::Finished:
        return {Glyph::StateFinished, Tone::Secondary, Words::tr("finished")};
    case S::Killed:
        return {Glyph::StateKilled, Tone::Secondary, Words::tr("killed")};
    case S::Failed:
        return {Glyph::StateFailed, Tone::Bad, Words::tr("failed")};
    case S::Error:
        return {Glyph::Error, Tone::Bad, Words::tr("error")};
    case S::Lost:
        return {Glyph::StateLost, Tone::Bad, Words::tr("lost")};
    case S::Dropped:
        return {Glyph::StateDropped, Tone::Bad, Words::tr("dropped")};
    case S::Unreachable:
        return {Glyph::LinkBroken, Tone::Bad, Words::tr("unreachable")};
    case S::Gone:
    case S::GoneByOperator:
        return {Glyph::StateGone, Tone::Bad, Words::tr("gone")};
    case S::Unknown:
        break;
    }
    return {Glyph::Question, Tone::Unknown, Words::tr("unknown")};
}

Look lookOf(cluster::AgentState state) {
    using S = cluster::AgentState;
    switch (state) {
    case S::Active:
        return {Glyph::AgentActive, Tone::Secondary, Words::tr("active")};
    case S::Deactivated:
        return {Glyph::AgentDeactivated, Tone::Secondary, Words::tr("deactivated")};
    case S::Draining:
        return {Glyph::AgentDraining, Tone::Draining, Words::tr("draining")};
    case S::Drained:
        return {Glyph::AgentDrained, Tone::Draining, Words::tr("drained")};
    case S::Disconnected:
        return {Glyph::LinkBroken, Tone::Warning, Words::tr("disconnected")};
    case S::Unreachable:
        return {Glyph::AgentUnreachable, Tone::Bad, Words::tr("unreachable")};
    case S::Recovering:
        return {Glyph::Clock, Tone::Warning, Words::tr("recovering")};
    case S::Gone:
        return {Glyph::AgentGone, Tone::Bad, Words::tr("gone")};
    }
    return {Glyph::Question, Tone::Unknown, Words::tr("unknown")};
}

Look lookOf(const base::SourceStatus& status) {
    using S = base::SourceState;
    switch (status.state) {
    case S::Off:
        return {Glyph::Minus, Tone::Unknown, Words::tr("no source")};
    case S::Connecting:
        return {Glyph::SourceConnecting, Tone::Unknown, Words::tr("connecting")};
    case S::Live:
        if (status.slow)
            return {Glyph::SourceSlow, Tone::Warning, Words::tr("slow")};
        return {Glyph::SourceLive, Tone::Good, QString()};
    case S::Stale:
        return {Glyph::SourceStale, Tone::Warning, Words::tr("stale")};
    case S::Failed:
        return {Glyph::StateFailed, Tone::Bad, Words::tr("failed")};
    case S::Retrying:
        return {Glyph::SourceRetrying, Tone::Bad, Words::tr("retrying")};
    }
    return {Glyph::Question, Tone::Unknown, Words::tr("unknown")};
}

Glyph glyphOf(tables::StateSign sign) {
    using S = tables::StateSign;
    switch (sign) {
    case S::None:
    case S::Unknown:
        return Glyph::Question;
    case S::Staging:
        return Glyph::StateStaging;
    case S::Starting:
        return Glyph::StateStarting;
    case S::Running:
        return Glyph::StateRunning;
    case S::Healthy:
        return Glyph::StateHealthy;
    case S::Unhealthy:
        return Glyph::StateUnhealthy;
    case S::Killing:
        return Glyph::StateKilling;
    case S::Finished:
        return Glyph::StateFinished;
    case S::Killed:
        return Glyph::StateKilled;
    case S::Failed:
        return Glyph::StateFailed;
    case S::Error:
        return Glyph::Error;
    case S::Lost:
        return Glyph::StateLost;
    case S::Dropped:
        return Glyph::StateDropped;
    case S::Unreachable:
        return Glyph::LinkBroken;
    case S::Gone:
        return Glyph::StateGone;
    case S::AgentActive:
        return Glyph::AgentActive;
    case S::AgentDraining:
        return Glyph::AgentDraining;
    case S::AgentDrained:
        return Glyph::AgentDrained;
    case S::AgentDeactivated:
        return Glyph::AgentDeactivated;
    case S::AgentDisconnected:
        return Glyph::LinkBroken;
    case S::AgentUnreachable:
        return Glyph::AgentUnreachable;
    case S::AgentRecovering:
        return Glyph::Clock;
    case S::AgentGone:
        return Glyph::AgentGone;
    case S::Waiting:
        return Glyph::Clock;
    case S::Degraded:
        return Glyph::Warning;
    case S::Deploying:
        return Glyph::StateStarting;
    case S::Suspended:
        return Glyph::Suspend;
    case S::Stuck:
        return Glyph::Clock;
    }
    return Glyph::Question;
}

Tone toneOf(text::Severity severity) {
    switch (severity) {
    case text::Severity::Neutral:
        return Tone::Secondary;
    case text::Severity::Good:
        return Tone::Good;
    case text::Severity::Progress:
        return Tone::Accent;
    case text::Severity::Draining:
        return Tone::Draining;
    case text::Severity::Unknown:
        return Tone::Unknown;
    case text::Severity::Warning:
        return Tone::Warning;
    case text::Severity::Bad:
        return Tone::Bad;
    }
    return Tone::Text;
}

QString sourceName(base::SourceKind kind) {
    switch (kind) {
    case base::SourceKind::Master:
        return Words::tr("master");
    case base::SourceKind::Scheduler:
        return Words::tr("scheduler");
    case base::SourceKind::Gateway:
        return Words::tr("gateway");
    case base::SourceKind::Coordination:
        return Words::tr("coordination");
    case base::SourceKind::Metrics:
        return Words::tr("metrics");
    }
    return {};
}

} // namespace mesoscope::widgets
