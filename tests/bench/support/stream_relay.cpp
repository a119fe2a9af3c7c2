#include "tests/bench/support/stream_relay.h"

#include "tests/bench/support/figures.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace mesoscope::bench {

/// Follows one answer of the master.
class StreamRelay::Reader {
public:
    explicit Reader(StreamRelay& relay) : relay_(relay) {}

    void feed(std::string_view bytes) {
        now_ = steadyMs();
        while (!bytes.empty())
            bytes.remove_prefix(headers_ ? header(bytes) : chunked_ ? chunk(bytes) : body(bytes));
    }

private:
    std::size_t header(std::string_view bytes) {
        const std::size_t before = line_.size();
        line_ += bytes;
        const std::size_t end = line_.find("\r\n\r\n");
        if (end == std::string::npos)
            return bytes.size();
        chunked_ = line_.find("chunked") != std::string::npos;
        headers_ = false;
        line_.clear();
        return end + 4 - before;
    }

    std::size_t chunk(std::string_view bytes) {
        if (left_ > 0) {
            const std::size_t taken = std::min<std::size_t>(left_, bytes.size());
            for (std::string_view rest = bytes.substr(0, taken); !rest.empty();)
                rest.remove_prefix(body(rest));
            left_ -= taken;
            return taken;
        }
        const std::size_t end = bytes.find('\n');
        size_ += bytes.substr(0, end);
        if (end == std::string_view::npos)
            return bytes.size();
        left_ = std::strtoull(size_.c_str(), nullptr, 16); // 0 as well for the line end behind a chunk
        size_.clear();
        return end + 1;
    }

    std::size_t body(std::string_view bytes) {
        if (record_ == 0) {
            const std::size_t end = bytes.find('\n');
            line_ += bytes.substr(0, end);
            if (end == std::string_view::npos)
                return bytes.size();
            record_ = std::strtoull(line_.c_str(), nullptr, 10);
            length_ = record_;
            line_.clear();
            begin_.clear();
            return end + 1;
        }
        if (count_ == 0 && record_ == length_)
            note([this](Times& t) { t.firstByteMs = now_; });
        const std::size_t taken = std::min<std::size_t>(record_, bytes.size());
        if (begin_.size() < 64)
            begin_ += bytes.substr(0, std::min<std::size_t>(taken, 64));
        record_ -= taken;
        if (record_ == 0)
            complete();
        return taken;
    }

    void complete() {
        if (count_++ == 0) {
            note([this](Times& t) {
                t.lastByteMs = now_;
                t.snapshotBytes = double(length_);
            });
            return;
        }
        // JSON names the type, protobuf has it as the first field: HEARTBEAT is 9.
        const bool heartbeat = begin_.find("HEARTBEAT") != std::string::npos || begin_.rfind("\x08\x09", 0) == 0;
        if (!heartbeat)
            note([this](Times& t) { t.events.push_back(now_); });
    }

    template<typename Change>
    void note(Change change) {
        const std::lock_guard<std::mutex> guard(relay_.mutex_);
        change(relay_.times_);
    }

    StreamRelay& relay_;
    double now_ = 0;
    bool headers_ = true;
    bool chunked_ = false;
    std::string line_;
    std::string size_;
    std::string begin_;
    std::uint64_t left_ = 0;   ///< of the chunk
    std::uint64_t record_ = 0; ///< bytes missing of the record
    std::uint64_t length_ = 0;
    std::uint64_t count_ = 0;
};

StreamRelay::StreamRelay(int upstreamPort) : upstreamPort_(upstreamPort) {
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || listen(listener_, 64) != 0)
        std::abort();
    getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    acceptor_ = std::thread([this] { accept(); });
}

StreamRelay::~StreamRelay() {
    stop_ = true;
    shutdown(listener_, SHUT_RDWR);
    acceptor_.join();
    std::vector<std::thread> workers;
    {
        const std::lock_guard<std::mutex> guard(mutex_);
        for (const int s : sockets_)
            shutdown(s, SHUT_RDWR);
        workers.swap(workers_);
    }
    for (std::thread& worker : workers)
        worker.join();
    for (const int s : sockets_)
        close(s);
    close(listener_);
}

StreamRelay::Times StreamRelay::times() const {
    const std::lock_guard<std::mutex> guard(mutex_);
    return times_;
}

void StreamRelay::accept() {
    while (!stop_) {
        const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            return;
        const std::lock_guard<std::mutex> guard(mutex_);
        sockets_.push_back(client);
        workers_.emplace_back([this, client] { serve(client); });
    }
}

void StreamRelay::serve(int client) {
    const int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    setsockopt(server, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(std::uint16_t(upstreamPort_));
    {
        const std::lock_guard<std::mutex> guard(mutex_);
        sockets_.push_back(server);
    }
    if (connect(server, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        shutdown(client, SHUT_RDWR);
        return;
    }
    // The call decides what the answer is; it comes in one piece from this console.
    std::string call(64 * 1024, '\0');
    const ssize_t got = recv(client, call.data(), call.size(), 0);
    if (got <= 0)
        return;
    call.resize(std::size_t(got));
    send(server, call.data(), call.size(), MSG_NOSIGNAL);
    // Keep-alive connections carry polls; the stream has its own, and its answer is a sequence of records.
    const bool stream = call.find("recordio") != std::string::npos || call.find("SUBSCRIBE") != std::string::npos;
    if (stream) {
        const std::lock_guard<std::mutex> guard(mutex_);
        times_ = {};
    }
    Calls calls;
    called(calls, call);
    Reader reader(*this);
    std::thread up([&] { forward(client, server, [&](std::string_view bytes) { called(calls, bytes); }); });
    forward(server, client, [&](std::string_view bytes) {
        if (stream)
            reader.feed(bytes);
        answered(calls, bytes.size());
    });
    up.join();
}

/// The console sends the head of a call in one piece and the next only after the answer.
void StreamRelay::called(Calls& calls, std::string_view bytes) {
    const std::size_t begin = bytes.find(' ');
    const std::size_t end = bytes.find_first_of(" ?", begin + 1);
    if (begin > 8 || end == std::string_view::npos || bytes[begin + 1] != '/')
        return; // the body of a call
    const std::lock_guard<std::mutex> guard(mutex_);
    calls = {std::string(bytes.substr(begin + 1, end - begin - 1)), false};
}

void StreamRelay::answered(Calls& calls, std::size_t bytes) {
    const double now = steadyMs();
    const std::lock_guard<std::mutex> guard(mutex_);
    Answers& known = answers_[calls.path];
    if (!calls.begun) {
        calls.begun = true;
        ++known.count;
        known.latest = {};
    }
    known.latest.lastByteMs = now;
    known.latest.bytes += double(bytes);
    if (known.count == 1)
        known.first = known.latest;
}

std::map<std::string, StreamRelay::Answers> StreamRelay::answers() const {
    const std::lock_guard<std::mutex> guard(mutex_);
    return answers_;
}

void StreamRelay::forward(int from, int to, const std::function<void(std::string_view)>& passed) {
    std::string buffer(1 << 20, '\0');
    for (;;) {
        const ssize_t got = recv(from, buffer.data(), buffer.size(), 0);
        if (got <= 0)
            break;
        passed(std::string_view(buffer.data(), std::size_t(got)));
        for (ssize_t sent = 0; sent < got;) {
            const ssize_t n = send(to, buffer.data() + sent, std::size_t(got - sent), MSG_NOSIGNAL);
            if (n <= 0) {
                shutdown(from, SHUT_RDWR);
                return;
            }
            sent += n;
        }
    }
    shutdown(to, SHUT_WR);
}

} // namespace mesoscope::bench
