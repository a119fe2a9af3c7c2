// Server-sent events (the HTML standard's text/event-stream) from bytes cut anywhere. Pure: bytes in, callback out. One
// thread.
#pragma once

#include "models/base/error.h"

#include <functional>
#include <string>
#include <string_view>

namespace mesoscope::net {

struct SseEvent {
    std::string_view type; ///< "message" when the server named none
    std::string_view data; ///< lines joined by LF
    std::string_view id;   ///< the last id seen so far
};

class SseParser {
public:
    /// `maxEvent`: the longest line, and the longest data of one event, that is accepted.
    explicit SseParser(std::size_t maxEvent = 64 * 1024 * 1024) : maxEvent_(maxEvent) {}

    /// The views die when the call returns. Events without data are not delivered, as the standard says.
    std::function<void(const SseEvent&)> onEvent;
    /// A comment line (some servers send one as a heartbeat). Optional.
    std::function<void()> onComment;
    /// The server's wish for the delay before reconnecting. Optional.
    std::function<void(qint64 ms)> onRetry;

    /// Takes all of it. After an error (kind Limit) the stream is unusable. A callback may destroy the connection but
    /// not the parser; stop() ends the loop.
    base::Result<void> feed(std::string_view bytes);
    void stop() { stopped_ = true; }

private:
    void endOfLine(std::string_view line);
    void field(std::string_view name, std::string_view value);
    void dispatch();

    std::size_t maxEvent_;
    std::string line_;
    std::string type_;
    std::string data_;
    std::string id_;
    bool hasData_ = false;
    bool afterCr_ = false; ///< a LF that comes next belongs to the CR before it
    bool first_ = true;
    bool stopped_ = false;
};

} // namespace mesoscope::net
