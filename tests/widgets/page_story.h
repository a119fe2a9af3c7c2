// One minute of one cluster for the pages' tests: a rack lost, an app that waits, one that deploys, calm ones.
#pragma once

#include "models/cluster/session.h"
#include "tests/support/synthetic_cluster.h"

namespace mesoscope::test {

class PageStory {
public:
    PageStory() : cluster({.agents = 160, .tasks = 2400, .apps = 36}) {
        source(base::SourceKind::Master, base::SourceState::Live);
        source(base::SourceKind::Scheduler, base::SourceState::Live);
        cluster.extra().capabilities = ~scheduler::Capabilities(0);
        loseAgents();
        waitForMemory();
        deploy();
        drain();
        trafficOf();
        settings();
    }

    cluster::Update update() {
        cluster::Update update;
        update.snapshot = cluster.publish();
        update.diff = cluster.takeDiff();
        for (bool* flag : {&update.diff.deployments, &update.diff.actions, &update.diff.sources, &update.diff.routes,
                           &update.diff.instances, &update.diff.notes})
            *flag = true;
        return update;
    }

    void source(base::SourceKind kind, base::SourceState state) {
        base::SourceStatus status;
        status.kind = kind;
        status.state = state;
        status.lastNewsMs = cluster.nowMs() - 400;
        status.staleSinceMs = state == base::SourceState::Live ? 0 : cluster.nowMs() - 34'000;
        auto& sources = cluster.extra().sources;
        for (auto& known : sources) {
            if (known.kind == kind) {
                known = status;
                return;
            }
        }
        sources.append(status);
    }

    /// The scheduler's view of an app's instances, as watchApp() would bring it.
    void watch(const QString& app) {
        QList<scheduler::Instance> instances;
        const cluster::SnapshotPtr now = cluster.publish();
        const cluster::Slot row = now->findApp(app);
        for (const cluster::Slot slot : cluster.tasksOfApp(app)) {
            const cluster::TaskRow& task = cluster.taskRow(slot);
            scheduler::Instance instance;
            instance.taskId = now->text(task.id);
            instance.appId = app;
            instance.host = now->text(cluster.agentRow(task.agent).hostname);
            instance.agentId = now->text(cluster.agentRow(task.agent).id);
            instance.state =
                QStringLiteral("TASK_") + QString::fromLatin1(master::taskStateName(task.state).data()).mid(5);
            instance.version = row == cluster::noSlot ? QString() : now->apps[row].app->version;
            instance.ports = {31000 + int(slot % 900), 31901 + int(slot % 90)};
            instance.stagedMs = cluster.nowMs() - 1'240'000;
            instance.startedMs = cluster.nowMs() - 1'200'000;
            scheduler::HealthResult health;
            health.alive = task.health != master::Health::Unhealthy;
            health.firstSuccessMs = cluster.nowMs() - 1'180'000;
            health.consecutiveFailures = health.alive ? 0 : 3;
            health.lastFailureCause = health.alive ? QString() : QStringLiteral("503 Service Unavailable");
            instance.health = {health};
            instances.append(instance);
        }
        cluster.extra().watchedApp = app;
        cluster.extra().watchedInstances = std::make_shared<const QList<scheduler::Instance>>(instances);
    }

    SyntheticCluster cluster;

private:
    void loseAgents() {
        cluster.advance(-245'000);
        const auto rack = cluster.agentsOfRack(QStringLiteral("b2"));
        for (std::size_t i = 0; i < std::min<std::size_t>(rack.size(), 6); ++i)
            lose(rack[i]);
        cluster.note(QStringLiteral("agent"), QStringLiteral("/shop/checkout"),
                     QStringLiteral("6 agents of rack b2 unreachable, with instances of /shop/checkout"));
        cluster.advance(245'000);
        const auto tasks = cluster.tasksOfApp(QStringLiteral("/shop/checkout"));
        for (std::size_t i = 0; i < tasks.size(); ++i) {
            if (cluster.taskRow(tasks[i]).state == master::TaskState::Running && i % 9 == 0)
                cluster.setTask(tasks[i], i % 2 ? master::TaskState::Staging : master::TaskState::Starting);
        }
        for (const cluster::Slot task : cluster.tasksOfApp(QStringLiteral("/pay/ledger"))) {
            if (cluster.taskRow(task).state == master::TaskState::Running && task % 11 == 0)
                cluster.setTask(task, master::TaskState::Running, master::Health::Unhealthy);
        }
    }
    /// Only four services had instances there.
    void lose(cluster::Slot agent) {
        const QStringList hit{QStringLiteral("/shop/checkout"), QStringLiteral("/data/kafka"),
                              QStringLiteral("/pay/ledger"), QStringLiteral("/shop/search-2")};
        const cluster::SnapshotPtr now = cluster.publish();
        for (const cluster::Slot task : cluster.tasksOfAgent(agent)) {
            if (!hit.contains(now->text(cluster.taskRow(task).app)))
                cluster.removeTask(task);
        }
        cluster.setAgentState(agent, cluster::AgentState::Unreachable);
    }
    void waitForMemory() {
        scheduler::App app;
        app.id = QStringLiteral("/batch/report-large");
        app.version = QStringLiteral("2026-11-23T08:28:00.000Z");
        app.instances = 1;
        app.cpus = 4;
        app.mem = 24'576;
        app.image = QStringLiteral("report:2.3.0");
        app.constraints = {{QStringLiteral("hostname"), QStringLiteral("UNIQUE"), {}}};
        cluster.setApp(app);
        auto entry = std::make_shared<scheduler::QueueEntry>();
        entry->appId = app.id;
        entry->count = 1;
        entry->sinceMs = cluster.nowMs() - 840'000;
        entry->processedOffers = 612;
        entry->unusedOffers = 612;
        entry->lastOffers = {{QStringLiteral("UnfulfilledRole"), 2, 612},
                             {QStringLiteral("UnfulfilledConstraint"), 0, 610},
                             {QStringLiteral("InsufficientCpus"), 30, 610},
                             {QStringLiteral("InsufficientMemory"), 580, 580}};
        entry->launchAttempt = entry->lastOffers;
        cluster.setWaiting(app.id, entry);
    }
    void deploy() {
        auto deployment = [this](const char* id, const char* app, const char* action, qint64 age, qint64 still) {
            auto d = std::make_shared<scheduler::Deployment>();
            d->id = QString::fromLatin1(id);
            d->version = QStringLiteral("2026-11-23T10:41:00.000Z");
            d->versionMs = d->firstSeenMs = cluster.nowMs() - age;
            d->lastProgressMs = cluster.nowMs() - still;
            d->affectedApps = QStringList{QString::fromLatin1(app)};
            d->steps = {{{QString::fromLatin1(action), QString::fromLatin1(app)}},
                        {{QStringLiteral("ScaleApplication"), QString::fromLatin1(app)}}};
            d->currentActions = d->steps.first();
            d->currentStep = 1;
            d->totalSteps = 2;
            cluster.extra().deployments.append(d);
            auto record = std::make_shared<scheduler::DeploymentRecord>();
            record->deployment = *d;
            record->startedMs = d->firstSeenMs;
            record->lastProgressMs = d->lastProgressMs;
            record->steps = {{1, d->currentActions, record->startedMs, 0}};
            scheduler::InstanceTimeline fresh;
            fresh.appId = QString::fromLatin1(app);
            fresh.instanceId = QStringLiteral("new-1");
            fresh.host = QStringLiteral("bj-a1-agent-012");
            fresh.isNew = true;
            fresh.waitingMs = record->startedMs;
            fresh.launchedMs = record->startedMs + 1000;
            fresh.runningMs = record->startedMs + 3000;
            scheduler::InstanceTimeline old = fresh;
            old.instanceId = QStringLiteral("old-1");
            old.host = QStringLiteral("bj-a2-agent-003");
            old.isNew = false;
            old.killingMs = record->startedMs + 4000;
            old.endedMs = record->startedMs + 5000;
            old.endState = QStringLiteral("TASK_KILLED");
            record->instances = {fresh, old};
            cluster.extra().deploymentLog.append(record);
            const cluster::SnapshotPtr now = cluster.publish();
            scheduler::App held = *now->apps[now->findApp(QString::fromLatin1(app))].app;
            held.deployments = QStringList{d->id};
            cluster.setApp(held);
        };
        deployment("5ed4c0c5-9ff8-4a6f-a0cd-f57f59a34b43", "/shop/cart", "ScaleApplication", 64'000, 9'000);
        deployment("86cc5f1f-1f7a-49a9-9c0c-1c0c3ab3e1f1", "/batch/report-large", "StartApplication", 840'000, 840'000);
        cluster::ActionProgress action;
        action.id = 1;
        action.phase = cluster::ActionPhase::InProgress;
        action.title = QStringLiteral("Scale /shop/cart to 80");
        action.target = QStringLiteral("/shop/cart");
        action.before = 60;
        action.wanted = 80;
        action.detail = QStringLiteral("64 of 80 healthy");
        cluster.extra().actions = {action};
        cluster.note(QStringLiteral("deployment"), QStringLiteral("/shop/cart"),
                     QStringLiteral("/shop/cart: scaling began"));
    }
    void drain() {
        const auto rack = cluster.agentsOfRack(QStringLiteral("a3"));
        for (std::size_t i = 0; i < std::min<std::size_t>(rack.size(), 4); ++i)
            cluster.setAgentState(rack[i], cluster::AgentState::Draining);
    }
    /// What the master keeps beside agents and tasks.
    void settings() {
        cluster::FrameworkRow marathon;
        marathon.id = QStringLiteral("5a14baab-0000");
        marathon.name = QStringLiteral("marathon");
        marathon.roles = QStringLiteral("*");
        marathon.tasks = 2400;
        cluster.extra().frameworks = std::make_shared<const std::vector<cluster::FrameworkRow>>(1, marathon);
        cluster::RoleRow role;
        role.name = QStringLiteral("batch");
        role.weight = 2;
        role.guarantee = master::Scalars{40, 65'536, 0, 0};
        role.limit = master::Scalars{80, 131'072, 0, 0};
        cluster.extra().roles = std::make_shared<const std::vector<cluster::RoleRow>>(1, role);
        const auto rack = cluster.agentsOfRack(QStringLiteral("a3"));
        const cluster::SnapshotPtr now = cluster.publish();
        master::MaintenanceWindow window;
        for (std::size_t i = 0; i < std::min<std::size_t>(rack.size(), 4); ++i)
            window.machines.append({now->text(cluster.agentRow(rack[i]).hostname), QStringLiteral("10.0.0.1")});
        window.startMs = cluster.nowMs() - 1'320'000;
        window.durationMs = 6'000'000;
        cluster.extra().maintenance = {window};
    }
    void trafficOf() {
        auto traffic = std::make_shared<QList<gateway::ServiceTraffic>>();
        traffic->append({QStringLiteral("shop-checkout"), 3910, 16.1, 41, 251});
        traffic->append({QStringLiteral("shop-cart"), 1220, 0.12, 12, 96});
        traffic->append({QStringLiteral("pay-ledger"), 310, 0, 30, 118});
        cluster.extra().traffic = traffic;
    }
};

} // namespace mesoscope::test
