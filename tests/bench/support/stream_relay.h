// Stands between the console and a master and notes when which part of the event stream passed: the time of a byte is
// the server's, not the console's. Understands HTTP chunks and RecordIO just far enough to tell records apart.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace mesoscope::bench {

class StreamRelay {
public:
    /// Listens on 127.0.0.1 and forwards to that port of it.
    explicit StreamRelay(int upstreamPort);
    ~StreamRelay();
    StreamRelay(const StreamRelay&) = delete;
    StreamRelay& operator=(const StreamRelay&) = delete;

    int port() const { return port_; }

    struct Times {
        double firstByteMs = 0;     ///< of the first record, steady clock
        double lastByteMs = 0;      ///< of the first record; 0 before
        double snapshotBytes = 0;   ///< of the first record
        std::vector<double> events; ///< when each later record that is no heartbeat was complete
    };
    /// Of the latest event stream. Any thread.
    Times times() const;

private:
    class Reader;

    void accept();
    void serve(int client);
    void forward(int from, int to, Reader* reader);

    int upstreamPort_;
    int port_ = 0;
    int listener_ = -1;
    std::atomic<bool> stop_{false};
    mutable std::mutex mutex_;
    Times times_;
    std::vector<int> sockets_;         ///< open ones, by mutex_
    std::vector<std::thread> workers_; ///< by mutex_
    std::thread acceptor_;
};

} // namespace mesoscope::bench
