#include "app/demo/marathon/health.h"

#include "app/demo/marathon/deployments.h"
#include "app/demo/marathon/tracker.h"

#include <algorithm>

namespace mesoscope::demo::marathon {

namespace {

/// Checks that run at one moment at most; the others wait their turn.
constexpr int batch = 5000;

bool isAgentCheck(const Json& check) {
    const std::string protocol = textOf(check, "protocol");
    return protocol == "COMMAND" || protocol.rfind("MESOS_", 0) == 0;
}

bool everReports(const Json& check) {
    return textOf(check, "protocol") == "COMMAND" || !isAgentCheck(check) || member(check, "portIndex") ||
           member(check, "port");
}

Millis intervalOf(const Json& check) {
    return std::max<Millis>(1000, static_cast<Millis>(numberOf(check, "intervalSeconds", 60) * 1000));
}

} // namespace

HealthChecker::HealthChecker(Core& core) : core_(core) {
    core_.mesos.listenBehaviour([this](const std::string& taskId) { suspect(taskId); });
}

std::optional<Millis> HealthChecker::lastSuccess(const Instance& instance, std::size_t check) const {
    const HealthResult& result = instance.health[check];
    const Json& definition = instance.spec->healthChecks[check];
    if (!result.lastSuccess || !result.alive || isAgentCheck(definition))
        return result.lastSuccess;
    const Millis interval = intervalOf(definition);
    return *result.lastSuccess + std::max<Millis>(0, core_.now() - *result.lastSuccess) / interval * interval;
}

void HealthChecker::suspect(const std::string& taskId) {
    Instance* instance = core_.instances.find(instanceIdOf(taskId));
    if (!instance || instance->condition != Condition::Running)
        return;
    const auto& checks = instance->spec->healthChecks;
    for (std::size_t i = 0; i < checks.size(); ++i) {
        const HealthResult& result = instance->health[i];
        if (isAgentCheck(checks[i]) || result.planned)
            continue;
        const Millis last = lastSuccess(*instance, i).value_or(core_.now());
        plan(*instance, static_cast<int>(i), last + intervalOf(checks[i]) - core_.now());
    }
}

void HealthChecker::plan(Instance& instance, int check, Millis delay) {
    if (check >= 0)
        instance.health[static_cast<std::size_t>(check)].planned = true;
    due_.push({core_.now() + delay, instance.id, instance.incarnation, check});
    arm();
}

void HealthChecker::arm() {
    if (due_.empty() || (armedFor_ != 0 && armedFor_ <= due_.top().at))
        return;
    const Millis at = std::max(due_.top().at, core_.now() + 1);
    armedFor_ = at;
    core_.after(at - core_.now(), [this, at] {
        if (armedFor_ != at)
            return;
        armedFor_ = 0;
        run();
        core_.settle();
        arm();
    });
}

void HealthChecker::run() {
    for (int i = 0; i < batch && !due_.empty() && due_.top().at <= core_.now(); ++i) {
        const Due due = due_.top();
        due_.pop();
        Instance* instance = core_.instances.find(due.instanceId);
        if (!instance || instance->incarnation != due.incarnation || instance->condition != Condition::Running)
            continue;
        if (due.check < 0) {
            probeReadiness(*instance);
            continue;
        }
        instance->health[static_cast<std::size_t>(due.check)].planned = false;
        probe(*instance, due.check);
    }
}

void HealthChecker::started(Instance& instance) {
    killed_.erase(instance.id);
    const auto& checks = instance.spec->healthChecks;
    for (std::size_t i = 0; i < checks.size(); ++i)
        if (!isAgentCheck(checks[i]))
            plan(instance, static_cast<int>(i), std::min<Millis>(intervalOf(checks[i]), 2000));
    if (instance.spec->readinessCheck)
        plan(instance, -1, 500);
}

void HealthChecker::reported(Instance& instance, std::size_t container, bool healthy) {
    const auto& checks = instance.spec->healthChecks;
    for (std::size_t i = 0; i < checks.size(); ++i) {
        if (!isAgentCheck(checks[i]) || !everReports(checks[i]) ||
            (instance.spec->pod && i != container && checks.size() > 1))
            continue;
        if (healthy) {
            succeeded(instance, i);
        } else {
            failed(instance, i, "");
            plan(instance, static_cast<int>(i), intervalOf(checks[i]));
        }
    }
}

void HealthChecker::stopped(Instance& instance) {
    if (instance.healthy().has_value())
        publishHealth(instance, {}, false);
    ++core_.changes;
    instance.health.assign(instance.spec->healthChecks.size(), HealthResult{});
    instance.readiness = nullptr;
    instance.ready = false;
}

void HealthChecker::publishHealth(const Instance& instance, std::optional<bool> healthy, bool twice) {
    Json value = nullptr;
    if (healthy)
        value = *healthy;
    for (int i = 0; i < (twice ? 2 : 1); ++i)
        core_.events.publish("instance_health_changed_event",
                             Json{{"instanceId", instance.id},
                                  {"runSpecId", instance.spec->id},
                                  {"healthy", value},
                                  {"runSpecVersion", isoText(instance.spec->versionInfo.version)}});
}

void HealthChecker::probe(Instance& instance, int check) {
    const auto index = static_cast<std::size_t>(check);
    const Json& definition = instance.spec->healthChecks[index];
    const bool answers =
        core_.mesos.answers(instance.taskId(instance.spec->pod ? std::min(index, instance.tasks.size() - 1) : 0));
    // That an agent check succeeds again is told by the agent.
    if (answers && isAgentCheck(definition))
        return;
    if (answers)
        return succeeded(instance, index);
    failed(instance, index, isAgentCheck(definition) ? "" : "TCP connection refused");
    if (instance.condition == Condition::Running && !instance.killRequested)
        plan(instance, check, intervalOf(definition));
}

void HealthChecker::succeeded(Instance& instance, std::size_t check) {
    HealthResult& result = instance.health[check];
    const auto before = instance.healthy();
    const bool wasAlive = result.known && result.alive;
    result.known = true;
    result.alive = true;
    result.consecutiveFailures = 0;
    if (!result.firstSuccess)
        result.firstSuccess = core_.now();
    result.lastSuccess = core_.now();
    if (!wasAlive)
        core_.events.publish("health_status_changed_event",
                             Json{{"appId", instance.spec->id},
                                  {"instanceId", instance.id},
                                  {"version", isoText(instance.spec->versionInfo.version)},
                                  {"alive", true}});
    if (instance.healthy() != before) {
        publishHealth(instance, instance.healthy(), isAgentCheck(instance.spec->healthChecks[check]));
        core_.deployments->touch(instance.spec->id);
    }
}

void HealthChecker::failed(Instance& instance, std::size_t check, const std::string& cause) {
    HealthResult& result = instance.health[check];
    const Json& definition = instance.spec->healthChecks[check];
    const auto before = instance.healthy();
    const bool wasAlive = result.known && result.alive;
    result.known = true;
    result.alive = false;
    const bool grace = !result.firstSuccess && static_cast<double>(core_.now() - instance.startedAt) <
                                                   numberOf(definition, "gracePeriodSeconds") * 1000;
    if (!grace) {
        const int allowed = static_cast<int>(numberOf(definition, "maxConsecutiveFailures"));
        const bool tooMany = allowed > 0 && result.consecutiveFailures >= allowed;
        ++result.consecutiveFailures;
        result.lastFailure = core_.now();
        result.lastFailureCause = cause;
        core_.events.publish("failed_health_check_event",
                             Json{{"appId", instance.spec->id}, {"healthCheck", definition}, {"taskId", instance.id}});
        if (tooMany)
            killSick(instance, cause);
    }
    if (wasAlive)
        core_.events.publish("health_status_changed_event",
                             Json{{"appId", instance.spec->id},
                                  {"instanceId", instance.id},
                                  {"version", isoText(instance.spec->versionInfo.version)},
                                  {"alive", false}});
    if (!grace && instance.healthy() != before)
        publishHealth(instance, false, isAgentCheck(definition));
    core_.deployments->touch(instance.spec->id);
}

void HealthChecker::killSick(Instance& instance, const std::string& cause) {
    killed_[instance.id] = cause;
    core_.events.publish("unhealthy_instance_kill_event", Json{{"appId", instance.spec->id},
                                                               {"taskId", instance.taskId()},
                                                               {"instanceId", instance.id},
                                                               {"version", isoText(instance.spec->versionInfo.version)},
                                                               {"reason", cause},
                                                               {"host", instance.agent->hostname},
                                                               {"slaveId", instance.agent->id}});
    core_.tracker->kill(instance);
}

std::string HealthChecker::killReason(const std::string& instanceId) const {
    const auto found = killed_.find(instanceId);
    return found == killed_.end() ? std::string() : found->second;
}

void HealthChecker::probeReadiness(Instance& instance) {
    if (!core_.deployments->isLocked(instance.spec->id)) {
        instance.ready = true;
        instance.readiness = nullptr;
        return;
    }
    const Json& check = *instance.spec->readinessCheck;
    const bool answers = core_.mesos.answers(instance.taskId());
    const int status = answers ? 200 : 503;
    const Json& codes = check["httpStatusCodesForReady"];
    const bool ready = std::find(codes.begin(), codes.end(), Json(status)) != codes.end();
    instance.readiness = Json{{"name", check["name"]}, {"taskId", instance.taskId()}, {"ready", ready}};
    if (check.value("preserveLastResponse", false))
        instance.readiness["lastResponse"] =
            Json{{"status", status}, {"contentType", ""}, {"body", answers ? "ready" : "not ready"}};
    if (ready != instance.ready) {
        instance.ready = ready;
        core_.deployments->touch(instance.spec->id);
    }
    if (!ready)
        plan(instance, -1, intervalOf(check));
}

Json HealthChecker::readinessResults(const std::string& specId) const {
    Json results = Json::array();
    if (core_.deployments->isLocked(specId))
        for (const Instance* instance : core_.instances.of(specId))
            if (!instance->readiness.is_null())
                results.push_back(instance->readiness);
    return results;
}

} // namespace mesoscope::demo::marathon
