// How long Marathon's largest answers take to read, and how long "why is it waiting?" takes on a large cluster. Prints
// one JSON list of {name, value, unit, target, met, against}.
#include "models/scheduler/marathon/decode.h"
#include "models/scheduler/marathon/events.h"
#include "models/scheduler/why.h"
#include "tests/bench/support/figures.h"

#include <QElapsedTimer>
#include <QJsonDocument>

#include <algorithm>

using namespace mesoscope::scheduler;
namespace ma = mesoscope::scheduler::marathon;

namespace {

template<typename F>
double bestMs(int rounds, F&& work) {
    double best = 1e9;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        best = std::min(best, double(timer.nsecsElapsed()) / 1e6);
    }
    return best;
}

QByteArray manyApps(int n) {
    QByteArray out = "{\"apps\":[";
    for (int i = 0; i < n; ++i) {
        const QByteArray id = QByteArray::number(i);
        out += i == 0 ? "" : ",";
        out += "{\"id\":\"/team-" + QByteArray::number(i % 100) + "/service-" + id +
               "\",\"backoffFactor\":1.15,\"backoffSeconds\":1,\"cmd\":\"./serve --port "
               "$PORT0\",\"cpus\":0.25,\"disk\":0.0,\"env\":{"
               "\"MODE\":\"prod\",\"REGION\":\"bj\"},\"executor\":\"\",\"healthChecks\":[{\"gracePeriodSeconds\":5,"
               "\"intervalSeconds\":5,\"maxConsecutiveFailures\":2,\"path\":\"/"
               "health\",\"portIndex\":0,\"protocol\":\"MESOS_HTTP\","
               "\"timeoutSeconds\":2,\"delaySeconds\":15}],\"instances\":40,\"labels\":{\"team\":\"t\",\"tier\":"
               "\"front\"},"
               "\"maxLaunchDelaySeconds\":300,\"mem\":128.0,\"gpus\":0,\"networks\":[{\"mode\":\"host\"}],"
               "\"portDefinitions\":[{\"port\":"
               "10002,\"name\":\"http\",\"protocol\":\"tcp\"}],\"requirePorts\":false,\"upgradeStrategy\":{"
               "\"maximumOverCapacity\":1.0,"
               "\"minimumHealthCapacity\":1.0},\"version\":\"2026-11-23T18:16:45.746Z\",\"versionInfo\":{"
               "\"lastScalingAt\":\"2026-11-"
               "23T18:16:45.746Z\",\"lastConfigChangeAt\":\"2026-11-23T18:16:45.746Z\"},\"killSelection\":\"YOUNGEST_"
               "FIRST\","
               "\"unreachableStrategy\":{\"inactiveAfterSeconds\":0,\"expungeAfterSeconds\":0},\"role\":\"*\","
               "\"tasksStaged\":0,"
               "\"tasksRunning\":40,\"tasksHealthy\":40,\"tasksUnhealthy\":0,\"deployments\":[]}";
    }
    return out + "]}";
}

QList<AgentRoom> manyAgents(int n) {
    QList<AgentRoom> out;
    for (int i = 0; i < n; ++i) {
        AgentRoom a;
        a.id = QStringLiteral("agent-%1").arg(i);
        a.host = QStringLiteral("agent-%1.example.com").arg(i);
        a.cpus = i % 7;
        a.mem = 1000 + i % 5000;
        a.disk = 10'000;
        a.attributes = {{QStringLiteral("rack"), QStringLiteral("r%1").arg(i % 300)}};
        out.append(a);
    }
    return out;
}

WhyInput hardQuestion(const QList<AgentRoom>& agents) {
    auto app = std::make_shared<App>();
    app->id = QStringLiteral("/a");
    app->cpus = 8;
    app->mem = 24'000;
    app->instances = 40;
    app->constraints = {
        {QStringLiteral("hostname"), QStringLiteral("LIKE"), QStringLiteral("agent-.*[0-9]\\.example\\.com")},
        {QStringLiteral("hostname"), QStringLiteral("UNIQUE"), {}},
        {QStringLiteral("rack"), QStringLiteral("MAX_PER"), QStringLiteral("2")}};
    auto entry = std::make_shared<QueueEntry>();
    entry->appId = app->id;
    entry->count = 3;
    entry->processedOffers = 100;
    entry->launchAttempt = {{QStringLiteral("InsufficientMemory"), 100, 100}};
    WhyInput in;
    in.app = app;
    in.entry = entry;
    in.agents = agents;
    for (int i = 0; i < 37; ++i) {
        Instance placed;
        placed.agentId = QStringLiteral("agent-%1").arg(i * 11);
        in.instances.append(placed);
    }
    return in;
}

} // namespace

int main() {
    const QByteArray body = manyApps(10'000);
    mesoscope::bench::Figures figures;
    const double dom = bestMs(1, [&] { (void)QJsonDocument::fromJson(body); });
    const double apps = bestMs(3, [&] {
        if (ma::decodeApps(body)->size() != 10'000)
            std::abort();
    });
    figures.atMost("marathon.decode_10000_apps", apps, "ms", 500,
                   QStringLiteral("QJsonDocument, parsing only: %1 ms").arg(dom, 0, 'f', 1));
    const QList<AgentRoom> agents = manyAgents(40'000);
    const WhyInput question = hardQuestion(agents);
    const double why = bestMs(5, [&] { (void)whyWaiting(question); });
    figures.atMost("scheduler.why_40000_agents", why, "ms", 50, "three constraints, 37 instances placed");
    const QByteArray event =
        "{\"slaveId\":\"S1\",\"taskId\":\"a.instance-011b4bca-e76a-11f1-823e-02fc00000001._app.1\",\"taskStatus\":"
        "\"TASK_RUNNING\",\"message\":\"\",\"appId\":\"/a\",\"host\":\"h\",\"ipAddresses\":[],\"ports\":[31000],"
        "\"version\":\"2026-11-23T18:16:45.746Z\",\"timestamp\":\"2026-11-23T18:16:45.746Z\"}";
    const double events = bestMs(3, [&] {
        ma::EventPicture picture;
        for (int i = 0; i < 1460; ++i)
            picture.apply(*ma::decodeEvent("status_update_event", {event.constData(), std::size_t(event.size())}), i);
    });
    figures.atMost("marathon.1460_events", events, "ms", 250, "the busiest second of a scale by 1,000 instances");
    figures.print();
    return 0;
}
