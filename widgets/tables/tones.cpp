#include "widgets/tables/tones.h"

namespace mesoscope::widgets {

namespace {

Glyph glyphOf(text::AppState state) {
    switch (state) {
    case text::AppState::Degraded:
        return Glyph::Warning;
    case text::AppState::Waiting:
        return Glyph::Clock;
    case text::AppState::Deploying:
    case text::AppState::Starting:
        return Glyph::StateStarting;
    case text::AppState::Suspended:
        return Glyph::Suspend;
    case text::AppState::Running:
        break;
    }
    return Glyph::StateRunning;
}

} // namespace

Look lookOf(text::AppState state) {
    const text::Worded words = text::worded(state);
    const Tone tone = state == text::AppState::Running ? Tone::Secondary : toneOf(words.severity);
    return {glyphOf(state), tone, words.word};
}

} // namespace mesoscope::widgets
