// The protobuf twin of StateCutter: cuts the huge message that holds a master's whole state into its rows while it
// arrives. Pure: bytes in, callbacks out. One thread.
// Field numbers: include/mesos/v1/master/master.proto of Apache Mesos (Event, Response and what is in them).
#pragma once

#include "models/base/error.h"
#include "models/master/state_cutter.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace mesoscope::master {

class ProtoCutter {
public:
    enum class Root : quint8 { Event, Response };

    /// `size` of the whole message is known beforehand: from the record's length, or the answer's.
    ProtoCutter(Root root, std::uint64_t size, std::size_t maxRow = 64 * 1024 * 1024);

    std::function<base::Result<void>(Section section, std::string_view row)> onRow;

    base::Result<void> feed(std::string_view bytes);
    bool complete() const {
        return levels_.size() == 1 && position_ == levels_.front().end && mode_ == Mode::Tag && shift_ == 0;
    }
    /// heartbeat_interval_seconds; 0 when it was not told.
    double heartbeatSeconds() const { return heartbeat_; }

private:
    enum class Level : quint8 { Event, Response, Subscribed, GetState, GetTasks, GetAgents, GetFrameworks };
    enum class Mode : quint8 { Tag, Length, Varint, Skip, Row, Heartbeat };
    struct Open {
        Level level;
        std::uint64_t end; ///< absolute
    };

    bool takeVarint(char c);
    bool onTag();
    bool onLength();
    std::size_t takeBytes(std::string_view bytes);
    base::Result<std::size_t> takeRow(std::string_view bytes);
    void popFinished();
    bool fits(std::uint64_t size) const;

    std::size_t maxRow_;
    std::vector<Open> levels_;
    std::uint64_t position_ = 0;
    std::uint64_t varint_ = 0;
    int shift_ = 0;
    std::uint64_t left_ = 0; ///< of the row, or of what is skipped
    std::uint32_t field_ = 0;
    Mode mode_ = Mode::Tag;
    Section section_ = Section::Skipped;
    std::string row_;
    double heartbeat_ = 0;
};

} // namespace mesoscope::master
