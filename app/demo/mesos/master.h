// One master process: the v1 operator API and the unversioned endpoints, with and without /master in front. Of two
// masters the one that does not lead sends everything but its own facts to the leader (307), and 503 while there is
// none.
#pragma once

#include "app/demo/mesos/calls.h"
#include "app/demo/mesos/event_hub.h"
#include "app/demo/mesos/legacy.h"

namespace mesoscope::demo {

class Master {
public:
    struct Ports {
        std::function<int()> agents;
        /// Port of the leading master as its peers know it (for a while the dead one's); 0: none known.
        std::function<int()> leader;
    };
    /// number: 0 or 1, which of the masters this is.
    Master(World& world, EventHub& hub, int number, Ports ports);

    /// Throws std::runtime_error if the port can't be had; 0 chooses one.
    void listen(int port);
    void stop() { server_.stop(); }
    int port() const { return server_.port(); }
    std::string url() const { return server_.url(); }
    std::map<std::string, int> requestCounts() const { return server_.requestCounts(); }

private:
    using Request = httplib::Request;
    using Response = httplib::Response;

    void serve(const Request& request, Response& response);
    bool serveLocal(const std::string& path, const Request& request, Response& response);
    bool redirected(const std::string& path, const Request& request, Response& response);
    void serveLegacy(const std::string& path, const Request& request, Response& response);
    /// Documents with all tasks or all agents.
    bool serveLongLegacy(const std::string& path, const Request& request, Response& response);
    void serveFiles(const std::string& path, const Request& request, Response& response);
    void metricsSnapshot(Response& response);
    void apiCall(const Request& request, Response& response);
    bool read(const Call& call, Response& response);
    void readLog(const Call& call, Response& response);
    /// Takes the lock by itself: these answers are long.
    bool readState(const Call& call, Response& response);
    template<class Body>
    void answerLong(const Call& call, Response& response, int number, Body body);
    bool readLists(const Call& call, Response& response);
    bool readSettings(const Call& call, Response& response);
    void write(const Call& call, Response& response);
    bool writeAgent(const Call& call, Response& response);
    bool writeReservation(const Call& call, Response& response);
    void subscribe(const Call& call, const Request& request, Response& response);
    void teardown(std::string_view frameworkId, Response& response);
    std::string logText() const;
    legacy::Place place() const;

    World& world_;
    EventHub& hub_;
    const int number_;
    Ports ports_;
    HttpServer server_;
    std::mutex metricsMutex_;
    std::chrono::steady_clock::time_point metricsFree_{};
    std::set<std::pair<std::string, std::string>> downMachines_;
};

} // namespace mesoscope::demo
