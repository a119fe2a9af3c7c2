#include "app/commands/watch.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>

namespace mesoscope::app::commands {

namespace {

using cluster::Slot;
using cluster::Snapshot;

QString agentStateName(cluster::AgentState state) {
    static constexpr const char* names[] = {"active",       "deactivated", "draining",   "drained",
                                            "disconnected", "unreachable", "recovering", "gone"};
    return QString::fromLatin1(names[std::size_t(state)]);
}

QString taskText(const Snapshot& s, const cluster::TaskRow& row) {
    const std::string_view name = row.stateName != 0 ? s.view(row.stateName) : master::taskStateName(row.state);
    QString text = QString::fromUtf8(name.data(), qsizetype(name.size()));
    if (row.health != master::Health::NotReported)
        text += row.health == master::Health::Healthy ? QStringLiteral(" healthy") : QStringLiteral(" unhealthy");
    return text;
}

QString appText(const cluster::AppRow& row) {
    return QStringLiteral("instances %1, running %2, healthy %3, version %4")
        .arg(row.app->instances)
        .arg(row.app->tasksRunning)
        .arg(row.app->tasksHealthy)
        .arg(row.app->version);
}

class Collector {
public:
    Collector(qint64 atMs, QList<QJsonObject>& out)
        : at_(QDateTime::fromMSecsSinceEpoch(atMs, Qt::UTC).toString(Qt::ISODateWithMs)), out_(out) {}

    void add(const char* source, const char* kind, const QString& object, const QString& before, const QString& after) {
        if (before == after)
            return;
        const auto value = [](const QString& text) { return text.isNull() ? QJsonValue() : QJsonValue(text); };
        out_ << QJsonObject{{QStringLiteral("at"), at_},
                            {QStringLiteral("source"), QString::fromLatin1(source)},
                            {QStringLiteral("kind"), QString::fromLatin1(kind)},
                            {QStringLiteral("object"), object},
                            {QStringLiteral("before"), value(before)},
                            {QStringLiteral("after"), value(after)}};
    }

    /// Compares one slot of a table in both pictures; a reused slot is an end and a beginning.
    template<typename Rows, typename Name, typename Text>
    void slot(Slot i, const Rows& before, const Rows& after, const char* source, const char* kind, Name name,
              Text text) {
        const QString was = i < before.size() ? name(false, before[i]) : QString();
        const QString is = i < after.size() ? name(true, after[i]) : QString();
        if (was == is) {
            if (!is.isEmpty())
                add(source, kind, is, text(false, before[i]), text(true, after[i]));
            return;
        }
        if (!was.isEmpty())
            add(source, kind, was, text(false, before[i]), {});
        if (!is.isEmpty())
            add(source, kind, is, {}, text(true, after[i]));
    }

private:
    QString at_;
    QList<QJsonObject>& out_;
};

template<typename Function>
void eachSlot(const std::vector<cluster::Run>& runs, bool everything, Slot size, Function function) {
    if (everything) {
        for (Slot i = 0; i < size; ++i)
            function(i);
        return;
    }
    for (const cluster::Run& run : runs) {
        for (Slot i = run.begin; i < run.end; ++i)
            function(i);
    }
}

void deploymentChanges(const Snapshot& before, const Snapshot& after, Collector& out) {
    const auto text = [](const scheduler::Deployment& d) {
        return QStringLiteral("step %1 of %2: %3")
            .arg(d.currentStep)
            .arg(d.totalSteps)
            .arg(d.affectedApps.join(QStringLiteral(", ")));
    };
    const auto find = [](const Snapshot& s, const QString& id) -> const scheduler::Deployment* {
        for (const auto& d : s.deployments) {
            if (d->id == id)
                return d.get();
        }
        return nullptr;
    };
    for (const auto& d : after.deployments) {
        const scheduler::Deployment* old = find(before, d->id);
        out.add("scheduler", "deployment", d->id, old ? text(*old) : QString(), text(*d));
    }
    for (const auto& d : before.deployments) {
        if (!find(after, d->id))
            out.add("scheduler", "deployment", d->id, text(*d), {});
    }
}

void sourceChanges(const Snapshot& before, const Snapshot& after, Collector& out) {
    static constexpr const char* kinds[] = {"master", "scheduler", "gateway", "coordination", "metrics"};
    static constexpr const char* states[] = {"off", "connecting", "live", "stale", "failed", "retrying"};
    for (const base::SourceStatus& s : after.sources) {
        const base::SourceStatus* old = before.source(s.kind);
        out.add(kinds[std::size_t(s.kind)], "source", s.url,
                old ? QString::fromLatin1(states[std::size_t(old->state)]) : QString(),
                QString::fromLatin1(states[std::size_t(s.state)]));
    }
}

} // namespace

QList<QJsonObject> changesBetween(const Snapshot& before, const Snapshot& after, const cluster::Diff& diff) {
    QList<QJsonObject> out;
    Collector collect(after.atMs, out);
    const auto of = [&](bool isAfter) -> const Snapshot& { return isAfter ? after : before; };
    eachSlot(diff.agents, diff.everything, std::max(before.agents.size(), after.agents.size()), [&](Slot i) {
        collect.slot(
            i, before.agents, after.agents, "master", "agent",
            [&](bool a, const cluster::AgentRow& r) {
                return r.id == 0 ? QString() : of(a).text(r.hostname != 0 ? r.hostname : r.id);
            },
            [&](bool, const cluster::AgentRow& r) { return agentStateName(r.state); });
    });
    eachSlot(diff.tasks, diff.everything, std::max(before.tasks.size(), after.tasks.size()), [&](Slot i) {
        collect.slot(
            i, before.tasks, after.tasks, "master", "task",
            [&](bool a, const cluster::TaskRow& r) { return r.id == 0 ? QString() : of(a).text(r.id); },
            [&](bool a, const cluster::TaskRow& r) { return taskText(of(a), r); });
    });
    eachSlot(diff.apps, diff.everything, std::max(before.apps.size(), after.apps.size()), [&](Slot i) {
        collect.slot(
            i, before.apps, after.apps, "scheduler", "app",
            [](bool, const cluster::AppRow& r) { return r.app ? r.app->id : QString(); },
            [](bool, const cluster::AppRow& r) { return appText(r); });
    });
    if (diff.deployments)
        deploymentChanges(before, after, collect);
    if (diff.sources)
        sourceChanges(before, after, collect);
    return out;
}

void Watch::ready(const cluster::Snapshot&) {
    before_ = current();
    if (arguments().has("for"))
        QTimer::singleShot(int(arguments().value("for").toDouble() * 1000), this, [this] { finish(Done); });
}

void Watch::changed(const cluster::Update& update) {
    for (const QJsonObject& change : changesBetween(*before_, *update.snapshot, update.diff)) {
        if (arguments().json()) {
            printJson(change);
            continue;
        }
        const auto text = [&](const char* key) {
            return change.value(QLatin1String(key)).toString(QStringLiteral("–"));
        };
        print(QStringLiteral("%1  %2  %3  %4 → %5")
                  .arg(text("at"), text("kind").leftJustified(10), text("object"), text("before"), text("after")));
    }
    before_ = update.snapshot;
}

} // namespace mesoscope::app::commands
