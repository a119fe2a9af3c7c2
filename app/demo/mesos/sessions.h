// Commands run inside a task (LAUNCH_NESTED_CONTAINER_SESSION) with a toy of a shell: enough to show that input goes in
// and output comes back. Each session is a stream of ProcessIO records.
#pragma once

#include "app/demo/mesos/calls.h"

namespace mesoscope::demo {

class Sessions {
public:
    explicit Sessions(World& world) : world_(world) {}

    /// Streams the output until the command ends (a shell ends with "exit"). stopping: the listener closes.
    void launch(const Call& call, const httplib::Request& request, httplib::Response& response,
                std::function<bool()> stopping);
    /// Streams what an existing session says from now on.
    void attachOutput(const Call& call, const httplib::Request& request, httplib::Response& response,
                      std::function<bool()> stopping);
    /// The body is RecordIO: CONTAINER_ID first, then PROCESS_IO records with STDIN.
    /// Each record counts as soon as it is whole; empty data is the end of the input.
    void attachInput(const httplib::ContentReader& reader, httplib::Response& response,
                     const std::function<bool()>& stopping);
    /// Returns when the session has ended, or there is none.
    void waitFor(const std::string& containerId, const std::function<bool()>& stopping) const;
    /// KILL_NESTED_CONTAINER; false if unknown.
    bool kill(const std::string& containerId);
    /// WAIT_NESTED_CONTAINER's exit status; nothing while it runs or when it is unknown.
    std::optional<int> exitStatus(const std::string& containerId) const;

    struct Session {
        std::mutex mutex;
        std::condition_variable more;
        std::string pending; ///< whole records
        std::string line;    ///< input up to the next line end
        bool interactive = false;
        bool ended = false;
        int status = 0;
        std::string task;
        void say(std::string_view stream, std::string_view text);
        void end(int exitStatus);
    };

private:
    std::shared_ptr<Session> find(const std::string& containerId) const;
    void input(Session& session, const std::string& text);
    void run(Session& session, std::string_view command);
    void stream(const std::shared_ptr<Session>& session, const httplib::Request& request, httplib::Response& response,
                std::function<bool()> stopping);

    World& world_;
    mutable std::mutex mutex_;
    std::map<std::string, std::shared_ptr<Session>> sessions_;
};

} // namespace mesoscope::demo
