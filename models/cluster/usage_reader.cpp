#include "models/cluster/usage_reader.h"

#include "models/cluster/guest.h"
#include "models/master/calls.h"

#include <algorithm>

namespace mesoscope::cluster {

namespace {

constexpr qint64 everyMs = 2'000;
constexpr qint64 againMs = 20'000;  ///< the same agent, once its use of CPU is known
constexpr qint64 silentMs = 60'000; ///< after an agent did not answer
constexpr qsizetype mostAgents = 64;

} // namespace

UsageReader::UsageReader(net::HttpClient& client, const base::Clock& clock, const net::Endpoint& master, Store& store,
                         QObject* parent)
    : QObject(parent), client_(client), clock_(clock), credentials_(master.credentials), tls_(master.tls),
      https_(!master.urls.isEmpty() && master.urls.first().scheme() == QLatin1String("https")), store_(store) {}

/// The agents that have instances of the watched app, and the executors that stand for them.
void UsageReader::collect(const Snapshot& snapshot) {
    agentIds_.clear();
    taskOfExecutor_.clear();
    for (const scheduler::Instance& instance : *snapshot.watchedInstances) {
        if (!instance.agentId.isEmpty() && !agentIds_.contains(instance.agentId) && agentIds_.size() < mostAgents)
            agentIds_.append(instance.agentId);
        // The executor that Mesos makes for a command is called as its task.
        taskOfExecutor_.insert(instance.taskId, instance.taskId);
    }
    usage_.removeIf([this](const auto& it) { return !taskOfExecutor_.contains(it.key()); });
}

void UsageReader::tick(const Snapshot& snapshot) {
    if (snapshot.watchedApp != app_) {
        app_ = snapshot.watchedApp;
        agents_.clear();
        readings_.clear();
        usage_.clear();
    }
    const qint64 now = clock_.steadyMs();
    if (app_.isEmpty() || running_ || !snapshot.watchedKnown || !snapshot.watchedInstances || now - askedMs_ < everyMs)
        return;
    collect(snapshot);
    const auto due = std::min_element(agentIds_.cbegin(), agentIds_.cend(), [this](const QString& a, const QString& b) {
        return agents_.value(a).nextMs < agents_.value(b).nextMs;
    });
    if (due != agentIds_.cend() && agents_.value(*due).nextMs <= now)
        ask(snapshot, *due);
}

void UsageReader::ask(const Snapshot& snapshot, const QString& agentId) {
    const Slot slot = snapshot.findAgent(agentId.toStdString());
    Agent& agent = agents_[agentId];
    agent.nextMs = clock_.steadyMs() + silentMs;
    const QUrl base = slot == noSlot ? QUrl() : addressOf(snapshot, snapshot.agents[slot], https_);
    if (!base.isValid() || base.host().isEmpty() || isLost(snapshot.agents[slot].state))
        return;
    net::Request r;
    r.endpoint = {{base}, credentials_, tls_};
    r.method = "POST";
    r.url = net::joined(base, QStringLiteral("/api/v1"));
    r.contentType = "application/json";
    r.body = master::readCall("GET_CONTAINERS");
    r.system = QStringLiteral("Mesos agent");
    running_ = true;
    askedMs_ = clock_.steadyMs();
    client_.sendFor(this, r, [this, agentId, app = app_](const base::Result<net::Response>& answer) {
        running_ = false;
        const auto containers = answer ? master::decodeContainers(answer->body)
                                       : base::Result<QList<master::Container>>(tl::unexpected(answer.error()));
        if (!containers || app != app_)
            return;
        // Right again for the first difference, then in its turn.
        Agent& it = agents_[agentId];
        it.nextMs = clock_.steadyMs() + (++it.reads % 2 == 1 ? everyMs : againMs);
        take(*containers);
    });
}

void UsageReader::take(const QList<master::Container>& containers) {
    const qint64 now = clock_.steadyMs();
    for (const master::Container& container : containers) {
        const QString task = taskOfExecutor_.value(container.executorId);
        if (task.isEmpty() || !container.parentId.isEmpty())
            continue;
        InstanceUsage& usage = usage_[task];
        usage.memBytes = container.memBytes;
        const Reading before = readings_.value(task);
        if (before.atMs != 0 && now > before.atMs && container.cpuSeconds >= before.cpuSeconds)
            usage.cpus = (container.cpuSeconds - before.cpuSeconds) * 1000 / double(now - before.atMs);
        readings_.insert(task, {container.cpuSeconds, now});
    }
    store_.setUsage(usage_);
}

} // namespace mesoscope::cluster
