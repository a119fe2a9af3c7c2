#include "app/demo/mesos/agents.h"

#include "app/demo/mesos/sandbox.h"
#include "app/demo/mesos/settings.h"
#include "app/demo/mesos/v1_messages.h"

#include <algorithm>

namespace mesoscope::demo {

namespace {

/// By the numbers of agent.proto's Call.Type.
const std::vector<std::string_view> callTypes{"UNKNOWN",
                                              "GET_HEALTH",
                                              "GET_FLAGS",
                                              "GET_VERSION",
                                              "GET_METRICS",
                                              "GET_LOGGING_LEVEL",
                                              "SET_LOGGING_LEVEL",
                                              "LIST_FILES",
                                              "READ_FILE",
                                              "GET_STATE",
                                              "GET_CONTAINERS",
                                              "GET_FRAMEWORKS",
                                              "GET_EXECUTORS",
                                              "GET_TASKS",
                                              "LAUNCH_NESTED_CONTAINER",
                                              "WAIT_NESTED_CONTAINER",
                                              "KILL_NESTED_CONTAINER",
                                              "LAUNCH_NESTED_CONTAINER_SESSION",
                                              "ATTACH_CONTAINER_INPUT",
                                              "ATTACH_CONTAINER_OUTPUT",
                                              "REMOVE_NESTED_CONTAINER",
                                              "GET_AGENT",
                                              "GET_OPERATIONS",
                                              "GET_RESOURCE_PROVIDERS"};

template<class Body>
void answer(httplib::Response& response, const Call& call, int number, Body body) {
    std::string out;
    const auto build = [&](auto& w) {
        w.root([&] {
            w.choice(1, "type", number, call.type);
            body(w);
        });
    };
    if (call.answer == Encoding::Json) {
        JsonWriter w(out);
        build(w);
    } else {
        ProtoWriter w(out);
        build(w);
    }
    send(response, call.answer, std::move(out));
}

std::vector<const Framework*> frameworksOn(const World& world, const Agent& agent) {
    std::set<std::uint32_t> indices;
    for (const Task* task : agent.tasks)
        indices.insert(task->framework);
    std::vector<const Framework*> all;
    for (const std::uint32_t index : indices)
        all.push_back(world.frameworks()[index].get());
    return all;
}

template<class W>
void agentTasks(W& w, const World& world, const Agent& agent) {
    const std::vector<const Task*> none;
    const auto write = [&](const Task* task) { v1::task(w, world, *task); };
    w.list(1, "pending_tasks", none, write);
    w.list(2, "queued_tasks", none, write);
    w.list(3, "launched_tasks", agent.tasks, write);
    w.list(4, "terminated_tasks", none, write);
    std::vector<const Task*> completed;
    for (const auto& framework : world.frameworks())
        for (const auto& task : framework->completed)
            if (task->agent == agent.index)
                completed.push_back(task.get());
    w.list(5, "completed_tasks", completed, write);
}

template<class W>
void agentFrameworks(W& w, const World& world, const Agent& agent) {
    const std::vector<const Framework*> none;
    const auto write = [&](const Framework* f) { w.message(1, "framework_info", [&] { v1::frameworkInfo(w, *f); }); };
    w.list(1, "frameworks", frameworksOn(world, agent), write);
    w.list(2, "completed_frameworks", none, write);
}

template<class W>
void agentExecutors(W& w, const World& world, const Agent& agent) {
    std::map<std::string_view, const Task*> pods;
    for (const Task* task : agent.tasks)
        if (!task->info.executorId.empty())
            pods.emplace(task->info.executorId, task);
    const auto write = [&](const auto& entry) {
        w.message(1, "executor_info", [&] { v1::executorInfo(w, world, *entry.second); });
    };
    w.list(1, "executors", pods, write);
    w.list(2, "completed_executors", std::map<std::string_view, const Task*>(), write);
}

template<class W>
void agentContainer(W& w, const World& world, const Task& task) {
    v1::value(w, 1, "framework_id", world.frameworkOf(task).id);
    v1::value(w, 2, "executor_id", executorId(task));
    w.text(3, "executor_name", legacy::executorName(task));
    w.message(4, "container_id", [&] { v1::containerIdFields(w, world, task); });
    w.message(5, "container_status", [&] {
        w.message(4, "container_id", [&] { v1::containerIdFields(w, world, task); });
        w.integer(3, "executor_pid", executorPid(task));
    });
    const legacy::Usage usage = legacy::usage(world, task);
    w.message(6, "resource_statistics", [&] {
        w.real(1, "timestamp", world.now());
        w.real(2, "cpus_user_time_secs", usage.cpuUser);
        w.real(3, "cpus_system_time_secs", usage.cpuSystem);
        w.real(45, "cpus_soft_limit", usage.cpuLimit);
        w.integer(6, "mem_limit_bytes", static_cast<std::int64_t>(usage.memLimit));
        w.integer(38, "mem_soft_limit_bytes", static_cast<std::int64_t>(usage.memLimit));
        w.integer(5, "mem_rss_bytes", static_cast<std::int64_t>(usage.memRss));
    });
}

std::vector<const Task*> started(const Agent& agent) {
    std::vector<const Task*> all;
    std::copy_if(agent.tasks.begin(), agent.tasks.end(), std::back_inserter(all),
                 [](const Task* task) { return task->state != TaskState::Staging; });
    return all;
}

std::string browseJson(const World& world, const sandbox::File& folder) {
    std::string list;
    for (const std::string& name : sandbox::names()) {
        const sandbox::File file{folder.task, folder.directory, name};
        list += list.empty() ? "" : ",";
        JsonWriter w(list);
        w.root([&] {
            w.text(0, "gid", "root");
            w.text(0, "mode", "-rw-r--r--");
            w.real(0, "mtime", sandbox::modified(world, file));
            w.integer(0, "nlink", 1);
            w.text(0, "path", folder.directory + "/" + name);
            w.integer(0, "size", sandbox::size(world, file));
            w.text(0, "uid", "root");
        });
    }
    return "[" + list + "]";
}

} // namespace

Agents::Agents(World& world, std::function<int()> masterPort)
    : world_(world), masterPort_(std::move(masterPort)), sessions_(world),
      server_(
          "agents", [this](const Request& request, Response& response) { serve(request, response); },
          [this](const Request& request, Response& response, const httplib::ContentReader& reader) {
              // The input of a session is RecordIO that goes on, not one call.
              if (request.get_header_value("Content-Type") != "application/recordio")
                  return false;
              sessions_.attachInput(reader, response, [this] { return server_.stopping(); });
              return true;
          }) {}

const Agent* Agents::agentFor(const Request& request, std::string& path) const {
    if (!request.path.starts_with("/slave("))
        return nullptr;
    const auto close = request.path.find(')');
    if (close == std::string::npos)
        return nullptr;
    const auto number = std::strtoul(request.path.c_str() + 7, nullptr, 10);
    path = request.path.substr(close + 1);
    return number >= 1 && number <= world_.agents().size() ? world_.agents()[number - 1].get() : nullptr;
}

const Agent* Agents::ownerOf(const std::string& path) const {
    for (const auto& agent : world_.agents()) {
        if (sandbox::find(world_, *agent, path))
            return agent.get();
    }
    return nullptr;
}

void Agents::serve(const Request& request, Response& response) {
    auto guard = world_.lock();
    std::string path = request.path;
    const Agent* agent = agentFor(request, path);
    if (!agent && world_.agents().size() == 1) // the only one answers without its name, as a process of its own does
        agent = world_.agents().front().get();
    // Files are the process's, not an agent's: where several share a process the path tells whose file it is.
    if (!agent && path.starts_with("/files/"))
        agent = ownerOf(request.get_param_value("path"));
    if (!agent)
        plainText(response, 404, "404 Not Found.");
    else if (agent->state != AgentState::Active)
        plainText(response, 503, "The agent does not answer");
    else if (path == "/api/v1") {
        guard.unlock();
        apiCall(*agent, request, response);
    } else
        serveAgent(*agent, path, request, response);
}

void Agents::serveAgent(const Agent& agent, const std::string& path, const Request& request, Response& response) {
    if (path == "/state")
        sendJson(response, legacy::agentState(world_, agent, place()), &request);
    else if (path == "/containers")
        sendJson(response, legacy::agentContainers(world_, agent), &request);
    else if (path == "/monitor/statistics")
        sendJson(response, legacy::agentStatistics(world_, agent), &request);
    else if (path == "/metrics/snapshot")
        sendJson(response, legacy::metricsJson(legacy::agentMetrics(world_, agent)));
    else if (path == "/flags")
        sendJson(response, legacy::agentFlags(agent, place()), &request);
    else if (path == "/version")
        sendJson(response, legacy::version(), &request);
    else if (path == "/health")
        response.status = 200;
    else if (path.starts_with("/files/"))
        serveFiles(agent, path, request, response);
    else
        plainText(response, 404, "404 Not Found.");
}

void Agents::serveFiles(const Agent& agent, const std::string& path, const Request& request, Response& response) {
    if (path == "/files/debug") {
        std::string out;
        JsonWriter w(out);
        w.root([&] {
            for (const Task* task : agent.tasks)
                w.text(0, sandbox::virtualDirectory(world_, *task), sandbox::directory(world_, *task));
        });
        sendJson(response, std::move(out));
        return;
    }
    if (!request.has_param("path")) {
        plainText(response, 400, "Expecting 'path=value' in query.");
        return;
    }
    const auto file = sandbox::find(world_, agent, request.get_param_value("path"));
    const bool isFile = file && sandbox::exists(*file);
    if (!file || (!file->name.empty() && !isFile) || (path == "/files/browse" && isFile))
        plainText(response, 404, "");
    else if (path == "/files/browse")
        sendJson(response, browseJson(world_, *file), &request);
    else if (!isFile)
        plainText(response, 400, path == "/files/read" ? "Cannot read a directory." : "Cannot download a directory.");
    else if (path == "/files/download") {
        response.set_header("Content-Disposition", "attachment; filename=" + file->name);
        response.set_content(sandbox::read(world_, *file, 0, 64 << 20), "application/octet-stream");
    } else if (path == "/files/read")
        settings::readFile(
            sandbox::size(world_, *file),
            [&](std::int64_t offset, std::int64_t length) { return sandbox::read(world_, *file, offset, length); },
            request, response);
    else
        plainText(response, 404, "404 Not Found.");
}

void Agents::apiCall(const Agent& agent, const Request& request, Response& response) {
    const std::optional<Call> call = readCall(request, response, callTypes, "agent");
    if (!call)
        return;
    server_.count("POST /slave/api/v1 " + call->type);
    const auto stopping = [this] { return server_.stopping(); };
    if (call->type == "LAUNCH_NESTED_CONTAINER_SESSION")
        return sessions_.launch(*call, request, response, stopping);
    if (call->type == "ATTACH_CONTAINER_OUTPUT")
        return sessions_.attachOutput(*call, request, response, stopping);
    if (call->type == "WAIT_NESTED_CONTAINER")
        sessions_.waitFor(std::string(textAt(call->part(), {"container_id", "value"})), stopping);
    const auto guard = world_.lock();
    if (readFacts(agent, *call, response) || readState(agent, *call, response) || readFiles(agent, *call, response))
        return;
    const std::string container(textAt(call->part(), {"container_id", "value"}));
    if (call->type == "KILL_NESTED_CONTAINER" || call->type == "REMOVE_NESTED_CONTAINER") {
        if (!sessions_.kill(container))
            plainText(response, 404, "Container " + container + " cannot be found");
    } else if (const auto status = sessions_.exitStatus(container); call->type == "WAIT_NESTED_CONTAINER" && status)
        answer(response, *call, 13, [&](auto& w) {
            w.message(14, "wait_nested_container", [&] { w.integer(1, "exit_status", *status << 8); });
        });
    else
        plainText(response, 404, "Container " + container + " cannot be found");
}

bool Agents::readFacts(const Agent& agent, const Call& call, Response& response) {
    if (call.type == "GET_HEALTH")
        answer(response, call, 1, [&](auto& w) { w.message(2, "get_health", [&] { w.boolean(1, "healthy", true); }); });
    else if (call.type == "GET_FLAGS")
        answer(response, call, 2, [&](auto& w) {
            w.message(3, "get_flags", [&] {
                w.list(1, "flags", legacy::agentFlagList(agent, place()), [&](const auto& flag) {
                    w.text(1, "name", flag.first);
                    w.text(2, "value", flag.second);
                });
            });
        });
    else if (call.type == "GET_VERSION")
        answer(response, call, 3, [&](auto& w) { w.message(4, "get_version", [&] { v1::versionInfo(w); }); });
    else if (call.type == "GET_METRICS" && !call.hasPart())
        missing(response, "agent", "get_metrics");
    else if (call.type == "GET_METRICS")
        answer(response, call, 4, [&](auto& w) {
            w.message(5, "get_metrics", [&] {
                w.list(1, "metrics", legacy::agentMetrics(world_, agent), [&](const auto& metric) {
                    w.text(1, "name", metric.first);
                    w.real(2, "value", metric.second);
                });
            });
        });
    else if (call.type == "GET_LOGGING_LEVEL")
        answer(response, call, 5,
               [&](auto& w) { w.message(6, "get_logging_level", [&] { w.integer(1, "level", 0); }); });
    else
        return false;
    return true;
}

bool Agents::readState(const Agent& agent, const Call& call, Response& response) {
    if (call.type == "GET_STATE")
        answer(response, call, 8, [&](auto& w) {
            w.message(9, "get_state", [&] {
                w.message(1, "get_tasks", [&] { agentTasks(w, world_, agent); });
                w.message(2, "get_executors", [&] { agentExecutors(w, world_, agent); });
                w.message(3, "get_frameworks", [&] { agentFrameworks(w, world_, agent); });
            });
        });
    else if (call.type == "GET_CONTAINERS")
        answer(response, call, 9, [&](auto& w) {
            w.message(10, "get_containers", [&] {
                w.list(1, "containers", started(agent), [&](const Task* task) { agentContainer(w, world_, *task); });
            });
        });
    else if (call.type == "GET_FRAMEWORKS")
        answer(response, call, 10,
               [&](auto& w) { w.message(11, "get_frameworks", [&] { agentFrameworks(w, world_, agent); }); });
    else if (call.type == "GET_EXECUTORS")
        answer(response, call, 11,
               [&](auto& w) { w.message(12, "get_executors", [&] { agentExecutors(w, world_, agent); }); });
    else if (call.type == "GET_TASKS")
        answer(response, call, 12, [&](auto& w) { w.message(13, "get_tasks", [&] { agentTasks(w, world_, agent); }); });
    else if (call.type == "GET_AGENT")
        answer(response, call, 14, [&](auto& w) {
            w.message(15, "get_agent",
                      [&] { w.message(1, "agent_info", [&] { v1::agentInfo(w, agent, server_.port(), false); }); });
        });
    else if (call.type == "GET_OPERATIONS")
        answer(response, call, 17, [&](auto& w) { w.message(18, "get_operations", [] {}); });
    else if (call.type == "GET_RESOURCE_PROVIDERS")
        answer(response, call, 16, [&](auto& w) { w.message(17, "get_resource_providers", [] {}); });
    else
        return false;
    return true;
}

bool Agents::readFiles(const Agent& agent, const Call& call, Response& response) {
    if (call.type != "LIST_FILES" && call.type != "READ_FILE")
        return false;
    const auto file = sandbox::find(world_, agent, textAt(call.part(), {"path"}));
    const bool isFile = file && sandbox::exists(*file);
    if (call.type == "READ_FILE") {
        const std::int64_t size = isFile ? sandbox::size(world_, *file) : -1;
        settings::readFileCall(
            call, "agent", size,
            [&](std::int64_t offset, std::int64_t length) { return sandbox::read(world_, *file, offset, length); },
            response);
        return true;
    }
    if (!file || !file->name.empty()) {
        plainText(response, 404, "");
        return true;
    }
    answer(response, call, 6, [&](auto& w) {
        w.message(7, "list_files", [&] {
            w.list(1, "file_infos", sandbox::names(), [&](const std::string& name) {
                const sandbox::File one{file->task, file->directory, name};
                v1::fileInfo(w, file->directory + "/" + name, sandbox::size(world_, one),
                             sandbox::modified(world_, one), false);
            });
        });
    });
    return true;
}

} // namespace mesoscope::demo
