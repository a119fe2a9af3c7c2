#include "app/demo/marathon/app_info.h"

#include "app/demo/marathon/deployments.h"
#include "app/demo/marathon/health.h"

#include <algorithm>
#include <functional>

namespace mesoscope::demo::marathon {

namespace {

struct Counts {
    int staged = 0;
    int running = 0;
    int healthy = 0;
    int unhealthy = 0;
};

void count(Counts& counts, const Instance& instance) {
    if (!instance.launched())
        return;
    const std::string state = instance.stateText();
    counts.staged += state == "TASK_STAGING";
    counts.running += state == "TASK_RUNNING";
    const auto healthy = instance.healthy();
    counts.healthy += healthy == true;
    counts.unhealthy += healthy == false;
}

Json countsJson(const Counts& counts) {
    return Json{{"staged", counts.staged},
                {"running", counts.running},
                {"healthy", counts.healthy},
                {"unhealthy", counts.unhealthy}};
}

Json statsOf(const std::vector<const Instance*>& instances, Millis now) {
    Counts counts;
    std::vector<double> ages;
    for (const Instance* instance : instances) {
        count(counts, *instance);
        if (instance->startedAt > 0 && !isTerminal(instance->condition))
            ages.push_back(static_cast<double>(now - instance->startedAt) / 1000);
    }
    Json stats{{"counts", countsJson(counts)}};
    if (!ages.empty()) {
        std::sort(ages.begin(), ages.end());
        double sum = 0;
        for (const double age : ages)
            sum += age;
        const std::size_t middle = ages.size() / 2;
        const double median = ages.size() % 2 ? ages[middle] : (ages[middle - 1] + ages[middle]) / 2;
        stats["lifeTime"] = Json{{"averageSeconds", sum / static_cast<double>(ages.size())}, {"medianSeconds", median}};
    }
    return Json{{"stats", stats}};
}

Json taskStats(const Core& core, const RunSpec& app) {
    std::vector<const Instance*> all;
    for (const Instance* instance : core.instances.of(app.id))
        if (instance->launched())
            all.push_back(instance);
    Json result = Json::object();
    const auto part = [&](const char* name, const std::function<bool(Millis)>& wanted) {
        std::vector<const Instance*> chosen;
        for (const Instance* instance : all)
            if (wanted(instance->spec->versionInfo.version))
                chosen.push_back(instance);
        if (!chosen.empty())
            result[name] = statsOf(chosen, core.now());
    };
    part("startedAfterLastScaling", [&](Millis version) { return version >= app.versionInfo.lastScaling; });
    part("withLatestConfig", [&](Millis version) { return version >= app.versionInfo.lastConfigChange; });
    part("withOutdatedConfig", [&](Millis version) { return version < app.versionInfo.lastConfigChange; });
    part("totalSummary", [](Millis) { return true; });
    return result;
}

/// "key":"text" behind a comma where one is needed; ids, names and states need no escapes, others are looked at.
void appendText(std::string& out, const char* key, const std::string& text) {
    if (out.back() != '{')
        out += ',';
    out += '"';
    out += key;
    out += "\":";
    const bool plain =
        std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; });
    if (plain)
        out.append("\"").append(text).append("\"");
    else
        out += compact(Json(text));
}

void appendRaw(std::string& out, const char* key, const std::string& json) {
    if (out.back() != '{')
        out += ',';
    out += '"';
    out += key;
    out += "\":";
    out += json;
}

std::string numbersText(const std::vector<int>& numbers) {
    std::string text = "[";
    for (const int number : numbers)
        text += (text.size() > 1 ? "," : "") + std::to_string(number);
    return text + "]";
}

std::string healthText(const Core& core, const Instance& instance) {
    std::string text = "[";
    for (std::size_t i = 0; i < instance.health.size(); ++i) {
        const HealthResult& result = instance.health[i];
        if (!result.known)
            continue;
        text += text.size() > 1 ? ",{" : "{";
        appendRaw(text, "alive", result.alive ? "true" : "false");
        appendRaw(text, "consecutiveFailures", std::to_string(result.consecutiveFailures));
        if (result.firstSuccess)
            appendText(text, "firstSuccess", isoText(*result.firstSuccess));
        appendText(text, "instanceId", "instance [" + instance.id + "]");
        if (const auto last = core.health->lastSuccess(instance, i))
            appendText(text, "lastSuccess", isoText(*last));
        if (result.lastFailure) {
            appendText(text, "lastFailure", isoText(*result.lastFailure));
            appendText(text, "lastFailureCause", result.lastFailureCause);
        }
        text += '}';
    }
    return text + "]";
}

Json checkResult(const RunSpec& app) {
    const Json* check = member(app.spec, "check");
    if (!check)
        return nullptr;
    if (member(*check, "http"))
        return Json{{"http", Json{{"statusCode", 200}}}};
    if (member(*check, "tcp"))
        return Json{{"tcp", Json{{"succeeded", true}}}};
    return Json{{"command", Json{{"exitCode", 0}}}};
}

Json extras(const Core& core, const RunSpec& app, const Embeds& embeds) {
    Json result = Json::object();
    if (embeds.count(Embed::Counts)) {
        Counts counts;
        for (const Instance* instance : core.instances.of(app.id))
            count(counts, *instance);
        result["tasksStaged"] = counts.staged;
        result["tasksRunning"] = counts.running;
        result["tasksHealthy"] = counts.healthy;
        result["tasksUnhealthy"] = counts.unhealthy;
    }
    if (embeds.count(Embed::Deployments))
        result["deployments"] = core.deployments->referencesOf(app.id);
    if (embeds.count(Embed::Readiness))
        result["readinessCheckResults"] = core.health->readinessResults(app.id);
    if (embeds.count(Embed::Tasks))
        result["tasks"] = tasksOf(core, app.id);
    if (embeds.count(Embed::LastTaskFailure))
        if (const auto failure = core.lastFailures.find(app.id); failure != core.lastFailures.end())
            result["lastTaskFailure"] = failure->second;
    if (embeds.count(Embed::TaskStats))
        result["tasksStats"] = taskStats(core, app);
    return result;
}

} // namespace

Embeds appEmbeds(const std::vector<std::string>& names) {
    static const std::map<std::string, Embeds> known = {
        {"tasks", {Embed::Tasks, Embed::Deployments}},
        {"counts", {Embed::Counts}},
        {"deployments", {Embed::Deployments}},
        {"readiness", {Embed::Readiness}},
        {"lastTaskFailure", {Embed::LastTaskFailure}},
        {"failures", {Embed::LastTaskFailure, Embed::Tasks, Embed::Deployments}},
        {"taskStats", {Embed::TaskStats}}};
    Embeds result;
    for (std::string name : names) {
        for (const char* prefix : {"group.apps.", "apps.", "app."})
            if (name.rfind(prefix, 0) == 0) {
                name = name.substr(std::string(prefix).size());
                break;
            }
        if (const auto found = known.find(name); found != known.end())
            result.insert(found->second.begin(), found->second.end());
    }
    return result;
}

void appendTask(std::string& out, const Core& core, const Instance& instance, bool withServicePorts) {
    const bool over = isTerminal(instance.condition);
    // An end that somebody asked for takes the address away, one of its own leaves it.
    const bool reachable = instance.condition == Condition::Starting || instance.condition == Condition::Running ||
                           (over && instance.condition != Condition::Killed);
    out += '{';
    appendText(out, "appId", instance.spec->id);
    appendRaw(out, "healthCheckResults", healthText(core, instance));
    if (instance.condition == Condition::Running)
        if (const Json result = checkResult(*instance.spec); !result.is_null())
            appendRaw(out, "checkResult", compact(result));
    appendText(out, "host", instance.agent ? instance.agent->hostname : "");
    appendText(out, "id", instance.taskId());
    const bool addressed = reachable && !instance.tasks.empty() && !instance.tasks[0].ip.empty();
    appendRaw(out, "ipAddresses",
              addressed ? "[{\"ipAddress\":\"" + instance.tasks[0].ip + "\",\"protocol\":\"IPv4\"}]" : "[]");
    appendRaw(out, "ports", over ? "[]" : numbersText(instance.ports));
    appendRaw(out, "servicePorts", withServicePorts ? numbersText(servicePorts(*instance.spec)) : "[]");
    if (instance.agent)
        appendText(out, "slaveId", instance.agent->id);
    appendText(out, "state", instance.stateText());
    if (!over) {
        appendText(out, "stagedAt", isoText(instance.stagedAt));
        if (instance.startedAt > 0)
            appendText(out, "startedAt", isoText(instance.startedAt));
        appendText(out, "version", isoText(instance.spec->versionInfo.version));
    }
    appendRaw(out, "localVolumes", instance.localVolumes.empty() ? "[]" : compact(instance.localVolumes));
    if (instance.agent && !instance.agent->region.empty())
        appendText(out, "region", instance.agent->region);
    if (instance.agent && !instance.agent->zone.empty())
        appendText(out, "zone", instance.agent->zone);
    appendText(out, "role", instance.spec->role);
    out += '}';
}

Json taskJson(const Core& core, const Instance& instance, bool withServicePorts) {
    std::string text;
    appendTask(text, core, instance, withServicePorts);
    return Json::parse(text);
}

std::vector<const Instance*> listedInstances(const Core& core, const std::string& appId) {
    std::vector<const Instance*> result;
    for (const Instance* instance : core.instances.of(appId))
        if (instance->launched() && instance->condition != Condition::Scheduled)
            result.push_back(instance);
    return result;
}

Json tasksOf(const Core& core, const std::string& appId, bool withServicePorts) {
    Json tasks = Json::array();
    for (const Instance* instance : listedInstances(core, appId))
        tasks.push_back(taskJson(core, *instance, withServicePorts));
    return tasks;
}

std::string appInfoText(const Core& core, const RunSpec& app, const Embeds& embeds) {
    if (app.shownText.empty())
        app.shownText = compact(appDocument(app));
    std::string text = app.shownText;
    Embeds others = embeds;
    const bool withTasks = others.erase(Embed::Tasks) > 0;
    const std::string more = compact(extras(core, app, others));
    if (more.size() > 2) {
        text.back() = ',';
        text.append(more, 1, std::string::npos);
    }
    if (!withTasks)
        return text;
    text.back() = ',';
    text += "\"tasks\":[";
    for (const Instance* instance : listedInstances(core, app.id)) {
        if (text.back() != '[')
            text += ',';
        appendTask(text, core, *instance, false);
    }
    return text + "]}";
}

} // namespace mesoscope::demo::marathon
