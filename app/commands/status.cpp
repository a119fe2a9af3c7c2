#include "app/commands/status.h"

#include <QJsonArray>

#include <algorithm>

namespace mesoscope::app::commands {

namespace {

constexpr int rolesPatienceMs = 3000;

QString kindName(base::SourceKind kind) {
    static constexpr const char* names[] = {"master", "scheduler", "gateway", "coordination", "metrics"};
    return QString::fromLatin1(names[std::size_t(kind)]);
}

QString stateName(base::SourceState state) {
    static constexpr const char* names[] = {"off", "connecting", "live", "stale", "failed", "retrying"};
    return QString::fromLatin1(names[std::size_t(state)]);
}

QJsonObject sourceJson(const base::SourceStatus& s, qint64 nowMs) {
    QJsonObject object{{QStringLiteral("name"), kindName(s.kind)},
                       {QStringLiteral("kind"), s.system},
                       {QStringLiteral("url"), s.url},
                       {QStringLiteral("state"), stateName(s.state)},
                       {QStringLiteral("age_ms"),
                        s.lastNewsMs == 0 ? QJsonValue() : QJsonValue(std::max<qint64>(0, nowMs - s.lastNewsMs))},
                       {QStringLiteral("version"), s.version},
                       {QStringLiteral("leader"), s.leader}};
    if (!s.problem.sentence.isEmpty())
        object.insert(QStringLiteral("problem"), s.problem.sentence);
    return object;
}

std::uint32_t countOf(const cluster::Totals& t, cluster::AgentState state) {
    return t.agentsByState[std::size_t(state)];
}

QJsonObject agentsJson(const cluster::Totals& t) {
    using cluster::AgentState;
    return {{QStringLiteral("total"), qint64(t.agents)},
            {QStringLiteral("active"), qint64(countOf(t, AgentState::Active))},
            {QStringLiteral("draining"), qint64(countOf(t, AgentState::Draining) + countOf(t, AgentState::Drained))},
            {QStringLiteral("deactivated"), qint64(countOf(t, AgentState::Deactivated))},
            {QStringLiteral("unreachable"),
             qint64(countOf(t, AgentState::Unreachable) + countOf(t, AgentState::Recovering) +
                    countOf(t, AgentState::Gone) + countOf(t, AgentState::Disconnected))}};
}

QJsonObject tasksJson(const cluster::Totals& t) {
    QJsonObject byState;
    for (std::size_t i = 0; i < t.tasksByState.size(); ++i) {
        if (t.tasksByState[i] == 0)
            continue;
        const std::string_view name = master::taskStateName(master::TaskState(i));
        byState.insert(QString::fromUtf8(name.data(), qsizetype(name.size())), qint64(t.tasksByState[i]));
    }
    return {{QStringLiteral("total"), qint64(t.tasks)}, {QStringLiteral("by_state"), byState}};
}

QJsonObject resourceJson(double total, double allocated, double reserved) {
    return {{QStringLiteral("total"), total},
            {QStringLiteral("allocated"), allocated},
            {QStringLiteral("reserved"), reserved}};
}

QJsonObject resourcesJson(const cluster::Totals& t) {
    return {{QStringLiteral("cpus"), resourceJson(t.total.cpus, t.allocated.cpus, t.reserved.cpus)},
            {QStringLiteral("mem"), resourceJson(t.total.mem, t.allocated.mem, t.reserved.mem)},
            {QStringLiteral("disk"), resourceJson(t.total.disk, t.allocated.disk, t.reserved.disk)},
            {QStringLiteral("gpus"), resourceJson(t.total.gpus, t.allocated.gpus, t.reserved.gpus)}};
}

struct AppCounts {
    int total = 0;
    int healthy = 0;
    int degraded = 0;
    int waiting = 0;
};

AppCounts countApps(const cluster::Snapshot& snapshot) {
    AppCounts counts;
    for (cluster::Slot i = 0; i < snapshot.apps.size(); ++i) {
        const cluster::AppRow& row = snapshot.apps[i];
        if (!row.app)
            continue;
        ++counts.total;
        const scheduler::App& app = *row.app;
        const bool sick = app.tasksUnhealthy > 0 || row.unreachable > 0;
        const bool fewer = app.tasksRunning < app.instances;
        if (row.waiting && row.waiting->count > 0)
            ++counts.waiting;
        else if (sick || fewer)
            ++counts.degraded;
        else
            ++counts.healthy;
    }
    return counts;
}

} // namespace

QJsonObject statusJson(const cluster::Snapshot& snapshot, const QString& clusterName) {
    QJsonArray sources;
    for (const base::SourceStatus& s : snapshot.sources)
        sources.append(sourceJson(s, snapshot.atMs));
    const AppCounts apps = countApps(snapshot);
    const auto living = std::count_if(snapshot.frameworks->begin(), snapshot.frameworks->end(),
                                      [](const cluster::FrameworkRow& f) { return !f.completed; });
    return {{QStringLiteral("cluster"), clusterName},
            {QStringLiteral("sources"), sources},
            {QStringLiteral("agents"), agentsJson(snapshot.totals)},
            {QStringLiteral("tasks"), tasksJson(snapshot.totals)},
            {QStringLiteral("frameworks"), qint64(living)},
            {QStringLiteral("roles"), qint64(snapshot.roles->size())},
            {QStringLiteral("resources"), resourcesJson(snapshot.totals)},
            {QStringLiteral("apps"), QJsonObject{{QStringLiteral("total"), apps.total},
                                                 {QStringLiteral("healthy"), apps.healthy},
                                                 {QStringLiteral("degraded"), apps.degraded},
                                                 {QStringLiteral("waiting"), apps.waiting}}},
            {QStringLiteral("deployments"), qint64(snapshot.deployments.size())},
            {QStringLiteral("routes"), qint64(snapshot.routes->size())}};
}

QStringList statusText(const cluster::Snapshot& snapshot, const QString& clusterName) {
    QStringList lines{QStringLiteral("cluster      %1").arg(clusterName)};
    for (const base::SourceStatus& s : snapshot.sources) {
        lines << QStringLiteral("%1 %2 %3 %4 %5")
                     .arg(kindName(s.kind).leftJustified(12), stateName(s.state).leftJustified(10),
                          s.system.leftJustified(9), s.version.leftJustified(18), s.url);
        if (!s.problem.sentence.isEmpty())
            lines << QStringLiteral("             ") + s.problem.sentence;
    }
    const cluster::Totals& t = snapshot.totals;
    const QJsonObject agents = agentsJson(t);
    lines << QStringLiteral("agents       %1 (%2 active, %3 draining, %4 deactivated, %5 unreachable)")
                 .arg(t.agents)
                 .arg(agents.value(QStringLiteral("active")).toInt())
                 .arg(agents.value(QStringLiteral("draining")).toInt())
                 .arg(agents.value(QStringLiteral("deactivated")).toInt())
                 .arg(agents.value(QStringLiteral("unreachable")).toInt());
    QStringList states;
    const QJsonObject byState = tasksJson(t).value(QStringLiteral("by_state")).toObject();
    for (auto it = byState.begin(); it != byState.end(); ++it)
        states << QStringLiteral("%1 %2").arg(it.value().toInt()).arg(it.key());
    lines << QStringLiteral("tasks        %1 (%2)").arg(t.tasks).arg(states.join(QStringLiteral(", ")));
    lines << QStringLiteral("cpu          %1 of %2 allocated")
                 .arg(t.allocated.cpus, 0, 'f', 1)
                 .arg(t.total.cpus, 0, 'f', 1);
    lines << QStringLiteral("memory       %1 of %2 GiB allocated")
                 .arg(t.allocated.mem / 1024, 0, 'f', 1)
                 .arg(t.total.mem / 1024, 0, 'f', 1);
    const AppCounts apps = countApps(snapshot);
    lines << QStringLiteral("apps         %1 (%2 healthy, %3 degraded, %4 waiting)")
                 .arg(apps.total)
                 .arg(apps.healthy)
                 .arg(apps.degraded)
                 .arg(apps.waiting);
    lines << QStringLiteral("deployments  %1").arg(snapshot.deployments.size());
    lines << QStringLiteral("routes       %1").arg(snapshot.routes->size());
    return lines;
}

void Status::ready(const cluster::Snapshot&) {
    // Roles come by a poll of their own, a moment after the picture.
    QTimer::singleShot(rolesPatienceMs, this, &Status::show);
    if (!current()->roles->empty() || !current()->source(base::SourceKind::Master))
        show();
}

void Status::changed(const cluster::Update& update) {
    if (!update.snapshot->roles->empty())
        show();
}

void Status::show() {
    const cluster::Snapshot& snapshot = *current();
    const QString name = session().connection().name;
    if (arguments().json()) {
        printJson(statusJson(snapshot, name));
    } else {
        for (const QString& line : statusText(snapshot, name))
            print(line);
    }
    finish(Done);
}

} // namespace mesoscope::app::commands
