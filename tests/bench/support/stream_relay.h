// Stands between the console and a server and notes when which part of the event stream passed, and when which answer
// was complete: the time of a byte is the server's, not the console's. Understands HTTP chunks and RecordIO just far
// enough to tell records apart.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
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

    struct Answer {
        double lastByteMs = 0; ///< steady clock; moves on while the answer comes
        double bytes = 0;      ///< with its head
    };
    struct Answers {
        Answer first;
        Answer latest;
        int count = 0;
    };
    /// By the path of the call, without its query. Any thread.
    std::map<std::string, Answers> answers() const;

private:
    class Reader;
    /// The call that a connection answers at the moment; by mutex_.
    struct Calls {
        std::string path;
        bool begun = false; ///< whether a byte of its answer was seen
    };

    void accept();
    void serve(int client);
    void forward(int from, int to, const std::function<void(std::string_view)>& passed);
    void called(Calls& calls, std::string_view bytes);
    void answered(Calls& calls, std::size_t bytes);

    int upstreamPort_;
    int port_ = 0;
    int listener_ = -1;
    std::atomic<bool> stop_{false};
    mutable std::mutex mutex_;
    Times times_;
    std::map<std::string, Answers> answers_; ///< by mutex_
    std::vector<int> sockets_;               ///< open ones, by mutex_
    std::vector<std::thread> workers_;       ///< by mutex_
    std::thread acceptor_;
};

} // namespace mesoscope::bench
