#include "app/demo/marathon/listener.h"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <deque>

namespace mesoscope::demo::marathon {

namespace {

/// What may wait for a slow reader before it is cut off.
constexpr std::size_t maxOutstanding = 1024;
constexpr std::chrono::seconds heartbeatInterval{10};
constexpr std::chrono::milliseconds glance{200};

void write(Response answer, httplib::Response& response) {
    response.status = answer.status;
    for (const auto& [name, value] : answer.headers)
        response.headers.emplace(name, value);
    if (answer.contentType.empty())
        return;
    // Not through set_content(), which copies: a list of all tasks has hundreds of megabytes.
    response.body = std::move(answer.body);
    response.set_header("Content-Type", answer.contentType);
}

bool isEventPath(const std::string& target) {
    return target.substr(0, target.find('?')) == "/v2/events";
}

} // namespace

Request requestOf(const httplib::Request& request) {
    Request result;
    result.method = request.method;
    result.target = request.target;
    result.body = request.body;
    result.remoteAddress = request.remote_addr;
    for (const auto& [name, value] : request.headers) {
        std::string lower = name;
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        result.headers.emplace(lower, value);
    }
    return result;
}

struct MarathonListener::Stream {
    std::mutex mutex;
    std::condition_variable ready;
    std::deque<std::string> frames;
    bool over = false;
    std::chrono::steady_clock::time_point nextHeartbeat = std::chrono::steady_clock::now() + heartbeatInterval;

    void push(const std::string& frame) {
        const std::lock_guard guard(mutex);
        frames.push_back(frame);
        over |= frames.size() > maxOutstanding;
        ready.notify_all();
    }

    void end() {
        const std::lock_guard guard(mutex);
        over = true;
        ready.notify_all();
    }

    /// Frames and heartbeats that are due; waits a moment when there are none.
    std::string take() {
        std::unique_lock guard(mutex);
        ready.wait_for(guard, glance, [this] { return over || !frames.empty(); });
        std::string bytes;
        for (auto& frame : frames)
            bytes += frame;
        frames.clear();
        if (std::chrono::steady_clock::now() >= nextHeartbeat) {
            bytes += Marathon::heartbeat();
            nextHeartbeat += heartbeatInterval;
        }
        return bytes;
    }
};

MarathonListener::MarathonListener(Marathon& marathon) : marathon_(marathon) {
    marathon_.onStreamsMustEnd([this] { endStreams(); });
}

MarathonListener::~MarathonListener() {
    marathon_.onStreamsMustEnd({});
    endStreams();
}

void MarathonListener::endStreams() {
    const std::lock_guard guard(mutex_);
    for (const auto& weak : streams_)
        if (const auto open = weak.lock())
            open->end();
    streams_.clear();
}

void MarathonListener::serve(const HttpServer& server, const httplib::Request& request, httplib::Response& response) {
    const Request wanted = requestOf(request);
    if (!isEventPath(wanted.target))
        return write(marathon_.handle(wanted), response);
    const Marathon::StreamDecision decision = marathon_.openStream(wanted);
    if (!decision.stream)
        return write(decision.answer, response);
    forbidCompression(request);
    stream(server, decision, wanted.remoteAddress, response);
}

void MarathonListener::stream(const HttpServer& server, const Marathon::StreamDecision& decision,
                              const std::string& remoteAddress, httplib::Response& response) {
    const auto open = std::make_shared<Stream>();
    {
        const std::lock_guard guard(mutex_);
        streams_.push_back(open);
    }
    const int id =
        marathon_.subscribe(decision, remoteAddress, [open](const std::string& frame) { open->push(frame); });
    response.status = 200;
    for (const auto& [name, value] : decision.answer.headers)
        response.headers.emplace(name, value);
    response.headers.emplace("Connection", "close");
    response.set_content_provider(
        decision.answer.contentType,
        [open, &server](std::size_t, httplib::DataSink& sink) {
            const std::string bytes = open->take();
            if (!bytes.empty() && !sink.write(bytes.data(), bytes.size()))
                return false;
            const std::lock_guard guard(open->mutex);
            return !server.stopping() && !(open->over && open->frames.empty());
        },
        [this, id, remoteAddress](bool) { marathon_.unsubscribe(id, remoteAddress); });
}

} // namespace mesoscope::demo::marathon
