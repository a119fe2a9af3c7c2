// A record of the event stream in JSON: no input crashes the cutter or the decoder, a picture is always closed, and the
// way the bytes are cut makes no difference.
#include "models/master/event_decoder.h"
#include "tests/fuzz/fuzz.h"

using namespace mesoscope;

namespace {

std::uint64_t run(std::string_view bytes, std::size_t piece) {
    fuzz::HashSink sink;
    const auto decoder = master::makeJsonDecoder(sink);
    decoder->begin(bytes.size());
    bool ok = true;
    fuzz::inPieces(bytes, piece,
                   [&](std::string_view part, bool last) { return ok = decoder->bytes(part, last).has_value(); });
    decoder->abandon();
    fuzz::need(sink.open == 0);
    return ok ? sink.sum : 0;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.empty())
        return 0;
    fuzz::need(run(bytes, size) == run(bytes, 3));
    fuzz::HashSink sink;
    (void)master::decodeStateJson(bytes, sink);
    (void)master::decodeAgentsJson(bytes, sink);
    fuzz::need(sink.open == 0);
    return 0;
}
