// RecordIO: however the bytes are cut, the same records come out, and a record never has more bytes than announced.
#include "models/net/record_io_parser.h"
#include "tests/fuzz/fuzz.h"

#include <string>

using namespace mesoscope;

namespace {

std::string records(std::string_view bytes, std::size_t piece) {
    net::RecordIoParser parser(1 << 20);
    std::string out;
    std::uint64_t left = 0;
    parser.onBegin = [&](std::uint64_t size) {
        left = size;
        out += 'B';
    };
    parser.onBytes = [&](std::string_view part, bool last) {
        fuzz::need(part.size() <= left);
        left -= part.size();
        fuzz::need(last == (left == 0));
        out.append(part);
    };
    fuzz::inPieces(bytes, piece, [&](std::string_view part, bool) {
        const bool ok = parser.feed(part).has_value();
        if (!ok)
            out += "E";
        return ok;
    });
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    fuzz::need(records(bytes, size + 1) == records(bytes, 1));
    fuzz::need(records(bytes, 7) == records(bytes, 1));
    return 0;
}
