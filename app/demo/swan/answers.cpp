#include "app/demo/swan/answers.h"

#include "app/demo/marathon/time_text.h"

namespace mesoscope::demo::swan {

using marathon::Response;

std::string timeText(double time) {
    return marathon::isoTextNanos(static_cast<marathon::Millis>(time * 1000));
}

Response plain(int status, const std::string& text) {
    return marathon::textResponse(status, "text/plain; charset=utf-8", text + "\n");
}

Response notFoundPage() {
    return plain(404, "404 page not found");
}

Response json(int status, const Json& body) {
    return marathon::jsonResponse(status, marathon::withPlainNumbers(body));
}

Response accepted() {
    return json(202, "accepted");
}

Response empty(int status) {
    return marathon::textResponse(status, "application/json", "");
}

} // namespace mesoscope::demo::swan
