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
    int known = 0; ///< tasks that this program saw on it since the drain began, ended ones included
    qint64 startedMs = 0;
    qint64 endsMs = 0;      ///< estimated: when the last kill grace is over; 0 when nothing is left
    QList<StuckTask> tasks; ///< what is left, latest end first
    int overdue = 0;
};
/// For an agent that drains. Tasks of unknown grace are counted with Mesos' default of 5 s.
DrainProgress drainProgress(const Snapshot& snapshot, const AgentRow& agent, qint64 nowMs);

} // namespace mesoscope::cluster
