#include "models/text/states.h"

#include "models/text/format.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace mesoscope::text {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::text)
};

constexpr qint64 stuckAfterMs = 120'000;

QString sourceWord(base::SourceKind kind) {
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
        break;
    }
    return Words::tr("metrics");
}

} // namespace

Worded worded(master::TaskState state) {
    using S = master::TaskState;
    switch (state) {
    case S::Staging:
        return {Words::tr("staging"), Severity::Progress};
    case S::Starting:
        return {Words::tr("starting"), Severity::Progress};
    case S::Running:
        return {Words::tr("running"), Severity::Neutral};
    case S::Killing:
        return {Words::tr("killing"), Severity::Draining};
    case S::Finished:
        return {Words::tr("finished"), Severity::Neutral};
    case S::Failed:
        return {Words::tr("failed"), Severity::Bad};
    case S::Killed:
        return {Words::tr("killed"), Severity::Neutral};
    case S::Error:
        return {Words::tr("error"), Severity::Bad};
    case S::Lost:
        return {Words::tr("lost"), Severity::Bad};
    case S::Dropped:
        return {Words::tr("dropped"), Severity::Bad};
    case S::Unreachable:
        return {Words::tr("unreachable"), Severity::Bad};
    case S::Gone:
        return {Words::tr("gone"), Severity::Bad};
    case S::GoneByOperator:
        return {Words::tr("gone by operator"), Severity::Bad};
    case S::Unknown:
        break;
    }
    return {Words::tr("unknown"), Severity::Unknown};
}

Worded worded(master::Health health) {
    switch (health) {
    case master::Health::Healthy:
        return {Words::tr("healthy"), Severity::Good};
    case master::Health::Unhealthy:
        return {Words::tr("unhealthy"), Severity::Warning};
    case master::Health::NotReported:
        break;
    }
    return {Words::tr("no result"), Severity::Unknown};
}

Worded worded(cluster::AgentState state) {
    using S = cluster::AgentState;
    switch (state) {
    case S::Active:
        return {Words::tr("active"), Severity::Neutral};
    case S::Deactivated:
        return {Words::tr("deactivated"), Severity::Unknown};
    case S::Draining:
        return {Words::tr("draining"), Severity::Draining};
    case S::Drained:
        return {Words::tr("drained"), Severity::Draining};
    case S::Disconnected:
        return {Words::tr("disconnected"), Severity::Warning};
    case S::Unreachable:
        return {Words::tr("unreachable"), Severity::Bad};
    case S::Recovering:
        return {Words::tr("recovering"), Severity::Warning};
    case S::Gone:
        break;
    }
    return {Words::tr("gone"), Severity::Bad};
}

Worded worded(base::SourceState state) {
    using S = base::SourceState;
    switch (state) {
    case S::Off:
        return {Words::tr("not configured"), Severity::Unknown};
    case S::Connecting:
        return {Words::tr("connecting"), Severity::Progress};
    case S::Live:
        return {Words::tr("live"), Severity::Good};
    case S::Stale:
        return {Words::tr("stale"), Severity::Warning};
    case S::Failed:
        return {Words::tr("failed"), Severity::Bad};
    case S::Retrying:
        break;
    }
    return {Words::tr("retrying"), Severity::Bad};
}

Worded worded(cluster::ActionPhase phase) {
    using P = cluster::ActionPhase;
    switch (phase) {
    case P::Queued:
        return {Words::tr("queued"), Severity::Progress};
    case P::Sent:
        return {Words::tr("sent"), Severity::Progress};
    case P::InProgress:
        return {Words::tr("in progress"), Severity::Progress};
    case P::Done:
        return {Words::tr("done"), Severity::Good};
    case P::Refused:
        return {Words::tr("refused"), Severity::Bad};
    case P::Failed:
        return {Words::tr("failed"), Severity::Bad};
    case P::Unknown:
        break;
    }
    return {Words::tr("outcome not known yet"), Severity::Warning};
}

const char* plainWord(master::TaskState state) {
    static constexpr std::array words{"unknown",  "staging",     "starting", "running",         "killing",
                                      "finished", "failed",      "killed",   "error",           "lost",
                                      "dropped",  "unreachable", "gone",     "gone_by_operator"};
    return words[std::min(std::size_t(state), words.size() - 1)];
}

const char* plainWord(master::Health health) {
    static constexpr std::array words{"none", "healthy", "unhealthy"};
    return words[std::min(std::size_t(health), words.size() - 1)];
}

const char* plainWord(cluster::AgentState state) {
    static constexpr std::array words{"active",       "deactivated", "draining",   "drained",
                                      "disconnected", "unreachable", "recovering", "gone"};
    return words[std::min(std::size_t(state), words.size() - 1)];
}

int attention(master::TaskState state, master::Health health) {
    using S = master::TaskState;
    // Lost first, then what ended badly, then what is troubled, then what is changing, then the rest.
    static constexpr std::array order{S::Unreachable, S::Lost,    S::Gone,    S::GoneByOperator, S::Dropped,
                                      S::Failed,      S::Error,   S::Unknown, S::Killing,        S::Staging,
                                      S::Starting,    S::Running, S::Killed,  S::Finished};
    if (state == S::Running && health == master::Health::Unhealthy)
        return 7;
    const auto it = std::find(order.begin(), order.end(), state);
    const int place = int(it - order.begin());
    return place < 7 ? place : place + 1;
}

int attention(cluster::AgentState state) {
    using S = cluster::AgentState;
    static constexpr std::array order{S::Unreachable, S::Gone,    S::Recovering,  S::Disconnected,
                                      S::Draining,    S::Drained, S::Deactivated, S::Active};
    return int(std::find(order.begin(), order.end(), state) - order.begin());
}

namespace {

/// Offers came since it waits, and none of them was taken.
bool waitsInVain(const scheduler::QueueEntry& entry) {
    return entry.count > 0 && entry.unusedOffers > 0 && entry.lastUsedOfferMs < entry.sinceMs;
}

} // namespace

AppState appState(const cluster::AppRow& row) {
    const scheduler::App& app = *row.app;
    if (row.unreachable > 0 || app.tasksUnhealthy > 0)
        return AppState::Degraded;
    if (row.waiting && waitsInVain(*row.waiting))
        return AppState::Waiting;
    if (!app.deployments.isEmpty())
        return AppState::Deploying;
    if (row.waiting && row.waiting->count > 0)
        return AppState::Waiting;
    if (app.instances == 0)
        return AppState::Suspended;
    const int up = app.hasHealthChecks ? app.tasksHealthy : app.tasksRunning;
    return up < app.instances ? AppState::Starting : AppState::Running;
}

Worded worded(AppState state) {
    switch (state) {
    case AppState::Degraded:
        return {Words::tr("degraded"), Severity::Bad};
    case AppState::Waiting:
        return {Words::tr("waiting"), Severity::Warning};
    case AppState::Deploying:
        return {Words::tr("deploying"), Severity::Progress};
    case AppState::Starting:
        return {Words::tr("starting"), Severity::Progress};
    case AppState::Suspended:
        return {Words::tr("suspended"), Severity::Unknown};
    case AppState::Running:
        break;
    }
    return {Words::tr("running"), Severity::Neutral};
}

const char* plainWord(AppState state) {
    static constexpr std::array words{"degraded", "waiting", "deploying", "starting", "running", "suspended"};
    return words[std::min(std::size_t(state), words.size() - 1)];
}

QString rejectReason(const QString& upstream) {
    static const std::array<std::pair<QLatin1String, const char*>, 13> words{{
        {QLatin1String("UnfulfilledRole"), QT_TRANSLATE_NOOP("mesoscope::text", "role does not match")},
        {QLatin1String("UnfulfilledConstraint"), QT_TRANSLATE_NOOP("mesoscope::text", "constraint not met")},
        {QLatin1String("NoCorrespondingReservationFound"),
         QT_TRANSLATE_NOOP("mesoscope::text", "no volume reservation")},
        {QLatin1String("AgentMaintenance"), QT_TRANSLATE_NOOP("mesoscope::text", "maintenance is planned")},
        {QLatin1String("AgentUndesired"), QT_TRANSLATE_NOOP("mesoscope::text", "agent is avoided")},
        {QLatin1String("InsufficientCpus"), QT_TRANSLATE_NOOP("mesoscope::text", "not enough cpu")},
        {QLatin1String("InsufficientMemory"), QT_TRANSLATE_NOOP("mesoscope::text", "not enough memory")},
        {QLatin1String("InsufficientDisk"), QT_TRANSLATE_NOOP("mesoscope::text", "not enough disk")},
        {QLatin1String("InsufficientGpus"), QT_TRANSLATE_NOOP("mesoscope::text", "not enough GPUs")},
        {QLatin1String("InsufficientPorts"), QT_TRANSLATE_NOOP("mesoscope::text", "not enough ports")},
        {QLatin1String("InsufficientNetworkBandwidth"), QT_TRANSLATE_NOOP("mesoscope::text", "not enough bandwidth")},
        {QLatin1String("DeclinedScarceResources"), QT_TRANSLATE_NOOP("mesoscope::text", "scarce resources are kept")},
        {QLatin1String("UnmatchedRegion"), QT_TRANSLATE_NOOP("mesoscope::text", "other region")},
    }};
    for (const auto& [name, word] : words) {
        if (name == upstream)
            return QCoreApplication::translate("mesoscope::text", word);
    }
    return upstream;
}

QString mainRejectReason(const scheduler::QueueEntry& entry) {
    const auto most = std::max_element(entry.lastOffers.cbegin(), entry.lastOffers.cend(),
                                       [](const auto& a, const auto& b) { return a.declined < b.declined; });
    return most == entry.lastOffers.cend() || most->declined == 0 ? QString() : rejectReason(most->reason);
}

namespace {

QString waitingReason(const scheduler::QueueEntry& entry) {
    if (!entry.overdue && entry.timeLeftSeconds > 0)
        return Words::tr("%Ln held back after failures, for %1 at most", nullptr, entry.count)
            .arg(duration(qint64(entry.timeLeftSeconds) * 1000));
    const QString why = mainRejectReason(entry);
    if (!why.isEmpty())
        return Words::tr("%Ln not launched: %1", nullptr, entry.count).arg(why);
    return Words::tr("%Ln not launched, no offer fits yet", nullptr, entry.count);
}

} // namespace

QString appReason(const cluster::AppRow& row) {
    const scheduler::App& app = *row.app;
    QStringList parts;
    if (row.unreachable > 0)
        parts += Words::tr("%Ln on unreachable agents", nullptr, int(row.unreachable));
    if (app.tasksUnhealthy > 0)
        parts += Words::tr("%Ln unhealthy", nullptr, app.tasksUnhealthy);
    const int unproven = app.hasHealthChecks ? app.tasksRunning - app.tasksHealthy - app.tasksUnhealthy : 0;
    const int starting = app.tasksStaged + std::max(unproven - int(row.unreachable), 0);
    if (starting > 0)
        parts += Words::tr("%Ln starting", nullptr, starting);
    if (row.waiting && row.waiting->count > 0)
        parts += waitingReason(*row.waiting);
    const QString failure =
        app.lastFailure && appState(row) != AppState::Running ? app.lastFailure->message.trimmed() : QString();
    if (parts.isEmpty() && !failure.isEmpty())
        parts += Words::tr("last failure: %1").arg(failure.section(QLatin1Char('\n'), 0, 0).left(120));
    return parts.join(QStringLiteral(", "));
}

QString deploymentKind(const scheduler::Deployment& deployment) {
    QStringList actions;
    for (const auto& step : deployment.steps) {
        for (const auto& action : step) {
            if (!actions.contains(action.action))
                actions += action.action;
        }
    }
    const auto is = [&actions](const char* word) {
        return std::any_of(actions.cbegin(), actions.cend(),
                           [word](const QString& a) { return a.startsWith(QLatin1String(word)); });
    };
    if (is("Restart"))
        return Words::tr("restart");
    // The second word is Swan's.
    if (is("Stop") || is("stopping") || is("deleting"))
        return Words::tr("stop");
    if (is("Start") || is("creating"))
        return Words::tr("first deploy");
    return is("Scale") || is("scaling") ? Words::tr("scale") : Words::tr("deploy");
}

std::optional<int> stuckMinutes(const scheduler::Deployment& deployment, qint64 nowMs) {
    const qint64 still = nowMs - deployment.lastProgressMs;
    if (deployment.lastProgressMs == 0 || still < stuckAfterMs)
        return std::nullopt;
    return int(still / 60'000);
}

QString actionRefusal(const cluster::Snapshot& snapshot, base::SourceKind kind, qint64 nowMs) {
    if (snapshot.readOnly)
        return Words::tr("Read-only: nothing that changes the cluster is sent.");
    const base::SourceStatus* source = snapshot.source(kind);
    if (!source || source->state == base::SourceState::Off)
        return Words::tr("No %1 is connected.").arg(sourceWord(kind));
    if (source->state == base::SourceState::Live)
        return {};
    if (source->staleSinceMs > 0)
        return Words::tr("The %1's data is stale since %2.")
            .arg(sourceWord(kind), timeOfDay(source->staleSinceMs, nowMs));
    return Words::tr("The %1 is not connected: %2.").arg(sourceWord(kind), worded(source->state).word);
}

bool hasUnfinishedCanary(const cluster::Snapshot& snapshot, const QString& app) {
    return std::any_of(snapshot.deployments.cbegin(), snapshot.deployments.cend(), [&](const auto& deployment) {
        return deployment->affectedApps.contains(app) && !deployment->currentActions.isEmpty() &&
               deployment->currentActions.first().action == QLatin1String("canary_unfinished");
    });
}

} // namespace mesoscope::text
