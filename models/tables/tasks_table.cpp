#include "models/tables/cells.h"
#include "models/tables/column.h"
#include "models/tables/words.h"
#include "models/text/format.h"
#include "models/text/states.h"

namespace mesoscope::tables {

namespace {

using cluster::TaskRow;
using master::Health;
using master::TaskState;

const TaskRow& task(const RowRef& row) {
    return row.snapshot.tasks[row.slot];
}
QString text(const RowRef& row, base::StringId id) {
    return row.snapshot.text(id);
}

const cluster::AgentRow* agent(const RowRef& row) {
    const Slot slot = task(row).agent;
    return slot == cluster::noSlot || slot >= row.snapshot.agents.size() ? nullptr : &row.snapshot.agents[slot];
}

base::StringId host(const RowRef& row) {
    const cluster::AgentRow* on = agent(row);
    return on ? on->hostname : task(row).agentId;
}

/// A master names only registered agents: of one that was lost before, the id is all that is known.
QString hostText(const RowRef& row) {
    const QString name = text(row, host(row));
    if (host(row) == 0 || name != text(row, task(row).agentId))
        return name;
    return Words::tr("%1 (name not known)", "an agent by the end of its id: S75")
        .arg(name.mid(name.lastIndexOf(QLatin1Char('-')) + 1));
}

base::StringId agentAttributes(const RowRef& row) {
    const cluster::AgentRow* on = agent(row);
    return on ? on->attributes : 0;
}

bool lost(const RowRef& row) {
    const cluster::AgentRow* on = agent(row);
    return task(row).state == TaskState::Unreachable || (on && cluster::isLost(on->state));
}

unsigned attention(const RowRef& row) {
    return unsigned(text::attention(task(row).state, task(row).health));
}

/// Tasks of one app stand together.
unsigned appTie(const RowRef& row) {
    return task(row).app & 0xFFFFFFU;
}

// Codes of the state column: sorted by attention, so that the worst comes first.
constexpr std::array stateOrder{
    TaskState::Unreachable, TaskState::Lost,    TaskState::Gone,    TaskState::GoneByOperator, TaskState::Dropped,
    TaskState::Failed,      TaskState::Error,   TaskState::Unknown, TaskState::Killing,        TaskState::Staging,
    TaskState::Starting,    TaskState::Running, TaskState::Killed,  TaskState::Finished};

unsigned stateCode(const RowRef& row) {
    static constexpr auto codes = [] {
        std::array<std::uint8_t, stateOrder.size()> result{};
        for (std::size_t i = 0; i < stateOrder.size(); ++i)
            result[std::size_t(stateOrder[i])] = std::uint8_t(i);
        return result;
    }();
    return codes[std::min(std::size_t(task(row).state), codes.size() - 1)];
}

const char* stateWord(unsigned code) {
    return code < stateOrder.size() ? text::plainWord(stateOrder[code]) : nullptr;
}

QString stateText(const RowRef& row) {
    const TaskRow& t = task(row);
    return t.state == TaskState::Unknown && t.stateName != 0 ? text(row, t.stateName) : text::worded(t.state).word;
}

QVariant stateRole(const RowRef& row, int role) {
    if (role == SeverityRole)
        return int(text::worded(task(row).state).severity);
    if (role == SignRole)
        return int(signOf(task(row).state));
    if (role == Qt::ToolTipRole)
        return QStringLiteral("TASK_%1").arg(QString::fromLatin1(text::plainWord(task(row).state)).toUpper());
    return {};
}

/// Worst first: unhealthy, healthy, not reported.
unsigned healthCode(const RowRef& row) {
    return task(row).health == Health::Unhealthy ? 0 : task(row).health == Health::Healthy ? 1 : 2;
}

const char* healthWord(unsigned code) {
    static constexpr std::array words{"unhealthy", "healthy", "none"};
    return code < words.size() ? words[code] : nullptr;
}

QString healthText(const RowRef& row) {
    const TaskRow& t = task(row);
    if (t.health == Health::NotReported)
        return t.state == TaskState::Running ? text::none() : QString();
    if (!lost(row))
        return text::worded(t.health).word;
    return t.health == Health::Healthy ? Words::tr("unknown, was healthy") : Words::tr("unknown, was unhealthy");
}

QVariant healthRole(const RowRef& row, int role) {
    const TaskRow& t = task(row);
    const bool known = t.health != Health::NotReported && !lost(row);
    if (role == SeverityRole)
        return int(known ? text::worded(t.health).severity : text::Severity::Unknown);
    if (role == SignRole)
        return int(!known ? StateSign::None : t.health == Health::Healthy ? StateSign::Healthy : StateSign::Unhealthy);
    return {};
}

QString reasonText(const RowRef& row) {
    const TaskRow& t = task(row);
    if (t.state == TaskState::Running && t.health != Health::Unhealthy)
        return {};
    const QString reason = text(row, t.reason);
    const QString message = text(row, t.message);
    return reason.isEmpty() || message.isEmpty() ? reason + message : reason + QStringLiteral(": ") + message;
}

QVariant rowRole(const RowRef& row, int role) {
    if (role == StaleRole)
        return lost(row);
    return {};
}

QVariant startedRole(const RowRef& row, int role) {
    return role == Qt::ToolTipRole ? QVariant(text::exactTime(task(row).startedMs)) : QVariant();
}

double known(double stamp) {
    return stamp == 0 ? notKnown : stamp;
}

base::StringId framework(const RowRef& row) {
    return task(row).role;
}

QString frameworkName(const RowRef& row) {
    const auto& frameworks = row.snapshot.frameworks;
    const Slot slot = task(row).framework;
    return frameworks && slot < frameworks->size() ? (*frameworks)[slot].name : QString();
}

const Column columns[] = {
    {.id = "id",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Task"),
     .kind = CellKind::Identifier,
     .chars = 34,
     .searched = true,
     .text = [](const RowRef& r) { return text(r, task(r).id); },
     .role = rowRole,
     .interned = [](const RowRef& r) { return task(r).id; }},
    {.id = "app",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "App"),
     .chars = 20,
     .searched = true,
     .text = [](const RowRef& r) { return text(r, task(r).app); },
     .interned = [](const RowRef& r) { return task(r).app; },
     .tie = attention,
     .path = true},
    {.id = "state",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "State"),
     .kind = CellKind::State,
     .chars = 15,
     .searched = true,
     .text = stateText,
     .role = stateRole,
     .code = stateCode,
     .codeWord = stateWord,
     .tie = appTie},
    {.id = "host",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Host"),
     .chars = 20,
     .searched = true,
     .text = hostText,
     .interned = host,
     .tie = attention},
    {.id = "rack",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Rack"),
     .chars = 7,
     .expendable = 2,
     .text = [](const RowRef& r) { return fromView(rackOf(r.snapshot.view(agentAttributes(r)))); },
     .interned = agentAttributes,
     .part = rackOf,
     .tie = attention,
     .whole = true},
    {.id = "health",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Health"),
     .kind = CellKind::State,
     .chars = 20,
     .text = healthText,
     .role = healthRole,
     .code = healthCode,
     .codeWord = healthWord,
     .tie = attention},
    {.id = "cpus",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "CPU"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "requested"),
     .kind = CellKind::Number,
     .chars = 8,
     .text = [](const RowRef& r) { return text::cpus(double(task(r).cpus)); },
     .number = [](const RowRef& r) { return double(task(r).cpus); }},
    {.id = "mem",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Memory"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "MiB requested"),
     .kind = CellKind::Number,
     .chars = 11,
     .text = [](const RowRef& r) { return text::fixed(double(task(r).mem), 0); },
     .number = [](const RowRef& r) { return double(task(r).mem); }},
    {.id = "disk",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Disk"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "MiB requested"),
     .kind = CellKind::Number,
     .hidden = true,
     .text = [](const RowRef& r) { return text::fixed(double(task(r).disk), 0); },
     .number = [](const RowRef& r) { return double(task(r).disk); }},
    {.id = "gpus",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "GPU"),
     .kind = CellKind::Number,
     .hidden = true,
     .text = [](const RowRef& r) { return text::figure(double(task(r).gpus)); },
     .number = [](const RowRef& r) { return double(task(r).gpus); }},
    {.id = "started",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Started"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "ago"),
     .kind = CellKind::Age,
     .chars = 9,
     .expendable = 3,
     .text = [](const RowRef& r) { return text::ageSince(task(r).startedMs, r.nowMs); },
     .role = startedRole,
     .number = [](const RowRef& r) { return known(double(task(r).startedMs)); },
     .stamp = true},
    {.id = "reason",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Reason"),
     .chars = 26,
     .searched = true,
     .text = reasonText,
     .interned = [](const RowRef& r) { return task(r).reason; }},
    {.id = "message",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Message"),
     .hidden = true,
     .text = [](const RowRef& r) { return text(r, task(r).message); },
     .interned = [](const RowRef& r) { return task(r).message; }},
    {.id = "framework",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Framework"),
     .hidden = true,
     .text = frameworkName,
     .plain = frameworkName},
    {.id = "role",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Role"),
     .hidden = true,
     .text = [](const RowRef& r) { return text(r, task(r).role); },
     .interned = framework,
     .whole = true},
    {.id = "name",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Name"),
     .hidden = true,
     .text = [](const RowRef& r) { return text(r, task(r).name); },
     .interned = [](const RowRef& r) { return task(r).name; }},
    {.id = "ip",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "IP addresses"),
     .hidden = true,
     .text = [](const RowRef& r) { return text(r, task(r).ipAddresses); },
     .interned = [](const RowRef& r) { return task(r).ipAddresses; }},
    {.id = "ports",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Ports"),
     .hidden = true,
     .text = [](const RowRef& r) { return text(r, task(r).ports); },
     .interned = [](const RowRef& r) { return task(r).ports; }},
    {.id = "agent",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Agent"),
     .kind = CellKind::Identifier,
     .hidden = true,
     .text = [](const RowRef& r) { return text(r, task(r).agentId); },
     .interned = [](const RowRef& r) { return task(r).agentId; }},
};

} // namespace

const Table& tasksTable() {
    static const Table table{
        .id = "tasks",
        .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Tasks"),
        .columns = columns,
        .sort = "state",
        .size = [](const Snapshot& s) { return Slot(s.tasks.size()); },
        .object = [](const Snapshot& s,
                     Slot slot) { return slot < s.tasks.size() ? s.text(s.tasks[slot].id) : QString(); },
        .internedObject = [](const Snapshot& s, Slot slot) { return s.tasks[slot].id; },
        .runs = [](const cluster::Diff& d) -> const std::vector<cluster::Run>& { return d.tasks; },
        .touched = [](const cluster::Diff& d) { return d.everything || !d.tasks.empty(); },
        .usual = [](const RowRef& r) { return task(r).live(); },
        .agent = [](const RowRef& r) { return task(r).agent; },
    };
    return table;
}

} // namespace mesoscope::tables
