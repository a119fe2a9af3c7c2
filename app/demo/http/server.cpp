#include "app/demo/http/server.h"

#include <condition_variable>
#include <set>
#include <stdexcept>

namespace mesoscope::demo {

namespace {

/// A thread for each connection: a fixed pool would starve behind a handful of streams.
class ThreadPerConnection : public httplib::TaskQueue {
public:
    ~ThreadPerConnection() override { wait(); }
    void enqueue(std::function<void()> work) override {
        {
            const std::lock_guard guard(mutex_);
            ++running_;
        }
        std::thread([this, work = std::move(work)] {
            work();
            const std::lock_guard guard(mutex_);
            --running_;
            done_.notify_all();
        }).detach();
    }
    void shutdown() override { wait(); }

private:
    void wait() {
        std::unique_lock guard(mutex_);
        done_.wait(guard, [this] { return running_ == 0; });
    }

    std::mutex mutex_;
    std::condition_variable done_;
    int running_ = 0;
};

} // namespace

HttpServer::HttpServer(std::string name, Handler handler, BodyHandler bodies)
    : name_(std::move(name)), handler_(std::move(handler)), bodies_(std::move(bodies)) {}

HttpServer::~HttpServer() {
    stop();
}

void HttpServer::listen(int port) {
    stop();
    stopping_ = false;
    server_ = std::make_unique<httplib::Server>();
    server_->new_task_queue = [] { return new ThreadPerConnection; };
    server_->set_tcp_nodelay(true);
    server_->set_keep_alive_max_count(1000000);
    server_->set_keep_alive_timeout(2);
    server_->set_read_timeout(30);
    server_->set_write_timeout(30);
    const httplib::Server::Handler serveIt = [this](const httplib::Request& request, httplib::Response& response) {
        serve(request, response);
    };
    server_->Get(".*", serveIt)
        .Post(".*", serveIt)
        .Put(".*", serveIt)
        .Delete(".*", serveIt)
        .Patch(".*", serveIt)
        .Options(".*", serveIt);
    if (bodies_)
        server_->Post(".*", [this](const httplib::Request& request, httplib::Response& response,
                                   const httplib::ContentReader& reader) { serveBody(request, response, reader); });
    // The library refuses methods that it does not know or route before any handler hears of them.
    server_->set_error_handler([this](const httplib::Request& request, httplib::Response& response) {
        static const std::set<std::string> routed{"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"};
        if (response.status == 400 && response.body.empty() && !request.target.empty() && !routed.count(request.method))
            serve(request, response);
    });
    if (port == 0)
        port_ = server_->bind_to_any_port("127.0.0.1");
    else
        port_ = server_->bind_to_port("127.0.0.1", port) ? port : -1;
    if (port_ <= 0) {
        server_.reset();
        throw std::runtime_error("The demo cluster's " + name_ +
                                 " could not listen on 127.0.0.1:" + std::to_string(port) +
                                 ": something else probably does already. Choose another port, or 0 for a free one.");
    }
    thread_ = std::thread([this] { server_->listen_after_bind(); });
    while (!server_->is_running())
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

void HttpServer::stop() {
    stopping_ = true;
    if (server_)
        server_->stop();
    if (thread_.joinable())
        thread_.join();
    server_.reset();
}

void HttpServer::serveBody(const httplib::Request& request, httplib::Response& response,
                           const httplib::ContentReader& reader) {
    if (bodies_(request, response, reader))
        return;
    httplib::Request whole = request;
    reader([&whole](const char* data, std::size_t size) {
        whole.body.append(data, size);
        return true;
    });
    serve(whole, response);
}

void HttpServer::serve(const httplib::Request& request, httplib::Response& response) {
    count(request.method + " " + request.path);
    try {
        handler_(request, response);
    } catch (const std::exception& error) {
        plainText(response, 500, error.what());
    }
}

void HttpServer::count(const std::string& what) {
    const std::lock_guard guard(countsMutex_);
    ++counts_[what];
}

std::map<std::string, int> HttpServer::requestCounts() const {
    const std::lock_guard guard(countsMutex_);
    return counts_;
}

void plainText(httplib::Response& response, int status, const std::string& text) {
    response.status = status;
    response.set_content(text, "text/plain; charset=utf-8");
}

void forbidCompression(const httplib::Request& request) {
    // The library decides by this header after the handler has returned and offers no other switch.
    const_cast<httplib::Request&>(request).headers.erase("Accept-Encoding");
}

} // namespace mesoscope::demo
