#include "app/demo/mesos/master.h"

#include "app/demo/mesos/settings.h"
#include "app/demo/mesos/v1_answer.h"

#include <algorithm>

namespace mesoscope::demo {

namespace {

/// By the numbers of master.proto's Call.Type; protobuf calls say the number.
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
                                              "GET_AGENTS",
                                              "GET_FRAMEWORKS",
                                              "GET_EXECUTORS",
                                              "GET_TASKS",
                                              "GET_ROLES",
                                              "GET_WEIGHTS",
                                              "UPDATE_WEIGHTS",
                                              "GET_MASTER",
                                              "SUBSCRIBE",
                                              "RESERVE_RESOURCES",
                                              "UNRESERVE_RESOURCES",
                                              "CREATE_VOLUMES",
                                              "DESTROY_VOLUMES",
                                              "GET_MAINTENANCE_STATUS",
                                              "GET_MAINTENANCE_SCHEDULE",
                                              "UPDATE_MAINTENANCE_SCHEDULE",
                                              "START_MAINTENANCE",
                                              "STOP_MAINTENANCE",
                                              "GET_QUOTA",
                                              "SET_QUOTA",
                                              "REMOVE_QUOTA",
                                              "TEARDOWN",
                                              "MARK_AGENT_GONE",
                                              "GET_OPERATIONS",
                                              "GROW_VOLUME",
                                              "SHRINK_VOLUME",
                                              "UPDATE_QUOTA",
                                              "DRAIN_AGENT",
                                              "DEACTIVATE_AGENT",
                                              "REACTIVATE_AGENT"};

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

/// In one go where it is short, else in pieces.
void sendPieces(httplib::Response& response, Encoding encoding, const std::shared_ptr<StateAnswer>& answer) {
    constexpr std::size_t shortAnswer = 1 << 20;
    const std::size_t bytes = answer->measure();
    std::string piece;
    if (bytes < shortAnswer) {
        std::string whole;
        while (answer->next(piece))
            whole += piece;
        send(response, encoding, std::move(whole));
        return;
    }
    const char* type = encoding == Encoding::Json ? "application/json" : "application/x-protobuf";
    response.set_content_provider(bytes, type,
                                  [answer, piece](std::size_t, std::size_t, httplib::DataSink& sink) mutable {
                                      return answer->next(piece) && sink.write(piece.data(), piece.size());
                                  });
}

/// The same where the length can't be told before.
void sendChunks(httplib::Response& response, const std::shared_ptr<StateAnswer>& answer) {
    response.set_chunked_content_provider(
        "application/json", [answer, piece = std::string()](std::size_t, httplib::DataSink& sink) mutable {
            if (answer->next(piece))
                return sink.write(piece.data(), piece.size());
            sink.done();
            return true;
        });
}

settings::ReadBytes slices(const std::string& text) {
    return [&text](std::int64_t offset, std::int64_t length) {
        return text.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(length));
    };
}

std::string withoutPrefix(const std::string& path) {
    return path.starts_with("/master/") ? path.substr(7) : path;
}

} // namespace

Master::Master(World& world, EventHub& hub, int number, Ports ports)
    : world_(world), hub_(hub), number_(number), ports_(std::move(ports)),
      server_("Mesos master", [this](const Request& request, Response& response) { serve(request, response); }) {}

void Master::listen(int port) {
    server_.listen(port);
}

legacy::Place Master::place() const {
    return {server_.port(), ports_.agents()};
}

void Master::serve(const Request& request, Response& response) {
    const std::string path = withoutPrefix(request.path);
    if (serveLocal(path, request, response) || redirected(path, request, response))
        return;
    if (path == "/api/v1")
        apiCall(request, response);
    else
        serveLegacy(path, request, response);
}

bool Master::serveLocal(const std::string& path, const Request& request, Response& response) {
    if (path == "/version")
        sendJson(response, legacy::version(), &request);
    else if (path == "/health")
        response.status = 200;
    else if (path == "/flags")
        sendJson(response, legacy::flags(place()), &request);
    else if (path == "/metrics/snapshot")
        metricsSnapshot(response);
    else if (path.starts_with("/files/"))
        serveFiles(path, request, response);
    else
        return false;
    return true;
}

bool Master::redirected(const std::string& path, const Request& request, Response& response) {
    const bool leads = world_.leader() == number_;
    if (leads && path != "/redirect")
        return false;
    const int leader = leads ? server_.port() : ports_.leader();
    if (leader == 0) {
        plainText(response, 503, "No leader elected");
        return true;
    }
    const std::size_t query = request.target.find('?');
    const std::string rest =
        path == "/redirect" ? "" : "/master" + path + (query == std::string::npos ? "" : request.target.substr(query));
    response.status = 307;
    response.set_header("Location", "//127.0.0.1:" + std::to_string(leader) + rest);
    return true;
}

bool Master::serveLongLegacy(const std::string& path, const Request& request, Response& response) {
    const auto guard = world_.lock();
    const std::string agentId = request.has_param("slave_id") ? request.get_param_value("slave_id") : "";
    const std::string frameworkId = request.has_param("framework_id") ? request.get_param_value("framework_id") : "";
    const std::map<std::string, std::function<std::string(OutlineParts*)>> documents{
        {"/state", [&](OutlineParts* outline) { return legacy::state(world_, place(), outline); }},
        {"/slaves", [&](OutlineParts* outline) { return legacy::slaves(world_, place(), agentId, outline); }},
        {"/frameworks", [&](OutlineParts* outline) { return legacy::frameworks(world_, frameworkId, outline); }}};
    const auto document = documents.find(path);
    if (document == documents.end())
        return false;
    constexpr std::size_t many = 5000;
    if (request.has_param("jsonp") || world_.tasks().size() + world_.agents().size() < many) {
        sendJson(response, document->second(nullptr), &request);
        return true;
    }
    OutlineParts parts;
    std::string rest = document->second(&parts);
    parts.push_back(outlineText(std::move(rest)));
    forbidCompression(request);
    sendChunks(response, hub_.answers().open(Encoding::Json, std::move(parts),
                                             legacy::elementWriters(world_, place(), path == "/slaves")));
    return true;
}

void Master::serveLegacy(const std::string& path, const Request& request, Response& response) {
    if (serveLongLegacy(path, request, response))
        return;
    const auto guard = world_.lock();
    const auto parameter = [&](const char* name) {
        return request.has_param(name) ? request.get_param_value(name) : std::string();
    };
    const auto number = [&](const char* name, std::size_t otherwise) {
        return request.has_param(name) ? std::strtoull(parameter(name).c_str(), nullptr, 10) : otherwise;
    };
    if (path == "/state-summary")
        sendJson(response, legacy::stateSummary(world_, place()), &request);
    else if (path == "/roles")
        sendJson(response, legacy::roles(world_), &request);
    else if (path == "/tasks")
        sendJson(response,
                 legacy::tasks(world_, {number("limit", 100), number("offset", 0), parameter("order") == "asc",
                                        parameter("framework_id")}),
                 &request);
    else if (path == "/quota")
        sendJson(response, settings::quotaJson(world_), &request);
    else if (path == "/weights")
        sendJson(response, settings::weightsJson(world_), &request);
    else if (path == "/maintenance/schedule")
        sendJson(response, settings::scheduleJson(world_), &request);
    else if (path == "/maintenance/status")
        sendJson(response, settings::statusJson(world_, downMachines_), &request);
    else if (path == "/teardown" && request.method == "POST")
        teardown(request.get_param_value("frameworkId"), response);
    else if (path == "/")
        response.set_content("<!doctype html><html><head><title>Mesos</title></head><body>Mesos</body></html>",
                             "text/html");
    else
        plainText(response, 404, "404 Not Found.");
}

std::string Master::logText() const {
    const auto guard = world_.lock();
    std::string text = "I0601 08:00:00.000000  2170 main.cpp:243] Build: " + std::string(v1::buildDate) + " by root\n";
    for (const auto& agent : world_.agents())
        text += "I0601 08:00:01.000000  2171 master.cpp:7125] Registered agent " + agent->id + " at slave(" +
                std::to_string(v1::agentNumber(*agent)) + ") (" + agent->hostname + ")\n";
    return text;
}

void Master::serveFiles(const std::string& path, const Request& request, Response& response) {
    if (path == "/files/debug") {
        sendJson(response, R"({"\/master\/log":"\/var\/log\/mesos\/mesos-master.INFO"})");
        return;
    }
    if (!request.has_param("path")) {
        plainText(response, 400, "Expecting 'path=value' in query.");
        return;
    }
    if (request.get_param_value("path") != "/master/log" || path == "/files/browse")
        plainText(response, 404, "");
    else if (path == "/files/download")
        response.set_content(logText(), "application/octet-stream");
    else {
        const std::string text = logText();
        settings::readFile(static_cast<std::int64_t>(text.size()), slices(text), request, response);
    }
}

void Master::metricsSnapshot(Response& response) {
    // Mesos lets two requests a second through and makes the others wait for their turn.
    std::chrono::steady_clock::time_point turn;
    {
        const std::lock_guard guard(metricsMutex_);
        turn = std::max(metricsFree_, std::chrono::steady_clock::now());
        metricsFree_ = turn + std::chrono::milliseconds(500);
    }
    std::this_thread::sleep_until(turn);
    const auto guard = world_.lock();
    sendJson(response, legacy::metricsJson(legacy::masterMetrics(world_, hub_.subscribers())));
}

void Master::apiCall(const Request& request, Response& response) {
    const std::optional<Call> call = readCall(request, response, callTypes, "master");
    if (!call)
        return;
    server_.count("POST /api/v1 " + call->type);
    if (call->type == "SUBSCRIBE") {
        subscribe(*call, request, response);
        return;
    }
    if (readState(*call, response))
        return;
    const auto guard = world_.lock();
    if (!read(*call, response) && !readLists(*call, response) && !readSettings(*call, response))
        write(*call, response);
}

bool Master::read(const Call& call, Response& response) {
    if (call.type == "GET_HEALTH")
        answer(response, call, 1, [&](auto& w) { w.message(2, "get_health", [&] { w.boolean(1, "healthy", true); }); });
    else if (call.type == "GET_FLAGS")
        answer(response, call, 2, [&](auto& w) {
            w.message(3, "get_flags", [&] {
                w.list(1, "flags", legacy::masterFlagList(place()), [&](const auto& flag) {
                    w.text(1, "name", flag.first);
                    w.text(2, "value", flag.second);
                });
            });
        });
    else if (call.type == "GET_VERSION")
        answer(response, call, 3, [&](auto& w) { w.message(4, "get_version", [&] { v1::versionInfo(w); }); });
    else if (call.type == "GET_METRICS" && !call.hasPart())
        missing(response, "master", "get_metrics");
    else if (call.type == "GET_METRICS")
        answer(response, call, 4, [&](auto& w) {
            w.message(5, "get_metrics", [&] {
                w.list(1, "metrics", legacy::masterMetrics(world_, hub_.subscribers()), [&](const auto& metric) {
                    w.text(1, "name", metric.first);
                    w.real(2, "value", metric.second);
                });
            });
        });
    else if (call.type == "GET_LOGGING_LEVEL")
        answer(response, call, 5,
               [&](auto& w) { w.message(6, "get_logging_level", [&] { w.integer(1, "level", 0); }); });
    else if (call.type == "READ_FILE" || call.type == "LIST_FILES")
        readLog(call, response);
    else
        return false;
    return true;
}

void Master::readLog(const Call& call, Response& response) {
    const bool known = textAt(call.part(), {"path"}) == "/master/log";
    const std::string text = known ? logText() : std::string();
    settings::readFileCall(call, "master", known ? static_cast<std::int64_t>(text.size()) : -1, slices(text), response);
}

template<class Body>
void Master::answerLong(const Call& call, Response& response, int number, Body body) {
    std::shared_ptr<StateAnswer> opened;
    {
        const auto guard = world_.lock();
        opened = v1::openAnswer(hub_.answers(), world_, ports_.agents(), call.answer, [&](auto& w) {
            w.choice(1, "type", number, call.type);
            body(w);
        });
    }
    sendPieces(response, call.answer, opened);
}

bool Master::readState(const Call& call, Response& response) {
    if (call.type == "GET_STATE")
        answerLong(call, response, 8,
                   [&](auto& w) { w.message(9, "get_state", [&] { v1::getState(w, world_, ports_.agents()); }); });
    else if (call.type == "GET_AGENTS")
        answerLong(call, response, 9,
                   [&](auto& w) { w.message(10, "get_agents", [&] { v1::getAgents(w, world_, ports_.agents()); }); });
    else if (call.type == "GET_TASKS")
        answerLong(call, response, 12, [&](auto& w) { w.message(13, "get_tasks", [&] { v1::getTasks(w, world_); }); });
    else
        return false;
    return true;
}

bool Master::readLists(const Call& call, Response& response) {
    if (call.type == "GET_FRAMEWORKS")
        answer(response, call, 10,
               [&](auto& w) { w.message(11, "get_frameworks", [&] { v1::getFrameworks(w, world_); }); });
    else if (call.type == "GET_EXECUTORS")
        answer(response, call, 11,
               [&](auto& w) { w.message(12, "get_executors", [&] { v1::getExecutors(w, world_); }); });
    else if (call.type == "GET_OPERATIONS")
        answer(response, call, 19, [&](auto& w) { w.message(20, "get_operations", [] {}); });
    else if (call.type == "GET_MASTER")
        answer(response, call, 15,
               [&](auto& w) { w.message(16, "get_master", [&] { settings::masterInfo(w, world_, server_.port()); }); });
    else
        return false;
    return true;
}

bool Master::readSettings(const Call& call, Response& response) {
    if (call.type == "GET_ROLES")
        answer(response, call, 13, [&](auto& w) { w.message(14, "get_roles", [&] { settings::roles(w, world_); }); });
    else if (call.type == "GET_WEIGHTS")
        answer(response, call, 14,
               [&](auto& w) { w.message(15, "get_weights", [&] { settings::weights(w, world_); }); });
    else if (call.type == "GET_MAINTENANCE_STATUS")
        answer(response, call, 16, [&](auto& w) {
            w.message(17, "get_maintenance_status",
                      [&] { w.message(1, "status", [&] { settings::status(w, world_, downMachines_); }); });
        });
    else if (call.type == "GET_MAINTENANCE_SCHEDULE")
        answer(response, call, 17, [&](auto& w) {
            w.message(18, "get_maintenance_schedule",
                      [&] { w.message(1, "schedule", [&] { settings::schedule(w, world_); }); });
        });
    else if (call.type == "GET_QUOTA")
        answer(response, call, 18, [&](auto& w) {
            w.message(19, "get_quota", [&] { w.message(1, "status", [&] { settings::quota(w, world_); }); });
        });
    else
        return false;
    return true;
}

void Master::write(const Call& call, Response& response) {
    if (!call.hasPart()) {
        missing(response, "master", call.partName());
        return;
    }
    response.status = 200;
    if (writeAgent(call, response) || writeReservation(call, response))
        return;
    if (call.type == "TEARDOWN")
        teardown(textAt(call.part(), {"framework_id", "value"}), response);
    else if (const std::optional<std::string> error = settings::apply(world_, call, downMachines_))
        plainText(response, 400, *error);
}

bool Master::writeAgent(const Call& call, Response& response) {
    const std::string id = call.agentId();
    const Agent* agent = world_.findAgent(id);
    const bool known = agent && agent->listed();
    if (call.type == "MARK_AGENT_GONE") {
        if (!world_.markAgentGone(id))
            plainText(response, 404, "Agent '" + id + "' not found");
    } else if (call.type == "DRAIN_AGENT") {
        const bool gone = call.part().value("mark_gone", false);
        if (!world_.drainAgent(id, settings::gracePeriod(call.part()), gone))
            plainText(response, 400, "Unknown agent");
    } else if (call.type == "DEACTIVATE_AGENT") {
        if (!world_.deactivateAgent(id))
            plainText(response, 400, "Unknown agent");
    } else if (call.type == "REACTIVATE_AGENT") {
        if (!known)
            plainText(response, 400, "Unknown agent");
        else if (!world_.reactivateAgent(id))
            plainText(response, 400, "Agent is still in the DRAINING state");
    } else {
        return false;
    }
    return true;
}

bool Master::writeReservation(const Call& call, Response& response) {
    const bool adds = call.type == "RESERVE_RESOURCES" || call.type == "CREATE_VOLUMES";
    if (!adds && call.type != "UNRESERVE_RESOURCES" && call.type != "DESTROY_VOLUMES")
        return false;
    if (!world_.findAgent(call.agentId())) {
        plainText(response, 400, "No agent found with specified ID");
        return true;
    }
    const bool volumes = call.type.ends_with("VOLUMES");
    response.status = 202;
    for (const Reservation& reservation : settings::reservations(call.part(), volumes ? "volumes" : "resources")) {
        // A volume is cut out of what its role has reserved before.
        if (volumes) {
            Reservation plain = reservation;
            plain.persistenceId.clear();
            adds ? world_.unreserve(call.agentId(), plain) : world_.unreserve(call.agentId(), reservation);
            world_.reserve(call.agentId(), adds ? reservation : plain);
        } else if (!(adds ? world_.reserve(call.agentId(), reservation)
                          : world_.unreserve(call.agentId(), reservation))) {
            plainText(response, 409,
                      "Invalid " + std::string(adds ? "RESERVE" : "UNRESERVE") + " operation on agent " +
                          call.agentId() + ": the resources are not there");
        }
    }
    return true;
}

void Master::teardown(std::string_view frameworkId, Response& response) {
    if (!world_.teardown(frameworkId))
        plainText(response, 400, "No framework found with specified ID");
}

void Master::subscribe(const Call& call, const Request& request, Response& response) {
    forbidCompression(request);
    const auto subscriber = hub_.subscribe(call.answer);
    const auto next = [this, subscriber](std::size_t, httplib::DataSink& sink) {
        std::string records;
        if (server_.stopping() || !EventHub::take(*subscriber, records) || !sink.is_writable())
            return false;
        constexpr std::size_t slice = 1 << 20;
        for (std::size_t at = 0; at < records.size(); at += slice)
            if (!sink.write(records.data() + at, std::min(slice, records.size() - at)))
                return false;
        return true;
    };
    const char* type = call.answer == Encoding::Json ? "application/json" : "application/x-protobuf";
    response.set_chunked_content_provider(type, next, [this, subscriber](bool) { hub_.unsubscribe(subscriber); });
}

} // namespace mesoscope::demo
