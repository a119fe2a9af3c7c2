// The scheduler's and the gateway's word, and the making of snapshots.
#include "models/cluster/store.h"

#include <QSet>

#include <algorithm>

namespace mesoscope::cluster {

namespace {

constexpr qsizetype notesLimit = 500;
constexpr qsizetype actionsLimit = 100;
/// Neighbouring changed rows are reported as one run when fewer unchanged ones than this lie between them.
constexpr Slot runGap = 8;
/// Results of health checks that are kept per instance, and apps that they are kept of.
constexpr qsizetype trailLength = 30;
constexpr qsizetype trailApps = 64;

} // namespace

Store::Store(const base::Clock& clock)
    : clock_(clock), strings_(std::make_shared<base::StringPool>()),
      publishedFrameworks_(std::make_shared<const std::vector<FrameworkRow>>()),
      roles_(std::make_shared<const std::vector<RoleRow>>()), routes_(std::make_shared<const QList<gateway::Route>>()),
      traffic_(std::make_shared<const QList<gateway::ServiceTraffic>>()),
      instances_(std::make_shared<const QList<scheduler::Instance>>()) {}

void Store::setAppResolver(std::function<QString(std::string_view)> resolver) {
    resolver_ = std::move(resolver);
    appByPrefix_.clear();
}

void Store::setApps(const QList<scheduler::AppPtr>& apps, const QStringList& removed, bool complete) {
    QSet<QString> present;
    for (const scheduler::AppPtr& app : apps) {
        if (complete)
            present.insert(app->id);
        auto it = slotByAppId_.find(app->id);
        if (it == slotByAppId_.end()) {
            Slot slot;
            if (freeApps_.empty()) {
                slot = apps_.append(AppRow{});
            } else {
                slot = freeApps_.back();
                freeApps_.pop_back();
            }
            it = slotByAppId_.insert(app->id, slot);
        }
        apps_.edit(*it).app = app;
        updateAppRow(*it);
    }
    const auto drop = [this](const QString& id) {
        const auto it = slotByAppId_.find(id);
        if (it == slotByAppId_.end())
            return;
        apps_.edit(*it) = AppRow{};
        freeApps_.push_back(*it);
        dirtyApps_.push_back(*it);
        slotByAppId_.erase(it);
    };
    for (const QString& id : removed)
        drop(id);
    if (!complete)
        return;
    const QStringList known = slotByAppId_.keys();
    for (const QString& id : known) {
        if (!present.contains(id))
            drop(id);
    }
    if (!schedulerComplete_)
        diff_.sources = true;
    schedulerComplete_ = true;
}

void Store::updateAppRow(Slot slot) {
    AppRow& row = apps_.edit(slot);
    row.waiting = queue_.value(row.app->id);
    const auto it = appCounts_.find(strings_->intern(row.app->id));
    const AppCount count = it == appCounts_.end() ? AppCount{} : it->second;
    row.tasks = count.tasks;
    row.running = count.running;
    row.unreachable = count.unreachable;
    dirtyApps_.push_back(slot);
}

void Store::setDeployments(const QList<scheduler::DeploymentPtr>& running) {
    deployments_ = running;
    diff_.deployments = true;
}

void Store::setDeploymentLog(const QList<scheduler::DeploymentRecordPtr>& log) {
    if (log == deploymentLog_)
        return;
    deploymentLog_ = log;
    diff_.deployments = true;
}

void Store::setQueue(const QList<scheduler::QueueEntryPtr>& waiting) {
    QHash<QString, scheduler::QueueEntryPtr> next;
    for (const scheduler::QueueEntryPtr& entry : waiting) {
        // One entry per app and role; the one with more to launch speaks for the app.
        const scheduler::QueueEntryPtr known = next.value(entry->appId);
        if (!known || known->count < entry->count)
            next.insert(entry->appId, entry);
    }
    const QHash<QString, scheduler::QueueEntryPtr> before = std::exchange(queue_, next);
    const auto changed = [&](const QString& id) {
        const auto it = slotByAppId_.find(id);
        if (it != slotByAppId_.end())
            updateAppRow(*it);
    };
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        if (!next.contains(it.key()))
            changed(it.key());
    }
    for (auto it = next.cbegin(); it != next.cend(); ++it) {
        const scheduler::QueueEntryPtr old = before.value(it.key());
        if (!old || !(*old == *it.value()))
            changed(it.key());
    }
}

void Store::setWatchedApp(const QString& appId) {
    watchedApp_ = appId;
    watchedKnown_ = false;
    usage_.reset();
    instances_ = std::make_shared<const QList<scheduler::Instance>>();
    publishTrails();
    diff_.instances = true;
}

namespace {

/// What a reading adds to the trail; 0: nothing that was not there before.
template<typename Trail>
char markOf(const scheduler::Instance& instance, const Trail& known, const scheduler::HealthResult& result) {
    if (instance.state == QLatin1String("TASK_UNREACHABLE"))
        return '?';
    if (result.lastFailureMs > known.lastFailureMs && result.lastFailureMs >= result.lastSuccessMs)
        return '-';
    if (result.lastSuccessMs > known.lastSuccessMs)
        return '+';
    return known.marks.isEmpty() ? (result.alive ? '+' : '-') : 0;
}

} // namespace

void Store::noteHealth(const QString& appId, const QList<scheduler::Instance>& instances) {
    const QHash<QString, Trail> before = trails_.take(appId);
    if (trails_.size() >= trailApps)
        trails_.clear();
    QHash<QString, Trail>& now = trails_[appId];
    for (const scheduler::Instance& instance : instances) {
        Trail trail = before.value(instance.taskId);
        const bool lost = instance.state == QLatin1String("TASK_UNREACHABLE");
        if (instance.health.isEmpty() && !lost && trail.marks.isEmpty())
            continue;
        const scheduler::HealthResult result = instance.health.value(0);
        if (const char mark = markOf(instance, trail, result); mark != 0)
            trail.marks = (trail.marks + mark).right(trailLength);
        trail.lastSuccessMs = std::max(trail.lastSuccessMs, result.lastSuccessMs);
        trail.lastFailureMs = std::max(trail.lastFailureMs, result.lastFailureMs);
        now.insert(instance.taskId, trail);
    }
}

void Store::publishTrails() {
    auto trails = std::make_shared<QHash<QString, HealthTrail>>();
    const auto& of = trails_[watchedApp_];
    for (auto it = of.cbegin(); it != of.cend(); ++it)
        trails->insert(it.key(), it->marks);
    publishedTrails_ = std::move(trails);
}

void Store::setInstances(const QString& appId, const QList<scheduler::Instance>& instances) {
    for (const scheduler::Instance& instance : instances) {
        if (instance.health.isEmpty())
            continue;
        const bool healthy = std::all_of(instance.health.cbegin(), instance.health.cend(),
                                         [](const scheduler::HealthResult& r) { return r.alive; });
        setInstanceHealth(instance.taskId, healthy);
    }
    noteHealth(appId, instances);
    if (appId != watchedApp_)
        return;
    watchedKnown_ = true;
    publishTrails();
    instances_ = std::make_shared<const QList<scheduler::Instance>>(instances);
    diff_.instances = true;
}

void Store::setInstanceHealth(const QString& instanceId, bool healthy) {
    // Events name the instance; its tasks carry "._app.N" behind that, N counting the incarnations.
    QByteArray id = instanceId.toUtf8();
    StringId known = strings_->find(std::string_view(id.constData(), std::size_t(id.size())));
    for (int incarnation = 1; known == 0 && incarnation <= 64; ++incarnation) {
        const QByteArray candidate = id + "._app." + QByteArray::number(incarnation);
        const StringId found = strings_->find(std::string_view(candidate.constData(), std::size_t(candidate.size())));
        if (found != 0 && found < slotByTaskId_.size() && slotByTaskId_[found] != noSlot &&
            tasks_[slotByTaskId_[found]].live())
            known = found;
    }
    if (known == 0 || known >= slotByTaskId_.size() || slotByTaskId_[known] == noSlot)
        return;
    TaskRow row = tasks_[slotByTaskId_[known]];
    row.health = healthy ? master::Health::Healthy : master::Health::Unhealthy;
    applyTask(slotByTaskId_[known], row);
}

void Store::setUsage(const QHash<QString, InstanceUsage>& usage) {
    usage_ = std::make_shared<const QHash<QString, InstanceUsage>>(usage);
    diff_.instances = true;
}

void Store::setCapabilities(scheduler::Capabilities capabilities) {
    diff_.sources |= capabilities_ != capabilities;
    capabilities_ = capabilities;
}

void Store::setRoutes(const gateway::RoutesPtr& routes) {
    routes_ = routes;
    diff_.routes = true;
}

void Store::setTraffic(const gateway::TrafficPtr& traffic) {
    traffic_ = traffic;
    diff_.routes = true;
}

void Store::setOverrides(const gateway::OverridesPtr& overrides) {
    overrides_ = overrides;
    diff_.routes = true;
}

void Store::setSource(const base::SourceStatus& status) {
    const auto it =
        std::find_if(sources_.begin(), sources_.end(), [&](const auto& s) { return s.kind == status.kind; });
    if (it == sources_.end()) {
        sources_.push_back(status);
        std::sort(sources_.begin(), sources_.end(), [](const auto& a, const auto& b) { return a.kind < b.kind; });
        diff_.sources = true;
        return;
    }
    if (*it == status)
        return;
    *it = status;
    diff_.sources = true;
}

void Store::setReadOnly(bool readOnly) {
    readOnly_ = readOnly;
    diff_.sources = true;
}

void Store::setAction(const ActionProgress& action) {
    diff_.actions = true;
    const auto it = std::find_if(actions_.begin(), actions_.end(), [&](const auto& a) { return a.id == action.id; });
    if (it != actions_.end()) {
        *it = action;
        return;
    }
    actions_.append(action);
    while (actions_.size() > actionsLimit)
        actions_.removeFirst();
}

void Store::note(const QString& kind, const QString& object, const QString& text) {
    notes_.append({clock_.wallMs(), kind, object, text});
    while (notes_.size() > notesLimit)
        notes_.removeFirst();
    diff_.notes = true;
}

std::vector<Run> Store::runsOf(std::vector<Slot>& slots) const {
    std::vector<Run> runs;
    std::sort(slots.begin(), slots.end());
    for (const Slot slot : slots) {
        if (!runs.empty() && slot < runs.back().end + runGap)
            runs.back().end = std::max(runs.back().end, slot + 1);
        else
            runs.push_back({slot, slot + 1});
    }
    slots.clear();
    return runs;
}

void Store::publishApps() {
    for (const StringId id : dirtyAppCounts_) {
        appCounts_[id].changed = false;
        const auto it = slotByAppId_.constFind(strings_->text(id));
        if (it != slotByAppId_.cend())
            updateAppRow(*it);
    }
    dirtyAppCounts_.clear();
}

SnapshotPtr Store::publish(Diff& diff) {
    if (!inState_ && stringsAfterCompaction_ != 0)
        compactStrings();
    publishApps();
    if (frameworksChanged_) {
        publishedFrameworks_ = std::make_shared<const std::vector<FrameworkRow>>(frameworks_);
        diff_.frameworks = true;
        frameworksChanged_ = false;
    }
    diff = std::exchange(diff_, Diff{});
    diff.tasks = runsOf(dirtyTasks_);
    diff.agents = runsOf(dirtyAgents_);
    diff.apps = runsOf(dirtyApps_);

    auto snapshot = std::make_shared<Snapshot>();
    snapshot->version = ++version_;
    snapshot->atMs = clock_.wallMs();
    snapshot->strings = strings_;
    snapshot->tasks = tasks_.publish();
    snapshot->agents = agents_.publish();
    snapshot->frameworks = publishedFrameworks_;
    snapshot->roles = roles_;
    snapshot->maintenance = maintenance_;
    snapshot->apps = apps_.publish();
    snapshot->deployments = deployments_;
    snapshot->deploymentLog = deploymentLog_;
    snapshot->routes = routes_;
    snapshot->traffic = traffic_;
    snapshot->overrides = overrides_;
    snapshot->watchedApp = watchedApp_;
    snapshot->watchedInstances = instances_;
    snapshot->watchedKnown = watchedKnown_;
    snapshot->healthTrails = publishedTrails_;
    snapshot->usage = usage_;
    snapshot->sources = QList<base::SourceStatus>(sources_.cbegin(), sources_.cend());
    snapshot->actions = actions_;
    snapshot->notes = notes_;
    snapshot->totals = totals_;
    snapshot->attributeNames = attributeNames_;
    snapshot->capabilities = capabilities_;
    snapshot->serverAheadMs = aheadMs_;
    snapshot->readOnly = readOnly_;
    snapshot->masterComplete = masterComplete_;
    snapshot->schedulerComplete = schedulerComplete_;
    return snapshot;
}

namespace {

/// Moves the strings of rows into another pool.
class Mover {
public:
    Mover(const base::StringPool& from, base::StringPool& to) : from_(from), to_(to) {}
    void operator()(StringId& id) const { id = to_.intern(from_.view(id)); }

private:
    const base::StringPool& from_;
    base::StringPool& to_;
};

} // namespace

void Store::compactStrings() {
    // Every ended task leaves its texts behind. When most of the pool is dead the living move to a new one; snapshots
    // that still use the old one keep it alive.
    constexpr std::uint32_t smallPool = 1'000'000;
    if (strings_->size() < std::max(smallPool, stringsAfterCompaction_ * 3)) {
        if (stringsAfterCompaction_ == 0)
            stringsAfterCompaction_ = strings_->size();
        return;
    }
    auto fresh = std::make_shared<base::StringPool>();
    const Mover move(*strings_, *fresh);
    std::fill(slotByTaskId_.begin(), slotByTaskId_.end(), noSlot);
    sameIdElsewhere_.clear();
    slotByAgentId_.clear();
    const std::shared_ptr<base::StringPool> old = std::exchange(strings_, fresh);
    for (Slot slot = 0; slot < tasks_.size(); ++slot) {
        if (tasks_[slot].id == 0)
            continue;
        TaskRow& row = tasks_.edit(slot);
        for (StringId* id : {&row.id, &row.name, &row.app, &row.executor, &row.agentId, &row.reason, &row.message,
                             &row.ipAddresses, &row.networks, &row.ports, &row.role, &row.labels, &row.discovery,
                             &row.container, &row.containerId.text, &row.stateName})
            move(*id);
        const Slot holder = taskSlot(row.id, row.framework);
        if (holder == noSlot || tasks_[holder].completed)
            setTaskKey(row.id, row.framework, slot);
    }
    for (Slot slot = 0; slot < agents_.size(); ++slot) {
        if (agents_[slot].id == 0)
            continue;
        AgentRow& row = agents_.edit(slot);
        for (StringId* id : {&row.id, &row.hostname, &row.pid, &row.version, &row.region, &row.zone, &row.attributes,
                             &row.reservations, &row.ports})
            move(*id);
        slotByAgentId_.emplace(row.id, slot);
    }
    std::unordered_map<StringId, AppCount> counts;
    for (const auto& [oldId, count] : appCounts_) {
        StringId id = oldId;
        move(id);
        counts.emplace(id, count);
    }
    appCounts_ = std::move(counts);
    for (StringId& id : dirtyAppCounts_)
        move(id);
    std::unordered_set<StringId> recovering;
    for (StringId id : recovering_) {
        move(id);
        recovering.insert(id);
    }
    recovering_ = std::move(recovering);
    attributeSetsSeen_.clear();
    appByPrefix_.clear();
    for (HistoryEntry& entry : history_)
        entry.id = tasks_[entry.slot].id;
    stringsAfterCompaction_ = strings_->size();
    diff_.everything = true;
}

const scheduler::App* Store::app(const QString& id) const {
    const auto it = slotByAppId_.constFind(id);
    return it == slotByAppId_.cend() ? nullptr : apps_[*it].app.get();
}

scheduler::AppPtr Store::appPtr(const QString& id) const {
    const auto it = slotByAppId_.constFind(id);
    return it == slotByAppId_.cend() ? nullptr : apps_[*it].app;
}

QList<scheduler::Instance> Store::instancesOf(const QString& appId) const {
    QList<scheduler::Instance> out;
    const QByteArray utf8 = appId.toUtf8();
    const StringId app = strings_->find(std::string_view(utf8.constData(), std::size_t(utf8.size())));
    if (app == 0)
        return out;
    for (Slot slot = 0; slot < tasks_.size(); ++slot) {
        const TaskRow& row = tasks_[slot];
        if (row.app != app || !row.live())
            continue;
        scheduler::Instance instance;
        instance.taskId = strings_->text(row.id);
        instance.appId = appId;
        instance.agentId = strings_->text(row.agentId);
        instance.host = row.agent == noSlot ? QString() : strings_->text(agents_[row.agent].hostname);
        instance.stagedMs = instance.startedMs = row.startedMs;
        out.append(instance);
    }
    return out;
}

std::uint32_t Store::runningTasksOf(const QString& appId) const {
    const QByteArray id = appId.toUtf8();
    const auto it = appCounts_.find(strings_->find(std::string_view(id.constData(), std::size_t(id.size()))));
    return it == appCounts_.end() ? 0 : it->second.running;
}

bool Store::taskIsLive(const QString& taskId) const {
    const QByteArray utf8 = taskId.toUtf8();
    const StringId id = strings_->find(std::string_view(utf8.constData(), std::size_t(utf8.size())));
    return id != 0 && id < slotByTaskId_.size() && slotByTaskId_[id] != noSlot && tasks_[slotByTaskId_[id]].live();
}

const AgentRow* Store::agentRow(const QString& agentId) const {
    const QByteArray utf8 = agentId.toUtf8();
    const auto it = slotByAgentId_.find(strings_->find(std::string_view(utf8.constData(), std::size_t(utf8.size()))));
    return it == slotByAgentId_.end() ? nullptr : &agents_[it->second];
}

} // namespace mesoscope::cluster
