// HTTP answers: however the bytes are cut, the same head and body come out.
#include "models/net/http_reader.h"
#include "tests/fuzz/fuzz.h"

#include <string>

using namespace mesoscope;

namespace {

std::string answer(std::string_view bytes, std::size_t piece) {
    net::HttpReader reader;
    std::string out;
    reader.onHead = [&] {
        out += std::to_string(reader.status()) + '/' + std::to_string(reader.headers().size()) + ' ';
    };
    reader.onBody = [&](std::string_view part) { out.append(part); };
    fuzz::inPieces(bytes, piece, [&](std::string_view part, bool) {
        reader.feed(part);
        return true;
    });
    return out + std::to_string(int(reader.state()));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    fuzz::need(answer(bytes, size + 1) == answer(bytes, 1));
    return 0;
}
