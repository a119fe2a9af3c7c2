#include "app/demo/marathon_server.h"

#include <algorithm>

namespace mesoscope::demo {

namespace {

marathon::Request converted(const httplib::Request& from) {
    marathon::Request request;
    request.method = from.method;
    request.target = from.target;
    request.body = from.body;
    request.remoteAddress = from.remote_addr;
    for (const auto& [name, value] : from.headers) {
        std::string lower = name;
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        request.headers.emplace(lower, value);
    }
    return request;
}

void copyHeaders(const marathon::Response& from, httplib::Response& to) {
    to.status = from.status;
    if (!from.reason.empty())
        to.reason = from.reason;
    for (const auto& [name, value] : from.headers)
        to.set_header(name, value);
}

} // namespace

MarathonServer::MarathonServer(marathon::Marathon& marathon)
    : marathon_(marathon), server_("Marathon", [this](const httplib::Request& request, httplib::Response& response) {
          serve(request, response);
      }) {
    marathon_.onStreamsMustEnd([this] {
        const std::lock_guard guard(streamsMutex_);
        for (const auto& weak : streams_)
            if (const auto stream = weak.lock()) {
                const std::lock_guard own(stream->mutex);
                stream->ended = true;
                stream->more.notify_all();
            }
        streams_.clear();
    });
}

void MarathonServer::listen(int port) {
    server_.listen(port);
    marathon_.setAddress("127.0.0.1:" + std::to_string(server_.port()));
}

void MarathonServer::serve(const httplib::Request& from, httplib::Response& response) {
    const marathon::Request request = converted(from);
    if (from.path == "/v2/events") {
        const auto decision = marathon_.openStream(request);
        if (decision.stream)
            return stream(decision, from, response);
        copyHeaders(decision.answer, response);
        response.body = decision.answer.body;
        if (!decision.answer.contentType.empty())
            response.set_header("Content-Type", decision.answer.contentType);
        return;
    }
    const marathon::Response answer = marathon_.handle(request);
    copyHeaders(answer, response);
    if (!answer.contentType.empty())
        response.set_content(answer.body, answer.contentType);
    else
        response.body = answer.body;
}

void MarathonServer::stream(const marathon::Marathon::StreamDecision& decision, const httplib::Request& request,
                            httplib::Response& response) {
    forbidCompression(request);
    copyHeaders(decision.answer, response);
    const auto stream = std::make_shared<Stream>();
    const std::string remote = request.remote_addr;
    stream->id = marathon_.subscribe(decision, remote, [stream](const std::string& frame) {
        const std::lock_guard guard(stream->mutex);
        stream->pending += frame;
        stream->more.notify_all();
    });
    {
        const std::lock_guard guard(streamsMutex_);
        std::erase_if(streams_, [](const auto& weak) { return weak.expired(); });
        streams_.push_back(stream);
    }
    const std::string type =
        decision.answer.contentType.empty() ? "text/event-stream;charset=utf-8" : decision.answer.contentType;
    response.set_chunked_content_provider(
        type, [this, stream](std::size_t, httplib::DataSink& sink) { return pump(*stream, sink); },
        [this, stream, remote](bool) { marathon_.unsubscribe(stream->id, remote); });
}

bool MarathonServer::pump(Stream& stream, httplib::DataSink& sink) {
    std::string frames;
    bool ended = false;
    {
        std::unique_lock guard(stream.mutex);
        stream.more.wait_for(guard, std::chrono::milliseconds(500),
                             [&] { return stream.ended || !stream.pending.empty(); });
        frames.swap(stream.pending);
        ended = stream.ended;
    }
    if (server_.stopping() || !sink.is_writable())
        return false;
    if (!frames.empty() && !sink.write(frames.data(), frames.size()))
        return false;
    if (ended)
        sink.done();
    return true;
}

} // namespace mesoscope::demo
