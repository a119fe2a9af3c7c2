#include "widgets/map/inspector_content.h"

#include "models/text/format.h"
#include "widgets/map/map_text.h"
#include "widgets/theme/look.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cmath>

namespace mesoscope::widgets::inspector_content {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::widgets::MapInspector)
};

using cluster::AgentRow;
using cluster::noSlot;
using cluster::Slot;
using cluster::Snapshot;
using tables::MapPicture;
using tables::MapSums;
using Row = InspectorContent::Row;
using Section = InspectorContent::Section;
using Action = InspectorContent::Action;
using Verb = ActionRequest::Verb;

/// Beyond this many agents, what is on them is not listed any more.
constexpr std::size_t appsFromAgents = 500;
constexpr int listedApps = 10;
constexpr int listedGroups = 24;
constexpr int listedNotes = 6;

Row fact(const QString& label, const QString& value, Tone tone = Tone::Text) {
    Row r;
    r.label = label;
    r.value = value;
    r.tone = tone;
    return r;
}

Row bar(const QString& label, const QString& value, double fraction, double bad = 0, const QString& remark = {}) {
    Row r;
    r.kind = Row::Kind::Bar;
    r.label = label;
    r.value = value;
    r.fraction = std::clamp(fraction, 0.0, 1.0);
    r.badFraction = std::clamp(bad, 0.0, r.fraction);
    r.remark = remark;
    return r;
}

QString ofTotal(double part, double total) {
    return map_text::decimal(part) + QLatin1String(" / ") + map_text::decimal(total);
}

double ratio(double part, double whole) {
    return whole > 0 ? part / whole : 0;
}

Section resourceSection(const MapSums& s) {
    Section section{Words::tr("Allocated"), {}, {}};
    section.rows.append(bar(Words::tr("cpu"), ofTotal(double(s.cpuMilliAllocated) / 1000, double(s.cpuMilli) / 1000),
                            ratio(double(s.cpuMilliAllocated), double(s.cpuMilli))));
    section.rows.append(bar(Words::tr("memory"), map_text::memory(double(s.memAllocated), double(s.mem)),
                            ratio(double(s.memAllocated), double(s.mem))));
    if (s.disk > 0)
        section.rows.append(bar(Words::tr("disk"), map_text::memory(double(s.diskAllocated), double(s.disk)),
                                ratio(double(s.diskAllocated), double(s.disk))));
    if (s.gpuMilli > 0)
        section.rows.append(bar(Words::tr("gpu"),
                                ofTotal(double(s.gpuMilliAllocated) / 1000, double(s.gpuMilli) / 1000),
                                ratio(double(s.gpuMilliAllocated), double(s.gpuMilli))));
    return section;
}

MapSums sumsOf(const AgentRow& row) {
    MapSums s;
    s.agents = 1;
    s.tasks = row.tasks;
    s.lost = cluster::isLost(row.state) ? 1 : 0;
    s.draining = row.state == cluster::AgentState::Draining || row.state == cluster::AgentState::Drained ? 1 : 0;
    s.deactivated = row.state == cluster::AgentState::Deactivated ? 1 : 0;
    s.cpuMilli = std::llround(row.total.cpus * 1000);
    s.cpuMilliAllocated = std::llround(row.allocated.cpus * 1000);
    s.mem = std::llround(row.total.mem);
    s.memAllocated = std::llround(row.allocated.mem);
    s.disk = std::llround(row.total.disk);
    s.diskAllocated = std::llround(row.allocated.disk);
    s.gpuMilli = std::llround(row.total.gpus * 1000);
    s.gpuMilliAllocated = std::llround(row.allocated.gpus * 1000);
    return s;
}

Section stateSection(const MapSums& s) {
    Section section{Words::tr("Agents"), {}, {}};
    const qint64 well = s.agents - s.lost - s.draining - s.deactivated;
    section.rows.append(fact(Words::tr("active"), map_text::number(well)));
    if (s.lost > 0)
        section.rows.append(fact(Words::tr("unreachable or gone"), map_text::number(s.lost), Tone::Bad));
    if (s.draining > 0)
        section.rows.append(fact(Words::tr("draining"), map_text::number(s.draining), Tone::Draining));
    if (s.deactivated > 0)
        section.rows.append(fact(Words::tr("deactivated"), map_text::number(s.deactivated)));
    section.rows.append(fact(Words::tr("tasks"), map_text::number(s.tasks)));
    return section;
}

template<typename F>
void eachLiveTask(const Snapshot& s, Slot agent, F&& f) {
    for (Slot t = s.agents[agent].firstTask; t != noSlot && t < s.tasks.size(); t = s.tasks[t].nextOnAgent) {
        if (s.tasks[t].live())
            f(s.tasks[t]);
    }
}

/// The apps with the most instances on these agents.
Section appsOn(const MapPicture& p, const std::vector<Slot>& agents, const QString& heading) {
    Section section{heading, {}, {}};
    if (agents.size() > appsFromAgents)
        return section;
    QHash<quint32, int> counts;
    for (const Slot agent : agents)
        eachLiveTask(*p.snapshot, agent, [&](const cluster::TaskRow& t) { ++counts[t.app != 0 ? t.app : t.name]; });
    QList<std::pair<int, QString>> sorted;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        sorted.append({-it.value(), p.snapshot->text(it.key())});
    std::sort(sorted.begin(), sorted.end());
    for (qsizetype i = 0; i < std::min<qsizetype>(sorted.size(), listedApps); ++i)
        section.rows.append(fact(sorted.at(i).second, map_text::number(-sorted.at(i).first)));
    if (sorted.size() > listedApps)
        section.text = Words::tr("and %Ln more", "apps", int(sorted.size() - listedApps));
    return section;
}

/// Notes that belong together: the same thing happened to several objects at about the same time.
struct Happening {
    const cluster::EventNote* note = nullptr; ///< the newest of them
    qint64 sinceMs = 0;
    int count = 0;
};

Row rowOf(const Happening& h, bool withObject) {
    Row r;
    r.kind = Row::Kind::Note;
    r.label = map_text::clockSeconds(h.sinceMs);
    const QString whole = map_text::happening(*h.note, h.count);
    r.value = text::withShortIds(whole);
    if (r.value != whole)
        r.whole = whole;
    if (withObject)
        r.remark =
            h.count > 1 ? Words::tr("%1 and %Ln more", nullptr, h.count - 1).arg(h.note->object) : h.note->object;
    return r;
}

/// The newest happenings among the notes that pass.
template<typename F>
Section whatChanged(const Snapshot& s, F&& passes, bool withObject) {
    constexpr qint64 togetherMs = 5000;
    Section section{Words::tr("What changed"), {}, {}};
    std::vector<Happening> found;
    for (auto it = s.notes.crbegin(); it != s.notes.crend(); ++it) {
        if (!passes(*it))
            continue;
        const bool same = !found.empty() && found.back().note->kind == it->kind &&
                          found.back().note->text == it->text && found.back().sinceMs - it->atMs <= togetherMs;
        if (!same && int(found.size()) == listedNotes)
            break;
        if (!same)
            found.push_back({&*it, it->atMs, 0});
        found.back().sinceMs = it->atMs;
        ++found.back().count;
    }
    for (const Happening& h : found)
        section.rows.append(rowOf(h, withObject));
    if (section.rows.isEmpty())
        section.text = Words::tr("Nothing since this console watches.");
    return section;
}

QString staleRefusal(const Snapshot& s, base::SourceKind kind) {
    if (s.readOnly)
        return Words::tr("this profile is read-only");
    const base::SourceStatus* source = s.source(kind);
    if (source && (source->state == base::SourceState::Stale || source->state == base::SourceState::Retrying))
        return Words::tr("the data is stale");
    return {};
}

QString appRefusal(const Snapshot& s, scheduler::Capability capability) {
    const QString stale = staleRefusal(s, base::SourceKind::Scheduler);
    if (!stale.isEmpty())
        return stale;
    return scheduler::has(s.capabilities, capability) ? QString() : Words::tr("this scheduler cannot do it");
}

QList<Action> agentActions(const MapPicture& p, const MapSums& s) {
    const QString refusal = staleRefusal(*p.snapshot, base::SourceKind::Master);
    const QString allLost = s.lost == s.agents ? Words::tr("not reachable") : QString();
    const QString drain = !refusal.isEmpty() ? refusal : s.draining == s.agents ? Words::tr("drains already") : allLost;
    QList<Action> actions{
        {QStringLiteral("drain"), Words::tr("Drain..."), Glyph::Drain, false, drain, Verb::DrainAgents}};
    if (s.deactivated + s.draining > 0)
        actions.append({QStringLiteral("reactivate"), Words::tr("Reactivate..."), Glyph::Play, false, refusal,
                        Verb::ReactivateAgents});
    else
        actions.append({QStringLiteral("deactivate"), Words::tr("Deactivate..."), Glyph::Suspend, false,
                        refusal.isEmpty() ? allLost : refusal, Verb::DeactivateAgents});
    if (s.lost > 0)
        actions.append({QStringLiteral("markGone"), Words::tr("Mark gone..."), Glyph::AgentGone, true, refusal,
                        Verb::MarkAgentsGone});
    return actions;
}

QList<Action> appActions(const Snapshot& s) {
    using C = scheduler::Capability;
    return {{QStringLiteral("scale"), Words::tr("Scale..."), Glyph::Scale, false, appRefusal(s, C::Scale), Verb::Scale},
            {QStringLiteral("restart"), Words::tr("Restart..."), Glyph::Restart, false, appRefusal(s, C::Restart),
             Verb::Restart},
            {QStringLiteral("edit"), Words::tr("Edit..."), Glyph::Edit, false, appRefusal(s, C::Deploy), Verb::Deploy},
            {QStringLiteral("kill"), Words::tr("Kill instances..."), Glyph::Kill, true, appRefusal(s, C::KillTask),
             Verb::KillTasks}};
}

QString joined(const QStringList& parts) {
    return parts.join(QStringLiteral(" · "));
}

// ---- the app -------------------------------------------------------------------------------------------------------

struct AppCounts {
    int wanted = 0;
    int healthy = 0;
    int running = 0; ///< without the verdict of a check
    int unhealthy = 0;
    int unreachable = 0;
    int starting = 0;
    int missing() const { return std::max(0, wanted - healthy - running - unhealthy - unreachable - starting); }
};

AppCounts countsOf(const cluster::AppRow& row) {
    AppCounts c;
    const scheduler::App& app = *row.app;
    c.wanted = app.instances;
    c.unreachable = int(row.unreachable);
    c.unhealthy = app.tasksUnhealthy;
    c.healthy = app.hasHealthChecks ? std::min(app.tasksHealthy, int(row.running)) : 0;
    c.running = std::max(0, int(row.running) - c.healthy - c.unhealthy);
    c.starting = std::max(0, int(row.tasks) - int(row.running) - c.unreachable);
    return c;
}

void describeApp(const MapPicture& p, const cluster::AppRow& row, InspectorContent& c) {
    const scheduler::App& app = *row.app;
    const AppCounts n = countsOf(row);
    const bool bad = n.unreachable > 0 || n.unhealthy > 0;
    c.state = !app.deployments.isEmpty() ? Words::tr("deploying")
              : bad                      ? Words::tr("degraded")
              : n.missing() > 0          ? Words::tr("waiting")
              : app.instances == 0       ? Words::tr("suspended")
                                         : Words::tr("running");
    c.tone = bad                          ? Tone::Bad
             : !app.deployments.isEmpty() ? Tone::Accent
             : n.missing() > 0            ? Tone::Warning
                                          : Tone::Secondary;
    c.glyph = bad ? Glyph::Warning : Glyph::Deployments;
    c.hasGlyph = bad || !app.deployments.isEmpty();
    QStringList about{app.isPod ? Words::tr("pod") : Words::tr("app"), Words::tr("version %1").arg(app.version)};
    if (!app.image.isEmpty())
        about.append(Words::tr("image %1").arg(app.image));
    c.subtitle = joined(about);
    c.health = {{double(n.healthy), Tone::Good},    {double(n.running), Tone::Unknown},
                {double(n.starting), Tone::Accent}, {double(n.unhealthy), Tone::Warning},
                {double(n.unreachable), Tone::Bad}, {double(n.missing()), Tone::Disabled}};
    c.figure = map_text::number(app.hasHealthChecks ? n.healthy : n.running);
    c.figureRest = (app.hasHealthChecks ? Words::tr(" of %Ln healthy", nullptr, n.wanted)
                                        : Words::tr(" of %Ln running", nullptr, n.wanted));
    QStringList remarks;
    if (n.unreachable > 0)
        remarks.append(Words::tr("%Ln on unreachable agents", nullptr, n.unreachable));
    if (n.unhealthy > 0)
        remarks.append(Words::tr("%Ln unhealthy", nullptr, n.unhealthy));
    if (n.starting > 0)
        remarks.append(Words::tr("%Ln starting", nullptr, n.starting));
    if (row.waiting && row.waiting->count > 0)
        remarks.append(Words::tr("%Ln waiting for offers", nullptr, row.waiting->count));
    c.remark = map_text::enumeration(remarks);
    if (p.query.measure == tables::MapMeasure::Version && p.snapshot->watchedApp != app.id)
        c.remark = joined({c.remark, Words::tr("versions of its instances are being read")});
}

/// How the highlighted app spreads over the groups, and what the loss of the largest part would leave.
Section spread(const MapPicture& p) {
    Section section{Words::tr("Spread"), {}, {}};
    const QString by = p.query.groupBy.isEmpty() ? QString() : p.query.groupBy.last();
    qint64 most = 0;
    const tables::MapGroup* largest = nullptr;
    for (const tables::MapGroup& g : p.groups) {
        if (g.sums.instances > most) {
            most = g.sums.instances;
            largest = &g;
        }
    }
    if (!largest || by.isEmpty())
        return section;
    int hidden = 0;
    const bool listAll = p.groups.size() <= std::size_t(listedGroups);
    for (const tables::MapGroup& g : p.groups) {
        if (g.sums.instances == 0 && !listAll)
            continue;
        if (section.rows.size() >= listedGroups) {
            ++hidden;
            continue;
        }
        const QString lost =
            g.sums.instancesLost > 0 ? Words::tr("%Ln lost", "instances", int(g.sums.instancesLost)) : QString();
        section.rows.append(bar(map_text::groupName(by, g.inner), map_text::number(g.sums.instances),
                                ratio(double(g.sums.instances), double(most)),
                                ratio(double(g.sums.instancesLost), double(most)), lost));
    }
    QStringList text;
    if (hidden > 0)
        text.append(Words::tr("%Ln more group(s) have some.", nullptr, hidden));
    text.append(Words::tr("Largest share in one %1 %2.")
                    .arg(map_text::attributeName(by), map_text::percent(double(most), double(p.sums.instances))));
    text.append(Words::tr("Losing all of %1 leaves %2.")
                    .arg(map_text::groupName(by, largest->inner), map_text::number(p.sums.instances - most)));
    section.text = text.join(QLatin1Char(' '));
    return section;
}

} // namespace

InspectorContent ofApp(const MapPicture& p) {
    InspectorContent c;
    c.title = p.query.filter.app;
    const Slot slot = p.snapshot->findApp(p.query.filter.app);
    if (slot != noSlot) {
        describeApp(p, p.snapshot->apps[slot], c);
        c.actions = appActions(*p.snapshot);
    } else {
        c.subtitle = p.sums.instances > 0
                         ? Words::tr("%Ln instance(s) below this group", nullptr, int(p.sums.instances))
                         : Words::tr("The scheduler knows no app of this name, and no task belongs to it.");
    }
    if (p.sums.instances > 0)
        c.sections.append(spread(p));
    const auto concerns = [&](const cluster::EventNote& n) {
        return n.object == p.query.filter.app ||
               (p.sums.instancesLost > 0 && map_text::isTrouble(n) && n.kind == QLatin1String("agent"));
    };
    c.sections.append(whatChanged(*p.snapshot, concerns, p.sums.instancesLost > 0));
    return c;
}

InspectorContent ofAgent(const MapPicture& p, Slot agent) {
    const Snapshot& s = *p.snapshot;
    const AgentRow& row = s.agents[agent];
    const Look look = lookOf(row.state);
    InspectorContent c;
    c.title = s.text(row.hostname);
    c.state = row.state == cluster::AgentState::Active || row.stateSinceMs == 0
                  ? look.word
                  : look.word + QLatin1Char(' ') + map_text::age(s.atMs - row.stateSinceMs);
    c.tone = row.state == cluster::AgentState::Active ? Tone::Secondary : look.tone;
    c.glyph = look.glyph;
    c.hasGlyph = row.state != cluster::AgentState::Active;
    c.subtitle = joined({Words::tr("agent %1").arg(s.text(row.id)), Words::tr("port %1").arg(row.port),
                         Words::tr("Mesos %1").arg(s.text(row.version))});
    if (cluster::isLost(row.state))
        c.remark = Words::tr("Last known values; its tasks may still run.");
    else if (row.unhealthy > 0)
        c.remark = Words::tr("%Ln task(s) fail their health check", nullptr, int(row.unhealthy));
    c.sections.append(resourceSection(sumsOf(row)));
    Section facts{Words::tr("Facts"), {}, {}};
    facts.rows.append(fact(Words::tr("tasks"), map_text::number(row.tasks)));
    facts.rows.append(
        fact(Words::tr("offered cpu / memory"),
             map_text::decimal(row.offered.cpus) + QLatin1String(" / ") + map_text::memory(row.offered.mem)));
    facts.rows.append(
        fact(Words::tr("reserved cpu / memory"),
             map_text::decimal(row.reserved.cpus) + QLatin1String(" / ") + map_text::memory(row.reserved.mem)));
    for (const auto& [name, value] : s.attributes(row))
        facts.rows.append(fact(map_text::attributeName(QString::fromUtf8(name.data(), qsizetype(name.size()))),
                               QString::fromUtf8(value.data(), qsizetype(value.size()))));
    if (row.region != 0)
        facts.rows.append(fact(Words::tr("region, zone"), s.text(row.region) + QLatin1String(", ") + s.text(row.zone)));
    if (row.registeredMs > 0)
        facts.rows.append(fact(Words::tr("registered"), map_text::clock(row.registeredMs, s.atMs)));
    c.sections.append(facts);
    if (row.tasks > 0)
        c.sections.append(appsOn(p, {agent}, Words::tr("Apps here")));
    const QString host = s.text(row.hostname);
    const QString id = s.text(row.id);
    c.sections.append(whatChanged(
        s, [&](const cluster::EventNote& n) { return n.object == host || n.object == id; }, false));
    c.actions = agentActions(p, sumsOf(row));
    return c;
}

InspectorContent ofAgents(const MapPicture& p, const std::vector<Slot>& agents) {
    MapSums sums;
    for (const Slot a : agents)
        sums += sumsOf(p.snapshot->agents[a]);
    InspectorContent c;
    c.title = Words::tr("%Ln agent(s) selected", nullptr, int(agents.size()));
    c.subtitle = Words::tr("Ctrl+click adds or removes one; Esc clears.");
    c.sections = {resourceSection(sums), stateSection(sums)};
    if (Section apps = appsOn(p, agents, Words::tr("Apps here")); !apps.rows.isEmpty())
        c.sections.append(apps);
    c.actions = agentActions(p, sums);
    return c;
}

InspectorContent ofGroup(const MapPicture& p, int box) {
    const tables::MapGroup& g = p.groups[std::size_t(box)];
    const tables::MapBox& place = p.layout->boxes[std::size_t(box)];
    InspectorContent c;
    const QStringList& by = p.query.groupBy;
    c.title = by.isEmpty() ? Words::tr("All agents")
                           : map_text::groupName(by.last(), g.inner, g.sums.agents > 0 && g.sums.lost == g.sums.agents);
    if (by.size() > 1)
        c.subtitle = map_text::groupName(by.first(), g.outer);
    if (g.sums.lost > 0) {
        c.state =
            g.sums.lost == g.sums.agents ? Words::tr("lost") : Words::tr("%Ln unreachable", nullptr, int(g.sums.lost));
        c.tone = Tone::Bad;
        c.glyph = Glyph::AgentUnreachable;
        c.hasGlyph = true;
        if (g.lostSinceMs > 1)
            c.remark = Words::tr("since %1; %2 on them")
                           .arg(map_text::clockSeconds(g.lostSinceMs),
                                Words::tr("%Ln task(s)", nullptr, int(g.sums.tasksLost)));
    }
    std::vector<Slot> agents;
    for (std::uint32_t i = place.firstCell; i < place.firstCell + place.cells && agents.size() <= appsFromAgents; ++i)
        agents.push_back(p.layout->cells[i].agent);
    c.sections = {resourceSection(g.sums), stateSection(g.sums)};
    if (Section apps = appsOn(p, agents, Words::tr("Apps with most here")); !apps.rows.isEmpty())
        c.sections.append(apps);
    c.actions = agentActions(p, g.sums);
    return c;
}

InspectorContent ofCluster(const MapPicture& p) {
    InspectorContent c;
    c.title = Words::tr("Whole cluster");
    c.subtitle =
        Words::tr("Click a cell or a group's name to inspect it; type app:/… above to see where a service runs.");
    c.sections = {resourceSection(p.sums), stateSection(p.sums)};
    c.sections.append(whatChanged(
        *p.snapshot, [](const cluster::EventNote&) { return true; }, true));
    return c;
}

QStringList instancesOfApp(const MapPicture& p) {
    QStringList ids;
    const Snapshot& s = *p.snapshot;
    for (Slot a = 0; a < p.looks.size() && a < s.agents.size(); ++a) {
        if (p.looks[a].highlighted == 0)
            continue;
        eachLiveTask(s, a, [&](const cluster::TaskRow& t) {
            if (s.text(t.app) == p.query.filter.app)
                ids.append(s.text(t.id));
        });
    }
    return ids;
}

} // namespace mesoscope::widgets::inspector_content
