// Server-sent events: however the bytes are cut, the same events come out.
#include "models/net/sse_parser.h"
#include "tests/fuzz/fuzz.h"

#include <string>

using namespace mesoscope;

namespace {

std::string events(std::string_view bytes, std::size_t piece) {
    net::SseParser parser(1 << 16);
    std::string out;
    parser.onEvent = [&](const net::SseEvent& e) { ((((out += e.type) += '|') += e.data) += '|') += e.id; };
    parser.onComment = [&] { out += ':'; };
    parser.onRetry = [&](qint64 ms) { out += std::to_string(ms); };
    fuzz::inPieces(bytes, piece, [&](std::string_view part, bool) { return parser.feed(part).has_value(); });
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    fuzz::need(events(bytes, size + 1) == events(bytes, 1));
    fuzz::need(events(bytes, 5) == events(bytes, 1));
    return 0;
}
