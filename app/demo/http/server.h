// One HTTP listener on 127.0.0.1. Every connection has a thread of its own (streams keep theirs for hours), kept alive,
// without Nagle's delay; requests are counted by path. Stopping ends running streams: their providers must look at
// stopping() at least twice a second.
#pragma once

#include <atomic>
#include <functional>
#include <httplib.h>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace mesoscope::demo {

class HttpServer {
public:
    using Handler = std::function<void(const httplib::Request&, httplib::Response&)>;
    /// Reads the body of a POST while it arrives; false: not wanted, the body is read whole and handled as usual.
    using BodyHandler = std::function<bool(const httplib::Request&, httplib::Response&, const httplib::ContentReader&)>;

    /// name: who listens here, for the error text.
    HttpServer(std::string name, Handler handler, BodyHandler bodies = {});
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// Binds to the port (0: any) and starts to answer; throws std::runtime_error with a sentence when that fails.
    void listen(int port);
    /// Closes the listener and ends all connections; listen() may follow.
    void stop();
    int port() const { return port_; }
    bool stopping() const { return stopping_; }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    /// "GET /state" → how often; for POST /api/v1 the call's type follows ("POST /api/v1 GET_AGENTS").
    std::map<std::string, int> requestCounts() const;
    void count(const std::string& what);

private:
    void serve(const httplib::Request& request, httplib::Response& response);
    void serveBody(const httplib::Request& request, httplib::Response& response, const httplib::ContentReader& reader);

    std::string name_;
    Handler handler_;
    BodyHandler bodies_;
    std::unique_ptr<httplib::Server> server_;
    std::thread thread_;
    int port_ = 0;
    std::atomic<bool> stopping_ = false;
    mutable std::mutex countsMutex_;
    std::map<std::string, int> counts_;
};

/// A text/plain answer.
void plainText(httplib::Response& response, int status, const std::string& text);
/// Streams must never be compressed: the compressor would hold back what should be seen at once.
void forbidCompression(const httplib::Request& request);

} // namespace mesoscope::demo
