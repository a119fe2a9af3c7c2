// Swan's listener: carries requests and answers between sockets and the demo Swan, and keeps its event streams.
#pragma once

#include "app/demo/http/server.h"
#include "app/demo/swan/swan.h"

namespace mesoscope::demo {

class SwanServer {
public:
    explicit SwanServer(swan::Swan& swan);

    void listen(int port);
    void stop() { server_.stop(); }
    std::string url() const { return server_.url(); }
    std::map<std::string, int> requestCounts() const { return server_.requestCounts(); }

private:
    void serve(const httplib::Request& request, httplib::Response& response);
    void stream(const httplib::Request& request, httplib::Response& response);

    swan::Swan& swan_;
    HttpServer server_;
};

} // namespace mesoscope::demo
