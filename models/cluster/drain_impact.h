// What draining agents takes from the services, whether the rest of the cluster can carry it, and how a running drain
// gets on. Pure functions of one snapshot; any thread (with a large cluster not the GUI's).
#pragma once

#include "models/cluster/snapshot.h"

#include <QList>
#include <QString>

namespace mesoscope::cluster {

struct ServiceImpact {
    enum class Verdict : quint8 {
        Fits,     ///< the rest takes all of them, by free resources, attributes and constraints
        PartFits, ///< only some of them, with the reason
        NoRoom,   ///< none of them now
        Pinned,   ///< local volumes: what is lost starts only there again
        Unknown,  ///< no app of the connected scheduler: nothing is known of its needs
    };
    QString app; ///< empty: tasks of no app
    int lost = 0;
    int total = 0; ///< instances that run now
    int fits = 0;  ///< of the lost ones
    Verdict verdict = Verdict::Unknown;
    QString reason;          ///< the first thing that is missing, in the scheduler's own word (InsufficientMemory)
    master::Scalars missing; ///< what the closest agent lacks for one instance

    friend bool operator==(const ServiceImpact&, const ServiceImpact&) = default;
};

/// Largest share of a service first. Room that one service takes is gone for the next one. Ports are not looked at.
QList<ServiceImpact> drainImpact(const Snapshot& snapshot, const std::vector<Slot>& agents);

struct StuckTask {
    QString task;
    QString app;
    qint64 endsMs = 0;    ///< the latest by its kill grace
    bool overdue = false; ///< should have ended
    friend bool operator==(const StuckTask&, const StuckTask&) = default;
};

struct DrainProgress {
    int left = 0;
    qint64 startedMs = 0;   ///< by our clock, as all times here
    qint64 endsMs = 0;      ///< estimated: when the last kill grace is over; 0 when nothing is left
    QList<StuckTask> tasks; ///< what is left, latest end first
    int overdue = 0;
};
/// For an agent that drains. Tasks of unknown grace are counted with Mesos' default of 5 s. A drain that by the clocks
/// would begin in the future began now.
DrainProgress drainProgress(const Snapshot& snapshot, const AgentRow& agent, qint64 nowMs);

/// A task that the drain has ended, and which one runs in its stead.
struct MovedTask {
    QString task;
    QString app;
    qint64 endedMs = 0;
    master::TaskState state = master::TaskState::Unknown;
    /// Inferred: neither master nor scheduler tells pairs. The instances of the app that started elsewhere since then
    /// take the places of the ended ones in turn. Empty: none has started yet.
    QString replacement;
    QString replacementHost;
    master::TaskState replacementState = master::TaskState::Unknown;
    friend bool operator==(const MovedTask&, const MovedTask&) = default;
};

struct DrainCourse {
    qint64 startedMs = 0; ///< 0: the agent does not drain
    int before = 0;       ///< tasks on it when the drain began, as far as they are remembered
    int left = 0;
    QList<MovedTask> moved; ///< in the order in which they ended
    friend bool operator==(const DrainCourse&, const DrainCourse&) = default;
};
/// Goes through all tasks twice: with a large cluster not on the GUI's thread.
DrainCourse drainCourse(const Snapshot& snapshot, Slot agent, qint64 nowMs);

} // namespace mesoscope::cluster
