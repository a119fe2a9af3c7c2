#include "app/demo/swan_server.h"

#include "app/demo/marathon/listener.h"

#include <algorithm>
#include <cctype>
#include <condition_variable>
#include <deque>

namespace mesoscope::demo {

namespace {

/// What may wait for one client; more is dropped without a word, as in Swan.
constexpr std::size_t mostFrames = 1024;

struct Stream {
    std::mutex mutex;
    std::condition_variable ready;
    std::deque<std::string> frames;

    void push(const std::string& frame) {
        const std::lock_guard guard(mutex);
        if (frames.size() < mostFrames)
            frames.push_back(frame);
        ready.notify_all();
    }
    /// Waits a moment when there is nothing.
    std::string take() {
        std::unique_lock guard(mutex);
        ready.wait_for(guard, std::chrono::milliseconds(200), [this] { return !frames.empty(); });
        std::string bytes;
        for (const std::string& frame : frames)
            bytes += frame;
        frames.clear();
        return bytes;
    }
};

} // namespace

SwanServer::SwanServer(swan::Swan& swan)
    : swan_(swan), server_("Swan", [this](const httplib::Request& request, httplib::Response& response) {
          serve(request, response);
      }) {}

void SwanServer::listen(int port) {
    server_.listen(port);
    swan_.setAddress("127.0.0.1:" + std::to_string(server_.port()));
}

void SwanServer::serve(const httplib::Request& request, httplib::Response& response) {
    if (request.method == "GET" && request.path == "/v1/events")
        return stream(request, response);
    marathon::Response answer = swan_.handle(marathon::requestOf(request));
    response.status = answer.status;
    for (const auto& [name, value] : answer.headers)
        response.headers.emplace(name, value);
    if (answer.contentType.empty())
        return;
    response.body = std::move(answer.body);
    response.set_header("Content-Type", answer.contentType);
}

void SwanServer::stream(const httplib::Request& request, httplib::Response& response) {
    forbidCompression(request);
    const auto open = std::make_shared<Stream>();
    const bool catchUp = request.has_param("catchUp") && request.get_param_value("catchUp") == "true";
    const int id = swan_.subscribe([open](const std::string& frame) { open->push(frame); }, catchUp);
    response.set_header("Access-Control-Allow-Origin", "*");
    response.set_header("Cache-Control", "no-cache");
    response.set_chunked_content_provider(
        "text/event-stream",
        [this, open](std::size_t, httplib::DataSink& sink) {
            const std::string bytes = open->take();
            return !server_.stopping() && sink.is_writable() &&
                   (bytes.empty() || sink.write(bytes.data(), bytes.size()));
        },
        [this, id](bool) { swan_.unsubscribe(id); });
}

} // namespace mesoscope::demo
