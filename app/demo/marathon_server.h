// Marathon's listener: carries requests and answers between sockets and the demo Marathon, and keeps its event streams.
#pragma once

#include "app/demo/http/server.h"
#include "app/demo/marathon/marathon.h"

namespace mesoscope::demo {

class MarathonServer {
public:
    explicit MarathonServer(marathon::Marathon& marathon);

    void listen(int port);
    void stop() { server_.stop(); }
    std::string url() const { return server_.url(); }
    std::map<std::string, int> requestCounts() const { return server_.requestCounts(); }

private:
    struct Stream {
        std::mutex mutex;
        std::condition_variable more;
        std::string pending;
        bool ended = false;
        int id = 0;
    };

    void serve(const httplib::Request& request, httplib::Response& response);
    void stream(const marathon::Marathon::StreamDecision& decision, const httplib::Request& request,
                httplib::Response& response);
    bool pump(Stream& stream, httplib::DataSink& sink);

    marathon::Marathon& marathon_;
    HttpServer server_;
    std::mutex streamsMutex_;
    std::vector<std::weak_ptr<Stream>> streams_;
};

} // namespace mesoscope::demo
