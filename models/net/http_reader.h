// HTTP/1.1 answers as they come off a socket: head, then body in pieces without copying (chunked, by length, or until
// the end of the connection). Pure: bytes in, callbacks out; no socket, no timer. One thread.
#pragma once

#include "models/net/http.h"

#include <string>
#include <string_view>

namespace mesoscope::net {

class HttpReader {
public:
    enum class State : quint8 { Head, Body, Done, Broken };
    enum class Problem : quint8 { None, NotHttp, HeadTooLarge, BadChunk };

    /// At most this much head (status line and headers) is accepted.
    static constexpr std::size_t maxHead = 64 * 1024;

    /// The head is complete: status and headers are set. May be followed by body bytes from the same piece.
    std::function<void()> onHead;
    /// Body bytes; the view points into the piece given to feed().
    std::function<void(std::string_view)> onBody;

    /// Takes all of it. Stops early when a callback cleared `goOn`, or when the answer is Done or Broken.
    void feed(std::string_view bytes);
    /// Ends the loop in feed() from inside a callback.
    void stop() { stopped_ = true; }
    /// The connection ended. True if that was a proper end of the answer.
    bool finish();

    State state() const { return state_; }
    Problem problem() const { return problem_; }
    int status() const { return status_; }
    const QList<Header>& headers() const { return headers_; }

private:
    enum class Framing : quint8 { Chunked, Length, UntilClose };
    enum class Chunk : quint8 { Size, Data, DataEnd, Trailer };

    std::size_t takeHead(std::string_view bytes);
    bool parseHead();
    bool parseStatusLine(std::string_view line);
    bool parseHeader(std::string_view line);
    bool chooseFraming();
    std::size_t takeBody(std::string_view bytes);
    std::size_t takeChunked(std::string_view bytes);
    std::size_t takeChunkLine(std::string_view bytes);
    void endOfChunkLine();
    void fail(Problem problem);

    State state_ = State::Head;
    Problem problem_ = Problem::None;
    Framing framing_ = Framing::UntilClose;
    Chunk chunk_ = Chunk::Size;
    std::string head_;
    std::string line_; ///< a chunk's size line or a trailer, cut anywhere
    std::uint64_t left_ = 0;
    QList<Header> headers_;
    int status_ = 0;
    bool stopped_ = false;
};

} // namespace mesoscope::net
