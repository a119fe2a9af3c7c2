// Mesos' RecordIO framing: LENGTH in decimal digits, LF, then LENGTH bytes; no separator behind them. Bytes may be cut
// anywhere. A record's bytes are passed on as they arrive, so that a giant first record is decoded while the rest of it
// is still on the way. Pure: bytes in, callbacks out. One thread.
#pragma once

#include "models/base/error.h"

#include <cstdint>
#include <functional>
#include <string_view>

namespace mesoscope::net {

class RecordIoParser {
public:
    explicit RecordIoParser(std::uint64_t maxRecord = std::uint64_t(8) << 30) : maxRecord_(maxRecord) {}

    std::function<void(std::uint64_t size)> onBegin;
    /// A piece of the record, in order; `last` with the piece that completes it (an empty piece for an empty record).
    std::function<void(std::string_view bytes, bool last)> onBytes;

    /// Takes all of it. An error: what stands where a length has to stand is none (a record was longer or shorter than
    /// it said, or this is not RecordIO), or the length is beyond the limit. After it the stream is unusable.
    base::Result<void> feed(std::string_view bytes);
    /// Ends the loop in feed() from inside a callback.
    void stop() { stopped_ = true; }
    /// Whether the bytes so far end between two records.
    bool atBoundary() const { return !inRecord_ && digits_ == 0; }

private:
    bool takeLength(char c);
    void begin();

    std::uint64_t maxRecord_;
    std::uint64_t left_ = 0;
    int digits_ = 0;
    bool inRecord_ = false;
    bool stopped_ = false;
    bool broken_ = false;
};

} // namespace mesoscope::net
