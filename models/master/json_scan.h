// Finds where a JSON container ends, at memory speed, while its bytes still arrive. Pure; one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mesoscope::master {

/// Feed it bytes from the opening brace or bracket on. It only counts: what it passes over is not checked for validity,
/// and nesting costs nothing, however deep.
class ContainerScan {
public:
    /// Goes the quickest way that the processor at hand knows.
    ContainerScan();
    /// One of the wayCount() ways that it knows: they differ in nothing but speed, which only a test wants to see.
    explicit ContainerScan(std::size_t way);
    static std::size_t wayCount();

    /// How many of these bytes belong to the container: all of them while it is open; up to and with the closing brace
    /// once it is done().
    std::size_t feed(std::string_view bytes) { return scan_(state_, bytes); }
    bool done() const { return state_.done; }
    /// False: there is no backslash in what was fed since reset().
    bool hasBackslash() const { return state_.backslash; }
    void reset() { state_ = {}; }

    struct State {
        std::uint64_t depth = 0;
        std::uint64_t inString = 0; ///< all ones inside a string
        bool escaped = false;       ///< the next byte is escaped
        bool backslash = false;
        bool done = false;
    };

private:
    std::size_t (*scan_)(State& state, std::string_view bytes);
    State state_;
};

} // namespace mesoscope::master
