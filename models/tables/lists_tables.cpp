// Frameworks, roles, deployments, the launch queue and routes: short lists without slots of their own.
#include "models/tables/cells.h"
#include "models/tables/column.h"
#include "models/tables/words.h"
#include "models/text/format.h"

#include <QJsonArray>

namespace mesoscope::tables {

namespace {

using cluster::Diff;
using cluster::FrameworkRow;
using cluster::RoleRow;

// ---- frameworks

const FrameworkRow& framework(const RowRef& row) {
    return (*row.snapshot.frameworks)[row.slot];
}

/// Worst first.
unsigned frameworkState(const RowRef& row) {
    const FrameworkRow& f = framework(row);
    if (f.completed)
        return 4;
    if (f.recovered)
        return 1;
    return !f.connected ? 0 : f.active ? 3 : 2;
}

const char* frameworkStateWord(unsigned code) {
    static constexpr std::array words{"disconnected", "recovered", "inactive", "active", "completed"};
    return code < words.size() ? words[code] : nullptr;
}

QString frameworkStateText(const RowRef& row) {
    switch (frameworkState(row)) {
    case 0:
        return Words::tr("disconnected");
    case 1:
        return Words::tr("recovered");
    case 2:
        return Words::tr("inactive");
    case 3:
        return Words::tr("active");
    default:
        return Words::tr("completed");
    }
}

QVariant frameworkStateRole(const RowRef& row, int role) {
    static constexpr std::array severities{text::Severity::Bad, text::Severity::Warning, text::Severity::Unknown,
                                           text::Severity::Neutral, text::Severity::Unknown};
    return role == SeverityRole ? QVariant(int(severities[frameworkState(row)])) : QVariant();
}

QString text(const QString& value) {
    return value;
}

const Column frameworkColumns[] = {
    {.id = "name",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Framework"),
     .chars = 24,
     .searched = true,
     .text = [](const RowRef& r) { return text(framework(r).name); },
     .plain = [](const RowRef& r) { return framework(r).name; }},
    {.id = "state",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "State"),
     .kind = CellKind::State,
     .chars = 14,
     .text = frameworkStateText,
     .role = frameworkStateRole,
     .code = frameworkState,
     .codeWord = frameworkStateWord},
    {.id = "roles",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Roles"),
     .chars = 16,
     .searched = true,
     .text = [](const RowRef& r) { return framework(r).roles; },
     .plain = [](const RowRef& r) { return framework(r).roles; }},
    {.id = "tasks",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Tasks"),
     .kind = CellKind::Number,
     .chars = 8,
     .text = [](const RowRef& r) { return text::integer(framework(r).tasks); },
     .number = [](const RowRef& r) { return double(framework(r).tasks); }},
    {.id = "cpus",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "CPU"),
     .kind = CellKind::Number,
     .chars = 8,
     .text = [](const RowRef& r) { return text::cpus(framework(r).allocated.cpus); },
     .number = [](const RowRef& r) { return framework(r).allocated.cpus; }},
    {.id = "mem",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Memory"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "GiB"),
     .kind = CellKind::Number,
     .chars = 8,
     .text = [](const RowRef& r) { return text::gib(framework(r).allocated.mem); },
     .number = [](const RowRef& r) { return framework(r).allocated.mem; }},
    {.id = "offers",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Offers"),
     .kind = CellKind::Number,
     .chars = 8,
     .text = [](const RowRef& r) { return text::integer(framework(r).offers); },
     .number = [](const RowRef& r) { return double(framework(r).offers); }},
    {.id = "registered",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Registered"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "ago"),
     .kind = CellKind::Age,
     .chars = 10,
     .text = [](const RowRef& r) { return text::ageSince(framework(r).registeredMs, r.nowMs); },
     .number = [](const RowRef& r) { return double(framework(r).registeredMs); },
     .stamp = true},
    {.id = "principal",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Principal"),
     .hidden = true,
     .text = [](const RowRef& r) { return framework(r).principal; },
     .plain = [](const RowRef& r) { return framework(r).principal; }},
    {.id = "user",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "User"),
     .hidden = true,
     .text = [](const RowRef& r) { return framework(r).user; },
     .plain = [](const RowRef& r) { return framework(r).user; }},
    {.id = "hostname",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Host"),
     .hidden = true,
     .text = [](const RowRef& r) { return framework(r).hostname; },
     .plain = [](const RowRef& r) { return framework(r).hostname; }},
    {.id = "capabilities",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Capabilities"),
     .hidden = true,
     .text = [](const RowRef& r) { return framework(r).capabilities; },
     .plain = [](const RowRef& r) { return framework(r).capabilities; }},
    {.id = "id",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Framework id"),
     .kind = CellKind::Identifier,
     .chars = 44,
     .searched = true,
     .text = [](const RowRef& r) { return framework(r).id; },
     .plain = [](const RowRef& r) { return framework(r).id; }},
};

// ---- roles

const RoleRow& roleRow(const RowRef& row) {
    return (*row.snapshot.roles)[row.slot];
}

const Column roleColumns[] = {
    {.id = "name",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Role"),
     .chars = 20,
     .searched = true,
     .text = [](const RowRef& r) { return roleRow(r).name; },
     .plain = [](const RowRef& r) { return roleRow(r).name; }},
    {.id = "weight",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Weight"),
     .kind = CellKind::Number,
     .chars = 8,
     .text = [](const RowRef& r) { return text::figure(roleRow(r).weight); },
     .number = [](const RowRef& r) { return roleRow(r).weight; }},
    {.id = "cpus",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "CPU"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "allocated"),
     .kind = CellKind::Number,
     .chars = 10,
     .text = [](const RowRef& r) { return text::cpus(roleRow(r).allocated.cpus); },
     .number = [](const RowRef& r) { return roleRow(r).allocated.cpus; }},
    {.id = "mem",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Memory"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "GiB allocated"),
     .kind = CellKind::Number,
     .chars = 12,
     .text = [](const RowRef& r) { return text::gib(roleRow(r).allocated.mem); },
     .number = [](const RowRef& r) { return roleRow(r).allocated.mem; }},
    {.id = "reserved_cpus",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "CPU"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "reserved"),
     .kind = CellKind::Number,
     .chars = 10,
     .text = [](const RowRef& r) { return text::cpus(roleRow(r).reserved.cpus); },
     .number = [](const RowRef& r) { return roleRow(r).reserved.cpus; }},
    {.id = "quota_cpus",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Quota"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "CPU guaranteed"),
     .kind = CellKind::Number,
     .chars = 14,
     .text =
         [](const RowRef& r) { return roleRow(r).guarantee ? text::cpus(roleRow(r).guarantee->cpus) : text::none(); },
     .number = [](const RowRef& r) { return roleRow(r).guarantee ? roleRow(r).guarantee->cpus : notKnown; }},
    {.id = "limit_cpus",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Limit"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "CPU"),
     .kind = CellKind::Number,
     .chars = 8,
     .text = [](const RowRef& r) { return roleRow(r).limit ? text::cpus(roleRow(r).limit->cpus) : text::none(); },
     .number = [](const RowRef& r) { return roleRow(r).limit ? roleRow(r).limit->cpus : notKnown; }},
    {.id = "frameworks",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Frameworks"),
     .chars = 30,
     .searched = true,
     .text = [](const RowRef& r) { return roleRow(r).frameworks; },
     .plain = [](const RowRef& r) { return roleRow(r).frameworks; }},
};

// ---- deployments

const scheduler::Deployment& deployment(const RowRef& row) {
    return *row.snapshot.deployments[row.slot];
}

/// Stuck ones first.
unsigned deploymentState(const RowRef& row) {
    return text::stuckMinutes(deployment(row), row.nowMs) ? 0 : 1;
}

const char* deploymentStateWord(unsigned code) {
    static constexpr std::array words{"stuck", "running"};
    return code < words.size() ? words[code] : nullptr;
}

QVariant deploymentStateRole(const RowRef& row, int role) {
    const auto stuck = text::stuckMinutes(deployment(row), row.nowMs);
    if (role == SeverityRole)
        return int(stuck ? text::Severity::Warning : text::Severity::Progress);
    if (role == SignRole)
        return int(stuck ? StateSign::Stuck : StateSign::Deploying);
    if (role == DetailRole && stuck)
        return Words::tr("no progress for %Ln min", nullptr, *stuck);
    return {};
}

QString affectedApps(const RowRef& row) {
    return deployment(row).affectedApps.join(QStringLiteral(", "));
}

QJsonValue affectedJson(const RowRef& row) {
    return QJsonArray::fromStringList(deployment(row).affectedApps);
}

QString currentActions(const RowRef& row) {
    QStringList parts;
    for (const auto& action : deployment(row).currentActions)
        parts += action.action + QLatin1Char(' ') + action.app;
    return parts.join(QStringLiteral(", "));
}

const Column deploymentColumns[] = {
    {.id = "apps",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Apps"),
     .chars = 28,
     .searched = true,
     .text = affectedApps,
     .plain = affectedApps,
     .json = affectedJson,
     .path = true},
    {.id = "kind",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Does"),
     .chars = 14,
     .text = [](const RowRef& r) { return text::deploymentKind(deployment(r)); },
     .plain = [](const RowRef& r) { return text::deploymentKind(deployment(r)); }},
    {.id = "state",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "State"),
     .kind = CellKind::State,
     .chars = 28,
     .text = [](const RowRef& r) { return deploymentState(r) == 0 ? Words::tr("stuck") : Words::tr("running"); },
     .role = deploymentStateRole,
     .code = deploymentState,
     .codeWord = deploymentStateWord},
    {.id = "step",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Step"),
     .kind = CellKind::Number,
     .chars = 8,
     .text =
         [](const RowRef& r) {
             return Words::tr("%1 of %2").arg(deployment(r).currentStep).arg(deployment(r).totalSteps);
         },
     .number = [](const RowRef& r) { return double(deployment(r).currentStep); }},
    {.id = "steps",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Steps"),
     .kind = CellKind::Number,
     .hidden = true,
     .text = [](const RowRef& r) { return text::integer(deployment(r).totalSteps); },
     .number = [](const RowRef& r) { return double(deployment(r).totalSteps); }},
    {.id = "actions",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Current actions"),
     .chars = 36,
     .text = currentActions,
     .plain = currentActions},
    {.id = "since",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Since"),
     .kind = CellKind::Age,
     .chars = 8,
     .text = [](const RowRef& r) { return text::ageSince(deployment(r).versionMs, r.nowMs); },
     .number = [](const RowRef& r) { return double(deployment(r).versionMs); },
     .stamp = true},
    {.id = "id",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Deployment"),
     .kind = CellKind::Identifier,
     .chars = 38,
     .searched = true,
     .text = [](const RowRef& r) { return deployment(r).id; },
     .plain = [](const RowRef& r) { return deployment(r).id; }},
};

// ---- launch queue: the apps that have an entry

const scheduler::QueueEntry& entry(const RowRef& row) {
    return *row.snapshot.apps[row.slot].waiting;
}

QString queueReason(const RowRef& row) {
    return text::mainRejectReason(entry(row));
}

QString backOff(const RowRef& row) {
    const scheduler::QueueEntry& e = entry(row);
    return e.overdue || e.timeLeftSeconds <= 0 ? text::none() : text::duration(qint64(e.timeLeftSeconds) * 1000);
}

const Column queueColumns[] = {
    {.id = "app",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "App"),
     .chars = 28,
     .searched = true,
     .text = [](const RowRef& r) { return entry(r).appId; },
     .plain = [](const RowRef& r) { return entry(r).appId; },
     .path = true},
    {.id = "count",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Waiting"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "instances"),
     .kind = CellKind::Number,
     .chars = 9,
     .text = [](const RowRef& r) { return text::integer(entry(r).count); },
     .number = [](const RowRef& r) { return double(entry(r).count); }},
    {.id = "since",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Since"),
     .kind = CellKind::Age,
     .chars = 8,
     .text = [](const RowRef& r) { return text::ageSince(entry(r).sinceMs, r.nowMs); },
     .number = [](const RowRef& r) { return double(entry(r).sinceMs); },
     .stamp = true},
    {.id = "delay",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Back-off"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "s at most"),
     .kind = CellKind::Number,
     .chars = 10,
     .text = backOff,
     .number = [](const RowRef& r) { return entry(r).overdue ? 0.0 : double(entry(r).timeLeftSeconds); }},
    {.id = "processed",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Offers"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "seen"),
     .kind = CellKind::Number,
     .chars = 9,
     .text = [](const RowRef& r) { return text::integer(entry(r).processedOffers); },
     .number = [](const RowRef& r) { return double(entry(r).processedOffers); }},
    {.id = "unused",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Offers"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "refused"),
     .kind = CellKind::Number,
     .chars = 9,
     .text = [](const RowRef& r) { return text::integer(entry(r).unusedOffers); },
     .number = [](const RowRef& r) { return double(entry(r).unusedOffers); }},
    {.id = "reason",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Refused because of"),
     .chars = 28,
     .searched = true,
     .text = queueReason,
     .plain = queueReason},
    {.id = "role",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Role"),
     .chars = 10,
     .text = [](const RowRef& r) { return entry(r).role; },
     .plain = [](const RowRef& r) { return entry(r).role; }},
};

// ---- routes

const gateway::Route& route(const RowRef& row) {
    return row.snapshot.routes->at(row.slot);
}

QString rateText(double value) {
    return value < 0 ? text::none() : text::figure(value);
}
double rate(double value) {
    return value < 0 ? notKnown : value;
}
QString pattern(const RowRef& row) {
    return route(row).host + route(row).path;
}
QString tags(const RowRef& row) {
    return route(row).tags.join(QStringLiteral(", "));
}

const Column routeColumns[] = {
    {.id = "service",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Service"),
     .chars = 22,
     .searched = true,
     .text = [](const RowRef& r) { return route(r).service; },
     .plain = [](const RowRef& r) { return route(r).service; }},
    {.id = "route",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Route"),
     .chars = 28,
     .searched = true,
     .text = pattern,
     .plain = pattern},
    {.id = "target",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Target"),
     .chars = 30,
     .searched = true,
     .text = [](const RowRef& r) { return route(r).target; },
     .plain = [](const RowRef& r) { return route(r).target; }},
    {.id = "weight",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Share"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "%"),
     .kind = CellKind::Number,
     .chars = 8,
     .text = [](const RowRef& r) { return text::percent(route(r).weight); },
     .number = [](const RowRef& r) { return route(r).weight; }},
    {.id = "requests",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Requests"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "per s"),
     .kind = CellKind::Number,
     .chars = 9,
     .text = [](const RowRef& r) { return rateText(route(r).requestsPerSecond); },
     .number = [](const RowRef& r) { return rate(route(r).requestsPerSecond); }},
    {.id = "errors",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Errors"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "per s"),
     .kind = CellKind::Number,
     .chars = 9,
     .text = [](const RowRef& r) { return rateText(route(r).errorsPerSecond); },
     .number = [](const RowRef& r) { return rate(route(r).errorsPerSecond); }},
    {.id = "p99",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "p99"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "ms"),
     .kind = CellKind::Number,
     .chars = 7,
     .text = [](const RowRef& r) { return rateText(route(r).p99Ms); },
     .number = [](const RowRef& r) { return rate(route(r).p99Ms); }},
    {.id = "tags",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Tags"),
     .chars = 18,
     .searched = true,
     .text = tags,
     .plain = tags},
    {.id = "options",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Options"),
     .chars = 18,
     .text = [](const RowRef& r) { return route(r).options; },
     .plain = [](const RowRef& r) { return route(r).options; }},
};

template<typename List>
Slot sizeOf(const List& list) {
    return list ? Slot(list->size()) : 0;
}

} // namespace

const Table& frameworksTable() {
    static const Table table{
        .id = "frameworks",
        .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Frameworks"),
        .columns = frameworkColumns,
        .sort = "name",
        .size = [](const Snapshot& s) { return sizeOf(s.frameworks); },
        .object = [](const Snapshot& s,
                     Slot slot) { return slot < sizeOf(s.frameworks) ? (*s.frameworks)[slot].id : QString(); },
        .touched = [](const Diff& d) { return d.everything || d.frameworks; },
    };
    return table;
}

const Table& rolesTable() {
    static const Table table{
        .id = "roles",
        .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Roles"),
        .columns = roleColumns,
        .sort = "name",
        .size = [](const Snapshot& s) { return sizeOf(s.roles); },
        .object = [](const Snapshot& s,
                     Slot slot) { return slot < sizeOf(s.roles) ? (*s.roles)[slot].name : QString(); },
        .touched = [](const Diff& d) { return d.everything || d.roles; },
    };
    return table;
}

const Table& deploymentsTable() {
    static const Table table{
        .id = "deployments",
        .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Deployments"),
        .columns = deploymentColumns,
        .sort = "state",
        .size = [](const Snapshot& s) { return Slot(s.deployments.size()); },
        .object = [](const Snapshot& s,
                     Slot slot) { return slot < Slot(s.deployments.size()) ? s.deployments[slot]->id : QString(); },
        .touched = [](const Diff& d) { return d.everything || d.deployments; },
    };
    return table;
}

const Table& queueTable() {
    static const Table table{
        .id = "queue",
        .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Launch queue"),
        .columns = queueColumns,
        .sort = "app",
        .size = [](const Snapshot& s) { return Slot(s.apps.size()); },
        .object =
            [](const Snapshot& s, Slot slot) {
                return slot < s.apps.size() && s.apps[slot].waiting ? s.apps[slot].waiting->appId : QString();
            },
        .touched = [](const Diff& d) { return d.everything || !d.apps.empty(); },
    };
    return table;
}

const Table& routesTable() {
    static const Table table{
        .id = "routes",
        .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Routes"),
        .columns = routeColumns,
        .sort = "service",
        .size = [](const Snapshot& s) { return sizeOf(s.routes); },
        .object =
            [](const Snapshot& s, Slot slot) {
                if (slot >= sizeOf(s.routes))
                    return QString();
                const gateway::Route& r = s.routes->at(slot);
                return r.service + QLatin1Char(' ') + r.host + r.path + QLatin1Char(' ') + r.target;
            },
        .touched = [](const Diff& d) { return d.everything || d.routes; },
    };
    return table;
}

} // namespace mesoscope::tables
