// The map's colours for one theme and measure, as pixels ready to be written.
#pragma once

#include "models/tables/map_query.h"

#include <QColor>

#include <array>

namespace mesoscope::widgets {

struct Theme;

struct MapColours {
    static constexpr int steps = 64;

    QRgb ground = 0; ///< between the boxes
    QRgb box = 0;    ///< inside a box, between the cells
    QRgb frame = 0;  ///< outline of a box
    QRgb lostFrame = 0;
    std::array<QRgb, steps> fill{};
    std::array<QRgb, steps> fadedFill{};
    std::array<QRgb, steps> task{}; ///< a running task on that fill
    std::array<QRgb, steps> fadedTask{};
    QRgb unmeasured = 0; ///< outline of an agent that has nothing of the measure
    QRgb lost = 0;       ///< hatch and outline
    QRgb lostGround = 0;
    QRgb lostFlat = 0; ///< cells too small for a hatch
    QRgb draining = 0;
    QRgb drainingGround = 0;
    QRgb drainingFlat = 0;
    QRgb unknown = 0; ///< recovering after a fail-over
    QRgb unknownGround = 0;
    QRgb outline = 0; ///< deactivated
    QRgb warning = 0;
    QRgb accent = 0;
    QRgb ring = 0; ///< instances of the highlighted app
    QRgb dot = 0;
    QRgb dotEdge = 0;

    static MapColours of(const Theme& theme, tables::MapMeasure measure);
    static int step(quint8 level) { return level * (steps - 1) / 255; }
};

} // namespace mesoscope::widgets
