#include "models/tables/cells.h"
#include "models/tables/column.h"
#include "models/tables/words.h"
#include "models/text/format.h"

#include <QJsonObject>

namespace mesoscope::tables {

namespace {

using cluster::AppRow;
using text::AppState;

const AppRow& row(const RowRef& r) {
    return r.snapshot.apps[r.slot];
}
const scheduler::App& app(const RowRef& r) {
    return *row(r).app;
}

QString nameText(const RowRef& r) {
    return r.depth > 0 ? app(r).id.section(QLatin1Char('/'), -1) : app(r).id;
}

QVariant nameRole(const RowRef& r, int role) {
    if (role == Qt::ToolTipRole)
        return app(r).image.isEmpty() ? app(r).id : app(r).id + QLatin1Char('\n') + app(r).image;
    return role == CountRole ? QVariant(app(r).instances) : QVariant();
}

int up(const AppRow& r) {
    const HealthCounts h = healthOf(r);
    return h.healthy + h.unchecked;
}

QVariant healthRole(const RowRef& r, int role) {
    if (role == HealthRole)
        return QVariant::fromValue(healthOf(row(r)));
    if (role == PairRole)
        return text::integer(app(r).instances);
    return {};
}

QJsonValue healthJson(const RowRef& r) {
    const HealthCounts h = healthOf(row(r));
    return QJsonObject{{QStringLiteral("wanted"), h.wanted},       {QStringLiteral("healthy"), h.healthy},
                       {QStringLiteral("unchecked"), h.unchecked}, {QStringLiteral("starting"), h.starting},
                       {QStringLiteral("unhealthy"), h.unhealthy}, {QStringLiteral("unreachable"), h.lost},
                       {QStringLiteral("waiting"), h.waiting}};
}

double upShare(const RowRef& r) {
    return app(r).instances == 0 ? notKnown : double(up(row(r))) / app(r).instances;
}

QString runningAction(const RowRef& r) {
    for (auto it = r.snapshot.actions.crbegin(); it != r.snapshot.actions.crend(); ++it) {
        if (it->target != app(r).id || cluster::isOver(it->phase))
            continue;
        if (it->wanted > 0 && it->before != it->wanted)
            return Words::tr("scaling %1 → %2").arg(it->before).arg(it->wanted);
        return it->title;
    }
    return {};
}

QString deploymentText(const RowRef& r) {
    if (app(r).deployments.isEmpty()) {
        const qint64 last = std::max(app(r).lastConfigChangeMs, app(r).versionMs);
        return last == 0 ? QString() : text::ago(last, r.nowMs);
    }
    const QString own = runningAction(r);
    if (!own.isEmpty())
        return own;
    const auto deployment = r.lookup ? r.lookup->deployments.value(app(r).deployments.first()) : nullptr;
    if (!deployment)
        return Words::tr("in flight");
    return Words::tr("%1, step %2 of %3")
        .arg(text::deploymentKind(*deployment))
        .arg(deployment->currentStep)
        .arg(deployment->totalSteps);
}

QVariant deploymentRole(const RowRef& r, int role) {
    if (role == SeverityRole && !app(r).deployments.isEmpty())
        return int(text::Severity::Progress);
    if (role == Qt::ToolTipRole)
        return text::exactTime(std::max(app(r).lastConfigChangeMs, app(r).versionMs));
    return {};
}

/// Running deployments first, then the latest.
double deploymentNumber(const RowRef& r) {
    if (!app(r).deployments.isEmpty())
        return double(r.nowMs);
    const qint64 last = std::max(app(r).lastConfigChangeMs, app(r).versionMs);
    return last == 0 ? notKnown : double(last);
}

QJsonValue deploymentJson(const RowRef& r) {
    return app(r).deployments.isEmpty() ? QJsonValue() : QJsonValue(app(r).deployments.first());
}

AppState state(const RowRef& r) {
    return text::appState(row(r));
}

QString stateText(const RowRef& r) {
    // A calm row needs no word.
    return state(r) == AppState::Running ? QString() : text::worded(state(r)).word;
}

QVariant stateRole(const RowRef& r, int role) {
    if (role == SeverityRole)
        return int(text::worded(state(r)).severity);
    if (role == SignRole)
        return int(signOf(state(r)));
    if (role == DetailRole)
        return text::appReason(row(r));
    return {};
}

const char* stateWord(unsigned code) {
    return code <= unsigned(AppState::Suspended) ? text::plainWord(AppState(code)) : nullptr;
}

double requested(double each, const RowRef& r) {
    return each * app(r).instances;
}

const gateway::ServiceTraffic* traffic(const RowRef& r) {
    return r.lookup ? trafficOf(*r.lookup, app(r)) : nullptr;
}

double requests(const RowRef& r) {
    const auto* t = traffic(r);
    return t && t->requestsPerSecond >= 0 ? t->requestsPerSecond : notKnown;
}

double errors(const RowRef& r) {
    const auto* t = traffic(r);
    if (!t || t->errorsPerSecond < 0 || t->requestsPerSecond <= 0)
        return notKnown;
    return t->errorsPerSecond / t->requestsPerSecond * 100;
}

double p99(const RowRef& r) {
    const auto* t = traffic(r);
    return t && t->p99Ms >= 0 ? t->p99Ms : notKnown;
}

QString figure(double value) {
    return std::isnan(value) ? text::none() : text::figure(value);
}

QString labels(const RowRef& r) {
    QStringList parts;
    const auto& all = app(r).labels;
    for (auto it = all.cbegin(); it != all.cend(); ++it)
        parts += it.key() + QLatin1Char('=') + it.value();
    return parts.join(QStringLiteral(", "));
}

QJsonValue labelsJson(const RowRef& r) {
    QJsonObject result;
    const auto& all = app(r).labels;
    for (auto it = all.cbegin(); it != all.cend(); ++it)
        result.insert(it.key(), it.value());
    return result;
}

const Column columns[] = {
    {.id = "id",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Name"),
     .chars = 24,
     .searched = true,
     .text = nameText,
     .role = nameRole,
     .plain = [](const RowRef& r) { return app(r).id; },
     .path = true},
    {.id = "health",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Healthy / wanted"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "grey: running, no health check"),
     .kind = CellKind::Health,
     .chars = 22,
     .text = [](const RowRef& r) { return text::integer(up(row(r))); },
     .role = healthRole,
     .number = upShare,
     .json = healthJson},
    {.id = "version",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Version"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "image tag"),
     .chars = 9,
     .expendable = 3,
     .text = [](const RowRef& r) { return text::imageTag(app(r).image); },
     .plain = [](const RowRef& r) { return text::imageTag(app(r).image); }},
    {.id = "deployment",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Deployment"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "in flight or last"),
     .chars = 21,
     .expendable = 2,
     .text = deploymentText,
     .role = deploymentRole,
     .number = deploymentNumber,
     .json = deploymentJson,
     .stamp = true},
    {.id = "state",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "State and reason"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "scheduler's words, explained"),
     .kind = CellKind::State,
     .chars = 34,
     .searched = true,
     .text = stateText,
     .role = stateRole,
     .code = [](const RowRef& r) { return unsigned(state(r)); },
     .codeWord = stateWord},
    {.id = "reason",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Reason"),
     .searched = true,
     .hidden = true,
     .text = [](const RowRef& r) { return text::appReason(row(r)); },
     .plain = [](const RowRef& r) { return text::appReason(row(r)); }},
    {.id = "cpus",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "CPU"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "requested"),
     .kind = CellKind::Number,
     .chars = 9,
     .text = [](const RowRef& r) { return text::cpus(requested(app(r).cpus, r)); },
     .number = [](const RowRef& r) { return requested(app(r).cpus, r); }},
    {.id = "mem",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Memory"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "GiB requested"),
     .kind = CellKind::Number,
     .chars = 12,
     .text = [](const RowRef& r) { return text::gib(requested(app(r).mem, r)); },
     .number = [](const RowRef& r) { return requested(app(r).mem, r); }},
    {.id = "requests",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Requests"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "per s"),
     .kind = CellKind::Number,
     .chars = 9,
     .expendable = 4,
     .text = [](const RowRef& r) { return figure(requests(r)); },
     .number = requests},
    {.id = "errors",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Errors"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "%"),
     .kind = CellKind::Number,
     .chars = 7,
     .expendable = 4,
     .text = [](const RowRef& r) { return figure(errors(r)); },
     .number = errors},
    {.id = "p99",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "p99"),
     .unit = QT_TRANSLATE_NOOP("mesoscope::tables", "ms"),
     .kind = CellKind::Number,
     .chars = 7,
     .expendable = 4,
     .text = [](const RowRef& r) { return figure(p99(r)); },
     .number = p99},
    {.id = "instances",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Wanted"),
     .kind = CellKind::Number,
     .hidden = true,
     .text = [](const RowRef& r) { return text::integer(app(r).instances); },
     .number = [](const RowRef& r) { return double(app(r).instances); }},
    {.id = "running",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Running"),
     .kind = CellKind::Number,
     .hidden = true,
     .text = [](const RowRef& r) { return text::integer(app(r).tasksRunning); },
     .number = [](const RowRef& r) { return double(app(r).tasksRunning); }},
    {.id = "image",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Image"),
     .searched = true,
     .hidden = true,
     .text = [](const RowRef& r) { return app(r).image; },
     .plain = [](const RowRef& r) { return app(r).image; }},
    {.id = "group",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Group"),
     .hidden = true,
     .text = [](const RowRef& r) { return groupOf(app(r).id); },
     .plain = [](const RowRef& r) { return groupOf(app(r).id); },
     .path = true},
    {.id = "role",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Role"),
     .hidden = true,
     .text = [](const RowRef& r) { return app(r).role; },
     .plain = [](const RowRef& r) { return app(r).role; },
     .whole = true},
    {.id = "label",
     .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Labels"),
     .searched = true,
     .hidden = true,
     .text = labels,
     .plain = labels,
     .json = labelsJson},
};

} // namespace

HealthCounts healthOf(const cluster::AppRow& r) {
    const scheduler::App& a = *r.app;
    HealthCounts h;
    h.wanted = a.instances;
    h.lost = int(r.unreachable);
    h.unhealthy = a.tasksUnhealthy;
    h.healthy = a.hasHealthChecks ? a.tasksHealthy : 0;
    const int rest = std::max(a.tasksRunning - h.healthy - h.unhealthy, 0);
    h.unchecked = a.hasHealthChecks ? 0 : rest;
    h.starting = a.tasksStaged + (a.hasHealthChecks ? rest : 0);
    h.waiting = std::max(h.wanted - h.lost - h.unhealthy - h.healthy - h.unchecked - h.starting, 0);
    return h;
}

const gateway::ServiceTraffic* trafficOf(const Lookup& lookup, const scheduler::App& app) {
    if (lookup.traffic.isEmpty())
        return nullptr;
    const QString bare = app.id.mid(1);
    QString dashed = bare;
    dashed.replace(QLatin1Char('/'), QLatin1Char('-'));
    QString dotted = bare;
    dotted.replace(QLatin1Char('/'), QLatin1Char('.'));
    const QStringList names{app.labels.value(QStringLiteral("SERVICE_NAME")),
                            dashed,
                            dotted,
                            bare,
                            app.id,
                            bare.section(QLatin1Char('/'), -1)};
    for (const QString& name : names) {
        const auto it = lookup.traffic.constFind(name);
        if (!name.isEmpty() && it != lookup.traffic.cend())
            return &*it;
    }
    return nullptr;
}

const Table& appsTable() {
    static const Table table{
        .id = "apps",
        .title = QT_TRANSLATE_NOOP("mesoscope::tables", "Apps"),
        .columns = columns,
        .sort = "id",
        .size = [](const Snapshot& s) { return Slot(s.apps.size()); },
        .object = [](const Snapshot& s,
                     Slot slot) { return slot < s.apps.size() && s.apps[slot].app ? s.apps[slot].app->id : QString(); },
        .runs = [](const cluster::Diff& d) -> const std::vector<cluster::Run>& { return d.apps; },
        .touched =
            [](const cluster::Diff& d) {
                return d.everything || !d.apps.empty() || d.deployments || d.routes || d.actions;
            },
        .allTouched = [](const cluster::Diff& d) { return d.deployments || d.routes || d.actions; },
        .wantsLookup = true,
    };
    return table;
}

} // namespace mesoscope::tables
