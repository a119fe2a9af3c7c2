// Marathon's listener: carries requests and answers between sockets and the demo Marathon, and keeps its event streams.
#pragma once

#include "app/demo/http/server.h"
#include "app/demo/marathon/listener.h"
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
    marathon::Marathon& marathon_;
    marathon::MarathonListener listener_;
    HttpServer server_;
};

} // namespace mesoscope::demo
