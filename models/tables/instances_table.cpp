#include "models/tables/cells.h"
#include "models/tables/column.h"
#include "models/tables/words.h"
#include "models/text/format.h"

#include <cmath>

namespace mesoscope::tables {

namespace {

using scheduler::Instance;

const Instance& instance(const RowRef& row) {
    return row.snapshot.watchedInstances->at(row.slot);
}

master::TaskState state(const RowRef& row) {
    return master::taskStateFromName(instance(row).state.toStdString());
}

const scheduler::App* app(const RowRef& row) {
    const auto it =
        row.lookup ? row.lookup->apps.constFind(instance(row).appId) : QHash<QString, Slot>::const_iterator();
    return row.lookup && it != row.lookup->apps.cend() ? row.snapshot.apps[*it].app.get() : nullptr;
}

const cluster::AgentRow* agent(const RowRef& row) {
    const auto it =
        row.lookup ? row.lookup->hosts.constFind(instance(row).host) : QHash<QString, Slot>::const_iterator();
    return row.lookup && it != row.lookup->hosts.cend() ? &row.snapshot.agents[*it] : nullptr;
}

QVariant idRole(const RowRef& row, int role) {
    if (role == StaleRole)
        return state(row) == master::TaskState::Unreachable;
    return role == Qt::ToolTipRole ? QVariant(instance(row).taskId) : QVariant();
}

QVariant stateRole(const RowRef& row, int role) {
    if (role == SeverityRole)
        return int(text::worded(state(row)).severity);
    if (role == SignRole)
        return int(signOf(state(row)));
    return role == Qt::ToolTipRole ? QVariant(instance(row).state) : QVariant();
}

unsigned stateCode(const RowRef& row) {
    return unsigned(text::attention(state(row), master::Health::NotReported));
}

const char* stateWord(unsigned code) {
    // In the order of attention; its sixth place is that of unhealthy tasks.
    static constexpr std::array words{"unreachable", "lost",     "gone",      "gone_by_operator", "dropped",
                                      "failed",      "error",    "unhealthy", "unknown",          "killing",
                                      "staging",     "starting", "running",   "killed",           "finished"};
    return code < words.size() ? words[code] : nullptr;
}

/// Worst first.
enum Checks : unsigned { Failing, NoResult, Passing, NoCheck };

unsigned checks(const RowRef& row) {
    const auto& health = instance(row).health;
    if (health.isEmpty())
        return app(row) && app(row)->hasHealthChecks ? NoResult : NoCheck;
    return std::all_of(health.cbegin(), health.cend(), [](const auto& result) { return result.alive; }) ? Passing
                                                                                                        : Failing;
}

const char* checksWord(unsigned code) {
    static constexpr std::array words{"unhealthy", "unknown", "healthy", "none"};
    return code < words.size() ? words[code] : nullptr;
}

QString healthText(const RowRef& row) {
    if (state(row) == master::TaskState::Unreachable)
        return Words::tr("not known");
    switch (checks(row)) {
    case Failing:
        return Words::tr("unhealthy");
    case NoResult:
        return Words::tr("no result yet");
    case Passing:
        return Words::tr("healthy");
    default:
        return Words::tr("no check");
    }
}

QString failureOf(const RowRef& row) {
    for (const auto& result : instance(row).health) {
        if (!result.alive && !result.lastFailureCause.isEmpty())
            return Words::tr("%Ln in a row: %1", nullptr, result.consecutiveFailures).arg(result.lastFailureCause);
        if (result.alive && result.lastFailureMs > 0)
            return Words::tr("last failed %1").arg(text::ago(result.lastFailureMs, row.nowMs));
    }
    return {};
}

QVariant healthRole(const RowRef& row, int role) {
    const unsigned result = state(row) == master::TaskState::Unreachable ? unsigned(NoResult) : checks(row);
    if (role == SeverityRole)
        return int(result == Failing   ? text::Severity::Warning
                   : result == Passing ? text::Severity::Good
                                       : text::Severity::Unknown);
    if (role == SignRole)
        return int(result == Failing ? StateSign::Unhealthy : result == Passing ? StateSign::Healthy : StateSign::None);
    if (role == DetailRole)
        return failureOf(row);
    if (role == TrailRole)
        return row.snapshot.healthTrails ? row.snapshot.healthTrails->value(instance(row).taskId) : QByteArray();
    return {};
}

QString ports(const RowRef& row) {
    QStringList list;
    for (const int port : instance(row).ports)
        list += QString::number(port);
    return list.isEmpty() ? text::none() : list.join(QStringLiteral(", "));
}

QString rack(const RowRef& row) {
    return agent(row) ? fromView(rackOf(row.snapshot.view(agent(row)->attributes))) : QString();
}

cluster::InstanceUsage usage(const RowRef& row) {
    return row.snapshot.usage ? row.snapshot.usage->value(instance(row).taskId) : cluster::InstanceUsage{};
}

QString usedCpus(const RowRef& row) {
    const double used = usage(row).cpus;
    return used < 0 ? text::none() : text::cpusExact(used);
}

QString usedMem(const RowRef& row) {
    const qint64 used = usage(row).memBytes;
    return used < 0 ? text::none() : text::gib(double(used) / 1024 / 1024);
}

QVariant cpuRole(const RowRef& row, int role) {
    return role == PairRole && app(row) ? QVariant(text::cpus(app(row)->cpus)) : QVariant();
}

QVariant memRole(const RowRef& row, int role) {
    return role == PairRole && app(row) ? QVariant(text::gib(app(row)->mem)) : QVariant();
}

double since(const RowRef& row) {
    const qint64 stamp = instance(row).startedMs > 0 ? instance(row).startedMs : instance(row).stagedMs;
    return stamp == 0 ? notKnown : double(stamp);
}

QVariant sinceRole(const RowRef& row, int role) {
    return role == Qt::ToolTipRole ? QVariant(text::exactTime(instance(row).startedMs)) : QVariant();
}

/// The instances of an older definition stand out: the first word of the version is its day.
QVariant versionRole(const RowRef& row, int role) {
    if (role == Qt::ToolTipRole)
        return instance(row).version;
    const bool old = app(row) && app(row)->version != instance(row).version;
    if (role == SeverityRole && old)
        return int(text::Severity::Progress);
    if (role == DetailRole && old)
        return Words::tr("old");
    return {};
}

const Column columns[] = {
    {.id = "id",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Instance"),
     .kind = CellKind::Identifier,
     .chars = 22,
     .searched = true,
     .text = [](const RowRef& r) { return instance(r).taskId; },
     .role = idRole,
     .plain = [](const RowRef& r) { return instance(r).taskId; }},
    {.id = "state",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "State"),
     .kind = CellKind::State,
     .chars = 14,
     .text = [](const RowRef& r) { return text::worded(state(r)).word; },
     .role = stateRole,
     .code = stateCode,
     .codeWord = stateWord},
    {.id = "host",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Host"),
     .chars = 20,
     .searched = true,
     .text = [](const RowRef& r) { return instance(r).host; },
     .plain = [](const RowRef& r) { return instance(r).host; }},
    {.id = "rack",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Rack"),
     .chars = 6,
     .expendable = 2,
     .text = rack,
     .plain = rack,
     .whole = true},
    {.id = "ports",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Ports"),
     .kind = CellKind::Number,
     .chars = 15,
     .expendable = 3,
     .text = ports,
     .number =
         [](const RowRef& r) { return instance(r).ports.isEmpty() ? notKnown : double(instance(r).ports.first()); }},
    {.id = "health",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Health"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "last 30 results seen"),
     .kind = CellKind::State,
     .chars = 40,
     .text = healthText,
     .role = healthRole,
     .code = checks,
     .codeWord = checksWord},
    {.id = "version",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Version"),
     .chars = 24,
     .expendable = 4,
     .text = [](const RowRef& r) { return text::versionWord(instance(r).version, r.nowMs); },
     .role = versionRole,
     .plain = [](const RowRef& r) { return instance(r).version; }},
    {.id = "cpus",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "CPU"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "used / requested"),
     .kind = CellKind::Pair,
     .chars = 11,
     .expendable = 1,
     .text = usedCpus,
     .role = cpuRole,
     .number = [](const RowRef& r) { return usage(r).cpus < 0 ? notKnown : usage(r).cpus; }},
    {.id = "mem",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Memory"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "GiB used / requested"),
     .kind = CellKind::Pair,
     .chars = 13,
     .expendable = 1,
     .text = usedMem,
     .role = memRole,
     .number = [](const RowRef& r) { return usage(r).memBytes < 0 ? notKnown : double(usage(r).memBytes); }},
    {.id = "since",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Since"),
     .kind = CellKind::Age,
     .chars = 8,
     .text =
         [](const RowRef& r) {
             return std::isnan(since(r)) ? text::none() : text::ageSince(qint64(since(r)), r.nowMs);
         },
     .role = sinceRole,
     .number = since,
     .stamp = true},
};

} // namespace

const Table& instancesTable() {
    static const Table table{
        .id = "instances",
        .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Instances"),
        .columns = columns,
        .sort = "state",
        .size = [](const Snapshot& s) { return s.watchedInstances ? Slot(s.watchedInstances->size()) : 0; },
        .object =
            [](const Snapshot& s, Slot slot) {
                return s.watchedInstances && slot < Slot(s.watchedInstances->size())
                           ? s.watchedInstances->at(slot).taskId
                           : QString();
            },
        .touched = [](const cluster::Diff& d) { return d.everything || d.instances || !d.apps.empty(); },
        .wantsLookup = true,
    };
    return table;
}

} // namespace mesoscope::tables
