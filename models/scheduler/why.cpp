#include "models/scheduler/why.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace mesoscope::scheduler {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Why", text);
}
QString tr(const char* text, int n) {
    return QCoreApplication::translate("Why", text, nullptr, n);
}

QString amount(double value) {
    return QLocale::c().toString(value, 'g', std::abs(value) >= 100 ? 6 : 3);
}

QString size(double mib) {
    if (std::abs(mib) >= 1024 * 1024)
        return QLocale::c().toString(mib / 1024 / 1024, 'f', 1) + QStringLiteral(" TiB");
    if (std::abs(mib) >= 1024)
        return QLocale::c().toString(mib / 1024, 'f', 1) + QStringLiteral(" GiB");
    return amount(mib) + QStringLiteral(" MiB");
}

QString duration(qint64 ms) {
    const qint64 seconds = std::max<qint64>(0, ms / 1000);
    if (seconds < 120)
        return tr("%Ln second(s)", int(seconds));
    if (seconds < 2 * 3600)
        return tr("%Ln minute(s)", int(seconds / 60));
    return tr("%Ln hour(s)", int(std::min<qint64>(seconds / 3600, 1'000'000)));
}

// --- resources -------------------------------------------------------------------------------------------------------

struct Resource {
    WaitCause cause;
    const char* reason;
    const char* label;
    double App::*wanted;
    double AgentRoom::*has;
    double RoleQuota::Amounts::*quota;
    bool isSize;
};

constexpr std::array<Resource, 4> resources = {{
    {WaitCause::Cpus, "InsufficientCpus", QT_TRANSLATE_NOOP("Why", "cpu"), &App::cpus, &AgentRoom::cpus,
     &RoleQuota::Amounts::cpus, false},
    {WaitCause::Memory, "InsufficientMemory", QT_TRANSLATE_NOOP("Why", "memory"), &App::mem, &AgentRoom::mem,
     &RoleQuota::Amounts::mem, true},
    {WaitCause::Disk, "InsufficientDisk", QT_TRANSLATE_NOOP("Why", "disk"), &App::disk, &AgentRoom::disk,
     &RoleQuota::Amounts::disk, true},
    {WaitCause::Gpus, "InsufficientGpus", QT_TRANSLATE_NOOP("Why", "GPU"), &App::gpus, &AgentRoom::gpus,
     &RoleQuota::Amounts::gpus, false},
}};

QString quantity(const Resource& r, double value) {
    return r.isSize ? size(value) : amount(value) + QLatin1Char(' ') + tr(r.label);
}

double missing(const Resource& r, const App& app, const AgentRoom& agent) {
    constexpr double dust = 1e-6; // sums of allocations are never exact
    const double lack = app.*r.wanted - agent.*r.has;
    return lack > dust ? lack : 0;
}

/// How far an agent is from taking one instance: the sum of the missing parts, each as a share of what is wanted.
double distance(const App& app, const AgentRoom& agent) {
    double sum = 0;
    for (const Resource& r : resources) {
        if (const double lack = missing(r, app, agent); lack > 0)
            sum += lack / (app.*r.wanted);
    }
    return sum;
}

QString shortfall(const App& app, const AgentRoom& agent) {
    QStringList parts;
    for (const Resource& r : resources) {
        if (const double lack = missing(r, app, agent); lack > 0)
            parts.append(quantity(r, lack));
    }
    return parts.join(QStringLiteral(", "));
}

// --- what the agents say ---------------------------------------------------------------------------------------------

struct Room {
    const AgentRoom* closest = nullptr;
    double distance = 0;
    int agents = 0;
    int usable = 0;
    int matching = 0;   ///< usable ones that meet all constraints
    int fitting = 0;    ///< of these, with room for one
    int mostPorts = -1; ///< free host ports of the matching agent that has most; -1: not known
    QList<int> metBy;   ///< per constraint: usable agents that meet it
};

/// The agents that instances of the app are on, one entry per instance.
QList<const AgentRoom*> agentsOfInstances(const WhyInput& in) {
    QHash<QString, const AgentRoom*> byId;
    for (const Instance& i : in.instances)
        byId.insert(i.agentId, nullptr);
    for (const AgentRoom& a : in.agents) {
        if (byId.isEmpty())
            break;
        const auto wanted = byId.find(a.id);
        if (wanted != byId.end())
            *wanted = &a;
    }
    QList<const AgentRoom*> out;
    for (const Instance& i : in.instances) {
        if (const AgentRoom* agent = byId.value(i.agentId))
            out.append(agent);
    }
    return out;
}

QHash<QString, int> valuesOf(const QList<const AgentRoom*>& agents, const QString& field) {
    QHash<QString, int> counts;
    for (const AgentRoom* agent : agents)
        ++counts[fieldOf(*agent, field)];
    return counts;
}

/// Decides a constraint once per value: 40,000 agents have few racks, and one regular expression is enough.
class ConstraintTest {
public:
    ConstraintTest(const Constraint& c, QHash<QString, int> placed, int instances)
        : constraint_(c), placed_(std::move(placed)), instances_(instances),
          cached_(c.field != QLatin1String("hostname") && c.field != QLatin1String("@hostname")),
          like_(c.op.endsWith(QLatin1String("LIKE"))), pattern_(QRegularExpression::anchoredPattern(c.value)) {
        if (like_)
            pattern_.optimize();
    }
    bool operator()(const AgentRoom& agent) {
        if (!cached_)
            return decide(agent);
        const QString value = fieldOf(agent, constraint_.field);
        const auto known = verdicts_.constFind(value);
        if (known != verdicts_.constEnd())
            return *known;
        return *verdicts_.insert(value, decide(agent));
    }

private:
    bool decide(const AgentRoom& agent) const {
        if (!cached_ && unique_)
            return !placed_.contains(agent.host);
        const QString value = like_ ? (cached_ ? fieldOf(agent, constraint_.field) : agent.host) : QString();
        if (value.isNull())
            return meets(constraint_, agent, placed_, instances_);
        return pattern_.match(value).hasMatch() == (constraint_.op == QLatin1String("LIKE"));
    }

    Constraint constraint_;
    QHash<QString, int> placed_;
    QHash<QString, bool> verdicts_;
    int instances_;
    bool cached_;
    bool unique_ = constraint_.op == QLatin1String("UNIQUE");
    bool like_;
    QRegularExpression pattern_;
};

Room lookAtAgents(const WhyInput& in) {
    Room room;
    std::vector<ConstraintTest> tests;
    const QList<const AgentRoom*> placed = agentsOfInstances(in);
    for (const Constraint& c : in.app->constraints) {
        tests.emplace_back(c, valuesOf(placed, c.field), in.app->instances);
        room.metBy.append(0);
    }
    for (const AgentRoom& agent : in.agents) {
        ++room.agents;
        if (!agent.usable)
            continue;
        ++room.usable;
        bool all = true;
        for (std::size_t i = 0; i < tests.size(); ++i) {
            const bool met = tests[i](agent);
            room.metBy[qsizetype(i)] += met ? 1 : 0;
            all = all && met;
        }
        if (!all)
            continue;
        ++room.matching;
        room.mostPorts = std::max(room.mostPorts, agent.ports);
        const double far = distance(*in.app, agent);
        room.fitting += far == 0 ? 1 : 0;
        if (!room.closest || far < room.distance) {
            room.closest = &agent;
            room.distance = far;
        }
    }
    return room;
}

QString words(const Constraint& c) {
    return c.value.isEmpty() ? c.field + QLatin1Char(' ') + c.op
                             : c.field + QLatin1Char(' ') + c.op + QLatin1Char(' ') + c.value;
}

// --- the funnel ------------------------------------------------------------------------------------------------------

struct Reason {
    const char* name;
    const char* label;
    WaitCause cause;
};

constexpr std::array<Reason, 10> reasons = {{
    {"UnfulfilledRole", QT_TRANSLATE_NOOP("Why", "role"), WaitCause::Role},
    {"UnfulfilledConstraint", QT_TRANSLATE_NOOP("Why", "constraint"), WaitCause::Constraint},
    {"NoCorrespondingReservationFound", QT_TRANSLATE_NOOP("Why", "no volume reservation"), WaitCause::Reservation},
    {"AgentMaintenance", QT_TRANSLATE_NOOP("Why", "maintenance"), WaitCause::Maintenance},
    {"InsufficientCpus", QT_TRANSLATE_NOOP("Why", "cpu"), WaitCause::Cpus},
    {"InsufficientMemory", QT_TRANSLATE_NOOP("Why", "memory"), WaitCause::Memory},
    {"InsufficientDisk", QT_TRANSLATE_NOOP("Why", "disk"), WaitCause::Disk},
    {"InsufficientGpus", QT_TRANSLATE_NOOP("Why", "GPU"), WaitCause::Gpus},
    {"InsufficientPorts", QT_TRANSLATE_NOOP("Why", "ports"), WaitCause::Ports},
    {"DeclinedScarceResources", QT_TRANSLATE_NOOP("Why", "scarce resources"), WaitCause::ScarceResources},
}};

const Reason* reasonOf(const QString& name) {
    const auto found =
        std::find_if(reasons.begin(), reasons.end(), [&](const Reason& r) { return name == QLatin1String(r.name); });
    return found == reasons.end() ? nullptr : &*found;
}

/// What was refused since the earlier reading; the whole attempt when there was none, or it began anew.
QList<RejectCount> differenced(const WhyInput& in, Why& why) {
    const QueueEntry& now = *in.entry;
    why.offersSeen = now.processedOffers;
    const bool usable = in.before && in.before->sinceMs == now.sinceMs &&
                        in.before->processedOffers < now.processedOffers &&
                        in.before->launchAttempt.size() == now.launchAttempt.size();
    if (!usable)
        return now.launchAttempt.isEmpty() ? now.lastOffers : now.launchAttempt;
    QList<RejectCount> out = now.launchAttempt;
    for (qsizetype i = 0; i < out.size(); ++i) {
        out[i].declined = std::max<qint64>(0, out[i].declined - in.before->launchAttempt.at(i).declined);
        out[i].processed = std::max<qint64>(0, out[i].processed - in.before->launchAttempt.at(i).processed);
    }
    why.offersSeen = now.processedOffers - in.before->processedOffers;
    why.offersOverMs = std::max<qint64>(0, in.nowMs - in.beforeMs);
    return out;
}

void fillFunnel(const WhyInput& in, Why& why) {
    for (const RejectCount& r : differenced(in, why)) {
        const Reason* known = reasonOf(r.reason);
        why.funnel.append({r.reason, known ? tr(known->label) : r.reason, r.processed, r.declined, false});
    }
    const auto most = std::max_element(why.funnel.begin(), why.funnel.end(),
                                       [](const FunnelRow& a, const FunnelRow& b) { return a.refused < b.refused; });
    if (most != why.funnel.end() && most->refused > 0)
        most->decisive = true;
}

const FunnelRow* decisive(const Why& why) {
    const auto found =
        std::find_if(why.funnel.begin(), why.funnel.end(), [](const FunnelRow& r) { return r.decisive; });
    return found == why.funnel.end() ? nullptr : &*found;
}

/// Marathon hides agents in maintenance behind the constraints; only the offers themselves tell.
bool allInMaintenance(const QList<UnusedOffer>& offers) {
    return !offers.isEmpty() && std::all_of(offers.begin(), offers.end(), [](const UnusedOffer& o) {
        return o.reasons.contains(QLatin1String("AgentMaintenance"));
    });
}

// --- sentences -------------------------------------------------------------------------------------------------------

QString waiting(const WhyInput& in) {
    return tr("%Ln instance(s) of %1 wait(s)", in.entry ? in.entry->count : 0).arg(in.app->id);
}

void add(Why& why, Evidence::Sign sign, const char* label, const QString& text) {
    why.evidence.append({sign, tr(label), text});
}
constexpr auto For = Evidence::Sign::For;
constexpr auto Against = Evidence::Sign::Against;
constexpr auto Open = Evidence::Sign::Open;

void help(Why& why, Help::Price price, const QString& text, const QString& cost, std::optional<Command> command = {}) {
    why.help.append({price, text, cost, std::move(command)});
}

void sayBackOff(const WhyInput& in, Why& why) {
    why.cause = WaitCause::BackOff;
    why.waitsUntilMs = in.nowMs + in.entry->timeLeftSeconds * 1000LL;
    why.sentence = in.entry->timeLeftSeconds > 0
                       ? tr("%1 because it ended too often: the next start comes in at most %2.")
                             .arg(waiting(in), duration(in.entry->timeLeftSeconds * 1000LL))
                       : tr("%1 because it ended too often: the next start is due now.").arg(waiting(in));
    if (const auto& failure = in.app->lastFailure) {
        add(why, For, QT_TRANSLATE_NOOP("Why", "last failure"),
            tr("%1 on %2: %3").arg(failure->state, failure->host, failure->message));
        help(why, Help::Price::Free, tr("Look at the output of the task that failed"), tr("Costs nothing."));
    }
    Command reset;
    reset.verb = Command::Verb::ResetDelay;
    reset.targets = {in.app->id};
    help(why, Help::Price::Costs, tr("Start it at once"), tr("If the reason is still there it fails again."), reset);
}

void saySize(const WhyInput& in, const Room& room, const Resource& r, Why& why) {
    why.cause = r.cause;
    const QString wants = quantity(r, in.app.get()->*r.wanted);
    if (!room.closest) {
        why.sentence = tr("%1 for %2: no offer has it.").arg(waiting(in), wants);
        return;
    }
    const QString lack = shortfall(*in.app, *room.closest);
    why.closestAgentId = room.closest->id;
    why.sentence =
        lack.isEmpty()
            ? tr("%1 for %2: no offer had it, but %3 has room now.").arg(waiting(in), wants, room.closest->host)
            : tr("%1 for %2: the closest agent, %3, misses %4.").arg(waiting(in), wants, room.closest->host, lack);
    help(why, Help::Price::Free, tr("Wait for room"), tr("Costs nothing; it starts by itself when an agent has room."));
    help(why, Help::Price::Costs, tr("Ask for less %1").arg(tr(r.label)),
         tr("A new version: all instances are replaced."));
}

void sayConstraint(const WhyInput& in, const Room& room, Why& why) {
    why.cause = WaitCause::Constraint;
    QStringList all;
    qsizetype tightest = -1;
    for (qsizetype i = 0; i < in.app->constraints.size(); ++i) {
        const QString text = words(in.app->constraints.at(i));
        all.append(text);
        if (room.usable > 0) {
            add(why, room.metBy.at(i) == 0 ? For : Against, QT_TRANSLATE_NOOP("Why", "constraint"),
                tr("%1: met by %2 of %3 agents").arg(text).arg(room.metBy.at(i)).arg(room.usable));
            if (tightest < 0 || room.metBy.at(i) < room.metBy.at(tightest))
                tightest = i;
        }
    }
    if (tightest >= 0 && room.metBy.at(tightest) == 0)
        why.sentence = tr("%1: no agent meets %2.").arg(waiting(in), all.at(tightest));
    else if (all.isEmpty())
        why.sentence = tr("%1: its place is restricted in a way that no offer meets.").arg(waiting(in));
    else
        why.sentence = tr("%1: no agent with room meets %2.").arg(waiting(in), all.join(tr(" and ")));
    help(why, Help::Price::Costs, tr("Change the constraint"), tr("A new version: all instances are replaced."));
}

void sayRest(const WhyInput& in, WaitCause cause, Why& why) {
    why.cause = cause;
    switch (cause) {
    case WaitCause::Role:
        why.sentence =
            tr("%1 for offers of role “%2”: those that come belong to other roles.").arg(waiting(in), in.entry->role);
        help(why, Help::Price::Costs, tr("Check the role's weight, quota and reservations"),
             tr("Changes what other frameworks get."));
        break;
    case WaitCause::Reservation:
        why.sentence = tr("%1 for the persistent volume: no offer holds its reservation.").arg(waiting(in));
        help(why, Help::Price::Free, tr("Wait for the agent that holds the volume"),
             tr("Costs nothing; starts by itself with its data."));
        help(why, Help::Price::Destroys, tr("Replace with wipe"), tr("Loses the volume's data."));
        break;
    case WaitCause::Maintenance:
        why.sentence = tr("%1: every agent that offers is in maintenance.").arg(waiting(in));
        help(why, Help::Price::Free, tr("Wait until maintenance ends"), tr("Costs nothing."));
        break;
    case WaitCause::Ports:
        why.sentence = tr("%1 for host ports that no offer has free.").arg(waiting(in));
        help(why, Help::Price::Costs, tr("Let the scheduler choose the ports"),
             tr("A new version: all instances are replaced."));
        break;
    default:
        why.sentence = tr("%1: the agents with room keep it for apps that need their GPUs.").arg(waiting(in));
        break;
    }
}

void sayByOffers(const WhyInput& in, const Room& room, const FunnelRow& row, Why& why) {
    const Reason* known = reasonOf(row.reason);
    WaitCause cause = known ? known->cause : WaitCause::Unknown;
    if (cause == WaitCause::Constraint && allInMaintenance(in.offers))
        cause = WaitCause::Maintenance;
    add(why, For, QT_TRANSLATE_NOOP("Why", "offers"),
        tr("%1 of %2 offers were refused because of: %3").arg(row.refused).arg(why.offersSeen).arg(row.label));
    if (cause == WaitCause::Constraint)
        return sayConstraint(in, room, why);
    for (const Resource& r : resources) {
        if (r.cause == cause)
            return saySize(in, room, r, why);
    }
    sayRest(in, cause, why);
}

/// What the agents' last offers lacked, when a user asked for them: each offer names all that failed.
void addOffers(const WhyInput& in, Why& why) {
    if (in.offers.isEmpty())
        return;
    QMap<QString, int> lacking;
    for (const UnusedOffer& offer : in.offers) {
        for (const QString& reason : offer.reasons)
            ++lacking[reason];
    }
    QStringList parts;
    for (const Reason& reason : reasons) { // in the scheduler's own order
        if (const int n = lacking.take(QLatin1String(reason.name)); n > 0)
            parts.append(tr("%1 on %2").arg(tr(reason.label)).arg(n));
    }
    for (auto it = lacking.cbegin(); it != lacking.cend(); ++it)
        parts.append(tr("%1 on %2").arg(it.key()).arg(it.value()));
    add(why, For, QT_TRANSLATE_NOOP("Why", "last offers"),
        tr("of %Ln agent(s)", int(in.offers.size())) + QStringLiteral(": ") + parts.join(QStringLiteral(", ")));
}

// --- quota -----------------------------------------------------------------------------------------------------------

struct QuotaReached {
    const RoleQuota* quota = nullptr;
    const Resource* resource = nullptr;
};

/// The first quota that one more instance would break.
std::optional<QuotaReached> quotaReached(const WhyInput& in) {
    constexpr double dust = 1e-6;
    for (const RoleQuota& quota : in.quotas) {
        for (const Resource& r : resources) {
            const double limit = quota.limit.*r.quota;
            if (limit > 0 && quota.used.*r.quota + in.app.get()->*r.wanted > limit + dust)
                return QuotaReached{&quota, &r};
        }
    }
    return std::nullopt;
}

QString quotaWords(const QuotaReached& reached) {
    return tr("role “%1” has %2 of its quota's %3")
        .arg(reached.quota->role, quantity(*reached.resource, reached.quota->used.*reached.resource->quota),
             quantity(*reached.resource, reached.quota->limit.*reached.resource->quota));
}

/// Nothing is offered to a role beyond its quota: offers that do not come, or that are of other roles, are its mark.
void sayQuota(const WhyInput& in, const QuotaReached& reached, Why& why) {
    why.cause = WaitCause::Quota;
    why.sentence = tr("%1 for its role's quota: %2, and one more instance needs %3.")
                       .arg(waiting(in), quotaWords(reached),
                            quantity(*reached.resource, in.app.get()->*reached.resource->wanted));
    help(why, Help::Price::Costs, tr("Raise the quota of role “%1”").arg(reached.quota->role),
         tr("Other roles can be offered less."));
}

void addQuota(const WhyInput& in, Why& why) {
    if (const auto reached = quotaReached(in))
        return add(why, For, QT_TRANSLATE_NOOP("Why", "quota"), quotaWords(*reached));
    for (const RoleQuota& quota : in.quotas)
        add(why, Against, QT_TRANSLATE_NOOP("Why", "quota"),
            tr("that of role “%1” has room for one more instance").arg(quota.role));
}

constexpr qint64 patienceMs = 60'000; ///< offers come every few seconds; a minute without one means something

void sayNoOffers(const WhyInput& in, const Room& room, Why& why) {
    const qint64 since = in.nowMs - in.entry->sinceMs;
    const bool stopped = in.entry->processedOffers == 0 && in.entry->sinceMs > 0 && since > patienceMs;
    if (stopped && room.fitting > 0) {
        why.cause = WaitCause::QueueStopped;
        why.sentence = tr("%1: the launch queue has looked at no offer for %2 although %3 has room.")
                           .arg(waiting(in), duration(since), room.closest->host);
        add(why, Open, QT_TRANSLATE_NOOP("Why", "launch queue"),
            tr("an app with GROUP_BY without a number, or a persistent volume without a principal, stops it for all "
               "apps"));
        help(why, Help::Price::Costs, tr("Remove the app that stops the queue and restart Marathon"),
             tr("Nothing is launched until then."));
        return;
    }
    why.cause = WaitCause::NoOffers;
    why.sentence = stopped ? tr("%1: no offer has come for %2.").arg(waiting(in), duration(since))
                           : tr("%1: no offer was looked at yet.").arg(waiting(in));
    add(why, Open, QT_TRANSLATE_NOOP("Why", "offers"),
        tr("whether the master offers to this framework is not known here"));
}

// --- nothing in the queue --------------------------------------------------------------------------------------------

int countState(const QList<Instance>& list, std::initializer_list<const char*> states) {
    return int(std::count_if(list.begin(), list.end(), [&](const Instance& i) {
        return std::any_of(states.begin(), states.end(), [&](const char* s) { return i.state == QLatin1String(s); });
    }));
}

bool sayUnreachable(const WhyInput& in, Why& why) {
    const int lost = countState(in.instances, {"TASK_UNREACHABLE"});
    if (lost == 0)
        return false;
    why.cause = WaitCause::Unreachable;
    const auto which = std::find_if(in.instances.begin(), in.instances.end(),
                                    [](const Instance& i) { return i.state == QLatin1String("TASK_UNREACHABLE"); });
    why.sentence = tr("%Ln instance(s) of %1 can't be reached", lost).arg(in.app->id) +
                   tr(" on %1; no replacement was started yet.").arg(which->host);
    why.closestAgentId = which->agentId;
    add(why, Open, QT_TRANSLATE_NOOP("Why", "replacement"),
        tr("comes only when the master reports the loss again after the app's own delay"));
    help(why, Help::Price::Free, tr("Wait for the agent"), tr("Costs nothing; the instance goes on when it is back."));
    Command wipe;
    wipe.verb = Command::Verb::KillTasks;
    wipe.targets = {which->taskId};
    wipe.killAndWipe = true;
    help(why, Help::Price::Destroys, tr("Replace with wipe"), tr("Loses its persistent volumes, if it has any."), wipe);
    return true;
}

bool sayStarting(const WhyInput& in, Why& why) {
    const int starting = countState(in.instances, {"TASK_STAGING", "TASK_STARTING"});
    const int staged = starting > 0 ? starting : in.app->tasksStaged;
    if (staged == 0)
        return false;
    why.cause = WaitCause::Starting;
    why.sentence =
        tr("Starting %Ln instance(s) of %1: fetching the image or files, or the command has not begun.", staged)
            .arg(in.app->id);
    for (const Instance& i : in.instances) {
        if (i.state == QLatin1String("TASK_STAGING") && i.stagedMs > 0)
            add(why, For, QT_TRANSLATE_NOOP("Why", "starting"),
                tr("on %1 for %2").arg(i.host, duration(in.nowMs - i.stagedMs)));
    }
    return true;
}

bool sayReadiness(const WhyInput& in, Why& why) {
    for (const DeploymentPtr& d : in.deployments) {
        for (const ReadinessResult& r : d->readiness) {
            if (r.ready || !d->affectedApps.contains(in.app->id))
                continue;
            why.cause = WaitCause::Readiness;
            why.sentence = tr("%1 runs but is not ready: its readiness check “%2” answers %3.")
                               .arg(in.app->id, r.name)
                               .arg(r.lastStatus);
            add(why, For, QT_TRANSLATE_NOOP("Why", "readiness"), tr("task %1").arg(r.taskId));
            return true;
        }
    }
    return false;
}

bool sayHealth(const WhyInput& in, Why& why) {
    const App& app = *in.app;
    if (!app.hasHealthChecks || app.tasksRunning == 0 || app.tasksHealthy >= app.instances)
        return false;
    why.cause = WaitCause::Health;
    const int lacking = std::max(1, app.tasksRunning - app.tasksHealthy);
    why.sentence = tr("Not healthy yet: %Ln running instance(s) of %1.", lacking).arg(app.id);
    for (const Instance& i : in.instances) {
        for (const HealthResult& h : i.health) {
            if (!h.alive && !h.lastFailureCause.isEmpty())
                add(why, For, QT_TRANSLATE_NOOP("Why", "health check"),
                    tr("%1, %2 times in a row: %3").arg(i.host).arg(h.consecutiveFailures).arg(h.lastFailureCause));
        }
    }
    if (app.tasksHealthy + app.tasksUnhealthy == 0)
        add(why, Open, QT_TRANSLATE_NOOP("Why", "health check"),
            tr("no result has come yet; a check without a port is never made"));
    return true;
}

bool sayDeployment(const WhyInput& in, Why& why) {
    for (const DeploymentPtr& d : in.deployments) {
        if (!d->affectedApps.contains(in.app->id))
            continue;
        QStringList others;
        bool own = false;
        for (const DeploymentAction& a : d->currentActions) {
            own = own || a.app == in.app->id;
            if (a.app != in.app->id)
                others.append(a.app);
        }
        why.cause = WaitCause::OtherDeployment;
        const QString step = tr("step %1 of %2").arg(d->currentStep).arg(d->totalSteps);
        why.sentence = own || others.isEmpty() ? tr("%1 is being changed by a deployment (%2).").arg(in.app->id, step)
                                               : tr("%1 waits for %2, which goes first (%3).")
                                                     .arg(in.app->id, others.join(QStringLiteral(", ")), step);
        add(why, For, QT_TRANSLATE_NOOP("Why", "deployment"), d->id);
        return true;
    }
    return false;
}

void sayWithoutEntry(const WhyInput& in, Why& why) {
    const App& app = *in.app;
    if (sayReadiness(in, why) || sayUnreachable(in, why) || sayStarting(in, why) || sayHealth(in, why) ||
        sayDeployment(in, why))
        return;
    if (app.tasksRunning >= app.instances) {
        why.cause = WaitCause::Nothing;
        why.sentence =
            tr("%1 does not wait: %2 of %3 instances run.").arg(app.id).arg(app.tasksRunning).arg(app.instances);
        return;
    }
    why.cause = WaitCause::Unknown;
    why.sentence = tr("%1 of %2 instances of %3 run; the scheduler does not say what the others wait for.")
                       .arg(app.tasksRunning)
                       .arg(app.instances)
                       .arg(app.id);
    add(why, Open, QT_TRANSLATE_NOOP("Why", "launch queue"), tr("the app is not in it"));
}

void addRoom(const WhyInput& in, const Room& room, Why& why) {
    if (in.agents.empty()) {
        add(why, Open, QT_TRANSLATE_NOOP("Why", "room"), tr("the agents are not known yet"));
        return;
    }
    why.agentsWithRoom = room.fitting;
    if (why.closestAgentId.isEmpty() && room.closest)
        why.closestAgentId = room.closest->id;
    add(why, room.fitting > 0 ? Against : For, QT_TRANSLATE_NOOP("Why", "room"),
        tr("%1 of %2 agents could take one now").arg(room.fitting).arg(room.agents));
    if (room.usable < room.agents)
        add(why, For, QT_TRANSLATE_NOOP("Why", "agents"),
            tr("no new tasks are placed on %Ln of them", room.agents - room.usable));
    if (why.cause == WaitCause::Ports && room.mostPorts >= 0)
        add(why, room.mostPorts == 0 ? For : Open, QT_TRANSLATE_NOOP("Why", "ports"),
            tr("at most %Ln host port(s) free on one agent", room.mostPorts));
}

void addLocks(const WhyInput& in, Why& why) {
    if (in.app->deployments.isEmpty())
        add(why, Against, QT_TRANSLATE_NOOP("Why", "deployment lock"), tr("none"));
    else
        add(why, For, QT_TRANSLATE_NOOP("Why", "deployment lock"), in.app->deployments.join(QStringLiteral(", ")));
    if (in.entry && in.entry->overdue)
        add(why, Against, QT_TRANSLATE_NOOP("Why", "back-off"), tr("none"));
}

} // namespace

QString fieldOf(const AgentRoom& agent, const QString& field) {
    if (field == QLatin1String("hostname") || field == QLatin1String("@hostname"))
        return agent.host;
    const auto found = agent.attributes.constFind(field);
    return found == agent.attributes.constEnd() ? QString() : *found;
}

namespace {

bool groupByAllows(const QHash<QString, int>& placed, const QString& value, int groups, int instances) {
    if (groups <= 0)
        return true;
    const int per = instances / groups;
    const int rest = instances % groups;
    const int here = placed.value(value);
    const auto above = int(std::count_if(placed.begin(), placed.end(), [&](int n) { return n > per; }));
    const bool isNew = here == 0 && placed.size() < groups;
    return here < per || (here == per && above < rest) || isNew;
}

bool matches(const QString& pattern, const QString& value) {
    const QRegularExpression re(QRegularExpression::anchoredPattern(pattern));
    return re.match(value).hasMatch();
}

} // namespace

bool meets(const Constraint& c, const AgentRoom& agent, const QHash<QString, int>& placed, int instances) {
    const QString value = fieldOf(agent, c.field);
    if (value.isNull())
        return c.op == QLatin1String("UNLIKE");
    if (c.op == QLatin1String("UNIQUE"))
        return placed.value(value) == 0;
    if (c.op == QLatin1String("MAX_PER"))
        return placed.value(value) < c.value.toInt();
    if (c.op == QLatin1String("CLUSTER")) {
        if (!c.value.isEmpty())
            return value == c.value;
        return placed.isEmpty() || placed.contains(value);
    }
    if (c.op == QLatin1String("IS"))
        return value == c.value;
    if (c.op == QLatin1String("LIKE"))
        return matches(c.value, value);
    if (c.op == QLatin1String("UNLIKE"))
        return !matches(c.value, value);
    if (c.op == QLatin1String("GROUP_BY"))
        return groupByAllows(placed, value, c.value.toInt(), instances);
    return true;
}

QString roleOf(const App& app, const QueueEntry& entry) {
    const QString role = entry.role.isEmpty() ? app.role : entry.role;
    return role.isEmpty() ? QStringLiteral("*") : role;
}

Why whyWaiting(const WhyInput& in) {
    Why why;
    if (!in.app)
        return why;
    if (!in.entry || in.entry->count == 0) {
        sayWithoutEntry(in, why);
        addLocks(in, why);
        return why;
    }
    const Room room = lookAtAgents(in);
    fillFunnel(in, why);
    const FunnelRow* row = decisive(why);
    if (!in.entry->overdue)
        sayBackOff(in, why);
    else if (const auto quota = quotaReached(in); quota && (!row || row->reason == QLatin1String("UnfulfilledRole")))
        sayQuota(in, *quota, why);
    else if (row)
        sayByOffers(in, room, *row, why);
    else
        sayNoOffers(in, room, why);
    addQuota(in, why);
    addOffers(in, why);
    addRoom(in, room, why);
    addLocks(in, why);
    return why;
}

} // namespace mesoscope::scheduler
