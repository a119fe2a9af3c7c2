#include "models/tables/cells.h"
#include "models/tables/column.h"
#include "models/tables/words.h"
#include "models/text/format.h"

#include <QJsonObject>

namespace mesoscope::tables {

namespace {

using cluster::AgentRow;
using cluster::AgentState;

const AgentRow& agent(const RowRef& row) {
    return row.snapshot.agents[row.slot];
}
QString text(const RowRef& row, base::StringId id) {
    return row.snapshot.text(id);
}

constexpr std::array stateOrder{AgentState::Unreachable,  AgentState::Gone,     AgentState::Recovering,
                                AgentState::Disconnected, AgentState::Draining, AgentState::Drained,
                                AgentState::Deactivated,  AgentState::Active};

const char* stateWord(unsigned code) {
    return code < stateOrder.size() ? text::plainWord(stateOrder[code]) : nullptr;
}

QVariant stateRole(const RowRef& row, int role) {
    if (role == SeverityRole)
        return int(text::worded(agent(row).state).severity);
    return role == SignRole ? QVariant(int(signOf(agent(row).state))) : QVariant();
}

template<double master::Scalars::*Field>
Capacity capacity(const AgentRow& row) {
    return {row.total.*Field, row.allocated.*Field, row.offered.*Field, row.reserved.*Field,
            cluster::isLost(row.state)};
}

template<double master::Scalars::*Field, QString (*Text)(double)>
QVariant capacityRole(const RowRef& row, int role) {
    const Capacity c = capacity<Field>(agent(row));
    if (role == CapacityRole)
        return QVariant::fromValue(c);
    if (role == PairRole)
        return c.total > 0 ? Text(c.total) : QString();
    if (role == Qt::ToolTipRole && c.total > 0)
        return Words::tr("allocated %1, offered %2, reserved %3, free %4 of %5")
            .arg(Text(c.allocated), Text(c.offered), Text(c.reserved),
                 Text(std::max(c.total - c.allocated - c.offered, 0.0)), Text(c.total));
    return {};
}

template<double master::Scalars::*Field, QString (*Text)(double)>
QString capacityText(const RowRef& row) {
    const AgentRow& a = agent(row);
    return a.total.*Field > 0 ? Text(a.allocated.*Field) : text::none();
}

/// How full the agent is: that is what one sorts by.
template<double master::Scalars::*Field>
double capacityShare(const RowRef& row) {
    const AgentRow& a = agent(row);
    return a.total.*Field > 0 ? a.allocated.*Field : notKnown;
}

template<double master::Scalars::*Field>
QJsonValue capacityJson(const RowRef& row) {
    const Capacity c = capacity<Field>(agent(row));
    return QJsonObject{{QStringLiteral("total"), c.total},
                       {QStringLiteral("allocated"), c.allocated},
                       {QStringLiteral("offered"), c.offered},
                       {QStringLiteral("reserved"), c.reserved}};
}

QString attributesText(const RowRef& row) {
    QStringList parts;
    for (const auto& [name, value] : row.snapshot.attributes(agent(row))) {
        if (name != "rack")
            parts += fromView(name) + QLatin1Char(':') + fromView(value);
    }
    return parts.join(QStringLiteral("  "));
}

QJsonValue attributesJson(const RowRef& row) {
    QJsonObject result;
    for (const auto& [name, value] : row.snapshot.attributes(agent(row)))
        result.insert(fromView(name), fromView(value));
    return result;
}

qint64 since(const RowRef& row) {
    const AgentRow& a = agent(row);
    return a.state == AgentState::Active ? a.registeredMs : a.stateSinceMs;
}

QVariant sinceRole(const RowRef& row, int role) {
    return role == Qt::ToolTipRole ? QVariant(text::exactTime(since(row))) : QVariant();
}

QVariant hostRole(const RowRef& row, int role) {
    if (role == StaleRole)
        return cluster::isLost(agent(row).state);
    return role == Qt::ToolTipRole ? QVariant(text(row, agent(row).id)) : QVariant();
}

const Column columns[] = {
    {.id = "host",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Host"),
     .chars = 20,
     .searched = true,
     .text = [](const RowRef& r) { return text(r, agent(r).hostname); },
     .role = hostRole,
     .interned = [](const RowRef& r) { return agent(r).hostname; }},
    {.id = "state",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "State"),
     .kind = CellKind::State,
     .chars = 15,
     .searched = true,
     .text = [](const RowRef& r) { return text::worded(agent(r).state).word; },
     .role = stateRole,
     .code = [](const RowRef& r) { return unsigned(text::attention(agent(r).state)); },
     .codeWord = stateWord},
    {.id = "rack",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Rack"),
     .chars = 6,
     .expendable = 3,
     .text = [](const RowRef& r) { return fromView(rackOf(r.snapshot.view(agent(r).attributes))); },
     .interned = [](const RowRef& r) { return agent(r).attributes; },
     .part = rackOf,
     .whole = true},
    {.id = "zone",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Zone"),
     .chars = 9,
     .expendable = 2,
     .text = [](const RowRef& r) { return text(r, agent(r).zone); },
     .interned = [](const RowRef& r) { return agent(r).zone; },
     .whole = true},
    {.id = "region",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Region"),
     .hidden = true,
     .text = [](const RowRef& r) { return text(r, agent(r).region); },
     .interned = [](const RowRef& r) { return agent(r).region; },
     .whole = true},
    {.id = "tasks",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Tasks"),
     .kind = CellKind::Number,
     .chars = 6,
     .text = [](const RowRef& r) { return text::integer(agent(r).tasks); },
     .number = [](const RowRef& r) { return double(agent(r).tasks); }},
    {.id = "cpus",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "CPU"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "allocated / total"),
     .kind = CellKind::Capacity,
     .chars = 20,
     .text = capacityText<&master::Scalars::cpus, text::cpusExact>,
     .role = capacityRole<&master::Scalars::cpus, text::cpus>,
     .number = capacityShare<&master::Scalars::cpus>,
     .json = capacityJson<&master::Scalars::cpus>},
    {.id = "mem",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Memory"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "GiB allocated / total"),
     .kind = CellKind::Capacity,
     .chars = 20,
     .text = capacityText<&master::Scalars::mem, text::gib>,
     .role = capacityRole<&master::Scalars::mem, text::gib>,
     .number = capacityShare<&master::Scalars::mem>,
     .json = capacityJson<&master::Scalars::mem>},
    {.id = "disk",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Disk"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "GiB allocated / total"),
     .kind = CellKind::Capacity,
     .chars = 20,
     .expendable = 4,
     .text = capacityText<&master::Scalars::disk, text::gib>,
     .role = capacityRole<&master::Scalars::disk, text::gib>,
     .number = capacityShare<&master::Scalars::disk>,
     .json = capacityJson<&master::Scalars::disk>},
    {.id = "gpus",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "GPU"),
     .kind = CellKind::Capacity,
     .chars = 14,
     .expendable = 1,
     .text = capacityText<&master::Scalars::gpus, text::figure>,
     .role = capacityRole<&master::Scalars::gpus, text::figure>,
     .number = capacityShare<&master::Scalars::gpus>,
     .json = capacityJson<&master::Scalars::gpus>},
    {.id = "attributes",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Attributes"),
     .chars = 24,
     .searched = true,
     .expendable = 5,
     .text = attributesText,
     .interned = [](const RowRef& r) { return agent(r).attributes; },
     .json = attributesJson},
    {.id = "version",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Version"),
     .chars = 8,
     .expendable = 2,
     .text = [](const RowRef& r) { return text(r, agent(r).version); },
     .interned = [](const RowRef& r) { return agent(r).version; }},
    {.id = "since",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Since"),
     .kind = CellKind::Age,
     .chars = 8,
     .expendable = 3,
     .text = [](const RowRef& r) { return text::ageSince(since(r), r.nowMs); },
     .role = sinceRole,
     .number = [](const RowRef& r) { return since(r) == 0 ? notKnown : double(since(r)); },
     .stamp = true},
    {.id = "id",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Agent id"),
     .kind = CellKind::Identifier,
     .searched = true,
     .hidden = true,
     .text = [](const RowRef& r) { return text(r, agent(r).id); },
     .interned = [](const RowRef& r) { return agent(r).id; }},
};

} // namespace

const Table& agentsTable() {
    static const Table table{
        .id = "agents",
        .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Agents"),
        .columns = columns,
        .sort = "state",
        .size = [](const Snapshot& s) { return Slot(s.agents.size()); },
        .object = [](const Snapshot& s,
                     Slot slot) { return slot < s.agents.size() ? s.text(s.agents[slot].id) : QString(); },
        .internedObject = [](const Snapshot& s, Slot slot) { return s.agents[slot].id; },
        .runs = [](const cluster::Diff& d) -> const std::vector<cluster::Run>& { return d.agents; },
        .touched = [](const cluster::Diff& d) { return d.everything || !d.agents.empty(); },
        .agent = [](const RowRef& r) { return r.slot; },
    };
    return table;
}

} // namespace mesoscope::tables
