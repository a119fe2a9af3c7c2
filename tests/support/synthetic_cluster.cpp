#include "tests/support/synthetic_cluster.h"

#include <algorithm>

namespace mesoscope::test {

using namespace cluster;

namespace {

const QStringList& appNames() {
    static const QStringList names{
        QStringLiteral("/shop/checkout"), QStringLiteral("/shop/cart"),    QStringLiteral("/shop/catalog"),
        QStringLiteral("/shop/search"),   QStringLiteral("/shop/price"),   QStringLiteral("/shop/stock"),
        QStringLiteral("/pay/ledger"),    QStringLiteral("/pay/gateway"),  QStringLiteral("/data/kafka"),
        QStringLiteral("/data/indexer"),  QStringLiteral("/batch/report"), QStringLiteral("/ml/ranker"),
    };
    return names;
}

QString appName(std::uint32_t i) {
    const QString& base = appNames().at(qsizetype(i) % appNames().size());
    const std::uint32_t round = i / std::uint32_t(appNames().size());
    return round == 0 ? base : base + QLatin1Char('-') + QString::number(round + 1);
}

std::vector<Run> runsOf(std::vector<Slot>& slots) {
    std::sort(slots.begin(), slots.end());
    std::vector<Run> runs;
    for (const Slot s : slots) {
        if (!runs.empty() && s <= runs.back().end)
            runs.back().end = std::max(runs.back().end, s + 1);
        else
            runs.push_back({s, s + 1});
    }
    slots.clear();
    return runs;
}

master::Scalars resources(const TaskRow& t) {
    return {t.cpus, t.mem, t.disk, t.gpus};
}

void addSigned(master::Scalars& sum, const master::Scalars& part, int sign) {
    if (sign > 0)
        sum += part;
    else
        sum -= part;
}

} // namespace

SyntheticCluster::SyntheticCluster(const SyntheticSpec& spec) : nowMs_(spec.nowMs), random_(spec.seed) {
    extra_.masterComplete = true;
    extra_.schedulerComplete = true;
    extra_.attributeNames =
        QStringList{QStringLiteral("dc"), QStringLiteral("rack"), QStringLiteral("role"), QStringLiteral("switch")};
    addApps(spec);
    build(spec);
}

void SyntheticCluster::addApps(const SyntheticSpec& spec) {
    for (std::uint32_t i = 0; i < spec.apps; ++i) {
        scheduler::App app;
        app.id = appName(i);
        app.version = QStringLiteral("2026-11-23T02:31:07.000Z");
        app.hasHealthChecks = i % 4 != 3;
        app.cpus = 0.5;
        app.mem = 512;
        app.image = app.id.section(QLatin1Char('/'), -1) + QStringLiteral(":4.18.2");
        setApp(app);
    }
}

void SyntheticCluster::build(const SyntheticSpec& spec) {
    const auto racks = std::uint32_t(std::max(1, spec.dataCentres * spec.racksPerDataCentre));
    static const char* const roles[] = {"web", "batch", "data"};
    for (std::uint32_t i = 0; i < spec.agents; ++i) {
        const std::uint32_t rack = std::uint32_t(std::uint64_t(i) * racks / spec.agents);
        const std::uint32_t first = std::uint32_t((std::uint64_t(rack) * spec.agents + racks - 1) / racks);
        const int dc = int(rack) / std::max(1, spec.racksPerDataCentre);
        const QString letter(QLatin1Char(char('a' + dc % 26)));
        const QString rackName = letter + QString::number(int(rack) % spec.racksPerDataCentre + 1);
        const QString host = QStringLiteral("bj-%1-agent-%2").arg(rackName).arg(i - first + 1, 3, 10, QLatin1Char('0'));
        const QString attributes =
            QStringLiteral("dc:bj-%1\nrack:%2\nrole:%3\nswitch:sw-%2-%4")
                .arg(letter, rackName, QLatin1String(roles[i % 3]), QString::number((i - first) % 4 + 1));
        const double cpus = i % 7 == 0 ? 32 : 16;
        addAgent(host, attributes, {cpus, cpus * 4096, cpus * 20'000, i % 50 == 0 ? 2.0 : 0.0});
    }
    // Racks differ in their load, agents around it.
    std::uniform_int_distribution<std::uint32_t> anyApp(0, std::max(1U, spec.apps) - 1);
    std::normal_distribution<double> around(1.0, 0.25);
    std::vector<double> weight(spec.agents);
    double sum = 0;
    for (std::uint32_t i = 0; i < spec.agents; ++i) {
        const std::uint32_t rack = std::uint32_t(std::uint64_t(i) * racks / spec.agents);
        weight[i] = std::max(0.05, around(random_)) * (0.75 + 0.5 * double((rack * 7) % racks) / racks);
        sum += weight[i];
    }
    double due = 0;
    std::uint32_t made = 0;
    for (std::uint32_t i = 0; i < spec.agents; ++i) {
        due += weight[i] / sum * spec.tasks;
        const double share = agents_[i].total.cpus / 16 * 9.6 * std::max(0.3, around(random_)) /
                             std::max(1.0, double(spec.tasks) / spec.agents);
        for (; made < std::uint32_t(due + 0.5) && made < spec.tasks; ++made) {
            addTask(i, appName(anyApp(random_)), float(share), float(share) * 4096);
        }
    }
}

SnapshotPtr SyntheticCluster::publish() {
    refreshApps();
    auto s = std::make_shared<Snapshot>(extra_);
    s->version = ++version_;
    s->atMs = nowMs_;
    s->strings = strings_;
    s->tasks = tasks_.publish();
    s->agents = agents_.publish();
    s->apps = apps_.publish();
    s->totals = totals_;
    return s;
}

Diff SyntheticCluster::takeDiff() {
    Diff d;
    d.everything = everything_;
    d.notes = notesChanged_;
    d.events = events_;
    d.tasks = runsOf(changedTasks_);
    d.agents = runsOf(changedAgents_);
    d.apps = runsOf(changedApps_);
    everything_ = false;
    notesChanged_ = false;
    events_ = 0;
    return d;
}

Slot SyntheticCluster::agent(const QString& hostname) const {
    return agentSlots_.value(hostname, noSlot);
}

std::vector<Slot> SyntheticCluster::agentsOfRack(const QString& rack) const {
    const QByteArray wanted = "\nrack:" + rack.toUtf8() + '\n';
    std::vector<Slot> found;
    for (Slot i = 0; i < agents_.size(); ++i) {
        if (agents_[i].id != 0 && strings_->view(agents_[i].attributes).find(wanted.constData()) != std::string::npos)
            found.push_back(i);
    }
    std::sort(found.begin(), found.end(), [this](Slot a, Slot b) {
        return strings_->view(agents_[a].hostname) < strings_->view(agents_[b].hostname);
    });
    return found;
}

std::vector<Slot> SyntheticCluster::tasksOfApp(const QString& app) const {
    const base::StringId id = strings_->find(app.toStdString());
    std::vector<Slot> found;
    for (Slot i = 0; i < tasks_.size(); ++i) {
        if (tasks_[i].id != 0 && tasks_[i].app == id)
            found.push_back(i);
    }
    return found;
}

std::vector<Slot> SyntheticCluster::tasksOfAgent(Slot agent) const {
    std::vector<Slot> found;
    for (Slot t = agents_[agent].firstTask; t != noSlot; t = tasks_[t].nextOnAgent)
        found.push_back(t);
    return found;
}

Slot SyntheticCluster::addAgent(const QString& hostname, const QString& attributes, const master::Scalars& total) {
    AgentRow row;
    row.id = strings_->intern(QStringLiteral("S-") + hostname);
    row.hostname = strings_->intern(hostname);
    row.attributes = strings_->intern(attributes);
    row.ports = strings_->intern(std::string_view("31000-32000"));
    row.version = strings_->intern(std::string_view("1.11.0"));
    row.region = strings_->intern(std::string_view("ap-north"));
    row.zone = strings_->intern(attributes.section(QLatin1Char('\n'), 0, 0).section(QLatin1Char(':'), 1));
    row.port = 5051;
    row.total = total;
    row.registeredMs = nowMs_ - 86'400'000;
    row.stateSinceMs = nowMs_ - 3'600'000;
    Slot slot = noSlot;
    if (freeAgents_.empty()) {
        slot = agents_.append(row);
    } else {
        slot = freeAgents_.back();
        freeAgents_.pop_back();
        agents_.edit(slot) = row;
    }
    changedAgents_.push_back(slot);
    agentSlots_.insert(hostname, slot);
    countAgent(row, 1);
    return slot;
}

void SyntheticCluster::removeAgent(Slot agent) {
    while (agents_[agent].firstTask != noSlot)
        removeTask(agents_[agent].firstTask);
    AgentRow& row = editAgent(agent);
    countAgent(row, -1);
    agentSlots_.remove(strings_->text(row.hostname));
    row = AgentRow{};
    freeAgents_.push_back(agent);
}

void SyntheticCluster::setAgentState(Slot agent, AgentState state) {
    AgentRow& row = editAgent(agent);
    --totals_.agentsByState[std::size_t(row.state)];
    ++totals_.agentsByState[std::size_t(state)];
    row.state = state;
    row.stateSinceMs = nowMs_;
    if (!isLost(state))
        return;
    for (Slot t = row.firstTask; t != noSlot; t = tasks_[t].nextOnAgent)
        setTask(t, master::TaskState::Unreachable, tasks_[t].health);
}

void SyntheticCluster::setAttributes(Slot agent, const QString& attributes) {
    editAgent(agent).attributes = strings_->intern(attributes);
}

Slot SyntheticCluster::addTask(Slot agent, const QString& app, float cpus, float mem) {
    TaskRow row;
    const std::uint32_t number = ++nextTask_;
    QString name = app.mid(1);
    name.replace(QLatin1Char('/'), QLatin1Char('_'));
    row.id = strings_->intern(name + QStringLiteral(".instance-") + QString::number(number));
    row.name = strings_->intern(app.section(QLatin1Char('/'), -1));
    row.app = strings_->intern(app);
    row.agentId = agents_[agent].id;
    row.agent = agent;
    row.cpus = cpus;
    row.mem = mem;
    row.state = master::TaskState::Running;
    row.health = number % 4 == 3 ? master::Health::NotReported : master::Health::Healthy;
    row.startedMs = nowMs_ - 600'000;
    row.statusMs = nowMs_ - 590'000;
    row.nextOnAgent = agents_[agent].firstTask;
    Slot slot = noSlot;
    if (freeTasks_.empty()) {
        slot = tasks_.append(row);
    } else {
        slot = freeTasks_.back();
        freeTasks_.pop_back();
        tasks_.edit(slot) = row;
    }
    changedTasks_.push_back(slot);
    editAgent(agent).firstTask = slot;
    count(row, 1);
    ++events_;
    return slot;
}

void SyntheticCluster::unlink(Slot task) {
    const Slot agent = tasks_[task].agent;
    const Slot next = tasks_[task].nextOnAgent;
    if (agents_[agent].firstTask == task) {
        editAgent(agent).firstTask = next;
        return;
    }
    Slot before = agents_[agent].firstTask;
    while (tasks_[before].nextOnAgent != task)
        before = tasks_[before].nextOnAgent;
    editTask(before).nextOnAgent = next;
}

void SyntheticCluster::removeTask(Slot task) {
    unlink(task);
    count(tasks_[task], -1);
    editTask(task) = TaskRow{};
    freeTasks_.push_back(task);
    ++events_;
}

void SyntheticCluster::setTask(Slot task, master::TaskState state, master::Health health) {
    count(tasks_[task], -1);
    TaskRow& row = editTask(task);
    row.state = state;
    row.health = health;
    row.statusMs = nowMs_;
    count(row, 1);
    ++events_;
}

void SyntheticCluster::setApp(const scheduler::App& app) {
    auto value = std::make_shared<const scheduler::App>(app);
    const auto known = appSlots_.constFind(app.id);
    if (known != appSlots_.cend()) {
        apps_.edit(*known).app = std::move(value);
        changedApps_.push_back(*known);
        return;
    }
    AppRow row;
    row.app = std::move(value);
    const Slot slot = apps_.append(row);
    appSlots_.insert(app.id, slot);
    appById_.insert(strings_->intern(app.id), slot);
    changedApps_.push_back(slot);
}

void SyntheticCluster::setWaiting(const QString& app, scheduler::QueueEntryPtr entry) {
    const Slot slot = appSlots_.value(app, noSlot);
    Q_ASSERT(slot != noSlot);
    apps_.edit(slot).waiting = std::move(entry);
    changedApps_.push_back(slot);
}

void SyntheticCluster::note(const QString& kind, const QString& object, const QString& text) {
    extra_.notes.append({nowMs_, kind, object, text});
    notesChanged_ = true;
}

AgentRow& SyntheticCluster::editAgent(Slot agent) {
    changedAgents_.push_back(agent);
    return agents_.edit(agent);
}

TaskRow& SyntheticCluster::editTask(Slot task) {
    changedTasks_.push_back(task);
    return tasks_.edit(task);
}

void SyntheticCluster::countAgent(const AgentRow& agent, int sign) {
    totals_.agents += std::uint32_t(sign);
    totals_.agentsByState[std::size_t(agent.state)] += std::uint32_t(sign);
    addSigned(totals_.total, agent.total, sign);
}

void SyntheticCluster::count(const TaskRow& task, int sign) {
    if (!task.live())
        return;
    const auto one = std::uint32_t(sign);
    const bool running = task.state == master::TaskState::Running;
    totals_.tasks += one;
    totals_.tasksByState[std::size_t(task.state)] += one;
    addSigned(totals_.allocated, resources(task), sign);
    AgentRow& agent = editAgent(task.agent);
    agent.tasks += one;
    agent.running += running ? one : 0;
    agent.unhealthy += task.health == master::Health::Unhealthy ? one : 0;
    addSigned(agent.allocated, resources(task), sign);
    const auto app = appById_.constFind(task.app);
    if (app == appById_.cend())
        return;
    AppRow& row = apps_.edit(*app);
    row.tasks += one;
    row.running += running ? one : 0;
    row.unreachable += task.state == master::TaskState::Unreachable ? one : 0;
    changedApps_.push_back(*app);
    countedApps_.insert(*app);
}

void SyntheticCluster::refreshApps() {
    for (const Slot slot : std::as_const(countedApps_)) {
        AppRow& row = apps_.edit(slot);
        scheduler::App counted = *row.app;
        counted.instances = int(row.tasks);
        counted.tasksRunning = int(row.running);
        counted.tasksHealthy = int(row.running);
        row.app = std::make_shared<const scheduler::App>(counted);
    }
    countedApps_.clear();
}

} // namespace mesoscope::test
