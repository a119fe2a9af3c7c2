#include "app/demo/mesos/sessions.h"

#include "app/demo/mesos/ids.h"
#include "app/demo/mesos/message_writer.h"

#include <algorithm>

namespace mesoscope::demo {

namespace {

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

/// Splits off the part before the next separator.
std::string nextCommand(std::string_view& rest) {
    const auto end = rest.find_first_of(";\n");
    const std::string command = trimmed(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    return command;
}

std::string answerTo(const std::string& command, const std::string& task) {
    if (command.starts_with("echo"))
        return command.size() > 5 ? command.substr(5) + "\n" : "\n";
    if (command == "hostname")
        return task + "\n";
    if (command == "pwd")
        return "/mnt/mesos/sandbox\n";
    if (command == "ls")
        return "stderr\nstdout\n";
    if (command == "id" || command == "whoami")
        return command == "id" ? "uid=0(root) gid=0(root) groups=0(root)\n" : "root\n";
    if (command.starts_with("ps"))
        return "  PID CMD\n    1 " + task + "\n    7 sh\n";
    if (command.starts_with("env"))
        return "MESOS_TASK_ID=" + task + "\nMESOS_SANDBOX=/mnt/mesos/sandbox\n";
    return {};
}

bool isShell(const std::string& command) {
    static const std::set<std::string> shells{"sh", "/bin/sh", "bash", "/bin/bash", "sh -i", "bash -i", "cat"};
    return shells.contains(command);
}

std::string commandOf(const nlohmann::ordered_json& part) {
    std::string text(textAt(part, {"command", "value"}));
    const auto command = part.find("command");
    if (command == part.end() || !command->is_object() || command->value("shell", true))
        return text;
    // Without a shell, "sh -c TEXT" is the only form of arguments that a demonstration needs.
    const auto arguments = command->find("arguments");
    if (arguments != command->end() && arguments->is_array() && arguments->size() >= 3 && (*arguments)[1] == "-c")
        return (*arguments)[2].get<std::string>();
    return text;
}

} // namespace

void Sessions::Session::say(std::string_view kind, std::string_view text) {
    const std::lock_guard guard(mutex);
    appendRecord(pending,
                 R"({"type":"DATA","data":{"type":")" + std::string(kind) + R"(","data":")" + base64(text) + "\"}}");
    more.notify_all();
}

void Sessions::Session::end(int exitStatus) {
    const std::lock_guard guard(mutex);
    ended = true;
    status = exitStatus;
    more.notify_all();
}

std::shared_ptr<Sessions::Session> Sessions::find(const std::string& containerId) const {
    const std::lock_guard guard(mutex_);
    const auto found = sessions_.find(containerId);
    return found == sessions_.end() ? nullptr : found->second;
}

void Sessions::launch(const Call& call, const httplib::Request& request, httplib::Response& response,
                      std::function<bool()> stopping) {
    const std::string id(textAt(call.part(), {"container_id", "value"}));
    const std::string parent(textAt(call.part(), {"container_id", "parent", "value"}));
    auto session = std::make_shared<Session>();
    {
        const auto guard = world_.lock();
        for (const auto& task : world_.tasks())
            if (containerId(*task) == parent)
                session->task = task->id();
    }
    if (id.empty() || session->task.empty()) {
        plainText(response, 400, "Unable to locate the parent container " + parent);
        return;
    }
    {
        const std::lock_guard guard(mutex_);
        sessions_[id] = session;
    }
    const std::string command = commandOf(call.part());
    session->interactive = isShell(trimmed(command));
    if (!session->interactive)
        run(*session, command);
    stream(session, request, response, std::move(stopping));
}

void Sessions::run(Session& session, std::string_view command) {
    for (std::string_view rest = command; !rest.empty();) {
        std::string step = nextCommand(rest);
        const bool toError = step.ends_with(">&2");
        if (toError)
            step = trimmed(std::string_view(step).substr(0, step.size() - 3));
        if (step.empty())
            continue;
        if (step == "exit" || step.starts_with("exit ")) {
            session.end(step.size() > 5 ? std::atoi(step.c_str() + 5) : 0);
            return;
        }
        const std::string answer = answerTo(step, session.task);
        if (!answer.empty())
            session.say(toError ? "STDERR" : "STDOUT", answer);
        else
            session.say("STDERR", "sh: 1: " + step.substr(0, step.find(' ')) + ": not found\n");
    }
    if (!session.interactive)
        session.end(0);
}

void Sessions::input(Session& session, const std::string& text) {
    session.line += text;
    for (auto end = session.line.find('\n'); end != std::string::npos && !session.ended;
         end = session.line.find('\n')) {
        const std::string line = session.line.substr(0, end);
        session.line.erase(0, end + 1);
        run(session, line);
    }
}

void Sessions::stream(const std::shared_ptr<Session>& session, const httplib::Request& request,
                      httplib::Response& response, std::function<bool()> stopping) {
    forbidCompression(request);
    const bool recordio = request.get_header_value("Accept").find("application/recordio") != std::string::npos;
    if (recordio)
        response.set_header("Message-Content-Type", "application/json");
    response.set_chunked_content_provider(
        recordio ? "application/recordio" : "application/json",
        [session, stopping = std::move(stopping)](std::size_t, httplib::DataSink& sink) {
            std::string records;
            bool ended = false;
            {
                std::unique_lock guard(session->mutex);
                session->more.wait_for(guard, std::chrono::milliseconds(300),
                                       [&] { return session->ended || !session->pending.empty(); });
                records.swap(session->pending);
                ended = session->ended;
            }
            if (stopping() || !sink.is_writable() || (!records.empty() && !sink.write(records.data(), records.size())))
                return false;
            if (ended)
                sink.done();
            return true;
        });
}

void Sessions::attachOutput(const Call& call, const httplib::Request& request, httplib::Response& response,
                            std::function<bool()> stopping) {
    const std::string id(textAt(call.part(), {"container_id", "value"}));
    if (const auto session = find(id))
        stream(session, request, response, std::move(stopping));
    else
        plainText(response, 404, "Container " + id + " cannot be found");
}

void Sessions::attachInput(const httplib::ContentReader& reader, httplib::Response& response,
                           const std::function<bool()>& stopping) {
    std::shared_ptr<Session> session;
    std::string buffer;
    bool known = true;
    const auto take = [&](const nlohmann::ordered_json& record) {
        if (!session) {
            session = find(std::string(textAt(record, {"attach_container_input", "container_id", "value"})));
            known = session != nullptr;
            return;
        }
        const auto io = record.value("attach_container_input", nlohmann::ordered_json::object())
                            .value("process_io", nlohmann::ordered_json::object());
        if (io.value("type", "") != "DATA")
            return; // heartbeats, window sizes
        const std::string text = fromBase64(textAt(record, {"attach_container_input", "process_io", "data", "data"}));
        if (text.empty() && session->interactive)
            session->end(0);
        else
            input(*session, text);
    };
    reader([&](const char* data, std::size_t size) {
        buffer.append(data, size);
        for (auto newline = buffer.find('\n'); newline != std::string::npos; newline = buffer.find('\n')) {
            const auto length = static_cast<std::size_t>(std::strtoull(buffer.c_str(), nullptr, 10));
            if (buffer.size() < newline + 1 + length)
                break;
            take(nlohmann::ordered_json::parse(buffer.substr(newline + 1, length), nullptr, false));
            buffer.erase(0, newline + 1 + length);
        }
        return known && !stopping() && !(session && session->ended);
    });
    if (!known)
        plainText(response, 404, "Container cannot be found");
    else if (!session)
        plainText(response, 400, "Expecting 'CONTAINER_ID' to be the first record");
}

void Sessions::waitFor(const std::string& containerId, const std::function<bool()>& stopping) const {
    const auto session = find(containerId);
    while (session && !stopping()) {
        std::unique_lock guard(session->mutex);
        if (session->more.wait_for(guard, std::chrono::milliseconds(300), [&] { return session->ended; }))
            return;
    }
}

bool Sessions::kill(const std::string& containerId) {
    const auto session = find(containerId);
    if (session)
        session->end(137);
    return session != nullptr;
}

std::optional<int> Sessions::exitStatus(const std::string& containerId) const {
    const auto session = find(containerId);
    if (!session)
        return std::nullopt;
    const std::lock_guard guard(session->mutex);
    return session->ended ? std::optional(session->status) : std::nullopt;
}

} // namespace mesoscope::demo
