// Cuts the one huge JSON document that holds a master's whole state (a GET_STATE answer, the first record of SUBSCRIBE,
// GET_AGENTS and the like) into its rows while it arrives: nothing but the row that is cut at the moment is kept.
// Pure: bytes in, callbacks out. One thread.
#pragma once

#include "models/base/error.h"
#include "models/master/json_scan.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mesoscope::master {

enum class Section : quint8 {
    Tasks,
    UnreachableTasks,
    CompletedTasks,
    Agents,
    RecoveredAgents,
    Frameworks,
    CompletedFrameworks,
    Skipped, ///< a list of which nothing is shown
};

/// One row as it was cut.
struct JsonRow {
    std::string_view bytes;
    /// So many further bytes behind it may be read (not used): parsers with wide registers want that; when it is too
    /// little they have to copy.
    std::size_t readable = 0;
    bool hasBackslash = true; ///< false: what stands between two quotes is the string itself
};

class StateCutter {
public:
    /// Each row, in order.
    std::function<base::Result<void>(Section section, const JsonRow& row)> onRow;
    /// A number or string outside the lists, by its key ("heartbeat_interval_seconds": "15.0"; "type": "SUBSCRIBED").
    std::function<void(std::string_view key, std::string_view value)> onScalar;

    explicit StateCutter(std::size_t maxRow = 64 * 1024 * 1024) : maxRow_(maxRow) {}

    /// Takes all of it. An error ends it: not JSON of this kind (Decode), or one row beyond the limit (Limit).
    base::Result<void> feed(std::string_view bytes);
    /// The outermost object is closed.
    bool complete() const { return complete_; }

private:
    enum class Mode : quint8 { Skeleton, Key, String, Scalar, Row, Skip };

    base::Result<void> skeleton(char c);
    base::Result<void> open(char c);
    base::Result<void> close(char c);
    std::size_t takeString(std::string_view bytes);
    std::size_t takeScalar(std::string_view bytes);
    base::Result<std::size_t> takeRow(std::string_view bytes);
    std::size_t takeSkip(std::string_view bytes);
    void endString();
    void startRow();
    base::Result<void> broken() const;

    struct Level {
        std::string key; ///< under which it stands
        bool array = false;
        std::optional<Section> section; ///< of the rows in this array
    };

    std::size_t maxRow_;
    std::vector<Level> levels_;
    std::string key_;
    std::string text_; ///< the string or number that is read at the moment
    std::string row_;  ///< the beginning of a row that was cut by the end of a piece
    ContainerScan scan_;
    Mode mode_ = Mode::Skeleton;
    Section section_ = Section::Skipped;
    bool expectKey_ = false;
    bool escaped_ = false;
    bool complete_ = false;
};

} // namespace mesoscope::master
