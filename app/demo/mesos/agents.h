// All agents behind one listener, each under its own path: slave(N)@127.0.0.1:PORT is /slave(N)/…, as a process with
// that name would answer. Sandboxes are generated: the same file always has the same bytes, and logs grow with virtual
// time.
#pragma once

#include "app/demo/mesos/calls.h"
#include "app/demo/mesos/legacy.h"
#include "app/demo/mesos/sessions.h"

namespace mesoscope::demo {

class Agents {
public:
    Agents(World& world, std::function<int()> masterPort);

    void listen() { server_.listen(0); }
    void stop() { server_.stop(); }
    int port() const { return server_.port(); }
    std::map<std::string, int> requestCounts() const { return server_.requestCounts(); }

private:
    using Request = httplib::Request;
    using Response = httplib::Response;

    void serve(const Request& request, Response& response);
    const Agent* agentFor(const Request& request, std::string& path) const;
    const Agent* ownerOf(const std::string& path) const;
    void serveAgent(const Agent& agent, const std::string& path, const Request& request, Response& response);
    void serveFiles(const Agent& agent, const std::string& path, const Request& request, Response& response);
    void apiCall(const Agent& agent, const Request& request, Response& response);
    bool readFacts(const Agent& agent, const Call& call, Response& response);
    bool readState(const Agent& agent, const Call& call, Response& response);
    bool readFiles(const Agent& agent, const Call& call, Response& response);
    legacy::Place place() const { return {masterPort_(), server_.port()}; }

    World& world_;
    std::function<int()> masterPort_;
    Sessions sessions_;
    HttpServer server_;
};

} // namespace mesoscope::demo
